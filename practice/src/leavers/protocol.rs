//! Keeping in touch, as data: by status and age, what is tried, in what order and how soon. The numbers are our own:
//! the law says *keep in touch* and *re-establish contact* (Children Act 1989 s23B(1), (11), s23C(2)), and no number.
use super::{
    Category, Fact, Footing,
    touch::{self, How, Source},
};
use crate::{
    day::{Date, plus_weeks},
    fact::Fact as F,
    history::History,
    norms::Norms,
};

#[derive(Debug, PartialEq)]
pub struct Protocol {
    /// For whom it is, in words.
    pub whom: &'static str,
    /// At once, before any weeks are counted, where it has not been done since the protocol holds.
    pub first: Option<&'static Step>,
    pub steps: &'static [Step],
}
/// Tried once so many weeks have gone by since we last spoke with them, or last offered.
#[derive(Debug, PartialEq)]
pub struct Step {
    pub weeks: i64,
    pub what: Try,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Try {
    By(How),
    Ask(Source),
    /// Advice and support offered, with what they have a right to, in writing.
    Offer,
    /// The manager looks at what was tried, and at a plan to find them.
    Escalate,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    pub protocol: &'static Protocol,
    pub step: &'static Step,
    /// From this day on.
    pub from: Date,
    /// The day from which the weeks are counted.
    pub since: Date,
}

const fn by(weeks: i64, how: How) -> Step {
    Step { weeks, what: Try::By(how) }
}
const fn ask(weeks: i64, of: Source) -> Step {
    Step { weeks, what: Try::Ask(of) }
}
const fn step(weeks: i64, what: Try) -> Step {
    Step { weeks, what }
}

pub const RELEVANT: Protocol = Protocol {
    whom: "Relevant children, 16 and 17",
    first: None,
    steps: &[
        by(3, How::Message),
        by(4, How::Call),
        by(4, How::AtHome),
        ask(5, Source::Family),
        ask(5, Source::Housing),
        ask(5, Source::Health),
        ask(5, Source::Custody),
        ask(5, Source::Benefits),
        step(6, Try::Escalate),
    ],
};
pub const FORMER_RELEVANT: Protocol = Protocol {
    whom: "Former relevant young people, 18 to 20",
    first: None,
    steps: &[
        by(6, How::Message),
        by(7, How::Call),
        by(8, How::AtHome),
        ask(9, Source::Family),
        ask(10, Source::Housing),
        ask(10, Source::Benefits),
        ask(10, Source::Custody),
        ask(10, Source::Health),
        step(11, Try::By(How::Letter)),
        step(12, Try::Escalate),
    ],
};
pub const SUPPORTED: Protocol = Protocol {
    whom: "Former relevant young people, 21 to 24, who learn or asked for support",
    first: None,
    steps: &[
        by(6, How::Message),
        by(7, How::Call),
        by(8, How::Letter),
        by(9, How::AtHome),
        ask(10, Source::Family),
        step(12, Try::Escalate),
    ],
};
pub const OFFERED: Protocol = Protocol {
    whom: "Former relevant young people, 21 to 24: support is offered every year",
    // As soon as possible after the 21st birthday (s23CZB(7)).
    first: Some(&step(0, Try::Offer)),
    steps: &[by(44, How::Message), by(46, How::Call), step(48, Try::Offer), step(52, Try::Escalate)],
};
pub const QUALIFYING: Protocol = Protocol {
    whom: "Qualifying young people: what they may ask for, once a year",
    first: None,
    steps: &[step(44, Try::Offer), by(48, How::Call)],
};
/// The choice is respected: a letter now and then says that the door is open.
pub const STEPPED_AWAY: Protocol =
    Protocol { whom: "Those who chose to step away", first: None, steps: &[by(26, How::Letter), step(50, Try::Offer)] };
pub const PROTOCOLS: &[&Protocol] = &[&RELEVANT, &FORMER_RELEVANT, &SUPPORTED, &OFFERED, &QUALIFYING, &STEPPED_AWAY];

impl Protocol {
    pub fn of(held: Footing) -> Option<&'static Protocol> {
        match held.category {
            Category::Relevant => Some(&RELEVANT),
            Category::FormerRelevant if held.is_offered_support() => Some(&OFFERED),
            Category::FormerRelevant if held.band == "18_20_FULL" => Some(&FORMER_RELEVANT),
            Category::FormerRelevant => Some(&SUPPORTED),
            Category::Qualifying | Category::QualifyingBySgo => Some(&QUALIFYING),
            // As a looked after child.
            Category::Eligible | Category::None | Category::NotKnown => None,
        }
    }
}
impl Try {
    pub fn words(self) -> String {
        match self {
            Try::By(how) => how.words().into(),
            Try::Ask(of) => format!("Ask {}", of.words()),
            Try::Offer => "Offer advice and support, with what they have a right to, in writing".into(),
            Try::Escalate => "The manager looks at what was tried, and at how to find them".into(),
        }
    }
}

/// What is to be tried next, and from when; nothing for those with whom nobody need keep in touch. A two-way contact
/// begins the steps anew.
pub fn next_step(h: &History, norms: &Norms, on: Date) -> Option<Next> {
    let period = h.status_periods(norms).iter().find(|s| s.holds(on))?;
    let usual = Protocol::of(period.held)?;
    let away = touch::is_away(h, on).filter(|_| period.held.category != Category::Relevant);
    let protocol = if away.is_some() { &STEPPED_AWAY } else { usual };
    let spoken = touch::two_way(h).into_iter().map(|e| e.on).filter(|d| *d <= on).max();
    let offered = offers(h).filter(|d| *d <= on).max();
    let counted = match away {
        Some(away) => Some(away.on.max(offered.unwrap_or(away.on))),
        None if protocol.steps.iter().any(|s| s.what == Try::Offer) => offered,
        None => spoken,
    };
    let since = counted.map_or(period.began.on, |day| day.max(period.began.on));
    if let Some(step) = protocol.first.filter(|_| offered.is_none_or(|day| day < period.began.on)) {
        return Some(Next { protocol, step, from: plus_weeks(period.began.on, step.weeks), since });
    }
    let left = protocol.steps.iter().find(|s| !tried(h, s.what, since, on));
    // All of it was tried: the last step goes on until it brings something.
    let step = left.or(protocol.steps.last())?;
    Some(Next { protocol, step, from: plus_weeks(since, step.weeks), since })
}
/// The days on which support was offered.
pub fn offers(h: &History) -> impl Iterator<Item = Date> {
    h.all().filter(|k| matches!(k.fact, F::Leavers(Fact::SupportOffered { .. }))).map(|k| k.happened)
}
fn tried(h: &History, what: Try, since: Date, on: Date) -> bool {
    let is = |f: &F| match (what, f) {
        (Try::By(how), F::Leavers(Fact::Contacted(c))) => c.how == how,
        (Try::By(How::AtHome), F::People(crate::people::Fact::Visited(_))) => true,
        (Try::Ask(source), F::Leavers(Fact::SearchAsked { who })) => *who == source,
        (Try::Offer, F::Leavers(Fact::SupportOffered { .. })) => true,
        (Try::Escalate, F::Leavers(Fact::ReconnectPlanMade { .. })) => true,
        _ => false,
    };
    h.all().any(|k| k.happened > since && k.happened <= on && is(&k.fact))
}

#[cfg(test)]
mod tests {
    use super::{super::told::story, *};
    use crate::day::date;

    fn next(lines: &str, on: Date) -> Option<(String, Date)> {
        let s = story(&format!("2005-03-10 born; 2019-06-01 care C2/U4; {lines}"));
        next_step(&s.history(on), &s.norms, on).map(|n| (n.step.what.words(), n.from))
    }
    fn says(words: &str, from: Date) -> Option<(String, Date)> {
        Some((words.into(), from))
    }
    #[test]
    fn the_steps_come_in_their_order_and_each_once() {
        let on = date(2024, 3, 1);
        assert_eq!(next("2024-01-01 rang", on), says("Message", date(2024, 2, 12)));
        let tried = "2024-01-01 rang; 2024-02-12 heard-of; 2024-02-20 no-answer";
        assert_eq!(next(tried, on), says("Visit where they live", date(2024, 2, 26)));
        let visited = format!("{tried}; 2024-02-26 nobody-in");
        assert_eq!(next(&visited, on), says("Ask family and friends", date(2024, 3, 4)));
        let found = format!("{visited}; 2024-02-28 at-home");
        assert_eq!(next(&found, on), says("Message", date(2024, 4, 10)), "an answer begins anew");
    }
    #[test]
    fn when_all_was_tried_the_manager_looks_until_they_are_found() {
        let all = "2024-01-01 rang; 2024-02-12 heard-of; 2024-02-20 no-answer; 2024-02-26 nobody-in; \
                   2024-03-04 ask family; 2024-03-11 ask housing; 2024-03-11 ask benefits; 2024-03-11 ask custody; \
                   2024-03-11 ask health";
        assert_eq!(next(all, date(2024, 3, 12)), says("Letter", date(2024, 3, 18)));
        let manager = says("The manager looks at what was tried, and at how to find them", date(2024, 3, 25));
        let written = format!("{all}; 2024-03-18 wrote");
        assert_eq!(next(&written, date(2024, 3, 19)), manager);
        assert_eq!(
            next(&format!("{written}; 2024-04-20 nobody-in"), date(2024, 6, 1)),
            manager,
            "until they are found"
        );
        assert_eq!(next(&format!("{written}; 2024-05-01 rang"), date(2024, 6, 1)), says("Message", date(2024, 6, 12)));
    }
    #[test]
    fn a_child_in_care_has_visits_and_no_protocol() {
        assert_eq!(next("", date(2022, 1, 1)), None);
    }
    #[test]
    fn at_21_it_is_an_offer_every_year() {
        let offer = "Offer advice and support, with what they have a right to, in writing";
        assert_eq!(next("2026-03-01 rang", date(2026, 4, 1)), says(offer, date(2026, 3, 10)), "as soon as they are 21");
        assert_eq!(next("2026-03-01 offered", date(2026, 4, 1)), says(offer, date(2026, 3, 10)), "at 20 it was early");
        assert_eq!(next("2026-05-01 offered", date(2027, 3, 20)), says("Message", date(2027, 3, 5)));
    }
    #[test]
    fn who_stepped_away_gets_a_letter_and_is_left_in_peace() {
        assert_eq!(next("2024-01-01 stepped-away", date(2024, 5, 1)), says("Letter", date(2024, 7, 1)));
        assert_eq!(
            next("2024-01-01 stepped-away; 2024-02-01 rang", date(2024, 5, 1)),
            says("Message", date(2024, 3, 14))
        );
    }
    #[test]
    fn every_protocol_says_for_whom_and_goes_up_in_weeks() {
        for p in PROTOCOLS {
            assert!(!p.whom.is_empty() && p.steps.windows(2).all(|w| w[0].weeks <= w[1].weeks), "{}", p.whom);
        }
    }
}
