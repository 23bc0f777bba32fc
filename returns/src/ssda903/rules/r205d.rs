//! A UASC this year who was in last year's return without being one: a child arrives alone only once. Where the
//! Header has no flag, standing in UASC is the flag; a status that is said to have ceased before this year, of which
//! last year's table did not know, is then reported too.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "205D",
    level: Level::Error,
    wrong: "The child is an unaccompanied asylum-seeking child this year, and last year's return does not say so.",
    why: "A child does not become one while looked after: last year was wrong, or this year is.",
    todo: "Correct the flag of this year, or have last year corrected.",
    reason: Reason::Data,
    fields: &[uasc::CHILD, header::UASC],
    versions: &[Version::always(&[uasc::CHILD, uasc::DUC], Check::Child(was_not_uasc))
        .needs_prior(&[uasc::CHILD, uasc::DUC])
        .may_read(&[header::CHILD, header::UASC])],
    cases: &[
        Case {
            about: "children who are new may be",
            given: "
                xml
                Header      | CHILD | UASC
                >           | 1     | 1
                            | 2     | 1
                            | 3     | 1
                            | 4     | 0
                UASC        | CHILD | DUC
                            | 1     | 01/05/2026
                Header_last | CHILD | UASC
                            | 1     | 0
                            | 2     | 1
                            | 4     | 0
                UASC_last   | CHILD | DUC
                            | 2     |
            ",
        },
        Case {
            about: "in the CSV form",
            given: "
                Header      | CHILD
                            | 1
                            | 2
                UASC        | CHILD | DUC
                >           | 1     |
                            | 2     | 01/05/2026
                >           | 3     | 31/03/2026
                            | 4     | 31/03/2026
                            | 5     |
                Header_last | CHILD
                            | 1
                            | 2
                UASC_last   | CHILD | DUC
                            | 2     |
                            | 3     |
                            | 4     | 31/03/2026

            ",
        },
    ],
};
fn was_not_uasc(child: Child, told: &mut Told) {
    let (header, last) = (child.rows(HEADER).first(), child.last(UASC).first());
    let is_flagged = header.is_some_and(|h| h.is_filled(header::UASC));
    if is_uasc(child) && !was_uasc_last_year(child) && !child.last(HEADER).is_empty() {
        let table = if is_flagged { HEADER } else { UASC };
        told.breaks(&child.rows(table).iter().collect::<Vec<_>>());
    } else if let (Some(last), false) = (last, is_flagged) {
        for u in child.rows(UASC).iter().filter(|_| last.is_blank(uasc::DUC)) {
            told.ask(&[u], || Ok(before(u.day(uasc::DUC)?, Some(u.given().start))));
        }
    }
}
