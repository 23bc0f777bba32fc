//! Signing a return off: a second pair of eyes says that these files are the return, and why errors are left.
use super::{
    keep::id_of,
    run::{Run, Totals, read, sample_run},
};
use crate::{
    deeds::SignReturn,
    frame::{Answer, chrome, see},
    page::{Answers, Chrome, Form, Page, Place, Sample, choice, given, parts::Row, words::count},
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Leave as _, Said, Service};
use practice::{
    Id, Subject,
    reported::Return,
    returns::{Fact, ReturnOf},
};
use serde::Deserialize;

pub const PAGE: Page = Page { name: "returns_desk/sign.html", source: include_str!("sign.html"), samples };
const LAST_EXPLAINED: &str = include_str!("sql/last_explained.sql");
pub const QUESTIONS: &[&str] = &[LAST_EXPLAINED];

/// A row of `last_explained.sql`.
#[derive(Deserialize)]
struct Explainer {
    worker: Id,
}
/// What whoever signs is shown, and may or may not do.
struct Asked {
    run: Run,
    totals: Totals,
    rows: Vec<Row>,
    refused: Option<String>,
}
async fn asked(may: &Service<SignReturn>) -> Result<Option<Asked>, kernel::Error> {
    let mut reading = may.reading().await?;
    let Some((run, rules, files)) = read(&mut reading, may.path("run")).await? else { return Ok(None) };
    let given = [
        ("return_name", run.return_name.as_str().into()),
        ("authority", run.authority.as_str().into()),
        ("year", run.year.into()),
    ];
    let last: Vec<Explainer> = reading.ask(LAST_EXPLAINED, &given).await?;
    let totals = Totals::of(&rules, 0);
    let mut rows =
        vec![Row::new("Errors left", totals.errors.to_string()), Row::new("Queries", totals.queries.to_string())];
    rows.extend(files.iter().map(|f| Row {
        detail: Some(format!("{}. SHA-256 {}", count(f.bytes, "byte", "bytes"), f.digest)),
        ..Row::new("File", &f.name)
    }));
    let refused = refused(&run, last.iter().any(|e| e.worker == may.who().id));
    Ok(Some(Asked { run, totals, rows, refused }))
}
/// Why this run is not signed by this person, in words.
fn refused(run: &Run, explained_last: bool) -> Option<String> {
    let said = if run.signed.is_some() {
        "This run is signed already.".into()
    } else if run.last > run.number {
        format!("The return was checked again since: sign run {}, or check these files again.", run.last)
    } else if run.preview {
        "This is a look at the record, and no files were made. Take the return from the record, and sign that.".into()
    } else if !run.kept {
        "The files of this run were not kept, so nobody could say later what was signed. Check them again and say that they are to be kept.".into()
    } else if explained_last {
        "You gave the last explanation of this return. Somebody else signs it, so that two people have looked.".into()
    } else {
        return None;
    };
    Some(said)
}
fn declare(f: &mut Form, errors: i64) -> Option<String> {
    let acknowledged = match errors {
        0 => Some(String::new()),
        n => f
            .textarea("acknowledged", "Why are errors left?")
            .hint(&format!("{} left. Say which, why, and who knows of it", count(n, "error is", "errors are")))
            .at_most(2000)
            .required("Say why errors are left"),
    };
    let sure = choice((), "sure", "These files are the return of this authority and year");
    let sure = f.checkboxes("sure", "What you sign", [sure]).required("Say that these files are the return");
    sure.and(acknowledged)
}
pub async fn show(may: Service<SignReturn>) -> Answer {
    let Some(asked) = asked(&may).await? else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let form = Form::blank(may.token(), |f| declare(f, asked.totals.errors));
    Ok(PAGE.show(frame(&may, &asked.run), context(&asked, form)))
}
pub async fn sign(may: Service<SignReturn>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let Some(asked) = asked(&may).await? else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let (form, acknowledged) = Form::sent(may.token(), answers, |f| declare(f, asked.totals.errors));
    let Some((acknowledged, of)) = acknowledged.filter(|_| asked.refused.is_none()).zip(of(&asked.run)) else {
        return Ok(PAGE.answer(StatusCode::UNPROCESSABLE_ENTITY, frame(&may, &asked.run), context(&asked, form)));
    };
    let fact = Fact::SignedOff { run: asked.run.run, acknowledged };
    may.keep(vec![Said::new(Subject::Return(id_of(&of)), may.today(), fact)]).await?;
    see(&asked.run.address())
}
fn of(run: &Run) -> Option<ReturnOf> {
    let (which, year) = (Return::of(&run.return_name)?, i16::try_from(run.year).ok()?);
    Some(ReturnOf { which, authority: run.authority.clone(), year, preview: run.preview })
}
fn frame(may: &Service<SignReturn>, run: &Run) -> Chrome {
    Chrome { trail: run.trail(), ..chrome(may, "Sign a return off", Some(Place::Returns)) }
}
fn context(asked: &Asked, form: Form) -> minijinja::Value {
    let (title, back) = (asked.run.title(), asked.run.address());
    given! { title, back, rows => &asked.rows, refused => &asked.refused, form }
}
fn samples() -> Vec<Sample> {
    let of = |last: i64, form: Form| {
        let (run, rules, _) = sample_run();
        let run = Run { last, ..run };
        let (refused, totals) = (refused(&run, false), Totals::of(&rules, 0));
        context(&Asked { run, totals, rows: vec![Row::new("Errors left", "5")], refused }, form)
    };
    vec![
        Sample { name: "asked", context: of(3, Form::blank("t", |f| declare(f, 5))) },
        Sample { name: "nothing said", context: of(3, Form::sent("t", Answers::default(), |f| declare(f, 5)).0) },
        Sample { name: "refused", context: of(4, Form::blank("t", |f| declare(f, 0))) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::Timestamp;

    #[test]
    fn who_explained_last_does_not_sign_and_neither_does_anybody_an_older_run_or_one_without_files() {
        let run = sample_run().0;
        assert_eq!(refused(&run, false), None);
        assert!(refused(&run, true).is_some_and(|why| why.contains("last explanation")));
        assert!(refused(&Run { last: 4, ..run.clone() }, false).is_some_and(|why| why.contains("run 4")));
        let look = Run { preview: true, kept: false, ..run.clone() };
        assert!(refused(&look, false).is_some_and(|why| why.contains("look at the record")));
        assert!(refused(&Run { kept: false, ..run.clone() }, false).is_some_and(|why| why.contains("not kept")));
        let signed = Run { signed: Some(Timestamp::UNIX_EPOCH), ..run };
        assert!(refused(&signed, false).is_some_and(|why| why.contains("already")));
    }
    #[test]
    fn errors_that_are_left_are_acknowledged_in_words() {
        let sent = |answers: &[(&str, &str)], errors| Form::sent("t", Answers::of(answers), |f| declare(f, errors)).1;
        assert_eq!(sent(&[("sure", "sure")], 0).as_deref(), Some(""));
        assert_eq!(sent(&[("sure", "sure")], 2), None);
        assert_eq!(sent(&[("sure", "sure"), ("acknowledged", "Known")], 2).as_deref(), Some("Known"));
        assert_eq!(sent(&[("acknowledged", "Known")], 2), None, "and that they are the return");
    }
}
