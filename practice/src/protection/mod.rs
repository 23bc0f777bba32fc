//! Child in need and child protection: plans, enquiries, conferences, orders.
mod facts;
pub use facts::{Agency, Conference, ConferenceOutcome, Fact};
