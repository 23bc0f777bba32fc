//! Another first child than last year. Of a care leaver without an episode in the year it is not asked (rule 628).
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "624",
    level: Level::Error,
    wrong: "The date of birth of her first child is not the one of last year's return.",
    why: "She has one first child: one of the two returns is wrong.",
    todo: "Correct the date, or send last year's return again.",
    reason: Reason::Data,
    fields: &[header::MC_DOB],
    versions: &[Version::always(
        &[header::CHILD, header::MC_DOB],
        Check::Child(|child, told| beside_last_year(child, told, is_another)),
    )
    .may_read(&[ep::CHILD, oc3::CHILD])
    .needs_prior(&[header::CHILD, header::MC_DOB])],
    cases: &[Case {
        about: "a date that last year did not have is new, one that is gone is another",
        given: "
                Header | CHILD | MC_DOB
                >      | 1     | 01/06/2025
                >      | 2     |
                       | 3     | 01/05/2025
                       | 4     | 01/05/2025
                       | 5     | 01/05/2025
                       | 6     |
                OC3    | CHILD
                       | 6
                Header_last | CHILD | MC_DOB
                            | 1     | 01/05/2025
                            | 2     | 01/05/2025
                            | 3     | 01/05/2025
                            | 4     |
                            | 6     | 01/05/2025
            ",
    }],
};
fn is_another(now: Row, last: Row) -> Answer {
    let before = last.day(header::MC_DOB)?;
    let child = now.child();
    if now.is_blank(header::MC_DOB) && child.rows(EPISODES).is_empty() && !child.rows(OC3).is_empty() {
        return Ok(false);
    }
    Ok(before.is_some() && now.day(header::MC_DOB)? != before)
}
