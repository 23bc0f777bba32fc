//! A conference in two places.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "2884",
    level: Level::Error,
    wrong: "The same initial conference stands with the enquiry and with the referral.",
    why: "It is counted twice. The referral has it only where the child came from another authority with it.",
    todo: "Leave it with the section 47 enquiry; keep it with the referral only for a child who moved here with a plan.",
    reason: Reason::Data,
    fields: &[s47::DATE_OF_INITIAL_CPC, details::DATE_OF_INITIAL_CPC],
    versions: &[Version::always(
        &[s47::LA_CHILD_ID, s47::DATE_OF_INITIAL_CPC, details::LA_CHILD_ID, details::DATE_OF_INITIAL_CPC],
        Check::Child(stands_twice),
    )],
    cases: &[Case {
        about: "whichever of the child's referrals it is",
        given: "
                Section47 | LAchildID | CINdetailsID | DateOfInitialCPC
                >         | 1         | 1            | 2026-05-26
                          | 1         | 2            | 2026-05-27
                          | 2         | 1            | 2026-05-26
                          | 3         | 1            |
                ?         | 1         | 2            | 2026-05-32
                CINdetails | LAchildID | CINdetailsID | DateOfInitialCPC
                >          | 1         | 2            | 2026-05-26
                           | 3         | 1            |
            ",
    }],
};
fn stands_twice(child: Child, told: &mut Told) {
    each_with_each(told, child.rows(SECTION_47), child.rows(CIN_DETAILS), |enquiry, referral| {
        let (one, other) = (enquiry.day(s47::DATE_OF_INITIAL_CPC)?, referral.day(details::DATE_OF_INITIAL_CPC)?);
        Ok(one.is_some() && one == other)
    });
}
