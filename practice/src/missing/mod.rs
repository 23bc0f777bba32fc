//! Missing from home or care.
mod facts;
pub mod reported;
pub use facts::Fact;
