use super::Document;
use crate::{day::Date, fact::Id};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// A way to reach the young person, as far as whoever says it knows. Said again whole when more is known.
    WayKnown(Box<Way>),
    /// It reaches them no more.
    WayEnded {
        way: Id,
        why: String,
    },
    LetterSent(Box<Sent>),
    /// Somebody asked for a copy of something and was told no.
    CopyRefused {
        who: String,
        of_what: String,
        why: String,
    },
}

/// An address or number, and whether it may be used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Way {
    /// The same whenever it is said again.
    pub way: Id,
    pub kind: Kind,
    /// The address, a line each; the number; the e-mail address.
    pub reaches: String,
    /// `None` until somebody asked the young person: it is not used until then.
    pub safe: Option<bool>,
    /// How it may be used: `text only, nothing on voicemail`.
    pub how: String,
    /// When: `weekdays before five`.
    pub when: String,
    /// The last day on which what is said of its safety holds; then somebody asks again.
    pub until: Option<Date>,
    pub kept_from: KeptFrom,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Post,
    Email,
    Phone,
}
/// To whom it must not be told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeptFrom {
    /// Nobody in particular: it is told like any other fact of the record.
    NoOne,
    /// Names or relations, as people are called in the record.
    These(Vec<String>),
    /// Anybody but the young person: a refuge.
    Everyone,
}
/// A letter as it was sent: whole, so that it can be printed again letter by letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sent {
    /// The code of the letter.
    pub letter: String,
    /// The way that it took; by hand it took none.
    pub way: Option<Id>,
    pub by: By,
    /// What it tells of: a decision, a version of a plan.
    pub about: Option<Id>,
    pub document: Document,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    Post,
    /// The message says that a letter waits, and nothing else.
    Email,
    /// The same in a text message.
    Text,
    Hand,
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Letters(f)
    }
}
impl Kind {
    pub const ALL: [Kind; 3] = [Kind::Post, Kind::Email, Kind::Phone];
    pub fn code(self) -> &'static str {
        match self {
            Kind::Post => "post",
            Kind::Email => "email",
            Kind::Phone => "phone",
        }
    }
    pub fn words(self) -> &'static str {
        match self {
            Kind::Post => "Address",
            Kind::Email => "E-mail",
            Kind::Phone => "Phone number",
        }
    }
}
impl By {
    pub const ALL: [By; 4] = [By::Post, By::Email, By::Text, By::Hand];
    pub fn code(self) -> &'static str {
        match self {
            By::Post => "post",
            By::Email => "email",
            By::Text => "text",
            By::Hand => "hand",
        }
    }
    pub fn words(self) -> &'static str {
        match self {
            By::Post => "By post",
            By::Email => "By e-mail, which says that a letter waits",
            By::Text => "By text message, which says that a letter waits",
            By::Hand => "By hand",
        }
    }
    /// The kind of way that it takes.
    pub fn takes(self) -> Option<Kind> {
        match self {
            By::Post => Some(Kind::Post),
            By::Email => Some(Kind::Email),
            By::Text => Some(Kind::Phone),
            By::Hand => None,
        }
    }
}
