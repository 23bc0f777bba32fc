//! The young person's sign-in, from the record: invite them, ring their number, ask that they be let back in; and, as
//! a second worker, let them back in or end it. Each code is shown once, to whoever hands it over.
use super::account::{self, Line, happened};
use crate::{
    deeds::{InviteYoung, RecoverYoung},
    frame::{Answer, chrome, see},
    page::{Answers, Form, Page, Sample, choice, given},
    people::head::{At, Head, Shown, sample as head_sample},
};
use axum::http::StatusCode;
use kernel::{Allowed, Deed, Error, Leave as _, sign_in::YoungAccount};
use practice::{
    Date, Id,
    access::Act,
    day::{plus_days, plus_hours, words, words_at},
    young::{Saying, sayings},
};

pub const PAGE: Page = Page { name: "young/invite.html", source: include_str!("invite.html"), samples };
pub const CODE: Page =
    Page { name: "young/invite_code.html", source: include_str!("invite_code.html"), samples: codes };

/// How the sign-in stands, for the page.
fn stands(account: Option<&YoungAccount>) -> &'static str {
    match account {
        None => "none",
        Some(a) if a.ended.is_some() => "ended",
        Some(a) if a.name.is_none() => "invited",
        Some(_) => "in_use",
    }
}
/// What the page says.
struct Stands {
    id: Id,
    me: Id,
    record: Shown,
    account: Option<YoungAccount>,
    happened: Vec<Line>,
    waits: Vec<Waits>,
    /// Whoever reads it may be the second worker.
    second: bool,
}
/// Which of what they said has no answer yet: the fact, the day, the words.
type Waits = (Id, Date, String);
async fn read<D: Deed>(may: &Allowed<D>, account: Option<YoungAccount>) -> Result<(Head, Stands), Error> {
    let mut reading = may.reading().await?;
    let head = Head::read(&mut reading, may.child()).await?;
    let happened = happened(&mut reading, may.child()).await?;
    let history = reading.history(may.child()).await?;
    let open = |s: &Saying| s.answered.is_none();
    let waits = history.iter().flat_map(|h| sayings(h).into_iter().filter(open));
    let waits = waits.map(|s| (s.id, s.said.on, s.words.to_string())).collect();
    let second = head.reaches(may.who(), Act::RecoverYoung, may.now());
    let record = head.shown(may, At::Theirs);
    Ok((head, Stands { id: may.child(), me: may.who().id, record, account, happened, waits, second }))
}
pub async fn show(may: Allowed<InviteYoung>) -> Answer {
    let account = may.young().account().await?;
    page(&may, account, None, StatusCode::OK).await
}
async fn page<D: Deed>(
    may: &Allowed<D>,
    account: Option<YoungAccount>,
    problem: Option<String>,
    status: StatusCode,
) -> Answer {
    let (head, stands) = read(may, account).await?;
    let mut form = Form::blank(may.token(), proof);
    if let Some(problem) = &problem {
        form.wrong("", problem);
    }
    Ok(PAGE.answer(status, head.chrome(may, At::Theirs), context(stands, form, may.token())))
}
fn context(s: Stands, form: Form, token: &str) -> minijinja::Value {
    let account = s.account.as_ref();
    given! {
        id => s.id, waits => s.waits, record => s.record, happened => s.happened, second => s.second, form, token,
        stands => stands(account),
        number => account.and_then(|a| a.number.clone()),
        rings => account.is_some_and(|a| a.proof.is_some()),
        verified => account.and_then(|a| a.number_since).map(words_at),
        last_in => account.and_then(|a| a.last_in).map(words_at),
        asked => account.and_then(|a| a.back_asked).map(words_at),
        asked_by_me => account.is_some_and(|a| a.back_asked_by == Some(s.me)),
        ending => Form::blank(token, sure),
    }
}
/// What whoever rang the number was read.
fn proof(f: &mut Form) -> Option<String> {
    let heard = f.text("heard", "What they read out to you").hint("Six letters and figures, from their own page");
    heard
        .with("classes", "govuk-input--width-10")
        .with("autocomplete", "off")
        .at_most(20)
        .required("Enter what they read out")
}
fn sure(f: &mut Form) -> Option<()> {
    let sure = [choice((), "yes", "End their sign-in now, on every phone and computer")];
    f.checkboxes("sure", "Are you sure?", sure).required("Tick the box to end their sign-in").map(drop)
}
fn here(child: Id) -> String {
    format!("/children/{child}/young")
}

pub async fn invite(may: Allowed<InviteYoung>, _: kernel::Form<Answers>) -> Answer {
    let until = words(plus_days(may.today(), 7));
    match may.young().invite().await? {
        Ok(code) => handed_over(&may, &code, None, &format!("until {until}")),
        Err(problem) => refused(&may, problem).await,
    }
}
pub async fn verify_number(may: Allowed<InviteYoung>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    let Some(heard) = Form::sent(may.token(), sent, proof).1 else {
        return refused(&may, "Enter what they read out to you".into()).await;
    };
    match may.young().verify_number(&heard).await? {
        Ok(()) => see(&here(may.child())),
        Err(problem) => refused(&may, problem).await,
    }
}
pub async fn ask_back(may: Allowed<InviteYoung>, _: kernel::Form<Answers>) -> Answer {
    match may.young().ask_back().await? {
        Ok(()) => see(&here(may.child())),
        Err(problem) => refused(&may, problem).await,
    }
}
/// The second worker: the code goes to the number that the young person had given, and to nobody else.
pub async fn let_back(may: Allowed<RecoverYoung>, _: kernel::Form<Answers>) -> Answer {
    let number = may.young_back().account().await?.and_then(|a| a.number);
    match may.young_back().let_back().await? {
        Ok(code) => handed_over(&may, &code, number, &format!("until {}", words_at(plus_hours(may.now(), 1)))),
        Err(problem) => refused_back(&may, problem).await,
    }
}
pub async fn end(may: Allowed<RecoverYoung>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    if Form::sent(may.token(), sent, sure).1.is_none() {
        return refused_back(&may, "Tick the box to end their sign-in".into()).await;
    }
    match may.young_back().end().await? {
        Ok(()) => see(&here(may.child())),
        Err(problem) => refused_back(&may, problem).await,
    }
}
async fn refused(may: &Allowed<InviteYoung>, problem: String) -> Answer {
    let account = may.young().account().await?;
    page(may, account, Some(problem), StatusCode::UNPROCESSABLE_ENTITY).await
}
async fn refused_back(may: &Allowed<RecoverYoung>, problem: String) -> Answer {
    let account = may.young_back().account().await?;
    page(may, account, Some(problem), StatusCode::UNPROCESSABLE_ENTITY).await
}
fn handed_over<D: Deed>(may: &Allowed<D>, code: &str, number: Option<String>, until: &str) -> Answer {
    let mut chrome = chrome(may, "Their code", None);
    chrome.back = Some(crate::page::Link::new(here(may.child()), "Back to their own page"));
    Ok(CODE.show(chrome, given! { code, number, until }))
}

fn samples() -> Vec<Sample> {
    let line =
        Line { at: "2 November 2026 at 9am".into(), what: "Young person invited".into(), who: "Team manager".into() };
    let one = |name, account: Option<YoungAccount>, second| {
        let waits = vec![(Id::nil(), practice::day::date(2026, 11, 2), "I want to see my brother.".to_string())];
        let (record, happened) = (head_sample(At::Theirs), vec![line.clone()]);
        let stands = Stands { id: Id::nil(), me: Id::nil(), record, account, happened, waits, second };
        Sample { name, context: context(stands, Form::blank("t", proof), "t") }
    };
    let waits = account::sample();
    let made = waits.made;
    let known = YoungAccount { proof: None, number_since: Some(made), ..waits.clone() };
    let asked = YoungAccount { back_asked: Some(made), back_asked_by: Some(Id::from_u128(1)), ..known.clone() };
    let asked_by_me = YoungAccount { back_asked_by: Some(Id::nil()), ..asked.clone() };
    vec![
        one("none", None, false),
        one("invited", Some(YoungAccount { name: None, number: None, proof: None, ..waits.clone() }), false),
        one("to be rung", Some(waits.clone()), true),
        one("known", Some(known), false),
        one("asked", Some(asked), true),
        one("asked by me", Some(asked_by_me), true),
        one("ended", Some(YoungAccount { ended: Some(made), ..waits }), true),
    ]
}
fn codes() -> Vec<Sample> {
    let code = |number: Option<&str>| given! { code => "k7mp-2xqf-9tzn", number, until => "until 29 November 2026" };
    vec![Sample { name: "invited", context: code(None) }, Sample { name: "back", context: code(Some("07700900982")) }]
}
