//! The kind of the earlier permanent home.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "631",
    level: Level::Error,
    wrong: "PREV_PERM is not one of the return's codes.",
    why: "It cannot be told which kind of permanent home broke down.",
    todo: "Give P1, P2, P3, P4 or Z1.",
    reason: Reason::Data,
    fields: &[prev_perm::PREV_PERM],
    versions: &[Version::always(
        &[prev_perm::PREV_PERM],
        Check::Row(PREV_PERM, |p| Ok(is_no_code(p, prev_perm::PREV_PERM, "s903.prev_perm"))),
    )],
    cases: &[Case {
        about: "the codes as they are written",
        given: "
            PrevPerm | PREV_PERM
                     | P1
                     | P4
                     | Z1
            >        | P5
            >        | p1
                     |
        ",
    }],
};
