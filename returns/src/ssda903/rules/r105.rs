//! The flag of an unaccompanied asylum-seeking child, which only the XML form has.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "105",
    level: Level::Error,
    wrong: "The Header does not say, as 1 or 0, whether the child came unaccompanied to seek asylum.",
    why: "These children are counted apart and funded apart.",
    todo: "Give 1 if the child was such a child at any time in the year, else 0.",
    reason: Reason::Data,
    fields: &[header::UASC],
    versions: &[Version::always(
        &[header::UASC],
        Check::Row(HEADER, |h| Ok(!["0", "1"].contains(&h.said(header::UASC)))),
    )
    .xml_only()],
    cases: &[Case {
        about: "nothing but 0 and 1",
        given: "
                xml
                Header | CHILD | UASC
                       | 1     | 0
                       | 2     | 1
                >      | 3     | 2
                >      | 4     | Y
                >      | 5     |

            ",
    }],
};
