//! The workshop: what a person types to run, test, measure and extend Loxley. Never shipped.
//!
//! One file is one command; `process`, `tools`, `postgres` and `town` are what they share.
mod assets;
mod bench;
mod bench_returns;
mod fuzz;
mod new;
mod new_rule;
mod postgres;
mod process;
mod run;
mod screenshots;
mod test;
mod tidy;
mod tools;
mod torture;
mod town;
mod wasm;

use clap::{Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode};

/// Set up, run, test and extend Loxley.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}
#[derive(Subcommand)]
enum Command {
    /// Build Loxley, make a town of invented people if there is no database, and serve it here.
    Run(run::Options),
    /// Check everything: style, tests on both databases, pages in a browser. What CI runs.
    Test,
    /// Check the house rules alone: dead files, borders, SQL, long files, documents.
    Tidy,
    /// Bring in the front-end packages and compile the style sheets and scripts.
    Assets,
    /// Take the pictures of the README from a town on 22 November 2026.
    Screenshots,
    /// Measure, and print the table that stands in BENCHMARKS.md.
    Bench(bench::Options),
    /// Kill a writer again and again, and look whether anything was lost.
    Torture(torture::Options),
    /// Build the page that checks a return in a browser, and test it there.
    Wasm,
    /// Look for bytes that a reader of returns does not answer, for some minutes each.
    Fuzz(fuzz::Options),
    /// Start a clock, a page or a slice from its template.
    New(new::Options),
}

/// What went wrong, in words for whoever typed the command.
type Outcome = Result<(), String>;

fn main() -> ExitCode {
    let root = root();
    let done = match Cli::parse().command {
        Command::Run(options) => run::run(&root, &options),
        Command::Test => test::test(&root),
        Command::Tidy => tidy::tidy(&root),
        Command::Assets => assets::assets(&root),
        Command::Screenshots => screenshots::screenshots(&root),
        Command::Bench(options) => bench::bench(&root, &options),
        Command::Torture(options) => torture::torture(&root, &options),
        Command::Wasm => wasm::wasm(&root),
        Command::Fuzz(options) => fuzz::fuzz(&root, &options),
        Command::New(options) => new::new(&root, &options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\n{why}");
            ExitCode::FAILURE
        }
    }
}
/// The top of the project: where this crate's own folder stands.
fn root() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root
}
