//! What a table of a return is, and one row of it: checked cell by cell, and made into a fact.
use crate::problem::{Problem, Wrong, cut};
use practice::{
    codes,
    day::Date,
    fact::Fact,
    reported::{Cell, Reading, Return},
};
use std::{borrow::Cow, sync::Arc};

pub(crate) struct Table {
    /// As the guide of the return calls it.
    pub(crate) name: &'static str,
    pub(crate) which: Return,
    /// The file names under which it usually comes, letters and figures only.
    pub(crate) usual: &'static [&'static str],
    /// Columns that no other table of the return has: by these it is recognised.
    pub(crate) marks: &'static [&'static str],
    /// The column that, with the child, tells its rows apart; none where a child has one row.
    pub(crate) key: Option<&'static str>,
    /// A row is about the year, so each year's is a row of its own.
    pub(crate) yearly: bool,
    /// The child's id first.
    pub(crate) columns: &'static [Column],
    pub(crate) row: Fields,
}
/// How a row becomes its reported fact, and the fact a row again.
pub(crate) struct Fields {
    pub(crate) fact: fn(&Row) -> Fact,
    /// What each column says, in the order of the columns, blanks included; `None` for a fact of another table.
    pub(crate) said: fn(&Fact) -> Option<Said>,
}
/// Each column with what it says.
type Said<'a> = Vec<(&'static str, Vec<&'a str>)>;
/// The field of a reported fact that a column fills: one cell, or each cell of a column that is said several times.
pub(crate) trait Field {
    fn read(row: &Row, column: &str) -> Self;
    fn said(&self) -> Vec<&str>;
}
impl<T: Reading> Field for Cell<T> {
    fn read(row: &Row, column: &str) -> Self {
        row.cell(column)
    }
    fn said(&self) -> Vec<&str> {
        vec![&self.raw]
    }
}
impl<T: Reading> Field for Vec<Cell<T>> {
    fn read(row: &Row, column: &str) -> Self {
        row.cells(column)
    }
    fn said(&self) -> Vec<&str> {
        self.iter().map(|cell| cell.raw.as_str()).collect()
    }
}
/// Which column fills which field of a table's reported fact, said once for reading and for writing.
macro_rules! row {
    ($slice:ident $part:ident::$row:ident as $fact:ident { $($field:ident: $column:literal),* $(,)? }) => {
        crate::table::Fields {
            fact: |row| {
                let fields = $part::reported::$row {
                    $($field: crate::table::Field::read(row, $column),)*
                    ..Default::default()
                };
                $part::Fact::$fact(Box::new(fields)).into()
            },
            said: |fact| match fact {
                practice::Fact::$slice($part::Fact::$fact(fields)) => {
                    Some(vec![$(($column, crate::table::Field::said(&fields.$field))),*])
                }
                _ => None,
            },
        }
    };
}
pub(crate) use row;
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) needed: bool,
    /// May be said several times (XML only).
    pub(crate) many: bool,
}
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    Text,
    Code(&'static str),
    Day,
    /// A day that may lie ahead.
    DayAhead,
    /// A day of which only a part may be known: `ZZ/ZZ/2015`.
    DayInPart,
    YesNo,
    Number(i64, i64),
    /// Said by the row that this one belongs to, and checked there.
    Above,
}
pub(crate) const fn must(name: &'static str, kind: Kind) -> Column {
    Column { name, kind, needed: true, many: false }
}
pub(crate) const fn may(name: &'static str, kind: Kind) -> Column {
    Column { name, kind, needed: false, many: false }
}
pub(crate) const fn many(name: &'static str, kind: Kind) -> Column {
    Column { name, kind, needed: false, many: true }
}

impl Table {
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == name)
    }
    pub(crate) fn id(&self) -> &'static str {
        self.columns[0].name
    }
    fn tells_apart(&self, column: usize) -> bool {
        column == 0 || self.key == Some(self.columns[column].name)
    }
    pub(crate) fn key_name(&self) -> &'static str {
        self.key.unwrap_or(self.id())
    }
}

/// The cells of one row, each with the place of its column in the table.
pub(crate) struct Row<'a> {
    pub(crate) table: &'static Table,
    pub(crate) file: &'a Arc<str>,
    pub(crate) number: u32,
    pub(crate) cells: Vec<(usize, Cow<'a, str>)>,
    /// Columns that the whole file lacks: said once, not for each row.
    pub(crate) lacking: &'a [usize],
}
impl Row<'_> {
    fn texts(&self, column: usize) -> impl Iterator<Item = &str> {
        self.cells.iter().filter(move |(c, _)| *c == column).map(|(_, text)| text.as_ref())
    }
    fn text(&self, column: &str) -> &str {
        self.table.column(column).and_then(|c| self.texts(c).next()).unwrap_or_default()
    }
    pub(crate) fn cell<T: Reading>(&self, column: &str) -> Cell<T> {
        Cell::read(self.text(column))
    }
    pub(crate) fn cells<T: Reading>(&self, column: &str) -> Vec<Cell<T>> {
        self.table.column(column).map_or_else(Vec::new, |c| self.texts(c).map(Cell::read).collect())
    }
    pub(crate) fn child(&self) -> &str {
        self.text(self.table.id()).trim()
    }
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|(_, text)| text.trim().is_empty())
    }
    /// Its own day, where that can be read.
    pub(crate) fn day(&self) -> Option<Date> {
        self.table.key.and_then(|key| self.cell::<Date>(key).value)
    }
    /// What tells it apart from the child's other rows; a day in any form is the same key.
    pub(crate) fn key(&self) -> String {
        let own = self.table.key.map(|key| self.cell::<Date>(key));
        let above = self.table.columns.iter().find(|c| c.kind == Kind::Above).map(|c| self.cell::<Date>(c.name));
        let part = |cell: Cell<Date>| match cell.value {
            Some(day) => day.to_string(),
            None => cell.raw.trim().to_uppercase(),
        };
        above.into_iter().chain(own).map(part).collect::<Vec<_>>().join("/")
    }
    /// The blank column without which the row cannot be told apart.
    pub(crate) fn blank_key(&self) -> Option<&'static str> {
        [Some(self.table.id()), self.table.key].into_iter().flatten().find(|c| self.text(c).trim().is_empty())
    }
    pub(crate) fn problem(&self, column: &'static str, value: &str, wrong: Wrong) -> Problem {
        Problem {
            file: self.file.clone(),
            table: self.table.name,
            row: self.number,
            child: cut(self.child()),
            column: Cow::Borrowed(column),
            value: cut(value),
            wrong,
        }
    }
    /// Every cell in turn: what is wrong with it.
    pub(crate) fn check(&self, today: Date, problems: &mut Vec<Problem>) {
        for (place, column) in self.table.columns.iter().enumerate() {
            if self.lacking.contains(&place) {
                continue;
            }
            let mut said = self.texts(place).filter(|text| !text.trim().is_empty()).peekable();
            // A blank key is a problem of the whole row.
            if said.peek().is_none() && column.needed && !self.table.tells_apart(place) {
                problems.push(self.problem(column.name, "", Wrong::Blank));
            }
            for (n, text) in said.enumerate() {
                if n > 0 && !column.many {
                    problems.push(self.problem(column.name, text, Wrong::SaidTwice));
                } else if let Some(wrong) = column.kind.wrong(text.trim(), self.table.which, today) {
                    problems.push(self.problem(column.name, text, wrong));
                }
            }
        }
    }
}
impl Kind {
    fn wrong(self, text: &str, which: Return, today: Date) -> Option<Wrong> {
        match self {
            Kind::Text | Kind::Above => None,
            Kind::Code(set) => {
                let is_known = codes::label(set, text).or_else(|| codes::label(set, &text.to_uppercase())).is_some();
                (!is_known).then_some(Wrong::NotACode)
            }
            Kind::YesNo => {
                let known = match which {
                    Return::Ssda903 => matches!(text, "0" | "1"),
                    Return::Cin => bool::read(text).is_some(),
                };
                (!known).then_some(Wrong::NotYesOrNo)
            }
            Kind::Number(least, most) => match text.parse() {
                Ok(n) if (least..=most).contains(&n) => None,
                _ => Some(Wrong::NotANumber),
            },
            Kind::DayInPart if text.contains("ZZ") => None,
            Kind::Day | Kind::DayAhead | Kind::DayInPart => match Date::read(text) {
                None => Some(Wrong::NotADay),
                Some(day) if day > today && self != Kind::DayAhead => Some(Wrong::AfterToday),
                Some(_) if text.contains('/') != (which == Return::Ssda903) => Some(Wrong::OtherForm),
                Some(_) => None,
            },
        }
    }
}
