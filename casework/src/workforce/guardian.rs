//! Who is Caldicott Guardian: a named post, held by one worker at a time beside their own.
use super::who::{self, Worker, choices_of_workers};
use crate::{
    deeds::SetUp,
    frame::{Answer, chrome, see},
    page::{Answers, Form, Link, Page, Place, Sample, given},
};
use axum::http::StatusCode;
use kernel::{Error, Leave as _, Reading, Said, Service};
use practice::{
    Date, Id, Subject,
    workforce::{Fact, NamedPost::CaldicottGuardian},
};
use serde::{Deserialize, Serialize};

pub const PAGE: Page = Page { name: "workforce/guardian.html", source: include_str!("guardian.html"), samples };
const GUARDIAN: &str = include_str!("sql/guardian.sql");
pub const QUESTIONS: &[&str] = &[GUARDIAN];

#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Guardian {
    id: Id,
    name: String,
    since: Date,
}
pub async fn now(reading: &mut Reading) -> Result<Vec<Guardian>, Error> {
    reading.ask(GUARDIAN, &[]).await
}

fn declare(f: &mut Form, workers: &[Worker]) -> Option<Worker> {
    f.select("worker", "Who is appointed", choices_of_workers(workers)).required("Choose who is appointed")
}
/// Whoever held the post before leaves it: there is one.
fn facts(now: &[Guardian], next: Id, today: Date) -> Vec<Said> {
    let said = |worker, fact: Fact| Said::new(Subject::Worker(worker), today, fact);
    let leaving = now.iter().filter(|g| g.id != next);
    let mut facts: Vec<Said> = leaving.map(|g| said(g.id, Fact::AppointmentEnded { to: CaldicottGuardian })).collect();
    if now.iter().all(|g| g.id != next) {
        facts.push(said(next, Fact::Appointed { to: CaldicottGuardian }));
    }
    facts
}
async fn asked(may: &Service<SetUp>) -> Result<(Vec<Worker>, Vec<Guardian>), Error> {
    let mut reading = may.reading().await?;
    Ok((who::workers(&mut reading).await?, now(&mut reading).await?))
}
pub async fn show(may: Service<SetUp>) -> Answer {
    let (workers, now) = asked(&may).await?;
    page(&may, StatusCode::OK, &now, Form::blank(may.token(), |f| declare(f, &workers)))
}
pub async fn appoint(may: Service<SetUp>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let (workers, now) = asked(&may).await?;
    let (form, next) = Form::sent(may.token(), answers, |f| declare(f, &workers));
    let Some(next) = next else { return page(&may, StatusCode::UNPROCESSABLE_ENTITY, &now, form) };
    let facts = facts(&now, next.id, may.today());
    if !facts.is_empty() {
        may.keep(facts).await?;
    }
    see("/set-up/guardian")
}
fn page(may: &Service<SetUp>, status: StatusCode, now: &[Guardian], form: Form) -> Answer {
    let mut chrome = chrome(may, "Caldicott Guardian", Some(Place::SetUp));
    chrome.trail = vec![Link::new("/set-up", "Set up")];
    Ok(PAGE.answer(status, chrome, given! { now, form }))
}
fn samples() -> Vec<Sample> {
    let now = vec![Guardian { id: Id::nil(), name: "Idris Cole".into(), since: Date::MIN }];
    let wrong = Form::sent("t", Answers::default(), |f| declare(f, &[])).0;
    let blank = Form::blank("t", |f| declare(f, &[]));
    vec![
        Sample::new("nobody", given! { now => Vec::<Guardian>::new(), form => wrong }),
        Sample::new("somebody", given! { now, form => blank }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    #[test]
    fn there_is_one_guardian_and_to_appoint_them_again_says_nothing() {
        let on = date(2026, 11, 22);
        let holder = |n| Guardian { id: Id::from_u128(n), name: String::new(), since: on };
        let said = |now: &[Guardian]| {
            facts(now, Id::from_u128(2), on).iter().map(|s| s.subject.id().as_u128()).collect::<Vec<_>>()
        };
        assert_eq!(said(&[]), [2]);
        assert_eq!(said(&[holder(1)]), [1, 2]);
        assert_eq!(said(&[holder(2)]), [0u128; 0]);
    }
}
