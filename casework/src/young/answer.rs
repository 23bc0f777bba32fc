//! The answer to what a young person said, which they read on their own page.
use crate::{
    deeds::RecordWork,
    frame::{Answer, see},
    page::{Answers, Form, Link, Page, Sample, given},
    people::head::{At, Head},
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Allowed, Leave as _};
use practice::{
    Date, Id,
    access::{Act, grant},
    day::{date, words},
    young::{Fact, answer_by, sayings, tells_where},
};

pub const PAGE: Page = Page { name: "young/answer.html", source: include_str!("answer.html"), samples };
fn declare(f: &mut Form) -> Option<String> {
    let words = f.textarea("words", "Your answer").hint("To them, in short and plain words. They read exactly this");
    words.at_most(4000).with("rows", 6).required("Write the answer")
}
pub async fn show(may: Allowed<RecordWork>) -> Answer {
    answered(may, None).await
}
pub async fn answer(may: Allowed<RecordWork>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    answered(may, Some(sent)).await
}
async fn answered(may: Allowed<RecordWork>, sent: Option<Answers>) -> Answer {
    let mut reading = may.reading().await?;
    let norms = reading.norms().await?;
    let history = reading.history(may.child()).await?;
    let asked = may.path("fact").and_then(|id| id.parse::<Id>().ok());
    let saying = history.as_ref().and_then(|h| sayings(h).into_iter().find(|s| Some(s.id) == asked));
    let Some(saying) = saying else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let head = Head::read(&mut reading, may.child()).await?;
    drop(reading);
    let (mut form, said) = match sent {
        Some(sent) => Form::sent(may.token(), sent, declare),
        None => (Form::blank(may.token(), declare), None),
    };
    // A reviewing officer answers too, and does not invite.
    let step = if grant(may.who().role, Act::InviteYoung).is_some() { "/young" } else { "" };
    let slip = said.as_ref().zip(history.as_ref()).and_then(|(words, h)| tells_where(h, words));
    if let Some(why) = &slip {
        form.wrong("words", why);
    } else if let Some(words) = said {
        may.keep(may.today(), Some(may.now()), Fact::Answered { said: saying.id, words }).await?;
        return see(&head.address(step));
    }
    let status = if form.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut chrome = head.chrome(&may, At::Theirs);
    chrome.title = "Answer what they said".into();
    chrome.back = Some(Link::new(
        head.address(step),
        if step.is_empty() { "Back to their record" } else { "Back to their own page" },
    ));
    let before = saying.answered.map(|(_, words)| words.to_string());
    Ok(PAGE.answer(
        status,
        chrome,
        context(form, saying.words, saying.said.on, answer_by(&norms, saying.said.on), before),
    ))
}
fn context(form: Form, said: &str, on: Date, by: Option<Date>, before: Option<String>) -> minijinja::Value {
    given! { form, said, on, by => by.map(words), before }
}
fn samples() -> Vec<Sample> {
    let on = date(2026, 11, 2);
    let (blank, wrong) = (Form::blank("t", declare), Form::sent("t", Answers::default(), declare).0);
    let context = |form, before: Option<&str>| {
        context(form, "I want to see my brother.", on, Some(on), before.map(str::to_string))
    };
    vec![
        Sample { name: "first", context: context(blank, None) },
        Sample { name: "wrong", context: context(wrong, Some("We rang.")) },
    ]
}
