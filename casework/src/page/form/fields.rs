//! The kinds of field. Each is begun from the form, refined, and ended by `required` or `optional`,
//! which read it; both answer `None` while the form is shown for the first time.
use super::{
    Form,
    day::{self, Read, Typed},
};
use practice::{Date, day::words};
use serde_json::{Map, Value as Json, json};

pub(super) type Params = Map<String, Json>;

/// One field that is being declared: what all kinds share, and the kind.
pub struct Field<'f, K> {
    pub(super) form: &'f mut Form,
    pub(super) name: String,
    pub(super) label: String,
    pub(super) params: Params,
    pub(super) kind: K,
}
/// A line or more of text.
pub struct Text {
    component: &'static str,
    initial: Option<String>,
    at_most: Option<usize>,
}
pub struct Day {
    initial: Option<Date>,
    not_after: Option<Date>,
    not_before: Option<Date>,
}
impl Form {
    pub fn text(&mut self, name: &str, label: &str) -> Field<'_, Text> {
        self.field(name, label, Text { component: "input", initial: None, at_most: None })
    }
    pub fn textarea(&mut self, name: &str, label: &str) -> Field<'_, Text> {
        self.field(name, label, Text { component: "textarea", initial: None, at_most: None })
    }
    /// Never filled in again when the form is shown with errors.
    pub fn password(&mut self, name: &str, label: &str) -> Field<'_, Text> {
        self.field(name, label, Text { component: "password-input", initial: None, at_most: None })
    }
    pub fn day(&mut self, name: &str, label: &str) -> Field<'_, Day> {
        self.field(name, label, Day { initial: None, not_after: None, not_before: None })
    }
    /// A value that goes along unseen. It can be forged like any other, so it is only ever a key or a repeat.
    pub fn hidden(&mut self, name: &str, value: &str) -> Option<String> {
        let sent = self.answers.as_ref().and_then(|answers| answers.one(name));
        let value = sent.clone().unwrap_or_else(|| value.to_owned());
        self.show(name, "hidden", Params::from_iter([("value".to_owned(), json!(value))]));
        sent
    }
    /// A box for a file. Its bytes do not come through the form: the upload is read as a stream.
    pub fn file(&mut self, name: &str, label: &str, hint: &str) {
        self.upload = true;
        let mut params = named(name, label);
        params.insert("hint".into(), json!({ "text": hint }));
        self.show(name, "file-upload", params);
    }
    /// A box for several files at once.
    pub fn files(&mut self, name: &str, label: &str, hint: &str) {
        self.file(name, label, hint);
        if let Some(shown) = self.fields.last_mut() {
            shown.params.insert("multiple".into(), json!(true));
        }
    }
    pub(super) fn field<K>(&mut self, name: &str, label: &str, kind: K) -> Field<'_, K> {
        Field { form: self, name: name.to_owned(), label: label.to_owned(), params: Params::new(), kind }
    }
}

impl<'f, K> Field<'f, K> {
    pub(super) fn map<L>(self, kind: impl FnOnce(K) -> L) -> Field<'f, L> {
        let Field { form, name, label, params, kind: from } = self;
        Field { form, name, label, params, kind: kind(from) }
    }
    pub fn hint(mut self, hint: &str) -> Self {
        self.params.insert("hint".into(), json!({ "text": hint }));
        self
    }
    /// A parameter of the component that no method names, such as `autocomplete`.
    pub fn with(mut self, param: &str, value: impl Into<Json>) -> Self {
        self.params.insert(param.into(), value.into());
        self
    }
}

impl Field<'_, Text> {
    pub fn initial(mut self, text: impl Into<String>) -> Self {
        self.kind.initial = Some(text.into());
        self
    }
    pub fn at_most(mut self, characters: usize) -> Self {
        self.kind.at_most = Some(characters);
        self
    }
    pub fn required(self, message: &str) -> Option<String> {
        self.read(Some(message))
    }
    pub fn optional(self) -> Option<String> {
        self.read(None)
    }
    fn read(self, message: Option<&str>) -> Option<String> {
        let Field { form, name, label, params, kind } = self;
        let sent = form.answers.as_ref().and_then(|answers| answers.one(&name));
        let shown = if form.answers.is_some() { sent.clone() } else { kind.initial };
        let mut all = named(&name, &label);
        if kind.component != "password-input" {
            all.insert("value".into(), json!(shown.unwrap_or_default()));
        }
        all.extend(params);
        form.show(&name, kind.component, all);
        form.answers.as_ref()?;
        match (&sent, message, kind.at_most) {
            (None, Some(message), _) => form.wrong(&name, message),
            (Some(text), _, Some(limit)) if text.chars().count() > limit => {
                let has = text.chars().count();
                form.wrong(&name, &format!("{label} must be {limit} characters or fewer: it has {has}"));
            }
            _ => return sent,
        }
        None
    }
}

impl Field<'_, Day> {
    pub fn initial(mut self, on: Date) -> Self {
        self.kind.initial = Some(on);
        self
    }
    pub fn not_after(mut self, today: Date) -> Self {
        self.kind.not_after = Some(today);
        self
    }
    pub fn not_before(mut self, first: Date) -> Self {
        self.kind.not_before = Some(first);
        self
    }
    pub fn required(self, message: &str) -> Option<Date> {
        self.read(Some(message))
    }
    pub fn optional(self) -> Option<Date> {
        self.read(None)
    }
    fn read(self, message: Option<&str>) -> Option<Date> {
        let Field { form, name, label, params, kind } = self;
        let typed = match &form.answers {
            Some(answers) => {
                let part = |part: &str| answers.one(&format!("{name}-{part}")).unwrap_or_default();
                Typed { day: part("day"), month: part("month"), year: part("year") }
            }
            None => kind.initial.map(Typed::from).unwrap_or_default(),
        };
        let read = match day::read(&typed, &label) {
            Read::Day(on) if kind.not_after.is_some_and(|last| on > last) => {
                Err((format!("{label} must be today or in the past"), [true; 3]))
            }
            Read::Day(on) => match kind.not_before {
                Some(first) if on < first => Err((format!("{label} must be on or after {}", words(first)), [true; 3])),
                _ => Ok(Some(on)),
            },
            Read::Wrong(text, boxes) => Err((text, boxes)),
            Read::Blank => message.map_or(Ok(None), |message| Err((message.to_owned(), [true; 3]))),
        };
        let sent = form.answers.is_some();
        let boxes = if let (Err((_, boxes)), true) = (&read, sent) { *boxes } else { [false; 3] };
        let mut all = Params::from_iter([
            ("id".to_owned(), json!(name)),
            ("namePrefix".to_owned(), json!(name)),
            ("fieldset".to_owned(), legend(&label)),
            ("items".to_owned(), items(&typed, boxes)),
        ]);
        all.extend(params);
        form.show(&name, "date-input", all);
        match read {
            Err((text, _)) if sent => form.wrong(&name, &text),
            Ok(on) if sent => return on,
            _ => {}
        }
        None
    }
}

pub(super) fn named(name: &str, label: &str) -> Params {
    Params::from_iter([
        ("id".to_owned(), json!(name)),
        ("name".to_owned(), json!(name)),
        ("label".to_owned(), json!({ "text": label, "classes": "govuk-label--s" })),
    ])
}
pub(super) fn legend(label: &str) -> Json {
    json!({ "legend": { "text": label, "classes": "govuk-fieldset__legend--s" } })
}
fn items(typed: &Typed, wrong: [bool; 3]) -> Json {
    json!([
        { "name": "day", "value": typed.day, "error": wrong[0], "classes": "govuk-input--width-2" },
        // Not "numeric": a month may be written as a word.
        { "name": "month", "value": typed.month, "error": wrong[1], "classes": "govuk-input--width-2", "inputmode": "text" },
        { "name": "year", "value": typed.year, "error": wrong[2], "classes": "govuk-input--width-4" },
    ])
}
