//! A child's record as it is read: the summary, every deadline explained, the timeline with its
//! corrections, the family, and who has looked.
use crate::office::*;
use axum::http::StatusCode;
use kernel::{Said, testing::on_both};
use practice::{
    Fact, Id, Subject,
    access::Role,
    day::{date, plus_days},
    people::{self, Visit},
    protection, service, workforce,
};

const PAGES: [&str; 5] = ["", "/deadlines", "/timeline", "/family", "/placements"];
const LI: Id = Id::from_u128(890); // analyst

fn page(child: Id, step: &str) -> String {
    format!("/children/{child}{step}")
}
fn visit(words: &str) -> people::Fact {
    people::Fact::Visited(Visit { seen: true, seen_alone: true, childs_words: words.into(), ..Visit::default() })
}

#[tokio::test]
async fn whoever_opens_a_record_reads_who_where_why_and_what_the_child_said() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.plan(MAYA, date(2026, 9, 1)).await;
        office.about(MAYA, date(2026, 11, 2), visit("I want my bike.")).await;
        office.about(MAYA, plus_days(TODAY, -1), people::Fact::Visited(Visit::default())).await;
        let summary = office.get(RUTH, &page(MAYA, "")).await;
        assert_eq!(summary.status, StatusCode::OK);
        for words in [
            "<title>Summary – Maya Halliday – Loxley</title>",
            "aged 8, born 4 March 2018",
            "for neglect since 1 September 2026",
            "2 November 2026 (3 weeks ago), alone",
            "Visited 1 time since without seeing the child",
            "I want my bike.",
            "Child protection plan since 1 September 2026",
            "Record a visit",
        ] {
            assert!(summary.says(words), "{words}");
        }
        let family = office.get(RUTH, &page(MAYA, "/family")).await;
        assert!(
            family.says("Theo Halliday") && family.says("Ella Halliday"),
            "said on their records, and read from hers"
        );
        assert!(family.says("Ruth Bell"));
        let manager = office.get(VERA, &page(MAYA, "/looks")).await;
        assert!(manager.says("Ruth Bell") && manager.says("See the record"));
    })
    .await;
}
#[tokio::test]
async fn a_deadline_leads_to_the_fact_that_started_it_and_a_correction_shows_what_was_said_before() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let wrong = office
            .about(MAYA, date(2026, 9, 1), protection::Fact::ProtectionPlanBegan { category: "NEG".into() })
            .await;
        let right = Fact::from(protection::Fact::ProtectionPlanBegan { category: "EMO".into() });
        let said = Said::new(Subject::Child(MAYA), date(2026, 9, 2), right);
        let corrected = office
            .at(13)
            .keep(vec![Said { instead_of: Some((wrong, "The minutes say emotional abuse.".into())), ..said }])
            .await[0];
        let deadlines = office.get(RUTH, &page(MAYA, "/deadlines")).await;
        let fact = format!("/timeline?at={corrected}#{corrected}");
        assert!(deadlines.says(&fact) && deadlines.says("/deadlines/P10") && deadlines.says("id=\"P10-2026-09-02\""));
        let timeline = office.get(RUTH, &page(MAYA, &fact)).await;
        assert!(timeline.says(&format!("id=\"{corrected}\"")) && !timeline.says(&format!("id=\"{wrong}\"")));
        assert!(timeline.says("The minutes say emotional abuse") && timeline.says("Neglect (NEG)"));
        assert!(timeline.says(&page(MAYA, &format!("/facts/{corrected}/correct"))));
        // As it was known before anything was recorded, no plan was running.
        let then = office.get(RUTH, &page(MAYA, "/deadlines?as_known_on=2026-11-22")).await;
        assert!(
            then.says("As known at the end of 22 November 2026") && then.says("No child protection plan is recorded")
        );
        let no_day = office.get(RUTH, &page(MAYA, "/deadlines?as_known_on=soon")).await;
        assert_eq!(no_day.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}
#[tokio::test]
async fn what_was_owed_on_an_earlier_day_keeps_the_norm_that_was_known_then() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let (why, until) = ("She is in A&E.".to_string(), office.now());
        office.about(MAYA, TODAY, people::Fact::Opened { worker: SAM, why, until, glass_broken: true }).await;
        let later = office.on(date(2026, 11, 26), 9);
        let says = async |path: &str, by: &str| later.get(RUTH, &page(MAYA, path)).await.says(by);
        let (two_days, five_days) = ("2 working days after 23 November", "5 working days after 23 November");
        let norm = |from| {
            let set = service::Fact::NormSet { norm: "B01".into(), number: 5, why: "Agreed with the Guardian".into() };
            Said::new(Subject::Service, from, set)
        };
        // Set from the 26th on: what began before keeps the norm of its day.
        later.keep(vec![norm(date(2026, 11, 26))]).await;
        assert!(says("/deadlines", two_days).await);
        // Said on the 26th of the days before as well: so it is now, and so nobody knew it on the 24th.
        later.keep(vec![norm(date(2026, 11, 1))]).await;
        later.bring_up_to_date().await;
        assert!(says("/deadlines", five_days).await);
        assert!(says("/deadlines?as_known_on=2026-11-24", two_days).await);
        assert!(says("/deadlines?as_known_on=2026-11-25", two_days).await);
    })
    .await;
}
#[tokio::test]
async fn a_neighbour_is_refused_in_words_an_analyst_sees_no_name_and_a_colleague_does_not_record() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let post = workforce::Fact::PostTaken { name: "Li Na Tan".into(), role: Role::Analyst, team: NORTH };
        office.keep(vec![Said::new(Subject::Worker(LI), date(2026, 1, 5), post)]).await;
        office.about(MAYA, date(2026, 11, 2), visit("I want my bike.")).await;
        office.restrict(THEO, &[]).await;
        for step in PAGES {
            let refused = office.get(OWEN, &page(MAYA, step)).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{step}");
            assert!(refused.says("not within your reach") && !refused.says("Halliday"), "{step}");
            let masked = office.get(LI, &page(MAYA, step)).await;
            assert_eq!(masked.status, StatusCode::OK, "{step}");
            assert!(masked.says("Child 00000001") && !masked.says("Maya") && !masked.says("NG7"), "{step}");
            assert!(!masked.says("bike") && !masked.says("Theo") && !masked.says(&THEO.to_string()), "{step}");
        }
        let looks = office.get(LI, &page(MAYA, "/looks")).await;
        assert_eq!(looks.status, StatusCode::FORBIDDEN);
        let manager = office.get(IDRIS, &page(MAYA, "")).await;
        assert!(
            manager.says("Maya Halliday") && !manager.says("Record a visit"),
            "a director reads and does not record"
        );
        let family = office.get(NIA, &page(MAYA, "/family")).await;
        assert!(family.says("Ella Halliday") && !family.says("Theo Halliday"), "a restricted brother is not there");
    })
    .await;
}
