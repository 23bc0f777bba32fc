use super::reported;
use crate::fact::Id;
use serde::{Deserialize, Serialize};

/// Several contacts about one child can be open at once, so what follows on a contact names it by
/// the id that [`Fact::ContactReceived`] gave it. A child has one referral open at a time: what
/// follows on a referral follows on the one that is open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// Somebody is worried, and said so. After 17:00 the hour matters: give the envelope its moment.
    ContactReceived {
        contact: Id,
        /// `cin.referral_source`.
        source: String,
        about: String,
    },
    /// How soon the hub must decide. Rated again when more is known.
    ContactRated {
        contact: Id,
        rating: Rating,
    },
    /// A qualified manager decided what happens next.
    ContactDecided {
        contact: Id,
        /// `local.contact_outcome`.
        outcome: String,
        why: String,
    },
    /// Whoever was worried heard what was decided.
    ReferrerTold {
        /// `None`: of a referral that came without a contact.
        contact: Option<Id>,
        how: String,
    },
    /// The police told us of something that a child saw or suffered.
    PoliceNotificationReceived {
        notification: Id,
        domestic_abuse: bool,
    },
    PoliceNotificationTriaged {
        notification: Id,
        outcome: String,
    },
    ReferralReceived {
        /// The contact that it came from, if it came from one.
        contact: Option<Id>,
        /// `cin.referral_source`.
        source: String,
        unborn: bool,
    },
    ReferralDecided {
        /// `local.referral_outcome`.
        outcome: String,
        why: String,
    },
    /// What the child mostly needs help with, said again when it changes.
    PrimaryNeedIdentified {
        /// `cin.primary_need`.
        need: String,
    },
    /// The episode of need that the referral opened is over.
    CaseClosed {
        /// `cin.reason_for_closure`.
        reason: String,
    },

    ReferralReported(Box<reported::Referral>),
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rating {
    Red,
    Amber,
    Green,
}
impl Fact {
    /// Every code in the fact with the set that it must be from.
    pub fn codes(&self) -> Vec<(&'static str, &str)> {
        match self {
            Fact::ContactReceived { source, .. } | Fact::ReferralReceived { source, .. } => {
                vec![("cin.referral_source", source)]
            }
            Fact::ContactDecided { outcome, .. } => vec![("local.contact_outcome", outcome)],
            Fact::ReferralDecided { outcome, .. } => vec![("local.referral_outcome", outcome)],
            Fact::PrimaryNeedIdentified { need } => vec![("cin.primary_need", need)],
            Fact::CaseClosed { reason } => vec![("cin.reason_for_closure", reason)],
            _ => vec![],
        }
    }
}
impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::FrontDoor(f)
    }
}
