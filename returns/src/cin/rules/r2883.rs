//! More plans than conferences.
//!
//! Whether it is counted for the child or for the referral is not published: a conference hangs on its referral, so for
//! the referral where the return says which it is.
use super::prelude::*;
use crate::check::Column;

pub const RULE: Rule = Rule {
    code: "2883",
    level: Level::Error,
    wrong: "More child protection plans began in the year than initial conferences were held for the referral.",
    why: "A child protection plan is made by a conference: one of these plans has none, or a conference is missing.",
    todo: "Give the day of each initial conference, or take out the plan that no conference made.",
    reason: Reason::Guidance,
    fields: &[cpp::CPP_START_DATE, s47::DATE_OF_INITIAL_CPC, details::DATE_OF_INITIAL_CPC],
    versions: &[Version::always(
        &[cpp::LA_CHILD_ID, cpp::CPP_START_DATE, s47::LA_CHILD_ID, s47::DATE_OF_INITIAL_CPC],
        Check::Child(more_plans),
    )
    // A conference is in the referral itself only where it was held before a move here.
    .may_read(&[
        cpp::CIN_DETAILS_ID,
        s47::CIN_DETAILS_ID,
        details::LA_CHILD_ID,
        details::CIN_DETAILS_ID,
        details::DATE_OF_INITIAL_CPC,
        header::REFERENCE_DATE,
    ])],
    cases: &[
        Case {
            about: "a plan of an earlier year had its conference then; a conference before a move here counts",
            given: "
                Header | ReferenceDate
                       | 2027-03-31
                ChildProtectionPlans | LAchildID | CINdetailsID | CPPstartDate
                >                    | 1         | 1            | 2026-05-02
                >                    | 1         | 1            | 2026-11-02
                                     | 2         | 1            | 2026-05-02
                                     | 3         | 1            | 2025-05-02
                                     | 3         | 1            |
                >                    | 4         | 1            | 2026-04-01
                ?                    | 5         | 1            | 2026-04-31
                Section47 | LAchildID | CINdetailsID | DateOfInitialCPC
                >         | 1         | 1            | 2026-05-02
                          | 1         | 2            | 2026-11-02
                          | 4         | 1            |
                          | 5         | 1            |
                CINdetails | LAchildID | CINdetailsID | DateOfInitialCPC
                           | 2         | 1            | 2026-05-02
                           | 4         | 1            |
            ",
        },
        Case {
            about: "where no referral is named, all of a child's are counted together",
            given: "
                ChildProtectionPlans | LAchildID | CPPstartDate
                                     | 1         | 2026-05-02
                >                    | 2         | 2026-05-02
                >                    | 2         | 2026-11-02
                Section47 | LAchildID | DateOfInitialCPC
                          | 1         | 2026-05-02
                >         | 2         | 2026-05-02
            ",
        },
    ],
};
/// Plans of earlier years had their conferences in those years' returns, so they are counted only where no Header says
/// which year this is. What was counted is told: the plans, and the conferences that there are.
fn more_plans(child: Child, told: &mut Told) {
    let year = if child.whole().has(header::REFERENCE_DATE) { census_year(child.whole()) } else { Ok(None) };
    let plans = told.in_order(child.rows(CHILD_PROTECTION_PLANS), cpp::CPP_START_DATE);
    for mut plans in by_referral(child, plans, cpp::CIN_DETAILS_ID) {
        match year {
            Ok(Some((first, _))) => plans.retain(|p| p.day(cpp::CPP_START_DATE).is_ok_and(|d| d >= Some(first))),
            Ok(None) => {}
            Err(unclear) => told.cannot_tell(&plans, unclear),
        }
        let Some(plan) = plans.first().copied().filter(|_| year.is_ok()) else { continue };
        let of_the_case = |row: &Row, id: Column| may_be_of_one_referral(plan, cpp::CIN_DETAILS_ID, *row, id);
        let held = |id: Column, held: Column| {
            let rows = child.rows(id.table).iter();
            rows.filter(move |row| row.is_filled(held) && of_the_case(row, id))
        };
        let conferences: Vec<Row> = held(s47::CIN_DETAILS_ID, s47::DATE_OF_INITIAL_CPC)
            .chain(held(details::CIN_DETAILS_ID, details::DATE_OF_INITIAL_CPC))
            .collect();
        if plans.len() > conferences.len() {
            plans.extend(conferences);
            told.breaks(&plans);
        }
    }
}
