use crate::{
    day::{Date, Timestamp},
    fact::Id,
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// Said by the young person on their own page. It gets an answer by a promised day.
    Said {
        childs_words: String,
    },
    /// To what they said, in words for them.
    Answered {
        said: Id,
        words: String,
    },
    /// They do not feel safe, and said so on their own page.
    NotSafe {
        childs_words: String,
        /// How they can be reached now, if they said it.
        reach: String,
        /// Who is told, and from when on: whoever is on duty at once, the others if nobody has opened it by then.
        told: Vec<(Id, Timestamp)>,
    },
    NotSafeOpened {
        alarm: Id,
    },
    /// A worker wants the young person to see this on their page. Nothing is shared that is not said so.
    Shared {
        words: String,
    },
    /// They have read a letter on their own page, and say so there.
    LetterRead {
        letter: Id,
    },
    /// When they next meet their adviser.
    MeetingPlanned {
        meets: Timestamp,
        place: String,
    },
    /// The looks of a worker at the record are not shown to the young person: an enquiry would be given away.
    LooksHeldBack {
        worker: Id,
        from: Date,
        until: Option<Date>,
        why: String,
    },
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Young(f)
    }
}
