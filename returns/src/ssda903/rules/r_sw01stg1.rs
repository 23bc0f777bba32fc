//! Of a child who is looked after on 31 March each social worker is told in full. A child of whom nothing else is known
//! is taken to be looked after. One who has no social worker at all is reported by SW12STG2, in the same year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "SW01STG1",
    level: Level::Error,
    wrong: "The child is looked after on 31 March, and a social worker has no id, first day or reason.",
    why: "How often a child gets a new social worker can only be told if each of them is known.",
    todo: "Give the id, the first day and the reason for the change.",
    reason: Reason::Guidance,
    fields: &[sw::SW_ID, sw::SW_DECOM, sw::SW_REASON],
    versions: &[Version::since(
        2024,
        &[sw::CHILD, sw::SW_ID, sw::SW_DECOM, sw::SW_REASON, ep::CHILD, ep::DEC, ep::LS],
        Check::Child(is_not_told_of),
    )
    .until(2024)],
    cases: &[Case {
        about: "of those who left, and of short breaks, it is not asked",
        given: "
                SWEpisodes | CHILD | SW_ID | SW_DECOM   | SW_REASON
                >          | 1     |       | 01/05/2023 | FCONTA
                >          | 2     | SW1   |            | FCONTA
                >          | 3     | SW1   | 01/05/2023 |
                           | 4     | SW1   | 01/05/2023 | FCONTA
                           | 5     |       | 01/05/2023 | FCONTA
                           | 6     |       | 01/05/2023 | FCONTA
                >          | 7     |       | 01/05/2023 | FCONTA
                ?          | 8     |       | 01/05/2023 | FCONTA
                Episodes   | CHILD | DEC        | LS
                           | 1     |            | C2
                           | 2     |            | C2
                           | 3     | 01/06/2023 | V2
                           | 3     |            | C2
                           | 4     |            | C2
                           | 5     | 01/06/2023 | C2
                           | 6     |            | V4
                           | 8     | 31/06/2023 | C2

            ",
    }],
};
fn is_not_told_of(child: Child, told: &mut Told) {
    for row in child.rows(SW_EPISODES).iter().filter(|row| WORKER.iter().any(|c| row.is_blank(*c))) {
        told.ask(&[row], || may_be_looked_after_at_the_end(child));
    }
}
