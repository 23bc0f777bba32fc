//! The work with a young person: what an adviser writes down of being in touch, of where they live, of what they do,
//! and of what they have. Each thing is one [`Entry`] in a file of its own: to add another, write the file and its
//! line in [`ENTRIES`]. [`life`] shows what is known and what is missing, [`keeping`] the contacts, what was tried and
//! what is next, [`lost`] everybody who is out of touch.
mod activity;
mod adults;
mod answered;
mod asked;
mod assessment;
mod away;
mod bid;
mod category;
mod children;
mod choices;
mod contact;
mod disability;
mod documents;
mod health_history;
mod home;
mod immigration;
mod introduced;
mod judged;
pub mod keeping;
mod learning;
pub mod life;
mod living_with;
pub mod lost;
mod money;
mod offered;
mod opportunity;
mod parts;
mod rated;
mod reconnect;
mod referral;
mod release;
mod savings;
mod staying;
mod support;
pub mod tables;
mod threatened;

use crate::entry::Entry;

pub const ENTRIES: &[&Entry] = &[
    &contact::CONTACT,
    &rated::NEED,
    &asked::ASKED,
    &answered::ANSWERED,
    &reconnect::PLAN,
    &away::AWAY,
    &offered::OFFERED,
    &home::HOME,
    &home::LEFT,
    &judged::JUDGED,
    &threatened::THREATENED,
    &referral::REFERRAL,
    &bid::BID,
    &release::RELEASE,
    &staying::PUT,
    &staying::PUT_REVIEWED,
    &staying::PUT_ENDED,
    &staying::CLOSE,
    &staying::CLOSE_ENDED,
    &living_with::WITH,
    &living_with::ENDED,
    &activity::BEGAN,
    &activity::ENDED,
    &learning::LEARNING,
    &opportunity::OFFERED,
    &documents::HELD,
    &money::GIVEN,
    &savings::SAVINGS,
    &immigration::STATUS,
    &immigration::DEADLINE,
    &immigration::MET,
    &children::CHILDREN,
    &disability::DISABILITIES,
    &adults::STEP,
    &health_history::OFFERED,
    &introduced::INTRODUCED,
    &assessment::BEGAN,
    &assessment::COMPLETED,
    &category::RECORDED,
    &support::ASKED,
    &support::NO_LONGER,
];
