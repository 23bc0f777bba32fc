//! Looked after: placements, legal status, reviews, visits.
pub(crate) mod clocks;
mod episodes;
mod facts;
mod placed;
pub mod reported;
mod reviews;
mod status;
mod told;
pub use clocks::CLOCKS;
pub use episodes::{ADULT, Care, DIED, End, Episode, LEFT, PeriodOfCare, care, in_each_period, while_known};
pub use facts::{Ahead, Asker, Detained, Fact, OtherPower, Placement};
pub use placed::{Placed, placed};
pub use reviews::{breaks_series, reviews};
pub use status::{LookedAfter, looked_after};
