//! One run: what it read, what it counted over all children, and its three lists (findings, rows undecided,
//! rules not asked) as far as the reader may see them.
use super::{
    listed::{Finding, form, level_words, sample},
    wanted::{List, Wanted, narrow},
};
use crate::{
    deeds::CheckReturn,
    frame::{Answer, chrome},
    imports::summary::of_authority,
    page::{
        Answers, Asked, Cell, Column, Form, Link, Page, Place, Sample, Table, given,
        parts::Row as Line,
        table::{ROWS, download},
        words::{count, thousands},
    },
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Leave as _, Query, Reading, Within};
use practice::{
    Id, Timestamp,
    access::{Act, Role, grant},
    day,
    reported::Return,
};
use serde::{Deserialize, Serialize};

pub const PAGE: Page = Page { name: "returns_desk/run.html", source: include_str!("run.html"), samples };
const RUN: &str = include_str!("sql/run.sql");
const FILES: &str = include_str!("sql/files.sql");
const RULES: &str = include_str!("sql/run_rules.sql");
const SKIPPED: &str = include_str!("sql/skipped.sql");
const FINDINGS: &str = include_str!("sql/findings.sql");
pub const QUESTIONS: &[&str] = &[RUN, FILES, RULES, SKIPPED, FINDINGS];

/// A row of `run.sql`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Run {
    pub run: Id,
    pub number: i64,
    #[serde(deserialize_with = "kernel::instant")]
    pub checked: Timestamp,
    pub checked_by: Option<String>,
    pub return_name: String,
    pub authority: String,
    pub year: i64,
    /// The record was looked at: there are no files.
    pub preview: bool,
    pub rules_of: i64,
    pub asked: i64,
    pub kept: bool,
    pub notes: String,
    #[serde(default, deserialize_with = "kernel::instant_or_none")]
    pub signed: Option<Timestamp>,
    pub signed_by: Option<String>,
    pub acknowledged: Option<String>,
    /// The number of the last run of this return.
    pub last: i64,
}
impl Run {
    pub fn title(&self) -> String {
        let what = if self.preview { "look at the record" } else { "run" };
        format!("{} {}, {what} {}", self.return_title(), self.year, self.number)
    }
    pub fn return_title(&self) -> &'static str {
        Return::of(&self.return_name).map_or("A return of a later release", Return::title)
    }
    pub fn address(&self) -> String {
        format!("/returns/runs/{}", self.run)
    }
    /// The reader's way back to it.
    pub fn trail(&self) -> Vec<Link> {
        vec![Link::new("/returns", "Returns"), Link::new(self.address(), self.title())]
    }
    fn summary(&self, files: &[File]) -> Vec<Line> {
        let by = self.checked_by.as_deref().unwrap_or("the service itself");
        let rules = match self.rules_of == self.year {
            true => format!("{} of {}", thousands(self.asked), self.year),
            false => format!("{} of {}: no rules of {} are published", thousands(self.asked), self.rules_of, self.year),
        };
        let names: Vec<&str> = files.iter().map(|f| f.name.as_str()).collect();
        let read = if self.preview { "None: the record as it was".into() } else { names.join(", ") };
        let mut rows = vec![
            Line::new("Return", format!("{}, {}", self.return_title(), of_authority(&self.authority))),
            Line::new("Year", format!("To 31 March {}", self.year)),
            Line::new("Checked", format!("{}, by {by}", day::words_at(self.checked))),
            Line::new("Rules asked", rules),
            Line::new("Files", read),
        ];
        if !self.notes.is_empty() {
            rows.push(Line::new("Odd about the files", self.notes.replace('\n', " ")));
        }
        if let Some(at) = self.signed {
            let by = self.signed_by.as_deref().unwrap_or("a worker");
            let words = self.acknowledged.clone().filter(|w| !w.is_empty());
            let detail = words.map(|w| format!("Errors left: {w}"));
            rows.push(Line { detail, ..Line::new("Signed off", format!("{}, by {by}", day::words_at(at))) });
        }
        rows
    }
}
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct File {
    pub name: String,
    pub bytes: i64,
    pub digest: String,
}
/// A row of `run_rules.sql`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct RuleCount {
    pub rule: String,
    pub level: String,
    pub found: i64,
    pub new_ones: i64,
    pub still: i64,
    pub fixed: i64,
    pub undecided: i64,
}
/// The same as the page shows it.
#[derive(Serialize)]
struct RuleShown {
    code: String,
    level: &'static str,
    wrong: &'static str,
    about: String,
    here: String,
    counts: [i64; 4],
}
#[derive(Default, Serialize)]
pub(super) struct Totals {
    pub errors: i64,
    pub queries: i64,
    new: i64,
    still: i64,
    fixed: i64,
    undecided: i64,
    skipped: i64,
}
impl Totals {
    pub fn of(rules: &[RuleCount], skipped: usize) -> Totals {
        let sum = |of: fn(&RuleCount) -> i64| rules.iter().map(of).sum();
        let level = |level: &str| rules.iter().filter(|r| r.level == level).map(|r| r.found).sum();
        Totals {
            errors: level("error"),
            queries: level("query"),
            new: sum(|r| r.new_ones),
            still: sum(|r| r.still),
            fixed: sum(|r| r.fixed),
            undecided: sum(|r| r.undecided),
            skipped: i64::try_from(skipped).unwrap_or(i64::MAX),
        }
    }
}
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Skipped {
    pub rule: String,
    pub lacking: String,
}
#[derive(Deserialize)]
pub(super) struct FindingOf {
    total: i64,
    #[serde(flatten)]
    pub finding: Finding,
}
#[cfg(test)]
impl FindingOf {
    pub fn sample(finding: Finding) -> FindingOf {
        FindingOf { total: 1, finding }
    }
}

/// The run of the path and its counts, for this page and for whoever signs.
pub(super) async fn read(
    reading: &mut Reading,
    run: Option<&str>,
) -> Result<Option<(Run, Vec<RuleCount>, Vec<File>)>, kernel::Error> {
    let Some(id) = run.and_then(|id| id.parse::<Id>().ok()) else { return Ok(None) };
    let this = [("run", id.into())];
    let Some(run) = reading.ask_one::<Run>(RUN, &this).await? else { return Ok(None) };
    Ok(Some((run, reading.ask(RULES, &this).await?, reading.ask(FILES, &this).await?)))
}

pub(super) async fn skipped(reading: &mut Reading, run: &Run) -> Result<Vec<Skipped>, kernel::Error> {
    reading.ask(SKIPPED, &[("run", run.run.into())]).await
}

const LISTED: &[Column] = &[
    Column::text("child", "Child"),
    Column::text("rule", "Rule"),
    Column::text("what", "What is wrong, and what to do"),
    Column::text("rows", "Where"),
    Column::text("change", "Since the run before"),
    Column::text("explained", "Explained"),
];
/// `explains`: whoever reads it may explain a child's query; those of nobody anyone may who checks returns.
fn cells(f: &Finding, explains: bool) -> Vec<Cell> {
    let what = f.unclear.clone().unwrap_or_else(|| f.wrong().into());
    let explained = match f.explained() {
        Some(e) => Cell::text(e.words).detail(e.by),
        None if f.is_query() && f.change != "fixed" && (explains || f.child.is_none()) => {
            Cell::text("Explain").link(explain_at(f))
        }
        None => Cell::text(""),
    };
    vec![
        f.whose_cell(),
        Cell::text(&f.rule).link(f.about_rule()).detail(level_words(&f.level)),
        Cell::text(what).detail(f.todo()),
        Cell::text(f.rows()),
        Cell::tag(f.tag()),
        explained,
    ]
}
fn explain_at(f: &Finding) -> String {
    match f.child {
        Some(child) => format!("/children/{child}/returns/{}", f.n),
        None => format!("/returns/strays/{}/{}", f.return_of.unwrap_or_default(), f.n),
    }
}

pub async fn show(may: Within<CheckReturn>, Query(answers): Query<Answers>) -> Answer {
    let mut reading = may.reading().await?;
    let Some((run, rules, files)) = read(&mut reading, may.path("run")).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let skipped = skipped(&mut reading, &run).await?;
    let asked = Asked::of(LISTED, "child", answers.clone());
    let (filter, wanted) = narrow(answers.clone(), &run.return_name, &rules);
    let (limit, offset) = if asked.csv { (i64::MAX, 0) } else { (ROWS as i64, asked.before() as i64) };
    let findings = findings(&mut reading, &run, &wanted, limit, offset).await?;
    if asked.csv {
        let rows: Vec<_> = findings.iter().map(|f| cells(&f.finding, false)).collect();
        return Ok(download("findings", may.today(), LISTED, &rows));
    }
    let mut chrome = chrome(&may, run.title(), Some(Place::Returns));
    chrome.trail = vec![Link::new("/returns", "Returns")];
    let told = Told { run, rules, files, skipped, asked, filter, wanted, findings };
    Ok(PAGE.show(chrome, told.context(may.who().role)?))
}
pub(super) async fn findings(
    reading: &mut Reading,
    run: &Run,
    wanted: &Wanted,
    limit: i64,
    offset: i64,
) -> Result<Vec<FindingOf>, kernel::Error> {
    let page = [("run", run.run.into()), ("limit", limit.into()), ("offset", offset.into())];
    let given: Vec<_> = page.into_iter().chain(wanted.given()).collect();
    reading.ask(FINDINGS, &given).await
}
/// What the page is made of.
struct Told {
    run: Run,
    rules: Vec<RuleCount>,
    files: Vec<File>,
    skipped: Vec<Skipped>,
    asked: Asked,
    filter: Form,
    wanted: Wanted,
    findings: Vec<FindingOf>,
}
impl Told {
    fn context(self, role: Role) -> Result<minijinja::Value, minijinja::Error> {
        let Told { run, rules, files, skipped, asked, filter, wanted, findings } = self;
        let total = findings.first().map_or(0, |f| usize::try_from(f.total).unwrap_or(0));
        let explains = grant(role, Act::ExplainQuery).is_some();
        let rows: Vec<_> = findings.iter().map(|f| cells(&f.finding, explains)).collect();
        let (caption, things) = match wanted.list {
            List::Undecided => ("Rows undecided", ("row undecided", "rows undecided")),
            _ => ("Findings", ("finding", "findings")),
        };
        let table = Table::new(caption, LISTED, &asked, &rows, total, things)?;
        let totals = Totals::of(&rules, skipped.len());
        let (list, kept) = (wanted.list.code(), wanted.kept());
        let led = wanted.child.is_some() || wanted.worker.is_some() || wanted.unallocated;
        let may = |act| grant(role, act).is_some();
        let can_sign = may(Act::SignReturn) && run.signed.is_none() && !run.preview;
        let (signed, preview) = (run.signed.is_some(), run.preview);
        let first = run.number == 1;
        let found = count(totals.errors, "error", "errors") + " and " + &count(totals.queries, "query", "queries");
        let clear = format!("?list={list}");
        let rules: Vec<RuleShown> = rules.iter().map(|r| shown(&run.return_name, r)).collect();
        let fetch = may(Act::FetchReturn) && run.kept;
        let (summary, title, address) = (run.summary(&files), run.title(), run.address());
        let later = (run.last > run.number).then_some(run.last);
        let which = run.return_name;
        Ok(given! {
            title, address, summary, totals, found, first, rules, skipped, table, filter, list, kept, led, clear, files,
            can_sign, signed, preview, fetch, later, which,
        })
    }
}
fn shown(return_name: &str, r: &RuleCount) -> RuleShown {
    RuleShown {
        level: level_words(&r.level),
        wrong: form(return_name).and_then(|f| f.rule(&r.rule)).map_or("A rule of another release.", |r| r.wrong),
        about: format!("/returns/rules/{return_name}/{}", r.rule),
        here: format!("?rule={}#list", r.rule),
        counts: [r.found, r.new_ones, r.still, r.fixed],
        code: r.rule.clone(),
    }
}

pub(super) fn sample_run() -> (Run, Vec<RuleCount>, Vec<File>) {
    let run = Run {
        run: Id::from_u128(3),
        number: 3,
        checked: Timestamp::UNIX_EPOCH,
        checked_by: Some("Li Na Tan".into()),
        return_name: "903".into(),
        authority: "892".into(),
        year: 2026,
        preview: false,
        rules_of: 2026,
        asked: 301,
        kept: true,
        notes: String::new(),
        signed: None,
        signed_by: None,
        acknowledged: None,
        last: 3,
    };
    let rule = |code: &str, [found, new_ones, still, fixed]: [i64; 4]| RuleCount {
        rule: code.into(),
        level: "error".into(),
        found,
        new_ones,
        still,
        fixed,
        undecided: 1,
    };
    let file = File { name: "episodes.csv".into(), bytes: 1_204, digest: "ab".repeat(32) };
    (run, vec![rule("356", [4, 1, 3, 2]), rule("501", [1, 1, 0, 0])], vec![file])
}
fn samples() -> Vec<Sample> {
    let told = |query: &str, change: &dyn Fn(&mut Run), findings: Vec<Finding>| {
        let (mut run, rules, files) = sample_run();
        change(&mut run);
        let answers = Answers::of_query(query);
        let (filter, wanted) = narrow(answers.clone(), "903", &rules);
        let skipped = vec![Skipped { rule: "1003".into(), lacking: "The return has no Episodes.PL_LA.".into() }];
        let findings = findings.into_iter().map(|finding| FindingOf { total: 3, finding }).collect();
        let asked = Asked::of(LISTED, "child", answers);
        Told { run, rules, files, skipped, asked, filter, wanted, findings }
            .context(Role::ServiceManager)
            .unwrap_or_default()
    };
    let explained = Finding {
        rule: "8530Q".into(),
        return_name: "cin".into(),
        level: "query".into(),
        change: "still".into(),
        explanation: Some("The papers were seen".into()),
        explained_by: Some("Grace Adeyinka".into()),
        explained_at: Some(Timestamp::UNIX_EPOCH),
        ..sample()
    };
    let stray = Finding { child: None, change: "fixed".into(), ..sample() };
    let undecided =
        Finding { unclear: Some("DEC in Episodes, row 2, says “x”, which is not a day".into()), ..sample() };
    let signed = |run: &mut Run| {
        (run.signed, run.signed_by) = (Some(Timestamp::UNIX_EPOCH), Some("Desmond Fairweather".into()));
        (run.acknowledged, run.rules_of, run.last) = (Some("Known to the department".into()), 2025, 4);
        run.notes = "notes.txt was not read: it is not a CSV file.".into();
    };
    vec![
        Sample { name: "findings", context: told("", &|_| {}, vec![sample(), explained, stray]) },
        Sample { name: "undecided", context: told("list=undecided", &|run| run.number = 1, vec![undecided]) },
        Sample { name: "skipped, signed", context: told("list=skipped", &signed, vec![]) },
        Sample { name: "nothing matches", context: told("change=fixed&rule=356", &|_| {}, vec![]) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_and_queries_are_counted_apart() {
        let (_, mut rules, _) = sample_run();
        rules[1].level = "query".into();
        let totals = Totals::of(&rules, 14);
        assert_eq!((totals.errors, totals.queries, totals.new, totals.fixed, totals.skipped), (4, 1, 2, 2, 14));
    }
    #[test]
    fn a_query_leads_to_where_it_is_explained_and_an_error_does_not() {
        let query = Finding { level: "query".into(), ..sample() };
        let leads = |f: &Finding| format!("{:?}", cells(f, true)[5]).contains("/returns/0");
        assert!(leads(&query) && !leads(&sample()));
        assert!(
            !format!("{:?}", cells(&query, false)[5]).contains("/returns/0"),
            "who may not explain it is not led there"
        );
    }
}
