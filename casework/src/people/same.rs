//! Other records of the same child, as somebody said. The records stay two, each with its own leave: who
//! reads one is led to the other, where it is open to them or may be opened with a reason.
use super::heading::heading;
use crate::deeds::{Search, ViewChild};
use kernel::{Allowed, Error, Reading};
use practice::{Date, Id};
use serde::{Deserialize, Serialize};

pub const SAID: &str = include_str!("sql/same_said.sql");
pub const CALLED: &str = include_str!("sql/same_called.sql");

#[derive(Deserialize)]
struct Said {
    other: Id,
    said_on: Option<Date>,
    said_why: Option<String>,
    said_by: Option<String>,
}
#[derive(Deserialize)]
struct Called {
    id: Id,
    name: Option<String>,
    preferred_name: Option<String>,
}
#[derive(Clone, Debug, Serialize)]
pub struct Same {
    pub name: String,
    pub href: String,
    pub by: String,
    pub on: Option<Date>,
    /// Nothing for a role that reads no words.
    pub why: Option<String>,
}
impl Said {
    fn same(self, called: Called) -> Same {
        Same {
            name: heading(called.name.as_deref(), called.preferred_name.as_deref(), called.id),
            href: format!("/children/{}", called.id),
            by: self.said_by.unwrap_or_else(|| "Somebody who has left".into()),
            on: self.said_on,
            why: self.said_why,
        }
    }
}
/// As far as a search would find them: of a restricted record this one says nothing.
pub async fn same(may: &Allowed<ViewChild>, reading: &mut Reading) -> Result<Vec<Same>, Error> {
    let said: Vec<Said> = reading.ask(SAID, &[("child", may.child().into())]).await?;
    if said.is_empty() {
        return Ok(vec![]);
    }
    let mut wider = match may.also::<Search>().await? {
        Some(search) => search.reading().await?,
        None => may.reading_in_reach().await?,
    };
    let mut all = vec![];
    for one in said {
        let called: Option<Called> = wider.ask_one(CALLED, &[("child", one.other.into())]).await?;
        all.extend(called.map(|called| one.same(called)));
    }
    Ok(all)
}
pub fn sample() -> Same {
    Same {
        name: "Child 1042".into(),
        href: "/children/2".into(),
        by: "Ruth Ollerton".into(),
        on: Some(practice::day::date(2026, 11, 2)),
        why: Some("The school confirmed the number".into()),
    }
}
