//! A run of the rules: the files are read, the rules asked, and what was found is kept at each child whom
//! the record knows. The counts hold every child; what a reader is shown is less.
use super::found;
use crate::{
    deeds::CheckReturn,
    exports::summary::{authority, preview},
    imports::summary::{OWN, installation},
    page::{
        Link,
        progress::{Progress, State, Tasks},
    },
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use kernel::{Error, Leave as _, Said, Service, Uploaded};
use practice::{
    Id, Subject,
    returns::{Checked, Fact, FileChecked, Found, KeptFile, ReturnOf, RuleCount, Run, SkippedRule, compare},
};
use returns::{
    Delivery, File, NotRead, Return, Unreadable,
    check::{Asked, Form, Lacking, check, load},
    delivery::MOST_BYTES,
    open_file,
};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use tokio::{sync::Mutex, task::spawn_blocking};

const WHOSE: &str = include_str!("sql/whose.sql");
const STANDING: &str = include_str!("sql/standing.sql");
const STRAYS: &str = include_str!("sql/standing_strays.sql");
const LAST_NUMBER: &str = include_str!("sql/last_number.sql");
pub const QUESTIONS: &[&str] = &[WHOSE, STANDING, STRAYS, LAST_NUMBER];

/// What somebody wants checked.
pub struct Order {
    pub run: Id,
    /// The return as the record has it; else the files.
    pub of_record: Option<Return>,
    pub files: Vec<Uploaded>,
    /// The same return of the year before.
    pub prior: Vec<Uploaded>,
    pub authority: Option<String>,
    pub year: Option<i16>,
    /// The files may be the ones that are submitted.
    pub keep: bool,
}
/// Where the files come from is nobody's matter from here on.
struct Input {
    this: Vec<File>,
    prior: Vec<File>,
    asked: Asked,
}
/// What the rules said, before anybody knows whose it is.
struct Answer {
    form: &'static Form,
    of: ReturnOf,
    rules_of: i16,
    asked: usize,
    files: Vec<File>,
    notes: Vec<String>,
    skipped: Vec<SkippedRule>,
    found: Vec<Found>,
}
/// A run is compared with the one before it, so one is kept after the other.
static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());

/// Whoever asks from now on is told how far it is.
pub fn begin(tasks: &Tasks, run: Id) -> Progress {
    let told = Progress {
        heading: "Checking a return".into(),
        state: State::Working,
        said: "Reading the files and asking every rule".into(),
        done: 0,
        of: None,
        things: "children".into(),
        next: None,
    };
    tasks.tell(run, told.clone());
    told
}
/// Goes on though nobody looks.
pub async fn run(tasks: Tasks, job: Service<CheckReturn>, order: Order, mut told: Progress) {
    let id = order.run;
    let again = |said: String| (State::Failed, said, Link::new("/returns", "Choose the files again"));
    let (state, said, next) = match work(&tasks, &job, order, &mut told).await {
        Ok(Ok(n)) => {
            let link = Link::new(format!("/returns/runs/{id}"), "See what was found");
            (State::Finished, format!("{n} rules were asked."), link)
        }
        Ok(Err(unreadable)) => again(in_our_words(&unreadable)),
        Err(error) => {
            tracing::error!(%error, "checking a return");
            again("A fault of ours, which was noted. Check the return again.".into())
        }
    };
    (told.state, told.said, told.next) = (state, said, Some(next));
    tasks.tell(id, told);
}
/// What the reader tells somebody at a command line to do is done on the page here.
fn in_our_words(unreadable: &Unreadable) -> String {
    let todo = if unreadable.todo.contains("--year") { "Say it beside the files." } else { &unreadable.todo };
    format!("{} {}. {todo}", unreadable.file, unreadable.why)
}
async fn work(
    tasks: &Tasks,
    job: &Service<CheckReturn>,
    order: Order,
    told: &mut Progress,
) -> Result<Result<usize, Unreadable>, Error> {
    let (run, keep) = (order.run, order.keep);
    let own = match authority(job).await? {
        Some(own) => own,
        // Children who came from elsewhere bring ids with them.
        None => installation(job).await?,
    };
    let mut asked = Asked { year: order.year, authority: order.authority, ..Asked::default() };
    let mut given = vec![];
    let this = match (order.of_record, order.year) {
        (Some(which), Some(year)) => {
            let whose = asked.authority.get_or_insert_with(|| own.clone());
            let drafted = preview(job, which, whose, year, |done, of| {
                (told.done, told.of) = (done as u64, Some(of as u64));
                tasks.tell(run, told.clone());
            })
            .await?;
            given = drafted.given;
            drafted.files
        }
        _ => read(&order.files).await?,
    };
    let input = Input { this, prior: read(&order.prior).await?, asked };
    // Reading and asking are the processor's work: others' pages must not wait for it.
    let answer = match spawn_blocking(move || answer(input, own)).await? {
        Ok(answer) => answer,
        Err(unreadable) => return Ok(Err(unreadable)),
    };
    let _one = ONE_AT_A_TIME.lock().await;
    let asked = answer.asked;
    told.said = "Keeping what was found".into();
    let said = said(job, run, keep, given, answer).await?;
    job.keep_all(said, |done, of| {
        (told.done, told.of) = (done as u64, Some(of as u64));
        tasks.tell(run, told.clone());
    })
    .await?;
    Ok(Ok(asked))
}
async fn read(uploads: &[Uploaded]) -> Result<Vec<File>, Error> {
    let mut files = vec![];
    for upload in uploads {
        files.push(File { name: upload.name.clone(), bytes: tokio::fs::read(upload.path()).await? });
    }
    Ok(files)
}
/// One file is the return, or a zip of it; of several the CSV files are.
fn delivery(mut files: Vec<File>) -> Result<Delivery, Unreadable> {
    if files.len() == 1 {
        return open_file(files.remove(0), MOST_BYTES);
    }
    let (csv, others): (Vec<File>, Vec<File>) =
        files.into_iter().partition(|f| f.name.to_lowercase().ends_with(".csv"));
    let not_read = |f: File| NotRead { file: f.name, why: "is not a CSV file".into() };
    Ok(Delivery { not_read: others.into_iter().map(not_read).collect(), ..Delivery::of(csv) })
}
fn answer(input: Input, own: String) -> Result<Answer, Unreadable> {
    let Input { this, prior, asked } = input;
    let prior = if prior.is_empty() { vec![] } else { vec![delivery(prior)?] };
    let loaded = load(&delivery(this.clone())?, &prior, &asked)?;
    let (book, form) = (&loaded.book, loaded.book.form);
    let checked = check(book);
    let not_read = loaded.not_read.iter().map(|n| format!("{} was not read: it {}.", n.file, n.why));
    let authority = if book.given.authority.is_empty() { own } else { book.given.authority.clone() };
    Ok(Answer {
        form,
        of: ReturnOf { which: form.which, authority, year: book.given.year },
        rules_of: checked.rules_of,
        asked: checked.ran,
        notes: loaded.notes.iter().cloned().chain(not_read).collect(),
        skipped: checked.skipped.iter().map(|s| skipped(form, s.rule.code, &s.lacking)).collect(),
        found: found::pieces(book, &checked),
        files: this,
    })
}
fn skipped(form: &Form, rule: &str, lacking: &Lacking) -> SkippedRule {
    let lacking = match lacking {
        Lacking::Columns(columns) => {
            let names: Vec<String> = columns.iter().map(|c| form.full_name(*c)).collect();
            format!("The return has no {}.", names.join(", "))
        }
        Lacking::PriorYear => "The return of the year before was not given with all its tables.".into(),
        Lacking::Xml => "It is about the XML form; this return came as CSV.".into(),
    };
    SkippedRule { rule: rule.to_owned(), lacking }
}

/// What a finding is known by over all children.
type Known = (Option<Id>, String, String);
#[derive(Deserialize)]
struct Standing {
    #[serde(default)]
    child: Option<Id>,
    rule: String,
    reported_child: String,
    key: String,
    undecided: bool,
}
/// Every fact that a run comes to; the run itself last, so that it is listed when it is whole.
async fn said(
    job: &Service<CheckReturn>,
    id: Id,
    keep: bool,
    given: Vec<(Id, String)>,
    answer: Answer,
) -> Result<Vec<Said>, Error> {
    let Answer { form, of, rules_of, asked, files, notes, skipped, found } = answer;
    let mut reading = job.reading().await?;
    let this = [
        ("return_name", of.which.code().into()),
        ("authority", of.authority.as_str().into()),
        ("year", i64::from(of.year).into()),
    ];
    let mut before: Vec<Standing> = reading.ask(STANDING, &this).await?;
    before.extend(reading.ask::<Standing>(STRAYS, &this).await?);
    let number = last_number(&mut reading, &this).await? + 1;
    let run = Run { id, number, of };
    let subject = Subject::Return(id_of(&run.of));

    let mut whose = whose(&mut reading, &run.of.authority).await?;
    whose.extend(given.into_iter().map(|(child, id)| (id.to_uppercase(), child)));
    let mut of_child: BTreeMap<Option<Id>, Vec<Found>> = before.iter().map(|b| (b.child, vec![])).collect();
    for found in found {
        let child = whose.get(&found.child.to_uppercase()).copied();
        of_child.entry(child).or_default().push(found);
    }
    let rules = counts(form, &before, &of_child);
    let source = format!("{} {}", run.of.which.code(), run.of.year);
    let one = |subject, fact: Fact| Said { source: source.clone(), ..Said::new(subject, job.today(), fact) };
    let mut said: Vec<Said> = of_child
        .into_iter()
        .map(|(child, found)| one(child.map_or(subject, Subject::Child), Fact::Found { run: run.clone(), found }))
        .collect();
    if keep {
        let kept = |f: &File| KeptFile { name: f.name.clone(), content: BASE64_STANDARD.encode(&f.bytes) };
        said.push(one(Subject::Delivery(id), Fact::FilesKept { files: files.iter().map(kept).collect() }));
    }
    let files = files.iter().map(file).collect();
    let checked = Checked { run, rules_of, asked, files, kept: keep, notes, rules, skipped };
    said.push(one(subject, Fact::Checked(Box::new(checked))));
    Ok(said)
}
fn file(f: &File) -> FileChecked {
    FileChecked { name: f.name.clone(), bytes: f.bytes.len() as u64, digest: digest(&f.bytes) }
}
pub fn digest(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}
/// The return of an authority and year is one subject, whoever checks it.
pub fn id_of(of: &ReturnOf) -> Id {
    let words = format!("return {} {} {}", of.which.code(), of.authority, of.year);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(words)[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
fn counts(form: &Form, before: &[Standing], now: &BTreeMap<Option<Id>, Vec<Found>>) -> Vec<RuleCount> {
    let mut was: HashMap<&str, BTreeSet<Known>> = HashMap::new();
    for b in before.iter().filter(|b| !b.undecided) {
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
        let (rule, reported_child) = ("356".into(), "1".into());
        Standing { child: Some(Id::from_u128(child)), rule, reported_child, key: key.into(), undecided: false }
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
        let of = |year| ReturnOf { which: practice::reported::Return::Cin, authority: "892".into(), year };
        assert_eq!(id_of(&of(2026)), id_of(&of(2026)));
        assert_ne!(id_of(&of(2026)), id_of(&of(2027)));
    }
    #[test]
    fn one_file_may_be_a_zip_or_xml_and_of_several_the_tables_are_read() {
        let file = |name: &str| File { name: name.into(), bytes: b"CHILD\n1\n".to_vec() };
        let several = delivery(vec![file("Header.CSV"), file("notes.txt")]).unwrap();
        assert_eq!((several.files.len(), several.not_read.len()), (1, 1));
        assert_eq!(delivery(vec![file("return.xml")]).unwrap().files.len(), 1);
    }
    #[test]
    fn a_year_that_nobody_said_is_asked_for_beside_the_files() {
        let unreadable = Unreadable::new("The return", "does not tell of which year it is", "Say it: --year 2026.");
        assert_eq!(in_our_words(&unreadable), "The return does not tell of which year it is. Say it beside the files.");
    }
}
