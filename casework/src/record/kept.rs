//! After a visit: for each child what it met, and what runs from it.
use super::whose::Whose;
use crate::{
    deeds::RecordWork,
    frame::{self, Answer},
    page::{Answers, Chrome, Link, Page, Place, Sample, given},
    today::owed,
    today::owed::due_words,
};
use kernel::{AllowedAll, Reading};
use practice::{Date, Id, Timestamp, clock::Standing, day};
use serde::{Deserialize, Serialize};

pub const PAGE: Page = Page { name: "record/kept.html", source: include_str!("kept.html"), samples };
const MET_BY: &str = include_str!("sql/met_by.sql");
const STARTED_BY: &str = include_str!("sql/started_by.sql");
pub(super) const QUESTIONS: &[&str] = &[MET_BY, STARTED_BY];

#[derive(Deserialize)]
struct Met {
    clock: String,
    rule: String,
    due: Option<Date>,
    standing: Standing,
}
#[derive(Deserialize)]
struct Runs {
    clock: String,
    rule: String,
    due: Option<Date>,
    #[serde(deserialize_with = "kernel::instant_or_none")]
    due_at: Option<Timestamp>,
}
#[derive(Serialize)]
struct Line {
    name: String,
    href: String,
    correct: String,
    met: Vec<String>,
    runs: Vec<String>,
}
fn title(rule: &str, clock: &str) -> String {
    let known = owed::clock(rule).or_else(|| owed::clock(clock));
    known.map_or("a deadline of an earlier release", |c| c.title).to_string()
}
impl Met {
    fn words(&self) -> String {
        let due = self.due.map(|due| format!(", due {}", day::words(due))).unwrap_or_default();
        let late = if self.standing == Standing::MetLate { ". It was late" } else { "" };
        format!("{}{due}{late}", title(&self.rule, &self.clock))
    }
}
async fn line(reading: &mut Reading, child: Id, fact: Id) -> Result<Line, kernel::Error> {
    let whose = Whose::of(reading, child).await?;
    let met: Vec<Met> = reading.ask(MET_BY, &[("fact", fact.into())]).await?;
    let runs: Vec<Runs> = reading.ask(STARTED_BY, &[("fact", fact.into())]).await?;
    let next = |r: &Runs| format!("{}, by {}", title(&r.rule, &r.clock), due_words(r.due, r.due_at));
    Ok(Line {
        name: whose.heading(),
        href: whose.href(),
        correct: format!("{}/facts/{fact}/correct", whose.href()),
        met: met.iter().map(Met::words).collect(),
        runs: runs.iter().map(next).collect(),
    })
}
/// `/visits/kept?child=…&fact=…`, as many facts as children and in their order.
pub async fn show(may: AllowedAll<RecordWork>, kernel::Query(asked): kernel::Query<Answers>) -> Answer {
    let facts: Vec<Id> = asked.all("fact").filter_map(|id| id.parse().ok()).collect();
    let mut reading = may.reading().await?;
    let mut lines = vec![];
    for (child, fact) in may.children().iter().zip(facts) {
        lines.push(line(&mut reading, *child, fact).await?);
    }
    let back = lines.first().map(|line| Link::new(line.href.clone(), "Back to the record"));
    let chrome = Chrome { back, ..frame::chrome(&may, "The visit is recorded", Some(Place::Today)) };
    Ok(PAGE.show(chrome, given! { lines }))
}
fn samples() -> Vec<Sample> {
    let line = |met: &[&str], runs: &[&str]| Line {
        name: "Maya Halliday".into(),
        href: format!("/children/{}", Id::nil()),
        correct: format!("/children/{}/facts/{}/correct", Id::nil(), Id::nil()),
        met: met.iter().map(|m| m.to_string()).collect(),
        runs: runs.iter().map(|m| m.to_string()).collect(),
    };
    let both = line(&["Visit under a protection plan, due 3 December 2026"], &["Next visit, by 17 December 2026"]);
    vec![
        Sample::new("met", given! { lines => vec![both, line(&[], &[])] }),
        Sample::new("nothing", given! { lines => Vec::<Line>::new() }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_met_is_said_with_its_day_and_whether_it_was_late() {
        let met = |standing| Met { clock: "?".into(), rule: "?".into(), due: Some(day::date(2026, 12, 3)), standing };
        assert_eq!(met(Standing::Met).words(), "a deadline of an earlier release, due 3 December 2026");
        assert!(met(Standing::MetLate).words().ends_with("due 3 December 2026. It was late"));
    }
}
