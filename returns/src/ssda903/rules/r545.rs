//! Health checks of a child under 5.
use super::{health_items::is_younger_at_the_end, prelude::*};

pub const RULE: Rule = Rule {
    code: "545",
    level: Level::Error,
    wrong: "The child was looked after all year and is under 5 on 31 March, but it is not said whether the child's \
        health checks are up to date.",
    why: "These are the years in which delays in growing are found and mended; a blank may be a check that was missed.",
    todo: "Set HEALTH_CHECK to 1 or 0.",
    reason: Reason::People,
    fields: &[oc2::DOB, oc2::HEALTH_CHECK],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::DEC, ep::LS, ep::REC, ep::RNE, oc2::CHILD, oc2::DOB, oc2::HEALTH_CHECK],
        Check::Row(OC2, is_silent_on_checks),
    )],
    cases: &[Case {
        about: "under five on the last day, and in care all year",
        given: "
            OC2 | CHILD | DOB        | HEALTH_CHECK
            >   | 1     | 01/04/2022 |
                | 2     | 31/03/2022 |
                | 3     | 01/04/2022 | 0
                | 4     | 01/04/2022 |
                | 5     |            |
            Episodes | CHILD | DECOM      | DEC | LS | REC | RNE
                     | 1     | 01/05/2024 |     | C2 |     | S
                     | 2     | 01/05/2024 |     | C2 |     | S
                     | 3     | 01/05/2024 |     | C2 |     | S
                     | 4     | 02/04/2026 |     | C2 |     | S
                     | 5     | 01/05/2024 |     | C2 |     | S
        ",
    }],
};
fn is_silent_on_checks(o: Row) -> Answer {
    Ok(o.is_blank(oc2::HEALTH_CHECK) && is_younger_at_the_end(5, o)? && is_looked_after_all_year(o.child())?)
}
