//! Has a document printed: `loxley-letters` beside our own program takes it as JSON and gives a tagged PDF back. It is
//! given so long and no longer, and no more than two print at a time.
use super::{Page, Sample, given};
use crate::frame::{Answer, chrome};
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use kernel::Leave;
use practice::letters::{Document, Layout};
use std::{
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};
use tokio::{io::AsyncWriteExt as _, process::Command, sync::Semaphore, time::timeout};

pub const PAGE: Page = Page { name: "page/not_printed.html", source: include_str!("not_printed.html"), samples };
const LONGEST: Duration = Duration::from_secs(20);
static PRESSES: Semaphore = Semaphore::const_new(2);

#[derive(Debug, PartialEq, Eq)]
pub enum NotPrinted {
    /// The program is not there: it takes longer to build than the rest, and may be on its way.
    NotBuilt,
    Failed(String),
}
impl NotPrinted {
    fn words(&self) -> &str {
        match self {
            NotPrinted::NotBuilt => {
                "The program that makes PDFs is not built yet. Building it takes about a quarter of an hour: \
                 cargo xtask run does it behind the server. Until then, print the page itself."
            }
            NotPrinted::Failed(why) => why,
        }
    }
}
/// Where it stands: beside the program that runs.
pub fn program() -> Option<PathBuf> {
    let beside = std::env::current_exe().ok()?.with_file_name("loxley-letters");
    beside.is_file().then_some(beside)
}
pub async fn pdf(program: Option<&Path>, document: &Document) -> Result<Vec<u8>, NotPrinted> {
    let failed = |what: &str| NotPrinted::Failed(format!("The PDF could not be made: {what}. Print the page instead."));
    let program = program.ok_or(NotPrinted::NotBuilt)?;
    let _turn = PRESSES.acquire().await.map_err(|_| failed("the server is stopping"))?;
    let mut command = Command::new(program);
    // It needs nothing of ours, and a setting of ours may be a secret.
    command.env_clear().stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    let mut child = command.spawn().map_err(|_| NotPrinted::NotBuilt)?;
    let json = serde_json::to_vec(document).map_err(|_| failed("the document does not write as JSON"))?;
    let mut given = child.stdin.take().ok_or_else(|| failed("it takes no input"))?;
    let print = async move {
        // It may have ended already: what it said then is the better reason.
        let _ = given.write_all(&json).await;
        drop(given);
        child.wait_with_output().await
    };
    match timeout(LONGEST, print).await {
        Err(_) => Err(failed("it took too long")),
        Ok(Err(e)) => Err(failed(&e.kind().to_string())),
        Ok(Ok(done)) if done.status.success() => Ok(done.stdout),
        Ok(Ok(done)) => {
            // What it says may quote the letter: it is for whoever may read that, and not for the log.
            Err(failed(String::from_utf8_lossy(&done.stderr).trim().trim_end_matches('.')))
        }
    }
}
/// As an answer: the PDF under a name that says nothing of whom it is about, or a page that says why there is none.
pub async fn answer(may: &impl Leave, document: &Document) -> Answer {
    match pdf(program().as_deref(), document).await {
        Ok(pdf) => Ok(file(document, pdf)),
        Err(why) => {
            let context = given! { why => why.words() };
            Ok(PAGE.answer(StatusCode::SERVICE_UNAVAILABLE, chrome(may, "No PDF", None), context))
        }
    }
}
pub fn file(document: &Document, pdf: Vec<u8>) -> Response {
    let name = match document.layout {
        Layout::Letter => "letter",
        Layout::Plan => "plan",
        Layout::EasyRead => "plan-easy-read",
    };
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        // Saved and not shown: what a browser opens beside the page it asks an icon for, and keeps in its history.
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.pdf\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, pdf).into_response()
}
/// For links: no PDF is offered that could not be made.
pub fn prints() -> bool {
    program().is_some()
}
fn samples() -> Vec<Sample> {
    vec![Sample::new("not built", given! { why => NotPrinted::NotBuilt.words() })]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn where_the_program_is_not_built_that_is_said() {
        let document = Document::new(Layout::Letter, "Your rights");
        assert_eq!(pdf(None, &document).await, Err(NotPrinted::NotBuilt));
        assert_eq!(pdf(Some(Path::new("/no/such/program")), &document).await, Err(NotPrinted::NotBuilt));
    }
    #[tokio::test]
    async fn a_program_that_fails_gives_no_half_of_a_letter() {
        let document = Document::new(Layout::Letter, "Your rights");
        let why = pdf(Some(Path::new("/bin/false")), &document).await;
        assert!(matches!(why, Err(NotPrinted::Failed(why)) if why.contains("Print the page instead")));
    }
}
