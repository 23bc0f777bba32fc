//! A child who turned 4 or 17 in the year. A birthday on 1 April is left to the rules on the age at the start of the
//! year: who is 4 by then is rule 186's, who is 17 by then may have no score at all (189). The guide does not say so;
//! else the two rules contradict each other.
use super::{health_items::says_sdq, prelude::*};

pub const RULE: Rule = Rule {
    code: "197B",
    level: Level::Error,
    wrong: "The child was looked after all year and turned 4 or 17 in it, but there is neither an SDQ score nor a \
        reason for there being none.",
    why: "Whether the questionnaire fell due depends on its day in the year, so somebody must say; otherwise the \
        child drops out unnoticed.",
    todo: "Give the score; if the questionnaire was not due, give SDQ1 as the reason, else the reason that is true.",
    reason: Reason::People,
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
        Check::Row(OC2, is_silent_at_the_edge),
    )],
    cases: &[Case {
        about: "the birthday lies in the year, after its first day",
        given: "
            OC2 | CHILD | DOB        | SDQ_SCORE | SDQ_REASON
            >   | 1     | 31/03/2023 |           |
            >   | 2     | 02/04/2022 |           |
                | 3     | 01/04/2023 |           |
                | 4     | 01/04/2022 |           |
            >   | 5     | 31/03/2010 |           |
                | 6     | 01/04/2009 |           |
                | 7     | 01/04/2010 |           |
                | 8     | 31/03/2023 |           | SDQ1
                | 9     | 31/03/2023 | 3         |
                | 10    | 31/03/2023 |           |
            ?   | 11    | 31/03/23   |           |
            Episodes | CHILD | DECOM      | DEC | LS | REC | RNE
                     | 1     | 01/05/2024 |     | C2 |     | S
                     | 2     | 01/05/2024 |     | C2 |     | S
                     | 3     | 01/05/2024 |     | C2 |     | S
                     | 4     | 01/05/2024 |     | C2 |     | S
                     | 5     | 01/05/2024 |     | C2 |     | S
                     | 6     | 01/05/2024 |     | C2 |     | S
                     | 7     | 01/05/2024 |     | C2 |     | S
                     | 8     | 01/05/2024 |     | C2 |     | S
                     | 9     | 01/05/2024 |     | C2 |     | S
                     | 10    | 02/04/2026 |     | C2 |     | S
                     | 11    | 01/05/2024 |     | C2 |     | S
        ",
    }],
};
fn is_silent_at_the_edge(o: Row) -> Answer {
    if says_sdq(o) {
        return Ok(false);
    }
    let (born, given) = (o.day(oc2::DOB)?, o.given());
    let turned = |age| is_aged(age, born, Some(given.end)) && !is_aged(age, born, Some(given.start));
    Ok((turned(4) || turned(17)) && is_looked_after_all_year(o.child())?)
}
