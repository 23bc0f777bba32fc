//! Who is in touch knows.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "345",
    level: Level::Error,
    wrong: "The authority is in touch with the young person, but activity or accommodation is 0.",
    why: "0 says that nobody knows, and a personal adviser who is in touch does.",
    todo: "Ask the personal adviser, and give both.",
    reason: Reason::Data,
    fields: LEAVER,
    versions: &[Version::always(LEAVER, Check::Row(OC3, is_in_touch_and_knows_nothing))],
    cases: &[Case {
        about: "one 0 is one too many",
        given: "
                OC3 | CHILD | IN_TOUCH | ACTIV | ACCOM
                >   | 1     | YES      | 0     | B1
                >   | 2     | YES      | F1    | 0
                    | 3     | YES      | F1    | B1
                    | 4     | NO       | 0     | 0
                    | 5     | YES      |       |

            ",
    }],
};
fn is_in_touch_and_knows_nothing(o: Row) -> Answer {
    Ok(o.is(oc3::IN_TOUCH, &["YES"]) && (o.is(oc3::ACTIV, &["0"]) || o.is(oc3::ACCOM, &["0"])))
}
