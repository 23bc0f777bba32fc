//! Who comes to which record, and who does not: at the door, in search, in the safeguarding check.
use crate::office::*;
use axum::http::StatusCode;
use casework::deeds::RunService;
use kernel::{Said, Verdict, testing::on_both};
use practice::{
    Fact, Id, Subject,
    access::Role,
    day::{date, plus_days, plus_hours, start_of},
    people::{self, Fact as P},
    workforce,
};

fn child(child: Id) -> String {
    format!("/children/{child}")
}
const CHECK: [(&str, &str); 2] = [("names", "maya halliday"), ("why", "A hospital rang about a girl of that name.")];

#[tokio::test]
async fn a_standard_record_is_found_and_opened_with_a_reason_by_a_neighbour_team() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        // Out of reach, and Owen is told how it can be opened.
        let refused = office.get(OWEN, &format!("{}/open", child(Id::from_u128(404)))).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "nothing is there");
        let before = office.get(OWEN, &format!("{}/visits/new", child(MAYA))).await;
        assert_eq!(before.status, StatusCode::FORBIDDEN);
        // Found in either order and as it sounds; a name, an age, a team, whom to ring, and no more.
        for words in ["halliday maya", "Maia Haliday", "4/3/2018 maya", "ng7 maya"] {
            let found = office.post(OWEN, "/search", &[("words", words)]).await;
            assert!(found.says("Maya Halliday") && found.says("aged 8"), "{words}");
            assert!(found.says("Ring Ruth Bell, Long-term, North") && found.says("Open with a reason"), "{words}");
            assert!(!found.says("5AB") && !found.says("March 2018"), "{words}");
        }
        let own = office.post(RUTH, "/search", &[("words", "maya halliday")]).await;
        assert!(own.says(&format!("href=\"{}\"", child(MAYA))), "her own opens at once");

        let open = format!("{}/open", child(MAYA));
        assert!(office.get(OWEN, &open).await.says("Maya Halliday"));
        let nothing = office.post(OWEN, &open, &[("why", " ")]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(office.told(MAYA).await.is_empty());
        let opened = office.post(OWEN, &open, &[("why", "Her brother is referred to us.")]).await;
        assert_eq!((opened.status, opened.to), (StatusCode::SEE_OTHER, child(MAYA)));
        let told = office.told(MAYA).await;
        assert!(matches!(&told[..], [(who, what)] if *who == RUTH && what.contains("Owen Price") && what.contains("brother")));
        let until = office.facts(MAYA).await.into_iter().find_map(|k| match k.fact {
            Fact::People(P::Opened { until, glass_broken: false, .. }) => Some(until),
            _ => None,
        });
        assert_eq!(until, Some(start_of(plus_days(TODAY, 1))), "until the day ends");
        assert_eq!(office.get(OWEN, &format!("{}/visits/new", child(MAYA))).await.status, StatusCode::OK);
    })
    .await;
}
#[tokio::test]
async fn a_restricted_record_is_not_there_for_a_neighbour_team_and_a_record_exists_for_the_front_door() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.restrict(MAYA, &[VERA]).await;
        for who in [OWEN, SAM, DORA, NIA] {
            let found = office.post(who, "/search", &[("words", "maya halliday")]).await;
            assert!(!found.says("Maya Halliday") && found.says("Theo Halliday"), "{who}: her brother is found and she is not");
            let (there, nowhere) = (child(MAYA), child(Id::from_u128(404)));
            let (there, nowhere) =
                (office.get(who, &format!("{there}/open")).await, office.get(who, &format!("{nowhere}/open")).await);
            assert_eq!((there.status, there.body), (nowhere.status, nowhere.body), "{who}");
        }
        assert!(office.post(VERA, "/search", &[("words", "maya halliday")]).await.says("Maya Halliday"), "she is named");

        assert_eq!(office.post(OWEN, "/safeguarding-check", &CHECK).await.status, StatusCode::FORBIDDEN);
        assert_eq!(office.post(DORA, "/safeguarding-check", &CHECK[..1]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(office.told(MAYA).await.is_empty(), "nobody is told before there is a reason");
        let answer = office.post(DORA, "/safeguarding-check", &CHECK).await;
        assert!(answer.says("A record exists: ring the duty manager") && answer.says("Sam Hart, Long-term, South"));
        let (maya, named) = (child(MAYA), "Known: <a class=\"govuk-link\" href=\"");
        assert!(!answer.says(&maya) && !answer.says(&format!("{named}{maya}")), "neither address nor more of it");
        let told = office.told(MAYA).await;
        assert!(matches!(&told[..], [(who, what)] if *who == SAM && what.contains("Dora Finch") && what.contains("A hospital rang")));
        assert!(!told[0].1.contains("Maya"));
        let known = office.post(VERA, "/safeguarding-check", &CHECK).await;
        assert!(known.says("Known: ") && !known.says("A record exists"), "to whom it is named it is known");
        let unknown = [("names", "George Nobody"), CHECK[1]];
        assert!(office.post(DORA, "/safeguarding-check", &unknown).await.says("Not known here"));
        // The duty manager is given the notice, though the record is not theirs to see; nobody else is.
        let today = office.get(SAM, "/today").await;
        assert!(today.says("A hospital rang") && today.says("A record that is not open to you") && !today.says("Maya"));
        assert!(!office.get(NIA, "/today").await.says("A hospital rang"));
        let notice = office.facts(MAYA).await.into_iter().find(|k| matches!(k.fact, Fact::People(P::Told { .. })));
        let seen = format!("/notices/{MAYA}/{}", notice.unwrap().id);
        office.post(NIA, &seen, &[]).await;
        assert!(office.get(SAM, "/today").await.says("A hospital rang"), "nobody sees it for him");
        assert_eq!(office.post(SAM, &seen, &[]).await.to, "/today");
        assert!(!office.get(SAM, "/today").await.says("A hospital rang"));
    })
    .await;
}
#[tokio::test]
async fn two_records_that_somebody_said_are_one_child_lead_to_each_other_and_give_nobody_leave() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        for (one, other) in [(MAYA, THEO), (THEO, MAYA)] {
            let said = P::SaidWhetherSame { other, same: true, why: "The school confirmed it".into() };
            office.about(one, TODAY, said).await;
        }
        let read = async |who: Id, of: Id| office.get(who, &child(of)).await;
        let page = read(RUTH, MAYA).await;
        assert!(page.says("This is the same child as") && page.says("Theo Halliday") && page.says(&child(THEO)));
        assert!(page.says("The school confirmed it") && read(NIA, THEO).await.says("Maya Halliday"));
        // Found by the name of one, as one child with two records; each opens only as it did before.
        let found = office.post(OWEN, "/search", &[("words", "maya halliday 4/3/2018")]).await;
        let other = format!("{}/open\">Theo Halliday, open with a reason", child(THEO));
        assert!(found.says("The same child, somebody said") && found.says(&other));
        assert_eq!(read(OWEN, THEO).await.status, StatusCode::FORBIDDEN);
        // Restricted, the other is nowhere to be read of; but a check of the one hears that it exists.
        office.restrict(MAYA, &[]).await;
        let page = read(NIA, THEO).await;
        assert!(page.status == StatusCode::OK && !page.says("Maya") && !page.says("same child"));
        let found = office.post(NIA, "/search", &[("words", "theo halliday")]).await;
        assert!(found.says("Theo Halliday") && !found.says("same child") && !found.says("Maya"));
        let check = [("names", "theo halliday"), CHECK[1]];
        let answer = office.post(DORA, "/safeguarding-check", &check).await;
        assert!(answer.says("Known: ") && answer.says("A record exists") && !answer.says("Maya"));
    })
    .await;
}
#[tokio::test]
async fn whoever_declared_a_conflict_finds_nothing_anywhere_though_they_are_allocated() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let declare = format!("{}/conflicts", child(MAYA));
        let worker = RUTH.to_string();
        let said = office.post(NIA, &declare, &[("worker", &worker), ("why", "Her niece")]).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
        assert!(!office.post(RUTH, "/search", &[("words", "maya halliday")]).await.says("Maya Halliday"));
        for page in ["/open", "/visits/new", "/notes/new"] {
            assert_eq!(office.get(RUTH, &(child(MAYA) + page)).await.status, StatusCode::NOT_FOUND, "{page}");
        }
        let all = format!("/visits/new?child={MAYA}&child={THEO}");
        assert_eq!(office.get(RUTH, &all).await.status, StatusCode::NOT_FOUND, "nor with her brother");
        let alone = office.get(RUTH, &format!("{}/visits/new", child(THEO))).await;
        assert!(alone.status == StatusCode::OK && !alone.says("Maya"), "nor beside him");

        // The checker, the breaker of glass and the duty manager may have one too.
        for who in [DORA, SAM] {
            office.about(MAYA, TODAY, people::Fact::ConflictDeclared { worker: who, why: "A neighbour".into() }).await;
        }
        office.restrict(MAYA, &[]).await;
        let answer = office.post(DORA, "/safeguarding-check", &[("names", "maya halliday 4/3/2018"), CHECK[1]]).await;
        assert!(!answer.says("A record exists") && !answer.says("Maya Halliday"));
        assert!(office.told(MAYA).await.is_empty(), "and nobody is told, because nothing was met");
        assert_eq!(office.get(SAM, &format!("{}/break-glass", child(MAYA))).await.status, StatusCode::NOT_FOUND);
        // Another manager asks the same: whoever is on duty has a conflict, so every other team manager is rung.
        let answer = office.post(VERA, "/safeguarding-check", &CHECK).await;
        assert!(answer.says("A record exists") && answer.says("Nia Cole") && !answer.says("Sam Hart"));

        let ended = office.post(NIA, &format!("{declare}/end"), &[("worker", &worker)]).await;
        assert_eq!(ended.status, StatusCode::NOT_FOUND, "restricted without her name, it is not hers to change");
    })
    .await;
}
#[tokio::test]
async fn glass_is_broken_with_a_reason_its_owner_hears_and_another_manager_reviews_it() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.restrict(MAYA, &[]).await;
        let glass = format!("{}/break-glass", child(MAYA));
        assert_eq!(office.get(OWEN, &glass).await.status, StatusCode::FORBIDDEN, "a social worker does not");
        let page = office.get(SAM, &glass).await;
        assert!(page.says("A restricted record") && !page.says("Maya"), "nor does the page say whose it is");
        assert!(page.says("Nia Cole") && page.says("Idris Lowe"), "but who will be told");
        assert_eq!(office.post(SAM, &glass, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let lift = format!("{}/restrict", child(MAYA));
        assert_eq!(office.get(SAM, &lift).await.status, StatusCode::NOT_FOUND);

        let broken = office.post(SAM, &glass, &[("why", "She is in A&E and nobody answers.")]).await;
        assert_eq!((broken.status, broken.to), (StatusCode::SEE_OTHER, child(MAYA)));
        let told: Vec<Id> = office.told(MAYA).await.iter().map(|t| t.0).collect();
        assert_eq!(told, [NIA, IDRIS], "the owner and who acts as Caldicott Guardian");
        let opening = office.facts(MAYA).await.into_iter().find_map(|k| match k.fact {
            Fact::People(P::Opened { until, glass_broken: true, .. }) => Some((k.id, until)),
            _ => None,
        });
        let (opening, until) = opening.unwrap();
        assert_eq!(until, plus_hours(office.now(), 8));
        assert_eq!(office.get(SAM, &format!("{}/visits/new", child(MAYA))).await.status, StatusCode::OK, "it is open");
        let lifted = office.post(SAM, &format!("{lift}/lift"), &[("why", "So that I see it.")]).await;
        assert!(lifted.status == StatusCode::UNPROCESSABLE_ENTITY && lifted.says("because you broke its glass"));

        // The list says who and why and keeps the name; whoever broke it does not review it.
        let list = office.get(VERA, "/openings").await;
        assert!(list.says("1 opening to review") && list.says("Sam Hart") && list.says("nobody answers"));
        assert!(list.says("A restricted record") && !list.says("Maya"));
        // The clock of two working days runs on the manager's Today, and on nobody's who works with her.
        let today = office.get(VERA, "/today").await;
        assert!(today.says("1 opening waits") && today.says("25 November 2026") && !today.says("Overdue"));
        assert!(!office.get(SAM, "/today").await.says("opening waits"), "whoever broke it does not review it");
        assert!(!office.get(RUTH, "/today").await.says("Broken glass"));
        let deadlines = office.get(RUTH, &format!("{}/deadlines", child(MAYA))).await;
        assert!(deadlines.says("Broken glass reviewed") && deadlines.says("2 working days after 23 November 2026"));
        let waive = office.get(SAM, &format!("{}/deadlines/waive", child(MAYA))).await;
        assert!(waive.status == StatusCode::OK && !waive.says("Broken glass"), "nor does he waive it");
        let late = office.on(date(2026, 11, 26), 9);
        assert!(late.get(VERA, "/today").await.says("Overdue") && late.get(VERA, "/openings").await.says("Overdue"));
        let review = format!("{}/openings/{opening}", child(MAYA));
        let words = [("justified", "yes"), ("words", "Right: she was alone there.")];
        let own = office.post(SAM, &review, &words).await;
        assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(own.says("another manager reviews it"));
        assert_eq!(office.post(VERA, &review, &words).await.to, "/openings");
        assert!(office.get(VERA, "/openings").await.says("0 openings to review"));
        assert!(!office.get(VERA, "/today").await.says("opening waits"));
        let reviewed = |k: &practice::Kept| matches!(&k.fact, Fact::People(P::OpeningReviewed { opening: o, justified: true, .. }) if *o == opening);
        assert!(office.facts(MAYA).await.iter().any(|k| reviewed(k) && k.who == VERA));
        assert!(matches!(office.desk.job::<RunService>("a test").verify().await.unwrap(), Verdict::Whole { .. }));
    })
    .await;
}
#[tokio::test]
async fn whoever_stands_in_the_rota_breaks_the_glass_while_their_duty_runs() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        office.restrict(MAYA, &[]).await;
        let glass = format!("{}/break-glass", child(MAYA));
        let night = || Said::new(Subject::Worker(OWEN), TODAY, workforce::Fact::OnDuty { day: false });
        office.keep(vec![night()]).await;
        let status = async |office: Office| office.get(OWEN, &glass).await.status;
        assert_eq!(status(office.at(16)).await, StatusCode::FORBIDDEN, "his duty begins in the evening");
        assert_eq!(status(office.at(18)).await, StatusCode::OK);
        let (two, noon) = (office.on(plus_days(TODAY, 1), 2), office.on(plus_days(TODAY, 1), 12));
        assert_eq!(status(noon).await, StatusCode::FORBIDDEN, "and ended in the morning");
        assert_eq!(two.get(DORA, &glass).await.status, StatusCode::FORBIDDEN, "nobody else's");
        let broken = two.post(OWEN, &glass, &[("why", "The police hold her.")]).await;
        assert_eq!((broken.status, broken.to), (StatusCode::SEE_OTHER, child(MAYA)));
        assert_eq!(two.get(OWEN, &child(MAYA)).await.status, StatusCode::OK);
        // By day nobody stands in tomorrow's rota: a gap, and every team manager is who is on duty.
        let gap = office.on(plus_days(TODAY, 1), 11);
        assert_eq!(gap.get(NIA, &glass).await.status, StatusCode::OK);
        let check = gap.post(DORA, "/safeguarding-check", &CHECK).await;
        assert!(check.says("Nia Cole") && check.says("Sam Hart"));
    })
    .await;
}
#[tokio::test]
async fn a_guardian_is_appointed_and_from_then_on_hears_of_broken_glass() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let vera = VERA.to_string();
        assert!(office.get(VERA, "/set-up").await.says("The post of Caldicott Guardian is empty"));
        assert_eq!(office.post(VERA, "/set-up/guardian", &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let appointed = office.post(VERA, "/set-up/guardian", &[("worker", vera.as_str())]).await;
        assert_eq!((appointed.status, appointed.to.as_str()), (StatusCode::SEE_OTHER, "/set-up/guardian"));
        assert!(office.get(VERA, "/set-up/guardian").await.says("Vera Moss, since"));
        assert!(!office.get(VERA, "/set-up").await.says("is empty"));
        let glass = format!("{}/break-glass", child(MAYA));
        office.post(SAM, &glass, &[("why", "She is in A&E.")]).await;
        let told: Vec<Id> = office.told(MAYA).await.iter().map(|t| t.0).collect();
        assert_eq!(told, [NIA, VERA]);
        // She leaves: the post is empty again.
        office.keep(vec![Said::new(Subject::Worker(VERA), TODAY, workforce::Fact::Left)]).await;
        assert!(office.get(SAM, &glass).await.says("Idris Lowe"));
    })
    .await;
}
#[tokio::test]
async fn who_moves_to_another_team_takes_their_children_along_and_another_manager_answers_for_them() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let note = format!("{}/notes/new", child(MAYA));
        let may = async |who: Id| office.get(who, &note).await.status == StatusCode::OK;
        let sees = async |who: Id| office.get(who, &child(MAYA)).await.status == StatusCode::OK;
        assert!(may(NIA).await && !may(SAM).await && !sees(OWEN).await, "Ruth is in the north");
        let post = workforce::Fact::PostTaken { name: "Ruth Bell".into(), role: Role::SocialWorker, team: SOUTH };
        office.keep(vec![Said::new(Subject::Worker(RUTH), TODAY, post)]).await;
        assert!(!may(NIA).await && may(SAM).await && sees(OWEN).await && may(RUTH).await);
        let found = office.post(DORA, "/search", &[("words", "maya halliday")]).await;
        assert!(found.says("Ring Ruth Bell, Long-term, South"));
        assert!(office.get(RUTH, &child(MAYA)).await.says("Long-term, South"));
        assert!(office.get(SAM, "/team").await.says("Ruth Bell") && !office.get(NIA, "/team").await.says("Ruth Bell"));
        // The owner of the record is her manager there.
        office.restrict(MAYA, &[]).await;
        office.post(NIA, &format!("{}/break-glass", child(MAYA)), &[("why", "She is in A&E.")]).await;
        assert_eq!(office.told(MAYA).await.iter().map(|t| t.0).collect::<Vec<_>>(), [SAM, IDRIS]);
    })
    .await;
}
#[tokio::test]
async fn a_manager_restricts_a_record_and_names_who_may_see_it() {
    on_both(|db| async move {
        let office = Office::open(&db).await;
        let page = format!("{}/restrict", child(MAYA));
        assert_eq!(office.get(RUTH, &page).await.status, StatusCode::FORBIDDEN);
        let (nia, owen) = (NIA.to_string(), OWEN.to_string());
        let named = [("why", "Her aunt works here"), ("named-1", nia.as_str()), ("named-2", owen.as_str())];
        assert_eq!(office.post(NIA, &page, &named).await.status, StatusCode::SEE_OTHER);
        let found = |who: Id| {
            let office = &office;
            async move { office.post(who, "/search", &[("words", "maya halliday")]).await.says("Maya Halliday") }
        };
        assert!(found(OWEN).await && found(RUTH).await && found(NIA).await, "those named and those allocated");
        assert!(!found(SAM).await && !found(VERA).await && !found(IDRIS).await);
        assert!(office.get(NIA, &page).await.says("Owen Price"));
        assert_eq!(
            office.at(13).post(NIA, &format!("{page}/lift"), &[("why", "She left")]).await.status,
            StatusCode::SEE_OTHER
        );
        assert!(found(SAM).await);
        assert_eq!(office.history(MAYA).await.person().born, Some(date(2018, 3, 4)));
    })
    .await;
}
