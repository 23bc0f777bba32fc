//! The sex in UASC beside that of the Header.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "INT21",
    level: Level::Error,
    wrong: "The sex in UASC is not the one in the Header.",
    why: "One of the two rows may tell of another child.",
    todo: "Give the same sex in both tables.",
    reason: Reason::Data,
    fields: &[uasc::SEX],
    versions: &[Version::always(&[uasc::CHILD, uasc::SEX, header::CHILD, header::SEX], Check::Child(has_another_sex))],
    cases: &[Case {
        about: "a blank beside an answer differs, and 1 says the same as M",
        given: "
                Header | CHILD | SEX
                       | 1     | M
                       | 2     | M
                       | 3     | M
                       | 4     | M
                       | 6     |
                UASC   | CHILD | SEX
                       | 1     | M
                >      | 2     | F
                       | 3     | 1
                >      | 4     |
                       | 5     | F
                       | 6     |

            ",
    }],
};
fn has_another_sex(child: Child, told: &mut Told) {
    let differs = |u: &Row| child.rows(HEADER).iter().any(|h| sex(h, header::SEX) != sex(*u, uasc::SEX));
    told.each_breaks(child.rows(UASC).iter().filter(differs));
}
