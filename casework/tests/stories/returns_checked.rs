//! The town's returns, made from the work recorded in it and checked against every rule of their year: nothing is
//! found but what was planted, child by child.
use crate::{
    exports::id_of,
    returns_desk::{finished, list, page_of},
    set_up::person,
    town::small,
};
use casework::{
    deeds::{RunService, WriteReturn},
    exports::write::{self, Form},
    town::{AUTHORITY, PLANTED, named},
};
use kernel::{Desk, Said, testing::on_both};
use practice::{Subject, people};
use returns::{
    Delivery, Return,
    check::{Asked, At, Finding, check, load},
};
use std::collections::BTreeSet;

/// The last years that have ended, and those before them to look back on.
const YEARS: [i16; 2] = [2025, 2026];
/// The first of the years before to look back on: the oldest care leavers left care in 2016.
fn earliest(which: Return) -> i16 {
    if which == Return::Ssda903 { 2016 } else { 2023 }
}
/// Queries about the return as a whole that every authority of sixty children has: too few disabled children for
/// every kind of disability, or for one who has two.
const OF_SMALLNESS: &[&str] = &["2887Q", "2888Q"];
/// An enquiry, or a closing, that follows an assessment: of a child whose assessment the return of the year before
/// tells, this one asks for it once more. Whether the town has such a child is chance.
const AFTER_AN_ASSESSMENT: &[&str] = &["2991Q", "8825Q"];

#[tokio::test]
async fn nothing_is_found_in_the_towns_returns_but_what_was_planted() {
    on_both(|db| async move {
        let desk = small(db).await;
        for which in [Return::Ssda903, Return::Cin] {
            for year in YEARS {
                let mut planted = BTreeSet::new();
                for fault in PLANTED {
                    if let Some((_, _, rule)) = fault.in_return.filter(|(w, y, _)| (*w, *y) == (which, year)) {
                        planted.insert((id_of(&desk, fault.who, which).await, rule.to_owned()));
                    }
                }
                assert_eq!(found(&desk, which, year).await, planted, "{which:?} {year}: (child, rule)");
            }
        }
    })
    .await;
}
/// Who is found, by which rule.
async fn found(desk: &Desk, which: Return, year: i16) -> BTreeSet<(String, String)> {
    let this = files(desk, which, year).await;
    let mut prior = vec![];
    for before in earliest(which)..year {
        prior.push(files(desk, which, before).await);
    }
    let asked = Asked { year: Some(year), authority: Some(AUTHORITY.into()), ..Asked::default() };
    let loaded = load(&this, &prior, &asked).unwrap();
    let checked = check(&loaded.book);
    assert!(checked.ran > 80, "{} rules of {year} are asked", checked.ran);
    assert!(checked.undecided.is_empty(), "no rule is left without an answer");
    let assessed_before = match which {
        Return::Cin => assessed(desk, year - 1).await,
        Return::Ssda903 => BTreeSet::new(),
    };
    let known = |(child, rule): &(String, String)| {
        let across = AFTER_AN_ASSESSMENT.contains(&rule.as_str()) && assessed_before.contains(child);
        OF_SMALLNESS.contains(&rule.as_str()) || across
    };
    let child = |f: &Finding| f.rows.first().map_or("", |at| loaded.book.said(*at, 0)).to_owned();
    checked.findings.iter().map(|f| (child(f), f.rule.code.to_owned())).filter(|found| !known(found)).collect()
}
/// The children of whom the census of this year tells an assessment.
async fn assessed(desk: &Desk, year: i16) -> BTreeSet<String> {
    let asked = Asked { year: Some(year), authority: Some(AUTHORITY.into()), ..Asked::default() };
    let loaded = load(&files(desk, Return::Cin, year).await, &[], &asked).unwrap();
    let table = loaded.book.form.table("Assessments").expect("a table of the census");
    let rows = 0..u32::try_from(loaded.book.rows(table)).unwrap();
    rows.map(|row| loaded.book.said(At { year: 0, table, row }, 0).to_owned()).collect()
}
async fn files(desk: &Desk, which: Return, year: i16) -> Delivery {
    let job = desk.job::<WriteReturn>("a test");
    let drafted = write::draft(&job, which, AUTHORITY, year, desk.today(), |_, _| {}).await.unwrap();
    Delivery::of(write::files(&drafted.rows, Form::Csv, desk.now()))
}

#[tokio::test]
async fn what_is_found_of_a_restricted_child_of_the_town_is_counted_and_in_no_list_of_the_analysts() {
    on_both(|db| async move {
        let desk = small(db).await;
        let (kieran, lewis) = (named::KIERAN.id, named::LEWIS.id);
        let restricted = people::Fact::Restricted { why: "A test".into(), named: vec![] };
        let job = desk.job::<RunService>("a test");
        job.keep(vec![Said::new(Subject::Child(kieran), desk.today(), restricted)]).await.unwrap();

        let analyst = person(named::COLLEAGUES[named::ANALYST_INDEX].id, &desk);
        let asked = [("which", "903"), ("year", "2026")];
        let run = finished(&analyst, analyst.post("/returns/take", &asked).await.unwrap()).await;
        for (rule, child, is_shown) in [("630", kieran, false), ("218", lewis, true)] {
            let page = page_of(&analyst, &format!("{run}?rule={rule}")).await;
            assert!(page.contains(&format!("?rule={rule}#list")), "{rule} is counted: {page}");
            assert_eq!(page.contains(&format!("/children/{child}")), is_shown, "{rule}: {page}");
            let rows = list(&analyst, &run, &format!("rule={rule}")).await.lines().count() - 1;
            assert_eq!(rows, usize::from(is_shown), "{rule}");
        }
    })
    .await;
}
