//! The statuses of leavers against cases that others wrote, and what must hold of every life.
use practice::{
    Date, Norms,
    day::{Period, date, plus_days},
    leavers::{Flag, Guardianship, Home, Learning, Lived, OtherStay, Spell, Status, Stay, With, cases, of},
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use std::{collections::BTreeSet, env, fs, path::PathBuf};

/// The file of cases beside the project, or where `LOXLEY_SHARED` says.
fn shared() -> PathBuf {
    let folder = env::var_os("LOXLEY_SHARED").map_or_else(|| PathBuf::from("../../shared"), PathBuf::from);
    folder.join("domain/leaver_cases.tsv")
}
#[test]
fn every_case_that_others_wrote_comes_to_what_it_says() {
    let Ok(text) = fs::read_to_string(shared()) else {
        eprintln!("SKIPPED: {} is not here, so no case of others was run", shared().display());
        return;
    };
    let cases = cases::read(&text);
    assert!(cases.len() >= 45, "only {} cases", cases.len());
    let wrong = cases.into_iter().filter_map(|case| match case {
        Ok(case) => case.disagreement().map(|why| format!("{} {}\n  {why}", case.id, case.title)),
        Err(why) => Some(why),
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn period(from: Date, days: i64, open: bool) -> Period {
    Period::new(from, (!open).then(|| plus_days(from, days)))
}
/// A first day, a length, whether it goes on; and a choice of kind.
type Drawn = (i64, i64, bool, usize);
fn drawn(at_most: usize) -> impl Strategy<Value = Vec<Drawn>> {
    // From 13 to 19 years after birth, for up to a year and a half.
    prop::collection::vec((4_750i64..6_950, 1i64..550, prop::bool::weighted(0.2), 0usize..8), 0..at_most)
}
prop_compose! {
    fn life()(
        born in 0i64..3_600, care in drawn(5), homes in drawn(4), detained in drawn(2), others in drawn(3),
        guardian in drawn(2), learning in 0usize..4,
    ) -> Lived {
        let born = plus_days(date(2002, 3, 1), born);
        let at = |d: &Drawn| period(plus_days(born, d.0), d.1, d.2);
        let spell = |d: &Drawn| Spell { period: at(d), fact: None };
        let kinds = [("V2", "U6"), ("C2", "P1"), ("C2", "U4"), ("V4", "U6"), ("V3", "U6"), ("L1", "K2"), ("V4", "K1"), ("V2", "T0")];
        let who = [(With::Parent, "mother"), (With::Parent, "father"), (With::ParentalResponsibility, "aunt"), (With::Other, "uncle")];
        let stay = |d: &Drawn| Stay {
            period: at(d),
            hours: (None, None),
            legal_status: kinds[d.3].0.into(),
            place: kinds[d.3].1.into(),
            short_break: kinds[d.3].0 == "V4" || kinds[d.3].0 == "V3",
            fact: None,
        };
        let kind = [OtherStay::VoluntaryOrganisation, OtherStay::HealthOrEducation];
        Lived {
            born: Some(born),
            care: care.iter().map(stay).collect(),
            homes: homes.iter().map(|d| Home { with: who[d.3 % 4].0, who: who[d.3 % 4].1.into(), spell: spell(d) }).collect(),
            detained: detained.iter().map(spell).collect(),
            others: others.iter().map(|d| (kind[d.3 % 2], spell(d))).collect(),
            guardianships: guardian.iter().map(|d| Guardianship { looked_after_before: d.3 % 2 == 0, spell: spell(d) }).collect(),
            learning: [None, Some((Learning::In, None)), Some((Learning::Wishes, None)), None][learning],
            ..Lived::default()
        }
    }
}
/// Every date in it, four years later.
fn moved(l: &Lived) -> Lived {
    let four = |d: Date| plus_days(d, 1_461);
    let period = |p: &mut Period| *p = Period::new(four(p.from), p.until.map(four));
    let mut l = l.clone();
    l.born = l.born.map(four);
    l.care.iter_mut().for_each(|s| period(&mut s.period));
    l.detained.iter_mut().for_each(|s| period(&mut s.period));
    l.homes.iter_mut().for_each(|h| period(&mut h.spell.period));
    l.others.iter_mut().for_each(|(_, s)| period(&mut s.period));
    l.guardianships.iter_mut().for_each(|g| period(&mut g.spell.period));
    l
}
/// One of its spells in two that touch at midnight.
fn cut(l: &Lived, which: usize, after: i64) -> Lived {
    let two = |p: Period| {
        let at = plus_days(p.from, 1 + after);
        p.until.is_none_or(|u| at < u).then(|| [Period::new(p.from, Some(at)), Period::new(at, p.until)])
    };
    let mut l = l.clone();
    match which % 4 {
        0 => halve(&mut l.care, which / 4, |s, p| s.period = p, |s| two(s.period)),
        1 => halve(&mut l.homes, which / 4, |h, p| h.spell.period = p, |h| two(h.spell.period)),
        2 => halve(&mut l.detained, which / 4, |s, p| s.period = p, |s| two(s.period)),
        _ => halve(&mut l.others, which / 4, |o, p| o.1.period = p, |o| two(o.1.period)),
    }
    l
}
fn halve<T: Clone>(all: &mut Vec<T>, n: usize, set: impl Fn(&mut T, Period), two: impl Fn(&T) -> Option<[Period; 2]>) {
    if all.is_empty() {
        return;
    }
    let n = n % all.len();
    let Some([first, second]) = two(&all[n]) else { return };
    let mut rest = all[n].clone();
    set(&mut all[n], first);
    set(&mut rest, second);
    all.push(rest);
}
fn later(flags: &BTreeSet<Flag>) -> BTreeSet<Flag> {
    let four = |f: &Flag| match f {
        Flag::ProjectedEligible(day) => Flag::ProjectedEligible(plus_days(*day, 1_461)),
        other => *other,
    };
    flags.iter().map(four).collect()
}
/// One parent in the week and the other at weekends: the spells lie within one another.
#[test]
fn a_spell_with_one_parent_that_is_cut_while_another_lies_within_it_is_still_one() {
    let spell = |from, until| Spell { period: Period::new(from, until), fact: None };
    let home = |who: &str, spell| Home { with: With::Parent, who: who.into(), spell };
    let cut = date(2018, 3, 2);
    let with = |mother: Vec<Spell>| {
        let mut l = Lived { born: Some(date(2002, 3, 1)), ..Lived::default() };
        l.care = vec![Stay {
            period: Period::new(date(2017, 2, 22), Some(date(2018, 3, 1))),
            hours: (None, None),
            legal_status: "V2".into(),
            place: "U6".into(),
            short_break: false,
            fact: None,
        }];
        l.homes = mother.into_iter().map(|s| home("mother", s)).collect();
        l.homes.push(home("father", spell(date(2018, 2, 20), Some(date(2018, 2, 21)))));
        of(&l, &Norms::default(), date(2018, 9, 1))
    };
    let whole = with(vec![spell(date(2018, 1, 3), None)]);
    assert_eq!(whole.row.code, "10", "at home for six months");
    assert_eq!(with(vec![spell(date(2018, 1, 3), Some(cut)), spell(cut, None)]).row.code, "10");
}
/// What holds of every life says little if the lives that are drawn come to one thing.
#[test]
fn the_lives_drawn_come_to_nearly_every_row() {
    let mut runner = TestRunner::deterministic();
    let rows: BTreeSet<&str> = (0..3_000)
        .map(|_| {
            let (l, age) = (life(), 5_400i64..9_500).new_tree(&mut runner).unwrap().current();
            of(&l, &Norms::default(), plus_days(l.born.unwrap(), age)).row.code
        })
        .collect();
    // The dead, those who asked for support and those of whom nothing is known are not drawn.
    let never = ["1", "14", "not known"];
    assert!(rows.len() >= 17 && never.iter().all(|row| !rows.contains(row)), "{rows:?}");
}
proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn four_years_later_nothing_is_different_but_the_dates(l in life(), age in 5_400i64..9_500) {
        let (norms, on) = (Norms::default(), plus_days(l.born.unwrap(), age));
        let (now, then) = (of(&l, &norms, on), of(&moved(&l), &norms, plus_days(on, 1_461)));
        prop_assert_eq!(then.row.code, now.row.code);
        prop_assert_eq!(then.days.count, now.days.count);
        prop_assert_eq!(&then.flags, &later(&now.flags));
        let changes = |s: &Status, by| s.changes.iter().map(|c| (plus_days(c.on, by), c.row.code)).collect::<Vec<_>>();
        prop_assert_eq!(changes(&then, 0), changes(&now, 1_461));
    }
    #[test]
    fn a_spell_cut_in_two_at_midnight_is_the_same_spell(
        l in life(), age in 5_400i64..9_500, which in 0usize..16, after in 0i64..500,
    ) {
        let (norms, on) = (Norms::default(), plus_days(l.born.unwrap(), age));
        prop_assert_eq!(of(&cut(&l, which, after), &norms, on), of(&l, &norms, on));
    }
}
