//! Education of looked after children: a personal education plan soon after they come into care,
//! reviewed every term, and a school place found soon where one is lost.
mod clocks;
mod facts;
pub use clocks::{CLOCKS, PLAN_AGE, PLAN_IN_SCHOOL_DAYS};
pub use facts::Fact;
