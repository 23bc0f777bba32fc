//! “I do not feel safe”: first whom to ring; then it is told to whoever is on duty, and it is said that it was sent and
//! who has seen it. What could not be sent is never said to have been.
use super::my::{My, chrome};
use crate::{
    deeds::{SayOwn, ViewOwn},
    frame::{Answer, see},
    offer::summary::phone,
    page::{Answers, Form, Page, Sample, given},
};
use axum::http::StatusCode;
use kernel::{Deed, Error, Leave as _, Own};
use practice::{
    Id, Timestamp,
    access::{Role, duty_at},
    day::words_at,
    young::{Fact, Tells, minutes_to_open, whom_to_tell},
};
use serde::Deserialize;

pub const PAGE: Page = Page { name: "young/not_safe.html", source: include_str!("not_safe.html"), samples };
const TELLS: &str = include_str!("sql/tells.sql");
const STAFF: &str = include_str!("sql/staff.sql");
pub const QUESTIONS: &[&str] = &[TELLS, STAFF];

#[derive(Deserialize)]
struct Row {
    id: Id,
    role: Role,
    on_duty: bool,
    of_team: bool,
}
fn declare(f: &mut Form) -> Option<(String, String)> {
    let words =
        f.textarea("words", "What is happening? You do not have to say").at_most(2000).with("rows", 3).optional();
    let reach = f.text("reach", "A number on which we can ring you now, if it is safe").with("type", "tel");
    let reach = reach.at_most(100).optional();
    Some((words.unwrap_or_default(), reach.unwrap_or_default()))
}
pub async fn show(may: Own<ViewOwn>) -> Answer {
    let form = Form::blank(may.token(), declare);
    page(&may, StatusCode::OK, form, false).await
}
pub async fn tell(may: Own<SayOwn>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    let (form, said) = Form::sent(may.token(), sent, declare);
    let Some((childs_words, reach)) = said else {
        return page(&may, StatusCode::UNPROCESSABLE_ENTITY, form, false).await;
    };
    match send(&may, childs_words, reach).await {
        Ok(true) => see("/my/not-safe"),
        Ok(false) => page(&may, StatusCode::SERVICE_UNAVAILABLE, form, true).await,
        Err(error) => {
            // What went wrong is for us; what she must know is that nobody was told.
            tracing::error!(%error, "a young person who is not safe could not be told of");
            let calls = calls(&may, true);
            Ok(PAGE.answer(StatusCode::SERVICE_UNAVAILABLE, chrome(&may, "My page"), context(form, calls, true, None)))
        }
    }
}
/// Whether anybody was told.
async fn send(may: &Own<SayOwn>, childs_words: String, reach: String) -> Result<bool, Error> {
    let mut reading = may.reading().await?;
    let norms = reading.norms().await?;
    let (on, daytime) = duty_at(may.now(), &norms);
    let given = [("child", may.child().into()), ("on", on.into()), ("daytime", daytime.into())];
    let rows: Vec<Row> = reading.ask(TELLS, &given).await?;
    drop(reading);
    let all: Vec<Tells> =
        rows.into_iter().map(|r| Tells { id: r.id, role: r.role, on_duty: r.on_duty, of_team: r.of_team }).collect();
    let told = whom_to_tell(&all, may.now(), minutes_to_open(&norms, may.today()));
    if told.is_empty() {
        return Ok(false);
    }
    may.keep(Fact::NotSafe { childs_words, reach, told }).await?;
    Ok(true)
}
/// Whom to ring, as the council has written it for the local offer; at night the other number. One is better than none.
fn calls(may: &impl kernel::Leave, night: bool) -> Option<String> {
    let (first, other) = if night { ("night_phone", "duty_phone") } else { ("duty_phone", "night_phone") };
    phone(may, first).or_else(|| phone(may, other))
}
/// `sent` and, once it is so, `seen by`.
struct Stands {
    sent: String,
    seen: Option<String>,
}
async fn page<D: Deed>(may: &Own<D>, status: StatusCode, form: Form, failed: bool) -> Answer {
    #[derive(Deserialize)]
    struct Staff {
        role: Role,
    }
    let my = My::read(may).await?;
    let mut reading = may.reading().await?;
    let (_, daytime) = duty_at(may.now(), &reading.norms().await?);
    let stands = match &my.mine.not_safe {
        None => None,
        Some((raised, opened)) => {
            let mut seen = None;
            if let Some((event, who)) = opened {
                let staff: Option<Staff> = reading.ask_one(STAFF, &[("worker", (*who).into())]).await?;
                let role = staff.map_or("a worker", |s| s.role.words()).to_lowercase();
                seen = Some(format!("Seen by a {role} on {}", at(*event)));
            }
            Some(Stands { sent: format!("Sent on {}", at(*raised)), seen })
        }
    };
    Ok(PAGE.answer(status, chrome(may, "My page"), context(form, calls(may, !daytime), failed, stands)))
}
/// The moment, in words.
pub(super) fn at(event: practice::Event) -> String {
    let at: Timestamp = event.at.unwrap_or(event.recorded);
    words_at(at)
}
fn context(form: Form, number: Option<String>, failed: bool, stands: Option<Stands>) -> minijinja::Value {
    let (sent, seen) = stands.map_or((None, None), |s| (Some(s.sent), s.seen));
    given! { form, number, failed, sent, seen }
}
fn samples() -> Vec<Sample> {
    let blank = || Form::blank("t", declare);
    let number = || Some("0115 496 0000".to_string());
    let stands = |seen: Option<&str>| {
        Some(Stands { sent: "Sent on 22 November 2026 at 10:10pm".into(), seen: seen.map(str::to_string) })
    };
    let seen = Some("Seen by a team manager on 22 November 2026 at 10:14pm");
    vec![
        Sample { name: "first", context: context(blank(), number(), false, None) },
        Sample { name: "sent", context: context(blank(), number(), false, stands(None)) },
        Sample { name: "seen", context: context(blank(), None, false, stands(seen)) },
        Sample { name: "not sent", context: context(blank(), None, true, None) },
    ]
}
