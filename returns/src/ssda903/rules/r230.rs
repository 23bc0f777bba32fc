//! Semi-independent accommodation in England (H5) must be registered since 28 October 2023. Seven X are no URN.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "230",
    level: Level::Error,
    wrong: "The child stayed in semi-independent accommodation in England after 28 October 2023, and its URN is \
        missing.",
    why: "Since that day such accommodation is lawful only if it is registered with Ofsted.",
    todo: "Give the URN from Ofsted's list; if there is none, the placement is not registered: look into it at once.",
    reason: Reason::Law,
    fields: &[ep::PLACE, ep::DEC, ep::URN],
    versions: &[Version::since(2024, &[ep::PLACE, ep::DEC, ep::PL_LA, ep::URN], Check::Row(EPISODES, is_unregistered))
        .until(2024)],
    cases: &[Case {
        about: "in England, after 28 October 2023",
        given: "
            2023/24
            Episodes | CHILD | PLACE | DEC        | PL_LA | URN
            >        | 1     | H5    | 29/10/2023 | 892   |
                     | 2     | H5    | 28/10/2023 | 892   |
            >        | 3     | H5    |            | 892   | XXXXXXX
                     | 4     | H5    |            | 892   | SC000001
                     | 5     | H5    |            | WAL   |
                     | 6     | H5    |            |       |
                     | 7     | K2    |            | 892   |
            ?        | 8     | H5    | 31/11/2023 | 892   |
        ",
    }],
};
fn is_unregistered(e: Row) -> Answer {
    let is_known_place = e.is_filled(ep::PL_LA) && !e.is(ep::PL_LA, &["CON"]) && !is_outside_england(e);
    let is_unregistered = e.is_blank(ep::URN) || e.is(ep::URN, &[NO_URN]);
    if !e.is(ep::PLACE, &["H5"]) || !is_known_place || !is_unregistered {
        return Ok(false);
    }
    Ok(e.day(ep::DEC)?.is_none_or(|ended| ended > date(2023, 10, 28)))
}
