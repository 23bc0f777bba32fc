//! What a worker wants to stand on a young person's own page: something shared, or when they next meet; and, by a
//! manager, whose looks must not stand there.
use crate::{
    deeds::{RecordWork, Restrict},
    frame::{Answer, see},
    page::{Answers, Form, Link, Page, Sample, choice, given},
    people::head::{At, Head},
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Allowed, Deed, Leave as _, Writes};
use practice::{
    Date, History, Id,
    day::{self, moment},
    young::{Fact, tells_where},
};
use serde::Deserialize;

pub const PAGE: Page = Page { name: "young/tell.html", source: include_str!("tell.html"), samples };

const WORKS_HERE: &str = include_str!("sql/works_here.sql");
pub const QUESTIONS: &[&str] = &[WORKS_HERE];

#[derive(Deserialize)]
struct Staff {
    id: Id,
    name: String,
    team: Option<String>,
}
/// What a form asks of.
#[derive(Default)]
struct Desk {
    today: Date,
    history: Option<History>,
    /// Everybody: who looks need never have been allocated, and may be marked before they look.
    staff: Vec<Staff>,
}
impl Desk {
    /// Words for the young person, unless they say where somebody lives: then the worker is told why not.
    fn shown(&self, f: &mut Form, field: &str, words: Option<String>) -> Option<String> {
        let words = words?;
        let Some(why) = self.history.as_ref().and_then(|h| tells_where(h, &words)) else { return Some(words) };
        f.wrong(field, &why);
        None
    }
}
/// One form: its title, what is said above it, and the fact that it becomes.
struct Telling {
    name: &'static str,
    title: &'static str,
    intro: &'static str,
    declare: fn(&mut Form, &Desk) -> Option<Fact>,
}
const SHARE: Telling = Telling {
    name: "share",
    title: "Share something with them",
    intro: "They read exactly these words on their own page. Never another person’s address or number.",
    declare: |f, desk| {
        let words = f.textarea("words", "What they are to read").at_most(4000).with("rows", 5);
        let words = words.required("Write what they are to read");
        desk.shown(f, "words", words).map(|words| Fact::Shared { words })
    },
};
const MEETING: Telling = Telling {
    name: "meeting",
    title: "When you next meet",
    intro: "They see the day, the hour and the place on their own page.",
    declare: meeting,
};
const HOLD_BACK: Telling = Telling {
    name: "hold-back",
    title: "Do not show a worker’s looks",
    intro: "For an enquiry that would be given away. Mark it before they look, or before the look shows. The look stays in the log, and the young person is told that some may not be shown.",
    declare: hold_back,
};
const HOURS: [&str; 11] =
    ["08:00", "09:00", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00", "17:00", "18:00"];

fn meeting(f: &mut Form, desk: &Desk) -> Option<Fact> {
    let on = f.day("on", "Day").not_before(desk.today).required("Enter the day on which you meet");
    let hours = HOURS.map(|hour| choice(hour, hour, hour));
    let hour = f.select("hour", "Hour", hours).required("Choose the hour");
    let place = f.text("place", "Where").hint("A place that they know: not anybody else’s address").at_most(120);
    let place = place.required("Enter where you meet");
    let place = desk.shown(f, "place", place)?;
    let hour: i8 = hour?.get(..2)?.parse().ok()?;
    Some(Fact::MeetingPlanned { meets: moment(on?.at(hour, 0, 0, 0)), place })
}
fn hold_back(f: &mut Form, desk: &Desk) -> Option<Fact> {
    let called = |s: &Staff| s.team.iter().fold(s.name.clone(), |name, team| format!("{name}, {team}"));
    let all = desk.staff.iter().map(|s| choice(s.id, s.id.to_string(), called(s)));
    let worker = f.select("worker", "Whose looks", all).required("Choose the worker");
    let from = f.day("from", "From").initial(desk.today).required("Enter the first day");
    let until = f.day("until", "Until").hint("Leave it empty while the enquiry goes on").optional();
    let why = f.text("why", "Why").at_most(300).required("Say why they must not be shown");
    let (from, worker, why) = (from?, worker?, why?);
    if until.is_some_and(|until| until < from) {
        f.wrong("until", "The last day is before the first");
        return None;
    }
    Some(Fact::LooksHeldBack { worker, from, until, why })
}

pub async fn share(may: Allowed<RecordWork>) -> Answer {
    answer(may, &SHARE, None).await
}
pub async fn shared(may: Allowed<RecordWork>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    answer(may, &SHARE, Some(sent)).await
}
pub async fn plan_meeting(may: Allowed<RecordWork>) -> Answer {
    answer(may, &MEETING, None).await
}
pub async fn meeting_planned(may: Allowed<RecordWork>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    answer(may, &MEETING, Some(sent)).await
}
pub async fn ask_hold_back(may: Allowed<Restrict>) -> Answer {
    answer(may, &HOLD_BACK, None).await
}
pub async fn held_back(may: Allowed<Restrict>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    answer(may, &HOLD_BACK, Some(sent)).await
}
async fn answer<D: Writes + Deed>(may: Allowed<D>, telling: &Telling, sent: Option<Answers>) -> Answer {
    let mut reading = may.reading().await?;
    let head = Head::read(&mut reading, may.child()).await?;
    let (today, history) = (may.today(), reading.history(may.child()).await?);
    let desk = Desk { today, history, staff: reading.ask(WORKS_HERE, &[]).await? };
    drop(reading);
    let declare = |f: &mut Form| (telling.declare)(f, &desk);
    let (form, fact) = match sent {
        Some(sent) => Form::sent(may.token(), sent, declare),
        None => (Form::blank(may.token(), declare), None),
    };
    if let Some(fact) = fact {
        may.keep(may.today(), Some(may.now()), fact).await?;
        return see(&head.address("/young"));
    }
    let status = if form.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut chrome = head.chrome(&may, At::Theirs);
    chrome.title = telling.title.into();
    chrome.back = Some(Link::new(head.address("/young"), "Back to their own page"));
    Ok(PAGE.answer(status, chrome, context(telling, form)).into_response())
}
fn context(telling: &Telling, form: Form) -> minijinja::Value {
    given! { title => telling.title, intro => telling.intro, form }
}
fn samples() -> Vec<Sample> {
    let desk = Desk { today: day::date(2026, 11, 22), ..Desk::default() };
    let all = [&SHARE, &MEETING, &HOLD_BACK].into_iter().flat_map(move |telling| {
        let blank = Form::blank("t", |f| (telling.declare)(f, &desk));
        let wrong = Form::sent("t", Answers::default(), |f| (telling.declare)(f, &desk)).0;
        [
            Sample { name: telling.name, context: context(telling, blank) },
            Sample { name: "nothing said", context: context(telling, wrong) },
        ]
    });
    all.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_is_in_the_future_and_has_an_hour_and_a_place() {
        let desk = Desk { today: day::date(2026, 11, 22), ..Desk::default() };
        let said = |day: &str| {
            let answers =
                [("on-day", day), ("on-month", "11"), ("on-year", "2026"), ("hour", "15:00"), ("place", "The café")];
            Form::sent("t", Answers::of(&answers), |f| meeting(f, &desk)).1
        };
        let at = moment(day::date(2026, 11, 25).at(15, 0, 0, 0));
        assert_eq!(said("25"), Some(Fact::MeetingPlanned { meets: at, place: "The café".into() }));
        assert_eq!(said("21"), None);
    }
}
