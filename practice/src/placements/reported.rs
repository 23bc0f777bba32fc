//! DoLo of the 903: deprivation of liberty orders, from 2026-27.
use crate::{
    day::Date,
    reported::{Cell, Origin},
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeprivationOfLiberty {
    pub origin: Origin,
    pub dob: Cell<Date>,
    pub dolo_start: Cell<Date>,
    pub dolo_end: Cell<Date>,
}
