//! A status: what a child is in law on a day, and why we say so.
use crate::{day::Date, fact::Id};

#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    pub answer: Answer,
    /// Since when it is so; for what is not known, the first day on which nobody knows.
    pub since: Option<Date>,
    pub reasons: Vec<Reason>,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Yes,
    No,
    /// A source said so once, and nobody has said anything since.
    NotKnown,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    pub fact: Option<Id>,
    /// The rule that makes it count, with its source.
    pub rule: &'static str,
    pub words: String,
}
impl Status {
    pub fn no(rule: &'static str, words: impl Into<String>) -> Status {
        Status { answer: Answer::No, since: None, reasons: vec![Reason { fact: None, rule, words: words.into() }] }
    }
    pub fn holds(&self) -> bool {
        self.answer == Answer::Yes
    }
}
