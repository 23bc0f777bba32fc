//! Conformance with the example returns of the field, which are not ours and not in this repository.
//! They are looked for in `LOXLEY_SHARED`, else in `../shared`; without them these tests say so.
use practice::{
    day::{Date, date},
    fact::{Fact, Id, Kept},
    norms::Norms,
    people,
};
use returns::*;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

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

fn rows(taken: &Taken) -> write::Rows {
    write::of_reports(taken.rows.iter().map(|new| &new.fact), taken.which, &taken.authority, taken.year)
}
/// The rows of a file, each by its headings: spaces around a cell, blank cells and blank rows say nothing.
fn records(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
    let text = String::from_utf8_lossy(bytes);
    let mut csv = csv::ReaderBuilder::new().flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let headings: Vec<String> = csv.headers().unwrap().iter().map(|h| h.trim().to_uppercase()).collect();
    let said = |(heading, cell): (&String, &str)| (!cell.trim().is_empty()).then(|| (heading.clone(), cell.to_owned()));
    let record = |r: csv::StringRecord| headings.iter().zip(&r).filter_map(said).collect::<BTreeMap<_, _>>();
    csv.into_records().map(|r| record(r.unwrap())).filter(|r| !r.is_empty()).collect()
}
#[test]
fn the_synthetic_903_is_written_as_it_was_read() {
    let Some(folder) = shared("data/synthetic_903") else { return };
    let taken = read(&gather(&folder).unwrap(), &ask()).unwrap();
    let sent = rows(&taken);
    assert_eq!(sent.count(), taken.rows.len());
    let files = write::csv_files(&sent);
    let again = read(&Delivery::of(files.clone()), &ask()).unwrap();
    assert_eq!(rows(&again), sent);
    assert_eq!(write::csv_files(&rows(&again)), files, "byte for byte");

    // And against the files themselves: only rows that the problem list names as not taken in are missing.
    for table in &taken.tables {
        let theirs = records(&fs::read(folder.join(&*table.file)).unwrap());
        let ours = files.iter().find(|f| name_of(f) == table.table);
        let mut left: BTreeMap<_, i64> = BTreeMap::new();
        theirs.into_iter().for_each(|record| *left.entry(record).or_default() += 1);
        for record in records(&ours.unwrap_or_else(|| panic!("no file of {}", table.table)).bytes) {
            *left.entry(record).or_default() -= 1;
        }
        assert!(left.values().all(|n| *n >= 0), "{}: a row that was not sent", table.table);
        let alone = taken.problems.iter().filter(|p| p.is_alone() && p.table == table.table).count();
        assert_eq!(usize::try_from(left.values().sum::<i64>()).unwrap(), alone, "{}", table.table);
    }
}
/// The table that a written file is recognised as by its headings.
fn name_of(file: &File) -> &'static str {
    let headings = file.bytes.split_inclusive(|b| *b == b'\n').next().unwrap().to_vec();
    let file = File { name: file.name.clone(), bytes: headings };
    read(&Delivery::of(vec![file]), &Ask { year: Some(2018), ..ask() }).unwrap().tables[0].table
}
/// A record that holds nothing but what these returns said: what would be written from it.
fn from_the_record(taken: &Taken, which: Return, year: i16) -> write::Rows {
    let mut children: BTreeMap<&str, Vec<Kept>> = BTreeMap::new();
    for (new, n) in taken.rows.iter().zip(1..) {
        children.entry(new.child()).or_default().push(Kept {
            id: Id::from_u128(n),
            happened: new.happened,
            at: None,
            recorded: practice::day::start_of(TODAY),
            who: Id::nil(),
            source: "a test".to_owned(),
            instead_of: None,
            why: String::new(),
            fact: new.fact.clone(),
        });
    }
    let norms = Norms::default();
    let mut draft = write::Draft::new(which, &taken.authority, year, &norms, true, TODAY);
    children.into_values().zip(1..).for_each(|(facts, n)| draft.child(Id::from_u128(n), facts));
    assert!(draft.given.is_empty(), "every child of a return has an id");
    draft.rows()
}
#[test]
fn a_record_of_nothing_but_a_return_writes_that_return() {
    let Some(data) = shared("data") else { return };
    for name in ["903", "903/fake_903.xml", "cin/fake_CIN_data.xml", "cin/CIN_Census_2026.xml"] {
        let taken = read(&gather(&data.join(format!("synthetic_{name}"))).unwrap(), &ask()).unwrap();
        let (sent, written) = (rows(&taken), from_the_record(&taken, taken.which, taken.year));
        for (sent, written) in sent.sheets.iter().zip(&written.sheets) {
            let (was, is): (BTreeSet<_>, BTreeSet<_>) = (sent.lines.iter().collect(), written.lines.iter().collect());
            let more: Vec<_> = is.difference(&was).take(5).collect();
            let less: Vec<_> = was.difference(&is).take(5).collect();
            assert!(more.is_empty() && less.is_empty(), "{name} {}: {more:?} {less:?}", sent.name());
        }
        assert_eq!(sent, written, "{name}");
    }
}
#[test]
fn the_xml_forms_are_written_as_they_were_read() {
    let Some(data) = shared("data") else { return };
    let at = practice::day::start_of(TODAY);
    let written = |taken: &Taken| match taken.which {
        Return::Ssda903 => write::ssda903_xml(&rows(taken)),
        Return::Cin => write::cin_xml(&rows(taken), at),
    };
    let names = ["903/fake_903.xml", "cin/fake_CIN_data.xml", "cin/CIN_Census_2024.xml", "cin/CIN_Census_2026.xml"];
    for name in names {
        let taken = read(&gather(&data.join(format!("synthetic_{name}"))).unwrap(), &ask()).unwrap();
        let text = written(&taken);
        let file = File { name: "written.xml".to_owned(), bytes: text.clone().into_bytes() };
        let again = read(&Delivery::of(vec![file]), &ask()).unwrap();
        assert_eq!(rows(&again), rows(&taken), "{name}");
        assert_eq!(rows(&taken).count(), taken.rows.len(), "{name}");
        assert_eq!(written(&again), text, "{name}, byte for byte");
    }
}

/// What `xmllint` makes of a census under a schema; `None` where there is no xmllint.
fn xmllint(schema: &Path, census: &str) -> Option<bool> {
    let name = format!("loxley-census-{}.xml", std::process::id());
    let file = std::env::temp_dir().join(name);
    fs::write(&file, census).unwrap();
    let done = Command::new("xmllint").args(["--noout", "--schema"]).arg(schema).arg(&file).output();
    fs::remove_file(&file).unwrap();
    match done {
        Ok(done) => Some(done.status.success()),
        Err(_) => {
            println!("skipped in part: there is no xmllint here (Debian: libxml2-utils)");
            None
        }
    }
}
const CENSUS: &str = "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>YEAR</Year>\
    <ReferenceDate>YEAR-03-31</ReferenceDate></CollectionDetails><Source><LEA>330</LEA></Source></Header><Children>\
    <Child><ChildIdentifiers><LAchildID>A1</LAchildID><UPN>A12345678901B</UPN>\
    <PersonBirthDate>2015-03-27</PersonBirthDate><Sex>F</Sex></ChildIdentifiers><ChildCharacteristics>\
    <Ethnicity>WBRI</Ethnicity><Disabilities><Disability>HEAR</Disability><Disability>VIS</Disability></Disabilities>\
    </ChildCharacteristics><CINdetails><CINreferralDate>2024-10-06</CINreferralDate><ReferralSource>1A</ReferralSource>\
    <PrimaryNeedCode>N1</PrimaryNeedCode><Assessments><AssessmentActualStartDate>2024-10-07</AssessmentActualStartDate>\
    <FactorsIdentifiedAtAssessment><AssessmentFactors>1C</AssessmentFactors></FactorsIdentifiedAtAssessment>\
    </Assessments><CINPlanDates><CINPlanStartDate>2024-10-20</CINPlanStartDate></CINPlanDates><Section47>\
    <S47ActualStartDate>2024-11-03</S47ActualStartDate><ICPCnotRequired>0</ICPCnotRequired></Section47>\
    <ReferralNFA>0</ReferralNFA><ChildProtectionPlans><CPPstartDate>2024-11-17</CPPstartDate>\
    <InitialCategoryOfAbuse>PHY</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>\
    <NumberOfPreviousCPP>0</NumberOfPreviousCPP><Reviews><CPPreviewDate>2025-02-10</CPPreviewDate></Reviews>\
    </ChildProtectionPlans></CINdetails></Child></Children></Message>";

/// Our own schema, made from the tables; the published one, read by our library; and by another program.
#[test]
fn a_written_census_is_valid_and_a_spoilt_one_is_not_whoever_asks() {
    let Some(standards) = shared("standards") else { return };
    for year in [2025, 2026] {
        let path = standards.join(format!("CIN_schema_{year}.xsd"));
        let published = fs::read_to_string(&path).unwrap();
        let published = uppsala::parse(&published).unwrap();
        let published = uppsala::XsdValidator::from_schema(&published).unwrap();
        for (from, to, is_valid) in [
            ("", "", true),
            ("<Sex>F", "<Sex>2", false),
            (">HEAR<", ">EAR<", false),
            ("<ReferralNFA>0</ReferralNFA>", "", false),
            ("<ReferralNFA>0", "<ReferralNFA>false", false),
            ("2024-10-20", "20/10/2024", false),
            ("A12345678901B", "UN1", false),
            ("<NumberOfPreviousCPP>0", "<NumberOfPreviousCPP>-1", false),
            ("</PrimaryNeedCode>", "</PrimaryNeedCode><CINclosureDate>2025-03-03</CINclosureDate>", true),
        ] {
            let text = CENSUS.replacen(from, to, 1).replace("YEAR", &year.to_string());
            let file = File { name: "cin.xml".to_owned(), bytes: text.into_bytes() };
            let taken = read(&Delivery::of(vec![file]), &ask()).unwrap();
            let written = write::cin_xml(&rows(&taken), practice::day::start_of(TODAY));
            let errors = write::schema_errors(&written, year);
            assert_eq!(errors.is_empty(), is_valid, "{year} {to}: {errors:?}");
            let errors = published.validate(&uppsala::parse(&written).unwrap());
            assert_eq!(errors.is_empty(), is_valid, "{year} {to}: {errors:?}");
            assert!(xmllint(&path, &written).is_none_or(|verdict| verdict == is_valid), "{year} {to}");
        }
    }
}
