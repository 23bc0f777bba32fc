//! The CSV form of the 903: a file a table.
use super::{Rows, Sheet};
use crate::delivery::File;

/// One file for each table, headings first. A table without rows is a file too: it says that there are none.
pub fn csv_files(rows: &Rows) -> Vec<File> {
    rows.sheets.iter().map(|sheet| File { name: file_name(sheet), bytes: bytes(sheet) }).collect()
}
fn file_name(sheet: &Sheet) -> String {
    format!("{}.csv", sheet.table.usual.first().unwrap_or(&sheet.table.name).to_lowercase())
}
fn bytes(sheet: &Sheet) -> Vec<u8> {
    // UASC is in the XML form's HEADER only.
    let columns = || sheet.columns().enumerate().filter(|(_, name)| *name != "UASC");
    let mut csv = csv::Writer::from_writer(Vec::new());
    let mut write = |cells: &mut dyn Iterator<Item = &str>| csv.write_record(cells).expect("memory takes every row");
    write(&mut columns().map(|(_, name)| name));
    for line in &sheet.lines {
        write(&mut columns().map(|(place, _)| line.text(place)));
    }
    csv.into_inner().expect("memory takes every row")
}
