//! `loxley returns conformance`: the rules against cases that others wrote.
use super::Done;
use clap::Args;
use returns::{
    check::conformance::{KNOWN, OthersCase, Outcome},
    cin, ssda903,
};
use std::{fs, path::PathBuf, process::ExitCode};

#[derive(Args)]
pub struct Cases {
    /// The file of cases
    file: PathBuf,
}
impl Cases {
    pub fn run(self) -> Done {
        let Cases { file } = self;
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(e) => {
                eprintln!("loxley: {} cannot be read: {e}", file.display());
                return Ok(ExitCode::from(2));
            }
        };
        let (mut passed, mut failed, mut unknown) = (0, 0, 0);
        for (n, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let (rule, outcome) = match OthersCase::read(line) {
                Ok(case) => (case.rule.clone(), case.run(&[&ssda903::FORM, &cin::FORM])),
                Err(why) => (String::new(), Outcome::Failed(why)),
            };
            match outcome {
                Outcome::Passed => passed += 1,
                Outcome::PassedOver => {}
                Outcome::Failed(why) => {
                    failed += 1;
                    let known = KNOWN.iter().find(|(code, _)| *code == rule).map(|(_, why)| *why);
                    unknown += usize::from(known.is_none());
                    let reason = known.map(|why| format!(" [known: {why}]")).unwrap_or_default();
                    say!("line {}: rule {rule} {why}{reason}", n + 1);
                }
            }
        }
        say!("{passed} passed, {failed} failed");
        Ok(if unknown == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}
