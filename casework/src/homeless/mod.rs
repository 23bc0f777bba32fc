//! placeholder
use crate::record::entry::Entry;
pub const ENTRIES: &[&Entry] = &[];
