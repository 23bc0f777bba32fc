use crate::{calendar::SchoolYear, clock::Matter, day::Date};
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
        #[serde(rename = "return")]
        which: String,
        authority: String,
        year: i16,
        covers: Vec<Coverage>,
        tables: Vec<String>,
        files: Vec<String>,
    },
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
