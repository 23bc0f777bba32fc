//! The days that count towards thirteen weeks, with the spells they come from and what was left out.
use super::lived::{LookedAfter, Spell, clipped, joined};
use crate::{
    day::{Date, Period, words},
    fact::Id,
};

/// Thirteen weeks (Children Act 1989 Sch 2 para 19B(2)(b) with Care Planning Regulations 2010 reg 40(1)): `F`.
pub const THRESHOLD: i64 = 91;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Days {
    pub count: i64,
    /// Some of the time that counts is covered by no source: there may be more.
    pub at_least: bool,
    pub spells: Vec<Counted>,
    pub left_out: Vec<LeftOut>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    pub period: Period,
    pub days: i64,
    pub fact: Option<Id>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    pub period: Period,
    pub fact: Option<Id>,
    pub why: &'static str,
    pub kind: Kind,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    ShortBreak,
    Brief,
    Before14,
    After18,
}
const SHORT_BREAK: &str = "Short breaks under reg 48 do not count (Care Planning Regulations 2010 reg 40(2))";
const BRIEF: &str = "Accommodation of 24 hours or less does not make a child looked after (Children Act 1989 s22(2))";
const BEFORE_14: &str = "Days before the 14th birthday do not count (Children Act 1989 Sch 2 para 19B(2)(b))";
const AFTER_18: &str = "Nobody is looked after from the 18th birthday on; this looks like a mistake in the record";

impl Days {
    pub fn reached(&self) -> bool {
        self.count >= THRESHOLD
    }
    /// `91 days: 91 from 1 July 2026 to 30 September 2026`.
    pub fn words(&self) -> String {
        let spell = |c: &Counted| {
            let until = c.period.until.map_or("now".into(), words);
            format!("{} from {} to {until}", c.days, words(c.period.from))
        };
        let spells: Vec<String> = self.spells.iter().map(spell).collect();
        let at_least = if self.at_least { "at least " } else { "" };
        let days = if self.count == 1 { "day" } else { "days" };
        match spells.is_empty() {
            true => format!("{at_least}{} {days} looked after since the 14th birthday", self.count),
            false => {
                format!("{at_least}{} {days} looked after since the 14th birthday: {}", self.count, spells.join(", "))
            }
        }
    }
}
/// From the 14th birthday up to, not including, the day or the 18th birthday.
pub fn days(care: &LookedAfter, (b14, b18): (Date, Date), on: Date) -> Days {
    let window = Period::new(b14, Some(on.min(b18).max(b14)));
    let mut out = Days::default();
    for s in &care.counts {
        if let Some(p) = clipped(s.period, window) {
            out.spells.push(Counted { period: p, days: p.days(on), fact: s.fact });
        }
        // What was only left open at 18 is no mistake: nobody wrote down that childhood ended.
        let mistaken = on >= b18 && (s.period.from >= b18 || s.period.until.is_some());
        if let Some(p) = clipped(s.period, Period::new(b18, None)).filter(|_| mistaken) {
            out.left_out.push(LeftOut { period: p, fact: s.fact, why: AFTER_18, kind: Kind::After18 });
        }
        if let Some(p) = clipped(s.period, Period::new(Date::MIN, Some(b14))).filter(|_| out.spells.last().is_some()) {
            out.left_out.push(LeftOut { period: p, fact: s.fact, why: BEFORE_14, kind: Kind::Before14 });
        }
    }
    let mut leave = |spells: &[Spell], why, kind| {
        let within = spells.iter().filter_map(|s| Some((clipped(s.period, window)?, s.fact)));
        out.left_out.extend(within.map(|(period, fact)| LeftOut { period, fact, why, kind }));
    };
    leave(&joined(care.breaks.clone()), SHORT_BREAK, Kind::ShortBreak);
    // A stay that began and ended on one day holds no midnight.
    let brief = care.brief.iter().filter(|s| window.holds(s.period.from));
    let brief: Vec<LeftOut> =
        brief.map(|s| LeftOut { period: s.period, fact: s.fact, why: BRIEF, kind: Kind::Brief }).collect();
    out.left_out.extend(brief);
    out.count = out.spells.iter().map(|c| c.days).sum();
    out
}
