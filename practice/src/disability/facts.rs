use super::reported;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// Each disability that the child has (`cin.disability`), or `NONE`. Said again whole when it changes.
    DisabilitiesLearned {
        disabilities: Vec<String>,
    },

    DisabilitiesReported(Box<reported::Disabilities>),
}

impl Fact {
    /// Every code in the fact with the set that it must be from.
    pub fn codes(&self) -> Vec<(&'static str, &str)> {
        match self {
            Fact::DisabilitiesLearned { disabilities } => {
                disabilities.iter().map(|code| ("cin.disability", code.as_str())).collect()
            }
            Fact::DisabilitiesReported(_) => vec![],
        }
    }
}

impl From<Fact> for crate::Fact {
    fn from(f: Fact) -> crate::Fact {
        crate::Fact::Disability(f)
    }
}
