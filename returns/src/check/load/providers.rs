//! Ofsted's lists of providers: children's homes and social care providers, in two workbooks or in one, under the
//! headings of any year. A row with a URN is a provider; what it is called in one list or the other is the same.
use super::postcodes::{Places, code_of_name};
use crate::{
    check::{Column, Draft},
    delivery::{File, Unreadable},
    ssda903::columns::{PROVIDERS, providers},
};
use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};
use std::{collections::HashSet, io::Cursor};

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Provider {
    urn: String,
    authority: String,
    place_codes: Vec<String>,
    provider_codes: Vec<String>,
    closed: String,
    postcode: String,
}
/// How many providers a workbook lists.
pub fn count(file: &File) -> Result<usize, Unreadable> {
    read(&file.name, &file.bytes).map(|all| all.len())
}
/// Every provider of a workbook.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Vec<Provider>, Unreadable> {
    let todo = "Give Ofsted's workbook (.xlsx) of children's homes or of social care providers.";
    let trouble = |e: &dyn std::fmt::Display| Unreadable::new(name, format!("is not a workbook: {e}"), todo);
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(|e| trouble(&e))?;
    let mut found = Vec::new();
    for sheet in book.sheet_names() {
        let range = book.worksheet_range(&sheet).map_err(|e| trouble(&e))?;
        let mut rows = range.rows();
        // Some lists have a line of words above the headings.
        let Some(headings) = rows.by_ref().take(10).find(|r| r.iter().any(|c| heading(c) == "urn")) else { continue };
        let headings: Vec<String> = headings.iter().map(heading).collect();
        if headings.iter().any(|h| h.contains("code")) {
            found.extend(rows.filter_map(|row| provider(&headings, row)));
        }
    }
    match found.is_empty() {
        true => Err(Unreadable::new(name, "lists no provider under a heading URN", todo)),
        false => Ok(found),
    }
}
fn heading(cell: &Data) -> String {
    cell.to_string().trim().to_lowercase()
}
fn provider(headings: &[String], row: &[Data]) -> Option<Provider> {
    let cell = |is: &dyn Fn(&str) -> bool| {
        let said = headings.iter().zip(row).filter(|(h, _)| is(h)).map(|(_, c)| c);
        said.map(text).find(|t| !t.is_empty()).unwrap_or_default()
    };
    let urn = cell(&|h| h == "urn");
    // Two columns hold codes, under names that changed places over the years: a code says itself what it is.
    let codes = headings.iter().zip(row).filter(|(h, _)| h.contains("code") && !h.contains("postcode"));
    let codes: Vec<String> = codes
        .flat_map(|(_, c)| text(c).split([',', ';', ' ']).map(|c| c.trim().to_uppercase()).collect::<Vec<_>>())
        .filter(|c| !c.is_empty())
        .collect();
    let (provider_codes, place_codes) = codes.into_iter().partition(|c| c.starts_with("PR"));
    let is_closing = |h: &str| h == "deregistration date" || h == "closed date";
    let of_setting = cell(&|h| h == "setting local authority");
    let found = Provider {
        urn,
        authority: if of_setting.is_empty() { cell(&|h| h == "local authority") } else { of_setting },
        place_codes,
        provider_codes,
        closed: headings.iter().zip(row).find(|(h, _)| is_closing(h)).map_or_else(String::new, |(_, c)| day(c)),
        postcode: cell(&|h| h.ends_with("postcode") && !h.starts_with("owner")),
    };
    (!found.urn.is_empty()).then_some(found)
}
/// The lists write a dash where there is nothing.
fn text(cell: &Data) -> String {
    let text = cell.to_string().trim().to_owned();
    if ["-", "na", "n/a"].contains(&text.to_lowercase().as_str()) { String::new() } else { text }
}
/// A day as the 903 writes it.
fn day(cell: &Data) -> String {
    let written = |y: u16, m: u8, d: u8| format!("{d:02}/{m:02}/{y}");
    match cell {
        Data::DateTime(at) => {
            let (y, m, d, ..) = at.to_ymd_hms_milli();
            written(y, m, d)
        }
        Data::Float(_) | Data::Int(_) => {
            let serial = cell.to_string().parse().unwrap_or_default();
            let at = calamine::ExcelDateTime::new(serial, calamine::ExcelDateTimeType::DateTime, false);
            let (y, m, d, ..) = at.to_ymd_hms_milli();
            written(y, m, d)
        }
        other => text(other),
    }
}
pub(super) fn postcodes_of(all: &[Provider]) -> HashSet<String> {
    all.iter().map(|p| p.postcode.split_whitespace().collect::<String>().to_uppercase()).collect()
}
/// Puts the providers beside the return. The authority is that of the postcode where it is known, else the one named.
pub(super) fn put(draft: &mut Draft, all: &[Provider], places: &Places) {
    const COLUMNS: [Column; 6] = [
        providers::URN,
        providers::LA_CODE_INFERRED,
        providers::PLACE_CODES,
        providers::PROVIDER_CODES,
        providers::REG_END,
        providers::POSTCODE,
    ];
    COLUMNS.into_iter().for_each(|c| draft.has(0, c));
    for (n, p) in all.iter().enumerate() {
        let authority = places.code(&p.postcode).or_else(|| code_of_name(&p.authority)).unwrap_or_default();
        let (place, provider) = (p.place_codes.join(","), p.provider_codes.join(","));
        let said = [p.urn.as_str(), authority, &place, &provider, &p.closed, &p.postcode];
        let cells = COLUMNS.iter().zip(said).map(|(c, text)| (usize::from(c.place), text));
        draft.row(0, PROVIDERS, u32::try_from(n + 2).unwrap_or(u32::MAX), cells);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(headings: &[&str], row: &[Data]) -> Option<Provider> {
        let headings: Vec<String> = headings.iter().map(|h| h.to_lowercase()).collect();
        provider(&headings, row)
    }
    fn words(cells: &[&str]) -> Vec<Data> {
        cells.iter().map(|c| Data::String((*c).to_owned())).collect()
    }
    #[test]
    fn both_layouts_say_the_same() {
        let homes = of(
            &[
                "Local Authority",
                "URN",
                "Provider Code",
                "Provider Placement Code",
                "Closed Date",
                "Setting Address Postcode",
                "Owner Postcode",
            ],
            &words(&["Nottingham", "SC1", "K2", "PR4", "-", "NG1 1AA", "LS1 1AA"]),
        );
        let combined = of(
            &[
                "Owner postcode",
                "URN",
                "Placement code",
                "Placement provider code",
                "Deregistration date",
                "Setting postcode",
                "Local authority",
            ],
            &words(&["LS1 1AA", "SC1", "K2", "PR4", "na", "NG1 1AA", "Nottingham"]),
        );
        assert_eq!(homes, combined);
        let found = homes.unwrap();
        assert_eq!((found.place_codes, found.provider_codes), (vec!["K2".to_owned()], vec!["PR4".to_owned()]));
        assert_eq!((found.closed.as_str(), found.postcode.as_str()), ("", "NG1 1AA"));
    }
    #[test]
    fn the_day_of_closing_is_read_from_a_spreadsheets_number() {
        let closed = of(
            &["URN", "Placement code", "Closed date"],
            &[words(&["SC1", "K2"]), vec![Data::Float(44927.0)]].concat(),
        );
        assert_eq!(closed.unwrap().closed, "01/01/2023");
    }
    #[test]
    fn a_line_without_a_urn_is_no_provider_and_a_text_file_no_workbook() {
        assert_eq!(of(&["URN", "Placement code"], &words(&["-", "K2"])), None);
        assert!(read("x.xlsx", b"hello").unwrap_err().to_string().contains("is not a workbook"));
    }
}
