//! A rule of a return: one const item, in one file, with its reason and its cases.
use super::{
    case::Case,
    spec::{Column, TableNo},
    told::Told,
    view::{Answer, Child, Row, Whole},
};

#[derive(Clone, Copy)]
pub struct Rule {
    /// As the department numbers it.
    pub code: &'static str,
    pub level: Level,
    /// What is wrong, in a sentence.
    pub wrong: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What to do.
    pub todo: &'static str,
    pub reason: Reason,
    /// The columns that it speaks of, which a report shows: one of these is wrong.
    pub fields: &'static [Column],
    /// As it changed over the years, the latest last.
    pub versions: &'static [Version],
    pub cases: &'static [Case],
}
#[derive(Clone, Copy)]
pub struct Version {
    /// The first collection it holds for, named by the year of its 31 March.
    pub since: i16,
    /// The last one; none where it is still in force.
    pub until: Option<i16>,
    /// Columns of the return without which it cannot be asked.
    pub reads: &'static [Column],
    /// Columns that it looks into where they are there.
    pub may_read: &'static [Column],
    /// Columns of the years before.
    pub prior: &'static [Column],
    pub needs: Needs,
    pub check: Check,
}
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Needs {
    Nothing,
    /// A return of an earlier year, with its `prior` columns.
    PriorYear,
    /// The XML form.
    Xml,
}
#[derive(Clone, Copy)]
pub enum Check {
    /// Asked of each row of a table, whether or not it names a child.
    Row(TableNo, fn(Row) -> Answer),
    /// Asked of each child.
    Child(fn(Child, &mut Told)),
    /// Asked of the return as a whole: it compares children, or counts them.
    Return(fn(Whole, &mut Told)),
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    Error,
    /// It may be right: someone explains it.
    Query,
}
/// Why there is such a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// What it reports cannot be lawful.
    Law,
    Guidance,
    /// What it reports cannot be so, or cannot be counted.
    Data,
    /// It finds a child who may be overlooked.
    People,
    Privacy,
    /// The department does not ask it: we do.
    Ours,
}
/// The first collection of the published rules, 2022/23.
pub const FIRST: i16 = 2023;
/// The last, 2026/27.
pub const LAST: i16 = 2027;

impl Version {
    /// In force in all the collections that were published.
    pub const fn always(reads: &'static [Column], check: Check) -> Version {
        Version { since: FIRST, until: None, reads, may_read: &[], prior: &[], needs: Needs::Nothing, check }
    }
    pub const fn since(year: i16, reads: &'static [Column], check: Check) -> Version {
        Version { since: year, ..Version::always(reads, check) }
    }
    pub const fn until(self, year: i16) -> Version {
        Version { until: Some(year), ..self }
    }
    pub const fn may_read(self, may_read: &'static [Column]) -> Version {
        Version { may_read, ..self }
    }
    /// Looks into earlier years where they are given.
    pub const fn helped_by(self, prior: &'static [Column]) -> Version {
        Version { prior, ..self }
    }
    /// Cannot be asked without an earlier year.
    pub const fn needs_prior(self, prior: &'static [Column]) -> Version {
        Version { prior, needs: Needs::PriorYear, ..self }
    }
    pub const fn xml_only(self) -> Version {
        Version { needs: Needs::Xml, ..self }
    }
}
impl Rule {
    /// The version in force in a collection year; of a year before or after those that were published, the nearest.
    pub fn version(&self, year: i16) -> Option<&'static Version> {
        let year = year.clamp(FIRST, LAST);
        self.versions.iter().find(|v| v.since <= year && v.until.is_none_or(|u| year <= u))
    }
}
/// The rules as a program carries them: one that explains none does without their cases.
pub(crate) const fn carried<const N: usize>(rules: &[&'static Rule]) -> [Rule; N] {
    let mut carried = [*rules[0]; N];
    let mut n = 0;
    while n < N {
        carried[n] = Rule { cases: if cfg!(feature = "cases") { rules[n].cases } else { &[] }, ..*rules[n] };
        n += 1;
    }
    carried
}
pub(crate) const fn listed<const N: usize>(rules: &'static [Rule; N]) -> [&'static Rule; N] {
    let mut list = [&rules[0]; N];
    let mut n = 0;
    while n < N {
        list[n] = &rules[n];
        n += 1;
    }
    list
}
impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        self.code == other.code
    }
}
impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "rule {}", self.code)
    }
}
