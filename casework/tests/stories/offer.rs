//! The local offer, as somebody who signs in to nothing sees it: nothing that they say is kept, and what they are
//! told is what the record's own table and norms say.
use crate::office::{Office, TODAY};
use axum::{
    Extension, Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode},
};
use casework::{
    deeds::RunService,
    offer::{Council, Offer},
    pages,
};
use kernel::{Desk, Said, testing::on_both};
use practice::{Subject, leavers::owed::SETTING_UP_HOME, service};
use serde::Deserialize;
use std::sync::Arc;
use tower::ServiceExt as _;

struct Shown {
    status: StatusCode,
    body: String,
}
impl Shown {
    fn says(&self, words: &str) -> bool {
        self.body.contains(words)
    }
}
async fn ask(app: &Router, request: Request<Body>) -> Shown {
    let answer = app.clone().oneshot(request).await.unwrap();
    let status = answer.status();
    let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    Shown { status, body: String::from_utf8(bytes.to_vec()).unwrap() }
}
async fn get(app: &Router, path: &str) -> Shown {
    ask(app, Request::get(path).body(Body::empty()).unwrap()).await
}
async fn post(app: &Router, path: &str, words: &str) -> Shown {
    ask(app, Request::post(path).body(Body::from(words.to_owned())).unwrap()).await
}
/// Everything that asking may have left behind: facts, the audit, who looked at what.
async fn kept(desk: &Desk) -> [i64; 3] {
    #[derive(Deserialize)]
    struct Row {
        n: i64,
    }
    const FACTS: &str = "-- How many facts?\nSELECT COUNT(*) AS n FROM fact";
    const AUDIT: &str = "-- How many deeds?\nSELECT COUNT(*) AS n FROM audit";
    const SEEN: &str = "-- How many looks?\nSELECT COUNT(*) AS n FROM seen";
    let mut counted = [0; 3];
    for (n, question) in [FACTS, AUDIT, SEEN].into_iter().enumerate() {
        let mut reading = desk.job::<RunService>("a test").reading().await.unwrap();
        let rows: Vec<Row> = reading.ask(question, &[]).await.unwrap();
        counted[n] = rows[0].n;
    }
    counted
}
const LEFT_AT_17: &str = "rest=asked&age=19&care=left&home=no&guardian=no&detained=no&elsewhere=no";

#[tokio::test]
async fn nobody_signs_in_and_nothing_of_what_they_say_is_kept() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let app = pages().router(office.desk.clone());
        let before = kept(&office.desk).await;
        for path in ["/offer", "/offer/money", "/offer/ring", "/offer/search", "/offer/entitled", "/offer/print"] {
            let page = get(&app, path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(page.says("Leave this site"), "{path} has no way out");
            assert!(page.says("href=\"/my/leave\""), "{path}: the way out signs a young person out too");
            assert!(!page.body.to_lowercase().contains("<title>care"), "{path}");
        }
        assert_eq!(get(&app, "/offer/nothing").await.status, StatusCode::NOT_FOUND);
        assert_eq!(get(&app, "/offer/home").await.status, StatusCode::NOT_FOUND, "it is the first page");
        let found = post(&app, "/offer/search", "words=council+tax").await;
        assert!(found.status == StatusCode::OK && found.says("Money: Council tax"));
        let rest = post(&app, "/offer/entitled", "age=19").await;
        assert!(rest.says("After care, did you live with a parent"));
        let known = post(&app, "/offer/entitled", &format!("{LEFT_AT_17}&weeks=yes")).await;
        assert!(known.says("a former relevant young person") && known.says("up to £3,000"));
        assert!(known.says("We may be wrong about you") && known.says("23 November 2026"));
        assert!(!known.says("a qualifying young person"));
        let open = post(&app, "/offer/entitled", &format!("{LEFT_AT_17}&weeks=not_sure")).await;
        assert!(open.says("a former relevant young person") && open.says("a qualifying young person"));
        assert!(open.says("We cannot tell which one you are"));
        assert!(post(&app, "/offer/entitled", "age=not_sure").await.says("We cannot tell without your age"));
        assert_eq!(post(&app, "/offer/entitled", "").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(post(&app, "/offer/search", "words=").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(kept(&office.desk).await, before, "what was asked left something behind");
    })
    .await;
}
#[tokio::test]
async fn what_the_council_pays_is_the_same_on_the_page_and_in_the_answer() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let norm = SETTING_UP_HOME.code.into();
        let more = service::Fact::NormSet { norm, number: 3500, why: "Agreed by the committee".into() };
        office.keep(vec![Said::new(Subject::Service, TODAY, more)]).await;
        let app = pages().router(office.desk.clone());
        assert!(get(&app, "/offer/money").await.says("up to £3,500 to set up your first home"));
        let known = post(&app, "/offer/entitled", &format!("{LEFT_AT_17}&weeks=yes")).await;
        assert!(known.says("up to £3,500 to set up your home"));
    })
    .await;
}
#[tokio::test]
async fn the_councils_own_pages_stand_in_place_of_ours() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let files = [
            ("home.md", "# For you\n\nWe are {council}.\n"),
            ("ring.md", "# Ring us\n\nRing {duty_phone}.\n"),
            ("settings.txt", "council = Loxley\nduty_phone = 01632 960000\n"),
        ];
        let (offer, problems) = Offer::of(files.iter().map(|(n, t)| ((*n).into(), (*t).into())).collect());
        assert_eq!(problems, []);
        let app = pages().router(office.desk.clone()).layer(Extension(Council(Arc::new(offer))));
        assert!(get(&app, "/offer").await.says("We are Loxley."));
        assert!(get(&app, "/offer/ring").await.says("tel:01632960000"));
        assert_eq!(get(&app, "/offer/money").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}
