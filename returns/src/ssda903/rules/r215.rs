//! A care leaver with the items of a child looked after for a year. The strengths and difficulties questionnaire is
//! not among them.
use super::{health_items::says_anything, prelude::*};

pub const RULE: Rule = Rule {
    code: "215",
    level: Level::Error,
    wrong: "The child stands among the care leavers and has answers that are asked only after a year in care.",
    why: "Nobody belongs to both groups, so one of the two counts is wrong.",
    todo: "Empty the table that does not belong to the child.",
    reason: Reason::Data,
    fields: &[
        oc3::IN_TOUCH,
        oc3::ACTIV,
        oc3::ACCOM,
        oc2::CONVICTED,
        oc2::HEALTH_CHECK,
        oc2::IMMUNISATIONS,
        oc2::TEETH_CHECK,
        oc2::HEALTH_ASSESSMENT,
        oc2::SUBSTANCE_MISUSE,
        oc2::INTERVENTION_RECEIVED,
        oc2::INTERVENTION_OFFERED,
    ],
    versions: &[Version::always(&[oc2::CHILD, oc3::CHILD], Check::Child(is_in_both)).may_read(&[
        oc3::IN_TOUCH,
        oc3::ACTIV,
        oc3::ACCOM,
        oc2::CONVICTED,
        oc2::HEALTH_CHECK,
        oc2::IMMUNISATIONS,
        oc2::TEETH_CHECK,
        oc2::HEALTH_ASSESSMENT,
        oc2::SUBSTANCE_MISUSE,
        oc2::INTERVENTION_RECEIVED,
        oc2::INTERVENTION_OFFERED,
    ])],
    cases: &[Case {
        about: "one item of each is enough",
        given: "
                OC2 | CHILD | SDQ_SCORE | CONVICTED | TEETH_CHECK
                >   | 1     |           | 0         |
                    | 2     | 12        |           |
                    | 3     |           | 0         | 1
                    | 4     |           |           |
                    | 5     |           | 1         | 1
                OC3 | CHILD | IN_TOUCH | ACTIV | ACCOM
                >   | 1     |          | F1    |
                    | 2     | YES      | F1    | B1
                    | 3     |          |       |
                    | 4     | YES      | F1    | B1

            ",
    }],
};
fn is_in_both(child: Child, told: &mut Told) {
    for o in child.rows(OC3).iter().filter(|o| has_leaver_information(*o)) {
        for row in child.rows(OC2).iter().filter(|row| says_anything(*row)) {
            told.breaks(&[o, row]);
        }
    }
}
