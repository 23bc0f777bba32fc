//! Our own provider, or another authority's.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "229",
    level: Level::Error,
    wrong: "The placement is said to be our own and the provider lies elsewhere, or to be another authority's and \
        the provider lies here.",
    why: "How much we place outside our own is counted from it. Where a provider lies is inferred from its postcode.",
    todo: "Correct the placement provider or the URN; leave it if the provider is only inferred to lie there.",
    reason: Reason::Data,
    fields: &[ep::URN, ep::PLACE_PROVIDER],
    versions: &[
        Version::always(
            &[ep::PLACE_PROVIDER, ep::URN, providers::URN, providers::LA_CODE_INFERRED],
            Check::Return(|whole, told| with_its_provider(whole, told, is_of_another)),
        )
        .until(2025),
        Version::since(
            2026,
            &[ep::PLACE, ep::PLACE_PROVIDER, ep::URN, providers::URN, providers::LA_CODE_INFERRED],
            Check::Return(|whole, told| with_its_provider(whole, told, is_of_another_and_no_supported_accommodation)),
        ),
    ],
    cases: &[
        Case {
            about: "supported accommodation is left out",
            given: "
                authority 892
                Providers | URN | LA_CODE_INFERRED
                          | 1   | 892
                          | 2   | 891
                          | 3   |
                Episodes | CHILD | PLACE | PLACE_PROVIDER | URN
                         | 1     | K2    | PR1            | 1
                >        | 2     | K2    | PR1            | 2
                >        | 3     | K2    | PR1            | 3
                >        | 4     | K2    | PR2            | 1
                         | 5     | K2    | PR2            | 2
                         | 6     | K2    | PR2            | 3
                         | 7     | K3    | PR1            | 2
                         | 8     | K2    | PR4            | 1
                         | 9     | K2    | PR1            | XXXXXXX
            ",
        },
        Case {
            about: "up to 2024/25 it was not",
            given: "
                2024/25
                authority 892
                Providers | URN | LA_CODE_INFERRED
                          | 2   | 891
                Episodes | CHILD | PLACE | PLACE_PROVIDER | URN
                >        | 1     | K3    | PR1            | 2
                         | 2     | K3    | PR2            | 2
            ",
        },
    ],
};
fn is_of_another(e: Row, provider: Row) -> Answer {
    let ours = e.given().authority.to_uppercase();
    let is_ours = provider.code(providers::LA_CODE_INFERRED) == ours;
    Ok(!ours.is_empty()
        && (e.is(ep::PLACE_PROVIDER, &["PR1"]) && !is_ours || e.is(ep::PLACE_PROVIDER, &["PR2"]) && is_ours))
}
fn is_of_another_and_no_supported_accommodation(e: Row, provider: Row) -> Answer {
    Ok(!e.is(ep::PLACE, &["K3"]) && is_of_another(e, provider)?)
}
