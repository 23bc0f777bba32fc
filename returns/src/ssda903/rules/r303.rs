//! A day on which the status ceased, without the status. Only the XML form has the flag in the Header.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "303",
    level: Level::Error,
    wrong: "UASC gives the day on which the status ceased, but the Header does not say that the child had it.",
    why: "The child counts as an unaccompanied asylum-seeking child in one table and not in the other.",
    todo: "Set the flag to 1, or take the day out.",
    reason: Reason::Data,
    fields: &[uasc::DUC, header::UASC],
    versions: &[Version::always(
        &[uasc::CHILD, uasc::DUC, header::CHILD, header::UASC],
        Check::Child(ceased_without_status),
    )],
    cases: &[Case {
        about: "every day needs the flag",
        given: "
                xml
                Header | CHILD | UASC
                       | 1     | 1
                >      | 2     | 0
                >      | 3     |
                       | 4     | 0
                UASC   | CHILD | DUC
                       | 1     | 01/05/2026
                >      | 2     | 01/05/2026
                >      | 3     | 31/06/2026
                       | 4     |
                       | 5     | 01/05/2026

            ",
    }],
};
fn ceased_without_status(child: Child, told: &mut Told) {
    for h in child.rows(HEADER).iter().filter(|h| !is_flagged_uasc(*h)) {
        for u in child.rows(UASC).iter().filter(|u| u.is_filled(uasc::DUC)) {
            told.breaks(&[u, h]);
        }
    }
}
