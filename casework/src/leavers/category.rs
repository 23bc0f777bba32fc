//! A young person's leaving care status, on any day and as known on any day, with everything that it rests on: the
//! row that decided, the days that counted, what was left out, what will change it, what is owed, who decided.
use super::{
    decide::lowers,
    shown::{Shown, keeping_in_touch},
};
use crate::{
    deeds::ViewChild,
    entry,
    frame::Answer,
    page::{Answers, Form, Page, Sample, given},
    people::{
        as_known::end_of,
        head::{At, Head},
        names::Names,
    },
};
use axum::http::StatusCode;
use kernel::{Allowed, Leave as _, Query};
use practice::{
    Date, History, Subject,
    access::Act,
    day::{date, plus_days, words},
    leavers::holds,
};

pub const PAGE: Page = Page { name: "leavers/category.html", source: include_str!("category.html"), samples };

/// Of which day, and as known at the end of which.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct When {
    pub on: Date,
    pub known: Date,
}
fn ask(f: &mut Form, today: Date) -> Option<When> {
    let on = f.day("on", "On").hint("Any day, also one to come").optional();
    let known = f.day("as_known_on", "As known at the end of").not_after(today).optional();
    Some(When { on: on.unwrap_or(today), known: known.unwrap_or(today) })
}

pub async fn show(may: Allowed<ViewChild>, Query(answers): Query<Answers>) -> Answer {
    let (child, today) = (may.child(), may.today());
    let mut reading = may.reading().await?;
    let head = Head::read(&mut reading, child).await?;
    let names = Names::read(&mut reading, child).await?;
    let (form, when) = Form::asked(answers, |f| ask(f, today));
    let status = if form.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let when = when.filter(|_| !form.has_errors()).unwrap_or(When { on: today, known: today });
    let facts = reading.facts(Subject::Child(child)).await?;
    let norms = match when.known < today {
        true => reading.norms_known_by(end_of(when.known), when.known).await?,
        false => reading.norms().await?,
    };
    let held = head.leaver.as_ref().map(|held| held.line());
    let face = facts.map(|facts| {
        let h = History::known_by(&facts, end_of(when.known), when.on);
        let since = facts.iter().filter(|k| k.recorded > end_of(when.known)).count();
        let holding = holds(&h, &norms, when.on);
        let mut shown = Shown::of(&holding, &norms, &names, &head.address(""));
        let decides = holding.concerns && when == When { on: today, known: today };
        shown.decide = (decides && head.reaches(may.who(), Act::DecideCategory, may.now()))
            .then(|| head.address("/category/decide"));
        shown.lowers = lowers(&holding);
        shown.record = match head.reaches(may.who(), Act::RecordWork, may.now()) {
            true => ["category", "support-asked", "support-no-longer"]
                .into_iter()
                .filter_map(|e| entry::link(e, &head.address("")))
                .collect(),
            false => vec![],
        };
        shown.touch = keeping_in_touch(&h, &norms, when.on);
        shown.then = then(when, today, since);
        shown
    });
    let record = head.shown(&may, At::Leaving);
    Ok(PAGE.answer(status, head.chrome(&may, At::Leaving), given! { record, form, face, held }))
}
/// Which day it is about, where that is not today.
fn then(when: When, today: Date, since: usize) -> Option<String> {
    let on = (when.on != today).then(|| format!("On {}", words(when.on)));
    let ahead = (when.on > today).then(|| "if nothing else happens".to_string());
    let known = (when.known < today)
        .then(|| format!("as known at the end of {}: {since} facts have been recorded since", words(when.known)));
    let parts: Vec<String> = [on, ahead, known].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| crate::page::words::capital(&parts.join(", ")))
}

fn samples() -> Vec<Sample> {
    let record = || crate::people::head::sample(At::Leaving);
    let today = date(2026, 11, 22);
    let form = || Form::asked(Answers::default(), |f| ask(f, today)).0;
    let wrong = Form::asked(Answers::of(&[("on-day", "soon")]), |f| ask(f, today)).0;
    let masked = Some("Former relevant young person. A relevant child at 18");
    let mut then = super::shown::sample(true);
    then.then = self::then(When { on: plus_days(today, 9), known: today }, today, 0);
    vec![
        Sample::new(
            "full",
            given! { record => record(), form => form(), face => Some(super::shown::sample(true)), held => masked },
        ),
        Sample::new("another day", given! { record => record(), form => form(), face => Some(then), held => masked }),
        Sample::new(
            "nothing",
            given! { record => record(), form => wrong, face => Some(super::shown::sample(false)), held => None::<&str> },
        ),
        Sample::new(
            "without names",
            given! { record => record(), form => form(), face => None::<Shown>, held => masked },
        ),
        Sample::new(
            "without names, nothing",
            given! { record => record(), form => form(), face => None::<Shown>, held => None::<&str> },
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_to_come_and_a_day_on_which_it_was_known_are_said() {
        let today = date(2026, 11, 22);
        let said = |on, known| then(When { on, known }, today, 3);
        assert_eq!(said(today, today), None);
        assert_eq!(said(date(2027, 3, 10), today).as_deref(), Some("On 10 March 2027, if nothing else happens"));
        let known = said(date(2025, 1, 1), date(2026, 3, 31)).unwrap();
        assert_eq!(known, "On 1 January 2025, as known at the end of 31 March 2026: 3 facts have been recorded since");
    }
    #[test]
    fn a_day_may_lie_ahead_and_what_was_known_may_not() {
        let today = date(2026, 11, 22);
        let asked = |name: &str, year: &str| {
            let boxes = [("day", "10"), ("month", "3"), ("year", year)].map(|(b, v)| (format!("{name}-{b}"), v));
            let pairs: Vec<(&str, &str)> = boxes.iter().map(|(n, v)| (n.as_str(), *v)).collect();
            let (form, when) = Form::asked(Answers::of(&pairs), |f| ask(f, today));
            (form.has_errors(), when)
        };
        assert_eq!(asked("on", "2030"), (false, Some(When { on: date(2030, 3, 10), known: today })));
        assert!(asked("as_known_on", "2030").0);
    }
}
