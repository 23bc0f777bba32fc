//! What is wrong with a delivery: where, what, and what to do about it.
use std::{borrow::Cow, sync::Arc};

/// Beyond this the delivery is not the return that it seems to be.
pub(crate) const MOST_PROBLEMS: usize = 500_000;

#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub file: Arc<str>,
    pub table: &'static str,
    /// As a spreadsheet counts (1 is the headings), in XML the n-th element of its table; 0: the whole file.
    pub row: u32,
    /// The authority's id for the child, as far as the row says it.
    pub child: String,
    pub column: Cow<'static, str>,
    /// What was sent, cut short.
    pub value: String,
    pub wrong: Wrong,
}
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// The row cannot be told apart from others: it is not taken in.
    NoKey,
    /// In no Header, here or before: it is not taken in.
    NoSuchChild,
    /// Known from an earlier delivery, but not in this Header.
    NotInThisHeader,
    Blank,
    NotADay,
    OtherForm,
    NotACode,
    NotANumber,
    NotYesOrNo,
    SaidTwice,
    AfterToday,
    AfterYear,
    /// Other rows have the same key and say something else.
    SharedKey {
        others: Vec<u32>,
        more: bool,
    },
    /// Word for word the same as an earlier row: it is not taken in again.
    Duplicate(u32),
    WrongCells {
        got: usize,
        of: usize,
    },
    NoColumn,
    UnknownColumn,
    OutOfPlace,
    /// The file's own year is not the one it was taken in for.
    OtherYear(i16),
    /// A later year's return says otherwise about this row: that one stands.
    LaterReturnStands(i16),
    /// The child's birth date differs from the record's: perhaps another child.
    OtherBirthDate {
        record: String,
        rows: usize,
    },
}

impl Problem {
    /// The row is in this list only, not among the facts.
    pub fn is_alone(&self) -> bool {
        use Wrong::*;
        matches!(self.wrong, NoKey | NoSuchChild | Duplicate(_) | LaterReturnStands(_))
    }
    /// What is wrong.
    pub fn what(&self) -> String {
        use Wrong::*;
        let column = &self.column;
        match &self.wrong {
            NoKey => format!("{column} is blank, so the row cannot be told apart from others. It was not taken in."),
            NoSuchChild => "The child is in no Header. The row was not taken in.".to_owned(),
            NotInThisHeader => "The child is not in this Header, but in one taken in before.".to_owned(),
            Blank => format!("{column} is blank."),
            NotADay => format!("{column} is not a day."),
            OtherForm => format!("{column} is a day in another form than the return uses. It was understood."),
            NotACode => format!("{column} has a code that the return does not know."),
            NotANumber => format!("{column} is not a number that it may hold."),
            NotYesOrNo => format!("{column} is neither yes nor no as the return writes them."),
            SaidTwice => format!("{column} is said twice. The first is taken."),
            AfterToday => format!("{column} is after today."),
            AfterYear => format!("{column} is after the year of the return. The row was kept."),
            SharedKey { others, more } => {
                format!("The same {column} as {}, but the rest differs. All were kept.", named(others, *more))
            }
            Duplicate(row) => format!("Says the same as row {row}. It was taken in once."),
            WrongCells { got, of } => format!("The row has {got} cells under {of} headings."),
            NoColumn => format!("The file has no column {column}. It was taken as blank."),
            UnknownColumn => format!("{column} is no column of this table. It was not read."),
            OutOfPlace => format!("{column} is not expected here. It was not read."),
            OtherYear(taken) => format!("The file says another year than the one it was taken in for, {taken}."),
            LaterReturnStands(year) => format!("The return of {year} says otherwise about this row, and stands."),
            OtherBirthDate { record, rows } => format!(
                "The record's child of this id was born on {record}: perhaps another child. \
                 The child's {rows} rows were not taken in."
            ),
        }
    }
    /// What to do about it.
    pub fn todo(&self) -> &'static str {
        use Wrong::*;
        match self.wrong {
            NoKey => "Give the missing id or day in the case system and export again.",
            NoSuchChild | NotInThisHeader => "Add the child to the Header, or take the row out.",
            Blank => "Fill it in: the return needs it.",
            NotADay => "Give a day of the calendar.",
            OtherForm => "Export days in the form of the return: 31/03/2026 in the 903, 2026-03-31 in the census.",
            NotACode => "Use a code of the year's guide.",
            NotANumber => "Give a whole number in its range.",
            NotYesOrNo => "Give 1 or 0 (in XML also true or false).",
            SaidTwice => "Leave one.",
            AfterToday => "Correct the day, or wait until it has come.",
            AfterYear => "Check the day, and whether the row belongs to the next year's return.",
            SharedKey { .. } => "Find out which is right and take the others out.",
            Duplicate(_) => "Take the copy out.",
            WrongCells { .. } => "Look for a comma or line break inside a cell, and export again.",
            NoColumn => "Export the whole table.",
            UnknownColumn => "Nothing, or rename it if it should be a column of the return.",
            OutOfPlace => "Check the export against the schema of the year.",
            OtherYear(_) => "Check that it is the right file.",
            LaterReturnStands(_) => "Nothing, unless the later return is wrong.",
            OtherBirthDate { .. } => "Find out whether it is the same child; say so, or change the id.",
        }
    }
}
fn named(rows: &[u32], more: bool) -> String {
    let list = rows.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
    let (rows, others) = (if rows.len() == 1 { "row" } else { "rows" }, if more { " and others" } else { "" });
    format!("{rows} {list}{others}")
}
/// Enough of a value to find it by.
pub(crate) fn cut(value: &str) -> String {
    match value.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &value[..at]),
        None => value.to_owned(),
    }
}
