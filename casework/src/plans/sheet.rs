//! What every page of a plan reads: the child, the facts, the people, and the plan that they come to.
use super::people::People;
use crate::{
    page::{Chrome, Link},
    people::{
        head::{At, Head},
        names::NAMES,
        workers,
    },
};
use kernel::{Allowed, Deed, Error, Leave};
use practice::{
    Date, History, Id,
    plans::{self, ActionNow, Kind, Plan, Version},
};
use serde::Deserialize;

const LEFT: &str = include_str!("sql/left.sql");
const WORKER_NAME: &str = include_str!("sql/worker_name.sql");
pub const QUESTIONS: &[&str] = &[LEFT, WORKER_NAME];

pub struct Sheet {
    pub head: Head,
    pub history: History,
    pub people: People,
    /// The workers among the owners who have left the service, with the day.
    left: Vec<Left>,
}
#[derive(Deserialize)]
struct Named {
    id: Id,
    name: String,
}
#[derive(Deserialize)]
struct Left {
    id: Id,
    ended: Date,
}
impl Sheet {
    /// `None` for whoever may know that there is a plan and not what it says.
    pub async fn read<D: Deed>(may: &Allowed<D>) -> Result<Option<Sheet>, Error> {
        let (child, mut reading) = (may.child(), may.reading().await?);
        let head = Head::read(&mut reading, child).await?;
        let Some(history) = reading.history(child).await? else { return Ok(None) };
        let works = workers::workers(&mut reading, child).await?;
        let names: Vec<Named> = reading.ask(NAMES, &[("child", child.into())]).await?;
        let left: Vec<Left> = reading.ask(LEFT, &[("child", child.into())]).await?;
        let mut people = People::of(head.called(), &history, &works, may.who());
        people.also_known(names.into_iter().map(|n| (n.id, n.name)));
        Ok(Some(Sheet { head, history, people, left }))
    }
    /// Knows these workers by name, who may have nothing to do with the child.
    pub async fn get_to_know<D: Deed>(&mut self, may: &Allowed<D>, workers: Vec<Id>) -> Result<(), Error> {
        let mut reading = may.reading().await?;
        for worker in workers {
            let named = reading.ask_one::<Named>(WORKER_NAME, &[("worker", worker.into())]).await?;
            self.people.also_known(named.map(|n| (n.id, n.name)));
        }
        Ok(())
    }
    pub fn plan(&self, kind: &'static Kind) -> Plan<'_> {
        plans::plan(&self.history, kind)
    }
    /// The actions in force; one whose owner has left the service needs an owner from that day.
    pub fn actions<'a>(&'a self, plan: &Plan<'a>) -> Vec<ActionNow<'a>> {
        let mut all = plans::actions(&self.history, plan);
        for now in all.iter_mut().filter(|a| a.is_open()) {
            let left = self.left.iter().find(|l| *now.owner == plans::Person::Worker(l.id)).map(|l| l.ended);
            now.needs_owner = now.needs_owner.into_iter().chain(left).min();
        }
        all
    }
    /// A page below the plan.
    pub fn chrome(&self, may: &impl Leave, title: impl Into<String>) -> Chrome {
        let back = Link::new(self.head.address("/plan"), "Back to the plan");
        Chrome { title: title.into(), back: Some(back), ..self.head.chrome(may, At::Plan) }
    }
}
/// The kind of plan that the address names.
pub fn kind(may: &impl Leave) -> Option<&'static Kind> {
    plans::of(may.path("kind")?)
}
/// The version that is spoken to: the one that is to come into force, else the one that is.
pub fn spoken_to<'p, 'a>(plan: &'p Plan<'a>) -> Option<&'p Version<'a>> {
    plan.coming().or(plan.in_force())
}
