//! The letters that were sent to me, word for word, and that I have read them. Where they were sent is not shown.
use super::{
    home::NOT_FOUND,
    my::{My, chrome},
};
use crate::{
    deeds::{SayOwn, ViewOwn},
    frame::{Answer, see},
    letters::summary::sample_document,
    page::{Answers, Link, Page, Sample, given, press},
};
use axum::http::StatusCode;
use kernel::{Deed, Error, Happened, Leave as _, Own};
use practice::{
    day,
    letters::{By, Document},
    plans::{self, How, Person},
    young::{Fact, MyLetter},
};
use serde::Serialize;

pub const PAGE: Page = Page { name: "young/my_letters.html", source: include_str!("my_letters.html"), samples };
pub const LETTER: Page = Page { name: "young/my_letter.html", source: include_str!("my_letter.html"), samples: letter };

#[derive(Serialize)]
struct Line {
    href: String,
    title: String,
    on: String,
    read: Option<String>,
}
fn here(letter: &MyLetter) -> String {
    format!("/my/letters/{}", letter.id)
}
pub async fn list(may: Own<ViewOwn>) -> Answer {
    let my = My::read(&may).await?;
    let line = |letter: &MyLetter| Line {
        href: here(letter),
        title: letter.document.title.clone(),
        on: day::words(letter.on),
        read: letter.read.map(|event| day::words(event.on)),
    };
    Ok(PAGE.show(chrome(&may, "My letters"), context(my.mine.letters.iter().map(line).collect())))
}
/// Among mine, or there is none.
async fn named<D: Deed>(may: &Own<D>) -> Result<Option<MyLetter>, Error> {
    let asked = may.path("letter").and_then(|id| id.parse().ok());
    Ok(My::read(may).await?.mine.letters.into_iter().find(|letter| Some(letter.id) == asked))
}
/// Of another's letter and of none they are told the same.
fn none<D: Deed>(may: &Own<D>) -> Answer {
    Ok(NOT_FOUND.answer(StatusCode::NOT_FOUND, chrome(may, "My page"), given! {}))
}
pub async fn show(may: Own<ViewOwn>) -> Answer {
    match named(&may).await? {
        Some(letter) => page(&may, &letter, StatusCode::OK, None),
        None => none(&may),
    }
}
pub async fn pdf(may: Own<ViewOwn>) -> Answer {
    let Some(letter) = named(&may).await? else { return none(&may) };
    match press::pdf(press::program().as_deref(), &letter.document).await {
        Ok(pdf) => Ok(press::file(&letter.document, pdf)),
        Err(_) => {
            page(&may, &letter, StatusCode::SERVICE_UNAVAILABLE, Some("We could not make the PDF. Read it here."))
        }
    }
}
fn page<D: Deed>(may: &Own<D>, letter: &MyLetter, status: StatusCode, problem: Option<&str>) -> Answer {
    let mut chrome = chrome(may, "A letter");
    chrome.back = Some(Link::new("/my/letters", "My letters"));
    let read = letter.read.map(|event| day::words(event.on));
    let pdf = press::prints().then(|| format!("{}/pdf", here(letter)));
    Ok(LETTER.answer(status, chrome, of_letter(&letter.document, (here(letter), pdf), read, problem, may.token())))
}
/// Said by the young person: that a page was opened does not say that anybody read it.
pub async fn read(may: Own<SayOwn>, _: kernel::Form<Answers>) -> Answer {
    let Some(letter) = named(&may).await? else { return none(&may) };
    if letter.read.is_none() {
        let (today, now) = (may.today(), Some(may.now()));
        let said = Fact::LetterRead { letter: letter.id };
        let all = std::iter::once(said.into()).chain(copy_of_plan(&letter).map(Into::into));
        may.keep_all(all.map(|fact| -> Happened { (today, now, fact) }).collect()).await?;
    }
    see(&here(&letter))
}
/// A message that a plan waits is no copy of it; having read it here is.
fn copy_of_plan(letter: &MyLetter) -> Option<plans::Fact> {
    let how = match letter.by {
        By::Email => How::Email,
        By::Text => How::Message,
        By::Post | By::Hand => return None,
    };
    let version = letter.about.filter(|_| letter.code == "your_plan")?;
    let (to, response) = (Person::YoungPerson, String::new());
    Some(plans::Fact::CopyGiven { version, to, how, explained: false, response })
}
fn context(letters: Vec<Line>) -> minijinja::Value {
    given! { letters }
}
/// `pdf` is where it is had as one, if it can be.
fn of_letter(
    document: &Document,
    (here, pdf): (String, Option<String>),
    read: Option<String>,
    problem: Option<&str>,
    token: &str,
) -> minijinja::Value {
    given! { document, here, pdf, read, problem, token }
}
fn samples() -> Vec<Sample> {
    let line = |read: Option<&str>| Line {
        href: "/my/letters/1".into(),
        title: "Help that you can ask for".into(),
        on: "20 November 2026".into(),
        read: read.map(str::to_string),
    };
    vec![
        Sample { name: "full", context: context(vec![line(None), line(Some("21 November 2026"))]) },
        Sample { name: "empty", context: context(vec![]) },
    ]
}
fn letter() -> Vec<Sample> {
    let here = || "/my/letters/1".to_string();
    let (document, read) = (sample_document(), Some("21 November 2026".to_string()));
    vec![
        Sample { name: "new", context: of_letter(&document, (here(), None), None, Some("No PDF"), "t") },
        Sample { name: "read", context: of_letter(&document, (here(), Some(here() + "/pdf")), read, None, "t") },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::{Id, day::date};

    #[test]
    fn a_plan_that_was_only_told_of_is_held_once_it_was_read_here() {
        let version = Some(Id::from_u128(7));
        let told = |code: &str, by, about| MyLetter {
            id: Id::nil(),
            code: code.into(),
            about,
            by,
            on: date(2026, 11, 2),
            document: sample_document(),
            read: None,
        };
        let held = copy_of_plan(&told("your_plan", By::Text, version));
        assert!(matches!(held, Some(plans::Fact::CopyGiven { how: How::Message, to: Person::YoungPerson, .. })));
        assert_eq!(copy_of_plan(&told("your_plan", By::Post, version)), None, "they have it on paper");
        assert_eq!(copy_of_plan(&told("decision", By::Text, version)), None);
    }
}
