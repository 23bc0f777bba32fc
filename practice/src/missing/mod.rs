//! Missing from home or care.
mod facts;
pub use facts::Fact;
