//! A provider of another type of placement.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "219",
    level: Level::Error,
    wrong: "The provider with this URN does not give this type of placement.",
    why: "The child may live somewhere else than the return says, or in a home that is not registered for it.",
    todo: "Correct the type of placement, or the URN.",
    reason: Reason::Data,
    fields: &[ep::URN, ep::PLACE],
    versions: &[Version::always(
        &[ep::URN, ep::PLACE, providers::URN, providers::PLACE_CODES],
        Check::Return(|whole, told| with_its_provider(whole, told, is_another)),
    )],
    cases: &[
        Case {
            about: "a provider of which the list says nothing has none that fits",
            given: "
                Providers | URN | PLACE_CODES
                          | 1   | K2,R3
                          | 2   |
                Episodes | CHILD | PLACE | URN
                         | 1     | K2    | 1
                         | 2     | R3    | 1
                >        | 3     | U1    | 1
                >        | 4     | K2    | 2
                         | 5     | U1    | XXXXXXX
                         | 6     | U1    | 3
                         | 7     |       | 1
                         | 8     | U1    |
            ",
        },
        Case {
            about: "of two registrations one that fits is enough",
            given: "
                Providers | URN | PLACE_CODES
                          | 1   | K2
                          | 1   | R3
                Episodes | PLACE | URN
                         | R3    | 1
                >        | U1    | 1
            ",
        },
    ],
};
fn is_another(e: Row, provider: Row) -> Answer {
    Ok(e.is_filled(ep::PLACE) && !lists(provider, providers::PLACE_CODES, e.code(ep::PLACE)))
}
