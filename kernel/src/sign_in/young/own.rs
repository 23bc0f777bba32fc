//! What a young person does to their own sign-in, signed in.
use super::{
    super::{Answer, password},
    YoungAccount, account, code, noted, of,
};
use crate::{
    Db, Error,
    sign_in::throttle::{self, At},
};
use practice::{Id, Timestamp};
use std::net::{IpAddr, Ipv6Addr};

pub struct OwnSignIn {
    db: Db,
    child: Id,
    now: Timestamp,
}
impl OwnSignIn {
    pub(crate) fn new(db: Db, child: Id, now: Timestamp) -> OwnSignIn {
        OwnSignIn { db, child, now }
    }
    pub async fn account(&self) -> Result<Option<YoungAccount>, Error> {
        account(&self.db, self.child).await
    }
    /// Their number, with the password: who found the telephone lying open must not be able to turn the way back in.
    pub async fn give_number(&self, typed: &str, present: &str) -> Answer {
        let number: String = typed.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        if !(10..=16).contains(&number.len()) {
            return Ok(Err("Enter a telephone number, like 07700 900 982.".into()));
        }
        // Guesses at the present password are counted as those at signing in are, by whose it is and not from where.
        let (name, place) = (format!("my own {}", self.child), Ipv6Addr::from(self.child.as_u128()));
        let wait = throttle::attempt(&self.db, At::Password, &name, IpAddr::V6(place), self.now).await?;
        if wait.is_some() {
            return Ok(Err("There were too many attempts. Wait a quarter of an hour and try again.".into()));
        }
        let known = of(&self.db, self.child).await?;
        let Some(known) = known else { return Ok(Err("This sign-in has ended.".into())) };
        if !password::verify(present, known.password).await? {
            return Ok(Err("Your password is not right.".into()));
        }
        let mut tx = self.db.write().await?;
        let sql = "UPDATE all_young_account SET number = $2, proof = $3, number_since = NULL, \
            back_asked = NULL, back_asked_by = NULL WHERE child = $1 AND ended IS NULL";
        tx.run(sql, vec![self.child.into(), number.into(), code::short().into()]).await?;
        noted(tx, self.child, self.child, "number given", self.now).await
    }
}
