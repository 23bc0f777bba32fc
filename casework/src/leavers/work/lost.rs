//! Everybody in reach who is out of touch, with what was tried: not spoken with in eight weeks, or never found.
use crate::{
    deeds::ViewChild,
    frame::{Answer, chrome, see},
    leavers::row::{self, Adviser},
    page::{Answers, Asked, Cell, Column, Form, Page, Place, Sample, Table, choice, given, table},
    people::heading::heading,
};
use kernel::{Error, Leave as _, Query, Reading, Within};
use practice::{
    Date, Id,
    day::{age_on, date, plus_weeks, words},
};
use serde::Deserialize;

pub const PAGE: Page = Page { name: "leavers/work/lost.html", source: include_str!("lost.html"), samples };
const OUT_OF_TOUCH: &str = include_str!("sql/out_of_touch.sql");
pub const QUESTIONS: &[&str] = &[OUT_OF_TOUCH];
/// The list is of eight weeks by its name, whatever the need: by need the dashboards and the clock (W09) go.
const WEEKS: i64 = 8;
const COLUMNS: &[Column] = &[
    Column::text("who", "Young person"),
    Column::text("spoken", "Last spoken with"),
    Column::text("tried", "What was tried"),
    Column::text("next", "Next"),
];

/// Which of them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Which {
    #[default]
    EightWeeks,
    NeverFound,
    /// No source says whether they were in touch.
    NotKnown,
}
impl Which {
    const ALL: [Which; 3] = [Which::EightWeeks, Which::NeverFound, Which::NotKnown];
    fn code(self) -> &'static str {
        match self {
            Which::EightWeeks => "eight-weeks",
            Which::NeverFound => "never-found",
            Which::NotKnown => "not-known",
        }
    }
    fn title(self) -> &'static str {
        match self {
            Which::EightWeeks => "No two-way contact in 8 weeks",
            Which::NeverFound => "Never found",
            Which::NotKnown => "Not known",
        }
    }
    fn says(self) -> &'static str {
        match self {
            Which::EightWeeks => "Nobody has spoken with them for eight weeks or more. Attempts do not count.",
            Which::NeverFound => {
                "Nobody has spoken with them in eight weeks or more of having to, not once; or the last who was asked where \
                 they are did not know."
            }
            Which::NotKnown => "No source says for all of the time whether they were in touch.",
        }
    }
}
#[derive(Clone, Debug, Default, PartialEq)]
struct Wanted {
    which: Which,
    worker: Option<Id>,
}
#[derive(Clone, Debug, Deserialize)]
struct Row {
    child: Id,
    name: Option<String>,
    preferred_name: Option<String>,
    born: Option<Date>,
    spoken: Option<Date>,
    since: Date,
    attempts: i64,
    asked: i64,
    next: Option<String>,
    next_from: Option<Date>,
    tried: Option<String>,
    worker: Option<String>,
    total: i64,
}

pub async fn show(may: Within<ViewChild>, Query(answers): Query<Answers>) -> Answer {
    let mut reading = may.reading().await?;
    let advisers = row::advisers(&mut reading).await?;
    let asked = Asked::of(COLUMNS, "spoken", answers.clone());
    let (form, wanted) = narrow(answers.clone(), &advisers);
    let part = if asked.csv { (table::MOST_IN_A_FILE, 0) } else { (table::ROWS as i64, asked.before() as i64) };
    let rows = read(&mut reading, &wanted, may.today(), part).await?;
    if asked.csv {
        let rows: Vec<_> = rows.iter().map(|row| cells(row, may.today())).collect();
        return Ok(table::download("out-of-touch", may.today(), COLUMNS, &rows));
    }
    if rows.is_empty() && asked.page > 1 {
        return see(&format!("/leavers/out-of-touch{}", answers.query_with(&[("page", None)])));
    }
    let chrome = chrome(&may, "Out of touch", Some(Place::Leavers));
    Ok(PAGE.show(chrome, context(&rows, &asked, form, &wanted, may.today())?))
}
async fn read(
    reading: &mut Reading,
    wanted: &Wanted,
    today: Date,
    (limit, offset): (i64, i64),
) -> Result<Vec<Row>, Error> {
    let weeks_ago = |which| (wanted.which == which).then(|| plus_weeks(today, -WEEKS));
    let given = [
        ("before", weeks_ago(Which::EightWeeks).into()),
        ("never", weeks_ago(Which::NeverFound).into()),
        ("not_known", (wanted.which == Which::NotKnown).into()),
        ("worker", wanted.worker.into()),
        ("limit", limit.into()),
        ("offset", offset.into()),
    ];
    reading.ask(OUT_OF_TOUCH, &given).await
}
fn narrow(mut answers: Answers, advisers: &[Adviser]) -> (Form, Wanted) {
    if answers.one("which").is_none() {
        answers.push("which", Which::default().code());
    }
    let (form, wanted) = Form::asked(answers, |f| {
        let which = Which::ALL.map(|w| choice(w, w.code(), w.title()));
        let which = f.select("which", "Show", which).optional().unwrap_or_default();
        let workers = advisers.iter().map(|a| choice(a.id, a.id.to_string(), &a.name));
        let worker = f.select("adviser", "Adviser", workers).optional();
        Some(Wanted { which, worker })
    });
    (form, wanted.unwrap_or_default())
}
fn cells(row: &Row, today: Date) -> Vec<Cell> {
    let page = format!("/children/{}/touch", row.child);
    let age = row.born.and_then(|born| age_on(born, today)).map(|years| format!("aged {years}"));
    let adviser = row.worker.as_ref().map_or("no adviser".into(), |w| format!("adviser {w}"));
    let about = [age, Some(adviser)].into_iter().flatten().collect::<Vec<_>>().join("; ");
    let who = heading(row.name.as_deref(), row.preferred_name.as_deref(), row.child);
    let spoken = match row.spoken {
        Some(day) => Cell::day(Some(day)),
        None => Cell::text("Never").detail(format!("kept in touch with since {}", words(row.since))),
    };
    let tried = match row.tried.as_deref() {
        _ if row.attempts + row.asked == 0 => Cell::text("Nothing"),
        Some(lines) => Cell::text(lines.replace('\n', "; ")),
        None => Cell::text(format!("{} attempts, {} asked", row.attempts, row.asked)),
    };
    let next = Cell::text(row.next.clone().unwrap_or_default());
    let next = match row.next_from {
        Some(day) => next.detail(format!("from {}", words(day))),
        None => next,
    };
    vec![Cell::text(who).link(page).detail(about), spoken, tried, next]
}
fn context(
    rows: &[Row],
    asked: &Asked,
    form: Form,
    wanted: &Wanted,
    today: Date,
) -> Result<minijinja::Value, minijinja::Error> {
    let cells: Vec<_> = rows.iter().map(|row| cells(row, today)).collect();
    let total = rows.first().map_or(0, |row| usize::try_from(row.total).unwrap_or_default());
    let things = ("young person", "young people");
    let table = Table::new(wanted.which.title(), COLUMNS, asked, &cells, total, things)?;
    Ok(given! { table, filter => form, title => wanted.which.title(), says => wanted.which.says() })
}

fn sample() -> Row {
    Row {
        child: Id::from_u128(1),
        name: Some("Ryan Castledine".into()),
        preferred_name: None,
        born: Some(date(2005, 12, 5)),
        spoken: Some(date(2026, 6, 29)),
        since: date(2026, 6, 29),
        attempts: 1,
        asked: 1,
        next: Some("Letter".into()),
        next_from: Some(date(2026, 9, 14)),
        tried: Some("17 August 2026: Call, no answer\n22 September 2026: Asked the housing department".into()),
        worker: Some("Grace Adeyinka".into()),
        total: 2,
    }
}
fn samples() -> Vec<Sample> {
    let sample = |name, query: &str, rows: &[Row]| {
        let asked = Asked::of(COLUMNS, "spoken", Answers::of_query(query));
        let (form, wanted) = narrow(Answers::of_query(query), &[]);
        let context = context(rows, &asked, form, &wanted, date(2026, 11, 22)).unwrap_or_default();
        Sample { name, context }
    };
    let masked = Row { name: None, tried: None, spoken: None, ..self::sample() };
    vec![sample("some", "which=never-found", &[self::sample(), masked]), sample("none", "", &[])]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_of_eight_weeks_unless_another_is_asked_for() {
        assert_eq!(narrow(Answers::default(), &[]).1.which, Which::EightWeeks);
        assert_eq!(narrow(Answers::of_query("which=never-found"), &[]).1.which, Which::NeverFound);
        assert_eq!(narrow(Answers::of_query("which=all"), &[]).1, Wanted::default());
    }
    #[test]
    fn a_row_says_what_was_tried_and_to_whom_words_are_not_shown_how_much() {
        let said = |row: Row| cells(&row, date(2026, 11, 22)).iter().map(|c| format!("{c:?}")).collect::<Vec<_>>();
        assert!(said(sample())[2].contains("Call, no answer; 22 September 2026: Asked"));
        assert!(said(Row { tried: None, ..sample() })[2].contains("1 attempts, 1 asked"));
        assert!(said(Row { attempts: 0, asked: 0, ..sample() })[2].contains("Nothing"));
        assert!(said(Row { spoken: None, ..sample() })[1].contains("Never"));
    }
}
