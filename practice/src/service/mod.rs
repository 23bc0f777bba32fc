//! The service itself: the choices it has made, the days it has entered, and what it has been told
//! by which source.
mod facts;
pub use facts::{Coverage, Fact, FileWritten, Problem, TableTaken};
