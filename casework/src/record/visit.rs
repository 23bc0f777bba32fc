//! A visit, recorded in under a minute; once for brothers and sisters, each with their own words. What is
//! recorded is one fact for each child, so that correcting or restricting one never touches another.
use super::whose::Whose;
use crate::{
    deeds::RecordWork,
    frame::{self, Answer, Fault},
    page::{Answers, Chrome, Form, Link, Page, Place, Sample, choice, given, yes_no},
};
use axum::http::StatusCode;
use kernel::{Allowed, AllowedAll, Leave as _};
use practice::{
    Date, Fact, Id, Timestamp,
    day::{day_of, local, moment},
    people::{self, Visit},
};
use std::collections::HashMap;

pub const PAGE: Page = Page { name: "record/visit.html", source: include_str!("visit.html"), samples };
const HOUSEHOLD: &str = include_str!("sql/household.sql");
pub(super) const QUESTIONS: &[&str] = &[HOUSEHOLD];
const LONGEST: usize = 20_000;

/// When it was, and what there is to say of each child.
pub(super) struct Visited {
    pub on: Date,
    pub at: Option<Timestamp>,
    pub each: Vec<Visit>,
}
/// When something happened, as far as somebody says it: never after now.
pub(super) fn when(
    f: &mut Form,
    now: Timestamp,
    first: (Date, Option<Timestamp>),
) -> Option<(Date, Option<Timestamp>)> {
    let on = f.day("on", "Date").initial(first.0).not_after(day_of(now)).required("Enter the date");
    let typed = first.1.map(|at| local(at).strftime("%H:%M").to_string()).unwrap_or_default();
    let time = f.text("time", "Time, if you know it").hint("For example, 15:30 or 3:30pm").initial(typed);
    let time = time.with("classes", "govuk-input--width-5").at_most(10).optional();
    let at = match (on, time) {
        (Some(on), Some(time)) => match hour(&time) {
            Some((hour, minute)) => Some(moment(on.at(hour, minute, 0, 0))),
            None => {
                f.wrong("time", "Time must be like 15:30 or 3:30pm");
                None
            }
        },
        _ => None,
    };
    if at.is_some_and(|at| at > now) {
        f.wrong("time", "Time must be in the past");
    }
    Some((on?, at))
}
/// `15:30`, `9.05`, `3pm`, `3:30 pm`.
fn hour(typed: &str) -> Option<(i8, i8)> {
    let typed = typed.to_lowercase().replace(' ', "");
    let (clock, half) = match (typed.strip_suffix("am"), typed.strip_suffix("pm")) {
        (Some(clock), _) => (clock, Some(0)),
        (_, Some(clock)) => (clock, Some(12)),
        _ => (typed.as_str(), None),
    };
    let (hour, minute) = match clock.split_once([':', '.']) {
        Some((hour, minute)) => (hour.parse::<i8>().ok()?, minute.parse::<i8>().ok()?),
        None => (half.and_then(|_| clock.parse().ok())?, 0),
    };
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
        None => hour,
    };
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some((hour, minute))
}
/// What there is to say of one child at a visit. `of` tells the fields of several children apart.
pub(super) fn seen(f: &mut Form, of: &str, name: &str, first: Option<&Visit>) -> Option<Visit> {
    let field = |what: &str| format!("{what}{of}");
    let word = |is: bool| if is { "yes" } else { "no" };
    let chosen = |is: Option<bool>| is.map(word).unwrap_or_default();
    let chosen_seen = |v: &Visit| match (v.seen, v.seen_alone) {
        (true, true) => "alone",
        (true, false) => "with",
        (false, _) => "no",
    };
    let answers = [
        choice((true, true), "alone", "Yes, alone"),
        choice((true, false), "with", "Yes, with others there"),
        choice((false, false), "no", "No").hint("It is recorded as an attempt, and meets no deadline"),
    ];
    let seen = f
        .radios(&field("seen"), &format!("Was {name} seen?"), answers)
        .initial(first.map(chosen_seen).unwrap_or_default())
        .required(&format!("Say whether {name} was seen"));
    let text = |v: Option<&String>| v.cloned().unwrap_or_default();
    let why = f
        .text(&field("why-not-alone"), "If with others, why not alone?")
        .initial(text(first.and_then(|v| v.why_not_alone.as_ref())))
        .at_most(500)
        .optional();
    let bedroom = f
        .radios(&field("bedroom"), &format!("Did you see where {name} sleeps?"), yes_no())
        .initial(chosen(first.and_then(|v| v.bedroom_seen)))
        .with("classes", "govuk-radios--inline")
        .optional();
    let words = f
        .textarea(&field("words"), &format!("What {name} said"))
        .hint("In the child's own words")
        .initial(text(first.map(|v| &v.childs_words)))
        .at_most(LONGEST)
        .with("rows", 3)
        .optional();
    let together = first.and_then(|v| v.together);
    let (seen, seen_alone) = seen?;
    Some(Visit {
        seen,
        seen_alone,
        why_not_alone: why,
        bedroom_seen: bedroom,
        childs_words: words.unwrap_or_default(),
        notes: String::new(),
        together,
    })
}
pub(super) fn notes(f: &mut Form, several: bool, first: Option<&Visit>) -> String {
    let label = if several { "What happened, for every child" } else { "What happened" };
    let hint = if several { "It stands in the record of each of them: write here nothing about one alone" } else { "" };
    let field = f.textarea("notes", label).initial(first.map(|v| v.notes.clone()).unwrap_or_default());
    let field = if hint.is_empty() { field } else { field.hint(hint) };
    field.at_most(LONGEST).optional().unwrap_or_default()
}
fn declare(f: &mut Form, now: Timestamp, children: &[Whose]) -> Option<Visited> {
    let when = when(f, now, (day_of(now), None));
    let several = children.len() > 1;
    let each: Vec<Option<Visit>> = children
        .iter()
        .map(|child| {
            if several {
                f.heading(&child.heading());
            }
            seen(f, &format!("-{}", child.id), &child.heading(), None)
        })
        .collect();
    if several {
        f.heading("The visit");
    }
    let notes = notes(f, several, None);
    let (on, at) = when?;
    let each: Option<Vec<Visit>> = each.into_iter().collect();
    Some(Visited { on, at, each: each?.into_iter().map(|visit| Visit { notes: notes.clone(), ..visit }).collect() })
}

/// `/visits?child=…&child=…`.
fn address(page: &str, children: &[Whose]) -> String {
    let ids: Vec<String> = children.iter().map(|child| format!("child={}", child.id)).collect();
    format!("{page}?{}", ids.join("&"))
}
pub async fn of_one(may: Allowed<RecordWork>) -> Answer {
    let mut reading = may.reading_in_reach().await?;
    let child = Whose::of(&mut reading, may.child()).await?;
    let household: Vec<Whose> = reading.ask(HOUSEHOLD, &[("child", may.child().into())]).await?;
    let household: Vec<Whose> = household.into_iter().filter(|other| other.id != child.id).collect();
    let chrome = child.chrome(&may, "Record a visit");
    let children = [child];
    let form = Form::blank(may.token(), |f| declare(f, may.now(), &children));
    Ok(PAGE.show(chrome, context(form, &children, &household)))
}
pub async fn of_several(may: AllowedAll<RecordWork>) -> Answer {
    let children = whose(&may).await?;
    let form = Form::blank(may.token(), |f| declare(f, may.now(), &children));
    Ok(PAGE.show(chrome(&may, &children), context(form, &children, &[])))
}
pub async fn record(may: AllowedAll<RecordWork>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let children = whose(&may).await?;
    if children.is_empty() {
        return frame::see("/today");
    }
    let (form, visited) = Form::sent(may.token(), answers, |f| declare(f, may.now(), &children));
    let Some(Visited { on, at, each }) = visited else {
        let page = context(form, &children, &[]);
        return Ok(PAGE.answer(StatusCode::UNPROCESSABLE_ENTITY, chrome(&may, &children), page));
    };
    let together = (children.len() > 1).then(|| uuid::Builder::from_random_bytes(kernel::chance::random()).into_uuid());
    let each: HashMap<Id, Visit> = children.iter().map(|child| child.id).zip(each).collect();
    let fact = |child: Id| -> Fact { people::Fact::Visited(Visit { together, ..each[&child].clone() }).into() };
    let facts = may.keep_each(on, at, fact).await?;
    let facts: String = facts.iter().map(|fact| format!("&fact={fact}")).collect();
    frame::see(&(address("/visits/kept", &children) + &facts))
}
async fn whose(may: &AllowedAll<RecordWork>) -> Result<Vec<Whose>, Fault> {
    let mut reading = may.reading().await?;
    let mut children = vec![];
    for child in may.children() {
        children.push(Whose::of(&mut reading, *child).await?);
    }
    Ok(children)
}
fn chrome(may: &AllowedAll<RecordWork>, children: &[Whose]) -> Chrome {
    match children {
        [child] => child.chrome(may, "Record a visit"),
        _ => Chrome {
            back: children.first().map(|child| Link::new(child.href(), "Back to the record")),
            ..frame::chrome(may, "Record a visit", Some(Place::Today))
        },
    }
}
fn context(form: Form, children: &[Whose], household: &[Whose]) -> minijinja::Value {
    let names: Vec<String> = children.iter().map(Whose::heading).collect();
    let others: Vec<_> = household.iter().map(|h| given! { id => h.id, name => h.heading() }).collect();
    let child = children.first().map(|child| child.id);
    given! { form, names, others, child, action => address("/visits", children) }
}
fn samples() -> Vec<Sample> {
    let now = moment(practice::day::date(2026, 11, 22).at(16, 0, 0, 0));
    let child = |n: u128, name: &str| {
        serde_json::from_value::<Whose>(serde_json::json!({ "id": Id::from_u128(n), "name": name }))
    };
    let all: Vec<Whose> =
        [(1, "Maya Halliday"), (2, "Theo Halliday")].into_iter().flat_map(|(n, name)| child(n, name)).collect();
    let blank = |children: &[Whose]| Form::blank("t", |f| declare(f, now, children));
    let wrong = Form::sent("t", Answers::of(&[("time", "later")]), |f| declare(f, now, &all)).0;
    vec![
        Sample { name: "one", context: context(blank(&all[..1]), &all[..1], &[]) },
        Sample { name: "with a brother", context: context(blank(&all[..1]), &all[..1], &all[1..]) },
        Sample { name: "several", context: context(blank(&all), &all, &[]) },
        Sample { name: "nothing said", context: context(wrong, &all, &[]) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    fn sent(answers: &[(&str, &str)]) -> (Form, Option<Visited>) {
        let now = moment(date(2026, 11, 22).at(16, 0, 0, 0));
        let day = [("on-day", "22"), ("on-month", "11"), ("on-year", "2026")];
        let answers = Answers::of(&[&day[..], answers].concat());
        Form::sent("t", answers, |f| declare(f, now, &[Whose::sample(0, "Maya")]))
    }
    fn of(field: &str) -> String {
        format!("{field}-{}", Id::nil())
    }
    #[test]
    fn a_visit_of_today_needs_one_answer() {
        let seen = of("seen");
        let visited = |answer: &str| sent(&[(&seen, answer)]).1.map(|v| (v.each[0].seen, v.each[0].seen_alone));
        assert_eq!(visited("alone"), Some((true, true)));
        assert_eq!(visited("with"), Some((true, false)));
        assert_eq!(visited("no"), Some((false, false)), "an attempt");
        assert_eq!(visited("yes"), None);
        assert!(sent(&[]).1.is_none());
        assert_eq!(sent(&[(&seen, "no")]).1.map(|v| (v.on, v.at)), Some((date(2026, 11, 22), None)));
    }
    #[test]
    fn a_visit_is_never_later_than_now() {
        let seen = of("seen");
        let at = |time: &str| sent(&[(&seen, "with"), ("time", time)]).1;
        assert!(at("3:30pm").is_some_and(|v| v.at == Some(moment(date(2026, 11, 22).at(15, 30, 0, 0)))));
        assert!(at("16:30").is_none() && at("25:00").is_none() && at("soon").is_none());
    }
    #[test]
    fn an_hour_is_read_as_people_write_it() {
        for (typed, read) in [
            ("15:30", Some((15, 30))),
            ("9.05", Some((9, 5))),
            ("3pm", Some((15, 0))),
            ("12:15 AM", Some((0, 15))),
            ("12pm", Some((12, 0))),
            ("13pm", None),
            ("7", None),
            ("", None),
        ] {
            assert_eq!(hour(typed), read, "{typed}");
        }
    }
}
