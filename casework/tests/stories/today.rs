//! What a worker owes, what their manager sees of it, and what an analyst sees without names: through
//! the pages, as somebody signed in.
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use casework::{deeds::RunService, house::house, pages};
use kernel::{
    Desk, Said, Settings, Time,
    testing::{TEST_HEADER, TEST_TOKEN, on_both},
};
use practice::{
    Date, Fact, Id, Subject,
    access::Role,
    clock::Matter,
    day::{date, moment},
    people::{self, Identity, Part},
    protection, service, workforce,
};
use tower::ServiceExt as _;

const TODAY: Date = date(2026, 11, 22);
const BEGAN: Date = date(2026, 1, 5);
const fn id(n: u128) -> Id {
    Id::from_u128(n)
}
const TEAM: Id = id(0x10);
const OTHER_TEAM: Id = id(0x11);
const WORKER: Id = id(0x21);
const COLLEAGUE: Id = id(0x22);
const MANAGER: Id = id(0x23);
const SERVICE_MANAGER: Id = id(0x24);
const ANALYST: Id = id(0x25);
const ADMINISTRATOR: Id = id(0x26);
const AMY: Id = id(0x31);
const BEN: Id = id(0x32);
const CARA: Id = id(0x33);
const DAN: Id = id(0x34);

/// Amy's conference is overdue and Cara's is her colleague's to hold; to Ben nothing is owed; Dan, whose
/// plan nobody was given, is in need.
fn said() -> Vec<Said> {
    let post = |who, name: &str, role, team| {
        Said::new(Subject::Worker(who), BEGAN, workforce::Fact::PostTaken { name: name.into(), role, team })
    };
    let team =
        |team, name: &str| Said::new(Subject::Team(team), BEGAN, workforce::Fact::TeamFormed { name: name.into() });
    let child = |child, on, fact: Fact| Said::new(Subject::Child(child), on, fact);
    let born = |name: &str| {
        people::Fact::Registered(Identity {
            first_names: Some(name.into()),
            family_name: Some("Fell".into()),
            born: Some(date(2019, 4, 3)),
            ..Identity::default()
        })
    };
    let given = |worker| people::Fact::Allocated { worker, team: TEAM, part: Part::Worker, why: None };
    let enquiry = || protection::Fact::StrategyDiscussionHeld {
        enquiry_begins: true,
        agencies: vec![protection::Agency::Police, protection::Agency::Health],
        see_child_by: None,
    };
    let recorded = service::Fact::WorkRecordedHere { matters: Matter::ALL.to_vec() };
    let told = people::Fact::Told { worker: WORKER, what: "Her record was opened by Sam Poole".into() };
    let in_october = date(2026, 10, 1);
    vec![
        Said::new(Subject::Service, BEGAN, recorded),
        team(TEAM, "Assessment"),
        team(OTHER_TEAM, "Fostering"),
        post(WORKER, "Amina Yusuf", Role::SocialWorker, TEAM),
        post(COLLEAGUE, "Sam Poole", Role::SocialWorker, TEAM),
        post(MANAGER, "Ruth Dawson", Role::TeamManager, TEAM),
        post(SERVICE_MANAGER, "Des Fairweather", Role::ServiceManager, OTHER_TEAM),
        post(ANALYST, "Li Tan", Role::Analyst, OTHER_TEAM),
        post(ADMINISTRATOR, "Jo March", Role::Administrator, OTHER_TEAM),
        child(AMY, BEGAN, born("Amy").into()),
        child(AMY, BEGAN, given(WORKER).into()),
        child(AMY, in_october, enquiry().into()),
        child(AMY, in_october, told.into()),
        child(BEN, BEGAN, born("Ben").into()),
        child(BEN, BEGAN, given(WORKER).into()),
        child(CARA, BEGAN, born("Cara").into()),
        child(CARA, BEGAN, given(COLLEAGUE).into()),
        child(CARA, in_october, enquiry().into()),
        child(DAN, BEGAN, born("Dan").into()),
        child(DAN, in_october, enquiry().into()),
        child(DAN, date(2026, 10, 20), protection::Fact::InNeedPlanAgreed.into()),
    ]
}
struct Told {
    status: StatusCode,
    text: String,
    to: String,
}
async fn ask(pages: &Router, who: Option<Id>, method: &str, path: &str) -> Told {
    let request = Request::builder().method(method).uri(path);
    let request = match who {
        Some(who) => request.header(TEST_HEADER, who.to_string()),
        None => request,
    };
    let form = header::HeaderValue::from_static("application/x-www-form-urlencoded");
    let request = request.header(header::CONTENT_TYPE, form).body(Body::from(format!("token={TEST_TOKEN}")));
    let answer = pages.clone().oneshot(request.unwrap()).await.unwrap();
    let (status, to) = (answer.status(), answer.headers().get(header::LOCATION).cloned());
    let bytes = to_bytes(answer.into_body(), 10_000_000).await.unwrap();
    let to = to.map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default();
    // Templates escape the slashes of an address.
    Told { status, text: String::from_utf8(bytes.to_vec()).unwrap().replace("&#x2f;", "/"), to }
}
async fn see(pages: &Router, who: Id, path: &str) -> String {
    let told = ask(pages, Some(who), "GET", path).await;
    assert_eq!(told.status, StatusCode::OK, "{path}: {}", told.text);
    told.text
}
fn link(child: Id) -> String {
    format!("href=\"/children/{child}\"")
}
async fn a_small_service(db: kernel::Db) -> Router {
    let house = house();
    db.migrate(house.tables).await.unwrap();
    let time = Time::Fixed(moment(TODAY.at(9, 0, 0, 0)));
    let desk = Desk::new(db, house, Settings { time, ..Settings::default() });
    desk.job::<RunService>("a test").keep(said()).await.unwrap();
    pages().router(desk)
}

#[tokio::test]
async fn a_worker_sees_what_is_overdue_first_and_no_child_is_left_out() {
    on_both(|db| async move {
        let pages = a_small_service(db).await;
        let today = see(&pages, WORKER, "/today").await;
        let (amy, ben) = (today.find(&link(AMY)).unwrap(), today.find(&link(BEN)).unwrap());
        assert!(amy < ben && today.contains("Initial child protection conference"), "{today}");
        assert!(today.contains("15 working days after 1 October 2026"), "the reason is said");
        assert!(today[..ben].contains("Nothing overdue or due soon"), "Ben is named, briefly");
        assert!(!today.contains(&link(CARA)), "a colleague's child is not mine");

        let none = see(&pages, WORKER, "/today?clock=initial_conference&standing=due_soon").await;
        assert!(none.contains("0 deadlines match") && !none.contains("id=\"child-"), "{none}");
        let file = see(&pages, WORKER, "/today?statutory=yes&as=csv").await;
        assert!(file.contains("Amy Fell,Initial child protection conference,2026-10-22,Overdue,"), "{file}");
        assert!(!file.contains("What the enquiry came to"), "a local norm is not statutory: {file}");
    })
    .await;
}
#[tokio::test]
async fn a_team_is_seen_by_its_own_and_chosen_by_who_sees_the_service() {
    on_both(|db| async move {
        let pages = a_small_service(db).await;
        for who in [WORKER, MANAGER] {
            let team = see(&pages, who, "/team").await;
            assert!(team.contains(&link(AMY)) && team.contains(&link(CARA)) && !team.contains(&link(DAN)), "{team}");
        }
        let theirs = see(&pages, MANAGER, &format!("/team?worker={COLLEAGUE}")).await;
        assert!(theirs.contains(&link(CARA)) && !theirs.contains(&link(AMY)));
        let not_chosen = see(&pages, WORKER, &format!("/team?team={OTHER_TEAM}")).await;
        assert!(not_chosen.contains("Assessment</h1>"), "a worker sees their own team whatever they ask for");

        assert!(see(&pages, SERVICE_MANAGER, "/team").await.contains(&format!("/team?team={TEAM}")));
        assert!(see(&pages, SERVICE_MANAGER, &format!("/team?team={TEAM}")).await.contains(&link(AMY)));

        let unallocated = see(&pages, MANAGER, "/team/unallocated").await;
        assert!(unallocated.contains(&link(DAN)) && !unallocated.contains(&link(AMY)), "{unallocated}");
        let refused = ask(&pages, Some(WORKER), "GET", "/team/unallocated").await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    })
    .await;
}
#[tokio::test]
async fn the_service_is_counted_and_an_analyst_sees_no_names() {
    on_both(|db| async move {
        let pages = a_small_service(db).await;
        let service = see(&pages, SERVICE_MANAGER, "/service").await;
        assert!(service.contains("/service/initial_conference?standing=overdue\">3<"), "{service}");
        assert!(see(&pages, SERVICE_MANAGER, "/service/initial_conference").await.contains("Amy Fell"));
        let masked = see(&pages, ANALYST, "/service/initial_conference?standing=overdue").await;
        assert!(masked.contains(&link(AMY)) && masked.contains("Child 00000031"), "{masked}");
        assert!(!masked.contains("Fell"));
        let file = see(&pages, ANALYST, "/service/P03?as=csv").await;
        assert!(file.lines().count() == 4 && !file.contains("Fell"), "{file}");
        assert_eq!(ask(&pages, Some(ANALYST), "GET", "/service/tea_break").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}
#[tokio::test]
async fn what_i_was_told_stays_until_i_have_seen_it() {
    on_both(|db| async move {
        let pages = a_small_service(db).await;
        let before = see(&pages, WORKER, "/today").await;
        let at = before.find("/notices/").expect("the notice has its button");
        let path = before[at..].split('"').next().unwrap().to_owned();
        assert!(!see(&pages, COLLEAGUE, "/today").await.contains("Her record was opened"), "it was told to one");

        // The manager may record about Amy, but sees for nobody else.
        assert_eq!(ask(&pages, Some(MANAGER), "POST", &path).await.to, "/today");
        assert!(see(&pages, WORKER, "/today").await.contains("Her record was opened"));
        assert_eq!(ask(&pages, Some(WORKER), "POST", &path).await.to, "/today");
        assert!(!see(&pages, WORKER, "/today").await.contains("Her record was opened"));
    })
    .await;
}
#[tokio::test]
async fn everybody_begins_where_their_role_begins_and_deadlines_stand_open() {
    on_both(|db| async move {
        let pages = a_small_service(db).await;
        assert_eq!(ask(&pages, Some(WORKER), "GET", "/").await.to, "/today");
        assert_eq!(ask(&pages, Some(ADMINISTRATOR), "GET", "/").await.to, "/set-up");
        assert!(see(&pages, ANALYST, "/today").await.contains("No child is allocated to you"));
        for path in ["/deadlines", "/deadlines?kind=statute", "/deadlines/initial_conference"] {
            assert_eq!(ask(&pages, None, "GET", path).await.status, StatusCode::OK, "{path}");
        }
        assert_eq!(ask(&pages, None, "GET", "/deadlines/tea_break").await.status, StatusCode::NOT_FOUND);
        // Who is signed in finds their navigation there; of others no page knows anything.
        for path in ["/deadlines", "/deadlines/initial_conference", "/accessibility"] {
            let plain = |page: Told| page.text.replace("&#x2f;", "/");
            let signed_in = plain(ask(&pages, Some(WORKER), "GET", path).await);
            assert!(signed_in.contains("href=\"/today\"") && signed_in.contains("/sign-out"), "{path}: {signed_in}");
            let anybody = plain(ask(&pages, None, "GET", path).await);
            assert!(!anybody.contains("href=\"/today\"") && !anybody.contains("/sign-out"), "{path}");
        }
        assert_eq!(ask(&pages, None, "GET", "/today").await.status, StatusCode::UNAUTHORIZED);
    })
    .await;
}
