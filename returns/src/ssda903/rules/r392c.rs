//! A postcode by its form; whether it is in use is seen by the authority that is found from it (169).
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "392c",
    level: Level::Error,
    wrong: "A postcode has not the form of one.",
    why: "No place and no distance can be found from it.",
    todo: "Give the full postcode, such as NG1 1AA.",
    reason: Reason::Data,
    fields: &[ep::HOME_POST, ep::PL_POST],
    versions: &[Version::always(
        &[ep::HOME_POST, ep::PL_POST],
        Check::Row(EPISODES, |e| {
            Ok([ep::HOME_POST, ep::PL_POST].into_iter().any(|c| e.is_filled(c) && !is_postcode(e.code(c))))
        }),
    )],
    cases: &[Case {
        about: "the space may lack, and blank is another matter",
        given: "
            Episodes | CHILD | HOME_POST | PL_POST
                     | 1     | NG1 1AA   | SW1A 1AA
                     | 2     | ng11aa    | M1 1AE
            >        | 3     | NG1       | M1 1AE
            >        | 4     | NG1 1AA   | unknown
            >        | 5     | NG1 1A1   |
                     | 6     |           |
        ",
    }],
};
