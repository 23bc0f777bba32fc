//! A disability, and none.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8790",
    level: Level::Error,
    wrong: "The child has the code NONE together with a disability.",
    why: "One of the two is wrong: the child is counted as disabled and as not.",
    todo: "Take NONE out, or the codes that are not true of the child.",
    reason: Reason::Data,
    fields: &[disabilities::DISABILITY],
    versions: &[Version::always(&[disabilities::LA_CHILD_ID, disabilities::DISABILITY], Check::Child(has_both))],
    cases: &[Case {
        about: "all of the child are told",
        given: "
                Disabilities | LAchildID | Disability
                >            | 1         | NONE
                >            | 1         | MOB
                             | 1         |
                             | 2         | NONE
                             | 2         |
                             | 3         | MOB
                             | 3         | VIS
            ",
    }],
};
fn has_both(child: Child, told: &mut Told) {
    let given = child.rows(DISABILITIES).iter().filter(|d| d.is_filled(disabilities::DISABILITY));
    let (none, some): (Vec<Row>, Vec<Row>) = given.partition(|d| d.is(disabilities::DISABILITY, &["NONE"]));
    if !none.is_empty() && !some.is_empty() {
        told.breaks(&[none, some].concat());
    }
}
