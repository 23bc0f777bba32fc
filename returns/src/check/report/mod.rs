//! What people get of a check: always three lists (what is wrong, which rules could not be asked, which rows could not
//! be decided), in the form that they asked for.
mod csv;
mod html;
mod json;
mod text;
#[cfg(feature = "workbooks")]
mod xlsx;

use super::{At, Book, Checked, Column, Finding, Lacking, Level, Rule, TableNo, Unclear, Undecided, Why};
use crate::delivery::NotRead;
use practice::returns::LookUp;
use std::{collections::BTreeMap, ops::Range};

/// A return, what the rules said of it, and what was odd about its files.
pub struct Report<'a> {
    pub book: &'a Book,
    pub checked: &'a Checked,
    pub notes: &'a [String],
    pub not_read: &'a [NotRead],
}
/// One row of one finding, ready to be shown.
pub struct Line<'a> {
    pub rule: &'static Rule,
    /// Rows of one finding have one number; 0 where the return as a whole is meant.
    pub finding: usize,
    pub at: Option<At>,
    pub child: &'a str,
    pub table: &'static str,
    /// As a spreadsheet counts; in XML the n-th of its table.
    pub row: u32,
    /// The columns that the rule speaks of, with what stands there.
    pub cells: Vec<(&'static str, &'a str)>,
}
impl<'a> Report<'a> {
    pub fn is_clean(&self) -> bool {
        self.checked.findings.is_empty() && self.checked.skipped.is_empty() && self.checked.undecided.is_empty()
    }
    pub fn errors(&self) -> usize {
        self.checked.findings.iter().filter(|f| f.rule.level == Level::Error).count()
    }
    /// For a program that asks: 0 clean and every rule asked, 1 errors, 3 something else for a person to look at.
    pub fn exit_code(&self) -> u8 {
        match (self.errors(), self.is_clean()) {
            (0, true) => 0,
            (0, false) => 3,
            _ => 1,
        }
    }
    fn child(&self, at: At) -> &'a str {
        match self.book.form.spec(at.table).of_a_child {
            true => self.book.said(at, 0),
            false => "",
        }
    }
    /// Every row of every finding; a finding of the whole return is one line without a row.
    pub fn lines(&self) -> impl Iterator<Item = Line<'a>> {
        self.lines_of(0..self.checked.findings.len())
    }
    fn lines_of(&self, findings: Range<usize>) -> impl Iterator<Item = Line<'a>> {
        findings.clone().zip(&self.checked.findings[findings]).flat_map(move |(n, finding)| {
            let whole = finding.rows.is_empty().then(|| Line {
                rule: finding.rule,
                finding: n + 1,
                at: None,
                child: "",
                table: "",
                row: 0,
                cells: Vec::new(),
            });
            whole
                .into_iter()
                .chain(finding.rows.iter().map(move |at| self.line(n + 1, finding, *at)).collect::<Vec<_>>())
        })
    }
    fn line(&self, n: usize, finding: &Finding, at: At) -> Line<'a> {
        let cell = |c: Column| (self.book.form.name(c), self.book.said(at, c.place));
        Line {
            rule: finding.rule,
            finding: n,
            at: Some(at),
            child: self.child(at),
            table: self.table(at.table),
            row: self.book.number(at),
            cells: finding.columns(at.table).map(cell).collect(),
        }
    }
    fn table(&self, table: TableNo) -> &'static str {
        self.book.form.spec(table).name
    }
    /// Which cell prevents an answer, and why.
    pub fn unclear(&self, unclear: Unclear) -> String {
        let (at, form) = (unclear.at, self.book.form);
        let why = match unclear.why {
            Why::NotADay => "is not a day",
            Why::NotANumber => "is not a number",
        };
        let said = self.book.said(at, unclear.column.place);
        format!("{} in row {} ({said:?}) {why}", form.full_name(unclear.column), self.book.number(at))
    }
    /// What a rule could not be asked without, and how to supply it.
    pub fn lacking(&self, lacking: &Lacking) -> String {
        let form = self.book.form;
        match lacking {
            Lacking::Columns(columns) => {
                let names = columns.iter().map(|c| form.full_name(*c)).collect::<Vec<_>>().join(", ");
                let remedy = self.remedy(lacking);
                format!("The return has no {names}. {remedy}").trim_end().to_owned()
            }
            Lacking::PriorYear | Lacking::Xml => self.remedy(lacking).to_owned(),
        }
    }
    /// In a sentence, what would let a skipped rule be asked; empty where the return's own columns are lacking.
    pub fn remedy(&self, lacking: &Lacking) -> &'static str {
        match lacking {
            Lacking::PriorYear => {
                "The return of the year before was not given with all its tables: give it (on the command line --prior)."
            }
            Lacking::Xml => "It is about the XML form, and this return came as CSV.",
            Lacking::Columns(columns) => match self.book.form.look_up(columns) {
                Some(LookUp::Providers) => {
                    "Ofsted's list of providers was not given: give it (on the command line --providers)."
                }
                Some(LookUp::Postcodes) => "No postcode file was given: give it (on the command line --postcodes).",
                None => "",
            },
        }
    }
    /// How often each rule is broken, the most frequent first.
    pub fn by_rule(&self) -> Vec<(&'static Rule, usize)> {
        count(self.checked.findings.iter().map(|f| (f.rule.code, f.rule)))
    }
    /// How many findings each child has, the most first.
    pub fn by_child(&self) -> Vec<(&'a str, usize)> {
        let of = |f: &Finding| f.rows.first().map(|at| self.child(*at)).filter(|c| !c.is_empty());
        count(self.checked.findings.iter().filter_map(of).map(|c| (c, c)))
    }
    /// Whose row is undecided, in which table, and its number.
    pub fn undecided_rows(&self, undecided: &Undecided) -> (&'a str, &'static str, u32) {
        match undecided.rows.first() {
            Some(at) => (self.child(*at), self.table(at.table), self.book.number(*at)),
            None => ("", "", 0),
        }
    }
}
fn count<T: Copy>(all: impl Iterator<Item = (impl Ord, T)>) -> Vec<(T, usize)> {
    let mut counted = BTreeMap::new();
    for (key, thing) in all {
        counted.entry(key).or_insert((thing, 0)).1 += 1;
    }
    let mut counted: Vec<_> = counted.into_values().collect();
    counted.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    counted
}
