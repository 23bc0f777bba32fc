//! Something told of an adoption that did not happen this year.
use super::{adoption::ITEMS, prelude::*};

pub const RULE: Rule = Rule {
    code: "602",
    level: Level::Error,
    wrong: "There are particulars of an adoption, but no episode of the child ended in adoption this year.",
    why: "The child would be counted among the adopted without having been adopted.",
    todo: "If the child was adopted this year, correct the last episode; if not, take the row out of AD1.",
    reason: Reason::Data,
    fields: &[ad1::CHILD],
    versions: &[Version::always(
        &[ad1::CHILD, ep::CHILD, ep::DEC, ep::REC],
        Check::Row(AD1, is_adopted_by_nothing_seen),
    )
    .may_read(&ITEMS)],
    cases: &[Case {
        about: "adopted this year, before it, not at all, and not in Episodes",
        given: "
            AD1 | CHILD | DATE_INT
                | 1     | 01/05/2025
            >   | 2     | 01/05/2025
            >   | 3     | 01/05/2025
            >   | 4     | 01/05/2025
                | 5     |
                |       | 01/05/2025
            ?   | 6     | 01/05/2025
            Episodes | CHILD | DEC        | REC
                     | 1     | 01/05/2026 | E11
                     | 2     | 31/03/2026 | E11
                     | 3     | 01/05/2026 | E4A
                     | 6     | 01/05/26   | E12
        ",
    }],
};
fn is_adopted_by_nothing_seen(a: Row) -> Answer {
    let (child, mut items) = (a.child(), ITEMS.into_iter().filter(|c| a.whole().has(*c)).peekable());
    // A row that is blank but for the child says nothing of an adoption.
    let is_silent = items.peek().is_some() && items.all(|c| a.is_blank(c));
    if is_silent || a.is_blank(ad1::CHILD) {
        return Ok(false);
    }
    for e in child.rows(EPISODES).iter().filter(|e| e.is(ep::REC, ADOPTED)) {
        if is_in_year(child, e.day(ep::DEC)?) {
            return Ok(false);
        }
    }
    Ok(true)
}
