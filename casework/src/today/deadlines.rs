//! Every deadline, for anybody: how long, of what kind, from where. Nothing here is about a person.
use super::work::{WORK, Work};
use crate::{
    frame,
    page::{Answers, Form, Page, Place, Sample, choice, given},
};
use axum::{extract::Request, response::Response};
use practice::{
    clock::{Clock, Kind},
    norms::NORMS,
};
use serde::Serialize;

pub const PAGE: Page = Page { name: "today/deadlines.html", source: include_str!("deadlines.html"), samples };

#[derive(Serialize)]
struct Part {
    name: &'static str,
    words: &'static str,
    clocks: Vec<Entry>,
}
#[derive(Serialize)]
struct Entry {
    code: &'static str,
    name: &'static str,
    title: &'static str,
    length: String,
    kind: &'static str,
    source: &'static str,
    cases: usize,
}
/// A number of the council's own that is not the length of one clock.
#[derive(Serialize)]
struct Number {
    title: &'static str,
    default: i64,
    unit: &'static str,
    why: &'static str,
}
const KINDS: [(Kind, &str); 8] = [
    (Kind::Statute, "statute"),
    (Kind::Regulation, "regulation"),
    (Kind::StatutoryGuidance, "statutory_guidance"),
    (Kind::Guidance, "guidance"),
    (Kind::Standard, "standard"),
    (Kind::DataReturn, "data_return"),
    (Kind::LocalNorm, "local_norm"),
    (Kind::Measure, "measure"),
];

pub async fn show(request: Request) -> Response {
    let answers = Answers::of_query(request.uri().query().unwrap_or_default());
    PAGE.show(frame::public(request.extensions(), "Deadlines", Some(Place::Deadlines)), context(answers))
}
fn context(answers: Answers) -> minijinja::Value {
    let (filter, (kind, part)) = narrow(answers);
    let wanted = |work: &&Work| part.is_none_or(|name| name == work.name);
    let of_part = |work: &Work| Part {
        name: work.name,
        words: work.words,
        clocks: work.clocks.iter().filter(|c| kind.is_none_or(|k| k == c.kind)).map(|c| Entry::of(c)).collect(),
    };
    let parts: Vec<Part> = WORK.iter().filter(wanted).map(of_part).filter(|p| !p.clocks.is_empty()).collect();
    let shown: usize = parts.iter().map(|p| p.clocks.len()).sum();
    let numbers = NORMS.iter().map(|n| Number { title: n.title, default: n.default, unit: n.unit, why: n.why });
    let filtered = kind.is_some() || part.is_some();
    let numbers: Vec<Number> = if filtered { vec![] } else { numbers.collect() };
    given! { parts, shown, numbers, filter }
}
fn narrow(answers: Answers) -> (Form, (Option<Kind>, Option<&'static str>)) {
    let (form, narrowed) = Form::asked(answers, |f| {
        let used = |kind: Kind| practice::clocks().any(|c| c.kind == kind);
        let kinds = KINDS.iter().filter(|(kind, _)| used(*kind)).map(|(kind, word)| choice(*kind, *word, kind.words()));
        let kind = f.select("kind", "Kind", kinds).optional();
        let parts = WORK.iter().map(|work| choice(work.name, work.name, work.words));
        let part = f.select("part", "Part of the work", parts).optional();
        Some((kind, part))
    });
    (form, narrowed.unwrap_or_default())
}
impl Entry {
    fn of(clock: &Clock) -> Entry {
        Entry {
            code: clock.code,
            name: clock.name,
            title: clock.title,
            length: clock.limit.to_string(),
            kind: clock.kind.words(),
            source: clock.source,
            cases: clock.cases.len(),
        }
    }
}

fn samples() -> Vec<Sample> {
    let sample = |name, query: &str| Sample { name, context: context(Answers::of_query(query)) };
    vec![
        sample("all", ""),
        sample("one kind", "kind=local_norm&part=care"),
        sample("none", "kind=statute&part=education"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(query: &str) -> Vec<&'static str> {
        let (_, (kind, part)) = narrow(Answers::of_query(query));
        let clocks = WORK.iter().filter(|w| part.is_none_or(|p| p == w.name)).flat_map(|w| w.clocks);
        clocks.filter(|c| kind.is_none_or(|k| k == c.kind)).map(|c| c.code).collect()
    }
    #[test]
    fn deadlines_are_narrowed_by_kind_and_part_of_the_work() {
        assert_eq!(shown("").len(), practice::clocks().count());
        assert!(shown("kind=statutory_guidance&part=protection").contains(&"P03"));
        assert!(!shown("kind=local_norm").contains(&"P03"));
        assert!(shown("part=health").iter().all(|code| code.starts_with('H')));
    }
    #[test]
    fn every_kind_of_clock_can_be_asked_for() {
        assert!(practice::clocks().all(|c| KINDS.iter().any(|(kind, _)| *kind == c.kind)));
    }
}
