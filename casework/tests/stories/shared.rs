//! Other people's returns, where they lie beside the project: `LOXLEY_SHARED`, else `../shared`.
use crate::returns::{desk, whole};
use casework::{
    deeds::{Import, RunService},
    imports::take::{self, Order},
    leavers,
};
use kernel::{Service, testing::on_both};
use practice::day::date;
use std::{
    fs::File,
    path::{Path, PathBuf},
    sync::Arc,
};

fn shared() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let place = std::env::var_os("LOXLEY_SHARED").map_or_else(beside, PathBuf::from).join("data");
    if !place.is_dir() {
        eprintln!("skipped: there are no shared returns in {}", place.display());
        return None;
    }
    Some(place)
}
/// Children new to the record, rows kept, changed and withdrawn, and those of each table.
async fn take(job: &Service<Import>, path: &Path, order: Order) -> (usize, [usize; 3], Vec<(&'static str, usize)>) {
    let delivery = returns::gather(path).unwrap();
    let planned = take::plan(job, Arc::new(delivery), &order, date(2026, 11, 22)).await.unwrap().unwrap();
    let plan = &planned.plan;
    let tables = plan.taken.tables.iter().map(|t| (t.table, t.rows)).collect();
    let came_to = (plan.new_children.len(), [plan.keep.len(), plan.supersede.len(), plan.withdraw.len()], tables);
    take::keep(job, planned, |_, _| {}).await.unwrap();
    came_to
}

/// A 903 holds no category: everybody of 16 to 24 stands in that queue, and nobody in that of those who differ.
async fn everybody_waits(desk: &kernel::Desk, of: &str) {
    let job = desk.job::<RunService>("a look");
    job.bring_up_to_date(|_, _| {}).await.unwrap();
    let counts = leavers::summary::counts(&mut job.reading().await.unwrap()).await.unwrap();
    let all: i64 = counts.held.iter().map(|held| held.2).sum();
    let [differs, not_recorded, not_known] = [0, 1, 2].map(|n: usize| counts.queues[n].2);
    eprintln!("{of}: {all} of 16 to 24, {not_recorded} without a category, {not_known} not known, {:?}", counts.held);
    assert!(all > 0 && not_known > 0 && not_known < all);
    assert_eq!((differs, not_recorded, counts.waiting), (0, all, all));
}

#[tokio::test]
async fn whole_returns_of_both_kinds_are_taken_in_and_again_change_nothing() {
    let Some(shared) = shared() else { return };
    let shared = &shared;
    on_both(|db| async move {
        let desk = desk(db).await;
        let job = desk.job::<Import>("a test");
        let (folder, census) = (shared.join("synthetic_903"), shared.join("synthetic_cin/fake_CIN_data.xml"));
        let (children, _, tables) = take(&job, &folder, Order::default()).await;
        assert_eq!(children, 2675);
        for rows in [("Header", 2675), ("Episodes", 5050), ("Reviews", 12_582)] {
            assert!(tables.contains(&rows), "{rows:?} in {tables:?}");
        }
        assert_eq!(take(&job, &folder, Order::default()).await.1, [0; 3]);
        assert_eq!(take(&job, &census, Order::default()).await.0, 332);
        assert_eq!(take(&job, &census, Order::default()).await.1, [0; 3]);
        everybody_waits(&desk, "one year").await;

        let other = Order { authority: Some("301".into()), ..Order::default() };
        let delivery = Arc::new(returns::gather(&census).unwrap());
        let refused = take::plan(&job, delivery, &other, date(2026, 11, 22)).await.unwrap().err().unwrap();
        assert!(refused.to_string().contains("301") && refused.to_string().contains("975"), "{refused}");
        whole(&desk).await;
    })
    .await;
}

#[tokio::test]
async fn five_linked_years_in_turn_withdraw_nothing() {
    let Some(shared) = shared() else { return };
    let folder = std::env::temp_dir().join(format!("loxley-years-{}", practice::Id::new_v4()));
    let sample = File::open(shared.join("synthetic_903/cs_demand_model_sample_v1.zip")).unwrap();
    zip::ZipArchive::new(sample).unwrap().extract(&folder).unwrap();
    let years = &folder;
    on_both(|db| async move {
        let desk = desk(db).await;
        let job = desk.job::<Import>("a test");
        for year in ["2017", "2018", "2019", "2020", "2021"] {
            let (_, [kept, _, withdrawn], _) = take(&job, &years.join(year), Order::default()).await;
            assert_eq!((kept > 0, withdrawn), (true, 0), "{year}");
        }
        everybody_waits(&desk, "five years").await;
        whole(&desk).await;
    })
    .await;
    std::fs::remove_dir_all(&folder).unwrap();
}
