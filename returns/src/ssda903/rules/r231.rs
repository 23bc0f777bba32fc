//! Unaccompanied asylum-seeking children are seldom young. The published rule names no age: we ask of those who were
//! under ten on the last day of the year, for the statistics group younger children so. Peers never ask it, since they
//! look for a column that no return has; in the CSV form, where the Header has no flag, standing in UASC is the flag.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "231",
    level: Level::Error,
    wrong: "A child under 10 is returned as an unaccompanied asylum-seeking child.",
    why: "So young a child seldom travels alone: the date of birth may be wrong, or the child came with someone.",
    todo: "Check the date of birth and whether the child came alone; if both are true, explain it to the department.",
    reason: Reason::Data,
    fields: &[header::DOB, header::UASC],
    versions: &[Version::since(2025, &[header::DOB], Check::Row(HEADER, came_alone_so_young)).may_read(&[
        header::CHILD,
        header::UASC,
        uasc::CHILD,
    ])],
    cases: &[
        Case {
            about: "the tenth birthday on 31 March is old enough",
            given: "
                Header | CHILD | DOB        | UASC
                >      | 1     | 01/04/2017 | 1
                       | 2     | 31/03/2017 | 1
                       | 3     | 01/04/2020 | 0
                       | 4     |            | 1
                ?      | 5     | 1/4/2020   | 1

            ",
        },
        Case {
            about: "without a flag",
            given: "
                Header | CHILD | DOB
                >      | 1     | 01/04/2017
                       | 2     | 01/04/2017
                UASC   | CHILD
                       | 1

            ",
        },
        Case {
            about: "a row need not name the child",
            given: "
                Header | DOB        | UASC
                >      | 01/04/2017 | 1
                       | 01/04/2017 | 0
            ",
        },
    ],
};
fn came_alone_so_young(h: Row) -> Answer {
    let is_uasc = is_flagged_uasc(h) || h.is_blank(header::UASC) && !h.child().rows(UASC).is_empty();
    if !is_uasc {
        return Ok(false);
    }
    let born = h.day(header::DOB)?;
    Ok(born.is_some() && !is_aged(10, born, Some(h.given().end)))
}
