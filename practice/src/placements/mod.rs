//! Placements: deprivation of liberty, and what returns say of it.
mod facts;
pub mod reported;
mod view;
pub use facts::Fact;
pub use view::{Deprivation, deprivations};
