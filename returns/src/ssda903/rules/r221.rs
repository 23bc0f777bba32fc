//! A provider in another place. A provider whose postcode Ofsted does not give contradicts nothing.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "221",
    level: Level::Error,
    wrong: "The provider with this URN has another postcode than the placement.",
    why: "The child may live somewhere else than the return says; distances are counted from it.",
    todo: "Correct the postcode of the placement, or the URN.",
    reason: Reason::Data,
    fields: &[ep::PL_POST],
    versions: &[Version::always(
        &[ep::PLACE, ep::PL_POST, ep::URN, providers::URN, providers::POSTCODE],
        Check::Return(|whole, told| with_its_provider(whole, told, is_elsewhere)),
    )
    .may_read(&[ep::LS])],
    cases: &[
        Case {
            about: "of homes, not of foster carers, who live elsewhere than their agency",
            given: "
                Providers | URN | POSTCODE
                          | 1   | NG1 1AA
                          | 2   |
                Episodes | CHILD | LS | PLACE | PL_POST | URN
                         | 1     | C2 | K2    | ng11aa  | 1
                >        | 2     | C2 | K2    | NG1 1AB | 1
                         | 3     | C2 | U1    | NG1 1AB | 1
                         | 4     | V4 | K2    | NG1 1AB | 1
                         | 5     | C2 | K2    |         | 1
                         | 6     | C2 | K2    | NG1 1AB | 2
                         | 7     | C2 | K2    | NG1 1AB | XXXXXXX
            ",
        },
        Case {
            about: "without the legal status no short break can be told",
            given: "
                Providers | URN | POSTCODE
                          | 1   | NG1 1AA
                Episodes | PLACE | PL_POST | URN
                         | K2    | NG1 1AA | 1
                >        | K2    | NG1 1AB | 1
            ",
        },
    ],
};
/// The published versions differ by nothing but the codes of their years: H5 gave way to K3.
fn is_elsewhere(e: Row, provider: Row) -> Answer {
    let is_asked = e.is(ep::PLACE, &["H5", "K1", "K2", "K3", "R3", "S1"]) && !is_short_break(e);
    let bare = |postcode: &str| postcode.replace(' ', "");
    let are_known = e.is_filled(ep::PL_POST) && provider.is_filled(providers::POSTCODE);
    Ok(is_asked && are_known && bare(e.code(ep::PL_POST)) != bare(provider.code(providers::POSTCODE)))
}
