//! What a run comes to as facts: at each child whom the record knows what was found there, at the return what
//! is of nobody and the counts over all children. What the run before said word for word is not said again.
use super::{
    check::{Answer, Of},
    found,
    tables::said as words_of,
};
use crate::imports::summary::OWN;
use base64::{Engine as _, prelude::BASE64_STANDARD};
use kernel::{Deed, Error, Leave as _, Said, Service};
use practice::{
    Id, Subject,
    returns::{Checked, Fact, FileChecked, Found, KeptFile, ReturnOf, RuleCount, Run, compare},
};
use returns::{File, check::Form};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashMap};

const WHOSE: &str = include_str!("sql/whose.sql");
const STANDING: &str = include_str!("sql/standing.sql");
const STRAYS: &str = include_str!("sql/standing_strays.sql");
const LAST_NUMBER: &str = include_str!("sql/last_number.sql");
pub const QUESTIONS: &[&str] = &[WHOSE, STANDING, STRAYS, LAST_NUMBER];

/// What a finding is known by over all children.
type Known = (Option<Id>, String, String);
#[derive(Clone, Deserialize)]
struct Standing {
    #[serde(default)]
    child: Option<Id>,
    rule: String,
    reported_child: String,
    key: String,
    unclear: Option<String>,
    digest: String,
    said: String,
    others: i64,
}
impl Standing {
    fn words(&self) -> Words {
        let Standing { rule, reported_child, key, unclear, digest, said, others, .. } = self.clone();
        (rule, reported_child, key, unclear, digest, said, others)
    }
}
/// Everything that a finding says, but its level, which is the rule's.
type Words = (String, String, String, Option<String>, String, String, i64);
fn words(f: &Found) -> Words {
    let said = f.rows.iter().map(words_of).collect::<Vec<_>>().join("\n");
    let others = i64::try_from(f.others).unwrap_or(i64::MAX);
    (f.rule.clone(), f.child.clone(), f.key.clone(), f.unclear.clone(), f.digest.clone(), said, others)
}
/// Every fact that a run comes to; the run itself last, so that it is listed when it is whole.
pub(super) async fn said<D: Deed>(job: &Service<D>, id: Id, answer: Answer) -> Result<Vec<Said>, Error> {
    let Answer { of_what, form, of, rules_of, asked, files, notes, skipped, found, given } = answer;
    let mut reading = job.reading().await?;
    let this = [
        ("return_name", of.which.code().into()),
        ("authority", of.authority.as_str().into()),
        ("year", i64::from(of.year).into()),
        ("preview", of.preview.into()),
    ];
    let mut before: Vec<Standing> = reading.ask(STANDING, &this).await?;
    before.extend(reading.ask::<Standing>(STRAYS, &this).await?);
    let number = last_number(&mut reading, &this).await? + 1;
    let run = Run { id, number, of };
    let subject = Subject::Return(id_of(&run.of));

    let mut whose = whose(&mut reading, &run.of.authority).await?;
    whose.extend(given.into_iter().map(|(child, id)| (id.to_uppercase(), child)));
    let mut now: BTreeMap<Option<Id>, Vec<Found>> = before.iter().map(|b| (b.child, vec![])).collect();
    for found in found {
        let child = whose.get(&found.child.to_uppercase()).copied();
        now.entry(child).or_default().push(found);
    }
    let rules = counts(form, &before, &now);
    let source = format!("{} {}", run.of.which.code(), run.of.year);
    let one = |subject, fact: Fact| Said { source: source.clone(), ..Said::new(subject, job.today(), fact) };
    let mut said: Vec<Said> = changed(&before, now)
        .map(|(child, found)| one(child.map_or(subject, Subject::Child), Fact::Found { run: run.clone(), found }))
        .collect();
    let kept = of_what == Of::Kept;
    if kept {
        let kept = |f: &File| KeptFile { name: f.name.clone(), content: BASE64_STANDARD.encode(&f.bytes) };
        said.push(one(Subject::Delivery(id), Fact::FilesKept { files: files.iter().map(kept).collect() }));
    }
    // Nobody has the files of a look at the record.
    let files = if of_what == Of::Look { vec![] } else { files.iter().map(file).collect() };
    let checked = Checked { run, rules_of, asked, files, kept, notes, rules, skipped };
    said.push(one(subject, Fact::Checked(Box::new(checked))));
    Ok(said)
}
/// Of whom something else is found than the run before found: a night that finds what the last one did adds one
/// fact about the return, and none about a child.
fn changed(
    before: &[Standing],
    now: BTreeMap<Option<Id>, Vec<Found>>,
) -> impl Iterator<Item = (Option<Id>, Vec<Found>)> {
    let mut was: HashMap<Option<Id>, BTreeSet<Words>> = HashMap::new();
    for b in before {
        was.entry(b.child).or_default().insert(b.words());
    }
    now.into_iter().filter(move |(child, found)| {
        let is: BTreeSet<Words> = found.iter().map(words).collect();
        was.get(child).cloned().unwrap_or_default() != is
    })
}
fn file(f: &File) -> FileChecked {
    FileChecked { name: f.name.clone(), bytes: f.bytes.len() as u64, digest: digest(&f.bytes) }
}
pub fn digest(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}
/// The return of an authority and year is one subject, whoever checks it.
pub fn id_of(of: &ReturnOf) -> Id {
    let look = if of.preview { " preview" } else { "" };
    let words = format!("return {} {} {}{look}", of.which.code(), of.authority, of.year);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(words)[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
fn counts(form: &Form, before: &[Standing], now: &BTreeMap<Option<Id>, Vec<Found>>) -> Vec<RuleCount> {
    let mut was: HashMap<&str, BTreeSet<Known>> = HashMap::new();
    for b in before.iter().filter(|b| b.unclear.is_none()) {
        was.entry(&b.rule).or_default().insert((b.child, b.reported_child.clone(), b.key.clone()));
    }
    let mut is: HashMap<&str, (BTreeSet<Known>, usize)> = HashMap::new();
    for (child, found) in now.iter().flat_map(|(child, all)| all.iter().map(move |f| (child, f))) {
        let (known, undecided) = is.entry(&found.rule).or_default();
        match found.unclear {
            Some(_) => *undecided += 1,
            None => drop(known.insert((*child, found.child.clone(), found.key.clone()))),
        }
    }
    let count = |rule: &&'static returns::check::Rule| {
        let (known, undecided) = is.remove(rule.code).unwrap_or_default();
        let found = known.len();
        let (new, still, fixed) = compare(was.remove(rule.code).unwrap_or_default(), known);
        let any = found + fixed + undecided > 0;
        any.then(|| RuleCount {
            rule: rule.code.into(),
            level: found::level(rule),
            found,
            new,
            still,
            fixed,
            undecided,
        })
    };
    form.rules.iter().filter_map(count).collect()
}
/// The record's child of each id that the authority gives.
async fn whose(reading: &mut kernel::Reading, authority: &str) -> Result<HashMap<String, Id>, Error> {
    #[derive(Deserialize)]
    struct Row {
        child: Id,
        value: String,
    }
    let rows: Vec<Row> = reading.ask(WHOSE, &[("authority", authority.into()), ("own", OWN.into())]).await?;
    Ok(rows.into_iter().map(|r| (r.value.trim().to_uppercase(), r.child)).collect())
}
async fn last_number(reading: &mut kernel::Reading, given: &[(&'static str, kernel::Value)]) -> Result<u32, Error> {
    #[derive(Deserialize)]
    struct Row {
        number: Option<i64>,
    }
    let last = reading.ask_one::<Row>(LAST_NUMBER, given).await?.and_then(|r| r.number);
    Ok(u32::try_from(last.unwrap_or(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::returns::Level;

    fn found(rule: &str, key: &str) -> Found {
        Found {
            rule: rule.into(),
            level: Level::Error,
            unclear: None,
            child: "1".into(),
            key: key.into(),
            digest: String::new(),
            rows: vec![],
            others: 0,
        }
    }
    fn stood(child: u128, key: &str) -> Standing {
        Standing {
            child: Some(Id::from_u128(child)),
            rule: "356".into(),
            reported_child: "1".into(),
            key: key.into(),
            unclear: None,
            digest: String::new(),
            said: String::new(),
            others: 0,
        }
    }

    #[test]
    fn a_rule_is_counted_over_all_children_against_the_run_before() {
        let before = [stood(1, "a"), stood(1, "b"), stood(2, "a")];
        let unclear = Found { unclear: Some("DEC is not a day".into()), ..found("356", "z") };
        let now = BTreeMap::from([
            (Some(Id::from_u128(1)), vec![found("356", "a"), found("356", "c"), unclear]),
            (Some(Id::from_u128(2)), vec![]),
            (None, vec![found("501", "a")]),
        ]);
        let counts = counts(&returns::ssda903::FORM, &before, &now);
        let told: Vec<_> =
            counts.iter().map(|c| (c.rule.as_str(), [c.found, c.new, c.still, c.fixed, c.undecided])).collect();
        assert_eq!(told, [("356", [2, 1, 1, 2, 1]), ("501", [1, 1, 0, 0, 0])]);
    }
    #[test]
    fn a_return_is_one_subject_whoever_checks_it() {
        let of =
            |year| ReturnOf { which: practice::reported::Return::Cin, authority: "892".into(), year, preview: false };
        assert_eq!(id_of(&of(2026)), id_of(&of(2026)));
        assert_ne!(id_of(&of(2026)), id_of(&of(2027)));
        assert_ne!(id_of(&of(2026)), id_of(&ReturnOf { preview: true, ..of(2026) }), "a look is no run of it");
    }
    #[test]
    fn a_night_that_finds_what_the_last_one_did_says_nothing_of_any_child() {
        let now =
            || BTreeMap::from([(Some(Id::from_u128(1)), vec![found("356", "a")]), (None, vec![found("356", "b")])]);
        let before = [stood(1, "a"), Standing { child: None, ..stood(1, "b") }];
        assert_eq!(changed(&before, now()).count(), 0);
        let moved = [before[0].clone(), Standing { said: "Episodes: DEC blank".into(), ..before[1].clone() }];
        assert_eq!(changed(&moved, now()).map(|(child, _)| child).collect::<Vec<_>>(), [None]);
        assert_eq!(changed(&[], now()).count(), 2);
    }
}
