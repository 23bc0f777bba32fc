//! Court: convictions of looked after children, and pre-proceedings.
mod facts;
pub mod reported;
mod view;
pub use facts::Fact;
pub use view::{PreProceedings, pre_proceedings};
