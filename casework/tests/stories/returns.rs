//! A return is taken in twice, corrected, cut short and followed by the next year's. At every step the
//! chain verifies and the tables are what the facts come to.
use casework::{
    deeds::{Import, RunService},
    house::{decode, house},
    imports::take::{self, Order, Planned},
};
use kernel::{Body, Db, Desk, Service, Settings, Time, Verdict, testing::on_both};
use practice::{
    Fact, care,
    day::{date, moment},
};
use returns::{Delivery, File, Unreadable};
use serde::Deserialize;
use std::sync::Arc;

const HEADER: &str = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
const EPISODES: &str =
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";
const REVIEWS: &str = "CHILD,DOB,REVIEW,REVIEW_CODE\n";
const ANN: &str = "1,2,01/02/2014,WBRI,A123456789012,,\n";
const BEN: &str = "2,1,05/06/2012,WBRI,UN1,,\n";
const ANN_IN_CARE: &str = "1,03/05/2024,S,C2,N1,U4,PR1,,,,,,\n";
const ANN_HOME: &str = "1,03/05/2024,S,C2,N1,U4,PR1,09/06/2026,E4A,,,,\n";
const BEN_IN_CARE: &str = "2,10/02/2025,S,V2,N1,U4,PR1,,,,,,\n";
const BEN_IN_CARE_UNDER_AN_ORDER: &str = "2,10/02/2025,S,C2,N1,U4,PR1,,,,,,\n";
/// The last is typed with the wrong year: its day has not come.
const REVIEWED: &str = "1,01/02/2014,27/05/2025,PN1\n1,01/02/2014,20/11/2025,PN1\n2,05/06/2012,07/03/2027,PN1\n";

pub async fn desk(db: Db) -> Desk {
    let house = house();
    db.migrate(house.tables).await.unwrap();
    let noon = moment(date(2026, 11, 22).at(12, 0, 0, 0));
    Desk::new(db, house, Settings { time: Time::Fixed(noon), ..Settings::default() })
}
fn delivery(tables: &[(&str, &str)]) -> Delivery {
    let file = |(n, (headings, rows)): (usize, &(&str, &str))| File {
        name: format!("{n}.csv"),
        bytes: format!("{headings}{rows}").into_bytes(),
    };
    Delivery::of(tables.iter().enumerate().map(file).collect())
}
async fn planned(job: &Service<Import>, delivery: Delivery, order: Order) -> Result<Planned, Unreadable> {
    take::plan(job, Arc::new(delivery), &order, date(2026, 11, 22)).await.unwrap()
}
fn of_year(year: i16) -> Order {
    Order { year: Some(year), ..Order::default() }
}
/// Kept, changed, withdrawn.
fn counts(planned: &Planned) -> (usize, usize, usize) {
    (planned.plan.keep.len(), planned.plan.supersede.len(), planned.plan.withdraw.len())
}
async fn take(job: &Service<Import>, delivery: Delivery, order: Order) -> (usize, usize, usize) {
    let planned = planned(job, delivery, order).await.unwrap();
    let came_to = counts(&planned);
    take::keep(job, planned, |_, _| {}).await.unwrap();
    came_to
}
/// How many facts there are; and that everything follows from them.
pub async fn whole(desk: &Desk) -> i64 {
    let job = desk.job::<RunService>("a test");
    assert_eq!(job.rebuild_check(|_, _| {}).await.unwrap(), 0, "the tables are what the facts come to");
    match job.verify().await.unwrap() {
        Verdict::Whole { facts, .. } => facts,
        Verdict::Broken { entry, what } => panic!("the chain breaks at {entry}: {what}"),
    }
}
/// Whose episode has no end.
async fn open_episodes(job: &Service<Import>) -> Vec<String> {
    #[derive(Deserialize)]
    struct Row {
        name: String,
        version: i64,
        body: String,
    }
    const STANDING: &str = "-- Which episodes stand?\n\
        SELECT f.name, f.version, f.body FROM reported r JOIN fact f ON f.id = r.fact WHERE r.table_name = 'Episodes'";
    let rows: Vec<Row> = job.reading().await.unwrap().ask(STANDING, &[]).await.unwrap();
    let fact = |r: Row| decode(&Body { name: r.name, version: r.version, text: r.body }).unwrap();
    let open = |fact: Fact| match fact {
        Fact::Care(care::Fact::EpisodeReported(e)) => e.dec.is_blank().then_some(e.origin.child),
        other => panic!("{other:?} is no episode"),
    };
    let mut open: Vec<String> = rows.into_iter().map(fact).filter_map(open).collect();
    open.sort();
    open
}

#[tokio::test]
async fn a_return_is_taken_in_twice_corrected_and_followed_by_the_next_year() {
    on_both(|db| async move {
        let desk = desk(db).await;
        let job = desk.job::<Import>("a test");
        let children = format!("{ANN}{BEN}");
        let episodes = format!("{ANN_IN_CARE}{BEN_IN_CARE}");
        let first = || delivery(&[(HEADER, &children), (EPISODES, &episodes), (REVIEWS, REVIEWED)]);

        assert_eq!(take(&job, first(), of_year(2026)).await, (7, 0, 0));
        assert_eq!(whole(&desk).await, 9, "each row, the delivery and its problems");
        assert_eq!(take(&job, first(), of_year(2026)).await, (0, 0, 0), "the same again, the row dated ahead too");

        // Corrected: Ben was under an order.
        let corrected = format!("{ANN_IN_CARE}{BEN_IN_CARE_UNDER_AN_ORDER}");
        let second = delivery(&[(HEADER, &children), (EPISODES, &corrected), (REVIEWS, REVIEWED)]);
        assert_eq!(take(&job, second, of_year(2026)).await, (0, 1, 0));
        assert_eq!(open_episodes(&job).await, ["1", "2"]);

        // The next year: Ann went home, and Ben is left out of it, so he is listed and nothing of his is closed.
        let third = delivery(&[(HEADER, ANN), (EPISODES, ANN_HOME)]);
        let planned = planned(&job, third, of_year(2027)).await.unwrap();
        assert_eq!(counts(&planned), (0, 1, 0));
        let left: Vec<_> = planned.plan.no_longer_returned.iter().map(|l| (l.id.as_str(), l.open)).collect();
        assert_eq!(left, [("2", true)]);
        take::keep(&job, planned, |_, _| {}).await.unwrap();
        assert_eq!(open_episodes(&job).await, ["2"]);
        whole(&desk).await;
    })
    .await;
}

#[tokio::test]
async fn an_export_that_was_cut_short_withdraws_nothing_before_somebody_types_the_number() {
    on_both(|db| async move {
        let desk = desk(db).await;
        let job = desk.job::<Import>("a test");
        let tables = [(HEADER, ANN), (REVIEWS, "1,01/02/2014,27/05/2025,PN1\n1,01/02/2014,20/11/2025,PN1\n")];
        take(&job, delivery(&tables), of_year(2026)).await;
        let before = whole(&desk).await;

        let short = || delivery(&[(HEADER, ANN), (REVIEWS, "1,01/02/2014,27/05/2025,PN1\n")]);
        let unasked = planned(&job, short(), of_year(2026)).await.unwrap();
        assert_eq!(unasked.to_confirm(), Some(1));
        assert!(take::keep(&job, unasked, |_, _| {}).await.is_err());
        let wrong = Order { confirm_withdrawals: Some(2), ..of_year(2026) };
        assert!(planned(&job, short(), wrong).await.unwrap().to_confirm().is_some());
        assert_eq!(whole(&desk).await, before, "nothing was written");

        let confirmed = Order { confirm_withdrawals: Some(1), ..of_year(2026) };
        assert_eq!(take(&job, short(), confirmed).await, (0, 0, 1));
        // Only a table that the delivery has can lose rows.
        assert_eq!(take(&job, delivery(&[(HEADER, ANN)]), of_year(2026)).await, (0, 0, 0));
        whole(&desk).await;
    })
    .await;
}

#[tokio::test]
async fn a_broken_file_changes_nothing_and_says_why() {
    on_both(|db| async move {
        let desk = desk(db).await;
        let job = desk.job::<Import>("a test");
        let file = |bytes: &[u8]| Delivery::of(vec![File { name: "return.xml".into(), bytes: bytes.into() }]);
        let broken: [&[u8]; 4] = [b"", b"\0\0\0\0PK", b"name,town\na,b\n", b"<?xml version=\"1.0\"?><Message><CHILD>"];
        for bytes in broken {
            let refused = planned(&job, file(bytes), Order::default()).await.err().expect("it is no return");
            assert!(refused.to_string().contains("return.xml"), "{refused}");
        }
        assert_eq!(whole(&desk).await, 0);
    })
    .await;
}
