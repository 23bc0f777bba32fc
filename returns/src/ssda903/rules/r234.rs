//! Custody as the reason why a child under ten moved. The age is taken on the day the placement ended, and for one
//! that goes on, on the last day of the year. In a file without DEC the day on which it began must do.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "234",
    level: Level::Error,
    wrong: "Custody (CUSTOD) is the reason why a child under 10 moved.",
    why: "Nobody under 10 can be charged with an offence, so this child moved for another reason.",
    todo: "Give the true reason, or correct the date of birth.",
    reason: Reason::Law,
    fields: &[ep::REASON_PLACE_CHANGE, header::DOB],
    versions: &[Version::since(
        2026,
        &[header::CHILD, header::DOB, ep::CHILD, ep::REASON_PLACE_CHANGE],
        Check::Child(was_too_young),
    )
    .may_read(&[ep::DECOM, ep::DEC])],
    cases: &[
        Case {
            about: "on the tenth birthday a child is old enough",
            given: "
                Header   | CHILD | DOB
                >        | 1     | 02/05/2016
                         | 2     | 01/05/2016
                         | 3     | 01/05/2018
                         | 4     |
                >        | 5     | 01/04/2017
                ?        | 6     | 01/05/2018
                Episodes | CHILD | DEC        | REASON_PLACE_CHANGE
                >        | 1     | 01/05/2026 | CUSTOD
                         | 2     | 01/05/2026 | CUSTOD
                         | 3     | 01/05/2026 | CARPL
                         | 4     | 01/05/2026 | CUSTOD
                >        | 5     |            | CUSTOD
                ?        | 6     | 31/06/2026 | CUSTOD

            ",
        },
        Case {
            about: "by the day on which it began",
            given: "
                Header   | CHILD | DOB
                >        | 1     | 02/05/2016
                         | 2     | 01/05/2016
                Episodes | CHILD | DECOM      | REASON_PLACE_CHANGE
                >        | 1     | 01/05/2026 | CUSTOD
                         | 2     | 01/05/2026 | CUSTOD
            ",
        },
    ],
};
fn was_too_young(child: Child, told: &mut Told) {
    for h in child.rows(HEADER) {
        for e in child.rows(EPISODES).iter().filter(|e| e.is(ep::REASON_PLACE_CHANGE, &["CUSTOD"])) {
            told.ask(&[e, h], || {
                let born = h.day(header::DOB)?;
                Ok(born.is_some() && !is_aged(10, born, Some(moved(e)?)))
            });
        }
    }
}
fn moved(e: Row) -> Result<Date, Unclear> {
    let day = if e.whole().has(ep::DEC) { e.day(ep::DEC)? } else { e.day(ep::DECOM)? };
    Ok(day.unwrap_or(e.given().end))
}
