//! The category of need is that of the day on which the child came into care, and stays so until the child leaves. An
//! episode continues the one before if that one ended with X1 on the day on which it begins.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "504",
    level: Level::Error,
    wrong: "The child has another category of need than on coming into care.",
    why: "Why the child came into care is counted from it: a second category makes a second cause.",
    todo: "Give the category with which the period of care began.",
    reason: Reason::Guidance,
    fields: &[ep::CIN],
    versions: &[Version::always(&[ep::CHILD, ep::DECOM, ep::DEC, ep::REC, ep::CIN], Check::Child(has_changed))],
    cases: &[Case {
        about: "compared with the start of the period, a new period is free",
        given: "
            Episodes | CHILD | DECOM      | DEC        | REC | CIN
                     | 1     | 01/05/2026 | 01/06/2026 | X1  | N1
            >        | 1     | 01/06/2026 | 01/07/2026 | X1  | N5
            >        | 1     | 01/07/2026 | 01/08/2026 | X1  | N5
                     | 1     | 01/08/2026 |            |     | N1
                     | 2     | 01/05/2026 | 01/06/2026 | E4A | N1
                     | 2     | 01/06/2026 |            |     | N5
                     | 3     | 01/05/2026 | 01/06/2026 | X1  | N1
                     | 3     | 02/06/2026 |            |     | N5
                     | 4     | 01/05/2026 | 31/06/2026 | X1  | N1
            ?        | 4     | 01/07/2026 |            |     | N5
        ",
    }],
};
fn has_changed(child: Child, told: &mut Told) {
    let mut start: Option<Row> = None;
    for (e, next) in followed(child, told) {
        let began = start.unwrap_or(e);
        let Some(next) = next else { continue };
        let goes_on = if e.is(ep::REC, CONTINUES) { meets(e, next) } else { Ok(false) };
        // Where it cannot be told whether the period goes on, the next episode is taken for a new start.
        start = Some(if goes_on == Ok(true) { began } else { next });
        told.ask(&[next], || Ok(goes_on? && !next.is_as(ep::CIN, began, ep::CIN)));
    }
}
