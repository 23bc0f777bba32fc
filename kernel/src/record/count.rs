//! Counts that follow the rows, for a page that would else go through every one of them.
//!
//! The invariant: after every transaction `all_count_<table>` says what `SELECT <columns>, COUNT(*) … GROUP BY
//! <columns>` would say of the table. Whoever writes rows writes here, in the same transaction, by how much
//! each count changes, from the very rows that differ; so it does not matter in which order facts
//! arrive. A rebuild does not believe the counts either: it counts, and says where they were wrong.
use super::in_list;
use crate::{Error, Kind, Table, Value, db::Tx, record::chain::hash};
use practice::Id;
use std::collections::BTreeMap;

/// Counts, or by how much they change: under each combination its cells and how many.
#[derive(Default, PartialEq)]
pub(super) struct Counts(BTreeMap<Id, (Vec<Value>, i64)>);

impl Counts {
    /// A row of the table, its own columns, which comes (1) or goes (-1).
    pub(super) fn add(&mut self, table: &Table, row: &[Value], things: i64) {
        if !table.counted.is_empty() {
            self.add_cells(table.counted_columns().iter().map(|(i, ..)| row[*i].clone()).collect(), things);
        }
    }
    fn add_cells(&mut self, cells: Vec<Value>, things: i64) {
        self.0.entry(same(&cells)).or_insert((cells, 0)).1 += things;
    }
    pub(super) async fn write(self, tx: &mut Tx, table: &Table) -> Result<(), Error> {
        let name = table.name;
        let changed: Vec<_> = self.0.into_iter().filter(|(_, (_, things))| *things != 0).collect();
        let fewer: Vec<Id> = changed.iter().filter(|(_, (_, things))| *things < 0).map(|(same, _)| *same).collect();
        let row = |(same, (cells, things)): (Id, (Vec<Value>, i64))| {
            [same.into()].into_iter().chain(cells).chain([things.into()]).collect()
        };
        let head = format!("INSERT INTO all_count_{name} (same, {}, things)", table.counted.join(", "));
        let tail = format!("ON CONFLICT (same) DO UPDATE SET things = all_count_{name}.things + excluded.things");
        tx.insert(&head, changed.into_iter().map(row).collect(), &tail).await?;
        for chunk in fewer.chunks(super::SUBJECTS_AT_ONCE) {
            let (marks, given) = in_list(chunk);
            tx.run(&format!("DELETE FROM all_count_{name} WHERE things = 0 AND same IN ({marks})"), given).await?;
        }
        Ok(())
    }
}
/// One name for what holds the same: a key cannot hold nothing, and cells may.
fn same(cells: &[Value]) -> Id {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash(b"", cells)[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// How many counts of a table are not what its rows come to.
pub(super) async fn wrong(tx: &mut Tx, table: &Table) -> Result<u64, Error> {
    if table.counted.is_empty() {
        return Ok(0);
    }
    let (right, stored) = (counted(tx, table).await?, stored(tx, table).await?);
    let missing = right.0.iter().filter(|(same, count)| stored.0.get(same) != Some(count)).count();
    let too_many = stored.0.keys().filter(|same| !right.0.contains_key(same)).count();
    Ok((missing + too_many) as u64)
}
/// Counts a table afresh.
pub(super) async fn recount(tx: &mut Tx, table: &Table) -> Result<(), Error> {
    tx.run(&format!("DELETE FROM all_count_{}", table.name), vec![]).await?;
    counted(tx, table).await?.write(tx, table).await
}
async fn counted(tx: &mut Tx, table: &Table) -> Result<Counts, Error> {
    let by = table.counted.join(", ");
    let from = format!("FROM (SELECT {by}, COUNT(*) AS things FROM all_{} GROUP BY {by}) AS counted", table.name);
    let mut counts = Counts::default();
    for mut row in tx.bulk(&with(table, None), &from, vec![]).await? {
        if let Some(Value::Int(things)) = row.pop() {
            counts.add_cells(row, things);
        }
    }
    Ok(counts)
}
async fn stored(tx: &mut Tx, table: &Table) -> Result<Counts, Error> {
    let mut counts = Counts::default();
    for mut row in tx.bulk(&with(table, Some("same")), &format!("FROM all_count_{}", table.name), vec![]).await? {
        if let (Some(Value::Int(things)), Value::Id(same)) = (row.pop(), row.remove(0)) {
            counts.0.insert(same, (row, things));
        }
    }
    Ok(counts)
}
fn with(table: &Table, key: Option<&'static str>) -> Vec<(&'static str, Kind)> {
    let columns = table.counted_columns().into_iter().map(|(_, name, kind)| (name, kind));
    key.map(|key| (key, Kind::Id)).into_iter().chain(columns).chain([("things", Kind::Int)]).collect()
}
