use super::reported;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    InNeedPlanReported(Box<reported::InNeedPlan>),
    EnquiryReported(Box<reported::Enquiry>),
    ProtectionPlanReported(Box<reported::ProtectionPlan>),
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Protection(f)
    }
}
