//! A fact in words, for the timeline: its name, and each thing that it says with its label. It is
//! read off the fact as it is kept, so a new fact needs no second list; codes get the label that
//! their code set gives them.
use practice::{Fact, codes, day};
use serde_json::Value as Json;

#[derive(Debug, PartialEq, serde::Serialize)]
pub struct Words {
    /// `Conference held`.
    pub title: String,
    /// (`Category`, `Neglect`), in the order in which the fact says them.
    pub said: Vec<(String, String)>,
    /// What the child said, if the fact holds it.
    pub childs_words: Option<String>,
    /// It came from a return, not from work recorded here.
    pub reported: bool,
}

pub fn of(fact: &Fact) -> Words {
    let json = serde_json::to_value(fact).expect("facts are plain data");
    let (name, body) = variant(&json);
    let codes = fact.codes();
    let mut words =
        Words { title: sentence(&split(name)), said: vec![], childs_words: None, reported: name.ends_with("Reported") };
    fields(body, &codes, &mut words);
    words
}
/// `{"care":{"PlacementBegan":{…}}}` or `{"people":"Died"}`: the name and what is in it.
fn variant(json: &Json) -> (&str, &Json) {
    let Some((_, inner)) = json.as_object().and_then(|o| o.iter().next()) else { return ("", &Json::Null) };
    match inner {
        Json::String(name) => (name, &Json::Null),
        Json::Object(o) => o.iter().next().map_or(("", &Json::Null), |(name, body)| (name.as_str(), body)),
        _ => ("", &Json::Null),
    }
}
fn fields(body: &Json, codes: &[(&str, &str)], words: &mut Words) {
    let Json::Object(fields) = body else { return };
    for (field, value) in fields {
        if field == "childs_words" {
            words.childs_words = value.as_str().filter(|w| !w.is_empty()).map(str::to_string);
        } else if let Some(text) = text(field, value, codes) {
            words.said.push((label(field), text));
        }
    }
}
/// `None` for what says nothing to a reader: blanks, ids, nested envelopes.
fn text(field: &str, value: &Json, codes: &[(&str, &str)]) -> Option<String> {
    match value {
        Json::Null => None,
        Json::Bool(yes) => Some(if *yes { "Yes" } else { "No" }.into()),
        Json::Number(n) => Some(n.to_string()),
        Json::String(s) if s.is_empty() || practice::Id::parse_str(s).is_ok() => None,
        Json::String(s) => Some(match (codes.iter().find(|(_, code)| code == s), s.parse::<day::Date>()) {
            (Some((set, code)), _) => codes::label(set, code).map_or(s.clone(), |l| format!("{l} ({code})")),
            (None, Ok(day)) => day::words(day),
            // Our own words are stored in snake case; what people wrote is left alone.
            (None, Err(_)) if is_ours(s) => sentence(&s.replace('_', " ")),
            (None, Err(_)) => s.clone(),
        }),
        Json::Array(items) => {
            let items: Vec<String> = items.iter().filter_map(|i| text(field, i, codes)).collect();
            (!items.is_empty()).then(|| items.join(", "))
        }
        // A cell of a return: as it was said.
        Json::Object(o) => o.get("raw").and_then(Json::as_str).filter(|r| !r.is_empty()).map(str::to_string),
    }
}
fn is_ours(s: &str) -> bool {
    s.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}
/// `why_not_alone` → `Why not alone`; a column of a return keeps its name.
fn label(field: &str) -> String {
    sentence(&field.replace('_', " "))
}
fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|c| c.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}
/// `ConferenceHeld` → `conference held`.
fn split(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push(' ');
        }
        out.extend(c.to_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::{people, protection};

    #[test]
    fn a_conference_reads_as_people_say_it() {
        let words = of(&Fact::Protection(protection::Fact::ConferenceHeld {
            kind: protection::Conference::Initial,
            outcome: protection::ConferenceOutcome::Plan,
            category: Some("NEG".into()),
        }));
        assert_eq!(words.title, "Conference held");
        assert_eq!(words.said[0], ("Kind".into(), "Initial".into()));
        assert_eq!(words.said[2], ("Category".into(), "Neglect (NEG)".into()));
    }
    #[test]
    fn what_the_child_said_stands_apart() {
        let visit =
            people::Visit { seen: true, childs_words: "I like my new room.".into(), ..people::Visit::default() };
        let words = of(&Fact::People(people::Fact::Visited(visit)));
        assert_eq!(words.childs_words.as_deref(), Some("I like my new room."));
        assert!(words.said.contains(&("Seen".into(), "Yes".into())));
        assert!(words.said.iter().all(|(label, _)| label != "Together"), "an absent id says nothing");
    }
}
