//! What happened, what the law makes of it, and who may see it.
//!
//! A [`Fact`] says that something happened to one [`Subject`]. The surviving facts about a subject,
//! in order, are its [`History`]. A [`clock::Clock`] asks a history what is owed under one rule of
//! law or practice; [`access`] says who may do what to whose record.
//!
//! There is no async here, no SQL, no clock of its own: the day is an argument. The folders are the
//! parts of the work, with the same names as in `casework`, in tables, pages and URLs.
pub mod access;
pub mod asked;
pub mod calendar;
pub mod case;
pub mod changes;
pub mod clock;
pub mod codes;
pub mod day;
pub mod fact;
pub mod history;
pub mod norms;
pub mod reported;
pub mod span;
pub mod status;

pub mod assessment;
pub mod care;
pub mod court;
pub mod disability;
pub mod education;
pub mod front_door;
pub mod health;
pub mod leavers;
pub mod letters;
pub mod missing;
pub mod people;
pub mod permanence;
pub mod placements;
pub mod plans;
pub mod private_fostering;
pub mod protection;
pub mod returns;
pub mod service;
pub mod workforce;
pub mod young;

pub use day::{Date, Timestamp};
pub use fact::{Event, Fact, Id, Kept, RecordFact, Subject};
pub use history::History;
pub use norms::Norms;

/// Every clock, in the order of the parts of the work. A plain list: what is not here does not run.
#[rustfmt::skip]
pub const CLOCKS: &[&[&clock::Clock]] = &[
    front_door::CLOCKS,
    assessment::CLOCKS,
    protection::CLOCKS,
    care::CLOCKS,
    leavers::CLOCKS,
    missing::CLOCKS,
    education::CLOCKS,
    health::CLOCKS,
    private_fostering::CLOCKS,
    people::CLOCKS,
    plans::CLOCKS,
    young::CLOCKS,
];
pub fn clocks() -> impl Iterator<Item = &'static clock::Clock> {
    CLOCKS.iter().flat_map(|part| part.iter().copied())
}
