//! A return of a year, drafted from the record, and its files.
use crate::deeds::WriteReturn;
use kernel::{Deed, Error, Said, Service};
use practice::{
    Date, Id, Kept, Subject,
    day::Timestamp,
    people::{self, Scheme},
    service::{self, FileWritten},
};
use returns::{
    File, Return,
    write::{Draft, Rows, cin_xml, csv_files, schema_errors, ssda903_xml, was_taken},
};
use serde::Deserialize;
use sha2::{Digest, Sha256};

const CHILDREN: &str = include_str!("sql/children.sql");
const REGISTRATIONS: &str = include_str!("sql/registrations.sql");
pub const QUESTIONS: &[&str] = &[CHILDREN, REGISTRATIONS, super::summary::AUTHORITIES];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Csv,
    Xml,
}
/// Drafted and not yet handed out: nothing of it is in the record.
pub struct Drafted {
    pub rows: Rows,
    /// Children who had no id of the authority, with the one by which this return knows them.
    pub given: Vec<(Id, String)>,
    /// Children left out: open in an earlier return, and nobody has said anything of them since.
    pub not_known: Vec<Id>,
}

/// Every child's rows, as the record has them today. Leave to run the service is enough for a look at them:
/// nothing is handed out.
pub async fn draft<D: Deed>(
    job: &Service<D>,
    which: Return,
    authority: &str,
    year: i16,
    today: Date,
    progress: impl FnMut(usize, usize) + Send,
) -> Result<Drafted, Error> {
    let mut all = drafts(job, which, authority, |_| vec![year], today, progress).await?;
    all.pop().ok_or_else(|| "a draft for each year".into())
}
/// The same of several years, which the facts about the service tell.
pub(super) async fn drafts<D: Deed>(
    job: &Service<D>,
    which: Return,
    authority: &str,
    years: impl FnOnce(&[Kept]) -> Vec<i16> + Send,
    today: Date,
    mut progress: impl FnMut(usize, usize) + Send,
) -> Result<Vec<Drafted>, Error> {
    #[derive(Deserialize)]
    struct Row {
        id: Id,
    }
    #[derive(Deserialize)]
    struct Registered {
        id: Id,
        registration: String,
    }
    let mut reading = job.reading().await?;
    let norms = reading.norms().await?;
    let service = reading.facts(Subject::Service).await?.unwrap_or_default();
    let registered: Vec<Registered> = reading.ask(REGISTRATIONS, &[]).await?;
    let workers: Vec<_> = registered.into_iter().map(|w| (w.id, w.registration)).collect();
    let begun = |year| {
        let taken = was_taken(&service, which, authority, year);
        let mut draft = Draft::new(which, authority, year, &norms, taken, today);
        draft.workers = workers.iter().cloned().collect();
        draft
    };
    let mut drafts: Vec<Draft> = years(&service).into_iter().map(begun).collect();
    let children: Vec<Row> = reading.ask(CHILDREN, &[]).await?;
    for (n, child) in children.iter().enumerate() {
        let facts = reading.facts(Subject::Child(child.id)).await?.ok_or("the service may read every child")?;
        drafts.iter_mut().for_each(|draft| draft.child(child.id, facts.clone()));
        progress(n + 1, children.len());
    }
    Ok(drafts.into_iter().map(Drafted::from).collect())
}
impl From<Draft<'_>> for Drafted {
    fn from(mut draft: Draft) -> Drafted {
        let (given, not_known) = (std::mem::take(&mut draft.given), std::mem::take(&mut draft.not_known));
        Drafted { rows: draft.rows(), given, not_known }
    }
}
/// The census has one form only.
pub fn files(rows: &Rows, form: Form, at: Timestamp) -> Vec<File> {
    let one = |name: &str, text: String| vec![File { name: name.to_owned(), bytes: text.into_bytes() }];
    match (rows.which, form) {
        (Return::Ssda903, Form::Csv) => csv_files(rows),
        (Return::Ssda903, Form::Xml) => one("ssda903.xml", ssda903_xml(rows)),
        (Return::Cin, _) => one("cin.xml", cin_xml(rows, at)),
    }
}
/// What the schema of its year says against the census; the 903 has none.
pub fn against_schema(rows: &Rows, files: &[File]) -> Vec<String> {
    match (rows.which, files) {
        (Return::Cin, [census]) => schema_errors(&String::from_utf8_lossy(&census.bytes), rows.year),
        _ => Vec::new(),
    }
}
/// Keeps that these files were made, and the ids that children got in them: when the return comes back,
/// it is theirs.
pub async fn hand_out(job: &Service<WriteReturn>, drafted: &Drafted, files: &[File], today: Date) -> Result<(), Error> {
    let rows = &drafted.rows;
    let file = |f: &File| FileWritten { name: f.name.clone(), digest: format!("{:x}", Sha256::digest(&f.bytes)) };
    let written = service::Fact::ReturnWritten {
        which: rows.which,
        authority: rows.authority.clone(),
        year: rows.year,
        files: files.iter().map(file).collect(),
    };
    let mut said = vec![Said::new(Subject::Service, today, written)];
    for (child, id) in &drafted.given {
        let (scheme, authority, value) = (Scheme::AuthorityChild, rows.authority.clone(), id.clone());
        said.push(Said::new(Subject::Child(*child), today, people::Fact::Identified { scheme, authority, value }));
    }
    job.keep_all(said, |_, _| {}).await?;
    Ok(())
}
