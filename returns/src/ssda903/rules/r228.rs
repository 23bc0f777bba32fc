//! The provider's registration had ended before the child left; an episode that goes on is judged at the end of the
//! collection year. A provider may be registered more than once; one registration that still holds is enough.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "228",
    level: Level::Error,
    wrong: "The provider was no longer registered when the episode ended, or at the end of the year if it goes on.",
    why: "A child must not live where nobody inspects.",
    todo: "Check the URN and the day; if both are right, the child was or is in an unregistered place: look into it \
        at once.",
    reason: Reason::People,
    fields: &[ep::URN, ep::DEC],
    versions: &[Version::always(
        &[ep::URN, ep::DEC, providers::URN, providers::REG_END],
        Check::Return(|whole, told| with_its_provider(whole, told, stayed_after_the_end)),
    )],
    cases: &[Case {
        about: "leaving on the day on which the registration ends is in time",
        given: "
            Providers | URN      | REG_END
                      | SC000001 | 01/06/2026
                      | SC000002 | 01/06/2026
                      | SC000002 |
                      | SC000003 | 01/05/2027
            Episodes  | CHILD | URN      | DEC
                      | 1     | SC000001 | 01/06/2026
            >         | 2     | SC000001 | 02/06/2026
            >         | 3     | SC000001 |
                      | 4     | SC000002 |
                      | 5     | SC000003 |
                      | 6     | XXXXXXX  |
            ?         | 7     | SC000001 | 31/06/2026
        ",
    }],
};
fn stayed_after_the_end(e: Row, provider: Row) -> Answer {
    let until = e.day(ep::DEC)?.unwrap_or(e.given().end);
    Ok(before(provider.day(providers::REG_END)?, Some(until)))
}
