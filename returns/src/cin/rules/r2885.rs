//! A plan that begins on another day than its conference.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "2885",
    level: Level::Error,
    wrong: "The child protection plan does not begin on the day of an initial conference of its referral.",
    why: "The conference makes the plan: a child is protected from that day, and timeliness is counted from it.",
    todo: "Correct the first day of the plan, or the day of the conference; give the conference if it is missing.",
    reason: Reason::Guidance,
    fields: &[cpp::CPP_START_DATE, s47::DATE_OF_INITIAL_CPC, details::DATE_OF_INITIAL_CPC],
    versions: &[Version::always(
        &[
            cpp::LA_CHILD_ID,
            cpp::CIN_DETAILS_ID,
            cpp::CPP_START_DATE,
            s47::LA_CHILD_ID,
            s47::CIN_DETAILS_ID,
            s47::DATE_OF_INITIAL_CPC,
            s47::ICPC_NOT_REQUIRED,
            details::LA_CHILD_ID,
            details::CIN_DETAILS_ID,
            details::DATE_OF_INITIAL_CPC,
            header::REFERENCE_DATE,
        ],
        Check::Child(begins_on_another_day),
    )],
    cases: &[
        Case {
            about: "the enquiries decide where there are any; else the conference before a move here",
            given: "
                Header | ReferenceDate
                       | 2027-03-31
                ChildProtectionPlans | LAchildID | CINdetailsID | CPPstartDate
                                     | 1         | 1            | 2026-05-26
                >                    | 2         | 1            | 2026-05-27
                >                    | 3         | 1            | 2026-05-26
                                     | 4         | 1            | 2026-05-26
                >                    | 5         | 1            | 2026-05-27
                                     | 6         | 1            | 2026-03-31
                                     | 7         | 1            |
                >                    | 8         | 1            | 2026-05-26
                Section47 | LAchildID | CINdetailsID | DateOfInitialCPC | ICPCnotRequired
                          | 1         | 1            | 2026-05-26       | false
                          | 1         | 1            |                  | false
                >         | 2         | 1            | 2026-05-26       | false
                >         | 3         | 1            |                  | false
                          | 4         | 1            |                  | true
                          | 6         | 1            | 2026-05-26       | false
                          | 8         | 2            | 2026-05-26       | false
                CINdetails | LAchildID | CINdetailsID | DateOfInitialCPC
                           | 1         | 1            | 2025-05-26
                           | 2         | 1            | 2026-05-27
                           | 4         | 1            | 2026-05-26
                >          | 5         | 1            | 2026-05-26
                >          | 8         | 1            |
            ",
        },
        Case {
            about: "of two plans the one that has no conference",
            given: "
                Header | ReferenceDate
                       | 2027-03-31
                ChildProtectionPlans | LAchildID | CINdetailsID | CPPstartDate
                                     | 1         | 1            | 2026-05-26
                >                    | 1         | 1            | 2026-06-26
                Section47 | LAchildID | CINdetailsID | DateOfInitialCPC | ICPCnotRequired
                          | 1         | 1            | 2026-05-26       | false
                CINdetails | LAchildID | CINdetailsID | DateOfInitialCPC
                           | 1         | 1            |
            ",
        },
    ],
};
/// Plans of earlier years had their conferences in those years' returns. A conference that made another plan is not the
/// one that is wrong, so it is not told. An enquiry that needs no conference does not count.
fn begins_on_another_day(child: Child, told: &mut Told) {
    let plans = child.rows(CHILD_PROTECTION_PLANS);
    for plan in plans {
        let own = cpp::CIN_DETAILS_ID;
        let enquiries: Vec<Row> = linked(child.rows(SECTION_47), s47::CIN_DETAILS_ID, plan, own)
            .filter(|e| e.is_filled(s47::DATE_OF_INITIAL_CPC) || is_open_enquiry(*e))
            .collect();
        let referrals: Vec<Row> = linked(child.rows(CIN_DETAILS), details::CIN_DETAILS_ID, plan, own).collect();
        let (held, id, day) = match enquiries.is_empty() {
            true => (referrals, details::CIN_DETAILS_ID, details::DATE_OF_INITIAL_CPC),
            false => (enquiries, s47::CIN_DETAILS_ID, s47::DATE_OF_INITIAL_CPC),
        };
        let made_another = |conference: &Row| {
            linked(plans, own, *conference, id)
                .any(|other| other.is_filled(cpp::CPP_START_DATE) && other.is_as(cpp::CPP_START_DATE, *conference, day))
        };
        let told_of: Vec<Row> = [plan].into_iter().chain(held.iter().copied().filter(|c| !made_another(c))).collect();
        told.ask(&told_of, || {
            let Some(began) = plan.day(cpp::CPP_START_DATE)? else { return Ok(false) };
            let is_of_this_year = census_year(plan.whole())?.is_some_and(|(first, _)| began >= first);
            let mut is_made = false;
            for conference in &held {
                is_made |= conference.day(day)? == Some(began);
            }
            Ok(is_of_this_year && !is_made)
        });
    }
}
