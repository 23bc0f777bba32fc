//! What other parts of the work need of it: on a worker's Today, what presses in the plans of their children.
use crate::people::heading::heading;
use kernel::{Error, Leave, Reading};
use practice::{
    Date, Id,
    access::{Act, grant},
    day,
    plans::of,
};
use serde::{Deserialize, Serialize};

const MINE: &str = include_str!("sql/mine.sql");
pub const QUESTIONS: &[&str] = &[MINE];

/// A child, and a line for each thing that presses in their plans; each leads to where it is done.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Presses {
    pub href: String,
    pub heading: String,
    pub lines: Vec<Line>,
}
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    pub href: String,
    pub text: String,
}
#[derive(Clone, Debug, Deserialize)]
struct Row {
    child: Id,
    name: Option<String>,
    preferred_name: Option<String>,
    kind: String,
    what: String,
    words: Option<String>,
    action: Option<Id>,
    since: Option<Date>,
}
/// Of the children I work with; a manager has the team's too.
pub async fn mine(may: &impl Leave, reading: &mut Reading) -> Result<Vec<Presses>, Error> {
    let manages = grant(may.who().role, Act::ViewTeam).is_some();
    Ok(by_child(&reading.ask::<Row>(MINE, &[("manages", manages.into())]).await?))
}
fn by_child(rows: &[Row]) -> Vec<Presses> {
    let mut all: Vec<Presses> = vec![];
    for row in rows {
        let href = format!("/children/{}/plan", row.child);
        if all.last().is_none_or(|last| last.href != href) {
            let heading = heading(row.name.as_deref(), row.preferred_name.as_deref(), row.child);
            all.push(Presses { href: href.clone(), heading, lines: vec![] });
        }
        if let Some(last) = all.last_mut() {
            last.lines.push(row.line(&href));
        }
    }
    all
}
impl Row {
    fn line(&self, plan: &str) -> Line {
        let title = of(&self.kind).map_or("Plan", |k| k.title);
        let words = self.words.as_deref().unwrap_or("an action");
        let since = self.since.map(day::words).unwrap_or_default();
        let of_action =
            |what: &str| self.action.map_or(plan.to_string(), |id| format!("{plan}/{}/actions/{id}/{what}", self.kind));
        match self.what.as_str() {
            "no_owner" => {
                Line { href: of_action("owner"), text: format!("An action needs an owner since {since}: {words}") }
            }
            "drift" => Line { href: of_action("outcome"), text: format!("An action was carried over twice: {words}") },
            _ => Line { href: plan.to_string(), text: format!("{title} stale since {since}: {words}") },
        }
    }
}
/// For the samples of Today.
pub fn sample() -> Presses {
    let line = Line { href: "/children/1/plan".into(), text: "Pathway plan stale since 1 May 2026: Moved".into() };
    Presses { href: "/children/1/plan".into(), heading: "Kai Marsh".into(), lines: vec![line] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_stands_once_and_each_line_leads_to_where_it_is_done() {
        let row = |child: u128, what: &str, action: Option<u128>| Row {
            child: Id::from_u128(child),
            name: Some("Kai".into()),
            preferred_name: None,
            kind: "pathway".into(),
            what: what.into(),
            words: Some("Moved".into()),
            action: action.map(Id::from_u128),
            since: Some(day::date(2026, 5, 1)),
        };
        let all = by_child(&[row(1, "no_owner", Some(5)), row(1, "stale", None), row(2, "drift", Some(6))]);
        assert_eq!(all.iter().map(|c| c.lines.len()).collect::<Vec<_>>(), [2, 1]);
        assert!(all[0].lines[0].href.ends_with("/owner") && all[0].lines[1].href.ends_with("/plan"));
        assert_eq!(all[0].lines[1].text, "Pathway plan stale since 1 May 2026: Moved");
    }
}
