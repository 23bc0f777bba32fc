//! What a decision about a category rested on, so that it reopens when that changes.
use super::{
    Category, Home, Lived, OtherStay, With, fold,
    lived::{Spell, joined, looked_after, other_stays},
    of,
};
use crate::{
    day::{Date, Period, words},
    history::History,
    norms::Norms,
};
use serde::{Deserialize, Serialize};

/// The computed row, what was recorded, and a line for each thing that the table asks of. The lines are kept and
/// compared letter by letter: to write one otherwise is to reopen every decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Basis {
    pub computed: Category,
    /// The row of the table, by its code.
    pub row: String,
    pub inputs: Vec<String>,
}
impl Basis {
    /// What is otherwise by now, in words; empty where nothing is.
    pub fn changed(&self, now: &Basis) -> Vec<String> {
        let mut out = vec![];
        if (self.computed, &self.row) != (now.computed, &now.row) {
            let said = |b: &Basis| format!("{} (row {})", b.computed.words(), b.row);
            out.push(format!("It rested on {}; for that day the record now comes to {}", said(self), said(now)));
        }
        let no_longer = self.inputs.iter().filter(|line| !now.inputs.contains(line));
        out.extend(no_longer.map(|line| format!("No longer so: {line}")));
        let new = now.inputs.iter().filter(|line| !self.inputs.contains(line));
        out.extend(new.map(|line| format!("New since: {line}")));
        out
    }
}

/// What a decision of that day rests on, by the facts up to it as they are known now. What no source covers is not
/// among the lines: a return that fills a gap and finds nothing in it changes the row, or nothing.
pub fn basis(h: &History, norms: &Norms, on: Date) -> Basis {
    let lived = fold::lived(h, norms, on);
    let status = of(&lived, norms, on);
    Basis { computed: status.category(), row: status.row.code.into(), inputs: inputs(&lived, on) }
}
fn inputs(l: &Lived, on: Date) -> Vec<String> {
    let care = looked_after(l, on);
    let of = |what: &str, spells: &[Spell]| -> Vec<String> {
        let begun = spells.iter().filter(|s| s.period.from <= on);
        begun.map(|s| format!("{what} {}", span(s.period, on))).collect()
    };
    let with_parents = care.pieces.iter().filter(|s| s.with_parents());
    let with_parents = joined(with_parents.map(|s| Spell { period: s.period, fact: s.fact }).collect());
    let days = [("Born", l.born), ("Died", l.died.filter(|d| *d <= on))];
    let mut out: Vec<String> =
        days.iter().filter_map(|(what, day)| Some(format!("{what} {}", words((*day)?)))).collect();
    out.extend(of("Looked after", &care.counts));
    out.extend(of("Of that placed with parents", &with_parents));
    out.extend(of("Short breaks", &care.breaks));
    out.extend(of("Accommodated for 24 hours or less", &care.brief));
    out.extend(of("Detained or in hospital", &joined(l.detained.clone())));
    out.extend(l.homes.iter().filter(|h| h.spell.period.from <= on).map(|h| home(h, on)));
    let unsaid: Vec<Spell> = l.unsaid.iter().map(|u| u.spell.clone()).collect();
    out.extend(of("With parents or relatives, not said with whom,", &unsaid));
    for g in l.guardianships.iter().filter(|g| g.spell.period.from <= on) {
        let before = if g.looked_after_before { "looked after before" } else { "not looked after before" };
        out.push(format!("Special guardianship, {before}, {}", span(g.spell.period, on)));
    }
    for (kind, spell) in other_stays(l) {
        out.extend(of(other(kind), &[spell]));
    }
    out
}
fn span(p: Period, on: Date) -> String {
    let until = p.until.filter(|u| *u <= on);
    format!("from {}{}", words(p.from), until.map_or(String::new(), |u| format!(" to {}", words(u))))
}
fn home(h: &Home, on: Date) -> String {
    let with = match h.with {
        With::Parent => "a parent",
        With::ParentalResponsibility => "a person with parental responsibility",
        With::FormerOrderHolder => "whoever an earlier order named",
        With::Other => "somebody else",
    };
    format!("Living with {with} ({}) {}", h.who, span(h.spell.period, on))
}
fn other(kind: OtherStay) -> &'static str {
    match kind {
        OtherStay::VoluntaryOrganisation => "With a voluntary organisation",
        OtherStay::PrivateChildrensHome => "In a private children's home",
        OtherStay::HealthOrEducation => "In a hospital, care home or school",
        OtherStay::PrivatelyFostered => "Privately fostered",
    }
}
