//! All three lists in one CSV file that a spreadsheet can filter.
use super::Report;
use crate::check::Level;
use std::{borrow::Cow, io};

const HEADINGS: [&str; 11] =
    ["list", "rule", "level", "finding", "child", "table", "row", "columns", "values", "what is wrong", "what to do"];

impl Report<'_> {
    pub fn write_csv(&self, to: impl io::Write) -> io::Result<()> {
        let mut csv = ::csv::Writer::from_writer(to);
        csv.write_record(HEADINGS)?;
        for line in self.lines() {
            let columns = line.cells.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
            let values = line.cells.iter().map(|(_, said)| *said).collect::<Vec<_>>().join(", ");
            let level = if line.rule.level == Level::Error { "error" } else { "query" };
            let (finding, row) = (line.finding.to_string(), number(line.row));
            let rule = line.rule;
            let cells = [
                "finding", rule.code, level, &finding, line.child, line.table, &row, &columns, &values, rule.wrong,
                rule.todo,
            ];
            csv.write_record(cells.map(safe).iter().map(|c| c.as_bytes()))?;
        }
        for skipped in &self.checked.skipped {
            let why = self.lacking(&skipped.lacking);
            let cells =
                ["skipped", skipped.rule.code, "", "", "", "", "", "", "", "The rule could not be asked.", &why];
            csv.write_record(cells.map(safe).iter().map(|c| c.as_bytes()))?;
        }
        for undecided in &self.checked.undecided {
            let (child, table, row) = self.undecided_rows(undecided);
            let (why, row) = (self.unclear(undecided.unclear), number(row));
            let code = undecided.rule.code;
            let cells = ["undecided", code, "", "", child, table, &row, "", "", &why, "Correct that cell first."];
            csv.write_record(cells.map(safe).iter().map(|c| c.as_bytes()))?;
        }
        csv.flush()
    }
}
fn number(row: u32) -> String {
    if row == 0 { String::new() } else { row.to_string() }
}
/// A cell that a spreadsheet would take for a formula is marked as text.
pub(super) fn safe(cell: &str) -> Cow<'_, str> {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => Cow::Owned(format!("'{cell}")),
        false => Cow::Borrowed(cell),
    }
}
