//! A writer is killed in the middle of its work, again and again: every fact that it was told is
//! kept is there, the chain verifies, and the tables are what the facts come to.
//!
//! It has no harness of its own, because it starts itself: as the writer, when `LOXLEY_WRITE` names a
//! database. `LOXLEY_ROUNDS` says how often it kills (3).
use casework::{deeds::RunService, house::house};
use kernel::{Db, Desk, Said, Settings, Verdict};
use practice::{
    Fact, Id, Subject,
    day::date,
    people::{self, Identity, Visit},
};
use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader, Write},
    process::{Command, ExitCode, Stdio},
};

/// Facts that the writer must have acknowledged before it dies, more each round so that it dies in
/// different places: small batches, then in the middle of large ones.
const ACKNOWLEDGED: [usize; 5] = [1, 7, 23, 40, 61];

#[tokio::main]
async fn main() -> ExitCode {
    if let Ok(place) = std::env::var("LOXLEY_WRITE") {
        write(&place).await;
        return ExitCode::SUCCESS;
    }
    let rounds = std::env::var("LOXLEY_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(3);
    let folder = std::env::temp_dir().join(format!("loxley-kill-{}", Id::new_v4().simple()));
    std::fs::create_dir(&folder).expect("a folder for the test");
    let mut passed = 0;
    survives(folder.join("record.sqlite").to_str().expect("a plain path"), rounds).await;
    passed += 1;
    println!("test a_killed_writer_loses_nothing_on_sqlite ... ok ({rounds} rounds)");
    match std::env::var("TEST_POSTGRES") {
        Ok(server) => {
            let name = format!("kill{}", Id::new_v4().simple());
            let server = server.trim_end_matches('/');
            psql(server, &format!("CREATE DATABASE {name}"));
            survives(&format!("{server}/{name}"), rounds).await;
            psql(server, &format!("DROP DATABASE {name} WITH (FORCE)"));
            passed += 1;
            println!("test a_killed_writer_loses_nothing_on_postgresql ... ok ({rounds} rounds)");
        }
        Err(_) => println!("skipped on PostgreSQL: TEST_POSTGRES names no server"),
    }
    std::fs::remove_dir_all(folder).expect("the folder goes again");
    println!("\ntest result: ok. {passed} passed; 0 failed; 0 ignored; 0 measured; 0 filtered out");
    ExitCode::SUCCESS
}

/// Keeps facts one after the other and says each id once it is kept. Never stops by itself.
async fn write(place: &str) {
    let desk = desk(place).await;
    let job = desk.job::<RunService>("a writer");
    let mut out = std::io::stdout();
    for n in 0u128.. {
        let child = Subject::Child(Id::from_u128(n % 9 + 1));
        let visit = Visit { seen: true, notes: "x".repeat(200), ..Visit::default() };
        let born = people::Fact::Registered(Identity { born: Some(date(2015, 3, 1)), ..Identity::default() });
        let said = |fact| Said::new(child, date(2026, 3, 2), fact);
        let ids = job.keep(vec![said(born), said(people::Fact::Visited(visit))]).await.expect("kept");
        for id in ids {
            writeln!(out, "{id}").expect("somebody listens");
        }
        out.flush().expect("somebody listens");
    }
}
async fn survives(place: &str, rounds: usize) {
    desk(place).await;
    let mut acknowledged: BTreeSet<Id> = BTreeSet::new();
    for round in 0..rounds {
        let before = acknowledged.len();
        let mut writer = Command::new(std::env::current_exe().expect("this program"))
            .env("LOXLEY_WRITE", place)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the writer starts");
        let lines = BufReader::new(writer.stdout.take().expect("its words")).lines();
        let wanted = before + 2 * ACKNOWLEDGED[round % ACKNOWLEDGED.len()];
        for line in lines {
            acknowledged.insert(line.expect("a line").parse().expect("an id"));
            if acknowledged.len() == wanted {
                // On Unix this is SIGKILL: nothing of the writer runs after it.
                writer.kill().expect("it is killed");
            }
        }
        writer.wait().expect("it is gone");
        assert!(acknowledged.len() >= wanted, "round {round}: the writer said too little before it ended");
        inspect(place, &acknowledged, round).await;
    }
}
async fn inspect(place: &str, acknowledged: &BTreeSet<Id>, round: usize) {
    let desk = desk(place).await;
    let job = desk.job::<RunService>("an inspection");
    let mut reading = job.reading().await.expect("it reads");
    let mut kept = BTreeSet::new();
    for n in 1..=9 {
        let mut facts = reading.facts(Subject::Child(Id::from_u128(n))).await.expect("facts").unwrap_or_default();
        // In the order in which they were said, two by two.
        facts.sort_by_key(|k| k.id);
        for pair in facts.chunks(2) {
            let whole = matches!(pair, [a, b] if is_birth(&a.fact) != is_birth(&b.fact));
            assert!(whole, "round {round}: two facts kept as one were torn apart");
        }
        kept.extend(facts.iter().map(|k| k.id));
    }
    drop(reading);
    let lost: Vec<_> = acknowledged.difference(&kept).collect();
    assert!(lost.is_empty(), "round {round}: acknowledged and lost: {lost:?}");
    assert!(
        matches!(job.verify().await.expect("it verifies"), Verdict::Whole { .. }),
        "round {round}: the chain broke"
    );
    assert_eq!(job.rebuild_check(|_, _| {}).await.expect("it checks"), 0, "round {round}: tables and facts differ");
}
fn is_birth(fact: &Fact) -> bool {
    matches!(fact, Fact::People(people::Fact::Registered(_)))
}
async fn desk(place: &str) -> Desk {
    let db = Db::open(place).await.expect("the database opens");
    let house = house();
    db.migrate(house.tables).await.expect("it has its shape");
    Desk::new(db, house, Settings::default())
}
fn psql(server: &str, sql: &str) {
    let done = Command::new("psql").args([&format!("{server}/postgres"), "-qc", sql]).status().expect("psql is there");
    assert!(done.success(), "{sql}");
}
