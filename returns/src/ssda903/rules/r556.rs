//! A freeing order before the decision. Unlike rule 554 it is known to report the episode alone.
use super::{adoption::decisions_after, prelude::*};

pub const RULE: Rule = Rule {
    code: "556",
    level: Level::Error,
    wrong: "The freeing order was granted before it was decided that the child should be placed for adoption.",
    why: "An authority applied for the order only once it had decided, so one of the days is wrong.",
    todo: "Check DATE_PLACED, and the day on which the legal status became D1.",
    reason: Reason::Law,
    fields: &[placed::DATE_PLACED, ep::DECOM],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::LS, placed::CHILD, placed::DATE_PLACED],
        Check::Child(is_freed_too_early),
    )
    .may_read(&[placed::DATE_PLACED_CEASED])
    .until(2024)],
    cases: &[Case {
        about: "the first episode under the order tells when it was granted",
        given: "
            Episodes | CHILD | DECOM      | LS
            >        | 1     | 01/05/2023 | D1
                     | 1     | 01/06/2023 | D1
                     | 2     | 02/05/2023 | D1
                     | 3     | 01/05/2023 | E1
                     | 4     | 01/05/2023 | D1
            ?        | 5     | 01/05/2023 | D1
            PlacedAdoption | CHILD | DATE_PLACED
                           | 1     | 02/05/2023
                           | 2     | 02/05/2023
                           | 3     | 02/05/2023
                           | 4     |
                           | 5     | 2/5/2023
        ",
    }],
};
fn is_freed_too_early(child: Child, told: &mut Told) {
    if child.rows(PLACED_ADOPTION).is_empty() {
        return;
    }
    let freed = told.in_order(child.rows(EPISODES), ep::DECOM).into_iter().find(|e| e.is(ep::LS, &["D1"]));
    if let Some(freed) = freed {
        told.ask(&[freed], || Ok(!decisions_after(child, freed.day(ep::DECOM)?)?.is_empty()));
    }
}
