//! Teams, posts and workers.
mod facts;
pub use facts::Fact;
