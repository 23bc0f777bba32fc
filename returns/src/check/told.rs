//! What a rule said of a return.
use super::{
    book::{At, Ats},
    rule::Rule,
    spec::{Column, TableNo},
    view::{Answer, Row, Rows, Unclear},
};
use std::collections::HashSet;

/// A rule that is broken: by these rows, which belong together; by none of them, by the return as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub rule: &'static Rule,
    pub rows: Ats,
}
/// A row of which the rule cannot tell, and the cell that prevents it.
#[derive(Clone, Debug, PartialEq)]
pub struct Undecided {
    pub rule: &'static Rule,
    pub rows: Ats,
    pub unclear: Unclear,
}
/// What a rule says while it is asked.
#[derive(Default)]
pub struct Told {
    pub(crate) broken: Vec<Ats>,
    pub(crate) unclear: Vec<(Ats, Unclear)>,
    seen: HashSet<(At, Unclear)>,
}
impl Told {
    /// These rows, as one finding, break the rule.
    pub fn breaks(&mut self, rows: &[Row]) {
        self.broken.push(rows.iter().map(|r| r.at).collect());
    }
    /// The return as a whole breaks it.
    pub fn whole_breaks(&mut self) {
        self.broken.push(Ats::new());
    }
    /// These rows, as one finding, if the answer is yes; else perhaps that it cannot be told.
    pub fn ask(&mut self, rows: &[Row], question: impl FnOnce() -> Answer) {
        match question() {
            Ok(true) => self.breaks(rows),
            Ok(false) => {}
            Err(unclear) => self.cannot_tell(rows, unclear),
        }
    }
    /// Each of these rows as a finding of its own.
    pub fn each_breaks<'a>(&mut self, rows: impl IntoIterator<Item = Row<'a>>) {
        rows.into_iter().for_each(|row| self.breaks(&[row]));
    }
    /// Each of these rows whose code another of them has too, as a finding of its own; blank cells are no copies.
    pub fn each_copy(&mut self, rows: Rows, column: Column) {
        let is_copy = |row: &Row| rows.iter().any(|other| other != *row && other.is_as(column, *row, column));
        self.each_breaks(rows.iter().filter(|row| row.is_filled(column) && is_copy(row)));
    }
    pub fn cannot_tell(&mut self, rows: &[Row], unclear: Unclear) {
        if self.seen.insert((rows.first().map_or(unclear.at, |r| r.at), unclear)) {
            self.unclear.push((rows.iter().map(|r| r.at).collect(), unclear));
        }
    }
    /// A child's rows that have a readable day, in order. Of the others nothing can be told: a cell that is
    /// no day is said, a blank one is another rule's matter.
    pub fn in_order<'a>(&mut self, rows: Rows<'a>, column: Column) -> Vec<Row<'a>> {
        let mut dated = Vec::with_capacity(rows.len());
        for row in rows.iter() {
            match row.day(column) {
                Ok(Some(_)) => dated.push(row),
                Ok(None) => {}
                Err(unclear) if row.at.year == 0 => self.cannot_tell(&[row], unclear),
                Err(_) => {}
            }
        }
        dated
    }
    pub(crate) fn is_quiet(&self) -> bool {
        self.broken.is_empty() && self.unclear.is_empty()
    }
}
impl Finding {
    /// The columns of one of its rows that the rule speaks of.
    pub fn columns(&self, table: TableNo) -> impl Iterator<Item = Column> {
        self.rule.fields.iter().copied().filter(move |c| c.table == table)
    }
}
