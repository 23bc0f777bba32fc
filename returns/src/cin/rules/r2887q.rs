//! Few kinds of disability.
//!
//! A known validator counts NONE, and children in the place of codes; the published words speak of codes.
use super::prelude::*;
use practice::codes;
use std::collections::HashSet;

pub const RULE: Rule = Rule {
    code: "2887Q",
    level: Level::Query,
    wrong: "Fewer than 8 different disability codes stand in the whole return.",
    why: "So few kinds among all children in need point to a fault of the extract, or to disabilities that are not asked about.",
    todo: "See that every disability is taken over, or say why there are so few kinds.",
    reason: Reason::Data,
    fields: &[disabilities::DISABILITY],
    versions: &[Version::always(&[disabilities::DISABILITY], Check::Return(few_kinds))],
    cases: &[
        Case {
            about: "seven kinds; none, blanks, copies and what is no code do not count",
            given: "
                > the return
                Disabilities | LAchildID | Disability
                             | 0         | NONE
                             | 1         | MOB
                             | 2         | HAND
                             | 3         | PC
                             | 4         | INC
                             | 5         | COMM
                             | 6         | LD
                             | 7         | HEAR
                             | 8         |
                             | 9         | MOB
                             | 10        | ZZZ
            ",
        },
        Case {
            about: "eight kinds",
            given: "
                Disabilities | LAchildID | Disability
                             | 0         | NONE
                             | 1         | MOB
                             | 2         | HAND
                             | 3         | PC
                             | 4         | INC
                             | 5         | COMM
                             | 6         | LD
                             | 7         | HEAR
                             | 8         | VIS
            ",
        },
    ],
};
fn few_kinds(whole: Whole, told: &mut Told) {
    let is_kind = |code: &&str| *code != "NONE" && codes::label("cin.disability", code).is_some();
    let kinds: HashSet<&str> =
        whole.rows(DISABILITIES).map(|d| d.code(disabilities::DISABILITY)).filter(is_kind).collect();
    if kinds.len() < 8 {
        told.whole_breaks();
    }
}
