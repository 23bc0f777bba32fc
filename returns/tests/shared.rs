//! Conformance with the example returns of the field, which are not ours and not in this repository.
//! They are looked for in `LOXLEY_SHARED`, else in `../shared`; without them these tests say so.
use practice::{
    day::{Date, date},
    fact::{Fact, Id},
    people,
};
use returns::*;
use std::{collections::HashMap, fs, path::PathBuf};

fn shared(what: &str) -> Option<PathBuf> {
    let beside = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared"));
    let found = std::env::var_os("LOXLEY_SHARED").map_or_else(beside, PathBuf::from).join(what);
    if !found.exists() {
        println!("skipped: there is no {what} in LOXLEY_SHARED or ../shared");
        return None;
    }
    Some(found)
}
const TODAY: Date = date(2026, 11, 22);
fn ask() -> Ask {
    Ask { authority: None, installation: "892".to_owned(), year: None, today: TODAY }
}
fn rows_of(taken: &Taken) -> Vec<(&str, usize)> {
    taken.tables.iter().map(|t| (t.table, t.rows)).collect()
}
/// Every row is a fact or stands in the problem list alone, and nothing is counted twice.
fn adds_up(taken: &Taken) {
    let alone = taken.problems.iter().filter(|p| p.is_alone()).count();
    let (rows, facts) = taken.tables.iter().fold((0, 0), |(r, f), t| (r + t.rows, f + t.facts));
    assert_eq!(rows, facts + alone);
    assert_eq!(facts, taken.rows.len());
    for t in &taken.tables {
        assert_eq!(t.rows, t.facts + t.duplicates + t.no_key, "{t:?}");
    }
}
/// A record in memory: what an importer would do with a plan.
#[derive(Default)]
struct Record {
    held: HashMap<Id, Held>,
    known: HashMap<String, KnownChild>,
    ids: u128,
}
impl Record {
    fn plan(&self, taken: Taken) -> Plan {
        let known: Vec<KnownChild> = self.known.values().cloned().collect();
        let choices = Choices { withdrawal_share: 5, ..Choices::default() };
        plan(taken, self.held.values().cloned().collect::<Vec<_>>(), &known, &choices)
    }
    fn id(&mut self) -> Id {
        self.ids += 1;
        Id::from_u128(self.ids)
    }
    fn take(&mut self, taken: Taken) -> Plan {
        let plan = self.plan(taken);
        for id in &plan.new_children {
            let child = self.id();
            self.known.insert(id.clone(), KnownChild { child, ids: vec![id.clone()], ..KnownChild::default() });
        }
        for gone in plan.withdraw.iter().chain(plan.supersede.iter().map(|(gone, _)| gone)) {
            self.held.remove(gone).expect("what goes was held");
        }
        for new in plan.keep.iter().chain(plan.supersede.iter().map(|(_, new)| new)) {
            let fact = self.id();
            let known = self.known.get_mut(new.child()).expect("every kept row is of a child with a record");
            if let Fact::People(people::Fact::HeaderReported(header)) = &new.fact {
                known.born = header.dob.value;
            }
            let child = known.child;
            self.held.insert(fact, Held { fact, child, body: new.fact.clone() });
        }
        plan
    }
}

#[test]
fn every_row_of_the_synthetic_903_is_a_fact_or_a_problem() {
    let Some(folder) = shared("data/synthetic_903") else { return };
    let taken = read(&gather(&folder).unwrap(), &ask()).unwrap();
    adds_up(&taken);
    assert_eq!((taken.which, taken.year), (Return::Ssda903, 2018));
    assert_eq!(taken.year_from, YearFrom::LatestEpisode(date(2018, 3, 31)));
    let rows: HashMap<&str, usize> = rows_of(&taken).into_iter().collect();
    for (table, number) in [
        ("Header", 2675),
        ("Episodes", 5050),
        ("Reviews", 12582),
        ("UASC", 132),
        ("OC2", 2675),
        ("OC3", 53),
        ("AD1", 29),
        ("PlacedAdoption", 29),
        ("PrevPerm", 2675),
        ("Missing", 43),
        ("SWEpisodes", 1),
        ("DoLo", 1),
    ] {
        assert_eq!(rows[table], number, "{table}");
    }
    let reviews = taken.table("Reviews").unwrap();
    assert_eq!((reviews.shared_keys, reviews.duplicates), (12, 2));
    let sharing = taken.problems.iter().filter(|p| matches!(p.wrong, Wrong::SharedKey { .. })).count();
    assert_eq!(sharing, 24, "both of each pair, each naming the other");
    let left: Vec<&str> = taken.not_read.iter().map(|n| n.file.as_str()).collect();
    assert!(left.contains(&"placed_for_adoption_errors.csv") && left.contains(&"fake_903.xml"), "{left:?}");

    let mut record = Record::default();
    let plan = record.take(taken.clone());
    let nowhere = plan.taken.problems.iter().filter(|p| p.wrong == Wrong::NoSuchChild).count();
    assert_eq!(nowhere, 2, "CHILD10 has a worker and an order but no Header");
    assert_eq!(plan.new_children.len(), 2675);
    assert_eq!(plan.keep.len() + nowhere, taken.rows.len());
    assert!(plan.supersede.is_empty() && plan.withdraw.is_empty() && plan.to_confirm().is_none());

    let again = record.take(taken.clone());
    assert!(again.is_nothing() && again.unchanged == plan.keep.len());
}

#[test]
fn the_xml_of_the_903_and_the_cin_census_are_read_whole() {
    let Some(file) = shared("data/synthetic_903/fake_903.xml") else { return };
    let taken = read(&gather(&file).unwrap(), &ask()).unwrap();
    adds_up(&taken);
    let mut rows = rows_of(&taken);
    rows.sort();
    let expected = [
        ("AD1", 3),
        ("Episodes", 459),
        ("Header", 253),
        ("Missing", 6),
        ("OC2", 253),
        ("OC3", 6),
        ("PlacedAdoption", 3),
        ("PrevPerm", 253),
        ("Reviews", 1206),
        ("UASC", 12),
    ];
    assert_eq!(rows, expected);

    let Some(file) = shared("data/synthetic_cin/fake_CIN_data.xml") else { return };
    let taken = read(&gather(&file).unwrap(), &ask()).unwrap();
    adds_up(&taken);
    assert_eq!((taken.which, taken.year, taken.authority.as_str()), (Return::Cin, 2022, "975"));
    assert_eq!(rows_of(&taken), [("ChildIdentifiers", 332), ("CINdetails", 402), ("Disabilities", 74)]);
    let asked = Ask { authority: Some("892".to_owned()), ..ask() };
    let refused = read(&gather(&file).unwrap(), &asked).unwrap_err().to_string();
    assert!(refused.contains("975") && refused.contains("892"), "{refused}");

    let Some(file) = shared("data/synthetic_cin/CIN_Census_2026.xml") else { return };
    let taken = read(&gather(&file).unwrap(), &ask()).unwrap();
    adds_up(&taken);
    assert_eq!(taken.tables.len(), 8, "one of each table but for a second child, who has three");
}

#[test]
fn five_linked_years_loaded_in_turn_withdraw_nothing() {
    let Some(file) = shared("data/synthetic_903/cs_demand_model_sample_v1.zip") else { return };
    let mut zip = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
    let mut years: HashMap<String, Vec<File>> = HashMap::new();
    for n in 0..zip.len() {
        let mut entry = zip.by_index(n).unwrap();
        let path = entry.name().unwrap().into_owned();
        if let Some((year, name)) = path.split_once('/').filter(|(_, name)| name.ends_with(".csv")) {
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
            years.entry(year.to_owned()).or_default().push(File { name: name.to_owned(), bytes });
        }
    }
    let mut record = Record::default();
    for (n, folder) in ["2017", "2018", "2019", "2020", "2021"].into_iter().enumerate() {
        let taken = read(&Delivery::of(years[folder].clone()), &ask()).unwrap();
        adds_up(&taken);
        assert_eq!(usize::try_from(taken.year).unwrap(), 2018 + n);
        let rows = taken.rows.len();
        let plan = record.take(taken.clone());
        assert_eq!(plan.withdraw.len(), 0, "{folder}");
        assert!(plan.queued.is_empty() && plan.to_confirm().is_none());
        assert_eq!(plan.keep.len() + plan.supersede.len() + plan.unchanged, rows);
        println!(
            "{folder}: {rows} rows, {} new, {} superseded, {} unchanged, {} new children, {} no longer returned",
            plan.keep.len(),
            plan.supersede.len(),
            plan.unchanged,
            plan.new_children.len(),
            plan.no_longer_returned.len()
        );
        assert!(record.take(taken).is_nothing(), "{folder} again");
    }
}
