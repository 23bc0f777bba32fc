//! The ethnic origin.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "103",
    level: Level::Error,
    wrong: "The ethnic origin is missing or is not a code of the return.",
    why: "Without it nobody can see whether children of some communities are served worse than others.",
    todo: "Give the code that the child or family chose; NOBT and REFU are codes too.",
    reason: Reason::Data,
    fields: &[header::ETHNIC],
    versions: &[Version::always(
        &[header::ETHNIC],
        Check::Row(HEADER, |h| Ok(has_no_code(h, header::ETHNIC, "ethnicity"))),
    )],
    cases: &[Case {
        about: "refused and not yet known are answers, a blank is none",
        given: "
                Header | CHILD | ETHNIC
                       | 1     | WBRI
                       | 2     | REFU
                       | 3     | NOBT
                >      | 4     | wbri
                >      | 5     | BRIT
                >      | 6     |

            ",
    }],
};
