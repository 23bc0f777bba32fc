//! {title}: tell the story of this part of the work, as a social worker would to a new colleague.
mod facts;
pub use facts::Fact;
