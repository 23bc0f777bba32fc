//! Short breaks of 75 days in all in twelve months (Care Planning, Placement and Case Review Regulations 2010 reg
//! 48), counted in the collection year; an open one lasts to its end.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "367",
    level: Level::Error,
    wrong: "The child's short breaks add up to more than 75 days in this collection year.",
    why: "Beyond that the child must be planned for, visited and reviewed like any looked-after child.",
    todo: "Correct the days, or give the legal status of an ordinary stay from the day on which the limit was passed.",
    reason: Reason::Law,
    fields: &[ep::LS, ep::DECOM, ep::DEC],
    versions: &[Version::always(&[ep::CHILD, ep::LS, ep::DECOM, ep::DEC], Check::Child(add_up_to_too_much))],
    cases: &[Case {
        about: "only the days in the year count, and every break that adds some is shown",
        given: "
            2025/26
            Episodes | CHILD | DECOM      | DEC        | LS
            >        | 1     | 01/05/2025 | 31/05/2025 | V3
            >        | 1     | 01/06/2025 | 01/07/2025 | V3
            >        | 1     | 01/08/2025 | 17/08/2025 | V3
                     | 1     | 01/09/2025 | 01/12/2025 | V2
                     | 2     | 01/05/2025 | 31/05/2025 | V3
                     | 2     | 01/06/2025 | 01/07/2025 | V3
                     | 2     | 01/08/2025 | 16/08/2025 | V3
                     | 3     | 01/01/2025 | 01/06/2025 | V3
            >        | 4     | 01/12/2025 |            | V3
                     | 4     | 01/12/2025 | 01/11/2025 | V3
            ?        | 4     | 01/12/2025 | 31/11/2025 | V3
        ",
    }],
};
fn add_up_to_too_much(child: Child, told: &mut Told) {
    let given = child.given();
    let mut breaks = Vec::new();
    let mut days = 0;
    for e in told.in_order(child.rows(EPISODES), ep::DECOM).into_iter().filter(|e| e.is(ep::LS, &["V3"])) {
        let (began, ended) = match (e.day(ep::DECOM), e.day(ep::DEC)) {
            (Ok(Some(began)), Ok(ended)) => (began, ended.unwrap_or(given.end)),
            (Err(unclear), _) | (_, Err(unclear)) => {
                told.cannot_tell(&[e], unclear);
                continue;
            }
            (Ok(None), _) => continue,
        };
        let inside = days_between(began.max(given.start), ended.min(given.end));
        if inside > 0 {
            breaks.push(e);
            days += inside;
        }
    }
    if days > 75 {
        told.breaks(&breaks);
    }
}
