//! How somebody was at a birthday, by hand from the guide to the 903 and the window of W15: facts in, three codes out.
//! The young person was born on 10 March 2007, left care at 16, and turns 19 on 10 March 2026: the window is from
//! 10 December 2025 to 10 April 2026, and it is asked on 1 May. `-` is a cell that nobody can fill.
use super::{
    oc3::{CONFIRMED, asked, at_birthday},
    told::story,
};
use crate::{
    case::Story,
    clock::Matter,
    day::{Date, date, plus_months},
};

const LEFT: &str = "2007-03-10 born; 2022-01-01 care C2/U4; 2023-06-01 left";
const LATER: Date = date(2026, 5, 1);

fn of(s: &Story, turned: i64, today: Date) -> String {
    let h = s.history(today);
    let day = h.birthday(turned).expect("a day of birth");
    let at = at_birthday(&h, &s.norms, day, today);
    let cells = [at.in_touch.map(str::to_owned), at.activity, at.accommodation];
    cells.map(|cell| cell.unwrap_or_else(|| "-".into())).join(" ")
}
fn at_19(lines: &str) -> String {
    of(&story(&format!("{LEFT}; {lines}")), 19, LATER)
}
/// What happened, the three codes, why.
fn come_to(told: &[(&str, &str, &str)]) {
    let came = told.iter().map(|(lines, expected, why)| (at_19(lines), lines, expected, why));
    let wrong: Vec<String> = came
        .filter(|(came, _, expected, _)| came != *expected)
        .map(|(came, lines, expected, why)| format!("{lines}\n  expected {expected}: {why}\n  came     {came}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn in_touch_is_who_was_spoken_with_in_the_window() {
    come_to(&[
        ("2025-12-09 rang", "NO 0 0", "the day before it opens"),
        ("2025-12-10 rang", "YES - -", "the day on which it opens"),
        ("2026-04-10 rang", "YES - -", "the day on which it closes"),
        ("2026-04-11 rang", "NO 0 0", "the day after"),
        ("2026-02-02 visited", "YES - -", "seen at a visit"),
        ("2026-02-02 at-home", "YES - -", "spoken with where they live"),
        ("2026-02-02 no-answer; 2026-02-09 wrote; 2026-02-16 nobody-in", "NO 0 0", "tried three times"),
        ("2026-02-02 heard-of", "NO 0 0", "somebody else said how they are"),
        ("", "NO 0 0", "nothing at all"),
    ]);
}
#[test]
fn who_refuses_is_not_in_touch_and_is_counted() {
    come_to(&[
        ("2025-11-01 stepped-away", "REFU 0 0", "before the window, and silent since"),
        ("2026-04-01 stepped-away", "REFU 0 0", "within it, after the birthday"),
        ("2026-04-11 stepped-away", "NO 0 0", "after it"),
        ("2025-11-01 stepped-away; 2026-01-15 rang", "YES - -", "they rang in it"),
        ("2025-11-01 stepped-away; 2025-11-20 rang", "NO 0 0", "they rang before it: nobody is away any more"),
        ("2024-09-01 lives U1; 2024-09-01 does F2; 2026-02-01 stepped-away", "REFU 0 0", "what was known is old"),
    ]);
}
#[test]
fn the_dead_are_left_out_and_of_them_nothing_is_asked() {
    come_to(&[
        ("2026-01-05 rang; 2026-01-05 lives U1; 2026-03-09 died", "DIED 0 0", "before the birthday"),
        ("2026-01-05 rang; 2026-01-05 lives U1; 2026-03-10 died", "DIED 0 0", "on it"),
        ("2026-01-05 rang; 2026-01-05 lives U1; 2026-03-11 died", "YES - U1", "after it: they lived to be 19"),
        ("2025-09-01 home mother; 2026-03-01 died", "DIED 0 0", "at home before that"),
    ]);
}
#[test]
fn who_returned_home_for_six_months_is_left_out_and_nobody_else() {
    come_to(&[
        ("2025-09-10 home mother; 2026-03-01 rang", "RHOM 0 0", "six months on the birthday itself"),
        ("2025-09-11 home mother; 2026-03-01 rang", "YES - -", "a day short"),
        ("2025-01-01 home guardian; 2026-03-01 rang", "RHOM 0 0", "somebody with parental responsibility"),
        ("2025-01-01 home aunt; 2026-03-01 rang", "YES - -", "a relative without it"),
        ("2025-01-01 home mother; 2026-03-09 away; 2026-03-20 rang", "YES - -", "gone the day before"),
        ("2025-01-01 home mother; 2026-03-09 lives U1; 2026-03-20 rang", "YES - U1", "moved out the day before"),
        ("2025-01-01 home mother; 2026-03-11 away; 2026-03-20 rang", "RHOM 0 0", "gone the day after"),
        ("2025-01-01 lives B1; 2026-03-20 rang", "YES - B1", "with relatives, and nobody said with whom"),
    ]);
}
#[test]
fn what_they_do_is_what_they_did_on_the_day_as_it_was_known_about_then() {
    come_to(&[
        ("2024-09-01 does F2; 2026-02-02 rang", "YES F2 -", "begun long ago, and spoken with"),
        ("2024-09-01 does F2; 2025-12-09 rang", "NO 0 0", "begun long ago, and nobody spoke with them since"),
        ("2024-09-01 does F2; 2026-02-02 heard-of", "NO 0 0", "that somebody heard of them says nothing of it"),
        ("2025-12-10 does P5", "NO P5 0", "said in the window, though nobody spoke with them"),
        ("2025-12-09 does P5", "NO 0 0", "said the day before it"),
        ("2024-09-01 does F2; 2026-02-02 learning in", "NO F2 0", "that they learn was said in it"),
        ("2024-09-01 does F2; 2026-03-20 stopped", "NO F2 0", "they did it until ten days after"),
        ("2024-09-01 does F2; 2026-03-09 stopped; 2026-03-20 rang", "YES - -", "stopped the day before; what since?"),
        ("2024-09-01 does F2; 2026-03-10 does G4; 2026-03-20 rang", "YES G4 -", "ill from the birthday on"),
        ("2024-09-01 does F2; 2026-03-11 does G4; 2026-03-20 rang", "YES F2 -", "ill from the day after"),
        ("2026-04-10 does G6", "NO G6 0", "the first that was said of it, on the last day"),
        ("2026-04-11 does G6", "NO 0 0", "a day too late"),
    ]);
}
#[test]
fn where_they_live_is_where_they_lived_on_the_day_as_it_was_known_about_then() {
    come_to(&[
        ("2024-09-01 lives U1; 2026-02-02 rang", "YES - U1", "moved in long ago, and spoken with"),
        ("2024-09-01 lives U1; 2025-12-09 rang", "NO 0 0", "long ago, and nobody spoke with them since"),
        ("2025-12-10 lives D1", "NO 0 D1", "moved in in the window"),
        ("2024-09-01 lives U1; 2025-12-01 unsuitable; 2026-02-02 rang", "YES - U2", "as it was judged by then"),
        ("2024-09-01 lives U1; 2026-02-02 unsuitable", "NO 0 U2", "judged in the window"),
        (
            "2024-09-01 lives U1; 2026-03-20 unsuitable",
            "NO 0 U1",
            "judged after the day: they lived there, suitably yet",
        ),
        ("2024-09-01 lives U1; 2026-03-20 moved-out", "NO 0 U1", "they lived there until then"),
        ("2024-09-01 lives U1; 2026-03-20 lives S2", "NO 0 S2", "that they moved does not say where they were before"),
        ("2024-09-01 lives U1; 2026-03-20 lives S2; 2026-03-20 rang", "YES - U1", "spoken with: as on the day"),
        ("2026-02-02 rang; 2026-04-10 lives X2", "YES - X2", "the first that was said of it"),
        ("2026-02-02 rang; 2026-04-11 lives X2", "YES - -", "a day too late"),
    ]);
}
#[test]
fn where_no_source_tells_of_contacts_and_while_the_window_is_open_silence_says_nothing() {
    let mut s = story(&format!("{LEFT}; 2024-09-01 lives U1; 2026-02-02 does F5"));
    s.uncovered(Matter::InTouch);
    assert_eq!(of(&s, 19, LATER), "- F5 -", "what was said in the window stands");
    let open = |today| of(&story(&format!("{LEFT}; 2024-09-01 lives U1")), 19, today);
    assert_eq!([open(date(2026, 4, 9)), open(date(2026, 4, 10))], ["- - -", "NO 0 0"]);
}
#[test]
fn each_birthday_has_a_window_of_its_own() {
    let life = "2024-02-01 rang; 2024-02-01 does F2; 2024-02-01 lives D1; 2028-04-10 rang; 2028-04-10 lives U1";
    let s = story(&format!("{LEFT}; {life}"));
    let at = |turned| of(&s, turned, date(2028, 5, 1));
    assert_eq!([at(17), at(18), at(19), at(21)], ["YES F2 D1", "NO 0 0", "NO 0 0", "YES F2 D1"]);
    let years: Vec<(i64, i16)> =
        asked(&s.history(date(2028, 5, 1)), &s.norms).iter().map(|a| (a.age, a.year)).collect();
    assert_eq!(years, [(17, 2024), (18, 2025), (19, 2026), (20, 2027), (21, 2028)]);
}
#[test]
fn a_council_may_read_the_guide_otherwise() {
    let mut s = story(&format!("{LEFT}; 2024-09-01 does F2; 2024-09-01 lives U1"));
    assert_eq!(of(&s, 19, LATER), "NO 0 0");
    s.norm(CONFIRMED.code, "2025-04-01", 0);
    assert_eq!(of(&s, 19, LATER), "NO F2 U1", "as last known, however long ago");
    assert_eq!(plus_months(date(2026, 3, 10), -3), date(2025, 12, 10), "the window of the cases above");
}
