//! How a young person may be reached: each address and number, how and when and whether it is safe to use, and from
//! whom it is kept. Only whoever may write in the record sees the page.
use crate::{
    deeds::RecordWork,
    frame::{Answer, chrome, see},
    page::{
        Answers, Chrome, Form, Link, Page, Sample, choice, given,
        words::{Colour, Tag},
    },
    people::head::Head,
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Allowed, Leave as _};
use practice::{
    Date, History, Id, day,
    letters::{
        Fact, KeptFrom, Kind, Way,
        safe::{Known, to_send, ways},
    },
};
use serde::Serialize;

pub const PAGE: Page = Page { name: "letters/contact.html", source: include_str!("contact.html"), samples };

/// A way, as the page shows it.
#[derive(Serialize)]
struct Line {
    kind: &'static str,
    reaches: String,
    tag: Tag,
    notes: Vec<String>,
    href: String,
}
/// Where nothing is changed, a way is added.
pub async fn show(may: Allowed<RecordWork>) -> Answer {
    page(&may, None, None).await
}
pub async fn add(may: Allowed<RecordWork>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    page(&may, None, Some(sent)).await
}
pub async fn change(may: Allowed<RecordWork>) -> Answer {
    let way = may.path("way").and_then(|id| id.parse().ok());
    page(&may, Some(way), None).await
}
pub async fn keep(may: Allowed<RecordWork>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    let way = may.path("way").and_then(|id| id.parse().ok());
    page(&may, Some(way), Some(sent)).await
}
async fn page(may: &Allowed<RecordWork>, changes: Option<Option<Id>>, sent: Option<Answers>) -> Answer {
    let child = may.child();
    let mut reading = may.reading().await?;
    let head = Head::read(&mut reading, child).await?;
    let Some(history) = reading.history(child).await? else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let all = ways(&history);
    let known = match changes {
        None => None,
        Some(id) => match all.iter().find(|k| Some(k.way.way) == id) {
            Some(known) => Some(known.way),
            None => return Ok(StatusCode::NOT_FOUND.into_response()),
        },
    };
    let (form, said) = match sent {
        None => (Form::blank(may.token(), |f| declare(f, known, may.today())), None),
        Some(sent) => Form::sent(may.token(), sent, |f| declare(f, known, may.today())),
    };
    if let Some(said) = said {
        // A form that is sent twice says the same way twice: the hidden id tells.
        may.keep(may.today(), Some(may.now()), said).await?;
        return see(&head.address("/contact"));
    }
    let status = if form.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let title = if known.is_some() { "Change how to reach them" } else { "How to reach them" };
    let chrome = Chrome {
        about: Some(head.heading()),
        back: Some(Link::new(head.address(""), "Back to the record")),
        ..chrome(may, title, None)
    };
    let base = head.address("/contact");
    let lines = all.iter().map(|k| line(k, &base, may.today())).collect();
    Ok(PAGE.answer(
        status,
        chrome,
        context(&head.called(), lines, stopped(&history, may.today()), known.is_some(), form),
    ))
}
fn stopped(h: &History, today: Date) -> Option<String> {
    to_send(h, today).err().map(|why| why.words())
}
fn context(called: &str, ways: Vec<Line>, stopped: Option<String>, changing: bool, form: Form) -> minijinja::Value {
    given! { called, ways, stopped, changing, form }
}
fn line(known: &Known, base: &str, today: Date) -> Line {
    let way = known.way;
    let tag = match (known.unsafe_because(today), way.safe) {
        (None, _) => Tag::new("Safe to use", Colour::Green),
        (Some(_), Some(false)) => Tag::new("Not safe", Colour::Red),
        (Some(_), _) => Tag::new("Ask first", Colour::Orange),
    };
    let named = |what: &str, words: &str| (!words.trim().is_empty()).then(|| format!("{what}: {words}"));
    let kept = match &way.kept_from {
        KeptFrom::NoOne => None,
        KeptFrom::These(who) => Some(format!("Must not be told to: {}", who.join(", "))),
        KeptFrom::Everyone => Some("Must not be told to anybody".into()),
    };
    let until = way.until.map(|until| format!("Safe until {}: then ask again", day::words(until)));
    let said = Some(format!("Recorded on {}", day::words(known.said.happened)));
    Line {
        kind: way.kind.words(),
        reaches: way.reaches.clone(),
        tag,
        notes: [named("How", &way.how), named("When", &way.when), until, kept, said].into_iter().flatten().collect(),
        href: format!("{base}/{}", way.way),
    }
}
#[derive(Clone, Copy, PartialEq)]
enum Hides {
    NoOne,
    These,
    Everyone,
}
fn hides(kept: &KeptFrom) -> &'static str {
    match kept {
        KeptFrom::NoOne => "no-one",
        KeptFrom::These(_) => "these",
        KeptFrom::Everyone => "everyone",
    }
}
fn answered(safe: Option<bool>) -> &'static str {
    match safe {
        Some(true) => "yes",
        Some(false) => "no",
        None => "unknown",
    }
}
fn new_id() -> Id {
    uuid::Builder::from_random_bytes(kernel::chance::random()).into_uuid()
}
/// What is known already stands in the form; `None` adds a way.
fn declare(f: &mut Form, known: Option<&Way>, today: Date) -> Option<Fact> {
    let kind = f.radios("kind", "What is it?", Kind::ALL.map(|k| choice(k, k.code(), k.words())));
    let kind = kind.initial(known.map_or("", |w| w.kind.code())).required("Say what it is");
    let reaches = f.textarea("reaches", "The address or number").hint("An address as it stands on an envelope");
    let reaches = reaches.with("rows", 4).initial(known.map(|w| w.reaches.clone()).unwrap_or_default()).at_most(400);
    let reaches = reaches.required("Enter the address or number");
    let answers = [
        choice(Some(true), "yes", "Yes, they said so"),
        choice(Some(false), "no", "No"),
        choice(None, "unknown", "Nobody has asked them"),
    ];
    let safe = f.radios("safe", "Is it safe to use?", answers).hint("Ask the young person. Nothing is sent on a guess");
    let safe = safe.initial(known.map_or("", |w| answered(w.safe))).required("Say whether it is safe to use");
    let words = |of: fn(&Way) -> &String| known.map(|w| of(w).clone()).unwrap_or_default();
    let how = f.text("how", "How may it be used?").hint("For example, text only, and nothing on voicemail");
    let how = how.initial(words(|w| &w.how)).at_most(200).optional().unwrap_or_default();
    let when = f.text("when", "When?").hint("For example, weekdays before five");
    let when = when.initial(words(|w| &w.when)).at_most(200).optional().unwrap_or_default();
    let until = f.day("until", "Until when does that hold?").hint("If it is safe for a time only");
    let until = match known.and_then(|w| w.until) {
        Some(day) => until.initial(day),
        None => until.not_before(today),
    };
    let until = until.optional();
    let kept_from = kept_from(f, known);
    let ends = known.is_some() && {
        let ends = f.checkboxes("ends", "Does it still reach them?", [choice((), "ends", "It reaches them no more")]);
        !ends.optional().is_empty()
    };
    // A form that is sent twice says one way twice, and adds no second one.
    let id = f.hidden("way", &known.map_or_else(new_id, |w| w.way).to_string()).and_then(|id| id.parse().ok());
    let way = known.map(|w| w.way).or(id)?;
    if ends {
        return Some(Fact::WayEnded { way, why: String::new() });
    }
    let (kind, reaches, safe, kept_from) = (kind?, reaches?, safe?, kept_from?);
    Some(Fact::WayKnown(Box::new(Way { way, kind, reaches, safe, how, when, until, kept_from })))
}
fn kept_from(f: &mut Form, known: Option<&Way>) -> Option<KeptFrom> {
    let kept = [
        choice(Hides::NoOne, "no-one", "It may be told like the rest of the record"),
        choice(Hides::These, "these", "It must not be told to the people named below"),
        choice(Hides::Everyone, "everyone", "It must not be told to anybody, as with a refuge"),
    ];
    let kept = f.radios("kept", "Who must not be told?", kept);
    let kept = kept.initial(known.map_or("", |w| hides(&w.kept_from))).required("Say who must not be told");
    let before = match known.map(|w| &w.kept_from) {
        Some(KeptFrom::These(who)) => who.join("\n"),
        _ => String::new(),
    };
    let named = f.textarea("named", "Their names, or what they are to the young person").hint("One a line: mother");
    let named = named.with("rows", 3).initial(before).at_most(400).optional().unwrap_or_default();
    let who: Vec<String> = named.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect();
    if kept == Some(Hides::These) && who.is_empty() {
        f.wrong("named", "Name those who must not be told");
    }
    Some(match kept? {
        Hides::NoOne => KeptFrom::NoOne,
        Hides::These => KeptFrom::These(who),
        Hides::Everyone => KeptFrom::Everyone,
    })
}
fn samples() -> Vec<Sample> {
    let today = day::date(2026, 11, 22);
    let form = || Form::blank("t", |f| declare(f, None, today));
    let wrong = Form::sent("t", Answers::default(), |f| declare(f, None, today)).0;
    let line = |tag| Line {
        kind: Kind::Post.words(),
        reaches: "PO Box 12\nNottingham".into(),
        tag,
        notes: vec!["Must not be told to anybody".into()],
        href: "/children/1/contact/2".into(),
    };
    let ways = vec![line(Tag::new("Safe to use", Colour::Green)), line(Tag::new("Not safe", Colour::Red))];
    let none = Some("No address or number is recorded".into());
    vec![
        Sample { name: "some", context: context("Kai", ways, None, false, form()) },
        Sample { name: "none", context: context("Kai", vec![], none, false, wrong) },
        Sample { name: "changing", context: context("Kai", vec![], None, true, form()) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(known: Option<&Way>, answers: &[(&str, &str)]) -> Option<Fact> {
        let id = Id::from_u128(9).to_string();
        let always = [("kind", "post"), ("reaches", "PO Box 12\nNottingham"), ("safe", "yes"), ("way", id.as_str())];
        let answers = Answers::of(&[&always[..], answers].concat());
        Form::sent("t", answers, |f| declare(f, known, day::date(2026, 11, 22))).1
    }
    #[test]
    fn a_refuge_is_told_to_nobody_and_others_by_name() {
        let Some(Fact::WayKnown(way)) = said(None, &[("kept", "everyone")]) else { panic!("a way") };
        assert_eq!((way.kept_from.clone(), way.safe, way.way), (KeptFrom::Everyone, Some(true), Id::from_u128(9)));
        assert_eq!(said(None, &[("kept", "these")]), None, "nobody is named");
        let named = said(None, &[("kept", "these"), ("named", " Dean Marsh \n\nmother")]);
        let these = KeptFrom::These(vec!["Dean Marsh".into(), "mother".into()]);
        assert!(matches!(named, Some(Fact::WayKnown(way)) if way.kept_from == these));
        assert_eq!(said(None, &[]), None, "who must not be told is asked each time");
        let ended = said(Some(&way), &[("kept", "no-one"), ("ends", "ends")]);
        assert!(matches!(ended, Some(Fact::WayEnded { .. })));
    }
}
