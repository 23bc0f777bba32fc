//! Wrongly called qualifying: found by the re-check, decided with a reason, told to the adviser; and what a fact,
//! a night and an import do to the queue without anybody asking.
use crate::office::*;
use axum::http::StatusCode;
use casework::{
    deeds::{Import, RunService},
    imports::take::{self, Order},
};
use kernel::{Said, testing::on_both};
use practice::{
    Id, Subject,
    access::Role,
    care::{self, Placement},
    day::date,
    leavers::{By, Category, Fact, Queue, holds},
    people::{self, Identity, Part},
    workforce,
};
use returns::{Delivery, File};
use std::sync::Arc;

/// An adviser of the north, an analyst, and Jade, who is 18 and was looked after until she was 17.
const PA: Id = Id::from_u128(821);
const LI: Id = Id::from_u128(822);
const JADE: Id = Id::from_u128(31);

async fn office(db: &kernel::Db) -> Office {
    let office = Office::open(db).await;
    let posts = [(PA, "Beverley Pawlak", Role::PersonalAdviser), (LI, "Li Tan", Role::Analyst)];
    let mut said: Vec<Said> = posts
        .into_iter()
        .map(|(who, name, role)| {
            let post = workforce::Fact::PostTaken { name: name.into(), role, team: NORTH };
            Said::new(Subject::Worker(who), date(2026, 1, 5), post)
        })
        .collect();
    let identity = Identity {
        first_names: Some("Jade".into()),
        family_name: Some("Marlow".into()),
        born: Some(date(2008, 6, 4)),
        ..Identity::default()
    };
    let about = |on, fact: practice::Fact| Said::new(Subject::Child(JADE), on, fact);
    said.push(about(date(2026, 1, 5), people::Fact::Registered(identity).into()));
    let adviser = people::Fact::Allocated { worker: PA, team: NORTH, part: Part::Adviser, why: None };
    said.push(about(date(2026, 1, 5), adviser.into()));
    let placed = Placement { legal_status: "V2".into(), place: "U4".into(), ..Placement::default() };
    said.push(about(date(2024, 9, 1), care::Fact::PlacementBegan(placed).into()));
    // Said in the week before the story begins, so that nobody is told of it today.
    let before = office.on(date(2026, 7, 1), 9);
    before.keep(said).await;
    office
}
/// She left at 17, and somebody wrote “qualifying”.
async fn wrongly_called_qualifying(office: &Office) -> Id {
    let before = office.on(date(2026, 7, 2), 9);
    let left = before.about(JADE, date(2026, 1, 31), care::Fact::CeasedToBeLookedAfter { reason: "E8".into() }).await;
    before.about(JADE, date(2026, 2, 2), Fact::CategoryRecorded { category: Category::Qualifying }).await;
    // Nobody opened the record since; the nights have passed.
    office.bring_up_to_date().await;
    left
}
fn queue(queue: Queue) -> String {
    format!("/leavers/recheck?queue={}", queue.code())
}
fn category() -> String {
    format!("/children/{JADE}/category")
}

#[tokio::test]
async fn wrongly_called_qualifying_she_is_found_decided_and_her_adviser_is_told() {
    on_both(|db| async move {
        let office = office(&db).await;
        wrongly_called_qualifying(&office).await;
        // Found: both reasonings stand side by side, and what owes more holds.
        let found = office.get(NIA, &queue(Queue::Differs)).await;
        for words in ["Jade Marlow", "Recorded on 2 February 2026: qualifying young person", "A relevant child at 18"] {
            assert!(found.says(words), "{words}: {}", found.body);
        }
        let page = office.get(PA, &category()).await;
        assert!(page.says("Former relevant young person") && page.says("Record and law differ"), "{}", page.body);
        assert!(!page.says("Decide which category holds"), "an adviser does not decide");
        assert_eq!(office.get(PA, &format!("{}/decide", category())).await.status, StatusCode::FORBIDDEN);
        assert_eq!(
            office.get(SAM, &format!("{}/decide", category())).await.status,
            StatusCode::FORBIDDEN,
            "not her team"
        );
        assert!(!office.get(PA, "/today").await.says("leaving care status"), "nothing has changed of late");

        // Decided, with a reason.
        let decide = format!("{}/decide", category());
        let read = office.now().to_string();
        let silent = office.post(NIA, &decide, &[("category", "FORMER_RELEVANT"), ("read", &read)]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(silent.says("Say why that category holds"));
        let why = "The court file shows care to January; she was never at home for six months.";
        let answers = [("category", "FORMER_RELEVANT"), ("reason", why), ("read", read.as_str())];
        let done = office.post(NIA, &decide, &answers).await;
        assert_eq!((done.status, done.to.as_str()), (StatusCode::SEE_OTHER, category().as_str()));
        let holding = holds(&office.history(JADE).await, &norms(&office).await, TODAY);
        assert_eq!((holding.by, holding.held.category), (By::Decided, Category::FormerRelevant));
        assert!(holding.queues.is_empty());
        assert!(!office.get(NIA, &queue(Queue::Differs)).await.says("Jade Marlow"));
        let page = office.get(PA, &category()).await;
        assert!(page.says("by Nia Cole on 23 November 2026") && page.says("The court file shows"), "{}", page.body);
        // Told: her adviser, the same day, though what holds is what held while nobody had decided.
        let told = office.get(PA, "/today").await;
        let decided = "A manager decided the leaving care status: Former relevant young person.";
        assert!(told.says("Jade Marlow") && told.says(decided), "{}", told.body);
        assert!(!office.get(RUTH, "/today").await.says(decided), "and nobody else");
        whole(&office).await;
    })
    .await;
}
#[tokio::test]
async fn a_fact_that_changes_her_status_tells_her_adviser_the_same_day_until_they_have_seen_it() {
    on_both(|db| async move {
        let office = office(&db).await;
        let left = wrongly_called_qualifying(&office).await;
        let why = "Six months at home were read off the old system.".to_string();
        let rests_on = practice::leavers::basis(&office.history(JADE).await, &norms(&office).await, TODAY);
        let decided = Fact::CategoryDecided { category: Category::Qualifying, reason: why, rests_on };
        office.at(13).about(JADE, TODAY, decided).await;
        let told = office.at(14).get(PA, "/today").await;
        let lowered = "now: Qualifying young person. It was: Former relevant young person. By computation alone";
        assert!(told.says("Jade Marlow") && told.says(lowered), "{}", told.body);
        assert!(!office.get(RUTH, "/today").await.says("Jade Marlow"), "nobody else is told");

        // What it rested on changes: she left a week later than was written. It is open again, and what owes more
        // holds.
        let service = office.at(15);
        let job = service.desk.job::<RunService>("a correction");
        let corrected = care::Fact::CeasedToBeLookedAfter { reason: "E8".into() };
        let said = Said {
            instead_of: Some((left, "The file says 7 February".into())),
            ..Said::new(Subject::Child(JADE), date(2026, 2, 7), corrected)
        };
        job.keep(vec![said]).await.unwrap();
        let page = office.at(16).get(NIA, &category()).await;
        assert!(
            page.says("The decision is open again")
                && page.says("No longer so: Looked after from 1 September 2024 to 31 January 2026"),
            "{}",
            page.body
        );
        let queue = office.at(16).get(NIA, &queue(Queue::Differs)).await;
        assert!(queue.says("Decided on 23 November 2026, and open again"), "{}", queue.body);
        let told = office.at(16).get(PA, "/today").await;
        assert!(told.says("now: Former relevant young person. It was: Qualifying young person."), "{}", told.body);

        // Seen, it is gone, and when it was seen is a fact.
        let seen = told.body.replace("&#x2f;", "/");
        let notices: Vec<String> = seen.split("action=\"/notices/").skip(1).map(|s| s[..73].to_string()).collect();
        assert_eq!(notices.len(), 2, "{notices:?}");
        for notice in notices {
            let answer = office.at(17).post(PA, &format!("/notices/{notice}"), &[]).await;
            assert_eq!(answer.to, "/today");
        }
        assert!(!office.at(17).get(PA, "/today").await.says("It was: Qualifying"), "seen");
        whole(&office.at(18)).await;
    })
    .await;
}
/// Kai is 16 and was at his mother's for six months, so that a manager decided that he qualifies.
#[tokio::test]
async fn a_move_from_home_reopens_the_decision_and_his_adviser_is_told_the_same_day() {
    const KAI: Id = Id::from_u128(32);
    on_both(|db| async move {
        let office = office(&db).await;
        let before = office.on(date(2026, 10, 1), 9);
        let identity =
            Identity { first_names: Some("Kai".into()), born: Some(date(2009, 12, 1)), ..Identity::default() };
        let placed = Placement { legal_status: "V2".into(), place: "U4".into(), ..Placement::default() };
        let adviser = people::Fact::Allocated { worker: PA, team: NORTH, part: Part::Adviser, why: None };
        let mother = Fact::LivingWithBegan { with: practice::leavers::With::Parent, who: "His mother".into() };
        let said = |on, fact: practice::Fact| Said::new(Subject::Child(KAI), on, fact);
        let life = vec![
            said(date(2026, 1, 5), people::Fact::Registered(identity).into()),
            said(date(2026, 1, 5), adviser.into()),
            said(date(2024, 9, 1), care::Fact::PlacementBegan(placed).into()),
            said(date(2026, 3, 1), care::Fact::CeasedToBeLookedAfter { reason: "E8".into() }.into()),
            said(date(2026, 3, 1), mother.into()),
        ];
        before.keep(life).await;
        let rests_on = practice::leavers::basis(&before.history(KAI).await, &norms(&before).await, date(2026, 10, 1));
        let reason = "Six months with his mother.".to_string();
        let decided = Fact::CategoryDecided { category: Category::Qualifying, reason, rests_on };
        before.about(KAI, date(2026, 10, 1), decided).await;
        let holds_now = async |office: &Office| {
            let holding = holds(&office.history(KAI).await, &norms(office).await, TODAY);
            (holding.held.category, holding.queues)
        };
        assert_eq!(holds_now(&office).await, (Category::Qualifying, vec![]));

        // His adviser writes down where he lives. With relatives it is said with whom; with his mother still, it stands.
        let home = format!("/children/{KAI}/record/home");
        let on = [("suitable", "yes"), ("provided", "no"), ("on-day", "2"), ("on-month", "11"), ("on-year", "2026")];
        let record =
            async |hour, more: &[(&str, &str)]| office.at(hour).post(PA, &home, &[&on[..], more].concat()).await;
        let unsaid = record(10, &[("place", "B"), ("with", "Relatives")]).await;
        assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unsaid.says("Say who it is with whom they live"), "{}", unsaid.body);
        let with_her = record(11, &[("place", "B"), ("family", "parent"), ("with", "His mother")]).await;
        assert_eq!(with_her.status, StatusCode::SEE_OTHER, "{}", with_her.body);
        assert_eq!(holds_now(&office.at(11)).await, (Category::Qualifying, vec![]));

        // He moves to a hostel: what the decision rested on is over.
        let hostel = [("place", "D"), ("on-day", "20")];
        let moved = office.at(12).post(PA, &home, &[&hostel[..], &on[..2], &on[3..]].concat()).await;
        assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.body);
        assert_eq!(holds_now(&office.at(12)).await, (Category::Relevant, vec![Queue::Differs]));
        let page = office.at(12).get(NIA, &format!("/children/{KAI}/category")).await;
        assert!(page.says("The decision is open again"), "{}", page.body);
        assert!(office.at(12).get(NIA, &queue(Queue::Differs)).await.says("Kai"));
        let told = office.at(12).get(PA, "/today").await;
        assert!(told.says("now: Relevant child. It was: Qualifying young person."), "{}", told.body);
        whole(&office.at(13)).await;
    })
    .await;
}
#[tokio::test]
async fn what_was_recorded_while_the_manager_read_opens_the_decision_again_at_once() {
    on_both(|db| async move {
        let office = office(&db).await;
        wrongly_called_qualifying(&office).await;
        let read = office.now().to_string();
        let placed = Placement { legal_status: "V2".into(), place: "U4".into(), ..Placement::default() };
        let meanwhile = office.at(13);
        meanwhile.about(JADE, date(2022, 7, 1), care::Fact::PlacementBegan(placed)).await;
        meanwhile.about(JADE, date(2022, 8, 1), care::Fact::CeasedToBeLookedAfter { reason: "E8".into() }).await;
        let answers = [("category", "QUALIFYING"), ("reason", "As I read it."), ("read", read.as_str())];
        let done = office.at(14).post(NIA, &format!("{}/decide", category()), &answers).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        let page = office.at(14).get(NIA, &category()).await;
        assert!(
            page.says("open again") && page.says("New since: Looked after from 1 July 2022 to 1 August 2022"),
            "{}",
            page.body
        );
    })
    .await;
}
#[tokio::test]
async fn a_night_alone_brings_a_sixteenth_birthday_and_six_months_at_home_into_the_queue() {
    on_both(|db| async move {
        let office = office(&db).await;
        let child = Id::from_u128(32);
        let identity =
            Identity { first_names: Some("Kai".into()), born: Some(date(2010, 12, 1)), ..Identity::default() };
        let placed = Placement { legal_status: "V2".into(), place: "U4".into(), ..Placement::default() };
        let said = |on, fact: practice::Fact| Said::new(Subject::Child(child), on, fact);
        office
            .on(date(2026, 11, 20), 9)
            .keep(vec![
                said(date(2025, 1, 1), people::Fact::Registered(identity).into()),
                said(date(2025, 1, 1), care::Fact::PlacementBegan(placed).into()),
            ])
            .await;
        let queue = queue(Queue::NotRecorded);
        let eve = office.on(date(2026, 11, 30), 12);
        eve.bring_up_to_date().await;
        assert!(!eve.get(VERA, &queue).await.says("Kai"), "fifteen");
        let birthday = office.on(date(2026, 12, 1), 6);
        birthday.bring_up_to_date().await;
        assert!(birthday.get(VERA, &queue).await.says("Kai"), "sixteen: nobody asked, and there he stands");
        whole(&birthday).await;

        // He leaves for his mother's, and is recorded as relevant. Six months later the law comes to less, and
        // what was recorded holds until a person decides.
        let home = practice::leavers::With::Parent;
        birthday
            .keep(vec![
                said(date(2026, 12, 1), care::Fact::CeasedToBeLookedAfter { reason: "E8".into() }.into()),
                said(date(2026, 12, 1), Fact::LivingWithBegan { with: home, who: "His mother".into() }.into()),
                said(date(2026, 12, 1), Fact::CategoryRecorded { category: Category::Relevant }.into()),
            ])
            .await;
        let differs = self::queue(Queue::Differs);
        let eve = office.on(date(2027, 5, 31), 6);
        eve.bring_up_to_date().await;
        assert!(!eve.get(VERA, &differs).await.says("Kai"));
        let six = office.on(date(2027, 6, 1), 6);
        six.bring_up_to_date().await;
        let found = six.get(VERA, &differs).await;
        assert!(found.says("Kai") && found.says("As somebody recorded it: it owes more"), "{}", found.body);
        whole(&six).await;
    })
    .await;
}
#[tokio::test]
async fn whoever_sees_no_names_sees_no_names_and_whoever_has_another_team_sees_no_leaver_of_this() {
    on_both(|db| async move {
        let office = office(&db).await;
        wrongly_called_qualifying(&office).await;
        for path in ["/leavers".to_string(), queue(Queue::Differs), category()] {
            let page = office.get(LI, &path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(!page.says("Jade") && page.says("ormer relevant young person"), "{path}: {}", page.body);
        }
        assert!(office.get(LI, &category()).await.says("not shown to your role"));
        assert!(office.get(PA, "/leavers").await.says("Jade Marlow"));
        assert!(!office.get(OWEN, "/leavers").await.says("Jade Marlow"), "the south's worker");
        let file = office.get(PA, "/leavers?category=FORMER_RELEVANT&as=csv").await;
        assert!(file.says("Jade Marlow,Former relevant young person,Record and law differ"), "{}", file.body);
        assert!(!office.get(PA, "/leavers?category=ELIGIBLE").await.says("Jade Marlow"));
        assert!(office.get(VERA, "/service").await.says("The record says another category than the law: 1"));
        let badge = office.get(PA, &format!("/children/{JADE}")).await;
        assert!(
            badge.says("A relevant child at 18. To be decided: The record says another category"),
            "{}",
            badge.body
        );
        office.restrict(JADE, &[]).await;
        assert!(!office.get(VERA, &queue(Queue::Differs)).await.says("Jade Marlow"), "restricted");
        assert!(office.get(PA, &category()).await.says("Jade Marlow"), "allocated to her adviser");
    })
    .await;
}
#[tokio::test]
async fn after_an_import_of_a_history_without_categories_everybody_of_16_to_24_stands_in_their_queue() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        // (child, born, began, ended): 15; 16; 17 and gone; 19; 22, left at 15; 24; 25.
        let lives = [
            ("1", "24/11/2010", "01/05/2025", ""),
            ("2", "23/11/2010", "01/05/2025", ""),
            ("3", "01/02/2009", "01/05/2025", "30/09/2025"),
            ("4", "01/02/2007", "01/05/2024", "31/01/2025"),
            ("5", "01/02/2004", "01/05/2018", "31/03/2019"),
            ("6", "24/11/2001", "01/05/2018", "23/11/2019"),
            ("7", "23/11/2001", "01/05/2018", "22/11/2019"),
        ];
        let mut header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n".to_string();
        let mut episodes =
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
                .to_string();
        for (child, born, began, ended) in lives {
            header += &format!("{child},1,{born},WBRI,UN1,,\n");
            let rec = if ended.is_empty() { "" } else { "E8" };
            episodes += &format!("{child},{began},S,C2,N1,U4,PR1,{ended},{rec},,,,\n");
        }
        let file = |name: &str, text: String| File { name: name.into(), bytes: text.into_bytes() };
        let delivery = Delivery::of(vec![file("header.csv", header), file("episodes.csv", episodes)]);
        let job = office.desk.job::<Import>("a test");
        let order = Order { year: Some(2026), ..Order::default() };
        let planned = take::plan(&job, Arc::new(delivery), &order, TODAY).await.unwrap().unwrap();
        take::keep(&job, planned, |_, _| {}).await.unwrap();
        office.bring_up_to_date().await;
        let page = office.get(VERA, &queue(Queue::NotRecorded)).await;
        assert!(page.says("5 young people"), "{}", page.body);
        let file = office.get(VERA, &format!("{}&as=csv", queue(Queue::NotRecorded))).await;
        for (child, aged) in [("2", "aged 16"), ("3", "aged 17"), ("4", "aged 19"), ("5", "aged 22"), ("6", "aged 24")]
        {
            assert!(file.says(&format!("Child {child},\"{aged};")), "child {child}, {aged}: {}", file.body);
        }
        whole(&office).await;
    })
    .await;
}
async fn norms(office: &Office) -> practice::Norms {
    office.desk.job::<RunService>("a look").reading().await.unwrap().norms().await.unwrap()
}
/// The tables are what the facts come to.
async fn whole(office: &Office) {
    assert_eq!(office.desk.job::<RunService>("a test").rebuild_check(|_, _| {}).await.unwrap(), 0);
}
