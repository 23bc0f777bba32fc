//! How a care leaver was at a birthday, as the 903 asks (OC3): in touch about then, doing what, living where. The
//! return and the dashboard take it from here.
use super::{Fact, With, fold, home, living, reported::Oc3, touch};
use crate::{
    clock::Matter,
    codes,
    day::{Date, collection, days_between, plus_months, plus_weeks},
    fact::{Fact as F, Kept},
    history::History,
    norms::{Norm, Norms},
    people::Fact as People,
};

/// W15 has one window for being in touch, activity and accommodation.
pub const CONFIRMED: Norm = Norm {
    code: "leavers_oc3_confirmed",
    title: "At a birthday a home and an occupation count only as known about then",
    default: 1,
    unit: "1 yes; 0 as last known, however long ago",
    why: "SSDA903 guide: one window for in touch, activity and accommodation (K-M); what is to be done with what was known \
          before it opened our source leaves open, and what nobody confirmed is not known",
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
/// has happened by `today` or is silent. What was known before the window opened counts if somebody spoke with them in
/// it, or said something of it ([`CONFIRMED`]): nobody knows where somebody lives with whom nobody has spoken for years.
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
        // A refusal within the window is an answer too.
        false if touch::is_away(h, closes.min(today)).is_some() => Some("REFU"),
        false => silent.then_some("NO"),
    };
    let however_old = spoken || norms.get(&CONFIRMED, day) == 0;
    let known = |says: fn(&Kept, Date) -> bool| however_old || about().any(|k| says(k, day));
    // On the day, or else the first that was said of it while the window was open.
    let first = |is: fn(&F) -> Option<String>| about().filter(|k| k.happened > day).find_map(|k| is(&k.fact));
    let does = living::activity_on(h, day).filter(|_| known(says_activity)).map(|a| a.activity.clone());
    let lives = living::home_on(h, day).filter(|_| known(says_home)).map(|a| a.accommodation);
    let (activity, accommodation) = (does.or_else(|| first(activity)), lives.or_else(|| first(accommodation)));
    let unknown = || matches!(in_touch, Some("NO" | "REFU")).then(|| "0".to_owned());
    AtBirthday { in_touch, activity: activity.or_else(unknown), accommodation: accommodation.or_else(unknown) }
}
/// The same of today, for those whom no birthday asks about. In touch is somebody with whom we spoke within the weeks that
/// their need asks for, as the clock of keeping in touch has them (W09).
pub fn today(h: &History, norms: &Norms) -> AtBirthday {
    let day = h.today;
    if h.person().died.is_some() {
        return AtBirthday::nothing_asked("DIED");
    }
    let since = plus_weeks(day, -touch::weeks(norms, touch::need(h, day), day));
    let in_touch = match touch::two_way(h).last() {
        _ if at_home(h, day) => Some("RHOM"),
        Some(spoken) if touch::lapses(h, norms, spoken.on) >= day => Some("YES"),
        _ if touch::is_away(h, day).is_some() => Some("REFU"),
        _ => norms.covers(Matter::InTouch, since, day).then_some("NO"),
    };
    AtBirthday {
        in_touch,
        activity: living::activity_on(h, day).map(|a| a.activity.clone()),
        accommodation: living::home_on(h, day).map(|a| a.accommodation),
    }
}
/// A birthday at which OC3 asks after somebody, and what the return of its year says of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    pub age: i64,
    pub on: Date,
    /// The collection: the year of the 31 March with which it ends.
    pub year: i16,
    pub at: AtBirthday,
}
/// Those that have been. What a return of that year said stands, but for what is recorded here.
pub fn asked(h: &History, norms: &Norms) -> Vec<Asked> {
    let past = (17..=21).filter_map(|age| Some((age, h.birthday(age)?))).filter(|(_, day)| *day <= h.today);
    let of = |(age, on): (i64, Date)| {
        let year = collection(on);
        let found = is_asked_after(h, on).then(|| at_birthday(h, norms, on, h.today));
        let at = match (sent(h, year), found) {
            (Some(sent), found) => found.unwrap_or_default().or_as_sent(sent),
            // Whom the return knows and tells nothing of: nobody was asked, until the work says more.
            (None, Some(found)) if found.in_touch.is_some() || !stood_in(h, year) => found,
            _ => return None,
        };
        Some(Asked { age, on, year, at })
    };
    past.filter_map(of).collect()
}
impl AtBirthday {
    fn or_as_sent(self, sent: &Oc3) -> AtBirthday {
        let known = |code: &str| codes::set("s903.in_touch").iter().find(|c| c.code == code).map(|c| c.code);
        let code = |cell: &crate::reported::Cell<String>| cell.value.clone();
        AtBirthday {
            in_touch: self.in_touch.or_else(|| known(sent.in_touch.code())),
            activity: self.activity.or_else(|| code(&sent.activ)),
            accommodation: self.accommodation.or_else(|| code(&sent.accom)),
        }
    }
}
fn sent(h: &History, year: i16) -> Option<&Oc3> {
    h.all().chain(h.coming()).find_map(|k| match &k.fact {
        F::Leavers(Fact::Oc3Reported(row)) if row.origin.return_year == year => Some(&**row),
        _ => None,
    })
}
fn stood_in(h: &History, year: i16) -> bool {
    let header = |f: &F| matches!(f, F::People(People::HeaderReported(row)) if row.origin.return_year == year);
    h.all().chain(h.coming()).any(|k| header(&k.fact))
}
/// Says what they did on that day, who may have begun it long before.
fn says_activity(k: &Kept, day: Date) -> bool {
    match &k.fact {
        F::Leavers(Fact::ActivityBegan(_) | Fact::LearningSaid { .. }) => k.happened <= day,
        // They did it until then.
        F::Leavers(Fact::ActivityEnded) => true,
        _ => false,
    }
}
/// Says where they lived on that day, who may have moved in long before.
fn says_home(k: &Kept, day: Date) -> bool {
    match &k.fact {
        F::Leavers(Fact::AccommodationBegan(_)) => k.happened <= day,
        F::Leavers(Fact::AccommodationJudged { .. } | Fact::ReleaseDateSet { .. } | Fact::AccommodationEnded) => true,
        _ => false,
    }
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
        assert_eq!(at(tried, date(2026, 5, 1)), said("NO", "0", "0"), "what was known in September nobody confirmed");
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
    fn each_birthday_that_has_been_is_of_the_year_in_which_it_falls() {
        let s = story(LEFT);
        let of = |today| asked(&s.history(today), &s.norms).iter().map(|a| (a.age, a.year)).collect::<Vec<_>>();
        assert_eq!(of(date(2025, 3, 9)), [(17, 2024)]);
        assert_eq!(of(date(2026, 4, 1)), [(17, 2024), (18, 2025), (19, 2026)]);
    }
    #[test]
    fn what_a_return_said_stands_but_for_what_is_recorded_here() {
        let origin = crate::reported::Origin { return_year: 2026, ..Default::default() };
        let row = Oc3 { origin, in_touch: "YES".into(), activ: "F2".into(), accom: "u1".into(), ..Oc3::default() };
        let told = |lines: &str| {
            let mut s = story(&format!("{LEFT}; {lines}"));
            s.uncovered(Matter::InTouch);
            s.on("2026-03-31", Fact::Oc3Reported(Box::new(row.clone())));
            let all = asked(&s.history(date(2026, 5, 1)), &s.norms);
            let at = all.into_iter().find(|a| a.year == 2026).unwrap().at;
            (at.in_touch, at.activity.unwrap_or_default(), at.accommodation.unwrap_or_default())
        };
        assert_eq!(told("2025-01-02 rang"), said("YES", "F2", "U1"));
        assert_eq!(told("2026-03-02 does G5"), said("YES", "G5", "U1"));
    }
    #[test]
    fn today_somebody_is_in_touch_for_as_many_weeks_as_their_need_asks_for() {
        let now = |lines: &str, on| {
            let s = story(&format!("{LEFT}; {lines}"));
            let at = today(&s.history(on), &s.norms);
            (at.in_touch.unwrap_or_default(), at.activity.unwrap_or_default(), at.accommodation.unwrap_or_default())
        };
        let life = "2026-01-05 rang; 2026-01-05 does P1; 2026-02-01 lives U1; 2026-02-02 no-answer";
        let so = |in_touch, activity: &str, home: &str| (in_touch, activity.to_owned(), home.to_owned());
        assert_eq!(now(life, date(2026, 3, 2)), so("YES", "P1", "U1"));
        assert_eq!(now(life, date(2026, 3, 3)), so("NO", "P1", "U1"), "the ninth week, for all that was tried");
        let rated = |need: &str, on| now(&format!("{life}; 2026-01-02 rated {need}"), on).0;
        assert_eq!([rated("high", date(2026, 2, 2)), rated("high", date(2026, 2, 3))], ["YES", "NO"], "four weeks");
        assert_eq!([rated("low", date(2026, 3, 30)), rated("low", date(2026, 3, 31))], ["YES", "NO"], "twelve");
        let anew = |on| now("2026-01-05 rang; 2026-01-12 rated high", on).0;
        assert_eq!([anew(date(2026, 2, 9)), anew(date(2026, 2, 10))], ["YES", "NO"], "four weeks from the rating");
        let mut s = story(&format!("{LEFT}; 2026-01-05 rang"));
        s.norm("W09", "2026-01-01", 6);
        let of = |on| today(&s.history(on), &s.norms).in_touch;
        assert_eq!([of(date(2026, 2, 16)), of(date(2026, 2, 17))], [Some("YES"), Some("NO")], "the council says six");
        assert_eq!(now("2026-01-05 stepped-away", date(2026, 3, 3)), so("REFU", "", ""));
        let at_home = "2025-09-01 home mother; 2025-09-01 lives B1; 2026-03-01 rang";
        assert_eq!(
            now(at_home, date(2026, 3, 3)),
            so("RHOM", "", "B1"),
            "not counted; where they live is said all the same"
        );
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
