//! A placement under a placement order (Adoption and Children Act 2002 s21) needs one.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "408",
    level: Level::Error,
    wrong: "The child is placed for adoption under a placement order, and the legal status is none.",
    why: "Without the order or the parents' consent the authority may not place a child for adoption.",
    todo: "Give E1 if the order was made; if the parents consented give A3 or A4.",
    reason: Reason::Law,
    fields: &[ep::PLACE, ep::LS],
    versions: &[Version::always(
        &[ep::PLACE, ep::LS],
        Check::Row(EPISODES, |e| Ok(e.is(ep::PLACE, &["A5", "A6"]) && !e.is(ep::LS, &["E1"]))),
    )],
    cases: &[Case {
        about: "with consent no order is needed",
        given: "
            Episodes | CHILD | PLACE | LS
            >        | 1     | A5    | C2
            >        | 2     | A6    |
                     | 3     | A6    | E1
                     | 4     | A4    | V2
        ",
    }],
};
