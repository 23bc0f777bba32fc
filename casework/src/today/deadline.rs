//! One deadline, for anybody: what starts and stops it, where it comes from, how sure we are, and its
//! cases as stories. A case runs as a test and is told here by the same function, so they cannot differ.
use super::owed::{clock_named, title};
use crate::{
    frame,
    page::{Page, Place, Sample, given, parts::Row},
    people::words,
};
use axum::{
    extract::{Path, Request},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use practice::{
    Timestamp,
    case::{Case, Story, read},
    clock::{Clock, Due, Kind, Met, Owed, Standing},
    day,
    fact::Kept,
};
use serde::Serialize;

pub const PAGE: Page = Page { name: "today/deadline.html", source: include_str!("deadline.html"), samples };

/// A case as it reads.
#[derive(Debug, Serialize)]
struct Told {
    title: &'static str,
    happened: Vec<Happened>,
    asked: String,
    owed: Vec<Answer>,
}
#[derive(Debug, PartialEq, Serialize)]
struct Happened {
    when: String,
    what: String,
    said: String,
}
#[derive(Debug, PartialEq, Serialize)]
struct Answer {
    standing: Standing,
    /// `Due by 23 March 2026. Met on 20 March 2026.`
    words: String,
    /// The arithmetic, or what is missing.
    why: String,
    /// What it is, where the clock asks for more than one thing.
    row: Option<&'static str>,
}

pub async fn show(Path(word): Path<String>, request: Request) -> Response {
    match clock_named(&word) {
        Some(clock) => {
            PAGE.show(frame::public(request.extensions(), clock.title, Some(Place::Deadlines)), context(clock))
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
fn context(clock: &'static Clock) -> minijinja::Value {
    let cases: Vec<Told> = clock.cases.iter().map(|case| told(clock, case)).collect();
    given! { title => clock.title, rows => rows(clock), notes => clock.notes, cases }
}
fn rows(clock: &Clock) -> Vec<Row> {
    let length = Row::new("Length", clock.limit.to_string());
    let own = "The council sets this number. Until it does, this one is used.";
    let length = Row { detail: (clock.kind == Kind::LocalNorm).then(|| own.into()), ..length };
    let statutory = if clock.kind.is_statutory() { "Reported as statutory" } else { "Not reported as statutory" };
    let mut rows = vec![
        length,
        Row::new("It starts when", clock.starts),
        Row::new("It stops when", clock.stops),
        Row { detail: Some(statutory.into()), ..Row::new("Kind of rule", clock.kind.words()) },
        Row::new("Source", clock.source),
        Row::new("How sure we are", how_sure(clock.mark)),
        Row::new("Code", clock.code),
    ];
    let days = [("In force from", clock.from), ("In force until", clock.until)];
    rows.extend(days.into_iter().filter_map(|(key, on)| Some(Row::new(key, day::words(on?)))));
    rows
}
/// The marks of the reference of clocks, in words.
fn how_sure(mark: &str) -> &'static str {
    match mark {
        "F" => "Found in the source itself",
        "K-H" => "Known well from practice. The wording was not checked against the source",
        "K-M" => "Known from practice, where councils and texts differ. Check it before you rely on it",
        _ => "A common habit without a firm source. Set your own",
    }
}
fn told(clock: &Clock, case: &Case) -> Told {
    let mut story = Story::default();
    (case.told)(&mut story);
    let (today, at) = read(case.on);
    let now = at.unwrap_or_else(|| day::start_of(today));
    let owed = clock.ask(&story.history(today), &story.norms);
    Told {
        title: case.title,
        happened: story.facts.iter().map(happened).collect(),
        asked: at.map_or_else(|| day::words(today), day::words_at),
        owed: owed.iter().map(|o| answer(o, now)).collect(),
    }
}
fn happened(kept: &Kept) -> Happened {
    let words = words::of(&kept.fact);
    let said: Vec<String> = words.said.iter().map(|(label, text)| format!("{label}: {text}")).collect();
    Happened {
        when: kept.at.map_or_else(|| day::words(kept.happened), day::words_at),
        what: words.title,
        said: said.join("; "),
    }
}
fn answer(owed: &Owed, now: Timestamp) -> Answer {
    let due = owed.due.map(|due| match due {
        Due::Day(on) => format!("Due by {}.", day::words(on)),
        Due::At(at) => format!("Due by {}.", day::words_at(at)),
    });
    let (met, why) = match &owed.met {
        Met::NotYet => (None, owed.arithmetic.clone()),
        Met::By(e) => {
            let when = e.at.map_or_else(|| day::words(e.on), day::words_at);
            (Some(format!("Met on {when}.")), owed.arithmetic.clone())
        }
        Met::Superseded { on, why } => {
            (Some(format!("No longer owed from {}: {why}.", day::words(*on))), owed.arithmetic.clone())
        }
        Met::NotKnown { missing, who_could_say } => (None, format!("{missing}. Ask {who_could_say}.")),
    };
    let words: Vec<String> = due.into_iter().chain(met).collect();
    Answer {
        standing: owed.standing(now),
        words: words.join(" "),
        why,
        row: (owed.row != owed.clock).then(|| title(owed.row, owed.clock)),
    }
}

fn samples() -> Vec<Sample> {
    let sample = |name, code| clock_named(code).map(|clock| Sample { name, context: context(clock) });
    let some = [sample("statutory", "P03"), sample("the council's own, in rows", "P05"), sample("by the hour", "C02")];
    some.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Chrome;
    use practice::Date;

    #[test]
    fn every_deadline_has_a_page_that_tells_each_of_its_cases() {
        for clock in practice::clocks() {
            let html = PAGE.html(&Chrome::public(clock.title, Date::MIN, "n"), context(clock));
            let html = html.unwrap_or_else(|e| panic!("{}: {e:#}", clock.code));
            assert_eq!(html.matches("class=\"loxley-case\"").count(), clock.cases.len(), "{}", clock.code);
        }
    }
    #[test]
    fn every_mark_says_how_sure_we_are() {
        let marks: std::collections::BTreeSet<_> = practice::clocks().map(|c| c.mark).collect();
        assert!(marks.iter().all(|m| ["F", "K-H", "K-M", "K-L"].contains(m)), "{marks:?}");
        assert_ne!(how_sure("F"), how_sure("K-H"));
    }
    #[test]
    fn a_case_reads_as_what_happened_and_what_is_owed() {
        let clock = clock_named("P03").unwrap();
        let late = clock
            .cases
            .iter()
            .map(|case| told(clock, case))
            .find(|told| told.owed.iter().any(|o| o.standing == Standing::Overdue));
        let late = late.expect("a case in which the conference is overdue");
        assert!(late.happened.iter().any(|h| h.what == "Strategy discussion held"), "{late:?}");
        let owed = late.owed.iter().find(|o| o.standing == Standing::Overdue).unwrap();
        assert!(owed.words.starts_with("Due by "), "{owed:?}");
        assert!(owed.why.starts_with("15 working days after "), "{owed:?}");
    }
    #[test]
    fn an_answer_says_when_it_was_met_and_what_is_missing() {
        let clock = clock_named("P05").unwrap();
        let answers: Vec<Answer> = clock.cases.iter().flat_map(|case| told(clock, case).owed).collect();
        assert!(answers.iter().any(|a| a.words.contains(" Met on ")));
        assert!(answers.iter().any(|a| a.row == Some("The family reads the report before a review conference")));
        let unknown = answers.iter().find(|a| a.standing == Standing::NotKnown).unwrap();
        assert!(unknown.why.contains(" Ask "), "{unknown:?}");
    }
}
