//! The pages of signing in. Each right answer ends the session it was given in and begins the next.
use super::{
    account::{self, Known as Account},
    carried::Carried,
    know::Known,
    password, second_factor,
    session::{self, Session, Stage, no_cookie},
    shown::{CODE, ENROL, NEW_PASSWORD, Page, Resume, SIGN_IN, SIGN_OUT, Step, View, Why},
    throttle::{self, At},
    young,
};
use crate::{
    Error,
    record::{Look, looked},
    web::{Front, Nonce, RequestId, Visitor},
};
use axum::{
    Form, Router,
    extract::FromRequestParts,
    http::{Extensions, StatusCode, header, request::Parts},
    response::{Html, IntoResponse, Redirect, Response},
    routing::{get, post},
};
use practice::{Id, Timestamp};
use serde::Deserialize;
use std::{
    convert::Infallible,
    net::{IpAddr, Ipv4Addr},
};

pub(crate) fn routes(front: Front) -> Router {
    Router::new()
        .route(SIGN_IN, get(|here: Here| open(here, Stage::Done)).post(submit_password))
        .route(CODE, get(|here: Here| open(here, Stage::Code)).post(submit_code))
        .route(ENROL, get(|here: Here| open(here, Stage::Enrol)).post(submit_enrolment))
        .route(NEW_PASSWORD, get(|here: Here| open(here, Stage::NewPassword)).post(submit_new_password))
        .route(SIGN_OUT, post(sign_out))
        .merge(young::pages::routes())
        .with_state(front)
}
pub(super) struct Broken(Error);
impl From<Error> for Broken {
    fn from(error: Error) -> Broken {
        Broken(error)
    }
}
impl IntoResponse for Broken {
    fn into_response(self) -> Response {
        tracing::error!(error = %self.0, "sign-in");
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    }
}
pub(super) type Answer = Result<Response, Broken>;

/// One request at the sign-in pages: who is known so far, and what their page needs.
#[derive(Clone)]
pub(super) struct Here {
    pub front: Front,
    pub known: Option<Known>,
    pub now: Timestamp,
    visitor: IpAddr,
    nonce: String,
    request: String,
}
impl FromRequestParts<Front> for Here {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, front: &Front) -> Result<Here, Infallible> {
        Ok(Here::of(&parts.extensions, front))
    }
}
impl Here {
    pub(super) fn of(given: &Extensions, front: &Front) -> Here {
        Here {
            front: front.clone(),
            known: given.get().cloned(),
            now: front.time.now(),
            visitor: given.get::<Visitor>().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |visitor| visitor.0),
            nonce: given.get::<Nonce>().map(|nonce| nonce.0.clone()).unwrap_or_default(),
            request: given.get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default(),
        }
    }
    pub(super) fn show(&self, status: StatusCode, page: Page) -> Response {
        let (nonce, request) = (self.nonce.clone(), self.request.clone());
        let html = (self.front.show)(&View { nonce, request, town: self.front.town, page });
        (status, Html(html)).into_response()
    }
    pub(super) fn sign_in(
        &self,
        status: StatusCode,
        why: Why,
        username: String,
        carried: String,
        problem: Option<String>,
    ) -> Response {
        // Whoever was on a page of their own is asked on a page of their own.
        if Carried::unfolded(&carried).is_some_and(|carried| young::pages::is_theirs(carried.to())) {
            return self.show(status, Page::YoungSignIn { name: username, problem, carried, why });
        }
        self.show(status, Page::SignIn { username, problem, carried, why })
    }
    /// The page of the step at which this session stands.
    pub(super) async fn step(
        &self,
        status: StatusCode,
        known: &Known,
        carried: &str,
        problem: Option<String>,
    ) -> Result<Response, Error> {
        let step = Step { token: known.id.token(), carried: carried.into(), problem };
        if known.session.young {
            return self.young_step(status, known, step).await;
        }
        let page = match known.session.stage {
            Stage::Code => Page::Code { step },
            Stage::Enrol => self.enrol(known, step).await?,
            Stage::NewPassword => Page::NewPassword { step, asks_present: false },
            Stage::Done => return Ok(Redirect::to("/").into_response()),
        };
        Ok(self.show(status, page))
    }
    async fn enrol(&self, known: &Known, step: Step) -> Result<Page, Error> {
        let key = account::offered_key(&self.front.db, known.session.worker).await?;
        let account = account::of(&self.front.db, known.session.worker).await?;
        let username = account.map(|account| account.username).unwrap_or_default();
        Ok(Page::Enrol { step, key: second_factor::shown(key), link: second_factor::link(key, &username) })
    }
    pub(super) fn resume(&self, status: StatusCode, known: &Known, carried: Carried) -> Response {
        let (to, token) = (carried.to().to_owned(), known.id.token());
        let sent = carried.sent.unwrap_or_default();
        let resume = Resume { to, token, fields: sent.fields, files: sent.files, multipart: sent.multipart };
        self.show(status, Page::Resume(resume))
    }
    /// The session goes on under a new id; when it is done, to where somebody was going.
    async fn onward(
        &self,
        account: &Account,
        stage: Stage,
        second_factor: bool,
        carried: &str,
    ) -> Result<Response, Error> {
        let new = Session::new(account.worker, false, stage, second_factor, self.now);
        self.begin(new, &account.username, carried).await
    }
    /// The new session in place of the old, and the page of its stage. `name` is what the guesses were counted by.
    pub(super) async fn begin(&self, new: Session, name: &str, carried: &str) -> Result<Response, Error> {
        let (db, now, worker, stage) = (&self.front.db, self.now, new.worker, new.stage);
        let old = self.known.as_ref().map(|known| &known.id);
        let id = session::begin(db, old, worker, stage, new.second_factor, now).await?;
        let cookie = id.cookie(self.front.way.is_tls());
        let known = Known { id, session: new };
        let mut response = if stage == Stage::Done {
            throttle::forgive(db, name, self.visitor, now).await?;
            self.log("seen", worker).await?;
            let carried = Carried::unfolded(carried);
            let to = carried.as_ref().map_or("/", |carried| carried.to_for(worker));
            // Every other page would refuse a young person, and the log would tell of it.
            let to = if known.session.young && !young::pages::is_theirs(to) { "/my" } else { to }.to_owned();
            match carried {
                Some(carried) if carried.belongs_to(worker) && carried.sent.is_some() => {
                    self.resume(StatusCode::OK, &known, carried)
                }
                _ => Redirect::to(&to).into_response(),
            }
        } else {
            self.step(StatusCode::OK, &known, carried, None).await?
        };
        response.headers_mut().append(header::SET_COOKIE, cookie);
        Ok(response)
    }
    /// The session of a step's form, when it stands at one of these stages and the form is its own.
    async fn at(&self, stages: &[Stage], token: &str) -> Result<Option<(Known, Account)>, Error> {
        let Some(known) = self.known.as_ref().filter(|known| !known.session.young) else { return Ok(None) };
        if !stages.contains(&known.session.stage) || known.id.token() != token {
            return Ok(None);
        }
        Ok(account::of(&self.front.db, known.session.worker).await?.map(|account| (known.clone(), account)))
    }
    /// Nothing tells a step that came too late from one that came from elsewhere: begin again.
    fn again(&self, carried: String) -> Response {
        self.sign_in(StatusCode::UNAUTHORIZED, Why::Away, String::new(), carried, None)
    }
    /// Who signed in and who failed to is in the access log.
    pub(super) async fn log(&self, what: &'static str, who: Id) -> Result<(), Error> {
        let look = Look { at: self.now, who, what, act: "sign_in".into(), subject: None };
        looked(&self.front.db, vec![look]).await
    }
    /// What to say when this name or this address has guessed too often.
    pub(super) async fn too_often(&self, at: At, username: &str) -> Result<Option<String>, Error> {
        let until = throttle::attempt(&self.front.db, at, username, self.visitor, self.now).await?;
        Ok(until.map(|until| {
            let minutes = (until.duration_since(self.now).as_secs() + 59) / 60;
            let unit = if minutes == 1 { "minute" } else { "minutes" };
            format!(
                "There were too many attempts with this name or from this place. Wait {minutes} {unit} and try again."
            )
        }))
    }
}
/// What is still to do after a right password, and perhaps a right code.
fn next(account: &Account, second_factor: bool) -> Stage {
    match (account.confirmed && !second_factor, account.change_password) {
        (true, _) => Stage::Code,
        (false, true) => Stage::NewPassword,
        (false, false) => Stage::Done,
    }
}

/// A page opened by its address. Somebody who is signed in may change their password or enrol a second factor.
async fn open(here: Here, wanted: Stage) -> Answer {
    let Some(known) = here.known.as_ref().filter(|known| !known.session.young) else {
        return Ok(here.sign_in(StatusCode::OK, Why::First, String::new(), String::new(), None));
    };
    let step = || Step { token: known.id.token(), carried: String::new(), problem: None };
    match (known.session.stage, wanted) {
        (Stage::Done, Stage::NewPassword) => {
            Ok(here.show(StatusCode::OK, Page::NewPassword { step: step(), asks_present: true }))
        }
        (Stage::Done, Stage::Enrol) if !confirmed(&here, known).await? => {
            Ok(here.show(StatusCode::OK, here.enrol(known, step()).await?))
        }
        _ => Ok(here.step(StatusCode::OK, known, "", None).await?),
    }
}
async fn confirmed(here: &Here, known: &Known) -> Result<bool, Error> {
    Ok(account::of(&here.front.db, known.session.worker).await?.is_some_and(|account| account.confirmed))
}

#[derive(Deserialize)]
struct Password {
    username: String,
    password: String,
    #[serde(default)]
    carried: String,
}
async fn submit_password(here: Here, Form(sent): Form<Password>) -> Answer {
    let username = sent.username.trim().to_lowercase();
    let refuse = |status, problem: String| {
        Ok(here.sign_in(status, Why::First, sent.username.clone(), sent.carried.clone(), Some(problem)))
    };
    if let Some(wait) = here.too_often(At::Password, &username).await? {
        return refuse(StatusCode::TOO_MANY_REQUESTS, wait);
    }
    let account = account::named(&here.front.db, &username).await?;
    let account = account.filter(|account| !account.demo || here.front.admits_demo());
    let hash = account.as_ref().map(|account| account.password.clone());
    match (password::verify(&sent.password, hash).await?, account) {
        (true, Some(account)) => Ok(here.onward(&account, next(&account, false), false, &sent.carried).await?),
        (_, account) => {
            // Logged for nobody too: otherwise the time of the answer would tell who has an account.
            here.log("refused", account.map_or(Id::nil(), |account| account.worker)).await?;
            refuse(StatusCode::UNAUTHORIZED, "The username or the password is not right.".into())
        }
    }
}

#[derive(Deserialize)]
struct Code {
    token: String,
    code: String,
    #[serde(default)]
    carried: String,
}
async fn submit_code(here: Here, Form(sent): Form<Code>) -> Answer {
    let Some((known, account)) = here.at(&[Stage::Code], &sent.token).await? else {
        return Ok(here.again(sent.carried));
    };
    if let Some(wait) = here.too_often(At::SecondFactor, &account.username).await? {
        return Ok(here.step(StatusCode::TOO_MANY_REQUESTS, &known, &sent.carried, Some(wait)).await?);
    }
    if account::use_code(&here.front.db, account.worker, &sent.code, here.now).await? {
        return Ok(here.onward(&account, next(&account, true), true, &sent.carried).await?);
    }
    here.log("refused", account.worker).await?;
    Ok(here.step(StatusCode::UNAUTHORIZED, &known, &sent.carried, Some(WRONG_CODE.into())).await?)
}
const WRONG_CODE: &str =
    "The code is not right, or it was used already. Wait for the next one in your app and type that.";

async fn submit_enrolment(here: Here, Form(sent): Form<Code>) -> Answer {
    let at = here.at(&[Stage::Enrol, Stage::Done], &sent.token).await?;
    let Some((known, account)) = at.filter(|(_, account)| !account.confirmed) else {
        return Ok(here.again(sent.carried));
    };
    if account::use_code(&here.front.db, account.worker, &sent.code, here.now).await? {
        return Ok(here.onward(&account, next(&account, true), true, &sent.carried).await?);
    }
    let step = Step { token: known.id.token(), carried: sent.carried, problem: Some(WRONG_CODE.into()) };
    Ok(here.show(StatusCode::UNAUTHORIZED, here.enrol(&known, step).await?))
}

#[derive(Deserialize)]
struct NewPassword {
    token: String,
    #[serde(default)]
    password: String,
    new_password: String,
    #[serde(default)]
    carried: String,
}
async fn submit_new_password(here: Here, Form(sent): Form<NewPassword>) -> Answer {
    let Some((known, account)) = here.at(&[Stage::NewPassword, Stage::Done], &sent.token).await? else {
        return Ok(here.again(sent.carried));
    };
    let asks_present = known.session.stage == Stage::Done;
    let mut problem = None;
    if asks_present {
        problem = here.too_often(At::Password, &account.username).await?;
        if problem.is_none() && !password::verify(&sent.password, Some(account.password.clone())).await? {
            problem = Some("Your present password is not right.".into());
        }
    }
    if problem.is_none() {
        problem = account::choose_password(&here.front.db, &account, &sent.new_password, here.now).await?.err();
    }
    match problem {
        None => Ok(here.onward(&account, Stage::Done, known.session.second_factor, &sent.carried).await?),
        problem => {
            let step = Step { token: known.id.token(), carried: sent.carried, problem };
            Ok(here.show(StatusCode::UNPROCESSABLE_ENTITY, Page::NewPassword { step, asks_present }))
        }
    }
}

#[derive(Deserialize)]
struct Leaving {
    token: String,
}
async fn sign_out(here: Here, Form(sent): Form<Leaving>) -> Answer {
    if let Some(Known { id, .. }) = &here.known {
        if id.token() != sent.token {
            return Ok(StatusCode::FORBIDDEN.into_response());
        }
        session::end(&here.front.db, id).await?;
    }
    let mut response = here.show(StatusCode::OK, Page::SignedOut);
    response.headers_mut().append(header::SET_COOKIE, no_cookie(here.front.way.is_tls()));
    Ok(response)
}
