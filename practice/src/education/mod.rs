//! Education: personal education plans and school places.
mod clocks;
mod facts;
pub use clocks::CLOCKS;
pub use facts::Fact;
