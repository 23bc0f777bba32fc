//! {code}: say in a line what the rule finds, and below it what you decided where its meaning leaves a doubt.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "{code}",
    level: Level::{level},
    wrong: "Say what is wrong, in words of your own.",
    why: "Say why it matters, to the child or to the count.",
    todo: "Say what to do.",
    reason: Reason::Data,
    fields: &[details::CIN_REFERRAL_DATE],
    versions: &[Version::since({year}, &[details::CIN_REFERRAL_DATE], Check::Row(CIN_DETAILS, is_wrong))],
    cases: &[Case {
        about: "one row that is reported, and one that is not",
        given: "
                CINdetails | LAchildID | CINreferralDate
                >          | 1         |
                           | 2         | 2026-05-01
            ",
    }],
};
fn is_wrong(referral: Row) -> Answer {
    Ok(referral.is_blank(details::CIN_REFERRAL_DATE))
}
