//! A child who does not live with parents lives elsewhere than at home. The space in a postcode says nothing.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "392d",
    level: Level::Error,
    wrong: "Home and placement have the same postcode, and the child is not placed with parents.",
    why: "One of the two is not where it is said to be, and the distance becomes nought.",
    todo: "Correct the postcode that is wrong; if the child lives with parents give P1.",
    reason: Reason::Data,
    fields: &[ep::HOME_POST, ep::PL_POST, ep::PLACE],
    versions: &[Version::always(&[ep::PLACE, ep::PL_POST, ep::HOME_POST], Check::Row(EPISODES, is_at_home))],
    cases: &[Case {
        about: "with parents it is the same",
        given: "
            Episodes | CHILD | PLACE | HOME_POST | PL_POST
            >        | 1     | U6    | NG1 1AA   | NG1 1AA
            >        | 2     | U6    | NG1 1AA   | ng11aa
                     | 3     | P1    | NG1 1AA   | NG1 1AA
                     | 4     | U6    | NG1 1AA   | NG2 2AA
                     | 5     | U6    |           |
        ",
    }],
};
fn is_at_home(e: Row) -> Answer {
    let letters = |column| e.code(column).chars().filter(|c| !c.is_whitespace());
    let is_same = e.is_filled(ep::HOME_POST) && letters(ep::HOME_POST).eq(letters(ep::PL_POST));
    Ok(is_same && !e.is(ep::PLACE, &["P1"]))
}
