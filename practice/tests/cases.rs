//! Every clock, asked of its own cases.
use practice::{
    History, Kept,
    case::{Case, Story, read, written},
    clock::{Clock, Kind, Owed, Standing},
    clocks, day, leavers, protection,
};
use proptest::prelude::*;
use std::collections::HashSet;

/// What a case comes to, with the moment at which it is asked.
fn told(clock: &Clock, case: &Case) -> (Vec<Owed>, practice::Timestamp) {
    let mut story = Story::default();
    (case.told)(&mut story);
    let (today, at) = read(case.on);
    let owed = clock.ask(&story.history(today), &story.norms);
    (owed, at.unwrap_or_else(|| day::start_of(today)))
}
/// The standings of everything owed in a clock's cases, with the day asked and the day due.
fn standings(clock: &Clock) -> Vec<(Standing, practice::Date, Option<practice::Date>)> {
    let of = |case| {
        let (owed, now) = told(clock, case);
        owed.into_iter().map(move |o| (o.standing(now), day::day_of(now), o.due.map(|d| d.day())))
    };
    clock.cases.iter().flat_map(of).collect()
}
fn without(has: impl Fn(&Clock) -> bool) -> Vec<&'static str> {
    clocks().filter(|c| !has(c)).map(|c| c.code).collect()
}

#[test]
fn every_case_comes_to_what_it_says() {
    let failing: Vec<String> = clocks().flat_map(|c| c.failing_cases()).collect();
    assert!(failing.is_empty(), "\n{}", failing.join("\n"));
}
#[test]
fn every_code_in_a_case_held_on_its_day() {
    for case in clocks().flat_map(|c| c.cases) {
        let mut story = Story::default();
        (case.told)(&mut story);
        for k in &story.facts {
            assert_eq!(k.fact.wrong_codes(k.happened), Vec::<String>::new(), "{}", case.title);
        }
    }
}
#[test]
fn every_clock_of_the_reference_is_here_once() {
    let codes: Vec<&str> = clocks().map(|c| c.code).collect();
    let names: HashSet<&str> = clocks().map(|c| c.name).collect();
    assert_eq!(codes.iter().collect::<HashSet<_>>().len(), codes.len(), "two clocks share a code");
    assert_eq!(names.len(), codes.len(), "two clocks share a name");
    for (part, how_many) in SECTIONS {
        for n in 1..=*how_many {
            let code = format!("{part}{n:02}");
            assert!(codes.contains(&code.as_str()), "there is no clock {code}");
        }
    }
}
/// The sections of the reference of clocks that are built, with the number of clocks in each; `B` is our own.
const SECTIONS: &[(&str, usize)] = &[
    ("C", 6),
    ("A", 7),
    ("P", 18),
    ("N", 5),
    ("L", 9),
    ("V", 10),
    ("H", 6),
    ("E", 3),
    ("M", 4),
    ("Q", 6),
    ("W", 16),
    ("T", 3),
    ("B", 4),
];

#[test]
fn every_clock_is_asked_on_its_last_day_and_is_not_late() {
    let on_time = |c: &Clock| {
        standings(c).iter().any(|(s, on, due)| matches!(s, Standing::Running | Standing::DueSoon) && Some(*on) == *due)
    };
    assert_eq!(without(on_time), Vec::<&str>::new());
}
#[test]
fn every_clock_is_asked_the_day_after_and_is_overdue() {
    let of = |c: &Clock| if c.kind.is_duty() { Standing::Overdue } else { Standing::Passed };
    let late = |c: &Clock| {
        standings(c).iter().any(|(s, on, due)| *s == of(c) && due.is_some_and(|d| day::plus_days(d, 1) == *on))
    };
    assert_eq!(without(late), Vec::<&str>::new());
}
#[test]
fn every_clock_has_a_case_that_is_not_known() {
    assert_eq!(without(|c| standings(c).iter().any(|(s, ..)| *s == Standing::NotKnown)), Vec::<&str>::new());
}
#[test]
fn every_clock_says_in_words_what_it_is_and_where_it_comes_from() {
    let told = |c: &Clock| [c.title, c.starts, c.stops, c.source, c.mark].iter().all(|words| !words.is_empty());
    assert_eq!(without(told), Vec::<&str>::new());
}
#[test]
fn what_we_are_unsure_of_is_the_councils_to_set() {
    let sure = |c: &Clock| !c.mark.starts_with("K-L") || c.kind == Kind::LocalNorm;
    assert_eq!(without(sure), Vec::<&str>::new());
}
/// The same facts in another order.
fn shuffled(mut facts: Vec<Kept>, mut seed: u64) -> Vec<Kept> {
    for n in (1..facts.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        facts.swap(n, usize::try_from(seed >> 33).unwrap() % (n + 1));
    }
    facts
}
proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn the_order_in_which_facts_arrive_changes_nothing(seed: u64) {
        for (clock, case) in clocks().flat_map(|c| c.cases.iter().map(move |case| (c, case))) {
            let mut story = Story::default();
            (case.told)(&mut story);
            let (today, _) = read(case.on);
            let (told, later) = (story.history(today), History::new(shuffled(story.facts.clone(), seed), today));
            let ask = |h: &History| clock.ask(h, &story.norms);
            prop_assert_eq!(ask(&later), ask(&told), "{} «{}»", clock.code, case.title);
            let statuses = |h: &History| [protection::in_need, protection::on_protection_plan].map(|s| s(h, &story.norms, today));
            prop_assert_eq!(statuses(&later), statuses(&told), "{} «{}»", clock.code, case.title);
            let leaver = |h: &History| leavers::status(h, &story.norms, today);
            prop_assert_eq!(leaver(&later), leaver(&told), "{} «{}»", clock.code, case.title);
        }
    }
}
#[test]
fn what_is_owed_explains_itself() {
    for clock in clocks() {
        for case in clock.cases {
            let (owed, now) = told(clock, case);
            for o in owed.iter().filter(|o| o.due.is_some()) {
                assert!(!o.arithmetic.is_empty(), "{} «{}» {}", clock.code, case.title, written(o, now));
            }
        }
    }
}
