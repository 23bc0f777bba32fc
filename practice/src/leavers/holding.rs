//! Computed, recorded, decided: which holds, who should decide, and what opens a decision again. The young person
//! was born on 10 March 2010: 16 in 2026, 18 in 2028, 21 in 2031, 25 in 2035.
use super::{
    By, Category, Holding, Queue, basis, holds,
    owed::owed_under,
    rank,
    told::{story, tell},
};
use crate::{
    case::{Story, read},
    clock::Matter,
    day::start_of,
};

fn born(lines: &str) -> Story {
    story(&format!("2010-03-10 born; {lines}"))
}
fn held(s: &Story, on: &str) -> Holding {
    let (on, _) = read(on);
    holds(&s.history(on), &s.norms, on)
}
/// `QUALIFYING 16_20 recorded; differs`.
fn said(lines: &str, on: &str) -> String {
    let h = held(&born(lines), on);
    let by = match h.by {
        By::Computed => "computed",
        By::Recorded => "recorded",
        By::Decided => "decided",
    };
    let band = if h.held.band.is_empty() { String::new() } else { format!(" {}", h.held.band) };
    let queues: Vec<&str> = h.queues.iter().map(|q| q.code()).collect();
    format!("{}{band} {by}; {}", h.held.category, queues.join(", "))
}
const CARE: &str = "2025-01-01 care C2/U4";
const LEFT: &str = "2025-01-01 care V2/U6; 2026-05-31 left";
const HOME: &str = "2025-01-01 care V2/U6; 2026-05-31 left; 2026-05-31 home mother";

#[test]
fn wrongly_called_qualifying_what_is_computed_owes_more_and_holds() {
    let wrong = format!("{LEFT}; 2026-06-01 recorded QUALIFYING");
    assert_eq!(said(&wrong, "2026-06-01"), "RELEVANT 16_17 computed; differs");
    assert_eq!(said(&wrong, "2028-03-10"), "FORMER_RELEVANT 18_20_FULL computed; differs");
    assert_eq!(said(&wrong, "2026-05-31"), "RELEVANT 16_17 computed; not_recorded", "nobody has written it yet");
    let right = format!("{LEFT}; 2026-06-01 recorded RELEVANT");
    assert_eq!(said(&right, "2026-06-01"), "RELEVANT 16_17 computed; ");
}
#[test]
fn recorded_as_more_than_is_computed_nothing_is_withdrawn_by_computation_alone() {
    let more = format!("{HOME}; 2026-06-01 recorded RELEVANT");
    assert_eq!(said(&more, "2026-11-29"), "RELEVANT 16_17 computed; ", "five months at home");
    assert_eq!(said(&more, "2026-11-30"), "RELEVANT 16_17 recorded; differs", "six: only a person takes it away");
    assert_eq!(said(&more, "2029-01-01"), "FORMER_RELEVANT 18_20_FULL recorded; differs");
    assert_eq!(said(&format!("{HOME}; 2026-06-01 recorded QUALIFYING"), "2026-11-30"), "QUALIFYING 16_20 computed; ");
}
#[test]
fn time_and_ceasing_to_be_looked_after_make_no_mistake_of_what_was_right() {
    let eligible = format!("{CARE}; 2026-03-10 recorded ELIGIBLE");
    assert_eq!(said(&eligible, "2028-03-09"), "ELIGIBLE 16_17 computed; ");
    assert_eq!(said(&eligible, "2028-03-10"), "FORMER_RELEVANT 18_20_FULL computed; ");
    assert_eq!(said(&eligible, "2031-03-10"), "FORMER_RELEVANT 21_24_KEEP_IN_TOUCH computed; ");
    assert_eq!(said(&eligible, "2035-03-10"), "NONE AGED_OUT_25 computed; ");
    let left = format!("{LEFT}; 2026-05-01 recorded ELIGIBLE");
    assert_eq!(said(&left, "2026-06-01"), "RELEVANT 16_17 computed; ", "it was right on its day");
    let never = format!("{LEFT}; 2026-06-01 recorded ELIGIBLE");
    assert_eq!(said(&never, "2026-06-01"), "RELEVANT 16_17 computed; differs", "it was wrong on its day");
    let former = format!("{LEFT}; 2026-06-01 recorded FORMER_RELEVANT");
    assert_eq!(said(&former, "2026-06-01"), "RELEVANT 16_17 computed; differs", "nobody is that before 18");
}
#[test]
fn a_qualifying_young_person_ages_out_at_21_whoever_says_so() {
    let short = "2026-04-01 care V2/U6; 2026-06-01 left; 2026-06-02 recorded QUALIFYING";
    assert_eq!(said(short, "2031-03-09"), "QUALIFYING 16_20 computed; ");
    assert_eq!(said(short, "2031-03-10"), "NONE AGED_OUT_21 computed; ");
    let learning = format!("{short}; 2030-09-01 learning in");
    assert_eq!(said(&learning, "2031-03-10"), "QUALIFYING 21_24_ETE_S24B computed; ");
    let former = format!("{CARE}; 2028-04-01 recorded FORMER_RELEVANT; 2031-06-01 asked");
    assert_eq!(said(&former, "2031-05-31"), "FORMER_RELEVANT 21_24_KEEP_IN_TOUCH computed; ");
    assert_eq!(said(&former, "2031-06-01"), "FORMER_RELEVANT 21_24_REQUESTED computed; ");
}
#[test]
fn nobody_wrote_a_category_and_not_known_are_queues_of_their_own() {
    assert_eq!(said(CARE, "2026-03-09"), "NONE UNDER_16 computed; ", "fifteen");
    assert_eq!(said(CARE, "2026-03-10"), "ELIGIBLE 16_17 computed; not_recorded");
    assert_eq!(said(CARE, "2035-03-10"), "NONE AGED_OUT_25 computed; ", "twenty-five");
    assert_eq!(said("", "2028-03-10"), "NONE computed; ", "never looked after: nobody asks");
    assert_eq!(said("2014-01-01 care V2/U6; 2014-02-01 left", "2028-03-10"), "NONE computed; not_recorded");
    assert_eq!(said(&format!("{CARE}; 2026-08-01 died"), "2026-08-01"), "NONE DECEASED computed; ");
    let unsure = format!("{CARE}; 2026-04-01 recorded NOT_KNOWN");
    assert_eq!(said(&unsure, "2026-04-01"), "ELIGIBLE 16_17 computed; not_recorded", "not known is no category");
}
#[test]
fn where_it_is_not_known_what_is_known_for_certain_is_owed_at_least() {
    let half = |lines: &str, on| {
        let mut s = born(lines);
        s.recorded_since(Matter::Placements, "2026-01-01");
        held(&s, on)
    };
    let stay = "2026-04-01 care V2/U6; 2026-06-01 left";
    let alone = half(stay, "2026-08-01");
    assert!(alone.is_not_known());
    assert_eq!((alone.held.category, alone.queues), (Category::Qualifying, vec![Queue::NotRecorded, Queue::NotKnown]));
    let less = half(&format!("{stay}; 2026-06-02 recorded NONE"), "2026-08-01");
    assert_eq!((less.by, less.held.category, less.queues), (By::Computed, Category::Qualifying, vec![Queue::NotKnown]));
    let more = half(&format!("{stay}; 2026-06-02 recorded RELEVANT"), "2026-08-01");
    assert!(!more.is_not_known());
    assert_eq!((more.by, more.held.category, more.queues), (By::Recorded, Category::Relevant, vec![Queue::NotKnown]));
}
#[test]
fn what_a_manager_decided_holds_whichever_way_it_went() {
    let wrong = format!("{LEFT}; 2026-06-01 recorded QUALIFYING");
    let up = format!("{wrong}; 2026-07-01 decided RELEVANT");
    assert_eq!(said(&up, "2026-06-30"), "RELEVANT 16_17 computed; differs");
    assert_eq!(said(&up, "2026-07-01"), "RELEVANT 16_17 decided; ");
    assert_eq!(said(&up, "2028-03-10"), "FORMER_RELEVANT 18_20_FULL decided; ", "time alone reopens nothing");
    assert_eq!(said(&up, "2031-03-10"), "FORMER_RELEVANT 21_24_KEEP_IN_TOUCH decided; ");
    let down = format!("{wrong}; 2026-07-01 decided QUALIFYING");
    assert_eq!(said(&down, "2026-07-01"), "QUALIFYING 16_20 decided; ");
    assert_eq!(said(&down, "2028-03-10"), "QUALIFYING 16_20 decided; ");
}
#[test]
fn a_decision_reopens_when_what_it_rested_on_changes_and_the_one_that_owes_more_holds_again() {
    let decided = format!("{LEFT}; 2026-06-01 recorded QUALIFYING; 2026-07-01 decided QUALIFYING");
    assert_eq!(said(&decided, "2026-08-01"), "QUALIFYING 16_20 decided; ");
    let mut s = born(&decided);
    for earlier in ["2024-06-01 care V2/U6", "2024-07-01 left"] {
        tell(&mut s, earlier);
        s.facts.last_mut().unwrap().recorded = start_of(read("2026-08-01").0);
    }
    let reopened = held(&s, "2026-08-01");
    assert_eq!((reopened.by, reopened.held.category), (By::Computed, Category::Relevant));
    assert_eq!(reopened.queues, [Queue::Differs]);
    let why = reopened.decided.unwrap().reopened;
    assert_eq!(why, ["New since: Looked after from 1 June 2024 to 1 July 2024"]);
}
#[test]
fn what_happens_after_a_decision_reopens_it_only_where_time_alone_would_not_have_done_it() {
    let home = format!("{HOME}; 2026-12-01 decided QUALIFYING");
    assert_eq!(said(&home, "2028-03-10"), "QUALIFYING 16_20 decided; ");
    let broke_down = format!("{home}; 2027-01-15 away");
    assert_eq!(said(&broke_down, "2027-01-14"), "QUALIFYING 16_20 decided; ");
    assert_eq!(said(&broke_down, "2027-01-15"), "RELEVANT 16_17 computed; differs");
    let eligible = format!("{CARE}; 2026-04-01 decided ELIGIBLE; 2026-09-01 left");
    assert_eq!(said(&eligible, "2026-09-01"), "RELEVANT 16_17 decided; ", "ceasing is no news to the decision");
    let again = format!("{home}; 2027-02-01 recorded RELEVANT");
    assert_eq!(said(&again, "2027-02-01"), "RELEVANT 16_17 recorded; differs", "somebody wrote another since");
    assert_eq!(said(&format!("{again}; 2027-02-02 decided QUALIFYING"), "2027-02-02"), "QUALIFYING 16_20 decided; ");
}
#[test]
fn a_move_from_home_reopens_a_decision_and_the_one_that_owes_more_holds() {
    let home = format!("{HOME}; 2026-12-01 decided QUALIFYING");
    for place in ["U1", "B1"] {
        let moved = format!("{home}; 2027-01-15 lives {place}");
        assert_eq!(said(&moved, "2027-01-14"), "QUALIFYING 16_20 decided; ");
        assert_eq!(said(&moved, "2027-01-15"), "RELEVANT 16_17 computed; differs", "{place}");
    }
    let with_her = format!("{home}; 2027-01-15 lives B1; 2027-01-15 home mother");
    assert_eq!(said(&with_her, "2027-01-15"), "QUALIFYING 16_20 decided; ", "and with her");
}
#[test]
fn nobody_is_guessed_to_have_grown_up() {
    let of = |lines: &str| {
        let h = held(&story(lines), "2026-06-01");
        (h.held.category, h.held.band)
    };
    let care = "2025-01-01 care C2/U4; 2026-04-01 recorded";
    assert_eq!(of(&format!("{care} ELIGIBLE")), (Category::Eligible, ""));
    assert_eq!(of(&format!("{care} QUALIFYING")), (Category::Qualifying, ""));
}
#[test]
fn what_a_decision_rests_on_is_the_same_however_a_stay_is_cut() {
    let (on, _) = read("2026-06-01");
    let of = |lines: &str| {
        let s = born(lines);
        basis(&s.history(on), &s.norms, on)
    };
    let cut = of("2025-01-01 care V2/U6; 2025-09-09 care V2/U4; 2026-05-31 left");
    assert_eq!(cut, of(LEFT));
    assert_eq!(cut.inputs, ["Born 10 March 2010", "Looked after from 1 January 2025 to 31 May 2026"]);
    assert_eq!((cut.computed, cut.row.as_str()), (Category::Relevant, "6"));
}
#[test]
fn whatever_owes_more_by_the_table_has_more_duties_that_must_be_done() {
    let norms = Story::default().norms;
    let musts = |category, band| {
        let held = super::Footing { category, band };
        let owed = owed_under(held, &norms, read("2026-11-22").0);
        owed.iter().filter(|o| o.level == super::owed::Level::Must).count()
    };
    let ages = [
        [(Category::Relevant, "16_17"), (Category::Qualifying, "16_20"), (Category::None, "")],
        [(Category::FormerRelevant, "18_20_FULL"), (Category::QualifyingBySgo, "16_20"), (Category::None, "")],
        [(Category::FormerRelevant, "21_24_ETE"), (Category::Qualifying, "21_24_ETE_S24B"), (Category::None, "")],
    ];
    for age in ages {
        for pair in age.windows(2) {
            let [more, less] = [pair[0], pair[1]];
            assert!(rank(more.0) > rank(less.0) && musts(more.0, more.1) > musts(less.0, less.1), "{more:?} {less:?}");
        }
    }
    assert!(Category::ALL.into_iter().all(|c| super::OWES.iter().filter(|o| o.category == c).count() == 1));
}
#[test]
fn the_row_that_holds_has_the_category_and_the_band_that_hold() {
    let lives = [
        (format!("{LEFT}; 2026-06-01 recorded ELIGIBLE"), vec!["2026-06-01", "2028-03-10", "2031-03-10", "2035-03-10"]),
        (
            "2026-04-01 care V2/U6; 2026-06-01 left; 2026-06-02 recorded RELEVANT".into(),
            vec!["2027-01-01", "2029-01-01", "2032-01-01"],
        ),
        (
            format!("{LEFT}; 2026-06-01 decided QUALIFYING; 2030-09-01 learning in"),
            vec!["2027-01-01", "2029-01-01", "2032-01-01"],
        ),
        (
            format!("{LEFT}; 2026-06-01 decided QUALIFYING_SGO; 2030-09-01 learning in"),
            vec!["2027-01-01", "2032-01-01"],
        ),
        (format!("{LEFT}; 2026-06-01 decided QUALIFYING; 2030-01-01 died"), vec!["2030-01-01"]),
    ];
    for (life, days) in lives {
        for day in days {
            let h = held(&born(&life), day);
            assert_eq!((h.row().category, h.row().band), (h.held.category, h.held.band), "{life} on {day}");
        }
    }
}
#[test]
fn what_would_hold_without_the_decision_is_said_beside_it() {
    let short = "2026-04-01 care V2/U6; 2026-06-01 left; 2026-07-01 recorded RELEVANT; 2026-09-01 decided QUALIFYING";
    let h = held(&born(short), "2026-10-01");
    assert_eq!((h.held.category, h.by), (Category::Qualifying, By::Decided));
    assert_eq!(h.undecided.category, Category::Relevant, "the decision lowers it, and the page says so");
}
