//! Education: personal education plans and school places.
mod facts;
pub use facts::Fact;
