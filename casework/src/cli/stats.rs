use super::{At, Done};
use crate::deeds::RunService;
use clap::Args;
use kernel::Desk;
use serde::Deserialize;
use std::process::ExitCode;

const STATS: &str = include_str!("sql/stats.sql");
pub const QUESTIONS: &[&str] = &[STATS];

#[derive(Args)]
pub struct Stats {
    /// For programs
    #[arg(long)]
    json: bool,
}
#[derive(Deserialize)]
pub struct Row {
    children: i64,
    pub facts: i64,
    workers: i64,
    teams: i64,
    owed: i64,
    answered: i64,
}
impl Stats {
    pub async fn run(self, at: At) -> Done {
        let desk = at.desk().await?;
        let row = count(&desk).await?;
        let town = desk.is_town();
        let Row { children, facts, workers, teams, owed, answered } = row;
        if self.json {
            say!(
                "{}",
                serde_json::json!({ "children": children, "facts": facts, "workers": workers, "teams": teams,
                                    "owed": owed, "answered": answered, "town": town })
            );
        } else {
            say!("{children} children, {facts} facts, {workers} workers in {teams} teams");
            say!("{owed} things are owed, {answered} were answered");
            if town {
                say!("A town: everybody in it is invented.");
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
pub async fn count(desk: &Desk) -> Result<Row, kernel::Error> {
    let job = desk.job::<RunService>("stats");
    job.reading().await?.ask_one(STATS, &[]).await?.ok_or_else(|| "the record does not count itself".into())
}
