use super::{At, Done};
use crate::deeds::RunService;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use std::process::ExitCode;

#[derive(Args)]
pub struct Rebuild {
    /// Write nothing: say how many rows would differ, and fail if any does
    #[arg(long)]
    check: bool,
}
impl Rebuild {
    pub async fn run(self, at: At) -> Done {
        let job = at.desk().await?.job::<RunService>("rebuild");
        let bar = bar("subjects");
        let told = |done: usize, of: usize| tell(&bar, done, of);
        let differed = if self.check { job.rebuild_check(told).await? } else { job.rebuild(told).await? };
        bar.finish_and_clear();
        let verb = if self.check { "would be written" } else { "were written" };
        say!("Everything was worked out again from the facts: {differed} rows {verb}.");
        Ok(if self.check && differed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}
/// A bar that says what is counted; silent where nobody looks.
pub fn bar(what: &'static str) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:30} {pos} of {len} {msg} ({elapsed})").expect("a fixed template");
    ProgressBar::new(0).with_style(style).with_message(what)
}
pub fn tell(bar: &ProgressBar, done: usize, of: usize) {
    bar.set_length(of as u64);
    bar.set_position(done as u64);
}
