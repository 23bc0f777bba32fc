//! SWEpisodes of the 903: which social worker was allocated to a child from when. It is about the child.
use crate::{
    day::Date,
    reported::{Cell, Origin},
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WorkerEpisode {
    pub origin: Origin,
    pub dob: Cell<Date>,
    /// The worker's Social Work England number.
    pub sw_id: Cell<String>,
    pub sw_decom: Cell<Date>,
    pub sw_dec: Cell<Date>,
    pub sw_reason: Cell<String>,
}
