//! What a delivery could have told us: where it covers a kind of fact, what it does not say did not
//! happen; elsewhere we do not know.
use crate::{
    plan::{Plan, TablePlan},
    read::Taken,
};
use practice::{
    Id,
    clock::Matter,
    reported::Return,
    service::{self, Coverage, TableTaken},
};

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

/// The fact that this delivery was taken in as planned.
pub fn return_taken(plan: &Plan, delivery: Id) -> service::Fact {
    let taken = &plan.taken;
    let rows = |table: &str| taken.table(table).map_or(0, |t| t.rows);
    let counted = |t: &TablePlan| TableTaken {
        table: t.table.to_owned(),
        rows: rows(t.table),
        new: t.kept,
        changed: t.superseded,
        unchanged: t.unchanged,
        withdrawn: t.withdrawn,
    };
    service::Fact::ReturnTaken {
        delivery,
        which: taken.which,
        authority: taken.authority.clone(),
        year: taken.year,
        covers: covers(taken),
        tables: plan.tables.iter().map(counted).collect(),
        files: taken.files.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Ask, Delivery, File, read, read::tests::ask};
    use practice::day::date;

    #[test]
    fn a_return_covers_its_year_for_the_tables_it_has_and_never_the_future() {
        let reviews = b"CHILD,DOB,REVIEW,REVIEW_CODE\n1,01/02/2010,03/06/2026,PN1\n".to_vec();
        let delivery = Delivery::of(vec![File { name: "reviews.csv".to_owned(), bytes: reviews }]);
        let of = |year| covers(&read(&delivery, &Ask { year: Some(year), ..ask() }).unwrap());
        let span = |from, until| vec![Coverage { matter: Matter::Reviews, from, until }];
        assert_eq!(of(2026), span(date(2025, 4, 1), date(2026, 3, 31)));
        assert_eq!(of(2027), span(date(2026, 4, 1), date(2026, 11, 22)), "up to the day of the delivery");
        assert_eq!(of(2028), Vec::new(), "a year that has not begun");
    }
}
