//! The last social worker ended within the five days before 31 March, and nobody followed. The child's last row is
//! reported.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "SW11bSTG2",
    level: Level::Error,
    wrong: "The last social worker ended a few days before 31 March, and nobody else began.",
    why: "A looked-after child must have a social worker at all times, and it seems that this one has none now.",
    todo: "Add the social worker who took over, or leave the day blank if the last one is still there.",
    reason: Reason::People,
    fields: &[sw::SW_DEC],
    versions: &[Version::since(2024, &[sw::CHILD, sw::SW_DECOM, sw::SW_DEC], Check::Child(left_nobody))],
    cases: &[Case {
        about: "the last five days before 31 March",
        given: "
                SWEpisodes | CHILD | SW_DECOM   | SW_DEC
                >          | 1     | 01/05/2026 | 26/03/2027
                           | 2     | 01/05/2026 | 25/03/2027
                >          | 3     | 01/05/2026 | 30/03/2027
                           | 4     | 01/05/2026 | 31/03/2027
                           | 5     | 01/05/2026 | 28/03/2027
                           | 5     | 28/03/2027 |
                           | 6     | 01/05/2026 | 28/03/2027
                >          | 6     |            |
                           | 7     | 01/05/2026 |
                ?          | 8     | 01/05/2026 | 31/06/2026

            ",
    }],
};
fn left_nobody(child: Child, told: &mut Told) {
    let rows = child.rows(SW_EPISODES);
    let Some(shown) = rows.iter().next_back() else { return };
    told.ask(&[shown], || {
        let mut last = None;
        for row in rows {
            last = last.max(worker_day(row, sw::SW_DEC)?.map(|ended| (ended, row.at)));
        }
        let is_late = |day: Date| (1..=GAP).contains(&days_before_the_end(shown, day));
        let Some((ended, at)) = last.filter(|(ended, _)| is_late(*ended)) else { return Ok(false) };
        let others = rows.iter().filter(|row| row.at != at);
        Ok(!any(others, |other| Ok(took_over(other)?.is_some_and(|began| began >= ended)))?)
    });
}
