//! No longer a UASC. The day on which the status ceased, in either year, must then lie before this collection year.
//! Where neither return gives a day, only a child who has left UASC altogether is reported.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "205A",
    level: Level::Error,
    wrong: "The child was an unaccompanied asylum-seeking child last year and is none this year, and no day shows \
        when that ceased.",
    why: "A child may have lost a status, and the help that goes with it, by a slip.",
    todo: "Set the flag again, or give the day on which the status ceased.",
    reason: Reason::Data,
    fields: &[uasc::CHILD, header::UASC],
    versions: &[Version::always(&[header::CHILD, uasc::CHILD, uasc::DUC], Check::Child(is_no_longer_uasc))
        .needs_prior(&[uasc::CHILD, uasc::DUC])
        .may_read(&[header::UASC])],
    cases: &[
        Case {
            about: "the status must have ceased before the year",
            given: "
                xml
                Header      | CHILD | UASC
                >           | 1     | 0
                            | 2     | 0
                            | 3     | 1
                            | 4     | 0
                ?           | 5     | 0
                UASC        | CHILD | DUC
                >           | 1     | 01/04/2026
                            | 2     | 31/03/2026
                            | 3     | 01/04/2026
                            | 4     | 01/05/2026
                ?           | 5     | 1/4/2026
                Header_last | CHILD | UASC
                            | 1     | 1
                            | 2     | 1
                            | 3     | 1
                            | 4     | 0
                            | 5     | 1
                UASC_last   | CHILD | DUC
                            | 1     |

            ",
        },
        Case {
            about: "in the CSV form standing in UASC is the flag",
            given: "
                Header    | CHILD
                >         | 1
                          | 2
                          | 3
                >         | 4
                UASC      | CHILD | DUC
                          | 3     |
                UASC_last | CHILD | DUC
                          | 1     |
                          | 2     | 01/05/2025
                          | 3     |
                          | 4     | 01/05/2026
                          | 5     |

            ",
        },
    ],
};
fn is_no_longer_uasc(child: Child, told: &mut Told) {
    if child.rows(HEADER).is_empty() || is_uasc(child) || !was_uasc_last_year(child) {
        return;
    }
    told.ask(&uasc_and_header(child), || {
        let days = days_ceased(child)?;
        Ok(match days.is_empty() {
            true => child.rows(UASC).is_empty(),
            false => days.iter().all(|d| *d >= child.given().start),
        })
    });
}
