//! Being in touch with one young person: when they were last spoken with, what is tried next and why, who was asked
//! where they are, and every contact and attempt.
use super::{answered, asked, away, contact, offered, rated, reconnect};
use crate::{
    deeds::ViewChild,
    entry::Entry,
    frame::Answer,
    page::{
        Link, Page, Sample, given,
        parts::{Event, Row},
        words::{Colour, Tag, ago, capital},
    },
    people::{
        due,
        events::event,
        head::{At, Head},
        names::Names,
        told::told,
    },
};
use kernel::{Allowed, Leave as _};
use practice::{
    Date, Fact as F, History, Kept, Norms, Subject,
    access::Act,
    day::words,
    leavers::{
        Fact,
        lost::{self, Touch},
        protocol,
        touch::{self, Search, Source},
    },
    people,
};
use serde::Serialize;

pub const PAGE: Page = Page { name: "leavers/work/keeping.html", source: include_str!("keeping.html"), samples };
/// The clocks of being in touch; the year's offer too.
const CLOCKS: [&str; 3] = ["W09", "W10", "W12"];
/// So many contacts stand here; the timeline has them all.
const EVENTS: usize = 20;

#[derive(Serialize)]
struct Shown {
    called: String,
    rows: Vec<Row>,
    /// What the clocks of being in touch say.
    due: Vec<Row>,
    looked_for: Vec<Row>,
    /// Why they are being looked for, or need not be.
    searching: bool,
    contacts: Vec<Event>,
    more: bool,
    record: Option<Link>,
    others: Vec<Link>,
    base: String,
}

pub async fn show(may: Allowed<ViewChild>) -> Answer {
    let (child, today) = (may.child(), may.today());
    let mut reading = may.reading().await?;
    let head = Head::read(&mut reading, child).await?;
    let names = Names::read(&mut reading, child).await?;
    let facts = reading.facts(Subject::Child(child)).await?;
    let norms = reading.norms().await?;
    let owed = due::owed(&mut reading, child).await?;
    let record = head.shown(&may, At::Touch);
    let records = head.reaches(may.who(), Act::RecordWork, may.now());
    let face = facts.map(|facts| {
        let base = head.address("");
        let correct = head.reaches(may.who(), Act::Correct, may.now()).then_some(base.as_str());
        let mut contacts: Vec<Event> =
            told(&facts).iter().filter(|t| is_of_touch(&t.kept.fact)).map(|t| event(t, &names, correct)).collect();
        let more = contacts.len() > EVENTS;
        contacts.truncate(EVENTS);
        let h = History::new(facts, today);
        let due = owed.iter().filter(|o| CLOCKS.contains(&o.clock.as_str()) && (o.is_late() || o.is_ahead()));
        let of_touch = lost::touch(&h, &norms, today);
        let mut shown = Shown {
            called: head.called(),
            rows: rows(&h, &norms, of_touch.as_ref(), today),
            due: due.map(|o| o.explain(&base, &names, today).row(&base)).collect(),
            looked_for: looked_for(&h, today),
            searching: of_touch.as_ref().is_some_and(|t| !t.asked.is_empty()),
            contacts,
            more,
            record: None,
            others: vec![],
            base: base.clone(),
        };
        if records {
            shown.record = Some(contact::CONTACT.link(&base));
            shown.others = actions(of_touch.as_ref()).into_iter().map(|e| e.link(&base)).collect();
        }
        shown
    });
    Ok(PAGE.show(head.chrome(&may, At::Touch), given! { record, face }))
}
fn is_of_touch(f: &F) -> bool {
    match f {
        F::Leavers(f) => matches!(
            f,
            Fact::Contacted(_)
                | Fact::SupportOffered { .. }
                | Fact::SearchAsked { .. }
                | Fact::SearchAnswered { .. }
                | Fact::ReconnectPlanMade { .. }
                | Fact::SteppedAway { .. }
                | Fact::NeedOfContactRated { .. }
        ),
        F::People(people::Fact::Visited(_)) => true,
        _ => false,
    }
}
/// What is done next stands first.
fn actions(touch: Option<&Touch>) -> Vec<&'static Entry> {
    let tried = touch.and_then(|t| t.next.as_ref()).map(|n| n.step.what);
    let mut all: Vec<&Entry> = vec![&asked::ASKED];
    if touch.is_some_and(|t| t.asked.iter().any(|s| s.answered.is_none())) {
        all.push(&answered::ANSWERED);
    }
    if tried == Some(protocol::Try::Escalate) {
        all.insert(0, &reconnect::PLAN);
    }
    all.extend([&away::AWAY, &rated::NEED, &offered::OFFERED]);
    all
}
/// When they were spoken with, what is tried next, how closely to keep in touch.
pub(super) fn rows(h: &History, norms: &Norms, touch: Option<&Touch>, today: Date) -> Vec<Row> {
    let spoken = touch::two_way(h).into_iter().map(|e| e.on).filter(|day| *day <= today).max();
    let last = match spoken {
        Some(day) => format!("{} ({})", words(day), ago(day, today)),
        None => "Never, as far as is recorded".into(),
    };
    let mut spoken = Row::new("Last spoken with", last);
    match touch {
        Some(t) if t.not_known => spoken.tag = Some(Tag::new("Not known", Colour::Purple)),
        Some(t) if !t.tried.is_empty() => {
            let n = crate::page::words::count(t.tried.len() as i64, "attempt", "attempts");
            spoken.detail = Some(format!("{n} since"));
        }
        _ => {}
    }
    let away = touch::is_away(h, today).map(|e| Row {
        detail: Some("They are left in peace: a letter now and then says that the door is open".into()),
        ..Row::new("Chose to step away", words(e.on))
    });
    let need = Row::new("Need of contact", touch::need(h, today).words());
    vec![spoken].into_iter().chain(next(h, norms, today)).chain(away).chain([need]).collect()
}
/// The step of the protocol that is next, from when, and why it is that one.
fn next(h: &History, norms: &Norms, today: Date) -> Option<Row> {
    let next = protocol::next_step(h, norms, today)?;
    let tag = if next.from <= today { Tag::new("Now", Colour::Yellow) } else { Tag::new("Later", Colour::Grey) };
    let why = format!(
        "{}: {} after {}, as the steps go",
        next.protocol.whom,
        crate::page::words::count(next.step.weeks, "week", "weeks"),
        words(next.since)
    );
    Some(Row {
        tag: Some(tag),
        detail: Some(why),
        ..Row::new("What is tried next", format!("{}, from {}", next.step.what.words(), words(next.from)))
    })
}
/// Each who may know, and what they said since contact was lost: who was not asked shows too.
fn looked_for(h: &History, today: Date) -> Vec<Row> {
    let spoken = touch::two_way(h).into_iter().map(|e| e.on).filter(|day| *day <= today).max();
    let since = |s: &Search| s.asked.on <= today && spoken.is_none_or(|day| s.asked.on > day);
    let searches: Vec<Search> = touch::searches(h).into_iter().filter(since).collect();
    if searches.is_empty() {
        return vec![];
    }
    let row = |source: Source| {
        let Some(search) = searches.iter().rfind(|s| s.of == source) else {
            return Row { tag: Some(Tag::new("Not asked", Colour::Grey)), ..Row::new(source.title(), "") };
        };
        let asked = format!("Asked on {}", words(search.asked.on));
        let (tag, value, detail) = match search.answered {
            None => (Tag::new("No answer yet", Colour::Yellow), asked, None),
            Some((e, known)) => {
                let tag = match known {
                    true => Tag::new("They knew", Colour::Green),
                    false => Tag::new("They did not know", Colour::Grey),
                };
                (tag, format!("{asked}, answered on {}", words(e.on)), h.kept(e.fact).and_then(answer))
            }
        };
        Row { tag: Some(tag), detail, ..Row::new(source.title(), value) }
    };
    Source::ALL.map(row).into()
}
fn answer(kept: &Kept) -> Option<String> {
    match &kept.fact {
        F::Leavers(Fact::SearchAnswered { words, .. }) => Some(capital(words)).filter(|w| !w.is_empty()),
        _ => None,
    }
}

fn samples() -> Vec<Sample> {
    let record = || crate::people::head::sample(At::Touch);
    let base = "/children/1";
    let tag = |text: &str, colour| Some(Tag::new(text, colour));
    let row = |key: &str, value: &str, tag| Row { tag, ..Row::new(key, value) };
    let full = Shown {
        called: "Ryan".into(),
        rows: vec![
            row("Last spoken with", "29 June 2026 (20 weeks ago)", None),
            row("What is tried next", "The manager looks at what was tried", tag("Now", Colour::Yellow)),
        ],
        due: vec![row("In touch with the young person", "24 August 2026", tag("Overdue", Colour::Red))],
        looked_for: vec![row("Housing department", "Asked on 22 September 2026", tag("No answer yet", Colour::Yellow))],
        searching: true,
        contacts: vec![Event {
            id: "1".into(),
            title: "Call: no answer".into(),
            on: practice::day::date(2026, 8, 17),
            by: Some("Grace Adeyinka".into()),
            tag: None,
            text: String::new(),
            words: None,
            links: vec![],
        }],
        more: true,
        record: Some(contact::CONTACT.link(base)),
        others: actions(None).into_iter().map(|e| e.link(base)).collect(),
        base: base.into(),
    };
    let empty = Shown {
        called: "Ryan".into(),
        rows: vec![row("Last spoken with", "Never, as far as is recorded", None)],
        due: vec![],
        looked_for: vec![],
        searching: false,
        contacts: vec![],
        more: false,
        record: None,
        others: vec![],
        base: base.into(),
    };
    vec![
        Sample::new("looked for", given! { record => record(), face => Some(full) }),
        Sample::new("nothing", given! { record => record(), face => Some(empty) }),
        Sample::new("without names", given! { record => record(), face => None::<Shown> }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::{
        care::{self, Placement},
        case::Story,
        day::date,
        leavers::touch::{By, CameOfIt, Contact, How},
    };

    const TODAY: Date = date(2026, 11, 22);
    /// Twenty, in care until 18, last spoken with in June.
    fn story() -> Story {
        let mut s = Story::default();
        s.born("2006-03-10");
        let placed = Placement { legal_status: "C2".into(), place: "U4".into(), ..Placement::default() };
        s.on("2019-06-01", care::Fact::PlacementBegan(placed));
        contact(&mut s, "2026-06-29", CameOfIt::TwoWay);
        s
    }
    fn contact(s: &mut Story, day: &str, came_of_it: CameOfIt) {
        let (how, by) = (How::Call, By::Adviser);
        let of = Contact { how, came_of_it, by, childs_words: String::new(), notes: String::new() };
        s.on(day, Fact::Contacted(of));
    }
    fn said(s: &Story) -> Vec<String> {
        let h = s.history(TODAY);
        let of = lost::touch(&h, &s.norms, TODAY);
        let rows = rows(&h, &s.norms, of.as_ref(), TODAY);
        rows.into_iter().map(|r| format!("{}: {} {}", r.key, r.value, r.detail.unwrap_or_default())).collect()
    }
    #[test]
    fn it_says_when_they_were_spoken_with_and_what_is_next_and_why() {
        let mut s = story();
        contact(&mut s, "2026-09-01", CameOfIt::NoAnswer);
        let said = said(&s);
        assert!(
            said[0].starts_with("Last spoken with: 29 June 2026") && said[0].ends_with("1 attempt since"),
            "{said:?}"
        );
        assert!(said[1].starts_with("What is tried next: Message, from 10 August 2026"), "{said:?}");
        assert!(said[1].ends_with("18 to 20: 6 weeks after 29 June 2026, as the steps go"), "{said:?}");
        assert_eq!(said[2], "Need of contact: Medium, as most ");
    }
    #[test]
    fn who_was_asked_and_who_was_not_stand_side_by_side() {
        let mut s = story();
        assert_eq!(looked_for(&s.history(TODAY), TODAY).len(), 0, "nobody was asked yet");
        s.on("2026-09-22", Fact::SearchAsked { who: Source::Housing })
            .on("2026-09-22", Fact::SearchAsked { who: Source::Benefits })
            .on(
                "2026-09-28",
                Fact::SearchAnswered { who: Source::Benefits, known: false, words: "claim closed.".into() },
            );
        let rows = looked_for(&s.history(TODAY), TODAY);
        let tags: Vec<String> = rows.iter().filter_map(|r| Some(r.tag.as_ref()?.text.clone())).collect();
        assert_eq!(tags, ["No answer yet", "They did not know", "Not asked", "Not asked", "Not asked"]);
        assert_eq!(rows[1].detail.as_deref(), Some("Claim closed."));
        contact(&mut s, "2026-10-01", CameOfIt::TwoWay);
        assert_eq!(looked_for(&s.history(TODAY), TODAY).len(), 0, "found");
    }
    #[test]
    fn the_manager_is_led_to_the_plan_once_all_was_tried() {
        let s = story();
        let h = s.history(TODAY);
        let of = lost::touch(&h, &s.norms, TODAY).unwrap();
        assert_eq!(actions(Some(&of))[0].name, "asked");
        let escalate = protocol::FORMER_RELEVANT.steps.last().unwrap();
        let next = protocol::Next { protocol: &protocol::FORMER_RELEVANT, step: escalate, from: TODAY, since: TODAY };
        assert_eq!(actions(Some(&Touch { next: Some(next), ..of }))[0].name, "found-how");
    }
}
