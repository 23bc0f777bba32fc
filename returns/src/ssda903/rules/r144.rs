//! The legal status, spelt as in the guide. A blank is no wrong code. Whether the order could be made on that day is
//! another matter (445, 446), so a code counts whenever it held.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "144",
    level: Level::Error,
    wrong: "The legal status is filled with something that is no code of the return.",
    why: "The law under which a child is looked after decides what the authority may and must do.",
    todo: "Give the code of the order or of the agreement, such as C2 or V2, in capitals.",
    reason: Reason::Law,
    fields: &[ep::LS],
    versions: &[Version::always(
        &[ep::LS],
        Check::Row(
            EPISODES,
            |e| Ok(e.is_filled(ep::LS) && codes::label("s903.legal_status", e.said(ep::LS)).is_none()),
        ),
    )],
    cases: &[Case {
        about: "small letters are no code; a freeing order was one",
        given: "
            Episodes | CHILD | LS
                     | 1     | C2
                     | 2     | D1
            >        | 3     | c2
            >        | 4     | L9
                     | 5     |
        ",
    }],
};
