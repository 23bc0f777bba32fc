//! The manager's dashboard: each adviser with their young people, how fresh the plans are, who holds a copy, and of
//! how many something is overdue or not well. Each number leads to the young people behind it.
use super::{mine::NOBODY, standing::Show};
use crate::{
    deeds::ViewTeam,
    frame::{Answer, chrome},
    page::{Answers, Asked, Cell, Column, Form, Link, Page, Place, Sample, Table, choice, given, table},
};
use kernel::{Leave as _, Query, Within};
use minijinja::{Error, Value};
use practice::{
    Id,
    access::{Act, Reach, grant},
    leavers::targets::CASELOAD,
};
use serde::Deserialize;

pub const PAGE: Page = Page { name: "leavers/board.html", source: include_str!("board.html"), samples };
const ADVISERS: &str = include_str!("sql/advisers_now.sql");
const TEAMS: &str = include_str!("sql/adviser_teams.sql");
pub const QUESTIONS: &[&str] = &[ADVISERS, TEAMS];
const COLUMNS: &[Column] = &[
    Column::text("adviser", "Adviser"),
    Column::number("people", "Young people"),
    Column::number("overdue", "With something overdue"),
    Column::number("touch", "Not in touch or not known"),
    Column::number("fresh", "Plan up to date"),
    Column::number("stale", "Plan stale or overdue"),
    Column::number("copies", "Hold a copy"),
    Column::number("home", "Home not suitable or not known"),
    Column::number("neet", "NEET or not known"),
];

/// A row of `advisers_now.sql`; without an adviser, those whom nobody has been given to.
#[derive(Clone, Debug, Deserialize)]
struct Load {
    adviser: Option<Id>,
    name: Option<String>,
    team: Option<String>,
    people: i64,
    people_overdue: i64,
    overdue: i64,
    not_in_touch: i64,
    stale: i64,
    fresh: i64,
    copies: i64,
    not_suitable: i64,
    neet: i64,
}
#[derive(Clone, Debug, Deserialize)]
struct Team {
    id: Id,
    name: String,
}
pub async fn show(may: Within<ViewTeam>, Query(answers): Query<Answers>) -> Answer {
    let mut reading = may.reading().await?;
    let chooses = grant(may.who().role, Act::ViewTeam).is_some_and(|g| g.reach == Reach::Service);
    let indicators = grant(may.who().role, Act::ViewService).is_some();
    let teams: Vec<Team> = if chooses { reading.ask(TEAMS, &[]).await? } else { vec![] };
    let asked = Asked::of(COLUMNS, "overdue", answers.clone());
    let (form, team) = narrow(answers, &teams);
    let loads: Vec<Load> = reading.ask(ADVISERS, &[("team", team.into())]).await?;
    let most = reading.norms().await?.get(&CASELOAD, may.today());
    if asked.csv {
        return Ok(table::download(
            "advisers",
            may.today(),
            COLUMNS,
            &loads.iter().map(|load| load.cells(most)).collect::<Vec<_>>(),
        ));
    }
    let mut chrome = chrome(&may, "Advisers", Some(Place::Leavers));
    chrome.trail = vec![Link::new("/leavers", "Care leavers")];
    Ok(PAGE.show(chrome, context(loads, &asked, form, (chooses, indicators), most)?))
}
fn narrow(answers: Answers, teams: &[Team]) -> (Form, Option<Id>) {
    let (form, team) = Form::asked(answers, |f| {
        let teams = teams.iter().map(|t| choice(t.id, t.id.to_string(), &t.name));
        Some(f.select("team", "Team", teams).optional())
    });
    (form, team.flatten())
}
impl Load {
    /// Over the norm, where the council has one. Those of nobody are over none.
    fn over(&self, most: i64) -> i64 {
        if self.adviser.is_some() && most > 0 { (self.people - most).max(0) } else { 0 }
    }
    fn cells(&self, most: i64) -> Vec<Cell> {
        let name = Cell::text(self.name.as_deref().unwrap_or("Nobody yet"));
        let place = self.adviser.map_or(NOBODY.into(), |id| format!("/leavers/advisers/{id}"));
        let name = name.link(place.clone());
        let name = self.team.iter().fold(name, |name, team| name.detail(team));
        let number = |n: i64, show: Option<Show>| match show {
            Some(show) if n > 0 => Cell::number(n).link(format!("{place}?show={}", show.code())),
            _ => Cell::number(n),
        };
        let overdue = number(self.people_overdue, Some(Show::Overdue));
        let overdue = if self.overdue > 0 { overdue.detail(format!("{} in all", self.overdue)) } else { overdue };
        let people = match self.over(most) {
            0 => number(self.people, None),
            over => number(self.people, None).detail(format!("{over} over the norm")),
        };
        vec![
            name,
            people,
            overdue,
            number(self.not_in_touch, Some(Show::NotInTouch)),
            number(self.fresh, None),
            number(self.stale, Some(Show::PlanLate)),
            number(self.copies, None),
            number(self.not_suitable, Some(Show::Home)),
            number(self.neet, Some(Show::Neet)),
        ]
    }
}
fn context(
    loads: Vec<Load>,
    asked: &Asked,
    form: Form,
    (chooses, indicators): (bool, bool),
    most: i64,
) -> Result<Value, Error> {
    let sum = |of: fn(&Load) -> i64| loads.iter().map(of).sum::<i64>();
    let (people, stale) = (sum(|l| l.people), sum(|l| l.stale));
    let (overdue, silent) = (sum(|l| l.people_overdue), sum(|l| l.not_in_touch));
    let nobody = loads.iter().filter(|l| l.adviser.is_none()).map(|l| l.people).sum::<i64>();
    let over = loads.iter().filter(|l| l.over(most) > 0).count();
    let all = loads.len();
    let cells: Vec<_> = asked.part(loads).iter().map(|load| load.cells(most)).collect();
    let table = Table::new("By adviser", COLUMNS, asked, &cells, all, ("adviser", "advisers"))?;
    let filter = chooses.then_some(form);
    Ok(given! { table, filter, people, overdue, stale, silent, nobody, indicators, most, over })
}

fn samples() -> Vec<Sample> {
    let load = |n: u128, name: &str| Load {
        adviser: Some(Id::from_u128(n)),
        name: Some(name.into()),
        team: Some("Leaving care".into()),
        people: 18,
        people_overdue: 3,
        overdue: 4,
        not_in_touch: 2,
        stale: 1,
        fresh: 15,
        copies: 9,
        not_suitable: 0,
        neet: 6,
    };
    let team = Team { id: Id::from_u128(5), name: "Leaving care".into() };
    let told = |loads: Vec<Load>, chooses: bool| {
        let teams = if chooses { vec![team.clone()] } else { vec![] };
        let asked = Asked::of(COLUMNS, "overdue", Answers::default());
        context(loads, &asked, narrow(Answers::default(), &teams).0, (chooses, chooses), if chooses { 16 } else { 0 })
            .unwrap_or_default()
    };
    let nobody =
        Load { adviser: None, name: None, team: None, people: 2, overdue: 0, people_overdue: 0, ..load(3, "") };
    vec![
        Sample {
            name: "of a service",
            context: told(vec![load(1, "Grace Adeyinka"), load(2, "Sam Poole"), nobody], true),
        },
        Sample { name: "of a team", context: told(vec![load(1, "Grace Adeyinka")], false) },
        Sample { name: "none", context: told(vec![], false) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_leads_to_the_young_people_behind_it() {
        let load = Load {
            adviser: Some(Id::from_u128(1)),
            name: Some("Grace Adeyinka".into()),
            team: None,
            people: 18,
            people_overdue: 3,
            overdue: 4,
            not_in_touch: 0,
            stale: 1,
            fresh: 15,
            copies: 9,
            not_suitable: 0,
            neet: 6,
        };
        let said: Vec<String> = load.cells(25).iter().map(|cell| format!("{cell:?}")).collect();
        assert_eq!(said.len(), COLUMNS.len());
        let place = format!("/leavers/advisers/{}?show=", Id::from_u128(1));
        assert!(said[2].contains(&format!("{place}overdue")) && said[2].contains("4 in all"), "{}", said[2]);
        assert!(said[5].contains(&format!("{place}plan")) && said[8].contains(&format!("{place}neet")));
        assert!(!said[3].contains("href: Some"), "nothing stands behind none");
        let people = |most| format!("{:?}", load.cells(most)[1]);
        assert!(people(15).contains("3 over the norm") && !people(18).contains("over") && !people(0).contains("over"));
        let nobody = Load { adviser: None, name: None, ..load };
        assert!(format!("{:?}", nobody.cells(25)[0]).contains("Nobody yet"));
        assert!(!format!("{:?}", nobody.cells(1)[1]).contains("over"), "nobody has too many");
    }
    #[test]
    fn a_team_that_is_not_offered_narrows_nothing() {
        let team = Team { id: Id::from_u128(5), name: "Leaving care".into() };
        let asked =
            |id: u128| narrow(Answers::of(&[("team", &Id::from_u128(id).to_string())]), std::slice::from_ref(&team)).1;
        assert_eq!((asked(5), asked(6)), (Some(team.id), None));
    }
}
