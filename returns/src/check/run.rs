//! Asks the rules of a return.
use super::{
    book::{At, Book},
    rule::{Check, FIRST, LAST, Needs, Rule, Version},
    spec::{Column, Columns},
    told::{Finding, Told, Undecided},
    view::{Asking, Child, Row, Whole},
};
use std::{
    num::NonZero,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

/// The answer to a check: three lists, always.
#[derive(Debug, Default)]
pub struct Checked {
    pub findings: Vec<Finding>,
    pub undecided: Vec<Undecided>,
    pub skipped: Vec<Skipped>,
    /// How many rules ran.
    pub ran: usize,
    /// Said where the rules of another year had to stand in.
    pub rules_of: i16,
}
/// A rule that could not be asked, and for want of what.
#[derive(Clone, Debug, PartialEq)]
pub struct Skipped {
    pub rule: &'static Rule,
    pub lacking: Lacking,
}
#[derive(Clone, Debug, PartialEq)]
pub enum Lacking {
    Columns(Vec<Column>),
    PriorYear,
    /// It is about the XML form, and the return came as CSV.
    Xml,
}

/// Asks all rules of the book's form that are in force in its year.
pub fn check(book: &Book) -> Checked {
    check_with(book, book.form.rules)
}
pub fn check_with(book: &Book, rules: &[&'static Rule]) -> Checked {
    let mut checked = Checked { rules_of: book.given.year.clamp(FIRST, LAST), ..Checked::default() };
    let mut asked = Vec::new();
    for rule in rules {
        let Some(version) = rule.version(book.given.year) else { continue };
        match lacking(book, version) {
            Some(lacking) => checked.skipped.push(Skipped { rule, lacking }),
            None => asked.push((*rule, version)),
        }
    }
    checked.ran = asked.len();
    for (rule, told) in on_all_cores(book, &asked) {
        told.into_lists(rule, &mut checked);
    }
    checked
}
/// Asks again after a cell of a child was changed: the rules that look at one child, of that child alone, and those
/// that look at the return as a whole. No other child's answers can have changed.
pub fn check_again(book: &Book, rules: &[&'static Rule], child: u32) -> Checked {
    let mut checked = Checked { rules_of: book.given.year.clamp(FIRST, LAST), ..Checked::default() };
    for rule in rules {
        let Some(version) = rule.version(book.given.year) else { continue };
        if lacking(book, version).is_none() {
            checked.ran += 1;
            let mut told = Told::default();
            ask(book, version, child..child + 1, &mut told);
            if let Check::Return(check) = version.check {
                check(Whole::new(&asking(book, version)), &mut told);
            }
            told.into_lists(rule, &mut checked);
        }
    }
    checked
}
/// What a version cannot be asked without.
fn lacking(book: &Book, version: &Version) -> Option<Lacking> {
    let columns: Vec<Column> = version.reads.iter().copied().filter(|c| !book.has(*c)).collect();
    match version.needs {
        _ if !columns.is_empty() => Some(Lacking::Columns(columns)),
        Needs::PriorYear if !version.prior.iter().all(|c| book.had(*c)) => Some(Lacking::PriorYear),
        Needs::Xml if !book.given.is_xml => Some(Lacking::Xml),
        _ => None,
    }
}
/// A rule and the version of it that is asked.
type Asked = (&'static Rule, &'static Version);

/// The answers in the order of the rules, whichever core gave them.
fn on_all_cores(book: &Book, asked: &[Asked]) -> Vec<(&'static Rule, Told)> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((rule, version)) = asked.get(next.fetch_add(1, Ordering::Relaxed)) {
            let mut told = Told::default();
            ask(book, version, 0..book.children(), &mut told);
            if let Check::Return(check) = version.check {
                check(Whole::new(&asking(book, version)), &mut told);
            }
            if !told.is_quiet() {
                done.push((*rule, told));
            }
        }
        done
    };
    // A browser has one thread.
    let cores = if cfg!(target_family = "wasm") { 1 } else { thread::available_parallelism().map_or(1, NonZero::get) };
    let mut done = match cores {
        1 => work(),
        _ => thread::scope(|scope| {
            let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
            workers.into_iter().flat_map(|w| w.join().expect("a rule does not panic")).collect()
        }),
    };
    done.sort_by_key(|(rule, _)| asked.iter().position(|(r, _)| r == rule));
    done
}
fn asking<'a>(book: &'a Book, version: &Version) -> Asking<'a> {
    Asking { book, may_read: Columns::of(&[version.reads, version.may_read, version.prior]) }
}
fn ask(book: &Book, version: &Version, children: std::ops::Range<u32>, told: &mut Told) {
    let asking = asking(book, version);
    match version.check {
        Check::Row(table, check) => {
            let sheet = book.sheet(0, table);
            let mut row = |row: u32| {
                let row = Row::new(&asking, At { year: 0, table, row });
                told.ask(&[row], || check(row));
            };
            // All of them: as they lie, and with those that are of no child.
            match children.len() as u32 == book.children() {
                true => (0..sheet.len() as u32).for_each(&mut row),
                false => children.flat_map(|c| sheet.rows_of(c)).copied().for_each(&mut row),
            }
        }
        Check::Child(check) => children.for_each(|no| check(Child::new(&asking, no), told)),
        Check::Return(_) => {}
    }
}
impl Checked {
    /// Leaves out what is not about this child.
    pub fn keep_child(&mut self, book: &Book, child: &str) {
        let of = |at: &At| book.form.spec(at.table).of_a_child && book.said(*at, 0).eq_ignore_ascii_case(child);
        self.findings.retain(|f| f.rows.iter().any(of));
        self.undecided.retain(|u| u.rows.iter().any(of) || of(&u.unclear.at));
    }
}
impl Told {
    fn into_lists(self, rule: &'static Rule, checked: &mut Checked) {
        checked.findings.extend(self.broken.into_iter().map(|rows| Finding { rule, rows }));
        checked.undecided.extend(self.unclear.into_iter().map(|(rows, unclear)| Undecided { rule, rows, unclear }));
    }
}
