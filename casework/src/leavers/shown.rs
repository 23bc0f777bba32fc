//! A status with its reasoning as the page shows it.
use super::words::{band_words, because, by, by_words, category_tag, level_words, lower, queue_tag, unsure};
use crate::{
    page::{
        parts::Row,
        words::{Tag, count, thousands},
    },
    people::{due::at, names::Names},
};
use practice::{
    Date, History, Id, Norms,
    day::words,
    leavers::{By, Category, Holding, Status, owed, protocol, touch},
};
use serde::Serialize;

#[derive(Serialize)]
pub struct Shown {
    /// Which day it is about, where that is not today.
    pub then: Option<String>,
    /// `Former relevant young person`, and its band.
    held: Tag,
    band: &'static str,
    why: &'static str,
    /// What is held is owed at least: it is not known.
    at_least: bool,
    waits: Vec<Tag>,
    pub lowers: Option<String>,
    pub decide: Option<String>,
    /// What this worker may record of it.
    pub record: Vec<crate::page::Link>,
    /// What is tried next to keep in touch, and who was asked where they are.
    pub touch: Vec<Row>,
    three: Vec<Row>,
    reopened: Vec<String>,
    days: String,
    spells: Vec<Spell>,
    left_out: Vec<Spell>,
    reasons: Vec<Reason>,
    flags: Vec<(String, bool)>,
    obtain: Vec<String>,
    changes: Vec<Row>,
    otherwise: &'static str,
    owed: Vec<Row>,
    /// Passed, agreed or offered, and not in force on the day.
    off: Vec<Row>,
}
#[derive(Serialize)]
struct Spell {
    from: Date,
    until: Option<Date>,
    days: Option<i64>,
    why: &'static str,
    href: Option<String>,
}
#[derive(Serialize)]
struct Reason {
    words: String,
    rule: &'static str,
    href: Option<String>,
}

impl Shown {
    /// `child` is the address of the record.
    pub fn of(h: &Holding, norms: &Norms, names: &Names, child: &str) -> Shown {
        let s = &h.computed;
        let href = |fact: Option<Id>| fact.map(|fact| at(child, fact));
        let (owed, off) = duties(h, norms);
        let counted = s.days.spells.iter().map(|c| Spell {
            from: c.period.from,
            until: c.period.until,
            days: Some(c.days),
            why: "",
            href: href(c.fact),
        });
        let left_out = s.days.left_out.iter().map(|l| Spell {
            from: l.period.from,
            until: l.period.until,
            days: None,
            why: l.why,
            href: href(l.fact),
        });
        let reason = |r: &practice::status::Reason| Reason { words: r.words.clone(), rule: r.rule, href: href(r.fact) };
        let at_least = if s.days.at_least { "at least " } else { "" };
        Shown {
            then: None,
            held: match (h.is_not_known(), h.held.category) {
                (true, Category::None) => category_tag(Category::NotKnown),
                (_, held) => category_tag(held),
            },
            band: band_words(h.held.band),
            why: by_words(by(h.by)),
            at_least: h.is_not_known() && h.held.category != Category::None,
            waits: h.queues.iter().map(|q| queue_tag(*q)).collect(),
            lowers: None,
            decide: None,
            record: vec![],
            touch: vec![],
            three: three(h, names, child),
            reopened: h.decided.iter().flat_map(|d| d.reopened.clone()).collect(),
            days: format!("{at_least}{}", count(s.days.count, "day", "days")),
            spells: counted.collect(),
            left_out: left_out.collect(),
            reasons: s.reasons.iter().map(reason).collect(),
            flags: s.flags.iter().map(|f| (f.words(), f.asks_a_person())).collect(),
            obtain: s.obtain.clone(),
            changes: changes(s),
            otherwise: s.as_far_as_known.unwrap_or(s.row).changes,
            owed,
            off,
        }
    }
}
/// What is computed, recorded and decided, one beside the other.
fn three(h: &Holding, names: &Names, child: &str) -> Vec<Row> {
    let s = &h.computed;
    let sure = unsure(s.row.mark).map_or(String::new(), |why| format!(" ({why})"));
    let detail = format!("{}. Row {} of the table: {}{sure}", because(s), s.row.code, s.row.source);
    let computed = Row { tag: Some(category_tag(s.category())), detail: Some(detail), ..Row::new("The law", "") };
    let link = |fact| crate::page::Link::new(at(child, fact), "In the timeline");
    let recorded = match &h.recorded {
        None => Row::new("Recorded", "No category was recorded"),
        Some(r) => Row {
            tag: Some(category_tag(r.category)),
            detail: Some(format!("by {} on {}", names.of(r.who), words(r.on))),
            action: Some(link(r.fact)),
            ..Row::new("Recorded", "")
        },
    };
    let decided = match &h.decided {
        None => Row::new("Decided", "Nobody has decided"),
        Some(d) => Row {
            tag: Some(category_tag(d.category)),
            detail: Some(format!("by {} on {}: {}", names.of(d.who), words(d.on), d.reason)),
            action: Some(link(d.fact)),
            ..Row::new("Decided", if d.stands() { "" } else { "Open again:" })
        },
    };
    vec![computed, recorded, decided]
}
/// What the protocol says is tried next, and each search since they were last spoken with.
pub(super) fn keeping_in_touch(h: &History, norms: &Norms, on: Date) -> Vec<Row> {
    let next = protocol::next_step(h, norms, on).map(|next| Row {
        detail: Some(format!("{}; counted from {}", next.protocol.whom, words(next.since))),
        ..Row::new("Next", format!("{}, from {}", next.step.what.words(), words(next.from)))
    });
    let spoken = touch::two_way(h).into_iter().map(|e| e.on).filter(|day| *day <= on).max();
    let open = touch::searches(h).into_iter().filter(|s| s.asked.on <= on && spoken.is_none_or(|day| s.asked.on > day));
    let asked = open.map(|s| {
        let answer = match s.answered.filter(|(e, _)| e.on <= on) {
            Some((e, true)) => format!("they knew, on {}", words(e.on)),
            Some((e, false)) => format!("they did not know, on {}", words(e.on)),
            None => "no answer yet".into(),
        };
        Row::new(format!("Asked {}", s.of.words()), format!("On {}: {answer}", words(s.asked.on)))
    });
    next.into_iter().chain(asked).collect()
}
fn changes(s: &Status) -> Vec<Row> {
    let row = |c: &practice::leavers::Change| Row {
        tag: Some(category_tag(c.row.category)),
        detail: Some(format!("{} ({})", c.row.says, c.row.source)),
        ..Row::new(words(c.on), "")
    };
    s.changes.iter().map(row).collect()
}
/// What is owed, and what is not in force on the day.
fn duties(h: &Holding, norms: &Norms) -> (Vec<Row>, Vec<Row>) {
    let all = owed::owed_under(h.held, norms, h.computed.on);
    let (owed, off): (Vec<_>, Vec<_>) = all.into_iter().partition(|o| o.off.is_none());
    (owed.iter().map(duty).collect(), off.iter().map(duty).collect())
}
fn duty(o: &owed::Owed) -> Row {
    let mut said = match (o.level, o.words) {
        (owed::Level::Must, "Yes") => "Owed".to_string(),
        (level, words) if level_words(level) == words => words.to_string(),
        (level, words) => format!("{}: {}", level_words(level), lower(words)),
    };
    // The age up to which no council tax is asked is no sum of money.
    if let Some(pounds) = o.amount.filter(|_| o.duty.code != "council_tax") {
        said += &format!(", up to £{}", thousands(pounds));
    }
    if let Some(off) = &o.off {
        said = format!("{off}. Then: {}", lower(&said));
    }
    let sure = unsure(o.duty.mark).map_or(String::new(), |why| format!(" ({why})"));
    Row { detail: Some(format!("{}{sure}", o.duty.source)), ..Row::new(o.duty.title, said) }
}

pub(super) fn sample(full: bool) -> Shown {
    use practice::{
        care::{Fact as Care, Placement},
        case::Story,
        day::date,
        leavers::{Fact, holds},
    };
    let mut story = Story::default();
    if full {
        let placement =
            |ls: &str, place: &str| Placement { legal_status: ls.into(), place: place.into(), ..Placement::default() };
        story.born("2008-03-10");
        story.on("2021-01-01", Care::PlacementBegan(placement("V4", "U6")));
        story.on("2021-01-09", Care::CeasedToBeLookedAfter { reason: "E8".into() });
        story.on("2024-01-01", Care::PlacementBegan(placement("V2", "U4")));
        story.on("2025-06-01", Care::CeasedToBeLookedAfter { reason: "E8".into() });
        story.on("2025-06-02", Fact::CategoryRecorded { category: Category::Qualifying });
    }
    let on = date(2026, 11, 22);
    let holding = holds(&story.history(on), &story.norms, on);
    let shown = Shown::of(&holding, &story.norms, &Names::default(), "/children/1");
    let touch = keeping_in_touch(&story.history(on), &story.norms, on);
    let decide = full.then(|| "/children/1/category/decide".to_string());
    let by_hand =
        (holding.by == By::Computed).then(|| "The decision owes less than what would hold without it.".to_string());
    Shown { decide, touch, lowers: by_hand.filter(|_| full), ..shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_computed_recorded_and_decided_stand_beside_each_other() {
        let shown = sample(true);
        assert_eq!(shown.held.text, "Former relevant young person");
        let said: Vec<_> =
            shown.three.iter().map(|r| (r.key.as_str(), r.tag.as_ref().map(|t| t.text.as_str()))).collect();
        let two = [("The law", Some("Former relevant young person")), ("Recorded", Some("Qualifying young person"))];
        assert_eq!(said, [two[0], two[1], ("Decided", None)]);
        assert_eq!(shown.waits[0].text, "Record and law differ");
        assert!(shown.three[0].detail.as_ref().is_some_and(|d| d.contains("517 days")), "{:?}", shown.three[0].detail);
    }
    #[test]
    fn what_is_tried_next_and_who_was_asked_stand_there() {
        use practice::{
            case::Story,
            day::date,
            leavers::{
                Fact,
                touch::{How, Source},
            },
        };
        let said = |story: &Story, on| {
            let rows = keeping_in_touch(&story.history(on), &story.norms, on).into_iter();
            rows.map(|r| format!("{}: {}", r.key, r.value)).collect::<Vec<_>>()
        };
        let placed = practice::care::Placement {
            legal_status: "C2".into(),
            place: "U4".into(),
            ..practice::care::Placement::default()
        };
        let mut story = Story::default();
        story.born("2005-03-10").on("2020-01-01", practice::care::Fact::PlacementBegan(placed));
        story.on("2026-05-01", Fact::SearchAsked { who: Source::Housing });
        story.on("2026-05-04", Fact::SearchAnswered { who: Source::Housing, known: false, words: String::new() });
        let offer = "Next: Offer advice and support, with what they have a right to, in writing, from 10 March 2026";
        let asked = "Asked the housing department: On 1 May 2026: ";
        assert_eq!(said(&story, date(2026, 5, 3)), [offer.to_string(), format!("{asked}no answer yet")]);
        assert_eq!(said(&story, date(2026, 5, 4))[1], format!("{asked}they did not know, on 4 May 2026"));
        story.on("2026-05-05", Fact::SupportOffered { how: How::Letter });
        assert_eq!(said(&story, date(2026, 5, 6))[0], "Next: Message, from 9 March 2027");
    }
    #[test]
    fn what_is_not_yet_in_force_is_marked_off_with_its_day() {
        let shown = sample(true);
        let off: Vec<_> = shown.off.iter().map(|d| (d.key.as_str(), d.value.as_str())).collect();
        assert_eq!(
            off,
            [("Staying close", "Passed by Parliament and not yet in force. Then: must: if welfare requires")]
        );
        let home = shown.owed.iter().find(|d| d.key == "Setting up home allowance").map(|d| d.value.as_str());
        assert_eq!(home, Some("Owed, up to £3,000"));
        assert!(sample(false).owed.is_empty());
    }
    #[test]
    fn what_time_will_change_is_said_with_its_day() {
        let days: Vec<String> = sample(true).changes.into_iter().map(|r| r.key).collect();
        assert_eq!(days, ["10 March 2029", "10 March 2033"]);
    }
}
