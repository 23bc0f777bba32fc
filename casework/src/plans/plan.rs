//! The working page: the version in force with its marks, its actions, who agreed and who holds a copy; what is being
//! written; and the versions before.
use super::{sheet::Sheet, write::grade_words};
use crate::{
    deeds::ViewChild,
    frame::Answer,
    page::{
        Link, Page, Sample, given, press,
        words::{Colour, Tag},
    },
    people::head::{At, Head, Shown},
};
use kernel::{Allowed, Leave as _};
use minijinja::Value;
use practice::{
    Date,
    access::Act,
    day,
    plans::{ActionNow, KINDS, Kind, PATHWAY, Plan, State, Version, plain, share_of_young_person, smart},
};
use serde::Serialize;

pub const PAGE: Page = Page { name: "plans/plan.html", source: include_str!("plan.html"), samples };

/// One kind of plan, as the page shows it.
#[derive(Serialize, Default)]
struct Face {
    title: &'static str,
    /// Where what is done about it stands.
    base: String,
    in_force: Option<Shows>,
    coming: Option<Shows>,
    /// Why the one in force is stale: what and when.
    stale: Vec<String>,
    stale_since: Option<Date>,
    earlier: Vec<Earlier>,
    /// What changed and why it stands all the same.
    answered: Vec<String>,
}
/// A version that is neither in force nor coming, with what was said of it.
#[derive(Serialize)]
struct Earlier {
    said: String,
    notes: Vec<String>,
}
#[derive(Serialize)]
struct Shows {
    number: usize,
    state: Tag,
    said: String,
    areas: Vec<AreaFace>,
    contingency: String,
    /// Who said what of it.
    answers: Vec<String>,
    copies: Vec<String>,
    silent: Vec<&'static str>,
    share: String,
    grade: Option<String>,
}
#[derive(Serialize)]
struct AreaFace {
    title: &'static str,
    need: String,
    aim: String,
    actions: Vec<ActionFace>,
}
#[derive(Serialize)]
struct ActionFace {
    id: String,
    what: String,
    owner: String,
    by: Date,
    different: String,
    known_by: String,
    despite: Option<String>,
    tags: Vec<Tag>,
    notes: Vec<String>,
    links: Vec<Link>,
}

pub async fn show(may: Allowed<ViewChild>) -> Answer {
    let Some(sheet) = Sheet::read(&may).await? else {
        let mut reading = may.reading().await?;
        let head = Head::read(&mut reading, may.child()).await?;
        let record = head.shown(&may, At::Plan);
        return Ok(PAGE.show(head.chrome(&may, At::Plan), context(record, false, false, vec![])));
    };
    let works = sheet.head.reaches(may.who(), Act::RecordWork, may.now());
    let faces = KINDS.iter().map(|kind| face(&sheet, kind, works, may.today())).collect();
    let record = sheet.head.shown(&may, At::Plan);
    Ok(PAGE.show(sheet.head.chrome(&may, At::Plan), context(record, true, works, faces)))
}
fn context(record: Shown, open: bool, works: bool, plans: Vec<Face>) -> Value {
    given! { record, open, works, plans, prints => press::prints() }
}
fn face(sheet: &Sheet, kind: &'static Kind, works: bool, today: Date) -> Face {
    let plan = sheet.plan(kind);
    let base = sheet.head.address(&format!("/plan/{}", kind.code));
    let actions = sheet.actions(&plan);
    let at = works.then_some(base.as_str());
    let in_force = plan.in_force();
    let changed = |c: &practice::plans::Changed| format!("{}, {}", c.change.words(), day::words(c.event.on));
    let answered = |c: &practice::plans::Changed| {
        let (event, why) = c.stands?;
        Some(format!("{}. It stands, {}: {why}", changed(c), day::words(event.on)))
    };
    Face {
        title: kind.title,
        stale: in_force.into_iter().flat_map(Version::unanswered).map(changed).collect(),
        stale_since: in_force.and_then(Version::stale_since),
        in_force: in_force.map(|v| shows(sheet, &plan, v, &actions, at, today)),
        coming: plan.coming().map(|v| shows(sheet, &plan, v, &[], None, today)),
        earlier: plan.passed().map(|v| earlier(sheet, &plan, v)).collect(),
        answered: in_force.into_iter().flat_map(|v| &v.changes).filter_map(answered).collect(),
        base,
    }
}
fn earlier(sheet: &Sheet, plan: &Plan, v: &Version) -> Earlier {
    let number = plan.number(v.draft.version).unwrap_or(0);
    let until = v.superseded.map(|e| format!(" until {}", day::words(e.on))).unwrap_or_default();
    let said = match v.current {
        Some(since) => format!("Version {number}: in force from {}{until}", day::words(since.on)),
        None => format!("Version {number}: a draft of {}, never in force", day::words(v.drafted.on)),
    };
    Earlier { said, notes: answers(sheet, v).into_iter().chain(copies(sheet, v)).collect() }
}
fn shows(sheet: &Sheet, plan: &Plan, v: &Version, now: &[ActionNow], at: Option<&str>, today: Date) -> Shows {
    let people = &sheet.people;
    let colour = match v.state() {
        State::Draft => Colour::Blue,
        State::Agreed | State::Current => Colour::Green,
        State::NotAgreed => Colour::Orange,
        State::Superseded => Colour::Grey,
    };
    let action = |a: &practice::plans::Action| {
        let now = now.iter().find(|n| n.action.id == a.id);
        let owner = people.words(now.map_or(&a.owner, |n| n.owner));
        ActionFace {
            id: a.id.to_string(),
            what: a.what.clone(),
            owner,
            by: a.by,
            different: a.different.clone(),
            known_by: a.known_by.clone(),
            despite: a.despite.clone(),
            tags: now.map(|n| tags(n, today)).unwrap_or_default(),
            notes: now.map(notes).into_iter().flatten().chain(vague(a, v.drafted.on)).collect(),
            links: at.zip(now).map(|(base, n)| links(base, n)).unwrap_or_default(),
        }
    };
    let area = |area: &'static practice::plans::Area| {
        let words = v.draft.areas.iter().find(|w| w.area == area.code);
        let actions: Vec<ActionFace> = v.draft.actions.iter().filter(|a| a.area == area.code).map(action).collect();
        let words_of =
            |which: fn(&practice::plans::AreaWords) -> &String| words.map(which).cloned().unwrap_or_default();
        let face = AreaFace { title: area.title, need: words_of(|w| &w.need), aim: words_of(|w| &w.aim), actions };
        (words.is_some() || !face.actions.is_empty()).then_some(face)
    };
    let (theirs, all) = share_of_young_person(v.draft.actions.iter().map(|a| &a.owner));
    let since = v.current.map(|e| format!("In force since {}. ", day::words(e.on))).unwrap_or_default();
    Shows {
        number: plan.number(v.draft.version).unwrap_or(0),
        state: Tag::new(v.state().words(), colour),
        said: format!("{since}Written on {} by {}.", day::words(v.drafted.on), people.name(v.by)),
        areas: plan.kind.areas.iter().filter_map(area).collect(),
        contingency: v.draft.contingency.clone(),
        answers: answers(sheet, v),
        copies: copies(sheet, v),
        silent: plan.kind.silent_on(v.draft).iter().map(|a| a.title).collect(),
        share: format!(
            "{} owns {theirs} of {}",
            people.called,
            crate::page::words::count(i64::try_from(all).unwrap_or(0), "action", "actions")
        ),
        grade: plain::grade(&everything(v)).map(grade_words),
    }
}
/// Everything that the writer of a version wrote.
fn everything(v: &Version) -> String {
    let areas = v.draft.areas.iter().map(|a| a.need.as_str());
    let actions = v.draft.actions.iter().flat_map(|a| [a.what.as_str(), &a.different, &a.known_by]);
    areas.chain(actions).chain([v.draft.contingency.as_str()]).collect::<Vec<_>>().join("\n")
}
/// `: “I want to go home”`, where they said anything.
fn quoted(words: &str) -> String {
    let words = words.trim();
    if words.is_empty() { String::new() } else { format!(": “{words}”") }
}
fn answers(sheet: &Sheet, v: &Version) -> Vec<String> {
    let one = |a: &practice::plans::Answer| {
        let agrees = if a.agrees { "agrees" } else { "does not agree" };
        let words = quoted(a.words);
        format!("{} {agrees}, {}{words}", sheet.people.words(a.by), day::words(a.said.on))
    };
    v.answers.iter().map(one).collect()
}
fn copies(sheet: &Sheet, v: &Version) -> Vec<String> {
    let copy = |c: &practice::plans::Copy| {
        let explained = if c.explained { ", and gone through together" } else { ", not gone through together" };
        let response = quoted(c.response);
        let how = c.how.words().to_lowercase();
        format!("{}, {how}, {}{explained}{response}", sheet.people.words(c.to), day::words(c.given.on))
    };
    let none = v.no_copy.map(|(e, why)| format!("No copy for {}, {}: {why}", sheet.people.called, day::words(e.on)));
    v.copies.iter().map(copy).chain(none).collect()
}
fn tags(now: &ActionNow, today: Date) -> Vec<Tag> {
    let outcome = now.ended.map(|(_, outcome, _)| {
        Tag::new(outcome.words(), if outcome.closes() { Colour::Green } else { Colour::Orange })
    });
    let marks = [
        (now.needs_owner.is_some_and(|d| d <= today), "Needs an owner", Colour::Red),
        (now.drifts(), "Drift", Colour::Orange),
        (now.is_open() && now.action.by < today, "Day gone by", Colour::Red),
    ];
    let marks = marks.into_iter().filter(|m| m.0).map(|(_, text, colour)| Tag::new(text, colour));
    outcome.into_iter().chain(marks).collect()
}
fn notes(now: &ActionNow) -> Vec<String> {
    let mut notes = vec![];
    if let Some(since) = now.needs_owner {
        notes.push(format!("Its owner stopped working with the young person on {}.", day::words(since)));
    }
    if now.carried > 0 {
        let times = match now.carried {
            1 => "once".into(),
            2 => "twice".into(),
            n => format!("{n} times"),
        };
        notes.push(format!("Carried over {times}."));
    }
    if let Some(why) = now.why_given {
        let why = if why.trim().is_empty() { String::new() } else { format!(": {why}") };
        notes.push(format!("Given to this owner on {}{why}", day::words(now.given.on)));
    }
    if let Some((event, _, effect)) = now.ended {
        notes.push(format!("{}: {effect}", day::words(event.on)));
    }
    notes
}
/// What the help had pointed at on the day of writing, where nobody said why the words stand.
fn vague(a: &practice::plans::Action, on: Date) -> Option<String> {
    let words =
        smart::Words { what: &a.what, different: &a.different, known_by: &a.known_by, by: Some(a.by), today: on };
    let hints = smart::help(&words).len();
    (hints > 0 && a.despite.is_none()).then(|| {
        let things = crate::page::words::count(i64::try_from(hints).unwrap_or(0), "thing", "things");
        format!("Its wording leaves {things} vague.")
    })
}
fn links(base: &str, now: &ActionNow) -> Vec<Link> {
    if !now.is_open() {
        return vec![];
    }
    let at = |what: &str| format!("{base}/actions/{}/{what}", now.action.id);
    vec![Link::new(at("outcome"), "Say what became of it"), Link::new(at("owner"), "Give it to somebody else")]
}
fn samples() -> Vec<Sample> {
    let record = || crate::people::head::sample(At::Plan);
    let today = day::date(2026, 11, 22);
    let action = |n: u128, tags: Vec<Tag>, notes: Vec<String>| ActionFace {
        id: practice::Id::from_u128(n).to_string(),
        what: "Take Kai to the housing office".into(),
        owner: "Grace Adeyinka".into(),
        by: today,
        different: "Kai is on the housing register".into(),
        known_by: "The letter is on file".into(),
        despite: Some("Kai chose the words".into()),
        tags,
        notes,
        links: vec![Link::new("/x", "Say what became of it")],
    };
    let shows = |n: u128| Shows {
        number: 1,
        state: Tag::new("In force", Colour::Green),
        said: "In force since 2 March 2026.".into(),
        areas: vec![AreaFace {
            title: PATHWAY.areas[0].title,
            need: "Needs a flat".into(),
            aim: "My own door.".into(),
            actions: vec![action(n, vec![Tag::new("Drift", Colour::Orange)], vec!["Carried over twice.".into()])],
        }],
        contingency: "Back to Ms Bell".into(),
        answers: vec!["Kai agrees".into()],
        copies: vec!["Kai, by hand".into()],
        silent: vec!["Money"],
        share: "Kai owns 1 of 3 actions".into(),
        grade: Some(grade_words(4.0)),
    };
    let full = Face {
        title: PATHWAY.title,
        base: "/children/1/plan/pathway".into(),
        in_force: Some(shows(5)),
        coming: Some(Shows { areas: vec![], answers: vec![], copies: vec![], ..shows(6) }),
        stale: vec!["Moved, 1 May 2026".into()],
        stale_since: Some(today),
        earlier: vec![Earlier { said: "Version 1: a draft".into(), notes: vec!["Kai does not agree".into()] }],
        answered: vec!["Arrested. It stands".into()],
    };
    let none = || vec![Face { title: PATHWAY.title, base: "/b".into(), ..Face::default() }];
    vec![
        Sample { name: "no plan", context: context(record(), true, true, none()) },
        Sample { name: "no plan, to a reader", context: context(record(), true, false, none()) },
        Sample { name: "full", context: context(record(), true, true, vec![full]) },
        Sample { name: "not shown to this role", context: context(record(), false, false, vec![]) },
    ]
}
