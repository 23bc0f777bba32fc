//! What young people's own pages bring to somebody's Today: who does not feel safe, and what waits for an answer.
use crate::people::heading::heading;
use kernel::{Error, Reading};
use practice::{Date, Id, Timestamp, day::words_at, norms::Norms, young::answer_by};
use serde::{Deserialize, Serialize};

const ALARMS: &str = include_str!("sql/alarms.sql");
const UNANSWERED: &str = include_str!("sql/unanswered.sql");
pub const QUESTIONS: &[&str] = &[ALARMS, UNANSWERED];

#[derive(Deserialize)]
struct Alarm {
    child: Id,
    fact: Id,
    called: Option<String>,
    #[serde(deserialize_with = "kernel::instant")]
    raised: Timestamp,
    times: i64,
    total: i64,
}
#[derive(Deserialize)]
struct Row {
    child: Id,
    fact: Id,
    said: Date,
    words: Option<String>,
    name: Option<String>,
    preferred_name: Option<String>,
    times: i64,
    total: i64,
}
/// For Today, above everything else.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Young {
    pub not_safe: Vec<NotSafe>,
    /// So many more than are shown.
    pub not_safe_more: i64,
    pub to_answer: Vec<ToAnswer>,
    pub to_answer_more: i64,
}
#[derive(Clone, Debug, Serialize)]
pub struct NotSafe {
    pub href: String,
    pub called: String,
    /// The last time.
    pub raised: String,
    pub times: i64,
}
#[derive(Clone, Debug, Serialize)]
pub struct ToAnswer {
    pub href: String,
    pub heading: String,
    pub words: String,
    pub by: Option<Date>,
    pub late: bool,
    /// Said since, and not answered either.
    pub more: i64,
}

pub async fn mine(reading: &mut Reading, today: Date) -> Result<Young, Error> {
    let norms = reading.norms().await?;
    let rows: Vec<Row> = reading.ask(UNANSWERED, &[]).await?;
    let to_answer_more = beyond(rows.first().map(|r| r.total), rows.len());
    let to_answer = rows.into_iter().map(|r| r.waits(&norms, today)).collect();
    Ok(Young { to_answer, to_answer_more, ..not_safe(reading).await? })
}
/// Who does not feel safe, as far as I am told of it; nothing of what waits for an answer.
pub async fn not_safe(reading: &mut Reading) -> Result<Young, Error> {
    let alarms: Vec<Alarm> = reading.ask(ALARMS, &[]).await?;
    let not_safe_more = beyond(alarms.first().map(|a| a.total), alarms.len());
    let not_safe = alarms.into_iter().map(|a| NotSafe {
        href: format!("/not-safe/{}/{}", a.child, a.fact),
        called: a.called.unwrap_or_else(|| "A young person".into()),
        raised: words_at(a.raised),
        times: a.times,
    });
    Ok(Young { not_safe: not_safe.collect(), not_safe_more, ..Young::default() })
}
/// A question has a limit, and the page says what is behind it.
fn beyond(total: Option<i64>, shown: usize) -> i64 {
    total.map_or(0, |total| total - shown as i64)
}
impl Row {
    fn waits(self, norms: &Norms, today: Date) -> ToAnswer {
        let by = answer_by(norms, self.said);
        let whole = self.words.unwrap_or_default();
        let cut: String = whole.chars().take(100).collect();
        let more = if cut.len() < whole.len() { " …" } else { "" };
        ToAnswer {
            href: format!("/children/{}/young/answer/{}", self.child, self.fact),
            heading: heading(self.name.as_deref(), self.preferred_name.as_deref(), self.child),
            words: format!("{cut}{more}"),
            by,
            late: by.is_some_and(|by| by < today),
            more: self.times - 1,
        }
    }
}
pub fn sample() -> Young {
    let answer = |late| ToAnswer {
        href: "/children/7/young/answer/1".into(),
        heading: "Keisha Marlowe".into(),
        words: "I want to see my brother.".into(),
        by: Some(practice::day::date(2026, 11, 20)),
        late,
        more: i64::from(late),
    };
    let raised = "22 November 2026 at 10:10pm".into();
    let not_safe = NotSafe { href: "/not-safe/7/1".into(), called: "Keisha".into(), raised, times: 2 };
    Young {
        not_safe: vec![not_safe],
        not_safe_more: 1,
        to_answer: vec![answer(true), answer(false)],
        to_answer_more: 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    #[test]
    fn an_answer_is_late_from_the_day_after_it_was_promised() {
        let late = |today| {
            let words = Some("x".repeat(120));
            let row = Row {
                child: Id::nil(),
                fact: Id::nil(),
                said: date(2026, 11, 2),
                words,
                name: None,
                preferred_name: None,
                times: 1,
                total: 1,
            };
            let waits = row.waits(&Norms::default(), today);
            assert!(waits.words.ends_with(" …"));
            (waits.by, waits.late)
        };
        assert_eq!(late(date(2026, 11, 9)), (Some(date(2026, 11, 9)), false));
        assert!(late(date(2026, 11, 10)).1);
    }
}
