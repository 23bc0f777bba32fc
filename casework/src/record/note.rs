//! A case note.
use super::{visit, whose::Whose};
use crate::{
    deeds::RecordWork,
    frame::{self, Answer},
    page::{Answers, Form, Page, Sample, choice, given},
};
use axum::http::StatusCode;
use kernel::{Allowed, Leave as _};
use practice::{
    Date, Timestamp,
    day::{date, day_of, moment},
    people::Fact,
};

pub const PAGE: Page = Page { name: "record/note.html", source: include_str!("note.html"), samples };

/// What a note says, to be recorded or put right.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Note {
    pub title: String,
    pub words: String,
    pub significant: bool,
}
pub(super) fn note(f: &mut Form, first: &Note) -> Option<Note> {
    let title = f
        .text("title", "What is it about?")
        .hint("A few words: “Call from school about absence”")
        .initial(first.title.clone())
        .at_most(120)
        .required("Say what the note is about");
    let words = f
        .textarea("words", "The note")
        .initial(first.words.clone())
        .at_most(20_000)
        .with("rows", 8)
        .required("Write the note");
    let significant =
        [choice((), "yes", "A significant event").hint("It stands in the short chronology of the child's life")];
    let first = first.significant.then_some("yes");
    let significant = f.checkboxes("significant", "Is it one?", significant).initial(first).optional();
    Some(Note { title: title?, words: words?, significant: !significant.is_empty() })
}
fn declare(f: &mut Form, now: Timestamp) -> Option<(Date, Option<Timestamp>, Note)> {
    let when = visit::when(f, now, (day_of(now), None));
    let note = note(f, &Note::default());
    let (on, at) = when?;
    Some((on, at, note?))
}
async fn shown(may: &Allowed<RecordWork>, status: StatusCode, form: Form) -> Answer {
    let whose = Whose::of(&mut may.reading().await?, may.child()).await?;
    let name = whose.heading();
    Ok(PAGE.answer(status, whose.chrome(may, "Write a case note"), given! { form, name }))
}
pub async fn show(may: Allowed<RecordWork>) -> Answer {
    let form = Form::blank(may.token(), |f| declare(f, may.now()));
    shown(&may, StatusCode::OK, form).await
}
pub async fn record(may: Allowed<RecordWork>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let (form, said) = Form::sent(may.token(), answers, |f| declare(f, may.now()));
    let Some((on, at, Note { title, words, significant })) = said else {
        return shown(&may, StatusCode::UNPROCESSABLE_ENTITY, form).await;
    };
    may.keep(on, at, Fact::CaseNoteMade { title, words, significant, together: None }).await?;
    frame::see(&format!("/children/{}", may.child()))
}
fn samples() -> Vec<Sample> {
    let now = moment(date(2026, 11, 22).at(16, 0, 0, 0));
    let wrong = Form::sent("t", Answers::default(), |f| declare(f, now)).0;
    let name = "Maya Halliday";
    vec![
        Sample::new("first", given! { form => Form::blank("t", |f| declare(f, now)), name }),
        Sample::new("nothing said", given! { form => wrong, name }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_needs_a_title_and_words_and_is_significant_when_ticked() {
        let said = |answers: &[(&str, &str)]| Form::sent("t", Answers::of(answers), |f| note(f, &Note::default())).1;
        let plain = said(&[("title", "Call from school"), ("words", "Absent twice.")]).unwrap();
        assert!(!plain.significant);
        assert!(said(&[("title", "Call"), ("words", "x"), ("significant", "yes")]).unwrap().significant);
        assert_eq!(said(&[("title", "Call")]), None);
    }
}
