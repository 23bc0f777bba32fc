//! Matched and adopted on one day.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "582",
    level: Level::Error,
    wrong: "The child was adopted on the very day on which child and adopters were matched.",
    why: "Months lie between the two as a rule: the child first lives with the adopters, and the court decides.",
    todo: "Check DATE_MATCH and the day of the adoption; if both are right, say why.",
    reason: Reason::Data,
    fields: &[ep::DEC, ad1::DATE_MATCH],
    versions: &[Version::always(
        &[ep::CHILD, ep::DEC, ep::REC, ad1::CHILD, ad1::DATE_MATCH],
        Check::Row(EPISODES, is_adopted_on_being_matched),
    )],
    cases: &[Case {
        about: "the same day, and only adoptions",
        given: "
            Episodes | CHILD | DEC        | REC
            >        | 1     | 01/05/2026 | E11
                     | 2     | 02/05/2026 | E12
                     | 3     | 01/05/2026 | E4A
                     | 4     |            | E12
                     | 5     | 01/05/2026 | E12
            ?        | 6     | 1/5/2026   | E12
            AD1 | CHILD | DATE_MATCH
                | 1     | 01/05/2026
                | 2     | 01/05/2026
                | 3     | 01/05/2026
                | 4     |
                | 6     | 01/05/2026
        ",
    }],
};
fn is_adopted_on_being_matched(e: Row) -> Answer {
    if e.is(ep::REC, ADOPTED) {
        let adopted = e.day(ep::DEC)?;
        for adoption in e.child().rows(AD1) {
            if adopted.is_some() && adoption.day(ad1::DATE_MATCH)? == adopted {
                return Ok(true);
            }
        }
    }
    Ok(false)
}
