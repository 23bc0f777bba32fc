//! Runs cases that others wrote: a line of JSON each, with the rows of the tables that a rule reads and the rows that
//! it must report.
use super::{
    book::{At, Book, Draft, Given},
    case::collection,
    case_xml::Census,
    load::{Asked, load},
    run::{Lacking, check_with},
    spec::{Form, TableNo},
};
use crate::delivery::{Delivery, File};
use practice::day::Date;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Rules of which some case contradicts the published meaning, or shows a known slip of the peers: the meaning stands.
pub const KNOWN: &[(&str, &str)] = &[
    ("210", "the case fires for an episode that begins in the last seven days; the meaning excuses it"),
    ("354", "the case tests the beginning of the episode; the meaning speaks of its end"),
    ("524", "the case fires for adopters whose status the meaning allows"),
    ("635", "the case fires for a blank PREV_PERM and spares Z1; the meaning asks it of Z1"),
];

type Cells = serde_json::Map<String, serde_json::Value>;

#[derive(Deserialize)]
pub struct OthersCase {
    #[serde(rename = "return")]
    which: String,
    year: String,
    pub rule: String,
    input: BTreeMap<String, Vec<Cells>>,
    #[serde(default)]
    columns: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    metadata: Metadata,
    expected: BTreeMap<String, BTreeSet<u32>>,
    /// The answer that a real file would give, in which nothing is ever an empty text.
    blank_as_null_expected: Option<BTreeMap<String, BTreeSet<u32>>>,
    #[serde(default)]
    skipped: bool,
    #[serde(default)]
    la_level: bool,
    /// Years in which the rule was in force; a case of a rule that never was is passed over.
    #[serde(default)]
    active_years: Option<Vec<String>>,
}
#[derive(Default, Deserialize)]
struct Metadata {
    collection_start: Option<String>,
    collection_end: Option<String>,
    #[serde(rename = "localAuthority", default)]
    authority: Option<String>,
    file_format: Option<String>,
    #[serde(default)]
    provider_info: Vec<Cells>,
    #[serde(rename = "provider_info__columns", default)]
    provider_columns: Vec<String>,
}
/// What came of one case.
#[derive(Debug, PartialEq)]
pub enum Outcome {
    Passed,
    /// In words, what was expected and what came.
    Failed(String),
    /// The rule was never in force.
    PassedOver,
}

impl OthersCase {
    pub fn read(line: &str) -> Result<OthersCase, String> {
        serde_json::from_str(line).map_err(|e| format!("is not a case: {e}"))
    }
    pub fn form<'a>(&self, forms: &[&'a Form]) -> Result<&'a Form, String> {
        let which = if self.which.eq_ignore_ascii_case("cin") { "CIN" } else { "903" };
        forms
            .iter()
            .find(|f| (f.which == practice::reported::Return::Cin) == (which == "CIN"))
            .copied()
            .ok_or_else(|| format!("there is no return {}", self.which))
    }
    /// The case's tables as a return. Tables and columns that the return does not have are left out.
    pub fn book(&self, form: &'static Form) -> Result<Book, String> {
        let year = collection(&self.year).ok_or_else(|| format!("{:?} is no collection year", self.year))?;
        let mut given = Given::of(year);
        given.authority = self.metadata.authority.clone().unwrap_or_default();
        given.is_xml = self.metadata.file_format.as_deref().is_some_and(|f| f.eq_ignore_ascii_case("xml"));
        let start = self.metadata.collection_start.as_deref().and_then(lenient_day);
        let end = self.metadata.collection_end.as_deref().and_then(lenient_day);
        match (start, end) {
            (Some(start), Some(end)) => (given.start, given.end) = (start, end),
            // Of one the other follows.
            (Some(start), None) => (given.start, given.end) = (start, year_after(start)),
            (None, Some(end)) => (given.start, given.end) = (year_before(end), end),
            (None, None) => {}
        }
        let mut draft = Draft::new(form, given);
        for (name, rows) in &self.input {
            let (plain, year) = match name.strip_suffix("_last") {
                Some(plain) => (plain, year - 1),
                None => (name.as_str(), year),
            };
            let columns = self.columns.get(name).cloned().unwrap_or_default();
            fill(&mut draft, form, plain, year, &columns, rows);
        }
        if !self.metadata.provider_columns.is_empty() || !self.metadata.provider_info.is_empty() {
            let (columns, rows) = (&self.metadata.provider_columns, &self.metadata.provider_info);
            fill(&mut draft, form, "Providers", year, columns, rows);
        }
        Ok(draft.close())
    }
    /// Runs the case's rule on its tables.
    pub fn run(&self, forms: &[&'static Form]) -> Outcome {
        if self.active_years.as_ref().is_some_and(Vec::is_empty) {
            return Outcome::PassedOver;
        }
        match self.form(forms).and_then(|form| Ok((form, self.book(form)?))) {
            Ok((form, book)) => self.run_on(form, &book),
            Err(why) => Outcome::Failed(why),
        }
    }
    /// Runs the case's rule of the 903 on its tables after they were written as CSV files and read again.
    pub fn run_through_files(&self, form: &'static Form) -> Outcome {
        if self.active_years.as_ref().is_some_and(Vec::is_empty) {
            return Outcome::PassedOver;
        }
        match self.book(form).and_then(|book| self.read_again(form, &book)) {
            Ok(book) => self.run_on(form, &book),
            Err(why) => Outcome::Failed(why),
        }
    }
    /// Runs the case's rule of the census on its tables after they were written as XML and read again. `None` where the
    /// case has no child at all, which no census is.
    pub fn run_through_xml(&self, form: &'static Form) -> Option<Outcome> {
        if self.active_years.as_ref().is_some_and(Vec::is_empty) {
            return Some(Outcome::PassedOver);
        }
        let book = match self.book(form) {
            Ok(book) => book,
            Err(why) => return Some(Outcome::Failed(why)),
        };
        let census = Census::of(&book)?;
        let file = File { name: "census.xml".to_owned(), bytes: census.xml.clone().into_bytes() };
        let asked = Asked { year: Some(book.given.year), ..Asked::default() };
        let read = match load(&Delivery::of(vec![file]), &[], &asked) {
            Ok(loaded) => loaded.book,
            Err(why) => return Some(Outcome::Failed(why.to_string())),
        };
        Some(self.judge(form, &read, |at| census.row(at.table, read.number(at))))
    }
    /// What no file holds (providers, what postcodes tell, the XML's own column) is put beside as the case gives it.
    fn read_again(&self, form: &'static Form, book: &Book) -> Result<Book, String> {
        let mut draft = Draft::new(form, book.given.clone());
        for (n, year) in book.years().iter().enumerate() {
            let (n, at) = (u8::try_from(n).unwrap_or(u8::MAX), draft.year(year.year));
            let files = csv_files(form, book, n);
            if !files.is_empty() {
                super::load::rows_of_files(&mut draft, at, files).map_err(|e| e.to_string())?;
            }
            beside(&mut draft, form, book, n, at);
        }
        Ok(draft.close())
    }
    /// Runs the case's rule on a book that holds its tables.
    pub fn run_on(&self, form: &'static Form, book: &Book) -> Outcome {
        // By its number: a reader passes over rows in which nothing stands.
        self.judge(form, book, |at| Some(book.number(at).saturating_sub(2)))
    }
    /// `row` says which row of the case a row of the book is.
    fn judge(&self, form: &'static Form, book: &Book, row: impl Fn(At) -> Option<u32>) -> Outcome {
        let Some(rule) = form.rule(&self.rule) else { return Outcome::Failed("there is no such rule".to_owned()) };
        if rule.version(book.given.year).is_none() {
            return Outcome::Failed(format!("the rule is not in force in {}", self.year));
        }
        let checked = check_with(book, &[rule]);
        if let Some(skipped) = checked.skipped.first() {
            return match self.skipped || self.wanted().values().all(BTreeSet::is_empty) && self.lacks_what(skipped) {
                true => Outcome::Passed,
                false => {
                    let said = match &skipped.lacking {
                        Lacking::Columns(columns) => {
                            columns.iter().map(|c| form.full_name(*c)).collect::<Vec<_>>().join(", ")
                        }
                        other => format!("{other:?}"),
                    };
                    Outcome::Failed(format!("was not asked for want of {said}"))
                }
            };
        }
        let mut got: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
        for at in checked.findings.iter().flat_map(|f| &f.rows) {
            let Some(row) = row(*at) else { continue };
            got.entry(form.spec(at.table).name.to_owned()).or_default().insert(row);
        }
        let wanted: BTreeMap<_, _> = self.wanted().iter().filter(|(_, rows)| !rows.is_empty()).collect();
        if got.iter().collect::<BTreeMap<_, _>>() != wanted {
            return Outcome::Failed(format!("reports {got:?}, should report {wanted:?}"));
        }
        match checked.findings.iter().any(|f| f.rows.is_empty()) == self.la_level {
            true => Outcome::Passed,
            false => Outcome::Failed(format!("the return as a whole: should be reported is {}", self.la_level)),
        }
    }
    fn wanted(&self) -> &BTreeMap<String, BTreeSet<u32>> {
        self.blank_as_null_expected.as_ref().unwrap_or(&self.expected)
    }
    /// Whether the case really lacks what the rule needs, so that being skipped is an answer.
    fn lacks_what(&self, skipped: &super::Skipped) -> bool {
        matches!(skipped.lacking, Lacking::Xml)
    }
}
/// Columns that no return has, which some cases invented for one that it has.
const INVENTED: &[(&str, &str)] = &[("DATE_EPISODE_CEASED", "DEC"), ("PLACEMENT", "PLACE"), ("UASC_STATUS", "UASC")];

fn fill(draft: &mut Draft, form: &Form, name: &str, year: i16, columns: &[String], rows: &[Cells]) {
    let Some(table) = form.table(name) else { return };
    let spec = form.spec(table);
    let at = draft.year(year);
    let named = rows.iter().flat_map(Cells::keys).chain(columns);
    let place = |column: &str| {
        let known = INVENTED.iter().find(|(invented, _)| *invented == column);
        spec.place(column).or_else(|| spec.place(known?.1))
    };
    let places: BTreeSet<usize> = named.filter_map(|c| place(c)).collect();
    places.iter().for_each(|place| draft.has_place(at, table, *place));
    for (n, row) in rows.iter().enumerate() {
        let texts: Vec<(usize, String)> =
            row.iter().filter_map(|(column, cell)| Some((place(column)?, text(cell)))).collect();
        let number = u32::try_from(n + 2).unwrap_or(u32::MAX);
        draft.row(at, table, number, texts.iter().map(|(place, text)| (*place, text.as_str())));
    }
}
/// Columns that no CSV file of the return holds.
fn is_beside(form: &Form, table: TableNo, place: usize) -> bool {
    let name = form.spec(table).columns[place];
    let spec = form.spec(table);
    !spec.of_a_child || crate::ssda903::columns::DERIVED.contains(&name) || (spec.name == "Header" && name == "UASC")
}
/// The tables of one year as files under their usual names, with the columns that the book has.
fn csv_files(form: &'static Form, book: &Book, year: u8) -> Vec<File> {
    let mut files = Vec::new();
    for table in tables(form) {
        let places = places_of(form, book, year, table, false);
        if places.is_empty() {
            continue;
        }
        let mut csv = csv::Writer::from_writer(Vec::new());
        let spec = form.spec(table);
        let mut write = |cells: Vec<&str>| csv.write_record(cells).expect("memory takes what is written");
        write(places.iter().map(|p| spec.columns[*p]).collect());
        for row in 0..book.rows_in(year, table) {
            let at = At { year, table, row };
            write(places.iter().map(|p| book.said(at, u8::try_from(*p).unwrap_or(0))).collect());
        }
        let bytes = csv.into_inner().expect("memory takes what is written");
        files.push(File { name: format!("{}.csv", spec.name), bytes });
    }
    files
}
fn beside(draft: &mut Draft, form: &'static Form, book: &Book, year: u8, at: u8) {
    for table in tables(form) {
        let places = places_of(form, book, year, table, true);
        places.iter().for_each(|place| draft.has_place(at, table, *place));
        for row in 0..book.rows_in(year, table) {
            let from = At { year, table, row };
            let cells = places.iter().map(|p| (*p, book.said(from, u8::try_from(*p).unwrap_or(0))));
            draft.fill(at, table, row + 2, cells);
        }
    }
}
fn tables(form: &Form) -> impl Iterator<Item = TableNo> + use<> {
    (0..u8::try_from(form.tables.len()).unwrap_or(u8::MAX)).map(TableNo)
}
fn places_of(form: &Form, book: &Book, year: u8, table: TableNo, beside: bool) -> Vec<usize> {
    let all = 0..form.spec(table).columns.len();
    all.filter(|p| book.has_in(year, table, *p) && is_beside(form, table, *p) == beside).collect()
}
/// A cell of a file is text; JSON has numbers and lists too.
fn text(cell: &serde_json::Value) -> String {
    match cell {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Array(list) => list.iter().map(text).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}
/// Metadata writes its days with and without leading zeros.
fn lenient_day(text: &str) -> Option<Date> {
    let mut parts = text.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}
fn year_after(start: Date) -> Date {
    practice::day::plus_days(practice::day::plus_months(start, 12), -1)
}
fn year_before(end: Date) -> Date {
    practice::day::plus_months(practice::day::plus_days(end, 1), -12)
}
