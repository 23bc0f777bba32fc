//! Sexual abuse that does not say by whom.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "8950Q",
    level: Level::Query,
    wrong: "The assessment has factor 19A, sexual abuse, which does not say whether an adult or a child did it.",
    why: "A child who is harmed by another child needs other help than one who is harmed by an adult.",
    todo: "Give 19B where a child did it and 19C where an adult did; say why if it is not known.",
    reason: Reason::Data,
    fields: &[assessments::ASSESSMENT_FACTORS],
    versions: &[Version::since(
        2025,
        &[assessments::ASSESSMENT_FACTORS],
        Check::Row(ASSESSMENTS, |a| Ok(factors(a).any(|factor| factor == "19A"))),
    )],
    cases: &[Case {
        about: "capitals or not, alone or among others",
        given: "
                Assessments | LAchildID | AssessmentFactors
                >           | 1         | 19A
                >           | 2         | 1A,19a
                            | 3         | 19B,19C
                            | 4         |
            ",
    }],
};
