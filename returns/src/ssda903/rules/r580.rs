//! Care that ends on the day a time missing ends: the child was missing when it ended, and E8 is the reason for that.
//! Missing and away count alike. An episode that another follows (X1) ends no care.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "580",
    level: Level::Error,
    wrong: "Care ended on the very day on which a time missing ended, but the reason is not E8.",
    why: "A child who is discharged while missing is at risk, and must not be hidden behind another reason.",
    todo: "Give E8 if the child was missing when care ended; else correct the day on which the child was found.",
    reason: Reason::People,
    fields: &[ep::REC],
    versions: &[Version::always(
        &[missing::CHILD, missing::MIS_END, ep::CHILD, ep::DEC, ep::REC],
        Check::Child(ended_while_missing),
    )],
    cases: &[Case {
        about: "the same day, and another reason",
        given: "
                Episodes | CHILD | DEC        | REC
                >        | 1     | 01/06/2026 | E4A
                         | 2     | 01/06/2026 | E8
                         | 3     | 01/06/2026 | X1
                         | 4     | 02/06/2026 | E4A
                         | 5     |            |
                >        | 6     | 01/06/2026 | E7
                ?        | 7     | 01/06/2026 | E7
                Missing  | CHILD | MIS_END
                         | 1     | 01/06/2026
                         | 2     | 01/06/2026
                         | 3     | 01/06/2026
                         | 4     | 01/06/2026
                         | 5     |
                         | 6     | 31/06/2026
                         | 6     | 01/06/2026
                         | 7     | 1/6/2026

            ",
    }],
};
fn ended_while_missing(child: Child, told: &mut Told) {
    for e in child.rows(EPISODES).iter().filter(|e| has_left_care(*e) && !e.is(ep::REC, &["E8"])) {
        told.ask(&[e], || {
            let ended = e.day(ep::DEC)?;
            any(child.rows(MISSING), |m| Ok(ended.is_some() && m.day(missing::MIS_END)? == ended))
        });
    }
}
