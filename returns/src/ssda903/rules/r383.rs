//! After a temporary placement - or several on end - the child comes back to the placement before them: the reason is
//! P, the placement type the same and, from 2025/26 on, the postcode too. Where nothing stands before them it is not
//! told.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "383",
    level: Level::Error,
    wrong: "After a temporary placement the child did not come back to the placement before it.",
    why: "A stay that the child does not come back from is a move, and must be counted as one.",
    todo: "If the child came back, correct RNE, PLACE or PL_POST; if not, the stay was a placement of its own: \
        correct its type.",
    reason: Reason::Guidance,
    fields: &[ep::PLACE, ep::RNE, ep::PL_POST],
    versions: &[
        Version::always(
            &[ep::CHILD, ep::RNE, ep::DECOM, ep::PLACE],
            Check::Child(|child, told| goes_elsewhere(child, told, &[ep::PLACE])),
        )
        .until(2025),
        Version::since(
            2026,
            &[ep::CHILD, ep::RNE, ep::DECOM, ep::PLACE, ep::PL_POST],
            Check::Child(|child, told| goes_elsewhere(child, told, &[ep::PLACE, ep::PL_POST])),
        ),
    ],
    cases: &[
        Case {
            about: "the same type and, from 2025/26 on, the same postcode",
            given: "
                2025/26
                Episodes | CHILD | DECOM      | RNE | PLACE | PL_POST
                         | 1     | 01/05/2025 | S   | U6    | ZZ1 1ZZ
                         | 1     | 01/06/2025 | P   | T3    | ZZ2 2ZZ
                         | 1     | 15/06/2025 | P   | U6    | ZZ1 1ZZ
                         | 2     | 01/05/2025 | S   | U6    | ZZ1 1ZZ
                         | 2     | 01/06/2025 | P   | T3    | ZZ2 2ZZ
                >        | 2     | 15/06/2025 | P   | U6    | ZZ3 3ZZ
                         | 3     | 01/05/2025 | S   | U6    | ZZ1 1ZZ
                         | 3     | 01/06/2025 | P   | T3    | ZZ2 2ZZ
                >        | 3     | 15/06/2025 | T   | U6    | ZZ1 1ZZ
                         | 4     | 01/05/2025 | S   | U6    | ZZ1 1ZZ
                         | 4     | 01/06/2025 | P   | T3    | ZZ2 2ZZ
                         | 4     | 10/06/2025 | P   | T1    | ZZ4 4ZZ
                         | 4     | 15/06/2025 | P   | U6    | ZZ1 1ZZ
                         | 5     | 01/06/2025 | S   | T3    | ZZ2 2ZZ
                         | 5     | 15/06/2025 | P   | U6    | ZZ1 1ZZ
            ",
        },
        Case {
            about: "the same type until 2024/25",
            given: "
                2024/25
                Episodes | CHILD | DECOM      | RNE | PLACE | PL_POST
                         | 1     | 01/05/2024 | S   | U6    | ZZ1 1ZZ
                         | 1     | 01/06/2024 | P   | T3    | ZZ2 2ZZ
                         | 1     | 15/06/2024 | P   | U6    | ZZ3 3ZZ
                         | 2     | 01/05/2024 | S   | U6    | ZZ1 1ZZ
                         | 2     | 01/06/2024 | P   | T3    | ZZ2 2ZZ
                >        | 2     | 15/06/2024 | P   | U4    | ZZ1 1ZZ
            ",
        },
    ],
};
fn goes_elsewhere(child: Child, told: &mut Told, same: &[Column]) {
    let mut usual: Option<Row> = None;
    let mut is_away = false;
    for e in told.in_order(child.rows(EPISODES), ep::DECOM) {
        if is_temporary(e) {
            is_away = true;
            continue;
        }
        let came_back = |usual: Row| e.is(ep::RNE, &["P"]) && same.iter().all(|c| e.is_as(*c, usual, *c));
        if is_away && usual.is_some_and(|usual| !came_back(usual)) {
            told.breaks(&[e]);
        }
        (usual, is_away) = (Some(e), false);
    }
}
