//! Where a person must decide, and what is worth knowing beside the status.
use crate::day::{Date, words};
use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Flag {
    Boundary(Boundary),
    Review(Review),
    Spells(Spells),
    ShortBreaksExcluded,
    AfterBreakdown,
    ProjectedEligible(Date),
    WillNotReach,
    HomeNotKnown,
    DataAfter18,
    ProgrammePast25,
}
/// The law does not say on which side of the line it falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Boundary {
    Days(i64),
    CeasedAt16,
    DetainedTo16,
    SixMonthsNear18,
    LeftHomeAt18,
}
/// Whether it is six months at home with one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Spells {
    /// Two spells with different people are six months only together.
    TwoPeople,
    /// They moved among relatives, and nobody said with whom they live there.
    NotSaidWithWhom,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Review {
    SeriesFails(&'static str),
    EndedShortBreaks,
    ShortBreaksAfterRelevant,
    HomeBeforeCeasing,
    NotFromCare,
    BrokeDownAfter18,
}
impl Flag {
    /// Somebody must decide; the others only say what is so.
    pub fn asks_a_person(self) -> bool {
        !matches!(
            self,
            Flag::ShortBreaksExcluded | Flag::AfterBreakdown | Flag::ProjectedEligible(_) | Flag::WillNotReach
        )
    }
    pub fn words(self) -> String {
        let plain = match self {
            Flag::Boundary(b) => return b.words(),
            Flag::Review(r) => return r.words(),
            Flag::ProjectedEligible(day) => return format!("Will be an eligible child on {}", words(day)),
            Flag::Spells(Spells::TwoPeople) => {
                "Six months at home only with two people together. Decide whether it was one household; until then the \
                 status stays"
            }
            Flag::Spells(Spells::NotSaidWithWhom) => {
                "With parents or relatives, and nobody said with whom. With one parent it would be six months at home. \
                 Ask, and record with whom they live; until then the status stays"
            }
            Flag::ShortBreaksExcluded => "Short breaks under reg 48 were left out of the count",
            Flag::AfterBreakdown => "An arrangement at home of six months or more broke down",
            Flag::WillNotReach => "Will not reach thirteen weeks before 18",
            Flag::HomeNotKnown => {
                "No source says with whom the young person has lived since care ended, so the six-month rule is not \
                 applied. Ask the young person, the family or the last social worker"
            }
            Flag::DataAfter18 => {
                "Recorded as looked after on or after the 18th birthday. Correct the date; accommodation after 18 is not \
                 being looked after"
            }
            Flag::ProgrammePast25 => {
                "A programme of education or training may run past 25: do not close without legal advice (s23C(7))"
            }
        };
        plain.into()
    }
}
impl Boundary {
    fn words(self) -> String {
        match self {
            Boundary::Days(n) => {
                format!(
                    "{n} days: the law does not say whether the first and the last day both count. Take legal advice"
                )
            }
            Boundary::CeasedAt16 => "Ceased to be looked after on the 16th birthday. Take legal advice".into(),
            Boundary::DetainedTo16 => "Detention or hospital ended on the 16th birthday. Take legal advice".into(),
            Boundary::SixMonthsNear18 => {
                "Six months at home were complete within three days of the 18th birthday. Check the dates".into()
            }
            Boundary::LeftHomeAt18 => "Left home on the 18th birthday itself. Check the dates".into(),
        }
    }
}
impl Review {
    fn words(self) -> String {
        let plain = match self {
            Review::SeriesFails(why) => {
                return format!("The short breaks were counted as ordinary care, because {why} (reg 48)");
            }
            Review::EndedShortBreaks => "Was looked after at 16 or 17 in short breaks only. Decide whether that counts",
            Review::ShortBreaksAfterRelevant => {
                "Was a relevant child before these short breaks began. Decide what is owed while they run"
            }
            Review::HomeBeforeCeasing => {
                "The six months at home are complete only if time before care ended counts. Check reg 3 and decide"
            }
            Review::NotFromCare => {
                "Care did not run up to the detention or the stay in hospital. Decide whether it counts"
            }
            Review::BrokeDownAfter18 => {
                "The arrangement at home broke down after 18, or they moved and nobody said with whom. Take legal advice; \
                 meanwhile offer the service of a former relevant young person"
            }
        };
        plain.into()
    }
}
/// As files of cases write them.
impl fmt::Display for Flag {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let plain = match self {
            Flag::ProjectedEligible(day) => return write!(f, "projected_eligible={day}"),
            Flag::Boundary(_) => "BOUNDARY_REVIEW",
            Flag::Review(_) => "REVIEW",
            Flag::Spells(_) => "SPELLS_REVIEW",
            Flag::ShortBreaksExcluded => "SHORT_BREAKS_EXCLUDED",
            Flag::AfterBreakdown => "after_breakdown",
            Flag::WillNotReach => "will_not_reach_91_before_18",
            Flag::HomeNotKnown => "HOME_NOT_KNOWN",
            Flag::DataAfter18 => "DATA_AFTER_18",
            Flag::ProgrammePast25 => "programme_past_25",
        };
        f.write_str(plain)
    }
}
