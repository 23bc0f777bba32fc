//! One disability a child.
use super::prelude::*;
use std::collections::HashSet;

pub const RULE: Rule = Rule {
    code: "2888Q",
    level: Level::Query,
    wrong: "No child in the return has more than one disability.",
    why: "Many disabled children have several: where nobody has, only the first was taken over.",
    todo: "See that all disabilities of each child are taken over, or say why there is one of each.",
    reason: Reason::Data,
    fields: &[disabilities::DISABILITY],
    versions: &[Version::always(&[disabilities::LA_CHILD_ID, disabilities::DISABILITY], Check::Return(one_each))],
    cases: &[
        Case {
            about: "none, blanks and copies are no second one",
            given: "
                > the return
                Disabilities | LAchildID | Disability
                             | 1         | MOB
                             | 1         | MOB
                             | 2         | VIS
                             | 2         | NONE
                             | 2         |
            ",
        },
        Case {
            about: "one child has two",
            given: "
                Disabilities | LAchildID | Disability
                             | 1         | MOB
                             | 1         | VIS
                             | 2         | VIS
            ",
        },
        Case {
            about: "of nobody is anything told",
            given: "
                Disabilities | LAchildID | Disability
                             | 1         | NONE
                             | 2         |
            ",
        },
    ],
};
fn one_each(whole: Whole, told: &mut Told) {
    let kinds = |child: Child| {
        let rows = child.rows(DISABILITIES).iter();
        let given =
            rows.filter(|d| d.is_filled(disabilities::DISABILITY) && !d.is(disabilities::DISABILITY, &["NONE"]));
        given.map(|d| d.code(disabilities::DISABILITY).to_owned()).collect::<HashSet<_>>().len()
    };
    if whole.children().map(kinds).max() == Some(1) {
        told.whole_breaks();
    }
}
