//! From form to fact to clock to page, and back again by a correction.
use crate::office::*;
use axum::http::StatusCode;
use casework::deeds::RunService;
use kernel::testing::on_both;
use practice::{
    Date, Fact, Id, RecordFact,
    day::date,
    people::{self, Visit},
};
use serde::Deserialize;

#[derive(Debug, Deserialize, PartialEq)]
struct Row {
    clock: String,
    due: Option<Date>,
    met_on: Option<Date>,
}
impl Office {
    /// The visits under a plan that were owed and answered.
    async fn answered(&self, child: Id) -> Vec<Row> {
        const ANSWERED: &str = include_str!("../../src/people/sql/answered.sql");
        let job = self.desk.job::<RunService>("a look");
        let rows: Vec<Row> = job.reading().await.unwrap().ask(ANSWERED, &[("child", child.into())]).await.unwrap();
        rows.into_iter().filter(|row| row.clock == "P10").collect()
    }
}
fn of(field: &str, child: Id) -> String {
    format!("{field}-{child}")
}
fn visits(facts: Vec<practice::Kept>) -> Vec<Visit> {
    let visit = |k: practice::Kept| match k.fact {
        Fact::People(people::Fact::Visited(v)) => Some(v),
        _ => None,
    };
    facts.into_iter().filter_map(visit).collect()
}

#[tokio::test]
async fn a_visit_for_three_siblings_is_three_facts_that_share_together() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let one = office.get(RUTH, &format!("/children/{MAYA}/visits/new")).await;
        assert!(one.says("Theo Halliday") && one.says("Ella Halliday"), "her brother and sister are offered");
        let page = format!("/visits/new?child={MAYA}&child={THEO}&child={ELLA}");
        let all = office.get(RUTH, &page).await;
        assert!([MAYA, THEO, ELLA].iter().all(|child| all.says(&of("name=\"words", *child))), "words of their own");
        let fields: Vec<(String, &str)> = [
            (of("seen", MAYA), "alone"),
            (of("words", MAYA), "I want to see Gran."),
            (of("seen", THEO), "with"),
            (of("why-not-alone", THEO), "He would not leave his sister."),
            (of("seen", ELLA), "no"),
        ]
        .into();
        let day = [("on-day", "23"), ("on-month", "11"), ("on-year", "2026"), ("time", "11am"), ("notes", "At home.")];
        let mut answers: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        answers.extend(day);
        let address = format!("/visits?child={MAYA}&child={THEO}&child={ELLA}");
        let late = [&answers[..], &[("time", "1pm")]].concat();
        let future = office.post(RUTH, &address, &late[..]).await;
        assert_eq!(future.status, StatusCode::SEE_OTHER, "of two the first is read: 11am");
        let kept = office.get(RUTH, &future.to).await;
        assert!(kept.status == StatusCode::OK && kept.says("The visit is recorded"));
        let each =
            [visits(office.facts(MAYA).await), visits(office.facts(THEO).await), visits(office.facts(ELLA).await)];
        let [maya, theo, ella] = each.map(|mut v| v.remove(0));
        assert!(maya.together.is_some() && maya.together == theo.together && theo.together == ella.together);
        assert_eq!((maya.childs_words.as_str(), theo.childs_words.as_str()), ("I want to see Gran.", ""));
        assert_eq!(theo.why_not_alone.as_deref(), Some("He would not leave his sister."));
        assert!(maya.seen_alone && !theo.seen_alone && !ella.seen && ella.notes == "At home.");
        // One refusal refuses all, and nothing is kept.
        assert_eq!(office.post(OWEN, &address, &answers).await.status, StatusCode::FORBIDDEN);
        let not_said = office.post(RUTH, &address, &answers[1..]).await;
        assert_eq!(not_said.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            not_said.says("Say whether Maya Halliday was seen") && not_said.says("I want to see Gran."),
            "typing is kept"
        );
        assert_eq!(visits(office.facts(MAYA).await).len(), 1);
    })
    .await;
}
#[tokio::test]
async fn a_correction_rewrites_a_clock_and_a_second_one_too() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.plan(MAYA, date(2026, 11, 2)).await;
        let seen = of("seen", MAYA);
        let day = |d: &'static str| [("on-day", d), ("on-month", "11"), ("on-year", "2026")];
        let visit = [&day("20")[..], &[(seen.as_str(), "alone")]].concat();
        let saved = office.post(RUTH, &format!("/visits?child={MAYA}"), &visit).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let kept = office.get(RUTH, &saved.to).await;
        assert!(kept.says("This met:") && kept.says("Next:"), "it says what it met: {}", kept.body);
        let met = office.answered(MAYA).await;
        assert_eq!(met.last().and_then(|row| row.met_on), Some(date(2026, 11, 20)));

        // It was the 12th: the clock is met on that day, and the fact first said stays in the log.
        let fact = saved.to.split("fact=").nth(1).unwrap().to_string();
        let correct = format!("/children/{MAYA}/facts/{fact}/correct");
        assert!(office.get(RUTH, &correct).await.says(", 20 November 2026</h2>"));
        assert_eq!(office.get(OWEN, &correct).await.status, StatusCode::FORBIDDEN);
        let rightly = [&day("12")[..], &[("how", "rightly"), ("seen", "with")]].concat();
        assert_eq!(office.post(RUTH, &correct, &rightly).await.status, StatusCode::UNPROCESSABLE_ENTITY, "why?");
        let why = [&rightly[..], &[("why", "I wrote the wrong day.")]].concat();
        let corrected = office.at(13).post(RUTH, &correct, &why).await;
        assert_eq!(corrected.status, StatusCode::SEE_OTHER, "{}", corrected.body);
        let days = |rows: Vec<Row>| rows.into_iter().filter_map(|row| row.met_on).collect::<Vec<_>>();
        assert_eq!(days(office.answered(MAYA).await), [date(2026, 11, 12)]);
        assert!(office.get(RUTH, &correct).await.says("It has been corrected already"));

        // It never was: neither the correction nor what it corrected comes back.
        let fact = corrected.to.split("fact=").nth(1).unwrap().to_string();
        let correct = format!("/children/{MAYA}/facts/{fact}/correct");
        let error = [&why[..], &[("how", "error")]].concat();
        let error: Vec<_> = error.into_iter().filter(|pair| *pair != ("how", "rightly")).collect();
        assert_eq!(office.at(14).post(RUTH, &correct, &error).await.to, format!("/children/{MAYA}"));
        assert_eq!(days(office.answered(MAYA).await), []);
        assert!(office.history(MAYA).await.visits().is_empty());
        assert_eq!(visits(office.facts(MAYA).await).len(), 2, "both are in the log for good");
    })
    .await;
}
#[tokio::test]
async fn a_note_is_written_and_a_deadline_waived_by_a_manager_who_does_not_owe_it() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.plan(MAYA, date(2026, 11, 2)).await;
        let today = [("on-day", "23"), ("on-month", "11"), ("on-year", "2026")];
        let note = [&today[..], &[("title", "Call from school"), ("words", "Absent twice."), ("significant", "yes")]].concat();
        let written = office.post(RUTH, &format!("/children/{MAYA}/notes/new"), &note).await;
        assert_eq!(written.to, format!("/children/{MAYA}"));
        let tomorrow = [&[("on-day", "24")][..], &note[1..]].concat();
        let refused = office.post(RUTH, &format!("/children/{MAYA}/notes/new"), &tomorrow).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.says("Date must be today or in the past"));

        let waive = format!("/children/{MAYA}/deadlines/waive");
        assert_eq!(office.get(RUTH, &waive).await.status, StatusCode::FORBIDDEN, "a social worker does not waive");
        let page = office.get(NIA, &waive).await;
        let value = page.body.split("value=\"P10 ").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        let which = format!("P10 {value}");
        let waived = office.post(NIA, &waive, &[("deadline", &which), ("why", "Abroad with her aunt.")]).await;
        assert_eq!(waived.status, StatusCode::SEE_OTHER, "{}", waived.body);
        let is = |k: &practice::Kept| matches!(&k.fact, Fact::Record(RecordFact::ClockWaived { clock, .. }) if clock == "P10");
        assert!(office.facts(MAYA).await.iter().any(|k| is(k) && k.who == NIA));
        assert!(!office.get(NIA, &waive).await.says(&format!("value=\"{which}\"")), "it stands as waived");
    })
    .await;
}
