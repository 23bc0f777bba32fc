//! The status of an unaccompanied asylum-seeking child ends at 18 at the latest.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "304",
    level: Level::Error,
    wrong: "The UASC status is said to have ceased after the eighteenth birthday.",
    why: "From 18 on the person is an adult: no such status is left to cease.",
    todo: "Correct the day or the date of birth.",
    reason: Reason::Law,
    fields: &[uasc::DUC],
    versions: &[Version::always(&[uasc::DOB, uasc::DUC], Check::Row(UASC, ceased_after_18))],
    cases: &[Case {
        about: "on the birthday itself it may cease",
        given: "
                UASC | CHILD | DOB        | DUC
                >    | 1     | 01/05/2008 | 02/05/2026
                     | 2     | 01/05/2008 | 01/05/2026
                     | 3     |            | 02/05/2026
                     | 4     | 01/05/2008 |
                ?    | 5     | 1/5/2008   | 02/05/2026

            ",
    }],
};
fn ceased_after_18(u: Row) -> Answer {
    Ok(before(u.day(uasc::DOB)?.map(|born| birthday(born, 18)), u.day(uasc::DUC)?))
}
