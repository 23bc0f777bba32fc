//! Child in need and child protection: plans, enquiries, conferences, orders.
mod facts;
pub mod reported;
pub use facts::{Agency, Conference, ConferenceOutcome, Fact};
