//! Who is out of touch, since when, what was tried and who was asked. Only a contact that went both ways ends it.
use super::{
    Category, Fact, Footing, protocol,
    touch::{self, Search},
};
use crate::{
    clock::Matter,
    day::{Date, plus_days},
    fact::{Fact as F, Kept},
    history::History,
    norms::Norms,
};

/// Somebody with whom an adviser must keep in touch: not those to whom support is offered, nor qualifying young people.
#[derive(Clone, Debug)]
pub struct Touch<'h> {
    /// The last day on which they were spoken with, under any status.
    pub spoken: Option<Date>,
    /// The day from which weeks are counted: the last contact, or the beginning of the duty.
    pub since: Date,
    /// The last day on which they are in touch, by the need that was rated (W09).
    pub lapses: Date,
    /// Every attempt since, and everybody who was asked, oldest first.
    pub tried: Vec<&'h Kept>,
    pub asked: Vec<Search>,
    /// They chose to step away on this day, and have not been in touch since.
    pub away: Option<Date>,
    pub next: Option<protocol::Next>,
    /// No source says for all of the time whether they were in touch.
    pub not_known: bool,
}
impl Touch<'_> {
    /// Somebody who was asked where they are answered, and the last who did, did not know.
    pub fn looked_for_in_vain(&self) -> bool {
        let answers = self.asked.iter().filter_map(|s| s.answered);
        answers.max_by_key(|(event, known)| (event.on, *known)).is_some_and(|(_, known)| !known)
    }
}
pub fn touch<'h>(h: &'h History, norms: &Norms, on: Date) -> Option<Touch<'h>> {
    let period = h.status_periods(norms).iter().find(|s| s.holds(on)).filter(|s| s.held.is_kept_in_touch())?;
    let duties = super::periods::duties(h, norms, Footing::is_kept_in_touch);
    let began = duties.iter().rfind(|d| d.began.on <= on).map_or(period.began.on, |d| d.began.on);
    let spoken = touch::two_way(h).into_iter().map(|e| e.on).filter(|day| *day <= on).max();
    let since = spoken.map_or(began, |day| day.max(began));
    let after = |day: Date| day <= on && (day > since || spoken.is_none() && day == since);
    Some(Touch {
        spoken,
        since,
        lapses: touch::lapses(h, norms, since),
        tried: h.all().filter(|k| after(k.happened) && is_attempt(&k.fact)).collect(),
        asked: touch::searches(h).into_iter().filter(|s| after(s.asked.on)).map(|s| by(s, on)).collect(),
        away: touch::is_away(h, on).filter(|_| period.held.category != Category::Relevant).map(|e| e.on),
        next: protocol::next_step(h, norms, on),
        not_known: !norms.gaps(Matter::InTouch, since, plus_days(on, 1)).is_empty(),
    })
}
/// As it was answered by that day.
fn by(search: Search, on: Date) -> Search {
    Search { answered: search.answered.filter(|(e, _)| e.on <= on), ..search }
}
fn is_attempt(f: &F) -> bool {
    match f {
        F::Leavers(f) => matches!(f, Fact::Contacted(_) | Fact::ReconnectPlanMade { .. } | Fact::SupportOffered { .. }),
        F::People(crate::people::Fact::Visited(v)) => !v.seen,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::told::story, *};
    use crate::day::date;

    const CARE: &str = "2005-03-10 born; 2019-06-01 care C2/U4";
    fn seen(lines: &str, on: Date) -> Option<(Option<Date>, usize, bool)> {
        let s = story(&format!("{CARE}; {lines}"));
        let h = s.history(on);
        touch(&h, &s.norms, on).map(|t| (t.spoken, t.tried.len(), t.looked_for_in_vain()))
    }
    #[test]
    fn attempts_are_listed_and_only_an_answer_ends_them() {
        let on = date(2024, 6, 1);
        let spoke = Some(date(2024, 1, 1));
        assert_eq!(seen("2024-01-01 rang; 2024-02-12 heard-of; 2024-02-20 no-answer", on), Some((spoke, 2, false)));
        let found = seen("2024-01-01 rang; 2024-02-12 heard-of; 2024-02-20 at-home", on);
        assert_eq!(found, Some((Some(date(2024, 2, 20)), 0, false)));
        assert_eq!(seen("2023-05-01 no-answer", on), Some((None, 1, false)), "never spoken with");
    }
    #[test]
    fn looked_for_in_vain_is_when_the_last_who_answered_did_not_know() {
        let on = date(2024, 6, 1);
        let vain = |lines: &str| seen(&format!("2024-01-01 rang; {lines}"), on).unwrap().2;
        assert!(!vain("2024-03-01 ask housing"), "nobody answered yet");
        assert!(vain("2024-03-01 ask housing; 2024-03-08 not-told housing"));
        assert!(
            vain("2024-03-01 ask housing; 2024-03-02 ask benefits; 2024-03-08 not-told housing"),
            "one is still waited for"
        );
        let stale =
            "2024-03-01 ask housing; 2024-03-08 told housing; 2024-04-01 ask benefits; 2024-04-08 not-told benefits";
        assert!(vain(stale), "what housing knew is no longer so");
        assert!(!vain("2024-03-01 ask housing; 2024-03-08 told housing"), "they knew");
        assert!(!vain("2024-03-01 ask housing; 2024-03-09 at-home"), "found");
    }
    #[test]
    fn nobody_need_keep_in_touch_with_a_child_in_care_or_after_21_where_support_is_offered() {
        assert_eq!(seen("", date(2022, 1, 1)), None);
        assert_eq!(seen("", date(2026, 6, 1)), None);
        assert!(seen("2026-04-01 asked", date(2026, 6, 1)).is_some());
    }
    #[test]
    fn where_nobody_tells_us_of_contacts_it_is_not_known() {
        let mut s = story(CARE);
        let on = date(2024, 6, 1);
        let not_known = |s: &crate::case::Story| touch(&s.history(on), &s.norms, on).unwrap().not_known;
        assert!(!not_known(&s));
        s.uncovered(Matter::InTouch);
        assert!(not_known(&s));
    }
}
