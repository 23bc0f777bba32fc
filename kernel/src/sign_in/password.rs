//! Passwords: argon2id at the level OWASP's Password Storage Cheat Sheet names (19 MiB, two passes,
//! one lane), worked off the async threads and few at a time.
use crate::Error;
use argon2::{Argon2, PasswordHasher, PasswordVerifier, password_hash::phc::PasswordHash};
use tokio::{sync::Semaphore, task::spawn_blocking};
use zxcvbn::{Score, zxcvbn};

/// Each hash takes 19 MiB: without turns, a thousand sign-ins at once would take the machine.
static TURNS: Semaphore = Semaphore::const_new(4);
pub const SHORTEST: usize = 12;
/// Long enough for any phrase; judging and hashing more than this only costs time.
pub(crate) const LONGEST: usize = 200;

/// What is wrong with a new password and what to do about it; `about` is what an attacker would try
/// first: the username and the person's name.
pub fn judge(password: &str, about: &[&str]) -> Result<(), String> {
    const DO: &str = "Use three or four unrelated words.";
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(format!("The password has {length} characters and needs at least {SHORTEST}. {DO}"));
    }
    if length > LONGEST {
        return Err(format!("The password has {length} characters and may have at most {LONGEST}."));
    }
    let judged = zxcvbn(password, about);
    if judged.score() >= Score::Three {
        return Ok(());
    }
    let why = judged.feedback().and_then(|f| f.warning()).map(|w| format!(" {w}")).unwrap_or_default();
    Err(format!("The password would be guessed too soon.{why} {DO}"))
}

pub(crate) async fn hash(password: &str, salt: [u8; 16]) -> Result<String, Error> {
    let password = password.to_owned();
    let _turn = TURNS.acquire().await?;
    spawn_blocking(move || hash_here(&password, salt)).await?
}
fn hash_here(password: &str, salt: [u8; 16]) -> Result<String, Error> {
    let hash = Argon2::default().hash_password_with_salt(password.as_bytes(), &salt).map_err(|e| e.to_string())?;
    Ok(hash.to_string())
}

/// Whether this is the password. Without a hash (nobody has the name) it works as long and says no,
/// so that the time of the answer does not tell who has an account.
pub(crate) async fn verify(password: &str, hash: Option<String>) -> Result<bool, Error> {
    /// Of random bytes that nobody kept, at the same cost as every other.
    const NOBODYS: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$gQD9C9UPa8zmpjNgk9abjA$WAcCTdukjJ3FxYlkufqG/Rti9YnyDPWb8EKH/lChEdA";
    if password.chars().count() > LONGEST {
        return Ok(false);
    }
    let password = password.to_owned();
    let _turn = TURNS.acquire().await?;
    spawn_blocking(move || {
        let hash_or_nobodys = hash.as_deref().unwrap_or(NOBODYS);
        let parsed = PasswordHash::new(hash_or_nobodys).map_err(|e| format!("a stored password hash: {e}"))?;
        let right = Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok();
        Ok(right && hash.is_some())
    })
    .await?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weak_password_is_told_what_to_do() {
        let short = judge("tulip", &[]).unwrap_err();
        assert!(short.contains("5 characters") && short.contains("at least 12"), "{short}");
        let common = judge("password1234", &[]).unwrap_err();
        assert!(common.contains("guessed") && common.contains("unrelated words"), "{common}");
        judge("miriam.okafor1", &["miriam.okafor", "Miriam Okafor"]).expect_err("the person's own name");
        judge(&"x".repeat(201), &[]).expect_err("too long");
        judge("harbour lantern goose ticket", &["miriam.okafor"]).expect("four unrelated words");
    }
    #[tokio::test]
    async fn only_the_password_itself_verifies_and_nobody_has_none() {
        let hash = hash("harbour lantern goose", [7; 16]).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(verify("harbour lantern goose", Some(hash.clone())).await.unwrap());
        assert!(!verify("harbour lantern gooze", Some(hash)).await.unwrap());
        assert!(!verify("harbour lantern goose", None).await.unwrap());
    }
}
