//! The tables of the CIN census: what its XML says of each child, as rows.
pub mod columns;
mod rules;
mod terms;

use crate::check::{Form, Rule, carried, listed};
use crate::table::{
    Kind::{Above, Code, Day, DayAhead, Number, Text, YesNo},
    Table, many, may, must,
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
    fact: |r| {
        let row = people::reported::Identifiers {
            upn: r.cell("UPN"),
            former_upn: r.cell("FormerUPN"),
            upn_unknown: r.cell("UPNunknown"),
            person_birth_date: r.cell("PersonBirthDate"),
            expected_person_birth_date: r.cell("ExpectedPersonBirthDate"),
            sex: r.cell("Sex"),
            person_death_date: r.cell("PersonDeathDate"),
            ethnicity: r.cell("Ethnicity"),
            ..Default::default()
        };
        people::Fact::IdentifiersReported(Box::new(row)).into()
    },
};
pub(crate) const DISABILITIES: Table = Table {
    name: "Disabilities",
    which: Return::Cin,
    usual: &[],
    marks: &[],
    key: None,
    yearly: false,
    columns: &[must("LAchildID", Text), many("Disability", Code("cin.disability"))],
    fact: |r| {
        let row = disability::reported::Disabilities { disabilities: r.cells("Disability"), ..Default::default() };
        disability::Fact::DisabilitiesReported(Box::new(row)).into()
    },
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
    fact: |r| {
        let row = front_door::reported::Referral {
            cin_referral_date: r.cell("CINreferralDate"),
            referral_source: r.cell("ReferralSource"),
            primary_need_code: r.cell("PrimaryNeedCode"),
            cin_closure_date: r.cell("CINclosureDate"),
            reason_for_closure: r.cell("ReasonForClosure"),
            date_of_initial_cpc: r.cell("DateOfInitialCPC"),
            referral_nfa: r.cell("ReferralNFA"),
            ..Default::default()
        };
        front_door::Fact::ReferralReported(Box::new(row)).into()
    },
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
    fact: |r| {
        let row = assessment::reported::Assessment {
            cin_referral_date: r.cell("CINreferralDate"),
            assessment_actual_start_date: r.cell("AssessmentActualStartDate"),
            assessment_internal_review_date: r.cell("AssessmentInternalReviewDate"),
            assessment_authorisation_date: r.cell("AssessmentAuthorisationDate"),
            assessment_factors: r.cells("AssessmentFactors"),
            ..Default::default()
        };
        assessment::Fact::AssessmentReported(Box::new(row)).into()
    },
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
    fact: |r| {
        let row = protection::reported::InNeedPlan {
            cin_referral_date: r.cell("CINreferralDate"),
            cin_plan_start_date: r.cell("CINPlanStartDate"),
            cin_plan_end_date: r.cell("CINPlanEndDate"),
            ..Default::default()
        };
        protection::Fact::InNeedPlanReported(Box::new(row)).into()
    },
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
    fact: |r| {
        let row = protection::reported::Enquiry {
            cin_referral_date: r.cell("CINreferralDate"),
            s47_actual_start_date: r.cell("S47ActualStartDate"),
            initial_cpc_target: r.cell("InitialCPCtarget"),
            date_of_initial_cpc: r.cell("DateOfInitialCPC"),
            icpc_not_required: r.cell("ICPCnotRequired"),
            ..Default::default()
        };
        protection::Fact::EnquiryReported(Box::new(row)).into()
    },
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
    fact: |r| {
        let row = protection::reported::ProtectionPlan {
            cin_referral_date: r.cell("CINreferralDate"),
            cpp_start_date: r.cell("CPPstartDate"),
            cpp_end_date: r.cell("CPPendDate"),
            initial_category_of_abuse: r.cell("InitialCategoryOfAbuse"),
            latest_category_of_abuse: r.cell("LatestCategoryOfAbuse"),
            number_of_previous_cpp: r.cell("NumberOfPreviousCPP"),
            cpp_review_dates: r.cells("CPPreviewDate"),
            ..Default::default()
        };
        protection::Fact::ProtectionPlanReported(Box::new(row)).into()
    },
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
    fact: |r| {
        let row = court::reported::PreProceedings {
            cin_referral_date: r.cell("CINreferralDate"),
            pp_start_date: r.cell("PPStartDate"),
            lbp_sent_date: r.cell("LBPSentDate"),
            fgdm_meeting_offer: r.cell("FGDMMeetingOffer"),
            fgdm_meeting_fac: r.cell("FGDMMeetingFac"),
            initial_pp_meeting_date: r.cell("InitialPPMeetingDate"),
            review_meetings_count: r.cell("ReviewMeetingsCount"),
            step_decision_date: r.cell("StepDecisionDate"),
            pp_outcome: r.cell("PPOutcome"),
            court_app_date: r.cell("CourtAppDate"),
            letter_init_cp_date: r.cell("LetterInitCPDate"),
            ..Default::default()
        };
        court::Fact::PreProceedingsReported(Box::new(row)).into()
    },
};
