//! Other data of a child without an episode in the year. Children who left care have a row in OC3 only.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1012",
    level: Level::Error,
    wrong: "The child has no episode in this return, and yet a row here.",
    why: "Reviews, health and adoption are asked of looked-after children: of anyone else they are counted with \
        nobody, and should not be sent.",
    todo: "Add the child's episodes, or take this row out.",
    reason: Reason::Privacy,
    fields: &[placed::CHILD, missing::CHILD, reviews::CHILD, ad1::CHILD, prev_perm::CHILD, oc2::CHILD],
    versions: &[Version::always(&[ep::CHILD], Check::Child(has_no_episode)).may_read(&[
        placed::CHILD,
        missing::CHILD,
        reviews::CHILD,
        ad1::CHILD,
        prev_perm::CHILD,
        oc2::CHILD,
    ])],
    cases: &[Case {
        about: "each such row by itself; OC3 is for children who left",
        given: "
            Episodes       | CHILD
                           | 1
            Reviews        | CHILD | REVIEW
                           | 1     | 01/05/2026
            >              | 2     | 01/05/2026
            >              | 2     | 01/11/2026
                           |       | 01/11/2026
            OC2            | CHILD
            >              | 3
            PlacedAdoption | CHILD
            >              | 3
            OC3            | CHILD
                           | 4
        ",
    }],
};
fn has_no_episode(child: Child, told: &mut Told) {
    if !child.rows(EPISODES).is_empty() {
        return;
    }
    for (table, whose) in [
        (PLACED_ADOPTION, placed::CHILD),
        (MISSING, missing::CHILD),
        (REVIEWS, reviews::CHILD),
        (AD1, ad1::CHILD),
        (PREV_PERM, prev_perm::CHILD),
        (OC2, oc2::CHILD),
    ] {
        told.each_breaks(child.rows(table).iter().filter(|row| row.is_filled(whose)));
    }
}
