//! The sign-ins of young people, each to their own record. They stand in a table of their own, so that nothing that
//! changes a worker's account can touch one, and no young person ever signs in as a worker.
//!
//! A worker invites; the young person chooses a name and a password with the code of the invitation. From then on no
//! worker alone can make a code: who lost their password is let back in by two, and only over the number that they
//! had given themselves. What happens to a sign-in is in the audit chain about the child, where its owner reads it.
mod code;
mod own;
pub(super) mod pages;
mod workers;

pub use own::OwnSignIn;
pub use workers::{SecondWorker, YoungAccounts};

use super::{
    password,
    session::{self, Session, SessionId},
    username,
};
use crate::{
    Db, Error, Value,
    chance::random,
    db::{Tx, is_taken},
    instant, instant_or_none, record,
};
use practice::{Id, Timestamp};
use serde::Deserialize;

/// A young person's sign-in, as its pages show it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct YoungAccount {
    pub child: Id,
    /// Chosen with the password; none while nobody has taken up the invitation.
    pub name: Option<String>,
    pub number: Option<String>,
    /// What the young person reads out to whoever rings the number.
    pub proof: Option<String>,
    /// Since when the number is known to be theirs.
    #[serde(deserialize_with = "instant_or_none")]
    pub number_since: Option<Timestamp>,
    #[serde(deserialize_with = "instant")]
    pub made: Timestamp,
    #[serde(deserialize_with = "instant_or_none")]
    pub last_in: Option<Timestamp>,
    /// The time before the last.
    #[serde(deserialize_with = "instant_or_none")]
    pub before_in: Option<Timestamp>,
    /// Somebody asked that they be let back in, and no second worker has said so yet.
    #[serde(deserialize_with = "instant_or_none")]
    pub back_asked: Option<Timestamp>,
    pub back_asked_by: Option<Id>,
    #[serde(deserialize_with = "instant_or_none")]
    pub ended: Option<Timestamp>,
    pub ended_by: Option<Id>,
}
const COLUMNS: &str =
    "child, name, number, proof, number_since, made, last_in, before_in, back_asked, back_asked_by, ended, ended_by";
async fn account(db: &Db, child: Id) -> Result<Option<YoungAccount>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM all_young_account WHERE child = $1");
    db.all(&sql, vec![child.into()]).await?.first().map(|row| row.read()).transpose()
}

/// What signing in needs to know of one that has not ended.
#[derive(Clone, Deserialize)]
pub(super) struct Known {
    pub child: Id,
    pub name: Option<String>,
    pub password: Option<String>,
    pub demo: bool,
}
const KNOWN: &str = "SELECT child, name, password, demo FROM all_young_account WHERE ended IS NULL AND";
async fn named(db: &Db, name: &str) -> Result<Option<Known>, Error> {
    let rows = db.all(&format!("{KNOWN} name = $1"), vec![name.into()]).await?;
    rows.first().map(|row| row.read()).transpose()
}
pub(super) async fn of(db: &Db, child: Id) -> Result<Option<Known>, Error> {
    let rows = db.all(&format!("{KNOWN} child = $1"), vec![child.into()]).await?;
    rows.first().map(|row| row.read()).transpose()
}
/// Only whose record is one: they have not died, and it was not disposed of. Asked each time, so that nobody has to
/// remember to end a sign-in, and a death that was recorded in error takes nothing away for good.
async fn lives(db: &Db, child: Id) -> Result<bool, Error> {
    let sql = "SELECT id FROM all_child WHERE id = $1 AND n = 0 AND died IS NULL";
    Ok(!db.all(sql, vec![child.into()]).await?.is_empty())
}
async fn living(db: &Db, known: Option<Known>) -> Result<Option<Known>, Error> {
    Ok(match known {
        Some(known) if lives(db, known.child).await? => Some(known),
        _ => None,
    })
}
/// A session of a worker's is none of ours; a young person's ends here with the record that it was for.
pub(super) async fn still_theirs(db: &Db, session: &Session, id: &SessionId) -> Result<bool, Error> {
    if !session.young || lives(db, session.worker).await? {
        return Ok(true);
    }
    session::end(db, id).await?;
    Ok(false)
}
/// With the last that a record said: the name, the number and the password of whose it was.
pub(crate) async fn forget_young(tx: &mut Tx, child: Id) -> Result<(), Error> {
    session::end_all(tx, child).await?;
    for table in ["all_young_code", "all_young_account"] {
        tx.run(&format!("DELETE FROM {table} WHERE child = $1"), vec![child.into()]).await?;
    }
    Ok(())
}
/// With the sign-in itself: this time becomes the last, and the last the one before.
async fn signed_in(db: &Db, child: Id, now: Timestamp) -> Result<(), Error> {
    let sql = "UPDATE all_young_account SET before_in = last_in, last_in = $2 WHERE child = $1";
    db.run(sql, vec![child.into(), now.into()]).await?;
    Ok(())
}
/// The owner's own choice, with the name at the first time: nobody is signed in with the old one from now on.
async fn choose(db: &Db, of: &Known, name: Option<&str>, chosen: &str, now: Timestamp) -> super::Answer {
    let name = match name.filter(|_| of.name.is_none()).map(username).transpose() {
        Ok(name) => name.or_else(|| of.name.clone()),
        Err(problem) => return Ok(Err(problem)),
    };
    let Some(name) = name else { return Ok(Err("Choose a sign-in name.".into())) };
    if let Err(problem) = password::judge(chosen, &[&name]) {
        return Ok(Err(problem));
    }
    if of.password.is_some() && password::verify(chosen, of.password.clone()).await? {
        return Ok(Err("This is your old password. Choose a new one.".into()));
    }
    let hash = password::hash(chosen, random()).await?;
    let mut tx = db.write().await?;
    let sql = "UPDATE all_young_account SET name = $2, password = $3 WHERE child = $1 AND ended IS NULL";
    // Asked of the table itself: two may choose the same name at once.
    match tx.run(sql, vec![of.child.into(), name.into(), hash.into()]).await {
        Err(error) if is_taken(&error) => {
            return Ok(Err("Somebody else has this sign-in name. Choose another.".into()));
        }
        done => done?,
    };
    end_all(&mut tx, of.child).await?;
    let what = if of.name.is_none() { "invitation taken up" } else { "password chosen" };
    noted(tx, of.child, of.child, what, now).await
}
/// Every sign-in of theirs, and every code or half-made way back that somebody else may hold.
async fn end_all(tx: &mut Tx, child: Id) -> Result<(), Error> {
    session::end_all(tx, child).await?;
    tx.run("DELETE FROM all_young_code WHERE child = $1", vec![child.into()]).await?;
    let sql = "UPDATE all_young_account SET back_asked = NULL, back_asked_by = NULL WHERE child = $1";
    tx.run(sql, vec![child.into()]).await?;
    Ok(())
}
async fn noted(mut tx: Tx, by: Id, child: Id, what: &'static str, now: Timestamp) -> super::Answer {
    record::note(&mut tx, now, by, what, child).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
/// Invented young people, who share the word of the town.
pub(super) async fn demo(tx: &mut Tx, people: &[(Id, String)], hash: &str, now: Timestamp) -> Result<(), Error> {
    tx.run("UPDATE all_young_account SET password = $1 WHERE demo", vec![hash.into()]).await?;
    let row = |(child, name): &(Id, String)| -> Vec<Value> {
        vec![(*child).into(), name.clone().into(), hash.into(), true.into(), now.into()]
    };
    let head = "INSERT INTO all_young_account (child, name, password, demo, made)";
    tx.insert(head, people.iter().map(row).collect(), "ON CONFLICT DO NOTHING").await
}
