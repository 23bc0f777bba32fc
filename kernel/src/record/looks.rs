//! The access log: who looked at what and who was refused, one small statement a request. It is far
//! busier than the record, so it stands outside the chain and is sealed into it in batches.
use super::{
    chain::{Head, hash},
    keep::Keeper,
};
use crate::{Db, Error, Kind, Value, chance::hex, db::Tx};
use practice::{Id, Timestamp};

pub(crate) struct Look {
    pub at: Timestamp,
    pub who: Id,
    /// `seen` or `refused`.
    pub what: &'static str,
    pub act: String,
    /// Nobody in particular for a list.
    pub subject: Option<Id>,
}
pub(crate) async fn looked(db: &Db, looks: Vec<Look>) -> Result<(), Error> {
    let head = "INSERT INTO all_seen (at, who, what, act, subject)";
    let row = |l: Look| vec![l.at.into(), l.who.into(), l.what.into(), l.act.into(), l.subject.into()];
    let mut rows: Vec<Vec<Value>> = looks.into_iter().map(row).collect();
    if rows.len() < 2 {
        // The common case: no round trips for BEGIN and COMMIT.
        let Some(row) = rows.pop() else { return Ok(()) };
        return db.run(&format!("{head} VALUES ($1, $2, $3, $4, $5)"), row).await.map(drop);
    }
    let mut tx = db.write().await?;
    tx.insert(head, rows, "").await?;
    tx.commit().await
}

/// Looks covered by one entry of the chain.
const AT_ONCE: i64 = 5000;
const LOOK_KINDS: [Kind; 6] = [Kind::Int, Kind::Instant, Kind::Id, Kind::Text, Kind::Text, Kind::Id];

/// Chains an entry over the looks since the last seal; says how many there were.
pub(crate) async fn seal(keeper: &Keeper<'_>) -> Result<u64, Error> {
    let mut sealed = 0;
    loop {
        let mut tx = keeper.db.write().await?;
        let mut head = Head::lock(&mut tx).await?;
        if tx.is_postgres() {
            // Waits for looks that have their number but are not committed: they would appear behind the seal.
            tx.run("LOCK TABLE all_seen IN SHARE MODE", vec![]).await?;
        }
        let (count, last, hash) = digest_of_looks(&mut tx, head.sealed, i64::MAX).await?;
        if count == 0 {
            return Ok(sealed);
        }
        let words = format!("{} {last} {hash}", head.sealed);
        let nobody = || Value::Null(Kind::Id);
        let entry = [keeper.now.into(), keeper.who.into(), "sealed".into(), nobody(), nobody(), words.into()];
        head.chain(entry, &[]);
        head.sealed = last;
        head.release(&mut tx).await?;
        tx.commit().await?;
        sealed += count;
    }
}
/// Of the looks after `after` up to `to`, at most [`AT_ONCE`]: how many, the last, and their hash.
async fn digest_of_looks(tx: &mut Tx, after: i64, to: i64) -> Result<(u64, i64, String), Error> {
    let sql =
        "SELECT look, at, who, what, act, subject FROM all_seen WHERE look > $1 AND look <= $2 ORDER BY look LIMIT $3";
    let rows = tx.all(sql, vec![after.into(), to.into(), AT_ONCE.into()]).await?;
    let cells: Vec<Vec<Value>> = rows.iter().map(|row| row.cells(LOOK_KINDS)).collect::<Result<_, _>>()?;
    let last = match cells.last().map(|look| &look[0]) {
        Some(Value::Int(last)) => *last,
        _ => after,
    };
    Ok((cells.len() as u64, last, hex(&hash(b"", cells.iter().flatten()))))
}
/// Does a seal, as it stands in the words of its entry, still hold of the looks? `None` if it does.
pub(super) async fn broken_seal(tx: &mut Tx, words: &str, sealed: &mut i64) -> Result<Option<String>, Error> {
    let mut parts = words.split(' ');
    let mut number = || parts.next().and_then(|n| n.parse::<i64>().ok());
    let (Some(after), Some(last)) = (number(), number()) else {
        return Ok(Some("a seal of the access log is not readable".into()));
    };
    let (_, found, hash) = digest_of_looks(tx, after, last).await?;
    let holds = after == *sealed && found == last && parts.next() == Some(&hash);
    *sealed = last;
    Ok((!holds).then(|| format!("the access log was changed between looks {after} and {last}")))
}
