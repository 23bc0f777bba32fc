//! Whether the authority is in touch with the care leaver. A blank is no code.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "131",
    level: Level::Error,
    wrong: "Whether the authority is in touch with the care leaver is missing or is not a code of the return.",
    why: "A care leaver of whom nobody knows may be one whom nobody helps.",
    todo: "Give YES, NO, DIED, REFU, NREQ or RHOM.",
    reason: Reason::Data,
    fields: &[oc3::IN_TOUCH],
    versions: &[Version::always(
        &[oc3::IN_TOUCH],
        Check::Row(OC3, |o| Ok(has_no_code(o, oc3::IN_TOUCH, "s903.in_touch"))),
    )],
    cases: &[Case {
        about: "codes as the guide writes them",
        given: "
                OC3 | CHILD | IN_TOUCH
                    | 1     | YES
                    | 2     | RHOM
                    | 3     | NREQ
                >   | 4     | yes
                >   | 5     | Y
                >   | 6     |

            ",
    }],
};
