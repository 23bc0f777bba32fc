use super::{At, Done};
use crate::deeds::RunService;
use clap::Subcommand;
use kernel::Verdict;
use std::process::ExitCode;

#[derive(Subcommand)]
pub enum Audit {
    /// Follow the chain from its first entry: each must follow from the one before and the fact it names
    Verify,
}
impl Audit {
    pub async fn run(self, at: At) -> Done {
        let Audit::Verify = self;
        match at.desk().await?.job::<RunService>("audit verify").verify().await? {
            Verdict::Whole { entries, facts, head } => {
                say!("The chain is whole: {entries} entries over {facts} facts, each follows from the one before.");
                say!("Note this link down elsewhere: {head}");
                Ok(ExitCode::SUCCESS)
            }
            Verdict::Broken { entry, what } => {
                say!("The chain breaks at entry {entry}: {what}");
                Ok(ExitCode::FAILURE)
            }
        }
    }
}
