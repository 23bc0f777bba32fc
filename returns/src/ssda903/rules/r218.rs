//! A placement of a kind that Ofsted registers has a URN, or seven X where it is not known. Not asked of short
//! breaks, nor of places outside England, which Ofsted does not register. Unregulated accommodation (H5, P2) had none
//! until 2023/24; from then on the types that have none are the same but for the other placements.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "218",
    level: Level::Error,
    wrong: "The placement is of a kind that is registered with Ofsted, and its URN is missing.",
    why: "Without it, it cannot be told whether the child is in a registered place.",
    todo: "Give the URN from Ofsted's list of providers.",
    reason: Reason::Law,
    fields: &[ep::URN],
    versions: &[
        Version::always(
            &[ep::PLACE, ep::URN],
            Check::Row(EPISODES, |e| lacks_urn(e, OTHER_UNTIL_2025, &["P1", "P2", "P3", "H5", "R1", "R2", "R5"])),
        )
        .until(2024)
        .may_read(&[ep::LS, ep::PL_LA]),
        Version::since(
            2025,
            &[ep::PLACE, ep::URN],
            Check::Row(EPISODES, |e| lacks_urn(e, OTHER_UNTIL_2025, UNREGISTERED)),
        )
        .until(2025)
        .may_read(&[ep::LS, ep::PL_LA]),
        Version::since(2026, &[ep::PLACE, ep::URN], Check::Row(EPISODES, |e| lacks_urn(e, OTHER, UNREGISTERED)))
            .may_read(&[ep::LS, ep::PL_LA]),
    ],
    cases: &[
        Case {
            about: "from 2025/26 on",
            given: "
                2025/26
                Episodes | CHILD | LS | PLACE | URN      | PL_LA
                >        | 1     | C2 | U6    |          | 892
                         | 2     | C2 | U6    | SC000001 | 892
                         | 3     | C2 | U6    | XXXXXXX  | 892
                >        | 4     | C2 | K3    |          |
                         | 5     | C2 | R5    |          | 892
                         | 6     | C2 | Z13   |          | 892
                         | 7     | C2 | T2    |          | 892
                         | 8     | V3 | U6    |          |
                         | 9     | C2 | U6    |          | SCO
                         | 10    | C2 |       |          |
            ",
        },
        Case {
            about: "one kind of other placement in 2024/25",
            given: "
                2024/25
                Episodes | CHILD | PLACE | URN
                         | 1     | Z1    |
                >        | 2     | K3    |
            ",
        },
        Case {
            about: "unregulated accommodation until 2023/24",
            given: "
                2023/24
                Episodes | CHILD | PLACE | URN
                         | 1     | H5    |
                         | 2     | P2    |
                >        | 3     | K2    |
            ",
        },
    ],
};
/// Types that are not registered whatever the year, the temporary and other ones apart.
const UNREGISTERED: &[&str] = &["P1", "P3", "R1", "R2", "R5"];

fn lacks_urn(e: Row, others: &[&str], unregistered: &[&str]) -> Answer {
    let has_none = is_temporary(e) || e.is(ep::PLACE, others) || e.is(ep::PLACE, unregistered);
    let is_asked = e.is_filled(ep::PLACE) && !has_none && !is_short_break(e) && !is_outside_england(e);
    Ok(is_asked && e.is_blank(ep::URN))
}
