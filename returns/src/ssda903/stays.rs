//! Time in care as the rules of the other tables ask after it: was the child looked after then?
use super::{
    columns::{EPISODES, episodes as ep},
    terms::is_short_break,
};
use crate::check::{Answer, Child, Row, Unclear};
use practice::day::Date;

/// Whether it is so of any of them: a row that cannot be read matters only where no other row says yes.
pub(crate) fn any<'a>(rows: impl IntoIterator<Item = Row<'a>>, is_so: impl Fn(Row<'a>) -> Answer) -> Answer {
    let mut unclear = None;
    for row in rows {
        match is_so(row) {
            Ok(true) => return Ok(true),
            Ok(false) => {}
            Err(why) => unclear = unclear.or(Some(why)),
        }
    }
    unclear.map_or(Ok(false), Err)
}
/// From the first day of a run of episodes up to the day on which the last of them ended.
pub(crate) type Run = (Date, Option<Date>);

/// Runs of episodes that begin on the day the one before ended, whatever the reasons given; short breaks too.
/// Reads CHILD, DECOM and DEC of Episodes.
pub(crate) fn runs_of_care(child: Child) -> Result<Vec<Run>, Unclear> {
    let mut runs: Vec<Run> = Vec::new();
    for e in child.rows(EPISODES) {
        let Some(began) = e.day(ep::DECOM)? else { continue };
        let ended = e.day(ep::DEC)?;
        match runs.last_mut().filter(|last| last.1 == Some(began)) {
            Some(last) => last.1 = ended,
            None => runs.push((began, ended)),
        }
    }
    Ok(runs)
}
/// The day lies in the run; the day on which it ended is still of it.
pub(crate) fn is_within(run: &Run, day: Date) -> bool {
    run.0 <= day && run.1.is_none_or(|ended| day <= ended)
}
/// The episode touches the collection year. Reads DECOM and DEC.
pub(crate) fn is_of_the_year(e: Row) -> Answer {
    let given = e.given();
    let ended = e.day(ep::DEC)?;
    Ok(e.day(ep::DECOM)?.is_some_and(|d| d <= given.end) && ended.is_none_or(|d| d >= given.start))
}
/// Nothing says that the child was not looked after on 31 March: there is no episode, or one that went on and was
/// no short break. Reads DEC and LS of Episodes.
pub(crate) fn may_be_looked_after_at_the_end(child: Child) -> Answer {
    let episodes = child.rows(EPISODES);
    let goes_on = |e: Row| Ok(!is_short_break(e) && e.day(ep::DEC)?.is_none_or(|d| d > e.given().end));
    Ok(episodes.is_empty() || any(episodes.iter(), goes_on)?)
}
