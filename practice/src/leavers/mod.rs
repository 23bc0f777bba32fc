//! Care leavers: what returns say of them.
mod facts;
pub use facts::Fact;
