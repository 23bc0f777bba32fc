//! Measurements on a town: each prints lines `| what | figure | goal |` for `BENCHMARKS.md`.
mod entitlement;
mod http;
mod import;
mod leavers;
mod pages;
mod recheck;

use super::{At, Done, town};
use crate::deeds::RunService;
use clap::Args;
use kernel::{Desk, Said, time::Stopwatch};
use practice::{Id, Subject, people};
use serde::Deserialize;
use std::{path::PathBuf, process::ExitCode, time::Duration};

const SOME_CHILDREN: &str = include_str!("../sql/some_children.sql");
pub const QUESTIONS: &[&str] = &[SOME_CHILDREN];
pub const LEAVERS: &[&str] = leavers::QUESTIONS;

/// Measure on a town, which is made where there is none
#[derive(Args)]
pub struct Bench {
    /// import, town, visits, rebuild, verify, pages, entitlement, leavers; recheck, without a database
    name: Option<String>,
    /// Name what can be measured, one a line
    #[arg(long)]
    list: bool,
    /// Name the databases that they need beside the one named: what is added to its name, one a line
    #[arg(long)]
    beside: bool,
    /// For `import` and `recheck`: a folder that holds a 903 return
    #[arg(long, env = "LOXLEY_BENCH_RETURN")]
    path: Option<PathBuf>,
    /// For `pages` and `leavers`: the town that they show
    #[arg(long, value_enum, default_value = "tenfold")]
    size: town::Asked,
}
const NAMES: [&str; 8] = ["import", "town", "visits", "rebuild", "verify", "pages", "entitlement", "leavers"];
const BESIDE: [&str; 4] = ["import", "bare", "busy", "tenfold"];

impl Bench {
    pub async fn run(self, at: At) -> Done {
        if self.list {
            NAMES.iter().for_each(|name| say!("{name}"));
            return Ok(ExitCode::SUCCESS);
        }
        if self.beside {
            BESIDE.iter().for_each(|name| say!("_{name}"));
            return Ok(ExitCode::SUCCESS);
        }
        match self.name.as_deref() {
            Some("import") => import::import(&at, self.path).await?,
            Some("town") => made(&at).await?,
            Some("visits") => visits(&at).await?,
            Some("rebuild") => rebuild(&at).await?,
            Some("verify") => verify(&at).await?,
            Some("recheck") => recheck::recheck(self.path)?,
            Some("pages") => pages::pages(&at, self.size).await?,
            Some("entitlement") => entitlement::entitlement(&at).await?,
            Some("leavers") => leavers::leavers(&at, self.size).await?,
            _ => {
                eprintln!("loxley: measure one of {}", NAMES.join(", "));
                return Ok(ExitCode::FAILURE);
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
enum Figure {
    Ms(f64),
    Seconds(f64),
    Words(String),
}
fn row(what: &str, figure: Figure, goal: &str) {
    let figure = match figure {
        Figure::Ms(ms) => format!("{ms:.1} ms"),
        Figure::Seconds(s) => format!("{s:.1} s"),
        Figure::Words(words) => words,
    };
    say!("| {what} | {figure} | {goal} |");
}
/// What so many in a hundred stay under, in milliseconds, of what is sorted.
fn at(sorted: &[Duration], share: usize) -> f64 {
    sorted.get(sorted.len() * share / 100).map_or(0.0, Duration::as_secs_f64) * 1000.0
}
/// Another database of the same kind: for SQLite a file beside, for PostgreSQL a name that the server has.
fn beside(at: &At, name: &str) -> At {
    let mark = if at.database_url.contains("://") { '_' } else { '.' };
    At { database_url: format!("{}{mark}{name}", at.database_url), ..at.clone() }
}
async fn some_children(desk: &Desk) -> Result<Vec<Id>, kernel::Error> {
    #[derive(Deserialize)]
    struct Row {
        id: Id,
    }
    let rows: Vec<Row> = desk.job::<RunService>("bench").reading().await?.ask(SOME_CHILDREN, &[]).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
async fn made(at: &At) -> Result<(), kernel::Error> {
    let watch = Stopwatch::start();
    let facts = town::make(at, town::Asked::Default, None).await?;
    if facts > 0 {
        let figure = Figure::Seconds(watch.elapsed().as_secs_f64());
        row(&format!("the town made ({facts} facts)"), figure, "60 s");
    }
    Ok(())
}
async fn visits(at: &At) -> Result<(), kernel::Error> {
    let desk = at.desk().await?;
    let job = desk.job::<RunService>("bench");
    let mut took = vec![];
    for child in some_children(&desk).await? {
        let visit =
            people::Visit { seen: true, seen_alone: true, notes: "Measured.".into(), ..people::Visit::default() };
        let said = Said::new(Subject::Child(child), desk.today(), people::Fact::Visited(visit));
        let watch = Stopwatch::start();
        job.keep(vec![said]).await?;
        took.push(watch.elapsed());
    }
    took.sort();
    row("a visit kept, median", Figure::Ms(self::at(&took, 50)), "");
    row("a visit kept, p95", Figure::Ms(self::at(&took, 95)), "20 ms");
    Ok(())
}
async fn rebuild(at: &At) -> Result<(), kernel::Error> {
    let desk = at.desk().await?;
    let facts = super::stats::count(&desk).await?.facts;
    let watch = Stopwatch::start();
    let differ = desk.job::<RunService>("bench").rebuild_check(|_, _| {}).await?;
    if differ > 0 {
        return Err(format!("{differ} rows are not what their facts come to.").into());
    }
    let million = watch.elapsed().as_secs_f64() * 1e6 / facts as f64;
    row("everyone derived again, a million facts with reading and comparing", Figure::Seconds(million), "8 s");
    row("most memory while everyone is derived again", Figure::Words(memory()), "");
    Ok(())
}
async fn verify(at: &At) -> Result<(), kernel::Error> {
    let desk = at.desk().await?;
    let facts = super::stats::count(&desk).await?.facts;
    let watch = Stopwatch::start();
    desk.job::<RunService>("bench").verify().await?;
    let million = watch.elapsed().as_secs_f64() * 1e6 / facts as f64;
    row("the chain verified, a million facts", Figure::Seconds(million), "");
    Ok(())
}
/// The most that this process ever held, where the system says.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kib =
        status.lines().find_map(|l| l.strip_prefix("VmHWM:")?.trim().strip_suffix("kB")?.trim().parse::<u64>().ok());
    kib.map_or("not known".into(), |kib| format!("{} MB", kib / 1024))
}
