//! The front door: contacts, referrals, and the decision on each.
mod clocks;
mod facts;
pub mod reported;
mod view;
pub use clocks::{CLOCKS, DAY_ENDS};
pub use facts::{Fact, Rating};
pub use view::{Contact, Notification, Referral, View, view};
