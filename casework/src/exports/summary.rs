//! What other parts of the work need of it.
use super::write::{Drafted, drafts};
pub use super::write::{Form, against_schema, files, hand_out};
use crate::imports::summary::OWN;
use kernel::{Deed, Error, Leave as _, Service};
use practice::{
    Date, Fact, Kept, Timestamp,
    day::{collection, date},
    service,
};
use returns::{File, Return};
use serde::Deserialize;

pub(super) const AUTHORITIES: &str = include_str!("sql/authorities.sql");

/// The authority whose ids this record's children have; `None` where they have those of several.
pub async fn authority<D: Deed>(job: &Service<D>) -> Result<Option<String>, Error> {
    let mut all = authorities(job).await?;
    Ok(all.pop().filter(|_| all.is_empty()))
}
/// Those of which a return can be made: one, but where children have ids of several.
pub async fn authorities<D: Deed>(job: &Service<D>) -> Result<Vec<String>, Error> {
    #[derive(Deserialize)]
    struct Row {
        authority: String,
    }
    if let Ok(set) = std::env::var("LOXLEY_AUTHORITY") {
        return Ok(vec![set]);
    }
    let rows: Vec<Row> = job.reading().await?.ask(AUTHORITIES, &[]).await?;
    Ok(match rows.is_empty() {
        true => vec![OWN.to_owned()],
        false => rows.into_iter().map(|row| row.authority).collect(),
    })
}

/// A return as the record has it today; and those of the years before, the latest first, as far back as the
/// record tells of them.
pub struct OfRecord {
    pub drafted: Drafted,
    pub before: Vec<Drafted>,
}
pub async fn of_record<D: Deed>(
    job: &Service<D>,
    which: Return,
    authority: &str,
    year: i16,
    progress: impl FnMut(usize, usize) + Send,
) -> Result<OfRecord, Error> {
    let years = |service: &[Kept]| (first_year(service, which).min(year)..=year).rev().collect();
    let mut all = drafts(job, which, authority, years, job.today(), progress).await?.into_iter();
    let drafted = all.next().ok_or("a draft of the year itself")?;
    // Of a year without a row nothing is known: it says of nobody that they were in no return.
    Ok(OfRecord { drafted, before: all.filter(|d| d.rows.count() > 0).collect() })
}
/// The first year that a return told of, or whose work is recorded here.
fn first_year(service: &[Kept], which: Return) -> i16 {
    let year = |k: &Kept| match &k.fact {
        Fact::Service(service::Fact::ReturnTaken { which: taken, year, .. }) if *taken == which => Some(*year),
        Fact::Service(service::Fact::WorkRecordedHere { .. }) => Some(collection(k.happened)),
        _ => None,
    };
    service.iter().filter_map(year).min().unwrap_or(i16::MAX)
}
/// The return that is sent next: a collection closes in the summer after its 31 March.
pub fn next(today: Date) -> i16 {
    if today < date(today.year(), 8, 1) { today.year() } else { today.year() + 1 }
}
/// The files of the years before, of which nothing is handed out.
pub fn files_of(drafted: &Drafted, at: Timestamp) -> Vec<File> {
    files(&drafted.rows, Form::Csv, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_return_that_is_sent_next_is_that_of_the_year_which_ended_until_its_collection_closes() {
        assert_eq!(next(date(2026, 3, 31)), 2026);
        assert_eq!(next(date(2026, 7, 31)), 2026);
        assert_eq!(next(date(2026, 8, 1)), 2027);
        assert_eq!((collection(date(2026, 3, 31)), collection(date(2026, 4, 1))), (2026, 2027));
    }
}
