//! A letter as it was sent, word for word: by post it is printed from here.
use crate::{
    deeds::RecordWork,
    frame::{Answer, chrome},
    page::{Chrome, Link, Page, Sample, given, press},
    people::head::Head,
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Allowed, Leave as _};
use practice::{
    History, Id, day,
    letters::{Block, Document, Layout, letter, sent},
    young,
};

pub const PAGE: Page = Page { name: "letters/sent.html", source: include_str!("sent.html"), samples };

async fn history(may: &Allowed<RecordWork>) -> Result<Option<History>, kernel::Error> {
    may.reading().await?.history(may.child()).await
}
fn named(may: &Allowed<RecordWork>) -> Option<Id> {
    may.path("fact")?.parse().ok()
}
pub async fn show(may: Allowed<RecordWork>) -> Answer {
    let head = Head::read(&mut may.reading().await?, may.child()).await?;
    let history = history(&may).await?;
    let found = history.as_ref().and_then(|h| sent(h).find(|(kept, _)| Some(kept.id) == named(&may)));
    let Some((kept, letter_sent)) = found else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let title = letter(&letter_sent.letter).map_or("A letter", |l| l.title);
    let by = letter_sent.by.words().split(',').next().unwrap_or_default().to_lowercase();
    let read = history.as_ref().and_then(|h| young::read_on(h, kept.id));
    let read = read.map(|e| format!("; read on their own page on {}", day::words(e.on))).unwrap_or_default();
    let said = format!("{title}, sent {by} on {}{read}", day::words(kept.happened));
    let chrome = Chrome {
        about: Some(head.heading()),
        back: Some(Link::new("/letters", "Back to letters")),
        ..chrome(&may, title, None)
    };
    let pdf = press::prints().then(|| head.address(&format!("/sent/{}/pdf", kept.id)));
    Ok(PAGE.show(chrome, context(said, pdf, &letter_sent.document)))
}
pub async fn pdf(may: Allowed<RecordWork>) -> Answer {
    let history = history(&may).await?;
    let found = history.as_ref().and_then(|h| sent(h).find(|(kept, _)| Some(kept.id) == named(&may)));
    match found {
        Some((_, sent)) => press::answer(&may, &sent.document).await,
        None => Ok(StatusCode::NOT_FOUND.into_response()),
    }
}
fn context(said: String, pdf: Option<String>, document: &Document) -> minijinja::Value {
    given! { said, pdf, document }
}
/// A document with every kind of block.
pub fn sample() -> Document {
    let words = |s: &str| s.to_owned();
    Document {
        from: vec![words("Grace Adeyinka"), words("0115 496 0000")],
        to: vec![words("Kai Marsh"), words("4 Mill Row"), words("Nottingham")],
        date: "22 November 2026".into(),
        blocks: vec![
            Block::Paragraph("Dear Kai".into()),
            Block::Heading("What you can ask for".into()),
            Block::List(vec![words("Advice."), words("Help to find a home, and the £3,000 to set it up.")]),
            Block::Subheading("What I want".into()),
            Block::Said("My own door.\nAnd a cat.".into()),
            Block::Fields(vec![(words("Me"), words("Ring the college\nBy 1 December 2026"))]),
            Block::Table {
                head: vec![words("What"), words("Who")],
                rows: vec![vec![words("Go to the housing office"), words("Grace Adeyinka")]],
            },
        ],
        signed: vec![words("With best wishes"), words("Grace Adeyinka")],
        ..Document::new(Layout::Letter, "Help that you can ask for")
    }
}
fn samples() -> Vec<Sample> {
    let said = || "What you may ask for, sent by post on 20 November 2026".to_owned();
    let easy = sample().easy_read();
    vec![
        Sample { name: "printed", context: context(said(), Some("/children/1/sent/2/pdf".into()), &sample()) },
        Sample { name: "without the press", context: context(said(), None, &easy) },
    ]
}
/// The page of a document, for whoever compares it with its PDF.
pub fn page(document: &Document) -> Result<String, minijinja::Error> {
    let chrome = Chrome::public("A letter", practice::Date::MIN, String::new());
    PAGE.html(&chrome, context(String::new(), None, document))
}
