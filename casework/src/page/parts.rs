//! Our own components: what each is given. Their templates are the files in `parts/`.
use super::{
    chrome::Link,
    words::{Colour, Tag},
};
use practice::Date;
use serde::Serialize;

/// Every template in `parts/`, by the name under which it is loaded.
pub(super) const TEMPLATES: &[(&str, &str)] = &[
    ("page/parts/control.html", include_str!("parts/control.html")),
    ("page/parts/document.html", include_str!("parts/document.html")),
    ("page/parts/field.html", include_str!("parts/field.html")),
    ("page/parts/filter.html", include_str!("parts/filter.html")),
    ("page/parts/form.html", include_str!("parts/form.html")),
    ("page/parts/identity.html", include_str!("parts/identity.html")),
    ("page/parts/journey.html", include_str!("parts/journey.html")),
    ("page/parts/not_safe.html", include_str!("parts/not_safe.html")),
    ("page/parts/owed.html", include_str!("parts/owed.html")),
    ("page/parts/progress.html", include_str!("parts/progress.html")),
    ("page/parts/record.html", include_str!("parts/record.html")),
    ("page/parts/spans.html", include_str!("parts/spans.html")),
    ("page/parts/summary.html", include_str!("parts/summary.html")),
    ("page/parts/table.html", include_str!("parts/table.html")),
    ("page/parts/timeline.html", include_str!("parts/timeline.html")),
    ("page/parts/words.html", include_str!("parts/words.html")),
];

/// Who the record is about, at the head of each of its pages: `{{ loxley.identity(identity=identity) }}`.
#[derive(Clone, Debug, Serialize)]
pub struct Identity {
    /// `Amy Fell`, or `Child 1042` where no name is known.
    pub name: String,
    pub preferred: Option<String>,
    /// `aged 7, born 3 April 2019`, `not yet born`, `age not known`.
    pub age: String,
    /// Identifiers that people use on the telephone: what, and which.
    pub numbers: Vec<(String, String)>,
    pub badges: Vec<Badge>,
    /// Where the name leads; nothing on the record's own first page.
    pub href: Option<String>,
}
/// A badge says why it is lit.
#[derive(Clone, Debug, Serialize)]
pub struct Badge {
    pub tag: Tag,
    pub why: String,
}
impl Badge {
    pub fn new(text: impl Into<String>, colour: Colour, why: impl Into<String>) -> Badge {
        Badge { tag: Tag::new(text, colour), why: why.into() }
    }
}

/// One event of a timeline, newest first: `{{ loxley.timeline(events=events, today=chrome.today) }}`.
#[derive(Clone, Debug, Serialize)]
pub struct Event {
    /// Its anchor, which never changes: the id of its fact.
    pub id: String,
    pub title: String,
    pub on: Date,
    pub by: Option<String>,
    pub tag: Option<Tag>,
    /// An overview and not the whole text; paragraphs part at empty lines.
    pub text: String,
    /// The child's own words, set apart.
    pub words: Option<String>,
    pub links: Vec<Link>,
}

/// Facts as a list of key and value: `{{ loxley.summary(rows=rows) }}`.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    pub key: String,
    pub value: String,
    /// What follows from it or where it comes from, smaller.
    pub detail: Option<String>,
    pub tag: Option<Tag>,
    /// `Change`, said with the key to who cannot see where it stands.
    pub action: Option<Link>,
}
impl Row {
    pub fn new(key: impl Into<String>, value: impl Into<String>) -> Row {
        Row { key: key.into(), value: value.into(), detail: None, tag: None, action: None }
    }
}
