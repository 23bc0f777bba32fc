//! A code that is handed over: sixty random bits, good once and for a time. Only its digest is stored.
use crate::{Db, Error, chance::random, db::Tx};
use practice::{Id, Timestamp};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use std::time::Duration;

/// To be met or written to, and for the young person to find the moment.
pub(super) const INVITATION: Duration = Duration::from_secs(7 * 24 * 3600);
/// Read out on the telephone and typed at once.
pub(super) const BACK: Duration = Duration::from_secs(3600);

/// Digits and letters that are told apart when they are read out (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// `k7mp-2xqf-9tzn`
pub(super) fn fresh() -> String {
    let letters: Vec<char> = random::<12>().iter().map(|byte| char::from(LETTERS[usize::from(byte & 31)])).collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}
/// What the young person reads out from their own page: it proves nothing but that they hold the number.
pub(super) fn short() -> String {
    random::<6>().iter().map(|byte| char::from(LETTERS[usize::from(byte & 31)])).collect()
}
/// As it was meant: in any case, with or without lines, and with the letters that look like digits.
pub(super) fn meant(typed: &str) -> String {
    let looks_like = |c| match c {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    };
    let plain = typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase());
    plain.take(64).map(looks_like).collect()
}
fn digest(typed: &str) -> Vec<u8> {
    Sha256::new_with_prefix("young code ").chain_update(meant(typed)).finalize().to_vec()
}
/// In place of any before it.
pub(super) async fn keep(tx: &mut Tx, child: Id, code: &str, until: Timestamp) -> Result<(), Error> {
    tx.run("DELETE FROM all_young_code WHERE child = $1", vec![child.into()]).await?;
    let sql = "INSERT INTO all_young_code (digest, child, until) VALUES ($1, $2, $3)";
    tx.run(sql, vec![digest(code).into(), child.into(), until.into()]).await?;
    Ok(())
}
/// Whose code this is, which is used up with the answer, whichever instances are asked at once.
pub(super) async fn use_up(db: &Db, typed: &str, now: Timestamp) -> Result<Option<Id>, Error> {
    #[derive(Deserialize)]
    struct Whose {
        child: Id,
    }
    let mut tx = db.write().await?;
    let sql = "UPDATE all_young_code SET used = $2 WHERE digest = $1 AND used IS NULL AND until > $2";
    if tx.run(sql, vec![digest(typed).into(), now.into()]).await? == 0 {
        return Ok(None);
    }
    let rows = tx.all("SELECT child FROM all_young_code WHERE digest = $1", vec![digest(typed).into()]).await?;
    let whose = rows.first().map(|row| row.read::<Whose>()).transpose()?;
    tx.commit().await?;
    Ok(whose.map(|w| w.child))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_was_meant() {
        assert_eq!(meant(" K7MP 2xqf-9TzO"), "k7mp2xqf9tz0");
        assert_eq!(meant("l1i-oO0"), "111000");
        let code = fresh();
        assert_eq!((code.len(), meant(&code).len()), (14, 12), "{code}");
        assert_ne!(fresh(), code);
    }
}
