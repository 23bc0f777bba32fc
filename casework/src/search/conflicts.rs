//! A declared conflict of interest: own family, a neighbour, a case about the worker. They see nothing of
//! the record anywhere, allocated or not, until somebody else ends it.
use super::{
    colleagues::{Colleague, Colleagues},
    restrict::{BY_GLASS, label},
    whose::{self, Whose},
};
use crate::{
    deeds::Restrict,
    frame::{self, Answer},
    page::{Answers, Form, Page, Sample, choice, given},
};
use axum::http::StatusCode;
use kernel::{Allowed, Leave as _};
use practice::{Id, people::Fact};
use serde::{Deserialize, Serialize};

pub const PAGE: Page = Page { name: "search/conflicts.html", source: include_str!("conflicts.html"), samples };
const CONFLICTS: &str = include_str!("sql/conflicts.sql");
pub(super) const QUESTIONS: &[&str] = &[CONFLICTS];

#[derive(Debug, Deserialize, Serialize)]
struct Row {
    worker: Id,
    name: Option<String>,
}
fn declared(f: &mut Form, colleagues: &[Colleague]) -> Option<(Id, String)> {
    let choices = colleagues.iter().map(|c| choice(c.id, c.id.to_string(), label(c)));
    let worker = f.select("worker", "Who has the conflict?", choices).required("Say who has the conflict");
    let why = f
        .textarea("why", "What is it?")
        .hint("Own family, a neighbour or friend, a complaint or a case about them")
        .at_most(1000)
        .required("Say what the conflict is");
    Some((worker?, why?))
}
async fn answer(may: &Allowed<Restrict>, status: StatusCode, form: Form) -> Answer {
    let mut reading = may.reading().await?;
    let whose = Whose::of(&mut reading, may.child()).await?;
    let rows: Vec<Row> = reading.ask(CONFLICTS, &[("child", may.child().into())]).await?;
    let (child, line, token) = (may.child(), whose.line(may.today()), may.token());
    let chrome = whose.chrome(may, "Conflicts of interest", &format!("/children/{child}"));
    Ok(PAGE.answer(status, chrome, given! { form, line, rows, child, token }))
}
/// Those who may be chosen: whoever has a conflict already is not among them.
async fn colleagues(may: &Allowed<Restrict>) -> Result<(bool, Vec<Colleague>), kernel::Error> {
    let mut reading = may.reading().await?;
    let is_closed = Whose::of(&mut reading, may.child()).await?.is_closed();
    Ok((is_closed, Colleagues::of(&mut reading, may.child(), may.now()).await?.0))
}
pub async fn show(may: Allowed<Restrict>) -> Answer {
    let (_, colleagues) = colleagues(&may).await?;
    let form = Form::blank(may.token(), |f| declared(f, &colleagues));
    answer(&may, StatusCode::OK, form).await
}
pub async fn declare(may: Allowed<Restrict>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let (_, colleagues) = colleagues(&may).await?;
    let (form, said) = Form::sent(may.token(), answers, |f| declared(f, &colleagues));
    let Some((worker, why)) = said else { return answer(&may, StatusCode::UNPROCESSABLE_ENTITY, form).await };
    may.keep(may.today(), Some(may.now()), Fact::ConflictDeclared { worker, why }).await?;
    // Whoever declares their own has just lost sight of the record.
    let own = worker == may.who().id;
    frame::see(&if own { "/today".into() } else { format!("/children/{}/conflicts", may.child()) })
}
#[derive(Deserialize)]
pub struct Ended {
    worker: Id,
}
pub async fn end(may: Allowed<Restrict>, kernel::Form(ended): kernel::Form<Ended>) -> Answer {
    let (is_closed, colleagues) = colleagues(&may).await?;
    if is_closed {
        let mut form = Form::blank(may.token(), |f| declared(f, &colleagues));
        form.wrong("", BY_GLASS);
        return answer(&may, StatusCode::UNPROCESSABLE_ENTITY, form).await;
    }
    may.keep(may.today(), Some(may.now()), Fact::ConflictEnded { worker: ended.worker }).await?;
    frame::see(&format!("/children/{}/conflicts", may.child()))
}
fn samples() -> Vec<Sample> {
    let line = whose::Line { name: "Maya Halliday".into(), age: Some("aged 8".into()), ring: None };
    let row = Row { worker: Id::from_u128(1), name: Some("Ruth Bell".into()) };
    let wrong = Form::sent("t", Answers::default(), |f| declared(f, &[])).0;
    let (child, token) = (Id::nil(), "t");
    vec![
        Sample::new(
            "none",
            given! { form => Form::blank("t", |f| declared(f, &[])), line => line.clone(), rows => Vec::<Row>::new(), child, token },
        ),
        Sample::new("one, and nothing said", given! { form => wrong, line, rows => vec![row], child, token }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_conflict_names_a_worker_who_is_here_and_says_what_it_is() {
        let sent = |answers: &[(&str, &str)]| Form::sent("t", Answers::of(answers), |f| declared(f, &[]));
        assert!(sent(&[("worker", &Id::max().to_string()), ("why", "Their niece")]).1.is_none(), "not offered");
        assert!(sent(&[("why", "Their niece")]).0.has_errors());
    }
}
