//! Looked after. A child comes into the council's care by a court's order, or is accommodated for more
//! than 24 hours. From that day there is a plan for the placement and a plan for the child, somebody
//! independent reviews both, and a social worker comes, sees the child, and comes more often where the
//! placement is new or not yet approved. A move starts the visits again, not the reviews; leaving and
//! coming back starts everything again; and it ends at 18.
//!
//! Facts become [`Episode`]s and periods of care in one place, from the record and from returns alike;
//! placements, reviews, clocks and the status are read off those.
pub(crate) mod clocks;
mod episodes;
mod facts;
mod placed;
pub mod reported;
mod reviews;
mod status;
mod told;
pub use clocks::{CLOCKS, LONG_TERM_VISITS};
pub use episodes::{ADULT, Care, DIED, End, Episode, LEFT, PeriodOfCare, care, in_each_period, while_known};
pub use facts::{Ahead, Asker, Detained, Fact, OtherPower, Placement};
pub use placed::{Placed, placed};
pub use reviews::{breaks_series, reviews};
pub use status::{LookedAfter, looked_after};
