//! The town's 903 and census are made from the work recorded in it. Taken into an empty record and made
//! again they are the same, byte for byte; and they hold every child, whoever may not know of them.
use crate::{returns::desk, town::small};
use axum::{
    body::{Body, to_bytes},
    http::{Request, StatusCode},
};
use casework::{
    deeds::{Import, RunService, WriteReturn},
    exports::{
        summary,
        write::{self, Drafted, Form},
    },
    imports::take::{self, Order},
    pages,
    town::{AUTHORITY, named},
};
use kernel::{
    Desk, Said,
    testing::{TEST_HEADER, on_both},
};
use practice::{Fact, Id, Subject, people, service};
use returns::{Delivery, File, Return};
use serde::Deserialize;
use std::sync::{Arc, Mutex};
use tower::ServiceExt as _;

async fn drafted(desk: &Desk, which: Return, year: i16) -> Drafted {
    let job = desk.job::<WriteReturn>("a test");
    write::draft(&job, which, AUTHORITY, year, desk.today(), |_, _| {}).await.unwrap()
}
type Made = (Return, i16, Form, Vec<File>);
/// The returns of two years: what a council sends, the 903 as CSV and the census; and the 903 as XML.
async fn all(desk: &Desk) -> Vec<Vec<Made>> {
    let (csv, xml, census) = ((Return::Ssda903, Form::Csv), (Return::Ssda903, Form::Xml), (Return::Cin, Form::Xml));
    let mut all = vec![];
    for (year, forms) in [(2026, &[csv, census][..]), (2026, &[xml]), (2027, &[csv, census]), (2027, &[xml])] {
        let mut files = vec![];
        for (which, form) in forms.iter().copied() {
            let drafted = drafted(desk, which, year).await;
            assert!(drafted.rows.count() > 50, "the town has a return");
            let made = write::files(&drafted.rows, form, desk.now());
            assert_eq!(write::against_schema(&drafted.rows, &made), [""; 0], "{which:?} {year}");
            files.push((which, year, form, made));
        }
        all.push(files);
    }
    all
}

#[tokio::test]
async fn the_towns_returns_taken_into_an_empty_record_and_made_again_are_the_same_byte_for_byte() {
    let made: Arc<Mutex<Vec<_>>> = Arc::default();
    on_both(|db| {
        let made = made.clone();
        async move {
            let files = all(&small(db).await).await;
            made.lock().unwrap().push(files);
        }
    })
    .await;
    let made = made.lock().unwrap().clone();
    assert!(made.windows(2).all(|pair| pair[0] == pair[1]), "both databases make the same files");
    for sent in &made[0] {
        on_both(|db| async move {
            let desk = desk(db).await;
            for made in sent {
                take_in(&desk, made).await;
            }
            for (which, year, form, files) in sent {
                let again = drafted(&desk, *which, *year).await;
                assert!(again.given.is_empty() && again.not_known.is_empty());
                let again = write::files(&again.rows, *form, desk.now());
                for (file, again) in files.iter().zip(&again) {
                    let text = |f: &File| String::from_utf8(f.bytes.clone()).unwrap();
                    assert_eq!(text(file), text(again), "{} of {year}", file.name);
                }
                assert_eq!(files.len(), again.len());
            }
        })
        .await;
    }
}
async fn take_in(desk: &Desk, (_, year, _, files): &Made) {
    let job = desk.job::<Import>("a test");
    let order = Order { authority: Some(AUTHORITY.into()), year: Some(*year), ..Order::default() };
    let delivery = Arc::new(Delivery::of(files.clone()));
    let planned = take::plan(&job, delivery, &order, desk.today()).await.unwrap().unwrap();
    take::keep(&job, planned, |_, _| {}).await.unwrap();
}

#[tokio::test]
async fn the_years_before_are_those_of_which_the_record_tells() {
    on_both(|db| async move {
        let desk = small(db).await;
        let job = desk.job::<RunService>("a test");
        let of = summary::of_record(&job, Return::Cin, AUTHORITY, 2027, |_, _| {}).await.unwrap();
        let years: Vec<i16> = of.before.iter().map(|d| d.rows.year).collect();
        assert!(years.starts_with(&[2026]) && years.windows(2).all(|y| y[0] == y[1] + 1), "{years:?}");
        assert!(of.before.iter().all(|d| d.rows.count() > 0), "a year without a row tells of nobody");
        assert_eq!(of.before[0].rows, drafted(&desk, Return::Cin, 2026).await.rows);
    })
    .await;
}

#[tokio::test]
async fn that_a_return_was_made_is_kept_and_the_ids_that_children_got_in_it_are_theirs() {
    on_both(|db| async move {
        let desk = small(db).await;
        let job = desk.job::<WriteReturn>("a test");
        let first = drafted(&desk, Return::Cin, 2026).await;
        assert!(!first.given.is_empty(), "some children were never given an id");
        let files = write::files(&first.rows, Form::Xml, desk.now());
        write::hand_out(&job, &first, &files, desk.today()).await.unwrap();

        let again = drafted(&desk, Return::Cin, 2026).await;
        assert_eq!((again.given.len(), &again.rows), (0, &first.rows), "the same ids, which are now in the record");
        let kept = job.reading().await.unwrap().facts(Subject::Service).await.unwrap().unwrap();
        let written = kept.iter().filter_map(|k| match &k.fact {
            Fact::Service(service::Fact::ReturnWritten { which, year, files, .. }) => Some((*which, *year, files)),
            _ => None,
        });
        let written: Vec<_> = written.collect();
        assert!(matches!(written[..], [(Return::Cin, 2026, files)] if files[0].name == "cin.xml" && files[0].digest.len() == 64));

        // Taken in here again, it adds no child: each is known by its id.
        let job = desk.job::<Import>("a test");
        let delivery = Arc::new(Delivery::of(files));
        let planned = take::plan(&job, delivery, &Order::default(), desk.today()).await.unwrap().unwrap();
        assert_eq!((planned.plan.new_children.len(), planned.plan.queued.len()), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn a_restricted_child_is_in_the_return_and_in_no_analysts_list() {
    on_both(|db| async move {
        let desk = small(db).await;
        // Rosa is restricted in the town; Callum is in care, and is restricted today.
        let (rosa, callum, kieran) = (named::ROSA.id, named::CALLUM.id, named::KIERAN.id);
        let restricted = people::Fact::Restricted { why: "A test".into(), named: vec![] };
        let job = desk.job::<RunService>("a test");
        job.keep(vec![Said::new(Subject::Child(callum), desk.today(), restricted)]).await.unwrap();
        for (child, which, table) in [(rosa, Return::Cin, "CINdetails"), (callum, Return::Ssda903, "Episodes")] {
            let id = id_of(&desk, child, which).await;
            let rows = drafted(&desk, which, 2027).await.rows;
            let lines = &rows.sheet(table).unwrap().lines;
            assert!(lines.iter().any(|line| line.child() == id), "{id} is in {table}");
        }

        let analyst = analyst(&desk).await;
        // Every list that an analyst comes to, and every clock's own, as a page and as a file.
        let app = pages().router(desk.clone());
        let all = pages();
        let plain = all.listed().iter().filter(|p| p.method == "GET" && !p.path.contains('{')).map(|p| p.path.clone());
        let lists: Vec<String> = plain.chain(practice::clocks().map(|c| format!("/service/{}", c.code))).collect();
        let mut shown = String::new();
        for list in lists {
            for list in [list.clone(), format!("{list}?as=csv")] {
                let (status, body) = see(&app, analyst, &list).await;
                if status == StatusCode::OK {
                    shown += &body.replace("&#x2f;", "/");
                }
            }
        }
        for child in [rosa, callum] {
            assert!(!shown.contains(&child.to_string()), "a restricted child stands in an analyst's list");
            assert_eq!(see(&app, analyst, &format!("/children/{child}")).await.0, StatusCode::NOT_FOUND);
        }
        assert!(shown.contains(&kieran.to_string()), "others do");
    })
    .await;
}
/// By which id a return of this authority knows a child of the record.
pub async fn id_of(desk: &Desk, child: Id, which: Return) -> String {
    let given = drafted(desk, which, 2027).await.given;
    let facts = desk.job::<RunService>("a test").reading().await.unwrap().facts(Subject::Child(child)).await.unwrap();
    let known = facts.unwrap().into_iter().find_map(|k| match k.fact {
        Fact::People(people::Fact::Identified { scheme: people::Scheme::AuthorityChild, value, .. }) => Some(value),
        _ => None,
    });
    known.or_else(|| given.into_iter().find(|g| g.0 == child).map(|g| g.1)).expect("the child has an id")
}
async fn analyst(desk: &Desk) -> Id {
    #[derive(Deserialize)]
    struct Row {
        id: Id,
    }
    const ANALYSTS: &str = "-- Who are the analysts?\nSELECT w.id FROM worker w WHERE w.role = 'analyst' ORDER BY w.id";
    let mut reading = desk.job::<RunService>("a test").reading().await.unwrap();
    reading.ask::<Row>(ANALYSTS, &[]).await.unwrap().remove(0).id
}
async fn see(app: &axum::Router, who: Id, path: &str) -> (StatusCode, String) {
    let request = Request::get(path).header(TEST_HEADER, who.to_string());
    let response = app.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let status = response.status();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, String::from_utf8_lossy(&body).into_owned())
}
