//! Last year's open episode goes on this year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "502",
    level: Level::Error,
    wrong: "Last year's return ended with an open episode, and this year's first episode does not begin on the same \
        day.",
    why: "The two returns then tell of different time in care, and the child's history breaks at 31 March.",
    todo: "Find out which of the two days is true; correct this year's, or send last year's again.",
    reason: Reason::Data,
    fields: &[ep::DECOM],
    versions: &[Version::always(&[ep::CHILD, ep::DECOM], Check::Child(begins_elsewhere)).needs_prior(&[
        ep::CHILD,
        ep::DECOM,
        ep::DEC,
    ])],
    cases: &[Case {
        about: "only the episode that was open last year must go on",
        given: "
            Episodes      | CHILD | DECOM
            >             | 1     | 02/05/2025
                          | 2     | 01/05/2025
                          | 3     | 02/05/2025
                          | 4     | 02/05/2025
            Episodes_last | CHILD | DECOM      | DEC
                          | 1     | 01/05/2025 |
                          | 2     | 01/05/2025 |
                          | 3     | 01/05/2025 | 02/05/2025
        ",
    }],
};
fn begins_elsewhere(child: Child, told: &mut Told) {
    let first = told.in_order(child.rows(EPISODES), ep::DECOM).into_iter().next();
    if let (Some(first), Some(last)) = (first, open_last_year(child)) {
        told.ask(&[first], || Ok(first.day(ep::DECOM)? != last.day(ep::DECOM)?));
    }
}
