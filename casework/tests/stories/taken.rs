//! A return is taken from the record at the desk: made, checked, kept, signed by somebody who did not explain last,
//! and fetched byte for byte. What the rules read beside it was uploaded once.
use axum::http::StatusCode;
use casework::{deeds::RunService, house::house};
use kernel::{Desk, Settings, Time, testing::on_both};
use practice::{
    Fact, Subject,
    day::{date, moment},
    service,
};
use rust_xlsxwriter::Workbook;
use sha2::{Digest as _, Sha256};

use crate::{
    returns::{desk, whole},
    returns_desk::{People, ended, finished, page_of, people},
    set_up::person,
};

async fn written(desk: &Desk) -> Vec<service::FileWritten> {
    let mut reading = desk.job::<RunService>("a test").reading().await.unwrap();
    let facts = reading.facts(Subject::Service).await.unwrap().unwrap();
    let files = |k: practice::Kept| match k.fact {
        Fact::Service(service::Fact::ReturnWritten { files, .. }) => files,
        _ => vec![],
    };
    facts.into_iter().flat_map(files).collect()
}

#[tokio::test]
async fn a_return_taken_from_the_record_is_signed_and_fetched_as_it_was_made() {
    on_both(|db| async move {
        let desk = desk(db).await;
        let People { grace, ruth, analyst, manager, .. } = people(&desk).await;
        for person in [&grace, &ruth] {
            assert_eq!(person.get("/returns/take").await.0, StatusCode::FORBIDDEN);
        }
        let wrong = analyst.post("/returns/take", &[("which", "903"), ("year", "2029")]).await.unwrap_err();
        assert!(wrong.0 == StatusCode::UNPROCESSABLE_ENTITY && wrong.1.contains("That year has not begun"));

        let asked = [("which", "903"), ("year", "2027")];
        let run = finished(&analyst, analyst.post("/returns/take", &asked).await.unwrap()).await;
        let written = written(&desk).await;
        assert!(written.iter().any(|f| f.name == "episodes.csv"), "{written:?}");
        let page = page_of(&manager, &run).await;
        for file in &written {
            assert!(page.contains(&file.name) && page.contains(&file.digest), "{page}");
        }
        assert!(page.contains("The files that were checked"));
        assert_eq!(analyst.get(&format!("{run}/files/0")).await.0, StatusCode::FORBIDDEN, "made, not fetched");

        let signed = [("sure", "sure"), ("acknowledged", "The year is not over")];
        manager.post(&format!("{run}/sign"), &signed).await.unwrap();
        let page = page_of(&manager, &run).await;
        assert!(page.contains("The files to submit") && page.contains("Desmond Fairweather"), "{page}");
        for (n, file) in written.iter().enumerate() {
            let (status, text) = manager.get(&format!("{run}/files/{n}")).await;
            assert_eq!(
                (status, format!("{:x}", Sha256::digest(&text))),
                (StatusCode::OK, file.digest.clone()),
                "{}",
                file.name
            );
        }
        let episodes = written.iter().position(|f| f.name == "episodes.csv").unwrap();
        assert!(manager.get(&format!("{run}/files/{episodes}")).await.1.contains("1001,04/05/2026"));

        // Taken again it is another run; what was signed stays signed.
        let again = finished(&analyst, analyst.post("/returns/take", &asked).await.unwrap()).await;
        assert!(page_of(&manager, &again).await.contains("still there"));
        assert!(page_of(&manager, &run).await.contains("The files to submit"));
        // As one file of XML too; and of the census there is nobody, which is said.
        let xml = [("which", "903-xml"), ("year", "2027")];
        let xml = finished(&analyst, analyst.post("/returns/take", &xml).await.unwrap()).await;
        let (_, xml) = manager.get(&format!("{xml}/files/0")).await;
        assert!(xml.starts_with("<?xml") && xml.contains(">1001</"), "{xml}");
        let cin = analyst.post("/returns/take", &[("which", "cin"), ("year", "2027")]).await.unwrap();
        let said = ended(&analyst, &cin).await;
        assert!(
            said.contains("data-state=\"failed\"")
                && said.contains("has no child who belongs in the CIN census of 2027"),
            "{said}"
        );
        whole(&desk).await;
    })
    .await;
}

fn homes() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [
        [
            "URN",
            "Local Authority",
            "Provider Code",
            "Provider Placement Code",
            "Closed Date",
            "Setting Address Postcode",
        ],
        ["SC040001", "Nottingham", "K2", "PR4", "-", "NG1 1AA"],
    ];
    for (r, row) in (0..).zip(rows) {
        for (c, cell) in (0..).zip(row) {
            sheet.write_string(r, c, cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}
const POSTCODES: &str = "pcds,oseast1m,osnrth1m,oslaua\nNG1 1AA,457500,340100,E06000018\n";

#[tokio::test]
async fn lists_and_postcodes_are_uploaded_once_and_every_run_reads_them() {
    on_both(|db| async move {
        let desk = desk(db).await;
        let People { grace, analyst, .. } = people(&desk).await;
        assert_eq!(grace.get("/returns/look-ups").await.0, StatusCode::FORBIDDEN);
        let take = [("which", "903"), ("year", "2027")];
        let before = finished(&analyst, analyst.post("/returns/take", &take).await.unwrap()).await;
        let skipped = page_of(&analyst, &format!("{before}?list=skipped")).await;
        assert!(skipped.contains("It reads Ofsted’s list of providers, which nobody has uploaded"), "{skipped}");
        assert!(skipped.contains("It reads the postcode directory, which nobody has uploaded"));
        assert!(page_of(&analyst, "/returns").await.contains("rules are skipped"));

        // What no run could read is not kept, and it is said why.
        let text = [("providers", "homes.xlsx", &b"hello"[..])];
        let refused = analyst.upload_bytes("/returns/look-ups", &text, &[]).await.unwrap_err();
        assert!(
            refused.0 == StatusCode::UNPROCESSABLE_ENTITY && refused.1.contains("homes.xlsx is not a workbook"),
            "{}",
            refused.1
        );
        let odd = [("postcodes", "odd.csv", &b"a,b\n1,2\n"[..])];
        let refused = analyst.upload_bytes("/returns/look-ups", &odd, &[]).await.unwrap_err();
        assert!(refused.1.contains("lacks a column for the postcode"), "{}", refused.1);
        let large = vec![0; 20_000_001];
        let large = [("providers", "large.xlsx", large.as_slice())];
        let refused = analyst.upload_bytes("/returns/look-ups", &large, &[]).await.unwrap_err();
        assert!(refused.1.contains("large.xlsx is larger than 20 MB"), "{}", refused.1);
        assert!(analyst.upload_bytes("/returns/look-ups", &[], &[]).await.unwrap_err().1.contains("Choose a file"));

        let homes = homes();
        let both = [("providers", "homes.xlsx", homes.as_slice()), ("postcodes", "onspd.csv", POSTCODES.as_bytes())];
        analyst.upload_bytes("/returns/look-ups", &both, &[]).await.unwrap();
        let page = page_of(&analyst, "/returns/look-ups").await;
        for said in ["1 provider", "1 postcode", "homes.xlsx", "onspd.csv", "22 November 2026", "Li Na Tan"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        let after = finished(&analyst, analyst.post("/returns/take", &take).await.unwrap()).await;
        let skipped = page_of(&analyst, &format!("{after}?list=skipped")).await;
        assert!(!skipped.contains("which nobody has uploaded"), "{skipped}");

        // Another list takes its place.
        let newer = [("providers", "homes-2027.xlsx", homes.as_slice())];
        let later = moment(date(2026, 11, 22).at(12, 1, 0, 0));
        let later = Desk::new(desk.db(), house(), Settings { time: Time::Fixed(later), ..Settings::default() });
        person(analyst.id, &later).upload_bytes("/returns/look-ups", &newer, &[]).await.unwrap();
        let page = page_of(&analyst, "/returns/look-ups").await;
        assert!(
            page.contains("homes-2027.xlsx") && !page.contains("homes.xlsx") && page.contains("onspd.csv"),
            "{page}"
        );
        whole(&desk).await;
    })
    .await;
}
