//! My sign-in: when it was used, what was done to it and by whom, the number by which I can be let back in.
use super::my::chrome;
use crate::{
    deeds::{SayOwn, ViewOwn},
    frame::{Answer, see},
    page::{Answers, Form, Page, Sample, given, words::capital},
};
use axum::http::StatusCode;
use kernel::{Deed, Error, Leave as _, Own, Reading, sign_in::YoungAccount};
use practice::{
    Id, Timestamp,
    access::Role,
    day::{date, moment, words_at},
};
use serde::{Deserialize, Serialize};

pub const PAGE: Page = Page { name: "young/account.html", source: include_str!("account.html"), samples };
const HAPPENED: &str = include_str!("sql/happened.sql");
pub const QUESTIONS: &[&str] = &[HAPPENED];

#[derive(Deserialize)]
struct Row {
    #[serde(deserialize_with = "kernel::instant")]
    at: Timestamp,
    who: Id,
    what: String,
    role: Option<Role>,
    team: Option<String>,
}
#[derive(Clone, Serialize)]
pub struct Line {
    pub at: String,
    pub what: String,
    pub who: String,
}
/// What was done to the sign-in, for its owner and for their workers.
pub async fn happened(reading: &mut Reading, child: Id) -> Result<Vec<Line>, Error> {
    let rows: Vec<Row> = reading.ask(HAPPENED, &[("child", child.into())]).await?;
    let line = |row: Row| {
        let team = row.team.map(|team| format!(", {team}")).unwrap_or_default();
        let by = row.role.map_or("The service itself".into(), |role| format!("{}{team}", role.words()));
        let who = if row.who == child { "The young person".into() } else { by };
        Line { at: words_at(row.at), what: capital(&row.what), who }
    };
    Ok(rows.into_iter().map(line).collect())
}

fn declare(f: &mut Form) -> Option<(String, String)> {
    let number = f.text("number", "My mobile number").with("type", "tel").with("autocomplete", "tel");
    let number = number.at_most(24).required("Enter your number");
    let password = f.password("present_password", "My password now").required("Enter your password");
    Some((number?, password?))
}
pub async fn show(may: Own<ViewOwn>) -> Answer {
    let form = Form::blank(may.token(), declare);
    page(&may, StatusCode::OK, form).await
}
pub async fn give_number(may: Own<SayOwn>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    let (mut form, given) = Form::sent(may.token(), sent, declare);
    let Some((number, password)) = given else { return page(&may, StatusCode::UNPROCESSABLE_ENTITY, form).await };
    match may.sign_in().give_number(&number, &password).await? {
        Ok(()) => see("/my/account"),
        Err(problem) => {
            form.wrong("", &problem);
            page(&may, StatusCode::UNPROCESSABLE_ENTITY, form).await
        }
    }
}
async fn page<D: Deed>(may: &Own<D>, status: StatusCode, form: Form) -> Answer {
    let account = may.sign_in().account().await?;
    let happened = happened(&mut may.reading().await?, may.child()).await?;
    Ok(PAGE.answer(status, chrome(may, "My sign-in"), context(account.as_ref(), happened, form, may.token())))
}
fn context(account: Option<&YoungAccount>, happened: Vec<Line>, form: Form, token: &str) -> minijinja::Value {
    given! {
        name => account.and_then(|a| a.name.clone()),
        last_in => account.and_then(|a| a.last_in).map(words_at),
        before_in => account.and_then(|a| a.before_in).map(words_at),
        number => account.and_then(|a| a.number.clone()),
        proof => account.and_then(|a| a.proof.clone()),
        verified => account.and_then(|a| a.number_since).map(words_at),
        happened, form, token,
    }
}
/// One whose number waits to be rung.
pub fn sample() -> YoungAccount {
    let made = moment(date(2026, 11, 2).at(9, 0, 0, 0));
    YoungAccount {
        child: Id::nil(),
        name: Some("kei7".into()),
        number: Some("07700900982".into()),
        proof: Some("k7mp2x".into()),
        number_since: None,
        made,
        last_in: Some(made),
        before_in: Some(made),
        back_asked: None,
        back_asked_by: None,
        ended: None,
        ended_by: None,
    }
}
fn samples() -> Vec<Sample> {
    let line = Line {
        at: "2 November 2026 at 9am".into(),
        what: "Young person invited".into(),
        who: "Personal adviser, Leaving care".into(),
    };
    let blank = || Form::blank("t", declare);
    let (waits, verified) = (sample(), YoungAccount { proof: None, number_since: Some(sample().made), ..sample() });
    let wrong = Form::sent("t", Answers::default(), declare).0;
    vec![
        Sample { name: "full", context: context(Some(&waits), vec![line], blank(), "t") },
        Sample { name: "verified", context: context(Some(&verified), vec![], blank(), "t") },
        Sample { name: "wrong", context: context(None, vec![], wrong, "t") },
    ]
}
