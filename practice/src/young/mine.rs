//! All that the pages of a young person are given of their record.
use super::{
    Fact, MyLetter, MyPlan, Right,
    my_letters::my_letters,
    my_plan::{my_next_plan, my_plan},
    rights::rights,
    safe::alarms,
    said::sayings,
    whereabouts::tells_where,
};
use crate::{
    day::{Date, Timestamp},
    fact::{Event, Fact as F, Id},
    history::History,
    leavers::{self, PlanState, living::Document, plan_now},
    norms::{Norm, Norms},
    people::Part,
    plans::KINDS,
};

/// Whether a look shows who looked by name, beside role and team.
pub const NAMES_IN_LOOKS: Norm = Norm {
    code: "young_names_in_looks",
    title: "A young person sees the names of staff who looked at their record",
    default: 0,
    unit: "1 yes; 0 role and team only",
    why: "The law leaves it open: a request under data protection law may give more",
};
/// An enquiry that must not be given away is marked by a manager, who may learn of it after the first look.
pub const LOOKS_AFTER: Norm = Norm {
    code: "young_looks_after_days",
    title: "A look at the record shows on the young person's own page after so many days",
    default: 3,
    unit: "days",
    why: "The law sets no number: so long a manager has to mark a look that would give an enquiry away, over a weekend too",
};
/// From when on a former relevant young person may ask for an adviser again (Children Act 1989 s23CZB).
const ASKS_FROM: i64 = 21;
const ASKS_UNTIL: i64 = 25;

/// What a worker marked to share, and on which day; no words where they say where somebody lives.
pub type Shared = (Date, Option<String>);
/// What they said and when, with the answer.
pub type Spoken = (Event, String, Option<(Event, String)>);

#[derive(Clone, Debug, PartialEq)]
pub struct Mine {
    /// As they like to be called.
    pub called: Option<String>,
    /// The adviser, else the social worker, with the day.
    pub staff: Option<Staff>,
    /// The next one.
    pub meeting: Option<Meeting>,
    pub plans: Vec<MyPlan>,
    /// The day on which a plan on paper was last prepared or reviewed, where no plan here is in force.
    pub plan_on_paper: Option<Date>,
    /// Those that are to hold next, of which the young person is asked what they think.
    pub next_plans: Vec<MyPlan>,
    /// The last first.
    pub letters: Vec<MyLetter>,
    /// What they said, with the answer. Oldest first.
    pub said: Vec<Spoken>,
    /// What workers marked to share. The latest first.
    pub shared: Vec<Shared>,
    /// Those that somebody said they hold; `None` where nobody has.
    pub documents: Option<Vec<Document>>,
    pub rights: Vec<Right>,
    /// The day on which they asked for an adviser's support at 21 or later, while it is still wanted.
    pub asked_for_support: Option<Date>,
    pub may_ask_for_support: bool,
    /// 25 or older: what is owed by law has ended (Children Act 1989 s23CZB), and what is here stays to be read.
    pub past_25: bool,
    /// The last time that they said that they were not safe: when, and who opened it when.
    pub not_safe: Option<(Event, Option<(Event, Id)>)>,
    pub held_back: Vec<HeldBack>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Staff {
    pub worker: Id,
    pub part: Part,
    pub since: Date,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    pub meets: Timestamp,
    pub place: String,
}
/// Whose looks, from which day to which, are not shown.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldBack {
    pub worker: Id,
    pub from: Date,
    pub until: Option<Date>,
}
impl HeldBack {
    pub fn holds(&self, worker: Id, on: Date) -> bool {
        self.worker == worker && self.from <= on && self.until.is_none_or(|until| on <= until)
    }
}

pub fn mine(h: &History, norms: &Norms, now: Timestamp) -> Mine {
    let identity = &h.person().identity;
    let first = || identity.first_names.as_ref().and_then(|n| n.split_whitespace().next()).map(str::to_string);
    let alarm = alarms(h).pop();
    let asked = asked_for_support(h).filter(|_| !past_25(h));
    Mine {
        called: identity.preferred_name.clone().or_else(first),
        staff: staff(h),
        meeting: meeting(h, now),
        plan_on_paper: Some(plan_now(h)).filter(|plan| plan.state == PlanState::OnPaper).and_then(|plan| plan.since),
        plans: KINDS.iter().filter_map(|kind| my_plan(h, kind)).collect(),
        next_plans: KINDS.iter().filter_map(|kind| my_next_plan(h, kind)).collect(),
        letters: my_letters(h),
        said: sayings(h)
            .into_iter()
            .map(|s| (s.said, s.words.to_string(), s.answered.map(|(e, words)| (e, shown(h, words)))))
            .collect(),
        shared: shared(h),
        documents: documents(h),
        rights: rights(h, norms),
        asked_for_support: asked,
        may_ask_for_support: asked.is_none() && may_ask(h, norms),
        past_25: past_25(h),
        not_safe: alarm.map(|a| (a.raised, a.opened)),
        held_back: held_back(h),
    }
}
fn staff(h: &History) -> Option<Staff> {
    let now = h.person().allocations(h);
    let of = |part| now.iter().rfind(|a| a.part == part && a.ended.is_none());
    let one = of(Part::Adviser).or_else(|| of(Part::Worker))?;
    Some(Staff { worker: one.worker, part: one.part, since: one.started })
}
/// Somebody may plan several: the next to come.
fn meeting(h: &History, now: Timestamp) -> Option<Meeting> {
    let planned = h.all().filter_map(|k| match &k.fact {
        F::Young(Fact::MeetingPlanned { meets, place }) if *meets >= now => {
            Some(Meeting { meets: *meets, place: shown(h, place) })
        }
        _ => None,
    });
    planned.min_by_key(|m| m.meets)
}
fn shared(h: &History) -> Vec<Shared> {
    let shared = h.all().rev().filter_map(|k| match &k.fact {
        F::Young(Fact::Shared { words }) => Some((k.happened, tells_where(h, words).is_none().then(|| words.clone()))),
        _ => None,
    });
    shared.collect()
}
/// What a worker wrote for them, unless it says where somebody lives.
fn shown(h: &History, words: &str) -> String {
    match tells_where(h, words) {
        None => words.to_string(),
        Some(_) => "We hold these words back: they may say where somebody lives. Ask your adviser.".into(),
    }
}
fn documents(h: &History) -> Option<Vec<Document>> {
    h.all().rev().find_map(|k| match &k.fact {
        F::Leavers(leavers::Fact::DocumentsHeld { documents }) => Some(documents.clone()),
        _ => None,
    })
}
fn asked_for_support(h: &History) -> Option<Date> {
    let last = h.all().rev().find_map(|k| match &k.fact {
        F::Leavers(leavers::Fact::SupportRequested) => Some(Some(k.happened)),
        F::Leavers(leavers::Fact::SupportNoLongerWanted) => Some(None),
        _ => None,
    });
    last.flatten()
}
fn may_ask(h: &History, norms: &Norms) -> bool {
    let is_21 = h.birthday(ASKS_FROM).is_some_and(|on| on <= h.today);
    let former = leavers::holds(h, norms, h.today).held.category == leavers::Category::FormerRelevant;
    former && is_21 && !past_25(h)
}
fn past_25(h: &History) -> bool {
    h.birthday(ASKS_UNTIL).is_some_and(|on| on <= h.today)
}
fn held_back(h: &History) -> Vec<HeldBack> {
    let held = h.all().filter_map(|k| match &k.fact {
        F::Young(Fact::LooksHeldBack { worker, from, until, .. }) => {
            Some(HeldBack { worker: *worker, from: *from, until: *until })
        }
        _ => None,
    });
    held.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        case::Story,
        day::{date, moment},
        people,
    };

    #[test]
    fn a_plan_on_paper_is_theirs_until_one_here_is_in_force() {
        let mut s = Story::default();
        assert_eq!(seen(&s).plan_on_paper, None);
        s.on("2026-03-02", leavers::Fact::PathwayPlanPrepared);
        s.on("2026-09-01", leavers::Fact::PathwayPlanReviewed);
        assert_eq!(seen(&s).plan_on_paper, Some(date(2026, 9, 1)));
    }
    fn seen(s: &Story) -> Mine {
        let today = date(2026, 11, 22);
        mine(&s.history(today), &Norms::default(), moment(today.at(12, 0, 0, 0)))
    }
    #[test]
    fn a_note_is_held_back_and_what_is_marked_to_share_shows() {
        let mut s = Story::default();
        s.born("2008-05-03");
        let note = people::Fact::CaseNoteMade {
            title: "A call".into(),
            words: "Mum said where she lives".into(),
            significant: true,
            together: None,
        };
        s.on("2026-11-02", note);
        assert!(!format!("{:?}", seen(&s)).contains("Mum"));
        s.on("2026-11-03", Fact::Shared { words: "Your mum rang. She asked how you are.".into() });
        assert_eq!(seen(&s).shared[0].1.as_deref(), Some("Your mum rang. She asked how you are."));
    }
    #[test]
    fn what_says_where_somebody_lives_is_held_back_wherever_a_worker_wrote_it() {
        let mut s = Story::default();
        s.born("2008-05-03");
        s.on("2026-11-02", Fact::Said { childs_words: "Where is mum?".into() });
        let said = s.facts[1].id;
        s.on("2026-11-03", Fact::Shared { words: "Mum lives at 4 Mill Row now.".into() });
        s.on("2026-11-03", Fact::Answered { said, words: "She is in NG7 5AB.".into() }).by(Id::from_u128(0xAD));
        let meets = moment(date(2026, 11, 25).at(15, 0, 0, 0));
        s.on("2026-11-03", Fact::MeetingPlanned { meets, place: "Her flat, NG7 5AB".into() });
        let mine = seen(&s);
        assert_eq!(mine.shared, [(date(2026, 11, 3), None)], "that something was shared is said");
        assert!(mine.said[0].2.as_ref().is_some_and(|(_, words)| words.contains("hold these words back")));
        assert!(!format!("{mine:?}").contains("5AB") && !format!("{mine:?}").contains("Mill"));
    }
    #[test]
    fn at_25_nothing_is_offered_that_has_ended_and_everything_stays_to_be_read() {
        let mut s = Story::default();
        s.born("2001-11-22");
        let category = leavers::Category::FormerRelevant;
        s.on("2026-01-05", leavers::Fact::CategoryRecorded { category });
        s.on("2026-11-03", leavers::Fact::SupportRequested);
        s.on("2026-11-04", Fact::Shared { words: "Your bus pass came.".into() });
        let on = |day: i8| {
            let today = date(2026, 11, day);
            mine(&s.history(today), &Norms::default(), moment(today.at(12, 0, 0, 0)))
        };
        assert_eq!((on(21).past_25, on(21).asked_for_support), (false, Some(date(2026, 11, 3))), "the day before");
        let at_25 = on(22);
        assert_eq!((at_25.past_25, at_25.asked_for_support, at_25.may_ask_for_support), (true, None, false));
        assert_eq!(at_25.shared.len(), 1);
    }
    #[test]
    fn the_next_meeting_is_the_first_that_is_still_to_come() {
        let mut s = Story::default();
        let at = |day: i8| moment(date(2026, 11, day).at(15, 0, 0, 0));
        for day in [27, 24, 20] {
            s.on("2026-11-01", Fact::MeetingPlanned { meets: at(day), place: "The café".into() });
        }
        assert_eq!(seen(&s).meeting.map(|m| m.meets), Some(at(24)));
    }
    #[test]
    fn who_asks_again_at_21_is_not_asked_twice_and_nobody_of_20_may() {
        let grown = |born: &str| {
            let mut s = Story::default();
            s.born(born);
            let category = leavers::Category::FormerRelevant;
            s.on("2026-01-05", leavers::Fact::CategoryRecorded { category });
            s
        };
        let mut s = grown("2004-03-10");
        assert!(seen(&s).may_ask_for_support);
        s.on("2026-11-03", leavers::Fact::SupportRequested);
        assert_eq!((seen(&s).may_ask_for_support, seen(&s).asked_for_support), (false, Some(date(2026, 11, 3))));
        s.on("2026-11-09", leavers::Fact::SupportNoLongerWanted);
        assert!(seen(&s).may_ask_for_support);
        assert!(!seen(&grown("2006-03-10")).may_ask_for_support, "20");
    }
    #[test]
    fn looks_are_held_back_from_a_day_to_a_day_and_of_one_worker() {
        let held = HeldBack { worker: Id::from_u128(1), from: date(2026, 11, 2), until: Some(date(2026, 11, 9)) };
        let on = |n, day| held.holds(Id::from_u128(n), date(2026, 11, day));
        assert_eq!((on(1, 1), on(1, 2), on(1, 9), on(1, 10), on(2, 5)), (false, true, true, false, false));
    }
}
