//! The workers and teams as the pages of Set up ask for them.
use crate::page::{choice, form::Choice};
use kernel::{Error, Reading};
use practice::{Date, Id, access::Role};
use serde::{Deserialize, Serialize};

const WORKERS: &str = include_str!("sql/workers.sql");
const TEAMS: &str = include_str!("sql/teams.sql");
pub const QUESTIONS: &[&str] = &[WORKERS, TEAMS];

#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Worker {
    pub id: Id,
    pub name: String,
    pub role: Role,
    pub team: Id,
    pub team_name: Option<String>,
    pub started: Date,
    pub ended: Option<Date>,
}
impl Worker {
    pub fn post(&self) -> String {
        match &self.team_name {
            Some(team) => format!("{}, {team}", self.role.words()),
            None => format!("{}, in no team", self.role.words()),
        }
    }
}
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Team {
    pub id: Id,
    pub name: String,
    pub closed: Option<Date>,
    pub workers: i64,
}

/// By name; those who left among them.
pub async fn workers(reading: &mut Reading) -> Result<Vec<Worker>, Error> {
    reading.ask(WORKERS, &[("worker", None::<Id>.into())]).await
}
pub async fn worker(reading: &mut Reading, id: Id) -> Result<Option<Worker>, Error> {
    reading.ask_one(WORKERS, &[("worker", id.into())]).await
}
/// The open ones first.
pub async fn teams(reading: &mut Reading) -> Result<Vec<Team>, Error> {
    reading.ask(TEAMS, &[]).await
}
pub fn choices_of_teams(teams: &[Team]) -> Vec<Choice<Id>> {
    teams.iter().filter(|t| t.closed.is_none()).map(|t| choice(t.id, t.id.to_string(), &t.name)).collect()
}
/// Everyone who works here now.
pub fn choices_of_workers(workers: &[Worker]) -> Vec<Choice<Worker>> {
    let here = workers.iter().filter(|w| w.ended.is_none());
    here.map(|w| choice(w.clone(), w.id.to_string(), format!("{}: {}", w.name, w.post()))).collect()
}

#[cfg(test)]
pub fn a_worker(n: u128, name: &str) -> Worker {
    Worker {
        id: Id::from_u128(n),
        name: name.into(),
        role: Role::SocialWorker,
        team: Id::from_u128(9),
        team_name: Some("Lantern".into()),
        started: practice::day::date(2024, 9, 2),
        ended: None,
    }
}
