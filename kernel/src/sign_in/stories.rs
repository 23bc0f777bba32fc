//! Signing in as people meet it: over HTTP, through every layer.
mod young;
use super::{
    account::{Accounts, found_town, offered_key},
    second_factor,
    shown::{CODE, ENROL, NEW_PASSWORD, SIGN_IN, SIGN_OUT},
};
use crate::{
    Allowed, Db, Deed, Desk, Form, Leave as _, Pages, Settings, Time, Verdict, Within, Writes,
    listen::{self, Way},
    testing::*,
    web::{Front, open},
};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use practice::{
    Timestamp,
    access::{Act, Role},
    day::date,
    people::{self, Visit},
};
use serde_json::Value;
use std::time::Duration;
use tower::ServiceExt;

const FIRST: &str = "harbour lantern goose ticket";
const OWN: &str = "velvet quarry ninepins marrow";
const BODY: &str = "application/x-www-form-urlencoded";

/// Somebody at a browser, at a minute of the story.
#[derive(Clone)]
struct Browser {
    db: Db,
    front: Front,
    cookie: String,
}
struct Seen {
    status: StatusCode,
    page: Value,
    to: Option<String>,
    cookie: Option<String>,
}
fn minute(n: i64) -> Timestamp {
    noon(TODAY) + Duration::from_secs(60) * u32::try_from(n).unwrap()
}
struct ViewChild;
impl Deed for ViewChild {
    const ACT: Act = Act::ViewChild;
}
struct RecordWork;
impl Deed for RecordWork {
    const ACT: Act = Act::RecordWork;
}
impl Writes for RecordWork {}
#[derive(serde::Deserialize)]
struct Visited {
    words: String,
}
async fn today(may: Within<ViewChild>) -> String {
    may.who().name.clone()
}
async fn child_page(may: Allowed<ViewChild>) -> String {
    may.child().to_string()
}
async fn record(may: Allowed<RecordWork>, Form(sent): Form<Visited>) -> String {
    let visit = Visit { seen: true, notes: sent.words, ..Visit::default() };
    may.keep(may.today(), None, people::Fact::Visited(visit)).await.unwrap().to_string()
}
/// Pages as casework makes them, behind the true door.
fn pages(front: &Front) -> Router {
    let settings = Settings { time: front.time, ..Settings::default() };
    Pages::default()
        .get("/", today)
        .get("/children/{child}/visits", child_page)
        .post("/children/{child}/visits", record)
        .get("/my", young::mine)
        .post("/my/say", young::say)
        .router(Desk::new(front.db.clone(), house(), settings))
}
fn visits() -> String {
    format!("/children/{}/visits", child(7))
}
impl Browser {
    async fn new(db: &Db) -> Browser {
        db.migrate(TABLES).await.unwrap();
        let post = |n, role| post(n, role, 1);
        let mut said = vec![post(1, Role::SocialWorker), post(2, Role::SocialWorker), post(3, Role::Director)];
        said.extend([born(7, date(2020, 1, 1)), allocated(7, 1, 1), allocated(7, 2, 1)]);
        kept(db, said).await;
        let front = Front {
            db: db.clone(),
            time: Time::Fixed(minute(0)),
            way: Way::Loopback,
            show: |view| serde_json::to_string(view).unwrap(),
            town: false,
            stopping: Default::default(),
            idle: Duration::from_secs(15 * 60),
        };
        Browser { db: db.clone(), front, cookie: String::new() }
    }
    fn at(&mut self, n: i64) {
        self.front.time = Time::Fixed(minute(n));
    }
    async fn send(&mut self, request: Request<Body>) -> Seen {
        let response = open(pages(&self.front), self.front.clone()).oneshot(request).await.unwrap();
        let header = |name| response.headers().get(name).map(|v: &header::HeaderValue| v.to_str().unwrap().to_string());
        let (status, to, cookie) = (response.status(), header(header::LOCATION), header(header::SET_COOKIE));
        if let Some(cookie) = &cookie {
            self.cookie = cookie.split(';').next().unwrap().into();
        }
        let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        Seen { status, to, cookie, page: serde_json::from_slice(&bytes).unwrap_or(Value::Null) }
    }
    async fn get(&mut self, path: &str) -> Seen {
        let request = Request::get(path).header(header::COOKIE, &self.cookie);
        self.send(request.body(Body::empty()).unwrap()).await
    }
    async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let request = Request::post(path).header(header::COOKIE, &self.cookie).header("sec-fetch-site", "same-origin");
        let body = serde_urlencoded::to_string(fields).unwrap();
        let request = request.header(header::CONTENT_TYPE, BODY).header(header::CONTENT_LENGTH, body.len());
        self.send(request.body(Body::from(body)).unwrap()).await
    }
    /// From another address than everybody else's here.
    async fn post_elsewhere(&mut self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let request = Request::post(path).header(header::COOKIE, &self.cookie).header("sec-fetch-site", "same-origin");
        let elsewhere = axum::extract::ConnectInfo(std::net::SocketAddr::from(([127, 0, 0, 2], 4000)));
        let body = Body::from(serde_urlencoded::to_string(fields).unwrap());
        let request = request.header(header::CONTENT_TYPE, BODY).extension(elsewhere).body(body).unwrap();
        self.send(request).await
    }
    async fn sign_in(&mut self, username: &str, password: &str) -> Seen {
        self.post(SIGN_IN, &[("username", username), ("password", password)]).await
    }
    /// An account with a password of the worker's own choice, as everybody has after the first day.
    async fn settled(&mut self, n: u128, username: &str) {
        let said = self.office().make(worker(n), "Miriam Okafor", username, FIRST).await.unwrap();
        assert_eq!(said, Ok(()));
        let first = self.sign_in(username, FIRST).await;
        let token = first.text("/page/step/token");
        let done = self.post(NEW_PASSWORD, &[("token", &token), ("new_password", OWN)]).await;
        assert_eq!(done.to.as_deref(), Some("/"));
        self.cookie.clear();
    }
    fn office(&self) -> Accounts {
        Accounts::new(self.db.clone(), worker(999), self.front.time.now())
    }
    async fn is_in(&mut self) -> bool {
        self.get("/").await.status == StatusCode::OK
    }
    async fn code(&self, n: u128) -> String {
        let key = offered_key(&self.db, worker(n)).await.unwrap();
        second_factor::code_of(key, self.front.time.now())
    }
}
impl Seen {
    fn text(&self, pointer: &str) -> String {
        let found = self.page.pointer(pointer).and_then(Value::as_str);
        found.unwrap_or_else(|| panic!("no {pointer} in {}", self.page)).to_string()
    }
    fn is(&self, page: &str) -> bool {
        self.page.pointer("/page/page").and_then(Value::as_str) == Some(page)
    }
}

async fn words_of(db: &Db, sql: &str, given: Vec<crate::Value>) -> Vec<String> {
    #[derive(serde::Deserialize)]
    struct Word {
        word: String,
    }
    let rows = db.all(sql, given).await.unwrap();
    rows.iter().map(|row| row.read::<Word>().unwrap().word).collect()
}

#[tokio::test]
async fn the_first_sign_in_asks_for_a_password_of_ones_own_and_then_leads_where_one_was_going() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.office().make(worker(1), "Miriam Okafor", "Miriam.Okafor", FIRST).await.unwrap().unwrap();
        let asked = b.get(&(visits() + "?from=2026")).await;
        assert!(asked.is("sign_in") && asked.status == StatusCode::UNAUTHORIZED);
        assert_eq!(asked.text("/page/why"), "first");
        let carried = asked.text("/page/carried");
        let fields = [("username", " MIRIAM.okafor "), ("password", FIRST), ("carried", &carried)];
        let step = b.post(SIGN_IN, &fields).await;
        assert!(step.is("new_password"), "{}", step.page);
        assert!(!b.is_in().await, "not before the password is her own");
        let (token, carried) = (step.text("/page/step/token"), step.text("/page/step/carried"));
        let choose = async |b: &mut Browser, new: &str| {
            b.post(NEW_PASSWORD, &[("token", &token), ("new_password", new), ("carried", &carried)]).await
        };
        let weak = choose(&mut b, "miriam.okafor").await;
        assert!(weak.text("/page/step/problem").contains("unrelated words"), "{}", weak.page);
        assert!(choose(&mut b, FIRST).await.text("/page/step/problem").contains("only you know"));
        let before = b.cookie.clone();
        let done = choose(&mut b, OWN).await;
        assert_eq!((done.status, done.to.as_deref()), (StatusCode::SEE_OTHER, Some(&*(visits() + "?from=2026"))));
        assert_ne!(b.cookie, before, "a new session for each step");
        assert!(b.is_in().await);
        b.cookie = before;
        assert!(!b.is_in().await, "the old cookie is worth nothing");
    })
    .await;
}
#[tokio::test]
async fn a_wrong_name_and_a_wrong_password_sound_alike_and_guessing_must_wait() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.settled(1, "miriam").await;
        let (wrong, nobody) = (b.sign_in("miriam", "no").await, b.sign_in("nobody", OWN).await);
        assert_eq!((wrong.status, nobody.status), (StatusCode::UNAUTHORIZED, StatusCode::UNAUTHORIZED));
        assert_eq!(wrong.text("/page/problem"), nobody.text("/page/problem"));
        assert_eq!(wrong.cookie, None);
        for _ in 0..9 {
            b.sign_in("miriam", "no").await;
        }
        let waits = b.sign_in("miriam", OWN).await;
        assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS, "even with the right password");
        assert!(waits.text("/page/problem").contains("Wait 15 minutes"), "{}", waits.page);
        b.at(15);
        assert_eq!(b.sign_in("miriam", OWN).await.to.as_deref(), Some("/"));
        let looks = "SELECT what AS word FROM all_seen WHERE act = 'sign_in' AND who = $1 ORDER BY look";
        let mut expected = vec!["refused"; 10];
        expected.insert(0, "seen");
        expected.push("seen");
        assert_eq!(words_of(&db, looks, vec![worker(1).into()]).await, expected);
    })
    .await;
}
#[tokio::test]
async fn an_account_that_ends_takes_its_live_sessions_with_it_at_once() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.settled(1, "miriam").await;
        b.sign_in("miriam", OWN).await;
        assert!(b.is_in().await);
        b.office().end(worker(1)).await.unwrap().unwrap();
        assert!(!b.is_in().await, "the session that was alive");
        assert_eq!(b.sign_in("miriam", OWN).await.status, StatusCode::UNAUTHORIZED);
        let twice = b.office().end(worker(1)).await.unwrap();
        assert!(twice.unwrap_err().contains("ended"));
        // She comes back a year later, under the same name and with nothing of the old account.
        b.office().make(worker(1), "Miriam Okafor", "miriam", FIRST).await.unwrap().unwrap();
        assert_eq!(b.sign_in("miriam", OWN).await.status, StatusCode::UNAUTHORIZED);
        assert!(b.sign_in("miriam", FIRST).await.is("new_password"));
        let what = words_of(&db, "SELECT what AS word FROM all_audit ORDER BY entry", vec![]).await;
        assert_eq!(what[6..], ["account made", "password chosen", "account ended", "account made"]);
        assert!(matches!(crate::record::verify(&db).await.unwrap(), Verdict::Whole { entries: 10, .. }));
    })
    .await;
}
#[tokio::test]
async fn a_role_that_needs_a_second_factor_enrols_before_it_sees_anything_and_gives_a_code_each_time() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.settled(3, "director").await;
        b.sign_in("director", OWN).await;
        let enrol = b.get("/").await;
        assert!(enrol.is("enrol") && enrol.text("/page/link").contains("otpauth://totp/Loxley:director?"));
        assert!(!b.is_in().await, "nothing else until it is done");
        let (token, carried) = (enrol.text("/page/step/token"), enrol.text("/page/step/carried"));
        let wrong = b.post(ENROL, &[("token", &token), ("code", "000000"), ("carried", &carried)]).await;
        assert!(wrong.is("enrol") && wrong.text("/page/key") == enrol.text("/page/key"), "the same key again");
        let code = b.code(3).await;
        let done = b.post(ENROL, &[("token", &token), ("code", &code), ("carried", &carried)]).await;
        assert_eq!(done.to.as_deref(), Some("/"));
        assert_eq!(b.get("/").await.status, StatusCode::OK);

        b.at(1);
        let asked = b.sign_in("director", OWN).await;
        assert!(asked.is("code") && !b.is_in().await, "a password alone is half of it");
        let token = asked.text("/page/step/token");
        let replayed = b.post(CODE, &[("token", &token), ("code", &code)]).await;
        assert!(replayed.text("/page/step/problem").contains("used already"), "the code of a minute ago");
        let fresh = b.code(3).await;
        let forged = b.post(CODE, &[("token", "forged"), ("code", &fresh)]).await;
        assert!(forged.is("sign_in") && !b.is_in().await, "not from our own form");
        assert_eq!(b.post(CODE, &[("token", &token), ("code", &fresh)]).await.to.as_deref(), Some("/"));
        assert_eq!(b.get("/").await.status, StatusCode::OK);
        let mut other = Browser { cookie: String::new(), ..b.clone() };
        let token = other.sign_in("director", OWN).await.text("/page/step/token");
        let replayed = other.post(CODE, &[("token", &token), ("code", &fresh)]).await;
        assert_eq!(replayed.status, StatusCode::UNAUTHORIZED, "somebody looked over the shoulder");
        b.office().forget_second_factor(worker(3)).await.unwrap().unwrap();
        b.sign_in("director", OWN).await;
        assert!(b.get("/").await.is("enrol"), "a lost phone: a new key");
        assert_ne!(b.get("/").await.text("/page/key"), enrol.text("/page/key"));
    })
    .await;
}
#[tokio::test]
async fn a_password_alone_does_not_buy_more_guesses_at_the_code() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.settled(3, "director").await;
        b.sign_in("director", OWN).await;
        let token = b.get("/").await.text("/page/step/token");
        let code = b.code(3).await;
        b.post(ENROL, &[("token", &token), ("code", &code)]).await;
        for _ in 0..10 {
            b.cookie.clear();
            let token = b.sign_in("director", OWN).await.text("/page/step/token");
            b.post(CODE, &[("token", &token), ("code", "000000")]).await;
        }
        assert_eq!(b.sign_in("director", OWN).await.status, StatusCode::TOO_MANY_REQUESTS);
        b.cookie.clear();
        let elsewhere = b.post_elsewhere(SIGN_IN, &[("username", "director"), ("password", OWN)]).await;
        let token = elsewhere.text("/page/step/token");
        let guess = b.post_elsewhere(CODE, &[("token", &token), ("code", "000000")]).await;
        assert_eq!(guess.status, StatusCode::TOO_MANY_REQUESTS, "nor another address");
    })
    .await;
}
#[tokio::test]
async fn words_typed_into_a_dead_session_come_back_to_the_same_worker_with_a_fresh_token() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.settled(1, "miriam").await;
        b.sign_in("miriam", OWN).await;
        let token = crate::sign_in::session::SessionId::of(
            &[(header::COOKIE, b.cookie.parse().unwrap())].into_iter().collect(),
            false,
        )
        .unwrap()
        .token();
        b.at(40);
        let words = "He asked \"where is Mum?\"\r\n<b>twice</b>";
        let late = b.post(&visits(), &[("token", &token), ("words", words), ("seen_alone", "yes")]).await;
        assert!(late.is("sign_in") && late.text("/page/why") == "words_kept", "{}", late.page);
        let carried = late.text("/page/carried");
        assert!(!carried.contains(&token), "the old token is not carried");
        let wrong = b.post(SIGN_IN, &[("username", "miriam"), ("password", "no"), ("carried", &carried)]).await;
        assert_eq!(wrong.text("/page/carried"), carried, "a slip of the finger loses nothing");

        let back = b.post(SIGN_IN, &[("username", "miriam"), ("password", OWN), ("carried", &carried)]).await;
        assert!(back.is("resume") && back.text("/page/to") == visits(), "{}", back.page);
        assert_eq!(
            back.page.pointer("/page/fields").unwrap(),
            &serde_json::json!([["words", words], ["seen_alone", "yes"]])
        );
        let fresh = back.text("/page/token");
        assert_ne!(fresh, token);
        let sent = b.post(&visits(), &[("token", &fresh), ("words", words)]).await;
        assert_eq!(sent.status, StatusCode::OK);
        let kept = words_of(&db, "SELECT notes AS word FROM all_visit", vec![]).await;
        assert_eq!(kept, [words], "once, and as typed");
    })
    .await;
}
#[tokio::test]
async fn another_worker_at_the_same_screen_gets_neither_the_words_nor_the_page() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.settled(1, "miriam").await;
        b.settled(2, "joseph").await;
        b.sign_in("miriam", OWN).await;
        b.at(40);
        let late = b.post(&visits(), &[("words", "He was bruised")]).await;
        let carried = late.text("/page/carried");
        let other = b.post(SIGN_IN, &[("username", "joseph"), ("password", OWN), ("carried", &carried)]).await;
        assert_eq!((other.status, other.to.as_deref()), (StatusCode::SEE_OTHER, Some("/")));
        assert!(b.is_in().await);
        // And a form that Miriam left open in another tab is not sent in Joseph's name.
        let left = b.post(&visits(), &[("token", "hers"), ("words", "He was bruised")]).await;
        assert_eq!(left.status, StatusCode::FORBIDDEN);
        assert!(left.is("trouble") && !left.page.to_string().contains("bruised"), "{}", left.page);
    })
    .await;
}
#[tokio::test]
async fn a_form_left_open_over_a_new_sign_in_gives_its_words_back_to_be_sent_again() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.settled(1, "miriam").await;
        b.sign_in("miriam", OWN).await;
        let old = b.get("/sign-in/password").await.text("/page/step/token");
        b.sign_in("miriam", OWN).await;
        let again = b.post(&visits(), &[("token", &old), ("words", "all well")]).await;
        assert!(again.is("resume") && again.status == StatusCode::CONFLICT, "{}", again.page);
        let fresh = again.text("/page/token");
        assert_eq!(b.post(&visits(), &[("token", &fresh), ("words", "all well")]).await.status, StatusCode::OK);
        let forged = b.post(&visits(), &[("words", "all well")]).await;
        assert_ne!(forged.status, StatusCode::OK, "without a token");
    })
    .await;
}
#[tokio::test]
async fn signing_out_takes_a_token_and_ends_the_session() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.settled(1, "miriam").await;
        b.sign_in("miriam", OWN).await;
        assert_eq!(b.post(SIGN_OUT, &[("token", "forged")]).await.status, StatusCode::FORBIDDEN);
        assert!(b.is_in().await);
        let token = b.get(NEW_PASSWORD).await.text("/page/step/token");
        let cookie = b.cookie.clone();
        let out = b.post(SIGN_OUT, &[("token", &token)]).await;
        assert!(out.is("signed_out") && out.cookie.unwrap().contains("Max-Age=0"));
        b.cookie = cookie;
        assert!(!b.is_in().await);
    })
    .await;
}
#[tokio::test]
async fn somebody_signed_in_changes_their_password_with_the_present_one_and_their_other_sessions_end() {
    on_both(async |db: Db| {
        let mut b = Browser::new(&db).await;
        b.settled(1, "miriam").await;
        b.sign_in("miriam", OWN).await;
        let mut elsewhere = Browser { cookie: String::new(), ..b.clone() };
        elsewhere.sign_in("miriam", OWN).await;
        let token = b.get(NEW_PASSWORD).await.text("/page/step/token");
        let new = "copper badger sonnet umbrella";
        let fields = |present| [("token", token.as_str()), ("password", present), ("new_password", new)];
        let wrong = b.post(NEW_PASSWORD, &fields("no")).await;
        assert!(wrong.text("/page/step/problem").contains("present password"));
        assert_eq!(b.post(NEW_PASSWORD, &fields(OWN)).await.to.as_deref(), Some("/"));
        assert!(b.is_in().await && !elsewhere.is_in().await);
        b.office().reset_password(worker(1), "Miriam Okafor", FIRST).await.unwrap().unwrap();
        assert!(!b.is_in().await, "reset by an administrator");
        assert!(b.sign_in("miriam", FIRST).await.is("new_password"));
    })
    .await;
}
#[tokio::test]
async fn invented_people_sign_in_to_a_town_on_this_machine_only() {
    on_both(async |db: Db| {
        db.migrate(TABLES).await.unwrap();
        let office = Accounts::new(db.clone(), worker(999), minute(0));
        let people = [(worker(3), "rosa.pike".to_string()), (worker(2), "ned.thorn".to_string())];
        let said = office.demo(&people, &[], "tavomirosela").await.unwrap_err().to_string();
        assert!(said.contains("town"), "{said}");
        found_town(&db, minute(0)).await.unwrap();
        let mut b = Browser::new(&db).await;
        office.demo(&people, &[], "tavomirosela").await.unwrap();
        b.front.town = true;
        assert_eq!(b.sign_in("rosa.pike", "tavomirosela").await.to.as_deref(), Some("/"));
        assert!(b.is_in().await);
        assert_eq!(b.get("/").await.status, StatusCode::OK, "invented people have no telephones");
        b.office().demo(&people, &[], "lumiketavoro").await.unwrap();
        assert_eq!(b.sign_in("ned.thorn", "tavomirosela").await.status, StatusCode::UNAUTHORIZED);
        b.sign_in("ned.thorn", "lumiketavoro").await;
        b.front.town = false;
        assert!(!b.is_in().await, "not where the pages do not say that people are invented");
        b.front.town = true;
        assert!(b.is_in().await);
        b.front.way = listen::way("0.0.0.0:80".parse().unwrap(), &["127.0.0.1".parse().unwrap()]).unwrap();
        let far = Request::post(SIGN_IN).header("x-forwarded-proto", "https").header("sec-fetch-site", "same-origin");
        let far = far.header(header::CONTENT_TYPE, BODY);
        let refused = b.send(far.body("username=ned.thorn&password=lumiketavoro".into()).unwrap()).await;
        assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
        let again = found_town(&db, minute(1)).await.unwrap_err().to_string();
        assert!(again.contains("new one"), "a database that holds accounts is never made a town: {again}");
    })
    .await;
}
