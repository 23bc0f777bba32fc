//! A thing owed as a page shows it: what, by when, how it stands, and why.
use practice::{
    Date, Id, Timestamp,
    clock::{Clock, Standing},
    day,
};
use serde::{Deserialize, Serialize};

/// A row of `mine.sql`, `team_owed.sql`, `of_clock.sql`: something owed, to whom.
#[derive(Clone, Debug, Deserialize)]
pub struct Row {
    pub child: Id,
    pub name: Option<String>,
    pub preferred_name: Option<String>,
    pub born: Option<Date>,
    pub clock: String,
    pub rule: String,
    pub started: Date,
    pub due: Option<Date>,
    #[serde(default, with = "jiff::fmt::serde::timestamp::microsecond::optional")]
    pub due_at: Option<Timestamp>,
    pub standing: Standing,
    pub not_known: Option<String>,
    pub who_could_say: Option<String>,
    pub arithmetic: String,
    #[serde(default)]
    pub worker: Option<String>,
    #[serde(default)]
    pub team: Option<String>,
}
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    pub clock: String,
    pub title: &'static str,
    /// `12 March 2026`, or the hour; empty when it cannot be worked out.
    pub due: String,
    pub standing: &'static str,
    pub standing_code: &'static str,
    /// `3 working days late` is never said: a count would be wrong tomorrow. The reason is.
    pub why: String,
    pub started: String,
    pub statutory: bool,
    pub link: String,
}

/// The clock whose code stands in a row. A row of an older release may name one that is gone.
pub fn clock(code: &str) -> Option<&'static Clock> {
    practice::clocks().find(|c| c.code == code)
}
pub fn due_words(due: Option<Date>, due_at: Option<Timestamp>) -> String {
    due_at.map(day::words_at).or_else(|| due.map(day::words)).unwrap_or_default()
}
impl Row {
    pub fn line(&self) -> Line {
        // The row of a decision table is a clock of its own: it says more than the clock it hangs on.
        let clock = clock(&self.rule).or_else(|| clock(&self.clock));
        Line {
            clock: self.clock.clone(),
            title: clock.map_or("A clock of an earlier release", |c| c.title),
            due: due_words(self.due, self.due_at),
            standing: self.standing.words(),
            standing_code: self.standing.code(),
            why: self.why(),
            started: day::words(self.started),
            statutory: clock.is_some_and(|c| c.kind.is_statutory()),
            link: format!("/children/{}/deadlines#{}-{}", self.child, self.clock, self.started),
        }
    }
    /// One sentence: the arithmetic, or what is missing and who could say.
    fn why(&self) -> String {
        match (&self.not_known, &self.who_could_say) {
            (Some(missing), Some(who)) => format!("{missing}. Ask {who}."),
            (Some(missing), None) => format!("{missing}."),
            _ => self.arithmetic.clone(),
        }
    }
}
