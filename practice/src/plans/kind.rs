//! A kind of plan, as one item.
use super::{Change, Draft};
use crate::clock::Clock;

pub struct Kind {
    /// For facts and addresses: `pathway`.
    pub code: &'static str,
    pub title: &'static str,
    /// Where it comes from, and how sure we are of that, as for clocks.
    pub source: &'static str,
    pub mark: &'static str,
    pub areas: &'static [Area],
    /// What makes it stale.
    pub stale_by: &'static [Change],
    /// How long it may stand unreviewed. It is among the clocks of the part of the work that says when it is owed.
    pub review: &'static Clock,
    /// How long it may stay stale.
    pub stale: &'static Clock,
    /// The age at which it comes to its end.
    pub until_age: i64,
}
/// What a plan of the kind must speak to.
#[derive(Debug, PartialEq)]
pub struct Area {
    pub code: &'static str,
    pub title: &'static str,
    /// The same to a young person.
    pub plainly: &'static str,
    /// What belongs here.
    pub asks: &'static str,
    pub source: &'static str,
}
impl Kind {
    pub fn area(&self, code: &str) -> Option<&'static Area> {
        self.areas.iter().find(|a| a.code == code)
    }
    /// The areas that a version says nothing about, which the law asks it to.
    pub fn silent_on(&self, draft: &Draft) -> Vec<&'static Area> {
        let said = |a: &Area| draft.areas.iter().any(|w| w.area == a.code && !w.need.trim().is_empty());
        self.areas.iter().filter(|a| !said(a)).collect()
    }
}
pub fn of(code: &str) -> Option<&'static Kind> {
    super::KINDS.iter().copied().find(|k| k.code == code)
}

/// Another kind of plan, as whoever adds one would: its own areas, changes and clocks, and not a line elsewhere.
#[cfg(test)]
mod tests {
    use super::{
        super::{State, actions, clocks, plan, stories::*},
        *,
    };
    use crate::{
        case::{Story, written},
        clock::{self, Limit, Matter, Unit},
        day::{date, start_of},
    };

    const IN_NEED: Kind = Kind {
        code: "in_need",
        title: "Child in need plan",
        source: "Working Together to Safeguard Children",
        mark: "K-H",
        areas: &[
            Area { code: "home", title: "Home", plainly: "Home", asks: "Is it fit to live in?", source: "Our own" },
            Area { code: "safety", title: "Safety", plainly: "Safe", asks: "From whom?", source: "Our own" },
        ],
        stale_by: &[Change::Moved],
        review: &REVIEW,
        stale: &STALE,
        until_age: 18,
    };
    const REVIEW: Clock = Clock {
        code: "X01",
        name: "test_review",
        limit: Limit(12, Unit::Weeks),
        kind: clock::Kind::Guidance,
        stopped_by: Matter::InNeedPlans,
        owed: |a| {
            let reviewed = clocks::reviewed(a.h, &IN_NEED);
            let Some((first, rest)) = reviewed.split_first() else { return vec![] };
            a.every(*first, a.clock.limit, |_| a.clock.limit, rest, None)
        },
        cases: &[],
        ..super::super::pathway::STALE
    };
    const STALE: Clock = Clock {
        code: "X02",
        name: "test_stale",
        limit: Limit(7, Unit::Days),
        owed: |a| clocks::stale(a, &IN_NEED),
        ..REVIEW
    };
    fn story() -> Story {
        let mut s = Story::default();
        s.on("2026-03-02", of_kind("in_need", 8)).on("2026-03-02", agreed(8)).on("2026-03-02", copy(8));
        s
    }
    fn owed(s: &Story, clock: &Clock, on: crate::Date) -> Vec<String> {
        clock.ask(&s.history(on), &s.norms).iter().map(|o| written(o, start_of(on))).collect()
    }

    #[test]
    fn it_has_its_own_areas_and_is_asked_for_them() {
        let s = story();
        let h = s.history(date(2026, 3, 2));
        let plan = plan(&h, &IN_NEED);
        let version = plan.in_force().unwrap();
        assert_eq!(version.state(), State::Current);
        assert_eq!(IN_NEED.silent_on(version.draft).iter().map(|a| a.code).collect::<Vec<_>>(), ["safety"]);
        assert_eq!(actions(&h, &plan).len(), 1);
    }
    #[test]
    fn it_has_its_own_clocks() {
        let mut s = story();
        s.on("2026-04-01", happened(Change::Moved)).on("2026-04-20", happened(Change::Arrested));
        assert_eq!(owed(&s, &REVIEW, date(2026, 5, 26)), ["due 2026-05-25 overdue"]);
        assert_eq!(owed(&s, &STALE, date(2026, 4, 9)), ["due 2026-04-08 overdue"]);
        s.on("2026-04-09", stands(8, false));
        assert_eq!(
            owed(&s, &STALE, date(2026, 4, 21)),
            ["due 2026-04-08 met late 2026-04-09"],
            "an arrest is not for this kind"
        );
    }
    #[test]
    fn two_kinds_of_one_child_do_not_meet() {
        let mut s = story();
        in_force(&mut s);
        let h = s.history(date(2026, 3, 3));
        assert_eq!((plan(&h, &IN_NEED).versions.len(), super::super::plans(&h).len()), (1, 1));
        assert_eq!(clocks::reviewed(&h, &IN_NEED).len(), 1);
    }
}
