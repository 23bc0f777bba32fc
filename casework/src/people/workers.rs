//! Who works with a child, and who has.
use kernel::{Error, Reading};
use practice::{Date, Id, day, people::Part};
use serde::{Deserialize, Serialize};

pub const WORKERS: &str = include_str!("sql/workers.sql");

#[derive(Clone, Debug, Deserialize)]
pub struct Works {
    pub worker: Id,
    pub name: Option<String>,
    pub team: Option<String>,
    pub part: String,
    pub started: Date,
    pub ended: Option<Date>,
}
/// As a page shows it.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    pub part: &'static str,
    pub name: String,
    pub team: String,
    pub started: String,
    pub ended: Option<String>,
}
pub async fn workers(reading: &mut Reading, child: Id) -> Result<Vec<Works>, Error> {
    reading.ask(WORKERS, &[("child", child.into())]).await
}
impl Works {
    pub fn line(&self) -> Line {
        let part = Part::ALL.into_iter().find(|p| p.code() == self.part);
        Line {
            part: part.map_or("Worker", Part::words),
            name: self.name.clone().unwrap_or_else(|| "A worker who is not known here".into()),
            team: self.team.clone().unwrap_or_default(),
            started: day::words(self.started),
            ended: self.ended.map(day::words),
        }
    }
}
