//! What other parts of the work need of it.
use super::write::{Form, draft, files};
use crate::imports::summary::OWN;
use kernel::{Deed, Error, Leave as _, Service};
use practice::Id;
use returns::{File, Return};
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

/// A return as the record has it today, to be looked at: nothing is handed out. With the children who have no id
/// of the authority yet, and the one by which these files know them.
pub struct Preview {
    pub files: Vec<File>,
    pub given: Vec<(Id, String)>,
}
pub async fn preview<D: Deed>(
    job: &Service<D>,
    which: Return,
    authority: &str,
    year: i16,
    progress: impl FnMut(usize, usize) + Send,
) -> Result<Preview, Error> {
    let drafted = draft(job, which, authority, year, job.today(), progress).await?;
    Ok(Preview { files: files(&drafted.rows, Form::Csv, job.now()), given: drafted.given })
}
