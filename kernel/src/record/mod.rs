//! The record: a log of facts, and the tables that follow from it.
//!
//! There is one way in. [`keep`] appends what somebody says, chains an audit entry to it, derives
//! the subject again and writes what differs, in one transaction. One fact, a batch, a correction
//! and a rebuild are the same path; only how many subjects it is given differs.
mod again;
mod chain;
mod count;
mod derive;
mod facts;
mod keep;
mod looks;
mod tell;
mod verify;

pub(crate) use again::{bring_up_to_date, rebuild, rebuild_check};
pub(crate) use chain::{LOG, note};
pub(crate) use facts::{facts_of, norms_known_by, norms_of};
pub(crate) use keep::{Cut, Keeper, dispose, keep};
pub(crate) use looks::{Look, looked, seal};
pub(crate) use tell::tell;
pub use verify::Verdict;
pub(crate) use verify::verify;

use crate::Value;
use practice::{Date, Fact, Id, Subject, Timestamp};

/// What somebody says happened, before it is kept.
#[derive(Clone, Debug)]
pub struct Said {
    pub subject: Subject,
    pub happened: Date,
    /// The moment, where somebody said it.
    pub at: Option<Timestamp>,
    /// Where it comes from: `work`, or the return, file and row that said it.
    pub source: String,
    /// The fact in whose place this one stands, and why.
    pub instead_of: Option<(Id, String)>,
    pub fact: Fact,
}
impl Said {
    /// What a person recorded in the course of the work.
    pub fn new(subject: Subject, happened: Date, fact: impl Into<Fact>) -> Said {
        Said { subject, happened, at: None, source: "work".into(), instead_of: None, fact: fact.into() }
    }
}

/// What somebody said at a moment of a story.
#[derive(Clone, Debug)]
pub struct Told {
    pub recorded: Timestamp,
    pub who: Id,
    pub said: Said,
}

/// Subjects read and written together: few statements, and never long between two looks at the watch.
const SUBJECTS_AT_ONCE: usize = 64;

/// `$1,$2,…` for `IN (…)` in a few fixed sizes, so that the prepared statements are few; and the ids
/// to fill it, the last one repeated.
fn in_list(ids: &[Id]) -> (String, Vec<Value>) {
    let size = [1, 8, SUBJECTS_AT_ONCE].into_iter().find(|size| *size >= ids.len()).unwrap_or(ids.len());
    let marks: Vec<String> = (1..=size).map(|n| format!("${n}")).collect();
    let last = ids.last().copied().unwrap_or_default();
    let fill = ids.iter().copied().chain(std::iter::repeat(last)).take(size);
    (marks.join(","), fill.map(Value::from).collect())
}
