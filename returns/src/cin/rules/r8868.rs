//! Closed with an enquiry that is open.
//!
//! Published is that one of the two is there. A case that others wrote reports a conference together with the word that
//! none was needed: so it is exactly one.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8868",
    level: Level::Error,
    wrong: "The case was closed, and an enquiry of it has neither a conference nor a word that none was needed, or has both.",
    why: "An enquiry ends in a conference or in the decision that there need be none: it must not be left open, nor end in both.",
    todo: "Give the day of the conference, or say that none was needed.",
    reason: Reason::Guidance,
    fields: &[s47::ICPC_NOT_REQUIRED, details::CIN_CLOSURE_DATE, s47::DATE_OF_INITIAL_CPC],
    versions: &[Version::always(
        &[
            details::LA_CHILD_ID,
            details::CIN_DETAILS_ID,
            details::CIN_CLOSURE_DATE,
            s47::LA_CHILD_ID,
            s47::CIN_DETAILS_ID,
            s47::DATE_OF_INITIAL_CPC,
            s47::ICPC_NOT_REQUIRED,
        ],
        Check::Child(|child, told| {
            with_its_referral(child, told, s47::CIN_DETAILS_ID, |enquiry, case| {
                let has_conference = enquiry.is_filled(s47::DATE_OF_INITIAL_CPC);
                let is_settled = has_conference != is_yes(enquiry, s47::ICPC_NOT_REQUIRED);
                Ok(!is_settled && case.is_filled(details::CIN_CLOSURE_DATE))
            });
        }),
    )],
    cases: &[Case {
        about: "the two are told apart: a conference that was held was needed",
        given: "
                CINdetails | LAchildID | CINdetailsID | CINclosureDate
                >          | 1         | 1            | 2026-06-01
                           | 1         | 2            |
                           | 2         | 1            | 2026-06-01
                >          | 3         | 1            | 2026-06-01
                Section47 | LAchildID | CINdetailsID | DateOfInitialCPC | ICPCnotRequired
                >         | 1         | 1            |                  | false
                          | 1         | 2            |                  | false
                          | 2         | 1            | 2026-05-01       | 0
                          | 2         | 1            |                  | true
                >         | 3         | 1            | 2026-05-01       | 1
                          | 4         | 1            |                  | 0
            ",
    }],
};
