//! What other parts of the work need of it: on a worker's Today, what the returns find wrong with their children.
use super::listed::{form, sample};
use crate::people::heading::heading;
use kernel::{Error, Reading};
use practice::{Id, reported::Return};
use serde::{Deserialize, Serialize};

pub const MY_FINDINGS: &str = include_str!("sql/my_findings.sql");

/// A child, and in a line each what is to be put right.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ToPutRight {
    pub href: String,
    pub heading: String,
    pub lines: Vec<String>,
}
#[derive(Clone, Debug, Deserialize)]
struct Row {
    child: Id,
    name: Option<String>,
    preferred_name: Option<String>,
    return_name: String,
    year: i64,
    rule: String,
    unclear: Option<String>,
}
/// Of the children whose worker I am; a query that was explained is done.
pub async fn mine(reading: &mut Reading) -> Result<Vec<ToPutRight>, Error> {
    Ok(by_child(&reading.ask::<Row>(MY_FINDINGS, &[]).await?))
}
fn by_child(rows: &[Row]) -> Vec<ToPutRight> {
    let mut all: Vec<ToPutRight> = vec![];
    for row in rows {
        let href = format!("/children/{}/returns", row.child);
        if all.last().is_none_or(|last| last.href != href) {
            let heading = heading(row.name.as_deref(), row.preferred_name.as_deref(), row.child);
            all.push(ToPutRight { href, heading, lines: vec![] });
        }
        let wrong =
            form(&row.return_name).and_then(|f| f.rule(&row.rule)).map_or("A rule of another release.", |r| r.wrong);
        let title = Return::of(&row.return_name).map_or("Return", Return::title);
        let what = row.unclear.as_ref().map_or(wrong.trim_end_matches('.').to_owned(), Clone::clone);
        let line = format!("{what} ({title} {}, rule {})", row.year, row.rule);
        if let Some(last) = all.last_mut().filter(|last| !last.lines.contains(&line)) {
            last.lines.push(line);
        }
    }
    all
}
/// For the samples of Today.
pub fn to_put_right() -> ToPutRight {
    let f = sample();
    ToPutRight { href: "/children/1/returns".into(), heading: f.whose(), lines: vec![f.wrong().into()] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(child: u128, rule: &str) -> Row {
        Row {
            child: Id::from_u128(child),
            name: Some(format!("Child {child}")),
            preferred_name: None,
            return_name: "903".into(),
            year: 2026,
            rule: rule.into(),
            unclear: None,
        }
    }
    #[test]
    fn a_child_stands_once_with_each_thing_that_is_wrong_once() {
        let all = by_child(&[row(1, "356"), row(1, "356"), row(1, "501"), row(2, "356")]);
        assert_eq!(
            all.iter().map(|c| (c.heading.as_str(), c.lines.len())).collect::<Vec<_>>(),
            [("Child 1", 2), ("Child 2", 1)]
        );
        assert!(all[0].lines[0].ends_with("(SSDA903 2026, rule 356)"), "{:?}", all[0].lines);
    }
}
