//! The return taken from the record: its files are made, checked and kept, so that they can be signed off and
//! fetched without ever having been on anybody's disk.
use super::{check::Telling, of_record};
use crate::{
    deeds::WriteReturn,
    exports::summary::{self, authorities, next},
    frame::{Answer, chrome, see},
    imports::summary::{of_authority, year_of},
    page::{Answers, Form, Link, Page, Place, Sample, choice, given, progress::Tasks},
};
use axum::http::StatusCode;
use kernel::{Leave, Service, chance};
use practice::{
    Date,
    day::{self, date},
    reported::Return,
};

pub const PAGE: Page = Page { name: "returns_desk/take.html", source: include_str!("take.html"), samples };

#[derive(Clone, Debug, PartialEq)]
struct Wanted {
    which: Return,
    form: summary::Form,
    year: i16,
    authority: String,
}
fn declare(f: &mut Form, today: Date, whose: &[String]) -> Option<Wanted> {
    let which = f.radios(
        "which",
        "Which return?",
        [
            choice((Return::Ssda903, summary::Form::Csv), "903", "SSDA903, as CSV files"),
            choice((Return::Ssda903, summary::Form::Xml), "903-xml", "SSDA903, as one XML file"),
            choice((Return::Cin, summary::Form::Xml), "cin", "Children in need census, as XML"),
        ],
    );
    let which = which.required("Say which return it is");
    let year = f
        .text("year", "Year in which the return ends")
        .hint("Its 31 March")
        .with("classes", "govuk-input--width-4")
        .with("inputmode", "numeric")
        .initial(next(today).to_string())
        .required("Say of which year the return is");
    let year = year_of(f, year);
    let authority = match whose {
        [only] => Some(only.clone()),
        several => {
            let of =
                several.iter().map(|code| choice(code.clone(), code, format!("The return {}", of_authority(code))));
            f.radios("authority", "Whose return is it?", of)
                .hint("The children have ids of several authorities")
                .required("Say whose return it is")
        }
    };
    if year.is_some_and(|year| today < date(year - 1, 4, 1)) {
        f.wrong("year", "That year has not begun");
        return None;
    }
    let ((which, form), year) = which.zip(year)?;
    Some(Wanted { which, form, year, authority: authority? })
}
pub async fn show(may: Service<WriteReturn>) -> Answer {
    let whose = authorities(&may).await?;
    let form = Form::blank(may.token(), |f| declare(f, may.today(), &whose));
    page(&may, StatusCode::OK, form)
}
fn page(may: &impl Leave, status: StatusCode, form: Form) -> Answer {
    let mut chrome = chrome(may, "Take a return from the record", Some(Place::Returns));
    chrome.trail = vec![Link::new("/returns", "Returns")];
    Ok(PAGE.answer(status, chrome, context(form, may.today())))
}
fn context(form: Form, today: Date) -> minijinja::Value {
    given! { form, today => day::words(today) }
}
pub async fn take(tasks: Tasks, may: Service<WriteReturn>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let whose = authorities(&may).await?;
    let (form, wanted) = Form::sent(may.token(), answers, |f| declare(f, may.today(), &whose));
    let Some(Wanted { which, form, year, authority }) = wanted else {
        return page(&may, StatusCode::UNPROCESSABLE_ENTITY, form);
    };
    let run = chance::id();
    let mut telling = Telling::begin(&tasks, run, "Taking a return from the record", "Beginning");
    tokio::spawn(async move {
        let done = of_record::take(&may, which, form, &authority, year, &mut telling).await;
        telling.end(done, Link::new("/returns/take", "Take it again"));
    });
    see(&format!("/returns/runs/{run}/progress"))
}
fn samples() -> Vec<Sample> {
    let today = date(2026, 11, 22);
    let [one, several] =
        [&["892"][..], &["892", "own"]].map(|all| all.iter().map(|a| a.to_string()).collect::<Vec<_>>());
    let blank = Form::blank("t", |f| declare(f, today, &one));
    let wrong = Form::sent("t", Answers::of(&[("year", "2031")]), |f| declare(f, today, &several)).0;
    vec![
        Sample { name: "blank", context: context(blank, today) },
        Sample { name: "wrong", context: context(wrong, today) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_return_is_taken_of_a_year_that_has_begun_and_of_an_authority_that_the_children_have_ids_of() {
        let sent = |answers: &[(&str, &str)], whose: &[&str]| {
            let whose: Vec<String> = whose.iter().map(|a| a.to_string()).collect();
            let wanted = Form::sent("t", Answers::of(answers), |f| declare(f, date(2026, 11, 22), &whose)).1;
            wanted.map(|w| (w.which, w.year, w.authority))
        };
        let own = |which, year| Some((which, year, "892".to_owned()));
        assert_eq!(sent(&[("which", "903"), ("year", "2027")], &["892"]), own(Return::Ssda903, 2027));
        assert_eq!(sent(&[("which", "cin"), ("year", "2026")], &["892"]), own(Return::Cin, 2026));
        assert_eq!(sent(&[("which", "cin"), ("year", "2028")], &["892"]), None);
        assert_eq!(sent(&[("which", "cin"), ("year", "27")], &["892"]), None);
        assert_eq!(sent(&[("year", "2027")], &["892"]), None);
        let several = ["829", "892"];
        assert_eq!(sent(&[("which", "cin"), ("year", "2026"), ("authority", "892")], &several), own(Return::Cin, 2026));
        assert_eq!(sent(&[("which", "cin"), ("year", "2026"), ("authority", "830")], &several), None);
        assert_eq!(sent(&[("which", "cin"), ("year", "2026")], &several), None, "nobody guesses whose it is");
    }
}
