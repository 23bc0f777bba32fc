//! Of those who died or went home nothing more is asked: activity and accommodation are 0.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "344",
    level: Level::Error,
    wrong: "The young person died or went home for good, but activity or accommodation is not 0.",
    why: "The person counts among care leavers whose life is known, and is none.",
    todo: "Give 0 for both, or correct whether you are in touch.",
    reason: Reason::Data,
    fields: LEAVER,
    versions: &[Version::always(LEAVER, Check::Row(OC3, is_said_more_than_asked))],
    cases: &[Case {
        about: "both must be 0",
        given: "
                OC3 | CHILD | IN_TOUCH | ACTIV | ACCOM
                    | 1     | DIED     | 0     | 0
                    | 2     | RHOM     | 0     | 0
                >   | 3     | RHOM     | F1    | 0
                >   | 4     | DIED     | 0     | B1
                >   | 5     | DIED     |       | 0
                    | 6     | YES      | F1    | B1
                    | 7     |          | F1    |

            ",
    }],
};
fn is_said_more_than_asked(o: Row) -> Answer {
    let has_gone = o.is(oc3::IN_TOUCH, &["DIED", "RHOM"]);
    Ok(has_gone && !(o.is(oc3::ACTIV, &["0"]) && o.is(oc3::ACCOM, &["0"])))
}
