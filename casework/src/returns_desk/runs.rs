//! The runs so far, the latest first, and the form that checks the next return.
use super::{
    check::{self, Input, Of, Telling},
    look_ups, previews,
};
use crate::{
    deeds::CheckReturn,
    frame::{Answer, chrome, see},
    imports::summary::{of_authority, year_of},
    page::{
        Answers, Asked, Cell, Column, Form, Link, Page, Place, Sample, Table, choice, given,
        progress::{self, Progress, State, Tasks},
        table::{MOST_IN_A_FILE, ROWS, download},
        words::{Colour, Tag},
    },
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Leave as _, Query, Service, Upload, Within, chance, instant, instant_or_none};
use practice::{
    Id, Timestamp,
    access::{Act, grant},
    day,
    reported::Return,
};
use serde::{Deserialize, Serialize};

pub const PAGE: Page = Page { name: "returns_desk/runs.html", source: include_str!("runs.html"), samples };
const RUNS: &str = include_str!("sql/runs.sql");
pub const QUESTIONS: &[&str] = &[RUNS];

/// A row of `runs.sql`.
#[derive(Clone, Debug, Deserialize)]
struct Row {
    run: Id,
    number: i64,
    #[serde(deserialize_with = "instant")]
    checked: Timestamp,
    checked_by: Option<String>,
    return_name: String,
    authority: String,
    year: i64,
    errors: i64,
    queries: i64,
    fixed: i64,
    skipped: i64,
    #[serde(default, deserialize_with = "instant_or_none")]
    signed: Option<Timestamp>,
    signed_by: Option<String>,
    total: i64,
}
const COLUMNS: &[Column] = &[
    Column::text("return", "Return"),
    Column::text("checked", "Checked"),
    Column::text("by", "By"),
    Column::number("errors", "Errors"),
    Column::number("queries", "Queries"),
    Column::number("fixed", "Fixed since the run before"),
    Column::number("skipped", "Rules not asked"),
    Column::text("signed", "Signed off"),
];
fn cells(row: &Row) -> Vec<Cell> {
    let title = Return::of(&row.return_name).map_or("A return of a later release", Return::title);
    let signed = match (&row.signed, &row.signed_by) {
        (Some(at), by) => Cell::tag(Tag::new("Signed off", Colour::Green)).detail(format!(
            "{}, {}",
            day::words(day::day_of(*at)),
            by.as_deref().unwrap_or("a worker")
        )),
        (None, _) => Cell::text("No"),
    };
    vec![
        Cell::text(format!("{title} {}, run {}", row.year, row.number))
            .link(format!("/returns/runs/{}", row.run))
            .detail(of_authority(&row.authority)),
        Cell::text(day::words_at(row.checked)),
        Cell::text(row.checked_by.as_deref().unwrap_or("The service itself")),
        Cell::number(row.errors),
        Cell::number(row.queries),
        Cell::number(row.fixed),
        Cell::number(row.skipped),
        signed,
    ]
}

/// What the form asks beside the files.
#[derive(Debug, PartialEq)]
struct Beside {
    authority: Option<String>,
    year: Option<i16>,
    keep: bool,
}
fn beside(f: &mut Form) -> Option<Beside> {
    f.files(
        "files",
        "Files of the return",
        "All CSV files of an SSDA903 at once, a zip of them, or the one XML file of an SSDA903 or a CIN census",
    );
    f.files(
        "prior",
        "Files of the year before (optional)",
        "The same return as it was submitted last year: rules that compare two years need it",
    );
    let year = f
        .text("year", "Year in which the return ends")
        .hint("Its 31 March. Leave empty if the files say it.")
        .with("classes", "govuk-input--width-4")
        .with("inputmode", "numeric")
        .optional();
    let year = year_of(f, year);
    let authority = f
        .text("authority", "Authority")
        .hint("Only if it is not yours: three numbers, such as 892")
        .with("classes", "govuk-input--width-5")
        .at_most(20)
        .optional();
    let keep = choice((), "keep", "Keep the files, so that this run can be signed off")
        .hint("What is submitted is then byte for byte what was checked");
    let keep = f.checkboxes("keep", "Is this the return that you mean to submit?", [keep]).optional();
    Some(Beside { authority, year, keep: !keep.is_empty() })
}

pub async fn show(may: Within<CheckReturn>, Query(answers): Query<Answers>) -> Answer {
    let form = Form::blank(may.token(), beside);
    let mut reading = may.reading().await?;
    let asked = Asked::of(COLUMNS, "checked", answers);
    page(&may, StatusCode::OK, &mut reading, &asked, form).await
}
async fn page(
    may: &impl kernel::Leave,
    status: StatusCode,
    reading: &mut kernel::Reading,
    asked: &Asked,
    form: Form,
) -> Answer {
    let (limit, offset) = if asked.csv { (MOST_IN_A_FILE, 0) } else { (ROWS as i64, asked.before() as i64) };
    let rows: Vec<Row> = reading.ask(RUNS, &[("limit", limit.into()), ("offset", offset.into())]).await?;
    if asked.csv {
        return Ok(download("runs", may.today(), COLUMNS, &rows.iter().map(cells).collect::<Vec<_>>()));
    }
    let beside = Beneath {
        previews: previews::shown(reading, may.today()).await?,
        look_ups: look_ups::shown(reading, may.today()).await?,
        takes: grant(may.who().role, Act::WriteReturn).is_some(),
        token: may.token().to_owned(),
    };
    Ok(PAGE.answer(status, chrome(may, "Returns", Some(Place::Returns)), context(&rows, asked, form, &beside)?))
}
/// What the page shows beside the runs.
#[derive(Serialize)]
struct Beneath {
    previews: Vec<previews::Shown>,
    look_ups: Vec<look_ups::Shown>,
    /// The reader may take a return from the record.
    takes: bool,
    token: String,
}
fn context(rows: &[Row], asked: &Asked, form: Form, beside: &Beneath) -> Result<minijinja::Value, minijinja::Error> {
    let total = rows.first().map_or(0, |r| usize::try_from(r.total).unwrap_or(0));
    let cells: Vec<_> = rows.iter().map(cells).collect();
    let table = Table::new("Checked so far", COLUMNS, asked, &cells, total, ("run", "runs"))?;
    Ok(given! { table, any => !rows.is_empty() || asked.page > 1, form, beside })
}
pub async fn check(tasks: Tasks, may: Service<CheckReturn>, upload: Upload) -> Answer {
    let (mut form, beside) = Form::sent(may.token(), upload.fields::<Answers>()?, beside);
    let sent = upload.files.into_iter().filter(|file| file.size > 0);
    let (files, prior): (Vec<_>, Vec<_>) = sent.partition(|file| file.field == "files");
    if files.is_empty() {
        form.wrong("files", "Choose the files of the return");
    }
    let Some(Beside { authority, year, keep }) = beside.filter(|_| !form.has_errors()) else {
        let asked = Asked::of(COLUMNS, "checked", Answers::default());
        return page(&may, StatusCode::UNPROCESSABLE_ENTITY, &mut may.reading().await?, &asked, form).await;
    };
    let run = chance::id();
    let mut telling = Telling::begin(&tasks, run, "Checking a return", "Reading the files and asking every rule");
    let this = check::read(&files).await?;
    let prior = if prior.is_empty() { vec![] } else { vec![check::read(&prior).await?] };
    let asked = returns::check::Asked { year, authority, ..returns::check::Asked::default() };
    let of = if keep { Of::Kept } else { Of::Files };
    tokio::spawn(async move {
        let input = Input { of, this, prior, asked, given: vec![], notes: vec![] };
        let done = check::run(&may, input, &mut telling).await;
        telling.end(done, Link::new("/returns", "Choose the files again"));
    });
    see(&format!("/returns/runs/{run}/progress"))
}
pub async fn progress(tasks: Tasks, may: Within<CheckReturn>) -> Answer {
    let Some(run) = may.path("run").and_then(|id| id.parse::<Id>().ok()) else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let mut chrome = chrome(&may, "Checking a return", Some(Place::Returns));
    chrome.trail = vec![Link::new("/returns", "Returns")];
    Ok(progress::show(chrome, &tasks.told(run).unwrap_or_else(|| nobody_knows(run))))
}
fn nobody_knows(run: Id) -> Progress {
    Progress {
        heading: "Checking a return".into(),
        state: State::Failed,
        said: "The service does not know of this run any more: it was started again. If the run was finished, it is in the list.".into(),
        done: 0,
        of: None,
        things: "children".into(),
        next: Some(Link::new(format!("/returns/runs/{run}"), "See whether it was finished")),
    }
}

fn samples() -> Vec<Sample> {
    let row = Row {
        run: Id::nil(),
        number: 3,
        checked: Timestamp::UNIX_EPOCH,
        checked_by: Some("Li Na Tan".into()),
        return_name: "903".into(),
        authority: "892".into(),
        year: 2026,
        errors: 41,
        queries: 0,
        fixed: 12,
        skipped: 14,
        signed: None,
        signed_by: None,
        total: 2,
    };
    let signed = Row {
        signed: Some(Timestamp::UNIX_EPOCH),
        signed_by: Some("Desmond Fairweather".into()),
        checked_by: None,
        return_name: "cin".into(),
        ..row.clone()
    };
    let asked = Asked::of(COLUMNS, "checked", Answers::default());
    let of = |rows: &[Row], form, takes: bool| {
        let previews = if takes { previews::sample() } else { previews::told(&[], &[], 2027) };
        let beside = Beneath { previews, look_ups: look_ups::sample(), takes, token: "t".into() };
        context(rows, &asked, form, &beside).unwrap_or_default()
    };
    let mut wrong = Form::sent("t", Answers::of(&[("year", "next")]), beside).0;
    wrong.wrong("files", "Choose the files of the return");
    vec![
        Sample { name: "empty", context: of(&[], Form::blank("t", beside), false) },
        Sample { name: "some", context: of(&[row, signed], Form::blank("t", beside), true) },
        Sample { name: "wrong", context: of(&[], wrong, true) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_four_numbers_or_left_to_the_files() {
        let sent = |answers: &[(&str, &str)]| Form::sent("t", Answers::of(answers), beside).1;
        assert_eq!(sent(&[]), Some(Beside { authority: None, year: None, keep: false }));
        assert_eq!(sent(&[("year", "2026"), ("keep", "keep")]).map(|b| (b.year, b.keep)), Some((Some(2026), true)));
        assert_eq!(sent(&[("year", "26")]), None);
    }
}
