//! What this year's returns would come to: each night the record is looked at and every rule asked. Nothing is
//! handed out; the desk shows the counts, what changed since the night before, and which way they go.
use super::{
    check::{Telling, in_our_words, own},
    keep::id_of,
    of_record::look,
};
use crate::{
    deeds::{CheckReturn, RunService},
    exports::summary::next,
    frame::{Answer, see},
    imports::summary::of_authority,
    page::{Answers, Link, progress::Tasks},
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Desk, Error, Leave as _, Reading, Said, Service, chance, instant};
use practice::{
    Date, Id, Subject, Timestamp,
    day::{self, day_of},
    reported::Return,
    returns::{Fact, ReturnOf},
};
use serde::{Deserialize, Serialize};

const PREVIEWS: &str = include_str!("sql/previews.sql");
const NOT_PREVIEWED: &str = include_str!("sql/not_previewed.sql");
pub const QUESTIONS: &[&str] = &[PREVIEWS, NOT_PREVIEWED];
/// What one of several servers does for all.
pub const LOOKING: &str = "looking at the returns of the night";
const RETURNS: [Return; 2] = [Return::Ssda903, Return::Cin];

/// A row of `previews.sql`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Row {
    run: Id,
    #[serde(deserialize_with = "instant")]
    checked: Timestamp,
    return_name: String,
    authority: String,
    year: i64,
    asked: i64,
    errors: i64,
    queries: i64,
    undecided: i64,
    new_ones: i64,
    fixed: i64,
    skipped: i64,
}
/// A row of `not_previewed.sql`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Failed {
    return_name: String,
    year: i64,
    #[serde(deserialize_with = "instant")]
    failed: Timestamp,
    why: String,
}

/// Looks at each return of the year, if that was not tried today and no other server is at it. One that fails says
/// so at the desk and keeps none from the other.
pub async fn night(desk: &Desk) -> Result<(), Error> {
    desk.job::<CheckReturn>("night").alone(LOOKING, looks(desk)).await.map(drop)
}
async fn looks(desk: &Desk) -> Result<(), Error> {
    let job = desk.job::<CheckReturn>("night");
    let year = next(desk.today());
    let (rows, failures) = read(&mut job.reading().await?, year).await?;
    let looked = rows.iter().map(|r| (&r.return_name, r.year, r.checked));
    let tried: Vec<_> = looked.chain(failures.iter().map(|f| (&f.return_name, f.year, f.failed))).collect();
    let is_of_today = |which: Return| {
        let mut these = tried.iter().filter(|(name, of, _)| *name == which.code() && *of == i64::from(year));
        these.any(|(_, _, at)| day_of(*at) == desk.today())
    };
    for which in RETURNS.into_iter().filter(|which| !is_of_today(*which)) {
        let mut telling = Telling::begin(&Tasks::default(), chance::id(), "", "");
        let why = match look(&job, which, year, &mut telling).await {
            Ok(Ok(_)) => continue,
            Ok(Err(unreadable)) => in_our_words(&unreadable),
            Err(error) => {
                tracing::error!(%error, "the night's look at a return");
                "A fault of ours, which was noted.".into()
            }
        };
        failed(desk, which, year, why).await?;
    }
    Ok(())
}
async fn failed(desk: &Desk, which: Return, year: i16, why: String) -> Result<(), Error> {
    let job = desk.job::<RunService>("night");
    let authority = own(&job).await?;
    let of = ReturnOf { which, authority, year, preview: true };
    let subject = Subject::Return(id_of(&of));
    job.keep(vec![Said::new(subject, desk.today(), Fact::NotPreviewed { of, why })]).await?;
    Ok(())
}
/// Not every morning can wait for the night.
pub async fn now(tasks: Tasks, may: Service<CheckReturn>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let Some(which) = answers.one("which").and_then(|which| Return::of(&which)) else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let (run, year) = (chance::id(), next(may.today()));
    let mut telling = Telling::begin(&tasks, run, "Looking at the record", "Beginning");
    tokio::spawn(async move {
        let done = look(&may, which, year, &mut telling).await;
        telling.end(done, Link::new("/returns", "Look again"));
    });
    see(&format!("/returns/runs/{run}/progress"))
}

/// One return as the desk shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Shown {
    title: String,
    which: &'static str,
    of: Option<String>,
    looked: Option<String>,
    href: Option<String>,
    counts: Vec<Count>,
    changed: Option<String>,
    /// The errors and queries of the last nights, the latest first.
    nights: Vec<Night>,
    failed: Option<String>,
}
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Count {
    words: &'static str,
    n: i64,
    href: String,
}
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Night {
    day: String,
    href: String,
    counts: [i64; 6],
}
/// So many nights make a trend.
const NIGHTS: usize = 7;

pub(super) async fn shown(reading: &mut Reading, today: Date) -> Result<Vec<Shown>, Error> {
    let year = next(today);
    let (rows, failed) = read(reading, year).await?;
    Ok(told(&rows, &failed, year))
}
async fn read(reading: &mut Reading, year: i16) -> Result<(Vec<Row>, Vec<Failed>), Error> {
    let given = [("year", i64::from(year).into())];
    Ok((reading.ask(PREVIEWS, &given).await?, reading.ask(NOT_PREVIEWED, &given).await?))
}
pub(super) fn told(rows: &[Row], failed: &[Failed], year: i16) -> Vec<Shown> {
    let one = |which: Return| {
        let is = |name: &str, of: i64| name == which.code() && of == i64::from(year);
        let nights: Vec<&Row> = rows.iter().filter(|r| is(&r.return_name, r.year)).take(NIGHTS).collect();
        let failed = failed.iter().find(|f| is(&f.return_name, f.year));
        let last = nights.first();
        let changed = last
            .filter(|_| nights.len() > 1)
            .map(|r| format!("Since the look before {} new and {} fixed.", r.new_ones, r.fixed));
        Shown {
            title: format!("{} {year}", which.title()),
            which: which.code(),
            of: last.map(|r| of_authority(&r.authority)),
            looked: last.map(|r| format!("{}, {} rules asked", day::words_at(r.checked), r.asked)),
            href: last.map(|r| address(r)),
            counts: last.map_or_else(Vec::new, |r| counts(r)),
            changed,
            nights: nights.iter().map(|r| night_of(r)).collect(),
            failed: failed.map(|f| format!("It could not be looked at on {}. {}", day::words_at(f.failed), f.why)),
        }
    };
    RETURNS.map(one).into()
}
fn address(r: &Row) -> String {
    format!("/returns/runs/{}", r.run)
}
fn counts(r: &Row) -> Vec<Count> {
    let list = |list: &str| format!("{}?list={list}#list", address(r));
    vec![
        Count { words: "Errors", n: r.errors, href: list("findings") },
        Count { words: "Queries", n: r.queries, href: list("findings") },
        Count { words: "Rows undecided", n: r.undecided, href: list("undecided") },
        Count { words: "Rules skipped", n: r.skipped, href: list("skipped") },
    ]
}
fn night_of(r: &Row) -> Night {
    let counts = [r.errors, r.queries, r.new_ones, r.fixed, r.undecided, r.skipped];
    Night { day: day::words(day_of(r.checked)), href: address(r), counts }
}
/// For the samples of the desk: one return was looked at twice and then not, the other never.
pub(super) fn sample() -> Vec<Shown> {
    let row = |errors: i64, day: i64| Row {
        run: Id::from_u128(9),
        checked: Timestamp::from_second(day * 86_400).unwrap_or(Timestamp::UNIX_EPOCH),
        return_name: "903".into(),
        authority: "892".into(),
        year: 2027,
        asked: 287,
        errors,
        queries: 0,
        undecided: 2,
        new_ones: 1,
        fixed: 4,
        skipped: 14,
    };
    let failed = Failed {
        return_name: "903".into(),
        year: 2027,
        failed: Timestamp::UNIX_EPOCH,
        why: "homes.xlsx is not a workbook. Give Ofsted’s workbook.".into(),
    };
    told(&[row(38, 2), row(41, 1)], &[failed], 2027)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_return_is_shown_as_it_was_last_looked_at_with_what_changed_and_how_the_nights_went() {
        let all = sample();
        assert_eq!(all.iter().map(|s| s.title.as_str()).collect::<Vec<_>>(), ["SSDA903 2027", "CIN census 2027"]);
        let counts: Vec<_> = all[0].counts.iter().map(|c| (c.words, c.n)).collect();
        assert_eq!(counts, [("Errors", 38), ("Queries", 0), ("Rows undecided", 2), ("Rules skipped", 14)]);
        assert_eq!(all[0].changed.as_deref(), Some("Since the look before 1 new and 4 fixed."));
        assert_eq!(all[0].nights.iter().map(|n| n.counts[0]).collect::<Vec<_>>(), [38, 41]);
        assert!(all[0].failed.as_deref().is_some_and(|f| f.contains("not a workbook")));
        assert!(all[1].counts.is_empty() && all[1].looked.is_none() && all[1].failed.is_none());
    }
    #[test]
    fn a_look_at_another_years_return_is_not_shown_as_this_ones() {
        let rows = [Row { year: 2028, ..first() }];
        assert!(told(&rows, &[], 2027)[0].looked.is_none());
    }
    fn first() -> Row {
        Row {
            run: Id::nil(),
            checked: Timestamp::UNIX_EPOCH,
            return_name: "903".into(),
            authority: "892".into(),
            year: 2027,
            asked: 1,
            errors: 0,
            queries: 0,
            undecided: 0,
            new_ones: 0,
            fixed: 0,
            skipped: 0,
        }
    }
}
