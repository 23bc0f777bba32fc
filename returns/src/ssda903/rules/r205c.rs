//! Never a UASC, yet the status ceased.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "205C",
    level: Level::Error,
    wrong: "The child was no unaccompanied asylum-seeking child in either year, but a day is given on which the \
        status ceased.",
    why: "The table and the flag tell of two different children.",
    todo: "Take the day out, or set the flag.",
    reason: Reason::Data,
    fields: &[uasc::DUC, header::UASC],
    versions: &[Version::always(&[uasc::CHILD, uasc::DUC], Check::Child(ceased_what_never_was))
        .needs_prior(&[uasc::CHILD, uasc::DUC])
        .may_read(&[header::CHILD, header::UASC])],
    cases: &[
        Case {
            about: "a day of either year",
            given: "
                xml
                Header      | CHILD | UASC
                >           | 1     | 0
                >           | 2     | 0
                            | 3     | 0
                            | 4     | 1
                            | 5     | 0
                UASC        | CHILD | DUC
                >           | 1     | 01/05/2026
                            | 3     |
                            | 4     | 01/05/2026
                            | 5     | 01/05/2026
                Header_last | CHILD | UASC
                            | 1     | 0
                            | 2     | 0
                            | 3     | 0
                            | 4     | 0
                            | 5     | 1
                UASC_last   | CHILD | DUC
                            | 2     | 01/05/2025

            ",
        },
        Case {
            about: "the Header need not be there",
            given: "
                UASC      | CHILD | DUC
                          | 1     | 01/05/2026
                UASC_last | CHILD | DUC
                          | 1     |
            ",
        },
    ],
};
fn ceased_what_never_was(child: Child, told: &mut Told) {
    let has_day = child.rows(UASC).iter().chain(child.last(UASC).iter()).any(|u| u.is_filled(uasc::DUC));
    if has_day && !child.rows(HEADER).is_empty() && !is_uasc(child) && !was_uasc_last_year(child) {
        told.breaks(&uasc_and_header(child));
    }
}
