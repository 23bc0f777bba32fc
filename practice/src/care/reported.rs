//! Rows of the 903 about care itself: Episodes, Reviews, UASC.
use crate::{
    day::Date,
    reported::{Cell, Origin, Sex},
};
use serde::{Deserialize, Serialize};

/// A span with one legal status, one placement and one carer. It ceased on `dec`, the day on which
/// the next one starts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Episode {
    pub origin: Origin,
    pub decom: Cell<Date>,
    /// Reason for the new episode.
    pub rne: Cell<String>,
    /// Legal status.
    pub ls: Cell<String>,
    /// Category of need.
    pub cin: Cell<String>,
    pub place: Cell<String>,
    pub place_provider: Cell<String>,
    pub dec: Cell<Date>,
    /// Reason the episode ceased: `X1` when another follows.
    pub rec: Cell<String>,
    pub reason_place_change: Cell<String>,
    pub home_post: Cell<String>,
    pub pl_post: Cell<String>,
    /// The Ofsted number of the placement.
    pub urn: Cell<String>,
}
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Review {
    pub origin: Origin,
    pub dob: Cell<Date>,
    pub review: Cell<Date>,
    /// How the child took part: `PN0` to `PN7`.
    pub review_code: Cell<String>,
}
/// The child is or was an unaccompanied asylum-seeking child.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Uasc {
    pub origin: Origin,
    pub sex: Cell<Sex>,
    pub dob: Cell<Date>,
    /// The day on which that status ceased.
    pub duc: Cell<Date>,
}
