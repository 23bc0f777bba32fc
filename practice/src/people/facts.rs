use super::reported;
use crate::{day::Date, day::Timestamp, fact::Id};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    HeaderReported(Box<reported::Header>),
    IdentifiersReported(Box<reported::Identifiers>),
    /// Who a child is, as far as whoever says it knows. Said again whole when more is known.
    Registered(Identity),
    /// The child is known elsewhere by this identifier.
    Identified {
        scheme: Scheme,
        authority: String,
        value: String,
    },
    Died,
    /// Why there is no unique pupil number (`cin.upn_unknown`).
    UpnUnknown {
        reason: String,
    },
    /// A girl or young woman gave birth for the first time.
    BecameMother,
    Allocated {
        worker: Id,
        team: Id,
        part: Part,
        /// `s903.sw_reason`: why the child has this social worker, or another one than before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why: Option<String>,
    },
    AllocationEnded {
        worker: Id,
        part: Part,
    },
    /// Related to, living with or important to the child.
    Related(Relation),
    RelationEnded {
        other: Other,
        relation: String,
    },
    /// Two records may be of one child: a number or a name says so. A person decides.
    PossiblySame {
        other: Id,
        why: String,
    },
    SaidWhetherSame {
        other: Id,
        same: bool,
        why: String,
    },
    /// Only the workers named, and those allocated, may know that there is a record.
    Restricted {
        why: String,
        named: Vec<Id>,
    },
    RestrictionLifted {
        why: String,
    },
    /// A worker must not see this record: own family, neighbour, a case about them.
    ConflictDeclared {
        worker: Id,
        why: String,
    },
    ConflictEnded {
        worker: Id,
    },
    /// A record out of reach was opened, with a reason, until a moment.
    Opened {
        worker: Id,
        why: String,
        until: Timestamp,
        glass_broken: bool,
    },
    /// A manager who is not the one who opened it says whether it was right.
    OpeningReviewed {
        opening: Id,
        justified: bool,
        words: String,
    },
    /// The child was visited, or an attempt was made.
    Visited(Visit),
    CaseNoteMade {
        title: String,
        words: String,
        significant: bool,
        together: Option<Id>,
    },
    /// Something to be known by a worker: it stands on their Today until they open it.
    Told {
        worker: Id,
        what: String,
    },
    NoticeOpened {
        notice: Id,
    },
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Identity {
    /// An imported child has no name.
    pub first_names: Option<String>,
    pub family_name: Option<String>,
    pub preferred_name: Option<String>,
    pub born: Option<Date>,
    /// The day an unborn child is expected.
    pub expected: Option<Date>,
    /// `M`, `F`, `U`.
    pub sex: Option<String>,
    pub ethnicity: Option<String>,
    pub language: Option<String>,
    pub postcode: Option<String>,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// The 903 CHILD and the CIN LAchildID of one authority are one scheme.
    AuthorityChild,
    Upn,
    FormerUpn,
    Nhs,
}
/// What a worker is to a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Worker,
    Adviser,
    Chair,
    ReviewingOfficer,
    SupervisingWorker,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    pub other: Other,
    /// What the other is to this child: `mother`, `half brother`, `foster carer`.
    pub relation: String,
    pub parental_responsibility: Option<bool>,
    pub lives_with: Option<bool>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Other {
    Child(Id),
    Adult { id: Id, name: String },
}
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Visit {
    /// A visit counts only when the child was seen.
    pub seen: bool,
    pub seen_alone: bool,
    pub why_not_alone: Option<String>,
    pub bedroom_seen: Option<bool>,
    /// What the child said, in their own words.
    pub childs_words: String,
    pub notes: String,
    /// One visit to several children is one fact for each, with this shared.
    pub together: Option<Id>,
}
impl Fact {
    /// Every code in the fact with the set that it must be from.
    pub fn codes(&self) -> Vec<(&'static str, &str)> {
        match self {
            Fact::UpnUnknown { reason } => vec![("cin.upn_unknown", reason)],
            Fact::Allocated { why: Some(why), .. } => vec![("s903.sw_reason", why)],
            _ => vec![],
        }
    }
}
impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::People(f)
    }
}
