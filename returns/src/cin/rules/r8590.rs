//! A child without a referral.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8590",
    level: Level::Error,
    wrong: "The child has no referral in the return.",
    why: "A child is in the census because of a referral: without one nothing is said of the help that they had.",
    todo: "Give the referrals of the child that were open in the year, or take the child out.",
    reason: Reason::Data,
    fields: &[identifiers::LA_CHILD_ID],
    versions: &[Version::always(&[identifiers::LA_CHILD_ID, details::LA_CHILD_ID], Check::Child(has_no_referral))],
    cases: &[Case {
        about: "a record without an id cannot be looked for",
        given: "
                ChildIdentifiers | LAchildID
                                 | 1
                >                | 2
                                 |
                CINdetails | LAchildID
                           | 1
                           |
            ",
    }],
};
/// A child without an id cannot be looked for: rule 8500 speaks of it.
fn has_no_referral(child: Child, told: &mut Told) {
    let named = child.rows(CHILD_IDENTIFIERS).iter().filter(|c| c.is_filled(identifiers::LA_CHILD_ID));
    told.each_breaks(named.filter(|_| child.rows(CIN_DETAILS).is_empty()));
}
