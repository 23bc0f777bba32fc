//! Glass that was broken, and its review by a manager who did not break it, within two working days.
use super::colleagues::signed;
use crate::{
    deeds::ReviewOpening,
    frame::{self, Answer},
    page::{Answers, Form, Link, Page, Place, Sample, choice, given},
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Allowed, Leave as _, Reading, Within};
use practice::{
    Date, Id, Timestamp,
    access::Role,
    clock::Standing,
    day::{words, words_at},
    people::Fact,
};
use serde::{Deserialize, Serialize};

pub const PAGE: Page = Page { name: "search/openings.html", source: include_str!("openings.html"), samples };
pub const REVIEW: Page = Page { name: "search/review.html", source: include_str!("review.html"), samples: to_review };
const OPENINGS: &str = include_str!("sql/openings.sql");
pub(super) const QUESTIONS: &[&str] = &[OPENINGS];

#[derive(Clone, Debug, Deserialize)]
struct Row {
    child: Id,
    fact: Id,
    worker: Id,
    worker_name: Option<String>,
    role: Option<Role>,
    why: Option<String>,
    #[serde(deserialize_with = "kernel::instant")]
    opened: Timestamp,
    #[serde(deserialize_with = "kernel::instant")]
    until: Timestamp,
    due: Option<Date>,
    standing: Standing,
    name: Option<String>,
}
#[derive(Clone, Debug, Serialize)]
struct Line {
    href: String,
    name: String,
    who: String,
    why: String,
    opened: String,
    until: String,
    review_by: Option<String>,
    late: bool,
    /// Nobody reviews what they opened themselves.
    mine: bool,
}
impl Row {
    fn line(self, me: Id) -> Line {
        let role = self.role.map(|r| format!(" ({})", r.words().to_lowercase())).unwrap_or_default();
        Line {
            href: format!("/children/{}/openings/{}", self.child, self.fact),
            name: self.name.unwrap_or_else(|| "A restricted record".into()),
            who: format!("{}{role}", self.worker_name.as_deref().unwrap_or("Somebody who has left")),
            why: self.why.unwrap_or_default(),
            opened: words_at(self.opened),
            until: words_at(self.until),
            review_by: self.due.map(words),
            late: self.standing == Standing::Overdue,
            mine: self.worker == me,
        }
    }
}

pub async fn list(may: Within<ReviewOpening>) -> Answer {
    let mut reading = may.reading().await?;
    let rows: Vec<Row> = reading.ask(OPENINGS, &[("fact", None::<Id>.into())]).await?;
    let lines: Vec<Line> = rows.into_iter().map(|row| row.line(may.who().id)).collect();
    let chrome = frame::chrome(&may, "Broken glass to review", Some(Place::Team));
    Ok(PAGE.show(chrome, given! { lines }))
}

fn declare(f: &mut Form) -> Option<(bool, String)> {
    let answers = [
        choice(true, "yes", "Yes, it was needed"),
        choice(false, "no", "No, it was not").hint("Speak with them and with the Caldicott Guardian"),
    ];
    let justified =
        f.radios("justified", "Was it right to break the glass?", answers).required("Say whether it was right");
    let words = f.textarea("words", "Why do you say so?").at_most(2000).required("Say why");
    Some((justified?, words?))
}
/// The opening that the path names, if it still waits for a review.
async fn asked(may: &Allowed<ReviewOpening>, reading: &mut Reading) -> Result<Option<Row>, kernel::Error> {
    let Some(fact) = may.path("opening").and_then(|id| id.parse::<Id>().ok()) else { return Ok(None) };
    reading.ask_one(OPENINGS, &[("fact", fact.into())]).await
}
async fn shown(may: &Allowed<ReviewOpening>, row: Row, status: StatusCode, form: Form) -> Answer {
    let line = row.line(may.who().id);
    let chrome = frame::chrome(may, "Review broken glass", Some(Place::Team));
    let chrome = crate::page::Chrome { back: Some(Link::new("/openings", "Back to the list")), ..chrome };
    Ok(REVIEW.answer(status, chrome, given! { form, line }))
}
pub async fn show(may: Allowed<ReviewOpening>) -> Answer {
    let Some(row) = asked(&may, &mut may.reading().await?).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let form = Form::blank(may.token(), declare);
    shown(&may, row, StatusCode::OK, form).await
}
pub async fn review(may: Allowed<ReviewOpening>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let Some(row) = asked(&may, &mut may.reading().await?).await? else { return frame::see("/openings") };
    let (mut form, answer) = Form::sent(may.token(), answers, declare);
    if row.worker == may.who().id {
        form.wrong("", "You broke this glass yourself: another manager reviews it");
    }
    match answer {
        Some((justified, words)) if !form.has_errors() => {
            let reviewed = Fact::OpeningReviewed { opening: row.fact, justified, words: words.clone() };
            let answer = if justified { "was right" } else { "was not right" };
            let what =
                format!("{} reviewed the glass that you broke and says that it {answer}: {words}", signed(may.who()));
            let told = Fact::Told { worker: row.worker, what };
            let at = Some(may.now());
            may.keep_all(vec![(may.today(), at, reviewed.into()), (may.today(), at, told.into())]).await?;
            frame::see("/openings")
        }
        _ => shown(&may, row, StatusCode::UNPROCESSABLE_ENTITY, form).await,
    }
}

fn sample(mine: bool) -> Line {
    Line {
        href: format!("/children/{}/openings/{}", Id::nil(), Id::nil()),
        name: "A restricted record".into(),
        who: "Owen Price (out-of-hours worker)".into(),
        why: "A child was brought to hospital and nobody answered.".into(),
        opened: "20 November 2026 at 11:10pm".into(),
        until: "21 November 2026 at 7:10am".into(),
        review_by: Some("24 November 2026".into()),
        late: mine,
        mine,
    }
}
fn samples() -> Vec<Sample> {
    vec![
        Sample::new("none", given! { lines => Vec::<Line>::new() }),
        Sample::new("some", given! { lines => vec![sample(false), sample(true)] }),
    ]
}
fn to_review() -> Vec<Sample> {
    let wrong = Form::sent("t", Answers::default(), declare).0;
    vec![
        Sample::new("first", given! { form => Form::blank("t", declare), line => sample(false) }),
        Sample::new("nothing said", given! { form => wrong, line => sample(false) }),
        Sample::new("mine", given! { form => Form::blank("t", declare), line => sample(true) }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    #[test]
    fn what_is_not_mine_to_see_has_no_name_and_nobody_reviews_their_own() {
        let row = Row {
            child: Id::nil(),
            fact: Id::nil(),
            worker: Id::from_u128(1),
            worker_name: None,
            role: None,
            why: None,
            opened: Timestamp::UNIX_EPOCH,
            until: Timestamp::UNIX_EPOCH,
            due: Some(date(2026, 11, 24)),
            standing: Standing::Overdue,
            name: None,
        };
        let line = row.clone().line(Id::from_u128(1));
        assert_eq!((line.name.as_str(), line.review_by.as_deref()), ("A restricted record", Some("24 November 2026")));
        assert!(line.late && line.mine && !row.line(Id::from_u128(2)).mine);
    }
}
