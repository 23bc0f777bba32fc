//! What other parts of the work need of it: on a worker's Today, the letters that cannot be sent.
use crate::{
    people::heading::heading,
    plans::summary::{Line, Presses},
};
use kernel::{Error, Reading};
use practice::{Id, letters::letter};
use serde::Deserialize;

pub use super::{sent::sample as sample_document, tell::Teller};

const STOPPED: &str = include_str!("sql/stopped.sql");
pub const QUESTIONS: &[&str] = &[STOPPED];

#[derive(Deserialize)]
struct Row {
    child: Id,
    name: Option<String>,
    preferred_name: Option<String>,
    letter: String,
    stopped: Option<String>,
}
/// Each young person once, with the letters that wait for a safe way and why there is none.
pub async fn stopped(reading: &mut Reading) -> Result<Vec<Presses>, Error> {
    Ok(by_child(&reading.ask::<Row>(STOPPED, &[]).await?))
}
fn by_child(rows: &[Row]) -> Vec<Presses> {
    let mut all: Vec<Presses> = vec![];
    for row in rows {
        let href = format!("/children/{}/contact", row.child);
        if all.last().is_none_or(|last| last.href != href) {
            let heading = heading(row.name.as_deref(), row.preferred_name.as_deref(), row.child);
            all.push(Presses { href: href.clone(), heading, lines: vec![] });
        }
        let title = letter(&row.letter).map_or("A letter", |l| l.title);
        let why = row.stopped.as_deref().unwrap_or("why is not shown to your role");
        let line = Line { href, text: format!("{title}. {why}") };
        all.last_mut().into_iter().for_each(|child| child.lines.push(line.clone()));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stands_once_with_every_letter_and_the_reason() {
        let row = |child: u128, letter: &str| Row {
            child: Id::from_u128(child),
            name: Some("Kai".into()),
            preferred_name: None,
            letter: letter.into(),
            stopped: Some("No address or number is recorded".into()),
        };
        let all = by_child(&[row(1, "rights"), row(1, "your_plan"), row(2, "rights")]);
        assert_eq!(all.iter().map(|c| c.lines.len()).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(all[0].lines[1].text, "Your plan, a copy. No address or number is recorded");
        assert!(all[0].lines[0].href.ends_with("/contact"));
    }
}
