//! An earlier permanence order of a child who came into care before it was asked. All of the child's episodes are
//! reported with it, for none of them shows a start since then.
use super::{
    earlier_orders::{says_anything, starts_care},
    prelude::*,
};

pub const RULE: Rule = Rule {
    code: "634",
    level: Level::Error,
    wrong: "An earlier permanence order is given, but the child has been in care since before 1 April 2016.",
    why: "It is asked only of children who came into care from that day on; others would make the count incomplete.",
    todo: "Check the day on which the child came into care; if it is right, clear the items.",
    reason: Reason::Data,
    fields: &[prev_perm::LA_PERM, prev_perm::PREV_PERM, prev_perm::DATE_PERM, ep::DECOM],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, prev_perm::CHILD, prev_perm::PREV_PERM, prev_perm::LA_PERM, prev_perm::DATE_PERM],
        Check::Child(is_in_care_for_too_long),
    )
    .may_read(&[ep::RNE])
    .helped_by(&[ep::CHILD, ep::DECOM, ep::RNE])],
    cases: &[
        Case {
            about: "an episode since then is not enough: care must have begun with it",
            given: "
                PrevPerm | CHILD | PREV_PERM | LA_PERM | DATE_PERM
                >        | 1     | Z1        |         |
                         | 2     | Z1        |         |
                >        | 3     |           | 892     |
                         | 4     | P1        | 892     | 01/01/2015
                         | 5     |           |         |
                         | 6     | Z1        |         |
                         | 7     | Z1        |         |
                Episodes | CHILD | DECOM      | RNE
                >        | 1     | 31/03/2016 | S
                         | 2     | 01/04/2016 | S
                >        | 3     | 31/03/2016 | S
                >        | 3     | 01/05/2026 | P
                         | 4     | 31/03/2016 | S
                         | 4     | 01/05/2026 | S
                         | 5     | 31/03/2016 | S
                         | 6     | 01/05/2024 | P
            ",
        },
        Case {
            about: "without RNE, and with the years before",
            given: "
                2025/26
                PrevPerm | CHILD | PREV_PERM | LA_PERM | DATE_PERM
                         | 1     | Z1        |         |
                >        | 2     | Z1        |         |
                Episodes | CHILD | DECOM
                         | 1     | 31/03/2016
                         | 1     | 01/05/2025
                >        | 2     | 31/03/2016
            ",
        },
    ],
};
fn is_in_care_for_too_long(child: Child, told: &mut Told) {
    let said: Vec<Row> = child.rows(PREV_PERM).iter().filter(|p| says_anything(*p)).collect();
    if said.is_empty() {
        return;
    }
    let asked_since = date(2016, 4, 1);
    let here = told.in_order(child.rows(EPISODES), ep::DECOM);
    let mut was_in_care_before = false;
    for e in here.iter().copied().chain(child.before(EPISODES)) {
        match e.day(ep::DECOM) {
            Ok(Some(day)) if day >= asked_since && starts_care(e) => return,
            Ok(Some(day)) if day < asked_since => was_in_care_before = true,
            _ => {}
        }
    }
    // Of a child who came into care in a year that was not given nothing is known.
    if was_in_care_before {
        said.iter().for_each(|p| told.breaks(&[&[*p], here.as_slice()].concat()));
    }
}
