//! What is owed: to whom, by when, and why. For a worker, a team, the service; and the deadlines
//! themselves, for anybody.
pub mod deadline;
pub mod deadlines;
pub mod filter;
pub mod glass;
pub mod mine;
pub mod notices;
pub mod of_clock;
pub mod owed;
pub mod service;
pub mod tables;
pub mod team;
pub mod unallocated;
pub mod work;

use crate::{
    deeds::ViewChild,
    frame::{Answer, see},
    page::Page,
};
use axum::routing;
use kernel::{Pages, View, Within};

/// Said once, because its standing is asked of the moment of reading.
pub const VIEWS: &[View] = &[
    View { name: "owed_now", question: include_str!("sql/owed_now.sql") },
    View { name: "owed_counts", question: include_str!("sql/owed_counts.sql") },
];
pub const PAGES: &[&Page] = &[
    &mine::PAGE,
    &team::PAGE,
    &team::TEAMS,
    &unallocated::PAGE,
    &service::PAGE,
    &of_clock::PAGE,
    &deadlines::PAGE,
    &deadline::PAGE,
];
pub const QUESTIONS: &[&[&str]] = &[
    mine::QUESTIONS,
    notices::QUESTIONS,
    glass::QUESTIONS,
    team::QUESTIONS,
    unallocated::QUESTIONS,
    service::QUESTIONS,
    of_clock::QUESTIONS,
];
pub fn pages(p: Pages) -> Pages {
    p.get("/", start)
        .get_with("/today", mine::show)
        .post("/notices/{child}/{fact}", notices::seen)
        .get_with("/team", team::show)
        .get_with("/team/unallocated", unallocated::show)
        .get_with("/service", service::show)
        .get_with("/service/{clock}", of_clock::show)
        .public_page("/deadlines", routing::get(deadlines::show))
        .public_page("/deadlines/{clock}", routing::get(deadline::show))
}
/// Everybody who works with children begins with what they owe; whose role has none is led elsewhere
/// when this is refused.
async fn start(_: Within<ViewChild>) -> Answer {
    see("/today")
}
