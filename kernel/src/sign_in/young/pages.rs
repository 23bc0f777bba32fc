//! The pages on which a young person signs in. Like the workers': each right answer ends the session it was given in
//! and begins the next, and nothing tells who has a sign-in from who has none.
use super::{
    super::{
        know::Known as Session,
        pages::{Answer, Here},
        password,
        session::{self, Session as New, SessionId, Stage, no_cookie},
        shown::{Page, Step, Why, YOUNG_CODE, YOUNG_LEAVE, YOUNG_OUT, YOUNG_SIGN_IN, YOUNG_WORD},
        throttle::At,
    },
    Known, choose, code, living, named, of, signed_in,
};
use crate::{Error, web::Front};
use axum::{
    Form, Router,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use practice::Id;
use serde::Deserialize;
use std::time::Duration;
use tokio::time::timeout;

pub(crate) fn routes() -> Router<Front> {
    Router::new()
        .route(YOUNG_SIGN_IN, get(open).post(submit_password))
        .route(YOUNG_CODE, get(open_code).post(submit_code))
        .route(YOUNG_WORD, get(open_word).post(submit_word))
        .route(YOUNG_OUT, post(sign_out))
}
/// The way out, which stands outside of whatever asks who is there: it must lead away though nobody can tell.
pub(crate) fn away(front: Front) -> Router {
    Router::new().route(YOUNG_LEAVE, get(leave)).with_state(front)
}
/// Whether this is the address of a page of theirs.
pub(crate) fn is_theirs(path: &str) -> bool {
    path == "/my" || path.starts_with("/my/") || path.starts_with("/my?")
}
fn home() -> Response {
    Redirect::to("/my").into_response()
}
impl Here {
    fn young(&self) -> Option<&Session> {
        self.known.as_ref().filter(|known| known.session.young)
    }
    /// The page of the step at which the session of a young person stands.
    pub(crate) async fn young_step(&self, status: StatusCode, known: &Session, step: Step) -> Result<Response, Error> {
        if known.session.stage == Stage::Done {
            return Ok(home());
        }
        let account = of(&self.front.db, known.session.worker).await?;
        let asks_name = account.filter(|a| a.name.is_none()).map(|_| String::new());
        Ok(self.show(status, Page::YoungWord { step, asks_name, asks_present: false }))
    }
    async fn young_onward(&self, account: &Known, stage: Stage, carried: &str) -> Result<Response, Error> {
        let new = New::new(account.child, true, stage, false, self.now);
        if stage == Stage::Done {
            signed_in(&self.front.db, account.child, self.now).await?;
        }
        self.begin(new, &guessed(account.name.as_deref().unwrap_or_default()), carried).await
    }
    fn asked(&self, status: StatusCode, why: Why, name: &str, carried: &str, problem: Option<String>) -> Response {
        self.show(status, Page::YoungSignIn { name: name.into(), problem, carried: carried.into(), why })
    }
}
/// By what guesses are counted: a worker may have the same name.
fn guessed(name: &str) -> String {
    format!("my {name}")
}

async fn open(here: Here) -> Answer {
    match here.young() {
        Some(known) => Ok(here.step(StatusCode::OK, known, "", None).await?),
        None => Ok(here.asked(StatusCode::OK, Why::First, "", "", None)),
    }
}
#[derive(Deserialize)]
struct Password {
    name: String,
    password: String,
    #[serde(default)]
    carried: String,
}
async fn submit_password(here: Here, Form(sent): Form<Password>) -> Answer {
    let name = sent.name.trim().to_lowercase();
    let refuse = |status, problem: String| Ok(here.asked(status, Why::First, &sent.name, &sent.carried, Some(problem)));
    if let Some(wait) = here.too_often(At::Password, &guessed(&name)).await? {
        return refuse(StatusCode::TOO_MANY_REQUESTS, wait);
    }
    let account = named(&here.front.db, &name).await?.filter(|a| !a.demo || here.front.admits_demo());
    let account = living(&here.front.db, account).await?;
    let hash = account.as_ref().and_then(|account| account.password.clone());
    match (password::verify(&sent.password, hash).await?, account) {
        (true, Some(account)) => Ok(here.young_onward(&account, Stage::Done, &sent.carried).await?),
        (_, account) => {
            here.log("refused", account.map_or(Id::nil(), |account| account.child)).await?;
            refuse(StatusCode::UNAUTHORIZED, "The sign-in name or the password is not right.".into())
        }
    }
}

async fn open_code(here: Here) -> Answer {
    Ok(here.show(StatusCode::OK, Page::YoungCode { problem: None }))
}
#[derive(Deserialize)]
struct Code {
    code: String,
}
/// The code opens one page and no other: the one on which the password is chosen.
async fn submit_code(here: Here, Form(sent): Form<Code>) -> Answer {
    let refuse = |status, problem: String| Ok(here.show(status, Page::YoungCode { problem: Some(problem) }));
    if let Some(wait) = here.too_often(At::Password, &guessed(&code::meant(&sent.code))).await? {
        return refuse(StatusCode::TOO_MANY_REQUESTS, wait);
    }
    let whose = code::use_up(&here.front.db, &sent.code, here.now).await?;
    let account = match whose {
        Some(child) => living(&here.front.db, of(&here.front.db, child).await?).await?,
        None => None,
    };
    match account {
        Some(account) => Ok(here.young_onward(&account, Stage::NewPassword, "").await?),
        None => {
            here.log("refused", whose.unwrap_or_default()).await?;
            refuse(
                StatusCode::UNAUTHORIZED,
                "This code does not work. It may be too old, or used already. Ask your adviser for a new one.".into(),
            )
        }
    }
}

async fn open_word(here: Here) -> Answer {
    let Some(known) = here.young() else { return Ok(here.asked(StatusCode::OK, Why::First, "", "", None)) };
    if known.session.stage != Stage::Done {
        return Ok(here.step(StatusCode::OK, known, "", None).await?);
    }
    let step = Step { token: known.id.token(), carried: String::new(), problem: None };
    Ok(here.show(StatusCode::OK, Page::YoungWord { step, asks_name: None, asks_present: true }))
}
#[derive(Deserialize)]
struct Word {
    token: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
    new_password: String,
    #[serde(default)]
    carried: String,
}
async fn submit_word(here: Here, Form(sent): Form<Word>) -> Answer {
    let known = here.young().filter(|known| known.id.token() == sent.token);
    let account = match known {
        Some(known) => of(&here.front.db, known.session.worker).await?,
        None => None,
    };
    let (Some(known), Some(account)) = (known, account) else {
        return Ok(here.asked(StatusCode::UNAUTHORIZED, Why::Away, "", &sent.carried, None));
    };
    let asks_present = known.session.stage == Stage::Done;
    let mut problem = None;
    if asks_present {
        problem = here.too_often(At::Password, &guessed(account.name.as_deref().unwrap_or_default())).await?;
        if problem.is_none() && !password::verify(&sent.password, account.password.clone()).await? {
            problem = Some("Your password now is not right.".into());
        }
    }
    let name = (!sent.name.trim().is_empty()).then_some(sent.name.as_str());
    if problem.is_none() {
        problem = choose(&here.front.db, &account, name, &sent.new_password, here.now).await?.err();
    }
    match problem {
        None => {
            let account = of(&here.front.db, account.child).await?.unwrap_or(account);
            Ok(here.young_onward(&account, Stage::Done, &sent.carried).await?)
        }
        problem => {
            let step = Step { token: known.id.token(), carried: sent.carried, problem };
            let asks_name = account.name.is_none().then_some(sent.name);
            Ok(here.show(StatusCode::UNPROCESSABLE_ENTITY, Page::YoungWord { step, asks_name, asks_present }))
        }
    }
}

#[derive(Deserialize)]
struct Leaving {
    token: String,
    /// On every telephone and computer.
    #[serde(default)]
    everywhere: String,
}
async fn sign_out(here: Here, Form(sent): Form<Leaving>) -> Answer {
    if let Some(Session { id, session }) = &here.known {
        if id.token() != sent.token {
            return Ok(StatusCode::FORBIDDEN.into_response());
        }
        if session.young && sent.everywhere == "yes" {
            let mut tx = here.front.db.write().await?;
            super::end_all(&mut tx, session.worker).await?;
            super::noted(tx, session.worker, session.worker, "signed out everywhere", here.now).await?.ok();
        } else {
            session::end(&here.front.db, id).await?;
        }
    }
    let mut response = here.show(StatusCode::OK, Page::YoungSignedOut);
    response.headers_mut().append(header::SET_COOKIE, no_cookie(here.front.way.is_tls()));
    Ok(response)
}
/// Somebody comes into the room: so long the database has to answer, and no longer.
const A_MOMENT: Duration = Duration::from_secs(1);

/// One press, without a script, and the way back is shut. It leads away whatever happens behind it.
async fn leave(State(front): State<Front>, headers: HeaderMap) -> Response {
    const ELSEWHERE: &str = "https://www.bbc.co.uk/weather";
    let mut response = Redirect::to(ELSEWHERE).into_response();
    // No page elsewhere can sign somebody out by a link: browsers say where the press came from.
    let ours = headers.get("sec-fetch-site").is_none_or(|site| site == "same-origin" || site == "none");
    let tls = front.way.is_tls();
    let Some(id) = SessionId::of(&headers, tls).filter(|_| ours) else { return response };
    // It goes on where the answer does not wait for it.
    let ending = tokio::spawn(async move { session::end_young(&front.db, &id).await });
    match timeout(A_MOMENT, ending).await {
        // A worker who reads a public page stays signed in.
        Ok(Ok(Ok(0))) => return response,
        Ok(Ok(Ok(_))) => {}
        // Without its cookie it dies of quiet.
        _ => tracing::error!("a young person left, and their session could not be ended at once"),
    }
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    response.headers_mut().append(header::SET_COOKIE, no_cookie(tls));
    response
}
