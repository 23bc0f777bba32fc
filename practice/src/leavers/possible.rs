//! What somebody may be in law by what they say of themselves, where nobody looks into a record. They say no days,
//! so a life is made that fits the answers and the one table is asked of it; what they do not know is tried each
//! way, and every status that may come of it is named.
use super::{
    Footing, Guardianship, Home, Learning, Lived, OtherStay, Spell, Status, Stay, With, holds::rank, of, table,
};
use crate::{
    day::{Date, Period, birthday, plus_days, plus_months},
    norms::Norms,
};

/// `None` is an answer: they do not know.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// In whole years.
    pub age: i64,
    pub care: Option<Cared>,
    /// Thirteen weeks in care or more, in all, from the 14th birthday on.
    pub thirteen_weeks: Option<bool>,
    /// Where they left care before 18.
    pub home: Option<AtHome>,
    /// A special guardianship order, straight from care.
    pub guardian: Option<bool>,
    /// Locked up or in hospital on the 16th birthday.
    pub detained: Option<bool>,
    /// Privately fostered, or with one of the others whom s24(2) names, at 16 or 17.
    pub elsewhere: Option<bool>,
    /// From 21 on.
    pub learning: Option<Learning>,
    pub asked_for_support: Option<bool>,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cared {
    Never,
    /// And not since the 16th birthday.
    Before16,
    /// At 16 or 17, and left before 18.
    Left,
    /// Now; or, from 18 on, on the 18th birthday.
    Still,
    ShortBreaks,
}
/// Six months in a row with a parent, or somebody else with parental responsibility, after care and before 18.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtHome {
    No,
    Still,
    BrokeDown,
}

/// Every status that fits what was said, from the one that owes most; one where all that matters was known.
pub fn possible(told: &Told, norms: &Norms, on: Date) -> Vec<Status> {
    let mut found: Vec<(Footing, Lived)> = vec![];
    for lived in lives(told, on) {
        let row = table::decide(&lived, lived.born.unwrap_or(on), norms, on).row;
        let footing = Footing { category: row.category, band: row.band };
        if found.iter().all(|(f, _)| *f != footing) {
            found.push((footing, lived));
        }
    }
    found.sort_by_key(|(f, _)| std::cmp::Reverse(rank(f.category)));
    found.iter().map(|(_, lived)| of(lived, norms, on)).collect()
}

/// Each way of what was not known, but for what makes no difference to the rest.
fn lives(told: &Told, on: Date) -> Vec<Lived> {
    use Cared::{Before16, Left, Never, ShortBreaks, Still};
    let leaver = (16..25).contains(&told.age);
    let adult = (21..25).contains(&told.age);
    let known = |known: Option<bool>, matters: bool| match known {
        _ if !matters => vec![false],
        Some(known) => vec![known],
        None => vec![true, false],
    };
    let lives = vec![Life::default()];
    let all = [Still, Left, Before16, ShortBreaks, Never];
    let lives = each(lives, |_| told.care.map_or(all.to_vec(), |c| vec![c]), |l, care| l.care = Some(care));
    let lives = each(
        lives,
        |l| known(told.thirteen_weeks, leaver && matches!(l.care, Some(Before16 | Left | Still))),
        |l, weeks| l.weeks = weeks,
    );
    let homes = [AtHome::No, AtHome::Still, AtHome::BrokeDown];
    let home = |l: &Life| match l.care {
        Some(Left) => told.home.map_or(homes.to_vec(), |h| vec![h]),
        _ => vec![AtHome::No],
    };
    let lives = each(lives, home, |l, home| l.home = Some(home));
    let not_still = |l: &Life| leaver && l.care != Some(Still);
    let lives = each(lives, |l| known(told.guardian, not_still(l)), |l, is| l.guardian = is);
    let lives = each(lives, |l| known(told.detained, not_still(l) && l.weeks), |l, is| l.detained = is);
    let lives = each(lives, |l| known(told.elsewhere, not_still(l)), |l, is| l.elsewhere = is);
    // Short breaks that go on, and those that ended, are two answers before 18.
    let goes_on = |l: &Life| known(None, l.care == Some(ShortBreaks) && told.age < 18);
    let lives = each(lives, goes_on, |l, is| l.goes_on = is);
    let learning = match told.learning {
        _ if !adult => vec![Learning::Neither],
        Some(learning) => vec![learning],
        None => vec![Learning::In, Learning::Wishes, Learning::Neither],
    };
    let lives = each(lives, |_| learning.clone(), |l, is| l.learning = Some(is).filter(|is| *is != Learning::Neither));
    let lives = each(lives, |_| known(told.asked_for_support, adult), |l, is| l.asked = is);
    lives.into_iter().map(|l| l.lived(told.age, on)).collect()
}
fn each<T>(lives: Vec<Life>, ways: impl Fn(&Life) -> Vec<T>, mut set: impl FnMut(&mut Life, T)) -> Vec<Life> {
    let mut all = vec![];
    for life in lives {
        for way in ways(&life) {
            let mut one = life;
            set(&mut one, way);
            all.push(one);
        }
    }
    all
}
/// One way in which it may have been.
#[derive(Clone, Copy, Default)]
struct Life {
    care: Option<Cared>,
    weeks: bool,
    home: Option<AtHome>,
    guardian: bool,
    detained: bool,
    elsewhere: bool,
    goes_on: bool,
    learning: Option<Learning>,
    asked: bool,
}
impl Life {
    /// Near the end of the year of age, so that six months at home since 16 have room at every age.
    fn lived(&self, age: i64, on: Date) -> Lived {
        let born = plus_months(on, -(12 * age + 11));
        let [b14, b16, b18] = [14, 16, 18].map(|age| birthday(born, age));
        let left = plus_months(b16, 1);
        let since = |until: Date| if self.weeks { b14 } else { plus_days(until, -60) };
        let spell = |from, until| Spell { period: Period::new(from, until), fact: None };
        let care = match self.care {
            None | Some(Cared::Never) => None,
            Some(Cared::Before16) => Some((since(plus_months(b16, -1)), Some(plus_months(b16, -1)))),
            Some(Cared::Left) => Some((since(left), Some(left))),
            Some(Cared::Still) if on >= b18 => Some((since(b18), Some(b18))),
            Some(Cared::Still) => Some((since(on), None)),
            Some(Cared::ShortBreaks) if self.goes_on => Some((plus_days(on, -3), None)),
            Some(Cared::ShortBreaks) => Some((left, Some(plus_days(left, 5)))),
        };
        let care: Vec<Stay> = care.into_iter().map(|(from, until)| self.stay(Period::new(from, until))).collect();
        let ended = care.first().and_then(|s| s.period.until);
        let home = |until| Home { with: With::Parent, who: "home".into(), spell: spell(left, until) };
        let homes = match self.home {
            None | Some(AtHome::No) => vec![],
            Some(AtHome::Still) => vec![home(None)],
            Some(AtHome::BrokeDown) => vec![home(Some(plus_months(left, 7)))],
        };
        let made = ended.unwrap_or(plus_months(born, 60));
        let guardianship = Guardianship { looked_after_before: true, spell: spell(made, None) };
        let fostered = (OtherStay::PrivatelyFostered, spell(b16, Some(plus_months(b16, 2))));
        Lived {
            born: Some(born),
            care,
            homes,
            guardianships: self.guardian.then_some(guardianship).into_iter().collect(),
            detained: self.detained.then(|| spell(plus_days(b16, -10), Some(plus_days(b16, 20)))).into_iter().collect(),
            others: self.elsewhere.then_some(fostered).into_iter().collect(),
            learning: self.learning.map(|learning| (learning, Some(plus_months(on, -1)))),
            asked_for_support: self.asked.then_some(on),
            ..Lived::default()
        }
    }
    fn stay(&self, period: Period) -> Stay {
        let short_break = self.care == Some(Cared::ShortBreaks);
        let (legal_status, place) = if short_break { ("V4", "U6") } else { ("V2", "U4") };
        let (legal_status, place) = (legal_status.into(), place.into());
        Stay { period, hours: (None, None), legal_status, place, short_break, fact: None }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Category, owed::owed_under},
        *,
    };
    use crate::day::date;

    const TODAY: Date = date(2026, 11, 22);
    const WEEKS: Option<bool> = Some(true);
    /// Everything known, and nothing of it true but the age and the care.
    fn told(age: i64, care: Cared, weeks: bool) -> Told {
        let no = Some(false);
        Told {
            age,
            care: Some(care),
            thirteen_weeks: Some(weeks),
            home: Some(AtHome::No),
            guardian: no,
            detained: no,
            elsewhere: no,
            learning: Some(Learning::Neither),
            asked_for_support: no,
        }
    }
    fn said(told: &Told) -> Vec<String> {
        said_on(told, TODAY)
    }
    fn said_on(told: &Told, on: Date) -> Vec<String> {
        possible(told, &Norms::default(), on).iter().map(|s| format!("{} {}", s.category(), s.band())).collect()
    }

    #[test]
    fn each_status_by_its_answers() {
        use Cared::*;
        let is = |told: Told, wanted: &str| assert_eq!(said(&told), [wanted], "{told:?}");
        for age in [16, 17] {
            is(told(age, Still, true), "ELIGIBLE 16_17");
            is(told(age, Still, false), "NONE LOOKED_AFTER_NOT_YET_ELIGIBLE");
            is(told(age, Left, true), "RELEVANT 16_17");
            is(told(age, Left, false), "QUALIFYING 16_20");
            is(Told { home: Some(AtHome::Still), ..told(age, Left, true) }, "QUALIFYING 16_20");
            is(Told { home: Some(AtHome::BrokeDown), ..told(age, Left, true) }, "RELEVANT 16_17");
            is(told(age, Before16, true), "NONE ");
            is(Told { detained: Some(true), ..told(age, Before16, true) }, "RELEVANT 16_17");
            is(Told { elsewhere: Some(true), ..told(age, Never, false) }, "QUALIFYING 16_20");
            is(Told { guardian: Some(true), ..told(age, Before16, true) }, "QUALIFYING_SGO 16_20");
            is(told(age, Never, false), "NONE ");
        }
        for age in [18, 19, 20] {
            is(told(age, Still, true), "FORMER_RELEVANT 18_20_FULL");
            is(told(age, Still, false), "QUALIFYING 16_20");
            is(told(age, Left, true), "FORMER_RELEVANT 18_20_FULL");
            is(Told { home: Some(AtHome::Still), ..told(age, Left, true) }, "QUALIFYING 16_20");
            is(Told { home: Some(AtHome::BrokeDown), ..told(age, Left, true) }, "FORMER_RELEVANT 18_20_FULL");
            is(Told { guardian: Some(true), ..told(age, Never, false) }, "QUALIFYING_SGO 16_20");
            is(told(age, ShortBreaks, false), "QUALIFYING 16_20");
            is(told(age, Before16, true), "NONE ");
        }
        for age in [21, 22, 23, 24] {
            let learns = |t| Told { learning: Some(Learning::In), ..t };
            is(Told { learning: Some(Learning::Wishes), ..told(age, Still, true) }, "FORMER_RELEVANT 21_24_ETE");
            is(Told { learning: Some(Learning::Wishes), ..told(age, Left, false) }, "NONE AGED_OUT_21");
            is(learns(told(age, Still, true)), "FORMER_RELEVANT 21_24_ETE");
            is(Told { asked_for_support: Some(true), ..told(age, Still, true) }, "FORMER_RELEVANT 21_24_REQUESTED");
            is(told(age, Still, true), "FORMER_RELEVANT 21_24_KEEP_IN_TOUCH");
            is(learns(told(age, Left, false)), "QUALIFYING 21_24_ETE_S24B");
            is(Told { guardian: Some(true), ..learns(told(age, Never, false)) }, "QUALIFYING_SGO 21_24_ETE_S24B");
            is(told(age, Left, false), "NONE AGED_OUT_21");
        }
        is(told(15, Still, true), "NONE UNDER_16");
        is(told(25, Still, true), "NONE AGED_OUT_25");
    }
    #[test]
    fn what_is_not_known_and_matters_leaves_each_status_open_and_the_first_owes_most() {
        assert_eq!(
            said(&Told { thirteen_weeks: None, ..told(17, Cared::Left, true) }),
            ["RELEVANT 16_17", "QUALIFYING 16_20"]
        );
        assert_eq!(
            said(&Told { home: None, ..told(19, Cared::Left, true) }),
            ["FORMER_RELEVANT 18_20_FULL", "QUALIFYING 16_20"]
        );
        assert_eq!(said(&told(16, Cared::ShortBreaks, false)), ["QUALIFYING 16_20", "NONE SHORT_BREAKS"]);
        let learning = Told { learning: None, ..told(22, Cared::Still, true) };
        assert_eq!(said(&learning), ["FORMER_RELEVANT 21_24_ETE", "FORMER_RELEVANT 21_24_KEEP_IN_TOUCH"]);
        let nothing = said(&Told { age: 17, ..Told::default() });
        let wanted = ["ELIGIBLE 16_17", "RELEVANT 16_17", "QUALIFYING_SGO 16_20", "QUALIFYING 16_20"];
        assert_eq!(nothing[..4], wanted, "{nothing:?}");
    }
    #[test]
    fn what_is_not_known_and_does_not_matter_leaves_nothing_open() {
        let all_else_open = Told { age: 19, care: Some(Cared::Still), thirteen_weeks: WEEKS, ..Told::default() };
        assert_eq!(said(&all_else_open), ["FORMER_RELEVANT 18_20_FULL"]);
        assert_eq!(said(&Told { age: 30, ..Told::default() }), ["NONE AGED_OUT_25"]);
    }
    #[test]
    fn it_is_the_same_on_any_day_of_the_year() {
        for on in [date(2024, 2, 29), date(2026, 3, 31), date(2026, 8, 31), date(2026, 12, 31), date(2027, 1, 1)] {
            for age in [16, 17, 18, 20, 21, 24] {
                for care in [Cared::Still, Cared::Left, Cared::ShortBreaks] {
                    let told = Told { age, care: Some(care), ..Told::default() };
                    assert_eq!(said_on(&told, on), said(&told), "{told:?} on {on}");
                }
            }
        }
    }
    #[test]
    fn the_one_who_left_before_thirteen_weeks_has_no_adviser_by_right() {
        let owed = |weeks| {
            let s = &possible(&told(19, Cared::Left, weeks), &Norms::default(), TODAY)[0];
            assert_ne!(s.category(), Category::None);
            let held = Footing { category: s.category(), band: s.band() };
            owed_under(held, &Norms::default(), TODAY).iter().any(|o| o.duty.code == "personal_adviser")
        };
        assert_eq!((owed(true), owed(false)), (true, false));
    }
}
