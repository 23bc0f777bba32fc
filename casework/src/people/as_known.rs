//! What was so and what was owed on an earlier day, from the facts that had been recorded by its end.
//! It is worked out in memory from this one child's facts; there are no as-known lists.
use super::{
    due::{Explained, Row, told_apart},
    names::Names,
};
use crate::page::{Answers, Form, parts};
use practice::{
    Date, History, Kept, Norms, Timestamp, care,
    clock::Met,
    day, protection,
    status::{Answer, Status},
};
use serde::Serialize;

#[derive(Serialize)]
pub struct Then {
    then: bool,
    /// Nothing for whoever may not read the facts.
    on: Option<String>,
    statuses: Vec<parts::Row>,
    open: Vec<Explained>,
    not_known: Vec<Explained>,
    /// When the first row of a return was taken in: before it nothing of theirs was known.
    imported: Option<String>,
    /// How many facts have been recorded since.
    since: usize,
}
impl Then {
    pub fn not_for_you() -> Then {
        Then { then: true, on: None, statuses: vec![], open: vec![], not_known: vec![], imported: None, since: 0 }
    }
}
/// The one question of the form.
pub fn ask(f: &mut Form, today: Date) -> Option<Date> {
    f.day("as_known_on", "As known at the end of").not_after(today).hint("For example, 31 3 2026").optional()
}
/// The address may say the day in one piece: `?as_known_on=2026-03-31`.
pub fn in_boxes(answers: Answers) -> Answers {
    let Some(day) = answers.one("as_known_on") else { return answers };
    let mut parts = day.splitn(3, '-');
    let boxes = ["as_known_on-year", "as_known_on-month", "as_known_on-day"]
        .map(|name| (name, parts.next().unwrap_or_default()));
    Answers::of(&boxes)
}
/// The last moment of a day.
pub fn end_of(on: Date) -> Timestamp {
    let end = day::start_of(day::plus_days(on, 1));
    Timestamp::from_microsecond(end.as_microsecond() - 1).unwrap_or(end)
}
/// `norms` as they were known then; `child` is the address of the record.
pub fn then(facts: &[Kept], norms: &Norms, on: Date, child: &str, names: &Names) -> Then {
    let last_moment = end_of(on);
    let h = History::known_by(facts, last_moment, on);
    let owed = practice::clocks().flat_map(|clock| clock.ask(&h, norms));
    let open = owed.filter(|o| matches!(o.met, Met::NotYet | Met::NotKnown { .. }));
    let mut rows: Vec<Row> = open.map(|o| Row::of(o, &h, last_moment)).collect();
    rows.sort_by_key(|r| (!r.is_late(), r.not_known.is_some(), r.due.is_none(), r.due, r.clock.clone()));
    let mut open: Vec<Explained> = rows.iter().map(|r| r.explain(child, names, on)).collect();
    told_apart(open.iter_mut().map(|o| &mut o.anchor));
    let (not_known, open) = open.into_iter().partition(|o| o.not_known.is_some());
    let imported = facts.iter().filter(|k| k.fact.origin().is_some()).map(|k| k.recorded).min();
    Then {
        then: true,
        on: Some(day::words(on)),
        statuses: statuses(&h, norms, on),
        open,
        not_known,
        imported: imported.map(day::words_at),
        since: facts.iter().filter(|k| k.recorded > last_moment).count(),
    }
}
fn statuses(h: &History, norms: &Norms, on: Date) -> Vec<parts::Row> {
    let all = [
        ("Looked after", care::looked_after(h, norms, on).status),
        ("On a child protection plan", protection::on_protection_plan(h, norms, on)),
        ("In need", protection::in_need(h, norms, on)),
    ];
    all.into_iter().map(|(key, status)| row(key, &status)).collect()
}
fn row(key: &str, status: &Status) -> parts::Row {
    let answer = match (status.answer, status.since) {
        (Answer::Yes, Some(since)) => format!("Yes, since {}", day::words(since)),
        (Answer::Yes, None) => "Yes".into(),
        (Answer::No, _) => "No".into(),
        (Answer::NotKnown, _) => "Not known".into(),
    };
    let reasons: Vec<String> = status.reasons.iter().map(|r| format!("{} – {}", r.words, r.rule)).collect();
    parts::Row { detail: Some(reasons.join(". ")), ..parts::Row::new(key, answer) }
}

pub(super) fn sample(owed: Explained) -> Then {
    let looked_after = parts::Row {
        detail: Some("Full care order since 3 April 2026".into()),
        ..parts::Row::new("Looked after", "Yes, since 3 April 2026")
    };
    Then {
        then: true,
        on: Some("31 March 2026".into()),
        statuses: vec![looked_after],
        open: vec![owed],
        not_known: vec![],
        imported: Some("2 May 2026 at 9am".into()),
        since: 12,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::{case::Story, day::date};

    #[test]
    fn a_plan_that_was_recorded_late_was_not_known_before() {
        let mut story = Story::default();
        story.born("2018-05-03").taken_in(
            "2026-06-01",
            "2026-03-02",
            protection::Fact::ProtectionPlanBegan { category: "NEG".into() },
        );
        let on = |day| then(&story.facts, &story.norms, day, "/children/x", &Names::default());
        let plan = |t: &Then| t.statuses[1].value.clone();
        let (before, after) = (on(date(2026, 5, 31)), on(date(2026, 6, 1)));
        assert_eq!((plan(&before).as_str(), before.open.len(), before.since), ("No", 0, 1));
        assert_eq!((plan(&after).as_str(), after.since), ("Yes, since 2 March 2026", 0));
        assert!(
            after.open.iter().any(|o| o.anchor.starts_with("P0") || o.anchor.starts_with("P1")),
            "{:?}",
            after.open
        );
    }
    #[test]
    fn a_day_that_is_none_or_has_not_come_is_told() {
        let asked = |typed: &str| {
            let answers = in_boxes(Answers::of(&[("as_known_on", typed)]));
            let (form, day) = Form::asked(answers, |f| ask(f, date(2026, 11, 22)));
            (form.has_errors(), day)
        };
        assert_eq!(asked("2026-03-31"), (false, Some(date(2026, 3, 31))));
        assert_eq!(asked("31 March"), (true, None));
        assert_eq!(asked("2027-01-01"), (true, None));
        assert_eq!(asked(""), (false, None));
    }
}
