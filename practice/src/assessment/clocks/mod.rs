//! The clocks of assessment: 45 working days that nothing suspends, with the council's checkpoints on the way.
mod before_birth;
mod carers;
mod checkpoints;
mod family;

use super::Fact;
use crate::{case::Story, clock::Clock, front_door};

pub const CLOCKS: &[&Clock] = &[
    &family::ASSESSMENT,
    &checkpoints::FIRST_LOOK,
    &checkpoints::SECOND_LOOK,
    &checkpoints::DRAFT,
    &family::SEEN,
    &carers::CARER,
    &before_birth::BEFORE_BIRTH,
];

// How cases tell their stories.
fn referral(unborn: bool) -> front_door::Fact {
    front_door::Fact::ReferralReceived { contact: None, source: "2A".into(), unborn }
}
fn begun(s: &mut Story) {
    s.on("2026-03-02", Fact::AssessmentBegan);
}
fn authorised(outcome: &str) -> Fact {
    Fact::AssessmentAuthorised { factors: vec!["4B".into()], outcome: outcome.into() }
}
