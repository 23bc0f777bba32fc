//! Whether the tables of a return speak of the same children.
use super::prelude::*;
use crate::check::Column;

/// The row names a child whom the Header does not know. A row without an id names nobody.
pub(super) fn is_not_in_the_header(row: Row, id: Column) -> Answer {
    Ok(row.is_filled(id) && row.child().rows(HEADER).is_empty())
}
/// The Header knows the child, by another day of birth. Where one of the two is blank there is nothing to compare.
pub(super) fn is_born_elsewhen(row: Row, column: Column) -> Answer {
    let born = row.day(column)?;
    for header in row.child().rows(HEADER) {
        let by_header = header.day(header::DOB)?;
        if born.is_some() && by_header.is_some() && born != by_header {
            return Ok(true);
        }
    }
    Ok(false)
}
