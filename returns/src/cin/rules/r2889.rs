//! An enquiry before its referral.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "2889",
    level: Level::Error,
    wrong: "The section 47 enquiry began before the day of its referral.",
    why: "An enquiry answers a referral or begins in a case that is open: the days to the conference are counted from it.",
    todo: "Correct the first day of the enquiry or the day of the referral, or move the enquiry to the right referral.",
    reason: Reason::Guidance,
    fields: &[s47::S47_ACTUAL_START_DATE, details::CIN_REFERRAL_DATE],
    versions: &[Version::always(
        &[
            s47::LA_CHILD_ID,
            s47::CIN_DETAILS_ID,
            s47::S47_ACTUAL_START_DATE,
            details::LA_CHILD_ID,
            details::CIN_DETAILS_ID,
            details::CIN_REFERRAL_DATE,
        ],
        Check::Child(|child, told| before_the_referral(child, told, s47::CIN_DETAILS_ID, s47::S47_ACTUAL_START_DATE)),
    )],
    cases: &[Case {
        about: "only the referral that it belongs to counts; the same day is in order",
        given: "
                CINdetails | LAchildID | CINdetailsID | CINreferralDate
                >          | 1         | 1            | 2026-05-02
                           | 1         | 2            | 2026-09-01
                           | 2         | 1            |
                Section47 | LAchildID | CINdetailsID | S47ActualStartDate
                >         | 1         | 1            | 2026-05-01
                          | 1         | 2            | 2026-09-01
                ?         | 1         | 2            | 01/09/2025
                          | 1         | 2            |
                          | 2         | 1            | 2020-05-01
                          | 3         | 1            | 2020-05-01
            ",
    }],
};
