//! Who has looked at a record, and why those opened it who had no reach.
use super::head::{At, Head, Shown};
use crate::{
    deeds::ViewLooks,
    frame::Answer,
    page::{
        Answers, Asked, Cell, Column, Page, Sample, Table, given,
        table::{ROWS, download},
        words::{Colour, Tag},
    },
};
use kernel::{Allowed, Leave as _, Query};
use minijinja::{Error, Value};
use practice::{Timestamp, access::Role, day};
use serde::{Deserialize, Serialize};

pub const PAGE: Page = Page { name: "people/looks.html", source: include_str!("looks.html"), samples };
pub const LOOKS: &str = include_str!("sql/looks.sql");
pub const COUNT: &str = include_str!("sql/looks_count.sql");
pub const OPENINGS: &str = include_str!("sql/openings.sql");

const COLUMNS: &[Column] = &[
    Column::text("at", "When"),
    Column::text("who", "Who"),
    Column::text("role", "As"),
    Column::text("act", "What they asked for"),
    Column::text("what", "What came of it"),
];

pub async fn show(may: Allowed<ViewLooks>, Query(answers): Query<Answers>) -> Answer {
    let mut reading = may.reading().await?;
    let head = Head::read(&mut reading, may.child()).await?;
    let asked = Asked::of(COLUMNS, "at", answers);
    let (limit, offset) = if asked.csv { (i64::MAX, 0) } else { (number(ROWS), number(asked.before())) };
    let child = ("child", may.child().into());
    let looks: Vec<Look> =
        reading.ask(LOOKS, &[child.clone(), ("limit", limit.into()), ("offset", offset.into())]).await?;
    let rows: Vec<Vec<Cell>> = looks.iter().map(Look::cells).collect();
    if asked.csv {
        return Ok(download("looks", may.today(), COLUMNS, &rows));
    }
    let count: Option<Count> = reading.ask_one(COUNT, std::slice::from_ref(&child)).await?;
    let openings: Vec<Opening> = reading.ask(OPENINGS, &[child]).await?;
    let openings = openings.iter().map(|o| o.line(may.now())).collect();
    let total = count.and_then(|c| usize::try_from(c.looks).ok()).unwrap_or(0);
    let context = context(head.shown(&may, At::Looks), &asked, &rows, total, openings)?;
    Ok(PAGE.show(head.chrome(&may, At::Looks), context))
}
fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
fn context(
    record: Shown,
    asked: &Asked,
    rows: &[Vec<Cell>],
    total: usize,
    openings: Vec<Line>,
) -> Result<Value, Error> {
    let table =
        Table::new("Everybody who has looked, the latest first", COLUMNS, asked, rows, total, ("look", "looks"))?;
    Ok(given! { record, table, openings })
}
#[derive(Deserialize)]
struct Count {
    looks: i64,
}
/// A row of `looks.sql`.
#[derive(Deserialize)]
struct Look {
    #[serde(deserialize_with = "kernel::instant")]
    at: Timestamp,
    /// `seen` or `refused`.
    what: String,
    act: String,
    name: Option<String>,
    role: Option<Role>,
    /// The young person themself, on their own page.
    own: bool,
}
impl Look {
    fn name(&self) -> String {
        self.name.clone().unwrap_or_else(|| "The service itself".into())
    }
    fn cells(&self) -> Vec<Cell> {
        let what = match self.what.as_str() {
            "seen" => Cell::text("Seen"),
            _ => Cell::tag(Tag::new("Refused", Colour::Red)),
        };
        vec![
            Cell::text(day::words_at(self.at)),
            Cell::text(if self.own { "The young person, on their own page".into() } else { self.name() }),
            Cell::text(if self.own { Role::YoungPerson.words() } else { self.role.map_or("", Role::words) }),
            Cell::text(act(&self.act)),
            what,
        ]
    }
}
fn act(code: &str) -> String {
    match code {
        "view_child" => "See the record".into(),
        "view_own" => "See what is theirs to see".into(),
        "say_own" => "Say something".into(),
        "view_looks" => "See who has looked".into(),
        "record_work" => "Record work".into(),
        "correct" => "Correct the record".into(),
        "allocate" => "Allocate the child".into(),
        "break_glass" => "Break the glass".into(),
        "restrict" => "Restrict the record".into(),
        "review_opening" => "Review an opening".into(),
        other => crate::page::words::capital(&other.replace('_', " ")),
    }
}

/// A row of `openings.sql`.
#[derive(Deserialize)]
struct Opening {
    #[serde(deserialize_with = "kernel::instant")]
    opened: Timestamp,
    #[serde(deserialize_with = "kernel::instant")]
    until: Timestamp,
    why: Option<String>,
    glass_broken: bool,
    reviewed: bool,
    name: Option<String>,
}
#[derive(Serialize)]
struct Line {
    who: String,
    opened: String,
    until: String,
    why: String,
    tag: Option<Tag>,
    review: &'static str,
}
impl Opening {
    fn line(&self, now: Timestamp) -> Line {
        let until = if self.until > now { "until" } else { "ran out on" };
        Line {
            who: self.name.clone().unwrap_or_else(|| "A worker".into()),
            opened: day::words_at(self.opened),
            until: format!("{until} {}", day::words_at(self.until)),
            why: self.why.clone().unwrap_or_default(),
            tag: self.glass_broken.then(|| Tag::new("Glass broken", Colour::Red)),
            review: match (self.glass_broken, self.reviewed) {
                (_, true) => "Reviewed by a manager",
                (true, false) => "Waits for a manager’s review",
                (false, false) => "Needs no review",
            },
        }
    }
}

fn samples() -> Vec<Sample> {
    let at = day::start_of(day::date(2026, 11, 20));
    let look = |what: &str| Look {
        at,
        what: what.into(),
        act: "view_child".into(),
        name: Some("Grace Adeyinka".into()),
        role: Some(Role::SocialWorker),
        own: what == "seen",
    };
    let opening = Opening {
        opened: at,
        until: at,
        why: Some("A call from the school about a bruise".into()),
        glass_broken: true,
        reviewed: false,
        name: Some("Bryn Penhale".into()),
    };
    let sample = |name, rows: Vec<Vec<Cell>>, openings| {
        let asked = Asked::of(COLUMNS, "at", Answers::of_query("page=1"));
        let total = rows.len() * 60;
        let context = context(super::head::sample(At::Looks), &asked, &rows, total, openings);
        Sample { name, context: context.unwrap_or_default() }
    };
    vec![
        sample("nobody", vec![], vec![]),
        sample("full", vec![look("seen").cells(), look("refused").cells()], vec![opening.line(at)]),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaking_the_glass_waits_for_a_review_and_opening_with_a_reason_does_not() {
        let at = day::start_of(day::date(2026, 11, 20));
        let opening =
            |glass_broken, reviewed| Opening { opened: at, until: at, why: None, glass_broken, reviewed, name: None };
        assert_eq!(opening(true, false).line(at).review, "Waits for a manager’s review");
        assert_eq!(opening(true, true).line(at).review, "Reviewed by a manager");
        assert_eq!(opening(false, false).line(at).review, "Needs no review");
        assert_eq!(opening(false, false).line(at).until, "ran out on 20 November 2026 at 12am");
    }
    #[test]
    fn each_act_that_the_log_holds_has_words() {
        assert_eq!(act("view_child"), "See the record");
        assert_eq!(act("check_safeguarding"), "Check safeguarding");
    }
}
