//! To court without offering a family meeting.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP09",
    level: Level::Query,
    wrong: "An application was made to the court, and no family group decision-making meeting was offered.",
    why: "Parents are to be offered one before an application for a care or supervision order, unless it is against the child's interests (Children Act 1989 s31ZA, once in force).",
    todo: "Correct the answer, or say why it was not offered.",
    reason: Reason::Ours,
    fields: &[pre_proceedings::FGDM_MEETING_OFFER, pre_proceedings::COURT_APP_DATE],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[pre_proceedings::FGDM_MEETING_OFFER, pre_proceedings::COURT_APP_DATE],
        Check::Row(PRE_PROCEEDINGS, |p| {
            Ok(p.is_filled(pre_proceedings::COURT_APP_DATE) && is_no(p, pre_proceedings::FGDM_MEETING_OFFER))
        }),
    )],
    cases: &[Case {
        about: "an answer that is missing is the business of PP07",
        given: "
                PreProceedings | LAchildID | FGDMMeetingOffer | CourtAppDate
                >              | 1         | 0                | 2026-12-01
                               | 2         | 1                | 2026-12-01
                               | 3         | 0                |
                               | 4         |                  | 2026-12-01
            ",
    }],
};
