//! Missing from home or care: a manager is told while the child is gone; once found, the police see
//! that the child is safe, and somebody independent asks what happened, within 72 hours.
mod clocks;
mod facts;
pub mod reported;
mod view;
pub use clocks::CLOCKS;
pub use facts::Fact;
pub use view::{TimeMissing, times_missing};
