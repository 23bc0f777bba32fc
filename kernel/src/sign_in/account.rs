//! Accounts: one a worker. Whatever changes one is an entry of the audit chain, in the same transaction.
use super::{
    password,
    second_factor::{self, Key},
    session, young,
};
use crate::{Db, Error, Kind, Value, chance::random, db::Tx, instant, instant_or_none, record};
use practice::{Id, Timestamp};
use serde::Deserialize;

/// What a person must be told, or that it is done.
pub type Answer = Result<Result<(), String>, Error>;

/// An account as the page of accounts shows it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Account {
    pub worker: Id,
    pub username: String,
    pub second_factor: bool,
    /// The password is still somebody else's choice.
    pub change_password: bool,
    pub demo: bool,
    #[serde(deserialize_with = "instant")]
    pub made: Timestamp,
    #[serde(deserialize_with = "instant_or_none")]
    pub ended: Option<Timestamp>,
    /// Of its latest session, for a week.
    #[serde(deserialize_with = "instant_or_none")]
    pub last_seen: Option<Timestamp>,
}
/// Leave to change accounts, in one person's name. Only the door makes one.
pub struct Accounts {
    db: Db,
    by: Id,
    now: Timestamp,
}
/// A username as it is stored and compared: small letters, digits and `. - _`, so that it needs no
/// escaping in a link and no two look alike.
pub(super) fn username(typed: &str) -> Result<String, String> {
    let name = typed.trim().to_lowercase();
    let fits = (3..=64).contains(&name.len());
    if fits && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-_".contains(c)) {
        return Ok(name);
    }
    Err("A username has 3 to 64 letters, digits, full stops, hyphens or underscores, as in miriam.okafor.".into())
}

impl Accounts {
    pub(crate) fn new(db: Db, by: Id, now: Timestamp) -> Accounts {
        Accounts { db, by, now }
    }
    pub async fn all(&self) -> Result<Vec<Account>, Error> {
        let sql = "SELECT a.worker, a.username, a.change_password, a.demo, a.made, a.ended, \
            a.key_since IS NOT NULL AS second_factor, MAX(s.seen) AS last_seen \
            FROM all_account a LEFT JOIN all_session s ON s.worker = a.worker \
            GROUP BY a.worker, a.username, a.change_password, a.demo, a.made, a.ended, a.key_since ORDER BY a.username";
        self.db.all(sql, vec![]).await?.iter().map(|row| row.read()).collect()
    }
    /// With a first password, which its owner must change. A worker who comes back gets the account anew.
    pub async fn make(&self, worker: Id, name: &str, typed: &str, first_password: &str) -> Answer {
        let username = match username(typed) {
            Ok(username) => username,
            Err(problem) => return Ok(Err(problem)),
        };
        if let Err(problem) = password::judge(first_password, &[name, &username]) {
            return Ok(Err(problem));
        }
        let hash = password::hash(first_password, random()).await?;
        let mut tx = self.db.write().await?;
        // On PostgreSQL two administrators at once: the second waits here for the first.
        tx.run("DELETE FROM all_account WHERE worker = $1 AND ended IS NOT NULL", vec![worker.into()]).await?;
        let sql = "INSERT INTO all_account (worker, username, password, change_password, demo, made) \
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
        let row = vec![worker.into(), username.clone().into(), hash.into(), true.into(), false.into(), self.now.into()];
        if tx.run(sql, row).await? == 0 {
            return Ok(Err(format!(
                "Either this person has an account already or the username {username} is another's. \
                 Look in the list of accounts, or choose another username."
            )));
        }
        self.noted(tx, worker, "account made").await
    }
    /// A first password again, when somebody has forgotten theirs. Whoever used the old one is signed out.
    pub async fn reset_password(&self, worker: Id, name: &str, first_password: &str) -> Answer {
        if let Err(problem) = password::judge(first_password, &[name]) {
            return Ok(Err(problem));
        }
        let hash = password::hash(first_password, random()).await?;
        let sql = "UPDATE all_account SET password = $2, change_password = $3";
        self.change(worker, sql, vec![hash.into(), true.into()], "password reset").await
    }
    /// For a lost phone. Whoever must have a second factor is asked for a new one at the next page.
    pub async fn forget_second_factor(&self, worker: Id) -> Answer {
        let sql = "UPDATE all_account SET second_key = NULL, key_since = NULL, last_step = NULL";
        self.change(worker, sql, vec![], "second factor forgotten").await
    }
    /// At once: every session of this worker is dead with this transaction.
    pub async fn end(&self, worker: Id) -> Answer {
        self.change(worker, "UPDATE all_account SET ended = $2", vec![self.now.into()], "account ended").await
    }
    async fn change(&self, worker: Id, sql: &str, values: Vec<Value>, what: &'static str) -> Answer {
        let mut tx = self.db.write().await?;
        let given = [vec![worker.into()], values].concat();
        if tx.run(&format!("{sql} WHERE worker = $1 AND ended IS NULL"), given).await? == 0 {
            return Ok(Err("This person has no account, or it has ended. Look in the list of accounts.".into()));
        }
        session::end_all(&mut tx, worker).await?;
        self.noted(tx, worker, what).await
    }
    async fn noted(&self, mut tx: Tx, worker: Id, what: &'static str) -> Answer {
        note(&mut tx, self.by, worker, what, self.now).await?;
        tx.commit().await?;
        Ok(Ok(()))
    }
    /// Accounts for invented people, workers and young people, who share one word. Only a town has any; those that
    /// are there get the word anew.
    pub async fn demo(&self, people: &[(Id, String)], young: &[(Id, String)], word: &str) -> Result<(), Error> {
        if !is_town(&self.db).await? {
            return Err("Demo accounts exist only in a town of invented people, and this database is none.".into());
        }
        let hash = password::hash(word, random()).await?;
        let mut tx = self.db.write().await?;
        tx.run("UPDATE all_account SET password = $1 WHERE demo", vec![hash.clone().into()]).await?;
        let row = |(worker, username): &(Id, String)| {
            let (hash, now) = (hash.clone(), self.now);
            vec![(*worker).into(), username.clone().into(), hash.into(), false.into(), true.into(), now.into()]
        };
        let head = "INSERT INTO all_account (worker, username, password, change_password, demo, made)";
        tx.insert(head, people.iter().map(row).collect(), "ON CONFLICT DO NOTHING").await?;
        young::demo(&mut tx, young, &hash, self.now).await?;
        note(&mut tx, self.by, self.by, "demo accounts made", self.now).await?;
        tx.commit().await
    }
}
async fn note(tx: &mut Tx, by: Id, worker: Id, what: &'static str, now: Timestamp) -> Result<(), Error> {
    record::note(tx, now, by, what, worker).await
}

/// Marks a new database as a town of invented people. One that holds anything is refused: real
/// children's records must never stand behind a word that is printed at every run.
pub async fn found_town(db: &Db, now: Timestamp) -> Result<(), Error> {
    let mut tx = db.write().await?;
    let sql = "INSERT INTO all_mark (name, at) SELECT 'town', $1 \
        WHERE NOT EXISTS (SELECT 1 FROM all_fact) AND NOT EXISTS (SELECT 1 FROM all_account)";
    if tx.run(sql, vec![now.into()]).await? == 0 {
        return Err("This database holds a record already. A town is founded in a new one.".into());
    }
    tx.commit().await
}
pub async fn is_town(db: &Db) -> Result<bool, Error> {
    Ok(!db.all("SELECT name FROM all_mark WHERE name = 'town'", vec![]).await?.is_empty())
}

/// What signing in needs to know of an account that has not ended.
#[derive(Deserialize)]
pub(super) struct Known {
    pub worker: Id,
    pub username: String,
    pub password: String,
    pub change_password: bool,
    /// The second factor's key, once a code has confirmed it.
    pub confirmed: bool,
    pub demo: bool,
}
const KNOWN: &str = "SELECT worker, username, password, change_password, demo, key_since IS NOT NULL AS confirmed \
    FROM all_account WHERE ended IS NULL AND";
pub(super) async fn named(db: &Db, username: &str) -> Result<Option<Known>, Error> {
    let rows = db.all(&format!("{KNOWN} username = $1"), vec![username.into()]).await?;
    rows.first().map(|row| row.read()).transpose()
}
pub(super) async fn of(db: &Db, worker: Id) -> Result<Option<Known>, Error> {
    let rows = db.all(&format!("{KNOWN} worker = $1"), vec![worker.into()]).await?;
    rows.first().map(|row| row.read()).transpose()
}

/// The owner's own choice: nobody else is signed in with the old one from now on.
pub(super) async fn choose_password(db: &Db, of: &Known, chosen: &str, now: Timestamp) -> Answer {
    if let Err(problem) = password::judge(chosen, &[&of.username]) {
        return Ok(Err(problem));
    }
    if password::verify(chosen, Some(of.password.clone())).await? {
        return Ok(Err("This is the password you were given. Choose one that only you know.".into()));
    }
    let hash = password::hash(chosen, random()).await?;
    let mut tx = db.write().await?;
    let sql = "UPDATE all_account SET password = $2, change_password = $3 WHERE worker = $1 AND ended IS NULL";
    tx.run(sql, vec![of.worker.into(), hash.into(), false.into()]).await?;
    session::end_all(&mut tx, of.worker).await?;
    note(&mut tx, of.worker, of.worker, "password chosen", now).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
/// The key, and the step of the last code that was used.
async fn key(db: &Db, worker: Id) -> Result<Option<(Key, Option<i64>)>, Error> {
    let sql = "SELECT second_key, last_step FROM all_account WHERE worker = $1 AND ended IS NULL";
    let Some(row) = db.all(sql, vec![worker.into()]).await?.pop() else { return Ok(None) };
    let last = match row.cell(1, Kind::Int)? {
        Value::Int(step) => Some(step),
        _ => None,
    };
    match row.cell(0, Kind::Bytes)? {
        Value::Bytes(bytes) => Ok(Some((bytes.try_into().map_err(|_| "a second factor's key is not readable")?, last))),
        _ => Ok(None),
    }
}
/// The key to enrol with: the same one until a code has confirmed it, so that a page opened twice shows one key.
pub(super) async fn offered_key(db: &Db, worker: Id) -> Result<Key, Error> {
    let sql = "UPDATE all_account SET second_key = $2 WHERE worker = $1 AND second_key IS NULL";
    db.run(sql, vec![worker.into(), random::<20>().to_vec().into()]).await?;
    key(db, worker).await?.map(|(key, _)| key).ok_or_else(|| "the account has ended".into())
}
/// Whether this is the code of now. One code is good for one use, whichever instances are asked at once.
pub(super) async fn use_code(db: &Db, worker: Id, code: &str, now: Timestamp) -> Result<bool, Error> {
    let Some((key, last)) = key(db, worker).await? else { return Ok(false) };
    let Some(step) = second_factor::check(key, code, now, last) else { return Ok(false) };
    let mut tx = db.write().await?;
    let sql = "UPDATE all_account SET last_step = $2 WHERE worker = $1 AND (last_step IS NULL OR last_step < $2)";
    if tx.run(sql, vec![worker.into(), step.into()]).await? == 0 {
        return Ok(false);
    }
    let sql = "UPDATE all_account SET key_since = $2 WHERE worker = $1 AND key_since IS NULL";
    if tx.run(sql, vec![worker.into(), now.into()]).await? > 0 {
        note(&mut tx, worker, worker, "second factor enrolled", now).await?;
    }
    tx.commit().await?;
    Ok(true)
}
