//! Whether a family meeting was offered and held.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "PP07",
    level: Level::Error,
    wrong: "Whether a family group decision-making meeting was offered, or was held, is not said with yes or no.",
    why: "Families can show that they keep the child safe themselves: whether they were asked is what this block is for.",
    todo: "Give true or 1 for yes, false or 0 for no, to both.",
    reason: Reason::Ours,
    fields: &[pre_proceedings::FGDM_MEETING_OFFER, pre_proceedings::FGDM_MEETING_FAC],
    versions: &[Version::since(
        PRE_PROCEEDINGS_SINCE,
        &[pre_proceedings::FGDM_MEETING_OFFER, pre_proceedings::FGDM_MEETING_FAC],
        Check::Row(PRE_PROCEEDINGS, does_not_say),
    )],
    cases: &[Case {
        about: "an answer to both",
        given: "
                PreProceedings | LAchildID | FGDMMeetingOffer | FGDMMeetingFac
                               | 1         | 1                | 0
                               | 2         | true             | FALSE
                >              | 3         |                  | 0
                >              | 4         | 1                |
                >              | 5         | Y                | 1
            ",
    }],
};
fn does_not_say(proceedings: Row) -> Answer {
    let says = |column| proceedings.is(column, &["0", "1", "FALSE", "TRUE"]);
    Ok(!says(pre_proceedings::FGDM_MEETING_OFFER) || !says(pre_proceedings::FGDM_MEETING_FAC))
}
