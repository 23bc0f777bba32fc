//! The category of need, spelt as in the guide. A blank is no wrong code.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "145",
    level: Level::Error,
    wrong: "The category of need is filled with something that is no code of the return.",
    why: "The main reason why children come into care is counted from it.",
    todo: "Give N1 to N8, in capitals.",
    reason: Reason::Data,
    fields: &[ep::CIN],
    versions: &[Version::always(
        &[ep::CIN],
        Check::Row(EPISODES, |e| Ok(is_no_code(e, ep::CIN, "s903.category_of_need"))),
    )],
    cases: &[Case {
        about: "small letters are no code, blank is another matter",
        given: "
            Episodes | CHILD | CIN
                     | 1     | N1
            >        | 2     | n1
            >        | 3     | N9
                     | 4     |
        ",
    }],
};
