//! Every page of a child, asked for by drawn workers about drawn children: it opens just where the
//! table of grants says so, and a restricted record answers like an unknown id.
use crate::town::small;
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use casework::{deeds::RunService, pages};
use kernel::{
    Desk,
    testing::{TEST_HEADER, on_both},
};
use practice::{
    Id, Timestamp,
    access::{Act, Record, Role, Worker, grant},
};
use serde::Deserialize;
use std::collections::HashMap;
use tower::ServiceExt as _;

const PAIRS: usize = 500;

#[tokio::test]
async fn each_page_of_a_child_opens_just_where_the_table_of_grants_says() {
    on_both(|db| async move {
        let desk = small(db).await;
        let now = desk.now();
        let (workers, records) = (workers(&desk).await, records(&desk).await);
        let pages = pages();
        let asked: Vec<(String, Act)> = pages
            .listed()
            .iter()
            .filter(|p| p.method == "GET" && p.path.contains("{child}") && p.path.matches('{').count() == 1)
            .filter_map(|p| p.leave.filter(|l| l.0 == "Allowed").map(|l| (p.path.clone(), l.1)))
            .collect();
        assert!(asked.len() >= 5, "there are pages of a child: {asked:?}");
        let app = pages.router(desk.clone());
        let mut children: Vec<Id> = records.keys().copied().collect();
        children.sort();
        let (mut opened, mut refused) = (0, 0);
        for n in 0..PAIRS {
            // A walk through both lists that meets every worker and every child.
            let who = &workers[n * 7 % workers.len()];
            let child = children[n * 13 % children.len()];
            let (path, act) = &asked[n % asked.len()];
            let status = status(&app, who.id, &path.replace("{child}", &child.to_string())).await;
            let may = grant(who.role, *act).is_some_and(|g| g.reach.holds(who, &records[&child], now));
            let wanted = match may {
                true => status == StatusCode::OK,
                false => status == not_found_or_forbidden(who, *act, &records[&child], now),
            };
            assert!(wanted, "{path} for {:?} answered {status}, and the grants say {may}", who.role);
            *(if may { &mut opened } else { &mut refused }) += 1;
        }
        assert!(opened > 50 && refused > 50, "{opened} opened and {refused} refused show both sides");
    })
    .await;
}
/// A record that a search would find may be known to exist; of any other nobody learns that there is one.
fn not_found_or_forbidden(who: &Worker, act: Act, record: &Record, now: Timestamp) -> StatusCode {
    let role_does_it = grant(who.role, act).is_some();
    let findable = grant(who.role, Act::Search).is_some_and(|g| g.reach.holds(who, record, now));
    if !role_does_it || findable { StatusCode::FORBIDDEN } else { StatusCode::NOT_FOUND }
}
async fn status(app: &axum::Router, who: Id, path: &str) -> StatusCode {
    let request = Request::get(path).header(TEST_HEADER, who.to_string()).body(Body::empty()).unwrap();
    app.clone().oneshot(request).await.unwrap().status()
}

async fn workers(desk: &Desk) -> Vec<Worker> {
    #[derive(Deserialize)]
    struct Row {
        id: Id,
        name: String,
        role: Role,
        team: Id,
    }
    const WORKERS: &str = "-- Who works here?\nSELECT id, name, role, team FROM worker WHERE ended IS NULL ORDER BY id";
    let rows: Vec<Row> = ask(desk, WORKERS).await;
    // Those who need a second factor are asked for it before any page.
    let held = rows.into_iter().filter(|r| !r.role.needs_second_factor());
    held.map(|r| Worker { id: r.id, name: r.name, role: r.role, team: r.team }).collect()
}
async fn records(desk: &Desk) -> HashMap<Id, Record> {
    #[derive(Deserialize)]
    struct Child {
        id: Id,
        restricted: bool,
    }
    #[derive(Deserialize)]
    struct With {
        child: Id,
        worker: Id,
        #[serde(default)]
        team: Option<Id>,
        #[serde(default, deserialize_with = "kernel::instant_or_none")]
        until: Option<Timestamp>,
        #[serde(default)]
        glass_broken: Option<bool>,
    }
    const CHILDREN: &str = "-- Which children?\nSELECT id, restricted FROM child";
    const ALLOCATED: &str = "-- Who works with whom?\nSELECT child, worker, team FROM allocated";
    const NAMED: &str = "-- Who is named?\nSELECT child, worker FROM named";
    const CONFLICTS: &str = "-- Who has a conflict?\nSELECT child, worker FROM conflict";
    const OPENINGS: &str = "-- Who opened what?\nSELECT child, worker, until, glass_broken FROM opening";
    let mut records: HashMap<Id, Record> = HashMap::new();
    for c in ask::<Child>(desk, CHILDREN).await {
        records.entry(c.id).or_default().restricted = c.restricted;
    }
    let mut of = |id: Id, add: &dyn Fn(&mut Record)| records.get_mut(&id).into_iter().for_each(add);
    for w in ask::<With>(desk, ALLOCATED).await {
        of(w.child, &|r| r.allocated.push((w.worker, w.team.unwrap())));
    }
    for w in ask::<With>(desk, NAMED).await {
        of(w.child, &|r| r.named.push(w.worker));
    }
    for w in ask::<With>(desk, CONFLICTS).await {
        of(w.child, &|r| r.conflicts.push(w.worker));
    }
    for w in ask::<With>(desk, OPENINGS).await {
        of(w.child, &|r| r.openings.push((w.worker, w.until.unwrap(), w.glass_broken.unwrap())));
    }
    records
}
async fn ask<T: serde::de::DeserializeOwned>(desk: &Desk, question: &'static str) -> Vec<T> {
    desk.job::<RunService>("a test").reading().await.unwrap().ask(question, &[]).await.unwrap()
}
