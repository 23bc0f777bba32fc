//! What the rules read beside a return: Ofsted's lists of providers and the postcode directory. They are uploaded
//! once, and every run and every night reads the latest.
use super::check::in_our_words;
use crate::{
    deeds::CheckReturn,
    exports::summary::next,
    frame::{Answer, chrome, see},
    page::{Answers, Form, Link, Page, Place, Sample, given, words::count, words::thousands},
};
use axum::http::StatusCode;
use base64::{Engine as _, prelude::BASE64_STANDARD};
use kernel::{Deed, Error, Leave, Reading, Said, Service, Upload, Uploaded, Within, chance};
use practice::{
    Date, Fact as F, Id, Subject, Timestamp, day,
    returns::{Fact, FileChecked, LookUp, LookUpFile},
};
use returns::{
    File, Unreadable,
    check::{Directory, providers_listed},
    ssda903::FORM,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fs;
use tokio::task::spawn_blocking;

pub const PAGE: Page = Page { name: "returns_desk/look_ups.html", source: include_str!("look_ups.html"), samples };
const LOOK_UPS: &str = include_str!("sql/look_ups.sql");
pub const QUESTIONS: &[&str] = &[LOOK_UPS];

/// Ofsted's lists have two or three.
const MOST_LIST_BYTES: u64 = 20_000_000;

/// A row of `look_ups.sql`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Row {
    delivery: Id,
    what: String,
    name: String,
    bytes: i64,
    digest: String,
    entries: i64,
    #[serde(deserialize_with = "kernel::instant")]
    since: Timestamp,
    kept_by: Option<String>,
}
/// What the rules of every run are asked with.
pub(super) async fn kept<D: Deed>(job: &Service<D>) -> Result<(Vec<File>, Option<Directory>), Error> {
    let mut reading = job.reading().await?;
    let mut deliveries: Vec<Id> =
        reading.ask::<Row>(LOOK_UPS, &[]).await?.into_iter().map(|row| row.delivery).collect();
    deliveries.dedup();
    let (mut providers, mut postcodes) = (vec![], None);
    for delivery in deliveries {
        for fact in reading.facts(Subject::Delivery(delivery)).await?.unwrap_or_default() {
            let F::Returns(Fact::LookUpsKept { what, files, .. }) = fact.fact else { continue };
            for LookUpFile { file, content } in files {
                let bytes = BASE64_STANDARD.decode(content)?;
                match what {
                    LookUp::Providers => providers.push(File { name: file.name, bytes }),
                    LookUp::Postcodes => postcodes = Some(Directory::packed(&file.name, bytes)),
                }
            }
        }
    }
    Ok((providers, postcodes))
}
/// One of the two, as the pages tell of it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Shown {
    what: &'static str,
    files: Vec<String>,
    since: Option<String>,
    /// How many rules of the next return read it.
    rules: String,
    is_there: bool,
}
pub(super) async fn shown(reading: &mut Reading, today: Date) -> Result<Vec<Shown>, Error> {
    Ok(told(&reading.ask::<Row>(LOOK_UPS, &[]).await?, today))
}
fn told(rows: &[Row], today: Date) -> Vec<Shown> {
    let one = |what: LookUp| {
        let rows: Vec<&Row> = rows.iter().filter(|r| r.what == what.code()).collect();
        let file = |r: &&Row| format!("{} ({}, SHA-256 {})", r.name, count(r.bytes, "byte", "bytes"), r.digest);
        let things = match what {
            LookUp::Providers => ("provider", "providers"),
            LookUp::Postcodes => ("postcode", "postcodes"),
        };
        let since = rows.first().map(|r| {
            let by = r.kept_by.as_deref().unwrap_or("the service itself");
            format!("{}, uploaded {} by {by}", count(r.entries, things.0, things.1), day::words_at(r.since))
        });
        Shown {
            what: title(what),
            files: rows.iter().map(file).collect(),
            since,
            rules: thousands(i64::try_from(rules_that_read(what, next(today))).unwrap_or(0)),
            is_there: !rows.is_empty(),
        }
    };
    LookUp::ALL.map(one).into()
}
fn title(what: LookUp) -> &'static str {
    match what {
        LookUp::Providers => "Ofsted’s lists of providers",
        LookUp::Postcodes => "The postcode directory",
    }
}
fn rules_that_read(what: LookUp, year: i16) -> usize {
    let reads = |r: &&&returns::check::Rule| r.version(year).is_some_and(|v| FORM.look_up(v.reads) == Some(what));
    FORM.rules.iter().filter(reads).count()
}

fn declare(f: &mut Form) -> Option<()> {
    f.files(
        "providers",
        "Ofsted’s lists of providers (optional)",
        "The workbooks (.xlsx) of children’s homes and of social care providers, all of them at once: they replace those before",
    );
    f.files(
        "postcodes",
        "The postcode directory (optional)",
        "The ONS Postcode Directory (ONSPD or NSPL) as a CSV file or a zip with it. If it is too large to send, keep only its columns pcds, oseast1m, osnrth1m, oslaua and oscty",
    );
    Some(())
}
pub async fn show(may: Within<CheckReturn>) -> Answer {
    let form = Form::blank(may.token(), declare);
    page(&may, StatusCode::OK, &mut may.reading().await?, form).await
}
async fn page(may: &impl Leave, status: StatusCode, reading: &mut Reading, form: Form) -> Answer {
    let shown = shown(reading, may.today()).await?;
    let mut chrome = chrome(may, "Lists and postcodes", Some(Place::Returns));
    chrome.trail = vec![Link::new("/returns", "Returns")];
    Ok(PAGE.answer(status, chrome, given! { shown, form }))
}
pub async fn upload(may: Service<CheckReturn>, upload: Upload) -> Answer {
    let mut form = Form::sent(may.token(), upload.fields::<Answers>()?, declare).0;
    let sent = upload.files.into_iter().filter(|file| file.size > 0);
    let (providers, postcodes): (Vec<_>, Vec<_>) = sent.partition(|file| file.field == "providers");
    if providers.is_empty() && postcodes.is_empty() {
        form.wrong("providers", "Choose a file");
    }
    let mut said = vec![];
    for (what, field, uploads) in
        [(LookUp::Providers, "providers", providers), (LookUp::Postcodes, "postcodes", postcodes)]
    {
        if uploads.is_empty() {
            continue;
        }
        match taken(what, uploads).await? {
            Ok(fact) => said.push(Said::new(Subject::Delivery(chance::id()), may.today(), fact)),
            Err(why) => form.wrong(field, &in_our_words(&why)),
        }
    }
    if form.has_errors() {
        return page(&may, StatusCode::UNPROCESSABLE_ENTITY, &mut may.reading().await?, form).await;
    }
    may.keep(said).await?;
    see("/returns/look-ups")
}
/// Read as a run would read it: what no run can use is not kept.
async fn taken(what: LookUp, uploads: Vec<Uploaded>) -> Result<Result<Fact, Unreadable>, Error> {
    if let Some(large) = uploads.iter().find(|u| what == LookUp::Providers && u.size > MOST_LIST_BYTES) {
        let why = format!("is larger than {} MB, which no list of providers is", MOST_LIST_BYTES / 1_000_000);
        return Ok(Err(Unreadable::new(&large.name, why, "Give Ofsted’s workbook.")));
    }
    if let [_, more, ..] = uploads.as_slice()
        && what == LookUp::Postcodes
    {
        return Ok(Err(Unreadable::new(&more.name, "is a second directory", "Choose one file.")));
    }
    spawn_blocking(move || kept_of(what, &uploads)).await?
}
fn kept_of(what: LookUp, uploads: &[Uploaded]) -> Result<Result<Fact, Unreadable>, Error> {
    let (mut kept, mut entries) = (vec![], 0);
    for upload in uploads {
        let read = match what {
            LookUp::Providers => {
                let file = File { name: upload.name.clone(), bytes: fs::read(upload.path())? };
                providers_listed(&file).map(|count| (file.bytes, count))
            }
            // It is larger than anybody would want in memory.
            LookUp::Postcodes => Directory::on_disk(upload.path()).called(&upload.name).pack(),
        };
        let (content, count) = match read {
            Ok(read) => read,
            Err(why) => return Ok(Err(why)),
        };
        entries += count;
        let mut digest = Sha256::new();
        std::io::copy(&mut fs::File::open(upload.path())?, &mut digest)?;
        let digest = format!("{:x}", digest.finalize());
        let file = FileChecked { name: upload.name.clone(), bytes: upload.size, digest };
        kept.push(LookUpFile { file, content: BASE64_STANDARD.encode(content) });
    }
    Ok(Ok(Fact::LookUpsKept { what, files: kept, entries }))
}

/// For the samples of the desk.
pub(super) fn sample() -> Vec<Shown> {
    told(&[], day::date(2026, 11, 22))
}
fn samples() -> Vec<Sample> {
    let row = Row {
        delivery: Id::nil(),
        what: "providers".into(),
        name: "Children's homes.xlsx".into(),
        bytes: 812_204,
        digest: "ab".repeat(32),
        entries: 3_204,
        since: Timestamp::UNIX_EPOCH,
        kept_by: Some("Li Na Tan".into()),
    };
    let today = day::date(2026, 11, 22);
    let form = || Form::blank("t", declare);
    let mut wrong = form();
    wrong.wrong("providers", "notes.txt is not a workbook. Give Ofsted’s workbook.");
    vec![
        Sample { name: "nothing yet", context: given! { shown => told(&[], today), form => form() } },
        Sample { name: "one of two", context: given! { shown => told(&[row], today), form => form() } },
        Sample { name: "refused", context: given! { shown => told(&[], today), form => wrong } },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_said_how_many_rules_wait_for_each_file() {
        let shown = told(&[], day::date(2026, 11, 22));
        let said: Vec<_> = shown.iter().map(|s| (s.is_there, s.rules.parse::<usize>().unwrap_or(0))).collect();
        assert!(said.iter().all(|(is_there, rules)| !is_there && *rules > 3), "{said:?}");
        // Fourteen rules and more read a provider or what two postcodes tell.
        assert!(said.iter().map(|(_, rules)| rules).sum::<usize>() >= 14, "{said:?}");
    }
}
