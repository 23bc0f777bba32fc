//! The teams: form one, close one that nobody works in.
use super::who::{self, Team};
use crate::{
    deeds::SetUp,
    frame::{Answer, chrome, see},
    page::{Answers, Form, Link, Page, Place, Sample, given},
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Leave as _, Said, Service, chance};
use practice::{Date, Id, Subject, workforce::Fact};

pub const PAGE: Page = Page { name: "workforce/teams.html", source: include_str!("teams.html"), samples };

fn name(f: &mut Form, teams: &[Team]) -> Option<String> {
    let name = f
        .text("name", "Name of the new team")
        .hint("As people call it")
        .at_most(80)
        .required("Enter the name of the team")?;
    if teams.iter().any(|t| t.closed.is_none() && t.name.eq_ignore_ascii_case(&name)) {
        f.wrong("name", "There is a team of this name: give the new one another");
    }
    Some(name)
}
pub async fn show(may: Service<SetUp>) -> Answer {
    let teams = who::teams(&mut may.reading().await?).await?;
    let form = Form::blank(may.token(), |f| name(f, &teams));
    page(&may, StatusCode::OK, &teams, form)
}
pub async fn form_team(may: Service<SetUp>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let teams = who::teams(&mut may.reading().await?).await?;
    let (form, name) = Form::sent(may.token(), answers, |f| name(f, &teams));
    let Some(name) = name else { return page(&may, StatusCode::UNPROCESSABLE_ENTITY, &teams, form) };
    may.keep(vec![Said::new(Subject::Team(chance::id()), may.today(), Fact::TeamFormed { name })]).await?;
    see("/set-up/teams")
}
pub async fn close(may: Service<SetUp>, _: kernel::Form<Answers>) -> Answer {
    let id = may.path("team").and_then(|id| id.parse::<Id>().ok());
    let teams = who::teams(&mut may.reading().await?).await?;
    let Some(team) = teams.iter().find(|t| Some(t.id) == id) else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    // The page offers it for an empty team only; somebody may have come since.
    if team.workers == 0 && team.closed.is_none() {
        may.keep(vec![Said::new(Subject::Team(team.id), may.today(), Fact::TeamClosed)]).await?;
    }
    see("/set-up/teams")
}
fn page(may: &Service<SetUp>, status: StatusCode, teams: &[Team], form: Form) -> Answer {
    let mut chrome = chrome(may, "Teams", Some(Place::SetUp));
    chrome.trail = vec![Link::new("/set-up", "Set up")];
    Ok(PAGE.answer(status, chrome, given! { teams, form }))
}
fn samples() -> Vec<Sample> {
    let team = |workers, closed| Team { id: Id::nil(), name: "Lantern".into(), closed, workers };
    let teams = vec![team(8, None), team(0, None), team(0, Some(Date::MIN))];
    let (wrong, _) = Form::sent("t", Answers::of(&[("name", "lantern")]), |f| name(f, &teams));
    let blank = Form::blank("t", |f| name(f, &[]));
    vec![
        Sample { name: "empty", context: given! { teams => Vec::<Team>::new(), form => blank } },
        Sample { name: "wrong", context: given! { teams, form => wrong } },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_teams_of_one_name_cannot_be_told_apart() {
        let team = |closed| Team { id: Id::nil(), name: "Lantern".into(), closed, workers: 0 };
        let sent = |teams: &[Team]| Form::sent("t", Answers::of(&[("name", "LANTERN")]), |f| name(f, teams)).1;
        assert_eq!(sent(&[team(None)]), None);
        assert_eq!(sent(&[team(Some(Date::MIN))]).as_deref(), Some("LANTERN"), "a closed team's name is free again");
    }
}
