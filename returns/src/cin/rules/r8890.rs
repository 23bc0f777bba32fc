//! Two enquiries at once.
//!
//! What is at once is not published: within one case where the return says which it is, and the day of the conference
//! is free for the next.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8890",
    level: Level::Error,
    wrong: "A section 47 enquiry began while another of the same case was going on.",
    why: "What is learnt in the meantime belongs into the enquiry that is open; two at once look like one that was entered twice.",
    todo: "Correct the days, or take out the enquiry that was entered twice.",
    reason: Reason::Data,
    fields: &[s47::S47_ACTUAL_START_DATE],
    versions: &[Version::always(
        &[s47::LA_CHILD_ID, s47::S47_ACTUAL_START_DATE, s47::DATE_OF_INITIAL_CPC],
        Check::Child(at_once),
    )
    .may_read(&[s47::CIN_DETAILS_ID, s47::ICPC_NOT_REQUIRED])],
    cases: &[
        Case {
            about: "it goes on up to its conference; of one that needs none the last day is not returned",
            given: "
                Section47 | LAchildID | CINdetailsID | S47ActualStartDate | DateOfInitialCPC | ICPCnotRequired
                >         | 1         | 1            | 2026-05-01         | 2026-05-20       | 0
                >         | 1         | 1            | 2026-05-10         |                  | 0
                          | 1         | 2            | 2026-05-10         |                  | 0
                          | 2         | 1            | 2026-05-01         | 2026-05-20       | 0
                          | 2         | 1            | 2026-05-20         |                  | 0
                          | 3         | 1            | 2026-05-01         |                  | 1
                          | 3         | 1            | 2026-05-10         |                  | 0
                >         | 4         | 1            | 2026-05-01         |                  | 0
                >         | 4         | 1            | 2026-12-10         | 2026-12-15       | 0
                          | 5         | 1            |                    |                  | 0
            ",
        },
        Case {
            about: "where no case is named, all of a child's are looked at together",
            given: "
                Section47 | LAchildID | S47ActualStartDate | DateOfInitialCPC
                >         | 1         | 2026-05-01         | 2026-05-20
                >         | 1         | 2026-05-10         |
                          | 2         | 2026-05-10         |
            ",
        },
    ],
};
fn at_once(child: Child, told: &mut Told) {
    let from = s47::S47_ACTUAL_START_DATE;
    let says = child.whole().has(s47::ICPC_NOT_REQUIRED);
    let ended = |enquiry: Row| match enquiry.is_blank(s47::DATE_OF_INITIAL_CPC) {
        true if says && is_yes(enquiry, s47::ICPC_NOT_REQUIRED) => end(enquiry, from),
        _ => end(enquiry, s47::DATE_OF_INITIAL_CPC),
    };
    let all = told.in_order(child.rows(SECTION_47), from);
    for of_case in by_referral(child, all, s47::CIN_DETAILS_ID) {
        overlaps(told, &of_case, from, ended, Date::lt);
    }
}
