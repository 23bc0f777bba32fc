//! A run of the rules: the files are read, the rules asked, and what was found is kept ([`super::keep`]). The
//! counts hold every child; what a reader is shown is less.
use super::{found, keep, look_ups};
use crate::{
    exports::summary::authority,
    imports::summary::installation,
    page::{
        Link,
        progress::{Progress, State, Tasks},
    },
};
use kernel::{Deed, Error, Service, Uploaded, Writes};
use practice::{
    Id,
    returns::{Found, LookUp, ReturnOf, SkippedRule},
};
use returns::{
    Delivery, File, NotRead, Unreadable,
    check::{Asked, Form, Lacking, check, load},
    delivery::MOST_BYTES,
    open_file,
};
use tokio::{sync::Mutex, task::spawn_blocking};

/// What is checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Of {
    /// Files that nobody means to submit.
    Files,
    /// Files that are kept byte for byte: they may be the ones that are submitted.
    Kept,
    /// The record itself. Nothing is handed out.
    Look,
}
/// Where the files come from is nobody's matter from here on.
pub struct Input {
    pub of: Of,
    pub this: Vec<File>,
    /// The same return of the years before.
    pub prior: Vec<Vec<File>>,
    pub asked: Asked,
    /// Children who have no id of the authority, and the one by which these files know them.
    pub given: Vec<(Id, String)>,
    /// What was odd when the files were made.
    pub notes: Vec<String>,
}
/// What the rules said, before anybody knows whose it is.
pub(super) struct Answer {
    pub of_what: Of,
    pub form: &'static Form,
    pub of: ReturnOf,
    pub rules_of: i16,
    pub asked: usize,
    pub files: Vec<File>,
    pub notes: Vec<String>,
    pub skipped: Vec<SkippedRule>,
    pub found: Vec<Found>,
    pub given: Vec<(Id, String)>,
}
/// How many rules were asked; or why the files were not read.
pub type Done = Result<Result<usize, Unreadable>, Error>;
/// A run is compared with the one before it, so one is kept after the other.
static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());

/// Whoever asks from now on is told how far the run is.
pub struct Telling {
    pub run: Id,
    tasks: Tasks,
    told: Progress,
}
impl Telling {
    pub fn begin(tasks: &Tasks, run: Id, heading: &str, said: &str) -> Telling {
        let told = Progress {
            heading: heading.into(),
            state: State::Working,
            said: said.into(),
            done: 0,
            of: None,
            things: "children".into(),
            next: None,
        };
        let telling = Telling { run, tasks: tasks.clone(), told };
        telling.tell();
        telling
    }
    fn tell(&self) {
        self.tasks.tell(self.run, self.told.clone());
    }
    pub fn says(&mut self, said: &str) {
        (self.told.said, self.told.done, self.told.of) = (said.into(), 0, None);
        self.tell();
    }
    pub fn counts(&mut self, done: usize, of: usize) {
        (self.told.done, self.told.of) = (done as u64, Some(of as u64));
        self.tell();
    }
    /// `again` is where one begins anew.
    pub fn end(mut self, done: Done, again: Link) {
        let (state, said, next) = match done {
            Ok(Ok(n)) => {
                let link = Link::new(format!("/returns/runs/{}", self.run), "See what was found");
                (State::Finished, format!("{n} rules were asked."), link)
            }
            Ok(Err(unreadable)) => (State::Failed, in_our_words(&unreadable), again),
            Err(error) => {
                tracing::error!(%error, "checking a return");
                (State::Failed, "A fault of ours, which was noted. Check the return again.".into(), again)
            }
        };
        (self.told.state, self.told.said, self.told.next) = (state, said, Some(next));
        self.tell();
    }
}
/// What the reader tells somebody at a command line to do is done on the page here.
pub fn in_our_words(unreadable: &Unreadable) -> String {
    let todo = if unreadable.todo.contains("--year") { "Say it beside the files." } else { &unreadable.todo };
    format!("{} {}. {todo}", unreadable.file, unreadable.why)
}

/// Asks every rule of it and keeps the run.
pub async fn run<D: Writes>(job: &Service<D>, mut input: Input, telling: &mut Telling) -> Done {
    let own = own(job).await?;
    telling.says("Reading the files and asking every rule");
    (input.asked.providers, input.asked.postcodes) = look_ups::kept(job).await?;
    // Reading and asking are the processor's work: others' pages must not wait for it.
    let answer = match spawn_blocking(move || answer(input, own)).await? {
        Ok(answer) => answer,
        Err(unreadable) => return Ok(Err(unreadable)),
    };
    let _one = ONE_AT_A_TIME.lock().await;
    let asked = answer.asked;
    telling.says("Keeping what was found");
    let said = keep::said(job, telling.run, answer).await?;
    job.keep_all(said, |done, of| telling.counts(done, of)).await?;
    Ok(Ok(asked))
}
/// Whose returns these are.
pub async fn own<D: Deed>(job: &Service<D>) -> Result<String, Error> {
    match authority(job).await? {
        Some(own) => Ok(own),
        // Children who came from elsewhere bring ids with them.
        None => installation(job).await,
    }
}
/// Files that somebody sent.
pub async fn read(uploads: &[Uploaded]) -> Result<Vec<File>, Error> {
    let mut files = vec![];
    for upload in uploads {
        files.push(File { name: upload.name.clone(), bytes: tokio::fs::read(upload.path()).await? });
    }
    Ok(files)
}
/// One file is the return, or a zip of it; of several the CSV files are.
fn delivery(mut files: Vec<File>) -> Result<Delivery, Unreadable> {
    if files.len() == 1 {
        return open_file(files.remove(0), MOST_BYTES);
    }
    let (csv, others): (Vec<File>, Vec<File>) =
        files.into_iter().partition(|f| f.name.to_lowercase().ends_with(".csv"));
    let not_read = |f: File| NotRead { file: f.name, why: "is not a CSV file".into() };
    Ok(Delivery { not_read: others.into_iter().map(not_read).collect(), ..Delivery::of(csv) })
}
fn answer(input: Input, own: String) -> Result<Answer, Unreadable> {
    let Input { of, this, prior, asked, given, notes } = input;
    let prior = prior.into_iter().map(delivery).collect::<Result<Vec<_>, _>>()?;
    let loaded = load(&delivery(this.clone())?, &prior, &asked)?;
    let (book, form) = (&loaded.book, loaded.book.form);
    let checked = check(book);
    let not_read = loaded.not_read.iter().map(|n| format!("{} was not read: it {}.", n.file, n.why));
    let authority = if book.given.authority.is_empty() { own } else { book.given.authority.clone() };
    let mut found = found::pieces(book, &checked);
    if of == Of::Look {
        // Of files that nobody has, a row's number tells nothing, and changes with every child who comes.
        found.iter_mut().flat_map(|f| &mut f.rows).for_each(|row| row.row = 0);
    }
    Ok(Answer {
        of_what: of,
        form,
        of: ReturnOf { which: form.which, authority, year: book.given.year, preview: of == Of::Look },
        rules_of: checked.rules_of,
        asked: checked.ran,
        notes: notes.into_iter().chain(loaded.notes.iter().cloned()).chain(not_read).collect(),
        skipped: checked.skipped.iter().map(|s| skipped(form, s.rule.code, &s.lacking)).collect(),
        found,
        files: this,
        given,
    })
}
fn skipped(form: &Form, rule: &str, lacking: &Lacking) -> SkippedRule {
    let lacking = match lacking {
        Lacking::Columns(columns) => match form.look_up(columns) {
            Some(LookUp::Providers) => "It reads Ofsted’s list of providers, which nobody has uploaded.".into(),
            Some(LookUp::Postcodes) => "It reads the postcode directory, which nobody has uploaded.".into(),
            None => {
                let names: Vec<String> = columns.iter().map(|c| form.full_name(*c)).collect();
                format!("The return has no {}.", names.join(", "))
            }
        },
        Lacking::PriorYear => "The return of the year before was not given with all its tables.".into(),
        Lacking::Xml => "It is about the XML form; this return came as CSV.".into(),
    };
    SkippedRule { rule: rule.to_owned(), lacking }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_file_may_be_a_zip_or_xml_and_of_several_the_tables_are_read() {
        let file = |name: &str| File { name: name.into(), bytes: b"CHILD\n1\n".to_vec() };
        let several = delivery(vec![file("Header.CSV"), file("notes.txt")]).unwrap();
        assert_eq!((several.files.len(), several.not_read.len()), (1, 1));
        assert_eq!(delivery(vec![file("return.xml")]).unwrap().files.len(), 1);
    }
    #[test]
    fn a_year_that_nobody_said_is_asked_for_beside_the_files() {
        let unreadable = Unreadable::new("The return", "does not tell of which year it is", "Say it: --year 2026.");
        assert_eq!(in_our_words(&unreadable), "The return does not tell of which year it is. Say it beside the files.");
    }
}
