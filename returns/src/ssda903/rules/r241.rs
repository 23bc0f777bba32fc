//! Supported accommodation (K3) is registered as a provider with premises in several authorities, which Ofsted lists.
//! Without that list no premises are known, and only a placement in the authority itself passes.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "241",
    level: Level::Error,
    wrong: "The provider of the supported accommodation is not known to have premises in the authority where the \
        placement lies.",
    why: "Either the URN or the postcode is not true, or the child lives in premises that are not registered.",
    todo: "Check URN and PL_POST against Ofsted's list; if both are right, ask the provider about the registration.",
    reason: Reason::People,
    fields: &[ep::URN],
    versions: &[Version::since(2026, &[ep::PLACE, ep::URN, ep::PL_LA], Check::Return(is_elsewhere))
        .may_read(&[providers::URN, providers::LA_CODE_INFERRED])],
    cases: &[
        Case {
            about: "premises are where the list says",
            given: "
                Providers | URN      | LA_CODE_INFERRED
                          | SC000001 | 892
                          | SC000001 | 891
                          | SC000002 |
                Episodes  | CHILD | PLACE | URN      | PL_LA
                          | 1     | K3    | SC000001 | 891
                >         | 2     | K3    | SC000001 | 830
                          | 3     | K2    | SC000001 | 830
                          | 4     | K3    | SC000002 | 830
                          | 5     | K3    | SC000003 | 830
                          | 6     | K3    | XXXXXXX  | 830
                          | 7     | K3    | SC000001 |
            ",
        },
        Case {
            about: "without the list only the own authority passes",
            given: "
                authority 892
                Episodes  | CHILD | PLACE | URN      | PL_LA
                          | 1     | K3    | SC000001 | 892
                >         | 2     | K3    | SC000001 | 891
                          | 3     | K3    |          | 891
                          | 4     | K3    | XXXXXXX  | 891
            ",
        },
    ],
};
fn is_elsewhere(whole: Whole, told: &mut Told) {
    let known = whole.has(providers::LA_CODE_INFERRED).then(|| registrations(whole));
    for e in whole.rows(EPISODES) {
        let is_asked = e.is(ep::PLACE, &["K3"]) && names_a_provider(e);
        let is_elsewhere = match &known {
            None => is_in_another_authority(e),
            Some(known) => {
                let premises = known.get(e.code(ep::URN)).map_or(&[][..], Vec::as_slice);
                let mut listed = premises.iter().filter(|p| p.is_filled(providers::LA_CODE_INFERRED)).peekable();
                listed.peek().is_some() && listed.all(|p| !p.is_as(providers::LA_CODE_INFERRED, e, ep::PL_LA))
            }
        };
        if is_asked && e.is_filled(ep::PL_LA) && is_elsewhere {
            told.breaks(&[e]);
        }
    }
}
