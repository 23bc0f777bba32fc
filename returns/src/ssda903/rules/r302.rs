//! In care before birth.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "302",
    level: Level::Error,
    wrong: "Care began on a day on which, by the Header, the child was not yet born.",
    why: "A child cannot be looked after before birth, so one of the two days is wrong and all ages from it too.",
    todo: "Check the date of birth, and the day on which the episode began.",
    reason: Reason::Data,
    fields: &[ep::DECOM, header::DOB],
    versions: &[Version::always(
        &[header::CHILD, header::DOB, ep::CHILD, ep::DECOM],
        Check::Child(begins_before_birth),
    )],
    cases: &[Case {
        about: "the day of birth is possible; only the first episode is reported",
        given: "
            Episodes | CHILD | DECOM
                     | 1     | 30/04/2026
            >        | 1     | 29/04/2026
                     | 2     | 01/05/2026
                     | 3     | 30/04/2026
                     | 4     | 30/04/2026
            ?        | 5     | 30/04/26
            >        | 5     | 30/04/2026
            Header | CHILD | DOB
            >      | 1     | 01/05/2026
                   | 2     | 01/05/2026
                   | 3     |
            >      | 5     | 01/05/2026
        ",
    }],
};
fn begins_before_birth(child: Child, told: &mut Told) {
    let Some(first) = told.in_order(child.rows(EPISODES), ep::DECOM).first().copied() else { return };
    for header in child.rows(HEADER) {
        told.ask(&[header, first], || Ok(before(first.day(ep::DECOM)?, header.day(header::DOB)?)));
    }
}
