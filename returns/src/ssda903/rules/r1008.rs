//! A URN that Ofsted does not know.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1008",
    level: Level::Error,
    wrong: "The URN of the placement is not in Ofsted's lists of providers.",
    why: "It shows that the home or agency is registered: a child must not live in one that is not.",
    todo: "Correct the URN from Ofsted's list; if the placement is registered and not in the list, bring the list \
        up to date.",
    reason: Reason::People,
    fields: &[ep::URN],
    versions: &[Version::always(&[ep::URN, providers::URN], Check::Return(is_unknown))],
    cases: &[Case {
        about: "XXXXXXX says that it is not known here",
        given: "
                Providers | URN
                          | SC123456
                          | 1234567
                Episodes | CHILD | URN
                         | 1     | 1234567
                         | 2     | sc123456
                >        | 3     | 7654321
                         | 4     | XXXXXXX
                         | 5     |
            ",
    }],
};
fn is_unknown(whole: Whole, told: &mut Told) {
    let known = registrations(whole);
    told.each_breaks(whole.rows(EPISODES).filter(|e| names_a_provider(*e) && !known.contains_key(e.code(ep::URN))));
}
