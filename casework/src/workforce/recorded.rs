//! Since when which work is recorded here. Until then a clock says *not known* where no return covers
//! it; from then on what is not in the record did not happen, and clocks run out.
use super::norms::keep;
use crate::{
    deeds::SetUp,
    frame::{Answer, chrome, see},
    page::{Answers, Form, Link, Page, Place, Sample, choice, given, parts::Row},
};
use axum::http::StatusCode;
use kernel::{Leave as _, Service};
use practice::{Date, Norms, clock::Matter, day, service::Fact};

pub const PAGE: Page = Page { name: "workforce/recorded.html", source: include_str!("recorded.html"), samples };

fn is_recorded(norms: &Norms, matter: Matter) -> bool {
    norms.covered_until(matter) == Some(Date::MAX)
}
fn rows(norms: &Norms) -> Vec<Row> {
    let covered = |matter: Matter| match norms.covered_until(matter) {
        Some(Date::MAX) => "Recorded here".into(),
        Some(until) => format!("Told by returns, up to {}", day::words(until)),
        None => "Not known: no source covers it".into(),
    };
    Matter::ALL.map(|matter| Row::new(matter.title(), covered(matter))).into()
}
fn begin(f: &mut Form, norms: &Norms) -> Option<(Vec<Matter>, Date)> {
    let open = Matter::ALL.into_iter().filter(|m| !is_recorded(norms, *m));
    let open = open.map(|m| choice(m, code(m), m.title())).collect::<Vec<_>>();
    let matters = f.checkboxes("matter", "What is recorded here", open).required("Choose what is recorded here");
    let from = f.day("from", "From").hint("The first day on which everything of the kind was recorded here");
    let from = from.required("Enter the day from which it is recorded here");
    Some((matters?, from?))
}
fn code(matter: Matter) -> String {
    matter.title().to_lowercase().replace(' ', "-")
}

pub async fn show(may: Service<SetUp>) -> Answer {
    let norms = may.reading().await?.norms().await?;
    let form = Form::blank(may.token(), |f| begin(f, &norms));
    page(&may, StatusCode::OK, &norms, form)
}
pub async fn say(may: Service<SetUp>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let norms = may.reading().await?.norms().await?;
    let (form, begun) = Form::sent(may.token(), answers, |f| begin(f, &norms));
    let Some((matters, from)) = begun else { return page(&may, StatusCode::UNPROCESSABLE_ENTITY, &norms, form) };
    keep(may, vec![(from, Fact::WorkRecordedHere { matters })]).await?;
    see("/set-up/recorded-here")
}
fn page(may: &Service<SetUp>, status: StatusCode, norms: &Norms, form: Form) -> Answer {
    let mut chrome = chrome(may, "Recorded here", Some(Place::SetUp));
    chrome.trail = vec![Link::new("/set-up", "Set up")];
    let all = Matter::ALL.into_iter().all(|m| is_recorded(norms, m));
    Ok(PAGE.answer(status, chrome, given! { rows => rows(norms), form, all }))
}
fn samples() -> Vec<Sample> {
    let none = Norms::default();
    let every = Norms::all_recorded_since(day::date(2026, 4, 1));
    let (wrong, _) = Form::sent("t", Answers::default(), |f| begin(f, &none));
    let blank = Form::blank("t", |f| begin(f, &every));
    vec![
        Sample { name: "nothing", context: given! { rows => rows(&none), form => wrong, all => false } },
        Sample { name: "everything", context: given! { rows => rows(&every), form => blank, all => true } },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    #[test]
    fn what_is_recorded_here_already_is_not_asked_again() {
        let norms = Norms::all_recorded_since(date(2026, 4, 1));
        let sent = |norms: &Norms| {
            let answers = [("matter", "visits"), ("from-day", "1"), ("from-month", "4"), ("from-year", "2026")];
            Form::sent("t", Answers::of(&answers), |f| begin(f, norms)).1
        };
        assert_eq!(sent(&Norms::default()), Some((vec![Matter::Visits], date(2026, 4, 1))));
        assert_eq!(sent(&norms), None);
    }
    #[test]
    fn every_matter_has_words_of_its_own() {
        let codes: std::collections::BTreeSet<String> = Matter::ALL.map(code).into();
        assert_eq!(codes.len(), Matter::ALL.len());
    }
}
