//! Fields that offer a list: radios and selects answer with one of it, checkboxes with several.
use super::{
    Form,
    fields::{Field, Params, legend, named},
};
use serde_json::{Value as Json, json};

/// One of a list: what it is, how the form sends it, what it is called.
pub struct Choice<T> {
    is: T,
    value: String,
    text: String,
    hint: Option<String>,
}
pub struct One<T>(Offer<T>);
pub struct Several<T>(Offer<T>);
struct Offer<T> {
    component: &'static str,
    choices: Vec<Choice<T>>,
    initial: Vec<String>,
}

pub fn choice<T>(is: T, value: impl Into<String>, text: impl Into<String>) -> Choice<T> {
    Choice { is, value: value.into(), text: text.into(), hint: None }
}
pub fn yes_no() -> [Choice<bool>; 2] {
    [choice(true, "yes", "Yes"), choice(false, "no", "No")]
}
impl<T> Choice<T> {
    /// The same among choices of which another says that it is not known.
    pub fn some(self) -> Choice<Option<T>> {
        Choice { is: Some(self.is), value: self.value, text: self.text, hint: self.hint }
    }
    pub fn hint(self, hint: impl Into<String>) -> Choice<T> {
        Choice { hint: Some(hint.into()), ..self }
    }
}
impl<T> Offer<T> {
    fn of(component: &'static str, choices: impl IntoIterator<Item = Choice<T>>) -> Offer<T> {
        Offer { component, choices: choices.into_iter().collect(), initial: vec![] }
    }
}

impl Form {
    pub fn radios<T>(
        &mut self,
        name: &str,
        label: &str,
        choices: impl IntoIterator<Item = Choice<T>>,
    ) -> Field<'_, One<T>> {
        self.field(name, label, One(Offer::of("radios", choices)))
    }
    pub fn select<T>(
        &mut self,
        name: &str,
        label: &str,
        choices: impl IntoIterator<Item = Choice<T>>,
    ) -> Field<'_, One<T>> {
        self.field(name, label, One(Offer::of("select", choices)))
    }
    pub fn checkboxes<T>(
        &mut self,
        name: &str,
        label: &str,
        choices: impl IntoIterator<Item = Choice<T>>,
    ) -> Field<'_, Several<T>> {
        self.field(name, label, Several(Offer::of("checkboxes", choices)))
    }
}

impl<T> Field<'_, One<T>> {
    /// The value that is chosen when the form is first shown.
    pub fn initial(mut self, value: &str) -> Self {
        self.kind.0.initial = vec![value.to_owned()];
        self
    }
    pub fn required(self, message: &str) -> Option<T> {
        self.map(|One(offer)| offer).read(Some(message))?.pop()
    }
    pub fn optional(self) -> Option<T> {
        self.map(|One(offer)| offer).read(None)?.pop()
    }
}
impl<T> Field<'_, Several<T>> {
    pub fn initial<'v>(mut self, values: impl IntoIterator<Item = &'v str>) -> Self {
        self.kind.0.initial = values.into_iter().map(str::to_owned).collect();
        self
    }
    /// At least one.
    pub fn required(self, message: &str) -> Option<Vec<T>> {
        self.map(|Several(offer)| offer).read(Some(message))
    }
    pub fn optional(self) -> Vec<T> {
        self.map(|Several(offer)| offer).read(None).unwrap_or_default()
    }
}

impl<T> Field<'_, Offer<T>> {
    fn read(self, message: Option<&str>) -> Option<Vec<T>> {
        let Field { form, name, label, params, kind } = self;
        let sent: Option<Vec<String>> = form.answers.as_ref().map(|answers| answers.all(&name).collect());
        let mut all = match kind.component {
            "select" => named(&name, &label),
            _ => Params::from_iter([
                ("idPrefix".to_owned(), json!(name)),
                ("name".to_owned(), json!(name)),
                ("fieldset".to_owned(), legend(&label)),
            ]),
        };
        all.insert("items".into(), items(&kind, sent.as_ref().unwrap_or(&kind.initial)));
        all.extend(params);
        form.show(&name, kind.component, all);
        let sent = sent?;
        let offered = |value: &String| kind.choices.iter().any(|choice| choice.value == *value);
        let one = kind.component != "checkboxes";
        // Only a form that is not ours can send these.
        let strange = !sent.iter().all(offered) || (one && sent.len() > 1);
        match message {
            _ if strange => form.wrong(&name, &format!("Choose “{label}” from the list")),
            Some(message) if sent.is_empty() => form.wrong(&name, message),
            _ => return Some(kind.choices.into_iter().filter(|c| sent.contains(&c.value)).map(|c| c.is).collect()),
        }
        None
    }
}

fn items<T>(offer: &Offer<T>, chosen: &[String]) -> Json {
    let select = offer.component == "select";
    let item = |choice: &Choice<T>| {
        let mut item = json!({ "value": choice.value, "text": choice.text });
        item[if select { "selected" } else { "checked" }] = json!(chosen.contains(&choice.value));
        if let Some(hint) = &choice.hint {
            item["hint"] = json!({ "text": hint });
        }
        item
    };
    // A select begins with an empty choice, so that nothing is chosen by not choosing.
    let empty = select.then(|| json!({ "value": "", "text": "" }));
    empty.into_iter().chain(offer.choices.iter().map(item)).collect()
}
