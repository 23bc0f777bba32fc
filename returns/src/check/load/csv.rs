//! The CSV form of the 903. A file is known by its headings; a table whose file lacks a column is read all the same.
use super::Loading;
use crate::{
    check::{Form, TableNo},
    csv_files::{LONGEST_CELL, MOST_COLUMNS, file_of_each_table, open, usual},
    delivery::{Delivery, NotRead, Unreadable, decode},
    ssda903::{
        column_name,
        columns::{PROVIDERS, TABLES},
    },
};
use csv::StringRecord;
use std::borrow::Cow;

struct Found<'a> {
    file: &'a str,
    text: Cow<'a, str>,
    table: TableNo,
    headings: StringRecord,
    places: Vec<Option<usize>>,
}

pub(super) fn read(delivery: &Delivery, year: u8, loading: &mut Loading) -> Result<(), Unreadable> {
    let mut found = Vec::new();
    for file in &delivery.files {
        match recognise(loading.form, &file.name, &file.bytes) {
            Ok(table) => found.push(table),
            Err(why) if delivery.files.len() == 1 || usual(&file.name).is_some() => {
                return Err(Unreadable::new(&file.name, why, "Export the return again and give the whole of it."));
            }
            Err(why) => loading.not_read.push(NotRead { file: file.name.clone(), why }),
        }
    }
    let name = |f: &Found| TABLES[usize::from(f.table.0)].name;
    let verdicts = file_of_each_table(&found.iter().map(|f| (f.file, name(f))).collect::<Vec<_>>());
    let mut read = 0;
    for (found, refused) in found.into_iter().zip(verdicts) {
        match refused {
            Some(why) => loading.not_read.push(NotRead { file: found.file.to_owned(), why }),
            None => {
                found.read(year, loading)?;
                read += 1;
            }
        }
    }
    if read == 0 {
        let todo = "Give the folder with the return's CSV files, a zip of it, or its XML.";
        return Err(Unreadable::new("The delivery", "holds no table of the 903", todo));
    }
    Ok(())
}

fn recognise<'a>(form: &Form, file: &'a str, bytes: &'a [u8]) -> Result<Found<'a>, String> {
    let text = decode(bytes).ok_or("is not text")?;
    let mut headings = StringRecord::new();
    let is_there = open(&text).read_record(&mut headings).unwrap_or(false);
    if !is_there || headings.len() > MOST_COLUMNS {
        return Err("has no headings of a return".to_owned());
    }
    let names: Vec<Cow<str>> = headings.iter().map(column_name).collect();
    let table = table_of(form, file, &names).ok_or("has the headings of no table of the 903")?;
    let spec = form.spec(table);
    // Of a column with two headings the first is read.
    let first = |(n, name): (usize, &Cow<str>)| spec.place(name).filter(|_| !names[..n].contains(name));
    let places = names.iter().enumerate().map(first).collect();
    Ok(Found { file, text, table, headings, places })
}
/// The table most of whose own columns stand here. Columns that several tables have tell nothing; where only those
/// are left, the file's name tells.
fn table_of(form: &Form, file: &str, names: &[Cow<str>]) -> Option<TableNo> {
    let own = |table: TableNo| {
        let is_own = |name: &&Cow<str>| {
            let has = |t: &u8| form.spec(TableNo(*t)).place(name).is_some();
            form.spec(table).place(name).is_some() && (0..PROVIDERS.0).filter(has).count() == 1
        };
        names.iter().filter(is_own).count()
    };
    let best = (0..PROVIDERS.0).map(TableNo).max_by_key(|t| (own(*t), std::cmp::Reverse(t.0)))?;
    if own(best) > 0 {
        return Some(best);
    }
    let named = form.table(usual(file)?.name)?;
    names.iter().any(|n| form.spec(named).place(n).is_some()).then_some(named)
}

impl Found<'_> {
    fn read(&self, year: u8, loading: &mut Loading) -> Result<(), Unreadable> {
        for (heading, place) in self.headings.iter().zip(&self.places) {
            match place {
                Some(place) => loading.draft.has_place(year, self.table, *place),
                None if heading.trim().is_empty() => {}
                None => {
                    let heading = crate::problem::cut(heading);
                    loading
                        .notes
                        .push(format!("{}: the column {heading} is not of this table, and was not read.", self.file));
                }
            }
        }
        let mut csv = open(&self.text);
        let mut record = StringRecord::new();
        let mut breaks_off = None;
        loop {
            match csv.read_record(&mut record) {
                Ok(true) => {
                    let number = record.position().map_or(0, |p| u32::try_from(p.record() + 1).unwrap_or(u32::MAX));
                    if number > 1 {
                        self.row(&record, number, year, loading)?;
                    }
                    let short = record.len() < self.headings.len();
                    let cut = !self.text.ends_with(['\n', '\r']) || record.iter().any(|cell| cell.contains('\n'));
                    breaks_off = (short && cut).then_some(number);
                }
                Ok(false) => match breaks_off {
                    Some(row) => {
                        let todo = "Export it again and give the whole of it.";
                        return Err(Unreadable::new(self.file, format!("breaks off in row {row}"), todo));
                    }
                    None => return Ok(()),
                },
                Err(e) => return Err(Unreadable::new(self.file, format!("cannot be read: {e}"), "Export it again.")),
            }
        }
    }
    fn row(&self, record: &StringRecord, number: u32, year: u8, loading: &mut Loading) -> Result<(), Unreadable> {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(()); // the empty rows that a spreadsheet leaves below a table
        }
        if record.iter().any(|cell| cell.len() > LONGEST_CELL) {
            let why = format!("has a cell of more than {LONGEST_CELL} characters in row {number}");
            return Err(Unreadable::new(self.file, why, "Look for a quotation mark that is not closed."));
        }
        if record.len() != self.headings.len() {
            let (got, of) = (record.len(), self.headings.len());
            loading.notes.push(format!("{}: row {number} has {got} cells under {of} headings.", self.file));
        }
        let cells = self.places.iter().zip(record).filter_map(|(place, cell)| Some(((*place)?, cell)));
        loading.draft.row(year, self.table, number, cells);
        Ok(())
    }
}
