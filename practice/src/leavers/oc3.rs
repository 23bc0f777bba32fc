//! How a care leaver was at a birthday, as the 903 asks (OC3): in touch about then, doing what, living where. The
//! return and the dashboard take it from here.
use super::{Fact, With, fold, home, living, touch};
use crate::{
    clock::Matter,
    day::{Date, days_between, plus_months},
    fact::Fact as F,
    history::History,
    norms::Norms,
};

/// Codes of the 903; `None` where nobody said and nobody can know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AtBirthday {
    /// `s903.in_touch`.
    pub in_touch: Option<&'static str>,
    /// `s903.activity`; `0` not known, or not asked.
    pub activity: Option<String>,
    /// `s903.accommodation`; `0` not known, or not asked.
    pub accommodation: Option<String>,
}
impl AtBirthday {
    /// Of the cohort that is counted: the dead and those who went home are left out; refused and not known stay in.
    pub fn is_counted(&self) -> bool {
        !matches!(self.in_touch, Some("DIED" | "RHOM"))
    }
    fn nothing_asked(in_touch: &'static str) -> AtBirthday {
        AtBirthday { in_touch: Some(in_touch), activity: Some("0".into()), accommodation: Some("0".into()) }
    }
}

/// Does OC3 ask after somebody at that birthday? Thirteen weeks in care since 14, some of it since 16, short breaks
/// apart (Children Act 1989 Sch 2 para 19B); care that ended on the 16th birthday itself counts. Whoever is in care until a 17th or 18th birthday not until the next.
pub fn is_asked_after(h: &History, day: Date) -> bool {
    let (Some(fourteen), Some(sixteen), Some(eighteen)) = (h.birthday(14), h.birthday(16), h.birthday(18)) else {
        return false;
    };
    let periods = || h.care().periods.iter();
    let still_there = |until: Option<Date>| until.is_none_or(|u| if day <= eighteen { u >= day } else { u > day });
    if periods().any(|p| p.began().on < day && still_there(p.until())) {
        return false;
    }
    let spans = periods().filter(|p| !p.short_breaks).map(|p| (p.began().on, p.until().unwrap_or(day).min(day)));
    let spans: Vec<(Date, Date)> = spans.collect();
    let days: i64 = spans.iter().map(|(from, to)| days_between((*from).max(fourteen), *to).max(0)).sum();
    days >= super::THRESHOLD && spans.iter().any(|(_, to)| *to >= sixteen)
}
/// How they were at that birthday, as it is known today. What was said of the time up to a month after it counts, and
/// has happened by `today` or is silent.
pub fn at_birthday(h: &History, norms: &Norms, day: Date, today: Date) -> AtBirthday {
    if h.person().died.is_some_and(|died| died <= day) {
        return AtBirthday::nothing_asked("DIED");
    }
    if at_home(h, day) {
        return AtBirthday::nothing_asked("RHOM");
    }
    let (opens, closes) = (plus_months(day, -3), plus_months(day, 1));
    let about = || h.all().chain(h.coming()).filter(|k| opens <= k.happened && k.happened <= closes.min(today));
    let spoken = about().any(|k| touch::is_two_way(&k.fact));
    let silent = closes <= today && norms.covers(Matter::InTouch, opens, closes);
    let in_touch = match spoken {
        true => Some("YES"),
        false if touch::is_away(h, day).is_some() => Some("REFU"),
        false => silent.then_some("NO"),
    };
    // On the day, or else the first that was said of it while the window was open.
    let first = |is: fn(&F) -> Option<String>| about().filter(|k| k.happened > day).find_map(|k| is(&k.fact));
    let activity = living::activity_on(h, day).map(|a| a.activity.clone()).or_else(|| first(activity));
    let accommodation = living::home_on(h, day).map(|a| a.accommodation).or_else(|| first(accommodation));
    let unknown = || matches!(in_touch, Some("NO" | "REFU")).then(|| "0".to_owned());
    AtBirthday { in_touch, activity: activity.or_else(unknown), accommodation: accommodation.or_else(unknown) }
}
fn activity(f: &F) -> Option<String> {
    match f {
        F::Leavers(Fact::ActivityBegan(a)) => Some(a.activity.clone()),
        _ => None,
    }
}
fn accommodation(f: &F) -> Option<String> {
    match f {
        F::Leavers(Fact::AccommodationBegan(a)) => Some(a.accommodation.clone()),
        _ => None,
    }
}
/// With a parent or another person with parental responsibility for six months or more, and still there.
fn at_home(h: &History, day: Date) -> bool {
    let spells = home::spells(&fold::homes(h));
    spells.iter().any(|s| {
        let with = matches!(s.with, With::Parent | With::ParentalResponsibility);
        with && s.spell.period.holds(day) && plus_months(s.spell.period.from, 6) <= day
    })
}
/// The birthdays from the 17th to the 21st at which to be in touch for OC3, each after the day on which its window
/// opens: those of a row that asks for it. Of a birthday that lies ahead it is said as of today.
pub fn to_be_in_touch(h: &History) -> Vec<(Date, Date)> {
    let asked = (17..=21).filter_map(|age| h.birthday(age)).map(|day| (plus_months(day, -3), day));
    let asked = asked.filter(|(opens, day)| *opens <= h.today && is_asked_after(h, *day) && !at_home(h, *day));
    asked.filter(|(opens, _)| h.person().died.is_none_or(|died| *opens < died)).collect()
}

#[cfg(test)]
mod tests {
    use super::{super::told::story, *};
    use crate::day::date;

    /// Left care at 16, and 19 on 10 March 2026.
    const LEFT: &str = "2007-03-10 born; 2022-01-01 care C2/U4; 2023-06-01 left";
    const DAY: Date = date(2026, 3, 10);
    fn at(lines: &str, today: Date) -> (Option<&'static str>, String, String) {
        let s = story(&format!("{LEFT}; {lines}"));
        let found = at_birthday(&s.history(today), &s.norms, DAY, today);
        (found.in_touch, found.activity.unwrap_or_default(), found.accommodation.unwrap_or_default())
    }
    fn said(in_touch: &'static str, activity: &str, accommodation: &str) -> (Option<&'static str>, String, String) {
        (Some(in_touch), activity.into(), accommodation.into())
    }
    #[test]
    fn in_touch_about_the_birthday_and_living_as_they_did_on_it() {
        let life = "2025-09-01 does F2; 2025-09-01 lives U1; 2026-04-01 rang; 2026-04-02 lives S2";
        assert_eq!(at(life, date(2026, 5, 1)), said("YES", "F2", "U1"));
        let after = "2026-04-01 rang; 2026-04-02 lives S2; 2026-04-02 does G5";
        assert_eq!(at(after, date(2026, 5, 1)), said("YES", "G5", "S2"), "what was first said of it");
    }
    #[test]
    fn an_attempt_is_not_in_touch_and_neither_is_a_call_before_the_window() {
        let tried = "2025-09-01 lives U1; 2025-12-09 rang; 2026-03-01 no-answer; 2026-04-11 rang";
        assert_eq!(at(tried, date(2026, 5, 1)), said("NO", "0", "U1"));
        assert_eq!(at(tried, date(2026, 4, 9)).0, None, "there is a day left");
    }
    #[test]
    fn who_refuses_stays_in_and_who_went_home_or_died_is_left_out() {
        assert_eq!(at("2026-02-01 stepped-away", date(2026, 5, 1)), said("REFU", "0", "0"));
        assert_eq!(at("2025-09-10 home mother; 2026-03-01 rang", date(2026, 5, 1)), said("RHOM", "0", "0"));
        assert_eq!(at("2025-09-11 home mother; 2026-03-01 rang", date(2026, 5, 1)).0, Some("YES"), "a day short");
        assert_eq!(at("2026-02-01 died", date(2026, 5, 1)), said("DIED", "0", "0"));
        let counted = |code| AtBirthday { in_touch: Some(code), ..AtBirthday::default() }.is_counted();
        assert_eq!([counted("DIED"), counted("RHOM"), counted("REFU"), counted("NO")], [false, false, true, true]);
    }
    #[test]
    fn where_nobody_tells_of_contacts_it_is_not_known() {
        let mut s = story(LEFT);
        s.uncovered(Matter::InTouch);
        let today = date(2026, 5, 1);
        assert_eq!(at_birthday(&s.history(today), &s.norms, DAY, today), AtBirthday::default());
    }
    #[test]
    fn whoever_leaves_on_the_18th_birthday_is_asked_after_at_19() {
        let h = story("2007-03-10 born; 2022-01-01 care C2/U4").history(date(2026, 5, 1));
        assert_eq!([date(2025, 3, 10), DAY].map(|day| is_asked_after(&h, day)), [false, true]);
    }
    #[test]
    fn who_leaves_on_the_16th_birthday_is_asked_after_and_who_leaves_the_day_before_is_not() {
        let asked = |left| {
            let h = story(&format!("2007-03-10 born; 2022-01-01 care C2/U4; {left} left")).history(date(2026, 5, 1));
            is_asked_after(&h, DAY)
        };
        assert_eq!(["2023-03-10", "2023-03-09"].map(asked), [true, false]);
    }
    #[test]
    fn said_again_of_the_same_mother_it_is_one_stay_with_her() {
        let again = "2025-09-01 home mother; 2026-01-10 home mother; 2026-03-01 rang";
        assert_eq!(at(again, date(2026, 5, 1)).0, Some("RHOM"));
        let other = "2025-09-01 home mother; 2026-01-10 home father; 2026-03-01 rang";
        assert_eq!(at(other, date(2026, 5, 1)).0, Some("YES"), "one person, one stay");
    }
}
