//! The first page of a young person: what to do when they are not safe, then everything else, a line each.
use super::{my::My, not_safe::at};
use crate::{
    deeds::{SayOwn, ViewOwn},
    frame::{self, Answer, see},
    offer::summary::phone,
    page::{Answers, Page, Sample, chrome::Notice, given},
};
use kernel::{Leave as _, Own, Query};
use practice::{
    Date, Event, Id,
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
    /// That they said so, and who has seen it.
    not_safe: Option<String>,
    /// Another plan is to hold: they are asked what they think of it.
    new_plan: bool,
    /// `Grace Adeyinka is your personal adviser.`
    adviser: Option<String>,
    /// Whom to ring in the day, as the local offer says.
    phone: Option<String>,
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
        not_safe: mine.not_safe.as_ref().and_then(|told| not_safe(told, may.today())),
        new_plan: !mine.next_plans.is_empty(),
        adviser: mine
            .staff
            .as_ref()
            .map(|s| format!("{} is your {}.", my.name(s.worker), s.part.words().to_lowercase())),
        phone: phone(&may, "duty_phone"),
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
/// While nobody has seen it, and for a week after it was said.
fn not_safe((raised, opened): &(Event, Option<(Event, Id)>), today: Date) -> Option<String> {
    const DAYS: i64 = 7;
    let told = format!("You told us on {} that you do not feel safe.", at(*raised));
    match opened {
        None => Some(format!("{told} It was sent. Nobody has seen it yet. If you are in danger, ring 999.")),
        Some((event, _)) if day::days_between(raised.on, today) <= DAYS => {
            Some(format!("{told} It was seen on {}.", at(*event)))
        }
        Some(_) => None,
    }
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
        not_safe: Some("You told us on 22 November 2026 at 10:10pm that you do not feel safe. It was sent.".into()),
        new_plan: true,
        last_in: Some("20 November 2026 at 9:05pm".into()),
        adviser: Some("Grace Adeyinka is your personal adviser.".into()),
        phone: Some("0115 496 0000".into()),
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

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::{date, moment};

    #[test]
    fn what_was_told_stands_first_until_it_was_seen_and_a_week_is_over() {
        let event = |on: Date, hour| {
            let at = moment(on.at(hour, 0, 0, 0));
            Event { fact: Id::nil(), on, at: Some(at), recorded: at }
        };
        let raised = event(date(2026, 11, 2), 22);
        let said = |seen: bool, on| {
            not_safe(&(raised, seen.then(|| (event(date(2026, 11, 2), 23), Id::nil()))), on).unwrap_or_default()
        };
        assert!(said(false, date(2026, 11, 22)).contains("Nobody has seen it yet"));
        assert!(said(true, date(2026, 11, 9)).contains("It was seen on 2 November 2026 at 11pm"));
        assert_eq!(said(true, date(2026, 11, 10)), "");
    }
}
