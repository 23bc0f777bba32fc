//! What other parts of the work may ask of the local offer.
use super::{Council, set};
use kernel::Leave;

/// A number of the council's, by its name in `settings.txt`, where it has written one.
pub fn phone(may: &impl Leave, name: &str) -> Option<String> {
    let council: Option<&Council> = may.given();
    let offer = council.map_or(&*set::OURS_TO_BEGIN_WITH, |council| &*council.0);
    offer.settings.value(name).map(str::to_string)
}
