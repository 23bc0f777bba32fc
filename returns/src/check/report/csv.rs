//! All three lists in one CSV file that a spreadsheet can filter.
use super::Report;
use crate::check::{Level, run::on_each_core};
use std::{borrow::Cow, io, ops::Range};

/// How many findings a core sets out at a time, and how many such parts are held before they are written.
const AT_ONCE: usize = 2048;
const PARTS: usize = 16;

const HEADINGS: [&str; 11] =
    ["list", "rule", "level", "finding", "child", "table", "row", "columns", "values", "what is wrong", "what to do"];

impl Report<'_> {
    pub fn write_csv(&self, mut to: impl io::Write) -> io::Result<()> {
        let mut csv = ::csv::Writer::from_writer(&mut to);
        csv.write_record(HEADINGS)?;
        csv.flush()?;
        drop(csv);
        let all = self.checked.findings.len();
        for begin in (0..all).step_by(AT_ONCE * PARTS) {
            let end = all.min(begin + AT_ONCE * PARTS);
            let part = |n: usize| self.part(begin + n * AT_ONCE..end.min(begin + (n + 1) * AT_ONCE));
            for text in on_each_core((end - begin).div_ceil(AT_ONCE), part) {
                to.write_all(&text?)?;
            }
        }
        let mut csv = ::csv::Writer::from_writer(to);
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
    /// The lines of so many findings.
    fn part(&self, findings: Range<usize>) -> io::Result<Vec<u8>> {
        let mut csv = ::csv::Writer::from_writer(Vec::new());
        for line in self.lines_of(findings) {
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
        csv.into_inner().map_err(|e| e.into_error())
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
