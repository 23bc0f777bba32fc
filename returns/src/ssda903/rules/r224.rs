//! Another kind of provider.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "224",
    level: Level::Error,
    wrong: "The provider with this URN is not of the kind that the placement provider says.",
    why: "Who runs the placements, and who is paid for them, is counted from it.",
    todo: "Correct the placement provider, or the URN.",
    reason: Reason::Data,
    fields: &[ep::PLACE_PROVIDER],
    versions: &[Version::always(
        &[ep::URN, ep::PLACE_PROVIDER, providers::URN, providers::PROVIDER_CODES],
        Check::Return(|whole, told| with_its_provider(whole, told, is_another)),
    )],
    cases: &[Case {
        about: "a provider of which the list says nothing has none that fits",
        given: "
                Providers | URN | PROVIDER_CODES
                          | 1   | PR4,PR5
                          | 2   |
                Episodes | CHILD | PLACE_PROVIDER | URN
                         | 1     | PR4            | 1
                         | 2     | PR5            | 1
                >        | 3     | PR1            | 1
                >        | 4     | PR4            | 2
                         | 5     | PR1            | XXXXXXX
                         | 6     | PR1            | 3
                         | 7     |                | 1
                         | 8     | PR1            |
            ",
    }],
};
fn is_another(e: Row, provider: Row) -> Answer {
    Ok(e.is_filled(ep::PLACE_PROVIDER) && !lists(provider, providers::PROVIDER_CODES, e.code(ep::PLACE_PROVIDER)))
}
