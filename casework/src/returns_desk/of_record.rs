//! A return out of the record itself: looked at, of which nothing is handed out, or taken, to be submitted.
use super::check::{Done, Input, Of, Telling, own, run};
use crate::{
    deeds::WriteReturn,
    exports::summary::{Form, OfRecord, against_schema, files, files_of, hand_out, of_record},
    page::words::count,
};
use kernel::{Deed, Error, Leave as _, Service, Writes};
use returns::{File, Return, Unreadable, check::Asked};

/// Every rule is asked of the return as the record has it today.
pub async fn look<D: Writes>(job: &Service<D>, which: Return, year: i16, telling: &mut Telling) -> Done {
    let own = own(job).await?;
    let made = made(job, which, &own, year, telling).await?;
    let Some(made) = made else { return Ok(Err(nobody(which, year))) };
    let this = files_of(&made.drafted, job.now());
    run(job, input(Of::Look, this, made, job), telling).await
}
/// The files are made, it is kept that they were, they are checked and kept byte for byte. `own` is whose return it
/// is.
pub async fn take(
    job: &Service<WriteReturn>,
    which: Return,
    form: Form,
    own: &str,
    year: i16,
    telling: &mut Telling,
) -> Done {
    let made = made(job, which, own, year, telling).await?;
    let Some(made) = made else { return Ok(Err(nobody(which, year))) };
    let this = files(&made.drafted.rows, form, job.now());
    hand_out(job, &made.drafted, &this, job.today()).await?;
    run(job, input(Of::Kept, this, made, job), telling).await
}
/// `None` where nobody is in it.
async fn made<D: Deed>(
    job: &Service<D>,
    which: Return,
    own: &str,
    year: i16,
    telling: &mut Telling,
) -> Result<Option<OfRecord>, Error> {
    telling.says("Making the return from the record");
    let made = of_record(job, which, own, year, |done, of| telling.counts(done, of)).await?;
    Ok((made.drafted.rows.count() > 0).then_some(made))
}
fn nobody(which: Return, year: i16) -> Unreadable {
    let why = format!("has no child who belongs in the {} of {year}", which.title());
    Unreadable::new("The record", why, "Take in the returns that there were, or record the work.")
}
fn input<D: Deed>(of: Of, this: Vec<File>, made: OfRecord, job: &Service<D>) -> Input {
    let OfRecord { drafted, before } = made;
    let asked = Asked {
        year: Some(drafted.rows.year),
        authority: Some(drafted.rows.authority.clone()),
        prior_years: before.iter().map(|b| b.rows.year).collect(),
        ..Asked::default()
    };
    let mut notes: Vec<String> = vec![];
    if !drafted.not_known.is_empty() {
        let left = count(i64::try_from(drafted.not_known.len()).unwrap_or(i64::MAX), "child was", "children were");
        notes.push(format!("{left} left out: open in an earlier return, and nobody has said anything since."));
    }
    // What the schema complains of quotes cells, and a note is shown to whoever sees the run.
    let errors = against_schema(&drafted.rows, &this).len();
    if errors > 0 {
        let places = count(i64::try_from(errors).unwrap_or(i64::MAX), "place does", "places do");
        notes.push(format!("{places} not fit the census’s schema. `loxley returns write cin` names each of them."));
    }
    let prior = before.iter().map(|b| files_of(b, job.now())).collect();
    Input { of, this, prior, asked, given: drafted.given, notes }
}
