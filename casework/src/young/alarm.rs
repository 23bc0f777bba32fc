//! A young person does not feel safe, for whoever was told: what they said, how to reach them, and that it was opened,
//! which they see at once.
use crate::{
    deeds::{SeeNotice, ViewChild},
    frame::{Answer, chrome, see},
    page::{Answers, Page, Place, Sample, given},
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Error, Leave as _, Within};
use practice::{Id, Timestamp, access::Act, day::words_at, young::Fact};
use serde::Deserialize;

pub const PAGE: Page = Page { name: "young/alarm.html", source: include_str!("alarm.html"), samples };
const MY_ALARM: &str = include_str!("sql/my_alarm.sql");
const OPEN_TO_ME: &str = include_str!("sql/open_to_me.sql");
pub const QUESTIONS: &[&str] = &[MY_ALARM, OPEN_TO_ME];

#[derive(Deserialize)]
struct Alarm {
    called: Option<String>,
    words: Option<String>,
    reach: Option<String>,
    #[serde(deserialize_with = "kernel::instant")]
    raised: Timestamp,
    #[serde(deserialize_with = "kernel::instant_or_none")]
    opened: Option<Timestamp>,
    opened_by: Option<String>,
}
#[derive(Deserialize)]
struct Found {
    #[expect(dead_code, reason = "that there is a row is the answer")]
    id: Id,
}
/// Only what this worker was told by now.
async fn mine(may: &Within<SeeNotice>) -> Result<Option<(Id, Id, Alarm)>, Error> {
    let id = |name| may.path(name).and_then(|id| id.parse::<Id>().ok());
    let Some((child, fact)) = id("child").zip(id("fact")) else { return Ok(None) };
    let asked = [("child", child.into()), ("fact", fact.into())];
    let alarm: Option<Alarm> = may.reading().await?.ask_one(MY_ALARM, &asked).await?;
    Ok(alarm.map(|alarm| (child, fact, alarm)))
}
pub async fn show(may: Within<SeeNotice>) -> Answer {
    let Some((child, fact, alarm)) = mine(&may).await? else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let record = match may.also::<ViewChild>().await? {
        Some(views) => views.reading().await?.ask_one::<Found>(OPEN_TO_ME, &[("child", child.into())]).await?,
        None => None,
    };
    let breaks = record.is_none() && may.does(Act::BreakGlass).await?;
    let record = record.map(|_| format!("/children/{child}"));
    let glass = breaks.then(|| format!("/children/{child}/break-glass"));
    let here = format!("/not-safe/{child}/{fact}");
    Ok(PAGE.show(
        chrome(&may, "A young person does not feel safe", Some(Place::Today)),
        context(&alarm, record, glass, here, may.token()),
    ))
}
/// The first who opens it is who the young person reads of.
pub async fn open(may: Within<SeeNotice>, _: kernel::Form<Answers>) -> Answer {
    let Some((child, fact, alarm)) = mine(&may).await? else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    if alarm.opened.is_none() {
        let opened = Fact::NotSafeOpened { alarm: fact }.into();
        may.keep_about(vec![(child, (may.today(), Some(may.now()), opened))]).await?;
    }
    see(&format!("/not-safe/{child}/{fact}"))
}
fn context(
    alarm: &Alarm,
    record: Option<String>,
    glass: Option<String>,
    here: String,
    token: &str,
) -> minijinja::Value {
    let called = alarm.called.clone().unwrap_or_else(|| "A young person".into());
    let opened = alarm
        .opened
        .map(|at| format!("Opened by {} on {}", alarm.opened_by.as_deref().unwrap_or("a worker"), words_at(at)));
    given! {
        called, opened, record, glass, here, token, raised => words_at(alarm.raised),
        words => alarm.words.clone().unwrap_or_default(), reach => alarm.reach.clone().unwrap_or_default(),
    }
}
fn samples() -> Vec<Sample> {
    let raised = practice::day::moment(practice::day::date(2026, 11, 22).at(22, 10, 0, 0));
    let alarm = |opened: bool| Alarm {
        called: (!opened).then(|| "Keisha".into()),
        words: Some("Somebody is at the door.".into()),
        reach: (!opened).then(|| "07700 900 982".into()),
        raised,
        opened: opened.then_some(raised),
        opened_by: opened.then(|| "Ruth Ollerton".into()),
    };
    let here = || "/not-safe/1/2".to_string();
    vec![
        Sample { name: "new", context: context(&alarm(false), Some("/children/1".into()), None, here(), "t") },
        Sample {
            name: "opened",
            context: context(&alarm(true), None, Some("/children/1/break-glass".into()), here(), "t"),
        },
    ]
}
