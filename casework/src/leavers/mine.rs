//! An adviser's dashboard: each of their young people with everything that is due, how they stand and when they last
//! spoke. What is overdue stands first, and nobody is left out, whoever is over 21 neither. A manager opens any
//! adviser's as far as they may see.
use super::standing::{COLUMNS, Person, Row, Show, Shown, sample};
use crate::{
    deeds::ViewChild,
    frame::{Answer, chrome},
    page::{Answers, Form, Link, Page, Place, Sample, choice, given, table},
    today::owed,
    young::summary::{self as young, NotSafe, Young},
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Error, Leave as _, Query, Reading, Within};
use minijinja::Value;
use practice::{Date, Id, clock::Standing, day::date};
use serde::Deserialize;
use std::collections::BTreeMap;

pub const PAGE: Page = Page { name: "leavers/mine.html", source: include_str!("mine.html"), samples };
const MINE: &str = include_str!("sql/mine.sql");
const OWED: &str = include_str!("sql/mine_owed.sql");
const WORKER: &str = include_str!("sql/worker.sql");
pub const QUESTIONS: &[&str] = &[MINE, OWED, WORKER];

/// Those who have neither an adviser nor a social worker.
pub const NOBODY: &str = "/leavers/advisers/nobody";

#[derive(Default, Deserialize)]
struct Worker {
    id: Option<Id>,
    name: String,
    team: Option<String>,
}
pub async fn mine(may: Within<ViewChild>, Query(answers): Query<Answers>) -> Answer {
    let me = Worker { id: Some(may.who().id), name: may.who().name.clone(), team: None };
    board(&may, &mut may.reading().await?, answers, me, "My young people").await
}
pub async fn of_adviser(may: Within<ViewChild>, Query(answers): Query<Answers>) -> Answer {
    let mut reading = may.reading().await?;
    if may.path("worker") == Some("nobody") {
        let title = "Young people without an adviser or a social worker";
        return board(&may, &mut reading, answers, Worker::default(), title).await;
    }
    let worker = may.path("worker").and_then(|id| id.parse::<Id>().ok());
    let found = match worker {
        Some(id) => reading.ask_one::<Worker>(WORKER, &[("worker", id.into())]).await?,
        None => None,
    };
    let Some(worker) = found else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let title = format!("Young people of {}", worker.name);
    board(&may, &mut reading, answers, worker, &title).await
}
async fn board(may: &Within<ViewChild>, reading: &mut Reading, answers: Answers, of: Worker, title: &str) -> Answer {
    let today = may.today();
    let people = people(reading, of.id).await?;
    // Who does not feel safe is told to a worker: nobody finds another's on this page.
    let young = match of.id == Some(may.who().id) {
        true => young::not_safe(reading).await?,
        false => Young::default(),
    };
    let csv = answers.one("as").as_deref() == Some("csv");
    let take_away = answers.query_with(&[("as", Some("csv"))]);
    let (form, show) = narrow(answers);
    if csv {
        let shown = people.iter().filter(|p| show.is_none_or(|show| p.is(show, today)));
        return Ok(table::download("young-people", today, COLUMNS, &shown.map(|p| p.cells(today)).collect::<Vec<_>>()));
    }
    let mut chrome = chrome(may, title, Some(Place::Leavers));
    chrome.trail = vec![Link::new("/leavers", "Care leavers")];
    let told = Told { title, team: of.team, people: &people, young, form, show, take_away };
    Ok(PAGE.show(chrome, told.context(today)))
}
/// Two questions, however many young people there are.
async fn people(reading: &mut Reading, adviser: Option<Id>) -> Result<Vec<Person>, Error> {
    let given = [("worker", adviser.into())];
    let rows: Vec<Row> = reading.ask(MINE, &given).await?;
    let mut owed: BTreeMap<Id, Vec<owed::Row>> = BTreeMap::new();
    for row in reading.ask::<owed::Row>(OWED, &given).await? {
        owed.entry(row.child).or_default().push(row);
    }
    let mut people: Vec<Person> =
        rows.into_iter().map(|row| Person { owed: owed.remove(&row.child).unwrap_or_default(), row }).collect();
    people.sort_by_key(Person::place);
    Ok(people)
}
fn narrow(answers: Answers) -> (Form, Option<Show>) {
    let (form, show) = Form::asked(answers, |f| {
        Some(f.select("show", "Show", Show::ALL.map(|s| choice(s, s.code(), s.words()))).optional())
    });
    (form, show.flatten())
}
struct Told<'a> {
    title: &'a str,
    team: Option<String>,
    people: &'a [Person],
    young: Young,
    form: Form,
    show: Option<Show>,
    take_away: String,
}
impl Told<'_> {
    fn context(self, today: Date) -> Value {
        let Told { title, team, people, young, form, show, take_away } = self;
        // What the filter may show, with how many; nothing of what is well with everybody.
        let counts: Vec<(&str, &str, usize)> = Show::ALL
            .into_iter()
            .map(|s| (s.code(), s.words(), people.iter().filter(|p| p.is(s, today)).count()))
            .filter(|c| c.2 > 0)
            .collect();
        let (presses, quiet): (Vec<&Person>, Vec<&Person>) =
            people.iter().filter(|p| show.is_none_or(|show| p.is(show, today))).partition(|p| p.place().0 < 2);
        let (unclear, quiet): (Vec<_>, Vec<_>) = quiet.into_iter().partition(|p| p.wants_a_look(today));
        let shown = |people: Vec<&Person>| people.into_iter().map(|p| p.shown(today)).collect::<Vec<Shown>>();
        given! {
            title, team, counts, take_away, today, young, all => people.len(), presses => shown(presses),
            unclear => shown(unclear), quiet => shown(quiet), filter => form, filtered => show.map(Show::words),
        }
    }
}

fn samples() -> Vec<Sample> {
    let today = date(2026, 11, 22);
    let due = |n, clock: &str, standing, day| owed::sample(n, clock, standing, Some(date(2026, 11, day)));
    let late = Row {
        touch: "no".into(),
        in_touch: Some("NO".into()),
        suitable: "no".into(),
        accommodation: Some("W2".into()),
        eet: "no".into(),
        activity: Some("G5".into()),
        plan: "stale".into(),
        holds_copy: Some(false),
        ..sample(2)
    };
    let over_21 =
        Row { born: Some(date(2003, 2, 3)), plan: "none".into(), holds_copy: None, plan_since: None, ..sample(3) };
    let people = || {
        vec![
            Person {
                row: late.clone(),
                owed: vec![due(2, "W09", Standing::Overdue, 2), due(2, "W05", Standing::DueSoon, 25)],
            },
            Person { row: sample(1), owed: vec![due(1, "W05", Standing::Running, 30)] },
            Person { row: over_21.clone(), owed: vec![] },
            Person { row: Row { plan: "none".into(), ..sample(4) }, owed: vec![] },
        ]
    };
    let told = |people: &[Person], title, team, query: &str| {
        let (form, show) = narrow(Answers::of_query(query));
        let one = NotSafe {
            href: "/not-safe/2/9".into(),
            called: "Jade".into(),
            raised: "22 November 2026 at 10:10pm".into(),
            times: 2,
        };
        let young = Young { not_safe: people.first().map(|_| one).into_iter().collect(), ..Young::default() };
        Told { title, team, people, young, form, show, take_away: "?as=csv".into() }.context(today)
    };
    vec![
        Sample { name: "mine", context: told(&people(), "My young people", None, "") },
        Sample {
            name: "an adviser's",
            context: told(&people(), "Young people of Grace Adeyinka", Some("Leaving care".into()), "show=over_21"),
        },
        Sample { name: "nothing matches", context: told(&people()[1..], "My young people", None, "show=home") },
        Sample { name: "nobody", context: told(&[], "My young people", None, "") },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dashboard_is_narrowed_to_what_it_offers_and_to_nothing_else() {
        for show in Show::ALL {
            assert_eq!(narrow(Answers::of(&[("show", show.code())])).1, Some(show));
        }
        assert_eq!(narrow(Answers::of_query("show=lost")).1, None);
    }
    #[test]
    fn who_does_not_feel_safe_stands_first_and_then_what_is_overdue_the_longest() {
        let owed = |standing, day| vec![owed::sample(1, "W09", standing, Some(date(2026, 11, day)))];
        let mut all: Vec<Person> = [
            owed(Standing::Running, 1),
            owed(Standing::DueSoon, 24),
            owed(Standing::Overdue, 20),
            vec![],
            owed(Standing::Overdue, 2),
            vec![owed::sample(1, "B04", Standing::Running, None)],
        ]
        .into_iter()
        .zip(1..)
        .map(|(owed, n)| Person { row: sample(n), owed })
        .collect();
        all.sort_by_key(Person::place);
        let order: Vec<u128> = all.iter().map(|p| p.row.child.as_u128()).collect();
        assert_eq!(order, [6, 5, 3, 2, 1, 4]);
        let tags = format!("{:?}", all[0].shown(date(2026, 11, 22)));
        assert!(tags.contains("Does not feel safe"), "{tags}");
    }
}
