//! Each branch of the table both ways, told from facts. Unless a story says otherwise the young person was
//! born on 10 March 2010: 14 in 2024, 16 in 2026, 18 in 2028, 21 in 2031, 25 in 2035.
use super::told::{asked, said, story};

/// What happened, the day asked, what it comes to.
type Told = (&'static str, &'static str, &'static str);

fn come_to(told: &[Told]) {
    let wrong = told.iter().filter_map(|(lines, on, expected)| {
        let born = if lines.contains("born") { "" } else { "2010-03-10 born; " };
        let came = said(&asked(&story(&format!("{born}{lines}")), on));
        (came != *expected).then(|| format!("{lines}\n  on {on}\n  expected {expected}\n  came     {came}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn thirteen_weeks_make_an_eligible_child_and_a_day_less_does_not() {
    let care = "2026-04-01 care V2/U6";
    come_to(&[
        (care, "2026-06-27", "NONE LOOKED_AFTER_NOT_YET_ELIGIBLE row 5, 87 days, projected_eligible=2026-07-01"),
        (
            care,
            "2026-06-30",
            "NONE LOOKED_AFTER_NOT_YET_ELIGIBLE row 5, 90 days, BOUNDARY_REVIEW, projected_eligible=2026-07-01",
        ),
        (care, "2026-07-01", "ELIGIBLE 16_17 row 4, 91 days, BOUNDARY_REVIEW"),
        (care, "2026-07-05", "ELIGIBLE 16_17 row 4, 95 days"),
        ("2026-04-01 care V2/U6; 2026-06-30 left", "2026-08-01", "QUALIFYING 16_20 row 10, 90 days, BOUNDARY_REVIEW"),
        ("2026-04-01 care V2/U6; 2026-07-01 left", "2026-08-01", "RELEVANT 16_17 row 6, 91 days, BOUNDARY_REVIEW"),
    ]);
}
#[test]
fn days_count_from_the_fourteenth_birthday() {
    let until = |day| format!("2010-03-10 born; 2020-01-01 care V2/U6; {day} left; 2026-05-01 care V2/U6");
    let on = |day| said(&asked(&story(&until(day)), "2026-05-11"));
    assert_eq!(on("2024-03-10"), "NONE LOOKED_AFTER_NOT_YET_ELIGIBLE row 5, 10 days, projected_eligible=2026-07-31");
    assert_eq!(on("2024-03-11"), "NONE LOOKED_AFTER_NOT_YET_ELIGIBLE row 5, 11 days, projected_eligible=2026-07-30");
}
#[test]
fn nobody_is_anything_before_16() {
    let care = "2025-01-01 care C2/U4";
    come_to(&[
        (care, "2026-03-09", "NONE UNDER_16 row 2, 432 days"),
        (care, "2026-03-10", "ELIGIBLE 16_17 row 4, 433 days"),
    ]);
}
#[test]
fn what_ended_before_the_sixteenth_birthday_counts_for_nothing_and_on_it_a_person_decides() {
    come_to(&[
        ("2025-01-01 care C2/U4; 2026-03-09 left", "2026-06-01", "NONE row 12c, 432 days"),
        ("2025-01-01 care C2/U4; 2026-03-10 left", "2026-06-01", "RELEVANT 16_17 row 6, 433 days, BOUNDARY_REVIEW"),
        ("2026-02-01 care V2/U4; 2026-03-10 left", "2026-06-01", "QUALIFYING 16_20 row 10, 37 days, BOUNDARY_REVIEW"),
        ("2015-01-01 care C2/U4; 2020-03-10 left", "2029-06-01", "NONE row 12c, 0 days"),
        ("", "2026-06-01", "NONE row 12c, 0 days"),
    ]);
}
#[test]
fn whether_thirteen_weeks_can_still_be_reached_before_18() {
    let row_5 = "NONE LOOKED_AFTER_NOT_YET_ELIGIBLE row 5,";
    let on = |day: &str| said(&asked(&story(&format!("2010-03-10 born; {day} care V2/K3")), "2028-01-10"));
    assert_eq!(on("2027-12-09"), format!("{row_5} 32 days, projected_eligible=2028-03-09"));
    assert_eq!(on("2027-12-10"), format!("{row_5} 31 days, will_not_reach_91_before_18"), "only on the birthday");
}
#[test]
fn six_months_at_home_take_the_status_of_a_relevant_child_away() {
    let home = |who| format!("2010-03-10 born; 2025-01-01 care V2/U6; 2026-05-31 left; 2026-05-31 home {who}");
    let on = |who, day| said(&asked(&story(&home(who)), day));
    assert_eq!(on("mother", "2026-11-29"), "RELEVANT 16_17 row 6, 515 days");
    assert_eq!(on("mother", "2026-11-30"), "QUALIFYING 16_20 row 10, 515 days", "31 May and six months");
    assert_eq!(on("order-holder", "2026-11-30"), "QUALIFYING 16_20 row 10, 515 days");
    assert_eq!(on("guardian", "2026-11-29"), "RELEVANT 16_17 row 6, 515 days");
    assert_eq!(on("guardian", "2026-11-30"), "QUALIFYING 16_20 row 10, 515 days");
    assert_eq!(on("aunt", "2027-06-01"), "RELEVANT 16_17 row 6, 515 days", "a relative without an order");
}
#[test]
fn an_arrangement_of_six_months_that_breaks_down_gives_it_back() {
    let home = "2025-01-01 care V2/U6; 2026-05-31 left; 2026-05-31 home mother;";
    let told = |rest: &str, on| said(&asked(&story(&format!("2010-03-10 born; {home} {rest}")), on));
    let row_7 = "RELEVANT 16_17 row 7, 515 days, after_breakdown";
    assert_eq!(told("2026-12-15 away", "2026-12-14"), "QUALIFYING 16_20 row 10, 515 days");
    assert_eq!(told("2026-12-15 away", "2026-12-15"), row_7);
    assert_eq!(told("2026-11-20 away", "2027-03-01"), "RELEVANT 16_17 row 6, 515 days", "it never was six months");
    let father = "2026-12-15 away; 2027-01-01 home father";
    assert_eq!(told(father, "2027-06-30"), row_7);
    assert_eq!(told(father, "2027-07-01"), "QUALIFYING 16_20 row 10, 515 days");
}
#[test]
fn a_move_to_another_place_ends_it_though_nobody_said_so() {
    let home = "2025-01-01 care V2/U6; 2026-05-31 left; 2026-05-31 home mother;";
    let told = |rest: &str, on| said(&asked(&story(&format!("2010-03-10 born; {home} {rest}")), on));
    assert_eq!(told("2026-08-01 lives E1", "2027-03-01"), "RELEVANT 16_17 row 6, 515 days", "lodgings");
    assert_eq!(
        told("2026-05-31 lives U1", "2026-11-30"),
        "QUALIFYING 16_20 row 10, 515 days",
        "before it, the same day"
    );
    let nowhere = "2026-05-31 lives B1; 2026-08-01 moved-out";
    assert_eq!(told(nowhere, "2027-03-01"), "RELEVANT 16_17 row 6, 515 days", "she left, and nobody knows where to");
    let back = "2026-08-01 lives E1; 2026-09-01 home mother";
    assert_eq!(told(back, "2027-02-28"), "RELEVANT 16_17 row 6, 515 days");
    assert_eq!(told(back, "2027-03-01"), "QUALIFYING 16_20 row 10, 515 days", "six months anew");
}
/// Code B of the 903 says parents or relatives, and not which of them.
#[test]
fn a_move_among_relatives_is_for_a_person_to_decide() {
    let home = "2025-01-01 care V2/U6; 2026-05-31 left; 2026-05-31 lives B1; 2026-05-31 home mother";
    let told = |rest: &str, on| said(&asked(&story(&format!("2010-03-10 born; {home}; {rest}")), on));
    let (relevant, review) = ("RELEVANT 16_17 row 6, 515 days", "RELEVANT 16_17 row 6, 515 days, SPELLS_REVIEW");
    let qualifying = "QUALIFYING 16_20 row 10, 515 days";
    // Before the six months: to another relative, or with the mother to a new flat? Nobody said.
    let moved = "2026-08-01 lives B1";
    assert_eq!(told(moved, "2026-11-29"), relevant);
    assert_eq!(told(moved, "2026-11-30"), review, "with the mother it would be six months");
    assert_eq!(told(moved, "2028-03-10"), "FORMER_RELEVANT 18_20_FULL row 12, 515 days, SPELLS_REVIEW");
    assert_eq!(told("2026-08-01 lives B1; 2026-08-01 home mother", "2026-11-30"), qualifying, "she moved with him");
    assert_eq!(told("2026-08-01 lives B1; 2026-08-01 home aunt", "2027-06-01"), relevant, "to his aunt");
    assert_eq!(told("2026-08-01 lives B1; 2026-08-01 home father", "2026-11-30"), review, "two people together");
    assert_eq!(told("2026-08-01 lives B1; 2026-08-01 home father", "2027-02-01"), qualifying);
    // After them: gone on with the mother it is still so, without her it has broken down.
    let after = "2027-01-10 lives B1";
    assert_eq!(told(after, "2027-01-09"), qualifying);
    assert_eq!(told(after, "2027-01-10"), "RELEVANT 16_17 row 7, 515 days, SPELLS_REVIEW, after_breakdown");
    assert_eq!(told(after, "2028-03-10"), "FORMER_RELEVANT 18_20_FULL row 12, 515 days, SPELLS_REVIEW");
    let with_her = "2027-01-10 lives B1; 2027-01-10 home mother";
    assert_eq!(
        [told(with_her, "2027-01-10"), told(with_her, "2028-03-10")],
        [qualifying, "QUALIFYING 16_20 row 12b, 515 days"]
    );
    let to_his_aunt = "2027-01-10 lives B1; 2027-01-10 home aunt";
    assert_eq!(told(to_his_aunt, "2027-01-10"), "RELEVANT 16_17 row 7, 515 days, after_breakdown");
    let ended = "2027-01-10 lives B1; 2027-01-10 away";
    assert_eq!(
        told(ended, "2027-01-10"),
        "RELEVANT 16_17 row 7, 515 days, after_breakdown",
        "left her; with whom now?"
    );
    assert_eq!(told(ended, "2027-07-10"), "RELEVANT 16_17 row 7, 515 days, SPELLS_REVIEW, after_breakdown");
    // At 18 it is settled; what follows asks for advice and takes nothing away.
    assert_eq!(told("2028-06-01 lives B1", "2028-06-01"), "QUALIFYING 16_20 row 12b, 515 days, REVIEW");
    assert_eq!(told("2028-06-01 lives B1", "2028-05-31"), "QUALIFYING 16_20 row 12b, 515 days");
}
#[test]
fn with_relatives_and_nobody_said_with_whom_is_for_a_person_to_decide() {
    let home = "2025-01-01 care V2/U6; 2026-05-31 left; 2026-05-31 lives B1";
    let told = |rest: &str, on| said(&asked(&story(&format!("2010-03-10 born; {home}; {rest}")), on));
    let (relevant, review) = ("RELEVANT 16_17 row 6, 515 days", "RELEVANT 16_17 row 6, 515 days, SPELLS_REVIEW");
    assert_eq!([told("", "2026-11-29"), told("", "2026-11-30")], [relevant, review]);
    assert_eq!(told("", "2028-03-10"), "FORMER_RELEVANT 18_20_FULL row 12, 515 days, SPELLS_REVIEW");
    assert_eq!(told("2026-05-31 home aunt", "2027-06-01"), relevant, "a relative without an order");
    assert_eq!(told("2026-05-31 home mother", "2026-11-30"), "QUALIFYING 16_20 row 10, 515 days");
    let later = "2026-08-01 home mother";
    assert_eq!(told(later, "2026-11-30"), review, "from August on it was his mother");
    assert_eq!(told(later, "2027-02-01"), "QUALIFYING 16_20 row 10, 515 days");
    assert_eq!(told("2026-08-01 lives B1", "2026-11-30"), review, "two places with relatives");
    assert_eq!(told("2026-08-01 lives U1", "2027-06-01"), relevant, "then a place of his own");
    assert_eq!(told("2026-08-01 moved-out", "2027-06-01"), relevant);
}
#[test]
fn six_months_with_two_people_together_are_for_a_person_to_decide() {
    let two = "2025-01-01 care V2/U6; 2026-05-31 left; 2026-05-31 home mother; 2026-08-31 home father";
    come_to(&[
        (two, "2026-11-29", "RELEVANT 16_17 row 6, 515 days"),
        (two, "2026-11-30", "RELEVANT 16_17 row 6, 515 days, SPELLS_REVIEW"),
        (two, "2027-02-28", "QUALIFYING 16_20 row 10, 515 days"),
    ]);
    let same = "2025-01-01 care V2/U6; 2026-05-31 left; 2026-05-31 home mother; 2026-08-31 home mother";
    come_to(&[(same, "2026-11-30", "QUALIFYING 16_20 row 10, 515 days")]);
}
#[test]
fn going_back_into_care_begins_the_six_months_anew_and_a_short_break_does_not() {
    let home = "2025-01-01 care V2/U6; 2026-05-31 left; 2026-05-31 home mother;";
    let back = format!("2010-03-10 born; {home} 2026-08-01 care V2/U6; 2026-09-01 left");
    let on = |lines: &str, day| said(&asked(&story(lines), day));
    assert_eq!(on(&back, "2027-02-28"), "RELEVANT 16_17 row 6, 546 days");
    assert_eq!(on(&back, "2027-03-01"), "QUALIFYING 16_20 row 10, 546 days");
    let respite = format!("2010-03-10 born; {home} 2026-08-01 care V4/U6; 2026-08-08 left");
    assert_eq!(on(&respite, "2026-11-30"), "QUALIFYING 16_20 row 10, 515 days, SHORT_BREAKS_EXCLUDED");
}
#[test]
fn placed_with_parents_the_six_months_may_begin_before_care_ends() {
    let placed = "2025-01-01 care C2/U4; 2026-04-01 care C2/P1; 2026-04-01 home mother; 2026-11-01 left";
    come_to(&[
        (placed, "2026-10-31", "ELIGIBLE 16_17 row 4, 668 days"),
        (placed, "2026-11-02", "QUALIFYING 16_20 row 10, 669 days, REVIEW"),
        (placed, "2027-04-30", "QUALIFYING 16_20 row 10, 669 days, REVIEW"),
        (placed, "2027-05-01", "QUALIFYING 16_20 row 10, 669 days"),
    ]);
    let mut otherwise = story(&format!("2010-03-10 born; {placed}"));
    otherwise.norm(super::BEFORE_CEASING.code, "2020-01-01", 0);
    assert_eq!(said(&asked(&otherwise, "2026-11-02")), "RELEVANT 16_17 row 6, 669 days");
}
#[test]
fn at_18_it_is_settled() {
    come_to(&[
        ("2025-01-01 care C2/U4", "2028-03-09", "ELIGIBLE 16_17 row 4, 1163 days"),
        ("2025-01-01 care C2/U4", "2028-03-10", "FORMER_RELEVANT 18_20_FULL row 11, 1164 days"),
        (
            "2025-01-01 care C2/U4; 2026-04-01 care C2/P1; 2026-04-01 home mother",
            "2029-01-01",
            "FORMER_RELEVANT 18_20_FULL row 11, 1164 days",
        ),
        ("2028-01-01 care V2/K3", "2029-01-01", "QUALIFYING 16_20 row 12b, 69 days"),
        ("2025-01-01 care V2/U6; 2026-05-31 left", "2029-01-01", "FORMER_RELEVANT 18_20_FULL row 12, 515 days"),
    ]);
}
#[test]
fn six_months_must_be_complete_before_the_eighteenth_birthday() {
    let home = |day: &str| format!("2010-03-10 born; 2025-01-01 care V2/U6; {day} left; {day} home mother");
    let on = |day| said(&asked(&story(&home(day)), "2029-01-01"));
    assert_eq!(on("2027-09-11"), "FORMER_RELEVANT 18_20_FULL row 12, 983 days, BOUNDARY_REVIEW");
    assert_eq!(on("2027-09-10"), "FORMER_RELEVANT 18_20_FULL row 12, 982 days, BOUNDARY_REVIEW", "on the birthday");
    assert_eq!(on("2027-09-09"), "QUALIFYING 16_20 row 12b, 981 days, BOUNDARY_REVIEW");
    assert_eq!(on("2027-09-06"), "QUALIFYING 16_20 row 12b, 978 days");
    assert_eq!(on("2027-09-14"), "FORMER_RELEVANT 18_20_FULL row 12, 986 days");
}
#[test]
fn a_breakdown_before_18_settles_it_one_way_and_after_18_asks_a_person() {
    let home = "2025-01-01 care V2/U6; 2026-05-31 left; 2026-05-31 home mother;";
    let away = |day: &str| said(&asked(&story(&format!("2010-03-10 born; {home} {day} away")), "2028-06-01"));
    assert_eq!(away("2028-03-09"), "FORMER_RELEVANT 18_20_FULL row 12, 515 days");
    assert_eq!(away("2028-03-10"), "FORMER_RELEVANT 18_20_FULL row 12, 515 days, BOUNDARY_REVIEW");
    assert_eq!(away("2028-03-11"), "QUALIFYING 16_20 row 12b, 515 days, REVIEW");
}
#[test]
fn home_and_back_into_care_before_18() {
    let back = "2025-01-01 care V2/U6; 2026-05-31 left; 2026-05-31 home mother; 2027-10-01 care V2/K2";
    come_to(&[
        (back, "2027-09-30", "QUALIFYING 16_20 row 10, 515 days"),
        (back, "2027-10-01", "ELIGIBLE 16_17 row 4, 515 days"),
        (back, "2028-03-10", "FORMER_RELEVANT 18_20_FULL row 11, 676 days"),
    ]);
}
#[test]
fn detained_or_in_hospital_on_the_sixteenth_birthday() {
    let held = "2025-09-01 care V2/K2; 2026-01-10 left; 2026-01-10 detained;";
    let on = |rest: &str, day| said(&asked(&story(&format!("2010-03-10 born; {held} {rest}")), day));
    let row_8 = "RELEVANT 16_17 row 8, 131 days";
    assert_eq!(on("", "2026-04-01"), row_8);
    assert_eq!(on("2026-05-01 released; 2026-05-01 home mother", "2027-03-01"), row_8, "no six-month rule");
    assert_eq!(on("2026-05-01 released", "2028-04-01"), "FORMER_RELEVANT 18_20_FULL row 12, 131 days");
    assert_eq!(on("2026-03-09 released", "2026-04-01"), "NONE row 12c, 131 days");
    assert_eq!(on("2026-03-10 released", "2026-04-01"), format!("{row_8}, BOUNDARY_REVIEW"));
    come_to(&[
        (
            "2025-09-01 care V2/K2; 2026-01-08 left; 2026-01-10 hospital",
            "2026-04-01",
            "RELEVANT 16_17 row 8, 129 days, REVIEW",
        ),
        (
            "2025-10-12 care V2/K2; 2026-01-10 left; 2026-01-10 detained",
            "2026-04-01",
            "NONE row 12c, 90 days, BOUNDARY_REVIEW",
        ),
        ("2025-09-01 care C2/R5; 2026-01-10 detained", "2026-04-01", "ELIGIBLE 16_17 row 4, 212 days"),
        // Stays of up to four weeks do not count before a detention, though they fail reg 48.
        (
            "2025-01-01 care V4/U6; 2025-01-21 left; 2025-10-20 care V2/U6; 2026-01-10 left; 2026-01-10 detained",
            "2026-04-01",
            "NONE row 12c, 102 days, REVIEW",
        ),
    ]);
}
#[test]
fn special_guardianship_from_care() {
    let order = "2018-01-01 care C2/U4; 2022-05-01 left; 2022-05-01 guardian";
    come_to(&[
        (order, "2026-03-09", "NONE UNDER_16 row 2, 0 days"),
        (order, "2026-06-01", "QUALIFYING_SGO 16_20 row 9, 0 days"),
        (order, "2028-03-10", "QUALIFYING_SGO 16_20 row 12a, 0 days"),
        (order, "2031-03-10", "NONE AGED_OUT_21 row 17, 0 days"),
        ("2022-05-01 guardian", "2026-06-01", "NONE row 12c, 0 days"),
    ]);
    let ended = |day: &str, on| said(&asked(&story(&format!("2010-03-10 born; {order}; {day} no-guardian")), on));
    assert_eq!(ended("2025-05-01", "2026-06-01"), "NONE row 12c, 0 days");
    assert_eq!(ended("2028-03-10", "2028-06-01"), "QUALIFYING_SGO 16_20 row 12a, 0 days");
    assert_eq!(ended("2028-03-09", "2028-06-01"), "NONE row 12c, 0 days");
    let at_16 = "2025-01-01 care C2/U4; 2026-05-31 left; 2026-05-31 guardian; 2026-05-31 home guardian";
    come_to(&[
        (at_16, "2026-11-29", "RELEVANT 16_17 row 6, 515 days"),
        (at_16, "2026-11-30", "QUALIFYING_SGO 16_20 row 9, 515 days"),
    ]);
}
#[test]
fn accommodated_or_fostered_by_others() {
    let row_10 = "QUALIFYING 16_20 row 10, 0 days";
    let nothing = "NONE row 12c, 0 days";
    come_to(&[
        ("2026-01-01 voluntary; 2026-05-01 gone", "2026-06-01", row_10),
        ("2026-01-01 voluntary", "2026-06-01", nothing),
        ("2026-01-01 voluntary; 2026-03-10 gone", "2026-06-01", nothing),
        ("2026-01-01 voluntary; 2026-03-11 gone", "2026-06-01", row_10),
        ("2026-04-01 health; 2026-06-30 gone", "2026-08-01", nothing),
        ("2026-04-01 health; 2026-07-01 gone", "2026-08-01", row_10),
        ("2026-04-01 fostered; 2026-06-30 collected", "2026-08-01", row_10),
        ("2026-04-01 fostered", "2026-08-01", nothing),
        ("2026-04-01 fostered", "2028-03-10", "QUALIFYING 16_20 row 12b, 0 days"),
        (
            "2026-04-01 fostered; 2026-06-30 collected; 2029-01-01 learning in",
            "2031-03-10",
            "NONE AGED_OUT_21 row 17, 0 days",
        ),
    ]);
}
#[test]
fn short_breaks_never_make_eligible() {
    come_to(&[
        ("2026-04-01 care V4/U6", "2026-04-08", "NONE SHORT_BREAKS row 3, 0 days, SHORT_BREAKS_EXCLUDED"),
        (
            "2026-04-01 care V4/U6; 2026-04-18 left",
            "2026-05-01",
            "QUALIFYING 16_20 row 10, 0 days, REVIEW, SHORT_BREAKS_EXCLUDED",
        ),
        ("2026-04-01 care V4/U6; 2026-04-19 left", "2026-05-01", "QUALIFYING 16_20 row 10, 18 days, REVIEW"),
        (
            "2025-01-01 care V3/U6; 2026-02-01 left; 2026-04-01 care V2/U6",
            "2026-04-11",
            "NONE LOOKED_AFTER_NOT_YET_ELIGIBLE row 5, 10 days, SHORT_BREAKS_EXCLUDED, projected_eligible=2026-07-01",
        ),
        // Relevant, and then short breaks: they remove it while they run, and a person decides.
        (
            "2025-01-01 care V2/U6; 2026-05-31 left; 2026-07-01 care V3/U6",
            "2026-07-11",
            "NONE SHORT_BREAKS row 3, 515 days, REVIEW, SHORT_BREAKS_EXCLUDED",
        ),
    ]);
}
#[test]
fn seventy_five_days_of_short_breaks_in_twelve_months_and_no_more() {
    let five = "2026-04-01 care V4/U6; 2026-04-16 left; 2026-05-01 care V4/U6; 2026-05-16 left; \
                2026-06-01 care V4/U6; 2026-06-16 left; 2026-07-01 care V4/U6; 2026-07-16 left;";
    let told = |last: &str| said(&asked(&story(&format!("2010-03-10 born; {five} {last}")), "2026-10-01"));
    assert_eq!(
        told("2026-08-01 care V4/U6; 2026-08-16 left"),
        "QUALIFYING 16_20 row 10, 0 days, REVIEW, SHORT_BREAKS_EXCLUDED"
    );
    assert_eq!(told("2026-08-01 care V4/U6; 2026-08-17 left"), "QUALIFYING 16_20 row 10, 76 days, REVIEW");
}
#[test]
fn a_night_in_police_protection_makes_nobody_looked_after() {
    come_to(&[
        ("2026-04-01T22:00 care L1/K2; 2026-04-02T22:00 left", "2026-05-01", "NONE row 12c, 0 days"),
        ("2026-04-01T22:00 care L1/K2; 2026-04-02T22:01 left", "2026-05-01", "QUALIFYING 16_20 row 10, 1 days"),
    ]);
}
#[test]
fn from_21_to_24_it_is_learning_then_asking_then_keeping_in_touch() {
    let adult =
        |rest: &str| said(&asked(&story(&format!("2010-03-10 born; 2025-01-01 care C2/U4; {rest}")), "2032-01-01"));
    let fr = |band_row: &str| format!("FORMER_RELEVANT {band_row}, 1164 days");
    assert_eq!(adult(""), fr("21_24_KEEP_IN_TOUCH row 15"));
    assert_eq!(adult("2031-09-01 learning in"), fr("21_24_ETE row 13"));
    assert_eq!(adult("2031-09-01 learning wishes; 2031-10-01 asked"), fr("21_24_ETE row 13"));
    assert_eq!(adult("2031-09-01 learning neither; 2031-10-01 asked"), fr("21_24_REQUESTED row 14"));
    assert_eq!(adult("2031-10-01 asked; 2031-12-01 no-support"), fr("21_24_KEEP_IN_TOUCH row 15"));
}
#[test]
fn a_qualifying_young_person_in_education_is_helped_after_21() {
    let adult = |rest: &str, on| {
        said(&asked(&story(&format!("2010-03-10 born; 2026-04-01 care V2/U6; 2026-06-01 left; {rest}")), on))
    };
    assert_eq!(adult("", "2031-03-09"), "QUALIFYING 16_20 row 12b, 61 days");
    assert_eq!(adult("", "2031-03-10"), "NONE AGED_OUT_21 row 17, 61 days");
    assert_eq!(adult("2030-09-01 learning in", "2031-03-10"), "QUALIFYING 21_24_ETE_S24B row 16, 61 days");
    assert_eq!(adult("2030-09-01 learning will-be", "2031-03-10"), "QUALIFYING 21_24_ETE_S24B row 16, 61 days");
    assert_eq!(adult("2030-09-01 learning wishes", "2031-03-10"), "NONE AGED_OUT_21 row 17, 61 days");
}
#[test]
fn at_25_it_ends_unless_a_programme_begun_before_21_runs() {
    let adult = |rest: &str, on| said(&asked(&story(&format!("2010-03-10 born; 2025-01-01 care C2/U4; {rest}")), on));
    assert_eq!(adult("", "2035-03-09"), "FORMER_RELEVANT 21_24_KEEP_IN_TOUCH row 15, 1164 days");
    assert_eq!(adult("", "2035-03-10"), "NONE AGED_OUT_25 row 18, 1164 days");
    let programme = "NONE AGED_OUT_25 row 18, 1164 days, programme_past_25";
    assert_eq!(adult("2030-09-01 learning in", "2035-03-10"), programme);
    assert_eq!(adult("2031-09-01 learning in", "2035-03-10"), "NONE AGED_OUT_25 row 18, 1164 days");
}
#[test]
fn the_dead_are_owed_nothing_by_this_table() {
    come_to(&[
        ("2025-01-01 care C2/U4; 2026-06-01 died", "2026-06-01", "NONE DECEASED row 1, 516 days"),
        ("2025-01-01 care C2/U4; 2026-06-02 died", "2026-06-01", "ELIGIBLE 16_17 row 4, 516 days"),
    ]);
}
#[test]
fn born_on_29_february() {
    let care = "2012-02-29 born; 2028-01-01 care V2/U6";
    come_to(&[
        (care, "2028-02-28", "NONE UNDER_16 row 2, 58 days"),
        ("2008-02-29 born; 2020-01-01 care C2/U4", "2026-02-28", "ELIGIBLE 16_17 row 4, 1460 days"),
        ("2008-02-29 born; 2020-01-01 care C2/U4", "2026-03-01", "FORMER_RELEVANT 18_20_FULL row 11, 1461 days"),
    ]);
}
