//! How long things take at volume: `cargo test -p kernel volume -- --ignored --nocapture`.
use crate::{
    Deed, Desk, Settings, Time, Value, Verdict, Writes,
    narrow::{Sight, arrange, narrow},
    testing::*,
    time::Stopwatch,
};
use practice::{
    access::{Act, Reach},
    day::{date, plus_days},
};

struct Import;
impl Deed for Import {
    const ACT: Act = Act::Import;
}
impl Writes for Import {}

const CHILDREN: u128 = 12_000;
const LATEST: &str = "-- Who was seen when?\nSELECT c.id, c.name, v.day FROM visit v JOIN child c ON c.id = v.child \
                      WHERE v.day >= :from ORDER BY v.day, c.id LIMIT 100";

#[tokio::test]
#[ignore = "measures"]
async fn volume() {
    on_both(|db| async move {
        db.migrate(TABLES).await.unwrap();
        let settings = Settings { time: Time::Fixed(noon(TODAY)), ..Settings::default() };
        let desk = Desk::new(db.clone(), house(), settings);
        let job = desk.job::<Import>("volume");
        let mut said = vec![];
        for n in 0..CHILDREN {
            said.extend([born(n, date(2012, 1, 1)), allocated(n, n % 300, n % 30)]);
            said.extend(
                (0..6).map(|i| visited(n, plus_days(date(2024, 1, 1), 30 * i + (n % 30) as i64), "a few words")),
            );
        }
        let facts = said.len();
        let told = |what: &str, watch: Stopwatch| println!("{} {what}: {:?}", db.is_postgres(), watch.elapsed());
        let (mut longest, mut last) = (std::time::Duration::ZERO, Stopwatch::start());
        let watch = Stopwatch::start();
        let batches = |_, _| {
            longest = longest.max(last.elapsed());
            last = Stopwatch::start();
        };
        job.keep_all(said, batches).await.unwrap();
        told(&format!("{facts} facts kept, longest batch {longest:?}"), watch);
        let watch = Stopwatch::start();
        assert_eq!(job.rebuild_check(|_, _| {}).await.unwrap(), 0);
        told("rebuild checked", watch);
        let watch = Stopwatch::start();
        assert!(matches!(job.verify().await.unwrap(), Verdict::Whole { .. }));
        told("verified", watch);
        let watch = Stopwatch::start();
        for n in 0..100 {
            job.keep(vec![visited(n, TODAY, "one more")]).await.unwrap();
        }
        told("100 visits kept one by one", watch);
        for reach in [Reach::Whole, Reach::Service, Reach::Team, Reach::Allocated] {
            let sight = Sight { act: Act::ViewChild, reach, masked: false, one_child: false };
            let narrowed = narrow(LATEST, &house(), &sight).unwrap();
            let given: Vec<(&str, Value)> = vec![
                ("me", worker(7).into()),
                ("my_team", team(7).into()),
                ("now", noon(TODAY).into()),
                ("from", date(2024, 5, 1).into()),
            ];
            let watch = Stopwatch::start();
            for _ in 0..10 {
                db.all(&narrowed.sql, arrange(&narrowed.names, &given).unwrap()).await.unwrap();
            }
            told(&format!("ten lists, {reach:?}"), watch);
        }
    })
    .await;
}
