//! Own provision is in the own authority, but for foster carers and adopters, who live where they live, and from
//! 2025/26 on supported accommodation. Not asked of short breaks.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1015",
    level: Level::Error,
    wrong: "The authority's own provision is given, and the placement lies in another authority.",
    why: "Either the provider or the postcode is not true, or the authority runs a home elsewhere.",
    todo: "Check PLACE_PROVIDER and PL_POST; if the home is the authority's own, say so.",
    reason: Reason::Data,
    fields: &[ep::PL_LA],
    versions: &[
        Version::always(
            &[ep::PLACE, ep::LS, ep::PLACE_PROVIDER, ep::PL_LA],
            Check::Row(EPISODES, |e| is_elsewhere(e, &[])),
        )
        .until(2025),
        Version::since(
            2026,
            &[ep::PLACE, ep::LS, ep::PLACE_PROVIDER, ep::PL_LA],
            Check::Row(EPISODES, |e| is_elsewhere(e, &["K3"])),
        ),
    ],
    cases: &[
        Case {
            about: "foster carers, adopters and supported accommodation may be elsewhere",
            given: "
                authority 892
                Episodes | CHILD | PLACE | LS | PLACE_PROVIDER | PL_LA
                         | 1     | K2    | C2 | PR1            | 892
                >        | 2     | K2    | C2 | PR1            | 891
                         | 3     | U6    | C2 | PR1            | 891
                         | 4     | A4    | E1 | PR1            | 891
                         | 5     | K3    | C2 | PR1            | 891
                         | 6     | K2    | V3 | PR1            | 891
                         | 7     | K2    | C2 | PR4            | 891
                         | 8     |       | C2 | PR1            | 891
                         | 9     | K2    |    | PR1            | 891
                         | 10    | K2    | C2 | PR1            |
            ",
        },
        Case {
            about: "supported accommodation until 2024/25",
            given: "
                2024/25
                Episodes | CHILD | PLACE | LS | PLACE_PROVIDER | PL_LA
                >        | 1     | K3    | C2 | PR1            | 891
                         | 2     | U1    | C2 | PR1            | 891
            ",
        },
    ],
};
fn is_elsewhere(e: Row, anywhere: &[&str]) -> Answer {
    let is_own = e.is(ep::PLACE_PROVIDER, &["PR1"]) && e.is_filled(ep::PLACE) && e.is_filled(ep::LS);
    let may_be_elsewhere =
        e.is(ep::PLACE, FOSTERED) || e.is(ep::PLACE, PLACED_FOR_ADOPTION) || e.is(ep::PLACE, anywhere);
    Ok(is_own && !may_be_elsewhere && !is_short_break(e) && is_in_another_authority(e))
}
