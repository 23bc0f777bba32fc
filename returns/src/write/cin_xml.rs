//! The XML of the CIN census: each child, and under it each referral with what followed. The order of
//! the elements is the order of each table's columns, which is the schema's.
use super::{Line, Rows, xml::Xml};
use crate::{
    cin::{ASSESSMENT, CHILD, DISABILITIES, ENQUIRY, IN_NEED_PLAN, PRE_PROCEEDINGS, PROTECTION_PLAN, REFERRAL},
    table::{Column, Kind, Table},
};
use practice::{
    day::{Date, Timestamp, date, local},
    reported::Cell,
};
use std::collections::{BTreeMap, BTreeSet};

/// What stands in CINdetails before ReferralNFA, and what after it.
pub(super) const BEFORE_NFA: &[&Table] = &[&ASSESSMENT, &IN_NEED_PLAN, &ENQUIRY];
pub(super) const AFTER_NFA: &[&Table] = &[&PROTECTION_PLAN, &PRE_PROCEEDINGS];
pub(super) const NFA: &str = "ReferralNFA";
pub(super) const ETHNICITY: &str = "Ethnicity";

/// The element around a list of values.
pub(super) fn wrapper(column: &Column) -> Option<&'static str> {
    match column.name {
        "Disability" => Some("Disabilities"),
        "AssessmentFactors" => Some("FactorsIdentifiedAtAssessment"),
        "CPPreviewDate" => Some("Reviews"),
        _ => None,
    }
}
/// As the census of that year calls the column: until 2023-24 it asked for gender.
pub(super) fn name_in(column: &Column, year: i16) -> &'static str {
    match column.name {
        "Sex" if year <= 2024 => "GenderCurrent",
        name => name,
    }
}
/// The columns that a table's own element holds: the referral is said by the element around it.
pub(super) fn own(table: &'static Table) -> impl Iterator<Item = (usize, &'static Column)> {
    let is_own = |(place, c): &(usize, &Column)| c.kind != Kind::Above && (*place > 0 || table.name == CHILD.name);
    table.columns.iter().enumerate().filter(is_own)
}

/// `at` is when it was made.
pub fn cin_xml(rows: &Rows, at: Timestamp) -> String {
    let ids: BTreeSet<&str> = rows.sheets.iter().flat_map(|s| &s.lines).map(Line::child).collect();
    let tables = rows.sheets.iter().map(|s| (s.table.name, by_child(&s.lines)));
    let census = Census { year: rows.year, tables: tables.collect() };
    let mut xml = Xml::new();
    xml.within("Message", |xml| {
        head(xml, rows, at);
        xml.within("Children", |xml| ids.into_iter().for_each(|id| census.child(xml, id)));
    });
    xml.done()
}
fn head(xml: &mut Xml, rows: &Rows, at: Timestamp) {
    xml.within("Header", |xml| {
        xml.within("CollectionDetails", |xml| {
            xml.leaf("Collection", "CIN");
            xml.leaf("Year", &rows.year.to_string());
            xml.leaf("ReferenceDate", &date(rows.year, 3, 31).to_string());
        });
        xml.within("Source", |xml| {
            xml.leaf("SourceLevel", "L");
            xml.leaf("LEA", &rows.authority);
            xml.leaf("SoftwareCode", "Loxley");
            xml.leaf("Release", env!("CARGO_PKG_VERSION"));
            xml.leaf("SerialNo", "001");
            xml.leaf("DateTime", &local(at).strftime("%Y-%m-%dT%H:%M:%S").to_string());
        });
    });
}
fn by_child(lines: &[Line]) -> BTreeMap<&str, Vec<&Line>> {
    let mut children: BTreeMap<&str, Vec<&Line>> = BTreeMap::new();
    lines.iter().for_each(|line| children.entry(line.child()).or_default().push(line));
    children
}
/// A day in any form is the same referral.
fn referral_of(table: &Table, line: &Line) -> String {
    let said = line.said(table, REFERRAL.key_name()).trim();
    Cell::<Date>::read(said).value.map_or_else(|| said.to_uppercase(), |day| day.to_string())
}

struct Census<'a> {
    year: i16,
    tables: BTreeMap<&'static str, BTreeMap<&'a str, Vec<&'a Line>>>,
}
impl<'a> Census<'a> {
    fn lines(&self, table: &Table, id: &str) -> &[&'a Line] {
        self.tables.get(table.name).and_then(|children| children.get(id)).map_or(&[], |lines| lines.as_slice())
    }
    fn child(&self, xml: &mut Xml, id: &str) {
        let nobody = Line::of(&CHILD, id, []);
        let lines = self.lines(&CHILD, id);
        let (first, more) = lines.split_first().map_or((&nobody, &[][..]), |(first, more)| (*first, more));
        xml.within("Child", |xml| {
            self.identity(xml, first, self.lines(&DISABILITIES, id));
            let referrals = self.lines(&REFERRAL, id);
            let mut begun = BTreeSet::new();
            for referral in referrals {
                let key = referral_of(&REFERRAL, referral);
                // What belongs to two referrals of one day is said under the first.
                let is_first = begun.insert(key.clone());
                self.referral(xml, id, Some(referral), is_first.then_some(&key));
            }
            let parts = BEFORE_NFA.iter().chain(AFTER_NFA).flat_map(|t| self.lines(t, id).iter().map(|l| (*t, *l)));
            let strays: BTreeSet<String> =
                parts.map(|(t, l)| referral_of(t, l)).filter(|k| !begun.contains(k)).collect();
            strays.iter().for_each(|key| self.referral(xml, id, None, Some(key)));
        });
        // A child whom the rows name twice is two Child elements.
        more.iter().for_each(|line| xml.within("Child", |xml| self.identity(xml, line, &[])));
    }
    fn identity(&self, xml: &mut Xml, line: &Line, disabilities: &[&Line]) {
        let (traits, ids): (Vec<_>, Vec<_>) = own(&CHILD).partition(|(_, c)| c.name == ETHNICITY);
        xml.within("ChildIdentifiers", |xml| self.cells(xml, line, ids.into_iter()));
        xml.within("ChildCharacteristics", |xml| {
            self.cells(xml, line, traits.into_iter());
            disabilities.iter().for_each(|line| self.cells(xml, line, own(&DISABILITIES)));
        });
    }
    fn referral(&self, xml: &mut Xml, id: &str, line: Option<&Line>, key: Option<&String>) {
        xml.within("CINdetails", |xml| {
            let (nfa, own): (Vec<_>, Vec<_>) = own(&REFERRAL).partition(|(_, c)| c.name == NFA);
            if let Some(line) = line {
                self.cells(xml, line, own.into_iter());
            }
            self.parts(xml, id, key, BEFORE_NFA);
            if let Some(line) = line {
                self.cells(xml, line, nfa.into_iter());
            }
            self.parts(xml, id, key, AFTER_NFA);
        });
    }
    fn parts(&self, xml: &mut Xml, id: &str, referral: Option<&String>, tables: &[&'static Table]) {
        for table in tables {
            for line in self.lines(table, id).iter().filter(|l| Some(&referral_of(table, l)) == referral) {
                xml.within(table.name, |xml| self.cells(xml, line, own(table)));
            }
        }
    }
    fn cells(&self, xml: &mut Xml, line: &Line, columns: impl Iterator<Item = (usize, &'static Column)>) {
        for (place, column) in columns {
            match wrapper(column) {
                Some(list) if !line.text(place).is_empty() => {
                    xml.within(list, |xml| line.texts(place).for_each(|text| xml.leaf(column.name, text)));
                }
                Some(_) => {}
                None => xml.leaf_if_said(name_in(column, self.year), line.text(place)),
            }
        }
    }
}
