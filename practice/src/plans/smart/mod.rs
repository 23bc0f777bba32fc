//! Help with an action as it is written: who does it, what will be different, by when, and how anybody will know.
//!
//! Inspectors found plans full of "support to engage" that no reader could say were done. Each [`Hint`] points at
//! words, says what is vague about them and gives a better example. It advises: whoever writes may keep the words
//! and say why. The same words always get the same help; nothing is guessed.
#[cfg(test)]
mod cases;
mod phrases;
mod text;
use crate::day::{Date, plus_months, words};
use phrases::{SIGNS, TIMES, VAGUE_CHANGES, VERBS};
use std::{cmp::Reverse, ops::Range};
use text::Text;

/// An action as somebody writes it.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    pub what: &'a str,
    pub different: &'a str,
    pub known_by: &'a str,
    pub by: Option<Date>,
    pub today: Date,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    What,
    By,
    Different,
    KnownBy,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Hint {
    pub field: Field,
    /// The bytes of that field that it points at; empty where something is missing.
    pub at: Range<usize>,
    /// What is wrong with them.
    pub why: String,
    pub better: &'static str,
}
/// Longer than this and it is most likely two actions.
const LONG: usize = 30;

/// In the order in which the fields stand, then by position.
pub fn help(w: &Words) -> Vec<Hint> {
    let mut hints = vec![];
    what(&Text::of(w.what), &mut hints);
    hints.extend(when(w.by, w.today));
    hints.extend(different(&Text::of(w.different)));
    hints.extend(known_by(&Text::of(w.known_by), w.different));
    // Of `engage` and `engage with` the longer is said.
    hints.sort_by_key(|h| (h.field, h.at.start, Reverse(h.at.end)));
    hints.dedup_by(|b, a| a.field == b.field && !a.at.is_empty() && b.at.start < a.at.end);
    hints
}
fn what(text: &Text, hints: &mut Vec<Hint>) {
    let mut hint = |at, why: String, better| hints.push(Hint { field: Field::What, at, why, better });
    if text.words.is_empty() {
        return hint(0..0, "It says nothing yet.".into(), "Ring the bank on Monday and book a first appointment");
    }
    for at in text.roles() {
        let role = &text.all[at.clone()];
        let why = format!(
            "“{role}” is a role. When the person changes, nobody does it: put a name under “who”, and say here what they do."
        );
        hint(at, why, "Take Kai to the housing office on 3 May (who: Grace Adeyinka)");
    }
    for verb in VERBS {
        for at in text.verbs(verb.words) {
            let said = text.all[at.clone()].to_lowercase();
            // A question needs no full stop.
            let stop = if verb.why.ends_with('?') { "" } else { "." };
            hint(at, format!("“{said}”: {}{stop}", verb.why), verb.better);
        }
    }
    for at in text.find_any(TIMES) {
        let why = format!("“{}” is no day: nobody can say that it was done.", text.all[at.clone()].to_lowercase());
        hint(at, why, "by 14 May; or: every Tuesday until 30 June");
    }
    for at in text.passives() {
        let why = format!("“{}”: it does not say who does it.", text.all[at.clone()].to_lowercase());
        hint(at, why, "Write it as something that the owner does: “Send the form to the college”");
    }
    if text.words.len() > LONG {
        let at = text.words[LONG].at.start..text.all.len();
        hint(
            at,
            format!("More than {LONG} words: this is most likely more than one action."),
            "One action each, with its own owner and day",
        );
    }
}
fn when(by: Option<Date>, today: Date) -> Option<Hint> {
    let review = plus_months(today, 6);
    let why = match by {
        None => "It has no day.".into(),
        Some(by) if by < today => format!("{} has gone by.", words(by)),
        Some(by) if by > review => format!("{} is after the next review: say what is done by then.", words(by)),
        Some(_) => return None,
    };
    Some(Hint { field: Field::By, at: 0..0, why, better: "A day before the next review" })
}
fn different(text: &Text) -> Option<Hint> {
    let hint = |at, why| {
        Some(Hint {
            field: Field::Different,
            at,
            why,
            better: "Kai has his own bank account and his wages are paid into it",
        })
    };
    if text.words.is_empty() {
        return hint(0..0, "It does not say what will be different for the young person.".into());
    }
    let at = text.find_any(VAGUE_CHANGES).into_iter().next().filter(|_| !text.counts())?;
    let why = format!(
        "“{}” cannot be seen. What will somebody see, hear or hold that is not there now?",
        text.all[at.clone()].to_lowercase()
    );
    hint(at, why)
}
fn known_by(text: &Text, different: &str) -> Option<Hint> {
    let hint = |at, why| {
        Some(Hint { field: Field::KnownBy, at, why, better: "The first bank statement is seen on the visit of 20 May" })
    };
    if text.words.is_empty() {
        return hint(0..0, "It does not say how anybody will know.".into());
    }
    if text.all.trim().eq_ignore_ascii_case(different.trim()) {
        return hint(0..text.all.len(), "This says again what will be different. What shows that it is so?".into());
    }
    let at = text.find_any(SIGNS).into_iter().next().filter(|_| !text.counts())?;
    let why =
        format!("“{}” shows nothing by itself: of what, from whom, on which day?", text.all[at.clone()].to_lowercase());
    hint(at, why)
}
