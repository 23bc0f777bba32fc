//! How a young person's pathway plan stands today, held here or on paper.
use super::Fact;
use crate::{
    day::Date,
    fact::Fact as F,
    history::History,
    plans::{PATHWAY, Person, plan},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanState {
    /// Nobody wrote one.
    None,
    /// Somebody said that there is one; its words are not in here.
    OnPaper,
    /// Written, and not yet in force.
    Coming,
    InForce,
    /// In force, and something changed that nobody answered.
    Stale,
}
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlanNow {
    pub state: PlanState,
    /// Written, prepared or reviewed, in force or stale since then.
    pub since: Option<Date>,
    /// The young person holds a copy of what is in force. Of a plan on paper nobody says so.
    pub copy: Option<bool>,
}
impl PlanState {
    pub const ALL: [PlanState; 5] =
        [PlanState::Stale, PlanState::None, PlanState::Coming, PlanState::OnPaper, PlanState::InForce];
    pub fn code(self) -> &'static str {
        match self {
            PlanState::None => "none",
            PlanState::OnPaper => "on_paper",
            PlanState::Coming => "coming",
            PlanState::InForce => "in_force",
            PlanState::Stale => "stale",
        }
    }
    pub fn of(code: &str) -> Option<PlanState> {
        PlanState::ALL.into_iter().find(|state| state.code() == code)
    }
}

pub fn plan_now(h: &History) -> PlanNow {
    let held = plan(h, &PATHWAY);
    if let Some(version) = held.in_force() {
        let copy = Some(version.copies.iter().any(|c| *c.to == Person::YoungPerson));
        return match version.stale_since() {
            Some(since) => PlanNow { state: PlanState::Stale, since: Some(since), copy },
            None => PlanNow { state: PlanState::InForce, since: version.current.map(|e| e.on), copy },
        };
    }
    let prepared = |f: &F| matches!(f, F::Leavers(Fact::PathwayPlanPrepared | Fact::PathwayPlanReviewed));
    if let Some(paper) = h.events(prepared).last() {
        return PlanNow { state: PlanState::OnPaper, since: Some(paper.on), copy: None };
    }
    match held.coming() {
        Some(version) => PlanNow { state: PlanState::Coming, since: Some(version.drafted.on), copy: None },
        None => PlanNow { state: PlanState::None, since: None, copy: None },
    }
}

#[cfg(test)]
mod tests {
    use super::{super::told::story, *};
    use crate::{
        day::date,
        plans::{self, Change, stories},
    };

    #[test]
    fn a_plan_is_on_paper_then_written_here_in_force_and_stale() {
        let mut s = story("2005-03-10 born; 2019-06-01 care C2/U4");
        let now = |s: &crate::case::Story| plan_now(&s.history(date(2026, 5, 1)));
        assert_eq!(now(&s).state, PlanState::None);
        s.on("2026-01-05", stories::version(1));
        assert_eq!(now(&s), PlanNow { state: PlanState::Coming, since: Some(date(2026, 1, 5)), copy: None });
        s.on("2026-01-02", Fact::PathwayPlanPrepared);
        assert_eq!(now(&s), PlanNow { state: PlanState::OnPaper, since: Some(date(2026, 1, 2)), copy: None });
        s.on("2026-01-06", stories::agreed(1)).on("2026-01-07", stories::copy(1));
        assert_eq!(now(&s), PlanNow { state: PlanState::InForce, since: Some(date(2026, 1, 7)), copy: Some(true) });
        s.on("2026-03-01", stories::happened(Change::Moved));
        assert_eq!(now(&s), PlanNow { state: PlanState::Stale, since: Some(date(2026, 3, 1)), copy: Some(true) });
    }
    #[test]
    fn a_reason_puts_a_plan_in_force_without_a_copy() {
        let mut s = story("2005-03-10 born; 2019-06-01 care C2/U4");
        s.on("2026-01-05", stories::version(1)).on("2026-01-06", stories::agreed(1));
        let version = crate::Id::from_u128(1);
        s.on("2026-01-07", plans::Fact::NoCopyGiven { version, why: "In hospital".into() });
        let now = plan_now(&s.history(date(2026, 5, 1)));
        assert_eq!((now.state, now.copy), (PlanState::InForce, Some(false)));
    }
    #[test]
    fn every_state_is_found_by_its_code() {
        assert!(PlanState::ALL.into_iter().all(|state| PlanState::of(state.code()) == Some(state)));
    }
}
