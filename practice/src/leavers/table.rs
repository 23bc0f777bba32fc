//! The table, evaluated in order on one day. Where the law leaves a reading open the one that protects
//! the young person is taken, and a flag says so.
use super::{
    Flag, Learning, Lived, OtherStay,
    days::{Days, Kind, THRESHOLD, days},
    flags::{Boundary, Review, Spells},
    home::{self, AtHome, at_home},
    lived::{LookedAfter, Spell, looked_after, other_stays, overlap},
    rows::{self, Category, Row},
};
use crate::{
    day::{Date, Period, birthday, plus_days, plus_months},
    fact::Id,
    norms::Norms,
};
use std::collections::BTreeSet;

/// What the table comes to on a day, before anybody asks about coverage.
#[derive(Debug)]
pub(super) struct Found {
    pub row: &'static Row,
    pub days: Days,
    pub flags: BTreeSet<Flag>,
    /// What was read beside the days: the fact, where there is one, and words.
    pub read: Vec<(Option<Id>, String)>,
    /// Days on which the passing of time alone may change it.
    pub turning: Vec<Date>,
}
struct Table<'a> {
    l: &'a Lived,
    norms: &'a Norms,
    care: LookedAfter,
    others: Vec<(OtherStay, Spell)>,
    on: Date,
    /// The day asked, or the 18th birthday where that is past.
    at: Date,
    b14: Date,
    b16: Date,
    b18: Date,
    out: Found,
}
/// What somebody was at 18, which settles the rest.
enum At18 {
    Former(&'static Row),
    Guardian,
    Qualifying { looked_after: bool },
    Nothing,
}

pub(super) fn decide(l: &Lived, born: Date, norms: &Norms, on: Date) -> Found {
    let care = looked_after(l, on);
    let [b14, b16, b18, b21, b25] = [14, 16, 18, 21, 25].map(|age| birthday(born, age));
    let until = l.died.map_or(on, |died| died.min(on));
    let mut days = days(&care, (b14, b18), until);
    days.at_least = l.care_gaps.iter().any(|g| g.from < until.min(b18));
    let turning = vec![b16, b18, b21, b25];
    let out = Found { row: &rows::NOTHING, days, flags: BTreeSet::new(), read: vec![], turning };
    let mut t = Table { l, norms, care, others: other_stays(l), on, at: on.min(b18), b14, b16, b18, out };
    t.flag_days();
    t.out.row = if l.died.is_some_and(|died| died <= on) {
        &rows::DIED
    } else if on < b16 {
        &rows::UNDER_16
    } else if on < b18 {
        t.at_16_or_17()
    } else {
        let at_18 = t.at_18();
        t.adult(&at_18, on >= b21, on >= b25)
    };
    t.out
}

impl Table<'_> {
    fn flag(&mut self, flag: Flag) {
        self.out.flags.insert(flag);
    }
    fn read(&mut self, fact: Option<Id>, words: String) {
        self.out.read.push((fact, words));
    }
    fn flag_days(&mut self) {
        let left_out = |d: &Days, kind| d.left_out.iter().any(|l| l.kind == kind);
        if left_out(&self.out.days, Kind::ShortBreak) {
            self.flag(Flag::ShortBreaksExcluded);
        }
        if left_out(&self.out.days, Kind::After18) {
            self.flag(Flag::DataAfter18);
        }
        let window = Period::new(self.b14, Some(self.at));
        if let Some(why) =
            self.care.why_failed.filter(|_| self.care.failed_series.iter().any(|s| overlap(s.period, window)))
        {
            self.flag(Flag::Review(Review::SeriesFails(why)));
        }
        self.flag_boundary(self.out.days.count);
    }
    fn flag_boundary(&mut self, count: i64) {
        if (count - THRESHOLD).abs() <= 3 {
            self.flag(Flag::Boundary(Boundary::Days(count)));
        }
    }
    /// Rows 3 to 10.
    fn at_16_or_17(&mut self) -> &'static Row {
        if let Some(s) = holding(&self.care.counts, self.on).cloned() {
            self.read(s.fact, format!("Looked after since {}", crate::day::words(s.period.from)));
            return self.looked_after_now();
        }
        if let Some(s) = holding(&self.care.breaks, self.on).cloned() {
            self.read(s.fact, format!("In a series of short breaks since {}", crate::day::words(s.period.from)));
            if self.relevant().is_some() {
                self.flag(Flag::Review(Review::ShortBreaksAfterRelevant));
            }
            self.out.flags.remove(&Flag::AfterBreakdown);
            return &rows::SHORT_BREAKS;
        }
        if let Some(row) = self.relevant() {
            return row;
        }
        let in_force = |p: Period| p.holds(self.on);
        if let Some(s) = self.guardian(in_force) {
            self.read(s.fact, format!("Special guardianship since {}", crate::day::words(s.period.from)));
            return &rows::GUARDIAN;
        }
        match self.still_accommodated() {
            false if self.accommodated_since_16().is_some() => &rows::QUALIFYING,
            _ => &rows::NOTHING,
        }
    }
    /// Rows 4 and 5.
    fn looked_after_now(&mut self) -> &'static Row {
        if self.out.days.reached() {
            return &rows::ELIGIBLE;
        }
        let eligible = plus_days(self.on, THRESHOLD - self.out.days.count);
        self.out.turning.push(eligible);
        self.flag(if eligible < self.b18 { Flag::ProjectedEligible(eligible) } else { Flag::WillNotReach });
        &rows::NOT_YET
    }
    /// Rows 6 to 8, on the day asked or at 18.
    fn relevant(&mut self) -> Option<&'static Row> {
        self.after_care().or_else(|| self.after_detention())
    }
    fn after_care(&mut self) -> Option<&'static Row> {
        let last = self.ended(&self.care.counts).max_by_key(|s| s.period.until)?.clone();
        let ceased = last.period.until.filter(|u| *u >= self.b16 && self.out.days.reached())?;
        self.read(last.fact, format!("Eligible until care ended on {}", crate::day::words(ceased)));
        if ceased == self.b16 {
            self.flag(Flag::Boundary(Boundary::CeasedAt16));
        }
        let asked = home::Asked { on: self.at, b18: self.b18, ceased };
        let home = at_home(self.l, &self.care, asked, self.norms);
        self.flag_home(&home);
        if let Some(s) = home.six_months {
            let words = crate::day::words;
            self.read(s.fact, format!("At home since {}: six months on {}", words(s.from), words(s.completes)));
            return None;
        }
        match home.broke_down {
            Some(s) if self.on < self.b18 => {
                let until = s.until.map(crate::day::words).unwrap_or_default();
                self.read(s.fact, format!("At home from {} to {until}", crate::day::words(s.from)));
                self.flag(Flag::AfterBreakdown);
                Some(&rows::AFTER_BREAKDOWN)
            }
            _ => Some(&rows::RELEVANT),
        }
    }
    fn flag_home(&mut self, home: &AtHome) {
        let flags = [
            (home.two_together, Flag::Spells(Spells::TwoPeople)),
            (home.not_said_with_whom, Flag::Spells(Spells::NotSaidWithWhom)),
            (home.near_18, Flag::Boundary(Boundary::SixMonthsNear18)),
            (home.left_at_18 && home.six_months.is_none(), Flag::Boundary(Boundary::LeftHomeAt18)),
            (home.by_time_in_care, Flag::Review(Review::HomeBeforeCeasing)),
            (home.not_known && home.six_months.is_none(), Flag::HomeNotKnown),
        ];
        self.out.flags.extend(flags.into_iter().filter(|f| f.0).map(|f| f.1));
        self.out.turning.extend(home.would_complete);
        // Judged at 18; what broke down later asks for a person.
        let broke_down = home.six_months.and_then(|s| s.until).is_some_and(|u| u > self.b18 && u <= self.on);
        if self.on >= self.b18 && broke_down {
            self.flag(Flag::Review(Review::BrokeDownAfter18));
        }
    }
    /// Row 8. Short breaks of up to four weeks do not count here either, whether or not they keep to reg 48.
    fn after_detention(&mut self) -> Option<&'static Row> {
        let at_16 = |s: &&Spell| s.period.from <= self.b16 && s.period.until.is_none_or(|u| u >= self.b16);
        let spells = super::lived::joined(self.l.detained.clone());
        let held = spells.iter().find(at_16)?.clone();
        let mut care = self.care.clone();
        if care.longest_break <= 28 && !care.failed_series.is_empty() {
            care.counts = super::lived::joined(care.pieces.iter().map(piece).collect());
        }
        let count = days(&care, (self.b14, self.b18), held.period.from).count;
        self.flag_boundary(count);
        if count < THRESHOLD {
            return None;
        }
        let ran_up = care
            .counts
            .iter()
            .any(|s| s.period.from < held.period.from && s.period.until.is_none_or(|u| u >= held.period.from));
        if !ran_up {
            self.flag(Flag::Review(Review::NotFromCare));
        }
        if held.period.until == Some(self.b16) {
            self.flag(Flag::Boundary(Boundary::DetainedTo16));
        }
        let began = crate::day::words(held.period.from);
        self.read(held.fact, format!("Detained or in hospital from {began}, {count} days looked after before that"));
        Some(&rows::DETAINED)
    }
    fn guardian(&self, in_force: impl Fn(Period) -> bool) -> Option<Spell> {
        let orders = self.l.guardianships.iter().filter(|g| g.looked_after_before);
        orders.map(|g| &g.spell).find(|s| in_force(s.period)).cloned()
    }
    fn ended<'s>(&self, spells: &'s [Spell]) -> impl Iterator<Item = &'s Spell> + use<'s> {
        let at = self.at;
        spells.iter().filter(move |s| s.period.until.is_some_and(|u| u <= at))
    }
    fn still_accommodated(&self) -> bool {
        let elsewhere = |(kind, s): &&(OtherStay, Spell)| s.period.holds(self.on) && long_enough(*kind, s, self.on);
        let now = self.others.iter().find(elsewhere);
        // Nobody is privately fostered from 18 on, whatever was left open.
        now.is_some_and(|(kind, _)| self.on < self.b18 || *kind != OtherStay::PrivatelyFostered)
    }
    /// At any time since 16 and before 18: `Some(true)` by having been looked after, `Some(false)` otherwise.
    fn accommodated_since_16(&mut self) -> Option<bool> {
        let (b16, b18, on) = (self.b16, self.b18, self.on);
        let since_16 =
            |s: &&Spell| s.period.from < b18 && s.period.until.is_none_or(|u| u >= b16) && s.period.from <= on;
        let last = |spells: &[Spell]| {
            spells.iter().filter(since_16).max_by_key(|s| s.period.until.unwrap_or(Date::MAX)).cloned()
        };
        if let Some(s) = last(&self.care.counts) {
            self.at_16(&s);
            return Some(true);
        }
        if let Some(s) = last(&self.care.breaks) {
            self.at_16(&s);
            self.flag(Flag::Review(Review::EndedShortBreaks));
            return Some(true);
        }
        let past_16 = |(kind, s): &&(OtherStay, Spell)| {
            s.period.from < b18
                && s.period.from <= on
                && s.period.until.is_none_or(|u| u > b16)
                && long_enough(*kind, s, on)
        };
        let stay = self.others.iter().find(past_16).cloned();
        stay.map(|(_, s)| {
            self.read(s.fact, format!("Accommodated or fostered from {}", crate::day::words(s.period.from)));
            false
        })
    }
    fn at_16(&mut self, s: &Spell) {
        self.read(s.fact, format!("Looked after from {}", crate::day::words(s.period.from)));
        if s.period.until == Some(self.b16) {
            self.flag(Flag::Boundary(Boundary::CeasedAt16));
        }
    }
    /// Rows 11 to 12b: what somebody was at 18.
    fn at_18(&mut self) -> At18 {
        let b18 = self.b18;
        let at_18 = |s: &&Spell| s.period.from < b18 && s.period.until.is_none_or(|u| u >= b18);
        let looked_after = self.care.counts.iter().find(at_18).cloned();
        if let Some(s) = &looked_after {
            self.read(s.fact, format!("Looked after at 18, since {}", crate::day::words(s.period.from)));
            if self.out.days.reached() {
                return At18::Former(&rows::ELIGIBLE_AT_18);
            }
        }
        if looked_after.is_none() && self.relevant().is_some() {
            if self.care.breaks.iter().any(|s| at_18(&s)) {
                self.flag(Flag::Review(Review::ShortBreaksAfterRelevant));
            }
            return At18::Former(&rows::RELEVANT_AT_18);
        }
        if let Some(s) = self.guardian(|p| p.from < b18 && p.until.is_none_or(|u| u >= b18)) {
            self.read(s.fact, format!("Special guardianship since {}", crate::day::words(s.period.from)));
            return At18::Guardian;
        }
        match self.still_accommodated() {
            true => At18::Nothing,
            false => {
                self.accommodated_since_16().map_or(At18::Nothing, |looked_after| At18::Qualifying { looked_after })
            }
        }
    }
    /// Rows 11 to 18, by age.
    fn adult(&mut self, at_18: &At18, is_21: bool, is_25: bool) -> &'static Row {
        let learning = self.l.learning;
        let in_learning = learning.is_some_and(|(l, _)| matches!(l, Learning::In | Learning::WillBe));
        let wishes = learning.is_some_and(|(l, _)| l == Learning::Wishes);
        if is_25 {
            let before_21 = |since: Option<Date>| since.is_none_or(|day| day < birthday(self.b18, 3));
            if matches!(at_18, At18::Former(_))
                && learning.is_some_and(|(l, since)| l == Learning::In && before_21(since))
            {
                self.flag(Flag::ProgrammePast25);
            }
            return &rows::AGED_OUT_25;
        }
        match at_18 {
            At18::Former(row) if !is_21 => row,
            At18::Guardian if !is_21 => &rows::GUARDIAN_AT_18,
            At18::Qualifying { .. } if !is_21 => &rows::QUALIFYING_AT_18,
            At18::Former(_) if in_learning || wishes => &rows::LEARNING,
            At18::Former(_) if self.l.asked_for_support.is_some() => &rows::REQUESTED,
            At18::Former(_) => &rows::KEEP_IN_TOUCH,
            At18::Guardian if in_learning => &rows::LEARNING_S24B_GUARDIAN,
            At18::Qualifying { looked_after: true } if in_learning => &rows::LEARNING_S24B,
            At18::Guardian | At18::Qualifying { .. } => &rows::AGED_OUT_21,
            At18::Nothing => &rows::NOTHING,
        }
    }
}
fn piece(s: &super::lived::Stay) -> Spell {
    Spell { period: s.period, fact: s.fact }
}
fn holding(spells: &[Spell], on: Date) -> Option<&Spell> {
    spells.iter().find(|s| s.period.holds(on))
}
/// Three months or more in health, care home or education accommodation (s24(2)(d)); the others at once.
fn long_enough(kind: OtherStay, s: &Spell, on: Date) -> bool {
    let until = s.period.until.unwrap_or(on).min(on);
    kind != OtherStay::HealthOrEducation || plus_months(s.period.from, 3) <= until
}
/// A test that failed on what is covered: with some of the time not covered nobody can say.
pub(super) fn failed(row: &Row) -> bool {
    let settled = ["1", "2", "18"].contains(&row.code);
    !settled && matches!(row.category, Category::None | Category::Qualifying | Category::QualifyingBySgo)
}
