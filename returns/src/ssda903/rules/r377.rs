//! Two holidays of the foster carers (T3) in twelve months, which are those of the return. A change of the legal
//! status only (L) goes on with the same holiday.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "377",
    level: Level::Error,
    wrong: "The child was placed elsewhere for the carers' holidays more than twice in this collection year.",
    why: "Children who are sent away for every holiday do not live in a family.",
    todo: "Check the placement types; if they are right, ask whether this placement is good for the child.",
    reason: Reason::People,
    fields: &[ep::PLACE],
    versions: &[Version::always(&[ep::CHILD, ep::RNE, ep::PLACE], Check::Child(is_sent_away_too_often))],
    cases: &[Case {
        about: "all of them are shown",
        given: "
            Episodes | CHILD | RNE | PLACE
            >        | 1     | P   | T3
                     | 1     | P   | U6
            >        | 1     | T   | T3
            >        | 1     | B   | T3
                     | 2     | P   | T3
                     | 2     | P   | T3
                     | 2     | L   | T3
                     | 2     | P   | T4
                     |       | P   | T3
                     |       | P   | T3
                     |       | P   | T3
        ",
    }],
};
fn is_sent_away_too_often(child: Child, told: &mut Told) {
    let holidays = child.rows(EPISODES).iter().filter(|e| e.is(ep::PLACE, &["T3"]) && !e.is(ep::RNE, &["L"]));
    let holidays: Vec<Row> = holidays.collect();
    if holidays.len() > 2 {
        told.breaks(&holidays);
    }
}
