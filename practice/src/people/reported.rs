//! Who a child is, as the 903 Header and the CIN census say.
use crate::{
    day::Date,
    reported::{Cell, Origin, Sex},
};
use serde::{Deserialize, Serialize};

/// A row of the 903 Header.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Header {
    pub origin: Origin,
    pub sex: Cell<Sex>,
    pub dob: Cell<Date>,
    pub ethnic: Cell<String>,
    pub upn: Cell<String>,
    /// Is she a mother, and the birth date of her child.
    pub mother: Cell<bool>,
    pub mc_dob: Cell<Date>,
    /// Only the XML form says it here; the CSV form has a table of its own.
    pub uasc: Cell<bool>,
}
/// ChildIdentifiers and ChildCharacteristics of the CIN census, but for the disabilities.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Identifiers {
    pub origin: Origin,
    pub upn: Cell<String>,
    pub former_upn: Cell<String>,
    /// Why there is no UPN: `UN1` to `UN7`.
    pub upn_unknown: Cell<String>,
    pub person_birth_date: Cell<Date>,
    pub expected_person_birth_date: Cell<Date>,
    /// `Sex`, or `GenderCurrent` until 2023-24.
    pub sex: Cell<Sex>,
    pub person_death_date: Cell<Date>,
    pub ethnicity: Cell<String>,
}
