//! The town's returns, made from the work recorded in it and checked against every rule of their year: nothing is
//! found but what was planted, child by child.
use crate::{exports::id_of, town::small};
use casework::{
    deeds::WriteReturn,
    exports::write::{self, Form},
    town::{AUTHORITY, PLANTED},
};
use kernel::{Desk, testing::on_both};
use returns::{
    Delivery, Return,
    check::{Asked, Finding, check, load},
};
use std::collections::BTreeSet;

/// The last years that have ended, and those before them to look back on.
const YEARS: [i16; 2] = [2025, 2026];
const EARLIER: i16 = 2023;
/// Queries about the return as a whole that every authority of sixty children has: too few disabled children for
/// every kind of disability, or for one who has two.
const OF_SMALLNESS: &[&str] = &["2887Q", "2888Q"];
/// How care leavers live nobody in the town says.
const OF_LEAVERS: &[&str] = &["131", "132", "133"];

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
    for before in EARLIER..year {
        prior.push(files(desk, which, before).await);
    }
    let asked = Asked { year: Some(year), authority: Some(AUTHORITY.into()), ..Asked::default() };
    let loaded = load(&this, &prior, &asked).unwrap();
    let checked = check(&loaded.book);
    assert!(checked.ran > 80, "{} rules of {year} are asked", checked.ran);
    assert!(checked.undecided.is_empty(), "no rule is left without an answer");
    let known = |rule: &str| OF_SMALLNESS.contains(&rule) || OF_LEAVERS.contains(&rule);
    let findings = checked.findings.iter().filter(|f| !known(f.rule.code));
    let child = |f: &Finding| f.rows.first().map_or("", |at| loaded.book.said(*at, 0)).to_owned();
    findings.map(|f| (child(f), f.rule.code.to_owned())).collect()
}
async fn files(desk: &Desk, which: Return, year: i16) -> Delivery {
    let job = desk.job::<WriteReturn>("a test");
    let drafted = write::draft(&job, which, AUTHORITY, year, desk.today(), |_, _| {}).await.unwrap();
    Delivery::of(write::files(&drafted.rows, Form::Csv, desk.now()))
}
