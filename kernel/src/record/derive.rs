//! From the facts of a subject to its rows, and only what differs to the tables.
use super::{
    chain::hash,
    count::Counts,
    facts::{facts_of, norms_of},
    in_list,
};
use crate::{About, Derived, Error, House, Kind, Table, Value, db::Tx};
use practice::{Date, History, Id, Kept, Norms, Subject};
use std::collections::HashMap;

/// Per subject and table a digest of the last answer is kept, so that a table whose answer is the
/// same is not even read. A rebuild does not trust it.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Trust {
    Digests,
    Nothing,
}
const DIGEST: usize = 8;
type Rows = Vec<Vec<Value>>;

/// What every answer rests on beside the subject's own facts.
pub(super) fn basis(house: &House, norms: &Norms) -> Vec<u8> {
    hash(b"", [&Value::from(house.release), &Value::from(format!("{norms:?}"))])
}

/// What some subjects' facts come to: for each table the subjects whose rows may differ, with their
/// rows; and what to remember of it.
pub(super) struct Answers {
    tables: Vec<Vec<Answer>>,
    states: Rows,
}
struct Answer {
    subject: Id,
    rows: Rows,
    /// Nothing was ever derived for this subject, so its tables hold nothing.
    first: bool,
}
/// What is read of some subjects before anything is worked out.
pub(super) struct Read {
    today: Date,
    subjects: Vec<Subject>,
    norms: Norms,
    facts: HashMap<Id, Vec<Kept>>,
    known: HashMap<Id, [Value; 3]>,
}
pub(super) async fn read(tx: &mut Tx, house: &House, today: Date, subjects: Vec<Subject>) -> Result<Read, Error> {
    let norms = norms_of(tx, house, today).await?;
    let facts = facts_of(tx, house, &subjects).await?;
    let known = known(tx, &subjects).await?;
    Ok(Read { today, subjects, norms, facts, known })
}
impl Read {
    /// Pure, so another core can do it while this one reads and writes.
    pub(super) fn answers(mut self, house: &House, trust: Trust) -> Result<Answers, Error> {
        let basis = Value::from(basis(house, &self.norms));
        let mut answers = Answers { tables: house.tables.iter().map(|_| vec![]).collect(), states: vec![] };
        for subject in &self.subjects {
            let facts = self.facts.remove(&subject.id()).unwrap_or_default();
            let derived = (house.derive)(&History::new(facts, self.today), &self.norms);
            answers.add(house, *subject, derived, self.known.get(&subject.id()), &basis, trust)?;
        }
        Ok(answers)
    }
}
impl Answers {
    fn add(
        &mut self,
        house: &House,
        subject: Subject,
        derived: Derived,
        before: Option<&[Value; 3]>,
        basis: &Value,
        trust: Trust,
    ) -> Result<(), Error> {
        let id = subject.id();
        let digests_before = match before.map(|state| &state[2]) {
            Some(Value::Bytes(digests)) if trust == Trust::Digests => Some(&digests[..]),
            _ => None,
        };
        let first = before.is_none() && trust == Trust::Digests;
        let mut digests = Vec::with_capacity(house.tables.len() * DIGEST);
        for (t, rows) in by_table(house, derived.rows)?.into_iter().enumerate() {
            let digest = hash(&(rows.len() as u64).to_be_bytes(), rows.iter().flatten());
            let digest_before = digests_before.and_then(|all| all.get(t * DIGEST..(t + 1) * DIGEST));
            if digest_before != Some(&digest[..DIGEST]) && !(first && rows.is_empty()) {
                self.tables[t].push(Answer { subject: id, rows, first });
            }
            digests.extend_from_slice(&digest[..DIGEST]);
        }
        let state = [basis.clone(), derived.changes_on.into(), digests.into()];
        if before != Some(&state) {
            self.states.push([id.into(), subject.kind().into()].into_iter().chain(state).collect());
        }
        Ok(())
    }
    pub(super) async fn compare(self, tx: &mut Tx, house: &House) -> Result<Differences, Error> {
        let mut tables = Vec::with_capacity(house.tables.len());
        for (table, answers) in house.tables.iter().zip(self.tables) {
            tables.push(compare(tx, table, answers).await?);
        }
        Ok(Differences { tables, states: self.states })
    }
}
/// Basis, next day and digests of each subject that was derived before.
async fn known(tx: &mut Tx, subjects: &[Subject]) -> Result<HashMap<Id, [Value; 3]>, Error> {
    let (marks, given) = in_list(&subjects.iter().map(|s| s.id()).collect::<Vec<_>>());
    let sql = format!("SELECT subject, basis, changes_on, digests FROM all_derived WHERE subject IN ({marks})");
    let mut known = HashMap::new();
    for row in &tx.all(&sql, given).await? {
        let cells = row.cells([Kind::Id, Kind::Bytes, Kind::Day, Kind::Bytes])?;
        if let Ok([Value::Id(subject), basis, day, digests]) = <[Value; 4]>::try_from(cells) {
            known.insert(subject, [basis, day, digests]);
        }
    }
    Ok(known)
}
/// The rows in the order of House's tables. Said here and not by the database, which would not name the row.
fn by_table(house: &House, rows: Vec<(&'static str, Vec<Value>)>) -> Result<Vec<Rows>, Error> {
    let mut sorted: Vec<Rows> = house.tables.iter().map(|_| vec![]).collect();
    for (name, row) in rows {
        let Some(t) = house.tables.iter().position(|t| t.name == name) else {
            return Err(format!("derived a row for `{name}`, which is not among House's tables").into());
        };
        if !row.iter().map(Value::kind).eq(house.tables[t].columns.iter().map(|c| c.kind)) {
            return Err(format!("a row derived for `{name}` does not fit its columns: {row:?}").into());
        }
        sorted[t].push(row);
    }
    // Lists name the children who are hidden: what is about nobody whom they know would show.
    if house.tables.iter().zip(&sorted).any(|(table, rows)| table.name == "child" && rows.is_empty()) {
        let about_child = house.tables.iter().zip(&mut sorted).filter(|(table, _)| table.about == About::Child);
        about_child.for_each(|(_, rows)| rows.clear());
    }
    Ok(sorted)
}

/// How a table differs from its answers.
#[derive(Default)]
struct Difference {
    /// Rows that are missing or say something else.
    upserts: Rows,
    /// Rows from this place on are too many: subject, place.
    cuts: Vec<(Id, i64)>,
    counts: Counts,
    rows: u64,
}
async fn compare(tx: &mut Tx, table: &Table, answers: Vec<Answer>) -> Result<Difference, Error> {
    let mut differs = Difference::default();
    let mut old: HashMap<Id, Rows> = HashMap::new();
    let asked: Vec<Id> = answers.iter().filter(|a| !a.first).map(|a| a.subject).collect();
    if !asked.is_empty() {
        let (marks, given) = in_list(&asked);
        let from = format!("FROM all_{} WHERE {} IN ({marks})", table.name, table.whose);
        for row in tx.bulk(&columns(table), &from, given).await? {
            if let Value::Id(subject) = row[0] {
                old.entry(subject).or_default().push(row);
            }
        }
    }
    for Answer { subject, rows, .. } in answers {
        let count = rows.len() as i64;
        let mut new: Vec<Option<Vec<Value>>> = rows.into_iter().map(Some).collect();
        let mut too_many = 0;
        for row in old.remove(&subject).unwrap_or_default() {
            let place = if let Value::Int(n) = row[1] { usize::try_from(n)? } else { usize::MAX };
            match new.get_mut(place) {
                Some(same) if same.as_deref() == Some(&row[2..]) => *same = None,
                Some(_) => differs.counts.add(table, &row[2..], -1),
                None => {
                    differs.counts.add(table, &row[2..], -1);
                    too_many += 1;
                }
            }
        }
        for (n, row) in (0i64..).zip(new) {
            let Some(row) = row else { continue };
            differs.counts.add(table, &row, 1);
            differs.upserts.push([subject.into(), n.into()].into_iter().chain(row).collect());
        }
        if too_many > 0 {
            differs.cuts.push((subject, count));
            differs.rows += too_many;
        }
    }
    differs.rows += differs.upserts.len() as u64;
    Ok(differs)
}
fn columns(table: &Table) -> Vec<(&'static str, Kind)> {
    let own = table.columns.iter().map(|c| (c.name, c.kind));
    [(table.whose, Kind::Id), ("n", Kind::Int)].into_iter().chain(own).collect()
}
async fn write(tx: &mut Tx, table: &Table, differs: Difference) -> Result<(), Error> {
    let (name, whose) = (table.name, table.whose);
    let set: Vec<String> = table.columns.iter().map(|c| format!("{0} = excluded.{0}", c.name)).collect();
    let tail = match set.is_empty() {
        true => "ON CONFLICT DO NOTHING".into(),
        false => format!("ON CONFLICT ({whose}, n) DO UPDATE SET {}", set.join(", ")),
    };
    let names: Vec<&str> = columns(table).iter().map(|c| c.0).collect();
    tx.insert(&format!("INSERT INTO all_{name} ({})", names.join(", ")), differs.upserts, &tail).await?;
    for (subject, from) in differs.cuts {
        let sql = format!("DELETE FROM all_{name} WHERE {whose} = $1 AND n >= $2");
        tx.run(&sql, vec![subject.into(), from.into()]).await?;
    }
    differs.counts.write(tx, table).await
}

/// How the tables differ from what the facts of some subjects come to.
pub(super) struct Differences {
    tables: Vec<Difference>,
    states: Rows,
}
impl Differences {
    pub(super) fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }
    pub(super) async fn write(self, tx: &mut Tx, house: &House) -> Result<(), Error> {
        for (table, differs) in house.tables.iter().zip(self.tables) {
            write(tx, table, differs).await?;
        }
        let head = "INSERT INTO all_derived (subject, kind, basis, changes_on, digests)";
        let tail = "ON CONFLICT (subject) DO UPDATE \
                    SET basis = excluded.basis, changes_on = excluded.changes_on, digests = excluded.digests";
        tx.insert(head, self.states, tail).await
    }
}
/// Derives subjects anew and writes what differs.
pub(super) async fn derive(tx: &mut Tx, house: &House, today: Date, subjects: &[Subject]) -> Result<(), Error> {
    let answers = read(tx, house, today, subjects.to_vec()).await?.answers(house, Trust::Digests)?;
    answers.compare(tx, house).await?.write(tx, house).await
}
