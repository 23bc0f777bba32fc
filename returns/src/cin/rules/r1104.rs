//! A conference before its referral.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1104",
    level: Level::Error,
    wrong: "The initial child protection conference was held before the day of its referral.",
    why: "A conference follows an enquiry that a referral began: held before it, it belongs to something else.",
    todo: "Correct the day of the conference or of the referral, or move the enquiry to the right referral.",
    reason: Reason::Guidance,
    fields: &[s47::DATE_OF_INITIAL_CPC, details::CIN_REFERRAL_DATE],
    versions: &[Version::always(
        &[
            s47::LA_CHILD_ID,
            s47::CIN_DETAILS_ID,
            s47::DATE_OF_INITIAL_CPC,
            details::LA_CHILD_ID,
            details::CIN_DETAILS_ID,
            details::CIN_REFERRAL_DATE,
        ],
        Check::Child(|child, told| before_the_referral(child, told, s47::CIN_DETAILS_ID, s47::DATE_OF_INITIAL_CPC)),
    )],
    cases: &[Case {
        about: "only the referral that it belongs to counts; the same day is in order",
        given: "
                CINdetails | LAchildID | CINdetailsID | CINreferralDate
                >          | 1         | 1            | 2026-05-02
                           | 1         | 2            | 2026-09-01
                           | 2         | 1            |
                Section47 | LAchildID | CINdetailsID | DateOfInitialCPC
                >         | 1         | 1            | 2026-05-01
                          | 1         | 2            | 2026-09-01
                ?         | 1         | 2            | 01/09/2025
                          | 1         | 2            |
                          | 2         | 1            | 2020-05-01
                          | 3         | 1            | 2020-05-01
            ",
    }],
};
