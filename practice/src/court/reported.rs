//! PreProceedingsandFGDM of the CIN census, from 2026-27.
use crate::{
    day::Date,
    reported::{Cell, Origin},
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PreProceedings {
    pub origin: Origin,
    pub cin_referral_date: Cell<Date>,
    pub pp_start_date: Cell<Date>,
    /// The letter before proceedings was sent.
    pub lbp_sent_date: Cell<Date>,
    /// A family group decision making meeting was offered, and held.
    pub fgdm_meeting_offer: Cell<bool>,
    pub fgdm_meeting_fac: Cell<bool>,
    pub initial_pp_meeting_date: Cell<Date>,
    pub review_meetings_count: Cell<i64>,
    pub step_decision_date: Cell<Date>,
    pub pp_outcome: Cell<String>,
    pub court_app_date: Cell<Date>,
    pub letter_init_cp_date: Cell<Date>,
}
