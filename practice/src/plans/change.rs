//! What changes in a life so that a plan may no longer fit it.
use super::{Fact, Kind};
use crate::{
    care,
    day::{Date, Timestamp, plus_days},
    fact::{Event, Fact as F, Kept},
    history::History,
    leavers, people,
};
use serde::{Deserialize, Serialize};

/// How many days before a birthday the plan has to have looked at it: three months, our own choice.
const BIRTHDAY_AHEAD: i64 = 91;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Moved,
    LearningOrWorkBegan,
    LearningOrWorkEnded,
    Arrested,
    IntoCustody,
    Released,
    /// Pregnant, or a parent.
    Pregnancy,
    ImmigrationDecision,
    HealthCrisis,
    NewAdviser,
    /// The young person asks for it to be looked at again.
    Asked,
    Turning18,
    Turning21,
    Turning25,
}

impl Change {
    /// What somebody may say; birthdays and new advisers are known without.
    pub const SAID: [Change; 11] = {
        use Change::*;
        [
            Moved,
            LearningOrWorkBegan,
            LearningOrWorkEnded,
            Arrested,
            IntoCustody,
            Released,
            Pregnancy,
            ImmigrationDecision,
            HealthCrisis,
            NewAdviser,
            Asked,
        ]
    };
    /// As it is stored and sent.
    pub fn code(self) -> &'static str {
        match self {
            Change::Moved => "moved",
            Change::LearningOrWorkBegan => "learning_or_work_began",
            Change::LearningOrWorkEnded => "learning_or_work_ended",
            Change::Arrested => "arrested",
            Change::IntoCustody => "into_custody",
            Change::Released => "released",
            Change::Pregnancy => "pregnancy",
            Change::ImmigrationDecision => "immigration_decision",
            Change::HealthCrisis => "health_crisis",
            Change::NewAdviser => "new_adviser",
            Change::Asked => "asked",
            Change::Turning18 => "turning_18",
            Change::Turning21 => "turning_21",
            Change::Turning25 => "turning_25",
        }
    }
    pub fn words(self) -> &'static str {
        match self {
            Change::Moved => "Moved, or lost their home",
            Change::LearningOrWorkBegan => "Began education, training or work",
            Change::LearningOrWorkEnded => "Education, training or work ended",
            Change::Arrested => "Arrested",
            Change::IntoCustody => "Taken into custody",
            Change::Released => "Released from custody",
            Change::Pregnancy => "Pregnant, or a parent",
            Change::ImmigrationDecision => "An immigration decision",
            Change::HealthCrisis => "A health crisis",
            Change::NewAdviser => "A new personal adviser",
            Change::Asked => "Asked for the plan to be looked at",
            Change::Turning18 => "Turning 18 within three months",
            Change::Turning21 => "Turning 21 within three months",
            Change::Turning25 => "Turning 25 within three months",
        }
    }
    /// What a fact of another part of the work is to a plan.
    fn of(fact: &F) -> Option<Change> {
        use leavers::{Fact as L, Learning};
        Some(match fact {
            F::Plans(Fact::ChangeHappened { change, .. }) => *change,
            F::Leavers(L::LivingWithBegan { .. } | L::OtherStayBegan { .. } | L::AccommodationEnded) => Change::Moved,
            F::Leavers(L::HomelessPresented) => Change::Moved,
            F::Leavers(L::ActivityBegan(now)) if now.is_eet() => Change::LearningOrWorkBegan,
            F::Leavers(L::ActivityBegan(_) | L::ActivityEnded) => Change::LearningOrWorkEnded,
            F::Leavers(L::LearningSaid { learning: Learning::Neither, .. }) => Change::LearningOrWorkEnded,
            F::Leavers(L::ImmigrationStatusKnown { .. }) => Change::ImmigrationDecision,
            F::Leavers(L::SupportRequested) => Change::Asked,
            _ => return None,
        })
    }
}
const BIRTHDAYS: [(i64, Change); 3] = [(18, Change::Turning18), (21, Change::Turning21), (25, Change::Turning25)];

/// What happened, in order: facts as they stand, and the changes that they and the days come to.
pub(super) fn steps<'a>(h: &'a History, kind: &Kind) -> Vec<Step<'a>> {
    let mut steps: Vec<Step> = vec![];
    steps.extend(h.placed().iter().map(|p| Step::Changed(Change::Moved, p.began)));
    steps.extend(homes(h).map(|(change, e)| Step::Changed(change, e)));
    steps.extend(detentions(h).map(|(change, e)| Step::Changed(change, e)));
    steps.extend(new_advisers(h).map(|e| Step::Changed(Change::NewAdviser, e)));
    if let Some(first) = h.all().next() {
        let soon = BIRTHDAYS.into_iter().filter_map(|(age, change)| Some((coming(h, age)?, change)));
        steps.extend(
            soon.filter(|(day, _)| *day <= h.today).map(|(day, c)| Step::Changed(c, Event::from(first).on(day))),
        );
    }
    for k in h.all() {
        if let Some(change) = Change::of(&k.fact) {
            steps.push(Step::Changed(change, k.into()));
        } else if let F::Plans(fact) = &k.fact {
            steps.push(Step::Said(k, fact));
        }
    }
    steps.retain(|s| !matches!(s, Step::Changed(c, _) if !kind.stale_by.contains(c)));
    steps.sort_by_key(Step::order);
    steps
}
pub(super) enum Step<'a> {
    Changed(Change, Event),
    Said(&'a Kept, &'a Fact),
}
impl Step<'_> {
    /// By day and hour. Where nobody said the hour, what is said of a version comes after it was written, and what
    /// changed before: whoever writes a plan on the day of a move knows of it.
    fn order(&self) -> (Date, Timestamp) {
        match self {
            Step::Changed(_, e) => (e.on, e.at.unwrap_or(Timestamp::MIN)),
            Step::Said(k, Fact::VersionDrafted(_)) => (k.happened, k.at.unwrap_or(Timestamp::MIN)),
            Step::Said(k, _) => (k.happened, k.at.unwrap_or(Timestamp::MAX)),
        }
    }
}
/// Where a care leaver lives next; a cell is a home of its own kind.
fn homes(h: &History) -> impl Iterator<Item = (Change, Event)> {
    let mut was_custody = false;
    leavers::living::homes(h).into_iter().map(move |home| {
        let change = match (std::mem::replace(&mut was_custody, home.of.is_custody()), was_custody) {
            (false, true) => Change::IntoCustody,
            (true, false) => Change::Released,
            _ => Change::Moved,
        };
        (change, home.began)
    })
}
/// Into custody or hospital, and released. Whoever leaves hospital is not released from custody.
fn detentions(h: &History) -> impl Iterator<Item = (Change, Event)> {
    use care::Detained::Hospital;
    let mut last = None;
    h.find(|f| match f {
        F::Care(care::Fact::DetentionBegan { place }) => Some(Some(*place)),
        F::Care(care::Fact::DetentionEnded) => Some(None),
        _ => None,
    })
    .filter_map(move |(k, place)| {
        let change = match (std::mem::replace(&mut last, place), place) {
            (_, Some(Hospital)) => Change::HealthCrisis,
            (_, Some(_)) => Change::IntoCustody,
            (Some(Hospital), None) => return None,
            (_, None) => Change::Released,
        };
        Some((change, k.into()))
    })
}
fn new_advisers(h: &History) -> impl Iterator<Item = Event> {
    let mut last = None;
    h.find(|f| match f {
        F::People(people::Fact::Allocated { worker, part: people::Part::Adviser, .. }) => Some(*worker),
        _ => None,
    })
    .filter(move |(_, worker)| last.replace(*worker) != Some(*worker))
    .map(|(k, _)| k.into())
}
/// The day from which a birthday is near enough to plan for.
fn coming(h: &History, age: i64) -> Option<Date> {
    h.birthday(age).map(|b| plus_days(b, -BIRTHDAY_AHEAD))
}
/// The next day on which time alone changes what a plan comes to.
pub fn changes_on(h: &History) -> Option<Date> {
    h.all().any(|k| matches!(k.fact, F::Plans(_))).then_some(())?;
    let near = BIRTHDAYS.into_iter().filter_map(|(age, _)| coming(h, age));
    let ends = super::KINDS.iter().filter_map(|k| h.birthday(k.until_age));
    near.chain(ends).filter(|day| *day > h.today).min()
}

#[cfg(test)]
mod tests {
    use super::{
        super::{PATHWAY, plan, stories::*},
        *,
    };
    use crate::{
        case::Story,
        day::date,
        leavers::living::{Accommodation, Activity},
    };

    #[test]
    fn what_other_parts_record_of_a_life_is_heard_without_anybody_saying_so() {
        let mut s = Story::default();
        in_force(&mut s);
        let lives = |code: &str| {
            leavers::Fact::AccommodationBegan(Accommodation { accommodation: code.into(), ..Default::default() })
        };
        let does = |code: &str| leavers::Fact::ActivityBegan(Activity { activity: code.into(), ..Activity::default() });
        let immigration = leavers::Fact::ImmigrationStatusKnown { status: "Refused".into(), expires: None };
        s.on("2026-03-10", lives("U1"))
            .on("2026-03-11", does("F2"))
            .on("2026-03-12", does("G5"))
            .on("2026-03-13", lives("X2"))
            .on("2026-03-14", lives("K1"))
            .on("2026-03-15", immigration)
            .on("2026-03-16", leavers::Fact::SupportRequested);
        let h = s.history(date(2026, 4, 1));
        let plan = plan(&h, &PATHWAY);
        let heard: Vec<Change> = plan.in_force().unwrap().unanswered().map(|c| c.change).collect();
        use Change::*;
        let all = [Moved, LearningOrWorkBegan, LearningOrWorkEnded, IntoCustody, Released, ImmigrationDecision, Asked];
        assert_eq!(heard, all);
    }
    #[test]
    fn who_leaves_hospital_is_not_released_from_custody() {
        let mut s = Story::default();
        in_force(&mut s);
        let detained = |place| care::Fact::DetentionBegan { place };
        s.on("2026-03-10", detained(care::Detained::Hospital)).on("2026-03-20", care::Fact::DetentionEnded);
        s.on("2026-04-10", detained(care::Detained::Custody)).on("2026-04-20", care::Fact::DetentionEnded);
        let h = s.history(date(2026, 5, 1));
        let plan = plan(&h, &PATHWAY);
        let heard: Vec<Change> = plan.in_force().unwrap().unanswered().map(|c| c.change).collect();
        assert_eq!(heard, [Change::HealthCrisis, Change::IntoCustody, Change::Released]);
    }
}
