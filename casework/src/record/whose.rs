//! Whose record something is recorded in.
use crate::{
    page::{Chrome, Link, Place},
    people::heading::heading,
};
use kernel::{Error, Leave, Reading};
use practice::Id;
use serde::{Deserialize, Serialize};

const WHOSE: &str = include_str!("sql/whose.sql");
pub(super) const QUESTIONS: &[&str] = &[WHOSE];

#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Whose {
    pub id: Id,
    name: Option<String>,
    preferred_name: Option<String>,
}
impl Whose {
    pub async fn of(reading: &mut Reading, child: Id) -> Result<Whose, Error> {
        let row = reading.ask_one(WHOSE, &[("child", child.into())]).await?;
        row.ok_or_else(|| "leave for a child who is not there".into())
    }
    pub fn heading(&self) -> String {
        heading(self.name.as_deref(), self.preferred_name.as_deref(), self.id)
    }
    pub fn href(&self) -> String {
        format!("/children/{}", self.id)
    }
    pub fn chrome(&self, may: &impl Leave, title: &str) -> Chrome {
        Chrome {
            about: Some(self.heading()),
            back: Some(Link::new(self.href(), "Back to the record")),
            ..crate::frame::chrome(may, title, Some(Place::Today))
        }
    }
    #[cfg(test)]
    pub fn sample(n: u128, name: &str) -> Whose {
        Whose { id: Id::from_u128(n), name: Some(name.into()), preferred_name: None }
    }
}
