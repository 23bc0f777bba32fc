//! Missing after care had ended.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "578",
    level: Level::Error,
    wrong: "The child went missing on a day when care had ended.",
    why: "Nobody is missing from care who is not in care.",
    todo: "Correct the day, or add the episode in which the child went missing.",
    reason: Reason::Data,
    fields: &[missing::MIS_START],
    versions: &[Version::always(
        &[missing::CHILD, missing::MIS_START, ep::CHILD, ep::DECOM, ep::DEC],
        Check::Child(went_after_care),
    )],
    cases: &[Case {
        about: "the day on which care ended is still of it",
        given: "
                Missing  | CHILD | MIS_START
                >        | 1     | 11/06/2026
                         | 2     | 10/06/2026
                         | 3     | 11/06/2026
                         | 4     | 15/06/2026
                         | 5     |
                         | 6     | 11/06/2026
                ?        | 7     | 11/06/2026
                Episodes | CHILD | DECOM      | DEC
                         | 1     | 01/05/2026 | 10/06/2026
                         | 2     | 01/05/2026 | 10/06/2026
                         | 3     | 01/05/2026 | 10/06/2026
                         | 3     | 10/06/2026 |
                         | 4     | 01/05/2026 | 10/06/2026
                         | 4     | 20/06/2026 |
                         | 5     | 01/05/2026 | 10/06/2026
                         | 7     | 01/05/2026 | 31/06/2026

            ",
    }],
};
fn went_after_care(child: Child, told: &mut Told) {
    for m in child.rows(MISSING) {
        told.ask(&[m], || {
            let runs = runs_of_care(child)?;
            let (Some(gone), Some(last)) = (m.day(missing::MIS_START)?, runs.last()) else { return Ok(false) };
            Ok(last.1.is_some() && !runs.iter().any(|run| is_within(run, gone)))
        });
    }
}
