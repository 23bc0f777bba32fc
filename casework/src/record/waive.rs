//! Waiving a deadline: a manager says that it need not be met, and why. The breach stays in every measure.
use super::whose::Whose;
use crate::{
    deeds::Waive,
    frame::{self, Answer},
    page::{Answers, Form, Page, Sample, choice, given},
    today::owed,
    today::owed::due_words,
};
use axum::http::StatusCode;
use kernel::{Allowed, Leave as _};
use practice::{
    Date, Fact, RecordFact, Timestamp,
    day::{date, words},
};
use serde::Deserialize;

pub const PAGE: Page = Page { name: "record/waive.html", source: include_str!("waive.html"), samples };
const WAIVABLE: &str = include_str!("sql/waivable.sql");
pub(super) const QUESTIONS: &[&str] = &[WAIVABLE];

#[derive(Clone, Debug, Deserialize)]
struct Row {
    clock: String,
    rule: String,
    started: Date,
    due: Option<Date>,
    #[serde(deserialize_with = "kernel::instant_or_none")]
    due_at: Option<Timestamp>,
    /// Nobody waives what they themselves owe.
    mine: bool,
}
impl Row {
    fn value(&self) -> String {
        format!("{} {}", self.clock, self.started)
    }
    fn text(&self) -> String {
        let title =
            owed::clock(&self.rule).or_else(|| owed::clock(&self.clock)).map_or("An earlier release", |c| c.title);
        let due = due_words(self.due, self.due_at);
        format!("{title}: from {}, due {due}", words(self.started))
    }
}
fn declare(f: &mut Form, rows: &[Row], first: &str) -> Option<((String, Date), String)> {
    let mut offered: Vec<&Row> = vec![];
    for row in rows {
        if !offered.iter().any(|o| o.value() == row.value()) {
            offered.push(row);
        }
    }
    let choices = offered.into_iter().map(|row| choice((row.clock.clone(), row.started), row.value(), row.text()));
    let which =
        f.radios("deadline", "Which deadline?", choices).initial(first).required("Say which deadline is waived");
    let why = f
        .textarea("why", "Why need it not be met?")
        .hint(
            "Whoever reads the record sees your name and this reason. The deadline still counts as missed in figures.",
        )
        .at_most(1000)
        .required("Say why it need not be met");
    Some((which?, why?))
}
fn mine(rows: &[Row]) -> bool {
    rows.iter().any(|row| row.mine)
}
async fn waivable(may: &Allowed<Waive>) -> Result<Vec<Row>, kernel::Error> {
    may.reading().await?.ask(WAIVABLE, &[("child", may.child().into())]).await
}
async fn shown(may: &Allowed<Waive>, status: StatusCode, form: Form, rows: &[Row]) -> Answer {
    let (any, mine) = (!rows.is_empty(), mine(rows));
    let whose = Whose::of(&mut may.reading().await?, may.child()).await?;
    let (name, back) = (whose.heading(), whose.href());
    Ok(PAGE.answer(status, whose.chrome(may, "Waive a deadline"), given! { form, name, any, mine, back }))
}
pub async fn show(may: Allowed<Waive>, kernel::Query(asked): kernel::Query<Answers>) -> Answer {
    let rows = waivable(&may).await?;
    let part = |name| asked.one(name).unwrap_or_default();
    let first = format!("{} {}", part("clock"), part("started"));
    let form = Form::blank(may.token(), |f| declare(f, &rows, &first));
    shown(&may, StatusCode::OK, form, &rows).await
}
pub async fn waive(may: Allowed<Waive>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let rows = waivable(&may).await?;
    let (form, said) = Form::sent(may.token(), answers, |f| declare(f, &rows, ""));
    let Some(((clock, started), why)) = said.filter(|_| !mine(&rows)) else {
        return shown(&may, StatusCode::UNPROCESSABLE_ENTITY, form, &rows).await;
    };
    let waived = Fact::Record(RecordFact::ClockWaived { clock, started, why });
    may.keep(may.today(), Some(may.now()), waived).await?;
    frame::see(&format!("/children/{}/deadlines", may.child()))
}
fn samples() -> Vec<Sample> {
    let row = Row {
        clock: "P10".into(),
        rule: "P10".into(),
        started: date(2026, 11, 2),
        due: Some(date(2026, 12, 3)),
        due_at: None,
        mine: false,
    };
    let (name, back) = ("Maya Halliday", "/children/1");
    let rows = [row];
    let wrong = Form::sent("t", Answers::default(), |f| declare(f, &rows, "")).0;
    vec![
        Sample::new(
            "one",
            given! { form => Form::blank("t", |f| declare(f, &rows, "P10 2026-11-02")), name, any => true, mine => false, back },
        ),
        Sample::new("nothing said", given! { form => wrong, name, any => true, mine => false, back }),
        Sample::new(
            "mine",
            given! { form => Form::blank("t", |f| declare(f, &[], "")), name, any => true, mine => true, back },
        ),
        Sample::new(
            "none",
            given! { form => Form::blank("t", |f| declare(f, &[], "")), name, any => false, mine => false, back },
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_waiver_says_which_and_why_and_nobody_waives_what_they_owe() {
        let row = |mine| Row {
            clock: "P10".into(),
            rule: "P10".into(),
            started: date(2026, 11, 2),
            due: None,
            due_at: None,
            mine,
        };
        let sent =
            |answers: &[(&str, &str)]| Form::sent("t", Answers::of(answers), |f| declare(f, &[row(false)], "")).1;
        let whole = [("deadline", "P10 2026-11-02"), ("why", "In hospital abroad.")];
        assert_eq!(sent(&whole).unwrap().0, ("P10".into(), date(2026, 11, 2)));
        assert!(sent(&whole[..1]).is_none(), "without a reason");
        assert!(mine(&[row(false), row(true)]) && !mine(&[row(false)]));
    }
}
