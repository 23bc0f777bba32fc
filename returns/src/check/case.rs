//! A rule's cases: small tables as a person would draw them.
//!
//! ```text
//! 2025/26
//! Episodes | CHILD | DECOM      | DEC
//! >        | 1     | 01/05/2025 | 30/04/2025
//!          | 2     | 01/05/2025 | 02/05/2025
//! ?        | 3     | 31/06/2025 | 02/07/2025
//! Header   | CHILD | DOB
//!          | 1     | 01/02/2010
//! ```
//! `>` marks a row that must be reported, `?` one of which the rule cannot tell. `Episodes_last` is the return of
//! the year before, `Episodes_before` that of two years before. A line without a bar is a setting: the collection
//! year (else 2026/27, or the nearest in which the rule is in force), `authority 892`, `xml`, or `> the return`, which
//! the rule then reports as a whole.
use super::{
    book::{At, Ats, Book, Draft, Given},
    rule::Rule,
    run::{Checked, check_with},
    spec::{Form, TableNo},
};
use std::collections::BTreeSet;

pub struct Case {
    /// What it is about, in a few words.
    pub about: &'static str,
    pub given: &'static str,
}
/// A case that was read: its return, and the rows that must be reported.
pub struct Drawn {
    pub book: Book,
    pub breaks: BTreeSet<At>,
    pub cannot_tell: BTreeSet<At>,
    pub whole_breaks: bool,
}
impl Case {
    /// Whether it marks anything to be reported.
    pub fn fires(&self) -> bool {
        self.given.lines().any(|line| line.trim_start().starts_with('>'))
    }
    /// Reads the tables. The error says which line cannot be read.
    pub fn draw(&self, form: &'static Form, rule: &Rule) -> Result<Drawn, String> {
        let mut given = Given::of(year_of(rule));
        given.authority = "892".to_owned();
        let mut whole_breaks = false;
        for line in self.given.lines().map(str::trim).filter(|l| !l.is_empty() && !l.contains('|')) {
            match line.split_once(' ') {
                Some(("authority", code)) => given.authority = code.to_owned(),
                Some((">", "the return")) => whole_breaks = true,
                None if line == "xml" => given.is_xml = true,
                _ => {
                    let year = collection(line).ok_or_else(|| format!("{line:?} is no setting"))?;
                    given = Given { authority: given.authority, is_xml: given.is_xml, ..Given::of(year) };
                }
            }
        }
        let mut drawing = Drawing {
            form,
            this: given.year,
            draft: Draft::new(form, given),
            breaks: BTreeSet::new(),
            cannot_tell: BTreeSet::new(),
        };
        let mut table = None;
        for line in self.given.lines().filter(|line| line.contains('|')) {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            match (cells[0], &table) {
                ("" | ">" | "?", Some(open)) => drawing.row(open, &cells)?,
                ("" | ">" | "?", None) => return Err(format!("{line:?} stands under no table")),
                (name, _) => table = Some(drawing.table(name, &cells[1..])?),
            }
        }
        // The place of a year changes when the years are put in order; rows to be reported are of this year.
        let Drawing { draft, breaks, cannot_tell, .. } = drawing;
        Ok(Drawn { book: draft.close(), breaks, cannot_tell, whole_breaks })
    }
}
/// The collection in which a case stands that names none. It is not the last of the published ones: that moves on each
/// year, and days that were of the year would not be any longer.
fn year_of(rule: &Rule) -> i16 {
    const DRAWN_IN: i16 = 2027;
    let until = rule.versions.last().and_then(|v| v.until).unwrap_or(DRAWN_IN);
    let since = rule.versions.first().map_or(DRAWN_IN, |v| v.since);
    until.min(DRAWN_IN).max(since)
}
/// `2025/26` is the collection of 2026.
pub fn collection(text: &str) -> Option<i16> {
    let (from, to) = text.split_once('/')?;
    let (from, to): (i16, i16) = (from.parse().ok()?, to.parse().ok()?);
    ((from + 1) % 100 == to && from > 1900).then_some(from + 1)
}
pub fn collection_name(year: i16) -> String {
    format!("{}/{:02}", year - 1, year % 100)
}

struct Drawing {
    form: &'static Form,
    this: i16,
    draft: Draft,
    breaks: BTreeSet<At>,
    cannot_tell: BTreeSet<At>,
}
struct Open {
    year: u8,
    table: TableNo,
    places: Vec<usize>,
    rows: std::cell::Cell<u32>,
}
impl Drawing {
    fn table(&mut self, name: &str, headings: &[&str]) -> Result<Open, String> {
        let (plain, ago) = match name.rsplit_once('_') {
            Some((plain, "last")) => (plain, 1),
            Some((plain, "before")) => (plain, 2),
            _ => (name, 0),
        };
        let table = self.form.table(plain).ok_or_else(|| format!("there is no table {name}"))?;
        let year = self.draft.year(self.this - ago);
        let spec = self.form.spec(table);
        let place = |h: &&str| spec.place(h).ok_or_else(|| format!("{name} has no column {h}"));
        let places: Vec<usize> = headings.iter().map(place).collect::<Result<_, _>>()?;
        for place in &places {
            self.draft.has_place(year, table, *place);
        }
        Ok(Open { year, table, places, rows: std::cell::Cell::new(self.draft.rows(year, table)) })
    }
    fn row(&mut self, open: &Open, cells: &[&str]) -> Result<(), String> {
        if cells.len() - 1 > open.places.len() {
            return Err(format!("{cells:?} has more cells than headings"));
        }
        let number = open.rows.get() + 2;
        open.rows.set(open.rows.get() + 1);
        let cells_at = open.places.iter().copied().zip(cells[1..].iter().copied());
        let row = self.draft.row(open.year, open.table, number, cells_at);
        let at = At { year: 0, table: open.table, row };
        match cells[0] {
            ">" if open.year == 0 => self.breaks.insert(at),
            "?" if open.year == 0 => self.cannot_tell.insert(at),
            "" => true,
            mark => return Err(format!("{mark} marks a row of an earlier year")),
        };
        Ok(())
    }
}

/// Runs one case of a rule: nothing, or how the answer differs from what is marked.
pub fn run(form: &'static Form, rule: &'static Rule, case: &Case) -> Result<(), String> {
    let drawn = case.draw(form, rule)?;
    if rule.version(drawn.book.given.year).is_none() {
        return Err(format!("the rule is not in force in {}", collection_name(drawn.book.given.year)));
    }
    let Checked { findings, undecided, skipped, .. } = check_with(&drawn.book, &[rule]);
    if let Some(skipped) = skipped.first() {
        return Err(format!("the rule was not asked: {:?} is lacking", skipped.lacking));
    }
    let rows = |lists: Vec<&Ats>| -> BTreeSet<At> { lists.into_iter().flatten().copied().collect() };
    let breaks = rows(findings.iter().map(|f| &f.rows).collect());
    let cannot_tell: BTreeSet<At> =
        rows(undecided.iter().map(|u| &u.rows).collect()).difference(&breaks).copied().collect();
    let marked_unclear: BTreeSet<At> = drawn.cannot_tell.clone();
    let said = |rows: &BTreeSet<At>| {
        let name = |at: &At| format!("{} {}", form.spec(at.table).name, at.row + 1);
        rows.iter().map(name).collect::<Vec<_>>().join(", ")
    };
    if breaks != drawn.breaks {
        return Err(format!("reports [{}], should report [{}]", said(&breaks), said(&drawn.breaks)));
    }
    if !marked_unclear.is_empty() && !marked_unclear.is_subset(&cannot_tell) {
        return Err(format!("is undecided of [{}], should be of [{}]", said(&cannot_tell), said(&marked_unclear)));
    }
    match findings.iter().any(|f| f.rows.is_empty()) == drawn.whole_breaks {
        true => Ok(()),
        false => Err("the return as a whole should be reported, or should not".to_owned()),
    }
}
