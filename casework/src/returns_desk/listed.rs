//! A finding as the pages show it.
use crate::{
    page::{
        Cell,
        words::{Colour, Tag},
    },
    people::heading::heading,
};
use practice::{Id, Timestamp, day, reported::Return};
use returns::check::{Form, Rule};
use serde::{Deserialize, Serialize};

/// A row of `findings.sql` and its like.
#[derive(Clone, Debug, Deserialize)]
pub struct Finding {
    /// None where the record does not know the child.
    pub child: Option<Id>,
    /// The return itself, where a page asks for it.
    #[serde(default)]
    pub return_of: Option<Id>,
    /// Its place among those of the child, or of the return.
    pub n: i64,
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default)]
    pub preferred_name: Option<String>,
    pub return_name: String,
    #[serde(default)]
    pub authority: String,
    pub year: i64,
    pub rule: String,
    pub level: String,
    pub unclear: Option<String>,
    pub reported_child: String,
    #[serde(default)]
    pub digest: String,
    pub said: String,
    pub others: i64,
    pub change: String,
    pub explanation: Option<String>,
    pub explained_by: Option<String>,
    #[serde(default, deserialize_with = "kernel::instant_or_none")]
    pub explained_at: Option<Timestamp>,
}
impl Finding {
    pub fn rule(&self) -> Option<&'static Rule> {
        form(&self.return_name)?.rule(&self.rule)
    }
    pub fn wrong(&self) -> &'static str {
        self.rule().map_or("A rule of another release.", |r| r.wrong)
    }
    pub fn todo(&self) -> &'static str {
        self.rule().map_or("", |r| r.todo)
    }
    pub fn is_query(&self) -> bool {
        self.level == "query" && self.unclear.is_none()
    }
    /// The address of the rule's own page.
    pub fn about_rule(&self) -> String {
        format!("/returns/rules/{}/{}", self.return_name, self.rule)
    }
    /// Whose it is, in words.
    pub fn whose(&self) -> String {
        match (self.child, self.reported_child.as_str()) {
            (Some(child), _) => heading(self.name.as_deref(), self.preferred_name.as_deref(), child),
            (None, "") => "The return as a whole".into(),
            (None, id) => format!("Child {id}, whom the record does not know"),
        }
    }
    pub fn rows(&self) -> String {
        let rows = self.said.replace('\n', "; ");
        match self.others {
            0 => rows,
            1 => format!("{rows} (with one row of another child)"),
            n => format!("{rows} (with {n} rows of other children)"),
        }
    }
    /// Who explained it, and what they said.
    pub fn explained(&self) -> Option<Explained> {
        let by = self.explained_by.as_deref().unwrap_or("a worker");
        let at = day::words_at(self.explained_at?);
        Some(Explained { words: self.explanation.clone()?, by: format!("{by}, {at}") })
    }
    pub fn whose_cell(&self) -> Cell {
        let cell = Cell::text(self.whose());
        self.child.map_or(cell.clone(), |child| cell.link(format!("/children/{child}/returns")))
    }
    pub fn tag(&self) -> Tag {
        match (self.unclear.is_some(), self.change.as_str()) {
            (true, _) => Tag::new("Undecided", Colour::Purple),
            (_, "new") => Tag::new("New", Colour::Red),
            (_, "fixed") => Tag::new("Fixed", Colour::Green),
            _ => Tag::new("Still there", Colour::Yellow),
        }
    }
}
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explained {
    pub words: String,
    pub by: String,
}
/// The rules of a return, by the word that stands in addresses.
pub fn form(which: &str) -> Option<&'static Form> {
    match Return::of(which)? {
        Return::Ssda903 => Some(&returns::ssda903::FORM),
        Return::Cin => Some(&returns::cin::FORM),
    }
}
pub fn level_words(level: &str) -> &'static str {
    if level == "query" { "Query" } else { "Error" }
}

/// For the samples of pages and for tests.
pub(super) fn sample() -> Finding {
    Finding {
        child: Some(Id::from_u128(1)),
        return_of: None,
        n: 0,
        name: Some("Maya Halliday".into()),
        preferred_name: None,
        return_name: "903".into(),
        authority: "892".into(),
        year: 2026,
        rule: "356".into(),
        level: "error".into(),
        unclear: None,
        reported_child: "1001".into(),
        digest: "d".into(),
        said: "Episodes, row 12: DECOM 01/05/2025, DEC 30/04/2025".into(),
        others: 1,
        change: "new".into(),
        explanation: None,
        explained_by: None,
        explained_at: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_says_whose_it_is_and_never_shows_anothers_row() {
        let finding = sample();
        assert_eq!(finding.whose(), "Maya Halliday");
        assert!(finding.rows().ends_with("(with one row of another child)"), "{}", finding.rows());
        let stray = Finding { child: None, ..finding.clone() };
        assert_eq!(stray.whose(), "Child 1001, whom the record does not know");
        assert_eq!(Finding { reported_child: String::new(), ..stray }.whose(), "The return as a whole");
    }
    #[test]
    fn only_a_decided_query_is_explained() {
        let query = Finding { level: "query".into(), ..sample() };
        assert!(query.is_query() && !sample().is_query());
        assert!(!Finding { unclear: Some("DEC is not a day".into()), ..query }.is_query());
    }
}
