//! Where the care leaver lives: a letter for the kind, a figure for whether it is suitable. A blank is no code.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "133",
    level: Level::Error,
    wrong: "The care leaver's accommodation is missing or is not a code of the return.",
    why: "Where care leavers live, and whether it is fit to live in, is asked of every authority.",
    todo: "Give the letter of the kind and 1 or 2; 0 only where nobody is in touch, or the person died or went home.",
    reason: Reason::Data,
    fields: &[oc3::ACCOM],
    versions: &[Version::always(
        &[oc3::ACCOM],
        Check::Row(OC3, |o| Ok(has_no_code(o, oc3::ACCOM, "s903.accommodation"))),
    )],
    cases: &[Case {
        about: "nobody is suitably housed on the street or in custody",
        given: "
                OC3 | CHILD | ACCOM
                    | 1     | B1
                    | 2     | X2
                    | 3     | S2
                    | 4     | 0
                >   | 5     | X1
                >   | 6     | S1
                >   | 7     | B
                >   | 8     | b1
                >   | 9     |

            ",
    }],
};
