//! Child in need and child protection: plans, enquiries, conferences, orders.
mod clocks;
mod facts;
mod meetings;
pub mod reported;
mod status;
mod view;
pub use clocks::{CLOCKS, LONG_ESCALATES, OUTLINE, REVIEW_REPORTS};
pub use facts::{Agency, Conference, ConferenceOutcome, Fact};
pub use status::{in_need, on_protection_plan};
pub use view::{Enquiry, InNeedPlan, Meeting, Plan, View, view};
