use crate::{calendar::SchoolYear, clock::Matter, day::Date, fact::Id, reported::Return};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// From the day it happened this number holds: the length of a clock that is a local norm (by
    /// the clock's code), or one of [`crate::norms::NORMS`]. Earlier clocks keep the norm of their day.
    NormSet {
        norm: String,
        number: i64,
        why: String,
    },
    /// A bank holiday proclaimed after the table was made.
    BankHolidayProclaimed {
        day: Date,
        title: String,
    },
    /// All bank holidays up to and including this day have been entered.
    BankHolidaysEntered {
        until: Date,
    },
    SchoolYearEntered {
        year: SchoolYear,
    },
    /// From this day on the work itself is recorded here, so what is not here did not happen.
    WorkRecordedHere {
        matters: Vec<Matter>,
    },
    /// A statutory return was taken in. What it could have told us is in `covers`.
    ReturnTaken {
        delivery: Id,
        #[serde(rename = "return")]
        which: Return,
        authority: String,
        year: i16,
        covers: Vec<Coverage>,
        tables: Vec<TableTaken>,
        files: Vec<String>,
    },
    /// The files of a statutory return were made from the record. They hold every child, restricted ones
    /// too, so it is kept that they were, and by whom.
    ReturnWritten {
        #[serde(rename = "return")]
        which: Return,
        authority: String,
        year: i16,
        files: Vec<FileWritten>,
    },
    /// About a delivery: what in it a person should look at.
    ProblemsFound {
        problems: Vec<Problem>,
    },
}
/// What one table of a return came to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TableTaken {
    pub table: String,
    pub rows: usize,
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
    pub withdrawn: usize,
}
/// A file as it was handed out, by which it can be known again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FileWritten {
    pub name: String,
    /// SHA-256 of its bytes.
    pub digest: String,
}
/// One thing that is wrong with a return, where it is, and what to do about it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Problem {
    pub file: String,
    pub table: String,
    /// As a spreadsheet counts; 0 when it is about the whole file.
    pub row: u32,
    /// The authority's id for the child, as far as the row says it.
    pub child: String,
    pub column: String,
    pub value: String,
    pub what: String,
    pub to_do: String,
}
/// A source tells us of one kind of fact from a day to a day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coverage {
    pub matter: Matter,
    pub from: Date,
    pub until: Date,
}
impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Service(f)
    }
}
