//! The people around a child: brothers and sisters side by side, everybody who is related to the
//! child and how, and the workers. Nobody is listed whose record the reader may not see.
use super::{
    head::{At, Head, Shown, age_words},
    heading::heading,
    relations::inverse,
    workers::{self, Line, Works},
};
use crate::{
    deeds::ViewChild,
    frame::Answer,
    page::{Page, Sample, given, words::capital},
};
use kernel::{Allowed, Leave as _};
use minijinja::Value;
use practice::{Date, Id, codes, day};
use serde::{Deserialize, Serialize};

pub const PAGE: Page = Page { name: "people/family.html", source: include_str!("family.html"), samples };
pub const FAMILY: &str = include_str!("sql/family.sql");
pub const KIN: &str = include_str!("sql/kin.sql");
pub const ADULTS: &str = include_str!("sql/adults.sql");

pub async fn show(may: Allowed<ViewChild>) -> Answer {
    let (child, today) = (may.child(), may.today());
    let mut reading = may.reading_in_reach().await?;
    let head = Head::read(&mut reading, child).await?;
    let given = [("child", child.into())];
    let kin: Vec<Kin> = reading.ask(KIN, &given).await?;
    let family: Vec<Relative> = reading.ask(FAMILY, &given).await?;
    let adults: Vec<Through> = reading.ask(ADULTS, &given).await?;
    let workers = workers::workers(&mut reading, child).await?;
    let sex = head.child.sex.as_deref();
    let shown = Family {
        called: head.called(),
        kin: kin.iter().map(|k| k.line(child, today)).collect(),
        people: family.iter().map(|r| r.line(sex, &adults)).collect(),
        now: workers.iter().filter(|w| w.ended.is_none()).map(Works::line).collect(),
        before: workers.iter().filter(|w| w.ended.is_some()).map(Works::line).collect(),
    };
    Ok(PAGE.show(head.chrome(&may, At::Family), context(head.shown(&may, At::Family), shown)))
}
fn context(record: Shown, family: Family) -> Value {
    given! { record, family }
}
#[derive(Serialize)]
struct Family {
    called: String,
    kin: Vec<Beside>,
    people: Vec<Person>,
    now: Vec<Line>,
    before: Vec<Line>,
}

/// A row of `kin.sql`: a child of the family, this one included.
#[derive(Deserialize)]
struct Kin {
    id: Id,
    name: Option<String>,
    preferred_name: Option<String>,
    born: Option<Date>,
    expected: Option<Date>,
    died: Option<Date>,
    worker: Option<String>,
    team: Option<String>,
    /// Of the placement, where the child is looked after.
    place: Option<String>,
    /// The last day of the return that says so, where nobody has said anything since.
    known_until: Option<Date>,
    /// Somebody said with which adult the child lives.
    with_adult: bool,
    next_due: Option<Date>,
    overdue: Option<i64>,
    looked_after: bool,
    on_plan: bool,
    in_need: bool,
}
#[derive(Serialize)]
struct Beside {
    name: String,
    href: Option<String>,
    age: String,
    lives: String,
    in_law: String,
    worker: String,
    due: String,
}
impl Kin {
    fn line(&self, here: Id, today: Date) -> Beside {
        let place = self.place.as_deref().filter(|p| !p.is_empty());
        let place = place.map(|p| codes::label("s903.placement_type", p).unwrap_or(p).to_string());
        let place = place.map(|place| match self.known_until {
            Some(last) => format!("{place}, on {}; not known since", day::words(last)),
            None => place,
        });
        let lives = match (place, self.looked_after, self.with_adult) {
            (Some(place), ..) => place,
            (None, ..) if self.born.is_none() => "Not yet born".into(),
            // The placement is what nobody told us of.
            (None, true, _) | (None, false, false) => "Not known".into(),
            (None, false, true) => "At home".into(),
        };
        let died = self.died.map(|on| format!("died on {}; ", day::words(on))).unwrap_or_default();
        let law = [
            (self.looked_after, "looked after"),
            (self.on_plan, "on a child protection plan"),
            (self.in_need && !self.looked_after && !self.on_plan, "in need"),
        ];
        let law: Vec<&str> = law.into_iter().filter(|l| l.0).map(|l| l.1).collect();
        let worker = self.worker.clone().map(|w| self.team.as_ref().map_or(w.clone(), |t| format!("{w}, {t}")));
        Beside {
            name: heading(self.name.as_deref(), self.preferred_name.as_deref(), self.id),
            href: (self.id != here).then(|| format!("/children/{}", self.id)),
            age: capital(&format!("{died}{}", age_words(self.born, self.expected, self.died, today))),
            lives,
            in_law: if law.is_empty() { "None of these".into() } else { capital(&law.join(", ")) },
            worker: worker.unwrap_or_else(|| "Nobody".into()),
            due: due(self.overdue.unwrap_or(0), self.next_due),
        }
    }
}
fn due(overdue: i64, next: Option<Date>) -> String {
    let next = next.map(|on| format!("next on {}", day::words(on)));
    let late = (overdue > 0).then(|| format!("{overdue} overdue"));
    let parts: Vec<String> = [late, next].into_iter().flatten().collect();
    if parts.is_empty() { "Nothing".into() } else { capital(&parts.join("; ")) }
}

/// A row of `family.sql`.
#[derive(Deserialize)]
struct Relative {
    id: Id,
    relation: String,
    parental_responsibility: Option<bool>,
    lives_with: Option<bool>,
    since: Option<Date>,
    adult_name: Option<String>,
    /// It was said on the other's record: what this child is to them.
    inverse: bool,
    record: Option<Id>,
    name: Option<String>,
    preferred_name: Option<String>,
    sex: Option<String>,
}
/// A row of `adults.sql`: an adult of this child is that to another child.
#[derive(Deserialize)]
struct Through {
    adult: Id,
    relation: String,
    record: Id,
    name: Option<String>,
    preferred_name: Option<String>,
}
#[derive(Serialize)]
struct Person {
    name: String,
    href: Option<String>,
    /// What they are to the child, and the child to them.
    relation: String,
    child_is: String,
    also: Vec<crate::page::Link>,
    responsibility: &'static str,
    lives_with: &'static str,
    since: Option<Date>,
}
impl Relative {
    fn line(&self, sex: Option<&str>, adults: &[Through]) -> Person {
        let turned = |sex| inverse(&self.relation, sex).unwrap_or_else(|| "not said".into());
        let (relation, child_is) = match self.inverse {
            false => (self.relation.clone(), turned(sex)),
            true => (turned(self.sex.as_deref()), self.relation.clone()),
        };
        let name = match self.record {
            Some(record) => heading(self.name.as_deref(), self.preferred_name.as_deref(), record),
            None => self.adult_name.clone().unwrap_or_else(|| "An adult".into()),
        };
        let also = adults.iter().filter(|a| a.adult == self.id).map(|a| {
            let name = heading(a.name.as_deref(), a.preferred_name.as_deref(), a.record);
            crate::page::Link::new(format!("/children/{}", a.record), format!("{} of {name}", a.relation))
        });
        Person {
            name,
            href: self.record.map(|record| format!("/children/{record}")),
            relation: capital(&relation),
            child_is: capital(&child_is),
            also: also.collect(),
            responsibility: said(self.parental_responsibility),
            lives_with: said(self.lives_with),
            since: self.since,
        }
    }
}
fn said(yes: Option<bool>) -> &'static str {
    match yes {
        Some(true) => "Yes",
        Some(false) => "No",
        None => "Not recorded",
    }
}

fn kin() -> Kin {
    Kin {
        id: Id::from_u128(2),
        name: Some("Theo Fell".into()),
        preferred_name: None,
        born: None,
        expected: Some(day::date(2026, 12, 24)),
        died: None,
        worker: Some("Grace Adeyinka".into()),
        team: Some("Lantern".into()),
        place: None,
        known_until: None,
        with_adult: true,
        next_due: Some(day::date(2026, 11, 22)),
        overdue: Some(2),
        looked_after: false,
        on_plan: true,
        in_need: true,
    }
}
fn samples() -> Vec<Sample> {
    let record = || super::head::sample(At::Family);
    let today = day::date(2026, 11, 22);
    let kin = kin();
    let mother = Relative {
        id: Id::from_u128(9),
        relation: "mother".into(),
        parental_responsibility: Some(true),
        lives_with: None,
        since: Some(today),
        adult_name: Some("Jane Fell".into()),
        inverse: false,
        record: None,
        name: None,
        preferred_name: None,
        sex: None,
    };
    let through = Through {
        adult: mother.id,
        relation: "mother".into(),
        record: kin.id,
        name: kin.name.clone(),
        preferred_name: None,
    };
    let worker = |ended: Option<&str>| Line {
        part: "Social worker",
        name: "Grace Adeyinka".into(),
        team: "Lantern".into(),
        started: "3 April 2026".into(),
        ended: ended.map(str::to_string),
    };
    let full = Family {
        called: "Bee".into(),
        kin: vec![kin.line(kin.id, today), kin.line(Id::nil(), today)],
        people: vec![mother.line(Some("F"), &[through])],
        now: vec![worker(None)],
        before: vec![worker(Some("4 May 2026"))],
    };
    let empty = Family {
        called: "the child".into(),
        kin: vec![kin.line(kin.id, today)],
        people: vec![],
        now: vec![],
        before: vec![],
    };
    vec![
        Sample { name: "nobody else", context: context(record(), empty) },
        Sample { name: "full", context: context(record(), full) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brother(inverse: bool) -> Relative {
        Relative {
            id: Id::from_u128(2),
            relation: "half brother".into(),
            parental_responsibility: None,
            lives_with: Some(false),
            since: None,
            adult_name: None,
            inverse,
            record: Some(Id::from_u128(2)),
            name: None,
            preferred_name: None,
            sex: Some("F".into()),
        }
    }
    #[test]
    fn a_relationship_reads_the_same_from_both_records() {
        let here = brother(false).line(Some("F"), &[]);
        assert_eq!((here.relation.as_str(), here.child_is.as_str()), ("Half brother", "Half sister"));
        let there = brother(true).line(Some("M"), &[]);
        assert_eq!((there.relation.as_str(), there.child_is.as_str()), ("Half sister", "Half brother"));
        assert_eq!((here.responsibility, here.lives_with), ("Not recorded", "No"));
        assert!(here.name.starts_with("Child "), "whoever may not see names sees an id: {}", here.name);
    }
    #[test]
    fn a_child_is_at_home_only_where_somebody_said_so() {
        let today = day::date(2026, 11, 22);
        let lives = |place: Option<&str>, looked_after, with_adult, born: Option<Date>| {
            let kin = Kin { place: place.map(Into::into), looked_after, with_adult, born, ..kin() };
            kin.line(Id::nil(), today).lives
        };
        let born = Some(day::date(2014, 5, 3));
        assert_eq!(lives(None, false, true, born), "At home");
        assert_eq!(lives(None, false, false, born), "Not known", "a return that only names the child does not say");
        assert_eq!(lives(None, true, true, born), "Not known", "in care, and the placement is not known");
        assert!(lives(Some("U4"), true, true, born).contains("oster"));
        let told = Kin { place: Some("U4".into()), known_until: Some(day::date(2026, 3, 31)), born, ..kin() };
        assert!(told.line(Id::nil(), today).lives.ends_with(", on 31 March 2026; not known since"));
        assert_eq!(lives(None, false, false, None), "Not yet born");
    }
    #[test]
    fn what_is_due_says_what_is_late_first() {
        assert_eq!(due(2, Some(day::date(2026, 5, 3))), "2 overdue; next on 3 May 2026");
        assert_eq!(due(0, None), "Nothing");
    }
}
