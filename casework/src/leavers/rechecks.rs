//! The re-check: where the record and the law do not agree, where nobody recorded a category, and where it is not
//! known. Both reasonings stand side by side, and whoever is owed most stands first.
use super::{
    row::{self, Row, Wanted, sample},
    summary::{self, Counts},
};
use crate::{
    deeds::ViewChild,
    frame::{Answer, chrome, see},
    page::{
        Answers, Asked, Cell, Column, Link, Page, Place, Sample, given,
        parts::Row as Side,
        table::{self, ROWS, pages, said},
    },
};
use kernel::{Leave as _, Query, Within};
use practice::{
    Date, Id,
    access::{Role, Worker},
    day::date,
    leavers::Queue,
};
use serde::Serialize;

pub const PAGE: Page = Page { name: "leavers/rechecks.html", source: include_str!("rechecks.html"), samples };
/// Of the file: the page has a card for each.
const COLUMNS: &[Column] = &[
    Column::text("who", "Young person"),
    Column::text("about", "Age and adviser"),
    Column::text("law", "What the law comes to"),
    Column::text("law_why", "Why"),
    Column::text("record", "What the record says"),
    Column::text("record_why", "Since when and why"),
    Column::text("holds", "Holds until decided"),
    Column::text("holds_why", "By what"),
];

pub async fn show(may: Within<ViewChild>, Query(answers): Query<Answers>) -> Answer {
    let queue = asked_queue(&answers);
    let mut reading = may.reading().await?;
    let counts = summary::counts(&mut reading).await?;
    let asked = Asked::of(COLUMNS, "who", answers.clone());
    let part = if asked.csv { (table::MOST_IN_A_FILE, 0) } else { (ROWS as i64, asked.before() as i64) };
    let wanted = Wanted { queue: Some(queue), owed_first: true, ..Wanted::default() };
    let rows = row::read(&mut reading, wanted, part).await?;
    if asked.csv {
        let rows: Vec<_> = rows.iter().map(|row| cells(row, may.today())).collect();
        return Ok(table::download("re-check", may.today(), COLUMNS, &rows));
    }
    if rows.is_empty() && asked.page > 1 {
        return see(&format!("/leavers/recheck{}", answers.query_with(&[("page", None)])));
    }
    let mut chrome = chrome(&may, "The re-check", Some(Place::Leavers));
    chrome.trail = vec![Link::new("/leavers", "Care leavers")];
    Ok(PAGE.show(chrome, context(queue, &rows, &asked, &counts, (may.who(), may.today()))))
}
fn asked_queue(answers: &Answers) -> Queue {
    let named = answers.one("queue");
    Queue::ALL.into_iter().find(|q| named.as_deref() == Some(q.code())).unwrap_or(Queue::Differs)
}
fn cells(row: &Row, today: Date) -> Vec<Cell> {
    let (law, record, holds) = (row.by_the_law(), row.by_the_record(), row.holds());
    let tag = |side: &Side| side.tag.as_ref().map_or(side.value.clone(), |tag| tag.text.clone());
    let why = |side: &Side| side.detail.clone().unwrap_or_default();
    let all = [tag(&law), why(&law), tag(&record), why(&record), tag(&holds), why(&holds)];
    [row.heading(), row.about(today)].into_iter().chain(all).map(Cell::text).collect()
}
/// Both reasonings beside each other.
#[derive(Serialize)]
struct Person {
    child: Id,
    heading: String,
    about: String,
    href: String,
    law: Side,
    record: Side,
    holds: Side,
    decide: Option<String>,
}
fn person(row: &Row, who: &Worker, today: Date) -> Person {
    Person {
        child: row.child,
        heading: row.heading(),
        about: row.about(today),
        href: row.category_page(),
        law: row.by_the_law(),
        record: row.by_the_record(),
        holds: row.holds(),
        decide: row.decide(who),
    }
}
fn context(
    queue: Queue,
    rows: &[Row],
    asked: &Asked,
    counts: &Counts,
    (who, today): (&Worker, Date),
) -> minijinja::Value {
    let total = Row::total(rows);
    let people: Vec<Person> = rows.iter().map(|row| person(row, who, today)).collect();
    let said = said(asked, rows.len(), total, ("young person", "young people"));
    let pages = pages(asked, total.div_ceil(ROWS));
    let take_away = format!("/leavers/recheck?queue={}&as=csv", queue.code());
    given! { people, said, pages, take_away, counts, here => queue.code(), title => queue.words(), todo => todo(queue) }
}
fn todo(queue: Queue) -> &'static str {
    match queue {
        Queue::Differs => {
            "Somebody recorded one category and the law comes to another, or what a decision rested on has changed. Read \
             both, ask whoever knows the young person, and decide with a reason."
        }
        Queue::NotRecorded => {
            "These young people were looked after and nobody recorded a category: a return for the Department for \
             Education holds none. What the law comes to holds until you decide."
        }
        Queue::NotKnown => {
            "What we hold does not cover all the time that counts. Each record says what to obtain. Until then nobody is \
             called qualifying, or nothing, for want of papers."
        }
    }
}

fn samples() -> Vec<Sample> {
    let who = Worker { id: Id::from_u128(5), name: "Ruth Dawson".into(), role: Role::TeamManager, team: Id::nil() };
    let sample = |name, query: &str, rows: &[Row]| {
        let asked = Asked::of(COLUMNS, "who", Answers::of_query(query));
        let counts = Counts {
            queues: Queue::ALL.map(|q| (q.code(), q.words(), rows.len() as i64)).to_vec(),
            ..Counts::default()
        };
        let queue = asked_queue(&Answers::of_query(query));
        let context = context(queue, rows, &asked, &counts, (&who, date(2026, 11, 22)));
        Sample { name, context }
    };
    let reopened = Row {
        decided: Some("QUALIFYING".into()),
        decided_on: Some(date(2026, 3, 4)),
        reopened: Some("New since: Looked after from 1 June 2024 to 1 July 2024".into()),
        my_teams: false,
        ..self::sample(2)
    };
    let nothing = Row { recorded: None, not_recorded: true, ..self::sample(3) };
    vec![sample("some", "", &[self::sample(1), reopened, nothing]), sample("none", "queue=not_known", &[])]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_queue_has_its_address_and_says_what_to_do() {
        for queue in Queue::ALL {
            assert_eq!(asked_queue(&Answers::of(&[("queue", queue.code())])), queue);
            assert!(todo(queue).ends_with('.'));
        }
        assert_eq!(asked_queue(&Answers::of_query("queue=lost")), Queue::Differs);
    }
    #[test]
    fn a_decision_that_is_open_again_says_why() {
        let row = Row {
            decided: Some("QUALIFYING".into()),
            decided_on: Some(date(2026, 3, 4)),
            reopened: Some("New since: Looked after from 1 June 2024 to 1 July 2024".into()),
            ..sample(1)
        };
        let said = format!("{:?}", row.by_the_record());
        assert!(
            said.contains("Decided on 4 March 2026, and open again. New since") && said.contains("Recorded on"),
            "{said}"
        );
    }
}
