//! `cargo xtask torture`: kills a writer far more often than the test command does.
use crate::{Outcome, assets, postgres::Cluster, process, tools};
use clap::Args;
use std::path::Path;

#[derive(Args)]
pub(crate) struct Options {
    /// How often, on each database.
    #[arg(long, default_value_t = 50)]
    rounds: usize,
}

pub(crate) fn torture(root: &Path, options: &Options) -> Outcome {
    assets::assets(root)?;
    let logs = tools::target(root).join("xtask");
    std::fs::create_dir_all(&logs).map_err(|e| format!("Could not make {}: {e}", logs.display()))?;
    let cluster = Cluster::start(&tools::POSTGRES.demand()?, &logs.join("postgres.log"))?;
    let mut kill = tools::cargo(root);
    kill.args(["test", "--quiet", "--package", "casework", "--test", "kill"])
        .env("TEST_POSTGRES", &cluster.url)
        .env("LOXLEY_ROUNDS", options.rounds.to_string());
    let ran = process::stream(kill, &logs.join("torture.log")).map_err(|e| format!("Could not run cargo: {e}"))?;
    if ran.ok { Ok(()) } else { Err("A killed writer lost something: what, stands above.".to_owned()) }
}
