//! What happened to a child, in words, newest first, with every correction.
use super::{
    events::event,
    head::{At, Head, Shown},
    names::Names,
    significant::is_significant,
    told::{Told, told},
    words,
};
use crate::{
    deeds::ViewChild,
    frame::Answer,
    page::{
        Answers, Asked, Form, Page, Sample, choice, given,
        parts::Event,
        table::{pages, said},
        words::{Colour, Tag},
    },
};
use kernel::{Allowed, Leave as _, Query};
use minijinja::Value;
use practice::{Date, Fact, Id, Subject, Timestamp, access::Act};
use serde::Deserialize;

pub const PAGE: Page = Page { name: "people/timeline.html", source: include_str!("timeline.html"), samples };
pub const OUTLINE: &str = include_str!("sql/outline.sql");

pub async fn show(may: Allowed<ViewChild>, Query(answers): Query<Answers>) -> Answer {
    let mut reading = may.reading().await?;
    let head = Head::read(&mut reading, may.child()).await?;
    let names = Names::read(&mut reading, may.child()).await?;
    let facts = reading.facts(Subject::Child(may.child())).await?;
    let (shown, chrome) = (head.shown(&may, At::Timeline), head.chrome(&may, At::Timeline));
    let Some(facts) = facts else {
        let rows: Vec<Outline> = reading.ask(OUTLINE, &[("child", may.child().into())]).await?;
        let asked = asked(answers);
        let total = rows.len();
        let events: Vec<Event> = asked.part(rows).into_iter().map(Outline::event).collect();
        return Ok(PAGE.show(chrome, context(shown, None, &asked, events, total)));
    };
    let all = told(&facts);
    let mut here: Vec<Part> = all.iter().map(|t| part(&t.kept.fact)).collect();
    here.sort_unstable();
    here.dedup();
    let (form, filter) = Form::asked(answers.clone(), |f| filter(f, &here));
    let filter = filter.unwrap_or_default();
    let found: Vec<&Told> = all.iter().filter(|t| filter.lets(t)).collect();
    // A deadline leads to the fact that started it, on whichever page that stands.
    let at = answers.one("at").and_then(|id| found.iter().position(|t| t.kept.id.to_string() == id));
    let mut asked = asked(answers);
    if let Some(at) = at {
        asked.page = at / crate::page::table::ROWS + 1;
    }
    let total = found.len();
    let base = head.reaches(may.who(), Act::Correct, may.now()).then(|| head.address(""));
    let events = asked.part(found).into_iter().map(|t| event(t, &names, base.as_deref())).collect();
    Ok(PAGE.show(chrome, context(shown, Some(form), &asked, events, total)))
}
fn asked(answers: Answers) -> Asked {
    // The pages around are not about that one fact.
    let kept = answers.query_with(&[("at", None)]);
    Asked::of(&[], "", Answers::of_query(kept.trim_start_matches('?')))
}
fn context(record: Shown, filter: Option<Form>, asked: &Asked, events: Vec<Event>, total: usize) -> Value {
    let said = said(asked, events.len(), total, ("event", "events"));
    let pages = pages(asked, total.div_ceil(crate::page::table::ROWS));
    given! { record, filter, events, said, pages }
}

/// (its place, how the address says it, what it is called).
type Part = (usize, &'static str, &'static str);
fn part(fact: &Fact) -> Part {
    match fact {
        Fact::People(_) => (0, "people", "The child, visits and notes"),
        Fact::FrontDoor(_) => (1, "front_door", "Front door"),
        Fact::Assessment(_) => (2, "assessment", "Assessment"),
        Fact::Protection(_) => (3, "protection", "Children in need and child protection"),
        Fact::Court(_) => (4, "court", "Court"),
        Fact::Care(_) => (5, "care", "Looked after"),
        Fact::Permanence(_) => (6, "permanence", "Permanence and adoption"),
        Fact::Leavers(_) => (7, "leavers", "Leaving care"),
        Fact::Plans(_) => (8, "plans", "Plans"),
        Fact::Letters(_) => (9, "letters", "Letters and how to reach them"),
        Fact::Young(_) => (10, "young", "Said and shared on their own page"),
        Fact::Missing(_) => (11, "missing", "Missing"),
        Fact::Placements(_) => (12, "placements", "Placements"),
        Fact::Education(_) => (13, "education", "Education"),
        Fact::Health(_) => (14, "health", "Health"),
        Fact::Disability(_) => (15, "disability", "Disability"),
        Fact::PrivateFostering(_) => (16, "private_fostering", "Private fostering"),
        Fact::Workforce(_) | Fact::Service(_) | Fact::Returns(_) | Fact::Record(_) => {
            (17, "record", "Deadlines waived, queries explained")
        }
    }
}
#[derive(Default)]
struct Filter {
    part: Option<&'static str>,
    significant: bool,
}
fn filter(f: &mut Form, here: &[Part]) -> Option<Filter> {
    let part = f.select("part", "Part of the work", here.iter().map(|p| choice(p.1, p.1, p.2))).optional();
    let only = f.checkboxes("only", "Show", [choice((), "significant", "Significant events only")]);
    let significant = only.with("classes", "govuk-checkboxes--small").optional();
    Some(Filter { part, significant: !significant.is_empty() })
}
impl Filter {
    fn lets(&self, told: &Told) -> bool {
        let fact = &told.kept.fact;
        self.part.is_none_or(|p| p == part(fact).1)
            && (!self.significant || (is_significant(fact) && told.in_error.is_none()))
    }
}

/// A fact for whoever may not see what it says.
#[derive(Deserialize)]
struct Outline {
    id: Id,
    name: String,
    happened: Date,
    #[serde(deserialize_with = "kernel::instant")]
    recorded: Timestamp,
}
impl Outline {
    fn event(self) -> Event {
        let words = words::of_name(&self.name);
        Event {
            id: self.id.to_string(),
            title: words.title,
            on: self.happened,
            by: None,
            tag: words.reported.then(|| Tag::new("From a return", Colour::Purple)),
            text: format!("Recorded on {}", practice::day::words_at(self.recorded)),
            words: None,
            links: vec![],
        }
    }
}

fn samples() -> Vec<Sample> {
    let record = super::head::sample(At::Timeline);
    let part = part(&Fact::Care(practice::care::Fact::CarePlanPrepared));
    let (form, _) = Form::asked(Answers::of_query("only=significant"), |f| filter(f, &[part]));
    let asked = asked(Answers::of_query("part=care&page=2"));
    let outline = Outline {
        id: Id::from_u128(7),
        name: "care.PlacementBegan".into(),
        happened: practice::day::date(2026, 5, 12),
        recorded: practice::day::start_of(practice::day::date(2026, 5, 13)),
    };
    let full = Event {
        by: Some("Amina Yusuf".into()),
        words: Some("I like my room.".into()),
        links: vec![crate::page::Link::new("/correct", "Say that this is wrong")],
        ..outline.event()
    };
    vec![
        Sample { name: "empty", context: context(record.clone(), None, &asked, vec![], 0) },
        Sample { name: "full", context: context(record, Some(form), &asked, vec![full], 120) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::{case::Story, people, protection};

    #[test]
    fn significant_only_leaves_out_the_routine_and_what_never_happened() {
        let mut story = Story::default();
        story
            .on("2026-03-02", protection::Fact::InNeedPlanAgreed)
            .on("2026-03-03", people::Fact::Visited(people::Visit::default()))
            .on("2026-03-04", Fact::Record(practice::RecordFact::RecordedInError));
        let lets = |story: &Story, query: &str| {
            let all = told(&story.facts);
            let here: Vec<Part> = all.iter().map(|t| part(&t.kept.fact)).collect();
            let (_, filter) = Form::asked(Answers::of_query(query), |f| super::filter(f, &here));
            let filter = filter.unwrap();
            all.iter().filter(|t| filter.lets(t)).map(|t| part(&t.kept.fact).1).collect::<Vec<_>>()
        };
        story.facts[2].instead_of = Some(Id::from_u128(99));
        assert_eq!(lets(&story, "only=significant"), ["protection"]);
        assert_eq!(lets(&story, "part=people"), ["people"]);
        assert_eq!(lets(&story, ""), ["people", "protection"]);
        story.facts[2].instead_of = Some(story.facts[0].id);
        assert_eq!(lets(&story, "only=significant"), Vec::<&str>::new(), "it was recorded in error");
    }
}
