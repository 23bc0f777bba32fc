//! Codes that are none.
use super::prelude::*;
use crate::check::Column;
use practice::codes;

/// Filled with something that is no code of this set in the collection year. Codes are taken as they were sent: one
/// in small letters is none.
pub(super) fn is_no_code(row: Row, column: Column, set: &str) -> Answer {
    Ok(row.is_filled(column) && !codes::holds(set, row.said(column), row.given().end))
}
