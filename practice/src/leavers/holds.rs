//! Which status holds: what is computed, what somebody recorded and what a manager decided, side by side.
//! Until somebody decides, the one that owes more holds; nothing is withdrawn by computation alone.
use super::{
    Category, Fact, Learning, Lived, Row, Status,
    basis::{Basis, basis},
    fold, of, rows,
};
use crate::{
    day::{Date, age_on, words},
    fact::{Fact as F, Id, Kept},
    history::History,
    norms::Norms,
};

#[derive(Clone, Debug, PartialEq)]
pub struct Holding {
    pub computed: Status,
    pub recorded: Option<Recorded>,
    pub decided: Option<Decided>,
    /// What duties, clocks, letters and dashboards go by.
    pub held: Footing,
    /// What they would go by if nobody had decided.
    pub undecided: Footing,
    pub by: By,
    /// Somebody of 16 to 24 who may be a care leaver: whom the re-check asks about.
    pub concerns: bool,
    /// Why somebody should decide; empty where nothing waits.
    pub queues: Vec<Queue>,
}
/// A category with its band, which says which duties go with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Footing {
    pub category: Category,
    pub band: &'static str,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Computed,
    Recorded,
    Decided,
}
/// What somebody wrote down as the category, whatever is right.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    pub category: Category,
    pub on: Date,
    pub who: Id,
    pub fact: Id,
    /// The same as computed, or has become it by time, or by ceasing to be looked after, or by being so again.
    pub agrees: bool,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    pub category: Category,
    pub reason: String,
    pub rests_on: Basis,
    pub on: Date,
    pub who: Id,
    pub fact: Id,
    /// What has changed of what it rested on, in words; while there is any, it is open again.
    pub reopened: Vec<String>,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Queue {
    Differs,
    NotRecorded,
    NotKnown,
}
impl Queue {
    pub const ALL: [Queue; 3] = [Queue::Differs, Queue::NotRecorded, Queue::NotKnown];
    /// For addresses and columns.
    pub fn code(self) -> &'static str {
        match self {
            Queue::Differs => "differs",
            Queue::NotRecorded => "not_recorded",
            Queue::NotKnown => "not_known",
        }
    }
    pub fn words(self) -> &'static str {
        match self {
            Queue::Differs => "The record says another category than the law",
            Queue::NotRecorded => "No category recorded",
            Queue::NotKnown => "Not known",
        }
    }
}
impl Decided {
    pub fn stands(&self) -> bool {
        self.reopened.is_empty()
    }
}
impl Footing {
    /// The row of the table by which somebody would stand so: for a bare category the plainest of them.
    pub fn row(self) -> &'static Row {
        use Category::{Eligible, FormerRelevant, None, NotKnown, Qualifying, QualifyingBySgo, Relevant};
        match (self.category, self.band) {
            (Eligible, _) => &rows::ELIGIBLE,
            (Relevant, _) => &rows::RELEVANT,
            (FormerRelevant, "21_24_ETE") => &rows::LEARNING,
            (FormerRelevant, "21_24_REQUESTED") => &rows::REQUESTED,
            (FormerRelevant, "21_24_KEEP_IN_TOUCH") => &rows::KEEP_IN_TOUCH,
            (FormerRelevant, _) => &rows::ELIGIBLE_AT_18,
            (Qualifying, "21_24_ETE_S24B") => &rows::LEARNING_S24B,
            (Qualifying, _) => &rows::QUALIFYING,
            (QualifyingBySgo, "21_24_ETE_S24B") => &rows::LEARNING_S24B_GUARDIAN,
            (QualifyingBySgo, _) => &rows::GUARDIAN,
            (None, "DECEASED") => &rows::DIED,
            (None, "UNDER_16") => &rows::UNDER_16,
            (None, "AGED_OUT_21") => &rows::AGED_OUT_21,
            (None, "AGED_OUT_25") => &rows::AGED_OUT_25,
            (None, _) => &rows::NOTHING,
            (NotKnown, _) => &rows::UNKNOWN,
        }
    }
}
impl Holding {
    /// The row whose duties hold: the one that decided, or that of the category that somebody recorded or decided.
    pub fn row(&self) -> &'static Row {
        match self.by {
            By::Computed => self.computed.as_far_as_known.unwrap_or(self.computed.row),
            By::Recorded | By::Decided => self.held.row(),
        }
    }
    /// By computation, and what we hold cannot say: what is held is what is owed at least.
    pub fn is_not_known(&self) -> bool {
        self.by == By::Computed && self.computed.category() == Category::NotKnown
    }
}

/// How much a category owes, from the columns of the table of duties ([`super::owed::DUTIES`]).
#[derive(Debug)]
pub struct Owes {
    pub category: Category,
    pub rank: u8,
    pub why: &'static str,
    pub source: &'static str,
}
const fn owes(category: Category, rank: u8, why: &'static str, source: &'static str) -> Owes {
    Owes { category, rank, why, source }
}
/// From what owes most to what owes nothing. Categories of one rank owe the same. Where it is not known, what is
/// known for certain is owed at least, and it is ranked by that.
pub const OWES: &[Owes] = &[
    owes(
        Category::Eligible,
        5,
        "Everything that is owed to a child in care, and the adviser, assessment and pathway plan beside it",
        "Children Act 1989 s22-22C, Sch 2 para 19B-19C",
    ),
    owes(
        Category::Relevant,
        4,
        "Adviser, assessment, pathway plan, accommodation and maintenance, to 18",
        "Children Act 1989 s23A-23B",
    ),
    owes(
        Category::FormerRelevant,
        3,
        "Adviser and pathway plan, help with home, work and learning, to 21, and to 25 on learning or asking",
        "Children Act 1989 s23C, s23CA, s23CZB",
    ),
    owes(
        Category::Qualifying,
        2,
        "Advice and befriending where needed; money and accommodation at discretion, to 21",
        "Children Act 1989 s24-24B",
    ),
    owes(
        Category::QualifyingBySgo,
        2,
        "As any qualifying young person: the two share a column of the table of duties",
        "Children Act 1989 s24(1A), s24A-24B",
    ),
    owes(Category::NotKnown, 1, "More than nothing may be owed: it is to be found out", "our own"),
    owes(Category::None, 0, "No leaving care duty", "Children Act 1989 s23A, s23C, s24"),
];
pub fn rank(category: Category) -> u8 {
    OWES.iter().find(|o| o.category == category).map_or(0, |o| o.rank)
}

/// What holds on a day; asked of a history as it was known then, as known on any day.
pub fn holds(h: &History, norms: &Norms, on: Date) -> Holding {
    let lived = fold::lived(h, norms, on);
    let computed = of(&lived, norms, on);
    let reading = Reading { lived: &lived, row: computed.as_far_as_known.unwrap_or(computed.row), on };
    let recorded = recorded(h, norms, &reading, &computed);
    let decided = decided(h, norms, &reading, &computed, recorded.as_ref());
    let proved = Footing { category: reading.row.category, band: reading.row.band };
    let (held, by) = held(&reading, proved, recorded.as_ref(), decided.as_ref());
    let (undecided, _) = self::held(&reading, proved, recorded.as_ref(), None);
    let concerns = concerns(h, &reading);
    let queues = match concerns {
        true => queues(&computed, recorded.as_ref(), decided.as_ref()),
        false => vec![],
    };
    Holding { computed, recorded, decided, held, undecided, by, concerns, queues }
}
fn held(r: &Reading, proved: Footing, recorded: Option<&Recorded>, decided: Option<&Decided>) -> (Footing, By) {
    let decision = decided.map(|d| (r.read(d.category), By::Decided));
    if let Some(stands) = decision.filter(|_| decided.is_some_and(Decided::stands)) {
        return stands;
    }
    let others = recorded.map(|rec| (r.read(rec.category), By::Recorded)).into_iter().chain(decision);
    // Of two that owe the same the computed one holds: it is the one that is proved.
    others.fold(
        (proved, By::Computed),
        |most, other| {
            if rank(other.0.category) > rank(most.0.category) { other } else { most }
        },
    )
}
fn queues(computed: &Status, recorded: Option<&Recorded>, decided: Option<&Decided>) -> Vec<Queue> {
    if decided.is_some_and(Decided::stands) {
        return vec![];
    }
    let not_known = computed.category() == Category::NotKnown;
    let differs = decided.is_some() || recorded.is_some_and(|r| !r.agrees && !not_known);
    let nothing = recorded.is_none() && decided.is_none();
    let waits = [(differs, Queue::Differs), (nothing, Queue::NotRecorded), (not_known, Queue::NotKnown)];
    waits.into_iter().filter(|w| w.0).map(|w| w.1).collect()
}
/// Aged 16 to 24, alive, and something that could make a care leaver was ever recorded. Who left care long before 16 is
/// asked about once: to be wrongly nothing is the worst mistake.
fn concerns(h: &History, r: &Reading) -> bool {
    let l = r.lived;
    let alive = l.died.is_none_or(|died| died > r.on);
    let of_age = r.age().is_none_or(|age| (16..25).contains(&age));
    alive && of_age && touched(h, l)
}
pub(super) fn touched(h: &History, l: &Lived) -> bool {
    let said = |k: &Kept| {
        use Fact::{CategoryDecided, CategoryRecorded, Oc3Reported};
        matches!(&k.fact, F::Leavers(CategoryRecorded { .. } | CategoryDecided { .. } | Oc3Reported(_)))
    };
    let lived = [l.care.is_empty(), l.detained.is_empty(), l.guardianships.is_empty(), l.others.is_empty()];
    lived.contains(&false) || h.all().any(said)
}

fn recorded(h: &History, norms: &Norms, r: &Reading, computed: &Status) -> Option<Recorded> {
    let (k, category) = last(h, r.on, |f| match f {
        // Somebody who wrote “not known” recorded no category.
        Fact::CategoryRecorded { category } => (*category != Category::NotKnown).then_some(*category),
        _ => None,
    })?;
    // Ceasing to be looked after, or being so again, makes no mistake of what was right on its day.
    let moved = |a, b| a != b && [a, b].iter().all(|c| matches!(c, Category::Eligible | Category::Relevant));
    let was_right = || super::status(&h.until(k.happened), norms, k.happened).category() == category;
    let (now, aged) = (computed.category(), r.aged(category).category);
    let agrees = aged == now || moved(aged, now) && was_right();
    Some(Recorded { category, on: k.happened, who: k.who, fact: k.id, agrees })
}
fn decided(h: &History, norms: &Norms, r: &Reading, computed: &Status, recorded: Option<&Recorded>) -> Option<Decided> {
    let (k, (category, reason, rests_on)) = last(h, r.on, |f| match f {
        Fact::CategoryDecided { category, reason, rests_on } => Some((*category, reason, rests_on)),
        _ => None,
    })?;
    let then = h.until(k.happened);
    let mut reopened = rests_on.changed(&basis(&then, norms, k.happened));
    let by_time = super::status(&then, norms, r.on).category();
    let now = computed.category();
    if reopened.is_empty() && by_time != now && r.read(category).category != now {
        reopened.push(format!("Facts since the decision make it {}; time alone would not have", said(now)));
    }
    let later = recorded.filter(|rec| rec.on >= k.happened && h.later(rec.fact, k.id));
    if let Some(rec) = later.filter(|rec| r.aged(rec.category) != r.aged(category)) {
        reopened.push(format!("{} was recorded on {}, after the decision", rec.category.words(), words(rec.on)));
    }
    let reason = reason.clone();
    Some(Decided { category, reason, rests_on: rests_on.clone(), on: k.happened, who: k.who, fact: k.id, reopened })
}
fn said(category: Category) -> String {
    let words = category.words();
    words[..1].to_lowercase() + &words[1..]
}
fn last<'a, T>(h: &'a History, on: Date, pick: impl Fn(&'a Fact) -> Option<T>) -> Option<(&'a Kept, T)> {
    let of = |k: &'a Kept| match &k.fact {
        F::Leavers(f) if k.happened <= on => pick(f).map(|t| (k, t)),
        _ => None,
    };
    h.all().rev().find_map(of)
}

/// How a bare category reads on a day: it grows with age, as the law has it.
struct Reading<'a> {
    lived: &'a Lived,
    /// What is computed, as far as it is known.
    row: &'static Row,
    on: Date,
}
impl Reading<'_> {
    fn age(&self) -> Option<i64> {
        age_on(self.lived.born?, self.on)
    }
    /// For duties: of the two for children, whichever goes with being looked after now.
    fn read(&self, category: Category) -> Footing {
        let aged = self.aged(category);
        let looked_after = matches!(self.row.code, "4" | "5");
        match (aged.category, aged.band) {
            (Category::Eligible | Category::Relevant | Category::FormerRelevant, "16_17") => {
                let category = if looked_after { Category::Eligible } else { Category::Relevant };
                Footing { category, ..aged }
            }
            _ => aged,
        }
    }
    /// What the passing of birthdays makes of it, and nothing else.
    fn aged(&self, category: Category) -> Footing {
        let nothing = |band| Footing { category: Category::None, band };
        let died = self.lived.died.is_some_and(|died| died <= self.on);
        match (category, self.age()) {
            _ if died => nothing("DECEASED"),
            // Of whom nobody knows the age no birthday makes anything else.
            (_, None) => Footing { category, band: "" },
            (_, Some(..16)) => nothing("UNDER_16"),
            (_, Some(25..)) => nothing("AGED_OUT_25"),
            (Category::None | Category::NotKnown, _) => Footing { category, band: "" },
            (Category::Eligible | Category::Relevant | Category::FormerRelevant, Some(16..18)) => {
                Footing { category, band: "16_17" }
            }
            (Category::Eligible | Category::Relevant | Category::FormerRelevant, age) => {
                Footing { category: Category::FormerRelevant, band: self.former(age) }
            }
            (Category::Qualifying | Category::QualifyingBySgo, Some(21..)) => match self.lived.learning {
                Some((Learning::In | Learning::WillBe, _)) => Footing { category, band: "21_24_ETE_S24B" },
                _ => nothing("AGED_OUT_21"),
            },
            (Category::Qualifying | Category::QualifyingBySgo, _) => Footing { category, band: "16_20" },
        }
    }
    fn former(&self, age: Option<i64>) -> &'static str {
        let l = self.lived;
        match age {
            Some(21..) if l.learning.is_some() => "21_24_ETE",
            Some(21..) if l.asked_for_support.is_some() => "21_24_REQUESTED",
            Some(21..) => "21_24_KEEP_IN_TOUCH",
            _ => "18_20_FULL",
        }
    }
}
