//! A UASC in both years: the status then cannot have ceased before this one.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "205B",
    level: Level::Error,
    wrong: "The child is an unaccompanied asylum-seeking child in both years, but the status ceased before this \
        year began.",
    why: "The status is counted, and funded, for a year in which the child did not have it.",
    todo: "Correct the day on which the status ceased, or the flag.",
    reason: Reason::Data,
    fields: &[uasc::DUC, header::UASC],
    versions: &[Version::always(&[uasc::CHILD, uasc::DUC], Check::Child(had_ceased))
        .needs_prior(&[uasc::CHILD, uasc::DUC])
        .may_read(&[header::CHILD, header::UASC])],
    cases: &[
        Case {
            about: "a day of this year, or none, supports it",
            given: "
                xml
                Header      | CHILD | UASC
                >           | 1     | 1
                            | 2     | 1
                            | 3     | 1
                >           | 4     | 1
                            | 5     | 1
                            | 6     | 1
                UASC        | CHILD | DUC
                >           | 1     | 31/03/2026
                            | 2     | 01/04/2026
                            | 3     |
                >           | 4     |
                            | 5     | 01/05/2026
                            | 6     | 31/03/2026
                Header_last | CHILD | UASC
                            | 1     | 1
                            | 2     | 1
                            | 3     | 1
                            | 4     | 1
                            | 5     | 1
                            | 6     | 0
                UASC_last   | CHILD | DUC
                            | 1     |
                            | 4     | 31/03/2026
                            | 5     | 31/03/2026

            ",
        },
        Case {
            about: "without a Header standing in UASC in both years is the status",
            given: "
                UASC      | CHILD | DUC
                >         | 1     | 31/03/2026
                          | 2     | 01/04/2026
                          | 3     | 31/03/2026
                UASC_last | CHILD | DUC
                          | 1     | 31/03/2026
                          | 2     |
            ",
        },
    ],
};
fn had_ceased(child: Child, told: &mut Told) {
    if is_uasc(child) && was_uasc_last_year(child) {
        told.ask(&uasc_and_header(child), || {
            let days = days_ceased(child)?;
            Ok(!days.is_empty() && days.iter().all(|d| *d < child.given().start))
        });
    }
}
