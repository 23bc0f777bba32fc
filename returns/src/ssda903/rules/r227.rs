//! The provider's registration had ended when the child came. A provider may be registered more than once; one
//! registration that still holds is enough. A URN that is on no list is not judged here.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "227",
    level: Level::Error,
    wrong: "The provider was no longer registered on the day on which the episode began.",
    why: "A child must not be placed where nobody inspects.",
    todo: "Check the URN and the day; if both are right, the placement is not lawful and must be looked into at once.",
    reason: Reason::People,
    fields: &[ep::URN, ep::DECOM],
    versions: &[Version::always(
        &[ep::URN, ep::DECOM, providers::URN, providers::REG_END],
        Check::Return(|whole, told| with_its_provider(whole, told, began_after_the_end)),
    )],
    cases: &[Case {
        about: "the day on which a registration ends is too late",
        given: "
            Providers | URN      | REG_END
                      | SC000001 | 01/06/2026
                      | SC000002 | 01/06/2026
                      | SC000002 |
                      | SC000003 |
                      | XXXXXXX  | 01/06/2020
            Episodes  | CHILD | URN      | DECOM
                      | 1     | SC000001 | 31/05/2026
            >         | 2     | SC000001 | 01/06/2026
                      | 3     | SC000002 | 01/07/2026
                      | 4     | SC000003 | 01/07/2026
                      | 5     | SC000004 | 01/07/2026
                      | 6     | XXXXXXX  | 01/07/2026
            ?         | 7     | SC000001 | 31/06/2026
                      | 8     | SC000001 |
        ",
    }],
};
fn began_after_the_end(e: Row, provider: Row) -> Answer {
    let (began, ended) = (e.day(ep::DECOM)?, provider.day(providers::REG_END)?);
    Ok(matches!((began, ended), (Some(began), Some(ended)) if ended <= began))
}
