//! Whether the child had a permanent home before.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "630",
    level: Level::Error,
    wrong: "The child came into care in the year, but it is not said whether there was an earlier adoption, special \
        guardianship or child arrangements order.",
    why: "A permanent home that broke down is the thing to learn from, and it is seen here alone.",
    todo: "Give Z1 if there was none; otherwise give the kind, the authority and the day of the order.",
    reason: Reason::People,
    fields: &[ep::RNE],
    versions: &[Version::always(
        &[
            ep::CHILD,
            ep::DECOM,
            ep::RNE,
            prev_perm::CHILD,
            prev_perm::PREV_PERM,
            prev_perm::LA_PERM,
            prev_perm::DATE_PERM,
        ],
        Check::Row(EPISODES, is_silent_on_permanence),
    )],
    cases: &[Case {
        about: "Z1 needs no more; every other option needs authority and day",
        given: "
            Episodes | CHILD | DECOM      | RNE
            >        | 1     | 01/04/2026 | S
                     | 2     | 31/03/2026 | S
                     | 3     | 01/04/2026 | P
                     | 4     | 01/04/2026 | S
            >        | 5     | 01/04/2026 | S
            >        | 6     | 31/03/2027 | S
                     | 7     | 01/04/2026 | S
            ?        | 8     | 1 April    | S
            PrevPerm | CHILD | PREV_PERM | LA_PERM | DATE_PERM
                     | 4     | Z1        |         |
                     | 5     | P1        | 892     |
                     | 6     |           |         |
                     | 7     | P2        | 892     | ZZ/ZZ/2015
        ",
    }],
};
fn is_silent_on_permanence(e: Row) -> Answer {
    let is_complete = |p: Row| {
        let is_dated = p.is_filled(prev_perm::LA_PERM) && p.is_filled(prev_perm::DATE_PERM);
        p.is_filled(prev_perm::PREV_PERM) && (p.is(prev_perm::PREV_PERM, &["Z1"]) || is_dated)
    };
    let (child, is_start) = (e.child(), e.is_filled(ep::CHILD) && e.is(ep::RNE, &["S"]));
    Ok(is_start && is_in_year(child, e.day(ep::DECOM)?) && !child.rows(PREV_PERM).iter().any(is_complete))
}
