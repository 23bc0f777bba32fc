//! What an upload would do, before anything is written; and the yes that takes it in.
use super::{
    found::{COLUMNS, Found, PAGE, kinds, row, table},
    start::year_of,
    take::Order,
    waiting::{Shelf, Waiting},
};
use crate::{
    deeds::Import,
    frame::{Answer, chrome, see},
    page::{Answers, Asked, Form, Link, Place, choice, given, table::download, words::count},
};
use axum::http::StatusCode;
use kernel::{Leave, Query, Service, Within};
use practice::day;
use std::collections::BTreeSet;

/// What the person who decides says.
struct Decided {
    upload: Option<String>,
    year: Option<i16>,
    same_children: BTreeSet<String>,
}
pub(super) fn blank(token: &str, found: &Found, upload: &str) -> Form {
    Form::blank(token, |f| decide(f, found, upload))
}
fn decide(f: &mut Form, found: &Found, upload: &str) -> Option<Decided> {
    // So that a yes is never a yes to another upload than the one that was shown.
    let upload = f.hidden("upload", upload);
    let year = found.year_is_guessed.then(|| {
        let typed = f
            .text("year", "Year in which the return ends")
            .hint("The files do not say it. Change it if it is not this one.")
            .with("classes", "govuk-input--width-4")
            .with("inputmode", "numeric")
            .initial(found.year.to_string())
            .required("Enter the year in which the return ends");
        year_of(f, typed)
    });
    let queued = found.queued.iter().map(|q| {
        let said = format!("Child {} is the child of the record, born {}", q.id, day::words(q.record));
        let hint = format!(
            "This return says born {}. Until somebody says so, {} not taken in.",
            day::words(q.delivered),
            match q.rows {
                1 => "its row is".into(),
                n => format!("its {n} rows are"),
            }
        );
        choice(q.id.clone(), q.id.clone(), said).hint(hint)
    });
    let same_children = match found.queued.is_empty() {
        true => vec![],
        false => f.checkboxes("same", "One id, two birth dates: is it the same child?", queued).optional(),
    };
    if let Some(n) = found.to_confirm {
        let label = format!("To withdraw {}, type the number", count(n as i64, "row", "rows"));
        let typed = f
            .text("withdrawals", &label)
            .with("classes", "govuk-input--width-5")
            .with("inputmode", "numeric")
            .required(&format!("Type {n}, or do not take it in"));
        if typed.is_some_and(|typed| typed != n.to_string()) {
            f.wrong("withdrawals", &format!("Type {n}, or do not take it in"));
        }
    }
    Some(Decided { upload, year: year.flatten(), same_children: same_children.into_iter().collect() })
}

pub async fn show(shelf: Shelf, may: Within<Import>, Query(answers): Query<Answers>) -> Answer {
    let Some(waiting) = shelf.of(may.who().id, may.now()) else { return see("/import?gone=yes") };
    let form = blank(may.token(), &waiting.found, &waiting.id.to_string());
    page(&may, StatusCode::OK, &waiting, answers, form)
}
pub async fn confirm(shelf: Shelf, may: Service<Import>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let Some(waiting) = shelf.of(may.who().id, may.now()) else { return see("/import?gone=yes") };
    let (found, id) = (waiting.found.clone(), waiting.id);
    let (mut form, decided) = Form::sent(may.token(), answers, |f| decide(f, &found, &id.to_string()));
    let Some(decided) = decided else {
        return page(&may, StatusCode::UNPROCESSABLE_ENTITY, &waiting, Answers::default(), form);
    };
    if decided.upload != Some(id.to_string()) {
        // Another upload has taken the place of the one that was shown.
        return see("/import/waiting");
    }
    let year = decided.year.unwrap_or(found.year);
    if year != found.year || !decided.same_children.is_empty() {
        let mut order = Order { year: Some(year), ..waiting.order.clone() };
        order.same_children.extend(decided.same_children);
        return match waiting.clone().look_again(&shelf, &may, order).await? {
            Ok(()) => see("/import/waiting"),
            Err(unreadable) => {
                form.wrong("year", &unreadable.to_string());
                page(&may, StatusCode::UNPROCESSABLE_ENTITY, &waiting, Answers::default(), form)
            }
        };
    }
    shelf.forget(may.who().id);
    tokio::spawn(waiting.take_in(shelf, may));
    see(&format!("/import/{id}/progress"))
}

fn page(may: &impl Leave, status: StatusCode, waiting: &Waiting, answers: Answers, form: Form) -> Answer {
    let found = &*waiting.found;
    let kinds = kinds(&found.problems);
    let asked = Asked::of(COLUMNS, "file", answers.clone());
    let chosen = answers.one("kind").and_then(|n| n.parse::<usize>().ok()).filter(|n| *n < kinds.len());
    let problems = || found.problems.iter().filter(|p| chosen.is_none_or(|n| kinds[n].holds(p)));
    if asked.csv {
        return Ok(download("problems", may.today(), COLUMNS, &problems().map(row).collect::<Vec<_>>()));
    }
    let here = asked.part(problems().cloned().collect());
    let rows = table(&asked, &here, problems().count())?;
    let mut chrome = chrome(may, "Before it is taken in", Some(Place::Import));
    chrome.trail = vec![Link::new("/import", "Import")];
    let (tables, summary) = (&found.tables, found.summary());
    Ok(PAGE.answer(status, chrome, given! { plan => found, summary, tables, kinds, chosen, rows, form }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imports::found::Queued;
    use practice::day::date;

    fn found() -> Found {
        Found {
            title: "SSDA903",
            authority: "892".into(),
            year: 2026,
            year_from: String::new(),
            year_is_guessed: true,
            tables: vec![],
            new_children: 0,
            known_children: 1,
            files: vec![],
            not_read: vec![],
            queued: vec![Queued { id: "7".into(), record: date(2010, 1, 2), delivered: date(2011, 1, 2), rows: 1 }],
            same_number: vec![],
            left: 0,
            left_open: 0,
            to_confirm: Some(900),
            changes_nothing: false,
            problems: vec![],
        }
    }
    fn sent(answers: &[(&str, &str)]) -> (bool, Option<Decided>) {
        let (form, decided) = Form::sent("t", Answers::of(answers), |f| decide(f, &found(), "u"));
        (form.has_errors(), decided)
    }

    #[test]
    fn withdrawals_want_the_very_number() {
        assert!(sent(&[("year", "2026"), ("withdrawals", "900")]).1.is_some());
        assert!(sent(&[("year", "2026"), ("withdrawals", "90")]).0);
        assert!(sent(&[("year", "2026")]).0);
    }
    #[test]
    fn a_year_that_nobody_said_is_asked_for_and_a_child_is_joined_only_by_a_person() {
        let (_, decided) = sent(&[("upload", "u"), ("year", "2025"), ("withdrawals", "900"), ("same", "7")]);
        let decided = decided.unwrap();
        assert_eq!((decided.upload.as_deref(), decided.year), (Some("u"), Some(2025)));
        assert_eq!(decided.same_children, BTreeSet::from(["7".to_string()]));
        assert!(sent(&[("year", ""), ("withdrawals", "900")]).0);
    }
}
