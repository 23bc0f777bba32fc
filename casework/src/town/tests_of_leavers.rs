//! The town's young people: what is recorded of them, what is owed to them, what OC3 tells of them.
use super::{
    AUTHORITY, WRONG_CATEGORIES,
    tests::{CITY, LAST, Lived, SMALL, near, now},
};
use practice::{
    Date, Fact, History, Id, Subject,
    clock::Standing,
    day::birthday,
    leavers::{self, Category, Queue},
};
use returns::{
    Ask, Delivery, Return,
    check::{Asked, check, load},
    read,
    write::{Draft, csv_files},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

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
        // The re-check finds these and nobody else: whom a birthday alone has made more was recorded rightly.
        let waits = |h: &History| leavers::holds(h, &town.norms, LAST).queues.contains(&Queue::Differs);
        let found: BTreeSet<Id> = town.histories().filter(|(_, h)| waits(h)).map(|(child, _)| child).collect();
        assert_eq!(found, WRONG_CATEGORIES.iter().map(|(who, ..)| who.id).collect());
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
    const CODES: [&str; 4] = ["W05", "W09", "W10", "W12"];
    let mut stands: BTreeMap<&str, BTreeSet<Standing>> = BTreeMap::new();
    for (_, h) in CITY.histories().filter(|(_, h)| h.birthday(16).is_some_and(|b16| b16 <= LAST)) {
        for o in CITY.owed_by(&CODES, &h) {
            stands.entry(o.clock).or_default().insert(o.standing(now()));
        }
    }
    for code in CODES {
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
/// That of the last year that is over, which several tests look at.
static LAST_RETURN: LazyLock<Delivery> = LazyLock::new(|| return_of(2026));

/// What OC3 says of a young person: the age that they turned in the year, in touch, activity and accommodation.
type Row = (i64, String, String, String);
/// The rows of OC3, as the reader of returns reads the files again.
fn oc3_of(delivery: &Delivery, year: i16) -> Vec<Row> {
    let ask = Ask { authority: Some(AUTHORITY.into()), installation: AUTHORITY.into(), year: Some(year), today: LAST };
    let taken = read(delivery, &ask).unwrap_or_else(|refused| panic!("{refused}"));
    let of = |fact: &Fact| match fact {
        Fact::Leavers(leavers::Fact::Oc3Reported(row)) => {
            let born = row.dob.value.expect("a date of birth");
            let in_first_nine = (born.month(), born.day()) >= (4, 1);
            let age = i64::from(year) - i64::from(born.year()) - i64::from(in_first_nine);
            let [in_touch, activ, accom] = [&row.in_touch, &row.activ, &row.accom].map(|c| c.code().to_owned());
            Some((age, in_touch, activ, accom))
        }
        _ => None,
    };
    taken.rows.iter().filter_map(|new| of(&new.fact)).collect()
}
#[test]
fn oc3_of_the_city_passes_its_rules_and_its_figures_are_those_of_the_birthday() {
    let oc3_rules = [
        "131", "132", "133", "134", "153", "187", "215", "344", "345", "347", "348", "391", "628", "1000", "1001",
        "1002", "1007", "1010", "1011", "1014", "1016", "3001",
    ];
    for (year, delivery) in [(2025, &return_of(2025)), (2026, &*LAST_RETURN)] {
        let loaded = load(delivery, &[], &Asked { year: Some(year), ..Asked::default() });
        let found = check(&loaded.unwrap_or_else(|_| panic!("it reads")).book).findings;
        let wrong: BTreeMap<&str, usize> = oc3_rules
            .iter()
            .map(|code| (*code, found.iter().filter(|f| f.rule.code == *code).count()))
            .filter(|(_, n)| *n > 0)
            .collect();
        assert!(wrong.is_empty(), "{year}: {wrong:?}");
    }
}
/// Yes, of all who count, left out: of each age that is published, for each measure.
type Figures = BTreeMap<(&'static str, &'static str), [i64; 3]>;

/// Counted from the rows of the return by what the statistical release says, and by nothing of ours.
fn of_the_return(rows: &[Row]) -> Figures {
    let mut all = Figures::new();
    for (age, in_touch, activ, accom) in rows {
        let band = if *age <= 18 { "17-18" } else { "19-21" };
        let left_out = ["DIED", "RHOM"].contains(&in_touch.as_str());
        let learns_or_works = ["F1", "P1", "F2", "P2", "F4", "P4", "F5", "P5"].contains(&activ.as_str());
        for (measure, yes) in
            [("suitable", accom.ends_with('1')), ("eet", learns_or_works), ("in-touch", in_touch == "YES")]
        {
            let [so, of, out] = all.entry((measure, band)).or_default();
            *so += i64::from(yes && !left_out);
            *of += i64::from(!left_out);
            *out += i64::from(left_out);
        }
    }
    all
}
/// What the dashboard counts for each of these years: the rows of its table.
fn of_the_dashboard<const N: usize>(years: [i16; N]) -> [Figures; N] {
    let columns = |name: &str| {
        let table = crate::house::house().tables.iter().find(|t| t.name == "leaver_birthday").expect("its table");
        table.columns.iter().position(|c| c.name == name).expect("a column")
    };
    let places = ["year", "band", "suitable", "eet", "touch"].map(columns);
    let mut all = years.map(|_| Figures::new());
    for (_, h) in CITY.histories() {
        let derived = crate::house::derive(&h, &CITY.norms);
        for (_, row) in derived.rows.iter().filter(|(table, _)| *table == "leaver_birthday") {
            let [of_year, band, says @ ..] = places.map(|place| &row[place]);
            let Some(of) = years.iter().position(|year| *of_year == i64::from(*year).into()) else { continue };
            let band = ["17-18", "19-21"].into_iter().find(|b| *band == (*b).into()).expect("an age that is published");
            for (measure, says) in ["suitable", "eet", "in-touch"].into_iter().zip(says) {
                let [so, counted, out] = all[of].entry((measure, band)).or_default();
                let is = |word: &str| i64::from(*says == word.into());
                *so += is("yes");
                *counted += 1 - is("left_out");
                *out += is("left_out");
            }
        }
    }
    all
}
#[test]
fn the_figures_of_the_birthday_are_those_of_the_return_read_back() {
    let returns = [(2026, &*LAST_RETURN), (2027, &return_of(2027))];
    for ((year, delivery), shown) in returns.into_iter().zip(of_the_dashboard([2026, 2027])) {
        let rows = oc3_of(delivery, year);
        let told = of_the_return(&rows);
        assert_eq!(shown, told, "{year}");
        let [yes, of, _] = told[&("in-touch", "19-21")];
        assert!(of > 50 && yes * 2 > of, "most are in touch: {told:?}");
        assert!(told.values().any(|[.., out]| *out > 0) || year != 2026, "somebody is left out: {told:?}");
    }
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
