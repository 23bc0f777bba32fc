//! The tables of the CIN census: what its XML says of each child, as rows.
pub mod columns;
mod rules;
mod terms;

use crate::check::{Form, Rule, carried, listed};
use crate::table::{
    Kind::{Above, Code, Day, DayAhead, Number, Text, YesNo},
    Table, many, may, must, row,
};
use practice::{assessment, court, day::Date, disability, front_door, people, protection, reported::Return};

/// The census as its rules see it.
pub const FORM: Form = Form { which: Return::Cin, tables: columns::TABLES, rules: RULES, day };
const RULES: &[&Rule] = &listed::<{ rules::RULES.len() }>(&carried(rules::RULES));

/// 2026-03-31, and no other way.
fn day(text: &str) -> Option<Date> {
    let is_form = text.len() == 10
        && text.bytes().enumerate().all(|(n, b)| match n {
            4 | 7 => b == b'-',
            _ => b.is_ascii_digit(),
        });
    if !is_form {
        return None;
    }
    Date::new(text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?).ok()
}

pub(crate) const CHILD: Table = Table {
    name: "ChildIdentifiers",
    which: Return::Cin,
    usual: &[],
    marks: &[],
    key: None,
    yearly: false,
    columns: &[
        must("LAchildID", Text),
        may("UPN", Text),
        may("FormerUPN", Text),
        may("UPNunknown", Code("cin.upn_unknown")),
        may("PersonBirthDate", Day),
        may("ExpectedPersonBirthDate", DayAhead),
        must("Sex", Code("cin.sex")),
        may("PersonDeathDate", Day),
        must("Ethnicity", Code("ethnicity")),
    ],
    row: row!(People people::Identifiers as IdentifiersReported {
        upn: "UPN",
        former_upn: "FormerUPN",
        upn_unknown: "UPNunknown",
        person_birth_date: "PersonBirthDate",
        expected_person_birth_date: "ExpectedPersonBirthDate",
        sex: "Sex",
        person_death_date: "PersonDeathDate",
        ethnicity: "Ethnicity",
    }),
};
pub(crate) const DISABILITIES: Table = Table {
    name: "Disabilities",
    which: Return::Cin,
    usual: &[],
    marks: &[],
    key: None,
    yearly: false,
    columns: &[must("LAchildID", Text), many("Disability", Code("cin.disability"))],
    row: row!(Disability disability::Disabilities as DisabilitiesReported { disabilities: "Disability" }),
};
pub(crate) const REFERRAL: Table = Table {
    name: "CINdetails",
    which: Return::Cin,
    usual: &[],
    marks: &[],
    key: Some("CINreferralDate"),
    yearly: false,
    columns: &[
        must("LAchildID", Text),
        must("CINreferralDate", Day),
        must("ReferralSource", Code("cin.referral_source")),
        may("PrimaryNeedCode", Code("cin.primary_need")),
        may("CINclosureDate", Day),
        may("ReasonForClosure", Code("cin.reason_for_closure")),
        may("DateOfInitialCPC", Day),
        must("ReferralNFA", YesNo),
    ],
    row: row!(FrontDoor front_door::Referral as ReferralReported {
        cin_referral_date: "CINreferralDate",
        referral_source: "ReferralSource",
        primary_need_code: "PrimaryNeedCode",
        cin_closure_date: "CINclosureDate",
        reason_for_closure: "ReasonForClosure",
        date_of_initial_cpc: "DateOfInitialCPC",
        referral_nfa: "ReferralNFA",
    }),
};
pub(crate) const ASSESSMENT: Table = Table {
    name: "Assessments",
    which: Return::Cin,
    usual: &[],
    marks: &[],
    key: Some("AssessmentActualStartDate"),
    yearly: false,
    columns: &[
        must("LAchildID", Text),
        may("CINreferralDate", Above),
        must("AssessmentActualStartDate", Day),
        may("AssessmentInternalReviewDate", DayAhead),
        may("AssessmentAuthorisationDate", Day),
        many("AssessmentFactors", Code("cin.assessment_factor")),
    ],
    row: row!(Assessment assessment::Assessment as AssessmentReported {
        cin_referral_date: "CINreferralDate",
        assessment_actual_start_date: "AssessmentActualStartDate",
        assessment_internal_review_date: "AssessmentInternalReviewDate",
        assessment_authorisation_date: "AssessmentAuthorisationDate",
        assessment_factors: "AssessmentFactors",
    }),
};
pub(crate) const IN_NEED_PLAN: Table = Table {
    name: "CINPlanDates",
    which: Return::Cin,
    usual: &[],
    marks: &[],
    key: Some("CINPlanStartDate"),
    yearly: false,
    columns: &[
        must("LAchildID", Text),
        may("CINreferralDate", Above),
        must("CINPlanStartDate", Day),
        may("CINPlanEndDate", Day),
    ],
    row: row!(Protection protection::InNeedPlan as InNeedPlanReported {
        cin_referral_date: "CINreferralDate",
        cin_plan_start_date: "CINPlanStartDate",
        cin_plan_end_date: "CINPlanEndDate",
    }),
};
pub(crate) const ENQUIRY: Table = Table {
    name: "Section47",
    which: Return::Cin,
    usual: &[],
    marks: &[],
    key: Some("S47ActualStartDate"),
    yearly: false,
    columns: &[
        must("LAchildID", Text),
        may("CINreferralDate", Above),
        must("S47ActualStartDate", Day),
        may("InitialCPCtarget", DayAhead),
        may("DateOfInitialCPC", Day),
        must("ICPCnotRequired", YesNo),
    ],
    row: row!(Protection protection::Enquiry as EnquiryReported {
        cin_referral_date: "CINreferralDate",
        s47_actual_start_date: "S47ActualStartDate",
        initial_cpc_target: "InitialCPCtarget",
        date_of_initial_cpc: "DateOfInitialCPC",
        icpc_not_required: "ICPCnotRequired",
    }),
};
pub(crate) const PROTECTION_PLAN: Table = Table {
    name: "ChildProtectionPlans",
    which: Return::Cin,
    usual: &[],
    marks: &[],
    key: Some("CPPstartDate"),
    yearly: false,
    columns: &[
        must("LAchildID", Text),
        may("CINreferralDate", Above),
        must("CPPstartDate", Day),
        may("CPPendDate", Day),
        must("InitialCategoryOfAbuse", Code("cin.category_of_abuse")),
        must("LatestCategoryOfAbuse", Code("cin.category_of_abuse")),
        must("NumberOfPreviousCPP", Number(0, 99)),
        many("CPPreviewDate", Day),
    ],
    row: row!(Protection protection::ProtectionPlan as ProtectionPlanReported {
        cin_referral_date: "CINreferralDate",
        cpp_start_date: "CPPstartDate",
        cpp_end_date: "CPPendDate",
        initial_category_of_abuse: "InitialCategoryOfAbuse",
        latest_category_of_abuse: "LatestCategoryOfAbuse",
        number_of_previous_cpp: "NumberOfPreviousCPP",
        cpp_review_dates: "CPPreviewDate",
    }),
};
pub(crate) const PRE_PROCEEDINGS: Table = Table {
    name: "PreProceedingsandFGDM",
    which: Return::Cin,
    usual: &[],
    marks: &[],
    key: Some("PPStartDate"),
    yearly: false,
    columns: &[
        must("LAchildID", Text),
        may("CINreferralDate", Above),
        must("PPStartDate", Day),
        may("LBPSentDate", Day),
        may("FGDMMeetingOffer", YesNo),
        may("FGDMMeetingFac", YesNo),
        may("InitialPPMeetingDate", Day),
        may("ReviewMeetingsCount", Number(0, 999)),
        may("StepDecisionDate", Day),
        may("PPOutcome", Text),
        may("CourtAppDate", Day),
        may("LetterInitCPDate", Day),
    ],
    row: row!(Court court::PreProceedings as PreProceedingsReported {
        cin_referral_date: "CINreferralDate",
        pp_start_date: "PPStartDate",
        lbp_sent_date: "LBPSentDate",
        fgdm_meeting_offer: "FGDMMeetingOffer",
        fgdm_meeting_fac: "FGDMMeetingFac",
        initial_pp_meeting_date: "InitialPPMeetingDate",
        review_meetings_count: "ReviewMeetingsCount",
        step_decision_date: "StepDecisionDate",
        pp_outcome: "PPOutcome",
        court_app_date: "CourtAppDate",
        letter_init_cp_date: "LetterInitCPDate",
    }),
};
