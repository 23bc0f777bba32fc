//! What workers do to the sign-in of one young person: one invites, and it takes a second one to let them back in.
use super::{
    super::{Answer, session},
    YoungAccount, account, code, lives, noted,
};
use crate::{Db, Error, Value};
use practice::{Id, Timestamp, day::plus_hours};

/// How long the second worker has to say so.
const ASKED_HOURS: i64 = 24;
/// As it stands in the chain.
const INVITED: &str = "young person invited";

/// With leave to invite. Only the door makes one.
pub struct YoungAccounts {
    db: Db,
    by: Id,
    child: Id,
    now: Timestamp,
}
/// With leave to let back in, as the second worker.
pub struct SecondWorker(YoungAccounts);

impl YoungAccounts {
    pub(crate) fn new(db: Db, by: Id, child: Id, now: Timestamp) -> YoungAccounts {
        YoungAccounts { db, by, child, now }
    }
    pub async fn account(&self) -> Result<Option<YoungAccount>, Error> {
        account(&self.db, self.child).await
    }
    /// A code to be handed to the young person, which is shown this once. Whoever has taken up an invitation gets no
    /// other: with it a worker could sign in as them.
    pub async fn invite(&self) -> Result<Result<String, String>, Error> {
        if !lives(&self.db, self.child).await? {
            return Ok(Err("Nobody who has died is invited.".into()));
        }
        let mut tx = self.db.write().await?;
        // A sign-in that a manager ended is made anew by somebody else than that manager.
        let sql = "DELETE FROM all_young_account WHERE child = $1 AND ended IS NOT NULL AND ended_by <> $2";
        tx.run(sql, vec![self.child.into(), self.by.into()]).await?;
        let sql = "INSERT INTO all_young_account (child, demo, made) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        tx.run(sql, vec![self.child.into(), false.into(), self.now.into()]).await?;
        let sql = "UPDATE all_young_account SET made = $2 WHERE child = $1 AND name IS NULL AND ended IS NULL";
        if tx.run(sql, vec![self.child.into(), self.now.into()]).await? == 0 {
            return Ok(Err("They have a sign-in already, or you ended it yourself. Somebody who lost their \
                           password is let back in by two workers; after an end another worker invites."
                .into()));
        }
        let fresh = code::fresh();
        code::keep(&mut tx, self.child, &fresh, self.now + code::INVITATION).await?;
        session::end_all(&mut tx, self.child).await?;
        noted(tx, self.by, self.child, INVITED, self.now).await?.map_err(Error::from)?;
        Ok(Ok(fresh))
    }
    /// Whether whoever asks has ever invited them. The chain remembers it.
    pub async fn invited(&self) -> Result<bool, Error> {
        let sql = "SELECT entry FROM all_audit WHERE subject = $1 AND who = $2 AND what = $3";
        let given = vec![self.child.into(), self.by.into(), INVITED.into()];
        Ok(!self.db.all(sql, given).await?.is_empty())
    }
    /// Whoever rings the number is read what stands on the young person's page. It is never who invited them: one
    /// worker alone could take up the invitation, give a number of their own, and let themselves back in later.
    pub async fn verify_number(&self, heard: &str) -> Answer {
        if self.invited().await? {
            return Ok(Err(
                "You invited them, so another worker rings the number. Ask a colleague or your manager.".into()
            ));
        }
        let mut tx = self.db.write().await?;
        let sql = "UPDATE all_young_account SET number_since = $3, proof = NULL \
            WHERE child = $1 AND proof = $2 AND ended IS NULL";
        if tx.run(sql, vec![self.child.into(), code::meant(heard).into(), self.now.into()]).await? == 0 {
            return Ok(Err("This is not what stands on their page. Ask them to read it again.".into()));
        }
        noted(tx, self.by, self.child, "number verified", self.now).await
    }
    /// They have lost their password: the first of two workers says so.
    pub async fn ask_back(&self) -> Answer {
        let mut tx = self.db.write().await?;
        let sql = "UPDATE all_young_account SET back_asked = $2, back_asked_by = $3 \
            WHERE child = $1 AND name IS NOT NULL AND number_since IS NOT NULL AND ended IS NULL";
        if tx.run(sql, vec![self.child.into(), self.now.into(), self.by.into()]).await? == 0 {
            return Ok(Err("No number of theirs is verified, so that no code can reach them and nobody else. \
                           Meet them; a manager ends the sign-in and another worker invites them again."
                .into()));
        }
        noted(tx, self.by, self.child, "asked to let the young person back in", self.now).await
    }
    pub(crate) fn second(self) -> SecondWorker {
        SecondWorker(self)
    }
}
impl SecondWorker {
    pub async fn account(&self) -> Result<Option<YoungAccount>, Error> {
        self.0.account().await
    }
    pub async fn invited(&self) -> Result<bool, Error> {
        self.0.invited().await
    }
    /// A code for the number that they had given themselves, shown this once. Never to whoever asked for it.
    pub async fn let_back(&self) -> Result<Result<String, String>, Error> {
        let YoungAccounts { db, by, child, now } = &self.0;
        let mut tx = db.write().await?;
        let sql = "UPDATE all_young_account SET back_asked = NULL, back_asked_by = NULL WHERE child = $1 \
            AND back_asked_by <> $2 AND back_asked > $3 AND number_since IS NOT NULL AND ended IS NULL";
        let given: Vec<Value> = vec![(*child).into(), (*by).into(), plus_hours(*now, -ASKED_HOURS).into()];
        if tx.run(sql, given).await? == 0 {
            return Ok(Err("Nobody else has asked for this in the last 24 hours. It takes two workers: one asks, \
                           and another one makes the code."
                .into()));
        }
        let fresh = code::fresh();
        code::keep(&mut tx, *child, &fresh, *now + code::BACK).await?;
        noted(tx, *by, *child, "code made to let the young person back in", *now).await?.map_err(Error::from)?;
        Ok(Ok(fresh))
    }
    /// At once: every session is dead with this transaction, and every code.
    pub async fn end(&self) -> Answer {
        let YoungAccounts { db, by, child, now } = &self.0;
        let mut tx = db.write().await?;
        let sql = "UPDATE all_young_account SET ended = $2, ended_by = $3 WHERE child = $1 AND ended IS NULL";
        if tx.run(sql, vec![(*child).into(), (*now).into(), (*by).into()]).await? == 0 {
            return Ok(Err("They have no sign-in.".into()));
        }
        tx.run("DELETE FROM all_young_code WHERE child = $1", vec![(*child).into()]).await?;
        session::end_all(&mut tx, *child).await?;
        noted(tx, *by, *child, "sign-in of the young person ended", *now).await
    }
}
