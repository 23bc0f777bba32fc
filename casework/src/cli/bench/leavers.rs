//! The status of everybody of 16 to 24 in a town of ten cities, from their facts.
use super::{Figure, pages::town, row};
use crate::{
    cli::{At, town::Asked},
    deeds::RunService,
};
use kernel::{Error, time::Stopwatch};
use practice::{History, Id, Subject, leavers::holds};
use serde::Deserialize;
use std::time::Duration;

const LEAVERS: &str = include_str!("../sql/leavers.sql");
pub const QUESTIONS: &[&str] = &[LEAVERS];

#[derive(Deserialize)]
struct Row {
    child: Id,
}
pub async fn leavers(at: &At, size: Asked) -> Result<(), Error> {
    let desk = town(at, size).await?.desk().await?;
    let job = desk.job::<RunService>("bench");
    job.bring_up_to_date(|_, _| {}).await?;
    let mut reading = job.reading().await?;
    let norms = reading.norms().await?;
    let people: Vec<Row> = reading.ask(LEAVERS, &[]).await?;
    let (mut worked_out, mut differ) = (Duration::ZERO, 0);
    let all = Stopwatch::start();
    for row in &people {
        let facts = reading.facts(Subject::Child(row.child)).await?.unwrap_or_default();
        let watch = Stopwatch::start();
        let holding = holds(&History::new(facts, desk.today()), &norms, desk.today());
        worked_out += watch.elapsed();
        differ += usize::from(!holding.queues.is_empty());
    }
    let of = format!("{} of 16 to 24, {differ} to be decided", people.len());
    row(&format!("the status of everybody ({of})"), Figure::Seconds(worked_out.as_secs_f64()), "2 s");
    row("the same with their facts read one record at a time", Figure::Seconds(all.elapsed().as_secs_f64()), "");
    Ok(())
}
