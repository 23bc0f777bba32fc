//! Safe to contact: which way may be used to reach a young person today, or why none; and who may not be told where
//! they are. Nothing is sent on a guess: a way of which nobody said that it is safe is not one.
use super::{Fact, KeptFrom, Kind, Way};
use crate::{
    day::{Date, words},
    fact::{Fact as F, Kept},
    history::History,
};

/// A way as it stands, with the fact that last said so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known<'a> {
    pub said: &'a Kept,
    pub way: &'a Way,
}
/// Why nothing may be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stopped {
    Died(Date),
    NoneKnown,
    /// What is wrong with each, in words.
    NoneSafe(Vec<String>),
}
impl Stopped {
    pub fn words(&self) -> String {
        match self {
            Stopped::Died(on) => format!("Died on {}: nothing is sent", words(*on)),
            Stopped::NoneKnown => "No address or number is recorded: ask the young person how to reach them".into(),
            Stopped::NoneSafe(why) => format!("No safe way: {}", why.join("; ")),
        }
    }
}
/// Every way that has not ended, in the order in which they became known.
pub fn ways(h: &History) -> Vec<Known<'_>> {
    let mut all: Vec<Known> = vec![];
    for said in h.all() {
        match &said.fact {
            F::Letters(Fact::WayKnown(way)) => match all.iter_mut().find(|k| k.way.way == way.way) {
                Some(known) => *known = Known { said, way },
                None => all.push(Known { said, way }),
            },
            F::Letters(Fact::WayEnded { way, .. }) => all.retain(|k| k.way.way != *way),
            _ => {}
        }
    }
    all
}
impl Known<'_> {
    /// Why it may not be used on a day; `None` where it may.
    pub fn unsafe_because(&self, on: Date) -> Option<String> {
        let what = self.way.kind.words().to_lowercase();
        match (self.way.safe, self.way.until) {
            (Some(true), Some(until)) if until < on => {
                Some(format!("the {what} was safe until {}: ask again", words(until)))
            }
            (Some(true), _) => None,
            (Some(false), _) => Some(format!("the {what} is not safe")),
            (None, _) => Some(format!("nobody has asked whether the {what} is safe")),
        }
    }
}
/// The ways by which a letter may go today; or why none.
pub fn to_send(h: &History, on: Date) -> Result<Vec<Known<'_>>, Stopped> {
    if let Some(died) = h.person().died {
        return Err(Stopped::Died(died));
    }
    let all = ways(h);
    if all.is_empty() {
        return Err(Stopped::NoneKnown);
    }
    let why: Vec<String> = all.iter().filter_map(|k| k.unsafe_because(on)).collect();
    let safe: Vec<Known> = all.into_iter().filter(|k| k.unsafe_because(on).is_none()).collect();
    if safe.is_empty() { Err(Stopped::NoneSafe(why)) } else { Ok(safe) }
}
/// Why a number may not be used today; `None` where nothing in the record says so.
pub fn number_is_unsafe(h: &History, number: &str, on: Date) -> Option<String> {
    // They gave it themselves: that nobody else has asked yet is no reason.
    let same = |k: &Known| {
        k.way.kind == Kind::Phone && k.way.safe.is_some() && crate::young::same_number(number, &k.way.reaches)
    };
    ways(h).into_iter().filter(same).find_map(|known| known.unsafe_because(on))
}
/// Why somebody may not be given what says, or may say, where the young person is; `None` where nothing is kept from
/// them. What is kept from everyone is kept from the closest too.
pub fn kept_from(h: &History, name: &str, relation: &str) -> Option<String> {
    let ways = ways(h);
    let kept = ways.iter().find(|k| match &k.way.kept_from {
        KeptFrom::NoOne => false,
        KeptFrom::Everyone => true,
        KeptFrom::These(who) => who.iter().any(|w| same(w, name) || same(w, relation) || names(name, w)),
    })?;
    let what = kept.way.kind.words().to_lowercase();
    let whom = if kept.way.kept_from == KeptFrom::Everyone { "anybody" } else { "them" };
    Some(format!(
        "The young person’s {what} must not be told to {whom}, as was said on {}. A plan or letter may say where they \
         are: give no copy, and tell the manager that it was asked for",
        words(kept.said.happened)
    ))
}
fn plain(words: &str) -> Vec<String> {
    let parts = words.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    parts.map(str::to_lowercase).collect()
}
fn same(a: &str, b: &str) -> bool {
    let (a, b) = (plain(a), plain(b));
    !a.is_empty() && a == b
}
/// `Joy Marsh, mother` names whoever was written down as `Joy Marsh` or as `mother`.
fn names(name: &str, who: &str) -> bool {
    let (name, who) = (plain(name), plain(who));
    !who.is_empty() && name.windows(who.len()).any(|part| part == who)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::Story, day::date, fact::Id, people};

    fn way(n: u128, kind: Kind, safe: Option<bool>, kept_from: KeptFrom) -> Fact {
        Fact::WayKnown(Box::new(Way {
            way: Id::from_u128(n),
            kind,
            reaches: "4 Mill Row".into(),
            safe,
            how: String::new(),
            when: String::new(),
            until: None,
            kept_from,
        }))
    }
    const HOME: u128 = 1;
    const REFUGE: u128 = 2;

    /// At home with her mother, then in a refuge that only its post box number may be written to.
    fn moved() -> Story {
        let mut s = Story::default();
        s.on("2026-01-05", way(HOME, Kind::Post, Some(true), KeptFrom::NoOne));
        s.on("2026-06-01", way(HOME, Kind::Post, Some(false), KeptFrom::NoOne));
        s.on("2026-06-01", way(REFUGE, Kind::Post, Some(true), KeptFrom::Everyone));
        s
    }
    fn sends(s: &Story, on: Date) -> Result<Vec<Id>, Stopped> {
        to_send(&s.history(on), on).map(|ways| ways.iter().map(|k| k.way.way).collect())
    }

    #[test]
    fn a_letter_follows_her_to_the_refuge_by_the_safe_way_alone() {
        let s = moved();
        assert_eq!(sends(&s, date(2026, 5, 31)), Ok(vec![Id::from_u128(HOME)]));
        assert_eq!(sends(&s, date(2026, 6, 1)), Ok(vec![Id::from_u128(REFUGE)]));
    }
    #[test]
    fn her_mother_is_told_nothing_once_an_address_is_kept_from_everyone() {
        let s = moved();
        assert_eq!(kept_from(&s.history(date(2026, 5, 31)), "Joy Marsh", "mother"), None);
        let why = kept_from(&s.history(date(2026, 6, 1)), "Joy Marsh", "mother").expect("a refuge");
        assert!(why.contains("anybody") && why.contains("1 June 2026"), "{why}");
    }
    #[test]
    fn one_from_whom_it_is_kept_is_known_by_name_or_relation_however_it_is_written() {
        let mut s = Story::default();
        let these = KeptFrom::These(vec!["Dean Marsh".into(), "step-father".into()]);
        s.on("2026-01-05", way(HOME, Kind::Post, Some(true), these));
        let h = s.history(date(2026, 2, 1));
        let kept = |name, relation| kept_from(&h, name, relation).is_some();
        assert!(kept("dean  marsh", "") && kept("D. M.", "Step father") && kept("Dean Marsh, uncle", "uncle"));
        assert!(!kept("Joy Marsh", "mother") && !kept("", ""));
    }
    #[test]
    fn nothing_is_sent_on_a_guess() {
        let on = date(2026, 6, 1);
        let mut s = Story::default();
        assert_eq!(sends(&s, on), Err(Stopped::NoneKnown));
        s.on("2026-01-05", way(HOME, Kind::Post, None, KeptFrom::NoOne));
        assert!(matches!(sends(&s, on), Err(Stopped::NoneSafe(why)) if why.len() == 1));
        s.on("2026-01-06", Fact::WayEnded { way: Id::from_u128(HOME), why: "Moved".into() });
        assert_eq!(sends(&s, on), Err(Stopped::NoneKnown));
        s.on("2026-01-07", way(HOME, Kind::Email, Some(true), KeptFrom::NoOne));
        assert!(sends(&s, on).is_ok());
        s.on("2026-05-01", people::Fact::Died);
        assert_eq!(sends(&s, on), Err(Stopped::Died(date(2026, 5, 1))));
    }
    #[test]
    fn a_number_that_the_record_calls_unsafe_is_known_however_it_is_written() {
        let mut s = Story::default();
        let Fact::WayKnown(mut phone) = way(HOME, Kind::Phone, Some(false), KeptFrom::NoOne) else { return };
        phone.reaches = "+44 7700 900982".into();
        s.on("2026-01-05", Fact::WayKnown(phone));
        let h = s.history(date(2026, 6, 1));
        assert!(number_is_unsafe(&h, "07700900982", h.today).is_some());
        assert_eq!(number_is_unsafe(&h, "07700900123", h.today), None, "another number");
    }
    #[test]
    fn what_was_safe_until_a_day_is_asked_about_again() {
        let mut s = Story::default();
        let Fact::WayKnown(mut until) = way(HOME, Kind::Post, Some(true), KeptFrom::NoOne) else { return };
        until.until = Some(date(2026, 6, 1));
        s.on("2026-01-05", Fact::WayKnown(until));
        assert!(sends(&s, date(2026, 6, 1)).is_ok());
        assert!(matches!(sends(&s, date(2026, 6, 2)), Err(Stopped::NoneSafe(_))));
    }
}
