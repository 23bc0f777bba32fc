//! A return is checked before it goes out: what is wrong reaches who can put it right, a query is explained
//! until its row changes, two people look before it is signed, and the files stay what they were.
use axum::http::StatusCode;
use casework::deeds::RunService;
use kernel::{Desk, Said, testing::*};
use practice::{Id, Subject, people};

use crate::{
    returns::{desk, whole},
    set_up::{CHILDREN, Person, RETURN, TEAMS, first_administrator, make, named, take_in},
};

const HEADER: &str = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1001,2,01/02/2014,WBRI,A123456789012,,\n\
    1002,1,05/06/2012,WBRI,UN1,,\n9999,1,05/06/2012,WBRI,UN1,,\n";
const EPISODES: &str =
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";
/// Ends before it begins: rule 356.
fn backwards(child: &str) -> String {
    format!("{child},04/05/2026,S,V2,N1,U4,PR1,01/05/2026,E4A,,,,\n")
}
fn put_right(child: &str) -> String {
    format!("{child},04/05/2026,S,V2,N1,U4,PR1,,,,,,\n")
}

pub struct People {
    pub grace: Person,
    pub ruth: Person,
    pub analyst: Person,
    pub manager: Person,
    pub child: Id,
}
/// A team, a return taken in, and one child allocated to Grace.
pub async fn people(desk: &Desk) -> People {
    let admin = crate::set_up::person(first_administrator(desk).await, desk);
    admin.post("/set-up/teams", &[("name", "Lantern")]).await.unwrap();
    let team = named(desk, TEAMS, "Lantern").await;
    let grace = make(&admin, desk, "Grace Adeyinka", "social_worker", team, "grace.adeyinka").await;
    let ruth = make(&admin, desk, "Ruth Ollerton", "team_manager", team, "ruth.ollerton").await;
    let analyst = make(&admin, desk, "Li Na Tan", "analyst", team, "li.tan").await;
    let manager = make(&admin, desk, "Desmond Fairweather", "service_manager", team, "desmond").await;
    take_in(&admin, &RETURN).await;
    let child = named(desk, CHILDREN, "Child 1001").await;
    let (id, worker) = (child.to_string(), grace.id.to_string());
    let fields = [("child", id.as_str()), ("worker", worker.as_str()), ("part", "worker")];
    ruth.post("/set-up/allocate", &fields).await.unwrap();
    People { grace, ruth, analyst, manager, child }
}
/// The address of the run, once it is there.
async fn checked(person: &Person, files: &[(&str, &str)], beside: &[(&str, &str)]) -> String {
    finished(person, person.upload_with("/returns", "files", files, beside).await.unwrap()).await
}
pub async fn finished(person: &Person, progress: String) -> String {
    let page = ended(person, &progress).await;
    assert!(page.contains("data-state=\"finished\""), "{page}");
    progress.trim_end_matches("/progress").to_owned()
}
/// The last word of the progress.
pub async fn ended(person: &Person, progress: &str) -> String {
    for _ in 0..10_000 {
        let (_, page) = person.get(progress).await;
        if !page.contains("data-state=\"working\"") {
            return page;
        }
    }
    panic!("the return was never checked");
}
async fn checked_903(person: &Person, episodes: &[String]) -> String {
    let episodes = format!("{EPISODES}{}", episodes.concat());
    checked(person, &[("header.csv", HEADER), ("episodes.csv", &episodes)], &[]).await
}
/// A page as a browser reads it: an address in it is written with its slashes escaped.
pub async fn page_of(person: &Person, path: &str) -> String {
    person.get(path).await.1.replace("&#x2f;", "/")
}
/// Of the list alone, narrowed to one rule.
pub async fn list(person: &Person, run: &str, query: &str) -> String {
    let (status, csv) = person.get(&format!("{run}?{query}&as=csv")).await;
    assert_eq!(status, StatusCode::OK);
    csv
}

#[tokio::test]
async fn what_is_wrong_reaches_its_worker_and_goes_when_the_return_no_longer_has_it() {
    on_both(|db| async move {
        let desk = desk(db).await;
        let People { grace, ruth, analyst, child, .. } = people(&desk).await;
        assert!(analyst.get("/returns").await.1.contains("Nothing yet"));
        let nothing = analyst.upload("/returns", "files", &[]).await.unwrap_err();
        assert_eq!(
            (nothing.0, nothing.1.contains("Choose the files of the return")),
            (StatusCode::UNPROCESSABLE_ENTITY, true)
        );

        let first = checked_903(&analyst, &[backwards("1001"), backwards("9999"), put_right("1002")]).await;
        let found = list(&analyst, &first, "rule=356").await;
        assert!(found.contains("Child 1001") && found.contains("Child 9999, whom the record does not know"), "{found}");
        assert!(!found.contains("1002"));
        let today = page_of(&grace, "/today").await;
        let returns = format!("/children/{child}/returns");
        assert!(today.contains(&returns) && today.contains("Put right before a return goes out"), "{today}");
        let page = page_of(&grace, &returns).await;
        let wrong = "The episode ends before the day on which it begins";
        assert!(page.contains(wrong) && page.contains("Episodes, row 2: DECOM 04/05/2026"), "{page}");
        assert!(!page_of(&ruth, "/today").await.contains(&returns), "she is not the child's worker");
        assert_eq!(grace.get(&first).await.0, StatusCode::FORBIDDEN);
        assert_eq!(ruth.get("/returns").await.0, StatusCode::FORBIDDEN);

        // Put right; a row is put in above, so that the others move.
        let second = checked_903(&analyst, &[put_right("1002"), put_right("1001"), backwards("9999")]).await;
        let fixed = list(&analyst, &second, "rule=356&change=fixed").await;
        assert!(fixed.contains("Child 1001") && !fixed.contains("9999"), "{fixed}");
        let still = list(&analyst, &second, "rule=356&change=still").await;
        assert!(still.contains("9999") && !still.contains("Child 1001"), "{still}");
        assert!(!list(&analyst, &second, "rule=356&change=new").await.contains("9999"));
        assert!(!page_of(&grace, &returns).await.contains(wrong));
        // The record itself, as it was taken in: nothing is wrong with those days.
        let asked = [("which", "903"), ("year", "2027")];
        let third = finished(&analyst, analyst.post("/returns/take", &asked).await.unwrap()).await;
        assert!(list(&analyst, &third, "rule=356&change=fixed").await.contains("9999"));
        // The first run still says what it said.
        assert!(list(&analyst, &first, "rule=356").await.contains("Child 1001"));
        whole(&desk).await;
    })
    .await;
}

#[tokio::test]
async fn a_restricted_child_is_in_the_total_and_in_nobodys_list() {
    on_both(|db| async move {
        let desk = desk(db).await;
        let People { grace, analyst, manager, child, .. } = people(&desk).await;
        let restricted = people::Fact::Restricted { why: "A colleague's family".into(), named: vec![grace.id] };
        let job = desk.job::<RunService>("a test");
        job.keep(vec![Said::new(Subject::Child(child), desk.today(), restricted)]).await.unwrap();

        let run = checked_903(&analyst, &[backwards("1001"), put_right("1002")]).await;
        for person in [&analyst, &manager] {
            assert!(!list(person, &run, "rule=356").await.contains("1001"));
            let page = page_of(person, &format!("{run}?rule=356")).await;
            assert!(page.contains("?rule=356#list"), "the rule is counted: {page}");
            assert!(!page.contains(&child.to_string()) && !page.contains("04/05/2026"), "{page}");
            assert!(page.contains("The counts hold every child"));
        }
        assert!(
            page_of(&grace, "/today").await.contains(&format!("/children/{child}/returns")),
            "she works with the child"
        );
    })
    .await;
}

#[tokio::test]
async fn a_run_is_counted_by_child_and_by_worker_as_far_as_its_reader_may_see() {
    on_both(|db| async move {
        let desk = desk(db).await;
        let People { grace, analyst, child, .. } = people(&desk).await;
        let run = checked_903(&analyst, &[backwards("1001"), backwards("1002"), backwards("9999")]).await;
        let by = |what: &str| format!("{run}/by/{what}?as=csv");
        let (status, workers) = analyst.get(&by("worker")).await;
        assert!(
            status == StatusCode::OK
                && workers.contains("Grace Adeyinka,1,")
                && workers.contains("Nobody is allocated,1,"),
            "{workers}"
        );
        let (_, children) = analyst.get(&by("child")).await;
        assert!(
            children.contains("Child 1001,Grace Adeyinka,") && children.contains("Child 1002,Nobody is allocated,"),
            "{children}"
        );
        assert!(children.contains("Child 9999, whom the record does not know"), "{children}");
        assert_eq!(analyst.get(&by("weather")).await.0, StatusCode::NOT_FOUND);

        let hers = list(&analyst, &run, &format!("rule=356&worker={}", grace.id)).await;
        assert!(hers.contains("Child 1001") && !hers.contains("Child 1002") && !hers.contains("9999"), "{hers}");
        let nobodys = list(&analyst, &run, "rule=356&worker=nobody").await;
        assert!(nobodys.contains("Child 1002") && !nobodys.contains("Child 1001"), "{nobodys}");
        let one = list(&analyst, &run, &format!("child={child}")).await;
        assert!(one.contains("Child 1001") && !one.contains("Child 1002"), "{one}");
        let (status, book) = analyst.get(&format!("{run}/workbook")).await;
        assert!(status == StatusCode::OK && book.starts_with("PK"), "a workbook");
        for page in [by("worker"), format!("{run}/workbook")] {
            assert_eq!(grace.get(&page).await.0, StatusCode::FORBIDDEN);
        }

        let restricted = people::Fact::Restricted { why: "A colleague's family".into(), named: vec![grace.id] };
        let job = desk.job::<RunService>("a test");
        job.keep(vec![Said::new(Subject::Child(child), desk.today(), restricted)]).await.unwrap();
        let (_, children) = analyst.get(&by("child")).await;
        assert!(!children.contains("1001") && children.contains("Child 1002"), "{children}");
        assert!(!analyst.get(&by("worker")).await.1.contains("Grace Adeyinka"));
    })
    .await;
}

/// A census in which the child died in another year: query 8545Q.
fn census(died: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>\
         <ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel><LEA>892</LEA>\
         </Source></Header><Children><Child><ChildIdentifiers><LAchildID>1001</LAchildID><UPN>A123456789012</UPN>\
         <PersonBirthDate>2014-02-01</PersonBirthDate><Sex>F</Sex><PersonDeathDate>{died}</PersonDeathDate></ChildIdentifiers>\
         <ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics></Child></Children></Message>"
    )
}
/// The place where the query is explained, from the list of the child's findings.
async fn to_explain(person: &Person, child: Id) -> Option<String> {
    let page = page_of(person, &format!("/children/{child}/returns")).await;
    let start = format!("href=\"/children/{child}/returns/");
    let (_, rest) = page.split_once(&start)?;
    Some(format!("/children/{child}/returns/{}", rest.split('"').next()?))
}
fn hidden(page: &str, name: &str) -> String {
    let rest = page.split(&format!("name=\"{name}\" value=\"")).nth(1).expect("a hidden field");
    rest.split('"').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn an_explained_query_opens_again_when_its_row_changes_and_who_explained_last_does_not_sign() {
    on_both(|db| async move {
        let desk = desk(db).await;
        let People { grace, analyst, manager, child, .. } = people(&desk).await;
        checked(&analyst, &[("cin.xml", &census("2025-01-05"))], &[]).await;
        let at = to_explain(&grace, child).await.expect("a query to explain");
        let (_, form) = grace.get(&at).await;
        let digest = hidden(&form, "digest");
        let silent = grace.post(&at, &[("digest", &digest)]).await.unwrap_err();
        assert_eq!(silent.0, StatusCode::UNPROCESSABLE_ENTITY);
        let words = [("digest", digest.as_str()), ("words", "The registrar’s copy was seen")];
        grace.post(&at, &words).await.unwrap();
        assert_eq!(grace.post(&at, &words).await.unwrap_err().0, StatusCode::UNPROCESSABLE_ENTITY, "once");
        let (_, page) = grace.get(&format!("/children/{child}/returns")).await;
        assert!(page.contains("Explained by Grace Adeyinka") && page.contains("registrar"), "{page}");

        // The same row again: still explained. Another day: open again.
        let same = checked(&analyst, &[("cin.xml", &census("2025-01-05"))], &[]).await;
        assert!(list(&analyst, &same, "rule=8545Q").await.contains("registrar"));
        let keep = [("keep", "keep")];
        let changed = checked(&analyst, &[("cin.xml", &census("2025-01-06"))], &keep).await;
        let open = list(&analyst, &changed, "rule=8545Q&change=still").await;
        assert!(open.contains("8545Q") && !open.contains("registrar"), "{open}");

        // The service manager explains it, so somebody else signs.
        let at = to_explain(&manager, child).await.expect("open again");
        let digest = hidden(&manager.get(&at).await.1, "digest");
        manager.post(&at, &[("digest", &digest), ("words", "Confirmed by the coroner")]).await.unwrap();
        let sign = format!("{changed}/sign");
        let signed = [("sure", "sure"), ("acknowledged", "Known to the department")];
        let refused = manager.post(&sign, &signed).await.unwrap_err();
        assert!(refused.0 == StatusCode::UNPROCESSABLE_ENTITY && refused.1.contains("You gave the last explanation"));
        assert_eq!(analyst.get(&sign).await.0, StatusCode::FORBIDDEN);

        let second = crate::set_up::colleague(&desk, "Ama Boateng", "service_manager").await;
        assert_eq!(
            second.post(&sign, &[("sure", "sure")]).await.unwrap_err().0,
            StatusCode::UNPROCESSABLE_ENTITY,
            "errors are left"
        );
        second.post(&sign, &signed).await.unwrap();
        let (_, page) = second.get(&changed).await;
        assert!(
            page.contains("Signed off") && page.contains("Ama Boateng") && page.contains("Known to the department"),
            "{page}"
        );
        let (status, file) = second.get(&format!("{changed}/files/0")).await;
        assert_eq!((status, file), (StatusCode::OK, census("2025-01-06")), "byte for byte");
        assert_eq!(analyst.get(&format!("{changed}/files/0")).await.0, StatusCode::FORBIDDEN);
        whole(&desk).await;
    })
    .await;
}
