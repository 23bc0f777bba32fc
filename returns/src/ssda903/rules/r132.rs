//! What the care leaver does. A blank is no code; nothing known is 0.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "132",
    level: Level::Error,
    wrong: "The care leaver's activity is missing or is not a code of the return.",
    why: "Education, training and work are what the care was to make possible.",
    todo: "Give the activity around the birthday; 0 only where nobody is in touch, or the person died or went home.",
    reason: Reason::Data,
    fields: &[oc3::ACTIV],
    versions: &[Version::always(&[oc3::ACTIV], Check::Row(OC3, |o| Ok(has_no_code(o, oc3::ACTIV, "s903.activity"))))],
    cases: &[Case {
        about: "training and apprenticeship have codes of their own since 2021",
        given: "
                OC3 | CHILD | ACTIV
                    | 1     | F1
                    | 2     | P5
                    | 3     | 0
                >   | 4     | F3
                >   | 5     | f1
                >   | 6     | 1
                >   | 7     |

            ",
    }],
};
