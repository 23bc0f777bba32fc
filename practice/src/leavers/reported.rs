//! OC3 of the 903: care leavers about their birthday in the year.
use crate::{
    day::Date,
    reported::{Cell, Origin},
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Oc3 {
    pub origin: Origin,
    pub dob: Cell<Date>,
    pub in_touch: Cell<String>,
    pub activ: Cell<String>,
    /// A letter for where, a figure for whether it is suitable.
    pub accom: Cell<String>,
}
