//! What taking a delivery in would do to the record: nothing is written here, so it can be shown first.
//!
//! A row is the row that the record holds when authority, return, table, child and key are the same.
//! The same year again: what changed supersedes, what is gone was recorded in error. Another year adds,
//! and what it says otherwise about a known row supersedes: so an open row closes when its key comes
//! back closed. What a later year's return said stands against an earlier one that is loaded after it.
use crate::{
    problem::{Problem, Wrong, cut},
    read::{New, Taken},
    who::Who,
};
use practice::{
    care,
    day::Date,
    fact::{Fact, Id},
    front_door, people,
    reported::Origin,
};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

/// A reported fact that the record holds from the same return of the same authority, and that stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    pub fact: Id,
    pub child: Id,
    pub body: Fact,
}
/// A child with a record, as far as telling children apart needs it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KnownChild {
    pub child: Id,
    /// The ids that the delivery's authority has for the child, in either return.
    pub ids: Vec<String>,
    pub born: Option<Date>,
    pub upns: Vec<String>,
}
/// What people decided.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// The per cent of a table's rows that may be withdrawn unasked.
    pub withdrawal_share: i64,
    /// Ids that a person says are the record's child, though the birth dates differ.
    pub same_children: BTreeSet<String>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The delivery; its rows are now below, and its problems hold what the record adds to them.
    pub taken: Taken,
    pub keep: Vec<New>,
    /// The fact that each stands in the place of.
    pub supersede: Vec<(Id, New)>,
    /// Recorded in error: this year's return no longer has them.
    pub withdraw: Vec<Id>,
    pub unchanged: usize,
    pub tables: Vec<TablePlan>,
    pub new_children: Vec<String>,
    /// The record of each delivered child that has one.
    pub known: BTreeMap<String, Id>,
    pub same_upn: Vec<SameUpn>,
    pub queued: Vec<Queued>,
    pub no_longer_returned: Vec<Left>,
    withdrawal_share: i64,
}
/// A table that this delivery has, counted in rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TablePlan {
    pub table: &'static str,
    pub kept: usize,
    pub superseded: usize,
    pub unchanged: usize,
    /// How many the record holds from this year's return, and how many of them would go.
    pub held: usize,
    pub withdrawn: usize,
}
/// Children with different ids and one UPN: possibly the same child, for a person to say.
#[derive(Clone, Debug, PartialEq)]
pub struct SameUpn {
    pub upn: String,
    pub delivered: Vec<String>,
    pub others: Vec<Id>,
}
/// One id, two birth dates: not joined, and the child's rows not taken in, until a person says which.
#[derive(Clone, Debug, PartialEq)]
pub struct Queued {
    pub id: String,
    pub child: Id,
    pub record: Date,
    pub delivered: Date,
    pub rows: usize,
}
/// A child whom this year's return leaves out. Nothing is closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    pub id: String,
    pub child: Id,
    /// An episode or a time in need was still open when last returned.
    pub open: bool,
}

impl Plan {
    pub fn is_nothing(&self) -> bool {
        self.keep.is_empty() && self.supersede.is_empty() && self.withdraw.is_empty()
    }
    /// The number of withdrawals that a person has to confirm; `None` when nobody need be asked.
    pub fn to_confirm(&self) -> Option<usize> {
        let share = usize::try_from(self.withdrawal_share).unwrap_or(0);
        self.tables.iter().any(|t| t.withdrawn * 100 > t.held * share).then_some(self.withdraw.len())
    }
}

/// A row without its origin, so that two can be compared by what they say.
pub(crate) struct Line {
    pub(crate) origin: Origin,
    fact: Fact,
}
impl Line {
    fn of(mut fact: Fact) -> Line {
        let origin = fact.origin_mut().map(std::mem::take).unwrap_or_default();
        Line { origin, fact }
    }
    fn key(&self) -> (&str, &str, &str) {
        (&self.origin.table, &self.origin.child, &self.origin.key)
    }
    fn whole(mut self) -> Fact {
        if let Some(place) = self.fact.origin_mut() {
            *place = self.origin;
        }
        self.fact
    }
    pub(crate) fn born(&self) -> Option<Date> {
        match &self.fact {
            Fact::People(people::Fact::HeaderReported(r)) => r.dob.value,
            Fact::People(people::Fact::IdentifiersReported(r)) => r.person_birth_date.value,
            _ => None,
        }
    }
    pub(crate) fn upns(&self) -> Vec<&str> {
        let said = match &self.fact {
            Fact::People(people::Fact::HeaderReported(r)) => vec![r.upn.code()],
            Fact::People(people::Fact::IdentifiersReported(r)) => vec![r.upn.code(), r.former_upn.code()],
            _ => Vec::new(),
        };
        // Codes for "no UPN" are short: UN1 to UN7.
        said.into_iter().filter(|upn| upn.len() == 13).collect()
    }
    pub(crate) fn is_open(&self) -> bool {
        match &self.fact {
            Fact::Care(care::Fact::EpisodeReported(r)) => r.dec.is_blank(),
            Fact::FrontDoor(front_door::Fact::ReferralReported(r)) => r.cin_closure_date.is_blank(),
            _ => false,
        }
    }
    pub(crate) fn problem(&self, taken: &Taken, wrong: Wrong) -> Problem {
        let table = taken.table(&self.origin.table);
        Problem {
            file: table.map_or_else(|| Arc::from(self.origin.file.as_str()), |t| t.file.clone()),
            table: table.map_or("", |t| t.table),
            row: self.origin.row,
            child: cut(&self.origin.child),
            column: Cow::Borrowed(taken.which.child_column()),
            value: cut(&self.origin.child),
            wrong,
        }
    }
}
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Fate {
    Keep,
    Supersede(Id),
    Unchanged,
    LaterStands(i16),
    NotTaken,
}

pub fn plan(mut taken: Taken, held: impl IntoIterator<Item = Held>, known: &[KnownChild], choices: &Choices) -> Plan {
    let happened: Vec<Date> = taken.rows.iter().map(|n| n.happened).collect();
    let rows: Vec<Line> = std::mem::take(&mut taken.rows).into_iter().map(|n| Line::of(n.fact)).collect();
    let held: Vec<(Id, Id, Line)> = held.into_iter().map(|h| (h.fact, h.child, Line::of(h.body))).collect();

    let who = Who::of(&taken, &rows, &held, known, choices);
    let mut problems = Vec::new();
    let mut fates = who.admit(&taken, &rows, &mut problems);
    let gone = compare(&taken, &rows, &held, &mut fates, &who.queued);
    for (line, fate) in rows.iter().zip(&fates) {
        if let Fate::LaterStands(year) = fate {
            problems.push(line.problem(&taken, Wrong::LaterReturnStands(*year)));
        }
    }
    taken.problems.extend(problems);
    taken.sort_problems();

    let mut plan = Plan {
        keep: Vec::new(),
        supersede: Vec::new(),
        withdraw: gone.iter().map(|n| held[*n].0).collect(),
        unchanged: 0,
        tables: counts(&taken, &rows, &fates, &held, &gone),
        new_children: who.new.iter().map(|id| (*id).to_owned()).collect(),
        known: who.known.iter().map(|(id, child)| ((*id).to_owned(), *child)).collect(),
        same_upn: who.same_upn(&rows, known),
        no_longer_returned: who.left(&taken, &held),
        queued: who.queued.into_values().collect(),
        withdrawal_share: choices.withdrawal_share,
        taken,
    };
    for ((line, fate), happened) in rows.into_iter().zip(fates).zip(happened) {
        match fate {
            Fate::Keep => plan.keep.push(New { happened, fact: line.whole() }),
            Fate::Supersede(fact) => plan.supersede.push((fact, New { happened, fact: line.whole() })),
            Fate::Unchanged | Fate::LaterStands(_) => plan.unchanged += 1,
            Fate::NotTaken => {}
        }
    }
    plan
}

/// Pairs the rows of each key with what is held under it; gives the places of what is held and gone.
fn compare(
    taken: &Taken,
    rows: &[Line],
    held: &[(Id, Id, Line)],
    fates: &mut [Fate],
    queued: &BTreeMap<String, Queued>,
) -> Vec<usize> {
    let mut under: HashMap<(&str, &str, &str), Vec<usize>> = HashMap::with_capacity(held.len());
    for (n, (.., line)) in held.iter().enumerate() {
        under.entry(line.key()).or_default().push(n);
    }
    let mut left_over = Vec::new();
    // What is word for word the same first, so that a row taken out of the middle moves no other.
    for (n, line) in rows.iter().enumerate() {
        let Some(held_here) = under.get_mut(&line.key()).filter(|_| fates[n] == Fate::Keep) else { continue };
        match held_here.iter().position(|h| held[*h].2.fact == line.fact) {
            Some(same) => {
                held_here.remove(same);
                fates[n] = Fate::Unchanged;
            }
            None => left_over.push(n),
        }
    }
    for n in left_over {
        let Some(held_here) = under.get_mut(&rows[n].key()) else { continue };
        // This year's own row first, then the latest of an earlier year.
        let year = |h: &usize| held[*h].2.origin.return_year;
        held_here.sort_by_key(|h| (year(h) > taken.year, std::cmp::Reverse(year(h)), held[*h].2.origin.number));
        if held_here.is_empty() {
            continue;
        }
        let before = held_here.remove(0);
        fates[n] = match year(&before) {
            said if said > taken.year => Fate::LaterStands(said),
            _ => Fate::Supersede(held[before].0),
        };
    }
    let mut gone: Vec<usize> = under.into_values().flatten().collect();
    gone.sort_unstable();
    gone.retain(|n| {
        let origin = &held[*n].2.origin;
        origin.return_year == taken.year && taken.table(&origin.table).is_some() && !queued.contains_key(&origin.child)
    });
    gone
}

fn counts(taken: &Taken, rows: &[Line], fates: &[Fate], held: &[(Id, Id, Line)], gone: &[usize]) -> Vec<TablePlan> {
    let mut tables: Vec<TablePlan> =
        taken.tables.iter().map(|t| TablePlan { table: t.table, ..TablePlan::default() }).collect();
    let place: HashMap<&str, usize> = tables.iter().enumerate().map(|(n, t)| (t.table, n)).collect();
    for (line, fate) in rows.iter().zip(fates) {
        let table = &mut tables[place[line.origin.table.as_str()]];
        match fate {
            Fate::Keep => table.kept += 1,
            Fate::Supersede(_) => table.superseded += 1,
            Fate::Unchanged | Fate::LaterStands(_) => table.unchanged += 1,
            Fate::NotTaken => {}
        }
    }
    let at = |line: &Line| place.get(line.origin.table.as_str()).copied();
    for (.., line) in held.iter().filter(|(.., line)| line.origin.return_year == taken.year) {
        at(line).into_iter().for_each(|n| tables[n].held += 1);
    }
    for n in gone {
        at(&held[*n].2).into_iter().for_each(|n| tables[n].withdrawn += 1);
    }
    tables
}
