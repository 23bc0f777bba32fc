//! A child of Missing who is not in the Header.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT04",
    level: Level::Error,
    wrong: "A child stands in Missing, but not in the Header.",
    why: "Without a Header nobody knows how old the child is, and the row is counted for no one.",
    todo: "Add the child to the Header, or correct the id.",
    reason: Reason::Data,
    fields: &[missing::CHILD],
    versions: &[Version::always(
        &[missing::CHILD, header::CHILD],
        Check::Row(MISSING, |r| is_not_in_header(r, missing::CHILD)),
    )],
    cases: &[Case {
        about: "a row that names no child is not reported here",
        given: "
                Header  | CHILD
                        | 1
                        | 3
                Missing | CHILD
                        | 1
                >       | 2
                        |
                >       | 2

            ",
    }],
};
