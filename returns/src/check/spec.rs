//! Which tables and columns the rules of a return know, and a handle for each of them.
use super::Rule;
use crate::ssda903::columns::DERIVED;
use practice::{day::Date, reported::Return, returns::LookUp};

/// A return as its rules see it.
pub struct Form {
    pub which: Return,
    pub tables: &'static [Spec],
    pub rules: &'static [&'static Rule],
    /// Reads a day in the one form that the return allows.
    pub day: fn(&str) -> Option<Date>,
}
pub struct Spec {
    pub name: &'static str,
    pub columns: &'static [&'static str],
    /// Whether its first column names a child.
    pub of_a_child: bool,
    /// The column with whose day a child's rows are put in order.
    pub in_order_of: Option<u8>,
}

/// The place of a table among those of its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableNo(pub u8);

/// The handle of one column of one table; found by name when the program is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Column {
    pub table: TableNo,
    pub place: u8,
    /// Its place among all columns of the form.
    bit: u8,
}
impl Column {
    pub const fn of(tables: &[Spec], table: TableNo, name: &str) -> Column {
        let (mut bit, mut t) = (0, 0);
        while t < table.0 {
            bit += tables[t as usize].columns.len() as u8;
            t += 1;
        }
        let columns = tables[table.0 as usize].columns;
        let mut place = 0;
        while place < columns.len() {
            if is_same(columns[place], name) {
                return Column { table, place: place as u8, bit: bit + place as u8 };
            }
            place += 1;
        }
        panic!("the table has no such column");
    }
}
const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

/// A set of columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns(u128);
impl Columns {
    pub fn of(lists: &[&[Column]]) -> Columns {
        Columns(lists.iter().flat_map(|l| l.iter()).fold(0, |set, c| set | 1 << c.bit))
    }
    pub fn holds(self, column: Column) -> bool {
        self.0 & (1 << column.bit) != 0
    }
}
impl Form {
    /// The file beside the return without which none of these columns could be there.
    pub fn look_up(&self, columns: &[Column]) -> Option<LookUp> {
        let has = |of: &dyn Fn(&str, &str) -> bool| columns.iter().any(|c| of(self.spec(c.table).name, self.name(*c)));
        match self.which {
            Return::Ssda903 if has(&|table, _| table == "Providers") => Some(LookUp::Providers),
            Return::Ssda903 if has(&|table, name| table == "Episodes" && DERIVED.contains(&name)) => {
                Some(LookUp::Postcodes)
            }
            _ => None,
        }
    }
    pub fn table(&self, name: &str) -> Option<TableNo> {
        let at = self.tables.iter().position(|t| t.name.eq_ignore_ascii_case(name))?;
        u8::try_from(at).ok().map(TableNo)
    }
    pub fn spec(&self, table: TableNo) -> &'static Spec {
        &self.tables[usize::from(table.0)]
    }
    /// `Episodes.DECOM`
    pub fn full_name(&self, column: Column) -> String {
        format!("{}.{}", self.spec(column.table).name, self.name(column))
    }
    pub fn name(&self, column: Column) -> &'static str {
        self.spec(column.table).columns[usize::from(column.place)]
    }
    pub fn rule(&self, code: &str) -> Option<&'static Rule> {
        self.rules.iter().find(|r| r.code.eq_ignore_ascii_case(code)).copied()
    }
}
impl Spec {
    pub fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.eq_ignore_ascii_case(column))
    }
}
