//! Each time that a child of 16 or 17 presented as homeless: what was done, what is due, and what was decided.
use super::{accommodated, assessed, interviewed, presented};
use crate::{
    deeds::ViewChild,
    entry::About,
    frame::Answer,
    page::{
        Form, Link, Page, Sample, given,
        parts::Row,
        words::{Colour, Tag},
    },
    people::{
        due,
        head::{At, Head},
        names::Names,
        words,
    },
};
use kernel::{Allowed, Leave as _};
use practice::{
    Date, Event, Fact as F, History,
    access::Act,
    day::words as day_words,
    leavers::{
        Fact,
        homeless::{self, Presented},
    },
};
use serde::Serialize;

pub const PAGE: Page = Page { name: "homeless/page.html", source: include_str!("page.html"), samples };

#[derive(Serialize)]
struct Time {
    title: String,
    rows: Vec<Row>,
    /// What was decided, question by question.
    decided: Vec<Row>,
}
#[derive(Serialize)]
struct Shown {
    called: String,
    /// One is not decided.
    open: bool,
    due: Vec<Row>,
    /// The latest first.
    times: Vec<Time>,
    decide: Option<String>,
    links: Vec<Link>,
}

pub async fn show(may: Allowed<ViewChild>) -> Answer {
    let (child, today) = (may.child(), may.today());
    let mut reading = may.reading().await?;
    let head = Head::read(&mut reading, child).await?;
    let names = Names::read(&mut reading, child).await?;
    let owed = due::owed(&mut reading, child).await?;
    let history = reading.history(child).await?;
    let record = head.shown(&may, At::Homeless);
    let records = head.reaches(may.who(), Act::RecordWork, may.now());
    let base = head.address("");
    let due = owed.iter().filter(|o| o.clock.starts_with('T') && (o.is_late() || o.is_ahead()));
    let due: Vec<Row> = due.map(|o| o.explain(&base, &names, today).row(&base)).collect();
    let face = history.map(|h| {
        let times = homeless::presented(&h);
        let open = times.iter().any(|p| p.decided.is_none());
        let to_write = homeless::to_be_written(&h).is_some();
        let entries = if to_write {
            vec![&interviewed::INTERVIEWED, &accommodated::ACCOMMODATED, &assessed::ASSESSED, &presented::PRESENTED]
        } else {
            vec![&presented::PRESENTED]
        };
        Shown {
            called: head.called(),
            open,
            due,
            times: times.iter().rev().map(|p| time(&h, p)).collect(),
            decide: (records && to_write).then(|| head.address("/homeless/decide/questions")),
            links: entries.into_iter().filter(|_| records).map(|e| e.link(&base)).collect(),
        }
    });
    Ok(PAGE.show(head.chrome(&may, At::Homeless), given! { record, face }))
}
fn time(h: &History, p: &Presented) -> Time {
    let done = |key: &str, event: Option<Event>| match event {
        Some(event) => Row { detail: said(h, event), ..Row::new(key, day_words(event.on)) },
        None => Row { tag: Some(Tag::new("Not yet", Colour::Yellow)), ..Row::new(key, "") },
    };
    let rows = vec![
        done("Interviewed and safe for the night", p.safe()),
        done("Somewhere until it is decided", p.interim),
        done("Assessed with housing", p.assessed),
        done("Decided", p.decided),
        done("The reasons of the decision", p.written),
    ];
    let decided = p
        .written
        .and_then(|e| h.kept(e.fact))
        .map(|k| words::of(&k.fact).said.into_iter().map(|(label, text)| Row::new(label, text)).collect());
    Time { title: format!("Since {}", day_words(p.on.on)), rows, decided: decided.unwrap_or_default() }
}
fn said(h: &History, event: Event) -> Option<String> {
    match &h.kept(event.fact)?.fact {
        F::Leavers(Fact::HomelessAccommodated { place }) => Some(place.words().into()),
        F::Leavers(Fact::HomelessInterviewed { safe_tonight: true }) => Some("They had somewhere safe".into()),
        F::Care(_) => Some("Looked after".into()),
        _ => None,
    }
}
/// The day of something done for a child who presented and of whom nothing is decided.
pub fn open_since(f: &mut Form, about: &About, label: &str) -> Option<Date> {
    let open = homeless::to_be_written(about.history);
    let on = about.on_or_after(f, label, open.as_ref().map(|p| p.on.on));
    if on.is_some() && open.is_none() {
        f.wrong("", "Nothing says that they are homeless and not decided upon: record first that they came");
    }
    on
}

fn samples() -> Vec<Sample> {
    let record = || crate::people::head::sample(At::Homeless);
    let link = presented::PRESENTED.link("/children/1");
    let time = Time {
        title: "Since 10 November 2026".into(),
        rows: vec![Row::new("Interviewed and safe for the night", "10 November 2026")],
        decided: vec![Row::new("Route", "Looked after")],
    };
    let shown = |open: bool, times: Vec<Time>| Shown {
        called: "Dylan".into(),
        open,
        due: vec![Row::new("Decided where they are to live", "24 November 2026")],
        times,
        decide: open.then(|| "/children/1/homeless/decide/questions".to_string()),
        links: vec![link.clone()],
    };
    vec![
        Sample::new("open", given! { record => record(), face => Some(shown(true, vec![time])) }),
        Sample::new(
            "nothing",
            given! { record => record(), face => Some(Shown { due: vec![], ..shown(false, vec![]) }) },
        ),
        Sample::new("without names", given! { record => record(), face => None::<Shown> }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::{case::Story, day::date, leavers::homeless::Interim};

    #[test]
    fn what_is_not_done_stands_out() {
        let mut s = Story::default();
        s.born("2009-06-17")
            .on("2026-11-10", Fact::HomelessPresented)
            .on("2026-11-10", Fact::HomelessInterviewed { safe_tonight: false })
            .on("2026-11-11", Fact::HomelessAccommodated { place: Interim::SupportedAccommodation });
        let h = s.history(date(2026, 11, 22));
        let time = time(&h, &homeless::presented(&h)[0]);
        let said: Vec<(String, bool)> = time.rows.into_iter().map(|r| (r.value, r.tag.is_some())).collect();
        let day = "11 November 2026".to_string();
        let none = || (String::new(), true);
        assert_eq!(said, [(day.clone(), false), (day, false), none(), none(), none()]);
        assert!(time.decided.is_empty());
    }
}
