//! A family meeting that nobody offered.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP08",
    level: Level::Error,
    wrong: "A family group decision-making meeting was held, and was not offered.",
    why: "A meeting is held because it was offered and taken up: one of the two answers is wrong.",
    todo: "Correct whether it was offered or whether it was held.",
    reason: Reason::Ours,
    fields: &[pre_proceedings::FGDM_MEETING_OFFER, pre_proceedings::FGDM_MEETING_FAC],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[pre_proceedings::FGDM_MEETING_OFFER, pre_proceedings::FGDM_MEETING_FAC],
        Check::Row(PRE_PROCEEDINGS, |p| {
            Ok(is_yes(p, pre_proceedings::FGDM_MEETING_FAC) && is_no(p, pre_proceedings::FGDM_MEETING_OFFER))
        }),
    )],
    cases: &[Case {
        about: "an answer that is missing is the business of PP07",
        given: "
                PreProceedings | LAchildID | FGDMMeetingOffer | FGDMMeetingFac
                >              | 1         | 0                | 1
                >              | 2         | false            | true
                               | 3         | 1                | 1
                               | 4         | 1                | 0
                               | 5         |                  | 1
            ",
    }],
};
