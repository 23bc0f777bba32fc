//! Safe to contact: Maya is 18, moves to a refuge, and her mother asks for a copy of her plan; what goes to Maya goes
//! by the safe way alone, and where there is none her worker is told.
use crate::office::*;
use axum::http::StatusCode;
use kernel::testing::on_both;
use practice::{
    Fact, Id,
    care::{self, Placement},
    day::date,
    leavers::{self, touch::How},
    letters::{self, By},
    people::{self, Identity, Other, Relation},
    plans::{self, Draft, PATHWAY, Person},
};

const VERSION: Id = Id::from_u128(0x77);

impl Office {
    /// Maya grew up: 21, and was looked after until she was 18.
    async fn maya_is_21(&self) {
        let born = Identity { born: Some(date(2005, 3, 4)), ..Identity::default() };
        self.about(MAYA, date(2026, 1, 5), people::Fact::Registered(born)).await;
        let placed = Placement { legal_status: "C2".into(), place: "U4".into(), ..Placement::default() };
        self.about(MAYA, date(2019, 1, 1), care::Fact::PlacementBegan(placed)).await;
        let mother = Relation {
            other: Other::Adult { id: Id::from_u128(0xAD), name: "Joy Halliday".into() },
            relation: "mother".into(),
            parental_responsibility: None,
            lives_with: None,
        };
        self.about(MAYA, date(2026, 1, 5), people::Fact::Related(mother)).await;
    }
    async fn reached(&self, way: u128, answers: &[(&str, &str)]) -> Page {
        let way = Id::from_u128(way).to_string();
        let answers = [&[("kind", "post"), ("way", way.as_str())], answers].concat();
        self.post(RUTH, &format!("/children/{MAYA}/contact"), &answers).await
    }
    async fn plan_spoken_to(&self) {
        let draft = Draft {
            kind: PATHWAY.code.into(),
            version: VERSION,
            areas: vec![],
            actions: vec![],
            contingency: "Ring Ruth.".into(),
            begun: None,
        };
        self.about(MAYA, TODAY, plans::Fact::VersionDrafted(Box::new(draft))).await;
        let agreed = plans::Fact::Agreed { version: VERSION, by: Person::YoungPerson, words: String::new() };
        self.about(MAYA, TODAY, agreed).await;
    }
    async fn copy_for_her_mother(&self) -> Page {
        let version = VERSION.to_string();
        let answers = [
            ("who", "adult-Joy Halliday"),
            ("how", "post"),
            ("explained", "no"),
            ("on-day", "23"),
            ("on-month", "11"),
            ("on-year", "2026"),
            ("version", version.as_str()),
        ];
        self.post(RUTH, &format!("/children/{MAYA}/plan/pathway/say/copy"), &answers).await
    }
    async fn said<T>(&self, pick: impl Fn(&Fact) -> Option<T>) -> Vec<T> {
        self.facts(MAYA).await.iter().filter_map(|k| pick(&k.fact)).collect()
    }
}
fn copies_and_refusals(fact: &Fact) -> Option<&'static str> {
    match fact {
        Fact::Plans(plans::Fact::CopyGiven { .. }) => Some("given"),
        Fact::Letters(letters::Fact::CopyRefused { .. }) => Some("refused"),
        _ => None,
    }
}

#[tokio::test]
async fn she_moves_to_a_refuge_and_her_mother_asks_for_a_copy() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.maya_is_21().await;
        office.plan_spoken_to().await;
        let home = [("reaches", "4 Mill Row\nNottingham"), ("safe", "yes"), ("kept", "no-one")];
        assert_eq!(office.reached(1, &home).await.status, StatusCode::SEE_OTHER);
        let letter = format!("/children/{MAYA}/letters/your_plan");
        assert!(office.get(RUTH, &letter).await.says("4 Mill Row"));
        // At home nothing is kept from her mother, who may have a copy.
        assert_eq!(office.copy_for_her_mother().await.status, StatusCode::SEE_OTHER);
        // She leaves. Home is not safe now, and nobody is to know where she is.
        let home = [("reaches", "4 Mill Row\nNottingham"), ("safe", "no"), ("kept", "no-one")];
        assert_eq!(office.at(13).reached(1, &home).await.status, StatusCode::SEE_OTHER);
        let stopped = office.get(RUTH, &letter).await;
        assert!(stopped.says("Stopped: No safe way") && !stopped.says("4 Mill Row"), "{}", stopped.body);
        assert!(office.get(RUTH, "/today").await.says("No safe way: the address is not safe"), "her worker is told");
        let refuge = [("reaches", "PO Box 12\nDerby"), ("safe", "yes"), ("kept", "everyone")];
        assert_eq!(office.at(13).reached(2, &refuge).await.status, StatusCode::SEE_OTHER);
        // The plan says where she lives.
        let refused = office.at(14).copy_for_her_mother().await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.says("must not be told to anybody"), "{}", refused.body);
        let mut said = office.said(copies_and_refusals).await;
        said.sort_unstable();
        assert_eq!(said, ["given", "refused"], "that she asked is kept");
        // To Maya it goes by the safe way, and by that alone.
        let page = office.get(RUTH, &letter).await;
        assert!(page.says("PO Box 12") && !page.says("4 Mill Row"), "{}", page.body);
        let to_home = format!("post-{}", Id::from_u128(1));
        let to_home = office.at(15).post(RUTH, &letter, &[("by", to_home.as_str())]).await;
        assert_eq!(to_home.status, StatusCode::UNPROCESSABLE_ENTITY, "what is not safe is not offered");
        let by = format!("post-{}", Id::from_u128(2));
        let sent = office.at(15).post(RUTH, &letter, &[("by", by.as_str())]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        let shown = office.get(RUTH, &sent.to).await;
        assert!(shown.says("PO Box 12") && shown.says("Ring Ruth.") && shown.says("plain envelope"), "{}", shown.body);
        // Facts of one subject come in no promised order.
        let mut said = office.said(copies_and_refusals).await;
        said.sort_unstable();
        assert_eq!(said, ["given", "given", "refused"], "a copy, to her");
        assert!(!office.get(RUTH, &format!("/children/{MAYA}/timeline")).await.says("PO Box 12"), "kept from others");
        // A neighbour team may know that there is a record; where she can be reached it never reads.
        let other = office.get(OWEN, &format!("/children/{MAYA}/contact")).await;
        assert_eq!(other.status, StatusCode::FORBIDDEN);
        assert!(!other.says("PO Box 12"), "{}", other.body);
    })
    .await;
}
#[tokio::test]
async fn the_yearly_reminder_is_sent_once_and_counts_as_the_offer() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.maya_is_21().await;
        let list = office.get(RUTH, "/letters").await;
        assert!(
            list.says("Yearly reminder of rights") && list.says("No address or number is recorded"),
            "{}",
            list.body
        );
        let letter = format!("/children/{MAYA}/letters/reminder");
        let nobody = office.post(RUTH, &letter, &[("by", "email")]).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY, "no message service is set up");
        let sent = office.post(RUTH, &letter, &[("by", "hand")]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        let kept = office
            .said(|f| match f {
                Fact::Letters(letters::Fact::LetterSent(sent)) => Some((sent.by, sent.document.text())),
                _ => None,
            })
            .await;
        assert!(matches!(kept.as_slice(), [(By::Hand, words)] if words.contains("until you are 25")), "{kept:?}");
        let offered = |f: &Fact| matches!(f, Fact::Leavers(leavers::Fact::SupportOffered { how: How::Letter }));
        assert_eq!(office.said(|f| offered(f).then_some(())).await.len(), 1, "it is the yearly offer");
        assert!(!office.get(RUTH, "/letters").await.says("Yearly reminder of rights<span"), "sent once");
        let again = office.at(16).post(RUTH, &letter, &[("by", "hand")]).await;
        assert_eq!(again.status, StatusCode::OK, "nothing is sent twice");
    })
    .await;
}
#[tokio::test]
async fn nothing_is_written_to_somebody_who_has_died() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.maya_is_21().await;
        office.about(MAYA, date(2026, 11, 1), people::Fact::Died).await;
        assert!(!office.get(RUTH, "/letters").await.says("Yearly reminder"));
        let page = office.get(RUTH, &format!("/children/{MAYA}/letters/reminder")).await;
        assert!(page.says("Died on 1 November 2026") && page.says("not due"), "{}", page.body);
        let sent = office.post(RUTH, &format!("/children/{MAYA}/letters/reminder"), &[("by", "hand")]).await;
        assert_eq!(office.said(|f| matches!(f, Fact::Letters(_)).then_some(())).await.len(), 0, "{}", sent.status);
    })
    .await;
}

#[tokio::test]
async fn she_reads_her_letters_at_her_own_sign_in_word_for_word_and_nobody_else_does() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.maya_is_21().await;
        let none = office.own(MAYA, "/my/letters").await;
        assert!(none.says("You have no letters here yet"), "a letter that is stopped is not sent: {}", none.body);
        let refuge = [("reaches", "PO Box 12\nDerby"), ("safe", "yes"), ("kept", "everyone")];
        office.reached(2, &refuge).await;
        let by = format!("post-{}", Id::from_u128(2));
        let sent = office.post(RUTH, &format!("/children/{MAYA}/letters/reminder"), &[("by", by.as_str())]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        assert!(office.get(RUTH, &sent.to).await.says("PO Box 12"));
        let mine = format!("/my/letters/{}", sent.to.rsplit('/').next().unwrap());
        let list = office.own(MAYA, "/my/letters").await;
        assert!(list.says(&mine) && list.says("To read"), "{}", list.body);
        assert!(office.own(MAYA, "/my").await.says("My letters (1 to read)"));
        let letter = office.own(MAYA, &mine).await;
        assert!(letter.says("until you are 25") && !letter.says("PO Box 12"), "{}", letter.body);
        assert_eq!(office.own(THEO, &mine).await.status, StatusCode::NOT_FOUND, "nobody else's");
        assert_eq!(office.own_post(THEO, &mine, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(office.get(RUTH, &mine).await.status, StatusCode::FORBIDDEN, "no worker's page");
        for hour in [13, 14] {
            assert_eq!(office.at(hour).own_post(MAYA, &mine, &[]).await.to, mine);
        }
        assert!(office.own(MAYA, &mine).await.says("You said that you read it on 23 November 2026"));
        assert!(!office.own(MAYA, "/my/letters").await.says("To read"));
        let read = |f: &Fact| matches!(f, Fact::Young(practice::young::Fact::LetterRead { .. })).then_some(());
        assert_eq!(office.said(read).await.len(), 1, "said once");
        // Her worker sees that she read it, and the log that she looked.
        assert!(office.get(RUTH, &sent.to).await.says("read on their own page on 23 November 2026"));
        let looks = office.get(RUTH, &format!("/children/{MAYA}/looks")).await;
        assert!(looks.says("The young person, on their own page"), "{}", looks.body);
    })
    .await;
}
