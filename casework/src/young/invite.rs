//! The young person's sign-in, from the record: invite them, ring their number, ask that they be let back in; and, as
//! a second worker, let them back in or end it. Each code is shown once, to whoever hands it over.
use super::account::{self, Line, happened};
use crate::{
    deeds::{InviteYoung, RecoverYoung},
    frame::{Answer, chrome, see},
    letters::summary::Teller,
    page::{Answers, Form, Page, Sample, choice, given},
    people::head::{At, Head, Shown, sample as head_sample},
};
use axum::http::StatusCode;
use kernel::{Allowed, Deed, Error, Leave as _, sign_in::YoungAccount};
use practice::{
    Date, Id,
    access::Act,
    day::{plus_days, plus_hours, words, words_at},
    letters::{By, safe::number_is_unsafe},
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
    /// Whoever reads it invited them, and does not ring the number.
    invited: bool,
    happened: Vec<Line>,
    waits: Vec<Waits>,
    /// Whoever reads it may be the second worker.
    second: bool,
}
/// Which of what they said has no answer yet: the fact, the day, the words.
type Waits = (Id, Date, String);
/// The sign-in, and whether whoever asks invited them.
type SignIn = (Option<YoungAccount>, bool);
async fn read<D: Deed>(may: &Allowed<D>, (account, invited): SignIn) -> Result<(Head, Stands), Error> {
    let mut reading = may.reading().await?;
    let head = Head::read(&mut reading, may.child()).await?;
    let happened = happened(&mut reading, may.child()).await?;
    let history = reading.history(may.child()).await?;
    let open = |s: &Saying| s.answered.is_none();
    let waits = history.iter().flat_map(|h| sayings(h).into_iter().filter(open));
    let waits = waits.map(|s| (s.id, s.said.on, s.words.to_string())).collect();
    let second = head.reaches(may.who(), Act::RecoverYoung, may.now());
    let record = head.shown(may, At::Theirs);
    Ok((head, Stands { id: may.child(), me: may.who().id, record, account, invited, happened, waits, second }))
}
pub async fn show(may: Allowed<InviteYoung>) -> Answer {
    let sign_in = sign_in(&may).await?;
    page(&may, sign_in, None, StatusCode::OK).await
}
async fn sign_in(may: &Allowed<InviteYoung>) -> Result<SignIn, Error> {
    Ok((may.young().account().await?, may.young().invited().await?))
}
async fn page<D: Deed>(may: &Allowed<D>, account: SignIn, problem: Option<String>, status: StatusCode) -> Answer {
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
        invited => s.invited,
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
        Ok(code) => {
            handed_over(&may, Handed { code: Some(code), until: format!("until {until}"), ..Handed::default() })
        }
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
/// The second worker: the code goes to the number that the young person had given, and to nobody else. Where the council
/// has set up a way to send messages it goes there by itself, and no worker sees it.
pub async fn let_back(may: Allowed<RecoverYoung>, _: kernel::Form<Answers>) -> Answer {
    let number = may.young_back().account().await?.and_then(|a| a.number).unwrap_or_default();
    let history = may.reading().await?.history(may.child()).await?;
    if let Some(why) = history.and_then(|h| number_is_unsafe(&h, &number, may.today())) {
        let meet = "Meet them: a manager ends the sign-in, and another worker invites them again.";
        return refused_back(&may, format!("Their number may not be used: {why}. {meet}")).await;
    }
    let code = match may.young_back().let_back().await? {
        Ok(code) => code,
        Err(problem) => return refused_back(&may, problem).await,
    };
    let until = format!("until {}", words_at(plus_hours(may.now(), 1)));
    let told = match may.given::<Teller>() {
        Some(teller) => Some(teller.tell(By::Text, &number, &text(&code)).await),
        None => None,
    };
    let handed = match told {
        Some(Ok(())) => Handed { code: None, number: Some(number), until, failed: None },
        Some(Err(why)) => Handed { code: Some(code), number: Some(number), until, failed: Some(why) },
        None => Handed { code: Some(code), number: Some(number), until, failed: None },
    };
    handed_over(&may, handed)
}
/// It names nobody and no service: others may see the telephone.
fn text(code: &str) -> String {
    format!("Your code is {code}. It works once, for one hour. Nobody will ask you for it.\n")
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
    page(may, sign_in(may).await?, Some(problem), StatusCode::UNPROCESSABLE_ENTITY).await
}
async fn refused_back(may: &Allowed<RecoverYoung>, problem: String) -> Answer {
    let account = (may.young_back().account().await?, may.young_back().invited().await?);
    page(may, account, Some(problem), StatusCode::UNPROCESSABLE_ENTITY).await
}
/// A code on its way. Without a code it went by itself.
#[derive(Default)]
struct Handed {
    code: Option<String>,
    number: Option<String>,
    until: String,
    /// Why the message did not go.
    failed: Option<String>,
}
fn handed_over<D: Deed>(may: &Allowed<D>, handed: Handed) -> Answer {
    let mut chrome = chrome(may, "Their code", None);
    chrome.back = Some(crate::page::Link::new(here(may.child()), "Back to their own page"));
    Ok(CODE.show(chrome, handed.context()))
}
impl Handed {
    fn context(self) -> minijinja::Value {
        let Handed { code, number, until, failed } = self;
        given! { code, number, until, failed }
    }
}

fn samples() -> Vec<Sample> {
    let line =
        Line { at: "2 November 2026 at 9am".into(), what: "Young person invited".into(), who: "Team manager".into() };
    let one = |name, account: Option<YoungAccount>, second| {
        let waits = vec![(Id::nil(), practice::day::date(2026, 11, 2), "I want to see my brother.".to_string())];
        let (record, happened) = (head_sample(At::Theirs), vec![line.clone()]);
        let invited = name == "to be rung by another";
        let stands = Stands { id: Id::nil(), me: Id::nil(), record, account, invited, happened, waits, second };
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
        one("to be rung by another", Some(waits.clone()), false),
        one("known", Some(known), false),
        one("asked", Some(asked), true),
        one("asked by me", Some(asked_by_me), true),
        one("ended", Some(YoungAccount { ended: Some(made), ..waits }), true),
    ]
}
fn codes() -> Vec<Sample> {
    let one = |name, code: bool, number: bool, failed: bool| {
        let handed = Handed {
            code: code.then(|| "k7mp-2xqf-9tzn".into()),
            number: number.then(|| "07700900982".into()),
            until: "until 29 November 2026".into(),
            failed: failed.then(|| "it took too long".into()),
        };
        Sample { name, context: handed.context() }
    };
    vec![
        one("invited", true, false, false),
        one("back", true, true, false),
        one("not sent", true, true, true),
        one("sent", false, true, false),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_names_nobody_and_no_service() {
        let words = text("k7mp-2xqf-9tzn").to_lowercase();
        for word in ["care", "council", "social", "leaver", "child", "plan", "loxley", "/my"] {
            assert!(!words.contains(word), "{word}");
        }
    }
}
