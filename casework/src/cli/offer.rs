//! `loxley offer`: the pages of the local offer, for whoever writes them at the council.
use super::Done;
use crate::offer::{FILES, Offer};
use clap::Subcommand;
use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

#[derive(Subcommand)]
pub enum Command {
    /// Say which page is too hard to read, which link is broken, what is not filled in
    ///
    /// Ends with 0 when nothing is wrong, 1 when something should be better, 2 when the server would not start with it.
    Check {
        /// The folder with the pages and settings.txt
        folder: PathBuf,
    },
    /// Write our pages into a folder that is not there yet, to begin from
    Begin { folder: PathBuf },
}
impl Command {
    pub fn run(self) -> Done {
        match self {
            Command::Check { folder } => check(&folder),
            Command::Begin { folder } => begin(&folder),
        }
    }
}
fn check(folder: &Path) -> Done {
    let (offer, problems) = Offer::read(folder).map_err(|e| format!("{} cannot be read: {e}", folder.display()))?;
    problems.iter().for_each(|problem| say!("{problem}"));
    for page in &offer.pages {
        say!("{}: “{}”, grade {:.1}", page.file, page.title, page.grade());
    }
    let empty: Vec<&str> = offer.settings.empty().collect();
    if !empty.is_empty() {
        say!("Not filled in yet in settings.txt: {}", empty.join(", "));
    }
    Ok(match (problems.is_empty(), problems.iter().any(|p| p.stops)) {
        (true, _) => ExitCode::SUCCESS,
        (false, false) => ExitCode::FAILURE,
        (false, true) => ExitCode::from(2),
    })
}
fn begin(folder: &Path) -> Done {
    // Never over what somebody wrote.
    fs::create_dir(folder).map_err(|e| format!("{} cannot be made: {e}", folder.display()))?;
    for (name, text) in FILES {
        fs::write(folder.join(name), text)?;
    }
    say!("Fill in {}, then: loxley offer check {}", folder.join("settings.txt").display(), folder.display());
    Ok(ExitCode::SUCCESS)
}
