//! The command line: a file a command, each with what it says and what it exits with.
#[macro_use]
mod out;

mod account;
mod allocate;
mod audit;
mod bench;
mod check;
mod clocks;
mod import;
mod leavers;
mod listen;
mod offer;
mod rebuild;
mod returns;
mod returns_cases;
mod serve;
mod stats;
mod town;

use clap::{Args, Parser, Subcommand};
use kernel::{Db, Desk, Key, Settings, Time, sign_in};
use practice::{Date, day};
use std::{path::PathBuf, process::ExitCode};

/// The working record and oversight system of a children's social care service.
///
/// Every command takes --database-url and makes the database if there is none.
#[derive(Parser)]
#[command(name = "loxley", version, max_term_width = 100)]
struct Loxley {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    at: At,
}
/// On which record, on which day.
#[derive(Args, Clone, Debug)]
struct At {
    /// A file, or postgres://user@host/name
    #[arg(long, env = "LOXLEY_DATABASE_URL", default_value = "loxley.sqlite", global = true)]
    database_url: String,
    /// The file with the key of an encrypted SQLite file
    #[arg(long, env = "LOXLEY_DATABASE_KEY_FILE", global = true)]
    database_key_file: Option<PathBuf>,
    /// Stand on this day, as 2026-11-22, instead of the machine's
    #[arg(long, global = true)]
    today: Option<Date>,
}
#[derive(Subcommand)]
enum Command {
    /// Serve the pages
    Serve(serve::Serve),
    /// Take in a statutory return: a folder, a file
    #[command(subcommand)]
    Import(import::Import),
    /// Check a statutory return against the rules of its year; nothing is kept
    Check(check::Options),
    /// Explain a rule of a return: 903/356
    Explain(check::Explain),
    /// Statutory returns, made from the record; and for whoever works on their rules
    #[command(subcommand)]
    Returns(returns::Command),
    /// Care leavers: what somebody is in law, and why
    #[command(subcommand)]
    Leavers(leavers::Command),
    /// The local offer: check the pages that the council writes, or begin them
    #[command(subcommand)]
    Offer(offer::Command),
    /// Say who works with which child: a CSV file of child and worker
    Allocate(allocate::Allocate),
    /// Make somebody's account
    #[command(subcommand)]
    Account(account::Command),
    /// Every page, with the leave that it asks for
    Pages,
    /// How much is in the record
    Stats(stats::Stats),
    /// Every clock: its length, its source, its cases, and how it stands here
    Clocks(clocks::Clocks),
    /// The chain of who did what
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Work out everything again from the facts
    Rebuild(rebuild::Rebuild),
    /// Measure on a town, which is made where there is none
    Bench(bench::Bench),
    /// Make a town of invented people, or let an existing one live the days since
    Town(town::Town),
}

pub fn main() -> ExitCode {
    let Loxley { command, at } = Loxley::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let done = runtime.map_err(Into::into).and_then(|runtime| runtime.block_on(run(command, at)));
    match done {
        Ok(code) => code,
        Err(e) => {
            eprintln!("loxley: {e}");
            ExitCode::FAILURE
        }
    }
}
/// What the commands ask of the record.
pub const QUESTIONS: &[&[&str]] =
    &[bench::QUESTIONS, bench::LEAVERS, clocks::QUESTIONS, stats::QUESTIONS, town::QUESTIONS];

type Done = Result<ExitCode, kernel::Error>;
async fn run(command: Command, at: At) -> Done {
    match command {
        Command::Serve(c) => c.run(at).await,
        Command::Import(c) => c.run(at).await,
        Command::Check(c) => c.run(),
        Command::Explain(c) => c.run(),
        Command::Returns(c) => c.run(at).await,
        Command::Leavers(c) => c.run(),
        Command::Offer(c) => c.run(),
        Command::Allocate(c) => c.run(at).await,
        Command::Account(c) => c.run(at).await,
        Command::Pages => {
            crate::pages().listed().iter().for_each(|page| say!("{page}"));
            Ok(ExitCode::SUCCESS)
        }
        Command::Stats(c) => c.run(at).await,
        Command::Clocks(c) => c.run(at).await,
        Command::Audit(c) => c.run(at).await,
        Command::Rebuild(c) => c.run(at).await,
        Command::Bench(c) => c.run(at).await,
        Command::Town(c) => c.run(at).await,
    }
}
impl At {
    async fn db(&self) -> Result<Db, kernel::Error> {
        let key = self.database_key_file.as_deref().map(Key::from_file).transpose()?;
        Db::open_with(&self.database_url, key.as_ref()).await
    }
    /// The record, brought to this release's shape, with the day to stand on.
    async fn desk(&self) -> Result<Desk, kernel::Error> {
        let db = self.shaped().await?;
        let town = sign_in::is_town(&db).await?;
        let settings = Settings { time: self.time(), town, ..Settings::default() };
        Ok(Desk::new(db, crate::house::house(), settings))
    }
    /// The one place that brings a database to this release's shape: only who does so hears that tables were
    /// made again and are empty now. What they hold follows from the facts.
    async fn shaped(&self) -> Result<Db, kernel::Error> {
        let (db, house) = (self.db().await?, crate::house::house());
        if !db.migrate(house.tables).await?.remade.is_empty() {
            let desk = Desk::new(db.clone(), house, Settings { time: self.time(), ..Settings::default() });
            desk.job::<crate::deeds::RunService>("rebuild after a new release").rebuild(|_, _| {}).await?;
        }
        Ok(db)
    }
    /// Noon, so that a day given on the command line is that day in England whatever the hour.
    fn time(&self) -> Time {
        self.today.map_or(Time::Real, |d| Time::Fixed(day::moment(d.at(12, 0, 0, 0))))
    }
}
