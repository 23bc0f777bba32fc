//! UN4 says that a child came into care in the last week of the year. Peers report the episodes of that week: we
//! follow what is published, and report the others.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "210",
    level: Level::Error,
    wrong: "The code UN4 is for children who came in the last week of the year, and this child had been looked \
        after for longer.",
    why: "There was time to ask the school for the number.",
    todo: "Ask the school for the number.",
    reason: Reason::Data,
    fields: &[header::UPN, ep::DECOM],
    versions: &[Version::always(
        &[header::CHILD, header::UPN, ep::CHILD, ep::DECOM],
        Check::Child(was_there_for_longer),
    )
    .may_read(&[ep::DEC, ep::REC, ep::RNE])],
    cases: &[
        Case {
            about: "a week on 31 March is no longer than a week",
            given: "
                Header   | CHILD | UPN
                >        | 1     | UN4
                         | 2     | UN4
                         | 3     | UN4
                         | 4     | UN3
                         | 5     | UN4
                         | 6     | UN4
                Episodes | CHILD | DECOM      | DEC        | RNE | REC
                >        | 1     | 23/03/2027 |            | S   |
                         | 2     | 24/03/2027 |            | S   |
                         | 3     | 01/03/2027 | 20/03/2027 | S   | E4A
                         | 4     | 01/03/2027 |            | S   |
                         | 5     | 01/03/2027 | 05/03/2027 | S   | E4A
                         | 5     | 28/03/2027 |            | S   |
                         | 6     |            |            | S   |

            ",
        },
        Case {
            about: "a move does not make the child new",
            given: "
                Header   | CHILD | UPN
                >        | 1     | UN4
                Episodes | CHILD | DECOM      | DEC        | RNE | REC
                >        | 1     | 01/03/2027 | 28/03/2027 | S   | X1
                         | 1     | 28/03/2027 |            | P   |

            ",
        },
    ],
};
fn was_there_for_longer(child: Child, told: &mut Told) {
    for h in child.rows(HEADER).iter().filter(|h| h.is(header::UPN, &["UN4"])) {
        let episodes = told.in_order(child.rows(EPISODES), ep::DECOM);
        let period = match periods_of_care(&episodes) {
            Ok(periods) => periods.into_iter().next_back().unwrap_or_default(),
            Err(unclear) => return told.cannot_tell(&[h], unclear),
        };
        if let (Some(first), Some(last)) = (period.first(), period.last()) {
            told.ask(&[h, *first], || {
                let began = first.day(ep::DECOM)?;
                let is_there = last.day(ep::DEC)?.is_none_or(|d| d > h.given().end);
                Ok(is_there && began.is_some_and(|d| days_between(d, h.given().end) > 7))
            });
        }
    }
}
