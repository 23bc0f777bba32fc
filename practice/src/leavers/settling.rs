//! Finding and keeping a home, a family of their own, and the way to adults' services.
use super::{Fact, papers::last};
use crate::{
    day::Date,
    fact::{Event, Fact as F},
    history::History,
};
use serde::{Deserialize, Serialize};

/// What became of a bid for a home.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bid {
    Made,
    NotOffered,
    Offered,
    Taken,
    Declined,
}
impl Bid {
    pub const ALL: [Bid; 5] = [Bid::Made, Bid::NotOffered, Bid::Offered, Bid::Taken, Bid::Declined];
    pub fn words(self) -> &'static str {
        match self {
            Bid::Made => "Bid made, no answer yet",
            Bid::NotOffered => "Not offered to them",
            Bid::Offered => "Offered to them",
            Bid::Taken => "Taken",
            Bid::Declined => "They did not want it",
        }
    }
}
/// The way of a disabled young person to adults' services (Care Act 2014 s58 and after).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandOver {
    Referred,
    Assessed,
    Eligible,
    NotEligible,
    HandedOver,
    Declined,
}
impl HandOver {
    pub const ALL: [HandOver; 6] = [
        HandOver::Referred,
        HandOver::Assessed,
        HandOver::Eligible,
        HandOver::NotEligible,
        HandOver::HandedOver,
        HandOver::Declined,
    ];
    pub fn words(self) -> &'static str {
        match self {
            HandOver::Referred => "Referred to adults’ services",
            HandOver::Assessed => "Needs as an adult assessed",
            HandOver::Eligible => "Found to be eligible",
            HandOver::NotEligible => "Found not to be eligible",
            HandOver::HandedOver => "Handed over: an adults’ worker has met them",
            HandOver::Declined => "They do not want it",
        }
    }
}

/// Bids for homes as they stand, newest first: what is said of one home again takes the place of what was said.
pub fn bids(h: &History, on: Date) -> Vec<(Date, &str, Bid)> {
    let mut all: Vec<(Date, &str, Bid)> = vec![];
    for k in h.all().filter(|k| k.happened <= on) {
        if let F::Leavers(Fact::HousingBid { home, became }) = &k.fact {
            all.retain(|(_, said, _)| said != home);
            all.push((k.happened, home, *became));
        }
    }
    all.reverse();
    all
}
/// Staying put with a foster carer, or close to a children's home: with whom, from when, while it lasts.
pub fn staying(h: &History, on: Date, close: bool) -> Option<(Event, &str)> {
    let mut now = None;
    for k in h.all().filter(|k| k.happened <= on) {
        match &k.fact {
            F::Leavers(Fact::StayingPutBegan { carer }) if !close => now = Some((Event::from(k), carer.as_str())),
            F::Leavers(Fact::StayingPutEnded { .. }) if !close => now = None,
            F::Leavers(Fact::StayingCloseBegan { with }) if close => now = Some((Event::from(k), with.as_str())),
            F::Leavers(Fact::StayingCloseEnded { .. }) if close => now = None,
            _ => {}
        }
    }
    now
}
/// Children of their own, as it was last said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnChildren {
    pub said: Date,
    pub children: i64,
    pub live_with_them: Option<bool>,
    pub expected: Option<Date>,
}
pub fn own_children(h: &History, on: Date) -> Option<OwnChildren> {
    let (said, known) = last(h, on, |f| match f {
        Fact::OwnChildrenKnown { children, live_with_them, expected } => Some((*children, *live_with_them, *expected)),
        _ => None,
    })?;
    Some(OwnChildren { said, children: known.0, live_with_them: known.1, expected: known.2 })
}
/// How far the hand-over to adults' services has come.
pub fn hand_over(h: &History, on: Date) -> Option<(Date, HandOver)> {
    last(h, on, |f| match f {
        Fact::AdultsServices { step, .. } => Some(*step),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::{super::told::story, *};
    use crate::day::date;

    #[test]
    fn a_bid_stands_once_with_what_became_of_it_last() {
        let mut s = story("2005-03-10 born");
        let bid = |home: &str, became| Fact::HousingBid { home: home.into(), became };
        s.on("2026-03-01", bid("12 Mill Row", Bid::Made))
            .on("2026-03-08", bid("3 Quay Court", Bid::Made))
            .on("2026-03-15", bid("12 Mill Row", Bid::NotOffered));
        let h = s.history(date(2026, 4, 1));
        let said = [(date(2026, 3, 15), "12 Mill Row", Bid::NotOffered), (date(2026, 3, 8), "3 Quay Court", Bid::Made)];
        assert_eq!(bids(&h, date(2026, 4, 1)), said);
        assert_eq!(bids(&h, date(2026, 3, 7)), [(date(2026, 3, 1), "12 Mill Row", Bid::Made)]);
    }
    #[test]
    fn staying_put_and_staying_close_are_two_things() {
        let mut s = story("2005-03-10 born; 2023-03-10 staying-put; 2025-03-01 staying-put-ended");
        s.on("2025-04-01", Fact::StayingCloseBegan { with: "Oak House".into() });
        let h = s.history(date(2026, 4, 1));
        let with = |on, close| staying(&h, on, close).map(|(_, with)| with);
        assert_eq!((with(date(2024, 1, 1), false), with(date(2024, 1, 1), true)), (Some("Mary Fielding"), None));
        assert_eq!((with(date(2025, 5, 1), false), with(date(2025, 5, 1), true)), (None, Some("Oak House")));
    }
    #[test]
    fn what_was_said_last_of_children_and_of_adults_services_holds() {
        let mut s = story("2005-03-10 born");
        let known = |children, expected| Fact::OwnChildrenKnown { children, live_with_them: Some(true), expected };
        s.on("2026-01-05", known(0, Some(date(2026, 7, 1)))).on("2026-07-02", known(1, None));
        s.on("2026-01-05", Fact::AdultsServices { step: HandOver::Referred, words: String::new() });
        let h = s.history(date(2026, 8, 1));
        assert_eq!(own_children(&h, date(2026, 8, 1)).map(|o| (o.children, o.expected)), Some((1, None)));
        assert_eq!(own_children(&h, date(2026, 2, 1)).map(|o| o.children), Some(0));
        assert_eq!(hand_over(&h, date(2026, 8, 1)), Some((date(2026, 1, 5), HandOver::Referred)));
    }
}
