//! Missing before care began: before the first episode of this return and of the earlier ones that are given.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "581",
    level: Level::Error,
    wrong: "The child went missing before the day on which care began.",
    why: "Nobody is missing from care who is not yet in care.",
    todo: "Correct the day, or take the row out and keep it in the child in need record.",
    reason: Reason::Data,
    fields: &[missing::MIS_START],
    versions: &[Version::always(
        &[missing::CHILD, missing::MIS_START, ep::CHILD, ep::DECOM],
        Check::Child(went_before_care),
    )
    .helped_by(&[ep::CHILD, ep::DECOM])],
    cases: &[Case {
        about: "the first day of care is of it",
        given: "
                Missing       | CHILD | MIS_START
                >             | 1     | 30/04/2026
                              | 2     | 01/05/2026
                              | 3     | 30/04/2026
                              | 4     |
                              | 5     | 30/04/2026
                ?             | 6     | 30/04/2026
                Episodes      | CHILD | DECOM
                              | 1     | 01/05/2026
                              | 1     | 02/06/2026
                              | 2     | 01/05/2026
                              | 3     | 01/05/2026
                              | 4     | 01/05/2026
                              | 6     | 01/05/26
                Episodes_last | CHILD | DECOM
                              | 3     | 01/06/2025

            ",
    }],
};
fn went_before_care(child: Child, told: &mut Told) {
    for m in child.rows(MISSING) {
        told.ask(&[m], || {
            let mut first = None;
            for e in child.rows(EPISODES).iter().chain(child.before(EPISODES)) {
                let began = e.day(ep::DECOM)?;
                first = [first, began].into_iter().flatten().min();
            }
            Ok(before(m.day(missing::MIS_START)?, first))
        });
    }
}
