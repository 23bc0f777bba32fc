//! A child who is looked after on 31 March has a social worker. Since 2024/25, when the year before is reported too,
//! so has one who was on 31 March of the two years before. Short breaks do not count. The row that shows that the
//! child is looked after is reported. A file without SW_DEC does not tell whether one who began before care stayed
//! on, so there only one who began with it, or later, is known to be the child's.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "SW12STG2",
    level: Level::Error,
    wrong: "The child is looked after on 31 March, and no social worker is reported for that time in care.",
    why: "A looked-after child must have a social worker, or the table is not complete.",
    todo: "Add the social workers of the child from the beginning of the reporting period on, those before care too.",
    reason: Reason::People,
    fields: &[sw::SW_DECOM],
    versions: &[
        Version::since(2024, READS, Check::Child(|child, told| has_no_worker(child, told, 0)))
            .until(2024)
            .may_read(&[sw::SW_DEC]),
        Version::since(2025, READS, Check::Child(|child, told| has_no_worker(child, told, 2))).may_read(&[sw::SW_DEC]),
    ],
    cases: &[
        Case {
            about: "whoever was there for some of the time",
            given: "
                SWEpisodes | CHILD | SW_DECOM   | SW_DEC
                           | 1     | 01/06/2026 |
                           | 3     | 01/01/2020 |
                           | 4     | 01/01/2020 | 30/04/2026
                           | 5     | 01/01/2020 | 01/05/2026
                           | 8     |            |
                           | 9     | ZZ/ZZ/ZZZZ |
                Episodes   | CHILD | DECOM      | DEC        | RNE | REC | LS
                           | 1     | 01/05/2026 |            | S   |     | C2
                           | 2     | 01/05/2026 | 02/06/2026 | S   | X1  | C2
                >          | 2     | 02/06/2026 |            | P   |     | C2
                           | 3     | 01/05/2026 |            | S   |     | C2
                >          | 4     | 01/05/2026 |            | S   |     | C2
                           | 5     | 01/05/2026 |            | S   |     | C2
                           | 6     | 01/05/2026 |            | S   |     | V4
                           | 7     | 01/05/2026 | 01/06/2026 | S   | E4A | C2
                >          | 8     | 01/05/2026 |            | S   |     | C2
                           | 9     | 01/05/2026 |            | S   |     | C2
                >          | 10    | 01/05/2020 | 01/06/2026 | S   | E4A | C2

            ",
        },
        Case {
            about: "in 2023/24 only who was still there",
            given: "
                2023/24
                SWEpisodes | CHILD | SW_DECOM
                           | 3     | 01/05/2023
                           | 4     | 30/04/2023
                Episodes   | CHILD | DECOM      | DEC        | RNE | REC | LS
                >          | 1     | 01/05/2020 |            | S   |     | C2
                           | 2     | 01/05/2020 | 01/06/2023 | S   | E4A | C2
                           | 3     | 01/05/2023 |            | S   |     | C2
                >          | 4     | 01/05/2023 |            | S   |     | C2

            ",
        },
    ],
};
const READS: &[Column] = &[sw::CHILD, sw::SW_DECOM, ep::CHILD, ep::DECOM, ep::DEC, ep::RNE, ep::REC, ep::LS];

fn has_no_worker(child: Child, told: &mut Told, years_before: i64) {
    let episodes: Vec<Row> = child.rows(EPISODES).iter().filter(|e| !is_short_break(*e)).collect();
    let Some(shown) = episodes.iter().rev().find(|e| e.is_filled(ep::DECOM)) else { return };
    told.ask(&[*shown], || {
        let ended = shown.day(ep::DEC)?;
        let began = shown.day(ep::DECOM)?;
        let is_there = |day: Date| began.is_some_and(|d| d <= day) && ended.is_none_or(|d| d > day);
        let mut marches = (0..=years_before).map(|years| plus_months(child.given().end, -12 * years));
        if ended.is_some() && !marches.any(is_there) {
            return Ok(false);
        }
        let dated: Vec<Row> = episodes.iter().copied().filter(|e| e.is_filled(ep::DECOM)).collect();
        let periods = periods_of_care(&dated)?;
        let Some(first) = periods.last().and_then(|period| period.first()) else { return Ok(false) };
        let Some(from) = first.day(ep::DECOM)? else { return Ok(false) };
        Ok(!any(child.rows(SW_EPISODES), |row| was_there(row, from, ended))?)
    });
}
/// Whether the social worker was there for some of the time in care.
fn was_there(row: Row, from: Date, to: Option<Date>) -> Answer {
    let began = worker_day(row, sw::SW_DECOM)?;
    if row.is_blank(sw::SW_DECOM) || before(to, began) {
        return Ok(false);
    }
    match row.whole().has(sw::SW_DEC) {
        true => Ok(worker_day(row, sw::SW_DEC)?.is_none_or(|ended| ended >= from)),
        false => Ok(began.is_none_or(|began| began >= from)),
    }
}
