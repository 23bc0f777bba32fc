//! Money and savings: what was given of what is theirs, and what is left. Sums are in pence.
use super::{Fact, owed::SETTING_UP_HOME};
use crate::{day::Date, fact::Fact as F, history::History, norms::Norms};
use serde::{Deserialize, Serialize};

/// What the money was given as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Money {
    SettingUpHome,
    /// Once, towards higher education (Children Act 1989 s23C(5A)).
    HigherEducation,
    /// A year, paid by the college.
    #[serde(rename = "bursary_16_to_19")]
    Bursary16To19,
    Apprenticeship,
    /// Anything else that the council gives.
    Other,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Savings {
    JuniorIsa,
    ChildTrustFund,
    Account,
}
impl Money {
    pub const ALL: [Money; 5] =
        [Money::SettingUpHome, Money::HigherEducation, Money::Bursary16To19, Money::Apprenticeship, Money::Other];
    pub fn words(self) -> &'static str {
        match self {
            Money::SettingUpHome => "Setting up home allowance",
            Money::HigherEducation => "Higher education bursary",
            Money::Bursary16To19 => "16 to 19 bursary",
            Money::Apprenticeship => "Apprenticeship bursary",
            Money::Other => "Something else that the council gives",
        }
    }
}
impl Savings {
    pub const ALL: [Savings; 3] = [Savings::JuniorIsa, Savings::ChildTrustFund, Savings::Account];
    pub fn words(self) -> &'static str {
        match self {
            Savings::JuniorIsa => "Junior ISA",
            Savings::ChildTrustFund => "Child trust fund",
            Savings::Account => "Savings account",
        }
    }
}

/// What was given as this, by that day.
pub fn given(h: &History, as_what: Money, on: Date) -> i64 {
    let given = h.all().filter(|k| k.happened <= on).filter_map(|k| match &k.fact {
        F::Leavers(Fact::MoneyGiven { what, pence, .. }) if *what == as_what => Some(*pence),
        _ => None,
    });
    given.sum()
}
/// What is left of the setting up home allowance, which the council sets: never less than nothing.
pub fn left_to_set_up_home(h: &History, norms: &Norms, on: Date) -> i64 {
    (norms.get(&SETTING_UP_HOME, on) * 100 - given(h, Money::SettingUpHome, on)).max(0)
}
/// Savings as they were last known, each kind with its day.
pub fn savings(h: &History, on: Date) -> Vec<(Savings, Date, i64)> {
    let last = |kind: Savings| {
        let mut known = h.all().filter(|k| k.happened <= on).filter_map(|k| match &k.fact {
            F::Leavers(Fact::SavingsKnown { held_in, pence }) if *held_in == kind => Some((kind, k.happened, *pence)),
            _ => None,
        });
        known.next_back()
    };
    Savings::ALL.into_iter().filter_map(last).collect()
}

#[cfg(test)]
mod tests {
    use super::{super::told::story, *};
    use crate::day::date;

    fn gives(day: &str, what: Money, pence: i64) -> crate::case::Story {
        let mut s = story("2005-03-10 born");
        s.on(day, Fact::MoneyGiven { what, pence, words: String::new() });
        s
    }
    #[test]
    fn what_is_left_is_what_the_council_sets_less_what_was_given_by_then() {
        let mut s = gives("2026-03-01", Money::SettingUpHome, 84_950);
        s.on("2026-04-01", Fact::MoneyGiven { what: Money::Other, pence: 5_000, words: "A winter coat".into() });
        let left = |s: &crate::case::Story, on| left_to_set_up_home(&s.history(on), &s.norms, on);
        assert_eq!(left(&s, date(2026, 2, 28)), 300_000);
        assert_eq!(left(&s, date(2026, 5, 1)), 215_050, "a coat is not of the allowance");
        s.norm(SETTING_UP_HOME.code, "2026-05-02", 500);
        assert_eq!(left(&s, date(2026, 5, 2)), 0, "never less than nothing");
    }
    #[test]
    fn savings_are_as_they_were_last_known() {
        let mut s = story("2005-03-10 born");
        let known = |pence| Fact::SavingsKnown { held_in: Savings::JuniorIsa, pence };
        s.on("2025-03-01", known(20_000)).on("2026-03-01", known(31_000));
        let all = |on| savings(&s.history(on), on);
        assert_eq!(all(date(2026, 2, 1)), [(Savings::JuniorIsa, date(2025, 3, 1), 20_000)]);
        assert_eq!(all(date(2026, 4, 1)), [(Savings::JuniorIsa, date(2026, 3, 1), 31_000)]);
    }
}
