//! What a delivery could have told us: where it covers a kind of fact, what it does not say did not
//! happen; elsewhere we do not know.
use crate::read::Taken;
use practice::{clock::Matter, reported::Return, service::Coverage};

/// A table covers a matter when it says *when*. OC2 says that a child was assessed in the year, not on
/// which day, so it covers no clock. Conferences are told of by two tables and need both: the first
/// with the enquiry, the later ones with the plan.
const COVERS: &[(Return, &[&str], Matter)] = &[
    (Return::Ssda903, &["Episodes"], Matter::Placements),
    (Return::Ssda903, &["Reviews"], Matter::Reviews),
    (Return::Ssda903, &["Missing"], Matter::Missing),
    (Return::Cin, &["CINdetails"], Matter::Referrals),
    (Return::Cin, &["Assessments"], Matter::Assessments),
    (Return::Cin, &["Section47"], Matter::Enquiries),
    (Return::Cin, &["Section47", "ChildProtectionPlans"], Matter::Conferences),
    (Return::Cin, &["ChildProtectionPlans"], Matter::ProtectionPlans),
    (Return::Cin, &["CINPlanDates"], Matter::InNeedPlans),
];

/// From 1 April to 31 March of the return's year, but never beyond the day of the delivery.
pub fn covers(taken: &Taken) -> Vec<Coverage> {
    let (from, until) = (taken.first_day(), taken.last_day().min(taken.today));
    let has = |tables: &[&str]| tables.iter().all(|t| taken.table(t).is_some());
    COVERS
        .iter()
        .filter(|(which, tables, _)| *which == taken.which && has(tables) && from <= until)
        .map(|(_, _, matter)| Coverage { matter: *matter, from, until })
        .collect()
}
