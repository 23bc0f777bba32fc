//! Measurements on a town: each prints lines `| what | figure | goal |` for `BENCHMARKS.md`.
use super::{At, Done, town};
use crate::{
    deeds::{Import, RunService},
    imports::take::{self, Order},
};
use clap::Args;
use kernel::{Said, time::Stopwatch};
use practice::{Id, Subject, people};
use serde::Deserialize;
use std::{path::PathBuf, process::ExitCode, sync::Arc, time::Duration};

const SOME_CHILDREN: &str = include_str!("sql/some_children.sql");
pub const QUESTIONS: &[&str] = &[SOME_CHILDREN];

/// Measure on a town, which is made where there is none
#[derive(Args)]
pub struct Bench {
    /// town, visits, rebuild, verify, import
    name: Option<String>,
    /// Name what can be measured, one a line
    #[arg(long)]
    list: bool,
    /// For `import`: a folder that holds a 903 return
    #[arg(long, env = "LOXLEY_BENCH_RETURN")]
    path: Option<PathBuf>,
}
const NAMES: [&str; 5] = ["import", "town", "visits", "rebuild", "verify"];

impl Bench {
    pub async fn run(self, at: At) -> Done {
        if self.list {
            NAMES.iter().for_each(|name| println!("{name}"));
            return Ok(ExitCode::SUCCESS);
        }
        match self.name.as_deref() {
            Some("import") => import(&at, self.path).await?,
            Some("town") => made(&at).await?,
            Some("visits") => visits(&at).await?,
            Some("rebuild") => rebuild(&at).await?,
            Some("verify") => verify(&at).await?,
            _ => {
                eprintln!("loxley: measure one of {}", NAMES.join(", "));
                return Ok(ExitCode::FAILURE);
            }
        }
        println!("| most memory of a measurement | {} | |", memory());
        Ok(ExitCode::SUCCESS)
    }
}
fn row(what: &str, figure: String, goal: &str) {
    println!("| {what} | {figure} | {goal} |");
}
/// A return into an empty record, which must be new: the first measurement of all.
async fn import(at: &At, path: Option<PathBuf>) -> Result<(), kernel::Error> {
    let Some(path) = path else {
        eprintln!("skipped: LOXLEY_BENCH_RETURN names no folder with a 903 return");
        return Ok(());
    };
    let beside = At { database_url: format!("{}{}", at.database_url, beside(&at.database_url)), ..at.clone() };
    let desk = beside.desk().await?;
    let job = desk.job::<Import>("bench");
    let watch = Stopwatch::start();
    let delivery = Arc::new(returns::gather(&path).map_err(|e| e.why)?);
    let planned = take::plan(&job, delivery, &Order::default(), desk.today()).await?.map_err(|e| e.why)?;
    let read = watch.elapsed();
    let (children, rows) = (planned.plan.new_children.len(), planned.plan.keep.len());
    let (mut last, mut longest) = (Stopwatch::start(), Duration::ZERO);
    take::keep(&job, planned, |_, _| {
        longest = longest.max(last.elapsed());
        last = Stopwatch::start();
    })
    .await?;
    row(
        &format!("a 903 return of {children} children ({rows} facts) taken in"),
        format!("{:.1} s, of which reading {:.1} s", watch.elapsed().as_secs_f64(), read.as_secs_f64()),
        "10 s; PostgreSQL 20 s",
    );
    row("longest batch of the import", format!("{} ms", longest.as_millis()), "250 ms");
    Ok(())
}
/// Another database of the same kind, empty: for SQLite a file beside, for PostgreSQL a name that the server has.
fn beside(database_url: &str) -> &'static str {
    if database_url.contains("://") { "_import" } else { ".import" }
}
async fn made(at: &At) -> Result<(), kernel::Error> {
    let watch = Stopwatch::start();
    let facts = town::make(at, town::Asked::Default, None).await?;
    if facts > 0 {
        row(&format!("the town made ({facts} facts)"), format!("{:.1} s", watch.elapsed().as_secs_f64()), "60 s");
    }
    Ok(())
}
async fn visits(at: &At) -> Result<(), kernel::Error> {
    #[derive(Deserialize)]
    struct Row {
        id: Id,
    }
    let desk = at.desk().await?;
    let job = desk.job::<RunService>("bench");
    let children: Vec<Row> = job.reading().await?.ask(SOME_CHILDREN, &[]).await?;
    let mut took = vec![];
    for child in children {
        let visit =
            people::Visit { seen: true, seen_alone: true, notes: "Measured.".into(), ..people::Visit::default() };
        let said = Said::new(Subject::Child(child.id), desk.today(), people::Fact::Visited(visit));
        let watch = Stopwatch::start();
        job.keep(vec![said]).await?;
        took.push(watch.elapsed());
    }
    took.sort();
    let at = |share: usize| took.get(took.len() * share / 100).map_or(0.0, Duration::as_secs_f64) * 1000.0;
    row("a visit kept, median", format!("{:.1} ms", at(50)), "");
    row("a visit kept, p95", format!("{:.1} ms", at(95)), "20 ms");
    Ok(())
}
async fn rebuild(at: &At) -> Result<(), kernel::Error> {
    let desk = at.desk().await?;
    let facts = super::stats::count(&desk).await?.facts;
    let watch = Stopwatch::start();
    desk.job::<RunService>("bench").rebuild_check(|_, _| {}).await?;
    let million = watch.elapsed().as_secs_f64() * 1e6 / facts as f64;
    row("everyone derived again, a million facts with reading and comparing", format!("{million:.1} s"), "8 s");
    Ok(())
}
async fn verify(at: &At) -> Result<(), kernel::Error> {
    let desk = at.desk().await?;
    let facts = super::stats::count(&desk).await?.facts;
    let watch = Stopwatch::start();
    desk.job::<RunService>("bench").verify().await?;
    row(
        "the chain verified, a million facts",
        format!("{:.1} s", watch.elapsed().as_secs_f64() * 1e6 / facts as f64),
        "",
    );
    Ok(())
}
/// The most that this process ever held, where the system says.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kib =
        status.lines().find_map(|l| l.strip_prefix("VmHWM:")?.trim().strip_suffix("kB")?.trim().parse::<u64>().ok());
    kib.map_or("not known".into(), |kib| format!("{} MB", kib / 1024))
}
