//! A child who was looked after all year, of whom the health items are not all told.
use super::{health_items::lacks_what_all_have, prelude::*};

pub const RULE: Rule = Rule {
    code: "191",
    level: Level::Error,
    wrong: "The child was looked after all year, but immunisations, teeth check, health assessment or substance \
        misuse is not said.",
    why: "These checks are owed to every child in care; a blank may be a check that nobody made.",
    todo: "Fill the four items in the child's OC2 row; if the child has none there, add it.",
    reason: Reason::People,
    fields: &[
        oc2::IMMUNISATIONS,
        oc2::TEETH_CHECK,
        oc2::HEALTH_ASSESSMENT,
        oc2::SUBSTANCE_MISUSE,
        oc2::CHILD,
        ep::CHILD,
    ],
    versions: &[Version::always(
        &[
            ep::CHILD,
            ep::DECOM,
            ep::DEC,
            ep::LS,
            ep::REC,
            ep::RNE,
            oc2::CHILD,
            oc2::IMMUNISATIONS,
            oc2::TEETH_CHECK,
            oc2::HEALTH_ASSESSMENT,
            oc2::SUBSTANCE_MISUSE,
        ],
        Check::Child(lacks_health),
    )],
    cases: &[Case {
        about: "the row in OC2; the first episode of a child who has none there",
        given: "
            OC2 | CHILD | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE
                | 1     | 1             | 1           | 0                 | 0
            >   | 2     | 1             |             | 1                 | 0
                | 3     |               |             |                   |
            ?   | 5     |               |             |                   |
            Episodes | CHILD | DECOM      | DEC        | LS | REC | RNE
                     | 1     | 01/05/2024 |            | C2 |     | S
                     | 2     | 01/05/2024 |            | C2 |     | S
                     | 3     | 02/04/2026 |            | C2 |     | S
                     | 4     | 01/06/2026 |            | C2 |     | P
            >        | 4     | 01/05/2024 | 01/06/2026 | C2 | X1  | S
                     | 5     | 31/06/2024 |            | C2 |     | S
                     | 6     | 01/05/2024 |            | V4 |     | S
        ",
    }],
};
fn lacks_health(child: Child, told: &mut Told) {
    let answers = child.rows(OC2);
    let first = child.rows(EPISODES).first().filter(|e| answers.is_empty() && e.is_filled(ep::CHILD));
    if let Some(first) = first {
        told.ask(&[first], || is_looked_after_all_year(child));
    }
    for o in answers.iter().filter(|o| lacks_what_all_have(*o)) {
        told.ask(&[o], || is_looked_after_all_year(child));
    }
}
