//! Health and offending of a child who was not looked after all year.
use super::{health_items::says_anything, prelude::*};

pub const RULE: Rule = Rule {
    code: "190",
    level: Level::Error,
    wrong: "Items on offending, health or substance misuse are filled, but the child was not looked after \
        throughout the twelve months to 31 March.",
    why: "They are asked only of children in care all year, and another child's answers change the shares that are \
        published.",
    todo: "Check the child's episodes; if the child was not in care all year, clear these items.",
    reason: Reason::Data,
    fields: &[
        oc2::CONVICTED,
        oc2::HEALTH_CHECK,
        oc2::IMMUNISATIONS,
        oc2::TEETH_CHECK,
        oc2::HEALTH_ASSESSMENT,
        oc2::SUBSTANCE_MISUSE,
        oc2::INTERVENTION_RECEIVED,
        oc2::INTERVENTION_OFFERED,
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
            oc2::CONVICTED,
            oc2::HEALTH_CHECK,
            oc2::IMMUNISATIONS,
            oc2::TEETH_CHECK,
            oc2::HEALTH_ASSESSMENT,
            oc2::SUBSTANCE_MISUSE,
            oc2::INTERVENTION_RECEIVED,
            oc2::INTERVENTION_OFFERED,
        ],
        Check::Row(OC2, |o| Ok(says_anything(o) && !is_looked_after_all_year(o.child())?)),
    )],
    cases: &[Case {
        about: "a child who came back on the day of leaving began anew",
        given: "
            OC2 | CHILD | CONVICTED | HEALTH_CHECK | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT
                | 1     | 0         |              | 1             | 1           | 1
            >   | 2     | 0         |              |               |             |
                | 3     |           |              |               |             |
            OC2 | CHILD | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED | INTERVENTION_OFFERED
            >   | 4     | 0                |                       |
            Episodes | CHILD | DECOM      | DEC        | LS | REC | RNE
                     | 1     | 01/05/2024 |            | C2 |     | S
                     | 2     | 01/05/2024 | 01/06/2026 | C2 | E4A | S
                     | 2     | 01/06/2026 |            | C2 |     | S
                     | 3     | 02/04/2026 |            | C2 |     | S
        ",
    }],
};
