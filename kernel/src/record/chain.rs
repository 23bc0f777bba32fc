//! The chain of audit entries, in which each covers the one before it: whoever changes one must
//! change all that follow, and the last is told to somebody outside.
use crate::{Error, Kind, Value, db::Tx};
use practice::{Id, Timestamp};
use sha2::{Digest as _, Sha256};

/// The columns of a fact as stored, in the order of [`FACT_KINDS`].
pub(super) const FACT: [&str; 15] = [
    "id",
    "name",
    "version",
    "kind",
    "subject",
    "happened",
    "at",
    "recorded",
    "who",
    "source",
    "digest",
    "instead_of",
    "body",
    "salt",
    "why",
];
pub(super) const FACT_KINDS: [Kind; 15] = {
    use Kind::*;
    [Id, Text, Int, Text, Id, Day, Instant, Instant, Id, Text, Bytes, Id, Text, Bytes, Text]
};
/// The log as it stands, for whoever writes it out again.
pub(crate) const LOG: [(&str, &[(&str, Kind)]); 2] = [("all_fact", &columns(FACT, FACT_KINDS)), ("all_audit", &AUDIT)];
const AUDIT: [(&str, Kind); 8] = columns(
    ["entry", "at", "who", "what", "subject", "fact", "words", "hash"],
    [Kind::Int, Kind::Instant, Kind::Id, Kind::Text, Kind::Id, Kind::Id, Kind::Text, Kind::Bytes],
);
const fn columns<const N: usize>(names: [&'static str; N], kinds: [Kind; N]) -> [(&'static str, Kind); N] {
    let (mut all, mut i) = ([("", Kind::Text); N], 0);
    while i < N {
        all[i] = (names[i], kinds[i]);
        i += 1;
    }
    all
}
/// What comes first in [`FACT`] is the envelope, which the chain covers. Body, salt and reason follow
/// it: the digest in the envelope binds them, and a lawful disposal blanks them without breaking a link.
pub(super) const ENVELOPE: usize = 12;
pub(super) const DIGEST: usize = 10;

pub(super) const ENTRY: [&str; 7] = ["entry", "at", "who", "what", "subject", "fact", "words"];
pub(super) const ENTRY_KINDS: [Kind; 7] = {
    use Kind::*;
    [Int, Instant, Id, Text, Id, Id, Text]
};

/// Each value with its kind and length before it, so that no two lists of values read alike.
pub(super) fn hash<'a>(before: &[u8], values: impl IntoIterator<Item = &'a Value>) -> Vec<u8> {
    let mut sha = Sha256::new_with_prefix(before);
    let mut feed = |kind: u8, bytes: &[u8]| {
        sha.update([kind]);
        sha.update((bytes.len() as u64).to_be_bytes());
        sha.update(bytes);
    };
    for value in values {
        match value {
            Value::Text(text) => feed(b't', text.as_bytes()),
            Value::Int(number) => feed(b'n', &number.to_be_bytes()),
            Value::Flag(flag) => feed(b'f', &[u8::from(*flag)]),
            Value::Day(day) => feed(b'd', day.to_string().as_bytes()),
            Value::Instant(at) => feed(b'i', &at.to_be_bytes()),
            Value::Id(id) => feed(b'u', id.as_bytes()),
            Value::Bytes(bytes) => feed(b'b', bytes),
            Value::Null(_) => feed(b'0', b""),
        }
    }
    sha.finalize().to_vec()
}
/// The link of an entry: over the entry before, its own columns, and the envelope of the fact it keeps.
pub(super) fn link(before: &[u8], entry: &[Value], envelope: &[Value]) -> Vec<u8> {
    hash(before, entry.iter().chain(envelope))
}
/// Binds what a fact says. The salt keeps a short body from being guessed from its digest.
pub(super) fn digest(salt: &[u8], body: &Value, why: &Value) -> Vec<u8> {
    hash(salt, [body, why])
}

/// The end of the chain. Locked before anything is read: two writers would fork the chain, and
/// each would derive a subject from half of its facts.
pub(super) struct Head {
    pub(super) entry: i64,
    hash: Vec<u8>,
    pub(super) sealed: i64,
    entries: Vec<Vec<Value>>,
}
impl Head {
    pub(super) async fn lock(tx: &mut Tx) -> Result<Head, Error> {
        // SQLite has taken its one lock with BEGIN IMMEDIATE.
        let lock = if tx.is_postgres() { " FOR UPDATE" } else { "" };
        let rows = tx.all(&format!("SELECT entry, hash, sealed FROM all_head{lock}"), vec![]).await?;
        match rows.first().map(|row| row.cells([Kind::Int, Kind::Bytes, Kind::Int])).transpose()?.as_deref() {
            Some([Value::Int(entry), Value::Bytes(hash), Value::Int(sealed)]) => {
                Ok(Head { entry: *entry, hash: hash.clone(), sealed: *sealed, entries: vec![] })
            }
            _ => Err("The end of the chain (all_head) is not there: go back to a backup.".into()),
        }
    }
    /// One more entry: `entry` holds its columns after the number.
    pub(super) fn chain(&mut self, entry: [Value; ENTRY.len() - 1], envelope: &[Value]) {
        self.entry += 1;
        let mut columns: Vec<Value> = [Value::Int(self.entry)].into_iter().chain(entry).collect();
        self.hash = link(&self.hash, &columns, envelope);
        columns.push(self.hash.clone().into());
        self.entries.push(columns);
    }
    pub(super) async fn release(self, tx: &mut Tx) -> Result<(), Error> {
        tx.insert(&format!("INSERT INTO all_audit ({}, hash)", ENTRY.join(", ")), self.entries, "").await?;
        let sql = "UPDATE all_head SET entry = $1, hash = $2, sealed = $3";
        tx.run(sql, vec![self.entry.into(), self.hash.into(), self.sealed.into()]).await?;
        Ok(())
    }
}

/// An entry that keeps no fact: something was done to a worker's account.
pub(crate) async fn note(tx: &mut Tx, now: Timestamp, who: Id, what: &str, about: Id) -> Result<(), Error> {
    let mut head = Head::lock(tx).await?;
    head.chain([now.into(), who.into(), what.into(), about.into(), Value::Null(Kind::Id), "".into()], &[]);
    head.release(tx).await
}
