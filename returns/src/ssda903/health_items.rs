//! What OC2 asks of children who were looked after all year.
use super::{ages::is_younger, columns::oc2};
use crate::check::{Answer, Column, Row, is_aged};

/// What is asked of every one of them, whatever the age.
pub(crate) const OF_ALL: [Column; 4] =
    [oc2::IMMUNISATIONS, oc2::TEETH_CHECK, oc2::HEALTH_ASSESSMENT, oc2::SUBSTANCE_MISUSE];
/// Everything but the questionnaire.
pub(crate) const ITEMS: [Column; 8] = [
    oc2::CONVICTED,
    oc2::HEALTH_CHECK,
    oc2::IMMUNISATIONS,
    oc2::TEETH_CHECK,
    oc2::HEALTH_ASSESSMENT,
    oc2::SUBSTANCE_MISUSE,
    oc2::INTERVENTION_RECEIVED,
    oc2::INTERVENTION_OFFERED,
];
pub(crate) fn lacks_what_all_have(o: Row) -> bool {
    OF_ALL.into_iter().any(|c| o.is_blank(c))
}
pub(crate) fn says_anything(o: Row) -> bool {
    ITEMS.into_iter().any(|c| o.is_filled(c))
}
/// A score of the Strengths and Difficulties Questionnaire, or a reason why there is none.
pub(crate) fn says_sdq(o: Row) -> bool {
    o.is_filled(oc2::SDQ_SCORE) || o.is_filled(oc2::SDQ_REASON)
}
/// The child is of the age of the questionnaire all year: 4 or more on the first day, and not yet 17 on the last.
pub(crate) fn is_of_sdq_age_all_year(o: Row) -> Answer {
    let (born, given) = (o.day(oc2::DOB)?, o.given());
    Ok(is_aged(4, born, Some(given.start)) && is_younger(17, born, Some(given.end)))
}
/// By the last day of the collection year the child has not attained the age.
pub(crate) fn is_younger_at_the_end(age: i64, o: Row) -> Answer {
    Ok(is_younger(age, o.day(oc2::DOB)?, Some(o.given().end)))
}
pub(crate) fn is_aged_at_the_end(age: i64, o: Row) -> Answer {
    Ok(is_aged(age, o.day(oc2::DOB)?, Some(o.given().end)))
}
