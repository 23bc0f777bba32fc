//! Days on which counting goes wrong: the end of a leap February and of the statistical year, the eve of
//! the bank holidays, and both nights on which the clocks change. The town is lived until the eve; the
//! night passes, the day is lived, and whatever the hour the tables say what the law says when it is
//! asked afresh, and every page answers.
use crate::town::told;
use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode},
};
use casework::{deeds::RunService, house::house, pages, town::named};
use kernel::{
    Db, Desk, Settings, Time,
    testing::{TEST_HEADER, on_sqlite},
};
use practice::{
    Date, History, Id, Norms, Subject, Timestamp,
    access::Role,
    day::{date, moment, plus_days},
};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use tower::ServiceExt as _;

/// The town's table of bank holidays ends with 2027: on the last of these no working day is known.
#[tokio::test]
async fn the_town_lives_through_the_29th_of_february() {
    lived(date(2024, 2, 29), [(0, 0), (12, 0)]).await;
    lived(date(2028, 2, 29), [(0, 0), (23, 59)]).await;
}
#[tokio::test]
async fn the_town_lives_through_the_last_day_of_the_return_year_and_christmas_eve() {
    lived(date(2026, 3, 31), [(0, 0), (23, 59)]).await;
    lived(date(2026, 12, 24), [(17, 0), (23, 59)]).await;
}
/// 01:30 is not there in March, and is there twice in October.
#[tokio::test]
async fn the_town_lives_through_both_nights_on_which_the_clocks_change() {
    lived(date(2026, 3, 29), [(1, 30), (23, 30)]).await;
    lived(date(2026, 10, 25), [(1, 30), (23, 30)]).await;
}

async fn lived(day: Date, hours: [(i8, i8); 2]) {
    on_sqlite(|db| async move {
        let eve = desk(&db, plus_days(day, -1), (23, 59));
        db.migrate(house().tables).await.unwrap();
        let (before, that_day): (Vec<_>, Vec<_>) = told(day).into_iter().partition(|t| t.recorded <= eve.now());
        eve.job::<RunService>("a test").tell(before, |_, _| {}).await.unwrap();

        let morning = desk(&db, day, (0, 0));
        let job = morning.job::<RunService>("a test");
        job.bring_up_to_date(|_, _| {}).await.unwrap();
        assert_eq!(
            job.rebuild_check(|_, _| {}).await.unwrap(),
            0,
            "{day}: the night has brought all that time changes"
        );
        job.tell(that_day, |_, _| {}).await.unwrap();
        job.bring_up_to_date(|_, _| {}).await.unwrap();
        for hour in hours {
            let desk = desk(&db, day, hour);
            assert_eq!(desk.job::<RunService>("a test").rebuild_check(|_, _| {}).await.unwrap(), 0, "{day} {hour:?}");
            let (stored, asked) = (stored(&desk).await, asked_afresh(&desk).await);
            assert!(stored.values().sum::<usize>() > 500, "much is owed and answered");
            assert_eq!(stored, asked, "{day} {hour:?}");
            every_page_answers(&desk).await;
        }
    })
    .await;
}
fn desk(db: &Db, day: Date, (hour, minute): (i8, i8)) -> Desk {
    let time = Time::Fixed(moment(day.at(hour, minute, 0, 0)));
    Desk::new(db.clone(), house(), Settings { time, ..Settings::default() })
}

/// How many things stand how, under each clock.
type Standings = BTreeMap<(String, String), usize>;
async fn stored(desk: &Desk) -> Standings {
    #[derive(Deserialize)]
    struct Row {
        clock: String,
        standing: String,
        things: i64,
    }
    const STANDINGS: &str = include_str!("../../src/cli/sql/standings.sql");
    let rows: Vec<Row> = ask(desk, STANDINGS).await;
    rows.into_iter().map(|r| ((r.clock, r.standing), usize::try_from(r.things).unwrap())).collect()
}
async fn asked_afresh(desk: &Desk) -> Standings {
    let (now, today) = (desk.now(), desk.today());
    let mut reading = desk.job::<RunService>("a test").reading().await.unwrap();
    let service = reading.facts(Subject::Service).await.unwrap().unwrap_or_default();
    let norms = Norms::of(&History::new(service, today));
    let mut standings = Standings::new();
    for child in children(desk).await {
        let facts = reading.facts(Subject::Child(child)).await.unwrap().unwrap_or_default();
        let history = History::new(facts, today);
        for owed in practice::clocks().flat_map(|clock| clock.ask(&history, &norms)) {
            *standings.entry((owed.clock.into(), owed.standing(now).code().into())).or_default() += 1;
        }
    }
    standings
}
async fn children(desk: &Desk) -> Vec<Id> {
    #[derive(Deserialize)]
    struct Row {
        id: Id,
    }
    let rows: Vec<Row> = ask(desk, "-- Which children?\nSELECT id FROM child ORDER BY id").await;
    rows.into_iter().map(|row| row.id).collect()
}
async fn ask<T: serde::de::DeserializeOwned>(desk: &Desk, question: &'static str) -> Vec<T> {
    desk.job::<RunService>("a test").reading().await.unwrap().ask(question, &[]).await.unwrap()
}

/// One of each role at each page that needs no id, and a manager at each page of the children everyone knows.
async fn every_page_answers(desk: &Desk) {
    let pages = pages();
    let gets: Vec<String> = pages.listed().iter().filter(|p| p.method == "GET").map(|p| p.path.clone()).collect();
    let app = pages.router(desk.clone());
    let roles: BTreeMap<&str, Id> = named::COLLEAGUES.iter().map(|c| (c.role.code(), c.id)).collect();
    let known: BTreeSet<Id> = children(desk).await.into_iter().collect();
    let mut shown = 0;
    for path in gets {
        let askers: Vec<(Id, String)> = match path.matches('{').count() {
            0 => roles.values().map(|who| (*who, path.clone())).collect(),
            1 if path.contains("{child}") => {
                let there = named::CHILDREN.iter().filter(|c| known.contains(&c.id)).step_by(3);
                let manager = roles[Role::ServiceManager.code()];
                there.map(|c| (manager, path.replace("{child}", &c.id.to_string()))).collect()
            }
            _ => vec![],
        };
        for (who, path) in askers {
            let status = status(&app, who, &path).await;
            assert!(!status.is_server_error(), "{path} on {} answers {status}", desk.now());
            shown += usize::from(status == StatusCode::OK);
        }
    }
    assert!(shown > 60, "{shown} pages were shown on {}", desk.now());
}
async fn status(app: &Router, who: Id, path: &str) -> StatusCode {
    let request = Request::get(path).header(TEST_HEADER, who.to_string()).body(Body::empty()).unwrap();
    app.clone().oneshot(request).await.unwrap().status()
}

#[test]
fn the_hours_that_are_not_there_or_there_twice_are_moments() {
    let at = |day: Date, hour| moment(day.at(hour, 30, 0, 0));
    let hours = |a: Timestamp, b: Timestamp| (b.as_second() - a.as_second()) / 3600;
    assert_eq!(hours(at(date(2026, 3, 29), 0), at(date(2026, 3, 29), 12)), 11);
    assert_eq!(hours(at(date(2026, 10, 25), 0), at(date(2026, 10, 25), 12)), 13);
}
