//! Teams, posts and workers.
mod facts;
pub mod reported;
pub use facts::{Fact, NamedPost};
