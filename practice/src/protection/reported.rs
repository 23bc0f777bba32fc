//! Plans and enquiries of the CIN census: CINPlanDates, Section47, ChildProtectionPlans. Each names
//! the referral it belongs to.
use crate::{
    day::Date,
    reported::{Cell, Origin},
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InNeedPlan {
    pub origin: Origin,
    pub cin_referral_date: Cell<Date>,
    pub cin_plan_start_date: Cell<Date>,
    pub cin_plan_end_date: Cell<Date>,
}
/// A section 47 enquiry and the initial conference it led to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Enquiry {
    pub origin: Origin,
    pub cin_referral_date: Cell<Date>,
    pub s47_actual_start_date: Cell<Date>,
    pub initial_cpc_target: Cell<Date>,
    pub date_of_initial_cpc: Cell<Date>,
    pub icpc_not_required: Cell<bool>,
}
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProtectionPlan {
    pub origin: Origin,
    pub cin_referral_date: Cell<Date>,
    pub cpp_start_date: Cell<Date>,
    pub cpp_end_date: Cell<Date>,
    pub initial_category_of_abuse: Cell<String>,
    pub latest_category_of_abuse: Cell<String>,
    pub number_of_previous_cpp: Cell<i64>,
    pub cpp_review_dates: Vec<Cell<Date>>,
}
