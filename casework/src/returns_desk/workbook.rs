//! The three lists of a run as a workbook, as far as the reader may see: the cells in question coloured.
use super::{
    listed::{Finding, level_words},
    run::{FindingOf, Run, Skipped, Totals, findings, read, skipped},
    wanted::{List, Wanted},
};
use crate::{deeds::CheckReturn, frame::Answer, page::words::thousands};
use axum::{
    http::{StatusCode, header},
    response::IntoResponse as _,
};
use kernel::{Leave as _, Within};
use rust_xlsxwriter::{Color, Format, Workbook, Worksheet, XlsxError};

/// More rows than a worksheet has cannot be written.
const MOST_ROWS: i64 = 1_048_000;
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub async fn download(may: Within<CheckReturn>) -> Answer {
    let mut reading = may.reading().await?;
    let Some((run, rules, _)) = read(&mut reading, may.path("run")).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let skipped = skipped(&mut reading, &run).await?;
    let totals = Totals::of(&rules, skipped.len());
    let list = |list: List| Wanted { list, ..Wanted::default() };
    let found = findings(&mut reading, &run, &list(List::Findings), MOST_ROWS, 0).await?;
    let undecided = findings(&mut reading, &run, &list(List::Undecided), MOST_ROWS, 0).await?;
    let bytes = written(&run, &totals, &found, &undecided, &skipped)?;
    let name = format!("attachment; filename=\"run-{}-{}.xlsx\"", run.return_name, run.number);
    let headers =
        [(header::CONTENT_TYPE, WORKBOOK), (header::CONTENT_DISPOSITION, &name), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, bytes).into_response())
}
fn written(
    run: &Run,
    totals: &Totals,
    found: &[FindingOf],
    undecided: &[FindingOf],
    skipped: &[Skipped],
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let summary = book.add_worksheet().set_name("Summary")?.set_column_width(0, 100)?;
    let counts =
        format!("{} errors and {} queries over all children", thousands(totals.errors), thousands(totals.queries));
    let lists = "The lists hold the records that whoever made this workbook may see, so they may be shorter.";
    for (row, line) in (0..).zip([run.title().as_str(), &counts, lists]) {
        summary.write_string(row, 0, line)?;
    }
    let heads = [
        "Child",
        "Rule",
        "Level",
        "Where, and what stands there",
        "What is wrong",
        "What to do",
        "Since the run before",
        "Explained",
    ];
    let sheet = list(&mut book, "Findings", &heads)?;
    for (row, f) in (1..).zip(found) {
        finding(sheet, row, &f.finding, f.finding.wrong(), f.finding.tag().text.as_str())?;
    }
    let heads =
        ["Child", "Rule", "Level", "Where, and what stands there", "Which cell prevents an answer", "What to do"];
    let sheet = list(&mut book, "Rows undecided", &heads)?;
    for (row, f) in (1..).zip(undecided) {
        finding(sheet, row, &f.finding, f.finding.unclear.as_deref().unwrap_or_default(), "")?;
    }
    let sheet = list(&mut book, "Rules not asked", &["Rule", "Why"])?;
    for (row, s) in (1..).zip(skipped) {
        sheet.write_string(row, 0, &s.rule)?.write_string(row, 1, &s.lacking)?;
    }
    book.save_to_buffer()
}
fn finding(sheet: &mut Worksheet, row: u32, f: &Finding, what: &str, change: &str) -> Result<(), XlsxError> {
    let wrong = Format::new().set_background_color(Color::RGB(0xFF_DD00));
    sheet.write_string(row, 0, f.whose())?.write_string(row, 1, &f.rule)?.write_string(
        row,
        2,
        level_words(&f.level),
    )?;
    sheet.write_string_with_format(row, 3, f.rows(), &wrong)?;
    sheet.write_string(row, 4, what)?.write_string(row, 5, f.todo())?.write_string(row, 6, change)?;
    let explained = f.explained().map_or_else(String::new, |e| format!("{} ({})", e.words, e.by));
    sheet.write_string(row, 7, explained)?;
    Ok(())
}
fn list<'a>(book: &'a mut Workbook, name: &str, heads: &[&str]) -> Result<&'a mut Worksheet, XlsxError> {
    let bold = Format::new().set_bold();
    let sheet = book.add_worksheet().set_name(name)?.set_freeze_panes(1, 0)?;
    for (column, head) in (0..).zip(heads) {
        sheet.write_string_with_format(0, column, *head, &bold)?.set_column_width(column, 24)?;
    }
    Ok(sheet)
}

#[cfg(test)]
mod tests {
    use super::{
        super::{listed::sample, run::sample_run},
        *,
    };
    use std::io::{Cursor, Read as _};

    #[test]
    fn the_three_lists_stand_in_it_and_a_cell_that_looks_like_a_formula_is_text() {
        let (run, rules, _) = sample_run();
        let found = FindingOf::sample(Finding { said: "=1+1".into(), ..sample() });
        let undecided = FindingOf::sample(Finding { unclear: Some("DEC says “x”".into()), ..sample() });
        let skipped = Skipped { rule: "1003".into(), lacking: "Nobody has uploaded it.".into() };
        let bytes = written(&run, &Totals::of(&rules, 1), &[found], &[undecided], &[skipped]).unwrap();
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut all = String::new();
        for n in 0..zip.len() {
            zip.by_index(n).unwrap().read_to_string(&mut all).unwrap();
        }
        for said in ["=1+1", "DEC says “x”", "Nobody has uploaded it.", "FFDD00", "Rules not asked", &sample().whose()]
        {
            assert!(all.contains(said), "{said}");
        }
        assert!(!all.contains("<f>"), "no formula");
    }
}
