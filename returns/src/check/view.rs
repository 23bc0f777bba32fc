//! What a rule sees: a child, its rows, and what a cell says.
//!
//! A cell that is blank is `None`: there is nothing to judge. A cell that should be a day or a number and is
//! not makes the question [`Unclear`], which `?` hands on: the row is then reported as undecided, with the
//! cell that prevents an answer, and no other row is touched by it.
use super::{
    book::{At, Book, Given},
    spec::{Column, Columns, TableNo},
    words::Word,
};
use practice::day::{self, Date};

/// Whether the row breaks the rule; or the cell that prevents an answer.
pub type Answer = Result<bool, Unclear>;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unclear {
    pub at: At,
    pub column: Column,
    pub why: Why,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    NotADay,
    NotANumber,
}

/// A rule that is being asked of a return: it may look only into the columns that it named.
#[derive(Clone, Copy)]
pub(crate) struct Asking<'a> {
    pub(crate) book: &'a Book,
    pub(crate) may_read: Columns,
}

#[derive(Clone, Copy)]
pub struct Row<'a> {
    asking: &'a Asking<'a>,
    pub at: At,
}
impl PartialEq for Row<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
    }
}
impl<'a> Row<'a> {
    pub(crate) fn new(asking: &'a Asking<'a>, at: At) -> Row<'a> {
        Row { asking, at }
    }
    fn word(self, column: Column) -> Word {
        let form = self.asking.book.form;
        assert!(self.at.table == column.table, "{} is asked of a row of another table", form.full_name(column));
        debug_assert!(self.asking.may_read.holds(column), "the rule did not name {}", form.full_name(column));
        self.asking.book.sheet(self.at.year, column.table).cell(self.at.row, column.place)
    }
    /// What was sent, without the white space around it.
    pub fn said(self, column: Column) -> &'a str {
        self.asking.book.words.said(self.word(column))
    }
    /// The same in capitals: codes are compared so, but for the rules on codes themselves.
    pub fn code(self, column: Column) -> &'a str {
        self.asking.book.words.code(self.word(column))
    }
    /// Whether the cell holds one of these codes; a blank cell holds none.
    pub fn is(self, column: Column, codes: &[&str]) -> bool {
        let word = self.word(column);
        !word.is_blank() && codes.contains(&self.asking.book.words.code(word))
    }
    pub fn is_blank(self, column: Column) -> bool {
        self.word(column).is_blank()
    }
    pub fn is_filled(self, column: Column) -> bool {
        !self.is_blank(column)
    }
    /// The cell's day; `None` where it is blank.
    pub fn day(self, column: Column) -> Result<Option<Date>, Unclear> {
        let word = self.word(column);
        match self.asking.book.words.day(word) {
            None if !word.is_blank() => Err(Unclear { at: self.at, column, why: Why::NotADay }),
            day => Ok(day),
        }
    }
    /// Filled with something that is not a day of the calendar.
    pub fn is_no_day(self, column: Column) -> bool {
        self.day(column).is_err()
    }
    pub fn number(self, column: Column) -> Result<Option<f64>, Unclear> {
        match self.said(column) {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| Unclear { at: self.at, column, why: Why::NotANumber }),
        }
    }
    /// Whether this cell and that one of another row say the same code; two blank cells do.
    pub fn is_as(self, column: Column, other: Row, others: Column) -> bool {
        let words = &self.asking.book.words;
        words.in_capitals(self.word(column)) == words.in_capitals(other.word(others))
    }
    pub fn given(self) -> &'a Given {
        &self.asking.book.given
    }
    /// Whose row it is; a row without a child's id is of a child of its own.
    pub fn child(self) -> Child<'a> {
        let no = self.asking.book.sheet(self.at.year, self.at.table).child(self.at.row);
        Child { asking: self.asking, no: no.unwrap_or(u32::MAX) }
    }
    pub fn whole(self) -> Whole<'a> {
        Whole { asking: self.asking }
    }
}

/// Some rows of one child in one table of one year, in the order of their days; those without a day last.
#[derive(Clone, Copy)]
pub struct Rows<'a> {
    asking: &'a Asking<'a>,
    year: u8,
    table: TableNo,
    rows: &'a [u32],
}
impl<'a> Rows<'a> {
    pub fn len(self) -> usize {
        self.rows.len()
    }
    pub fn is_empty(self) -> bool {
        self.rows.is_empty()
    }
    pub fn get(self, n: usize) -> Option<Row<'a>> {
        let at = |row: &u32| At { year: self.year, table: self.table, row: *row };
        self.rows.get(n).map(|row| Row::new(self.asking, at(row)))
    }
    pub fn first(self) -> Option<Row<'a>> {
        self.get(0)
    }
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Row<'a>> + ExactSizeIterator + Clone {
        self.rows.iter().map(move |row| Row::new(self.asking, At { year: self.year, table: self.table, row: *row }))
    }
}
impl<'a> IntoIterator for Rows<'a> {
    type Item = Row<'a>;
    type IntoIter = Box<dyn Iterator<Item = Row<'a>> + 'a>;
    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

#[derive(Clone, Copy)]
pub struct Child<'a> {
    asking: &'a Asking<'a>,
    no: u32,
}
impl<'a> Child<'a> {
    pub(crate) fn new(asking: &'a Asking<'a>, no: u32) -> Child<'a> {
        Child { asking, no }
    }
    /// The child's rows in the return that is checked.
    pub fn rows(self, table: TableNo) -> Rows<'a> {
        self.rows_in(0, table)
    }
    /// The child's rows in the return of the year before.
    pub fn last(self, table: TableNo) -> Rows<'a> {
        let given = self.given().year;
        let before = self.asking.book.years.iter().position(|y| y.year == given - 1);
        self.rows_in(before.map_or(u8::MAX, |at| at as u8), table)
    }
    /// The child's rows in the returns of all the years before that were given, the latest year first.
    pub fn before(self, table: TableNo) -> impl Iterator<Item = Row<'a>> + Clone {
        let years = 1..self.asking.book.years.len();
        years.flat_map(move |year| self.rows_in(year as u8, table).iter())
    }
    fn rows_in(self, year: u8, table: TableNo) -> Rows<'a> {
        let rows = self.asking.book.sheet(year, table).rows_of(self.no);
        Rows { asking: self.asking, year, table, rows }
    }
    pub fn given(self) -> &'a Given {
        &self.asking.book.given
    }
    pub fn whole(self) -> Whole<'a> {
        Whole { asking: self.asking }
    }
}

/// The return as a whole.
#[derive(Clone, Copy)]
pub struct Whole<'a> {
    asking: &'a Asking<'a>,
}
impl<'a> Whole<'a> {
    pub(crate) fn new(asking: &'a Asking<'a>) -> Whole<'a> {
        Whole { asking }
    }
    /// Every row of a table, as they stood in the file.
    pub fn rows(self, table: TableNo) -> impl Iterator<Item = Row<'a>> + Clone {
        let rows = 0..self.asking.book.rows(table) as u32;
        rows.map(move |row| Row::new(self.asking, At { year: 0, table, row }))
    }
    pub fn has(self, column: Column) -> bool {
        self.asking.book.has(column)
    }
    pub fn children(self) -> impl Iterator<Item = Child<'a>> + Clone {
        (0..self.asking.book.children()).map(move |no| Child::new(self.asking, no))
    }
    pub fn given(self) -> &'a Given {
        &self.asking.book.given
    }
}

/// Both days are known, and the one is before the other.
pub fn before(one: Option<Date>, other: Option<Date>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one < other)
}
/// Both are known, and the person has attained the age by that day (the birthday counts; 29 February on 1 March).
pub fn is_aged(age: i64, born: Option<Date>, on: Option<Date>) -> bool {
    matches!((born, on), (Some(born), Some(on)) if day::birthday(born, age) <= on)
}
