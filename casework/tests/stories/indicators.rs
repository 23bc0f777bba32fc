//! What the indicators say of the birthdays is what the return of that year says, read back from its files: in the
//! town, with a young person restricted, and in an empty record that took the return in.
use crate::{
    exports::id_of,
    returns::desk,
    set_up::{Person, person},
    town::small,
};
use axum::http::StatusCode;
use casework::{
    deeds::{Import, RunService, WriteReturn},
    exports::write::{self, Form},
    imports::take::{self, Order},
    town::{AUTHORITY, named},
};
use kernel::{Desk, Said, testing::on_both};
use practice::{Fact, Id, Subject, access::Role, leavers, people, workforce};
use returns::{Ask, Delivery, Return};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

/// Of each measure and age: how many are so, of how many.
type Figures = BTreeMap<(String, String), (i64, i64)>;

async fn files(desk: &Desk, year: i16) -> Delivery {
    let job = desk.job::<WriteReturn>("a test");
    let drafted = write::draft(&job, Return::Ssda903, AUTHORITY, year, desk.today(), |_, _| {}).await.unwrap();
    Delivery::of(write::files(&drafted.rows, Form::Csv, desk.now()))
}
/// Counted by hand from the rows of OC3.
fn of_the_return(delivery: &Delivery, year: i16, today: practice::Date) -> Figures {
    let ask = Ask { authority: Some(AUTHORITY.into()), installation: AUTHORITY.into(), year: Some(year), today };
    let taken = returns::read(delivery, &ask).unwrap_or_else(|refused| panic!("{refused}"));
    let mut all = Figures::new();
    for row in &taken.rows {
        let Fact::Leavers(leavers::Fact::Oc3Reported(row)) = &row.fact else { continue };
        let born = row.dob.value.unwrap();
        let turned = year - born.year() - i16::from((born.month(), born.day()) >= (4, 1));
        let age = if turned <= 18 { "17 and 18" } else { "19 to 21" };
        let counts = i64::from(!["DIED", "RHOM"].contains(&row.in_touch.code()));
        let works = ["F1", "F2", "F4", "F5", "P1", "P2", "P4", "P5"].contains(&row.activ.code());
        let says = [
            ("In suitable accommodation", row.accom.code().ends_with('1')),
            ("In education, employment or training", works),
            ("In touch", row.in_touch.code() == "YES"),
        ];
        for (measure, yes) in says {
            let (so, of) = all.entry((measure.into(), age.into())).or_default();
            *so += counts * i64::from(yes);
            *of += counts;
        }
    }
    all
}
/// The page of the indicators as a file, its figures of the birthdays; an age without anybody has none.
async fn of_the_page(who: &Person, year: i16) -> Figures {
    let (status, text) = who.get(&format!("/leavers/indicators?as=csv&year={year}")).await;
    assert_eq!(status, StatusCode::OK, "{text}");
    let mut rows = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows = rows.records().map(Result::unwrap).filter(|row| &row[2] == "At the birthday");
    let figures = rows.map(|row| ((row[0].into(), row[1].into()), (row[3].parse().unwrap(), row[4].parse().unwrap())));
    figures.filter(|(_, (_, of))| *of > 0).collect()
}
fn service_manager(desk: &Desk) -> Person {
    person(named::COLLEAGUES[named::SERVICE_MANAGER_INDEX].id, desk)
}

#[tokio::test]
async fn the_indicators_of_the_birthdays_are_the_numbers_of_the_return_restricted_records_too() {
    on_both(|db| async move {
        let desk = small(db).await;
        let ryan = named::RYAN.id;
        let restricted = people::Fact::Restricted { why: "A test".into(), named: vec![] };
        let job = desk.job::<RunService>("a test");
        job.keep(vec![Said::new(Subject::Child(ryan), desk.today(), restricted)]).await.unwrap();
        let manager = service_manager(&desk);
        let mut everybody = 0;
        for year in [2026, 2027] {
            let sent = files(&desk, year).await;
            let told = of_the_return(&sent, year, desk.today());
            assert_eq!(of_the_page(&manager, year).await, told, "{year}");
            everybody += told.values().map(|f| f.1).sum::<i64>();
            let id = id_of(&desk, ryan, Return::Ssda903).await;
            assert!(year != 2026 || sent.files.iter().any(|f| String::from_utf8_lossy(&f.bytes).contains(&id)));
        }
        assert!(everybody > 20, "the town has leavers: {everybody}");
        // He is counted, and no list has him.
        let (_, list) = manager.get("/leavers/indicators/suitable?at=birthday&year=2026&band=19-21").await;
        assert!(!list.contains(&ryan.to_string()), "{list}");
        assert!(list.contains("1 record that you may not see is counted and not listed"), "{list}");
        assert_eq!(manager.get("/leavers/indicators/tea").await.0, StatusCode::NOT_FOUND);
    })
    .await;
}
#[tokio::test]
async fn a_record_that_took_the_return_in_counts_the_same() {
    let made: Arc<Mutex<Vec<(Delivery, Figures)>>> = Arc::default();
    on_both(|db| {
        let made = made.clone();
        async move {
            let desk = small(db).await;
            let sent = files(&desk, 2026).await;
            let told = of_the_return(&sent, 2026, desk.today());
            made.lock().unwrap().push((sent, told));
        }
    })
    .await;
    let (sent, told) = made.lock().unwrap().pop().unwrap();
    taken_in(sent, told).await;
}
async fn taken_in(sent: Delivery, told: Figures) {
    let sent = Arc::new(sent);
    on_both(|db| {
        let (sent, told) = (sent.clone(), told.clone());
        async move {
            let desk = desk(db).await;
            let vera = Id::from_u128(77);
            let post = workforce::Fact::PostTaken { name: "Vera".into(), role: Role::ServiceManager, team: Id::nil() };
            let job = desk.job::<RunService>("a test");
            job.keep(vec![Said::new(Subject::Worker(vera), desk.today(), post)]).await.unwrap();
            let job = desk.job::<Import>("a test");
            let order = Order { authority: Some(AUTHORITY.into()), year: Some(2026), ..Order::default() };
            let planned = take::plan(&job, sent, &order, desk.today()).await.unwrap().unwrap();
            take::keep(&job, planned, |_, _| {}).await.unwrap();
            assert_eq!(of_the_page(&person(vera, &desk), 2026).await, told);
        }
    })
    .await;
}
