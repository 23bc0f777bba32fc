//! Care leavers in a town of ten cities: the status of everybody of 16 to 24, and the dashboards of those who work
//! with them.
use super::{
    Figure,
    http::{self, Ask},
    pages::town,
    row,
};
use crate::{
    cli::{At, town::Asked},
    deeds::RunService,
    town::named::{PERSONAL_ADVISER_INDEX, SERVICE_MANAGER_INDEX},
};
use kernel::{Desk, Error, time::Stopwatch};
use practice::{History, Id, leavers::holds};
use serde::Deserialize;
use std::time::Duration;

const LEAVERS: &str = include_str!("../sql/leavers.sql");
pub const QUESTIONS: &[&str] = &[LEAVERS];
/// As many records are read at once.
const BATCH: usize = 200;
/// Dashboards a second, and for how long.
const RATE: u32 = 20;
const SECONDS: usize = 30;

#[derive(Deserialize)]
struct Row {
    child: Id,
}
pub async fn leavers(at: &At, size: Asked) -> Result<(), Error> {
    let at = town(at, size).await?;
    let desk = at.desk().await?;
    let nightly = Stopwatch::start();
    desk.job::<RunService>("bench").bring_up_to_date(|_, _| {}).await?;
    row("whoever the days since have changed, derived again", Figure::Seconds(nightly.elapsed().as_secs_f64()), "");
    statuses(&desk).await?;
    dashboards(&at, &desk).await
}
async fn statuses(desk: &Desk) -> Result<(), Error> {
    let mut reading = desk.job::<RunService>("bench").reading().await?;
    let norms = reading.norms().await?;
    let people: Vec<Row> = reading.ask(LEAVERS, &[]).await?;
    let people: Vec<Id> = people.into_iter().map(|row| row.child).collect();
    let (mut worked_out, mut differ, mut facts) = (Duration::ZERO, 0, 0);
    let all = Stopwatch::start();
    for batch in people.chunks(BATCH) {
        let records = reading.facts_of_each(batch).await?;
        facts += records.values().map(Vec::len).sum::<usize>();
        let watch = Stopwatch::start();
        for kept in records.into_values() {
            let holding = holds(&History::new(kept, desk.today()), &norms, desk.today());
            differ += usize::from(!holding.queues.is_empty());
        }
        worked_out += watch.elapsed();
    }
    let of = format!("{} of 16 to 24, {differ} to be decided", people.len());
    row(
        &format!("the status of everybody, from facts in memory ({of})"),
        Figure::Seconds(worked_out.as_secs_f64()),
        "2 s",
    );
    row(&format!("the same with their {facts} facts read"), Figure::Seconds(all.elapsed().as_secs_f64()), "");
    Ok(())
}
/// Eight of ten are an adviser's own.
async fn dashboards(at: &At, desk: &Desk) -> Result<(), Error> {
    let server = http::serve(at, desk).await?;
    let [manager, adviser] = http::sign_in(desk, server, [SERVICE_MANAGER_INDEX, PERSONAL_ADVISER_INDEX]).await?;
    let page = |of, path: &str, cookie: &String| Ask { of, server, path: path.into(), cookie: cookie.clone() };
    let pages = [
        page("My young people", "/leavers/mine", &adviser),
        page("Advisers", "/leavers/advisers", &manager),
        page("Indicators", "/leavers/indicators", &manager),
    ];
    if http::given(pages.to_vec()).await?.len() < pages.len() {
        return Err("The town does not show the dashboards of care leavers.".into());
    }
    let turns = RATE as usize * SECONDS;
    let which = |turn: usize| if turn % 10 < 8 { 0 } else { turn % 10 - 7 };
    let took = http::load(RATE, |turn| (turn < turns).then(|| pages[which(turn)].clone())).await?;
    for (of, goal) in [("My young people", "50 ms"), ("Advisers", "300 ms"), ("Indicators", "300 ms")] {
        row(&format!("{of}, p95, {RATE} dashboards a second"), Figure::Ms(took.p95(of)), goal);
    }
    Ok(())
}
