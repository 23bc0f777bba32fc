//! The plan in plain words, for the young person: short lines, large, one thing after another, to print or to read
//! together. It says what the version says and nothing else from the record.
use super::sheet::{Sheet, kind, spoken_to};
use crate::{
    deeds::ViewChild,
    frame::Answer,
    page::{Chrome, Link, Page, Sample, given},
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::Allowed;
use practice::{
    Date, day,
    plans::{PATHWAY, Person, Version},
};
use serde::Serialize;

pub const PAGE: Page = Page { name: "plans/plain.html", source: include_str!("plain.html"), samples };

#[derive(Serialize)]
struct Part {
    title: &'static str,
    aim: String,
    need: String,
    /// `You will: …`, `Grace Adeyinka will: …`
    actions: Vec<Step>,
}
#[derive(Serialize)]
struct Step {
    who: String,
    mine: bool,
    what: String,
    by: Date,
    different: String,
}

pub async fn show(may: Allowed<ViewChild>) -> Answer {
    let (Some(kind), Some(sheet)) = (kind(&may), Sheet::read(&may).await?) else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let plan = sheet.plan(kind);
    let Some(version) = spoken_to(&plan) else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let actions = sheet.actions(&plan);
    let owner = |action: &practice::plans::Action| {
        let now = actions.iter().find(|n| n.action.id == action.id && version.current.is_some());
        now.map_or(&action.owner, |n| n.owner).clone()
    };
    let done = |id| actions.iter().any(|n| n.action.id == id && !n.is_open());
    let step = |a: &practice::plans::Action| Step {
        mine: owner(a) == Person::YoungPerson,
        who: sheet.people.words(&owner(a)),
        what: a.what.clone(),
        by: a.by,
        different: a.different.clone(),
    };
    let part = |area: &'static practice::plans::Area| {
        let words = version.draft.areas.iter().find(|w| w.area == area.code);
        let of = version.draft.actions.iter().filter(|a| a.area == area.code && !done(a.id));
        let part = Part {
            title: area.plainly,
            aim: words.map(|w| w.aim.clone()).unwrap_or_default(),
            need: words.map(|w| w.need.clone()).unwrap_or_default(),
            actions: of.map(step).collect(),
        };
        (words.is_some() || !part.actions.is_empty()).then_some(part)
    };
    let parts: Vec<Part> = kind.areas.iter().filter_map(part).collect();
    let chrome = Chrome {
        back: Some(Link::new(sheet.head.address("/plan"), "Back to the plan")),
        ..sheet.chrome(&may, "My plan")
    };
    Ok(PAGE.show(chrome, context(&sheet.people.called, said(version), parts, version.draft.contingency.clone())))
}
/// Since when it holds; or that it does not hold yet.
fn said(version: &Version) -> String {
    match version.current {
        Some(since) => format!("This is the plan since {}.", day::words(since.on)),
        None => "This plan is not fixed yet. Say what you think of it.".into(),
    }
}
fn context(called: &str, said: String, parts: Vec<Part>, contingency: String) -> minijinja::Value {
    given! { called, said, parts, contingency }
}
fn samples() -> Vec<Sample> {
    let step = |mine, who: &str| Step {
        who: who.into(),
        mine,
        what: "Go to the housing office".into(),
        by: day::date(2026, 12, 1),
        different: "You are on the list".into(),
    };
    let part = Part {
        title: PATHWAY.areas[1].plainly,
        aim: "My own door.".into(),
        need: "You need a flat near college.".into(),
        actions: vec![step(true, "Kai"), step(false, "Grace Adeyinka")],
    };
    vec![
        Sample { name: "full", context: context("Kai", "This is the plan.".into(), vec![part], "Ring Grace.".into()) },
        Sample { name: "empty", context: context("Kai", String::new(), vec![], String::new()) },
    ]
}
