//! Every deadline of a child, each with everything that explains it; and what was owed as it was
//! known on an earlier day.
use super::{
    as_known::{self, Then},
    due::{self, Explained, told_apart},
    head::{At, Head, Shown},
    names::Names,
};
use crate::{
    deeds::ViewChild,
    frame::Answer,
    page::{
        Answers, Asked, Form, Page, Sample, given,
        table::{ROWS, pages, said},
        words::{Tag, count},
    },
    today::owed::clock,
};
use kernel::{Allowed, Leave as _, Query};
use minijinja::Value;
use practice::{Date, Id, Subject, clock::Standing, day};
use serde::{Deserialize, Serialize};

pub const PAGE: Page = Page { name: "people/deadlines.html", source: include_str!("deadlines.html"), samples };
pub const ANSWERED: &str = include_str!("sql/answered.sql");

pub async fn show(may: Allowed<ViewChild>, Query(answers): Query<Answers>) -> Answer {
    let (child, today) = (may.child(), may.today());
    let mut reading = may.reading().await?;
    let head = Head::read(&mut reading, child).await?;
    let names = Names::read(&mut reading, child).await?;
    let (form, asked_day) = Form::asked(as_known::in_boxes(answers.clone()), |f| as_known::ask(f, today));
    let record = head.shown(&may, At::Deadlines);
    let chrome = head.chrome(&may, At::Deadlines);
    if let Some(then) = asked_day.filter(|then| *then < today) {
        let facts = reading.facts(Subject::Child(child)).await?;
        let norms = reading.norms_known_by(as_known::end_of(then), then).await?;
        let then = facts.map(|facts| as_known::then(&facts, &norms, then, &head.address(""), &names));
        return Ok(PAGE.show(chrome, shown(record, form, then.unwrap_or_else(Then::not_for_you))));
    }
    let owed = due::owed(&mut reading, child).await?;
    let answered: Vec<Answered> = reading.ask(ANSWERED, &[("child", child.into())]).await?;
    let open: Vec<Explained> = owed.iter().map(|o| o.explain(&head.address(""), &names, today)).collect();
    let asked = Asked::of(&[], "", answers.clone());
    let all = answers.one("as").as_deref() == Some("print");
    let page = Now::of(open, answered, &asked, all, &head.address(""));
    Ok(PAGE.answer(status(&form), chrome, shown(record, form, page)))
}
fn status(form: &Form) -> axum::http::StatusCode {
    if form.has_errors() { axum::http::StatusCode::UNPROCESSABLE_ENTITY } else { axum::http::StatusCode::OK }
}
/// The page has two faces: what is owed now, and what was owed as it was known then.
fn shown(record: Shown, form: Form, face: impl Serialize) -> Value {
    given! { record, form, face }
}

/// A row of `answered.sql`.
#[derive(Deserialize)]
struct Answered {
    clock: String,
    rule: String,
    started: Date,
    due: Option<Date>,
    met_on: Option<Date>,
    met_fact: Option<Id>,
    standing: Standing,
    breached: bool,
    why: Option<String>,
    arithmetic: String,
}
#[derive(Serialize)]
struct Line {
    anchor: String,
    title: &'static str,
    rule_link: String,
    started: Date,
    due: Option<Date>,
    met_on: Option<Date>,
    met_link: Option<String>,
    standing: Tag,
    /// It was met or ended, and late.
    breached: bool,
    why: String,
}
impl Answered {
    fn line(self, child: &str) -> Line {
        let rule = clock(&self.rule).or_else(|| clock(&self.clock));
        Line {
            anchor: due::anchor(&self.clock, self.started),
            title: rule.map_or("A deadline of an earlier release", |c| c.title),
            rule_link: format!("/deadlines/{}", rule.map_or(self.clock.as_str(), |c| c.code)),
            started: self.started,
            due: self.due,
            met_on: self.met_on,
            met_link: self.met_fact.map(|fact| due::at(child, fact)),
            standing: self.standing.into(),
            breached: self.breached && self.standing != Standing::MetLate,
            why: self.why.map_or(self.arithmetic.clone(), |why| format!("{why}. {}", self.arithmetic)),
        }
    }
}
/// What is owed now, and what was answered.
#[derive(Serialize)]
struct Now {
    then: bool,
    open: Vec<Explained>,
    open_said: String,
    /// A line each: of an imported child there are dozens.
    not_known: Vec<Explained>,
    answered: Vec<Line>,
    answered_said: String,
    pages: Option<serde_json::Value>,
    /// Where the whole stands on one page, for paper; nothing there itself.
    print: Option<String>,
}
impl Now {
    fn of(mut open: Vec<Explained>, answered: Vec<Answered>, asked: &Asked, all: bool, child: &str) -> Now {
        let total = answered.len();
        let mut here: Vec<Line> = answered.into_iter().map(|a| a.line(child)).collect();
        // Told apart before they are parted into pages, so that an anchor is the same on each.
        told_apart(open.iter_mut().map(|o| &mut o.anchor).chain(here.iter_mut().map(|a| &mut a.anchor)));
        if !all {
            here = asked.part(here);
        }
        let (not_known, open): (Vec<_>, Vec<_>) = open.into_iter().partition(|o| o.not_known.is_some());
        let late = open.iter().filter(|o| o.standing == Tag::from(Standing::Overdue)).count();
        let n = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        Now {
            then: false,
            open_said: format!("{}, {} overdue", count(n(open.len()), "deadline", "deadlines"), late),
            answered_said: if all {
                count(n(total), "deadline", "deadlines")
            } else {
                said(asked, here.len(), total, ("deadline", "deadlines"))
            },
            pages: pages(asked, total.div_ceil(ROWS)).filter(|_| !all),
            print: (!all).then(|| format!("{child}/deadlines?as=print")),
            open,
            not_known,
            answered: here,
        }
    }
}

fn samples() -> Vec<Sample> {
    let record = || super::head::sample(At::Deadlines);
    let form = || Form::blank("", |f| as_known::ask(f, day::date(2026, 11, 22)));
    let asked = Asked::of(&[], "", Answers::of_query("page=1"));
    let answered = |n: i64| Answered {
        clock: "P03".into(),
        rule: "P03".into(),
        started: day::date(2026, 7, 6),
        due: Some(day::plus_days(day::date(2026, 7, 27), n)),
        met_on: Some(day::date(2026, 7, 28)),
        met_fact: Some(Id::from_u128(9)),
        standing: Standing::MetLate,
        breached: true,
        why: None,
        arithmetic: "15 working days after 6 July 2026".into(),
    };
    let open = |standing: Standing| Explained {
        anchor: "P03-2026-07-06".into(),
        title: "Initial child protection conference",
        standing: standing.into(),
        due: Some("27 July 2026 (4 months ago)".into()),
        arithmetic: "15 working days after 6 July 2026".into(),
        started: "6 July 2026: Strategy discussion held".into(),
        started_link: Some("/children/1/timeline?at=7#7".into()),
        rule: "P03, statutory guidance: Working Together".into(),
        rule_link: "/deadlines/P03".into(),
        stops: "the conference is held",
        waived: None,
        not_known: None,
        why: String::new(),
        statutory: true,
    };
    let full = Now::of(
        vec![
            open(Standing::Overdue),
            Explained {
                waived: Some("Ruth Ollerton waived it: the family was abroad.".into()),
                ..open(Standing::Waived)
            },
            Explained { not_known: Some("No source says when.".into()), due: None, ..open(Standing::NotKnown) },
        ],
        (0..60).map(answered).collect(),
        &asked,
        false,
        "/children/1",
    );
    let wrong = as_known::in_boxes(Answers::of_query("as_known_on=soon"));
    let (wrong, _) = Form::asked(wrong, |f| as_known::ask(f, day::date(2026, 11, 22)));
    vec![
        Sample {
            name: "empty",
            context: shown(record(), wrong, Now::of(vec![], vec![], &asked, false, "/children/1")),
        },
        Sample { name: "full", context: shown(record(), form(), full) },
        Sample { name: "as known then", context: shown(record(), form(), as_known::sample(open(Standing::Running))) },
        Sample { name: "as known then, without names", context: shown(record(), form(), Then::not_for_you()) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::{due::sample, names::Names};

    #[test]
    fn what_is_not_known_stands_apart_and_is_not_counted_as_owed() {
        let not_known = due::Row { not_known: Some("no source says".into()), ..sample(Standing::NotKnown) };
        let open =
            [sample(Standing::Overdue), not_known].map(|o| o.explain("/c", &Names::default(), day::date(2026, 11, 22)));
        let now = Now::of(open.into(), vec![], &Asked::of(&[], "", Answers::default()), false, "/c");
        assert_eq!((now.open.len(), now.not_known.len(), now.open_said.as_str()), (1, 1, "1 deadline, 1 overdue"));
    }
    fn answered(clock: &str, standing: Standing) -> Answered {
        Answered {
            clock: clock.into(),
            rule: clock.into(),
            started: day::date(2026, 7, 6),
            due: None,
            met_on: None,
            met_fact: None,
            standing,
            breached: true,
            why: Some("The plan ended".into()),
            arithmetic: "15 working days".into(),
        }
    }
    #[test]
    fn what_was_no_longer_owed_says_why_and_that_it_was_late() {
        let line = answered("P03", Standing::Superseded).line("/children/x");
        assert_eq!((line.why.as_str(), line.breached), ("The plan ended. 15 working days", true));
        assert!(!answered("P03", Standing::MetLate).line("/children/x").breached, "the tag says it");
    }
    #[test]
    fn an_anchor_is_the_same_on_every_page_and_for_paper() {
        let asked = |page: &str| Asked::of(&[], "", Answers::of_query(page));
        let rows = || (0..60).map(|_| answered("P03", Standing::Met)).collect::<Vec<_>>();
        let second = Now::of(vec![], rows(), &asked("page=2"), false, "/c");
        let whole = Now::of(vec![], rows(), &asked(""), true, "/c");
        assert_eq!((second.answered.len(), whole.answered.len()), (10, 60));
        assert_eq!(second.answered[0].anchor, whole.answered[50].anchor);
        assert!(whole.pages.is_none() && whole.print.is_none());
    }
}
