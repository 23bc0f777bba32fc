//! SDQ1 says that the child was too young or too old for the questionnaire. The text says "or" between the two ages,
//! which would excuse nobody; rule 186, on the same children, says "and".
use super::{health_items::is_of_sdq_age_all_year, prelude::*};

pub const RULE: Rule = Rule {
    code: "157",
    level: Level::Error,
    wrong: "The reason for there being no SDQ score is the child's age, but at that age the questionnaire is asked \
        for all year.",
    why: "A child of that age who was not asked leaves the emotional health of children in care unmeasured.",
    todo: "Give the score; or, if there is none, the reason that is true: SDQ2, SDQ3, SDQ4 or SDQ5.",
    reason: Reason::Guidance,
    fields: &[oc2::SDQ_REASON, oc2::DOB],
    versions: &[Version::always(
        &[
            ep::CHILD,
            ep::DECOM,
            ep::DEC,
            ep::LS,
            ep::REC,
            ep::RNE,
            oc2::CHILD,
            oc2::SDQ_SCORE,
            oc2::SDQ_REASON,
            oc2::DOB,
        ],
        Check::Row(OC2, is_not_excused_by_age),
    )],
    cases: &[Case {
        about: "4 on the first day to 16 on the last",
        given: "
            OC2 | CHILD | DOB        | SDQ_SCORE | SDQ_REASON
            >   | 1     | 01/04/2022 |           | SDQ1
                | 2     | 02/04/2022 |           | SDQ1
            >   | 3     | 01/04/2010 |           | SDQ1
                | 4     | 31/03/2010 |           | SDQ1
                | 5     | 01/04/2015 |           | SDQ2
                | 6     | 01/04/2015 | 12        | SDQ1
                | 7     | 01/04/2015 |           | SDQ1
                | 8     |            |           | SDQ1
            ?   | 9     | 01/04/15   |           | SDQ1
            Episodes | CHILD | DECOM      | DEC | LS | REC | RNE
                     | 1     | 01/05/2024 |     | C2 |     | S
                     | 2     | 01/05/2024 |     | C2 |     | S
                     | 3     | 01/05/2024 |     | C2 |     | S
                     | 4     | 01/05/2024 |     | C2 |     | S
                     | 5     | 01/05/2024 |     | C2 |     | S
                     | 6     | 01/05/2024 |     | C2 |     | S
                     | 7     | 02/04/2026 |     | C2 |     | S
                     | 8     | 01/05/2024 |     | C2 |     | S
                     | 9     | 01/05/2024 |     | C2 |     | S
        ",
    }],
};
fn is_not_excused_by_age(o: Row) -> Answer {
    let is_excused = o.is(oc2::SDQ_REASON, &["SDQ1"]) && o.is_blank(oc2::SDQ_SCORE);
    Ok(is_excused && is_of_sdq_age_all_year(o)? && is_looked_after_all_year(o.child())?)
}
