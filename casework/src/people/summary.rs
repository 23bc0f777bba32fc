//! Five minutes' reading before a visit or a call: who, where and with whom, why, what they are in
//! law, what the plan is, who works with them, when they were last seen and what they said, what is
//! due next, and what happened lately.
use super::{
    due::{self, Explained},
    events::event,
    gist,
    head::{At, Head, Shown},
    names::Names,
    same::{self, Same},
    significant::is_significant,
    told::told,
    workers::{self, Line},
};
use crate::{
    care::summary::{PLACED, Placed},
    deeds::ViewChild,
    frame::Answer,
    page::{
        Link, Page, Sample, given,
        parts::{Event, Row},
    },
};
use kernel::{Allowed, Leave as _};
use minijinja::Value;
use practice::{Date, History, Subject, access::Act, clock::Standing};
use serde::Serialize;

pub const PAGE: Page = Page { name: "people/summary.html", source: include_str!("summary.html"), samples };

/// So many of what is due and of what happened stand here; the rest is one step away.
const DUE: usize = 8;
const EVENTS: usize = 5;

pub async fn show(may: Allowed<ViewChild>) -> Answer {
    let (child, today) = (may.child(), may.today());
    let mut reading = may.reading().await?;
    let head = Head::read(&mut reading, child).await?;
    let names = Names::read(&mut reading, child).await?;
    let placed: Vec<Placed> = reading.ask(PLACED, &[("child", child.into())]).await?;
    let workers = workers::workers(&mut reading, child).await?;
    let owed = due::owed(&mut reading, child).await?;
    let same = same::same(&may, &mut reading).await?;
    let facts = reading.facts(Subject::Child(child)).await?;
    let base = head.address("");
    let events: Vec<Event> = facts
        .iter()
        .flat_map(|facts| told(facts))
        .filter(significant)
        .take(EVENTS)
        .map(|t| event(&t, &names, None))
        .collect();
    let history = facts.map(|facts| History::new(facts, today));
    let shown = Summary {
        glance: gist::glance(&head, &placed, history.as_ref(), &names, today),
        words: history.as_ref().and_then(|h| gist::childs_words(h, &names)),
        same,
        called: head.called(),
        masked: history.is_none(),
        workers: workers.iter().filter(|w| w.ended.is_none()).map(workers::Works::line).collect(),
        due: Next::of(&owed, &base, &names, today),
        events,
        actions: actions(&head, &may),
        base,
    };
    Ok(PAGE.show(head.chrome(&may, At::Summary), context(head.shown(&may, At::Summary), shown)))
}
fn significant(told: &super::told::Told) -> bool {
    told.in_error.is_none() && is_significant(&told.kept.fact)
}
/// What this worker may record here.
fn actions(head: &Head, may: &Allowed<ViewChild>) -> Vec<Link> {
    let may_do = [
        (Act::RecordWork, "/visits/new", "Record a visit"),
        (Act::RecordWork, "/notes/new", "Write a case note"),
        (Act::Waive, "/deadlines/waive", "Waive a deadline"),
        (Act::Restrict, "/restrict", "Restrict who sees it"),
    ];
    let reached = may_do.into_iter().filter(|(act, ..)| head.reaches(may.who(), *act, may.now()));
    reached.map(|(_, step, text)| Link::new(head.address(step), text)).collect()
}
fn context(record: Shown, summary: Summary) -> Value {
    given! { record, summary }
}

#[derive(Serialize)]
struct Summary {
    same: Vec<Same>,
    /// Who, where, why, what in law, the plan, last seen.
    glance: Vec<Row>,
    words: Option<gist::Spoken>,
    called: String,
    masked: bool,
    workers: Vec<Line>,
    due: Next,
    events: Vec<Event>,
    actions: Vec<Link>,
    base: String,
}
#[derive(Serialize)]
struct Next {
    rows: Vec<Row>,
    said: String,
}
impl Next {
    fn of(owed: &[due::Row], child: &str, names: &Names, today: Date) -> Next {
        let next: Vec<&due::Row> = owed.iter().filter(|o| o.is_late() || o.is_ahead()).collect();
        let row = |o: &&due::Row| {
            let e: Explained = o.explain(child, names, today);
            let explain = Link::new(format!("{child}/deadlines#{}", e.anchor), "Explain");
            Row {
                tag: Some(e.standing),
                detail: Some(e.why),
                action: Some(explain),
                ..Row::new(e.title, e.due.unwrap_or_default())
            }
        };
        let late = owed.iter().filter(|o| o.is_late()).count();
        let silent = owed.iter().filter(|o| o.standing == Standing::NotKnown).count();
        let more = next.len().saturating_sub(DUE);
        let mut said = format!("{late} overdue, {} to come, {silent} not known.", next.len() - late);
        if more > 0 {
            said += &format!(" The first {DUE} are here.");
        }
        Next { rows: next.iter().take(DUE).map(row).collect(), said }
    }
}

fn samples() -> Vec<Sample> {
    let record = || super::head::sample(At::Summary);
    let empty = Summary {
        glance: vec![Row::new("Lives", "Not recorded")],
        same: vec![],
        words: None,
        called: "the child".into(),
        masked: true,
        workers: vec![],
        due: Next { rows: vec![], said: "0 overdue, 0 to come, 0 not known.".into() },
        events: vec![],
        actions: vec![],
        base: "/children/1".into(),
    };
    let worker = Line {
        part: "Social worker",
        name: "Grace Adeyinka".into(),
        team: "Lantern".into(),
        started: "3 April 2026".into(),
        ended: None,
    };
    let event = Event {
        id: "f1".into(),
        title: "Placement began".into(),
        on: practice::day::date(2026, 5, 12),
        by: None,
        tag: None,
        text: String::new(),
        words: None,
        links: vec![],
    };
    let due = Row {
        tag: Some(Standing::Overdue.into()),
        detail: Some("15 working days after 6 July 2026".into()),
        action: Some(Link::new("/children/1/deadlines#P03-2026-07-06", "Explain")),
        ..Row::new("Initial child protection conference", "27 July 2026")
    };
    let spoken =
        gist::Spoken { words: "I like my room.".into(), when: "20 November 2026".into(), to: "Grace Adeyinka".into() };
    let full = Summary {
        glance: vec![Row { detail: Some("since 12 May 2026".into()), ..Row::new("Lives", "With foster carers") }],
        same: vec![same::sample()],
        words: Some(spoken),
        called: "Bee".into(),
        masked: false,
        workers: vec![worker],
        due: Next { rows: vec![due], said: "1 overdue, 0 to come, 0 not known.".into() },
        events: vec![event],
        actions: vec![Link::new("/children/1/visits/new", "Record a visit")],
        base: "/children/1".into(),
    };
    vec![
        Sample { name: "empty, without names", context: context(record(), empty) },
        Sample { name: "full", context: context(record(), full) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_overdue_stand_first_and_what_is_not_known_is_counted_and_not_called_late() {
        let owed: Vec<due::Row> =
            [Standing::Overdue, Standing::Running, Standing::NotKnown, Standing::Waived].map(due::sample).to_vec();
        let next = Next::of(&owed, "/children/x", &Names::default(), practice::day::date(2026, 11, 22));
        assert_eq!(next.said, "1 overdue, 1 to come, 1 not known.");
        assert_eq!(next.rows.len(), 2);
        let action = next.rows[0].action.as_ref().map(|a| a.href.as_str());
        assert_eq!(action, Some("/children/x/deadlines#P03-2026-07-06"));
    }
    #[test]
    fn a_long_list_is_cut_and_says_so() {
        let owed: Vec<due::Row> = (0..12).map(|_| due::sample(Standing::Overdue)).collect();
        let next = Next::of(&owed, "/children/x", &Names::default(), practice::day::date(2026, 11, 22));
        assert_eq!(
            (next.rows.len(), next.said.as_str()),
            (8, "12 overdue, 0 to come, 0 not known. The first 8 are here.")
        );
    }
}
