//! A query is explained once, in words that stand until the row changes.
use super::listed::{Explained, Finding, sample};
use crate::{
    deeds::{CheckReturn, ExplainQuery},
    frame::{Answer, chrome, see},
    page::{Answers, Chrome, Form, Link, Page, Place, Sample, given, parts::Row},
    people::heading::heading,
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Allowed, Leave, Reading, Said, Service};
use practice::{
    Id, Subject,
    reported::Return,
    returns::{Fact, ReturnOf},
};

pub const PAGE: Page = Page { name: "returns_desk/explain.html", source: include_str!("explain.html"), samples };
const ONE: &str = include_str!("sql/one_finding.sql");
const STRAY: &str = include_str!("sql/one_stray.sql");
pub const QUESTIONS: &[&str] = &[ONE, STRAY];

/// What is explained is named by what its row says: between the page and its answer the row may have changed.
fn declare(f: &mut Form, digest: &str) -> Option<(String, String)> {
    let digest = f.hidden("digest", digest);
    let words = f
        .textarea("words", "Why is it right?")
        .hint("Say what you checked and where it is written. Whoever signs the return reads this with your name.")
        .at_most(1000)
        .required("Say why it is right");
    Some((digest.unwrap_or_default(), words?))
}
fn checked(f: &mut Form, finding: &Finding) -> Option<String> {
    let (digest, words) = declare(f, &finding.digest)?;
    if finding.explanation.is_some() {
        f.wrong("words", "It has been explained since you opened this page");
    } else if digest != finding.digest {
        f.wrong("words", "The row has changed since you opened this page. Read it again first");
    }
    Some(words)
}
fn fact(f: &Finding, words: String) -> Option<Fact> {
    let of = ReturnOf {
        which: Return::of(&f.return_name)?,
        authority: f.authority.clone(),
        year: i16::try_from(f.year).ok()?,
        preview: false,
    };
    Some(Fact::Explained { of, rule: f.rule.clone(), digest: f.digest.clone(), words })
}
fn unknown() -> Answer {
    Ok(StatusCode::NOT_FOUND.into_response())
}

async fn of_child(may: &Allowed<ExplainQuery>) -> Result<Option<Finding>, kernel::Error> {
    let Some(n) = may.path("n").and_then(|n| n.parse::<i64>().ok()) else { return Ok(None) };
    let found = one(&mut may.reading().await?, ONE, "child", may.child(), n).await?;
    Ok(found.filter(Finding::is_query))
}
async fn one(
    reading: &mut Reading,
    question: &'static str,
    whose: &'static str,
    id: Id,
    n: i64,
) -> Result<Option<Finding>, kernel::Error> {
    reading.ask_one(question, &[(whose, id.into()), ("place", n.into())]).await
}
pub async fn show(may: Allowed<ExplainQuery>) -> Answer {
    let Some(finding) = of_child(&may).await? else { return unknown() };
    let form = Form::blank(may.token(), |f| checked(f, &finding));
    page(frame_of_child(&may, &finding), StatusCode::OK, &finding, form)
}
pub async fn explain(may: Allowed<ExplainQuery>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let Some(finding) = of_child(&may).await? else { return unknown() };
    let (form, words) = Form::sent(may.token(), answers, |f| checked(f, &finding));
    match words.and_then(|words| fact(&finding, words)) {
        Some(fact) => {
            may.keep(may.today(), Some(may.now()), fact).await?;
            see(&format!("/children/{}/returns", may.child()))
        }
        None => page(frame_of_child(&may, &finding), StatusCode::UNPROCESSABLE_ENTITY, &finding, form),
    }
}
fn frame_of_child(may: &Allowed<ExplainQuery>, finding: &Finding) -> Chrome {
    let name = heading(finding.name.as_deref(), finding.preferred_name.as_deref(), may.child());
    let back = Link::new(format!("/children/{}/returns", may.child()), "Back");
    Chrome { about: Some(name), back: Some(back), ..chrome(may, "Explain a query", None) }
}

/// Of nobody whom the record knows: no child's worker could say it, so who checks the return does.
async fn stray(may: &Service<CheckReturn>) -> Result<Option<(Id, Finding)>, kernel::Error> {
    let id = may.path("return").and_then(|id| id.parse::<Id>().ok());
    let n = may.path("n").and_then(|n| n.parse::<i64>().ok());
    let Some((id, n)) = id.zip(n) else { return Ok(None) };
    let found = one(&mut may.reading().await?, STRAY, "return_of", id, n).await?;
    Ok(found.filter(Finding::is_query).map(|f| (id, f)))
}
pub async fn show_stray(may: Service<CheckReturn>) -> Answer {
    let Some((_, finding)) = stray(&may).await? else { return unknown() };
    let form = Form::blank(may.token(), |f| checked(f, &finding));
    page(frame_of_stray(&may), StatusCode::OK, &finding, form)
}
pub async fn explain_stray(may: Service<CheckReturn>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let Some((id, finding)) = stray(&may).await? else { return unknown() };
    let (form, words) = Form::sent(may.token(), answers, |f| checked(f, &finding));
    match words.and_then(|words| fact(&finding, words)) {
        Some(fact) => {
            may.keep(vec![Said::new(Subject::Return(id), may.today(), fact)]).await?;
            see("/returns")
        }
        None => page(frame_of_stray(&may), StatusCode::UNPROCESSABLE_ENTITY, &finding, form),
    }
}
fn frame_of_stray(may: &impl Leave) -> Chrome {
    Chrome { back: Some(Link::new("/returns", "Back")), ..chrome(may, "Explain a query", Some(Place::Returns)) }
}

fn page(frame: Chrome, status: StatusCode, finding: &Finding, form: Form) -> Answer {
    Ok(PAGE.answer(status, frame, context(finding, form)))
}
fn context(finding: &Finding, form: Form) -> minijinja::Value {
    let rows = vec![
        Row::new("Child", finding.whose()),
        Row::new("What is odd", finding.wrong()),
        Row::new("Why it matters", finding.rule().map_or("", |r| r.why)),
        Row::new("Where", finding.rows()),
        Row::new("If it is wrong", finding.todo()),
    ];
    let (about, rule, explained): (_, _, Option<Explained>) =
        (finding.about_rule(), &finding.rule, finding.explained());
    given! { rows, about, rule, explained, form }
}
fn samples() -> Vec<Sample> {
    let query = Finding { level: "query".into(), ..sample() };
    let blank = Form::blank("t", |f| checked(f, &query));
    let wrong = Form::sent("t", Answers::default(), |f| checked(f, &query)).0;
    let explained = Finding {
        explanation: Some("The papers were seen".into()),
        explained_at: Some(practice::Timestamp::UNIX_EPOCH),
        ..query.clone()
    };
    vec![
        Sample { name: "asked", context: context(&query, blank.clone()) },
        Sample { name: "nothing said", context: context(&query, wrong) },
        Sample { name: "explained already", context: context(&explained, blank) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(finding: &Finding, answers: &[(&str, &str)]) -> Option<String> {
        Form::sent("t", Answers::of(answers), |f| checked(f, finding)).1
    }
    #[test]
    fn a_query_is_explained_in_words_once_and_as_it_was_read() {
        let query = Finding { level: "query".into(), ..sample() };
        assert_eq!(sent(&query, &[("digest", "d"), ("words", "Seen")]).as_deref(), Some("Seen"));
        assert_eq!(sent(&query, &[("digest", "d")]), None);
        assert_eq!(sent(&query, &[("digest", "another"), ("words", "Seen")]), None, "the row has changed");
        let explained = Finding { explanation: Some("Before".into()), ..query };
        assert_eq!(sent(&explained, &[("digest", "d"), ("words", "Seen")]), None);
    }
}
