//! A team: who holds how many children, what is overdue longest, and who has nobody. Who may see the
//! whole service chooses a team; everybody else sees their own.
use super::{
    filter::{self, Wanted},
    owed::{COLUMNS, Row, sample},
};
use crate::{
    deeds::ViewTeam,
    frame::{Answer, chrome, see},
    page::{Answers, Asked, Form, Page, Place, Sample, Table, choice, given, table},
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Leave as _, Query, Within};
use minijinja::{Error, Value};
use practice::{
    Date, Id,
    access::{Act, Reach, Role, grant},
    clock::Standing,
    day::date,
};
use serde::{Deserialize, Serialize};

pub const PAGE: Page = Page { name: "today/team.html", source: include_str!("team.html"), samples };
pub const TEAMS: Page =
    Page { name: "today/teams.html", source: include_str!("teams.html"), samples: samples_of_teams };
const OF_TEAMS: &str = include_str!("sql/teams.sql");
const TEAM: &str = include_str!("sql/team.sql");
const CASELOADS: &str = include_str!("sql/caseloads.sql");
const OWED: &str = include_str!("sql/team_owed.sql");
pub const QUESTIONS: &[&str] = &[OF_TEAMS, TEAM, CASELOADS, OWED];

#[derive(Clone, Debug, Deserialize, Serialize)]
struct Team {
    id: Id,
    name: String,
}
#[derive(Clone, Debug, Deserialize, Serialize)]
struct Load {
    id: Id,
    name: String,
    role: Role,
    children: i64,
    children_overdue: i64,
    overdue: i64,
    #[serde(skip_deserializing)]
    role_words: &'static str,
}
#[derive(Clone, Debug, Deserialize, Serialize)]
struct TeamLoad {
    id: Id,
    name: String,
    workers: i64,
    children: i64,
    children_overdue: i64,
    overdue: i64,
}

pub async fn show(may: Within<ViewTeam>, Query(answers): Query<Answers>) -> Answer {
    let mut reading = may.reading().await?;
    let chooses = grant(may.who().role, Act::ViewTeam).is_some_and(|g| g.reach == Reach::Service);
    let chosen = if chooses { answers.one("team").and_then(|id| id.parse().ok()) } else { Some(may.who().team) };
    let Some(team) = chosen else {
        let teams: Vec<TeamLoad> = reading.ask(OF_TEAMS, &[]).await?;
        let allocates = allocates(may.who().role);
        return Ok(TEAMS.show(chrome(&may, "Teams", Some(Place::Team)), given! { teams, allocates }));
    };
    let Some(team) = reading.ask_one::<Team>(TEAM, &[("team", team.into())]).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let mut loads: Vec<Load> = reading.ask(CASELOADS, &[("team", team.id.into())]).await?;
    loads.iter_mut().for_each(|load| load.role_words = load.role.words());
    let asked = Asked::of(COLUMNS, "due", answers.clone());
    let (form, narrowed) = narrow(answers.clone(), chooses.then_some(team.id), &loads);
    let (limit, offset) =
        if asked.csv { (table::MOST_IN_A_FILE, 0) } else { (table::ROWS as i64, asked.before() as i64) };
    let [clock, standing, statutory] = narrowed.wanted.given();
    let given = [
        ("team", team.id.into()),
        ("worker", narrowed.worker.into()),
        clock,
        standing,
        statutory,
        ("limit", limit.into()),
        ("offset", offset.into()),
    ];
    let rows: Vec<Row> = reading.ask(OWED, &given).await?;
    if asked.csv {
        let rows: Vec<_> = rows.iter().map(|row| row.cells(may.today())).collect();
        return Ok(table::download("team", may.today(), COLUMNS, &rows));
    }
    // A page beyond the last one, from an old link: how many there are is known from the first.
    if rows.is_empty() && asked.page > 1 {
        return see(&format!("/team{}", answers.query_with(&[("page", None)])));
    }
    let told = Told { team, loads, rows, asked, form, narrowed, chooses, allocates: allocates(may.who().role) };
    Ok(PAGE.show(chrome(&may, told.team.name.clone(), Some(Place::Team)), told.context(may.today())?))
}
/// Who may give a child to a worker sees whom nobody has been given.
fn allocates(role: Role) -> bool {
    grant(role, Act::Allocate).is_some()
}
#[derive(Default)]
struct Narrowed {
    wanted: Wanted,
    worker: Option<Id>,
}
fn narrow(answers: Answers, chosen: Option<Id>, loads: &[Load]) -> (Form, Narrowed) {
    let (form, narrowed) = Form::asked(answers, |f| {
        if let Some(team) = chosen {
            f.hidden("team", &team.to_string());
        }
        let workers = loads.iter().filter(|l| l.children > 0).map(|l| choice(l.id, l.id.to_string(), &l.name));
        let worker = f.select("worker", "Worker", workers).optional();
        let wanted = filter::fields(f, &practice::clocks().collect::<Vec<_>>());
        Some(Narrowed { wanted, worker })
    });
    (form, narrowed.unwrap_or_default())
}
struct Told {
    team: Team,
    loads: Vec<Load>,
    rows: Vec<Row>,
    asked: Asked,
    form: Form,
    narrowed: Narrowed,
    chooses: bool,
    allocates: bool,
}
impl Told {
    fn context(self, today: Date) -> Result<Value, Error> {
        let Told { team, loads, rows, asked, form, narrowed, chooses, allocates } = self;
        let total = rows.first().map_or(0, |row| row.total);
        let cells: Vec<_> = rows.iter().map(|row| row.cells(today)).collect();
        let total = usize::try_from(total).unwrap_or_default();
        let table = Table::new("What is owed", COLUMNS, &asked, &cells, total, ("deadline", "deadlines"))?;
        let here = if chooses { format!("/team?team={}", team.id) } else { "/team".into() };
        let everything = narrowed.wanted.standing.is_none();
        Ok(given! { team, loads, table, filter => form, here, chooses, allocates, everything })
    }
}

fn samples() -> Vec<Sample> {
    let told = |loads: Vec<Load>, rows: Vec<Row>, chooses: bool, query: &str| {
        let asked = Asked::of(COLUMNS, "due", Answers::of_query(query));
        let team = Team { id: Id::from_u128(5), name: "Assessment".into() };
        let (form, narrowed) = narrow(Answers::of_query(query), chooses.then_some(team.id), &loads);
        Told { team, loads, rows, asked, form, narrowed, chooses, allocates: chooses }
            .context(date(2026, 11, 22))
            .unwrap_or_default()
    };
    let rows = || {
        let late = sample(1, "P03", Standing::Overdue, Some(date(2026, 11, 9)));
        let unknown = Row { worker: None, ..sample(3, "V01", Standing::NotKnown, None) };
        vec![Row { total: 120, ..late }, unknown]
    };
    let loads = || {
        let load = |n, name: &str, children, overdue| Load {
            id: Id::from_u128(n),
            name: name.into(),
            role: Role::SocialWorker,
            children,
            children_overdue: overdue,
            overdue,
            role_words: Role::SocialWorker.words(),
        };
        vec![load(1, "Amina Yusuf", 18, 3), load(2, "Sam Poole", 0, 0)]
    };
    vec![
        Sample { name: "own", context: told(loads(), rows(), false, "") },
        Sample { name: "chosen", context: told(loads(), rows(), true, "standing=overdue") },
        Sample { name: "empty", context: told(vec![], vec![], false, "clock=tea_break") },
    ]
}
fn samples_of_teams() -> Vec<Sample> {
    let team = |n, name: &str, children| TeamLoad {
        id: Id::from_u128(n),
        name: name.into(),
        workers: 8,
        children,
        children_overdue: children / 3,
        overdue: children / 2,
    };
    let teams = vec![team(1, "Assessment", 40), team(2, "Fostering", 0)];
    vec![
        Sample { name: "some", context: given! { teams, allocates => true } },
        Sample { name: "none", context: given! { teams => Vec::<TeamLoad>::new(), allocates => false } },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loads() -> Vec<Load> {
        let load = |n, children| Load {
            id: Id::from_u128(n),
            name: format!("Worker {n}"),
            role: Role::SocialWorker,
            children,
            children_overdue: 0,
            overdue: 0,
            role_words: "",
        };
        vec![load(1, 18), load(2, 0)]
    }
    #[test]
    fn a_team_is_narrowed_to_a_worker_who_holds_children() {
        let worker = |n| narrow(Answers::of_query(&format!("worker={}", Id::from_u128(n))), None, &loads()).1.worker;
        assert_eq!(worker(1), Some(Id::from_u128(1)));
        assert_eq!(worker(2), None, "who holds nobody is not offered");
    }
    #[test]
    fn managers_are_shown_the_way_to_allocate_and_workers_are_not() {
        assert!(allocates(Role::TeamManager) && allocates(Role::ServiceManager));
        assert!(!allocates(Role::SocialWorker) && !allocates(Role::Analyst));
    }
}
