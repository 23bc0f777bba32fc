//! Assessments of the CIN census.
use crate::{
    day::Date,
    reported::{Cell, Origin},
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Assessment {
    pub origin: Origin,
    /// The referral it belongs to.
    pub cin_referral_date: Cell<Date>,
    pub assessment_actual_start_date: Cell<Date>,
    pub assessment_internal_review_date: Cell<Date>,
    pub assessment_authorisation_date: Cell<Date>,
    pub assessment_factors: Vec<Cell<String>>,
}
