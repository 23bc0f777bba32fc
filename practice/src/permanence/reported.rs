//! Adoption and earlier permanence, as the 903 says: AD1, PlacedAdoption, PrevPerm.
use crate::{
    day::Date,
    reported::{Cell, Origin},
};
use serde::{Deserialize, Serialize};

/// A child who was adopted, and by whom.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ad1 {
    pub origin: Origin,
    pub dob: Cell<Date>,
    pub date_int: Cell<Date>,
    pub date_match: Cell<Date>,
    /// By the former foster carer.
    pub foster_care: Cell<bool>,
    pub nb_adoptr: Cell<i64>,
    pub sex_adoptr: Cell<String>,
    pub ls_adoptr: Cell<String>,
}
/// The decision that a child should be placed for adoption, and its reversal.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlacedForAdoption {
    pub origin: Origin,
    pub dob: Cell<Date>,
    pub date_placed: Cell<Date>,
    pub date_placed_ceased: Cell<Date>,
    pub reason_placed_ceased: Cell<String>,
}
/// Whether the child had left care for permanence before.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PreviousPermanence {
    pub origin: Origin,
    pub dob: Cell<Date>,
    pub prev_perm: Cell<String>,
    pub la_perm: Cell<String>,
    /// May be known in part: `ZZ/ZZ/2015`.
    pub date_perm: Cell<Date>,
}
