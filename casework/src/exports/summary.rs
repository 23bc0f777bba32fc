//! What other parts of the work need of it.
use crate::imports::summary::OWN;
use kernel::{Deed, Error, Service};
use serde::Deserialize;

pub(super) const AUTHORITIES: &str = include_str!("sql/authorities.sql");

/// The authority whose ids this record's children have; `None` where they have those of several.
pub async fn authority<D: Deed>(job: &Service<D>) -> Result<Option<String>, Error> {
    #[derive(Deserialize)]
    struct Row {
        authority: String,
    }
    if let Ok(set) = std::env::var("LOXLEY_AUTHORITY") {
        return Ok(Some(set));
    }
    let mut rows: Vec<Row> = job.reading().await?.ask(AUTHORITIES, &[]).await?;
    Ok(match rows.len() {
        0 => Some(OWN.to_owned()),
        1 => Some(rows.remove(0).authority),
        _ => None,
    })
}
