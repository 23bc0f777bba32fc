//! What was told about a child, as events of a timeline.
use super::{
    names::Names,
    significant::is_significant,
    told::{Told, is_error},
    words,
};
use crate::page::{
    Link,
    parts::Event,
    words::{Colour, Tag},
};
use practice::{
    Fact, Id, Kept, day, leavers, people, plans,
    protection::{self, Conference, ConferenceOutcome},
};

/// `correct` is where somebody says that it is wrong, given to those who may.
pub fn event(told: &Told, names: &Names, correct: Option<&str>) -> Event {
    let kept = told.kept;
    let said = words::of(&kept.fact);
    let link = |base: &str| Link::new(format!("{base}/facts/{}/correct", kept.id), "Say that this is wrong");
    let mut paragraphs = vec![lines(kept, &said, names)];
    paragraphs.extend(said.written.clone());
    paragraphs.extend(corrections(told, names));
    Event {
        id: kept.id.to_string(),
        title: title(&kept.fact, &said),
        on: kept.happened,
        by: Some(by(kept, names)),
        tag: tag(told, &said),
        text: paragraphs.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("\n\n"),
        words: said.childs_words,
        links: correct.filter(|_| told.in_error.is_none()).map(link).into_iter().collect(),
    }
}
/// What a visit or a note was is in its title: the eye runs down the titles.
fn title(fact: &Fact, said: &words::Words) -> String {
    match fact {
        Fact::People(people::Fact::Visited(v)) if !v.seen => "Visit: the child was not seen".into(),
        Fact::People(people::Fact::Visited(v)) if v.seen_alone => "Visit: the child was seen alone".into(),
        Fact::People(people::Fact::Visited(_)) => "Visit: the child was seen, not alone".into(),
        Fact::People(people::Fact::CaseNoteMade { title, .. }) if !title.trim().is_empty() => {
            format!("Case note: {}", title.trim())
        }
        Fact::People(people::Fact::Allocated { part, .. }) => format!("{} allocated", part.words()),
        Fact::People(people::Fact::AllocationEnded { part, .. }) => format!("{} ended", part.words()),
        Fact::Leavers(leavers::Fact::Contacted(c)) => format!("{}: {}", c.how.words(), c.came_of_it.words()),
        Fact::Protection(protection::Fact::ConferenceHeld { kind, outcome, .. }) => {
            let kind = match kind {
                Conference::Initial => "Initial",
                Conference::Review => "Review",
                Conference::TransferIn => "Transfer-in",
            };
            let outcome = match (kind, outcome) {
                ("Review", ConferenceOutcome::Plan) => "the plan goes on",
                ("Review", ConferenceOutcome::NoPlan) => "the plan ends",
                (_, ConferenceOutcome::Plan) => "a plan begins",
                (_, ConferenceOutcome::NoPlan) => "no plan",
            };
            format!("{kind} child protection conference: {outcome}")
        }
        _ => said.title.clone(),
    }
}
/// When it was recorded is said where that was on another day.
fn by(kept: &Kept, names: &Names) -> String {
    let who = if kept.fact.origin().is_some() { "an import" } else { names.of(kept.who) };
    let recorded = day::day_of(kept.recorded);
    if recorded == kept.happened { who.into() } else { format!("{who}, recorded on {}", day::words(recorded)) }
}
/// `5:30pm`: the day stands above it.
fn hour(at: practice::Timestamp) -> String {
    let words = day::words_at(at);
    words.rsplit_once(" at ").map_or(words.clone(), |(_, hour)| hour.to_string())
}
fn tag(told: &Told, said: &words::Words) -> Option<Tag> {
    if told.in_error.is_some() {
        return Some(Tag::new("Recorded in error", Colour::Grey));
    }
    if told.kept.instead_of.is_some() {
        return Some(Tag::new("Corrected", Colour::Yellow));
    }
    if said.reported {
        return Some(Tag::new("From a return", Colour::Purple));
    }
    is_significant(&told.kept.fact).then(|| Tag::new("Significant", Colour::Magenta))
}
/// Each thing that the fact says on a line of its own.
fn lines(kept: &Kept, said: &words::Words, names: &Names) -> String {
    let at = kept.at.map(|at| format!("Time: {}", hour(at)));
    let worker = match &kept.fact {
        Fact::People(people::Fact::Allocated { worker, .. } | people::Fact::AllocationEnded { worker, .. }) => {
            Some(format!("Worker: {}", names.of(*worker)))
        }
        Fact::Plans(fact) => match fact.person() {
            Some(plans::Person::Worker(id)) => Some(format!("Worker: {}", names.of(*id))),
            _ => None,
        },
        _ => None,
    };
    // In the title already.
    let in_title = |label: &str| match &kept.fact {
        Fact::People(people::Fact::Visited(_)) => matches!(label, "Seen" | "Seen alone"),
        Fact::People(people::Fact::CaseNoteMade { .. }) => matches!(label, "Title" | "Significant"),
        Fact::Leavers(leavers::Fact::Contacted(_)) => matches!(label, "How" | "Came of it"),
        Fact::Protection(protection::Fact::ConferenceHeld { .. }) => matches!(label, "Kind" | "Outcome"),
        Fact::People(people::Fact::Allocated { .. } | people::Fact::AllocationEnded { .. }) => label == "Part",
        _ => false,
    };
    let rest = said.said.iter().filter(|(label, _)| !in_title(label)).map(|(label, text)| format!("{label}: {text}"));
    let source = kept.fact.origin().map(|o| format!("Source: {}", words::source(o)));
    at.into_iter().chain(worker).chain(rest).chain(source).collect::<Vec<_>>().join("\n")
}
/// Who corrected what, when and why, and what stood there before.
fn corrections(told: &Told, names: &Names) -> Vec<String> {
    let chain: Vec<&Kept> = told.in_error.into_iter().chain([told.kept]).chain(told.before.iter().copied()).collect();
    let before = |id: Id| chain.iter().find(|k| k.id == id);
    let mut done: Vec<Id> = vec![];
    let mut all = vec![];
    for k in &chain {
        let Some(wrong) = k.instead_of.filter(|_| !done.contains(&k.id)) else { continue };
        done.push(k.id);
        let when = format!("on {} by {}", day::words_at(k.recorded), names.of(k.who));
        let why = k.why.trim().trim_end_matches('.');
        let verb = if is_error(k) { "Said to be recorded in error" } else { "Corrected" };
        let said = before(wrong).filter(|_| !is_error(k)).map(|w| format!(" Before, it said: {}.", in_short(w, names)));
        all.push(format!("{verb} {when}: {why}.{}", said.unwrap_or_default()));
    }
    all
}
fn in_short(k: &Kept, names: &Names) -> String {
    let said = words::of(&k.fact);
    let lines = lines(k, &said, names).replace('\n', "; ");
    let written = said.written.into_iter().chain(said.childs_words.map(|w| format!("“{w}”")));
    let parts = [format!("{}, {}", title(&k.fact, &words::of(&k.fact)), day::words(k.happened)), lines];
    parts.into_iter().chain(written).filter(|p| !p.is_empty()).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::told::told;
    use practice::{
        RecordFact,
        case::Story,
        people::{Part, Visit},
    };

    fn names() -> Names {
        Names::given(&[(Id::from_u128(1), "Grace Adeyinka")])
    }
    fn events(story: &Story) -> Vec<Event> {
        told(&story.facts).iter().map(|t| event(t, &names(), Some("/children/x"))).collect()
    }
    #[test]
    fn a_visit_says_in_its_title_whether_the_child_was_seen_and_keeps_their_words_apart() {
        let mut story = Story::default();
        let visit = Visit {
            seen: true,
            seen_alone: true,
            childs_words: "I like my room.".into(),
            notes: "The house was warm.".into(),
            ..Visit::default()
        };
        story.on("2026-11-20T16:00", people::Fact::Visited(visit));
        let event = events(&story).remove(0);
        assert_eq!(event.title, "Visit: the child was seen alone");
        assert_eq!(event.words.as_deref(), Some("I like my room."));
        assert_eq!(event.text, "Time: 4pm\n\nThe house was warm.");
        assert_eq!(event.by.as_deref(), Some("Grace Adeyinka"));
        assert_eq!(event.links[0].href, format!("/children/x/facts/{}/correct", story.facts[0].id));
    }
    #[test]
    fn a_correction_says_what_was_said_before_and_why_it_was_wrong() {
        let mut story = Story::default();
        story.on("2026-03-02", practice::protection::Fact::ProtectionPlanBegan { category: "NEG".into() });
        story.on("2026-03-02", practice::protection::Fact::ProtectionPlanBegan { category: "EMO".into() });
        (story.facts[1].instead_of, story.facts[1].why) = (Some(story.facts[0].id), "The minutes say so.".into());
        let event = events(&story).remove(0);
        assert_eq!(event.tag.map(|t| t.text).as_deref(), Some("Corrected"));
        assert!(
            event.text.starts_with("Category: Emotional abuse (EMO)\n\nCorrected on 2 March 2026"),
            "{}",
            event.text
        );
        assert!(
            event.text.contains(
                "The minutes say so. Before, it said: Protection plan began, 2 March 2026; Category: Neglect (NEG)."
            ),
            "{}",
            event.text
        );
    }
    #[test]
    fn a_contact_says_in_its_title_what_came_of_it() {
        use leavers::touch::{By, CameOfIt, Contact, How};
        let mut story = Story::default();
        let (how, came_of_it, by) = (How::Call, CameOfIt::NoAnswer, By::Adviser);
        let (childs_words, notes) = (String::new(), "Rang twice.".into());
        story.on("2026-03-02", leavers::Fact::Contacted(Contact { how, came_of_it, by, childs_words, notes }));
        let event = events(&story).remove(0);
        assert_eq!((event.title.as_str(), event.text.as_str()), ("Call: no answer", "By: Adviser\n\nRang twice."));
    }
    #[test]
    fn what_was_recorded_in_error_cannot_be_said_to_be_wrong_again() {
        let mut story = Story::default();
        story.on("2026-03-02", practice::protection::Fact::CoreGroupHeld);
        story.on("2026-03-03", Fact::Record(RecordFact::RecordedInError));
        (story.facts[1].instead_of, story.facts[1].why) = (Some(story.facts[0].id), "Another family".into());
        let event = events(&story).remove(0);
        assert_eq!(event.tag.map(|t| t.text).as_deref(), Some("Recorded in error"));
        assert!(event.links.is_empty() && event.text.contains("Another family"), "{}", event.text);
    }
    #[test]
    fn what_was_recorded_on_another_day_says_so() {
        let mut story = Story::default();
        story.taken_in("2026-03-05", "2026-03-02", practice::protection::Fact::CoreGroupHeld);
        assert_eq!(events(&story)[0].by.as_deref(), Some("Grace Adeyinka, recorded on 5 March 2026"));
    }
    #[test]
    fn an_allocation_names_the_worker() {
        let mut story = Story::default();
        story.on(
            "2026-03-02",
            people::Fact::Allocated { worker: Id::from_u128(1), team: Id::nil(), part: Part::Worker, why: None },
        );
        let event = events(&story).remove(0);
        assert_eq!((event.title.as_str(), event.text.as_str()), ("Social worker allocated", "Worker: Grace Adeyinka"));
    }
}
