//! The tables of a census as the XML that a council would send, so that cases of others run through the real reader.
//! XML nests what tables lay side by side: rows come back in another order, and where a case has a part without the
//! child, the referral, the assessment or the plan that it belongs to, an element stands around it that is no row of
//! the case.
use super::{
    book::{At, Book},
    spec::TableNo,
};
use crate::{
    cin::columns::{
        ASSESSMENT_FACTORS, ASSESSMENTS, CHILD_CHARACTERISTICS, CHILD_IDENTIFIERS, CHILD_PROTECTION_PLANS, CIN_DETAILS,
        CIN_PLAN_DATES, DISABILITIES, HEADER, PRE_PROCEEDINGS, REVIEWS, SECTION_47, TABLES, assessments,
    },
    write::Xml,
};
use std::collections::BTreeMap;

/// The XML, and of each table's elements, in their order, which row of the case they are.
pub(super) struct Census {
    pub xml: String,
    rows: BTreeMap<TableNo, Vec<Option<u32>>>,
}
impl Census {
    /// `None` where it holds no child: that is no census.
    pub(super) fn of(book: &Book) -> Option<Census> {
        let mut writing = Writing { book, xml: Xml::new(), rows: BTreeMap::new() };
        let of_a_child = (0..u8::try_from(TABLES.len()).unwrap_or(u8::MAX)).map(TableNo).filter(|t| *t != HEADER);
        let children = distinct(of_a_child.flat_map(|t| writing.keys(t, &[])));
        writing.message(&children);
        (!children.is_empty()).then(|| Census { xml: writing.xml.done(), rows: writing.rows })
    }
    /// Which row of the case the n-th element of a table is, from 1.
    pub(super) fn row(&self, table: TableNo, n: u32) -> Option<u32> {
        let rows = self.rows.get(&table)?;
        rows.get(usize::try_from(n).ok()?.checked_sub(1)?).copied().flatten()
    }
}
struct Writing<'a> {
    book: &'a Book,
    xml: Xml,
    rows: BTreeMap<TableNo, Vec<Option<u32>>>,
}
/// A table whose rows are the values of a list: the element around them, and the place of the value.
type List = (TableNo, &'static str, u8);
/// Parts of a referral: the table, the element, and what in it is a list of its own.
const PARTS: [(TableNo, &str, Option<List>); 5] = [
    (ASSESSMENTS, "Assessments", Some((ASSESSMENT_FACTORS, "FactorsIdentifiedAtAssessment", 3))),
    (CIN_PLAN_DATES, "CINPlanDates", None),
    (SECTION_47, "Section47", None),
    (CHILD_PROTECTION_PLANS, "ChildProtectionPlans", Some((REVIEWS, "Reviews", 3))),
    (PRE_PROCEEDINGS, "PreProceedingsandFGDM", None),
];

impl<'a> Writing<'a> {
    fn said(&self, at: At, place: u8) -> &'a str {
        self.book.said(at, place)
    }
    /// The rows that belong to the same child, referral, assessment.
    fn of(&self, table: TableNo, key: &[&str]) -> Vec<At> {
        let all = (0..self.book.rows_in(0, table)).map(|row| At { year: 0, table, row });
        all.filter(|at| (0..).zip(key).all(|(place, key)| self.said(*at, place) == *key)).collect()
    }
    /// What in the rows of that key tells them apart further.
    fn keys(&self, table: TableNo, key: &[&str]) -> Vec<&'a str> {
        let place = u8::try_from(key.len()).unwrap_or(u8::MAX);
        self.of(table, key).into_iter().map(|at| self.said(at, place)).collect()
    }
    fn counts(&mut self, table: TableNo, at: Option<At>) {
        let row = at.map(|at| self.book.number(at).saturating_sub(2));
        self.rows.entry(table).or_default().push(row);
    }
    fn open(&mut self, name: &'static str, inside: impl FnOnce(&mut Self)) {
        self.xml.open(name);
        inside(self);
        self.xml.close();
    }
    /// The cells of a row that are elements of their own.
    fn cells(&mut self, at: At, from: u8) {
        let columns = TABLES[usize::from(at.table.0)].columns;
        for (place, name) in (0..).zip(columns).skip(usize::from(from)) {
            if (at.table, place) != (ASSESSMENTS, assessments::ASSESSMENT_FACTORS.place) {
                self.xml.leaf_if_said(name, self.said(at, place));
            }
        }
    }
    fn message(&mut self, children: &[&str]) {
        self.open("Message", |w| {
            for at in w.of(HEADER, &[]) {
                w.counts(HEADER, Some(at));
                w.open("Header", |w| w.open("CollectionDetails", |w| w.cells(at, 0)));
            }
            w.open("Children", |w| children.iter().for_each(|id| w.child(id)));
        });
    }
    fn child(&mut self, id: &str) {
        let rows = self.of(CHILD_IDENTIFIERS, &[id]);
        let (first, more) = rows.split_first().map_or((None, &[][..]), |(first, more)| (Some(*first), more));
        self.open("Child", |w| {
            w.identity(first, id);
            w.characteristics(id);
            w.referrals(id);
        });
        // Whom the rows name twice is two Child elements.
        more.iter().for_each(|at| self.open("Child", |w| w.identity(Some(*at), id)));
    }
    fn identity(&mut self, at: Option<At>, id: &str) {
        self.counts(CHILD_IDENTIFIERS, at);
        self.open("ChildIdentifiers", |w| match at {
            Some(at) => w.cells(at, 0),
            None => w.xml.leaf_if_said("LAchildID", id),
        });
    }
    fn characteristics(&mut self, id: &str) {
        let (rows, disabilities) = (self.of(CHILD_CHARACTERISTICS, &[id]), self.of(DISABILITIES, &[id]));
        let (first, more) = rows.split_first().map_or((None, &[][..]), |(first, more)| (Some(*first), more));
        if first.is_none() && disabilities.is_empty() {
            return;
        }
        self.counts(CHILD_CHARACTERISTICS, first);
        self.open("ChildCharacteristics", |w| {
            first.into_iter().for_each(|at| w.cells(at, 1));
            w.list(DISABILITIES, "Disabilities", 1, &disabilities);
        });
        for at in more {
            self.counts(CHILD_CHARACTERISTICS, Some(*at));
            self.open("ChildCharacteristics", |w| w.cells(*at, 1));
        }
    }
    fn list(&mut self, table: TableNo, around: &'static str, place: u8, rows: &[At]) {
        if rows.is_empty() {
            return;
        }
        self.open(around, |w| {
            for at in rows {
                w.counts(table, Some(*at));
                // The list of the factors is called otherwise than an element of it.
                let name = TABLES[usize::from(table.0)].columns[usize::from(place)];
                let name = if table == ASSESSMENT_FACTORS { "AssessmentFactors" } else { name };
                w.xml.leaf(name, w.said(*at, place));
            }
        });
    }
    fn referrals(&mut self, id: &str) {
        let rows = self.of(CIN_DETAILS, &[id]);
        let begun: Vec<&str> = rows.iter().map(|at| self.said(*at, 1)).collect();
        for (n, at) in rows.iter().enumerate() {
            let is_first = !begun[..n].contains(&begun[n]);
            self.referral(id, begun[n], Some(*at), is_first);
        }
        let lists = [ASSESSMENT_FACTORS, REVIEWS];
        let parts = PARTS.iter().map(|p| p.0).chain(lists).flat_map(|t| self.keys(t, &[id]));
        let strays = distinct(parts.filter(|key| !begun.contains(key)));
        strays.iter().for_each(|key| self.referral(id, key, None, true));
    }
    fn referral(&mut self, id: &str, key: &str, at: Option<At>, with_parts: bool) {
        self.counts(CIN_DETAILS, at);
        self.open("CINdetails", |w| {
            at.into_iter().for_each(|at| w.cells(at, 2));
            if with_parts {
                PARTS.iter().for_each(|(table, name, list)| w.parts(*table, name, *list, &[id, key]));
            }
        });
    }
    fn parts(&mut self, table: TableNo, name: &'static str, list: Option<List>, key: &[&str]) {
        let rows = self.of(table, key);
        let Some((of, around, place)) = list else {
            return rows.iter().for_each(|at| self.part(name, *at, 2, |_| {}));
        };
        let begun: Vec<&str> = rows.iter().map(|at| self.said(*at, 2)).collect();
        for (n, at) in rows.iter().enumerate() {
            let own = if begun[..n].contains(&begun[n]) { vec![] } else { self.of(of, &[key[0], key[1], begun[n]]) };
            self.part(name, *at, 3, |w| {
                w.list(of, around, place, &own);
                if own.is_empty() && table == ASSESSMENTS {
                    w.factors(*at);
                }
            });
        }
        for stray in distinct(self.keys(of, key).into_iter().filter(|key| !begun.contains(key))) {
            let own = self.of(of, &[key[0], key[1], stray]);
            self.counts(table, None);
            self.open(name, |w| w.list(of, around, place, &own));
        }
    }
    fn part(&mut self, name: &'static str, at: At, from: u8, inside: impl FnOnce(&mut Self)) {
        self.counts(at.table, Some(at));
        self.open(name, |w| {
            w.cells(at, from);
            inside(w);
        });
    }
    /// A case that names the factors in one cell only.
    fn factors(&mut self, at: At) {
        let said = self.said(at, assessments::ASSESSMENT_FACTORS.place);
        for factor in said.split(',').filter(|f| !f.is_empty()) {
            self.counts(ASSESSMENT_FACTORS, None);
            self.xml.leaf("AssessmentFactors", factor);
        }
    }
}
/// Each once, in the order in which they come.
fn distinct<'a>(all: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen: Vec<&str> = vec![];
    all.into_iter().for_each(|one| {
        if !seen.contains(&one) {
            seen.push(one)
        }
    });
    seen
}
