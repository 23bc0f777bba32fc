//! CINdetails of the CIN census: a referral and the time in need that it opened.
use crate::{
    day::Date,
    reported::{Cell, Origin},
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Referral {
    pub origin: Origin,
    pub cin_referral_date: Cell<Date>,
    pub referral_source: Cell<String>,
    pub primary_need_code: Cell<String>,
    pub cin_closure_date: Cell<Date>,
    pub reason_for_closure: Cell<String>,
    /// Of a child who moved in on another authority's plan.
    pub date_of_initial_cpc: Cell<Date>,
    /// No further action was taken.
    pub referral_nfa: Cell<bool>,
}
