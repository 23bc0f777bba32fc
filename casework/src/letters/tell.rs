//! Tells a young person that a letter waits, or a code of their own sign-in: by a program that the council sets (`serve --tell-program`), called with
//! `email` or `text` and the address, and the words on its input. The words name nobody and no service, so whatever
//! carries them learns nothing but an address.
use practice::letters::By;
use std::{path::Path, process::Stdio, sync::Arc, time::Duration};
use tokio::{io::AsyncWriteExt as _, process::Command, time::timeout};

/// What the server was started with.
#[derive(Clone, Debug)]
pub struct Teller(pub Arc<Path>);

pub const WORDS: &str =
    "A letter waits for you. Read it on your own page, or ask your adviser for it when it suits you.\n";
const LONGEST: Duration = Duration::from_secs(20);

impl Teller {
    /// Why it was not told, in words without the address.
    pub async fn tell(&self, by: By, address: &str, words: &str) -> Result<(), String> {
        let mut command = Command::new(&*self.0);
        command.args([by.code(), address]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.kill_on_drop(true).spawn().map_err(|e| format!("the program did not start: {e}"))?;
        let (given, words) = (child.stdin.take(), words.as_bytes().to_owned());
        let told = async move {
            if let Some(mut given) = given {
                // A program that has words of its own need not read ours.
                let _ = given.write_all(&words).await;
            }
            child.wait().await
        };
        match timeout(LONGEST, told).await {
            Err(_) => Err("it took too long".into()),
            Ok(Err(e)) => Err(e.kind().to_string()),
            Ok(Ok(status)) if status.success() => Ok(()),
            Ok(Ok(_)) => Err("the message service refused it".into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn teller(program: &str) -> Teller {
        Teller(Path::new(program).into())
    }
    #[tokio::test]
    async fn what_was_not_taken_is_not_called_told() {
        assert_eq!(teller("/bin/true").tell(By::Email, "kai@example.org", WORDS).await, Ok(()));
        let refused = teller("/bin/false").tell(By::Text, "07700 900123", WORDS).await;
        assert!(refused.is_err_and(|why| why.contains("refused") && !why.contains("900123")));
        assert!(teller("/no/such/program").tell(By::Email, "x", WORDS).await.is_err());
    }
    #[test]
    fn the_words_name_nobody_and_no_service() {
        let words = WORDS.to_lowercase();
        for word in ["care", "council", "social", "leaver", "child", "plan"] {
            assert!(!words.contains(word), "{word}");
        }
    }
}
