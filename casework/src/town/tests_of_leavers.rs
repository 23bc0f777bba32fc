//! The town's young people: what is recorded of them, what is owed to them, what OC3 tells of them.
use super::{
    AUTHORITY, WRONG_CATEGORIES,
    tests::{CITY, LAST, Lived, SMALL, near, now},
};
use practice::{
    Date, Fact, History, Id, Subject,
    clock::Standing,
    day::{birthday, date},
    leavers::{self, Category, oc3},
};
use returns::{
    Delivery, Return,
    check::{Asked, check, load},
    write::{Draft, csv_files},
};
use std::collections::{BTreeMap, BTreeSet};

/// The category that is recorded of each, with what the table comes to.
fn categories(town: &Lived) -> Vec<(Id, Category, Category)> {
    let recorded = |f: &Fact| match f {
        Fact::Leavers(leavers::Fact::CategoryRecorded { category }) => Some(*category),
        _ => None,
    };
    let of = |(child, h): (Id, History)| {
        let said = h.find(recorded).last()?.1;
        h.birthday(25).filter(|b25| *b25 > LAST)?;
        Some((child, said, leavers::status(&h, &town.norms, LAST).category()))
    };
    town.histories().filter_map(of).collect()
}
#[test]
fn the_recorded_category_is_right_but_where_it_was_planted_wrong() {
    for town in [&*SMALL, &*CITY] {
        // What is not known is a list of its own: the old system's years before the town opened.
        let known = |is: Category| is != Category::NotKnown;
        let wrong: Vec<_> = categories(town).into_iter().filter(|(_, said, is)| known(*is) && said != is).collect();
        for (who, said, is) in WRONG_CATEGORIES {
            assert!(wrong.contains(&(who.id, *said, *is)), "{}: {wrong:?}", who.name);
        }
        assert_eq!(wrong.len(), WRONG_CATEGORIES.len(), "{wrong:?}");
    }
}
#[test]
fn a_city_has_six_hundred_leavers_of_every_kind() {
    let all: Vec<Category> = categories(&CITY).into_iter().map(|(_, _, is)| is).collect();
    let of = |category| all.iter().filter(|c| **c == category).count();
    near("leavers with an adviser", of(Category::FormerRelevant) + of(Category::Relevant), 600);
    for category in [Category::Eligible, Category::Relevant, Category::FormerRelevant, Category::Qualifying] {
        assert!(of(category) > 0, "{category}: {}", of(category));
    }
}
#[test]
fn what_is_owed_to_leavers_stands_in_every_way() {
    let mut stands: BTreeMap<&str, BTreeSet<Standing>> = BTreeMap::new();
    for (_, h) in CITY.histories().filter(|(_, h)| h.birthday(16).is_some_and(|b16| b16 <= LAST)) {
        for o in CITY.owed(&h) {
            stands.entry(o.clock).or_default().insert(o.standing(now()));
        }
    }
    for code in ["W05", "W09", "W10", "W12"] {
        for standing in [Standing::Running, Standing::Overdue, Standing::Met, Standing::MetLate, Standing::Superseded] {
            assert!(stands[code].contains(&standing), "{code}: nothing is {}", standing.words());
        }
    }
}
/// The 903 of the city for a year, as CSV.
fn return_of(year: i16) -> Delivery {
    let mut draft = Draft::new(Return::Ssda903, AUTHORITY, year, &CITY.norms, false, LAST);
    let mut children: Vec<(Id, _)> =
        CITY.by.iter().filter(|(s, _)| matches!(s, Subject::Child(_))).map(|(s, f)| (s.id(), f)).collect();
    children.sort_by_key(|(id, _)| *id);
    for (id, facts) in children {
        draft.child(id, facts.clone());
    }
    Delivery::of(csv_files(&draft.rows()))
}
/// Each answer of a column of OC3, with how often it was given.
fn answers(delivery: &Delivery, column: usize) -> BTreeMap<String, usize> {
    let file = delivery.files.iter().find(|f| f.name.starts_with("oc3")).expect("the return has an OC3");
    let text = String::from_utf8_lossy(&file.bytes);
    let mut all = BTreeMap::new();
    for line in text.lines().skip(1) {
        *all.entry(line.split(',').nth(column).unwrap_or_default().to_owned()).or_default() += 1;
    }
    all
}
#[test]
fn oc3_of_the_city_passes_its_rules_and_its_figures_are_those_of_the_birthday() {
    let delivery = return_of(2026);
    let loaded =
        load(&delivery, &[], &Asked { year: Some(2026), ..Asked::default() }).unwrap_or_else(|_| panic!("it reads"));
    let found = check(&loaded.book).findings;
    let oc3_rules = [
        "131", "132", "133", "134", "153", "187", "215", "344", "345", "347", "348", "391", "628", "1000", "1001",
        "1002", "1007", "1010", "1011", "1014", "1016", "3001",
    ];
    let wrong: BTreeMap<&str, usize> = oc3_rules
        .iter()
        .map(|code| (*code, found.iter().filter(|f| f.rule.code == *code).count()))
        .filter(|(_, n)| *n > 0)
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}; in touch {:?}", answers(&delivery, 2));

    let in_touch = answers(&delivery, 2);
    let (first, last) = (date(2025, 4, 1), date(2026, 3, 31));
    let turned = |h: &History| (17..=21).filter_map(|age| h.birthday(age)).find(|d| (first..=last).contains(d));
    let of = |h: &History| {
        turned(h).filter(|d| oc3::is_asked_after(h, *d)).map(|d| oc3::at_birthday(h, &CITY.norms, d, LAST))
    };
    let told: Vec<oc3::AtBirthday> = CITY.histories().filter_map(|(_, h)| of(&h)).collect();
    let counted = told.iter().filter(|t| t.is_counted()).count();
    let left_out = |code: &str| in_touch.get(code).copied().unwrap_or(0);
    assert_eq!(counted, in_touch.values().sum::<usize>() - left_out("DIED") - left_out("RHOM"));
    let yes = told.iter().filter(|t| t.in_touch == Some("YES")).count();
    assert_eq!(Some(&yes), in_touch.get("YES"));
    assert!(yes * 2 > counted, "most are in touch: {in_touch:?}");
}
#[test]
fn nobody_is_kept_in_touch_with_who_is_not_owed_it() {
    let contacted = |f: &Fact| matches!(f, Fact::Leavers(leavers::Fact::Contacted(_)));
    let grown_out = |h: &History, day: Date| h.born().is_some_and(|born| birthday(born, 25) <= day);
    for (child, h) in CITY.histories() {
        let late = h.events(contacted).into_iter().find(|e| grown_out(&h, e.on));
        assert!(late.is_none(), "{child} was contacted after 25");
    }
}
