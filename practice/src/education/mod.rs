//! Education: personal education plans and school places.
mod clocks;
mod facts;
pub use clocks::{CLOCKS, PLAN_AGE, PLAN_IN_SCHOOL_DAYS};
pub use facts::Fact;
