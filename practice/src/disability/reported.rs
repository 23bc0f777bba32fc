//! Disabilities of the CIN census: the codes that one child was reported with.
use crate::reported::{Cell, Origin};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Disabilities {
    pub origin: Origin,
    pub disabilities: Vec<Cell<String>>,
}
