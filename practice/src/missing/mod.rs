//! Missing from home or care.
mod clocks;
mod facts;
pub mod reported;
mod view;
pub use clocks::CLOCKS;
pub use facts::Fact;
pub use view::{TimeMissing, times_missing};
