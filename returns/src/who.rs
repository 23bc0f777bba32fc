//! Which children a delivery speaks of, and which of them have a record. Nobody is joined by a guess.
use crate::{
    plan::{Choices, Fate, KnownChild, Left, Line, Queued, SameUpn},
    problem::{Problem, Wrong},
    read::Taken,
};
use practice::{
    day::{Date, words},
    fact::Id,
};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

pub(crate) struct Who<'a> {
    /// The delivery says who its children are (it has a Header), and these are they.
    delivered: HashMap<&'a str, &'a Line>,
    has_header: bool,
    pub(crate) known: HashMap<&'a str, Id>,
    pub(crate) new: Vec<&'a str>,
    pub(crate) queued: BTreeMap<String, Queued>,
}
impl<'a> Who<'a> {
    pub(crate) fn of(
        taken: &Taken,
        rows: &'a [Line],
        held: &[(Id, Id, Line)],
        known: &[KnownChild],
        choices: &Choices,
    ) -> Who<'a> {
        let table = taken.children_table();
        // Whoever the return spoke of before is known, and those that people or the other return named.
        let held_ids = held.iter().map(|(_, child, line)| (line.origin.child.as_str(), (*child, None)));
        let known_ids = known.iter().flat_map(|k| k.ids.iter().map(|id| (id.as_str(), (k.child, k.born))));
        let by_id: HashMap<&str, (Id, Option<Date>)> = held_ids.chain(known_ids).collect();
        // The same year again with another birth date is that row corrected, not another child.
        let corrected: HashSet<&str> = held
            .iter()
            .filter(|(.., line)| line.origin.table == table && line.origin.return_year == taken.year)
            .map(|(.., line)| line.origin.child.as_str())
            .collect();
        let has_header = taken.table(table).is_some();
        let mut who = Who {
            delivered: HashMap::new(),
            has_header,
            known: HashMap::new(),
            new: Vec::new(),
            queued: BTreeMap::new(),
        };
        for line in rows {
            let id = line.origin.child.as_str();
            let record = by_id.get(id).copied();
            if let Some((child, _)) = record {
                who.known.insert(id, child);
            }
            if line.origin.table != table || who.delivered.contains_key(id) {
                continue;
            }
            who.delivered.insert(id, line);
            let Some((child, born)) = record else {
                who.new.push(id);
                continue;
            };
            if let (Some(ours), Some(theirs)) = (born, line.born())
                && ours != theirs
                && !corrected.contains(id)
                && !choices.same_children.contains(id)
            {
                let queued = Queued { id: id.to_owned(), child, record: ours, delivered: theirs, rows: 0 };
                who.queued.insert(id.to_owned(), queued);
            }
        }
        for line in rows {
            if let Some(queued) = who.queued.get_mut(&line.origin.child) {
                queued.rows += 1;
            }
        }
        who
    }
    /// Rows of children that cannot be told are problems, and are not taken in.
    pub(crate) fn admit(&self, taken: &Taken, rows: &[Line], problems: &mut Vec<Problem>) -> Vec<Fate> {
        let mut fates = vec![Fate::Keep; rows.len()];
        for (line, fate) in rows.iter().zip(&mut fates) {
            let id = line.origin.child.as_str();
            if let Some(queued) = self.queued.get(id) {
                *fate = Fate::NotTaken;
                if line.origin.table == taken.children_table() {
                    let wrong = Wrong::OtherBirthDate { record: words(queued.record), rows: queued.rows };
                    problems.push(line.problem(taken, wrong));
                }
            } else if !self.delivered.contains_key(id) {
                match self.known.contains_key(id) {
                    true if self.has_header => problems.push(line.problem(taken, Wrong::NotInThisHeader)),
                    true => {}
                    false => {
                        *fate = Fate::NotTaken;
                        problems.push(line.problem(taken, Wrong::NoSuchChild));
                    }
                }
            }
        }
        fates
    }
    pub(crate) fn same_upn(&self, rows: &[Line], known: &[KnownChild]) -> Vec<SameUpn> {
        let mut by_upn: BTreeMap<&str, (BTreeSet<&str>, BTreeSet<Id>)> = BTreeMap::new();
        for line in rows {
            for upn in line.upns() {
                by_upn.entry(upn).or_default().0.insert(&line.origin.child);
            }
        }
        for child in known {
            for upn in &child.upns {
                if let Some((ids, others)) = by_upn.get_mut(upn.as_str())
                    && !ids.iter().any(|id| child.ids.iter().any(|own| own == id))
                {
                    others.insert(child.child);
                }
            }
        }
        let new: HashSet<&str> = self.new.iter().copied().collect();
        by_upn
            .into_iter()
            .filter(|(_, (ids, others))| ids.len() + others.len() > 1 && ids.iter().any(|id| new.contains(id)))
            .map(|(upn, (ids, others))| SameUpn {
                upn: upn.to_owned(),
                delivered: ids.into_iter().map(str::to_owned).collect(),
                others: others.into_iter().collect(),
            })
            .collect()
    }
    pub(crate) fn left(&self, taken: &Taken, held: &[(Id, Id, Line)]) -> Vec<Left> {
        if !self.has_header {
            return Vec::new();
        }
        let earlier = || held.iter().filter(|(.., line)| line.origin.return_year < taken.year);
        let last_year = earlier().map(|(.., line)| line.origin.return_year).max();
        let mut left: BTreeMap<&str, Left> = BTreeMap::new();
        for (_, child, line) in earlier() {
            let id = line.origin.child.as_str();
            let is_recent = Some(line.origin.return_year) == last_year;
            if !self.delivered.contains_key(id) && (is_recent || line.is_open()) {
                let entry = left.entry(id).or_insert(Left { id: id.to_owned(), child: *child, open: false });
                entry.open |= line.is_open();
            }
        }
        let mut left: Vec<Left> = left.into_values().collect();
        left.sort_by_key(|l| !l.open);
        left
    }
}
