//! One worker: their post, their account, and their leaving.
use super::{
    accounts::{first_password, handed_over, post, username},
    who::{self, Worker},
};
use crate::{
    deeds::ManageAccounts,
    frame::{Answer, chrome, see},
    page::{
        Answers, Form, Link, Page, Place, Sample, choice, given,
        parts::Row,
        words::{Colour, Tag, count},
    },
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Leave as _, Query, Said, Service, sign_in::Account};
use practice::{Id, Subject, access::Role, day, workforce::Fact};
use serde::Deserialize;

pub const PAGE: Page = Page { name: "workforce/account.html", source: include_str!("account.html"), samples };
const HELD: &str = include_str!("sql/held.sql");
pub const QUESTIONS: &[&str] = &[HELD];

/// What the page is about: a worker, their account if they have one, and how many children they hold.
struct Of {
    worker: Worker,
    account: Option<Account>,
    children: i64,
}
async fn of(may: &Service<ManageAccounts>) -> Result<Option<Of>, kernel::Error> {
    #[derive(Deserialize)]
    struct Held {
        children: i64,
    }
    let Some(id) = may.path("worker").and_then(|id| id.parse::<Id>().ok()) else { return Ok(None) };
    let mut reading = may.reading().await?;
    let Some(worker) = who::worker(&mut reading, id).await? else { return Ok(None) };
    let held: Option<Held> = reading.ask_one(HELD, &[("worker", id.into())]).await?;
    drop(reading);
    let account = may.accounts().all().await?.into_iter().find(|a| a.worker == id);
    Ok(Some(Of { worker, account, children: held.map_or(0, |h| h.children) }))
}
impl Of {
    fn live(&self) -> Option<&Account> {
        self.account.as_ref().filter(|a| a.ended.is_none())
    }
    fn summary(&self) -> Vec<Row> {
        let Of { worker: w, account, children } = self;
        let post = Row {
            detail: Some(format!("Here since {}", day::words(w.started))),
            tag: w.ended.map(|on| Tag::new(format!("Left on {}", day::words(on)), Colour::Grey)),
            ..Row::new("Post", w.post())
        };
        let signs_in = match account {
            None => Row::new("Signs in as", "Has no account"),
            Some(Account { ended: Some(at), username, .. }) => {
                Row::new("Signs in as", format!("{username}, until {}", day::words_at(*at)))
            }
            Some(a) => {
                let unchosen = a.change_password.then(|| "Has not chosen a password of their own yet".into());
                Row { detail: unchosen, ..Row::new("Signs in as", &a.username) }
            }
        };
        let mut rows = vec![post, signs_in, Row::new("Children", count(*children, "child", "children"))];
        if let Some(a) = self.live() {
            let needs = if w.role.needs_second_factor() { "needed for this role" } else { "not needed for this role" };
            let has = if a.second_factor { "Set up" } else { "Not set up" };
            rows.push(Row::new("Second factor", format!("{has}; {needs}")));
            let seen = a.last_seen.map_or("Not in the last week".into(), day::words_at);
            rows.push(Row::new("Last seen", seen));
        }
        rows
    }
}
fn nobody() -> Answer {
    Ok(StatusCode::NOT_FOUND.into_response())
}

pub async fn show(may: Service<ManageAccounts>, Query(said): Query<Answers>) -> Answer {
    let Some(of) = of(&may).await? else { return nobody() };
    let teams = who::teams(&mut may.reading().await?).await?;
    let form = Form::blank(may.token(), |f| post(f, &teams, Some(&of.worker)));
    page(&may, StatusCode::OK, &of, form, said.one("done"))
}
/// Another post, another team, another name: said again whole.
pub async fn take_post(may: Service<ManageAccounts>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let Some(of) = of(&may).await? else { return nobody() };
    let teams = who::teams(&mut may.reading().await?).await?;
    let (mut form, post) = Form::sent(may.token(), answers, |f| post(f, &teams, Some(&of.worker)));
    let Some(post) = post else { return page(&may, StatusCode::UNPROCESSABLE_ENTITY, &of, form, None) };
    if of.worker.id == may.who().id && post.role != Role::Administrator {
        form.wrong("role", "Nobody gives up their own administration: ask another administrator");
        return page(&may, StatusCode::UNPROCESSABLE_ENTITY, &of, form, None);
    }
    may.keep(vec![Said::new(Subject::Worker(of.worker.id), may.today(), Fact::from(post))]).await?;
    see(&format!("/set-up/accounts/{}?done=post", of.worker.id))
}
/// Who works here without an account, or comes back, gets one.
pub async fn give_account(may: Service<ManageAccounts>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let Some(of) = of(&may).await? else { return nobody() };
    let Some(username) = Form::sent(may.token(), answers, username).1.filter(|_| of.worker.ended.is_none()) else {
        return trouble(&may, &of, "Enter what they sign in as").await;
    };
    let password = first_password();
    match may.accounts().make(of.worker.id, &of.worker.name, &username, &password).await? {
        Ok(()) => handed_over(&may, of.worker.id, &of.worker.name, &password),
        Err(problem) => trouble(&may, &of, &problem).await,
    }
}
pub async fn reset_password(may: Service<ManageAccounts>, _: kernel::Form<Answers>) -> Answer {
    let Some(of) = of(&may).await? else { return nobody() };
    let password = first_password();
    match may.accounts().reset_password(of.worker.id, &of.worker.name, &password).await? {
        Ok(()) => handed_over(&may, of.worker.id, &of.worker.name, &password),
        Err(problem) => trouble(&may, &of, &problem).await,
    }
}
pub async fn forget_second_factor(may: Service<ManageAccounts>, _: kernel::Form<Answers>) -> Answer {
    let Some(of) = of(&may).await? else { return nobody() };
    match may.accounts().forget_second_factor(of.worker.id).await? {
        Ok(()) => see(&format!("/set-up/accounts/{}?done=factor", of.worker.id)),
        Err(problem) => trouble(&may, &of, &problem).await,
    }
}

fn ending(f: &mut Form) -> Option<()> {
    let sure = [choice((), "yes", "They have left, and their account ends now")];
    f.checkboxes("sure", "Are you sure?", sure).required("Tick the box to end the account").map(drop)
}
/// Signing in stops first; then they have left.
pub async fn end(may: Service<ManageAccounts>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let Some(of) = of(&may).await? else { return nobody() };
    if of.worker.id == may.who().id {
        return trouble(&may, &of, "Nobody ends their own account: ask another administrator").await;
    }
    if Form::sent(may.token(), answers, ending).1.is_none() {
        return trouble(&may, &of, "Tick the box to end the account").await;
    }
    if of.live().is_some()
        && let Err(problem) = may.accounts().end(of.worker.id).await?
    {
        return trouble(&may, &of, &problem).await;
    }
    if of.worker.ended.is_none() {
        may.keep(vec![Said::new(Subject::Worker(of.worker.id), may.today(), Fact::Left)]).await?;
    }
    see(&format!("/set-up/accounts/{}?done=ended", of.worker.id))
}
async fn trouble(may: &Service<ManageAccounts>, of: &Of, problem: &str) -> Answer {
    let teams = who::teams(&mut may.reading().await?).await?;
    let mut form = Form::blank(may.token(), |f| post(f, &teams, Some(&of.worker)));
    form.wrong("", problem);
    page(may, StatusCode::UNPROCESSABLE_ENTITY, of, form, None)
}
fn done(what: &str) -> Option<&'static str> {
    match what {
        "post" => Some("The post was changed."),
        "factor" => Some("The second factor was forgotten. The next page they open asks for a new one."),
        "ended" => Some("The account has ended. Nobody can sign in with it."),
        _ => None,
    }
}
fn page(may: &Service<ManageAccounts>, status: StatusCode, of: &Of, form: Form, said: Option<String>) -> Answer {
    let mut chrome = chrome(may, &of.worker.name, Some(Place::SetUp));
    chrome.trail = vec![Link::new("/set-up", "Set up"), Link::new("/set-up/accounts", "Accounts")];
    chrome.notice = said.and_then(|what| done(&what)).map(crate::page::chrome::Notice::done);
    Ok(PAGE.answer(status, chrome, context(may.token(), of, form, of.worker.id == may.who().id)))
}
fn context(token: &str, of: &Of, form: Form, own: bool) -> minijinja::Value {
    let plain = || Form::blank(token, |_| Some(()));
    given! {
        summary => of.summary(), form, own, here => of.worker.ended.is_none(), signs_in => of.live().is_some(),
        address => format!("/set-up/accounts/{}", of.worker.id), children => of.children,
        second_factor => of.live().is_some_and(|a| a.second_factor),
        password => plain(), factor => plain(), account => Form::blank(token, username), ending => Form::blank(token, ending),
    }
}

fn samples() -> Vec<Sample> {
    let worker = Worker {
        id: Id::nil(),
        name: "Grace Adeyinka".into(),
        role: Role::Administrator,
        team: Id::nil(),
        team_name: None,
        started: day::date(2024, 9, 2),
        ended: None,
    };
    let account = Account {
        worker: Id::nil(),
        username: "grace.adeyinka".into(),
        second_factor: true,
        change_password: true,
        demo: false,
        made: day::moment(day::date(2024, 9, 2).at(9, 0, 0, 0)),
        ended: None,
        last_seen: None,
    };
    let here = Of { worker: worker.clone(), account: Some(account.clone()), children: 18 };
    let ended = Some(account.made);
    let without = Of { worker: worker.clone(), account: None, children: 1 };
    let left = Worker { ended: Some(day::date(2026, 1, 2)), ..worker };
    let left = Of { worker: left, account: Some(Account { ended, ..account }), children: 0 };
    let blank = |of: &Of| Form::blank("t", |f| post(f, &[], Some(&of.worker)));
    let (wrong, _) = Form::sent("t", Answers::default(), |f| post(f, &[], Some(&here.worker)));
    vec![
        Sample { name: "here", context: context("t", &here, blank(&here), false) },
        Sample { name: "one's own, wrong", context: context("t", &here, wrong, true) },
        Sample { name: "without an account", context: context("t", &without, blank(&without), false) },
        Sample { name: "left", context: context("t", &left, blank(&left), false) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_ends_only_when_somebody_says_that_they_are_sure() {
        assert!(Form::sent("t", Answers::default(), ending).1.is_none());
        assert!(Form::sent("t", Answers::of(&[("sure", "yes")]), ending).1.is_some());
    }
    #[test]
    fn only_what_was_done_is_said_to_be_done() {
        assert!(["post", "factor", "ended"].iter().all(|what| done(what).is_some()));
        assert_eq!(done("<b>"), None);
    }
}
