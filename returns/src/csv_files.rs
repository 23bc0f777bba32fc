//! The CSV form of the 903: a file a table, recognised by its headings in any order.
use crate::{
    delivery::{Delivery, NotRead, Unreadable, decode},
    problem::{Problem, Wrong, cut},
    read::{Files, Reader},
    ssda903::{TABLES, column_name},
    table::{Row, Table},
};
use csv::{Reader as Csv, ReaderBuilder, StringRecord};
use std::{borrow::Cow, sync::Arc};

const MOST_COLUMNS: usize = 100;
/// No cell of a return is longer; one that is has swallowed its neighbours.
pub(crate) const LONGEST_CELL: usize = 10_000;

/// A file that holds a table, and where its columns are.
struct Found<'a> {
    file: &'a str,
    text: Cow<'a, str>,
    table: &'static Table,
    headings: StringRecord,
    /// For each heading the column it is of.
    places: Vec<Option<usize>>,
}

pub(crate) fn read(delivery: &Delivery, reader: &mut Reader) -> Result<Files, Unreadable> {
    let mut not_read = delivery.not_read.clone();
    let mut found = Vec::new();
    for file in &delivery.files {
        match recognise(&file.name, &file.bytes) {
            Ok(table) => found.push(table),
            // The one file given, or one that says by its name what it should be, is broken, not foreign.
            Err(why) if delivery.files.len() == 1 || usual(&file.name).is_some() => {
                let todo = "Export the return again and give the whole of it.";
                return Err(Unreadable::new(&file.name, why, todo));
            }
            Err(why) => not_read.push(NotRead { file: file.name.clone(), why }),
        }
    }
    let chosen = one_for_each_table(found, &mut not_read);
    if chosen.is_empty() {
        let why = "holds no table of the 903";
        return Err(Unreadable::new("The delivery", why, "Give the folder with the return's CSV files, or its XML."));
    }
    for found in &chosen {
        found.rows(reader)?;
    }
    Ok(Files { read: chosen.iter().map(|f| f.file.to_owned()).collect(), not_read })
}

fn letters(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase()
}
/// The table that usually comes under this file name.
fn usual(file: &str) -> Option<&'static Table> {
    let stem = letters(file.rsplit_once('.').map_or(file, |(stem, _)| stem));
    TABLES.iter().find(|t| t.usual.contains(&stem.as_str())).copied()
}
fn open(text: &str) -> Csv<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes())
}

fn recognise<'a>(file: &'a str, bytes: &'a [u8]) -> Result<Found<'a>, String> {
    let text = decode(bytes).ok_or("is not text")?;
    let mut headings = StringRecord::new();
    let is_there = open(&text).read_record(&mut headings).unwrap_or(false);
    if !is_there || headings.len() > MOST_COLUMNS {
        return Err("has no headings of a return".to_owned());
    }
    let names: Vec<String> = headings.iter().map(column_name).collect();
    let has = |column: &str| names.iter().any(|n| n == column);
    let table = TABLES.iter().find(|t| has(t.id()) && t.marks.iter().all(|m| has(m)));
    let Some(table) = table.copied() else {
        return Err("has the headings of no table of the 903".to_owned());
    };
    let lacking: Vec<_> = table.columns.iter().filter(|c| c.needed && !has(c.name)).map(|c| c.name).collect();
    if !lacking.is_empty() {
        return Err(format!("looks like {} but has no column {}", table.name, lacking.join(", ")));
    }
    // Of a column with two headings the first is read.
    let first = |(n, name): (usize, &String)| table.column(name).filter(|_| !names[..n].contains(name));
    let places = names.iter().enumerate().map(first).collect();
    Ok(Found { file, text, table, headings, places })
}

/// Of two files with one table the one with the table's usual name is read; if that does not tell, none.
fn one_for_each_table<'a>(found: Vec<Found<'a>>, not_read: &mut Vec<NotRead>) -> Vec<Found<'a>> {
    let rivals = |f: &Found, usual_only: bool| {
        let is_usual = |file: &str| usual(file).is_some_and(|t| t.name == f.table.name);
        found.iter().filter(|o| o.table.name == f.table.name && (!usual_only || is_usual(o.file))).count()
    };
    let verdict: Vec<Option<String>> = found
        .iter()
        .map(|f| {
            let is_usual = usual(f.file).is_some_and(|t| t.name == f.table.name);
            match (rivals(f, false), rivals(f, true)) {
                (1, _) => None,
                (_, 1) if is_usual => None,
                (_, 1) => Some(format!("another file has the usual name of {}", f.table.name)),
                _ => Some(format!("several files are {}, and their names do not tell which to read", f.table.name)),
            }
        })
        .collect();
    let mut chosen = Vec::new();
    for (f, why) in found.into_iter().zip(verdict) {
        match why {
            None => chosen.push(f),
            Some(why) => not_read.push(NotRead { file: f.file.to_owned(), why }),
        }
    }
    chosen
}

impl Found<'_> {
    fn rows(&self, reader: &mut Reader) -> Result<(), Unreadable> {
        let file: Arc<str> = Arc::from(self.file);
        reader.has(self.table, &file);
        let lacking = self.columns(&file, reader);
        let mut csv = open(&self.text);
        let mut record = StringRecord::new();
        let mut headings_passed = false;
        loop {
            match csv.read_record(&mut record) {
                Ok(true) if !headings_passed => headings_passed = true,
                Ok(true) => self.row(&record, &file, &lacking, csv.is_done(), reader)?,
                Ok(false) => return Ok(()),
                Err(e) => return Err(Unreadable::new(self.file, format!("cannot be read: {e}"), "Export it again.")),
            }
        }
    }
    /// What is wrong with the headings, once a file; gives the columns that it lacks.
    fn columns(&self, file: &Arc<str>, reader: &mut Reader) -> Vec<usize> {
        let mut say = |column: Cow<'static, str>, wrong| {
            let (table, child, value) = (self.table.name, String::new(), String::new());
            reader.problems.push(Problem { file: file.clone(), table, row: 1, child, column, value, wrong });
        };
        for (heading, place) in self.headings.iter().zip(&self.places) {
            let wrong = match self.table.column(&column_name(heading)) {
                Some(_) if place.is_none() => Wrong::SaidTwice,
                None if !heading.trim().is_empty() => Wrong::UnknownColumn,
                _ => continue,
            };
            say(Cow::Owned(cut(heading)), wrong);
        }
        let lacking: Vec<usize> = (0..self.table.columns.len()).filter(|c| !self.places.contains(&Some(*c))).collect();
        // UASC is in the XML form's HEADER only.
        for column in lacking.iter().map(|c| self.table.columns[*c].name).filter(|name| *name != "UASC") {
            say(Cow::Borrowed(column), Wrong::NoColumn);
        }
        lacking
    }
    fn row(
        &self,
        record: &StringRecord,
        file: &Arc<str>,
        lacking: &[usize],
        is_last: bool,
        reader: &mut Reader,
    ) -> Result<(), Unreadable> {
        let number = record.position().map_or(0, |p| u32::try_from(p.line()).unwrap_or(u32::MAX));
        let short = record.len() < self.headings.len();
        let cut_off = !self.text.ends_with(['\n', '\r']) || record.iter().any(|cell| cell.contains('\n'));
        if is_last && short && cut_off {
            let why = format!("breaks off in row {number}");
            return Err(Unreadable::new(self.file, why, "Export it again and give the whole of it."));
        }
        if record.iter().any(|cell| cell.len() > LONGEST_CELL) {
            let why = format!("has a cell of more than {LONGEST_CELL} characters in row {number}");
            return Err(Unreadable::new(self.file, why, "Look for a quotation mark that is not closed."));
        }
        let cells = self.places.iter().zip(record).filter_map(|(place, cell)| place.map(|p| (p, Cow::Borrowed(cell))));
        let row = Row { table: self.table, file, number, cells: cells.collect(), lacking };
        if row.is_blank() && record.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(()); // the empty rows that a spreadsheet leaves below a table
        }
        if record.len() != self.headings.len() {
            let wrong = Wrong::WrongCells { got: record.len(), of: self.headings.len() };
            reader.problems.push(row.problem(self.table.id(), row.child(), wrong));
        }
        reader.take(&row)
    }
}
