//! The work with young people, form by form: out of touch at 20, looked for and found; at 21, asks again; homeless at
//! seventeen; custody and release. What is recorded moves the clocks, and a form that is wrong keeps nothing.
use crate::office::*;
use axum::http::StatusCode;
use casework::deeds::RunService;
use kernel::{Said, testing::on_both};
use practice::{
    Date, Fact as F, Id, Subject,
    access::Role,
    care::{self, Placement},
    clock::Standing,
    day::date,
    leavers::{Fact, holds, living::home_on, touch},
    people::{self, Identity, Part},
    workforce,
};
use serde::Deserialize;

const PA: Id = Id::from_u128(821);
const NOAH: Id = Id::from_u128(41);

/// An adviser of the north, and Noah, who was looked after from thirteen until he was eighteen.
async fn office(db: &kernel::Db, born: Date) -> Office {
    let office = Office::open(db).await;
    let post = workforce::Fact::PostTaken { name: "Beverley Pawlak".into(), role: Role::PersonalAdviser, team: NORTH };
    let about = |on, fact: F| Said::new(Subject::Child(NOAH), on, fact);
    let identity = Identity {
        first_names: Some("Noah".into()),
        family_name: Some("Castle".into()),
        born: Some(born),
        ..Identity::default()
    };
    let eighteen = practice::day::birthday(born, 18);
    let mut said = vec![
        Said::new(Subject::Worker(PA), date(2026, 1, 5), post),
        about(date(2026, 1, 5), people::Fact::Registered(identity).into()),
        about(
            date(2026, 1, 5),
            people::Fact::Allocated { worker: PA, team: NORTH, part: Part::Adviser, why: None }.into(),
        ),
    ];
    if eighteen < TODAY {
        let placed = Placement { legal_status: "C2".into(), place: "U4".into(), ..Placement::default() };
        let thirteen = practice::day::birthday(born, 13);
        said.push(about(thirteen, care::Fact::PlacementBegan(placed).into()));
        said.push(about(eighteen, care::Fact::CeasedToBeLookedAfter { reason: "E11".into() }.into()));
    }
    office.on(date(2026, 1, 6), 9).keep(said).await;
    office.bring_up_to_date().await;
    office
}
fn of(step: &str) -> String {
    format!("/children/{NOAH}{step}")
}
fn on(day: &'static str, month: &'static str) -> [(&'static str, &'static str); 3] {
    [("on-day", day), ("on-month", month), ("on-year", "2026")]
}
impl Office {
    /// Recorded by the adviser, and led back to the page that shows it.
    async fn records(&self, entry: &str, on: [(&str, &str); 3], answers: &[(&str, &str)], back: &str) {
        self.records_as(PA, entry, on, answers, back).await;
    }
    async fn records_as(&self, who: Id, entry: &str, on: [(&str, &str); 3], answers: &[(&str, &str)], back: &str) {
        let all = [&on[..], answers].concat();
        let done = self.post(who, &of(&format!("/record/{entry}")), &all).await;
        assert_eq!(
            (done.status, done.to.as_str()),
            (StatusCode::SEE_OTHER, of(back).as_str()),
            "{entry}: {}",
            done.body
        );
    }
    async fn standing(&self, clock: &str) -> Vec<Standing> {
        #[derive(Deserialize)]
        struct Row {
            clock: String,
            standing: Standing,
        }
        const ALL: [&str; 2] =
            [include_str!("../../src/people/sql/owed.sql"), include_str!("../../src/people/sql/answered.sql")];
        let mut reading = self.desk.job::<RunService>("a look").reading().await.unwrap();
        let mut rows: Vec<Row> = vec![];
        for question in ALL {
            rows.extend(reading.ask::<Row>(question, &[("child", NOAH.into())]).await.unwrap());
        }
        rows.into_iter().filter(|r| r.clock == clock).map(|r| r.standing).collect()
    }
}

#[tokio::test]
async fn out_of_touch_at_20_he_is_looked_for_and_found() {
    on_both(|db| async move {
        let office = office(&db, date(2006, 3, 10)).await;
        let call = |came: &'static str| [("how", "call"), ("came", came), ("by", "adviser")];
        office
            .records("contact", on("29", "6"), &[&call("two_way")[..], &[("said", "I’m fine.")]].concat(), "/touch")
            .await;
        let message = [("how", "message"), ("came", "no_answer"), ("by", "adviser")];
        office.records("contact", on("10", "8"), &message, "/touch").await;
        office.records("contact", on("17", "8"), &call("no_answer"), "/touch").await;
        office
            .records(
                "contact",
                on("24", "8"),
                &[("how", "at_home"), ("came", "message_left"), ("by", "adviser")],
                "/touch",
            )
            .await;
        // A form that is wrong keeps nothing, and what was typed stays.
        let wrong = office.post(PA, &of("/record/contact"), &[("how", "call"), ("words", "Voicemail again.")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.says("Say what came of it") && wrong.says("Voicemail again."), "{}", wrong.body);
        let contacts = |facts: Vec<practice::Kept>| {
            facts.into_iter().filter(|k| matches!(k.fact, F::Leavers(Fact::Contacted(_)))).count()
        };
        assert_eq!(contacts(office.facts(NOAH).await), 4);

        // Attempts stop neither clock; the list says since when, and what was tried.
        assert!(office.standing("W09").await.contains(&Standing::Overdue));
        assert!(office.standing("W12").await.contains(&Standing::Overdue));
        let list = office.get(NIA, "/leavers/out-of-touch").await;
        for words in
            ["Noah Castle", "29 June 2026", "17 August 2026: Call, no answer", "Visit where they live, word left"]
        {
            assert!(list.says(words), "{words}: {}", list.body);
        }
        assert!(!office.get(OWEN, "/leavers/out-of-touch").await.says("Noah"), "another team");
        assert!(!office.get(NIA, "/leavers/out-of-touch?which=never-found").await.says("Noah"), "nobody was asked");

        // Those who may know are asked; nobody can answer who was not.
        let asks = [("who", "housing"), ("who", "benefits"), ("who", "custody"), ("who", "health"), ("who", "family")];
        let early = office.post(PA, &of("/record/answered"), &[("who", "housing"), ("known", "no")]).await;
        assert!(early.says("Nobody asked them"), "{}", early.body);
        office.records("asked", on("22", "9"), &asks, "/touch").await;
        let answer = [("who", "housing"), ("known", "no"), ("words", "No application in his name.")];
        office.records("answered", on("5", "10"), &answer, "/touch").await;
        let vain = office.get(NIA, "/leavers/out-of-touch?which=never-found&as=csv").await;
        assert!(
            vain.says("Noah Castle") && vain.says("they did not know: No application in his name"),
            "{}",
            vain.body
        );
        let page = office.get(PA, &of("/touch")).await;
        for words in ["Not asked", "Letter, from"] {
            assert!(page.says(words) == (words == "Letter, from"), "{words}: {}", page.body);
        }
        // When all was tried the manager says how he is to be found.
        office
            .records(
                "contact",
                on("12", "10"),
                &[("how", "letter"), ("came", "no_answer"), ("by", "adviser")],
                "/touch",
            )
            .await;
        assert!(office.get(NIA, &of("/touch")).await.says("Say how they are to be found"));
        let plan = [("words", "Beverley asks his aunt by Friday.")];
        office.records_as(NIA, "found-how", on("26", "10"), &plan, "/touch").await;

        // Found: his aunt knew, and he rang.
        let knew = [("who", "family"), ("known", "yes"), ("words", "He is with his aunt in Derby.")];
        office.records("answered", on("2", "11"), &knew, "/touch").await;
        assert!(office.get(NIA, "/leavers/out-of-touch").await.says("Noah"), "known is not spoken with");
        let rang = [("how", "call"), ("came", "two_way"), ("by", "young_person"), ("said", "I lost my phone.")];
        office.records("contact", on("5", "11"), &rang, "/touch").await;
        for page in ["/leavers/out-of-touch", "/leavers/out-of-touch?which=never-found"] {
            assert!(!office.get(NIA, page).await.says("Noah"), "{page}");
        }
        assert!(!office.standing("W09").await.contains(&Standing::Overdue));
        assert!(!office.standing("W12").await.contains(&Standing::Overdue));
        let page = office.get(PA, &of("/touch")).await;
        assert!(page.says("I lost my phone.") && page.says("Last spoken with"), "{}", page.body);
        // Recorded in error, it is taken back on the page for that, and he is out of touch again.
        // Those recorded at one moment come in any order: the last is the one that happened last.
        let contacts =
            office.facts(NOAH).await.into_iter().filter(|k| matches!(k.fact, F::Leavers(Fact::Contacted(_))));
        let fact = contacts.max_by_key(|k| k.happened).unwrap();
        let error = [("how", "error"), ("why", "It was another Noah.")];
        let done = office.at(13).post(PA, &of(&format!("/facts/{}/correct", fact.id)), &error).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        assert!(office.at(13).get(NIA, "/leavers/out-of-touch").await.says("Noah"));
        whole(&office.at(14)).await;
    })
    .await;
}
#[tokio::test]
async fn who_steps_away_is_left_in_peace_and_is_on_no_list() {
    on_both(|db| async move {
        let office = office(&db, date(2006, 3, 10)).await;
        assert!(office.get(NIA, "/leavers/out-of-touch").await.says("Never"), "nobody has ever spoken with him");
        let silent = office.post(PA, &of("/record/stepped-away"), &on("1", "10")).await;
        assert!(silent.says("without their words it is no choice of theirs"), "{}", silent.body);
        office.records("stepped-away", on("1", "10"), &[("said", "I’ll ring when I want to.")], "/touch").await;
        assert!(!office.get(NIA, "/leavers/out-of-touch").await.says("Noah"));
        let page = office.get(PA, &of("/touch")).await;
        assert!(page.says("Chose to step away") && page.says("I’ll ring when I want to."), "{}", page.body);
        whole(&office).await;
    })
    .await;
}
#[tokio::test]
async fn at_21_he_wants_nothing_and_asks_again() {
    on_both(|db| async move {
        let office = office(&db, date(2005, 3, 10)).await;
        office.records("support-offered", on("1", "4"), &[("how", "letter")], "/touch").await;
        let band = |h: practice::History, norms| holds(&h, &norms, TODAY).held.band;
        assert_eq!(band(office.history(NOAH).await, norms(&office).await), "21_24_KEEP_IN_TOUCH");
        assert!(office.standing("W11").await.is_empty());
        let early = office
            .post(PA, &of("/record/support-asked"), &[("on-day", "9"), ("on-month", "3"), ("on-year", "2026")])
            .await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "20 on that day");
        office.records("support-asked", on("14", "9"), &[], "/category").await;
        assert_eq!(band(office.history(NOAH).await, norms(&office).await), "21_24_REQUESTED");
        assert_eq!(office.standing("W11").await, [Standing::Running]);
        let page = office.get(PA, &of("/life")).await;
        assert!(page.says("Asked for support") && page.says("14 September 2026"), "{}", page.body);
        office.records("needs-assessment", on("5", "10"), &[], "/life").await;
        office.records("needs-assessment-completed", on("9", "11"), &[], "/life").await;
        office.records("support-no-longer", on("20", "11"), &[], "/category").await;
        assert_eq!(band(office.history(NOAH).await, norms(&office).await), "21_24_KEEP_IN_TOUCH");
        assert!(!office.standing("W11").await.contains(&Standing::Running));
        whole(&office).await;
    })
    .await;
}
#[tokio::test]
async fn a_homeless_seventeen_year_old_is_looked_after_unless_everything_says_otherwise() {
    on_both(|db| async move {
        let office = office(&db, date(2009, 6, 17)).await;
        let record = office.get(DORA, &of("")).await;
        assert!(record.says("Homeless at 16 or 17"), "{}", record.body);
        let before = office.post(DORA, &of("/record/homeless-interviewed"), &[("safe", "no")]).await;
        assert_eq!(before.status, StatusCode::UNPROCESSABLE_ENTITY);
        for (entry, answers) in [
            ("homeless", &[][..]),
            ("homeless-interviewed", &[("safe", "no")][..]),
            ("homeless-accommodated", &[("place", "bed-and-breakfast")][..]),
        ] {
            office.records_as(DORA, entry, on("10", "11"), answers, "/homeless").await;
        }
        assert_eq!(office.standing("T01").await, [Standing::Overdue], "bed and breakfast is no safe place");
        office.records_as(DORA, "homeless-accommodated", on("12", "11"), &[("place", "supported")], "/homeless").await;
        assert_eq!(office.standing("T01").await, [Standing::MetLate]);
        office.records_as(DORA, "homeless-assessed", on("19", "11"), &[("with", "yes")], "/homeless").await;
        assert_eq!(office.standing("T02").await, [Standing::Met]);

        // The guided decision: the questions first, then what he wants.
        let step = |step: &str| of(&format!("/homeless/decide/{step}"));
        let questions = office.get(DORA, &step("questions")).await;
        assert!(questions.says("To be asked first, and looked after until then"), "{}", questions.body);
        let answers =
            [("under-18", "yes"), ("in-need", "yes"), ("in-area", "yes"), ("needs", "yes"), ("reason", "yes")];
        assert_eq!(office.post(DORA, &step("questions"), &answers).await.to, step("wishes"));
        let done =
            office.post(DORA, &step("wishes"), &[("known", "yes"), ("refuses", "yes"), ("competent", "yes")]).await;
        assert_eq!(done.to, step("decision"));
        let housing = [("way", "housing"), ("reasons", "He says that he wants a room of his own.")];
        let refused = office.post(DORA, &step("decision"), &[&on("20", "11")[..], &housing].concat()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for words in ["No advocate was offered", "The two ways were not explained in writing", "No manager signed it"] {
            assert!(refused.says(words), "{words}: {}", refused.body);
        }
        assert_eq!(office.standing("T03").await, [Standing::DueSoon], "nothing is decided");
        // He talks with the advocate, and does not refuse.
        let wishes = [("known", "yes"), ("refuses", "no"), ("advocate", "yes"), ("writing", "yes")];
        assert_eq!(office.post(DORA, &step("wishes"), &wishes).await.to, step("decision"));
        assert!(office.get(DORA, &step("decision")).await.says("To be looked after (s20)"));
        let looked_after = [("way", "looked-after"), ("reasons", "His father put him out and will not have him back.")];
        let early = office.post(DORA, &step("decision"), &[&on("9", "11")[..], &looked_after].concat()).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "before he came");
        let looked_after = [&on("20", "11")[..], &looked_after].concat();
        assert_eq!(office.post(DORA, &step("decision"), &looked_after).await.to, of("/homeless"));
        assert_eq!(office.standing("T03").await, [Standing::Met]);
        let page = office.get(NIA, &of("/homeless")).await;
        assert!(page.says("His father put him out") && page.says("To be looked after (s20)"), "{}", page.body);
        assert_eq!(office.get(DORA, &step("questions")).await.to, of("/homeless"), "nothing is left to decide");
        let late = office.post(DORA, &step("decision"), &looked_after).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.says("It was decided meanwhile") && late.says("His father put him out"), "{}", late.body);
        whole(&office).await;
    })
    .await;
}
#[tokio::test]
async fn in_custody_a_home_is_found_by_the_day_of_release() {
    on_both(|db| async move {
        let office = office(&db, date(2006, 3, 10)).await;
        let flat = [("place", "U"), ("suitable", "yes"), ("provided", "no"), ("with", "Castle Homes")];
        office.records("home", on("5", "1"), &flat, "/life").await;
        let release = [("release-day", "21"), ("release-month", "12"), ("release-year", "2026")];
        let nowhere = office.post(PA, &of("/record/release"), &[&on("3", "8")[..], &release].concat()).await;
        assert!(nowhere.says("Nothing says that they are in custody"), "{}", nowhere.body);
        office.records("home", on("3", "8"), &[("place", "X"), ("suitable", "no"), ("provided", "no")], "/life").await;
        let page = office.get(PA, &of("/life")).await;
        assert!(page.says("In custody") && page.says("day of release"), "the day of release is missing: {}", page.body);
        office.records("release", on("12", "8"), &release, "/life").await;
        let soon = [("soon", "yes"), ("agrees", "yes")];
        office.records("may-lose-home", on("2", "11"), &soon, "/life").await;
        assert!(office.standing("W16").await.contains(&Standing::Overdue));
        let page = office.get(PA, &of("/life")).await;
        assert!(page.says("21 December 2026") && page.says("Not referred to housing yet"), "{}", page.body);
        office.records("housing-referral", on("3", "11"), &[("authority", "Nottingham")], "/life").await;
        assert!(!office.standing("W16").await.contains(&Standing::Overdue));
        let bid = |became: &'static str| [("home", "Flat 3, Quay Court"), ("became", became)];
        office.records("bid", on("4", "11"), &bid("made"), "/life").await;
        office.records("bid", on("18", "11"), &bid("offered"), "/life").await;
        let page = office.get(PA, &of("/life")).await;
        assert!(page.says("1 bid") && page.says("offered to them"), "{}", page.body);

        // Out on the day: a home that the council provides, seen within a week.
        let out = office.on(date(2026, 12, 21), 15);
        let new = [("place", "D"), ("suitable", "yes"), ("provided", "s24b")];
        out.records("home", on("21", "12"), &new, "/life").await;
        out.records(
            "money",
            on("21", "12"),
            &[("what", "setting_up_home"), ("pounds", "849.50"), ("words", "A bed")],
            "/life",
        )
        .await;
        let page = out.get(PA, &of("/life")).await;
        assert!(page.says("£2,150.50 left") && !page.says("In custody"), "{}", page.body);
        assert!(
            out.standing("W07").await.contains(&Standing::DueSoon)
                || out.standing("W07").await.contains(&Standing::Running)
        );
        let lives = |h: practice::History, on| home_on(&h, on).map(|home| home.accommodation);
        let h = practice::History::new(out.facts(NOAH).await, date(2026, 12, 21));
        assert_eq!(touch::contacts(&h).count(), 0);
        assert_eq!(lives(h.until(date(2026, 12, 20)), date(2026, 12, 20)).as_deref(), Some("X2"));
        assert_eq!(lives(h, date(2026, 12, 21)).as_deref(), Some("D1"));
        whole(&out).await;
    })
    .await;
}
#[tokio::test]
async fn only_who_works_with_him_records_and_who_sees_no_words_sees_none() {
    on_both(|db| async move {
        let office = office(&db, date(2006, 3, 10)).await;
        let form = of("/record/contact");
        assert_eq!(office.get(OWEN, &form).await.status, StatusCode::FORBIDDEN);
        assert_eq!(office.get(PA, &of("/record/unheard-of")).await.status, StatusCode::NOT_FOUND);
        assert!(office.get(PA, &of("/life")).await.says("Record a contact"));
        let reads = office.get(RUTH, &of("/life")).await;
        assert!(reads.status == StatusCode::OK && !reads.says("Record a contact"), "a colleague of the team reads");
        let answers = [("how", "call"), ("came", "two_way"), ("by", "adviser"), ("said", "Words of his own.")];
        office.records("contact", on("20", "11"), &answers, "/touch").await;
        assert!(office.get(RUTH, &of("/touch")).await.says("Words of his own."));
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
