//! The score of the questionnaire is a whole number from 0 to 40.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "180",
    level: Level::Error,
    wrong: "The SDQ score is not a whole number from 0 to 40.",
    why: "The questionnaire cannot give any other total, and a wrong one distorts the average of all children.",
    todo: "Take the total difficulties score from the questionnaire, or clear the cell and give a reason.",
    reason: Reason::Data,
    fields: &[oc2::SDQ_SCORE],
    versions: &[Version::always(&[oc2::SDQ_SCORE], Check::Row(OC2, is_no_score))],
    cases: &[Case {
        about: "the ends of the scale, and what is off it",
        given: "
            OC2 | SDQ_SCORE
                | 0
                | 40
            >   | 41
            >   | -1
            >   | 13.5
            >   | high
                |
        ",
    }],
};
fn is_no_score(o: Row) -> Answer {
    Ok(o.is_filled(oc2::SDQ_SCORE) && !matches!(o.said(oc2::SDQ_SCORE).parse::<u8>(), Ok(0..=40)))
}
