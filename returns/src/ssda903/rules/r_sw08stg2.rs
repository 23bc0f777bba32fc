//! One social worker at a time: the earlier one is reported.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "SW08STG2",
    level: Level::Error,
    wrong: "A new social worker began, but the one before has not ended.",
    why: "It cannot be told who is responsible for the child.",
    todo: "Give the day on which the earlier social worker ended.",
    reason: Reason::Data,
    fields: &[sw::SW_DEC],
    versions: &[Version::since(2024, &[sw::CHILD, sw::SW_DECOM, sw::SW_DEC], Check::Child(has_not_ended))],
    cases: &[Case {
        about: "only the last may be open",
        given: "
                SWEpisodes | CHILD | SW_DECOM   | SW_DEC
                >          | 1     | 01/05/2026 |
                           | 1     | 02/06/2026 |
                           | 2     | 01/05/2026 | 02/06/2026
                           | 2     | 02/06/2026 |
                           | 3     |            |
                           | 3     | 01/05/2026 |
                >          | 4     | 02/06/2026 |
                           | 4     | 01/05/2026 | 02/06/2026
                           | 4     | 03/06/2026 | 05/06/2026
                ?          | 5     | 2/6/2026   |

            ",
    }],
};
fn has_not_ended(child: Child, told: &mut Told) {
    let workers = workers(child, told);
    let earlier = workers.iter().map(|(row, _)| *row).take(workers.len().saturating_sub(1));
    told.each_breaks(earlier.filter(|row| row.is_blank(sw::SW_DEC)));
}
