//! Whose record a page is about, as its head says it.
use crate::{
    page::{Chrome, Link, Place},
    people::heading::heading,
};
use kernel::{Error, Leave, Reading};
use practice::{Date, Id, day};
use serde::{Deserialize, Serialize};

const WHOSE: &str = include_str!("sql/whose.sql");
pub(super) const QUESTIONS: &[&str] = &[WHOSE];

#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Whose {
    pub id: Id,
    name: Option<String>,
    preferred_name: Option<String>,
    pub born: Option<Date>,
    pub expected: Option<Date>,
    pub restricted: bool,
    pub worker: Option<String>,
    pub team: Option<String>,
    mine: bool,
    names_me: bool,
}
impl Whose {
    pub async fn of(reading: &mut Reading, child: Id) -> Result<Whose, Error> {
        let row = reading.ask_one(WHOSE, &[("child", child.into())]).await?;
        row.ok_or_else(|| "leave for a child who is not there".into())
    }
    pub fn heading(&self) -> String {
        heading(self.name.as_deref(), self.preferred_name.as_deref(), self.id)
    }
    /// Restricted, and this reader is neither allocated nor named: whatever brought them here, it does
    /// not show whose record it is, and a broken glass is no leave to change who may see it.
    pub fn is_closed(&self) -> bool {
        self.restricted && !self.mine && !self.names_me
    }
    pub fn line(&self, today: Date) -> Line {
        match self.is_closed() {
            true => Line { name: "A restricted record".into(), age: None, ring: None },
            false => Line {
                name: self.heading(),
                age: Some(age(self.born, self.expected, today)),
                ring: Some(ring(self.worker.as_deref(), self.team.as_deref())),
            },
        }
    }
    /// The frame of a page about this child.
    pub fn chrome(&self, may: &impl Leave, title: &str, back: &str) -> Chrome {
        let line = self.line(may.today());
        let text = if back == "/today" { "Back to Today" } else { "Back to the record" };
        Chrome {
            about: Some(line.name),
            back: Some(Link::new(back, text)),
            ..crate::frame::chrome(may, title, Some(Place::Search))
        }
    }
}
/// Name, age and whom to ring: all that a record out of reach shows.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Line {
    pub name: String,
    pub age: Option<String>,
    pub ring: Option<String>,
}
pub(super) fn age(born: Option<Date>, expected: Option<Date>, today: Date) -> String {
    match (born.map(|born| day::age_on(born, today)), expected) {
        (Some(Some(years)), _) => format!("aged {years}"),
        (Some(None), _) | (None, Some(_)) => "not yet born".into(),
        (None, None) => "age not known".into(),
    }
}
pub(super) fn ring(worker: Option<&str>, team: Option<&str>) -> String {
    match (worker, team) {
        (Some(worker), Some(team)) => format!("{worker}, {team}"),
        (Some(who), None) | (None, Some(who)) => who.into(),
        (None, None) => "the duty manager: nobody is allocated".into(),
    }
}

#[cfg(test)]
pub(super) fn sample(restricted: bool) -> Whose {
    Whose {
        id: Id::nil(),
        name: Some("Maya Halliday".into()),
        preferred_name: None,
        born: Some(day::date(2018, 3, 4)),
        expected: None,
        restricted,
        worker: Some("Ruth Bell".into()),
        team: Some("Long-term, Ash".into()),
        mine: false,
        names_me: false,
    }
}
#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    #[test]
    fn a_restricted_record_keeps_its_name_from_whoever_is_not_named() {
        let today = date(2026, 11, 22);
        assert_eq!(sample(false).line(today).name, "Maya Halliday");
        let closed = sample(true).line(today);
        assert_eq!((closed.name.as_str(), closed.age, closed.ring), ("A restricted record", None, None));
        assert_eq!(Whose { names_me: true, ..sample(true) }.line(today).name, "Maya Halliday");
    }
    #[test]
    fn an_age_is_said_and_so_is_that_it_is_not_known() {
        let on = date(2026, 11, 22);
        assert_eq!(age(Some(date(2019, 11, 22)), None, on), "aged 7");
        assert_eq!(age(None, Some(date(2027, 1, 5)), on), "not yet born");
        assert_eq!(age(None, None, on), "age not known");
    }
}
