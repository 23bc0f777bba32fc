//! The actions of the version in force: who owns each now, what became of it, how often it was carried over.
use super::{Action, Fact, Outcome, Person, Plan, Version};
use crate::{
    day::Date,
    fact::{Event, Fact as F, Id, Kept},
    history::History,
    people::Allocation,
};

#[derive(Clone, Debug, PartialEq)]
pub struct ActionNow<'a> {
    pub action: &'a Action,
    pub owner: &'a Person,
    /// What gave it to them.
    pub given: Event,
    /// Why it has another owner than the version says.
    pub why_given: Option<&'a str>,
    /// The day on which its owner stopped being this child's worker. That a worker left the service is for
    /// whoever asks to add: it is a fact about them.
    pub needs_owner: Option<Date>,
    pub ended: Option<(Event, Outcome, &'a str)>,
    /// In how many versions that had been in force before this one it stood already.
    pub carried: usize,
}
impl ActionNow<'_> {
    pub fn is_open(&self) -> bool {
        self.ended.is_none_or(|(_, outcome, _)| !outcome.closes())
    }
    /// Carried over twice: nobody is doing it, and it shows.
    pub fn drifts(&self) -> bool {
        self.carried >= 2 && self.is_open()
    }
}

/// Of the version in force; none before there is one.
pub fn actions<'a>(h: &'a History, plan: &Plan<'a>) -> Vec<ActionNow<'a>> {
    let Some(version) = plan.in_force() else { return vec![] };
    let allocations = h.person().allocations(h);
    let held = |id: Id| {
        plan.versions.iter().filter(|v| v.current.is_some()).filter(move |v| v.draft.actions.iter().any(|a| a.id == id))
    };
    let now = |action: &'a Action| {
        let mut now = ActionNow {
            action,
            owner: &action.owner,
            given: version.drafted,
            why_given: None,
            needs_owner: None,
            ended: None,
            carried: held(action.id).count() - 1,
        };
        // What was said before somebody began to write this version was taken into it; what was said since was not.
        let since = |k: &Kept| {
            follows(&k.into(), &version.drafted) || version.draft.begun.is_some_and(|begun| k.recorded > begun)
        };
        let last = before(plan, version);
        let mut owned = last.and_then(|v| v.draft.actions.iter().find(|a| a.id == action.id)).map(|a| &a.owner);
        for k in h.all() {
            match &k.fact {
                F::Plans(Fact::ActionGiven { action: id, to, why }) if *id == action.id => {
                    // Whoever writes a version may choose another owner than it had: that stands.
                    let chosen = !follows(&k.into(), &version.drafted) && owned.is_some_and(|o| o != now.owner);
                    if since(k) && !chosen {
                        (now.owner, now.given, now.why_given) = (to, k.into(), Some(why.as_str()));
                    }
                    if last.is_some_and(|v| follows(&k.into(), &v.drafted)) {
                        owned = Some(to);
                    }
                }
                F::Plans(Fact::ActionEnded { action: id, outcome, effect }) if *id == action.id && since(k) => {
                    now.ended = Some((k.into(), *outcome, effect));
                }
                _ => {}
            }
        }
        if let Person::Worker(worker) = now.owner {
            now.needs_owner = stopped(&allocations, *worker, now.given.on).filter(|_| now.is_open());
        }
        now
    };
    version.draft.actions.iter().map(now).collect()
}
/// The version that was in force before this one.
fn before<'p, 'a>(plan: &'p Plan<'a>, version: &Version) -> Option<&'p Version<'a>> {
    let earlier = plan.versions.iter().take_while(|v| v.draft.version != version.draft.version);
    earlier.filter(|v| v.current.is_some()).last()
}
/// Said after the version was written; where nobody said the hour, after it on the same day.
fn follows(said: &Event, drafted: &Event) -> bool {
    said.on > drafted.on
        || said.on == drafted.on && said.at.zip(drafted.at).is_none_or(|(said, drafted)| said > drafted)
}
/// The day on which somebody who was this child's worker, on the day they were given the action or since, had
/// no part any more. A worker who never had a part (a manager, a nurse of the service) cannot stop.
fn stopped(allocations: &[Allocation], worker: Id, since: Date) -> Option<Date> {
    let mut theirs = allocations.iter().filter(|a| a.worker == worker && a.ended.is_none_or(|e| e >= since));
    theirs.try_fold(None, |last: Option<Date>, a| a.ended.map(|e| Some(last.map_or(e, |l| l.max(e))))).flatten()
}
/// How many of them the young person owns, and how many there are.
pub fn share_of_young_person<'a>(owners: impl IntoIterator<Item = &'a Person>) -> (usize, usize) {
    owners.into_iter().fold((0, 0), |(theirs, all), o| (theirs + usize::from(*o == Person::YoungPerson), all + 1))
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Name, PATHWAY, plan, stories::*},
        *,
    };
    use crate::{
        case::Story,
        day::date,
        people::{self, Part},
    };

    fn first<T>(s: &Story, on: Date, ask: impl FnOnce(&ActionNow) -> T) -> T {
        let h = s.history(on);
        let all = actions(&h, &plan(&h, &PATHWAY));
        ask(&all[0])
    }
    fn allocated(s: &mut Story, on: &str, worker: Id, part: Part) {
        s.on(on, people::Fact::Allocated { worker, team: Id::from_u128(9), part, why: None });
    }
    fn ended(outcome: Outcome) -> Fact {
        Fact::ActionEnded { action: Id::from_u128(500), outcome, effect: "He is on the list.".into() }
    }
    fn given(to: Person) -> Fact {
        Fact::ActionGiven { action: Id::from_u128(500), to, why: "Grace moved on".into() }
    }

    #[test]
    fn an_action_needs_an_owner_on_the_day_its_owner_stops_being_this_childs_worker() {
        let mut s = Story::default();
        allocated(&mut s, "2026-01-05", ADVISER, Part::Adviser);
        in_force(&mut s);
        s.on("2026-05-01", people::Fact::AllocationEnded { worker: ADVISER, part: Part::Adviser });
        assert_eq!(first(&s, date(2026, 4, 30), |a| a.needs_owner), None);
        assert_eq!(first(&s, date(2026, 5, 1), |a| a.needs_owner), Some(date(2026, 5, 1)));
        s.on("2026-05-02", given(Person::Worker(Id::from_u128(71))));
        assert_eq!(first(&s, date(2026, 5, 2), |a| a.needs_owner), None);
        assert_eq!(first(&s, date(2026, 5, 2), |a| a.owner.clone()), Person::Worker(Id::from_u128(71)));
    }
    #[test]
    fn also_on_the_day_on_which_they_were_given_it() {
        let mut s = Story::default();
        allocated(&mut s, "2026-01-05", ADVISER, Part::Adviser);
        in_force(&mut s);
        s.on("2026-03-01", people::Fact::AllocationEnded { worker: ADVISER, part: Part::Adviser });
        assert_eq!(first(&s, date(2026, 3, 2), |a| a.needs_owner), Some(date(2026, 3, 1)));
    }
    #[test]
    fn who_stays_in_another_part_or_never_had_one_goes_on_owning_it() {
        let mut s = Story::default();
        in_force(&mut s);
        assert_eq!(first(&s, date(2026, 6, 1), |a| a.needs_owner), None, "a nurse of the service");
        allocated(&mut s, "2026-03-03", ADVISER, Part::Adviser);
        allocated(&mut s, "2026-03-03", ADVISER, Part::Worker);
        s.on("2026-05-01", people::Fact::AllocationEnded { worker: ADVISER, part: Part::Adviser });
        assert_eq!(first(&s, date(2026, 6, 1), |a| a.needs_owner), None, "still the social worker");
    }
    #[test]
    fn what_is_done_needs_no_owner() {
        let mut s = Story::default();
        allocated(&mut s, "2026-01-05", ADVISER, Part::Adviser);
        in_force(&mut s);
        s.on("2026-04-20", ended(Outcome::Done));
        s.on("2026-05-01", people::Fact::AllocationEnded { worker: ADVISER, part: Part::Adviser });
        assert_eq!(first(&s, date(2026, 5, 1), |a| (a.needs_owner, a.is_open())), (None, false));
    }
    #[test]
    fn carried_over_twice_it_drifts_until_it_is_done() {
        let mut s = Story::default();
        in_force(&mut s);
        s.on("2026-04-30", ended(Outcome::NotDone));
        assert!(first(&s, date(2026, 5, 1), |a| a.is_open()), "not done is still to do");
        s.on("2026-05-01", version(2)).on("2026-05-01", agreed(2)).on("2026-05-01", copy(2));
        assert_eq!(first(&s, date(2026, 5, 2), |a| (a.carried, a.drifts())), (1, false));
        // A draft that never came into force carries nothing over.
        s.on("2026-06-01", version(3));
        s.on("2026-06-02", version(4)).on("2026-06-02", agreed(4)).on("2026-06-02", copy(4));
        assert_eq!(first(&s, date(2026, 6, 3), |a| (a.carried, a.drifts())), (2, true));
        s.on("2026-06-05", ended(Outcome::Done));
        assert_eq!(first(&s, date(2026, 6, 5), |a| (a.carried, a.drifts())), (2, false));
    }
    /// Begun on Monday, kept on Wednesday, in force on Thursday; what is told of Tuesday in between.
    fn written_over_days(tuesday: Fact, owner: Person) -> Story {
        let mut s = Story::default();
        in_force(&mut s);
        s.on("2026-06-02", tuesday);
        let Fact::VersionDrafted(mut draft) = version(2) else { unreachable!("a version") };
        draft.begun = Some(crate::day::start_of(date(2026, 6, 1)));
        draft.actions[0].owner = owner;
        s.on("2026-06-03", Fact::VersionDrafted(draft)).on("2026-06-04", agreed(2)).on("2026-06-04", copy(2));
        s
    }
    #[test]
    fn what_was_said_while_a_version_was_being_written_is_not_lost() {
        let s = written_over_days(ended(Outcome::Done), Person::Worker(ADVISER));
        assert!(!first(&s, date(2026, 6, 4), |a| a.is_open()));
        let s = written_over_days(given(Person::YoungPerson), Person::Worker(ADVISER));
        assert_eq!(first(&s, date(2026, 6, 4), |a| a.owner.clone()), Person::YoungPerson);
    }
    #[test]
    fn another_owner_whom_the_writer_chose_stands() {
        let chosen = Person::Worker(Id::from_u128(71));
        let s = written_over_days(given(Person::YoungPerson), chosen.clone());
        assert_eq!(first(&s, date(2026, 6, 4), |a| a.owner.clone()), chosen);
    }
    #[test]
    fn the_share_of_the_young_person_is_counted() {
        let nan = Person::Known { name: Name::of("Joy Marsh").unwrap(), relation: "grandmother".into() };
        let owners = [Person::YoungPerson, nan, Person::YoungPerson, Person::Worker(ADVISER)];
        assert_eq!(share_of_young_person(&owners), (2, 4));
    }
}
