use super::{At, Done};
use crate::deeds::RunService;
use clap::Args;
use practice::clock::Standing;
use serde::Deserialize;
use serde_json::json;
use std::{collections::BTreeMap, process::ExitCode};

const STANDINGS: &str = include_str!("sql/standings.sql");
pub const QUESTIONS: &[&str] = &[STANDINGS];

#[derive(Args)]
pub struct Clocks {
    /// For programs
    #[arg(long)]
    json: bool,
}
#[derive(Deserialize)]
struct Row {
    clock: String,
    standing: Standing,
    things: i64,
}
impl Clocks {
    pub async fn run(self, at: At) -> Done {
        let job = at.desk().await?.job::<RunService>("clocks");
        let mut standings: BTreeMap<String, BTreeMap<&str, i64>> = BTreeMap::new();
        for row in job.reading().await?.ask::<Row>(STANDINGS, &[]).await? {
            *standings.entry(row.clock).or_default().entry(row.standing.code()).or_default() += row.things;
        }
        let none = BTreeMap::new();
        if self.json {
            let clocks: Vec<_> = practice::clocks()
                .map(|c| {
                    json!({ "code": c.code, "name": c.name, "title": c.title, "limit": c.limit.0.abs(), "unit": c.limit.1,
                            "kind": c.kind, "source": c.source, "mark": c.mark, "cases": c.cases.len(),
                            "standings": standings.get(c.code).unwrap_or(&none) })
                })
                .collect();
            say!("{}", serde_json::to_string_pretty(&clocks)?);
            return Ok(ExitCode::SUCCESS);
        }
        for c in practice::clocks() {
            let here: Vec<String> = standings
                .get(c.code)
                .unwrap_or(&none)
                .iter()
                .map(|(s, n)| format!("{n} {}", s.replace('_', " ")))
                .collect();
            say!("{}  {}: {} ({})", c.code, c.title, c.limit, c.kind.words().to_lowercase());
            say!(
                "     {}; {} cases; {}",
                c.source,
                c.cases.len(),
                if here.is_empty() { "none here".into() } else { here.join(", ") }
            );
        }
        Ok(ExitCode::SUCCESS)
    }
}
