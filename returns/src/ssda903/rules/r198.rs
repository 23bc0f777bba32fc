//! A reason for no score of a child who was not looked after all year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "198",
    level: Level::Error,
    wrong: "There is a reason for there being no SDQ score, but the child was not looked after throughout the \
        twelve months to 31 March.",
    why: "Nothing is asked of this child, so there is nothing to excuse; the reason falls into the count of \
        children in care.",
    todo: "Check the child's episodes; if the child was not in care all year, clear the reason.",
    reason: Reason::Data,
    fields: &[oc2::SDQ_REASON],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::DEC, ep::LS, ep::REC, ep::RNE, oc2::CHILD, oc2::SDQ_REASON],
        Check::Row(OC2, |o| Ok(o.is_filled(oc2::SDQ_REASON) && !is_looked_after_all_year(o.child())?)),
    )],
    cases: &[Case {
        about: "an episode that ends on 31 March lasted all year, one that ends the day before did not",
        given: "
            OC2 | CHILD | SDQ_REASON
                | 1     | SDQ2
            >   | 2     | SDQ2
                | 3     |
            >   | 4     | SDQ2
            Episodes | CHILD | DECOM      | DEC        | LS | REC | RNE
                     | 1     | 01/05/2024 | 31/03/2027 | C2 | E4A | S
                     | 2     | 01/05/2024 | 30/03/2027 | C2 | E4A | S
                     | 3     | 01/05/2024 | 30/03/2027 | C2 | E4A | S
        ",
    }],
};
