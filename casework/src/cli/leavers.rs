//! `loxley leavers status`: the statuses of care leavers against cases that others wrote.
use super::Done;
use clap::{Args, Subcommand};
use practice::leavers::cases;
use std::{fs, path::PathBuf, process::ExitCode};

#[derive(Subcommand)]
pub enum Command {
    /// Run a file of cases and print each disagreement
    Status(Status),
}
#[derive(Args)]
pub struct Status {
    /// Tab separated, with the names of its columns in the first line
    #[arg(long)]
    cases: PathBuf,
}
impl Command {
    pub fn run(self) -> Done {
        let Command::Status(Status { cases: file }) = self;
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(e) => {
                eprintln!("loxley: {} cannot be read: {e}", file.display());
                return Ok(ExitCode::from(2));
            }
        };
        let cases = cases::read(&text);
        if cases.is_empty() {
            eprintln!(
                "loxley: {} holds no cases: the first line names the columns, each other is a case",
                file.display()
            );
            return Ok(ExitCode::from(2));
        }
        let (mut passed, mut failed) = (0, 0);
        for case in cases {
            let wrong = match case {
                Ok(case) => case.disagreement().map(|why| format!("{} {}: {why}", case.id, case.title)),
                Err(why) => Some(why),
            };
            match wrong {
                None => passed += 1,
                Some(why) => {
                    failed += 1;
                    say!("{why}");
                }
            }
        }
        say!("{passed} passed, {failed} failed");
        Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}
