//! OC2 of the 903: the health of children looked after for a year at 31 March. It says what was so
//! in the year, not when.
use crate::{
    day::Date,
    reported::{Cell, Origin},
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Oc2 {
    pub origin: Origin,
    pub dob: Cell<Date>,
    pub sdq_score: Cell<i64>,
    /// Why there is no score.
    pub sdq_reason: Cell<String>,
    pub convicted: Cell<bool>,
    pub health_check: Cell<bool>,
    pub immunisations: Cell<bool>,
    pub teeth_check: Cell<bool>,
    pub health_assessment: Cell<bool>,
    pub substance_misuse: Cell<bool>,
    pub intervention_received: Cell<bool>,
    pub intervention_offered: Cell<bool>,
}
