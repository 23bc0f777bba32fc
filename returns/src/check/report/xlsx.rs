//! A workbook: the three lists, and of every table the rows with something wrong, the cells in question coloured.
use super::Report;
use crate::check::{At, Level, TableNo};
use rust_xlsxwriter::{Color, Format, Workbook, Worksheet, XlsxError};
use std::{collections::BTreeMap, io};

/// More rows than a worksheet has cannot be written.
const MOST_ROWS: u32 = 1_048_000;

impl Report<'_> {
    pub fn write_xlsx(&self, mut to: impl io::Write) -> io::Result<()> {
        let mut book = Workbook::new();
        let bytes = self.sheets(&mut book).and_then(|()| book.save_to_buffer());
        to.write_all(&bytes.map_err(io::Error::other)?)
    }
    fn sheets(&self, book: &mut Workbook) -> Result<(), XlsxError> {
        let summary = book.add_worksheet().set_name("Summary")?.set_column_width(0, 120)?;
        for (row, line) in (0..).zip(self.to_string().lines()) {
            summary.write_string(row, 0, line)?;
        }
        self.findings(list(
            book,
            "Findings",
            &["Rule", "Level", "Finding", "Child", "Table", "Row", "Columns", "Values", "What is wrong", "What to do"],
        )?)?;
        let skipped = list(book, "Skipped rules", &["Rule", "Why"])?;
        for (row, s) in (1..MOST_ROWS).zip(&self.checked.skipped) {
            skipped.write_string(row, 0, s.rule.code)?.write_string(row, 1, self.lacking(&s.lacking))?;
        }
        let undecided =
            list(book, "Undecided rows", &["Rule", "Child", "Table", "Row", "Which cell prevents an answer"])?;
        for (row, u) in (1..MOST_ROWS).zip(&self.checked.undecided) {
            let (child, table, number) = self.undecided_rows(u);
            undecided.write_string(row, 0, u.rule.code)?.write_string(row, 1, child)?.write_string(row, 2, table)?;
            undecided.write_number(row, 3, number)?.write_string(row, 4, self.unclear(u.unclear))?;
        }
        self.tables(book)
    }
    fn findings(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (row, line) in (1..MOST_ROWS).zip(self.lines()) {
            let level = if line.rule.level == Level::Error { "error" } else { "query" };
            let columns = line.cells.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
            let values = line.cells.iter().map(|(_, said)| *said).collect::<Vec<_>>().join(", ");
            sheet.write_string(row, 0, line.rule.code)?.write_string(row, 1, level)?;
            sheet.write_number(row, 2, u32::try_from(line.finding).unwrap_or(u32::MAX))?;
            sheet.write_string(row, 3, line.child)?.write_string(row, 4, line.table)?;
            if line.row > 0 {
                sheet.write_number(row, 5, line.row)?;
            }
            sheet.write_string(row, 6, columns)?.write_string(row, 7, values)?;
            sheet.write_string(row, 8, line.rule.wrong)?.write_string(row, 9, line.rule.todo)?;
        }
        Ok(())
    }
    fn tables(&self, book: &mut Workbook) -> Result<(), XlsxError> {
        let wrong = Format::new().set_background_color(Color::RGB(0xFFDD00));
        let mut rows: BTreeMap<TableNo, BTreeMap<At, BTreeMap<u8, Vec<&str>>>> = BTreeMap::new();
        for finding in &self.checked.findings {
            for at in &finding.rows {
                let cells = rows.entry(at.table).or_default().entry(*at).or_default();
                for column in finding.columns(at.table) {
                    cells.entry(column.place).or_default().push(finding.rule.code);
                }
            }
        }
        for (table, rows) in rows {
            let spec = self.book.form.spec(table);
            let headings: Vec<&str> =
                ["Row"].into_iter().chain(spec.columns.iter().copied()).chain(["Rules"]).collect();
            let sheet = list(book, spec.name, &headings)?;
            for (row, (at, marked)) in (1..MOST_ROWS).zip(rows) {
                sheet.write_number(row, 0, self.book.number(at))?;
                for place in (0..).take(spec.columns.len()) {
                    let (column, said) = (u16::from(place) + 1, self.book.said(at, place));
                    match marked.contains_key(&place) {
                        true => sheet.write_string_with_format(row, column, said, &wrong)?,
                        false => sheet.write_string(row, column, said)?,
                    };
                }
                let mut codes: Vec<&str> = marked.into_values().flatten().collect();
                codes.sort_unstable();
                codes.dedup();
                sheet.write_string(row, u16::try_from(headings.len() - 1).unwrap_or_default(), codes.join(", "))?;
            }
        }
        Ok(())
    }
}
fn list<'a>(book: &'a mut Workbook, name: &str, headings: &[&str]) -> Result<&'a mut Worksheet, XlsxError> {
    let bold = Format::new().set_bold();
    let sheet = book.add_worksheet().set_name(name)?.set_freeze_panes(1, 0)?;
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string_with_format(0, column, *heading, &bold)?.set_column_width(column, 16)?;
    }
    Ok(sheet)
}
