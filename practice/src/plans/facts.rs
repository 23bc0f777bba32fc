use super::{Change, Person};
use crate::{
    day::{Date, Timestamp},
    fact::Id,
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// A version was written. It takes the place of a draft that nobody had spoken to.
    VersionDrafted(Box<Draft>),
    /// Somebody named agrees with a version; what they said, if anything.
    Agreed { version: Id, by: Person, words: String },
    NotAgreed {
        version: Id,
        by: Person,
        /// In their own words.
        words: String,
    },
    /// The day is the envelope's.
    CopyGiven {
        version: Id,
        to: Person,
        how: How,
        /// Gone through together, not only handed over.
        explained: bool,
        response: String,
    },
    /// Why the young person has no copy.
    NoCopyGiven { version: Id, why: String },
    /// Something changed in the young person's life that no other fact tells.
    ChangeHappened { change: Change, words: String },
    /// Whatever changed so far, the version stands as it is.
    FoundToStand {
        version: Id,
        why: String,
        /// The whole plan was reviewed, not only what had changed.
        at_review: bool,
    },
    /// What became of an action.
    ActionEnded {
        action: Id,
        outcome: Outcome,
        /// What it changed for the young person.
        effect: String,
    },
    /// An action has another owner.
    ActionGiven { action: Id, to: Person, why: String },
}

/// One version of a plan, whole: nothing is carried over unsaid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The code of its kind.
    pub kind: String,
    pub version: Id,
    pub areas: Vec<AreaWords>,
    pub actions: Vec<Action>,
    /// What is done if the plan fails.
    pub contingency: String,
    /// When somebody began to write it, with the actions as they stood then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun: Option<Timestamp>,
}
/// What a version says about one area of need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AreaWords {
    /// The code of the area.
    pub area: String,
    /// How things are, and what is needed.
    pub need: String,
    /// What the young person wants, in their own words.
    pub aim: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Action {
    /// The same in each version that carries it over.
    pub id: Id,
    pub area: String,
    pub what: String,
    pub owner: Person,
    pub by: Date,
    /// What will be different for the young person.
    pub different: String,
    pub known_by: String,
    /// Why the wording stands although the help pointed at it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite: Option<String>,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    ByHand,
    Post,
    Email,
    Message,
    /// Read to them, or signed, or in their language.
    ReadAloud,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Done,
    NotDone,
    NoLongerNeeded,
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Plans(f)
    }
}
impl Fact {
    /// Whom it names beside the author.
    pub fn person(&self) -> Option<&Person> {
        match self {
            Fact::Agreed { by, .. } | Fact::NotAgreed { by, .. } => Some(by),
            Fact::CopyGiven { to, .. } | Fact::ActionGiven { to, .. } => Some(to),
            _ => None,
        }
    }
}
impl How {
    pub const ALL: [How; 5] = [How::ByHand, How::Post, How::Email, How::Message, How::ReadAloud];
    /// As it is stored and sent.
    pub fn code(self) -> &'static str {
        match self {
            How::ByHand => "by_hand",
            How::Post => "post",
            How::Email => "email",
            How::Message => "message",
            How::ReadAloud => "read_aloud",
        }
    }
    pub fn words(self) -> &'static str {
        match self {
            How::ByHand => "By hand",
            How::Post => "By post",
            How::Email => "By e-mail",
            How::Message => "By message",
            How::ReadAloud => "Read or signed to them, or in their language",
        }
    }
}
impl Outcome {
    pub const ALL: [Outcome; 3] = [Outcome::Done, Outcome::NotDone, Outcome::NoLongerNeeded];
    pub fn code(self) -> &'static str {
        match self {
            Outcome::Done => "done",
            Outcome::NotDone => "not_done",
            Outcome::NoLongerNeeded => "no_longer_needed",
        }
    }
    pub fn words(self) -> &'static str {
        match self {
            Outcome::Done => "Done",
            Outcome::NotDone => "Not done",
            Outcome::NoLongerNeeded => "No longer needed",
        }
    }
    /// What was not done is still to be done, until a later version leaves it out.
    pub fn closes(self) -> bool {
        self != Outcome::NotDone
    }
}
