//! A child of the questionnaire's age who was looked after all year.
use super::{
    health_items::{is_of_sdq_age_all_year, says_sdq},
    prelude::*,
};

pub const RULE: Rule = Rule {
    code: "186",
    level: Level::Error,
    wrong: "The child was looked after all year and is of the age of the questionnaire, but there is neither an SDQ \
        score nor a reason for there being none.",
    why: "The score is the one measure of how children in care feel and behave; a child without it is not seen.",
    todo: "Give the score, or the reason why there is none.",
    reason: Reason::People,
    fields: &[oc2::SDQ_SCORE],
    versions: &[Version::always(
        &[
            ep::CHILD,
            ep::DECOM,
            ep::DEC,
            ep::LS,
            ep::REC,
            ep::RNE,
            oc2::CHILD,
            oc2::DOB,
            oc2::SDQ_SCORE,
            oc2::SDQ_REASON,
        ],
        Check::Row(OC2, lacks_a_score),
    )],
    cases: &[Case {
        about: "4 on the first day to 16 on the last",
        given: "
            OC2 | CHILD | DOB        | SDQ_SCORE | SDQ_REASON
            >   | 1     | 01/04/2022 |           |
                | 2     | 02/04/2022 |           |
            >   | 3     | 01/04/2010 |           |
                | 4     | 31/03/2010 |           |
                | 5     | 01/04/2015 | 0         |
                | 6     | 01/04/2015 |           | SDQ2
                | 7     | 01/04/2015 |           |
            Episodes | CHILD | DECOM      | DEC        | LS | REC | RNE
                     | 1     | 01/05/2024 | 01/06/2026 | C2 | X1  | S
                     | 1     | 01/06/2026 |            | C2 |     | P
                     | 2     | 01/05/2024 |            | C2 |     | S
                     | 3     | 01/05/2024 |            | C2 |     | S
                     | 4     | 01/05/2024 |            | C2 |     | S
                     | 5     | 01/05/2024 |            | C2 |     | S
                     | 6     | 01/05/2024 |            | C2 |     | S
                     | 7     | 01/05/2024 | 30/03/2027 | C2 | E4A | S
        ",
    }],
};
fn lacks_a_score(o: Row) -> Answer {
    Ok(!says_sdq(o) && is_of_sdq_age_all_year(o)? && is_looked_after_all_year(o.child())?)
}
