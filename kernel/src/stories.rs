//! Stories through HTTP: what a request meets on its way to a page.
use crate::{
    Allowed, AllowedAll, Anew, Db, Deed, Demand, Desk, Form, Leave as _, Pages, Query, Service, Settings, Signed, Time,
    Told, Upload, Within, Writes, testing::*,
};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header::CONTENT_TYPE},
};
use practice::{
    Fact, Id, Subject,
    access::{Act, Role, Worker, grant},
    day::{date, plus_hours},
    people::{self, Visit},
};
use serde::Deserialize;
use tower::ServiceExt as _;

macro_rules! deeds {
    ($($deed:ident: $($writes:ident)?),*) => { $(
        struct $deed;
        impl Deed for $deed { const ACT: Act = Act::$deed; }
        $(impl $writes for $deed {})?
    )* };
}
deeds!(ViewChild:, RecordWork: Writes, Import: Writes);

#[derive(Deserialize)]
struct Row {
    id: Id,
    name: Option<String>,
}
#[derive(Deserialize)]
struct Notes {
    notes: String,
}
#[derive(Deserialize)]
struct Filter {
    born_after: Option<practice::Date>,
}
const CHILDREN: &str =
    "-- Who is there?\nSELECT id, name FROM child WHERE (:after IS NULL OR born > :after) ORDER BY id";

async fn children(may: Within<ViewChild>, Query(filter): Query<Filter>) -> String {
    let mut reading = may.reading().await.unwrap();
    let rows: Vec<Row> = reading.ask(CHILDREN, &[("after", filter.born_after.into())]).await.unwrap();
    rows.iter().map(|c| format!("{} {}\n", c.id, c.name.as_deref().unwrap_or("-"))).collect()
}
async fn show(may: Allowed<ViewChild>) -> String {
    let nothing = [("after", None::<practice::Date>.into())];
    let alone: Vec<Row> = may.reading().await.unwrap().ask(CHILDREN, &nothing).await.unwrap();
    let reach: Vec<Row> = may.reading_in_reach().await.unwrap().ask(CHILDREN, &nothing).await.unwrap();
    let mut reading = may.reading().await.unwrap();
    let facts = reading.history(may.child()).await.unwrap().map(|h| h.all().count());
    let others = reading.facts(Subject::Child(child(900))).await.unwrap().is_some()
        || reading.facts(Subject::Worker(may.who().id)).await.unwrap().is_some();
    assert!(!others, "leave for one child reads one child");
    format!("{} alone, {} in reach, facts {facts:?}, {}", alone.len(), reach.len(), may.path("child").unwrap())
}
async fn record(may: Allowed<RecordWork>, Form(sent): Form<Notes>) -> String {
    let visit = Visit { seen: true, notes: sent.notes, ..Visit::default() };
    may.keep(may.today(), Some(may.now()), people::Fact::Visited(visit)).await.unwrap().to_string()
}
async fn record_all(may: AllowedAll<RecordWork>, Form(sent): Form<Notes>) -> String {
    let visit = |of: Id| Visit { seen: true, notes: format!("{} {of}", sent.notes), ..Visit::default() };
    may.keep_each(may.today(), None, |of| people::Fact::Visited(visit(of)).into()).await.unwrap().len().to_string()
}
async fn register(may: Anew<RecordWork>, Form(_): Form<Notes>) -> String {
    let Some(new) = may.path("new").and_then(|id| id.parse().ok()) else { return "no id".into() };
    let fact = born(1, date(2020, 1, 1)).fact;
    match may.keep(Subject::Child(new), vec![(may.today(), None, fact)]).await {
        Ok(ids) => ids.len().to_string(),
        Err(said) => said.to_string(),
    }
}
async fn import(may: Service<Import>, upload: Upload) -> String {
    let nothing = [("after", None::<practice::Date>.into())];
    let all: Vec<Row> = may.reading().await.unwrap().ask(CHILDREN, &nothing).await.unwrap();
    let past = may.tell(vec![], |_, _| {}).await;
    assert!(past.is_err(), "nobody who signed in says what was known earlier");
    let Notes { notes } = upload.fields().unwrap();
    let files: Vec<String> = upload
        .files
        .iter()
        .map(|f| format!("{} {} {}", f.name, f.size, std::fs::read_to_string(f.path()).unwrap().len()))
        .collect();
    format!("{} children, {notes}, {}", all.len(), files.join("; "))
}
fn pages() -> Pages {
    Pages::default()
        .get_with("/children", children)
        .get("/children/{child}", show)
        .post("/children/{child}/visits", record)
        .post("/visits", record_all)
        .post("/register/{new}", register)
        .post("/import", import)
        .public("/deadlines", axum::routing::get(|| async { "open to all" }))
}
/// Children 0-11: each third restricted, some with an opening, a conflict or a named worker.
/// Workers 1-14: one of each role but in three teams; 20 has left.
async fn people(db: &Db) -> (Router, Desk) {
    db.migrate(TABLES).await.unwrap();
    let mut said: Vec<_> = (1..).zip(Role::PEOPLE).map(|(n, role)| post(n, role, n % 3)).collect();
    said.push(post(13, Role::SocialWorker, 1));
    said.push(post(14, Role::SocialWorker, 2));
    said.push(post(20, Role::TeamManager, 1));
    let left = Fact::Workforce(practice::workforce::Fact::Left);
    said.push(crate::Said::new(Subject::Worker(worker(20)), date(2026, 1, 1), left));
    for n in 0..12 {
        said.push(born(n, date(2012, 1, 1 + n as i8)));
        said.push(allocated(n, [1, 13, 14, 3][n as usize % 4], n % 3));
        if n % 4 == 1 {
            let part = people::Part::Worker;
            said.push(about(n, date(2025, 1, 1), people::Fact::AllocationEnded { worker: worker(13), part }));
        }
        if n % 3 == 0 {
            let named = if n == 6 { vec![worker(5)] } else { vec![] };
            said.push(about(n, date(2026, 1, 1), people::Fact::Restricted { why: "a test".into(), named }));
        }
        let opened = |worker, until, glass_broken| people::Fact::Opened { worker, until, glass_broken, why: "".into() };
        if n % 2 == 0 {
            said.push(about(n, TODAY, opened(worker(14), plus_hours(noon(TODAY), 1), n % 3 == 0)));
            said.push(about(n, TODAY, opened(worker(3), noon(TODAY), true)));
        }
        if n % 5 == 0 {
            said.push(about(n, TODAY, people::Fact::ConflictDeclared { worker: worker(1 + n), why: "".into() }));
        }
    }
    kept(db, said).await;
    // A folder of its own: what another run left behind is not ours.
    let upload_folder = std::env::temp_dir().join(format!("loxley-uploads-{}", Id::new_v4().simple()));
    let settings =
        Settings { time: Time::Fixed(noon(TODAY)), upload_limit: 1000, upload_folder, ..Settings::default() };
    let desk = Desk::new(db.clone(), house(), settings);
    (pages().router(desk.clone()), desk)
}
async fn answer(
    app: &Router,
    who: Option<u128>,
    request: axum::http::request::Builder,
    body: String,
) -> (StatusCode, String) {
    let request = match who {
        Some(n) => request.header(TEST_HEADER, worker(n).to_string()),
        None => request,
    };
    let response = app.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
    let status = response.status();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, String::from_utf8(bytes.to_vec()).unwrap())
}
async fn get(app: &Router, who: u128, path: &str) -> (StatusCode, String) {
    answer(app, Some(who), Request::get(path), String::new()).await
}
async fn post_form(app: &Router, who: u128, path: &str, body: &str) -> (StatusCode, String) {
    let request = Request::post(path).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    answer(app, Some(who), request, body.into()).await
}
fn token() -> String {
    format!("token={}", TEST_TOKEN.replace(' ', "+"))
}
async fn looks(db: &Db) -> Vec<(String, Option<Id>)> {
    #[derive(Deserialize)]
    struct Look {
        what: String,
        act: String,
        subject: Option<Id>,
    }
    let rows = db.all("SELECT what, act, subject FROM all_seen ORDER BY look", vec![]).await.unwrap();
    let looks = rows.iter().map(|row| row.read::<Look>().unwrap());
    looks.map(|l| (format!("{} {}", l.what, l.act), l.subject)).collect()
}

#[tokio::test]
async fn the_list_and_the_door_agree_and_both_with_the_table_of_grants() {
    on_both(|db| async move {
        let (app, desk) = people(&db).await;
        let mut open = 0;
        for w in 1..=14 {
            let role = Role::PEOPLE.get(w as usize - 1).copied().unwrap_or(Role::SocialWorker);
            let who = Worker {
                id: worker(w),
                name: String::new(),
                role,
                team: team(if w == 13 {
                    1
                } else if w == 14 {
                    2
                } else {
                    w % 3
                }),
            };
            let (status, list) = get(&app, w, "/children").await;
            for n in 0..12 {
                let known = crate::door::record(&desk, child(n)).await.unwrap().unwrap();
                let may = grant(role, Act::ViewChild).is_some_and(|g| g.reach.holds(&who, &known, noon(TODAY)));
                let listed = status == StatusCode::OK && list.contains(&child(n).to_string());
                let (door, page) = get(&app, w, &format!("/children/{}", child(n))).await;
                assert_eq!((listed, door == StatusCode::OK), (may, may), "{role:?} {w} and child {n}: {page}");
                open += u32::from(may);
            }
            let names = status == StatusCode::OK && role != Role::Analyst && !list.is_empty();
            assert_eq!(list.contains("Child "), names, "{role:?} {list}");
        }
        assert!((40..120).contains(&open), "{open}: some are open and some are not");
    })
    .await;
}
#[tokio::test]
async fn whoever_may_not_know_gets_the_answer_for_an_unknown_id_and_whoever_may_can_open_it() {
    on_both(|db| async move {
        let (app, _) = people(&db).await;
        let restricted = get(&app, 13, &format!("/children/{}", child(9))).await;
        let unknown = get(&app, 13, &format!("/children/{}", Id::max())).await;
        assert_eq!(restricted, unknown);
        assert_eq!(restricted, (StatusCode::NOT_FOUND, "NotFound".into()));
        let (status, standard) = get(&app, 13, &format!("/children/{}", child(11))).await;
        assert_eq!((status, standard), (StatusCode::NOT_FOUND, format!("OutOfReach {{ child: {} }}", child(11))));
        assert_eq!(get(&app, 13, "/children/not-an-id").await, unknown);
        assert_eq!(
            get(&app, 12, &format!("/children/{}", child(1))).await.0,
            StatusCode::FORBIDDEN,
            "an administrator"
        );
        assert_eq!(get(&app, 20, "/children").await.0, StatusCode::FORBIDDEN, "who has left");
        assert_eq!(get(&app, 99, "/children").await.0, StatusCode::FORBIDDEN, "who holds no post");
        let nobody = answer(&app, None, Request::get("/children"), String::new()).await;
        assert_eq!(nobody.0, StatusCode::UNAUTHORIZED);
        let anyone = answer(&app, None, Request::get("/deadlines"), String::new()).await;
        assert_eq!(anyone, (StatusCode::OK, "open to all".into()));
        assert_eq!(get(&app, 1, "/nowhere").await, unknown);
    })
    .await;
}
#[tokio::test]
async fn who_sees_most_must_have_given_a_second_factor() {
    on_both(|db| async move {
        let (app, _) = people(&db).await;
        for (who, second_factor, status, demand) in [
            (6, false, StatusCode::UNAUTHORIZED, Some(Demand::SecondFactor)),
            (6, true, StatusCode::OK, None),
            (1, false, StatusCode::OK, None),
        ] {
            let mut request = Request::get("/children").body(Body::empty()).unwrap();
            request.extensions_mut().insert(Signed {
                worker: worker(who),
                young: false,
                token: "any".into(),
                second_factor,
            });
            let response = app.clone().oneshot(request).await.unwrap();
            assert_eq!((response.status(), response.extensions().get().copied()), (status, demand), "worker {who}");
        }
    })
    .await;
}
#[tokio::test]
async fn every_look_is_logged_before_the_page_and_so_is_every_refusal() {
    on_both(|db| async move {
        let (app, _) = people(&db).await;
        get(&app, 13, &format!("/children/{}", child(4))).await;
        get(&app, 13, &format!("/children/{}", child(9))).await;
        get(&app, 13, "/children").await;
        get(&app, 12, "/children").await;
        let (seen, refused) = ("seen view_child".to_string(), "refused view_child".to_string());
        let expected =
            [(seen.clone(), Some(child(4))), (refused.clone(), Some(child(9))), (seen, None), (refused, None)];
        assert_eq!(looks(&db).await, expected);
    })
    .await;
}
#[tokio::test]
async fn a_form_without_the_sessions_token_keeps_nothing() {
    on_both(|db| async move {
        let (app, _) = people(&db).await;
        let path = format!("/children/{}/visits", child(4));
        let facts = || async { db.all("SELECT id FROM all_fact", vec![]).await.unwrap().len() };
        let before = facts().await;
        for body in ["notes=seen", "token=&notes=seen", "token=another&notes=seen", ""] {
            assert_eq!(post_form(&app, 1, &path, body).await.0, StatusCode::FORBIDDEN, "{body}");
        }
        let json = Request::post(&path).header(CONTENT_TYPE, "application/json");
        let sent = answer(&app, Some(1), json, format!("{}&notes=seen", token())).await;
        assert_eq!(sent.0, StatusCode::FORBIDDEN, "what is no form has no token");
        assert_eq!(post_form(&app, 1, &path, &token()).await.0, StatusCode::BAD_REQUEST);
        assert_eq!(facts().await, before);
        let (status, id) = post_form(&app, 1, &path, &format!("{}&notes=seen+at+home", token())).await;
        assert_eq!((status, id.parse::<Id>().is_ok(), facts().await), (StatusCode::OK, true, before + 1));
        assert!(dump(&db).await.iter().any(|row| row.contains("seen at home")));
        assert_eq!(post_form(&app, 13, &path, &format!("{}&notes=x", token())).await.0, StatusCode::NOT_FOUND);
    })
    .await;
}
#[tokio::test]
async fn several_children_are_all_asked_about_and_one_refusal_refuses_all() {
    on_both(|db| async move {
        let (app, _) = people(&db).await;
        let form = |of: &[u128]| -> String {
            of.iter().map(|n| format!("&child={}", child(*n))).fold(format!("{}&notes=both", token()), |a, b| a + &b)
        };
        assert_eq!(post_form(&app, 1, "/visits", &form(&[4, 8, 4])).await, (StatusCode::OK, "2".into()));
        let visits = || async { dump(&db).await.iter().filter(|row| row.starts_with("visit")).count() };
        assert_eq!(visits().await, 2);
        let before = looks(&db).await.len();
        assert_eq!(post_form(&app, 1, "/visits", &form(&[4, 9, 11])).await.0, StatusCode::NOT_FOUND);
        assert_eq!((visits().await, looks(&db).await.len()), (2, before + 3), "nothing kept, everything logged");
        let in_address = format!("/visits?child={}", child(9));
        assert_eq!(
            post_form(&app, 1, &in_address, &form(&[4])).await.0,
            StatusCode::NOT_FOUND,
            "nor through the address"
        );
        assert_eq!(post_form(&app, 1, "/visits", &form(&[])).await, (StatusCode::OK, "0".into()));
    })
    .await;
}
#[tokio::test]
async fn leave_to_begin_a_record_writes_in_no_other() {
    on_both(|db| async move {
        let (app, _) = people(&db).await;
        let form = format!("{}&notes=", token());
        let said = post_form(&app, 1, &format!("/register/{}", child(9)), &form).await.1;
        assert!(said.contains("such a record already"), "{said}");
        assert_eq!(post_form(&app, 1, &format!("/register/{}", child(500)), &form).await, (StatusCode::OK, "1".into()));
    })
    .await;
}
#[tokio::test]
async fn an_upload_streams_to_files_of_its_own_and_not_beyond_its_limit() {
    on_both(|db| async move {
        let (app, desk) = people(&db).await;
        let folder = &desk.0.settings.upload_folder;
        std::fs::create_dir(folder).unwrap();
        let part =
            |head: &str, body: &str| format!("--edge\r\nContent-Disposition: form-data; {head}\r\n\r\n{body}\r\n");
        let send = |parts: Vec<String>| {
            let request = Request::post("/import").header(CONTENT_TYPE, "multipart/form-data; boundary=edge");
            let app = app.clone();
            async move { answer(&app, Some(10), request, parts.concat() + "--edge--\r\n").await }
        };
        let token = || part("name=\"token\"", TEST_TOKEN);
        let notes = || part("name=\"notes\"", "the year's files");
        let file = |name: &str, body: &str| part(&format!("name=\"file\"; filename=\"{name}\""), body);
        let (status, said) = send(vec![
            token(),
            notes(),
            file("C:\\returns\\header.csv", "CHILD,SEX"),
            file("episodes.csv", "DECOM"),
            file("", ""),
        ])
        .await;
        assert_eq!(
            (status, said.as_str()),
            (StatusCode::OK, "12 children, the year's files, header.csv 9 9; episodes.csv 5 5")
        );
        assert_eq!(send(vec![notes(), token()]).await.0, StatusCode::FORBIDDEN, "the token comes first");
        assert_eq!(send(vec![file("a.csv", "x")]).await.0, StatusCode::FORBIDDEN);
        assert_eq!(send(vec![token(), file("a.csv", &"x".repeat(1001))]).await.0, StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(send(vec![]).await.0, StatusCode::FORBIDDEN);
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), 0, "nothing is left lying about");
        std::fs::remove_dir(folder).unwrap();
    })
    .await;
}
#[tokio::test]
async fn one_childs_page_reads_that_child_and_masked_eyes_read_no_facts() {
    on_both(|db| async move {
        let (app, _) = people(&db).await;
        let page = get(&app, 1, &format!("/children/{}", child(4))).await.1;
        assert!(
            page.starts_with("1 alone, ") && page.contains("facts Some(4)") && page.ends_with(&child(4).to_string())
        );
        assert!(!page.contains(" 1 in reach"), "{page}");
        let masked = get(&app, 10, &format!("/children/{}", child(4))).await.1;
        assert!(masked.contains("facts None"), "{masked}");
        let filtered = get(&app, 10, "/children?born_after=2012-01-11").await.1;
        assert_eq!(filtered, format!("{} -\n", child(11)));
        assert_eq!(get(&app, 10, "/children?born_after=soon").await.0, StatusCode::BAD_REQUEST);
    })
    .await;
}
#[tokio::test]
async fn a_job_sees_every_record_and_stands_in_the_log_by_its_name() {
    on_both(|db| async move {
        let (_, desk) = people(&db).await;
        let job = desk.job::<Import>("a test");
        let nothing = [("after", None::<practice::Date>.into())];
        let all: Vec<Row> = job.reading().await.unwrap().ask(CHILDREN, &nothing).await.unwrap();
        assert_eq!(all.len(), 12);
        let then = noon(date(2022, 3, 1));
        let told = |at, n| Told { recorded: at, who: worker(1), said: visited(n, date(2022, 3, 1), "long ago") };
        job.tell(vec![told(then, 9), told(plus_hours(then, 1), 8)], |_, _| {}).await.unwrap();
        assert_eq!(job.rebuild_check(|_, _| {}).await.unwrap(), 0, "everyone in the story was derived");
        let kept = job.reading().await.unwrap().facts(Subject::Child(child(9))).await.unwrap().unwrap();
        assert!(kept.iter().any(|k| k.recorded == then && k.who == worker(1)));
        job.keep(vec![visited(9, TODAY, "by a job")]).await.unwrap();
        let kept = job.reading().await.unwrap().facts(Subject::Child(child(9))).await.unwrap().unwrap();
        assert!(kept.iter().any(|k| k.who == job.who().id) && job.who().id == desk.job::<Import>("a test").who().id);
        assert_ne!(job.who().id, desk.job::<Import>("another").who().id);
        assert!(job.reading().await.unwrap().facts(Subject::Service).await.unwrap().is_some());
        assert!(matches!(job.verify().await.unwrap(), crate::Verdict::Whole { .. }));
    })
    .await;
}
#[test]
fn every_page_says_its_leave() {
    let listed: Vec<String> = pages().listed().iter().map(ToString::to_string).collect();
    assert_eq!(
        listed,
        [
            "GET /children Within view_child",
            "GET /children/{child} Allowed view_child",
            "POST /children/{child}/visits Allowed record_work",
            "POST /visits AllowedAll record_work",
            "POST /register/{new} Anew record_work",
            "POST /import Service import",
            "ANY /deadlines public",
        ]
    );
}
