//! The first page of a young person: what to do when they are not safe, then everything else, a line each.
use super::my::My;
use crate::{
    deeds::{SayOwn, ViewOwn},
    frame::{self, Answer, see},
    page::{Answers, Page, Sample, chrome::Notice, given},
};
use kernel::{Own, Query};
use practice::{
    day::{self, words_at},
    leavers,
};
use serde::Serialize;

pub const PAGE: Page = Page { name: "young/home.html", source: include_str!("home.html"), samples };
/// What a young person is told of every address that is not theirs, whether or not there is anything.
pub const NOT_FOUND: Page = Page {
    name: "young/not_found.html",
    source: include_str!("not_found.html"),
    samples: || vec![Sample::new("", given! {})],
};

#[derive(Clone, Default, Serialize)]
struct Home {
    called: String,
    /// The time before this one.
    last_in: Option<String>,
    /// `Grace Adeyinka is your personal adviser.`
    adviser: Option<String>,
    meeting: Option<String>,
    waiting: usize,
    /// Letters that they have not said they have read.
    unread: usize,
    may_ask: bool,
    asked: Option<String>,
    past_25: bool,
    shared: Vec<(String, Option<String>)>,
}

pub async fn show(may: Own<ViewOwn>, Query(answers): Query<Answers>) -> Answer {
    let my = My::read(&may).await?;
    let account = may.sign_in().account().await?;
    let mine = &my.mine;
    let home = Home {
        called: my.called(),
        last_in: account.and_then(|a| a.before_in).map(words_at),
        adviser: mine
            .staff
            .as_ref()
            .map(|s| format!("{} is your {}.", my.name(s.worker), s.part.words().to_lowercase())),
        meeting: mine.meeting.as_ref().map(|m| format!("You next meet on {}: {}.", words_at(m.meets), m.place)),
        waiting: mine.said.iter().filter(|(_, _, answer)| answer.is_none()).count(),
        unread: mine.letters.iter().filter(|l| l.read.is_none()).count(),
        may_ask: mine.may_ask_for_support,
        asked: mine.asked_for_support.map(day::words),
        past_25: mine.past_25,
        shared: mine.shared.iter().map(|(on, words)| (day::words(*on), words.clone())).collect(),
    };
    let mut chrome = frame::chrome(&may, "My page", None);
    chrome.notice = answers.one("done").and_then(|what| done(&what)).map(Notice::done);
    let token = chrome.token.clone();
    Ok(PAGE.show(chrome, context(home, &token)))
}
fn done(what: &str) -> Option<&'static str> {
    match what {
        "help" => Some("We know that you want an adviser. Somebody will get in touch."),
        "said" => Some("Sent. You will get an answer here."),
        "plan" => Some("Sent. What you said is kept with your plan."),
        _ => None,
    }
}
/// At 21 or later: an adviser again (Children Act 1989 s23CZB). What was asked already is not asked twice.
pub async fn ask_for_help(may: Own<SayOwn>, _: kernel::Form<Answers>) -> Answer {
    if My::read(&may).await?.mine.may_ask_for_support {
        may.keep(leavers::Fact::SupportRequested).await?;
    }
    see("/my?done=help")
}
fn context(home: Home, token: &str) -> minijinja::Value {
    given! { home, token }
}
fn samples() -> Vec<Sample> {
    let full = Home {
        called: "Keisha".into(),
        last_in: Some("20 November 2026 at 9:05pm".into()),
        adviser: Some("Grace Adeyinka is your personal adviser.".into()),
        meeting: Some("You next meet on 25 November 2026 at 3pm: the café on Ash Road.".into()),
        waiting: 1,
        unread: 1,
        may_ask: true,
        asked: None,
        past_25: false,
        shared: vec![("2 November 2026".into(), Some("Your bus pass came.".into())), ("1 November 2026".into(), None)],
    };
    let asked = Home { asked: Some("3 November 2026".into()), may_ask: false, ..full.clone() };
    vec![
        Sample { name: "full", context: context(full, "t") },
        Sample { name: "asked", context: context(asked, "t") },
        Sample { name: "25", context: context(Home { past_25: true, ..Home::default() }, "t") },
        Sample { name: "empty", context: context(Home { called: "you".into(), ..Home::default() }, "t") },
    ]
}
