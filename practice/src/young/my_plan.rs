//! The plan as its young person reads it: the plan's own words, whose each action is and whether it was done, and what
//! changed since the version before. What workers write about an action beside the plan is not in here.
use crate::{
    day::Date,
    fact::Id,
    history::History,
    plans::{Action, Draft, Kind, Outcome, Person, Plan, Version, actions, plan},
};

#[derive(Clone, Debug, PartialEq)]
pub struct MyPlan {
    pub title: &'static str,
    pub version: Id,
    /// Since when it holds; `None` while the young person is asked what they think of it.
    pub since: Option<Date>,
    pub parts: Vec<Part>,
    pub contingency: String,
    pub changed: Vec<Difference>,
    /// What the young person said of this version last: whether they agree, and in what words.
    pub answer: Option<(bool, String, Date)>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub title: &'static str,
    pub aim: String,
    pub need: String,
    pub steps: Vec<Step>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub whose: Whose,
    pub what: String,
    pub by: Date,
    pub different: String,
    pub ended: Option<(Outcome, Date)>,
}
#[derive(Clone, Debug, PartialEq)]
pub enum Whose {
    Mine,
    Worker(Id),
    /// As the plan names them.
    Named(String),
}
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    New(String),
    Gone(String),
    OtherDay {
        what: String,
        from: Date,
        to: Date,
    },
    OtherOwner {
        what: String,
        to: Whose,
    },
    /// Other words about this.
    Words(&'static str),
    Contingency,
}

/// The version in force, until the next one is: what is written anew takes nothing away.
pub fn my_plan(h: &History, kind: &'static Kind) -> Option<MyPlan> {
    let plan = plan(h, kind);
    Some(told(h, &plan, plan.in_force()?, kind))
}
/// The version that is to hold next. It is shown before it does, or its young person could not say what they think.
pub fn my_next_plan(h: &History, kind: &'static Kind) -> Option<MyPlan> {
    let plan = plan(h, kind);
    Some(told(h, &plan, plan.coming()?, kind))
}
fn told(h: &History, plan: &Plan, version: &Version, kind: &'static Kind) -> MyPlan {
    let mine = version.answers.iter().find(|a| *a.by == Person::YoungPerson);
    MyPlan {
        title: kind.title,
        version: version.draft.version,
        since: version.current.map(|e| e.on),
        parts: kind.areas.iter().filter_map(|area| part(h, plan, version, area)).collect(),
        contingency: version.draft.contingency.clone(),
        changed: before(plan, version).map_or(vec![], |before| differences(kind, before.draft, version.draft)),
        answer: mine.map(|a| (a.agrees, a.words.to_string(), a.said.on)),
    }
}
fn part(h: &History, plan: &Plan, version: &Version, area: &'static crate::plans::Area) -> Option<Part> {
    let now = actions(h, plan);
    let step = |action: &Action| {
        let now = now.iter().find(|n| n.action.id == action.id);
        Step {
            whose: whose(now.map_or(&action.owner, |n| n.owner)),
            what: action.what.clone(),
            by: action.by,
            different: action.different.clone(),
            ended: now.and_then(|n| n.ended).map(|(event, outcome, _)| (outcome, event.on)),
        }
    };
    let words = version.draft.areas.iter().find(|w| w.area == area.code);
    let steps: Vec<Step> = version.draft.actions.iter().filter(|a| a.area == area.code).map(step).collect();
    (words.is_some() || !steps.is_empty()).then(|| Part {
        title: area.plainly,
        aim: words.map(|w| w.aim.clone()).unwrap_or_default(),
        need: words.map(|w| w.need.clone()).unwrap_or_default(),
        steps,
    })
}
fn whose(person: &Person) -> Whose {
    match person {
        Person::YoungPerson => Whose::Mine,
        Person::Worker(id) => Whose::Worker(*id),
        Person::Known { name, .. } => Whose::Named(name.as_str().into()),
    }
}
/// The version that was in force before.
fn before<'p, 'a>(plan: &'p Plan<'a>, version: &Version) -> Option<&'p Version<'a>> {
    let earlier = plan.versions.iter().take_while(|v| v.draft.version != version.draft.version);
    earlier.filter(|v| v.current.is_some()).last()
}
fn differences(kind: &'static Kind, before: &Draft, now: &Draft) -> Vec<Difference> {
    let mut all = vec![];
    for action in &now.actions {
        let Some(old) = before.actions.iter().find(|a| a.id == action.id) else {
            all.push(Difference::New(action.what.clone()));
            continue;
        };
        if old.by != action.by {
            all.push(Difference::OtherDay { what: action.what.clone(), from: old.by, to: action.by });
        }
        if old.owner != action.owner {
            all.push(Difference::OtherOwner { what: action.what.clone(), to: whose(&action.owner) });
        }
    }
    let gone = before.actions.iter().filter(|old| now.actions.iter().all(|a| a.id != old.id));
    all.extend(gone.map(|old| Difference::Gone(old.what.clone())));
    let words = |draft: &Draft, code: &str| {
        draft.areas.iter().find(|w| w.area == code).map(|w| (w.aim.clone(), w.need.clone()))
    };
    let other = kind.areas.iter().filter(|area| words(before, area.code) != words(now, area.code));
    all.extend(other.map(|area| Difference::Words(area.plainly)));
    if before.contingency != now.contingency {
        all.push(Difference::Contingency);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        case::Story,
        day::date,
        plans::{AreaWords, Fact, How, PATHWAY},
    };

    fn draft(n: u128, day: i8, what: &[&str]) -> Draft {
        let action = |(i, what): (usize, &&str)| Action {
            id: Id::from_u128(what.len() as u128),
            area: "home".into(),
            what: (*what).into(),
            owner: if i == 0 { Person::YoungPerson } else { Person::Worker(Id::from_u128(70)) },
            by: date(2026, 12, day),
            different: "You have a key".into(),
            known_by: "The tenancy".into(),
            despite: Some("despite".into()),
        };
        Draft {
            kind: "pathway".into(),
            version: Id::from_u128(n),
            areas: vec![AreaWords { area: "home".into(), need: format!("Need {n}"), aim: "My own door".into() }],
            actions: what.iter().enumerate().map(action).collect(),
            contingency: String::new(),
            begun: None,
        }
    }
    fn in_force(s: &mut Story, on: &str, draft: Draft) {
        let version = draft.version;
        let copy = Fact::CopyGiven {
            version,
            to: Person::YoungPerson,
            how: How::ByHand,
            explained: true,
            response: String::new(),
        };
        s.on(on, Fact::VersionDrafted(Box::new(draft)));
        s.on(on, Fact::NotAgreed { version, by: Person::YoungPerson, words: "Not that flat".into() });
        s.on(on, copy);
    }
    #[test]
    fn the_plan_says_whose_each_action_is_and_whether_it_was_done_and_not_what_was_noted_of_it() {
        let mut s = Story::default();
        in_force(&mut s, "2026-11-02", draft(1, 1, &["Ring", "Pay"]));
        let ended = |effect: &str| Fact::ActionEnded {
            action: Id::from_u128(4),
            outcome: Outcome::NotDone,
            effect: effect.into(),
        };
        s.on("2026-11-05", ended("She was in hospital"));
        let mine = my_plan(&s.history(date(2026, 11, 20)), &PATHWAY).unwrap();
        assert_eq!(mine.since, Some(date(2026, 11, 2)));
        assert_eq!(mine.parts[0].steps[0].whose, Whose::Mine);
        assert_eq!(mine.parts[0].steps[0].ended, Some((Outcome::NotDone, date(2026, 11, 5))));
        assert_eq!(mine.answer, Some((false, "Not that flat".into(), date(2026, 11, 2))));
        assert!(!format!("{mine:?}").contains("hospital"));
    }
    #[test]
    fn a_new_version_is_the_plan_when_it_is_in_force_and_until_then_the_one_before_is() {
        let mut s = Story::default();
        let shown = |s: &Story| my_plan(&s.history(date(2026, 11, 20)), &PATHWAY).map(|m| m.version.as_u128());
        s.on("2026-11-01", Fact::VersionDrafted(Box::new(draft(9, 1, &["Ring"]))));
        let next = |s: &Story| my_next_plan(&s.history(date(2026, 11, 20)), &PATHWAY);
        assert_eq!(shown(&s), None, "what is written alone is no plan");
        assert_eq!(next(&s).map(|m| (m.version.as_u128(), m.since)), Some((9, None)), "she is asked about it");
        in_force(&mut s, "2026-11-02", draft(1, 1, &["Ring"]));
        s.on("2026-11-10", Fact::VersionDrafted(Box::new(draft(2, 9, &["Visit"]))));
        assert_eq!(shown(&s), Some(1));
        let version = Id::from_u128(2);
        s.on("2026-11-11", Fact::Agreed { version, by: Person::YoungPerson, words: String::new() });
        assert_eq!(shown(&s), Some(1), "spoken to, and not in her hands");
        assert_eq!(next(&s).and_then(|m| Some(m.answer?.0)), Some(true));
        s.on("2026-11-12", Fact::NoCopyGiven { version, why: "She asked for none".into() });
        assert_eq!((shown(&s), next(&s)), (Some(2), None));
    }
    #[test]
    fn what_changed_since_the_version_before_is_said() {
        let mut s = Story::default();
        in_force(&mut s, "2026-11-02", draft(1, 1, &["Ring", "Pay"]));
        in_force(&mut s, "2026-11-10", draft(2, 9, &["Ring", "Visit"]));
        let mine = my_plan(&s.history(date(2026, 11, 20)), &PATHWAY).unwrap();
        assert_eq!(mine.since, Some(date(2026, 11, 10)));
        let day = Difference::OtherDay { what: "Ring".into(), from: date(2026, 12, 1), to: date(2026, 12, 9) };
        let words = Difference::Words("Where I live");
        assert_eq!(mine.changed, [day, Difference::New("Visit".into()), Difference::Gone("Pay".into()), words]);
    }
}
