//! Left care without being adopted, the plan still open.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "557",
    level: Level::Error,
    wrong: "The child was to be adopted and left care without it, but when and why the plan was given up is not said.",
    why: "The child seems to wait for adopters for ever, and nobody learns why the plan failed.",
    todo: "Give DATE_PLACED_CEASED and REASON_PLACED_CEASED; or correct the reason for which the last episode ended.",
    reason: Reason::Data,
    fields: &[placed::DATE_PLACED_CEASED, placed::REASON_PLACED_CEASED, ep::PLACE, ep::LS, ep::REC],
    versions: &[
        Version::always(
            &[
                ep::CHILD,
                ep::PLACE,
                ep::LS,
                ep::REC,
                placed::CHILD,
                placed::DATE_PLACED_CEASED,
                placed::REASON_PLACED_CEASED,
            ],
            Check::Child(|child, told| has_left_with_an_open_plan(child, &["D1", "E1"], told)),
        )
        .until(2024),
        Version::since(
            2025,
            &[
                ep::CHILD,
                ep::PLACE,
                ep::LS,
                ep::REC,
                placed::CHILD,
                placed::DATE_PLACED_CEASED,
                placed::REASON_PLACED_CEASED,
            ],
            Check::Child(|child, told| has_left_with_an_open_plan(child, &["E1"], told)),
        ),
    ],
    cases: &[
        Case {
            about: "placed for adoption or under a placement order, and gone for another reason",
            given: "
                Episodes | CHILD | PLACE | LS | REC
                >        | 1     | A3    | V2 | E4A
                >        | 2     | U4    | E1 | E13
                         | 3     | A6    | E1 | E11
                         | 4     | A6    | E1 | X1
                         | 5     | A6    | E1 |
                         | 6     | U4    | C2 | E4A
                >        | 7     | A4    | C2 | E4A
                         | 8     | A4    | C2 | E4A
                         | 9     | U4    | D1 | E4A
                PlacedAdoption | CHILD | DATE_PLACED_CEASED | REASON_PLACED_CEASED
                >              | 1     |                    |
                >              | 2     | 01/05/2026         |
                               | 3     |                    |
                               | 4     |                    |
                               | 5     |                    |
                               | 6     |                    |
                               | 8     | 01/05/2026         | RD4
                               | 9     |                    |
            ",
        },
        Case {
            about: "freeing orders, up to 2023/24",
            given: "
                2023/24
                Episodes | CHILD | PLACE | LS | REC
                >        | 1     | U4    | D1 | E4A
                >        | 2     | U4    | E1 | E4A
                PlacedAdoption | CHILD | DATE_PLACED_CEASED | REASON_PLACED_CEASED
                >              | 1     |                    |
            ",
        },
    ],
};
fn has_left_with_an_open_plan(child: Child, orders: &[&str], told: &mut Told) {
    let was_to_be_adopted = |e: &Row| e.is(ep::PLACE, PLACED_FOR_ADOPTION) || e.is(ep::LS, orders);
    let decisions = child.rows(PLACED_ADOPTION);
    let is_open = |d: &Row| d.is_blank(placed::DATE_PLACED_CEASED) || d.is_blank(placed::REASON_PLACED_CEASED);
    for e in child.rows(EPISODES).iter().filter(was_to_be_adopted) {
        match has_left_care(e) && !e.is(ep::REC, ADOPTED) {
            true if decisions.is_empty() => told.breaks(&[e]),
            true => decisions.iter().filter(is_open).for_each(|d| told.breaks(&[e, d])),
            false => {}
        }
    }
}
