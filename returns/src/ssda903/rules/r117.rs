//! A decision about adoption that lies in the future, or after the child left care.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "117",
    level: Level::Error,
    wrong: "A decision on placing the child for adoption is dated after the end of the collection year, or after \
        the child had left care.",
    why: "No decision can be reported before it is made, and none is made for a child who is no longer looked after.",
    todo: "Check the two days of the decision, and the day on which the child's last episode ended.",
    reason: Reason::Data,
    fields: &[placed::DATE_PLACED_CEASED, placed::DATE_PLACED, ep::DEC, ep::REC, ep::DECOM],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::DEC, ep::REC, placed::CHILD, placed::DATE_PLACED, placed::DATE_PLACED_CEASED],
        Check::Child(is_decided_too_late),
    )],
    cases: &[
        Case {
            about: "the day of leaving and the last day of the year are not too late",
            given: "
                Episodes | CHILD | DECOM      | DEC        | REC
                >        | 1     | 01/05/2025 | 01/06/2026 | E4A
                         | 2     | 01/05/2025 | 01/06/2026 | E4A
                         | 3     | 01/05/2025 |            |
                         | 4     | 01/05/2025 |            |
                         | 5     | 01/05/2025 | 01/06/2026 | X1
                         | 6     | 01/05/2025 | 01/06/2026 | E4A
                         | 6     | 01/09/2026 |            |
                PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                >              | 1     | 01/05/2026  | 02/06/2026
                               | 2     | 01/05/2026  | 01/06/2026
                >              | 3     | 01/04/2027  |
                               | 4     | 31/03/2027  |
                               | 5     | 02/06/2026  |
                               | 6     | 01/10/2026  |
                               | 7     | 01/04/2028  |
                ?              | 3     | 01/05/2026  | 31/06/2026
            ",
        },
        Case {
            about: "of several times in care the last one counts",
            given: "
                2025/26
                Episodes | CHILD | DECOM      | DEC        | REC
                         | 1     | 01/05/2025 | 01/06/2025 | E4A
                >        | 1     | 01/07/2025 | 01/08/2025 | E13
                PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                               | 1     | 01/08/2025  |
                >              | 1     | 02/08/2025  |
            ",
        },
    ],
};
fn is_decided_too_late(child: Child, told: &mut Told) {
    let (decisions, episodes) = (child.rows(PLACED_ADOPTION), child.rows(EPISODES));
    if decisions.is_empty() || episodes.is_empty() {
        return;
    }
    let ended = told.in_order(episodes, ep::DEC);
    let dec = |e: &Row| e.day(ep::DEC).unwrap_or(None);
    let left = ended.into_iter().filter(|e| has_left_care(*e)).max_by_key(dec);
    // A child who came back and is in care today has not left.
    let is_back = |left: &Row| {
        episodes.iter().any(|e| e.is_blank(ep::DEC) && matches!(e.day(ep::DECOM), Ok(began) if began >= dec(left)))
    };
    let left = left.filter(|left| !is_back(left));
    let end = child.given().end;
    let last = left.and_then(|left| dec(&left)).map_or(end, |day| day.min(end));
    for decision in decisions {
        let rows: Vec<Row> = [Some(decision), left].into_iter().flatten().collect();
        told.ask(&rows, || {
            Ok(before(Some(last), decision.day(placed::DATE_PLACED)?)
                || before(Some(last), decision.day(placed::DATE_PLACED_CEASED)?))
        });
    }
}
