//! On 31 March a looked-after child has a social worker. One who ended on that day was there. A child whom the episodes
//! show to have left care before, or to have had short breaks only, needs none. The child's last row is reported.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "SW17STG2",
    level: Level::Error,
    wrong: "None of the social workers of the child was there on 31 March.",
    why: "A looked-after child must have a social worker at all times.",
    todo: "Add the social worker who took over, or leave the last day blank if the last one is still there.",
    reason: Reason::People,
    fields: &[sw::SW_DEC, sw::SW_DECOM],
    versions: &[Version::since(2026, &[sw::CHILD, sw::SW_DECOM, sw::SW_DEC], Check::Child(has_none_on_31_march))
        .may_read(&[ep::DEC, ep::LS])],
    cases: &[Case {
        about: "the last day itself is long enough",
        given: "
                SWEpisodes | CHILD | SW_DECOM   | SW_DEC
                >          | 1     | 01/05/2026 | 30/03/2027
                           | 2     | 01/05/2026 | 31/03/2027
                           | 3     | 01/05/2026 |
                           | 4     | 01/05/2026 | 01/06/2026
                >          | 4     | 01/06/2026 | 01/07/2026
                >          | 5     | 01/04/2027 |
                           | 6     | 01/05/2026 | 01/06/2026
                           | 7     | ZZ/ZZ/ZZZZ |
                >          | 8     | 01/05/2026 | ZZ/06/2026
                ?          | 9     | 01/05/2026 | 31/06/2026
                Episodes   | CHILD | DEC        | LS
                           | 1     |            | C2
                           | 6     | 01/06/2026 | C2

            ",
    }],
};
fn has_none_on_31_march(child: Child, told: &mut Told) {
    let workers = child.rows(SW_EPISODES);
    let Some(shown) = workers.iter().next_back() else { return };
    told.ask(&[shown], || {
        let end = child.given().end;
        let is_there = |row: Row| {
            let began = worker_day(row, sw::SW_DECOM)?.is_none_or(|d| d <= end);
            let stays = row.is_blank(sw::SW_DEC) || worker_day(row, sw::SW_DEC)?.is_some_and(|d| d >= end);
            Ok(began && stays)
        };
        Ok(!any(workers, is_there)? && may_be_looked_after_at_the_end(child)?)
    });
}
