//! A return, and the returns of the years before it, laid out so that a child's rows are found at once.
use super::{
    spec::{Column, Form, TableNo},
    words::{Word, Words},
};
use practice::day::{Date, date};
use smallvec::SmallVec;

/// What is known of a return beside its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The year in which its 31 March falls.
    pub year: i16,
    /// The first and the last day of the collection year.
    pub start: Date,
    pub end: Date,
    /// The local authority's three-digit code; empty where nobody said.
    pub authority: String,
    pub is_xml: bool,
}
impl Given {
    pub fn of(year: i16) -> Given {
        Given { year, start: date(year - 1, 4, 1), end: date(year, 3, 31), authority: String::new(), is_xml: false }
    }
}

/// A row: of which year (0 is the one that is checked, 1 the one before), table and place in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    pub year: u8,
    pub table: TableNo,
    pub row: u32,
}

/// The rows of one finding, of which most have one or two.
pub type Ats = SmallVec<[At; 2]>;

/// One table of one year, its rows as they stood in the file.
#[derive(Clone, Default)]
pub(crate) struct Sheet {
    width: usize,
    has: u64,
    cells: Vec<Word>,
    /// The number of each row as a spreadsheet counts.
    numbers: Vec<u32>,
    child: Vec<u32>,
    /// For each child where its rows begin in `order`; one more at the end.
    starts: Vec<u32>,
    order: Vec<u32>,
}
const NOBODY: u32 = u32::MAX;
impl Sheet {
    pub(crate) fn len(&self) -> usize {
        self.numbers.len()
    }
    pub(crate) fn has(&self, place: u8) -> bool {
        self.has & (1 << place) != 0
    }
    fn is_there(&self) -> bool {
        self.has != 0
    }
    pub(crate) fn cell(&self, row: u32, place: u8) -> Word {
        self.cells[row as usize * self.width + usize::from(place)]
    }
    pub(crate) fn child(&self, row: u32) -> Option<u32> {
        self.child.get(row as usize).copied().filter(|c| *c != NOBODY)
    }
    pub(crate) fn rows_of(&self, child: u32) -> &[u32] {
        match self.starts.get(child as usize..child as usize + 2) {
            Some(&[from, to]) => &self.order[from as usize..to as usize],
            _ => &[],
        }
    }
}
pub struct Year {
    pub year: i16,
    pub(crate) sheets: Vec<Sheet>,
}

pub struct Book {
    pub form: &'static Form,
    pub given: Given,
    pub(crate) words: Words,
    pub(crate) years: Vec<Year>,
    children: u32,
}

/// A book that is being filled.
pub struct Draft(Book);

impl Draft {
    pub fn new(form: &'static Form, given: Given) -> Draft {
        let years = vec![Year::empty(form, given.year)];
        Draft(Book { form, given, words: Words::new(form.day), years, children: 0 })
    }
    /// The place of a year's tables: 0 is the year that is checked.
    pub fn year(&mut self, year: i16) -> u8 {
        if let Some(at) = self.0.years.iter().position(|y| y.year == year) {
            return at as u8;
        }
        self.0.years.push(Year::empty(self.0.form, year));
        (self.0.years.len() - 1) as u8
    }
    /// A place for the tables of a year that is not known yet.
    pub fn another_year(&mut self) -> u8 {
        self.0.years.push(Year::empty(self.0.form, i16::MIN));
        (self.0.years.len() - 1) as u8
    }
    pub fn years(&self) -> usize {
        self.0.years.len()
    }
    pub fn set_year(&mut self, at: u8, year: i16) {
        self.0.years[usize::from(at)].year = year;
    }
    pub fn is_there(&self, year: u8, table: TableNo) -> bool {
        self.0.years[usize::from(year)].sheets[usize::from(table.0)].is_there()
    }
    pub fn has_column(&self, year: u8, column: Column) -> bool {
        self.0.years[usize::from(year)].sheets[usize::from(column.table.0)].has(column.place)
    }
    pub fn day(&self, year: u8, column: Column, row: u32) -> Option<Date> {
        let sheet = &self.0.years[usize::from(year)].sheets[usize::from(column.table.0)];
        self.0.words.day(sheet.cell(row, column.place))
    }
    pub fn given(&mut self) -> &mut Given {
        &mut self.0.given
    }
    /// The delivery has this column of this table, even if no row fills it.
    pub fn has(&mut self, year: u8, column: Column) {
        self.has_place(year, column.table, usize::from(column.place));
    }
    pub fn has_place(&mut self, year: u8, table: TableNo, place: usize) {
        self.sheet(year, table).has |= 1 << place;
    }
    fn sheet(&mut self, year: u8, table: TableNo) -> &mut Sheet {
        &mut self.0.years[usize::from(year)].sheets[usize::from(table.0)]
    }
    /// Adds a row of (place of the column, text); gives its place in the table.
    pub fn row<'a>(
        &mut self,
        year: u8,
        table: TableNo,
        number: u32,
        cells: impl IntoIterator<Item = (usize, &'a str)>,
    ) -> u32 {
        let Book { words, years, .. } = &mut self.0;
        let sheet = &mut years[usize::from(year)].sheets[usize::from(table.0)];
        let row = sheet.numbers.len();
        sheet.numbers.push(number);
        sheet.cells.resize((row + 1) * sheet.width, Word::BLANK);
        for (place, text) in cells {
            sheet.cells[row * sheet.width + place] = words.word(text);
        }
        u32::try_from(row).unwrap_or(u32::MAX)
    }
    /// Puts cells into the row of this number, which is added where there is none.
    pub fn fill<'a>(
        &mut self,
        year: u8,
        table: TableNo,
        number: u32,
        cells: impl IntoIterator<Item = (usize, &'a str)>,
    ) {
        let found = self.sheet(year, table).numbers.iter().position(|n| *n == number);
        let row = found.unwrap_or_else(|| self.row(year, table, number, []) as usize);
        for (place, text) in cells {
            let word = self.0.words.word(text);
            let sheet = self.sheet(year, table);
            let at = row * sheet.width + place;
            sheet.cells[at] = word;
        }
    }
    /// The word of a cell as it stands so far; a reader derives columns from others with it.
    pub fn said(&self, year: u8, column: Column, row: u32) -> &str {
        let sheet = &self.0.years[usize::from(year)].sheets[usize::from(column.table.0)];
        self.0.words.said(sheet.cell(row, column.place))
    }
    pub fn rows(&self, year: u8, table: TableNo) -> u32 {
        u32::try_from(self.0.years[usize::from(year)].sheets[usize::from(table.0)].len()).unwrap_or(u32::MAX)
    }
    pub fn set(&mut self, year: u8, column: Column, row: u32, text: &str) {
        let word = self.0.words.word(text);
        let sheet = self.sheet(year, column.table);
        let at = row as usize * sheet.width + usize::from(column.place);
        sheet.cells[at] = word;
    }
    /// Puts each child's rows together, in the order of their days.
    pub fn close(self) -> Book {
        let mut book = self.0;
        let this = book.given.year;
        // The year that is checked stays first; then the years before it, the latest first.
        book.years.sort_by_key(|y| (y.year != this, -y.year));
        book.index();
        book
    }
}
impl Year {
    fn empty(form: &Form, year: i16) -> Year {
        let sheet = |columns: usize| Sheet { width: columns, ..Sheet::default() };
        Year { year, sheets: form.tables.iter().map(|t| sheet(t.columns.len())).collect() }
    }
}
impl Book {
    fn index(&mut self) {
        // By the place of the id among the words, in capitals.
        let mut known = vec![NOBODY; self.words.len()];
        let mut next = 0;
        let mut whose: Vec<Vec<Vec<u32>>> = Vec::new();
        for year in &self.years {
            let of_sheet = |(sheet, spec): (&Sheet, &super::Spec)| {
                let mut who = |row: usize| {
                    let child = sheet.cells[row * sheet.width];
                    // A row that names no child belongs to none: it stands alone.
                    let mut stranger = || {
                        next += 1;
                        next - 1
                    };
                    match (spec.of_a_child, child.is_blank()) {
                        (false, _) => NOBODY,
                        (true, true) => stranger(),
                        (true, false) => {
                            let known = &mut known[self.words.in_capitals(child).place()];
                            if *known == NOBODY {
                                *known = stranger();
                            }
                            *known
                        }
                    }
                };
                (0..sheet.len()).map(&mut who).collect()
            };
            whose.push(year.sheets.iter().zip(self.form.tables).map(of_sheet).collect());
        }
        self.children = next;
        let (words, form) = (&self.words, self.form);
        for (year, whose) in self.years.iter_mut().zip(whose) {
            for ((sheet, spec), child) in year.sheets.iter_mut().zip(form.tables).zip(whose) {
                sheet.child = child;
                sheet.index(spec, words, next);
            }
        }
    }
    pub fn children(&self) -> u32 {
        self.children
    }
    pub(crate) fn sheet(&self, year: u8, table: TableNo) -> &Sheet {
        static NONE: Sheet = Sheet {
            width: 0,
            has: 0,
            cells: Vec::new(),
            numbers: Vec::new(),
            child: Vec::new(),
            starts: Vec::new(),
            order: Vec::new(),
        };
        self.years.get(usize::from(year)).map_or(&NONE, |y| &y.sheets[usize::from(table.0)])
    }
    /// Whether the return that is checked has this column.
    pub fn has(&self, column: Column) -> bool {
        self.sheet(0, column.table).has(column.place)
    }
    pub fn has_table(&self, table: TableNo) -> bool {
        self.sheet(0, table).is_there()
    }
    /// Whether the return of the year before has it: without that year a rule that compares cannot be asked, however
    /// many older ones were given.
    pub fn had(&self, column: Column) -> bool {
        let last = |y: &&Year| y.year == self.given.year - 1;
        self.years.iter().find(last).is_some_and(|y| y.sheets[usize::from(column.table.0)].has(column.place))
    }
    pub fn years(&self) -> &[Year] {
        &self.years
    }
    pub fn rows(&self, table: TableNo) -> usize {
        self.sheet(0, table).len()
    }
    pub(crate) fn rows_in(&self, year: u8, table: TableNo) -> u32 {
        u32::try_from(self.sheet(year, table).len()).unwrap_or(u32::MAX)
    }
    pub(crate) fn has_in(&self, year: u8, table: TableNo, place: usize) -> bool {
        self.sheet(year, table).has & (1 << place) != 0
    }
    /// What a cell says, as it was sent.
    pub fn said(&self, at: At, place: u8) -> &str {
        self.words.said(self.sheet(at.year, at.table).cell(at.row, place))
    }
    /// Whose row it is, as [`super::check_again`] counts children; none in a table that names no child.
    pub fn child(&self, at: At) -> Option<u32> {
        self.sheet(at.year, at.table).child(at.row)
    }
    /// Says something else in a cell. Where the cell names the child, or the day that puts rows in order, everything is
    /// put in order anew.
    pub fn correct(&mut self, at: At, column: Column, text: &str) {
        let word = self.words.word(text);
        let spec = self.form.spec(at.table);
        let sheet = &mut self.years[usize::from(at.year)].sheets[usize::from(at.table.0)];
        let cell = at.row as usize * sheet.width + usize::from(column.place);
        sheet.cells[cell] = word;
        if spec.of_a_child && (column.place == 0 || spec.in_order_of == Some(column.place)) {
            self.index();
        }
    }
    /// The number of a row as a spreadsheet counts.
    pub fn number(&self, at: At) -> u32 {
        self.sheet(at.year, at.table).numbers[at.row as usize]
    }
}
impl Sheet {
    fn index(&mut self, spec: &super::Spec, words: &Words, children: u32) {
        if !spec.of_a_child || self.numbers.is_empty() {
            return;
        }
        let day = |row: u32| spec.in_order_of.and_then(|place| words.day(self.cell(row, place)));
        let mut order: Vec<u32> = (0..self.numbers.len() as u32).collect();
        order.sort_by_cached_key(|row| {
            let day = day(*row);
            (self.child[*row as usize], day.is_none(), day, *row)
        });
        let mut starts = vec![0; children as usize + 1];
        for child in &self.child {
            starts[*child as usize + 1] += 1;
        }
        for child in 0..children as usize {
            starts[child + 1] += starts[child];
        }
        (self.order, self.starts) = (order, starts);
    }
}
