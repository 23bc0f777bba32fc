//! Care leavers: what OC3 tells of a young person, and which other tables may tell of the same one.
use super::columns::{HEADER, ad1, header, oc3};
use crate::check::{Child, Column, Row, Unclear};
use practice::day::Date;

/// What OC3 asks of a care leaver.
pub(crate) const LEAVER: &[Column] = &[oc3::IN_TOUCH, oc3::ACTIV, oc3::ACCOM];
pub(crate) const LEAVER_AND_ADOPTION: &[Column] = &[
    oc3::IN_TOUCH,
    oc3::ACTIV,
    oc3::ACCOM,
    ad1::DATE_INT,
    ad1::DATE_MATCH,
    ad1::FOSTER_CARE,
    ad1::NB_ADOPTR,
    ad1::SEX_ADOPTR,
    ad1::LS_ADOPTR,
];

pub(crate) fn is_any_filled(row: Row, columns: &[Column]) -> bool {
    columns.iter().any(|c| row.is_filled(*c))
}
/// The row of OC3 tells something of the care leaver. Where the return has none of its items, standing in OC3 is
/// all that can be told.
pub(crate) fn has_leaver_information(o: Row) -> bool {
    is_any_filled(o, LEAVER) || !LEAVER.iter().any(|c| o.whole().has(*c))
}
/// The date of birth that the Header gives, else that of another table's row.
pub(crate) fn born(child: Child, row: Row, column: Column) -> Result<Option<Date>, Unclear> {
    match child.rows(HEADER).first() {
        Some(h) if h.is_filled(header::DOB) => h.day(header::DOB),
        _ => row.day(column),
    }
}
