//! The young people behind an indicator: who counts and why, who is left out and why. Listed are those whose records
//! the reader may see; how many are counted and not listed is said.
use super::{
    indicators::{count, counted, narrow as year_of, year_words},
    words::short,
};
use crate::{
    deeds::{ViewChild, ViewService},
    frame::{Answer, chrome, see},
    page::{
        Answers, Asked, Cell, Column, Form, Link, Page, Place, Sample, Table, choice, given, table,
        words::{Colour, Tag},
    },
    people::heading::heading,
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Error, Leave as _, Query, Reading, Service};
use practice::{
    Date, Id, codes,
    day::{age_on, date},
    leavers::measures::{Band, Count, EET, IN_TOUCH, Item, MEASURES, Measure, SUITABLE, Says},
};
use serde::Deserialize;

pub const PAGE: Page = Page { name: "leavers/measured.html", source: include_str!("measured.html"), samples };
const AT_BIRTHDAY: &str = include_str!("sql/at_birthday.sql");
const OF_TODAY: &str = include_str!("sql/of_today.sql");
pub const QUESTIONS: &[&str] = &[AT_BIRTHDAY, OF_TODAY];
const COLUMNS: &[Column] = &[
    Column::text("who", "Young person"),
    Column::text("age", "Age"),
    Column::text("birthday", "Birthday"),
    Column::text("says", "Counts"),
    Column::text("why", "Why"),
    Column::text("adviser", "Adviser"),
];

/// A row of `at_birthday.sql` or `of_today.sql`.
#[derive(Clone, Debug, Deserialize)]
struct Row {
    child: Id,
    name: Option<String>,
    preferred_name: Option<String>,
    /// The one that was asked about, or the day of birth.
    birthday: Option<Date>,
    #[serde(default)]
    turned: Option<i64>,
    in_touch: Option<String>,
    activity: Option<String>,
    accommodation: Option<String>,
    suitable: String,
    eet: String,
    touch: String,
    worker: Option<String>,
    total: i64,
}
#[derive(Clone, Copy, Debug, PartialEq)]
struct Wanted {
    /// The birthdays of a year; nothing means today.
    year: Option<i16>,
    band: Band,
    says: Option<Says>,
}
fn narrow(mut answers: Answers, today: Date) -> (Form, Wanted) {
    let year = year_of(answers.clone(), today).1;
    for (name, usual) in [("at", "birthday"), ("band", Band::From17To18.code())] {
        if answers.one(name).is_none() {
            answers.push(name, usual);
        }
    }
    let (form, wanted) = Form::asked(answers, |f| {
        let at = [choice(true, "birthday", "At the birthday"), choice(false, "today", "Today")];
        let at = f.select("at", "When", at).optional().unwrap_or(true);
        f.hidden("year", &year.to_string());
        let bands = Band::ALL.map(|band| choice(band, band.code(), band.words()));
        let band = f.select("band", "Age", bands).optional();
        let says = f.select("says", "Counts", Says::ALL.map(|s| choice(s, s.code(), word(s)))).optional();
        Some(Wanted { year: at.then_some(year), band: band.unwrap_or(Band::From17To18), says })
    });
    (form, wanted.unwrap_or(Wanted { year: Some(year), band: Band::From17To18, says: None }))
}
pub async fn show(may: Service<ViewService>, Query(answers): Query<Answers>) -> Answer {
    let Some(m) = may.path("measure").and_then(|name| MEASURES.into_iter().find(|m| m.name == name)) else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let today = may.today();
    let (form, wanted) = narrow(answers.clone(), today);
    let count = count(&counted(&mut may.reading().await?, wanted.year).await?, m, wanted.band);
    let asked = Asked::of(COLUMNS, "who", answers.clone());
    let part = if asked.csv { (table::MOST_IN_A_FILE, 0) } else { (table::ROWS as i64, asked.before() as i64) };
    // What is counted is everybody; what is listed, whom this reader may see.
    let rows = match may.also::<ViewChild>().await? {
        Some(seen) => read(&mut seen.reading().await?, m, wanted, part).await?,
        None => vec![],
    };
    if asked.csv {
        let rows: Vec<_> = rows.iter().map(|row| row.cells(m, today)).collect();
        return Ok(table::download("care-leavers-counted", today, COLUMNS, &rows));
    }
    if rows.is_empty() && asked.page > 1 {
        return see(&format!("/leavers/indicators/{}{}", m.name, answers.query_with(&[("page", None)])));
    }
    let mut chrome = chrome(&may, m.title, Some(Place::Leavers));
    chrome.trail = vec![Link::new("/leavers", "Care leavers"), Link::new("/leavers/indicators", "Indicators")];
    Ok(PAGE.show(chrome, context(m, wanted, &count, &rows, &asked, form, today)?))
}
async fn read(reading: &mut Reading, m: &Measure, w: Wanted, (limit, offset): (i64, i64)) -> Result<Vec<Row>, Error> {
    let says = |of: &Measure| w.says.filter(|_| of.column == m.column).map(Says::code).into();
    let mut given = vec![
        ("band", w.band.code().into()),
        (SUITABLE.column, says(&SUITABLE)),
        (EET.column, says(&EET)),
        (IN_TOUCH.column, says(&IN_TOUCH)),
        ("limit", limit.into()),
        ("offset", offset.into()),
    ];
    match w.year {
        Some(year) => {
            given.push(("year", i64::from(year).into()));
            reading.ask(AT_BIRTHDAY, &given).await
        }
        None => reading.ask(OF_TODAY, &given).await,
    }
}
fn word(says: Says) -> &'static str {
    match says {
        Says::Yes => "Yes",
        Says::No => "No",
        Says::NotKnown => "Not known",
        Says::LeftOut => "Left out",
    }
}
fn tag(says: Says) -> Tag {
    let colour = match says {
        Says::Yes => Colour::Green,
        Says::No => Colour::Red,
        Says::NotKnown => Colour::Purple,
        Says::LeftOut => Colour::Grey,
    };
    Tag::new(word(says), colour)
}
impl Row {
    fn says(&self, m: &Measure) -> Says {
        Says::of(m.item.pick(&self.suitable, &self.eet, &self.touch)).unwrap_or(Says::NotKnown)
    }
    /// The code that was counted, in words; of whom is left out, why.
    fn why(&self, m: &Measure) -> String {
        let item = if self.says(m) == Says::LeftOut { Item::InTouch } else { m.item };
        let code = item.pick(&self.accommodation, &self.activity, &self.in_touch);
        let Some(code) = code.as_deref().filter(|code| !code.is_empty()) else { return "Nobody said".into() };
        let words = codes::label(item.set(), code).unwrap_or("a code that is in no list");
        let words = if item == Item::Accommodation { short(words) } else { words.to_owned() };
        format!("{code}: {words}")
    }
    fn cells(&self, m: &Measure, today: Date) -> Vec<Cell> {
        let age = self.turned.or_else(|| self.birthday.and_then(|born| age_on(born, today)));
        vec![
            Cell::text(heading(self.name.as_deref(), self.preferred_name.as_deref(), self.child))
                .link(format!("/children/{}", self.child)),
            age.map_or(Cell::text("Not known"), Cell::number),
            Cell::day(self.birthday),
            Cell::tag(tag(self.says(m))),
            Cell::text(self.why(m)),
            Cell::text(self.worker.as_deref().unwrap_or("Nobody")),
        ]
    }
}
fn context(
    m: &Measure,
    wanted: Wanted,
    count: &Count,
    rows: &[Row],
    asked: &Asked,
    form: Form,
    today: Date,
) -> Result<minijinja::Value, minijinja::Error> {
    let listed = rows.first().map_or(0, |row| row.total);
    let all = match wanted.says {
        Some(Says::Yes) => count.yes,
        Some(Says::No) => count.no,
        Some(Says::NotKnown) => count.not_known,
        Some(Says::LeftOut) => count.left_out,
        None => count.of() + count.left_out,
    };
    // Beyond the last page nothing is listed, and nothing is hidden for that.
    let hidden = if asked.page > 1 { 0 } else { (all - listed).max(0) };
    let cells: Vec<_> = rows.iter().map(|row| row.cells(m, today)).collect();
    let total = usize::try_from(listed).unwrap_or_default();
    let table = Table::new(m.title, COLUMNS, asked, &cells, total, ("young person", "young people"))?;
    let when = match wanted.year {
        Some(year) => format!("Birthdays of {}", year_words(year, today)),
        None => "Today".into(),
    };
    let numerator = if wanted.year.is_some() { m.numerator } else { m.numerator_today };
    Ok(given! {
        title => m.title, table, filter => form, when, age => wanted.band.words(), hidden, numerator,
        share => count.per_cent(), yes => count.yes, of => count.of(), not_known => count.not_known, left_out => count.left_out,
    })
}

fn samples() -> Vec<Sample> {
    let today = date(2026, 11, 22);
    let row = |n: u128, says: &str, in_touch: &str| Row {
        child: Id::from_u128(n),
        name: (n != 3).then(|| format!("Jade Marlow{n}")),
        preferred_name: None,
        birthday: Some(date(2025, 5, 4)),
        turned: Some(18),
        in_touch: Some(in_touch.into()),
        activity: Some("F2".into()),
        accommodation: Some("U1".into()),
        suitable: says.into(),
        eet: says.into(),
        touch: says.into(),
        worker: None,
        total: 3,
    };
    let sample = |name, query: &str, rows: &[Row], count| {
        let asked = Asked::of(COLUMNS, "who", Answers::of_query(query));
        let (form, wanted) = narrow(Answers::of_query(query), today);
        let context = context(MEASURES[1], wanted, &count, rows, &asked, form, today).unwrap_or_default();
        Sample { name, context }
    };
    let some = [row(1, "yes", "YES"), row(2, "no", "NO"), row(3, "left_out", "RHOM")];
    let count = Count { yes: 1, no: 2, not_known: 0, left_out: 1 };
    vec![
        sample("some", "", &some, count),
        sample("today", "at=today&band=22-24", &some[..1], count),
        sample("none", "says=not_known", &[], Count::default()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = date(2026, 11, 22);
    fn row(says: &str, in_touch: Option<&str>, activity: Option<&str>) -> Row {
        Row {
            child: Id::from_u128(1),
            name: None,
            preferred_name: None,
            birthday: Some(date(2025, 5, 4)),
            turned: Some(18),
            in_touch: in_touch.map(Into::into),
            activity: activity.map(Into::into),
            accommodation: Some("U2".into()),
            suitable: says.into(),
            eet: says.into(),
            touch: says.into(),
            worker: None,
            total: 1,
        }
    }
    #[test]
    fn a_list_is_of_a_birthday_or_of_today_of_an_age_and_an_answer() {
        let of = |query: &str| narrow(Answers::of_query(query), TODAY).1;
        assert_eq!(of(""), Wanted { year: Some(2026), band: Band::From17To18, says: None });
        let today = Wanted { year: None, band: Band::From22To24, says: Some(Says::No) };
        assert_eq!(of("at=today&band=22-24&says=no&year=2025"), today);
        assert_eq!(of("at=birthday&year=2025").year, Some(2025));
    }
    #[test]
    fn a_row_says_by_which_code_it_counts_and_why_somebody_is_left_out() {
        let [suitable, eet, touch] = MEASURES;
        assert_eq!(row("no", Some("YES"), None).why(suitable), "U2: Independent living");
        assert_eq!(row("not_known", Some("YES"), None).why(eet), "Nobody said");
        assert_eq!(row("yes", Some("YES"), Some("P1")).why(touch), "YES: Yes - in touch");
        assert!(row("left_out", Some("DIED"), Some("0")).why(suitable).starts_with("DIED: Died"));
    }
    #[test]
    fn how_many_are_counted_and_not_listed_is_said() {
        let hidden = |query: &str, rows: &[Row]| {
            let asked = Asked::of(COLUMNS, "who", Answers::of_query(query));
            let (form, wanted) = narrow(Answers::of_query(query), TODAY);
            let count = Count { yes: 1, no: 2, not_known: 0, left_out: 1 };
            let context = context(MEASURES[0], wanted, &count, rows, &asked, form, TODAY).unwrap();
            i64::try_from(context.get_attr("hidden").unwrap()).unwrap()
        };
        let one = [row("no", Some("NO"), None)];
        assert_eq!((hidden("", &one), hidden("says=no", &one), hidden("says=yes", &one)), (3, 1, 0));
    }
}
