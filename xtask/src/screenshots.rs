use crate::Outcome;
use std::path::Path;
pub(crate) fn screenshots(_: &Path) -> Outcome {
    Ok(())
}
