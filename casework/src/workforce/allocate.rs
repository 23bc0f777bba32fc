//! Allocate: who works with which child. Many children at once to one worker, or a list of them.
use super::{
    allocation_list::{self, Line, Problem},
    who::{self, Worker, choices_of_workers},
};
use crate::{
    deeds::Allocate,
    frame::{Answer, chrome, see},
    page::{
        Answers, Chrome, Form, Link, Page, Place, Sample, choice,
        chrome::Notice,
        form::Choice,
        given,
        table::ROWS,
        words::{capital, count},
    },
    people::heading::heading,
};
use axum::http::StatusCode;
use kernel::{AllowedAll, Leave as _, Query, Reading, Upload, Value, Within};
use practice::{
    Date, Id, day,
    people::{Fact, Part},
};
use serde::Deserialize;
use std::collections::HashMap;

pub const PAGE: Page = Page { name: "workforce/allocate.html", source: include_str!("allocate.html"), samples };
pub const LIST: Page =
    Page { name: "workforce/allocate_list.html", source: include_str!("allocate_list.html"), samples: list_samples };
const CHILDREN: &str = include_str!("sql/allocatable.sql");
const HOW_MANY: &str = include_str!("sql/allocatable_count.sql");
pub const QUESTIONS: &[&str] = &[CHILDREN, HOW_MANY];

#[derive(Clone, Debug, Deserialize)]
struct Row {
    id: Id,
    name: Option<String>,
    preferred_name: Option<String>,
    born: Option<Date>,
    /// Whether anything is known about what they need, and what it is.
    answer: Option<String>,
    words: Option<String>,
}
impl Row {
    fn choice(&self) -> Choice<Id> {
        let born = self.born.map_or("birth date not known".into(), |born| format!("born {}", day::words(born)));
        let words = self.words.as_ref().map_or(String::new(), |words| format!(". {words}"));
        let lapsed = if self.answer.as_deref() == Some("not_known") { "; not known since" } else { "" };
        let heading = heading(self.name.as_deref(), self.preferred_name.as_deref(), self.id);
        choice(self.id, self.id.to_string(), heading).hint(format!("{}{words}{lapsed}", capital(&born)))
    }
}
/// Whose children are listed.
#[derive(Clone, Copy, PartialEq)]
enum Whose {
    /// In need of the service, and nobody has been given to them.
    InNeed,
    Nobodys,
    Of(Id),
}
fn filter(f: &mut Form, workers: &[Worker]) -> Option<Whose> {
    let nobodys = [
        choice(Whose::InNeed, "in-need", "Nobody’s, in need of the service"),
        choice(Whose::Nobodys, "nobody", "Nobody’s, all"),
    ];
    let here = workers.iter().map(|w| {
        let left = if w.ended.is_some() { ", who has left" } else { "" };
        choice(Whose::Of(w.id), w.id.to_string(), format!("{}’s{left}", w.name))
    });
    let whose = f.select("whose", "Whose children", nobodys.into_iter().chain(here)).optional();
    Some(whose.unwrap_or(Whose::InNeed))
}
/// One page of the list, and how long the whole is.
struct Listed {
    rows: Vec<Row>,
    total: i64,
    page: i64,
}
async fn listed(reading: &mut Reading, whose: Whose, page: i64) -> Result<Listed, kernel::Error> {
    #[derive(Deserialize)]
    struct Count {
        children: i64,
    }
    let worker: Value = if let Whose::Of(worker) = whose { worker.into() } else { None::<Id>.into() };
    let status: Value = (whose == Whose::InNeed).then_some("any").into();
    let those = [("worker", worker), ("status", status)];
    let total = reading.ask_one::<Count>(HOW_MANY, &those).await?.map_or(0, |c| c.children);
    let size = ROWS as i64;
    let part = [("limit", size.into()), ("offset", ((page - 1) * size).into())];
    let rows = reading.ask(CHILDREN, &[those, part].concat()).await?;
    Ok(Listed { rows, total, page })
}

struct Allocation {
    children: Vec<Id>,
    worker: Worker,
    part: Part,
}
/// `whose` and `page` go along, so that a form to be put right comes back with the list that it came with.
fn allocation(f: &mut Form, asked: &Answers, rows: &[Row], workers: &[Worker]) -> Option<Allocation> {
    for name in ["whose", "page"] {
        f.hidden(name, &asked.one(name).unwrap_or_default());
    }
    let children = f.checkboxes("child", "Children", rows.iter().map(Row::choice));
    let children = children.with("classes", "govuk-checkboxes--small").required("Choose at least one child");
    let worker =
        f.select("worker", "Give them to", choices_of_workers(workers)).required("Choose whom to give them to");
    let parts = Part::ALL.map(|part| choice(part, part.code(), part.words()));
    let part = f.select("part", "As their", parts).initial(Part::Worker.code()).required("Choose as what");
    Some(Allocation { children: children?, worker: worker?, part: part? })
}

/// What an address, or a form that goes back to it, asks to be listed.
struct Asked {
    answers: Answers,
    filter: Form,
    workers: Vec<Worker>,
    listed: Listed,
}
impl Asked {
    async fn of(reading: &mut Reading, answers: Answers) -> Result<Asked, kernel::Error> {
        let workers = who::workers(reading).await?;
        let (filter, whose) = Form::asked(answers.clone(), |f| filter(f, &workers));
        let page = answers.one("page").and_then(|n| n.parse().ok()).filter(|n| (1..1_000_000).contains(n)).unwrap_or(1);
        let listed = listed(reading, whose.unwrap_or(Whose::InNeed), page).await?;
        Ok(Asked { answers, filter, workers, listed })
    }
    fn context(&self, token: &str, form: Form) -> minijinja::Value {
        let Listed { rows, total, page } = &self.listed;
        let before = (page - 1) * ROWS as i64;
        let said = match rows.len() as i64 {
            here if here == *total => count(*total, "child", "children"),
            here => format!("{} to {} of {}", before + 1, before + here, count(*total, "child", "children")),
        };
        let to = |page: i64| self.answers.query_with(&[("page", Some(&page.to_string())), ("given", None)]);
        let previous = (*page > 1).then(|| to(page - 1));
        let next = (before + (rows.len() as i64) < *total).then(|| to(page + 1));
        let any = !rows.is_empty();
        let list = Form::blank(token, list);
        given! { said, any, previous, next, filter => &self.filter, form, list }
    }
}
fn list(f: &mut Form) -> Option<()> {
    f.file("list", "A list as CSV", "A column “child” with the authority’s id, a column “worker” with the name and, if it is not the social worker, a column “part”");
    Some(())
}

pub async fn show(may: Within<Allocate>, Query(answers): Query<Answers>) -> Answer {
    let asked = Asked::of(&mut may.reading().await?, answers).await?;
    let form = Form::blank(may.token(), |f| allocation(f, &asked.answers, &asked.listed.rows, &asked.workers));
    let mut chrome = chrome_of(chrome(&may, "Allocate", Some(Place::SetUp)));
    let given_to = asked.answers.one("given").and_then(|n| n.parse().ok());
    chrome.notice = given_to.map(|n| Notice::done(format!("{} allocated.", count(n, "child was", "children were"))));
    Ok(PAGE.show(chrome, asked.context(may.token(), form)))
}
/// The children are those of the form: leave was asked for each of them.
pub async fn give(may: AllowedAll<Allocate>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let asked = Asked::of(&mut may.reading().await?, Answers::of_query(&listed_by(&answers))).await?;
    let read = |f: &mut Form| allocation(f, &asked.answers, &asked.listed.rows, &asked.workers);
    let (form, allocation) = Form::sent(may.token(), answers, read);
    let Some(Allocation { children, worker, part }) = allocation else {
        let chrome = chrome_of(chrome(&may, "Allocate", Some(Place::SetUp)));
        return Ok(PAGE.answer(StatusCode::UNPROCESSABLE_ENTITY, chrome, asked.context(may.token(), form)));
    };
    let fact = Fact::Allocated { worker: worker.id, team: worker.team, part, why: None };
    may.keep_each(may.today(), None, |_| fact.clone().into()).await?;
    let query = asked.answers.query_with(&[("page", None), ("given", Some(&children.len().to_string()))]);
    see(&format!("/set-up/allocate{query}"))
}
fn listed_by(sent: &Answers) -> String {
    let named = ["whose", "page"].map(|name| format!("{name}={}", sent.one(name).unwrap_or_default()));
    named.join("&")
}
fn chrome_of(chrome: Chrome) -> Chrome {
    Chrome { trail: vec![Link::new("/set-up", "Set up")], ..chrome }
}

/// A list is read, and what it would do is shown: nothing is written before somebody says so, and then
/// leave is asked for each child by itself.
pub async fn read_list(may: Within<Allocate>, upload: Upload) -> Answer {
    let mut reading = may.reading().await?;
    let Some(file) = upload.files.first() else { return see("/set-up/allocate") };
    let lines = match file.size > MOST_BYTES {
        true => Err(vec![Problem { row: 0, value: file.name.clone(), what: "The file is larger than 10 MB.".into() }]),
        false => allocation_list::understand(&mut reading, &tokio::fs::read(file.path()).await?).await?,
    };
    let lines = lines.and_then(|lines| match lines.len() > MOST_LINES {
        true => {
            let what = format!("The list has more than {MOST_LINES} rows. Divide it.");
            Err(vec![Problem { row: 0, value: file.name.clone(), what }])
        }
        false => Ok(lines),
    });
    let chrome = Chrome {
        trail: vec![Link::new("/set-up", "Set up"), Link::new("/set-up/allocate", "Allocate")],
        ..chrome(&may, "Allocate a list", Some(Place::SetUp))
    };
    let status = if lines.is_ok() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(LIST.answer(status, chrome, list_context(lines)))
}
const MOST_BYTES: u64 = 10_000_000;
/// The form that says yes holds them all, and a form has a limit.
const MOST_LINES: usize = 4000;

fn list_context(lines: Result<Vec<Line>, Vec<Problem>>) -> minijinja::Value {
    let (lines, problems) = match lines {
        Ok(lines) => (lines, vec![]),
        Err(problems) => (vec![], problems),
    };
    let children: Vec<Id> = lines.iter().map(|l| l.child).collect();
    let workers = lines.iter().map(|l| l.worker).collect::<std::collections::BTreeSet<_>>().len();
    let sent: Vec<String> = lines.iter().map(as_sent).collect();
    let said =
        format!("{} to {}", count(lines.len() as i64, "child", "children"), count(workers as i64, "worker", "workers"));
    let shown = problems.len().min(200);
    let more = problems.len() - shown;
    given! { children, sent, said, problems => &problems[..shown], more, all => problems.len() }
}
fn as_sent(l: &Line) -> String {
    format!("{} {} {} {}", l.child, l.worker, l.team, l.part.code())
}
fn from_sent(sent: &str) -> Option<Line> {
    let words: Vec<&str> = sent.split(' ').collect();
    let [child, worker, team, part] = words[..] else { return None };
    let part = Part::ALL.into_iter().find(|p| p.code() == part)?;
    Some(Line { child: child.parse().ok()?, worker: worker.parse().ok()?, team: team.parse().ok()?, part })
}
pub async fn give_list(may: AllowedAll<Allocate>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let workers = who::workers(&mut may.reading().await?).await?;
    let lines: Vec<Line> = answers.all("line").filter_map(|sent| from_sent(&sent)).collect();
    // A form that is not ours could send anything: each line is about a child for whom leave was asked,
    // and gives it to somebody who works here, in their team.
    let holds = |l: &Line| {
        let worker = workers.iter().find(|w| w.id == l.worker && w.ended.is_none() && w.team == l.team);
        may.children().contains(&l.child) && worker.is_some()
    };
    let mut by_child: HashMap<Id, &Line> = HashMap::new();
    let whole = lines.iter().all(|l| holds(l) && by_child.insert(l.child, l).is_none());
    if !whole || by_child.len() != may.children().len() || lines.is_empty() {
        return see("/set-up/allocate");
    }
    may.keep_each(may.today(), None, |child| Fact::from(by_child[&child]).into()).await?;
    see(&format!("/set-up/allocate?given={}", lines.len()))
}

fn samples() -> Vec<Sample> {
    let worker = Worker {
        id: Id::max(),
        name: "Grace Adeyinka".into(),
        role: practice::access::Role::SocialWorker,
        team: Id::nil(),
        team_name: Some("Lantern".into()),
        started: day::date(2024, 9, 2),
        ended: None,
    };
    let row = Row {
        id: Id::nil(),
        name: None,
        preferred_name: None,
        born: None,
        answer: Some("not_known".into()),
        words: Some("Looked after on 31 March 2018".into()),
    };
    let of = |rows: Vec<Row>, total, page, sent: Option<Answers>| {
        let (filter, _) = Form::asked(Answers::default(), |f| filter(f, std::slice::from_ref(&worker)));
        let (answers, workers) = (Answers::default(), vec![worker.clone()]);
        let asked = Asked { answers, filter, workers, listed: Listed { rows, total, page } };
        let read = |f: &mut Form| allocation(f, &asked.answers, &asked.listed.rows, &asked.workers);
        let form = match sent {
            Some(sent) => Form::sent("t", sent, read).0,
            None => Form::blank("t", read),
        };
        asked.context("t", form)
    };
    vec![
        Sample { name: "empty", context: of(vec![], 0, 1, None) },
        Sample { name: "wrong, in the middle", context: of(vec![row], 120, 2, Some(Answers::default())) },
    ]
}
fn list_samples() -> Vec<Sample> {
    let line = Line { child: Id::nil(), worker: Id::max(), team: Id::nil(), part: Part::Worker };
    let problem = Problem { row: 7, value: "<b>".into(), what: "There is no child with this id.".into() };
    vec![
        Sample { name: "fine", context: list_context(Ok(vec![line])) },
        Sample { name: "wrong", context: list_context(Err(vec![problem])) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workforce::who::a_worker;

    #[test]
    fn several_children_go_to_one_worker_in_one_part() {
        let row =
            |n| Row { id: Id::from_u128(n), name: None, preferred_name: None, born: None, answer: None, words: None };
        let (rows, workers) = ([row(1), row(2), row(3)], [a_worker(11, "Grace Adeyinka")]);
        let ids = [1, 3, 11].map(|n| Id::from_u128(n).to_string());
        let sent = |answers: &[(&str, &str)]| {
            Form::sent("t", Answers::of(answers), |f| allocation(f, &Answers::default(), &rows, &workers)).1
        };
        let to = [("worker", ids[2].as_str()), ("part", "adviser")];
        let given = sent(&[("child", &ids[0]), ("child", &ids[1]), to[0], to[1]]).unwrap();
        assert_eq!((given.children, given.worker.id), (vec![rows[0].id, rows[2].id], workers[0].id));
        assert_eq!(given.part, Part::Adviser);
        assert!(sent(&to).is_none(), "no child was chosen");
        assert!(sent(&[("child", &ids[0]), to[1]]).is_none(), "nobody was chosen to work with them");
    }
    #[test]
    fn a_line_goes_through_the_form_as_it_is_and_nothing_else_does() {
        let line =
            Line { child: Id::from_u128(1), worker: Id::from_u128(2), team: Id::from_u128(3), part: Part::Chair };
        assert_eq!(from_sent(&as_sent(&line)), Some(line));
        assert_eq!(from_sent("1 2 3 friend"), None);
        assert_eq!(from_sent(""), None);
    }
}
