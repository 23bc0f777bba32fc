//! The placement from which a child went missing has ended. That the legal status changed (RNE L) ends no placement:
//! the day is then that of the episode which went on. One who went missing on the day the placement ended is asked by
//! 577.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "575",
    level: Level::Error,
    wrong: "The child is still returned as missing from a placement that has ended.",
    why: "A child who is moved or goes home has been found; if not, nobody can be missing from a place that is \
        given up.",
    todo: "Give the day on which the child was found, or correct the end of the placement.",
    reason: Reason::Data,
    fields: &[missing::MIS_END],
    versions: &[Version::always(
        &[missing::CHILD, missing::MIS_START, missing::MIS_END, ep::CHILD, ep::DECOM, ep::DEC],
        Check::Child(is_missing_from_nowhere),
    )
    .may_read(&[ep::RNE])],
    cases: &[Case {
        about: "a placement that ended while the child was missing",
        given: "
                Missing  | CHILD | MIS_START  | MIS_END
                >        | 1     | 01/06/2026 |
                         | 2     | 01/06/2026 | 02/06/2026
                         | 3     | 01/06/2026 |
                         | 4     | 01/06/2026 |
                         | 5     | 01/06/2026 |
                >        | 6     | 01/06/2026 |
                         | 7     |            |
                ?        | 8     | 01/06/2026 |
                Episodes | CHILD | DECOM      | DEC        | RNE
                         | 1     | 01/06/2026 | 02/06/2026 | S
                         | 2     | 01/05/2026 | 10/06/2026 | S
                         | 3     | 01/05/2026 |            | S
                         | 4     | 02/06/2026 | 10/06/2026 | S
                         | 5     | 01/05/2026 | 10/06/2026 | S
                         | 5     | 10/06/2026 |            | L
                         | 6     | 01/05/2026 | 10/06/2026 | S
                         | 6     | 10/06/2026 | 20/06/2026 | L
                         | 6     | 20/06/2026 |            | P
                         | 7     | 01/05/2026 | 10/06/2026 | S
                         | 8     | 01/05/2026 | 31/06/2026 | S

            ",
    }],
};
fn is_missing_from_nowhere(child: Child, told: &mut Told) {
    let episodes = told.in_order(child.rows(EPISODES), ep::DECOM);
    for m in child.rows(MISSING).iter().filter(|m| m.is_blank(missing::MIS_END)) {
        told.ask(&[m], || {
            let Some(gone) = m.day(missing::MIS_START)? else { return Ok(false) };
            let began_before =
                episodes.iter().enumerate().filter(|(_, e)| matches!(e.day(ep::DECOM), Ok(Some(d)) if d <= gone));
            for (at, _) in began_before {
                if end_of_placement(&episodes[at..])?.is_some_and(|ended| gone < ended) {
                    return Ok(true);
                }
            }
            Ok(false)
        });
    }
}
/// The day on which the placement of the first of these episodes ended.
fn end_of_placement(episodes: &[Row]) -> Result<Option<Date>, Unclear> {
    let mut ended = episodes.first().map_or(Ok(None), |e| e.day(ep::DEC))?;
    for next in episodes.iter().skip(1).filter(|next| next.is(ep::RNE, &["L"])) {
        if ended.is_some() && next.day(ep::DECOM)? == ended {
            ended = next.day(ep::DEC)?;
        }
    }
    Ok(ended)
}
