//! Care leavers: what OC3 tells of a young person, and which other tables may tell of the same one.
use super::{
    ages::born,
    columns::{ad1, oc3},
};
use crate::check::{Column, Row, Unclear};
use practice::day::Date;

/// What OC3 asks of a care leaver.
pub(crate) const LEAVER: &[Column] = &[oc3::IN_TOUCH, oc3::ACTIV, oc3::ACCOM];
/// The same, and what AD1 asks of an adopted child.
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
/// The date of birth that the Header gives, else that of the row of OC3.
pub(crate) fn leaver_born(o: Row) -> Result<Option<Date>, Unclear> {
    match born(o.child())? {
        None => o.day(oc3::DOB),
        born => Ok(born),
    }
}
