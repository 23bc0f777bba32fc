//! What other parts of the work need of it.
use crate::page::Form;
use kernel::{Deed, Error, Service};
use serde::Deserialize;

pub(super) const AUTHORITIES: &str = include_str!("sql/authorities.sql");

/// The code under which an authority that nobody has named is kept.
pub const OWN: &str = "own";

/// A return that names no authority is this one's own.
pub fn of_authority(authority: &str) -> String {
    match authority {
        OWN => "of this authority".into(),
        named => format!("of authority {named}"),
    }
}
/// The year that was typed; a fault of the form when it is none.
pub fn year_of(f: &mut Form, typed: Option<String>) -> Option<i16> {
    let typed = typed?;
    let year = typed.parse().ok().filter(|year| (1990..2200).contains(year));
    if year.is_none() {
        f.wrong("year", "Year must be 4 numbers, like 2026");
    }
    year
}
/// The authority whose record this is: as it is set, else the one whose returns it has taken in.
pub async fn installation<D: Deed>(job: &Service<D>) -> Result<String, Error> {
    #[derive(Deserialize)]
    struct Row {
        authority: String,
    }
    if let Ok(set) = std::env::var("LOXLEY_AUTHORITY") {
        return Ok(set);
    }
    let mut rows: Vec<Row> = job.reading().await?.ask(AUTHORITIES, &[]).await?;
    Ok(match rows.len() {
        1 => rows.remove(0).authority,
        _ => OWN.into(),
    })
}
