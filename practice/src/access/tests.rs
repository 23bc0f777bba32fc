//! Who may do what, role by role and record by record.
use super::*;
use crate::day::{date, moment};

const NOW: Timestamp = Timestamp::UNIX_EPOCH;
fn id(n: u128) -> Id {
    Id::from_u128(n)
}
fn worker(n: u128, role: Role, team: u128) -> Worker {
    Worker { id: id(n), name: String::new(), role, team: id(team) }
}
fn may(who: &Worker, act: Act, record: &Record) -> bool {
    grant(who.role, act).is_some_and(|g| g.reach.holds(who, record, NOW))
}

#[test]
fn a_night_belongs_to_the_day_on_which_it_began() {
    let at = |h| duty_at(moment(date(2026, 11, 22).at(h, 30, 0, 0)), &Norms::default());
    assert_eq!(at(3), (date(2026, 11, 21), false));
    assert_eq!(at(9), (date(2026, 11, 22), true));
    assert_eq!(at(17), (date(2026, 11, 22), false));
}
#[test]
fn who_is_on_duty_breaks_the_glass_and_who_only_looks_after_the_system_never_does() {
    for role in Role::PEOPLE {
        let works_with_children = !matches!(role, Role::Analyst | Role::Auditor | Role::Administrator);
        let breaks = grant(role, Act::BreakGlass).or(grant_on_duty(role, Act::BreakGlass));
        assert_eq!(breaks.is_some(), works_with_children, "{role:?}");
    }
    assert!(grant(Role::SocialWorker, Act::BreakGlass).is_none(), "never by role alone");
}
#[test]
fn a_worker_sees_the_teams_children_and_records_only_for_their_own() {
    let record = Record { allocated: vec![(id(1), id(10))], ..Record::default() };
    let (own, colleague, neighbour) =
        (worker(1, Role::SocialWorker, 10), worker(2, Role::SocialWorker, 10), worker(3, Role::SocialWorker, 11));
    assert!(may(&own, Act::RecordWork, &record) && may(&own, Act::ViewChild, &record));
    assert!(!may(&colleague, Act::RecordWork, &record) && may(&colleague, Act::ViewChild, &record));
    assert!(!may(&neighbour, Act::ViewChild, &record));
    let opened = Record { openings: vec![(id(3), Timestamp::MAX, false)], ..record.clone() };
    assert!(may(&neighbour, Act::ViewChild, &opened));
    let run_out = Record { openings: vec![(id(3), NOW, false)], ..record };
    assert!(!may(&neighbour, Act::ViewChild, &run_out), "an opening runs out");
}
#[test]
fn a_restricted_record_does_not_exist_for_others() {
    let record = Record { restricted: true, allocated: vec![(id(1), id(10))], named: vec![id(5)], ..Record::default() };
    assert!(may(&worker(1, Role::SocialWorker, 10), Act::ViewChild, &record));
    assert!(may(&worker(5, Role::ServiceManager, 12), Act::ViewChild, &record));
    for role in Role::PEOPLE {
        assert!(!may(&worker(2, role, 10), Act::ViewChild, &record), "{role:?} of the same team");
    }
    let with_reason = Record { openings: vec![(id(2), Timestamp::MAX, false)], ..record.clone() };
    assert!(!may(&worker(2, Role::TeamManager, 10), Act::ViewChild, &with_reason), "a reason does not open it");
    let broken = Record { openings: vec![(id(2), Timestamp::MAX, true)], ..record };
    assert!(may(&worker(2, Role::TeamManager, 10), Act::ViewChild, &broken), "breaking the glass does");
}
#[test]
fn a_declared_conflict_hides_everything_even_from_the_allocated_worker() {
    let record = Record {
        allocated: vec![(id(1), id(10))],
        conflicts: vec![id(1)],
        openings: vec![(id(1), Timestamp::MAX, true)],
        ..Record::default()
    };
    assert!(!may(&worker(1, Role::ServiceManager, 10), Act::ViewChild, &record));
}
#[test]
fn the_glass_of_a_restricted_record_can_be_broken_but_never_against_a_declared_conflict() {
    let record = Record { restricted: true, allocated: vec![(id(1), id(10))], ..Record::default() };
    let (manager, screener) = (worker(2, Role::TeamManager, 10), worker(3, Role::FrontDoor, 12));
    assert!(may(&manager, Act::BreakGlass, &record) && !may(&manager, Act::ViewChild, &record));
    assert!(may(&screener, Act::CheckSafeguarding, &record) && !may(&screener, Act::Search, &record));
    assert!(!may(&worker(4, Role::SocialWorker, 10), Act::BreakGlass, &record));
    let conflict = Record { conflicts: vec![id(2), id(3)], ..record };
    assert!(!may(&manager, Act::BreakGlass, &conflict) && !may(&screener, Act::CheckSafeguarding, &conflict));
}
#[test]
fn only_analysts_are_masked_and_no_grant_stands_twice() {
    for (i, g) in GRANTS.iter().enumerate() {
        assert_eq!(g.masked, g.role == Role::Analyst);
        assert!(
            !GRANTS[..i].iter().any(|o| o.role == g.role && o.act == g.act),
            "{:?} {:?} stands twice",
            g.role,
            g.act
        );
        assert_eq!(g.reach == Reach::Whole, g.role == Role::System);
    }
}
#[test]
fn a_young_person_reaches_one_record_their_own_by_two_acts_and_nobody_else_has_that_reach() {
    let me = worker(7, Role::YoungPerson, 0);
    let mine = Record { child: id(7), restricted: true, conflicts: vec![id(7)], ..Record::default() };
    // Whatever somebody may have written into another's record.
    let others = Record {
        child: id(8),
        allocated: vec![(id(7), id(0))],
        named: vec![id(7)],
        openings: vec![(id(7), Timestamp::MAX, true)],
        ..Record::default()
    };
    let acts: Vec<Act> = GRANTS.iter().filter(|g| g.role == Role::YoungPerson).map(|g| g.act).collect();
    assert_eq!(acts, [Act::ViewOwn, Act::SayOwn]);
    for act in acts {
        assert!(may(&me, act, &mine) && !may(&me, act, &others), "{act:?}");
    }
    for g in GRANTS.iter().chain(ON_DUTY) {
        assert_eq!(g.reach == Reach::Own, g.role == Role::YoungPerson, "{g:?}");
        assert_eq!(matches!(g.act, Act::ViewOwn | Act::SayOwn), g.role == Role::YoungPerson, "{g:?}");
    }
    assert!(!Role::PEOPLE.contains(&Role::YoungPerson), "no worker takes it as a post");
}
#[test]
fn whoever_may_let_a_young_person_back_in_may_also_be_asked_by_another() {
    for g in GRANTS.iter().filter(|g| g.act == Act::RecoverYoung) {
        assert!(grant(g.role, Act::InviteYoung).is_some(), "{:?}", g.role);
    }
    assert!(GRANTS.iter().any(|g| g.act == Act::InviteYoung && grant(g.role, Act::RecoverYoung).is_none()));
}
