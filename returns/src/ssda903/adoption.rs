//! Which decision that a child should be placed for adoption stands, and when it was made.
use super::columns::{EPISODES, PLACED_ADOPTION, ad1, episodes as ep, placed_adoption as placed};
use crate::check::{Answer, Child, Column, Row, Rows, Told, Unclear, before};
use practice::day::Date;

/// What AD1 says of a child who was adopted.
pub(crate) const ITEMS: [Column; 6] =
    [ad1::DATE_INT, ad1::DATE_MATCH, ad1::FOSTER_CARE, ad1::NB_ADOPTR, ad1::SEX_ADOPTR, ad1::LS_ADOPTR];
/// Two adopters.
pub(crate) const COUPLES: &[&str] = &["MM", "FF", "MF"];

/// The adopters have this legal status, and by their sexes they are none of these.
pub(crate) fn are_not(a: Row, status: &str, sexes: &[&str]) -> Answer {
    Ok(a.is(ad1::LS_ADOPTR, &[status]) && !a.is(ad1::SEX_ADOPTR, sexes))
}
/// The decision was taken back: there is a day of that, or a reason.
pub(crate) fn is_reversed(decision: Row) -> bool {
    decision.is_filled(placed::DATE_PLACED_CEASED) || decision.is_filled(placed::REASON_PLACED_CEASED)
}
/// The decision was made and is in force.
pub(crate) fn stands(decision: Row) -> bool {
    decision.is_filled(placed::DATE_PLACED) && !is_reversed(decision)
}
/// The child has another decision, which stands: a child whose first plan failed may yet be adopted.
pub(crate) fn is_replaced(decision: Row) -> bool {
    decision.child().rows(PLACED_ADOPTION).iter().any(|other| other != decision && stands(other))
}
/// The latest of these decisions that has a readable day.
pub(crate) fn latest_decision(decisions: Rows) -> Option<Row> {
    decisions.iter().rev().find(|d| matches!(d.day(placed::DATE_PLACED), Ok(Some(_))))
}
/// The child's decisions, if all of them were made after that day or had been reversed by then. None if there is no
/// dated decision at all: that is the matter of other rules.
pub(crate) fn decisions_after<'a>(child: Child<'a>, day: Option<Date>) -> Result<Vec<Row<'a>>, Unclear> {
    let mut late = Vec::new();
    for decision in child.rows(PLACED_ADOPTION) {
        let reversed = decision.day(placed::DATE_PLACED_CEASED).unwrap_or(None);
        match decision.day(placed::DATE_PLACED)? {
            Some(made) if before(day, Some(made)) => late.push(decision),
            Some(_) if !before(reversed, day) => return Ok(Vec::new()),
            _ => {}
        }
    }
    Ok(late)
}
/// Reports the episode with the decisions that were made too late for it.
pub(crate) fn report_late_decisions(e: Row, day: Result<Option<Date>, Unclear>, told: &mut Told) {
    match day.and_then(|day| decisions_after(e.child(), day)) {
        Ok(late) if late.is_empty() => {}
        Ok(late) => told.breaks(&[&[e], late.as_slice()].concat()),
        Err(unclear) => told.cannot_tell(&[e], unclear),
    }
}
/// Reports a child who is under this order today and for whom no decision stands: the rows of the child's decisions,
/// or where there are none, the episodes.
pub(crate) fn report_order_without_decision(child: Child, order: &str, told: &mut Told) {
    let decisions: Vec<Row> = child.rows(PLACED_ADOPTION).iter().collect();
    let open = child.rows(EPISODES).iter().filter(|e| e.is(ep::LS, &[order]) && e.is_blank(ep::DEC));
    if open.clone().next().is_none() || decisions.iter().any(|d| stands(*d)) {
        return;
    }
    match decisions.is_empty() {
        true => told.each_breaks(open),
        false => told.breaks(&decisions),
    }
}
