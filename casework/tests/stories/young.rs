//! The young person's own side: invited, they read their plan and say what they think; and nothing that is not theirs
//! to see ever shows there.
use crate::{office::*, released::released};
use axum::http::StatusCode;
use kernel::testing::on_both;
use practice::{
    Fact, Id, Subject,
    day::date,
    plans::{self, Action, AreaWords, Draft, How, Person},
};
use serde_json::Value as Json;

const VERSION: Id = Id::from_u128(0xF1);
pub const MINE: [&str; 6] = ["/my", "/my/plan", "/my/rights", "/my/looks", "/my/say", "/my/account"];

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
/// What a young person is shown in its own words: what they are called, the plan, and what is said to them.
const SHOWN: [&str; 6] = [
    "people.Registered",
    "plans.VersionDrafted",
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
