//! Under one deadline: the children to whom it is owed, as far as the reader may see them.
use super::{
    filter::OPEN,
    owed::{COLUMNS_OF_CLOCK, Row, clock_named, sample},
};
use crate::{
    deeds::ViewService,
    frame::{Answer, chrome, see},
    page::{Answers, Asked, Form, Link, Page, Place, Sample, Table, choice, given, table, words::Tag},
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Leave as _, Query, Within};
use practice::{
    Date, Id,
    clock::{Clock, Standing},
    day::date,
};
use serde::Deserialize;

pub const PAGE: Page = Page { name: "today/of_clock.html", source: include_str!("of_clock.html"), samples };
const OF_CLOCK: &str = include_str!("sql/of_clock.sql");
const TEAMS: &str = include_str!("sql/open_teams.sql");
pub const QUESTIONS: &[&str] = &[OF_CLOCK, TEAMS];

#[derive(Clone, Deserialize)]
struct Team {
    id: Id,
    name: String,
}

pub async fn show(may: Within<ViewService>, Query(answers): Query<Answers>) -> Answer {
    let Some(clock) = may.path("clock").and_then(clock_named) else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let mut reading = may.reading().await?;
    let teams: Vec<Team> = reading.ask(TEAMS, &[]).await?;
    let asked = Asked::of(COLUMNS_OF_CLOCK, "due", answers.clone());
    let (form, (standing, team)) = narrow(answers.clone(), &teams);
    let (limit, offset) =
        if asked.csv { (table::MOST_IN_A_FILE, 0) } else { (table::ROWS as i64, asked.before() as i64) };
    let given = [
        ("clock", clock.code.into()),
        ("standing", standing.map(Standing::code).into()),
        ("team", team.into()),
        ("limit", limit.into()),
        ("offset", offset.into()),
    ];
    let rows: Vec<Row> = reading.ask(OF_CLOCK, &given).await?;
    if asked.csv {
        let rows: Vec<_> = rows.iter().map(|row| row.cells_of_clock(may.today())).collect();
        return Ok(table::download("deadline", may.today(), COLUMNS_OF_CLOCK, &rows));
    }
    if rows.is_empty() && asked.page > 1 {
        return see(&format!("/service/{}{}", clock.name, answers.query_with(&[("page", None)])));
    }
    let mut chrome = chrome(&may, clock.title, Some(Place::Service));
    chrome.trail = vec![Link::new("/service", "Service")];
    Ok(PAGE.show(chrome, context(clock, &rows, &asked, form, may.today())?))
}
fn narrow(answers: Answers, teams: &[Team]) -> (Form, (Option<Standing>, Option<Id>)) {
    let (form, narrowed) = Form::asked(answers, |f| {
        let standings = OPEN.map(|s| choice(s, s.code(), Tag::from(s).text));
        let standing = f.select("standing", "Standing", standings).optional();
        let teams = teams.iter().map(|team| choice(team.id, team.id.to_string(), &team.name));
        let team = f.select("team", "Team", teams).optional();
        Some((standing, team))
    });
    (form, narrowed.unwrap_or_default())
}
fn context(
    clock: &Clock,
    rows: &[Row],
    asked: &Asked,
    form: Form,
    today: Date,
) -> Result<minijinja::Value, minijinja::Error> {
    let total = rows.first().map_or(0, |row| usize::try_from(row.total).unwrap_or_default());
    let cells: Vec<_> = rows.iter().map(|row| row.cells_of_clock(today)).collect();
    let table = Table::new("To whom it is owed", COLUMNS_OF_CLOCK, asked, &cells, total, ("deadline", "deadlines"))?;
    Ok(given! { table, filter => form, title => clock.title, name => clock.name, length => clock.limit.to_string() })
}

fn samples() -> Vec<Sample> {
    let sample = |name, query: &str, rows: &[Row]| {
        let asked = Asked::of(COLUMNS_OF_CLOCK, "due", Answers::of_query(query));
        let form = narrow(Answers::of_query(query), &[Team { id: Id::from_u128(1), name: "Assessment".into() }]).0;
        let clock = practice::CLOCKS[0][0];
        Sample { name, context: context(clock, rows, &asked, form, date(2026, 11, 22)).unwrap_or_default() }
    };
    let late = sample_row(1);
    let masked = Row { name: None, preferred_name: None, worker: None, ..sample_row(2) };
    vec![sample("some", "standing=overdue", &[late, masked]), sample("none", "standing=late", &[])]
}
fn sample_row(n: u128) -> Row {
    Row { total: 2, ..sample(n, "C01", Standing::Overdue, Some(date(2026, 11, 9))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_narrowed_to_a_standing_and_a_team() {
        let teams = [Team { id: Id::from_u128(1), name: "Assessment".into() }];
        let query = format!("standing=overdue&team={}", teams[0].id);
        let (_, narrowed) = narrow(Answers::of_query(&query), &teams);
        assert_eq!(narrowed, (Some(Standing::Overdue), Some(teams[0].id)));
        assert_eq!(narrow(Answers::of_query("standing=met"), &teams).1, (None, None), "met is not owed");
    }
    #[test]
    fn an_analyst_sees_a_row_without_a_name() {
        let masked = Row { name: None, preferred_name: None, ..sample_row(2) };
        assert_eq!(masked.heading(), "Child 00000002");
    }
}
