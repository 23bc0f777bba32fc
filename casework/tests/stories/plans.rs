//! A plan that holds: made vague, helped, agreed, held by the young person; stale on a move and revised; an owner who
//! leaves; two people on one form.
use crate::office::*;
use axum::http::StatusCode;
use casework::deeds::RunService;
use kernel::{Said, testing::on_both};
use practice::{
    Date, Id, Subject,
    day::date,
    people::{self, Part},
    plans::{self, PATHWAY, State},
    workforce,
};

const ACTION: Id = Id::from_u128(0xAC);
const TOMORROW: Date = date(2026, 11, 24);

impl Office {
    fn write(&self) -> String {
        format!("/children/{MAYA}/plan/pathway/write")
    }
    /// Sends what an action says, with the button that was pressed.
    async fn action(&self, who: Id, what: &str, then: &str) -> Page {
        self.action_with(who, what, then, &[]).await
    }
    async fn action_with(&self, who: Id, what: &str, then: &str, more: &[(&str, &str)]) -> Page {
        let named = |field: &str| format!("a-{ACTION}-{field}");
        let owner = format!("worker-{RUTH}");
        let fields = [
            ("what", what),
            ("who", owner.as_str()),
            ("by-day", "1"),
            ("by-month", "2"),
            ("by-year", "2027"),
            ("different", "Maya is on the housing register"),
            ("known-by", "The letter is on file"),
        ];
        let fields: Vec<(String, &str)> = fields.iter().map(|(field, value)| (named(field), *value)).collect();
        let mut answers: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), *v)).collect();
        answers.push(("then", then));
        answers.extend(more);
        self.post(who, &format!("{}/home/{ACTION}", self.write()), &answers).await
    }
    async fn say(&self, who: Id, what: &str, answers: &[(&str, &str)]) -> Page {
        let version = self.shown_version(who, what).await;
        self.say_of(who, &version, what, answers).await
    }
    async fn say_of(&self, who: Id, version: &str, what: &str, answers: &[(&str, &str)]) -> Page {
        let always = [("on-day", "23"), ("on-month", "11"), ("on-year", "2026"), ("version", version)];
        let answers = [&always[..], answers].concat();
        self.post(who, &format!("/children/{MAYA}/plan/pathway/{what}"), &answers).await
    }
    /// The version of which the form speaks.
    async fn shown_version(&self, who: Id, what: &str) -> String {
        let form = self.get(who, &format!("/children/{MAYA}/plan/pathway/{what}")).await.body;
        let (_, after) = form.split_once(r#"name="version" value=""#).expect("a form of a version");
        after.split_once('"').unwrap().0.to_string()
    }
    async fn keep_version(&self, who: Id) {
        let kept = self.post(who, &self.write(), &[("then", "keep")]).await;
        assert_eq!(kept.to, format!("/children/{MAYA}/plan"), "{}", kept.body);
    }
    async fn states(&self) -> Vec<State> {
        let h = self.history(MAYA).await;
        plans::plan(&h, &PATHWAY).versions.iter().map(|v| v.state()).collect()
    }
    /// A version with one action, agreed and in Maya's hands.
    async fn in_force(&self) {
        self.action(RUTH, "Take Maya to the housing office with her passport", "next").await;
        let kept = self.post(RUTH, &self.write(), &[("then", "keep")]).await;
        assert_eq!(kept.to, format!("/children/{MAYA}/plan"), "{}", kept.body);
        self.at(13).agreed_and_given().await;
    }
    async fn agreed_and_given(&self) {
        let agreed = [("who", "young-person"), ("agrees", "yes"), ("words", "That is me.")];
        assert_eq!(self.say(RUTH, "say/agreed", &agreed).await.status, StatusCode::SEE_OTHER);
        let copy = [("who", "young-person"), ("how", "by_hand"), ("explained", "yes"), ("response", "On the fridge.")];
        assert_eq!(self.say(RUTH, "say/copy", &copy).await.status, StatusCode::SEE_OTHER);
    }
    async fn keep_about(&self, subject: Subject, fact: impl Into<practice::Fact>) {
        let job = self.desk.job::<RunService>("a story");
        job.keep(vec![Said::new(subject, TODAY, fact)]).await.unwrap();
    }
}

#[tokio::test]
async fn a_plan_made_vague_is_helped_agreed_held_goes_stale_and_is_revised() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let plan = format!("/children/{MAYA}/plan");
        assert!(office.get(RUTH, &plan).await.says("No version has been written"));
        let area = [("need-home", "Maya needs a room of her own."), ("aim-home", "My own door."), ("then", "add")];
        let saved = office.post(RUTH, &format!("{}/home", office.write()), &area).await;
        assert!(saved.status == StatusCode::SEE_OTHER && saved.to.contains("/write/home/"), "to a new action");
        // Vague: it is pointed at, explained and kept as typed.
        let vague = office.action(RUTH, "Support Maya to engage with housing", "next").await;
        assert_eq!(vague.status, StatusCode::OK, "{}", vague.body);
        assert!(
            vague.says("<mark>Support</mark>") && vague.says("it does not say what anybody does"),
            "{}",
            vague.body
        );
        let kept_on =
            office.action_with(RUTH, "Support Maya to engage with housing", "next", &[("helped", "yes")]).await;
        assert_eq!(kept_on.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(kept_on.says("Change the words, or say why they stand as they are"));
        let back = office.get(RUTH, &format!("{}/home/{ACTION}", office.write())).await;
        assert!(back.says("Support Maya to engage with housing") && back.says("<mark>"), "she left and came back");
        assert_eq!(office.states().await, [], "nothing is a version until somebody keeps it");
        let why = format!("a-{ACTION}-despite");
        let excused = [("helped", "yes"), (why.as_str(), "Maya asked for these words")];
        let excused = office.action_with(RUTH, "Support Maya to engage with housing", "next", &excused).await;
        assert_eq!(excused.status, StatusCode::SEE_OTHER, "with a reason the words stand");
        let clear = office.action(RUTH, "Take Maya to the housing office with her passport", "next").await;
        assert_eq!(clear.to, format!("{}/home", office.write()), "nothing to say of it");
        let hub = office.get(RUTH, &office.write()).await;
        assert!(hub.says("Written, 1 action") && hub.says("Maya owns 0 of 1 action"), "{}", hub.body);
        office.post(RUTH, &office.write(), &[("then", "keep")]).await;
        assert_eq!(office.states().await, [State::Draft]);
        assert!(office.get(RUTH, &plan).await.says("Being agreed: version 1"));
        assert!(!office.get(RUTH, &office.write()).await.says("were last saved"), "what was kept is no draft any more");

        office.at(13).agreed_and_given().await;
        assert_eq!(office.states().await, [State::Current]);
        let page = office.get(RUTH, &plan).await;
        assert!(page.says("In force: version 1") && page.says("On the fridge.") && page.says("Maya, by hand"));
        let plain = office.get(RUTH, &format!("{plan}/pathway/plain")).await;
        assert!(plain.says("Where I live") && plain.says("My own door.") && plain.says("Ruth Bell"), "{}", plain.body);

        // She moves: the plan is stale by itself, on the page and on the Today of worker and manager.
        let moved = [("change", "moved"), ("words", "To Nan's")];
        assert_eq!(office.at(15).say(RUTH, "say/changed", &moved).await.status, StatusCode::SEE_OTHER);
        assert!(office.get(RUTH, &plan).await.says("Moved, or lost their home, 23 November 2026"));
        for who in [RUTH, NIA] {
            assert!(office.get(who, "/today").await.says("Pathway plan stale since 23 November 2026"), "{who}");
        }
        assert!(!office.get(SAM, "/today").await.says("Pathway plan stale"), "another team's");
        // Revised, agreed and held: in force, and not stale.
        let revise = office.get(RUTH, &format!("{}/home/{ACTION}", office.write())).await;
        assert!(revise.says("Take Maya to the housing office"), "what is still to do comes along");
        office.at(16).post(RUTH, &office.write(), &[("then", "keep")]).await;
        office.at(17).agreed_and_given().await;
        assert_eq!(office.states().await, [State::Superseded, State::Current]);
        let page = office.get(RUTH, &plan).await;
        assert!(page.says("In force: version 2") && !page.says("Stale") && page.says("Version 1: in force"));
        assert!(page.says("Carried over once."), "{}", page.body);
    })
    .await;
}
#[tokio::test]
async fn an_action_needs_an_owner_on_the_day_on_which_its_owner_leaves() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.in_force().await;
        let line = "An action needs an owner since 23 November 2026";
        assert!(!office.get(NIA, "/today").await.says(line));
        // No longer this child's worker.
        office
            .keep_about(
                Subject::Child(MAYA),
                people::Fact::Allocated { worker: NIA, team: NORTH, part: Part::Worker, why: None },
            )
            .await;
        assert!(office.get(NIA, "/today").await.says(line));
        assert!(office.get(NIA, &format!("/children/{MAYA}/plan")).await.says("Needs an owner"));
        // A role owns nothing; somebody with a name does.
        let owner = format!("actions/{ACTION}/owner");
        let role = office.say(NIA, &owner, &[("who", "else"), ("name", "Housing officer")]).await;
        assert_eq!(role.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(role.says("That is a role or a service") && role.says("Housing officer"), "typing is kept");
        let sam = [("who", "else"), ("name", "Sam Okoro"), ("relation", "housing officer")];
        assert_eq!(office.at(14).say(NIA, &owner, &sam).await.status, StatusCode::SEE_OTHER);
        assert!(!office.get(NIA, "/today").await.says(line));
        // Given to a worker who leaves the service altogether.
        let mine = [("who", format!("worker-{NIA}"))];
        let mine: Vec<(&str, &str)> = mine.iter().map(|(n, v)| (*n, v.as_str())).collect();
        office.at(15).say(NIA, &owner, &mine).await;
        office
            .keep_about(
                Subject::Child(MAYA),
                people::Fact::Allocated { worker: RUTH, team: NORTH, part: Part::Worker, why: None },
            )
            .await;
        office
            .keep_about(
                Subject::Child(MAYA),
                people::Fact::Allocated { worker: RUTH, team: NORTH, part: Part::Adviser, why: None },
            )
            .await;
        office.keep_about(Subject::Worker(NIA), workforce::Fact::Left).await;
        assert!(office.get(RUTH, "/today").await.says(line));
    })
    .await;
}
#[tokio::test]
async fn two_people_on_one_form_see_both_texts_and_neither_loses_any() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let home = format!("{}/home", office.write());
        let typed = office.post(RUTH, &home, &[("need-home", "A flat near Nan."), ("then", "typing")]).await;
        assert!(typed.status == StatusCode::OK && typed.says("Saved 23 November 2026 at 12pm"));
        office.post(NIA, &home, &[("need-home", "A room in the hostel."), ("then", "next")]).await;
        let both = office.get(RUTH, &home).await;
        assert!(both.says("Nia Cole is writing this too"), "{}", both.body);
        assert!(both.says("A flat near Nan.") && both.says("A room in the hostel."));
        let nia = NIA.to_string();
        // She typed more before she took Nia's words.
        let then = format!("take {nia} need-home");
        let take = [("need-home", "A flat near Nan."), ("aim-home", "My own key."), ("then", then.as_str())];
        assert_eq!(office.post(RUTH, &home, &take).await.to, home);
        let mine = office.get(RUTH, &home).await;
        assert!(mine.says("A room in the hostel.") && !mine.says("is writing this too"), "mine say the same now");
        assert!(mine.says("My own key."), "what was typed and not saved is kept");
        // Ruth keeps a version; Nia's words are all there, and she is told.
        office.post(RUTH, &office.write(), &[("then", "keep")]).await;
        let nias = office.get(NIA, &office.write()).await;
        assert!(nias.says("Somebody kept another version after you began") && nias.says("were last saved"));
        // Whoever may not record about the child reads nobody's draft.
        assert_eq!(office.get(OWEN, &home).await.status, StatusCode::FORBIDDEN);
    })
    .await;
}
#[tokio::test]
async fn a_version_with_something_wanting_is_not_kept_and_says_where() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let nothing = office.post(RUTH, &office.write(), &[("then", "keep")]).await;
        assert!(nothing.status == StatusCode::UNPROCESSABLE_ENTITY && nothing.says("Nothing is written yet"));
        let what = format!("a-{ACTION}-what");
        let half = [(what.as_str(), "Ring the landlord on Monday"), ("then", "typing")];
        office.post(RUTH, &format!("{}/home/{ACTION}", office.write()), &half).await;
        let wanting = office.post(RUTH, &office.write(), &[("then", "keep")]).await;
        assert_eq!(wanting.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wanting.says("Say who does it") && wanting.says("Enter the day by which it is done"));
        assert!(wanting.says(&format!("/write/home/{ACTION}")), "and leads there");
        assert_eq!(office.states().await, []);
        office.post(RUTH, &office.write(), &[("then", "discard")]).await;
        assert!(office.get(RUTH, &office.write()).await.says("Nothing yet"));
    })
    .await;
}
#[tokio::test]
async fn what_is_said_of_one_version_is_not_kept_of_another() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.in_force().await;
        office.at(14).keep_version(RUTH).await;
        let two = office.shown_version(RUTH, "say/agreed").await;
        // A colleague keeps another while Ruth asks Maya.
        office.at(15).keep_version(NIA).await;
        let agrees = [("who", "young-person"), ("agrees", "yes"), ("words", "The second is me.")];
        let refused = office.at(16).say_of(RUTH, &two, "say/agreed", &agrees).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.says("Another version took the place") && refused.says("version 3"), "{}", refused.body);
        assert!(refused.says("The second is me."), "typing is kept");
        let three = office.shown_version(RUTH, "say/agreed").await;
        assert!(three != two && refused.body.contains(&three), "said again, it is of the version that is shown");
        assert_eq!(office.states().await, [State::Current, State::Superseded, State::Draft]);
    })
    .await;
}
#[tokio::test]
async fn why_the_plan_stands_is_said_of_the_version_in_force_though_another_is_coming() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.in_force().await;
        let one = office.shown_version(RUTH, "say/stands").await;
        // Written the day after: what is said of the one in force may be of the day before that.
        let office = office.on(TOMORROW, 12);
        office.keep_version(RUTH).await;
        let form = office.get(RUTH, &format!("/children/{MAYA}/plan/pathway/say/stands")).await;
        assert!(form.says("Pathway plan, version 1"), "{}", form.body);
        assert_eq!(office.shown_version(RUTH, "say/stands").await, one);
        let stands = [("why", "It foresaw it"), ("review", "no")];
        assert_eq!(office.say(RUTH, "say/stands", &stands).await.status, StatusCode::SEE_OTHER);
        let page = office.get(RUTH, &format!("/children/{MAYA}/plan/pathway/say/agreed")).await;
        assert!(page.says("Pathway plan, version 2"), "{}", page.body);
    })
    .await;
}
#[tokio::test]
async fn what_they_did_not_agree_with_is_still_to_be_read_when_another_version_is_written() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.action(RUTH, "Take Maya to the housing office with her passport", "next").await;
        office.keep_version(RUTH).await;
        let no = [("who", "young-person"), ("agrees", "no"), ("words", "Not without my sister.")];
        assert_eq!(office.at(13).say(RUTH, "say/agreed", &no).await.status, StatusCode::SEE_OTHER);
        office.at(14).keep_version(RUTH).await;
        let page = office.get(RUTH, &format!("/children/{MAYA}/plan")).await;
        assert!(page.says("Being agreed: version 2") && page.says("Not without my sister."), "{}", page.body);
    })
    .await;
}
#[tokio::test]
async fn what_became_of_an_action_while_a_version_was_being_written_is_not_lost() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.in_force().await;
        // Begun at two, done at three, kept at four.
        let home = format!("{}/home", office.write());
        office.at(14).post(RUTH, &home, &[("need-home", "A flat near Nan."), ("then", "next")]).await;
        let done = [("outcome", "done"), ("effect", "She is on the register.")];
        let outcome = format!("actions/{ACTION}/outcome");
        assert_eq!(office.at(15).say(NIA, &outcome, &done).await.status, StatusCode::SEE_OTHER);
        office.at(16).keep_version(RUTH).await;
        office.at(17).agreed_and_given().await;
        let page = office.at(18).get(RUTH, &format!("/children/{MAYA}/plan")).await;
        assert!(page.says("In force: version 2") && page.says("She is on the register."), "{}", page.body);
    })
    .await;
}
#[tokio::test]
async fn what_was_on_its_way_when_a_version_was_kept_brings_no_draft_back() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let home = format!("{}/home", office.write());
        office.post(RUTH, &home, &[("need-home", "A flat near Nan."), ("then", "next")]).await;
        let form = office.get(RUTH, &home).await.body;
        let begun = form.split_once(r#"name="begun" value=""#).expect("its beginning").1.split_once('"').unwrap().0;
        office.at(13).keep_version(RUTH).await;
        let late = [("need-home", "A flat n"), ("begun", begun), ("then", "typing")];
        assert_eq!(office.at(13).post(RUTH, &home, &late).await.status, StatusCode::CONFLICT);
        assert!(!office.at(13).get(RUTH, &office.write()).await.says("were last saved"));
    })
    .await;
}
#[tokio::test]
async fn a_draft_that_nobody_goes_on_with_is_thrown_away_after_a_quarter() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let home = format!("{}/home", office.write());
        office.post(RUTH, &home, &[("need-home", "A flat near Nan."), ("then", "next")]).await;
        let last = office.on(date(2027, 2, 21), 0);
        casework::nightly::night(&last.desk).await;
        assert!(last.get(RUTH, &home).await.says("A flat near Nan."), "the ninetieth day");
        let after = office.on(date(2027, 2, 22), 0);
        casework::nightly::night(&after.desk).await;
        assert!(!after.get(RUTH, &home).await.says("A flat near Nan."));
    })
    .await;
}
