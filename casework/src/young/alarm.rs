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
const EARLIER: &str = include_str!("sql/earlier.sql");
const OPEN_TO_ME: &str = include_str!("sql/open_to_me.sql");
pub const QUESTIONS: &[&str] = &[MY_ALARM, EARLIER, OPEN_TO_ME];

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
/// Another time, before this one, that nobody has opened either.
#[derive(Deserialize)]
struct Before {
    fact: Id,
    words: Option<String>,
    reach: Option<String>,
    #[serde(deserialize_with = "kernel::instant")]
    raised: Timestamp,
}
/// Only what this worker was told by now.
async fn mine(may: &Within<SeeNotice>) -> Result<Option<(Id, Id, Alarm, Vec<Before>)>, Error> {
    let id = |name| may.path(name).and_then(|id| id.parse::<Id>().ok());
    let Some((child, fact)) = id("child").zip(id("fact")) else { return Ok(None) };
    let asked = [("child", child.into()), ("fact", fact.into())];
    let mut reading = may.reading().await?;
    let Some(alarm) = reading.ask_one::<Alarm>(MY_ALARM, &asked).await? else { return Ok(None) };
    let before = if alarm.opened.is_none() { reading.ask(EARLIER, &asked).await? } else { vec![] };
    Ok(Some((child, fact, alarm, before)))
}
pub async fn show(may: Within<SeeNotice>) -> Answer {
    let Some((child, fact, alarm, before)) = mine(&may).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
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
        context(&alarm, &before, (record, glass), here, may.token()),
    ))
}
/// The first who opens it is who the young person reads of. Whatever they said before stood on the same page.
pub async fn open(may: Within<SeeNotice>, _: kernel::Form<Answers>) -> Answer {
    let Some((child, fact, alarm, before)) = mine(&may).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    if alarm.opened.is_none() {
        let opened = |alarm| (child, (may.today(), Some(may.now()), Fact::NotSafeOpened { alarm }.into()));
        let all = std::iter::once(fact).chain(before.iter().map(|b| b.fact));
        may.keep_about(all.map(opened).collect()).await?;
    }
    see(&format!("/not-safe/{child}/{fact}"))
}
/// `record` and `glass` are where it can be opened, and where the glass can be broken.
fn context(
    alarm: &Alarm,
    before: &[Before],
    (record, glass): (Option<String>, Option<String>),
    here: String,
    token: &str,
) -> minijinja::Value {
    let called = alarm.called.clone().unwrap_or_else(|| "A young person".into());
    let opened = alarm
        .opened
        .map(|at| format!("Opened by {} on {}", alarm.opened_by.as_deref().unwrap_or("a worker"), words_at(at)));
    let before: Vec<[String; 3]> = before
        .iter()
        .map(|b| [words_at(b.raised), b.words.clone().unwrap_or_default(), b.reach.clone().unwrap_or_default()])
        .collect();
    given! {
        before, called, opened, record, glass, here, token, raised => words_at(alarm.raised),
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
    let before = Before { fact: Id::nil(), words: Some("He is here.".into()), reach: None, raised };
    vec![
        Sample {
            name: "new",
            context: context(&alarm(false), &[before], (Some("/children/1".into()), None), here(), "t"),
        },
        Sample {
            name: "opened",
            context: context(&alarm(true), &[], (None, Some("/children/1/break-glass".into())), here(), "t"),
        },
    ]
}
