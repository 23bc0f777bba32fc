//! What time alone changes: the next day on which the same facts come to something else.
use crate::{
    care,
    day::{Date, plus_days},
    education,
    fact::Fact,
    history::History,
    leavers, letters, missing,
    norms::Norms,
    plans,
};

/// The ages at which something begins or ends: questionnaires at 4 and 17, private fostering at 16,
/// childhood at 18. A fifth birthday and a year in a placement change no answer: both are known ahead.
const AGES: [i64; 4] = [4, 16, 17, 18];

/// The next day after `h.today` on which an answer derived from `h` changes although nothing is said.
/// Until then it need not be derived again. That something is late is no answer: it is read off days.
pub fn changes_on(h: &History, norms: &Norms) -> Option<Date> {
    let first_plan = norms.get(&education::PLAN_AGE, h.today);
    let birthdays = AGES.into_iter().chain([first_plan]).filter_map(|age| h.birthday(age));
    let days = birthdays.chain(h.ahead).chain(told_ahead(h)).chain(a_day_old(h)).chain(lapses(h));
    let days = days.chain(leavers::changes_on(h, norms)).chain(plans::changes_on(h)).chain(letters::changes_on(h));
    days.chain(norms.coverage_changes(h.today)).filter(|day| *day > h.today).min()
}
/// A return that says today on which later day something is to end.
fn told_ahead(h: &History) -> impl Iterator<Item = Date> {
    h.all().filter_map(|k| match &k.fact {
        Fact::Care(care::Fact::EpisodeReported(row)) => row.dec.value,
        Fact::Missing(missing::Fact::MissingReported(row)) => row.mis_end.value,
        _ => None,
    })
}
/// Accommodated today: looked after once that has lasted more than 24 hours (s22(2)).
fn a_day_old(h: &History) -> Option<Date> {
    let began = h.care().periods.iter().any(|p| p.began().on == h.today);
    began.then(|| plus_days(h.today, 1))
}
fn lapses(h: &History) -> Option<Date> {
    care::breaks_series(h).last().and_then(|s| s.lapses)
}

/// Everything owed under every clock, which is what a nightly job would derive again.
#[cfg(test)]
fn all_owed(h: &History, norms: &Norms) -> Vec<crate::clock::Owed> {
    crate::clocks().flat_map(|c| c.ask(h, norms)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        care::clocks::{foster, into_care, left_care},
        case::{Story, read},
        day::date,
    };

    fn changes(told: impl Fn(&mut Story), today: Date) -> Option<Date> {
        let mut story = Story::default();
        told(&mut story);
        changes_on(&story.history(today), &story.norms)
    }
    #[test]
    fn birthdays_change_answers() {
        let told = |s: &mut Story| {
            s.born("2008-02-29");
        };
        assert_eq!(changes(told, date(2010, 1, 1)), Some(date(2011, 3, 1)), "plans begin at three");
        assert_eq!(changes(told, date(2026, 2, 28)), Some(date(2026, 3, 1)), "eighteen");
        assert_eq!(changes(told, date(2026, 3, 1)), None);
    }
    #[test]
    fn the_second_day_in_care_and_what_is_dated_ahead_change_answers() {
        let told = |s: &mut Story| into_care(s, "2026-03-02");
        assert_eq!(changes(told, date(2026, 3, 1)), Some(date(2026, 3, 2)), "a placement agreed for tomorrow");
        assert_eq!(changes(told, date(2026, 3, 2)), Some(date(2026, 3, 3)));
        assert_eq!(changes(told, date(2026, 3, 3)), Some(date(2030, 5, 3)));
    }
    #[test]
    fn a_series_of_short_breaks_lapses() {
        let told = |s: &mut Story| {
            s.born("2014-05-03")
                .on("2026-03-06", care::Fact::PlacementBegan(foster("V3")))
                .on("2026-03-08", left_care());
        };
        assert_eq!(changes(told, date(2026, 4, 1)), Some(date(2026, 9, 8)));
    }
    /// Every case of every clock, asked again on each day before the day named: nothing may differ.
    #[test]
    fn between_now_and_then_nothing_changes() {
        for case in crate::clocks().flat_map(|c| c.cases) {
            let mut story = Story::default();
            (case.told)(&mut story);
            let today = read(case.on).0;
            let now = story.history(today);
            let then = changes_on(&now, &story.norms).unwrap_or(Date::MAX);
            let owed = all_owed(&now, &story.norms);
            let status = care::looked_after(&now, &story.norms, today).status.answer;
            for days in [1, 2, 7, 29, 92, 366, 800] {
                let day = plus_days(today, days);
                if day < then {
                    let later = story.history(day);
                    assert_eq!(all_owed(&later, &story.norms), owed, "{} on {day}", case.title);
                    assert_eq!(care::looked_after(&later, &story.norms, day).status.answer, status, "{}", case.title);
                }
            }
        }
    }
}
