//! What an import is measured by: its rows, merely written.
use crate::{Db, Error, Kind, Table, Value, db::Tx, record::LOG, time::Stopwatch};
use std::time::Duration;

/// Writes the rows of a record, the log's and the tables', into an empty database by the statements that
/// keep them, and takes them back: nothing is hashed, chained or derived, so nothing of it may stay.
/// Says how many rows there were and how long it took.
pub async fn written_bare(from: &Db, into: &Db, tables: &[Table]) -> Result<(usize, Duration), Error> {
    into.migrate(tables).await?;
    let mut reading = from.read().await?;
    let mut written = vec![];
    for (name, columns) in LOG {
        written.push(rows(&mut reading, name, columns).await?);
    }
    for table in tables {
        let own = table.columns.iter().map(|c| (c.name, c.kind));
        let columns: Vec<_> = [(table.whose, Kind::Id), ("n", Kind::Int)].into_iter().chain(own).collect();
        written.push(rows(&mut reading, &format!("all_{}", table.name), &columns).await?);
    }
    let count = written.iter().map(|(_, rows)| rows.len()).sum();
    let mut tx = into.write().await?;
    let watch = Stopwatch::start();
    for (head, rows) in written {
        tx.insert(&head, rows, "").await?;
    }
    Ok((count, watch.elapsed()))
}
/// The statement that writes them, and all rows of a table.
async fn rows(tx: &mut Tx, name: &str, columns: &[(&str, Kind)]) -> Result<(String, Vec<Vec<Value>>), Error> {
    let names: Vec<&str> = columns.iter().map(|c| c.0).collect();
    let head = format!("INSERT INTO {name} ({})", names.join(", "));
    Ok((head, tx.bulk(columns, &format!("FROM {name}"), vec![]).await?))
}
