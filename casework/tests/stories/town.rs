//! The town: every clock has something to show in it, its tables are what its facts come to, and its
//! chain verifies. On both databases it is the same town.
use casework::{
    deeds::RunService,
    house::house,
    town::{self, Size},
};
use kernel::{Db, Desk, Said, Settings, Time, Told, Verdict, testing::on_both};
use practice::day::{date, moment};
use serde::Deserialize;
use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
};

const UNTIL: practice::Date = date(2026, 11, 22);

/// The small town on its last day.
pub async fn small(db: Db) -> Desk {
    let house = house();
    db.migrate(house.tables).await.unwrap();
    let noon = moment(UNTIL.at(12, 0, 0, 0));
    let desk = Desk::new(db, house, Settings { time: Time::Fixed(noon), ..Settings::default() });
    desk.job::<RunService>("a test").tell(told(UNTIL), |_, _| {}).await.unwrap();
    desk
}
pub fn told(until: practice::Date) -> Vec<Told> {
    let mut told = vec![];
    town::live(1160, Size::Small, until, &mut |t| {
        let said = Said { at: t.at, source: t.source.into(), ..Said::new(t.subject, t.happened, t.fact) };
        told.push(Told { recorded: t.recorded, who: t.who, said });
    });
    told
}

#[tokio::test]
async fn the_town_shows_every_clock_and_its_tables_are_what_its_facts_come_to() {
    #[derive(Debug, Deserialize, PartialEq)]
    struct Row {
        clock: String,
        standing: String,
        things: i64,
    }
    const STANDINGS: &str = include_str!("../../src/cli/sql/standings.sql");
    // Clock, standing and how many, of each database.
    type Standings = Vec<(String, String, i64)>;
    let seen: Arc<Mutex<Vec<Standings>>> = Arc::default();
    on_both(|db| {
        let seen = seen.clone();
        async move {
            let desk = small(db).await;
            let job = desk.job::<RunService>("a test");

            let rows: Vec<Row> = job.reading().await.unwrap().ask(STANDINGS, &[]).await.unwrap();
            let shown: BTreeSet<&str> = rows.iter().map(|r| r.clock.as_str()).collect();
            let silent: Vec<&str> = practice::clocks().map(|c| c.code).filter(|c| !shown.contains(c)).collect();
            assert!(silent.is_empty(), "clocks without a standing in the town: {silent:?}");

            assert_eq!(job.rebuild_check(|_, _| {}).await.unwrap(), 0, "the tables are what the facts come to");
            assert!(matches!(job.verify().await.unwrap(), Verdict::Whole { .. }));
            let mut rows: Vec<_> = rows.into_iter().map(|r| (r.clock, r.standing, r.things)).collect();
            rows.sort();
            seen.lock().unwrap().push(rows);
        }
    })
    .await;
    let seen = seen.lock().unwrap();
    assert!(seen.windows(2).all(|pair| pair[0] == pair[1]), "both databases tell the same town");
}
