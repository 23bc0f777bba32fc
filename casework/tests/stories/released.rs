//! What was once written down must read for as long as the record stands. `released.jsonl` holds one body
//! of every version of every fact, and lines are only ever added to it.
use casework::{house, town};
use kernel::Body;
use practice::{Fact, RecordFact, day::date};
use returns::{Ask, Delivery, gather};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

const RENEW: &str = "UPDATE_SNAPSHOTS=1 cargo test -p casework --test stories released";

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Line {
    pub name: String,
    version: i64,
    pub body: Json,
}
impl Line {
    fn of(fact: &Fact) -> Line {
        let Body { name, version, text } = house::encode(fact);
        Line { name, version, body: serde_json::from_str(&text).unwrap() }
    }
    pub fn read(&self) -> Result<Fact, String> {
        house::decode(&Body { name: self.name.clone(), version: self.version, text: self.body.to_string() })
    }
}
fn file() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/stories/released.jsonl"))
}
pub fn released() -> Vec<Line> {
    let text = fs::read_to_string(file()).unwrap_or_default();
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{line}: {e}"))).collect()
}

#[test]
fn every_body_ever_released_reads_and_loses_nothing() {
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        renew();
    }
    let lines = released();
    for line in &lines {
        let fact = line.read().unwrap_or_else(|why| panic!("{why}: a changed shape is a new version with an upcast"));
        let now = Line::of(&fact);
        assert_eq!(now.name, line.name);
        assert!(now.version >= line.version, "{} has gone back to version {}", line.name, now.version);
        assert_eq!(now.read().unwrap(), fact, "{}", line.name);
        if now.version == line.version {
            // A field that was renamed or taken away would read as if nobody had ever said it.
            assert!(
                holds(&now.body, &line.body),
                "{} loses some of\n{}\nand keeps\n{}",
                line.name,
                line.body,
                now.body
            );
        }
    }
    let known: BTreeSet<(&str, i64)> = lines.iter().map(|line| (line.name.as_str(), line.version)).collect();
    assert_eq!(known.len(), lines.len(), "one body of each version");
    let missing: Vec<String> =
        every_fact().into_iter().filter(|name| !known.contains(&(name, house::version(name)))).collect();
    assert!(
        missing.is_empty(),
        "no body of {missing:?}: {RENEW}\nadds what the town or a return says; write others by hand"
    );
}
/// From the types themselves: asked for a variant that is not there, they name those that are.
fn every_fact() -> Vec<String> {
    fn variants(said: &str) -> Vec<&str> {
        said.split("expected").nth(1).unwrap_or_default().split('`').skip(1).step_by(2).collect()
    }
    let said = |json: &str| serde_json::from_str::<Fact>(json).unwrap_err().to_string();
    let parts = said(r#""?""#);
    let of = |part: &str| {
        let said = said(&format!(r#"{{"{part}":"?"}}"#));
        variants(&said).into_iter().map(|name| format!("{part}.{name}")).collect::<Vec<_>>()
    };
    variants(&parts).into_iter().flat_map(of).collect()
}
/// Whether everything that was said still is: what is new may stand beside it.
fn holds(new: &Json, old: &Json) -> bool {
    match (new, old) {
        (_, Json::Null) => true,
        (Json::Object(new), Json::Object(old)) => {
            old.iter().all(|(key, old)| holds(new.get(key).unwrap_or(&Json::Null), old))
        }
        (Json::Array(new), Json::Array(old)) => new.len() == old.len() && new.iter().zip(old).all(|(n, o)| holds(n, o)),
        (new, old) => new == old,
    }
}

/// Adds a line for what has none: the fullest body that the town or the readers' samples give.
fn renew() {
    let mut lines = released();
    let known: BTreeSet<(String, i64)> = lines.iter().map(|line| (line.name.clone(), line.version)).collect();
    let mut fullest: BTreeMap<(String, i64), Line> = BTreeMap::new();
    let mut see = |fact: &Fact| {
        let line = Line::of(fact);
        let key = (line.name.clone(), line.version);
        let full = |line: &Line| (said(&line.body), std::cmp::Reverse(line.body.to_string()));
        if !known.contains(&key) && fullest.get(&key).is_none_or(|other| full(&line) > full(other)) {
            fullest.insert(key, line);
        }
    };
    town::live(1160, town::Size::Small, date(2026, 11, 22), &mut |told| see(&told.fact));
    see(&Fact::Record(RecordFact::RecordedInError));
    let samples = gather(&PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../returns/tests/samples"))).unwrap();
    let census =
        gather(&PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../returns/tests/samples/cin.xml"))).unwrap();
    for delivery in [samples, census] {
        taken(&delivery).iter().for_each(&mut see);
    }
    lines.extend(fullest.into_values());
    lines.sort_by(|a, b| (&a.name, a.version).cmp(&(&b.name, b.version)));
    let text: String = lines.iter().map(|line| serde_json::to_string(line).unwrap() + "\n").collect();
    fs::write(file(), text).unwrap();
}
fn taken(delivery: &Delivery) -> Vec<Fact> {
    let ask = Ask { authority: None, installation: "892".into(), year: Some(2026), today: date(2026, 11, 22) };
    returns::read(delivery, &ask).unwrap().rows.into_iter().map(|row| row.fact).collect()
}
/// How many things a body says.
fn said(body: &Json) -> usize {
    match body {
        Json::Null => 0,
        Json::Object(of) => of.values().map(said).sum(),
        Json::Array(of) => of.iter().map(said).sum(),
        Json::String(text) => usize::from(!text.is_empty()),
        Json::Bool(_) | Json::Number(_) => 1,
    }
}

#[test]
fn every_part_of_the_work_names_its_facts() {
    let all = every_fact();
    for name in ["people.Died", "court.PreProceedingsReported", "record.RecordedInError", "service.ReturnTaken"] {
        assert!(all.iter().any(|fact| fact == name), "{name} in {all:?}");
    }
}
#[test]
fn what_is_lost_is_seen_and_what_is_new_is_not_missed() {
    let body = |text| serde_json::from_str::<Json>(text).unwrap();
    let old = body(r#"{"a":{"b":[1,{"c":"x"}],"d":null}}"#);
    assert!(holds(&body(r#"{"a":{"b":[1,{"c":"x"}],"e":2}}"#), &old));
    assert!(!holds(&body(r#"{"a":{"b":[1,{"renamed":"x"}]}}"#), &old));
    assert!(!holds(&body(r#"{"a":{"b":[1]}}"#), &old));
}
