//! What the last runs found about one child: for the worker who can put it right.
use super::listed::{Explained, Finding, level_words, sample};
use crate::{
    deeds::ViewChild,
    frame::Answer,
    page::{Page, Sample, given, words::Tag},
    people::head::{self, At, Head, Shown},
};
use kernel::{Allowed, Leave as _};
use practice::{access::Act, reported::Return};
use serde::Serialize;

pub const PAGE: Page = Page { name: "returns_desk/of_child.html", source: include_str!("of_child.html"), samples };
const OF_CHILD: &str = include_str!("sql/of_child.sql");
pub const QUESTIONS: &[&str] = &[OF_CHILD];

/// A finding as a worker reads it.
#[derive(Serialize)]
struct Line {
    wrong: String,
    why: &'static str,
    todo: &'static str,
    rule: String,
    about: String,
    level: &'static str,
    of: String,
    rows: String,
    tag: Option<Tag>,
    explained: Option<Explained>,
    explain: Option<String>,
}
fn line(f: &Finding, may_explain: bool) -> Line {
    let title = Return::of(&f.return_name).map_or("Return", Return::title);
    let open = may_explain && f.is_query() && f.explanation.is_none();
    Line {
        wrong: f.unclear.clone().unwrap_or_else(|| f.wrong().into()),
        why: f.rule().map_or("", |r| r.why),
        todo: if f.unclear.is_some() { "Correct that cell: until then the rule cannot be asked." } else { f.todo() },
        rule: f.rule.clone(),
        about: f.about_rule(),
        level: level_words(&f.level),
        of: format!("{title} {}", f.year),
        rows: f.rows(),
        tag: f.unclear.is_some().then(|| f.tag()),
        explained: f.explained(),
        explain: f.child.filter(|_| open).map(|child| format!("/children/{child}/returns/{}", f.n)),
    }
}
pub async fn show(may: Allowed<ViewChild>) -> Answer {
    let mut reading = may.reading().await?;
    let head = Head::read(&mut reading, may.child()).await?;
    let findings: Vec<Finding> = reading.ask(OF_CHILD, &[("child", may.child().into())]).await?;
    let may_explain = head.reaches(may.who(), Act::ExplainQuery, may.now());
    let lines = findings.iter().map(|f| line(f, may_explain)).collect();
    Ok(PAGE.show(head.chrome(&may, At::Returns), context(head.shown(&may, At::Returns), lines)))
}
fn context(record: Shown, lines: Vec<Line>) -> minijinja::Value {
    given! { record, lines }
}
fn samples() -> Vec<Sample> {
    let query = Finding { level: "query".into(), ..sample() };
    let explained = Finding {
        explanation: Some("The papers were seen".into()),
        explained_at: Some(practice::Timestamp::UNIX_EPOCH),
        ..query.clone()
    };
    let undecided =
        Finding { unclear: Some("DEC in Episodes, row 2, says “x”, which is not a day".into()), ..sample() };
    let lines = [sample(), query, explained, undecided].iter().map(|f| line(f, true)).collect();
    vec![
        Sample { name: "some", context: context(head::sample(At::Returns), lines) },
        Sample { name: "none", context: context(head::sample(At::Returns), vec![]) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_query_that_nobody_has_explained_is_explained_here_by_who_may() {
        let query = Finding { level: "query".into(), ..sample() };
        assert!(line(&query, true).explain.is_some());
        assert!(line(&query, false).explain.is_none());
        assert!(line(&sample(), true).explain.is_none(), "an error is put right, not explained");
        let explained = Finding { explanation: Some("Seen".into()), ..query };
        assert!(line(&explained, true).explain.is_none());
    }
}
