//! Accounts: who works here and may sign in.
use super::who::{self, Team, Worker, choices_of_teams};
use crate::{
    deeds::ManageAccounts,
    frame::{Answer, chrome},
    page::{
        Answers, Asked, Cell, Column, Form, Link, Page, Place, Sample, Table, choice, given, table::download,
        words::Colour, words::Tag,
    },
    sign_in::word::pronounceable,
};
use axum::http::StatusCode;
use kernel::{Leave as _, Query, Said, Service, chance, sign_in::Account};
use practice::{Id, Subject, access::Role, day, workforce::Fact};
use std::collections::HashMap;

pub const PAGE: Page = Page { name: "workforce/accounts.html", source: include_str!("accounts.html"), samples };
pub const NEW: Page =
    Page { name: "workforce/account_new.html", source: include_str!("account_new.html"), samples: new_samples };
pub const GIVEN: Page =
    Page { name: "workforce/account_given.html", source: include_str!("account_given.html"), samples: given_samples };

/// To be handed over and changed at the first sign-in.
pub fn first_password() -> String {
    pronounceable(chance::random())
}

const COLUMNS: &[Column] = &[
    Column::text("name", "Name"),
    Column::text("post", "Post"),
    Column::text("account", "Signs in as"),
    Column::text("seen", "Last seen"),
    Column::text("second", "Second factor"),
];
fn cells(w: &Worker, account: Option<&Account>) -> Vec<Cell> {
    let seen = account.and_then(|a| a.last_seen).map_or("Not in the last week".into(), day::words_at);
    let signs_in = match account {
        None => Cell::text("Has no account"),
        Some(a) if a.ended.is_some() => Cell::tag(Tag::new("Ended", Colour::Grey)),
        Some(a) => Cell::text(&a.username).detail(if a.change_password { "Has not chosen a password yet" } else { "" }),
    };
    vec![
        Cell::text(&w.name).link(format!("/set-up/accounts/{}", w.id)),
        match w.ended {
            Some(on) => Cell::text(w.role.words()).detail(format!("Left on {}", day::words(on))),
            None => Cell::text(w.role.words()).detail(w.team_name.as_deref().unwrap_or("In no team")),
        },
        signs_in,
        if account.is_some() { Cell::text(seen) } else { Cell::text("") },
        Cell::text(account.map_or("", |a| if a.second_factor { "Yes" } else { "No" })),
    ]
}
/// Which of the workers: of one team, and those who left only when asked for.
struct Filter {
    team: Option<Id>,
    left: bool,
}
fn filter(f: &mut Form, teams: &[Team]) -> Option<Filter> {
    let team = f.select("team", "Team", choices_of_teams(teams)).optional();
    let here = [choice(true, "left", "Show those who left")];
    let left = f.checkboxes("who", "Who", here).with("classes", "govuk-checkboxes--small").optional();
    Some(Filter { team, left: !left.is_empty() })
}
pub async fn show(may: Service<ManageAccounts>, Query(answers): Query<Answers>) -> Answer {
    let mut reading = may.reading().await?;
    let (workers, teams) = (who::workers(&mut reading).await?, who::teams(&mut reading).await?);
    drop(reading);
    let accounts: HashMap<Id, Account> = may.accounts().all().await?.into_iter().map(|a| (a.worker, a)).collect();
    let asked = Asked::of(COLUMNS, "name", answers.clone());
    let (filter_form, filter) = Form::asked(answers, |f| filter(f, &teams));
    let filter = filter.unwrap_or(Filter { team: None, left: false });
    let wanted = |w: &&Worker| filter.team.is_none_or(|team| w.team == team) && (filter.left || w.ended.is_none());
    let rows: Vec<_> = workers.iter().filter(wanted).map(|w| cells(w, accounts.get(&w.id))).collect();
    if asked.csv {
        return Ok(download("accounts", may.today(), COLUMNS, &rows));
    }
    let total = rows.len();
    let table = table(&asked, &asked.part(rows), total)?;
    let mut chrome = chrome(&may, "Accounts", Some(Place::SetUp));
    chrome.trail = vec![Link::new("/set-up", "Set up")];
    Ok(PAGE.show(chrome, given! { table, filter => filter_form }))
}
fn table(asked: &Asked, rows: &[Vec<Cell>], total: usize) -> Result<Table, minijinja::Error> {
    Table::new("Workers", COLUMNS, asked, rows, total, ("worker", "workers"))
}

/// A post: what changes when somebody comes, and when they go on to another.
pub(super) struct Post {
    pub name: String,
    pub role: Role,
    pub team: Id,
}
impl From<Post> for Fact {
    fn from(Post { name, role, team }: Post) -> Fact {
        Fact::PostTaken { name, role, team }
    }
}
pub(super) fn post(f: &mut Form, teams: &[Team], now: Option<&Worker>) -> Option<Post> {
    let name = f.text("name", "Name").hint("As other people read it").at_most(100);
    let name = match now {
        Some(worker) => name.initial(&worker.name),
        None => name,
    };
    let name = name.required("Enter the name");
    let roles = Role::PEOPLE.map(|role| choice(role, role.code(), role.words()));
    let role = f.select("role", "Role", roles).initial(now.map_or("", |w| w.role.code()));
    let role = role.required("Choose the role");
    let in_team = now.map_or(String::new(), |w| w.team.to_string());
    let team = f.select("team", "Team", choices_of_teams(teams)).hint("Leave empty for a post in no team");
    let team = team.initial(&in_team).optional().unwrap_or(Id::nil());
    Some(Post { name: name?, role: role?, team })
}
fn newcomer(f: &mut Form, teams: &[Team]) -> Option<(Post, String)> {
    let (post, username) = (post(f, teams, None), username(f));
    Some((post?, username?))
}
pub(super) fn username(f: &mut Form) -> Option<String> {
    f.text("username", "Signs in as")
        .hint("3 to 64 letters, digits, full stops, hyphens or underscores, such as miriam.okafor")
        .with("autocomplete", "off")
        .with("spellcheck", false)
        .at_most(64)
        .required("Enter what they sign in as")
}
pub async fn new(may: Service<ManageAccounts>) -> Answer {
    let teams = who::teams(&mut may.reading().await?).await?;
    new_page(&may, StatusCode::OK, Form::blank(may.token(), |f| newcomer(f, &teams)))
}
pub async fn make(may: Service<ManageAccounts>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let teams = who::teams(&mut may.reading().await?).await?;
    let (mut form, newcomer) = Form::sent(may.token(), answers, |f| newcomer(f, &teams));
    if let Some((post, username)) = newcomer {
        let (worker, password, name) = (chance::id(), first_password(), post.name.clone());
        match may.accounts().make(worker, &name, &username, &password).await? {
            Ok(()) => {
                may.keep(vec![Said::new(Subject::Worker(worker), may.today(), Fact::from(post))]).await?;
                return handed_over(&may, worker, &name, &password);
            }
            Err(problem) => form.wrong("username", &problem),
        }
    }
    new_page(&may, StatusCode::UNPROCESSABLE_ENTITY, form)
}
fn new_page(may: &Service<ManageAccounts>, status: StatusCode, form: Form) -> Answer {
    let mut chrome = chrome(may, "New account", Some(Place::SetUp));
    chrome.trail = vec![Link::new("/set-up", "Set up"), Link::new("/set-up/accounts", "Accounts")];
    Ok(NEW.answer(status, chrome, given! { form }))
}
/// The one page that shows a password, and it shows it once.
pub(super) fn handed_over(may: &Service<ManageAccounts>, worker: Id, name: &str, password: &str) -> Answer {
    let mut chrome = chrome(may, "First password", Some(Place::SetUp));
    chrome.trail = vec![Link::new("/set-up", "Set up"), Link::new("/set-up/accounts", "Accounts")];
    Ok(GIVEN.show(chrome, given! { worker, name, password }))
}

fn samples() -> Vec<Sample> {
    let teams = vec![Team { id: Id::nil(), name: "Lantern".into(), closed: None, workers: 1 }];
    let worker = Worker {
        id: Id::nil(),
        name: "Grace Adeyinka".into(),
        role: Role::SocialWorker,
        team: Id::nil(),
        team_name: None,
        started: day::date(2024, 9, 2),
        ended: None,
    };
    let left = Worker { ended: Some(day::date(2026, 1, 2)), ..worker.clone() };
    let account = Account {
        worker: Id::nil(),
        username: "grace.adeyinka".into(),
        second_factor: true,
        change_password: true,
        demo: false,
        made: day::moment(day::date(2024, 9, 2).at(9, 0, 0, 0)),
        ended: None,
        last_seen: None,
    };
    let rows = [cells(&worker, Some(&account)), cells(&left, None)];
    let asked = Asked::of(COLUMNS, "name", Answers::default());
    let of = |rows: &[Vec<Cell>]| {
        let (form, _) = Form::asked(Answers::default(), |f| filter(f, &teams));
        given! { table => table(&asked, rows, rows.len()).ok(), filter => form }
    };
    vec![Sample { name: "empty", context: of(&[]) }, Sample { name: "full", context: of(&rows) }]
}
fn new_samples() -> Vec<Sample> {
    let (wrong, _) = Form::sent("t", Answers::default(), |f| newcomer(f, &[]));
    let blank = Form::blank("t", |f| newcomer(f, &[]));
    vec![
        Sample { name: "blank", context: given! { form => blank } },
        Sample { name: "wrong", context: given! { form => wrong } },
    ]
}
fn given_samples() -> Vec<Sample> {
    let context = given! { worker => Id::nil(), name => "Grace Adeyinka", password => "dofagebazovilu" };
    vec![Sample { name: "given", context }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newcomer_has_a_name_a_role_and_something_to_sign_in_as() {
        let sent = |answers: &[(&str, &str)]| Form::sent("t", Answers::of(answers), |f| newcomer(f, &[])).1;
        let whole = [("name", "Grace Adeyinka"), ("role", "social_worker"), ("username", "grace.adeyinka")];
        let (post, username) = sent(&whole).unwrap();
        assert_eq!((post.role, post.team, username.as_str()), (Role::SocialWorker, Id::nil(), "grace.adeyinka"));
        for missing in 0..whole.len() {
            let rest: Vec<_> = whole.iter().enumerate().filter(|(n, _)| *n != missing).map(|(_, a)| *a).collect();
            assert!(sent(&rest).is_none(), "without {}", whole[missing].0);
        }
        assert!(sent(&[whole[0], ("role", "system"), whole[2]]).is_none(), "a person is never the service");
    }
}
