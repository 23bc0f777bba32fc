//! Care leavers: what returns say of them.
mod facts;
pub mod reported;
pub use facts::Fact;
