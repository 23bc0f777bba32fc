//! What I say, and what was answered.
use super::my::{My, Said, chrome, said as sayings};
use crate::{
    deeds::{SayOwn, ViewOwn},
    frame::{Answer, see},
    offer::summary::phone,
    page::{Answers, Form, Page, Sample, given},
};
use axum::http::StatusCode;
use kernel::{Deed, Leave as _, Own};
use practice::young::Fact;

pub const PAGE: Page = Page { name: "young/say.html", source: include_str!("say.html"), samples };

fn declare(f: &mut Form) -> Option<String> {
    let words = f.textarea("words", "What do you want to say or ask?").at_most(4000).with("rows", 6);
    words.required("Write what you want to say")
}
pub async fn show(may: Own<ViewOwn>) -> Answer {
    let form = Form::blank(may.token(), declare);
    page(&may, StatusCode::OK, form).await
}
pub async fn said(may: Own<SayOwn>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    let (form, words) = Form::sent(may.token(), sent, declare);
    let Some(childs_words) = words else { return page(&may, StatusCode::UNPROCESSABLE_ENTITY, form).await };
    may.keep(Fact::Said { childs_words }).await?;
    see("/my?done=said")
}
async fn page<D: Deed>(may: &Own<D>, status: StatusCode, form: Form) -> Answer {
    let my = My::read(may).await?;
    Ok(PAGE.answer(
        status,
        chrome(may, "Say something"),
        context(form, phone(may, "duty_phone"), sayings(&my.mine, &my.norms, may.today())),
    ))
}
fn context(form: Form, number: Option<String>, said: Vec<Said>) -> minijinja::Value {
    given! { form, number, said }
}
fn samples() -> Vec<Sample> {
    let said = |answer: Option<&str>, late| Said {
        on: "2 November 2026".into(),
        words: "I want to see my brother.".into(),
        by: Some("9 November 2026".into()),
        late,
        answer: answer.map(str::to_string),
        answered: answer.map(|_| "4 November 2026".into()),
    };
    let blank = || Form::blank("t", declare);
    let wrong = Form::sent("t", Answers::default(), declare).0;
    vec![
        Sample {
            name: "full",
            context: context(
                blank(),
                Some("0115 496 0000".into()),
                vec![said(None, false), said(None, true), said(Some("We rang his carer."), false)],
            ),
        },
        Sample { name: "wrong", context: context(wrong, None, vec![]) },
    ]
}
