//! One social worker at a time: the one who began too early is reported.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "SW10STG2",
    level: Level::Error,
    wrong: "The social worker began before the one before had ended.",
    why: "It cannot be told who is responsible for the child.",
    todo: "Correct the day on which the one ended or the other began.",
    reason: Reason::Data,
    fields: &[sw::SW_DECOM],
    versions: &[Version::since(2024, &[sw::CHILD, sw::SW_DECOM, sw::SW_DEC], Check::Child(began_too_early))],
    cases: &[Case {
        about: "on the day the one ends the other may begin",
        given: "
                SWEpisodes | CHILD | SW_DECOM   | SW_DEC
                           | 1     | 01/05/2026 | 03/06/2026
                >          | 1     | 02/06/2026 |
                           | 2     | 01/05/2026 | 02/06/2026
                           | 2     | 02/06/2026 |
                           | 3     | 01/05/2026 |
                           | 3     | 02/06/2026 |
                           | 4     | 01/05/2026 | ZZ/06/2026
                           | 4     | 02/06/2026 |
                           | 5     | 01/05/2026 | 31/06/2026
                ?          | 5     | 02/06/2026 |

            ",
    }],
};
fn began_too_early(child: Child, told: &mut Told) {
    for pair in workers(child, told).windows(2) {
        if let [(one, _), (next, began)] = pair {
            told.ask(&[*next], || Ok(worker_day(*one, sw::SW_DEC)?.is_some_and(|ended| *began < ended)));
        }
    }
}
