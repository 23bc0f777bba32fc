//! The events that anybody who opens a record needs to have seen: what changed the child's life, and
//! what the service decided about it. Our own choice; a worker marks a case note as one.
use practice::{
    Fact, assessment, care, education, front_door, leavers, letters, missing, people, permanence, placements, plans,
    private_fostering, protection, young,
};

pub fn is_significant(fact: &Fact) -> bool {
    use {
        care::Fact as C, education::Fact as E, front_door::Fact as D, leavers::Fact as L, missing::Fact as M,
        people::Fact as P, permanence::Fact as R, private_fostering::Fact as F, protection::Fact as T,
    };
    match fact {
        Fact::People(f) => match f {
            P::CaseNoteMade { significant, .. } => *significant,
            P::Died | P::Restricted { .. } | P::RestrictionLifted { .. } => true,
            _ => false,
        },
        Fact::FrontDoor(f) => {
            matches!(f, D::ReferralReceived { .. } | D::CaseClosed { .. } | D::ReferralReported(_))
        }
        Fact::Assessment(f) => matches!(f, assessment::Fact::AssessmentAuthorised { .. }),
        Fact::Protection(f) => matches!(
            f,
            T::SignificantHarmSuspected
                | T::StrategyDiscussionHeld { enquiry_begins: true, .. }
                | T::EnquiryConcluded { .. }
                | T::MovedInOnPlan { .. }
                | T::ConferenceHeld { .. }
                | T::ProtectionPlanBegan { .. }
                | T::ProtectionPlanEnded { .. }
                | T::PoliceProtectionTaken
                | T::EmergencyProtectionOrderMade
                | T::ChildAssessmentOrderMade { .. }
                | T::SeriousIncidentLearned
                | T::InNeedPlanAgreed
                | T::InNeedPlanEnded { .. }
                | T::InNeedPlanReported(_)
                | T::EnquiryReported(_)
                | T::ProtectionPlanReported(_)
        ),
        Fact::Care(f) => matches!(
            f,
            C::PlacementBegan(_)
                | C::LegalStatusChanged { .. }
                | C::CeasedToBeLookedAfter { .. }
                | C::DetentionBegan { .. }
                | C::DetentionEnded
                | C::SupervisionOrderMade
                | C::SupervisionOrderEnded
                | C::ArrivedUnaccompanied
                | C::EpisodeReported(_)
        ),
        Fact::Leavers(f) => matches!(
            f,
            L::SpecialGuardianshipMade { .. }
                | L::SpecialGuardianshipEnded
                | L::SupportRequested
                | L::SteppedAway { .. }
                | L::AccommodationBegan(_)
                | L::HomelessnessThreatened { .. }
                | L::HomelessPresented
                | L::HomelessDecided(_)
                | L::CategoryDecided { .. }
        ),
        Fact::Missing(f) => matches!(f, M::WentMissing { .. } | M::Found | M::MissingReported(_)),
        Fact::Education(f) => matches!(f, E::SchoolPlaceLost { .. } | E::SchoolPlaceFound { .. }),
        Fact::Plans(f) => matches!(f, plans::Fact::ChangeHappened { .. }),
        Fact::Young(f) => matches!(f, young::Fact::NotSafe { .. }),
        Fact::Letters(f) => matches!(f, letters::Fact::CopyRefused { .. }),
        Fact::PrivateFostering(f) => matches!(f, F::ArrangementBegan { .. } | F::ArrangementEnded { .. }),
        Fact::Permanence(f) => matches!(f, R::PlacedForAdoptionReported(_) | R::Ad1Reported(_)),
        Fact::Placements(f) => matches!(f, placements::Fact::DeprivationOfLibertyReported(_)),
        _ => false,
    }
}
