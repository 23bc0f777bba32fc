//! The date of birth.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "102",
    level: Level::Error,
    wrong: "The date of birth is blank or is no day of the calendar.",
    why: "The age decides which of the duties, placements and questions apply, so nothing else about the child can \
        be checked.",
    todo: "Give the date of birth as day, month and four-digit year.",
    reason: Reason::Data,
    fields: &[header::DOB],
    versions: &[Version::always(
        &[header::DOB],
        Check::Row(HEADER, |h| Ok(h.is_blank(header::DOB) || h.is_no_day(header::DOB))),
    )],
    cases: &[Case {
        about: "blank, impossible and short years are no dates of birth",
        given: "
                Header | CHILD | DOB
                       | 1     | 14/06/2015
                       | 2     | 29/02/2016
                >      | 3     | 29/02/2015
                >      | 4     | 14/06/15
                >      | 5     | 2015-06-14
                >      | 6     |

            ",
    }],
};
