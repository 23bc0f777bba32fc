//! A first child born too late to be returned.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "625",
    level: Level::Error,
    wrong: "The date of birth of her first child lies after the year, or after the day on which she left care.",
    why: "The return says what was known while she was looked after: a later birth belongs to no return.",
    todo: "Correct the date of birth, or the day on which she left care.",
    reason: Reason::Data,
    fields: &[header::MC_DOB, ep::DEC],
    versions: &[Version::always(&[header::CHILD, header::MC_DOB, ep::CHILD, ep::DEC], Check::Child(is_born_later))],
    cases: &[Case {
        about: "while an episode is open only the end of the year counts",
        given: "
                Header | CHILD | MC_DOB
                >      | 1     | 01/04/2027
                >      | 2     | 02/05/2026
                       | 3     | 01/05/2026
                       | 4     | 02/05/2026
                       | 5     |
                >      | 6     | 01/04/2027
                ?      | 7     | in May
                Episodes | CHILD | DEC
                >        | 1     |
                         | 2     | 01/04/2026
                >        | 2     | 01/05/2026
                         | 3     | 01/05/2026
                         | 4     | 01/05/2026
                         | 4     |
                         | 5     | 01/05/2026
                         | 7     | 01/05/2026
            ",
    }],
};
/// With the Header the episode is told that ended last, or that is open. An episode whose end cannot be read may be it.
fn is_born_later(child: Child, told: &mut Told) {
    let ends = |e: Row| e.day(ep::DEC).map(|ended| ended.unwrap_or(Date::MAX));
    let last = child.rows(EPISODES).iter().max_by_key(|e| ends(*e).unwrap_or(Date::MAX));
    for header in child.rows(HEADER) {
        let rows: Vec<Row> = [header].into_iter().chain(last).collect();
        told.ask(&rows, || {
            let until = last.map(ends).transpose()?.unwrap_or(Date::MAX).min(child.given().end);
            Ok(before(Some(until), header.day(header::MC_DOB)?))
        });
    }
}
