//! The columns of the children in need census as its rules name them: its elements, laid out as tables. The ids of
//! referrals, assessments and plans are given by the reader, counted from 1 for each child.
use crate::check::{Column, Spec, TableNo};

const fn spec(name: &'static str, columns: &'static [&'static str], in_order_of: Option<u8>) -> Spec {
    Spec { name, columns, of_a_child: true, in_order_of }
}
pub const HEADER: TableNo = TableNo(0);
pub const CHILD_IDENTIFIERS: TableNo = TableNo(1);
pub const CHILD_CHARACTERISTICS: TableNo = TableNo(2);
pub const DISABILITIES: TableNo = TableNo(3);
pub const CIN_DETAILS: TableNo = TableNo(4);
pub const ASSESSMENTS: TableNo = TableNo(5);
pub const ASSESSMENT_FACTORS: TableNo = TableNo(6);
pub const CIN_PLAN_DATES: TableNo = TableNo(7);
pub const SECTION_47: TableNo = TableNo(8);
pub const CHILD_PROTECTION_PLANS: TableNo = TableNo(9);
pub const REVIEWS: TableNo = TableNo(10);
pub const PRE_PROCEEDINGS: TableNo = TableNo(11);

pub const TABLES: &[Spec] = &[
    Spec {
        name: "Header",
        columns: &[
            "Collection",
            "Year",
            "ReferenceDate",
            "SourceLevel",
            "LEA",
            "SoftwareCode",
            "Release",
            "SerialNo",
            "DateTime",
        ],
        of_a_child: false,
        in_order_of: None,
    },
    spec(
        "ChildIdentifiers",
        &[
            "LAchildID",
            "UPN",
            "FormerUPN",
            "UPNunknown",
            "PersonBirthDate",
            "ExpectedPersonBirthDate",
            // Until 2023/24.
            "GenderCurrent",
            "Sex",
            "PersonDeathDate",
        ],
        None,
    ),
    spec("ChildCharacteristics", &["LAchildID", "Ethnicity"], None),
    spec("Disabilities", &["LAchildID", "Disability"], None),
    spec(
        "CINdetails",
        &[
            "LAchildID",
            "CINdetailsID",
            "CINreferralDate",
            "ReferralSource",
            "PrimaryNeedCode",
            "CINclosureDate",
            "ReasonForClosure",
            "DateOfInitialCPC",
            "ReferralNFA",
        ],
        Some(2),
    ),
    spec(
        "Assessments",
        &[
            "LAchildID",
            "CINdetailsID",
            "AssessmentID",
            "AssessmentActualStartDate",
            "AssessmentInternalReviewDate",
            "AssessmentAuthorisationDate",
            // All of them, divided by commas; each by itself stands in AssessmentFactorsList.
            "AssessmentFactors",
        ],
        Some(3),
    ),
    spec("AssessmentFactorsList", &["LAchildID", "CINdetailsID", "AssessmentID", "AssessmentFactor"], None),
    spec("CINplanDates", &["LAchildID", "CINdetailsID", "CINPlanStartDate", "CINPlanEndDate"], Some(2)),
    spec(
        "Section47",
        &["LAchildID", "CINdetailsID", "S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC", "ICPCnotRequired"],
        Some(2),
    ),
    spec(
        "ChildProtectionPlans",
        &[
            "LAchildID",
            "CINdetailsID",
            "CPPID",
            "CPPstartDate",
            "CPPendDate",
            "InitialCategoryOfAbuse",
            "LatestCategoryOfAbuse",
            "NumberOfPreviousCPP",
        ],
        Some(3),
    ),
    spec("Reviews", &["LAchildID", "CINdetailsID", "CPPID", "CPPreviewDate"], Some(3)),
    spec(
        "PreProceedings",
        &[
            "LAchildID",
            "CINdetailsID",
            "PPStartDate",
            "LBPSentDate",
            "FGDMMeetingOffer",
            "FGDMMeetingFac",
            "InitialPPMeetingDate",
            "ReviewMeetingsCount",
            "StepDecisionDate",
            "PPOutcome",
            "CourtAppDate",
            "LetterInitCPDate",
        ],
        Some(2),
    ),
];

const fn column(table: TableNo, name: &str) -> Column {
    Column::of(TABLES, table, name)
}
pub mod header {
    use super::{Column, column};
    pub const COLLECTION: Column = column(super::HEADER, "Collection");
    pub const YEAR: Column = column(super::HEADER, "Year");
    pub const REFERENCE_DATE: Column = column(super::HEADER, "ReferenceDate");
    pub const SOURCE_LEVEL: Column = column(super::HEADER, "SourceLevel");
    pub const LEA: Column = column(super::HEADER, "LEA");
    pub const SOFTWARE_CODE: Column = column(super::HEADER, "SoftwareCode");
    pub const RELEASE: Column = column(super::HEADER, "Release");
    pub const SERIAL_NO: Column = column(super::HEADER, "SerialNo");
    pub const DATE_TIME: Column = column(super::HEADER, "DateTime");
}
pub mod child_identifiers {
    use super::{Column, column};
    pub const LA_CHILD_ID: Column = column(super::CHILD_IDENTIFIERS, "LAchildID");
    pub const UPN: Column = column(super::CHILD_IDENTIFIERS, "UPN");
    pub const FORMER_UPN: Column = column(super::CHILD_IDENTIFIERS, "FormerUPN");
    pub const UPN_UNKNOWN: Column = column(super::CHILD_IDENTIFIERS, "UPNunknown");
    pub const PERSON_BIRTH_DATE: Column = column(super::CHILD_IDENTIFIERS, "PersonBirthDate");
    pub const EXPECTED_PERSON_BIRTH_DATE: Column = column(super::CHILD_IDENTIFIERS, "ExpectedPersonBirthDate");
    pub const GENDER_CURRENT: Column = column(super::CHILD_IDENTIFIERS, "GenderCurrent");
    pub const SEX: Column = column(super::CHILD_IDENTIFIERS, "Sex");
    pub const PERSON_DEATH_DATE: Column = column(super::CHILD_IDENTIFIERS, "PersonDeathDate");
}
pub mod child_characteristics {
    use super::{Column, column};
    pub const LA_CHILD_ID: Column = column(super::CHILD_CHARACTERISTICS, "LAchildID");
    pub const ETHNICITY: Column = column(super::CHILD_CHARACTERISTICS, "Ethnicity");
}
pub mod disabilities {
    use super::{Column, column};
    pub const LA_CHILD_ID: Column = column(super::DISABILITIES, "LAchildID");
    pub const DISABILITY: Column = column(super::DISABILITIES, "Disability");
}
pub mod cin_details {
    use super::{Column, column};
    pub const LA_CHILD_ID: Column = column(super::CIN_DETAILS, "LAchildID");
    pub const CIN_DETAILS_ID: Column = column(super::CIN_DETAILS, "CINdetailsID");
    pub const CIN_REFERRAL_DATE: Column = column(super::CIN_DETAILS, "CINreferralDate");
    pub const REFERRAL_SOURCE: Column = column(super::CIN_DETAILS, "ReferralSource");
    pub const PRIMARY_NEED_CODE: Column = column(super::CIN_DETAILS, "PrimaryNeedCode");
    pub const CIN_CLOSURE_DATE: Column = column(super::CIN_DETAILS, "CINclosureDate");
    pub const REASON_FOR_CLOSURE: Column = column(super::CIN_DETAILS, "ReasonForClosure");
    pub const DATE_OF_INITIAL_CPC: Column = column(super::CIN_DETAILS, "DateOfInitialCPC");
    pub const REFERRAL_NFA: Column = column(super::CIN_DETAILS, "ReferralNFA");
}
pub mod assessments {
    use super::{Column, column};
    pub const LA_CHILD_ID: Column = column(super::ASSESSMENTS, "LAchildID");
    pub const CIN_DETAILS_ID: Column = column(super::ASSESSMENTS, "CINdetailsID");
    pub const ASSESSMENT_ID: Column = column(super::ASSESSMENTS, "AssessmentID");
    pub const ASSESSMENT_ACTUAL_START_DATE: Column = column(super::ASSESSMENTS, "AssessmentActualStartDate");
    pub const ASSESSMENT_INTERNAL_REVIEW_DATE: Column = column(super::ASSESSMENTS, "AssessmentInternalReviewDate");
    pub const ASSESSMENT_AUTHORISATION_DATE: Column = column(super::ASSESSMENTS, "AssessmentAuthorisationDate");
    pub const ASSESSMENT_FACTORS: Column = column(super::ASSESSMENTS, "AssessmentFactors");
}
pub mod assessment_factors {
    use super::{Column, column};
    pub const LA_CHILD_ID: Column = column(super::ASSESSMENT_FACTORS, "LAchildID");
    pub const CIN_DETAILS_ID: Column = column(super::ASSESSMENT_FACTORS, "CINdetailsID");
    pub const ASSESSMENT_ID: Column = column(super::ASSESSMENT_FACTORS, "AssessmentID");
    pub const ASSESSMENT_FACTOR: Column = column(super::ASSESSMENT_FACTORS, "AssessmentFactor");
}
pub mod cin_plan_dates {
    use super::{Column, column};
    pub const LA_CHILD_ID: Column = column(super::CIN_PLAN_DATES, "LAchildID");
    pub const CIN_DETAILS_ID: Column = column(super::CIN_PLAN_DATES, "CINdetailsID");
    pub const CIN_PLAN_START_DATE: Column = column(super::CIN_PLAN_DATES, "CINPlanStartDate");
    pub const CIN_PLAN_END_DATE: Column = column(super::CIN_PLAN_DATES, "CINPlanEndDate");
}
pub mod section_47 {
    use super::{Column, column};
    pub const LA_CHILD_ID: Column = column(super::SECTION_47, "LAchildID");
    pub const CIN_DETAILS_ID: Column = column(super::SECTION_47, "CINdetailsID");
    pub const S47_ACTUAL_START_DATE: Column = column(super::SECTION_47, "S47ActualStartDate");
    pub const INITIAL_CPC_TARGET: Column = column(super::SECTION_47, "InitialCPCtarget");
    pub const DATE_OF_INITIAL_CPC: Column = column(super::SECTION_47, "DateOfInitialCPC");
    pub const ICPC_NOT_REQUIRED: Column = column(super::SECTION_47, "ICPCnotRequired");
}
pub mod child_protection_plans {
    use super::{Column, column};
    pub const LA_CHILD_ID: Column = column(super::CHILD_PROTECTION_PLANS, "LAchildID");
    pub const CIN_DETAILS_ID: Column = column(super::CHILD_PROTECTION_PLANS, "CINdetailsID");
    pub const CPP_ID: Column = column(super::CHILD_PROTECTION_PLANS, "CPPID");
    pub const CPP_START_DATE: Column = column(super::CHILD_PROTECTION_PLANS, "CPPstartDate");
    pub const CPP_END_DATE: Column = column(super::CHILD_PROTECTION_PLANS, "CPPendDate");
    pub const INITIAL_CATEGORY_OF_ABUSE: Column = column(super::CHILD_PROTECTION_PLANS, "InitialCategoryOfAbuse");
    pub const LATEST_CATEGORY_OF_ABUSE: Column = column(super::CHILD_PROTECTION_PLANS, "LatestCategoryOfAbuse");
    pub const NUMBER_OF_PREVIOUS_CPP: Column = column(super::CHILD_PROTECTION_PLANS, "NumberOfPreviousCPP");
}
pub mod reviews {
    use super::{Column, column};
    pub const LA_CHILD_ID: Column = column(super::REVIEWS, "LAchildID");
    pub const CIN_DETAILS_ID: Column = column(super::REVIEWS, "CINdetailsID");
    pub const CPP_ID: Column = column(super::REVIEWS, "CPPID");
    pub const CPP_REVIEW_DATE: Column = column(super::REVIEWS, "CPPreviewDate");
}
pub mod pre_proceedings {
    use super::{Column, column};
    pub const LA_CHILD_ID: Column = column(super::PRE_PROCEEDINGS, "LAchildID");
    pub const CIN_DETAILS_ID: Column = column(super::PRE_PROCEEDINGS, "CINdetailsID");
    pub const PP_START_DATE: Column = column(super::PRE_PROCEEDINGS, "PPStartDate");
    pub const LBP_SENT_DATE: Column = column(super::PRE_PROCEEDINGS, "LBPSentDate");
    pub const FGDM_MEETING_OFFER: Column = column(super::PRE_PROCEEDINGS, "FGDMMeetingOffer");
    pub const FGDM_MEETING_FAC: Column = column(super::PRE_PROCEEDINGS, "FGDMMeetingFac");
    pub const INITIAL_PP_MEETING_DATE: Column = column(super::PRE_PROCEEDINGS, "InitialPPMeetingDate");
    pub const REVIEW_MEETINGS_COUNT: Column = column(super::PRE_PROCEEDINGS, "ReviewMeetingsCount");
    pub const STEP_DECISION_DATE: Column = column(super::PRE_PROCEEDINGS, "StepDecisionDate");
    pub const PP_OUTCOME: Column = column(super::PRE_PROCEEDINGS, "PPOutcome");
    pub const COURT_APP_DATE: Column = column(super::PRE_PROCEEDINGS, "CourtAppDate");
    pub const LETTER_INIT_CP_DATE: Column = column(super::PRE_PROCEEDINGS, "LetterInitCPDate");
}
