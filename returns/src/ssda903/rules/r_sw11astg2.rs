//! A gap after a social worker who ended more than five days before 31 March; one of the last five days is asked by
//! SW11bSTG2. Reported is who came next, or, where nobody came, the one who ended.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "SW11aSTG2",
    level: Level::Error,
    wrong: "The social worker ended well before 31 March, and within five days nobody else began.",
    why: "A looked-after child must have a social worker at all times.",
    todo: "Add the social worker who took over, or correct the days.",
    reason: Reason::People,
    fields: &[sw::SW_DEC],
    versions: &[Version::since(2024, &[sw::CHILD, sw::SW_DECOM, sw::SW_DEC], Check::Child(left_a_gap)).until(2024)],
    cases: &[Case {
        about: "five days are no gap",
        given: "
                SWEpisodes | CHILD | SW_DECOM   | SW_DEC
                           | 1     | 01/05/2023 | 01/06/2023
                           | 1     | 06/06/2023 |
                           | 2     | 01/05/2023 | 01/06/2023
                >          | 2     | 07/06/2023 |
                >          | 3     | 01/05/2023 | 25/03/2024
                           | 4     | 01/05/2023 | 26/03/2024
                           | 5     | 01/05/2023 | 01/06/2023
                >          | 5     |            |
                           | 6     | 01/05/2023 | 01/06/2023
                           | 6     | 01/04/2023 |
                ?          | 7     | 01/05/2023 | 31/06/2023

            ",
    }],
};
fn left_a_gap(child: Child, told: &mut Told) {
    let rows = child.rows(SW_EPISODES);
    for one in rows {
        let others = rows.iter().filter(|other| *other != one);
        let came_next = |ended: Date| others.clone().find(|o| matches!(took_over(*o), Ok(Some(d)) if d > ended));
        let undated = others.clone().find(|o| o.is_blank(sw::SW_DECOM));
        let ended = worker_day(one, sw::SW_DEC);
        let shown = ended.ok().flatten().and_then(came_next).or(undated).unwrap_or(one);
        let rows = if ended.is_err() { [one] } else { [shown] };
        told.ask(&rows, || {
            let Some(ended) = ended?.filter(|d| days_before_the_end(one, *d) > GAP) else { return Ok(false) };
            Ok(!any(others.clone(), |other| {
                let stays_on = worker_day(other, sw::SW_DEC)?.is_none_or(|d| d > ended);
                Ok(stays_on && took_over(other)?.is_some_and(|began| days_between(ended, began) <= GAP))
            })?)
        });
    }
}
