//! Private fostering.
mod facts;
pub use facts::{Fact, Notifier};
