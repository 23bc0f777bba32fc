//! What leaves as a spreadsheet: RFC 4180, which a cell cannot turn into a formula.
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use practice::Date;
use std::borrow::Cow;

/// Lines end as the standard has them, and the text begins with the mark by which spreadsheets know UTF-8.
pub fn text<'a, R>(rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item = Cow<'a, str>>,
{
    let mut out = String::from("\u{feff}");
    for row in rows {
        let cells: Vec<String> = row.into_iter().map(|cell| quoted(&guarded(&cell))).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

/// As a download. The name holds what it is and the day, never a person: file names are seen by everybody.
pub fn download(what: &'static str, today: Date, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{what}-{today}.csv\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, text).into_response()
}

/// A spreadsheet runs a cell that begins with one of these; an apostrophe makes it text (OWASP, CSV injection).
/// A number may keep its sign.
fn guarded(cell: &str) -> Cow<'_, str> {
    let dangerous = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let digits = cell.trim_start_matches(['+', '-']);
    let number = digits.len() + 1 == cell.len() && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    if dangerous && !number { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}
fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\n', '\r', ';', '\t']) || cell.starts_with(' ') || cell.ends_with(' ') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    fn line(cells: &[&'static str]) -> String {
        text([cells.iter().map(|c| Cow::Borrowed(*c))]).trim_start_matches('\u{feff}').to_owned()
    }

    #[test]
    fn a_cell_that_would_run_becomes_text() {
        assert_eq!(line(&["=1+1", "+44 1", "-inf", "--1", "@SUM(A1)"]), "'=1+1,'+44 1,'-inf,'--1,'@SUM(A1)\r\n");
        assert_eq!(line(&["\t=1", "\r=1"]), "\"'\t=1\",\"'\r=1\"\r\n");
        assert_eq!(line(&["=HYPERLINK(\"http://x\",\"y\")"]), "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n");
    }
    #[test]
    fn numbers_and_plain_words_stay_as_they_are() {
        assert_eq!(line(&["-3", "+4.5", "O'Neill", "a=b", ""]), "-3,+4.5,O'Neill,a=b,\r\n");
    }
    #[test]
    fn commas_quotes_and_lines_are_quoted() {
        assert_eq!(line(&["a,b", "say \"x\"", "a\nb", " a"]), "\"a,b\",\"say \"\"x\"\"\",\"a\nb\",\" a\"\r\n");
    }
    #[test]
    fn the_file_is_named_for_what_it_is_and_the_day() {
        let answer = download("today", date(2026, 11, 22), text([[Cow::Borrowed("Child")]]));
        assert_eq!(answer.headers()[header::CONTENT_DISPOSITION], "attachment; filename=\"today-2026-11-22.csv\"");
    }
}
