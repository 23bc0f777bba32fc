//! Another authority took over the care with the last episode; where this year has none, with the last of the earlier
//! returns that are given.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1011",
    level: Level::Error,
    wrong: "The last episode ended because another local authority took over the care, yet there is care leaver \
        information.",
    why: "The other authority owes the help and counts the young person; both would.",
    todo: "Empty the row of OC3, or correct the reason why the episode ended.",
    reason: Reason::Guidance,
    fields: LEAVER,
    versions: &[Version::always(&[oc3::CHILD, ep::CHILD, ep::DECOM, ep::REC], Check::Child(has_gone_to_another))
        .may_read(LEAVER)
        .helped_by(&[ep::CHILD, ep::DECOM, ep::REC])],
    cases: &[Case {
        about: "only the last episode counts",
        given: "
                OC3           | CHILD | ACCOM
                >             | 1     | B1
                              | 2     | B1
                              | 3     |
                >             | 4     | B1
                              | 5     | B1
                Episodes      | CHILD | DECOM      | REC
                              | 1     | 01/05/2026 | X1
                              | 1     | 02/06/2026 | E3
                              | 2     | 01/05/2026 | E3
                              | 2     | 02/06/2026 | E4A
                              | 3     | 01/05/2026 | E3
                              | 5     |            | E3
                Episodes_last | CHILD | DECOM      | REC
                              | 2     | 01/05/2025 | E3
                              | 4     | 01/05/2025 | E3

            ",
    }],
};
fn has_gone_to_another(child: Child, told: &mut Told) {
    let this_year = latest(child.rows(EPISODES));
    let last = this_year.or_else(|| child.before(EPISODES).max_by_key(|e| e.day(ep::DECOM).ok().flatten()));
    if last.is_some_and(|e| e.is(ep::REC, &["E3"])) {
        told.each_breaks(child.rows(OC3).iter().filter(|o| has_leaver_information(*o)));
    }
}
