//! A town served on loopback for as long as something looks at it: the browser tests, the pictures
//! of the README and the measurements.
use crate::{
    process::{self, Kept},
    tools,
};
use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

/// The day on which tests and pictures stand, so that they come out the same on any day.
pub(crate) const TODAY: &str = "2026-11-22";

pub(crate) struct Town {
    pub(crate) at: SocketAddr,
    pub(crate) sign_ins: Vec<SignIn>,
    /// The one word that all of the town's people sign in with.
    pub(crate) word: String,
    /// `GET /children/{child} …`, a line for each page.
    pages: String,
    _server: Kept,
}
#[derive(Debug, PartialEq)]
pub(crate) struct SignIn {
    pub(crate) role: String,
    pub(crate) account: String,
}

impl Town {
    /// Serves the town of a database that has one.
    pub(crate) fn serve(loxley: &Path, database: &str, log: &Path) -> Result<Town, String> {
        let port = process::free_port().map_err(|e| format!("No free port on loopback: {e}"))?;
        let at = SocketAddr::from(([127, 0, 0, 1], port));
        let words = fs::File::create(log).map_err(|e| format!("Could not write {}: {e}", log.display()))?;
        let mut serve = Command::new(loxley);
        serve.args(["serve", "--database-url", database, "--bind", &at.to_string()]);
        serve.stdout(words.try_clone().map_err(|e| e.to_string())?).stderr(words);
        let mut server = Kept::start(serve, None).map_err(|e| format!("Could not start {}: {e}", loxley.display()))?;
        let mut ended = false;
        let ready = process::until(Duration::from_secs(60), || {
            ended = matches!(server.child.try_wait(), Ok(Some(_)));
            ended || process::answers(at, "/health/ready")
        });
        let said = fs::read_to_string(log).unwrap_or_default();
        if ended || !ready {
            return Err(format!(
                "`loxley serve` {}:\n{said}",
                if ended { "ended" } else { "was not ready in a minute" }
            ));
        }
        let (sign_ins, word) = sign_ins(&said);
        let pages = process::ask(Command::new(loxley).arg("pages"))?;
        match word {
            Some(word) if !sign_ins.is_empty() => Ok(Town { at, sign_ins, word, pages, _server: server }),
            _ => Err(format!("`loxley serve` named no sign-ins and their word:\n{said}")),
        }
    }
    /// What the scripts in `tests/browser` are told.
    pub(crate) fn tell(&self, script: &mut Command) {
        let people: Vec<_> =
            self.sign_ins.iter().map(|s| serde_json::json!({ "role": s.role, "account": s.account })).collect();
        script
            .env("LOXLEY_ADDRESS", format!("http://{}", self.at))
            .env("LOXLEY_PEOPLE", serde_json::Value::from(people).to_string())
            .env("LOXLEY_PAGES", &self.pages)
            .env("LOXLEY_WORD", &self.word);
    }
}
/// Reads what `loxley serve` prints for a town: a line for each role, `  team manager   ruth.amadi`,
/// and one that ends in the word, `The word for all of them: …`.
fn sign_ins(said: &str) -> (Vec<SignIn>, Option<String>) {
    let people = said.lines().filter_map(|line| {
        let (role, account) = line.strip_prefix("  ")?.trim_end().rsplit_once("  ")?;
        let account = account.trim();
        (!account.is_empty() && !account.contains(' '))
            .then(|| SignIn { role: role.trim().to_owned(), account: account.to_owned() })
    });
    let word =
        said.lines().find_map(|line| line.split_once("word for all of them: ").map(|(_, w)| w.trim().to_owned()));
    (people.collect(), word)
}

/// Makes the town, or lives the days that it lacks.
pub(crate) fn make(loxley: &Path, size: &str, database: &str) -> Command {
    let mut command = Command::new(loxley);
    command.args(["town", "--size", size, "--until", TODAY, "--database-url", database]);
    command
}
/// An empty folder for a town that is made anew each time.
pub(crate) fn fresh_folder(root: &Path, name: &str) -> Result<PathBuf, String> {
    let folder = tools::target(root).join("xtask").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|e| format!("Could not make {}: {e}", folder.display()))?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_ins_are_read_from_what_serve_prints() {
        let said = "Serving on http://127.0.0.1:8080\n\nInvented people. Sign in as:\n\
                    \x20 social worker     amina.hussain\n  team manager      ruth.amadi\n\
                    \nThe word for all of them: copper-lantern-oak\n  ready to serve\n";
        let (people, word) = sign_ins(said);
        let told: Vec<(&str, &str)> = people.iter().map(|s| (s.role.as_str(), s.account.as_str())).collect();
        assert_eq!(told, [("social worker", "amina.hussain"), ("team manager", "ruth.amadi")]);
        assert_eq!(word.as_deref(), Some("copper-lantern-oak"));
    }
    #[test]
    fn a_service_that_is_no_town_has_none() {
        assert_eq!(sign_ins("Serving on http://127.0.0.1:8080\n"), (vec![], None));
    }
}
