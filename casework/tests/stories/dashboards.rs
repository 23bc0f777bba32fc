//! What is due by person: an adviser's own young people, over 21 too; and the same by adviser for their manager.
use crate::office::*;
use axum::http::StatusCode;
use kernel::{Said, testing::on_both};
use practice::{
    Date, Fact, Id, Subject,
    access::Role,
    care::{self, Placement},
    day::date,
    leavers::{
        self,
        living::{Accommodation, Activity},
        touch::{By, CameOfIt, Contact, How},
    },
    people::{self, Identity, Part},
    workforce,
};

/// An adviser of the north; who is 19 and has not answered since August; and who is 22 and was never offered support.
const PA: Id = Id::from_u128(821);
const JADE: Id = Id::from_u128(31);
const LIAM: Id = Id::from_u128(32);

fn leaver(child: Id, name: &str, born: Date, left: Date) -> Vec<Said> {
    let about = |on, fact: Fact| Said::new(Subject::Child(child), on, fact);
    let identity = Identity {
        first_names: Some(name.into()),
        family_name: Some("Marlow".into()),
        born: Some(born),
        ..Identity::default()
    };
    let placed = Placement { legal_status: "C2".into(), place: "U4".into(), ..Placement::default() };
    let home = Accommodation { accommodation: "W2".into(), ..Accommodation::default() };
    let work = Activity { activity: "F5".into(), ..Activity::default() };
    let adviser = people::Fact::Allocated { worker: PA, team: NORTH, part: Part::Adviser, why: None };
    vec![
        about(date(2026, 1, 5), people::Fact::Registered(identity).into()),
        about(date(2018, 1, 1), care::Fact::PlacementBegan(placed).into()),
        about(left, care::Fact::CeasedToBeLookedAfter { reason: "E8".into() }.into()),
        about(left, leavers::Fact::AccommodationBegan(home).into()),
        about(left, leavers::Fact::ActivityBegan(work).into()),
        about(date(2026, 1, 5), adviser.into()),
    ]
}
async fn office(db: &kernel::Db) -> Office {
    let office = Office::open(db).await;
    let post = workforce::Fact::PostTaken { name: "Beverley Pawlak".into(), role: Role::PersonalAdviser, team: NORTH };
    let mut said = vec![Said::new(Subject::Worker(PA), date(2026, 1, 5), post)];
    said.extend(leaver(JADE, "Jade", date(2007, 6, 4), date(2025, 3, 1)));
    said.extend(leaver(LIAM, "Liam", date(2004, 2, 3), date(2022, 2, 3)));
    let spoke = Contact {
        how: How::Call,
        came_of_it: CameOfIt::TwoWay,
        by: By::Adviser,
        childs_words: String::new(),
        notes: String::new(),
    };
    for (child, on) in [(JADE, date(2026, 8, 3)), (LIAM, date(2026, 11, 16))] {
        said.push(Said::new(Subject::Child(child), on, leavers::Fact::Contacted(spoke.clone())));
    }
    office.keep(said).await;
    office
}

#[tokio::test]
async fn an_adviser_finds_each_of_their_young_people_with_what_is_due_over_21_too() {
    on_both(|db| async move {
        let office = office(&db).await;
        let page = office.get(PA, "/leavers/mine").await;
        assert!(page.says("2 young people") && page.says("2 young people have something overdue"), "{}", page.body);
        for words in
            ["Jade Marlow", "Not in touch", "In touch with the young person", "3 August 2026", "Bed and breakfast"]
        {
            assert!(page.says(words), "{words}: {}", page.body);
        }
        // Liam is 22: nobody ever offered him support, which is owed every year.
        for words in ["Liam Marlow", "aged 22; 23 on 3 February 2027", "Advice and support offered, from 21"] {
            assert!(page.says(words), "{words}: {}", page.body);
        }
        let over_21 = office.get(PA, "/leavers/mine?show=over_21").await;
        assert!(over_21.says("Liam Marlow") && !over_21.says("Jade Marlow"));
        let file = office.get(PA, "/leavers/mine?show=not_in_touch&as=csv").await;
        assert!(file.says("Jade Marlow,19,2027-06-04,Former relevant young person,No,2026-08-03"), "{}", file.body);
        assert!(!file.says("Liam"), "with him they spoke last week");
        let nobody = office.get(OWEN, "/leavers/mine").await;
        assert!(nobody.says("No young person of 16 to 24 is allocated here") && !nobody.says("Marlow"));
    })
    .await;
}
#[tokio::test]
async fn a_manager_finds_the_same_by_adviser_and_another_teams_finds_nothing() {
    on_both(|db| async move {
        let office = office(&db).await;
        let board = office.get(NIA, "/leavers/advisers").await;
        assert!(board.says("2 young people: of 2 something is overdue, with 1 we are not in touch"), "{}", board.body);
        let theirs = format!("/leavers/advisers/{PA}");
        assert!(board.says("Beverley Pawlak") && board.says(&format!("{theirs}?show=home")), "{}", board.body);
        let file = office.get(VERA, "/leavers/advisers?as=csv").await;
        assert!(file.says("Beverley Pawlak,2,2,1,0,"), "{}", file.body);
        let page = office.get(NIA, &theirs).await;
        assert!(page.says("Young people of Beverley Pawlak") && page.says("Jade Marlow"), "{}", page.body);
        assert!(!office.get(SAM, "/leavers/advisers").await.says("Beverley Pawlak"), "the south's manager");
        assert_eq!(
            office.get(NIA, &format!("/leavers/advisers/{}", Id::from_u128(5))).await.status,
            StatusCode::NOT_FOUND
        );
        // A restricted record is in no list of who is not named in it.
        office.restrict(JADE, &[]).await;
        assert!(!office.get(VERA, &theirs).await.says("Jade Marlow"));
        assert!(office.get(PA, "/leavers/mine").await.says("Jade Marlow"), "allocated to her adviser");
    })
    .await;
}
#[tokio::test]
async fn each_number_of_the_board_leads_to_the_people_behind_it() {
    const MIA: Id = Id::from_u128(33);
    on_both(|db| async move {
        let office = office(&db).await;
        // Mia has no adviser, and lives with her mother again; she does nothing, and nobody speaks with her.
        let mut mia = leaver(MIA, "Mia", date(2007, 1, 9), date(2025, 3, 1));
        mia.pop();
        let home = leavers::Fact::LivingWithBegan { with: leavers::With::Parent, who: "mother".into() };
        let idle = leavers::Fact::ActivityBegan(Activity { activity: "G6".into(), ..Activity::default() });
        for (on, fact) in [(date(2026, 1, 20), home), (date(2026, 2, 2), idle)] {
            mia.push(Said::new(Subject::Child(MIA), on, fact));
        }
        office.keep(mia).await;
        let board = office.get(VERA, "/leavers/advisers").await;
        let mut followed = 0;
        for link in board.body.split("href=\"").skip(1).filter(|link| link.contains("?show=")) {
            let (href, rest) = link.split_once('"').expect("an address");
            let number = rest.trim_start_matches('>').split('<').next().expect("a number");
            let file = office.get(VERA, &format!("{}&as=csv", href.replace("&#x2f;", "/"))).await;
            let people = file.body.lines().count() - 1;
            assert_eq!(people.to_string(), number.trim(), "{href}: {}", file.body);
            followed += 1;
        }
        assert!(followed >= 6, "{followed} numbers with a link: {}", board.body);
        let nobody = office.get(VERA, "/leavers/advisers/nobody").await;
        for words in ["Mia Marlow", "Not in touch", "Not in education or work"] {
            assert!(nobody.says(words), "at home she is still theirs: {words}: {}", nobody.body);
        }
        assert!(!nobody.says("Jade Marlow") && board.says("neither an adviser nor a social worker"));
    })
    .await;
}
