//! No earlier permanent home, and yet particulars of it. Known cases report a blank PREV_PERM instead; the published
//! text speaks of Z1, and so does this.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "635",
    level: Level::Error,
    wrong: "PREV_PERM says that there was no earlier permanence order, but an authority or a day is given.",
    why: "Either there was such an order, or what is given belongs to something else.",
    todo: "Clear LA_PERM and DATE_PERM; or give the kind of the earlier order in PREV_PERM.",
    reason: Reason::Data,
    fields: &[prev_perm::LA_PERM, prev_perm::DATE_PERM, prev_perm::PREV_PERM],
    versions: &[Version::always(
        &[prev_perm::PREV_PERM, prev_perm::LA_PERM, prev_perm::DATE_PERM],
        Check::Row(PREV_PERM, speaks_of_no_order),
    )],
    cases: &[Case {
        about: "a day or an authority is enough",
        given: "
            PrevPerm | PREV_PERM | LA_PERM | DATE_PERM
            >        | Z1        | 892     | 01/05/2015
            >        | Z1        | 892     |
            >        | Z1        |         | ZZ/ZZ/2015
                     | Z1        |         |
                     | P1        | 892     | 01/05/2015
                     |           | 892     |
        ",
    }],
};
fn speaks_of_no_order(p: Row) -> Answer {
    let speaks = p.is_filled(prev_perm::LA_PERM) || p.is_filled(prev_perm::DATE_PERM);
    Ok(speaks && p.is(prev_perm::PREV_PERM, &["Z1"]))
}
