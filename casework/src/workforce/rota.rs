//! The duty rota: who is rung by day and by night. A gap in it means every team manager.
use super::who::{self, Worker, choices_of_workers};
use crate::{
    deeds::SetUp,
    frame::{Answer, chrome, see},
    page::{Answers, Form, Link, Page, Place, Sample, choice, given, words::count},
};
use axum::http::StatusCode;
use kernel::{Leave as _, Said, Service};
use practice::{
    Date, Id, Subject,
    day::{self, days_between, plus_days},
    workforce::Fact,
};
use serde::{Deserialize, Serialize};

pub const PAGE: Page = Page { name: "workforce/rota.html", source: include_str!("rota.html"), samples };
const ROTA: &str = include_str!("sql/rota.sql");
pub const QUESTIONS: &[&str] = &[ROTA];

/// The page shows so many days, today among them.
const SHOWN: i64 = 28;
/// As far as one turn of the form reaches.
const AT_ONCE: i64 = 92;

#[derive(Clone, Debug, Deserialize)]
struct Duty {
    on_day: Date,
    daytime: bool,
    worker: Id,
    name: String,
}
#[derive(Debug, PartialEq, Serialize)]
struct Line {
    on: String,
    by_day: Vec<String>,
    by_night: Vec<String>,
}
fn lines(duties: &[Duty], from: Date) -> Vec<Line> {
    let names = |on: Date, daytime: bool| {
        let those = duties.iter().filter(|d| d.on_day == on && d.daytime == daytime);
        those.map(|d| d.name.clone()).collect()
    };
    let line = |on: Date| Line {
        on: format!("{} {}", on.strftime("%A"), day::words(on)),
        by_day: names(on, true),
        by_night: names(on, false),
    };
    (0..SHOWN).map(|n| line(plus_days(from, n))).collect()
}
fn gaps(lines: &[Line]) -> usize {
    lines.iter().map(|l| usize::from(l.by_day.is_empty()) + usize::from(l.by_night.is_empty())).sum()
}

/// One worker's turn, put in or taken out.
struct Turn {
    worker: Worker,
    on: bool,
    daytime: bool,
    from: Date,
    until: Date,
}
fn turn(f: &mut Form, workers: &[Worker], today: Date) -> Option<Turn> {
    let worker = f.select("worker", "Who", choices_of_workers(workers)).required("Choose who");
    let daytime = [
        choice(true, "day", "By day").hint("From the start of the day to its end"),
        choice(false, "night", "By night").hint("From the evening into the next morning"),
    ];
    let daytime = f.radios("time", "When", daytime).required("Say whether by day or by night");
    let from = f.day("from", "First day").not_before(today).required("Enter the first day");
    let until = f.day("until", "Last day").hint("The same as the first for one day").required("Enter the last day");
    let on = [choice(true, "on", "Put on duty"), choice(false, "off", "Take off duty")];
    let on = f.radios("on", "What", on).initial("on").required("Say whether to put on or take off duty");
    let (from, until) = (from?, until?);
    match days_between(from, until) {
        0..AT_ONCE => {}
        AT_ONCE.. => f.wrong("until", &format!("Last day must be within {AT_ONCE} days of the first")),
        _ => f.wrong("until", "Last day must be the first day or later"),
    }
    Some(Turn { worker: worker?, on: on?, daytime: daytime?, from, until })
}
/// What the rota does not say already.
fn facts(turn: &Turn, rota: &[Duty]) -> Vec<Said> {
    let day = turn.daytime;
    let has = |on: Date| rota.iter().any(|d| d.worker == turn.worker.id && d.on_day == on && d.daytime == day);
    let days = (0..=days_between(turn.from, turn.until)).map(|n| plus_days(turn.from, n));
    let fact = || if turn.on { Fact::OnDuty { day } } else { Fact::DutyEnded { day } };
    days.filter(|on| has(*on) != turn.on).map(|on| Said::new(Subject::Worker(turn.worker.id), on, fact())).collect()
}

async fn asked(may: &Service<SetUp>, from: Date, until: Date) -> Result<(Vec<Worker>, Vec<Duty>), kernel::Error> {
    let mut reading = may.reading().await?;
    let duties = reading.ask(ROTA, &[("from", from.into()), ("until", until.into())]).await?;
    Ok((who::workers(&mut reading).await?, duties))
}
pub async fn show(may: Service<SetUp>) -> Answer {
    let (workers, duties) = asked(&may, may.today(), plus_days(may.today(), SHOWN)).await?;
    let form = Form::blank(may.token(), |f| turn(f, &workers, may.today()));
    page(&may, StatusCode::OK, &duties, form)
}
pub async fn change(may: Service<SetUp>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let (workers, duties) = asked(&may, may.today(), plus_days(may.today(), SHOWN)).await?;
    let (form, turn) = Form::sent(may.token(), answers, |f| turn(f, &workers, may.today()));
    let Some(turn) = turn else { return page(&may, StatusCode::UNPROCESSABLE_ENTITY, &duties, form) };
    let (_, duties) = asked(&may, turn.from, turn.until).await?;
    let facts = facts(&turn, &duties);
    if !facts.is_empty() {
        may.keep(facts).await?;
    }
    see("/set-up/rota")
}
fn page(may: &Service<SetUp>, status: StatusCode, duties: &[Duty], form: Form) -> Answer {
    let mut chrome = chrome(may, "Duty rota", Some(Place::SetUp));
    chrome.trail = vec![Link::new("/set-up", "Set up")];
    Ok(PAGE.answer(status, chrome, context(lines(duties, may.today()), form)))
}
fn context(lines: Vec<Line>, form: Form) -> minijinja::Value {
    let gaps = gaps(&lines);
    let gaps = (gaps > 0).then(|| count(gaps as i64, "gap", "gaps"));
    given! { lines, gaps, form }
}
fn samples() -> Vec<Sample> {
    let today = day::date(2026, 11, 22);
    let full: Vec<Duty> = (0..SHOWN)
        .flat_map(|n| [true, false].map(|daytime| (n, daytime)))
        .map(|(n, daytime)| Duty {
            on_day: plus_days(today, n),
            daytime,
            worker: Id::nil(),
            name: "Joy Amankwah".into(),
        })
        .collect();
    let (wrong, _) = Form::sent("t", Answers::default(), |f| turn(f, &[], today));
    let blank = Form::blank("t", |f| turn(f, &[], today));
    vec![
        Sample { name: "nobody", context: context(lines(&[], today), wrong) },
        Sample { name: "no gap", context: context(lines(&full, today), blank) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workforce::who::a_worker;
    use practice::day::date;

    const MONDAY: Date = date(2026, 11, 23);
    fn on(n: i64, daytime: bool) -> Duty {
        Duty { on_day: plus_days(MONDAY, n), daytime, worker: Id::from_u128(1), name: "Joy Amankwah".into() }
    }
    #[test]
    fn a_gap_is_counted_by_day_and_by_night() {
        let lines = lines(&[on(0, true), on(0, false), on(1, true)], MONDAY);
        assert_eq!(lines[0].on, "Monday 23 November 2026");
        assert_eq!(
            lines[1],
            Line { on: "Tuesday 24 November 2026".into(), by_day: vec!["Joy Amankwah".into()], by_night: vec![] }
        );
        assert_eq!(gaps(&lines), 2 * 28 - 3);
    }
    #[test]
    fn a_turn_says_only_what_the_rota_does_not_say_already() {
        let worker = a_worker(1, "Joy Amankwah");
        let turn = |on| Turn { worker: worker.clone(), on, daytime: true, from: MONDAY, until: plus_days(MONDAY, 2) };
        let days = |said: Vec<Said>| said.iter().map(|s| s.happened).collect::<Vec<_>>();
        let rota = [on(1, true), on(0, false)];
        assert_eq!(days(facts(&turn(true), &rota)), [MONDAY, plus_days(MONDAY, 2)]);
        assert_eq!(days(facts(&turn(false), &rota)), [plus_days(MONDAY, 1)]);
    }
    #[test]
    fn a_turn_begins_no_earlier_than_today_and_ends_no_earlier_than_it_begins() {
        let workers = [a_worker(1, "Joy Amankwah")];
        let sent = |from: &str, until: &str| {
            let id = Id::from_u128(1).to_string();
            let mut answers = vec![("worker", id.as_str()), ("time", "day"), ("on", "on")];
            answers.extend([("from-day", from), ("from-month", "11"), ("from-year", "2026")]);
            answers.extend([("until-day", until), ("until-month", "11"), ("until-year", "2026")]);
            Form::sent("t", Answers::of(&answers), |f| turn(f, &workers, MONDAY)).1.is_some()
        };
        assert!(sent("23", "23") && sent("23", "29"));
        assert!(!sent("22", "23") && !sent("24", "23"));
    }
}
