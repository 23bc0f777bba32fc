//! Asks the rules of a return.
use super::{
    book::{At, Book},
    rule::{Check, FIRST, LAST, Needs, Rule, Version},
    spec::{Column, Columns, TableNo},
    told::{Finding, Told, Undecided},
    view::{Answer, Asking, Child, Row, Whole},
};
use std::{
    iter,
    num::NonZero,
    ops::Range,
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
            let (asking, mut told) = (asking(book, version), Told::default());
            match version.check {
                Check::Row(table, check) => {
                    let rows = book.sheet(0, table).rows_of(child).iter().copied();
                    ask_rows(&asking, table, check, rows, &mut told);
                }
                Check::Child(check) => check(Child::new(&asking, child), &mut told),
                Check::Return(check) => ask_whole(&asking, check, &mut told),
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

/// Of how many children all rules are asked before the next are looked at: their rows stay in a core's cache.
const AT_ONCE: u32 = 1024;
/// What a core takes next: one rule about the return as a whole, or all others about a part of it.
#[derive(Clone, Copy)]
enum Turn {
    Rule(usize),
    Part { no: u32, of: u32 },
}
/// The share of so many children or rows that falls into a part.
fn share(all: u32, no: u32, of: u32) -> Range<u32> {
    let begins = |no: u32| (u64::from(all) * u64::from(no) / u64::from(of)) as u32;
    begins(no)..begins(no + 1)
}
/// The answers in the order of the rules and, of each rule, in the order of the rows, whichever core gave them.
fn on_all_cores(book: &Book, asked: &[Asked]) -> Vec<(&'static Rule, Told)> {
    let of = book.children().div_ceil(AT_ONCE).max(1);
    let is_whole = |n: &usize| matches!(asked[*n].1.check, Check::Return(_));
    let turns: Vec<Turn> =
        (0..asked.len()).filter(is_whole).map(Turn::Rule).chain((0..of).map(|no| Turn::Part { no, of })).collect();
    let work = |turn: usize| {
        let (rules, place) = match turns[turn] {
            Turn::Rule(n) => (n..n + 1, 0),
            Turn::Part { no, .. } => (0..asked.len(), no),
        };
        let mut done = Vec::new();
        for (n, (_, version)) in rules.clone().zip(&asked[rules]) {
            let mut told = Told::default();
            ask(book, version, turns[turn], &mut told);
            if !told.is_quiet() {
                done.push(((n, place), told));
            }
        }
        done
    };
    let mut done: Vec<_> = on_each_core(turns.len(), work).into_iter().flatten().collect();
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|((n, _), told)| (asked[n].0, told)).collect()
}
/// Does so many pieces of work, each core the next; gives what came of them in their order.
pub(super) fn on_each_core<T: Send>(pieces: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    // A browser has one.
    let cores = if cfg!(target_family = "wasm") { 1 } else { thread::available_parallelism().map_or(1, NonZero::get) };
    if cores.min(pieces) <= 1 {
        return (0..pieces).map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let some = || {
        let taken = iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed)).take_while(|n| *n < pieces);
        taken.map(|n| (n, work(n))).collect::<Vec<_>>()
    };
    let mut done: Vec<(usize, T)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(some)).collect();
        workers.into_iter().flat_map(|w| w.join().expect("no rule and no report panics")).collect()
    });
    done.sort_unstable_by_key(|(n, _)| *n);
    done.into_iter().map(|(_, of)| of).collect()
}
fn asking<'a>(book: &'a Book, version: &Version) -> Asking<'a> {
    Asking { book, may_read: Columns::of(&[version.reads, version.may_read, version.prior]) }
}
fn ask(book: &Book, version: &Version, turn: Turn, told: &mut Told) {
    let asking = asking(book, version);
    match (version.check, turn) {
        // Rows as they lie, with those that are of no child.
        (Check::Row(table, check), Turn::Part { no, of }) => {
            ask_rows(&asking, table, check, share(book.rows_in(0, table), no, of), told);
        }
        (Check::Child(check), Turn::Part { no, of }) => {
            share(book.children(), no, of).for_each(|child| check(Child::new(&asking, child), told));
        }
        (Check::Return(check), Turn::Rule(_)) => ask_whole(&asking, check, told),
        (Check::Return(_), Turn::Part { .. }) | (_, Turn::Rule(_)) => {}
    }
}
/// Such a rule gathers its rows in maps, which have no order: the order of the rows is given back.
fn ask_whole(asking: &Asking, check: fn(Whole, &mut Told), told: &mut Told) {
    check(Whole::new(asking), told);
    told.broken.sort();
}
fn ask_rows(
    asking: &Asking,
    table: TableNo,
    check: fn(Row) -> Answer,
    rows: impl Iterator<Item = u32>,
    told: &mut Told,
) {
    for row in rows {
        let row = Row::new(asking, At { year: 0, table, row });
        told.ask(&[row], || check(row));
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
