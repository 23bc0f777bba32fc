//! The young person's own side: invited, they read their plan and say what they think; and nothing that is not theirs
//! to see ever shows there.
use crate::{office::*, released::released};
use axum::http::StatusCode;
use kernel::testing::on_both;
use practice::{
    Date, Fact, Id, Subject,
    day::date,
    plans::{self, Action, AreaWords, Draft, How, Person},
};
use serde_json::Value as Json;

const VERSION: Id = Id::from_u128(0xF1);
/// When the looks of today show.
const LATER: Date = date(2026, 11, 26);
pub const MINE: [&str; 9] = [
    "/my",
    "/my/plan",
    "/my/plan/new",
    "/my/letters",
    "/my/rights",
    "/my/looks",
    "/my/say",
    "/my/account",
    "/my/not-safe",
];

impl Office {
    /// Maya has a plan, agreed and in her hands.
    async fn maya_has_a_plan(&self) {
        let action = Action {
            id: Id::from_u128(0xAC),
            area: "home".into(),
            what: "Take Maya to the housing office".into(),
            owner: Person::Worker(RUTH),
            by: date(2026, 12, 1),
            different: "She is on the list".into(),
            known_by: "The letter".into(),
            despite: None,
        };
        let words = AreaWords { area: "home".into(), need: "A room of her own.".into(), aim: "My own door.".into() };
        let draft = Draft {
            kind: "pathway".into(),
            version: VERSION,
            areas: vec![words],
            actions: vec![action],
            contingency: "Ring Ruth.".into(),
            begun: None,
        };
        let copy = plans::Fact::CopyGiven {
            version: VERSION,
            to: Person::YoungPerson,
            how: How::ByHand,
            explained: true,
            response: String::new(),
        };
        let agreed = plans::Fact::Agreed { version: VERSION, by: Person::Worker(RUTH), words: String::new() };
        for fact in [plans::Fact::VersionDrafted(Box::new(draft)), agreed, copy] {
            self.about(MAYA, date(2026, 11, 2), fact).await;
        }
    }
}

#[tokio::test]
async fn she_reads_her_plan_and_does_not_agree_and_it_is_her_own_word() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.maya_has_a_plan().await;
        let plan = office.own(MAYA, "/my/plan").await;
        assert!(plan.says("My own door.") && plan.says("Take Maya to the housing office"), "{}", plan.body);
        assert!(plan.says("Ruth Bell"), "whose action it is");
        let version = VERSION.to_string();
        let no = [("version", version.as_str()), ("agrees", "no"), ("words", "I want to live with Nan.")];
        assert_eq!(office.own_post(MAYA, "/my/plan", &no[..2]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let stale = [("version", "00000000-0000-0000-0000-000000000009"), no[1], no[2]];
        assert!(office.own_post(MAYA, "/my/plan", &stale).await.says("has changed since"), "never said of another one");
        assert_eq!(office.own_post(MAYA, "/my/plan", &no).await.to, "/my?done=plan");
        let facts = office.facts(MAYA).await;
        let hers: Vec<_> = facts.iter().filter(|k| k.who == MAYA).collect();
        assert_eq!(hers.len(), 2, "that she does not agree, and words that are owed an answer");
        assert!(office.own(MAYA, "/my/plan").await.says("you said that you do not agree: “I want to live with Nan.”"));
        assert!(office.own(MAYA, "/my/say").await.says("Not answered yet"));
        // Her worker reads that it was she who said so, and her looks are marked as hers.
        let timeline = office.get(RUTH, &format!("/children/{MAYA}/timeline")).await;
        assert!(timeline.says("I want to live with Nan.") && timeline.says("the young person, on their own page"));
        let looks = office.get(RUTH, &format!("/children/{MAYA}/looks")).await;
        assert!(looks.says("The young person, on their own page"));
        // And she sees that a social worker looked, without a name, and not her own looks.
        let seen = office.own(MAYA, "/my/looks").await;
        assert!(!seen.says("Social worker") && seen.says("after 3 days"), "a manager has time to mark it");
        let seen = office.on(LATER, 12).own(MAYA, "/my/looks").await;
        assert!(seen.says("Social worker, Long-term, North") && !seen.says("Ruth Bell"), "{}", seen.body);
    })
    .await;
}
#[tokio::test]
async fn she_reaches_one_record_and_two_acts_whatever_the_address_says() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.restrict(MAYA, &[]).await;
        assert_eq!(office.own(MAYA, "/my").await.status, StatusCode::OK, "a restricted record is still hers");
        for child in [MAYA, THEO, Id::from_u128(404)] {
            for path in ["", "/timeline", "/plan", "/looks", "/young", "/visits/new"] {
                let page = office.own(MAYA, &format!("/children/{child}{path}")).await;
                assert_eq!(page.status, StatusCode::NOT_FOUND, "{child}{path}");
                assert!(page.says("There is nothing here"), "{child}{path}");
            }
        }
        for path in MINE {
            assert_eq!(office.own(Id::from_u128(404), path).await.status, StatusCode::NOT_FOUND, "nobody's: {path}");
            assert_eq!(office.get(RUTH, path).await.status, StatusCode::FORBIDDEN, "no worker's: {path}");
        }
    })
    .await;
}

/// Each string of a body that may hold anybody's words, with a mark in its place.
fn marked(name: &str, mut body: Json) -> Json {
    let reads = |body: &Json| {
        let text = body.to_string();
        casework::house::decode(&kernel::Body { name: name.into(), version: casework::house::version(name), text })
            .is_ok()
    };
    let mut paths = vec![];
    strings(&body, String::new(), &mut paths);
    for path in paths {
        let mut tried = body.clone();
        *tried.pointer_mut(&path).unwrap() = Json::String(format!("Held back {name}"));
        // A code or an id is no free text: the fact no longer reads with other words there.
        if reads(&tried) {
            body = tried;
        }
    }
    body
}
fn strings(json: &Json, path: String, into: &mut Vec<String>) {
    match json {
        Json::String(_) => into.push(path),
        Json::Array(all) => all.iter().enumerate().for_each(|(i, one)| strings(one, format!("{path}/{i}"), into)),
        Json::Object(all) => all.iter().for_each(|(key, one)| strings(one, format!("{path}/{key}"), into)),
        _ => {}
    }
}
/// What a young person is shown in its own words: what they are called, the plan, and what is said or
/// written to them.
const SHOWN: [&str; 7] = [
    "people.Registered",
    "plans.VersionDrafted",
    "letters.LetterSent",
    "young.Said",
    "young.Answered",
    "young.Shared",
    "young.MeetingPlanned",
];

#[tokio::test]
async fn whatever_is_written_in_a_record_nothing_of_it_shows_that_is_not_marked_to_share() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let mut kept = 0;
        for line in released() {
            let of_nobody = ["workforce.", "service.", "returns.", "record."].iter().any(|p| line.name.starts_with(p));
            if of_nobody || SHOWN.contains(&line.name.as_str()) {
                continue;
            }
            let body = marked(&line.name, line.body.clone());
            let text = body.to_string();
            let version = casework::house::version(&line.name);
            let fact: Fact = casework::house::decode(&kernel::Body { name: line.name.clone(), version, text }).unwrap();
            kept += usize::from(body.to_string().contains("Held back"));
            // Whoever a relation or an allocation names is invented anew, so that the door is not what hides it.
            if matches!(&fact, Fact::People(practice::people::Fact::PossiblySame { .. })) {
                continue;
            }
            office.keep(vec![kernel::Said::new(Subject::Child(MAYA), date(2026, 11, 3), fact)]).await;
        }
        assert!(kept > 60, "{kept} facts hold words that must not show");
        office.maya_has_a_plan().await;
        office.about(MAYA, TODAY, practice::young::Fact::Shared { words: "Your bus pass came.".into() }).await;
        for path in MINE {
            let page = office.own(MAYA, path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            let told = page.body.split("Held back ").nth(1).map(|rest| rest.chars().take(40).collect::<String>());
            assert_eq!(told, None, "{path} shows what was held back");
        }
        assert!(office.own(MAYA, "/my").await.says("Your bus pass came."), "what was marked to share shows");
        assert!(office.own(MAYA, "/my/plan").await.says("My own door."), "and the plan's own words");
    })
    .await;
}

#[tokio::test]
async fn what_she_says_is_answered_by_a_promised_day() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let sent = office.own_post(MAYA, "/my/say", &[("words", "I want to see Theo.")]).await;
        assert_eq!(sent.to, "/my?done=said");
        let hers = office.own(MAYA, "/my/say").await;
        assert!(hers.says("We promise an answer by 30 November 2026"), "{}", hers.body);
        let late = office.on(date(2026, 12, 1), 9).own(MAYA, "/my/say").await;
        assert!(late.says("We are late.") && late.says("We promised an answer by 30 November 2026"), "{}", late.body);
        let today = office.get(RUTH, "/today").await;
        assert!(today.says("wait for your answer") && today.says("I want to see Theo."), "{}", today.body);
        let said = office.facts(MAYA).await.iter().find(|k| k.who == MAYA).unwrap().id;
        let answer = format!("/children/{MAYA}/young/answer/{said}");
        assert_eq!(office.post(OWEN, &answer, &[("words", "No")]).await.status, StatusCode::FORBIDDEN, "not his");
        assert_eq!(office.post(RUTH, &answer, &[("words", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let answered = office.at(14).post(RUTH, &answer, &[("words", "You see him on Sunday.")]).await;
        assert_eq!(answered.to, format!("/children/{MAYA}/young"));
        assert!(office.own(MAYA, "/my/say").await.says("You see him on Sunday."));
        assert!(!office.get(RUTH, "/today").await.says("wait for your answer"));
    })
    .await;
}
/// The alarm that Maya raised last.
async fn alarm(office: &Office) -> String {
    let facts = office.facts(MAYA).await;
    let raised = facts.iter().rfind(|k| matches!(k.fact, Fact::Young(practice::young::Fact::NotSafe { .. })));
    format!("/not-safe/{MAYA}/{}", raised.unwrap().id)
}
const NOT_SAFE: &str = "A young person does not feel safe";

#[tokio::test]
async fn not_safe_in_the_day_is_told_to_whoever_is_on_duty_and_then_to_the_manager_and_the_director() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.restrict(MAYA, &[]).await;
        let page = office.own(MAYA, "/my/not-safe").await;
        let first = page.body.find("tel:999").expect("999");
        assert!(first < page.body.find("Tell them now").unwrap(), "whom to ring stands first");
        let words = [("words", "Somebody is at the door."), ("reach", "07700 900 982")];
        assert_eq!(office.own_post(MAYA, "/my/not-safe", &words).await.to, "/my/not-safe");
        assert!(office.own(MAYA, "/my").await.says("It was sent. Nobody has seen it yet."), "her first page says so");
        let sent = office.own(MAYA, "/my/not-safe").await;
        assert!(sent.says("Sent on 23 November 2026 at 12pm") && sent.says("Not seen yet"), "{}", sent.body);
        // Sam is on duty: he is told, though the record is not open to him; Idris only if nobody opens it.
        let alarm = alarm(&office).await;
        for (who, told) in [(SAM, true), (NIA, false), (IDRIS, false), (RUTH, false)] {
            assert_eq!(office.get(who, "/today").await.says(NOT_SAFE), told, "{who}");
            assert_eq!(
                office.get(who, "/leavers/mine").await.says(NOT_SAFE),
                told,
                "at the head of their young people"
            );
            let status = if told { StatusCode::OK } else { StatusCode::NOT_FOUND };
            assert_eq!(office.get(who, &alarm).await.status, status, "{who}");
        }
        assert_eq!(
            office.post(NIA, &alarm, &[]).await.status,
            StatusCode::NOT_FOUND,
            "nobody opens what is not theirs"
        );
        let later = office.at(13);
        assert!(later.get(IDRIS, "/today").await.says(NOT_SAFE), "after half an hour the director");
        let seen = later.get(SAM, &alarm).await;
        assert!(seen.says("07700 900 982") && seen.says("break the glass"), "{}", seen.body);
        later.post(SAM, &alarm, &[]).await;
        let hers = later.own(MAYA, "/my/not-safe").await;
        assert!(hers.says("Seen by a team manager on 23 November 2026 at 1pm"), "{}", hers.body);
        assert!(!later.get(IDRIS, "/today").await.says(NOT_SAFE), "it was opened");
        assert!(later.get(IDRIS, &alarm).await.says("Opened by Sam Hart"));
    })
    .await;
}
#[tokio::test]
async fn not_safe_at_night_with_nobody_in_the_rota_is_told_to_every_team_manager_and_with_nobody_at_all_is_not_sent() {
    on_both(|db| async move {
        let night = Office::open(&db).await.at(22);
        assert_eq!(night.own_post(MAYA, "/my/not-safe", &[]).await.to, "/my/not-safe");
        for (who, told) in [(NIA, true), (SAM, true), (VERA, false), (IDRIS, false)] {
            assert_eq!(night.get(who, "/today").await.says(NOT_SAFE), told, "{who}");
        }
        let gone = [NIA, SAM, IDRIS, VERA]
            .map(|who| kernel::Said::new(Subject::Worker(who), TODAY, practice::workforce::Fact::Left));
        night.keep(gone.to_vec()).await;
        let raised = night.facts(MAYA).await.len();
        let page = night.own_post(MAYA, "/my/not-safe", &[]).await;
        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(page.says("It could not be sent. Nobody has been told. Please ring."), "{}", page.body);
        assert_eq!(night.facts(MAYA).await.len(), raised, "and nothing says that it was");
    })
    .await;
}
#[tokio::test]
async fn a_worker_invites_two_let_back_in_and_what_was_done_is_told_to_her() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let page = format!("/children/{MAYA}/young");
        assert_eq!(office.get(OWEN, &page).await.status, StatusCode::FORBIDDEN, "another team");
        assert_eq!(office.get(DORA, &page).await.status, StatusCode::FORBIDDEN, "the front door invites nobody");
        let code = office.post(RUTH, &page, &[]).await;
        assert!(code.says("Shown this once") && code.says("No message is sent with this code"), "{}", code.body);
        assert!(office.get(RUTH, &page).await.says("have not taken it up"));
        let back = office.post(RUTH, &format!("{page}/let-back"), &[]).await;
        assert_eq!(back.status, StatusCode::FORBIDDEN, "a worker alone lets nobody back in");
        let alone = office.post(NIA, &format!("{page}/let-back"), &[]).await;
        assert!(alone.says("It takes two workers"), "{}", alone.body);
        let hers = office.own(MAYA, "/my/account").await;
        assert!(hers.says("Young person invited") && hers.says("Social worker, Long-term, North"), "{}", hers.body);
    })
    .await;
}
#[tokio::test]
async fn what_a_worker_shares_and_when_they_meet_shows_and_the_looks_of_an_enquiry_do_not() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let page = format!("/children/{MAYA}/young");
        office.post(RUTH, &format!("{page}/share"), &[("words", "Your bus pass came.")]).await;
        let on = [("on-day", "25"), ("on-month", "11"), ("on-year", "2026"), ("hour", "15:00"), ("place", "The café")];
        office.post(RUTH, &format!("{page}/meeting"), &on).await;
        let mine = office.own(MAYA, "/my").await;
        assert!(mine.says("Your bus pass came.") && mine.says("25 November 2026 at 3pm: The café"), "{}", mine.body);
        for who in [RUTH, VERA] {
            office.get(who, &format!("/children/{MAYA}")).await;
        }
        let later = office.on(LATER, 12);
        let looks = later.own(MAYA, "/my/looks").await;
        assert!(looks.says("Social worker, Long-term, North"), "{}", looks.body);
        assert!(looks.says("Service manager"), "who was never allocated, too");
        let worker = RUTH.to_string();
        let held = [
            ("worker", worker.as_str()),
            ("from-day", "1"),
            ("from-month", "11"),
            ("from-year", "2026"),
            ("why", "Section 47 enquiry"),
        ];
        let to = format!("{page}/hold-back");
        assert_eq!(office.post(RUTH, &to, &held).await.status, StatusCode::FORBIDDEN, "a manager says so");
        assert_eq!(office.post(NIA, &to, &held).await.status, StatusCode::SEE_OTHER);
        // And before they look, of somebody who never worked with her.
        let director = IDRIS.to_string();
        let before = [("worker", director.as_str()), held[1], held[2], held[3], held[4]];
        assert_eq!(office.post(NIA, &to, &before).await.status, StatusCode::SEE_OTHER);
        assert_eq!(office.get(IDRIS, &format!("/children/{MAYA}")).await.status, StatusCode::OK);
        let looks = later.own(MAYA, "/my/looks").await;
        assert!(!looks.says("Social worker") && looks.says("Team manager"), "{}", looks.body);
        assert!(!looks.says("Director") && looks.says("Service manager"), "{}", looks.body);
        assert!(!looks.says("Section 47"), "nor why");
    })
    .await;
}

#[tokio::test]
async fn what_says_where_somebody_lives_is_not_kept_and_the_worker_is_told_why() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let page = format!("/children/{MAYA}/young");
        let kept = office.facts(MAYA).await.len();
        let shared = office.post(RUTH, &format!("{page}/share"), &[("words", "Mum is in NG7 5AB now.")]).await;
        assert_eq!(shared.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(shared.says("“NG7 5AB” is a postcode"), "{}", shared.body);
        let on =
            [("on-day", "25"), ("on-month", "11"), ("on-year", "2026"), ("hour", "15:00"), ("place", "4 Mill Row")];
        let meeting = office.post(RUTH, &format!("{page}/meeting"), &on).await;
        assert!(meeting.says("“4 Mill Row” is an address"), "{}", meeting.body);
        assert_eq!(office.facts(MAYA).await.len(), kept, "nothing was kept");
        office.own_post(MAYA, "/my/say", &[("words", "Where is mum?")]).await;
        let said = office.facts(MAYA).await.iter().find(|k| k.who == MAYA).unwrap().id;
        let answer = format!("{page}/answer/{said}");
        let slip = office.post(RUTH, &answer, &[("words", "At 4 Mill Row.")]).await;
        assert!(slip.status == StatusCode::UNPROCESSABLE_ENTITY && slip.says("is an address"), "{}", slip.body);
        assert!(office.own(MAYA, "/my/say").await.says("Not answered yet"));
    })
    .await;
}
#[tokio::test]
async fn a_new_version_takes_nothing_away_and_she_says_what_she_thinks_of_it_before_it_holds() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.maya_has_a_plan().await;
        let draft = Draft {
            kind: "pathway".into(),
            version: Id::from_u128(0xF2),
            areas: vec![AreaWords { area: "home".into(), need: "She cannot stay.".into(), aim: String::new() }],
            actions: vec![],
            contingency: String::new(),
            begun: None,
        };
        office.about(MAYA, TODAY, plans::Fact::VersionDrafted(Box::new(draft))).await;
        assert!(office.own(MAYA, "/my").await.says("A new plan for you to read"));
        let plan = office.own(MAYA, "/my/plan").await;
        assert!(plan.says("My own door.") && plan.says("A new plan is written"), "{}", plan.body);
        assert!(!plan.says("She cannot stay."), "{}", plan.body);
        let next = office.own(MAYA, "/my/plan/new").await;
        assert!(
            next.says("My new plan") && next.says("She cannot stay.") && !next.says("My own door."),
            "{}",
            next.body
        );
        let new = Id::from_u128(0xF2).to_string();
        let no = [("version", new.as_str()), ("agrees", "no"), ("words", "I can.")];
        assert_eq!(office.own_post(MAYA, "/my/plan/new", &no).await.to, "/my?done=plan");
        assert!(office.own(MAYA, "/my/plan/new").await.says("you said that you do not agree: “I can.”"));
        let version = VERSION.to_string();
        let yes = [("version", version.as_str()), ("agrees", "yes")];
        assert_eq!(office.own_post(MAYA, "/my/plan", &yes).await.to, "/my?done=plan", "she answers what she reads");
    })
    .await;
}
#[tokio::test]
async fn a_child_who_presses_often_hides_nobody_and_one_opening_is_for_all_of_it() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        for (hour, who, words) in
            [(12, MAYA, "He rings"), (13, THEO, "Help"), (14, MAYA, "He knocks"), (15, MAYA, "Now")]
        {
            office.at(hour).own_post(who, "/my/not-safe", &[("words", words)]).await;
        }
        let later = office.at(16);
        let today = later.get(SAM, "/today").await;
        let maya = format!("/not-safe/{MAYA}");
        assert_eq!(today.body.replace("&#x2f;", "/").matches(&maya).count(), 1, "{}", today.body);
        assert!(today.says("said 3 times"), "{}", today.body);
        let (m, t) = (today.body.find(">Maya<").unwrap(), today.body.find(">Theo<").unwrap());
        assert!(m < t, "the newest first");
        let alarm = alarm(&later).await;
        let page = later.get(SAM, &alarm).await;
        assert!(page.says("Now") && page.says("He knocks") && page.says("He rings"), "{}", page.body);
        later.post(SAM, &alarm, &[]).await;
        let today = later.get(SAM, "/today").await;
        assert!(!today.says(">Maya<") && today.says(">Theo<"), "{}", today.body);
    })
    .await;
}
#[tokio::test]
async fn who_waits_for_an_answer_stands_once_with_what_waits() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        for words in ["I want to see Theo.", "And Ella."] {
            office.own_post(MAYA, "/my/say", &[("words", words)]).await;
        }
        let today = office.get(RUTH, "/today").await;
        assert!(today.says("I want to see Theo.") && today.says("and 1 more from them"), "{}", today.body);
        assert!(!today.says("And Ella."));
    })
    .await;
}
