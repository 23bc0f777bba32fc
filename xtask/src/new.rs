use crate::Outcome;
use clap::Args;
use std::path::Path;
#[derive(Args)]
pub(crate) struct Options {}
pub(crate) fn new(_: &Path, _: &Options) -> Outcome {
    Ok(())
}
