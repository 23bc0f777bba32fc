//! A plan on paper: in plain words, in easy read, and whole as workers have it.
use super::sheet::{Sheet, kind, spoken_to};
use crate::{deeds::ViewChild, frame::Answer, page::press};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Allowed, Leave as _};
use practice::{
    day,
    letters::{Block, Document, Layout, plan_words},
    plans::{Action, Kind, Version},
};

pub async fn show(may: Allowed<ViewChild>) -> Answer {
    let unknown = || Ok(StatusCode::NOT_FOUND.into_response());
    let (Some(kind), Some(sheet)) = (kind(&may), Sheet::read(&may).await?) else { return unknown() };
    let plan = sheet.plan(kind);
    let Some(version) = spoken_to(&plan) else { return unknown() };
    let document = match may.path("layout") {
        Some("plain") => plain(&sheet, kind, version),
        Some("easy") => plain(&sheet, kind, version).easy_read(),
        Some("whole") => whole(&sheet, kind, version),
        _ => return unknown(),
    };
    press::answer(&may, &document).await
}
/// For the young person.
pub fn plain(sheet: &Sheet, kind: &'static Kind, version: &Version) -> Document {
    let named = |person: &practice::plans::Person| sheet.people.words(person);
    let blocks = plan_words(&sheet.history, kind, version, &named);
    Document { blocks, ..Document::new(Layout::Plan, format!("{}: my plan", sheet.people.called)) }
}
/// As it was written, with who does what by when.
fn whole(sheet: &Sheet, kind: &'static Kind, version: &Version) -> Document {
    let named = |person: &practice::plans::Person| sheet.people.words(person);
    document(kind, version, &sheet.people.called, &sheet.people.name(version.by), &named)
}
type Named<'a> = &'a dyn Fn(&practice::plans::Person) -> String;
pub fn document(kind: &'static Kind, version: &Version, called: &str, writer: &str, named: Named) -> Document {
    let written = format!("Written on {} by {writer}.", day::words(version.drafted.on));
    let since = version.current.map(|e| format!("In force since {}.", day::words(e.on)));
    let mut blocks = vec![Block::Paragraph(since.into_iter().chain([written]).collect::<Vec<_>>().join(" "))];
    for area in kind.areas {
        let said = version.draft.areas.iter().find(|w| w.area == area.code);
        let actions: Vec<&Action> = version.draft.actions.iter().filter(|a| a.area == area.code).collect();
        if said.is_none() && actions.is_empty() {
            continue;
        }
        blocks.push(Block::Heading(area.title.into()));
        blocks.extend(said.map(|w| &w.need).filter(|n| !n.trim().is_empty()).map(|n| Block::Paragraph(n.clone())));
        blocks.extend(said.map(|w| &w.aim).filter(|a| !a.trim().is_empty()).map(|a| Block::Said(a.clone())));
        blocks.extend((!actions.is_empty()).then(|| table(&actions, named)));
    }
    if !version.draft.contingency.trim().is_empty() {
        blocks.push(Block::Heading("If the plan does not work".into()));
        blocks.push(Block::Paragraph(version.draft.contingency.clone()));
    }
    Document { blocks, ..Document::new(Layout::Plan, format!("{} of {called}", kind.title)) }
}
fn table(actions: &[&Action], named: Named) -> Block {
    let head = ["What", "Who", "By", "What will be different", "How we will know"];
    let row =
        |a: &&Action| vec![a.what.clone(), named(&a.owner), day::words(a.by), a.different.clone(), a.known_by.clone()];
    Block::Table { head: head.map(str::to_owned).to_vec(), rows: actions.iter().map(row).collect() }
}
pub fn sample() -> Document {
    let blocks = vec![
        Block::Paragraph("This is the plan since 2 March 2026.".into()),
        Block::Heading("Where I live".into()),
        Block::Subheading("What I want".into()),
        Block::Said("My own door.".into()),
        Block::Fields(vec![("Me".into(), "Go to the housing office\nBy 1 December 2026".into())]),
    ];
    Document { blocks, ..Document::new(Layout::Plan, "Kai: my plan") }
}
