//! The items of OC2 other than the questionnaire are yes (1) or no (0).
use super::{health_items::ITEMS, prelude::*};

pub const RULE: Rule = Rule {
    code: "181",
    level: Level::Error,
    wrong: "One of the items on offending, health or substance misuse is neither 0 nor 1.",
    why: "The return counts ones among ones and noughts; anything else is lost from the count.",
    todo: "Give 1 for yes and 0 for no, or leave the cell blank where the item is not asked of the child.",
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
        &ITEMS,
        Check::Row(OC2, |o| Ok(ITEMS.into_iter().any(|c| o.is_filled(c) && !o.is(c, &["0", "1"])))),
    )],
    cases: &[Case {
        about: "any one of the eight",
        given: "
            OC2 | CONVICTED | HEALTH_CHECK | IMMUNISATIONS | TEETH_CHECK
                | 1         | 0            | 1             | 0
                |           |              |               |
            >   | 2         |              |               |
            >   |           |              |               | yes
            OC2 | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED | INTERVENTION_OFFERED
                | 1                 | 1                | 0                     | 1
            >   |                   |                  |                       | 10
        ",
    }],
};
