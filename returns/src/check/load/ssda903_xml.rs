//! The XML form of the 903, as the import reads it, into a book.
use super::Loading;
use crate::{
    check::TableNo,
    delivery::Unreadable,
    problem::Problem,
    ssda903::columns::{DERIVED, DOLO, PROVIDERS, SW_EPISODES},
    ssda903_xml::{self, Sink},
    table::{Row, Table},
};
use std::sync::Arc;

pub(super) fn read(file: &str, text: &str, year: u8, loading: &mut Loading) -> Result<(), Unreadable> {
    let name = Arc::from(file);
    ssda903_xml::read(&name, text, &mut Rows { year, loading })?;
    for table in (0..PROVIDERS.0).map(TableNo) {
        // The form may come without the social workers and the deprivation of liberty: then nobody asked for them.
        let is_asked = ![SW_EPISODES, DOLO].contains(&table) || loading.draft.rows(year, table) > 0;
        let spec = loading.form.spec(table);
        for (place, _) in spec.columns.iter().enumerate().filter(|(_, name)| is_asked && !DERIVED.contains(name)) {
            loading.draft.has_place(year, table, place);
        }
    }
    Ok(())
}
struct Rows<'a> {
    year: u8,
    loading: &'a mut Loading,
}
impl Rows<'_> {
    fn place(&self, table: &Table) -> Option<TableNo> {
        self.loading.form.table(table.name)
    }
}
impl Sink for Rows<'_> {
    fn rows(&mut self, table: &'static Table, _: &Arc<str>) -> usize {
        self.place(table).map_or(0, |t| self.loading.draft.rows(self.year, t) as usize)
    }
    fn take(&mut self, row: &Row) -> Result<(), Unreadable> {
        if let Some(table) = self.place(row.table) {
            // Said several times, the first stands.
            let cells = row.cells.iter().rev().map(|(place, text)| (*place, text.as_ref()));
            self.loading.draft.row(self.year, table, row.number, cells);
        }
        Ok(())
    }
    fn problem(&mut self, problem: Problem) {
        self.loading.notes.push(format!("{} row {}: {}", problem.table, problem.row, problem.what()));
    }
}
