//! Too old for this return.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "351",
    level: Level::Error,
    wrong: "The young person was more than 25 years old when the collection year began.",
    why: "Duties towards care leavers end at 25, so nobody older is counted here.",
    todo: "Check the date of birth; if it is right, take the person out.",
    reason: Reason::Law,
    fields: &[header::DOB],
    versions: &[Version::always(&[header::DOB], Check::Row(HEADER, is_over_25))],
    cases: &[Case {
        about: "on the twenty-fifth birthday one is not over 25",
        given: "
            Header | DOB
            >      | 31/03/2001
                   | 01/04/2001
                   | 02/04/2001
                   |
            ?      | 31.03.2001
        ",
    }],
};
fn is_over_25(h: Row) -> Answer {
    let birthday = h.day(header::DOB)?.map(|born| birthday(born, 25));
    Ok(before(birthday, Some(h.given().start)))
}
