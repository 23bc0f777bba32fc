//! An empty record becomes a working one: an administrator forms a team and makes accounts, takes a
//! return in, a manager allocates, and that worker's Today is full.
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use casework::{
    deeds::{ManageAccounts, RunService, ViewChild},
    pages,
};
use kernel::{Desk, Said, Within, testing::*};
use practice::{Id, Subject, access::Role, workforce};
use serde::Deserialize;
use tower::ServiceExt as _;

use crate::returns::{desk, whole};

/// Somebody in front of the pages.
pub struct Person {
    pub id: Id,
    pages: Router,
}
impl Person {
    fn new(id: Id, desk: &Desk) -> Person {
        Person { id, pages: pages().get("/the-question-of-today", todays).router(desk.clone()) }
    }
    async fn ask(&self, request: axum::http::request::Builder, body: Body) -> (StatusCode, String, String) {
        let request = request.header(TEST_HEADER, self.id.to_string()).body(body).unwrap();
        let answer = self.pages.clone().oneshot(request).await.unwrap();
        let place = answer.headers().get(header::LOCATION).map_or("", |l| l.to_str().unwrap()).to_string();
        let status = answer.status();
        let text = to_bytes(answer.into_body(), 1 << 24).await.unwrap();
        (status, place, String::from_utf8_lossy(&text).into_owned())
    }
    pub async fn get(&self, path: &str) -> (StatusCode, String) {
        let (status, _, text) = self.ask(Request::get(path), Body::empty()).await;
        (status, text)
    }
    /// Where it leads, or what is wrong with it.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Result<String, (StatusCode, String)> {
        let fields: Vec<_> = fields.iter().copied().chain([("token", TEST_TOKEN)]).collect();
        let form = serde_urlencoded::to_string(fields).unwrap();
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        Self::led(self.ask(request, form.into()).await)
    }
    pub async fn upload(
        &self,
        path: &str,
        field: &str,
        files: &[(&str, &str)],
    ) -> Result<String, (StatusCode, String)> {
        self.upload_with(path, field, files, &[]).await
    }
    pub async fn upload_with(
        &self,
        path: &str,
        field: &str,
        files: &[(&str, &str)],
        beside: &[(&str, &str)],
    ) -> Result<String, (StatusCode, String)> {
        let files: Vec<_> = files.iter().map(|(name, text)| (field, *name, text.as_bytes())).collect();
        self.upload_bytes(path, &files, beside).await
    }
    /// Files that are no text too, each with its field.
    pub async fn upload_bytes(
        &self,
        path: &str,
        files: &[(&str, &str, &[u8])],
        beside: &[(&str, &str)],
    ) -> Result<String, (StatusCode, String)> {
        let mut parts = vec![("name=\"token\"".to_owned(), TEST_TOKEN.as_bytes())];
        parts.extend(files.iter().map(|(field, name, b)| (format!("name=\"{field}\"; filename=\"{name}\""), *b)));
        parts.extend(beside.iter().map(|(name, words)| (format!("name=\"{name}\""), words.as_bytes())));
        let mut body = vec![];
        for (head, bytes) in parts {
            body.extend(format!("--x\r\nContent-Disposition: form-data; {head}\r\n\r\n").into_bytes());
            body.extend(bytes);
            body.extend(b"\r\n");
        }
        body.extend(b"--x--\r\n");
        let request = Request::post(path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
        Self::led(self.ask(request, Body::from(body)).await)
    }
    fn led((status, place, text): (StatusCode, String, String)) -> Result<String, (StatusCode, String)> {
        if status.is_redirection() { Ok(place) } else { Err((status, text)) }
    }
}

#[derive(Deserialize)]
struct Owed {
    name: Option<String>,
    clock: String,
    standing: String,
}
/// What Today asks, whatever it looks like.
async fn todays(may: Within<ViewChild>) -> String {
    const MINE: &str = "-- What do I owe, to whom?\n\
        SELECT COALESCE(child.name, child.label) AS name, o.clock, o.standing FROM owed_now o JOIN child ON child.id = o.child \
        WHERE EXISTS (SELECT 1 FROM allocation a WHERE a.child = o.child AND a.worker = :me AND a.ended IS NULL) \
        ORDER BY o.child, o.clock";
    let rows: Vec<Owed> = may.reading().await.unwrap().ask(MINE, &[]).await.unwrap();
    let line = |o: &Owed| format!("{} {} {}\n", o.name.as_deref().unwrap_or("-"), o.clock, o.standing);
    rows.iter().map(line).collect()
}
#[derive(Deserialize)]
struct Named {
    id: Id,
    name: String,
}
pub async fn named(desk: &Desk, question: &'static str, name: &str) -> Id {
    let job = desk.job::<RunService>("a test");
    let rows: Vec<Named> = job.reading().await.unwrap().ask(question, &[]).await.unwrap();
    rows.iter().find(|r| r.name == name).unwrap_or_else(|| panic!("there is no {name}")).id
}
pub const TEAMS: &str = "-- Which teams?\nSELECT id, name FROM team ORDER BY id";
const WORKERS: &str = "-- Which workers?\nSELECT id, name FROM worker ORDER BY id";
pub const CHILDREN: &str = "-- Which children?\nSELECT id, COALESCE(name, label) AS name FROM child ORDER BY id";

const HEADER: &str = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n\
    1001,2,01/02/2014,WBRI,A123456789012,,\n1002,1,05/06/2012,WBRI,UN1,,\n1003,1,05/06/2011,WBRI,UN1,,\n";
const EPISODES: &str = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n\
    1001,04/05/2026,S,V2,N1,U4,PR1,,,,,,\n1002,11/05/2026,S,C2,N1,U4,PR1,,,,,,\n1003,12/05/2026,S,C2,N1,U4,PR1,,,,,,\n";
const REVIEWS: &str = "CHILD,DOB,REVIEW,REVIEW_CODE\n1002,05/06/2012,05/06/2026,PN1\n";

pub const RETURN: [(&str, &str); 4] =
    [("header.csv", HEADER), ("episodes.csv", EPISODES), ("reviews.csv", REVIEWS), ("notes.txt", "hello")];

/// As `loxley account add` does.
pub async fn first_administrator(desk: &Desk) -> Id {
    let job = desk.job::<ManageAccounts>("account add");
    let id = kernel::chance::id();
    job.accounts().make(id, "Marjorie Teal", "marjorie.teal", "dofagebazovilu").await.unwrap().unwrap();
    let post = workforce::Fact::PostTaken { name: "Marjorie Teal".into(), role: Role::Administrator, team: Id::nil() };
    job.keep(vec![Said::new(Subject::Worker(id), desk.today(), post)]).await.unwrap();
    id
}
pub async fn make(admin: &Person, desk: &Desk, name: &str, role: &str, team: Id, username: &str) -> Person {
    let team = if team.is_nil() { String::new() } else { team.to_string() };
    let fields = [("name", name), ("role", role), ("team", team.as_str()), ("username", username)];
    let shown = admin.post("/set-up/accounts/new", &fields).await.expect_err("the page that shows a password once");
    assert_eq!(shown.0, StatusCode::OK);
    assert!(shown.1.contains("First password"));
    Person::new(named(desk, WORKERS, name).await, desk)
}
/// The page that says what the files would do.
async fn upload(person: &Person, files: &[(&str, &str)]) -> String {
    assert_eq!(person.upload("/import", "files", files).await, Ok("/import/waiting".into()));
    person.get("/import/waiting").await.1
}
fn value<'p>(page: &'p str, field: &str) -> &'p str {
    let found = page.split(&format!("name=\"{field}\" value=\"")).nth(1).and_then(|rest| rest.split('"').next());
    found.unwrap_or_else(|| panic!("there is no {field} in {page}"))
}
pub fn person(id: Id, desk: &Desk) -> Person {
    Person::new(id, desk)
}
/// Somebody more, whom nobody had to make before.
pub async fn colleague(desk: &Desk, name: &str, role: &str) -> Person {
    let admin = named(desk, WORKERS, "Marjorie Teal").await;
    let username = name.to_lowercase().replace(' ', ".");
    make(&Person::new(admin, desk), desk, name, role, Id::nil(), &username).await
}
pub async fn take_in(person: &Person, files: &[(&str, &str)]) {
    let plan = upload(person, files).await;
    assert!(plan.contains("Nothing is written yet") && plan.contains("3 new to the record"), "{plan}");
    assert!(plan.contains("notes.txt"), "what is not read is named");
    decide(person, &plan).await;
}
pub async fn take_in_again(person: &Person, files: &[(&str, &str)]) {
    let plan = upload(person, files).await;
    decide(person, &plan).await;
}
async fn decide(person: &Person, plan: &str) {
    // The year is guessed from the latest episode, and is asked for.
    let yes = [("upload", value(plan, "upload")), ("year", "2027")];
    let begun = person.post("/import/waiting", &yes).await.unwrap();
    for _ in 0..10_000 {
        let (_, page) = person.get(&begun).await;
        if !page.contains("data-state=\"working\"") {
            assert!(page.contains("data-state=\"finished\""), "{page}");
            let (status, delivery) = person.get(begun.trim_end_matches("/progress")).await;
            assert_eq!(status, StatusCode::OK);
            assert!(delivery.contains("header.csv") && delivery.contains("Marjorie Teal"), "{delivery}");
            return;
        }
    }
    panic!("the return was never taken in");
}

#[tokio::test]
async fn an_empty_record_becomes_one_whose_workers_know_what_they_owe() {
    on_both(|db| async move {
        let desk = desk(db).await;
        let admin = Person::new(first_administrator(&desk).await, &desk);
        assert_eq!(admin.post("/set-up/teams", &[("name", "Lantern")]).await, Ok("/set-up/teams".into()));
        let team = named(&desk, TEAMS, "Lantern").await;
        let grace = make(&admin, &desk, "Grace Adeyinka", "social_worker", team, "grace.adeyinka").await;
        let ruth = make(&admin, &desk, "Ruth Ollerton", "team_manager", team, "ruth.ollerton").await;
        take_in(&admin, &RETURN).await;
        assert_eq!(grace.get("/the-question-of-today").await, (StatusCode::OK, String::new()));

        // Two are ticked; the third comes from a list.
        let (_, list) = ruth.get("/set-up/allocate").await;
        assert!(["Child 1001", "Child 1002", "Child 1003"].iter().all(|child| list.contains(child)), "{list}");
        let mut ids = vec![];
        for name in ["Child 1001", "Child 1002", "Child 1003"] {
            ids.push(named(&desk, CHILDREN, name).await.to_string());
        }
        let worker = grace.id.to_string();
        let to = [("worker", worker.as_str()), ("part", "worker")];
        let wrong = ruth.post("/set-up/allocate", &to).await.expect_err("no child was chosen");
        assert_eq!(wrong.0, StatusCode::UNPROCESSABLE_ENTITY);
        let ticked = [("child", ids[0].as_str()), ("child", ids[1].as_str()), to[0], to[1]];
        assert_eq!(ruth.post("/set-up/allocate", &ticked).await, Ok("/set-up/allocate?given=2".into()));
        let list = [("list.csv", "child,worker\n1003,grace adeyinka\n1009,Grace Adeyinka\n")];
        let (status, problems) = ruth.upload("/set-up/allocate/list", "list", &list).await.unwrap_err();
        assert_eq!((status, problems.contains("1009")), (StatusCode::UNPROCESSABLE_ENTITY, true));
        let list = [("list.csv", "child,worker\n1003,grace adeyinka\n")];
        let (_, fine) = ruth.upload("/set-up/allocate/list", "list", &list).await.unwrap_err();
        let line = value(&fine, "line");
        let confirmed = [("child", ids[2].as_str()), ("line", line)];
        assert_eq!(ruth.post("/set-up/allocate/list/confirm", &confirmed).await, Ok("/set-up/allocate?given=1".into()));

        let (_, owed) = grace.get("/the-question-of-today").await;
        assert!(owed.contains("Child 1001 L03 overdue\n"), "the return would have told of a review: {owed}");
        assert!(!owed.contains("Child 1002 L03"), "that review was held");
        assert!(owed.contains("Child 1003 V01 not_known\n"), "no return tells of visits: {owed}");
        whole(&desk).await;
    })
    .await;
}

#[tokio::test]
async fn two_children_with_one_number_stay_two_until_somebody_says_how_they_know() {
    on_both(|db| async move {
        let desk = desk(db).await;
        let admin = Person::new(first_administrator(&desk).await, &desk);
        let twice = HEADER.replace("1003,1,05/06/2011,WBRI,UN1", "1003,2,01/02/2014,WBRI,A123456789012");
        let files = [("header.csv", twice.as_str()), RETURN[1], RETURN[2], RETURN[3]];
        assert_eq!(admin.post("/set-up/teams", &[("name", "Lantern")]).await, Ok("/set-up/teams".into()));
        take_in(&admin, &files).await;
        let (_, list) = admin.get("/import/same").await;
        assert!(list.contains("Child 1001") && list.contains("Child 1003") && list.contains("1 pair"), "{list}");
        let list = list.replace("&#x2f;", "/");
        let pair = list.split("href=\"/import/same/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let pair = format!("/import/same/{pair}");
        assert!(admin.get(&pair).await.1.contains("A123456789012"));
        let unsaid = admin.post(&pair, &[("same", "same")]).await.unwrap_err();
        assert_eq!(unsaid.0, StatusCode::UNPROCESSABLE_ENTITY);
        let said = [("same", "same"), ("why", "The school says so")];
        assert_eq!(admin.post(&pair, &said).await, Ok("/import/same?said=yes".into()));
        assert!(admin.get("/import/same").await.1.contains("There is nothing to decide"));
        let team = named(&desk, TEAMS, "Lantern").await;
        let ruth = make(&admin, &desk, "Ruth Ollerton", "team_manager", team, "ruth.ollerton").await;
        let first = named(&desk, CHILDREN, "Child 1001").await;
        let (_, record) = ruth.get(&format!("/children/{first}")).await;
        assert!(record.contains("This is the same child as") && record.contains("The school says so"), "{record}");
        // The same files again raise the pair again, and nobody is asked twice.
        take_in_again(&admin, &files).await;
        assert!(admin.get("/import/same").await.1.contains("There is nothing to decide"));
        whole(&desk).await;
    })
    .await;
}

#[tokio::test]
async fn a_year_that_was_guessed_wrong_is_put_right_before_anything_is_written() {
    on_both(|db| async move {
        let desk = desk(db).await;
        let admin = Person::new(first_administrator(&desk).await, &desk);
        let before = whole(&desk).await;
        let plan = upload(&admin, &RETURN).await;
        let other_year = [("upload", value(&plan, "upload")), ("year", "2026")];
        assert_eq!(admin.post("/import/waiting", &other_year).await, Ok("/import/waiting".into()));
        let plan = admin.get("/import/waiting").await.1;
        assert!(plan.contains("31 March 2026, as you said"), "{plan}");
        // An answer to another upload than the one that is shown is no answer.
        let stale = Id::new_v4().to_string();
        assert_eq!(admin.post("/import/waiting", &[("upload", &stale)]).await, Ok("/import/waiting".into()));
        assert_eq!(whole(&desk).await, before);
        let refused = admin.upload("/import", "files", &[("a.csv", "name,town\nx,y\n")]).await.unwrap_err();
        assert_eq!((refused.0, refused.1.contains("a.csv")), (StatusCode::UNPROCESSABLE_ENTITY, true));
        let nothing = admin.upload("/import", "files", &[]).await.unwrap_err();
        assert!(nothing.1.contains("Choose the files of the return"));
    })
    .await;
}

#[tokio::test]
async fn an_account_that_ends_is_closed_at_once_and_nobody_ends_their_own() {
    on_both(|db| async move {
        let desk = desk(db).await;
        let admin = Person::new(first_administrator(&desk).await, &desk);
        let grace = make(&admin, &desk, "Grace Adeyinka", "social_worker", Id::nil(), "grace.adeyinka").await;
        assert_eq!(grace.get("/the-question-of-today").await.0, StatusCode::OK);
        assert_eq!(grace.get("/set-up").await.0, StatusCode::FORBIDDEN);

        let end = |id: Id| format!("/set-up/accounts/{id}/end");
        let own = admin.post(&end(admin.id), &[("sure", "yes")]).await.unwrap_err();
        assert_eq!((own.0, own.1.contains("Nobody ends their own account")), (StatusCode::UNPROCESSABLE_ENTITY, true));
        let unsure = admin.post(&end(grace.id), &[]).await.unwrap_err();
        assert_eq!(unsure.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(grace.get("/the-question-of-today").await.0, StatusCode::OK, "nothing has happened yet");

        admin.post(&end(grace.id), &[("sure", "yes")]).await.unwrap();
        assert_eq!(grace.get("/the-question-of-today").await.0, StatusCode::FORBIDDEN);
        assert_eq!(admin.get("/set-up/accounts").await.0, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn a_rota_is_made_for_the_days_ahead() {
    on_both(|db| async move {
        let desk = desk(db).await;
        let admin = Person::new(first_administrator(&desk).await, &desk);
        let joy = make(&admin, &desk, "Joy Amankwah", "front_door", Id::nil(), "joy.amankwah").await;
        let (_, page) = admin.get("/set-up/rota").await;
        assert!(page.contains("56 gaps"), "{page}");
        let worker = joy.id.to_string();
        let mut turn = vec![("worker", worker.as_str()), ("time", "day"), ("on", "on")];
        turn.extend([("from-day", "23"), ("from-month", "11"), ("from-year", "2026")]);
        turn.extend([("until-day", "27"), ("until-month", "11"), ("until-year", "2026")]);
        admin.post("/set-up/rota", &turn).await.unwrap();
        assert!(admin.get("/set-up/rota").await.1.contains("51 gaps"));
        admin.post("/set-up/rota", &turn).await.unwrap();
        turn[2] = ("on", "off");
        admin.post("/set-up/rota", &turn).await.unwrap();
        assert!(admin.get("/set-up/rota").await.1.contains("56 gaps"), "put on twice, taken off once");
    })
    .await;
}
