//! Missing of the 903: the times a looked-after child was missing or away without authorisation.
use crate::{
    day::Date,
    reported::{Cell, Origin},
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Missing {
    pub origin: Origin,
    pub dob: Cell<Date>,
    /// `M` missing, `A` away without authorisation.
    pub missing: Cell<String>,
    pub mis_start: Cell<Date>,
    pub mis_end: Cell<Date>,
}
