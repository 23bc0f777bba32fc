//! Where a young person lives and what they do, on any day, in the codes that the 903 has for it.
use super::Fact;
use crate::{
    asked::Ended,
    day::Date,
    fact::{Event, Fact as F},
    history::History,
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Accommodation {
    /// `s903.accommodation`: a letter for where, and 1 for suitable or 2.
    pub accommodation: String,
    /// Why it is not suitable.
    pub unsuitable: Vec<Unsuitable>,
    /// The council provides it, under this section of the Children Act 1989.
    pub provided: Option<Provided>,
    pub with: String,
    pub postcode: Option<String>,
    /// In custody: the day on which they are to be released, where it is known.
    pub release: Option<Date>,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Provided {
    #[serde(rename = "to_a_relevant_child")]
    S23b,
    /// As help with work or learning.
    #[serde(rename = "to_a_former_relevant_young_person")]
    S24b,
}
/// What the Care Leavers Regulations 2010 Schedule 2 asks of suitable accommodation, and what is wanting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unsuitable {
    NotSafe,
    PoorCondition,
    Overcrowded,
    CannotAffordIt,
    NotTheirChoice,
    FarFromWorkOrLearning,
    LandlordNotFit,
    DoesNotMeetNeeds,
    BedAndBreakfast,
    Custody,
    NoHome,
}
impl Unsuitable {
    /// Of a home that is one: custody and no home at all say it themselves.
    pub const OF_A_HOME: [Unsuitable; 9] = [
        Unsuitable::NotSafe,
        Unsuitable::PoorCondition,
        Unsuitable::Overcrowded,
        Unsuitable::CannotAffordIt,
        Unsuitable::NotTheirChoice,
        Unsuitable::FarFromWorkOrLearning,
        Unsuitable::LandlordNotFit,
        Unsuitable::DoesNotMeetNeeds,
        Unsuitable::BedAndBreakfast,
    ];
    pub fn words(self) -> &'static str {
        match self {
            Unsuitable::NotSafe => "It is not safe",
            Unsuitable::PoorCondition => "Its condition is poor",
            Unsuitable::Overcrowded => "It is overcrowded",
            Unsuitable::CannotAffordIt => "They cannot afford it",
            Unsuitable::NotTheirChoice => "They did not choose it",
            Unsuitable::FarFromWorkOrLearning => "It is far from work or learning",
            Unsuitable::LandlordNotFit => "The landlord is not fit",
            Unsuitable::DoesNotMeetNeeds => "It does not meet their needs",
            Unsuitable::BedAndBreakfast => "It is bed and breakfast",
            Unsuitable::Custody => "They are in custody",
            Unsuitable::NoHome => "They have no home",
        }
    }
}
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Activity {
    /// `s903.activity`: for those who do nothing of it, the code says why.
    pub activity: String,
    pub with: String,
    /// The day on which it is to end.
    pub ends: Option<Date>,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opportunity {
    Apprenticeship,
    Job,
    WorkExperience,
    Course,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Document {
    BirthCertificate,
    Passport,
    NationalInsuranceNumber,
    BankAccount,
    ProofOfIdentity,
}
impl Opportunity {
    pub const ALL: [Opportunity; 4] =
        [Opportunity::Apprenticeship, Opportunity::Job, Opportunity::WorkExperience, Opportunity::Course];
    pub fn words(self) -> &'static str {
        match self {
            Opportunity::Apprenticeship => "Apprenticeship",
            Opportunity::Job => "Job",
            Opportunity::WorkExperience => "Work experience",
            Opportunity::Course => "Course",
        }
    }
}
impl Document {
    pub fn words(self) -> &'static str {
        match self {
            Document::BirthCertificate => "Birth certificate",
            Document::Passport => "Passport",
            Document::NationalInsuranceNumber => "National Insurance number",
            Document::BankAccount => "Bank account",
            Document::ProofOfIdentity => "Proof of identity",
        }
    }
    pub const ALL: [Document; 5] = [
        Document::BirthCertificate,
        Document::Passport,
        Document::NationalInsuranceNumber,
        Document::BankAccount,
        Document::ProofOfIdentity,
    ];
}
impl Accommodation {
    pub fn is_suitable(&self) -> bool {
        !self.accommodation.ends_with('2')
    }
    /// Where, without the word on whether it is suitable.
    pub fn letter(&self) -> &str {
        self.accommodation.get(..1).unwrap_or_default()
    }
    /// A night shelter, a hostel for emergencies, a hotel, bed and breakfast: nobody is to live there for long.
    pub fn is_emergency(&self) -> bool {
        matches!(self.letter(), "V" | "W")
    }
    pub fn is_custody(&self) -> bool {
        self.letter() == "X"
    }
    /// With parents or relatives: the code says no more than that.
    pub fn is_with_family(&self) -> bool {
        self.letter() == "B"
    }
    fn judged(&mut self, suitable: bool, unsuitable: &[Unsuitable]) {
        // Nobody is suitably without a home or in custody; the codes know no other.
        let figure = if suitable && !matches!(self.letter(), "S" | "X") { '1' } else { '2' };
        self.accommodation = format!("{}{figure}", self.letter());
        self.unsuitable = unsuitable.to_vec();
    }
}
impl Activity {
    /// In education, employment or training.
    pub fn is_eet(&self) -> bool {
        self.activity.starts_with(['F', 'P'])
    }
    /// In neither education, training nor work: ill or disabled, a young parent, or for another reason.
    pub fn is_neither(&self) -> bool {
        self.activity.starts_with('G')
    }
    /// In education or training; other work and training share a code, which says neither.
    pub fn is_learning(&self) -> bool {
        matches!(self.activity.as_str(), "F1" | "P1" | "F2" | "P2" | "F4" | "P4")
    }
}

/// A home from the day they moved in.
#[derive(Clone, Debug, PartialEq)]
pub struct Home {
    pub began: Event,
    pub ended: Option<Ended>,
    pub of: Accommodation,
}
/// The homes of a leaver, one at a time: moving into the next ends the last.
pub fn homes(h: &History) -> Vec<Home> {
    let mut all: Vec<Home> = vec![];
    for k in h.all() {
        let F::Leavers(fact) = &k.fact else { continue };
        let open = all.last_mut().filter(|home| home.ended.is_none());
        match fact {
            Fact::AccommodationBegan(of) => {
                if let Some(open) = open {
                    open.ended = Some(Ended { on: k.happened, why: "Moved" });
                }
                all.push(Home { began: Event::from(k), ended: None, of: of.clone() });
            }
            Fact::AccommodationEnded => {
                open.into_iter().for_each(|o| o.ended = Some(Ended { on: k.happened, why: "Left" }))
            }
            Fact::AccommodationJudged { suitable, unsuitable } => {
                open.into_iter().for_each(|o| o.of.judged(*suitable, unsuitable));
            }
            Fact::ReleaseDateSet { release } => open.into_iter().for_each(|o| o.of.release = Some(*release)),
            _ => {}
        }
    }
    all
}
/// Where they lived on a day, as it was judged by then.
pub fn home_on(h: &History, on: Date) -> Option<Accommodation> {
    let mut home: Option<Accommodation> = None;
    for k in h.all().filter(|k| k.happened <= on) {
        match &k.fact {
            F::Leavers(Fact::AccommodationBegan(of)) => home = Some(of.clone()),
            F::Leavers(Fact::AccommodationEnded) => home = None,
            F::Leavers(Fact::AccommodationJudged { suitable, unsuitable }) => {
                home.iter_mut().for_each(|o| o.judged(*suitable, unsuitable));
            }
            _ => {}
        }
    }
    home
}
/// What they did on a day.
pub fn activity_on(h: &History, on: Date) -> Option<&Activity> {
    let mut now = None;
    for k in h.all().filter(|k| k.happened <= on) {
        match &k.fact {
            F::Leavers(Fact::ActivityBegan(of)) => now = Some(of),
            F::Leavers(Fact::ActivityEnded) => now = None,
            _ => {}
        }
    }
    now
}

#[cfg(test)]
mod tests {
    use super::{super::told::story, *};
    use crate::day::date;

    #[test]
    fn what_was_judged_later_does_not_change_what_was_so() {
        let h = story("2005-03-10 born; 2026-01-05 lives U1; 2026-02-02 unsuitable; 2026-03-01 lives Z1")
            .history(date(2026, 4, 1));
        let code = |month, day| home_on(&h, date(2026, month, day)).map(|a| a.accommodation).unwrap_or_default();
        assert_eq!([code(1, 1), code(1, 5), code(2, 1), code(2, 2), code(3, 1)], ["", "U1", "U1", "U2", "Z1"]);
    }
    #[test]
    fn nobody_is_suitably_in_custody() {
        let mut cell = Accommodation { accommodation: "X2".into(), ..Accommodation::default() };
        cell.judged(true, &[]);
        assert_eq!((cell.accommodation.as_str(), cell.is_suitable(), cell.is_custody()), ("X2", false, true));
    }
    #[test]
    fn the_codes_say_what_is_learning_and_what_is_work() {
        let of = |code: &str| {
            let a = Activity { activity: code.into(), ..Activity::default() };
            (a.is_eet(), a.is_learning())
        };
        assert_eq!((of("F1"), of("P5"), of("G4")), ((true, true), (true, false), (false, false)));
    }
}
