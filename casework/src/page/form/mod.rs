//! One form: its fields are declared once, in a function that shows it, reads it and keeps what was typed.
//!
//! ```
//! use casework::page::{Answers, Form, yes_no};
//! use practice::{Date, day::date};
//!
//! struct Visit { on: Date, seen: bool, words: Option<String> }
//!
//! fn visit(f: &mut Form, today: Date) -> Option<Visit> {
//!     let on = f.day("on", "Date of visit").not_after(today).required("Enter the date of the visit");
//!     let seen = f.radios("seen", "Was the child seen?", yes_no()).required("Say whether the child was seen");
//!     let words = f.textarea("words", "What the child said").hint("In their own words").optional();
//!     Some(Visit { on: on?, seen: seen?, words })
//! }
//! let today = date(2026, 11, 22);
//! // To show it empty:
//! let form = Form::blank("token", |f| visit(f, today));
//! // To read it: either there is a visit, or `form` holds what was typed and what to put right.
//! let sent = Answers::of(&[("on-day", "3"), ("on-month", "4"), ("on-year", "2026"), ("seen", "yes")]);
//! let (form, visit) = Form::sent("token", sent, |f| visit(f, today));
//! assert!(visit.is_some_and(|v| v.seen));
//! ```
//!
//! In the template `{{ loxley.form(form=form, submit="Save visit") }}` shows the whole form, or
//! `{{ loxley.field(form=form, name="on") }}` one field where a page arranges them itself. A context
//! whose form is called `form` gets the error summary and the title's "Error:" from the layout.
mod answers;
mod choices;
mod day;
mod fields;

pub use answers::Answers;
pub use choices::{Choice, One, Several, choice, yes_no};
pub use fields::{Day, Field, Text};

use serde::Serialize;
use serde_json::{Map, Value as Json, json};

/// The hidden field that proves that a form came from the session.
pub const TOKEN: &str = "token";

#[derive(Clone, Debug, Serialize)]
pub struct Form {
    fields: Vec<Shown>,
    /// As the error summary asks for them: the message, and where it leads.
    errors: Vec<Json>,
    token: String,
    /// It carries a file.
    upload: bool,
    /// Blank while the form is shown for the first time: nothing is missing yet.
    #[serde(skip)]
    answers: Option<Answers>,
}

/// A field as its component is to be called.
#[derive(Clone, Debug, Serialize)]
struct Shown {
    name: String,
    component: &'static str,
    params: Map<String, Json>,
}

impl Form {
    /// The form as it is first shown.
    pub fn blank<T>(token: &str, declare: impl FnOnce(&mut Form) -> Option<T>) -> Form {
        let mut form = Form::new(token, None);
        declare(&mut form);
        form
    }
    /// The form as it was sent: what it says when nothing is wrong with it, and what to show when something is.
    pub fn sent<T>(token: &str, answers: Answers, declare: impl FnOnce(&mut Form) -> Option<T>) -> (Form, Option<T>) {
        let mut form = Form::new(token, Some(answers));
        let read = declare(&mut form);
        let read = read.filter(|_| form.errors.is_empty());
        (form, read)
    }
    /// A form whose answers stand in the address, such as the filter of a list. Nothing in it is ever secret.
    pub fn asked<T>(answers: Answers, declare: impl FnOnce(&mut Form) -> Option<T>) -> (Form, Option<T>) {
        Form::sent("", answers, declare)
    }
    /// A form as it was left half done: what was typed, and nothing said against it yet.
    pub fn resumed<T>(token: &str, answers: Answers, declare: impl FnOnce(&mut Form) -> Option<T>) -> Form {
        let (mut form, _) = Form::sent(token, answers, declare);
        form.errors.clear();
        for params in form.fields.iter_mut().map(|field| &mut field.params) {
            params.remove("errorMessage");
            for item in params.get_mut("items").and_then(Json::as_array_mut).into_iter().flatten() {
                if item.get("error").is_some() {
                    item["error"] = json!(false);
                }
            }
        }
        form
    }
    fn new(token: &str, answers: Option<Answers>) -> Form {
        Form { fields: vec![], errors: vec![], token: token.to_owned(), upload: false, answers }
    }

    /// What is wrong with it, in words.
    pub fn messages(&self) -> impl Iterator<Item = String> + '_ {
        self.errors.iter().filter_map(|e| Some(e["text"].as_str()?.to_string()))
    }
    /// Every name under which it sends something.
    pub fn names(&self) -> Vec<String> {
        let boxes = |f: &Shown| match f.component {
            "date-input" => ["day", "month", "year"].map(|part| format!("{}-{part}", f.name)).into(),
            _ => vec![f.name.clone()],
        };
        self.fields.iter().filter(|f| !f.name.is_empty()).flat_map(boxes).collect()
    }
    /// Its fields as people know them: the name and the label.
    pub fn labels(&self) -> Vec<(String, String)> {
        let label = |f: &Shown| {
            let text = f.params.get("label").or_else(|| f.params.get("fieldset").and_then(|s| s.get("legend")))?;
            Some((f.name.clone(), text["text"].as_str()?.to_string()))
        };
        self.fields.iter().filter_map(label).collect()
    }
    pub fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }
    /// Something is wrong with a field; or with the whole, when no field has that name.
    pub fn wrong(&mut self, name: &str, message: &str) {
        let field = self.fields.iter_mut().find(|field| field.name == name);
        let Some(field) = field else {
            self.errors.push(json!({ "text": message }));
            return;
        };
        if field.params.contains_key("errorMessage") {
            return; // one thing at a time
        }
        field.params.insert("errorMessage".into(), json!({ "text": message }));
        let first_box = match field.component {
            "date-input" => format!("#{name}-{}", first_wrong_box(&field.params)),
            _ => format!("#{name}"),
        };
        self.errors.push(json!({ "text": message, "href": first_box }));
    }
    /// A heading between fields, such as the name of one of several siblings.
    pub fn heading(&mut self, text: &str) {
        let params = Map::from_iter([("text".to_owned(), json!(text))]);
        self.fields.push(Shown { name: String::new(), component: "heading", params });
    }
    fn show(&mut self, name: &str, component: &'static str, params: Map<String, Json>) {
        debug_assert!(self.fields.iter().all(|f| name.is_empty() || f.name != name), "two fields are called {name}");
        self.fields.push(Shown { name: name.to_owned(), component, params });
    }
}

fn first_wrong_box(params: &Map<String, Json>) -> &str {
    let boxes = params.get("items").and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default();
    let wrong = boxes.iter().find(|item| item["error"] == json!(true));
    wrong.and_then(|item| item["name"].as_str()).unwrap_or("day")
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::{Date, day::date};

    const TODAY: Date = date(2026, 11, 22);

    #[derive(Debug, PartialEq)]
    struct Visit {
        on: Date,
        alone: bool,
        present: Vec<&'static str>,
        words: Option<String>,
    }
    fn visit(f: &mut Form) -> Option<Visit> {
        let on = f.day("on", "Date of visit").not_after(TODAY).required("Enter the date of the visit");
        let alone =
            f.radios("alone", "Was the child seen alone?", yes_no()).required("Say whether the child was alone");
        let present = [choice("mother", "mother", "Mother"), choice("father", "father", "Father")];
        let present = f.checkboxes("present", "Who was there?", present).optional();
        let words = f.textarea("words", "What the child said").at_most(20).optional();
        Some(Visit { on: on?, alone: alone?, present, words })
    }
    fn sent(answers: &[(&str, &str)]) -> (Form, Option<Visit>) {
        Form::sent("t", Answers::of(answers), visit)
    }
    fn messages(form: &Form) -> Vec<(&str, &str)> {
        form.errors.iter().map(|e| (e["href"].as_str().unwrap_or(""), e["text"].as_str().unwrap())).collect()
    }

    #[test]
    fn a_form_that_is_right_says_what_was_entered() {
        let (form, visit) = sent(&[
            ("on-day", "20"),
            ("on-month", "nov"),
            ("on-year", "2026"),
            ("alone", "yes"),
            ("present", "father"),
            ("words", "I like it here"),
        ]);
        assert!(!form.has_errors());
        let words = Some("I like it here".to_owned());
        assert_eq!(visit, Some(Visit { on: date(2026, 11, 20), alone: true, present: vec!["father"], words }));
    }
    #[test]
    fn nothing_is_missing_from_a_form_that_is_shown_for_the_first_time() {
        assert!(!Form::blank("t", visit).has_errors());
    }
    #[test]
    fn every_fault_is_listed_with_the_box_it_is_in_and_what_was_typed_is_kept() {
        let (form, visit) =
            sent(&[("on-day", "20"), ("on-month", "11"), ("words", "words beyond what there is room for")]);
        assert_eq!(visit, None);
        assert_eq!(
            messages(&form),
            [
                ("#on-year", "Date of visit must include a year"),
                ("#alone", "Say whether the child was alone"),
                ("#words", "What the child said must be 20 characters or fewer: it has 35"),
            ]
        );
        assert_eq!(form.fields[0].params["items"][0]["value"], "20");
        assert_eq!(form.fields[3].params["value"], "words beyond what there is room for");
    }
    #[test]
    fn a_visit_cannot_be_in_the_future() {
        let (form, _) = sent(&[("on-day", "23"), ("on-month", "11"), ("on-year", "2026"), ("alone", "no")]);
        assert_eq!(messages(&form), [("#on-day", "Date of visit must be today or in the past")]);
    }
    #[test]
    fn an_answer_that_was_not_offered_is_no_answer() {
        let (form, _) = sent(&[("alone", "perhaps"), ("present", "stranger"), ("present", "mother")]);
        assert!(messages(&form).contains(&("#alone", "Choose “Was the child seen alone?” from the list")));
        assert!(messages(&form).contains(&("#present", "Choose “Who was there?” from the list")));
    }
    #[test]
    fn what_only_the_database_knows_can_be_added_after_reading() {
        let (mut form, visit) = sent(&[("on-day", "1"), ("on-month", "1"), ("on-year", "2026"), ("alone", "no")]);
        assert!(visit.is_some());
        form.wrong("on", "A visit on that day is already recorded");
        form.wrong("", "Someone else changed this record");
        assert_eq!(
            messages(&form),
            [("#on-day", "A visit on that day is already recorded"), ("", "Someone else changed this record")]
        );
    }
}
