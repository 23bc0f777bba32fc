//! Search in the offer. What a young person looks for is theirs: it is posted, shown on the answer and nowhere else.
use super::{chrome, current, offer, set, settings::with_amounts};
use crate::page::{Answers, Form, Page, Sample, given};
use axum::{
    http::{Extensions, StatusCode},
    response::{IntoResponse as _, Response},
};
use practice::{Date, Norms};
use serde::Serialize;
use std::cmp::Reverse;

pub const PAGE: Page = Page { name: "offer/find.html", source: include_str!("find.html"), samples };
const SHOWN: usize = 12;
/// Words that say nothing of what is looked for.
const SMALL: [&str; 22] = [
    "a", "an", "and", "am", "are", "at", "can", "do", "for", "how", "i", "if", "in", "is", "it", "my", "of", "on",
    "or", "the", "to", "what",
];

#[derive(Debug, PartialEq, Serialize)]
struct Found {
    address: String,
    /// `Money`, or `Money: council tax`.
    title: String,
    /// The sentence that says most of what was looked for.
    says: String,
}
fn declare(f: &mut Form) -> Option<String> {
    f.text("words", "What are you looking for?")
        .hint("One or two words, like “rent” or “bus”")
        .at_most(100)
        .with("autocomplete", "off")
        .required("Type a word, like “rent”")
}
fn answer(request: &Extensions, status: StatusCode, form: &Form, found: Option<Vec<Found>>) -> Response {
    PAGE.answer(status, chrome(request, "Search"), given! { form, found })
}
pub async fn show(request: Extensions) -> Response {
    answer(&request, StatusCode::OK, &Form::blank("", declare), None)
}
pub async fn found(request: Extensions, body: String) -> Response {
    let Some(now) = current(&request) else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let (form, words) = Form::sent("", Answers::of_query(&body), declare);
    match words {
        None => answer(&request, StatusCode::UNPROCESSABLE_ENTITY, &form, None),
        Some(words) => {
            let found = find(offer(&request), &words, &now.norms, now.today);
            answer(&request, StatusCode::OK, &form, Some(found))
        }
    }
}

/// The sections that hold the most of what was looked for; a title and a heading say more than a sentence. Amounts are
/// the council's of that day, as on the pages.
fn find(offer: &set::Offer, typed: &str, norms: &Norms, on: Date) -> Vec<Found> {
    let wanted: Vec<String> = words(typed).filter(|w| !SMALL.contains(&w.as_str())).collect();
    let hits = |text: &str| wanted.iter().filter(|w| words(text).any(|word| same(&word, w))).count();
    let mut all: Vec<(usize, Found)> = vec![];
    for page in &offer.pages {
        for section in &page.sections {
            let [heading, text] = [&section.heading, &section.text].map(|words| with_amounts(words, norms, on));
            let (in_heading, in_text) = (hits(&heading), hits(&text));
            let whole = format!("{heading} {text}");
            let weight = 4 * hits(&whole) + 2 * in_heading + in_text;
            if in_heading + in_text == 0 {
                continue;
            }
            // Of equal ones the first.
            let says = text.lines().rev().max_by_key(|line| hits(line)).unwrap_or_default().to_owned();
            let place =
                if page.address == set::HOME { "/offer".to_owned() } else { format!("/offer/{}", page.address) };
            let (address, title) = match &section.id {
                Some(id) => (format!("{place}#{id}"), format!("{}: {heading}", page.title)),
                None => (place, page.title.clone()),
            };
            all.push((weight, Found { address, title, says }));
        }
    }
    all.sort_by_key(|(weight, _)| Reverse(*weight));
    all.truncate(SHOWN);
    all.into_iter().map(|(_, found)| found).collect()
}
/// `bills` for `bill`, `apprenticeship` for `apprentice`; `PA` is not `pay`.
fn same(word: &str, wanted: &str) -> bool {
    word == wanted || wanted.len() > 3 && word.starts_with(stem(wanted))
}
fn stem(word: &str) -> &str {
    ["ing", "es", "s", "e"].iter().find_map(|end| word.strip_suffix(end).filter(|w| w.len() > 2)).unwrap_or(word)
}
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase)
}

fn samples() -> Vec<Sample> {
    let sent = |words: &str| Form::sent("", Answers::of(&[("words", words)]), declare).0;
    let found = |words: &str| Some(find(&set::OURS_TO_BEGIN_WITH, words, &Norms::default(), Date::MAX));
    vec![
        Sample::new("first", given! { form => Form::blank("", declare), found => None::<Vec<Found>> }),
        Sample::new("found", given! { form => sent("money"), found => found("money") }),
        Sample::new("nothing", given! { form => sent("zebra"), found => found("zebra") }),
        Sample::new("no words", given! { form => sent(""), found => None::<Vec<Found>> }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(words: &str) -> Vec<Found> {
        super::find(&set::OURS_TO_BEGIN_WITH, words, &Norms::default(), Date::MAX)
    }
    fn first(words: &str) -> String {
        find(words).first().map(|f| f.address.clone()).unwrap_or_default()
    }
    #[test]
    fn words_as_young_people_type_them_lead_to_the_page_that_helps() {
        assert!(first("council tax").starts_with("/offer/money#"), "{}", first("council tax"));
        assert!(first("I have no home tonight").starts_with("/offer/"), "{}", first("no home tonight"));
        assert!(first("doctors").starts_with("/offer/health#"));
        assert!(first("complaining").starts_with("/offer/complain"));
        assert!(first("apprentice").contains("work") || first("apprentice").contains("money"));
        assert!(first("see my file").starts_with("/offer/rights#"));
        assert!(first("kill myself").is_empty() || first("die").starts_with("/offer/ring"));
    }
    #[test]
    fn nothing_is_found_for_words_that_stand_nowhere_or_say_nothing() {
        assert_eq!(find("zebra"), []);
        assert_eq!(find("what can i do"), []);
        assert!(find("you").len() <= SHOWN);
    }
    #[test]
    fn what_is_found_says_the_councils_amounts_of_the_day() {
        let on = practice::day::date(2026, 11, 22);
        let mut norms = Norms::default();
        let says = |norms: &Norms, words: &str| {
            let found = super::find(&set::OURS_TO_BEGIN_WITH, words, norms, on);
            found.into_iter().map(|f| f.says).collect::<String>()
        };
        assert!(says(&norms, "uni").contains("£2,000") && !says(&norms, "uni").contains('{'));
        norms.set("leavers_higher_education", on, 2500);
        norms.set("leavers_setting_up_home", on, 3400);
        assert!(says(&norms, "uni").contains("£2,500"), "{}", says(&norms, "uni"));
        assert!(says(&norms, "cooker").contains("£3,400") || says(&norms, "home").contains("£3,400"));
    }
    #[test]
    fn what_is_found_says_the_sentence() {
        let found = find("nurse");
        assert!(found.iter().any(|f| f.says.to_lowercase().contains("nurse")), "{found:?}");
    }
}
