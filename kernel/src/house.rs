//! What casework gives the kernel at start: data and plain functions, so that the kernel names no social work.
use crate::{Kind, Refusal, Value};
use axum::{http::request::Parts, response::Response};
use practice::{
    Date, Fact, History, Norms,
    access::{Act, Worker},
};

/// A fact as stored: written once, hashed as written, never serialised again.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    pub name: String,
    pub version: i64,
    pub text: String,
}

/// A query table. The kernel makes it from this, so it has no migrations: it can be dropped and
/// derived again at any time. Each row is `(whose, n, columns…)`, `n` being its place in the answer.
#[derive(Clone, Copy)]
pub struct Table {
    pub name: &'static str,
    /// What the subject's id is called in this table.
    pub whose: &'static str,
    pub about: About,
    pub columns: &'static [Column],
    /// The columns of each further index, as `due, clock`.
    pub indexes: &'static [&'static str],
    /// Where a page counts every row: the columns by which rows are counted as they are written, so that
    /// a question may name `count_<table>` (see `record::count`). Never a personal one.
    pub counted: &'static [&'static str],
}
impl Table {
    /// Whether this is what a question calls the counts of this table.
    pub(crate) fn is_counted_as(&self, name: &str) -> bool {
        !self.counted.is_empty() && name.strip_prefix("count_") == Some(self.name)
    }
    /// The counted columns: where each stands among the columns, its name and its kind.
    pub(crate) fn counted_columns(&self) -> Vec<(usize, &'static str, Kind)> {
        let place = |name: &&str| self.columns.iter().position(|c| c.name == *name);
        self.counted.iter().filter_map(place).map(|i| (i, self.columns[i].name, self.columns[i].kind)).collect()
    }
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Its subject is a child: given only as far as the asker may see that child.
    Child,
    /// It is about a child and has a `worker`, who alone is given it, however far they may see.
    Addressed,
    /// Workers, teams, code sets: given whole to anyone signed in.
    Open,
    /// Given whole to whoever has leave for this act, and empty to everyone else.
    Only(Act),
}
/// A question that others may name like a table, so that what they share is said once.
#[derive(Clone, Copy)]
pub struct View {
    pub name: &'static str,
    pub question: &'static str,
}
pub struct Column {
    pub name: &'static str,
    pub kind: Kind,
    /// NULL for a masked grant.
    pub personal: bool,
}
pub const fn column(name: &'static str, kind: Kind) -> Column {
    Column { name, kind, personal: false }
}
pub const fn personal(name: &'static str, kind: Kind) -> Column {
    Column { name, kind, personal: true }
}

/// What a subject's surviving facts come to.
#[derive(Debug, Default, PartialEq)]
pub struct Derived {
    pub rows: Vec<(&'static str, Vec<Value>)>,
    /// The next day on which time alone changes the rows.
    pub changes_on: Option<Date>,
}
impl Derived {
    pub fn row(&mut self, table: &'static str, row: Vec<Value>) {
        self.rows.push((table, row));
    }
}

/// Data and plain functions, so that whoever derives on another core has a copy.
#[derive(Clone, Copy)]
pub struct House {
    /// Part of what each subject's rows rest on: a new release derives everyone anew.
    pub release: &'static str,
    pub tables: &'static [Table],
    pub views: &'static [View],
    pub encode: fn(&Fact) -> Body,
    pub decode: fn(&Body) -> Result<Fact, String>,
    pub derive: fn(&History, &Norms) -> Derived,
    /// The page that says why not. Nobody signed in for a refusal on a public page.
    pub refused: fn(&Refusal, Option<&Worker>, &Parts) -> Response,
}
