//! Looked after or not, on any day, and why (Children Act 1989 s22).
use super::{ADULT, Episode, Fact, OtherPower, PeriodOfCare};
use crate::{
    clock::Matter,
    codes,
    day::{Date, plus_days, words},
    fact::{Event, Fact as F, Id},
    history::History,
    norms::Norms,
    status::{Answer, Reason, Status},
};

#[derive(Clone, Debug, PartialEq)]
pub struct LookedAfter {
    pub status: Status,
    /// `s903.legal_status` on that day.
    pub legal_status: Option<String>,
    /// In a series of short breaks (reg 48): looked after, but never an eligible child for it.
    pub short_breaks: bool,
}
const BY_ORDER: &str = "In the council's care under a court's order, or remanded: looked after from the first minute \
                        (Children Act 1989 s22(1)(a); Legal Aid, Sentencing and Punishment of Offenders Act 2012 s104)";
const ACCOMMODATED: &str = "Accommodated by the council for a continuous period of more than 24 hours (s22(1)(b), (2))";
const SHORT_BREAK: &str = "A short break under reg 48 of the Care Planning Regulations 2010 is accommodation under s20, \
                           but does not count towards being an eligible child (reg 40)";
const NOT_YET: &str = "Accommodation of 24 hours or less does not make a child looked after (s22(2))";
const OTHER_POWER: &str = "Accommodation under s17(6) or s24B, or by the housing authority, does not count (s22(1))";
const SUPERVISED: &str = "A supervision order alone does not put a child in the council's care (s22(1))";
const ENDED: &str = "Nothing says that the child came back";
const NEVER: &str = "No order, and no accommodation by the council, is recorded";
const ADULT_RULE: &str = "Nobody of 18 is looked after, whatever was left open";
const NOT_SINCE: &str = "A return says what was so up to its last day, and nobody has said anything since";

pub fn looked_after(h: &History, norms: &Norms, on: Date) -> LookedAfter {
    match h.care().periods.iter().rev().find(|p| p.holds(on)) {
        Some(p) if not_known(p, norms, on) => answered(p, on, Answer::NotKnown),
        Some(p) if first_day(h, p) => {
            let began = p.began();
            let words = format!("Accommodated since {}, less than 24 hours ago", moment(&began));
            no(vec![reason(Some(began.fact), NOT_YET, words)])
        }
        Some(p) => answered(p, on, Answer::Yes),
        None => no(why_not(h, on)),
    }
}
fn not_known(p: &PeriodOfCare, norms: &Norms, on: Date) -> bool {
    let silent = |last: Date| on > last && !norms.covers(Matter::Placements, plus_days(last, 1), on);
    p.known_until().is_some_and(silent)
}
/// Begun today and not yet over: nobody can say that it will last.
fn first_day(h: &History, p: &PeriodOfCare) -> bool {
    p.ended.is_none() && p.began().on == h.today && !p.episodes.iter().any(Episode::by_order)
}
fn answered(p: &PeriodOfCare, on: Date, answer: Answer) -> LookedAfter {
    let episode = p.episodes.iter().rev().find(|e| e.began.on <= on).unwrap_or_else(|| p.last());
    let code = episode.legal_status();
    let label = codes::label("s903.legal_status", code).unwrap_or("Legal status not said");
    let rule = if episode.by_order() { BY_ORDER } else { ACCOMMODATED };
    // A move under the same legal status begins another episode, and not the status anew.
    let run = p.episodes.iter().rev().skip_while(|e| e.began.on > on).take_while(|e| e.legal_status() == code);
    let began = run.last().unwrap_or(episode).began;
    let mut reasons = vec![reason(Some(began.fact), rule, format!("{label} since {}", words(began.on)))];
    if p.short_breaks {
        reasons.push(reason(Some(p.began().fact), SHORT_BREAK, "One of an agreed series of short breaks"));
    }
    let mut since = p.began().on;
    if let (Answer::NotKnown, Some(last)) = (answer, p.known_until()) {
        since = plus_days(last, 1);
        reasons.insert(0, reason(None, NOT_SINCE, format!("Looked after on {}", words(last))));
    }
    LookedAfter {
        status: Status { answer, since: Some(since), reasons },
        legal_status: Some(code.to_owned()).filter(|c| !c.is_empty()),
        short_breaks: p.short_breaks,
    }
}
fn why_not(h: &History, on: Date) -> Vec<Reason> {
    let mut reasons = vec![];
    let brief = h.care().brief.iter().find(|p| p.began().on <= on && p.until().is_some_and(|u| on <= u));
    if let Some(p) = brief {
        let words = format!("Accommodated on {} and not for more than 24 hours", words(p.began().on));
        reasons.push(reason(Some(p.began().fact), NOT_YET, words));
    }
    reasons.extend(elsewhere(h, on));
    if let Some(e) = supervised(h, on) {
        reasons.push(reason(Some(e.fact), SUPERVISED, format!("A supervision order was made on {}", words(e.on))));
    }
    let before = h.care().periods.iter().rev().find(|p| p.until().is_some_and(|u| u <= on));
    if let Some(end) = before.and_then(|p| p.ended.as_ref()) {
        let why = end.reason.as_deref().and_then(|code| codes::label("s903.reason_episode_ceased", code));
        let rule = if end.why == ADULT { ADULT_RULE } else { ENDED };
        let said = format!("{} on {}", why.unwrap_or(end.why), words(end.on));
        reasons.push(reason(end.fact.map(|f| f.fact), rule, said));
    }
    if reasons.is_empty() {
        reasons.push(reason(None, NEVER, "Not looked after"));
    }
    reasons
}
/// Under a roof that somebody else's duty, or another duty of ours, provides.
fn elsewhere(h: &History, on: Date) -> Option<Reason> {
    let provided = h.find(|f| match f {
        F::Care(Fact::AccommodationProvided { under }) => Some(Some(*under)),
        F::Care(Fact::AccommodationEnded) => Some(None),
        _ => None,
    });
    let (k, under) = provided.filter(|(k, _)| k.happened <= on).last()?;
    let power = match under? {
        OtherPower::Section17 => "under s17(6), as help to a family in need",
        OtherPower::Section24B => "under s24B, as help to a care leaver",
        OtherPower::Housing => "by the housing authority, under Part 7 of the Housing Act 1996",
    };
    Some(reason(Some(k.id), OTHER_POWER, format!("Accommodated {power} since {}", words(k.happened))))
}
fn supervised(h: &History, on: Date) -> Option<Event> {
    let orders = h.find(|f| match f {
        F::Care(Fact::SupervisionOrderMade) => Some(true),
        F::Care(Fact::SupervisionOrderEnded) => Some(false),
        _ => None,
    });
    orders.filter(|(k, _)| k.happened <= on).last().filter(|(_, made)| *made).map(|(k, _)| Event::from(k))
}
fn no(reasons: Vec<Reason>) -> LookedAfter {
    let status = Status { answer: Answer::No, since: None, reasons };
    LookedAfter { status, legal_status: None, short_breaks: false }
}
fn reason(fact: Option<Id>, rule: &'static str, words: impl Into<String>) -> Reason {
    Reason { fact, rule, words: words.into() }
}
fn moment(e: &Event) -> String {
    e.at.map_or_else(|| words(e.on), crate::day::words_at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        care::clocks::{episode, foster, into_care, left_care},
        case::{Story, read},
        day::{date, start_of},
    };

    fn ceased(reason: &str) -> Fact {
        Fact::CeasedToBeLookedAfter { reason: reason.into() }
    }
    /// What it says on a day, told on another; and that some reason holds these words.
    fn says(told: impl Fn(&mut Story), today: &str, on: &str, because: &str) -> String {
        let mut story = Story::default();
        told(&mut story);
        let found = looked_after(&story.history(read(today).0), &story.norms, read(on).0);
        let said = found.status.reasons.iter().any(|r| r.words.contains(because) || r.rule.contains(because));
        assert!(said, "{because}: {:?}", found.status.reasons);
        let since = found.status.since.map_or(String::new(), |d| format!(" since {d}"));
        let legal_status = found.legal_status.map_or(String::new(), |l| format!(" {l}"));
        format!(
            "{:?}{since}{legal_status}{}",
            found.status.answer,
            if found.short_breaks { " short breaks" } else { "" }
        )
    }
    #[test]
    fn accommodated_for_more_than_a_day() {
        let told = |s: &mut Story| into_care(s, "2026-03-02");
        assert_eq!(says(told, "2026-03-02", "2026-03-02", "less than 24 hours ago"), "No");
        assert_eq!(says(told, "2026-03-03", "2026-03-03", "more than 24 hours"), "Yes since 2026-03-02 V2");
        assert_eq!(says(told, "2026-03-09", "2026-03-02", "section 20"), "Yes since 2026-03-02 V2");
        assert_eq!(says(told, "2026-03-09", "2026-03-01", "No order"), "No");
    }
    #[test]
    fn twenty_four_hours_are_not_enough_and_a_minute_more_is() {
        let police = |until: &'static str| {
            move |s: &mut Story| {
                s.born("2014-05-03").on("2026-03-02T22:00", Fact::PlacementBegan(foster("L1"))).on(until, ceased("E8"));
            }
        };
        let (just, more) = (police("2026-03-03T22:00"), police("2026-03-03T22:01"));
        assert_eq!(says(just, "2026-03-09", "2026-03-02", "not for more than 24 hours"), "No");
        assert_eq!(says(more, "2026-03-09", "2026-03-02", "police protection"), "Yes since 2026-03-02 L1");
        assert_eq!(says(more, "2026-03-09", "2026-03-03", "ceased for any other reason on 3 March 2026"), "No");
    }
    #[test]
    fn a_court_order_counts_from_the_first_minute() {
        for status in ["C1", "C2", "J1"] {
            let told = |s: &mut Story| {
                s.born("2014-05-03").on("2026-03-02T22:00", Fact::PlacementBegan(foster(status)));
            };
            assert_eq!(
                says(told, "2026-03-02", "2026-03-02", "first minute"),
                format!("Yes since 2026-03-02 {status}")
            );
        }
    }
    #[test]
    fn other_roofs_and_a_supervision_order_do_not_count() {
        let roof = |under| {
            move |s: &mut Story| {
                s.born("2010-05-03").on("2026-03-02", Fact::AccommodationProvided { under });
            }
        };
        assert_eq!(says(roof(OtherPower::Section17), "2026-04-01", "2026-04-01", "s17(6)"), "No");
        assert_eq!(says(roof(OtherPower::Section24B), "2026-04-01", "2026-04-01", "help to a care leaver"), "No");
        assert_eq!(says(roof(OtherPower::Housing), "2026-04-01", "2026-04-01", "Housing Act"), "No");
        let order = |s: &mut Story| {
            s.born("2014-05-03").on("2026-03-02", Fact::SupervisionOrderMade);
        };
        assert_eq!(says(order, "2026-04-01", "2026-04-01", "supervision order alone"), "No");
    }
    #[test]
    fn a_short_break_is_being_looked_after_but_never_makes_eligible() {
        let told = |s: &mut Story| {
            s.born("2009-05-03").on("2026-03-06", Fact::PlacementBegan(foster("V3"))).on("2026-03-08", ceased("E8"));
        };
        assert_eq!(says(told, "2026-04-01", "2026-03-07", "eligible child"), "Yes since 2026-03-06 V3 short breaks");
        assert_eq!(says(told, "2026-04-01", "2026-03-08", "came back"), "No");
    }
    #[test]
    fn it_ends_with_a_fact_with_the_eighteenth_birthday_or_with_death() {
        let home = |s: &mut Story| {
            into_care(s, "2026-03-02");
            s.on("2026-05-01", left_care());
        };
        assert_eq!(says(home, "2026-06-01", "2026-04-30", "section 20"), "Yes since 2026-03-02 V2");
        assert_eq!(says(home, "2026-06-01", "2026-05-01", "Returned home"), "No");
        let left_open = |s: &mut Story| {
            s.born("2008-02-29").on("2020-03-02", Fact::PlacementBegan(foster("C2")));
        };
        assert_eq!(says(left_open, "2026-06-01", "2026-02-28", "Full care order"), "Yes since 2020-03-02 C2");
        assert_eq!(says(left_open, "2026-06-01", "2026-03-01", "attained the age of 18 on 1 March 2026"), "No");
        let died = |s: &mut Story| {
            into_care(s, "2026-03-02");
            s.on("2026-05-01", crate::people::Fact::Died);
        };
        assert_eq!(says(died, "2026-06-01", "2026-05-01", "died on 1 May 2026"), "No");
    }
    #[test]
    fn the_legal_status_of_the_day_and_the_start_of_the_period() {
        let told = |s: &mut Story| {
            into_care(s, "2026-03-02");
            s.on("2026-04-01", Fact::LegalStatusChanged { legal_status: "C1".into() });
            s.on("2026-04-10", Fact::PlacementBegan(foster("")));
        };
        assert_eq!(says(told, "2026-06-01", "2026-03-31", "section 20"), "Yes since 2026-03-02 V2");
        assert_eq!(says(told, "2026-06-01", "2026-04-10", "Interim care order"), "Yes since 2026-03-02 C1");
    }
    #[test]
    fn open_in_the_last_return_is_not_known_since() {
        let told = |s: &mut Story| {
            s.taken_in("2017-05-02", "2015-06-01", episode("2015-06-01", "S C2 U4", "", 2017)).born("2014-05-03");
            s.uncovered(Matter::Placements);
        };
        assert_eq!(says(told, "2026-06-01", "2017-03-31", "Full care order"), "Yes since 2015-06-01 C2");
        assert_eq!(says(told, "2026-06-01", "2026-06-01", "31 March 2017"), "NotKnown since 2017-04-01 C2");
        // Where placements are recorded here since, an end would have been told.
        let recorded = |s: &mut Story| {
            told(s);
            s.recorded_since(Matter::Placements, "2017-04-01");
        };
        assert_eq!(says(recorded, "2026-06-01", "2026-06-01", "Full care order"), "Yes since 2015-06-01 C2");
        let moved = |s: &mut Story| {
            told(s);
            s.on("2026-05-05", Fact::PlacementBegan(foster("")));
        };
        assert_eq!(says(moved, "2026-06-01", "2026-06-01", "Full care order"), "Yes since 2015-06-01 C2");
    }
    #[test]
    fn rows_of_two_years_tell_one_period() {
        let told = |s: &mut Story| {
            s.born("2010-05-03");
            s.taken_in("2017-05-02", "2016-06-01", episode("2016-06-01", "S V2 U6", "", 2017));
            s.taken_in("2018-05-02", "2016-06-01", episode("2016-06-01", "S V2 U6", "2017-09-04 X1", 2018));
            s.taken_in("2018-05-02", "2017-09-04", episode("2017-09-04", "L C2 U6", "2018-01-15 E4A", 2018));
        };
        assert_eq!(says(told, "2018-06-01", "2017-12-01", "Full care order"), "Yes since 2016-06-01 C2");
        assert_eq!(says(told, "2018-06-01", "2018-01-15", "Returned home"), "No");
    }
    #[test]
    fn as_it_was_known_on_a_day() {
        let mut story = Story::default();
        into_care(&mut story, "2026-03-02");
        story.taken_in("2026-03-20", "2026-03-10", left_care());
        let known = |then| {
            let h = History::known_by(&story.facts, start_of(then), then);
            looked_after(&h, &story.norms, date(2026, 3, 15)).status.holds()
        };
        assert!(known(date(2026, 3, 16)), "nobody had said that the child had gone home");
        assert!(!known(date(2026, 3, 21)));
    }
}
