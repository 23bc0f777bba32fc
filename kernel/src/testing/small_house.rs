//! A house so small that it can be read at a glance.
use crate::{
    About::{Child, Open},
    Body, Db, Derived, House,
    Kind::*,
    Refusal, Said, Table, Value, View, column, personal,
    record::{Cut, Keeper, keep},
};
use axum::{
    http::{StatusCode, request::Parts},
    response::{IntoResponse as _, Response},
};
use practice::{
    Date, Fact, History, Norms, Subject, Timestamp,
    access::{Role, Worker},
    day::{age_on, birthday, date, start_of},
    people::{self, Identity, Part, Visit},
    service, workforce,
};

pub(crate) const TODAY: Date = date(2026, 11, 22);
pub(crate) const TABLES: &[Table] = &[
    Table {
        name: "child",
        whose: "id",
        about: Child,
        columns: &[
            personal("name", Text),
            column("born", Day),
            column("age", Int),
            column("restricted", Flag),
            column("died", Day),
        ],
        indexes: &["born"],
        counted: &[],
    },
    Table {
        name: "allocation",
        whose: "child",
        about: Child,
        columns: &[column("worker", Id), column("team", Id), column("ended", Day)],
        indexes: &["worker", "team"],
        counted: &[],
    },
    Table { name: "named", whose: "child", about: Child, columns: &[column("worker", Id)], indexes: &[], counted: &[] },
    Table {
        name: "conflict",
        whose: "child",
        about: Child,
        columns: &[column("worker", Id)],
        indexes: &[],
        counted: &[],
    },
    Table {
        name: "opening",
        whose: "child",
        about: Child,
        columns: &[column("worker", Id), column("until", Instant), column("glass_broken", Flag)],
        indexes: &[],
        counted: &[],
    },
    Table {
        name: "visit",
        whose: "child",
        about: Child,
        columns: &[column("day", Day), column("seen", Flag), personal("notes", Text), column("warn_days", Int)],
        indexes: &[],
        counted: &["day", "warn_days"],
    },
    Table {
        name: "worker",
        whose: "id",
        about: Open,
        columns: &[column("name", Text), column("role", Text), column("team", Id), column("ended", Day)],
        indexes: &[],
        counted: &[],
    },
    Table {
        name: "duty",
        whose: "worker",
        about: Open,
        columns: &[column("on_day", Day), column("daytime", Flag)],
        indexes: &[],
        counted: &[],
    },
];
const VIEWS: &[View] = &[View {
    name: "named_child",
    question: "-- Which children have a name?\nSELECT id, name FROM child WHERE name IS NOT NULL",
}];
pub(crate) fn house() -> House {
    House { release: "test 1", tables: TABLES, views: VIEWS, encode, decode, derive, refused }
}
pub(crate) fn encode(fact: &Fact) -> Body {
    let text = serde_json::to_string(fact).unwrap();
    let mut words = text.split('"').skip(1).step_by(2);
    Body { name: format!("{}.{}", words.next().unwrap(), words.next().unwrap()), version: 1, text }
}
pub(crate) fn decode(body: &Body) -> Result<Fact, String> {
    serde_json::from_str(&body.text).map_err(|e| format!("{} {e}", body.name))
}
fn derive(h: &History, norms: &Norms) -> Derived {
    let mut out = Derived::default();
    let restricted = h.find(|f| match f {
        Fact::People(people::Fact::Restricted { named, .. }) => Some(named),
        _ => None,
    });
    let named: Option<Vec<practice::Id>> = restricted.last().map(|(_, named)| named.clone());
    for k in h.all() {
        let day = Value::from(k.happened);
        match &k.fact {
            Fact::People(people::Fact::Registered(who)) => {
                let born = who.born.unwrap();
                let age = age_on(born, h.today).unwrap();
                out.changes_on = Some(birthday(born, age + 1));
                let name = Value::from(who.first_names.clone());
                let died = h.all().find(|e| matches!(e.fact, Fact::People(people::Fact::Died))).map(|e| e.happened);
                out.row("child", vec![name, born.into(), age.into(), named.is_some().into(), died.into()]);
            }
            Fact::People(people::Fact::Allocated { worker, team, .. }) => {
                let ended = h.all().find(|e| {
                    e.happened >= k.happened
                        && matches!(&e.fact, Fact::People(people::Fact::AllocationEnded { worker: w, .. }) if w == worker)
                });
                let ended = ended.map(|e| e.happened);
                out.row("allocation", vec![(*worker).into(), (*team).into(), ended.into()]);
            }
            Fact::People(people::Fact::ConflictDeclared { worker, .. }) => out.row("conflict", vec![(*worker).into()]),
            Fact::People(people::Fact::Opened { worker, until, glass_broken, .. }) => {
                out.row("opening", vec![(*worker).into(), (*until).into(), (*glass_broken).into()])
            }
            Fact::People(people::Fact::Visited(visit)) => {
                let warn = norms.warn_days(k.happened).into();
                out.row("visit", vec![day, visit.seen.into(), visit.notes.clone().into(), warn])
            }
            Fact::Workforce(workforce::Fact::PostTaken { name, role, team }) => {
                let role = serde_json::to_value(role).unwrap().as_str().unwrap().to_string();
                let left = h.all().find(|e| matches!(e.fact, Fact::Workforce(workforce::Fact::Left)));
                let row = vec![name.clone().into(), role.into(), (*team).into(), left.map(|e| e.happened).into()];
                out.row("worker", row)
            }
            Fact::Workforce(workforce::Fact::OnDuty { day: daytime }) => out.row("duty", vec![day, (*daytime).into()]),
            _ => {}
        }
    }
    for worker in named.into_iter().flatten() {
        out.row("named", vec![worker.into()]);
    }
    out
}

pub(crate) fn child(n: u128) -> practice::Id {
    practice::Id::from_u128(0x1000 + n)
}
pub(crate) fn worker(n: u128) -> practice::Id {
    practice::Id::from_u128(0x2000 + n)
}
pub(crate) fn team(n: u128) -> practice::Id {
    practice::Id::from_u128(0x3000 + n)
}
pub(crate) fn about(n: u128, day: Date, fact: people::Fact) -> Said {
    Said::new(Subject::Child(child(n)), day, fact)
}
pub(crate) fn born(n: u128, day: Date) -> Said {
    let who = Identity { first_names: Some(format!("Child {n}")), born: Some(day), ..Identity::default() };
    about(n, day, people::Fact::Registered(who))
}
pub(crate) fn allocated(n: u128, to: u128, of: u128) -> Said {
    let fact = people::Fact::Allocated { worker: worker(to), team: team(of), part: Part::Worker, why: None };
    about(n, date(2024, 1, 1), fact)
}
pub(crate) fn visited(n: u128, day: Date, notes: &str) -> Said {
    about(n, day, people::Fact::Visited(Visit { seen: true, notes: notes.into(), ..Visit::default() }))
}
pub(crate) fn post(n: u128, role: Role, of: u128) -> Said {
    let fact = workforce::Fact::PostTaken { name: format!("Worker {n}"), role, team: team(of) };
    Said::new(Subject::Worker(worker(n)), date(2020, 1, 1), fact)
}
pub(crate) fn warn_days(number: i64, from: Date) -> Said {
    let fact = service::Fact::NormSet { norm: "warn_days".into(), number, why: "a test".into() };
    Said::new(Subject::Service, from, fact)
}
/// Noon of a day, as a moment.
pub(crate) fn noon(day: Date) -> Timestamp {
    practice::day::plus_hours(start_of(day), 12)
}
/// Kept by the first worker, at noon of today.
pub(crate) async fn kept(db: &Db, said: Vec<Said>) -> Vec<practice::Id> {
    kept_on(db, TODAY, said).await
}
pub(crate) async fn kept_on(db: &Db, day: Date, said: Vec<Said>) -> Vec<practice::Id> {
    let house = house();
    let keeper = Keeper { db, house: &house, who: worker(1), now: noon(day) };
    keep(&keeper, said, Cut::Whole, |_, _| {}).await.unwrap()
}
/// Every row of every query table and its counts, as text.
pub(crate) async fn dump(db: &Db) -> Vec<String> {
    let mut all = vec![];
    for t in TABLES {
        let columns: String = t.columns.iter().map(|c| format!(", {}", c.name)).collect();
        let sql = format!("SELECT {0}, n{columns} FROM all_{1} ORDER BY {0}, n", t.whose, t.name);
        for row in db.all(&sql, vec![]).await.unwrap() {
            let kinds = [Id, Int].into_iter().chain(t.columns.iter().map(|c| c.kind));
            all.push(format!("{} {:?}", t.name, row.cells(kinds).unwrap()));
        }
        if !t.counted.is_empty() {
            let sql = format!("SELECT same, {}, things FROM all_count_{} ORDER BY same", t.counted.join(", "), t.name);
            for row in db.all(&sql, vec![]).await.unwrap() {
                let own = t.counted_columns().into_iter().map(|(_, _, kind)| kind);
                let kinds = [Id].into_iter().chain(own).chain([Int]);
                all.push(format!("count_{} {:?}", t.name, row.cells(kinds).unwrap()));
            }
        }
    }
    all
}
fn refused(refusal: &Refusal, _: Option<&Worker>, _: &Parts) -> Response {
    let status = match refusal {
        Refusal::NotFound | Refusal::OutOfReach { .. } => StatusCode::NOT_FOUND,
        Refusal::Forbidden(_) => StatusCode::FORBIDDEN,
        Refusal::Malformed(_) => StatusCode::BAD_REQUEST,
        Refusal::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
    };
    (status, format!("{refusal:?}")).into_response()
}
