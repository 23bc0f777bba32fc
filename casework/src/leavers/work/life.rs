//! How a young person lives now, on one page: what is known, what is missing, and where each is recorded.
use super::{contact, keeping, parts};
use crate::{
    deeds::ViewChild,
    entry::Entry,
    frame::Answer,
    page::{Link, Page, Sample, given, parts::Row, words::Colour, words::Tag},
    people::head::{At, Head},
};
use kernel::{Allowed, Leave as _};
use practice::{Date, History, Norms, access::Act, leavers::lost};
use serde::Serialize;

pub const PAGE: Page = Page { name: "leavers/work/life.html", source: include_str!("life.html"), samples };

/// One part of a life: what is known of it, and what may be recorded.
pub(super) struct Part {
    pub title: &'static str,
    pub rows: Vec<Line>,
    pub more: Vec<&'static Entry>,
}
/// A row, and the entry by which it changes.
pub(super) struct Line {
    pub row: Row,
    pub by: Option<&'static Entry>,
}
impl Line {
    pub fn new(key: &str, value: impl Into<String>, by: &'static Entry) -> Line {
        Line { row: Row::new(key, value), by: Some(by) }
    }
    /// Nobody said: it stands out.
    pub fn missing(key: &str, by: &'static Entry) -> Line {
        Line::new(key, "", by).tag("Not recorded", Colour::Yellow)
    }
    pub fn tag(mut self, text: &str, colour: Colour) -> Line {
        self.row.tag = Some(Tag::new(text, colour));
        self
    }
    pub fn detail(mut self, detail: impl Into<String>) -> Line {
        self.row.detail = Some(detail.into()).filter(|d: &String| !d.is_empty());
        self
    }
    /// `Home: in custody, since 3 August 2026`.
    fn presses(&self) -> Option<String> {
        let tag = self.row.tag.as_ref().filter(|t| matches!(t.colour, Colour::Red | Colour::Orange))?;
        Some(format!("{}: {}", self.row.key, lower(&tag.text)))
    }
    fn is_missing(&self) -> bool {
        self.row.tag.as_ref().is_some_and(|t| t.text == "Not recorded")
    }
}
#[derive(Serialize)]
struct Section {
    title: &'static str,
    rows: Vec<Row>,
    links: Vec<Link>,
}
#[derive(Serialize)]
struct Shown {
    sections: Vec<Section>,
    /// What presses: each row whose tag warns.
    presses: Vec<String>,
    /// What nobody recorded, in words.
    missing: Vec<String>,
    record: Option<Link>,
}

pub async fn show(may: Allowed<ViewChild>) -> Answer {
    let (child, today) = (may.child(), may.today());
    let mut reading = may.reading().await?;
    let head = Head::read(&mut reading, child).await?;
    let history = reading.history(child).await?;
    let norms = reading.norms().await?;
    let record = head.shown(&may, At::Life);
    let records = head.reaches(may.who(), Act::RecordWork, may.now());
    let face = history.map(|h| shown(parts_of(&h, &norms, today), &head.address(""), records));
    Ok(PAGE.show(head.chrome(&may, At::Life), given! { record, face }))
}
fn parts_of(h: &History, norms: &Norms, today: Date) -> Vec<Part> {
    let touch = lost::touch(h, norms, today);
    let in_touch = keeping::rows(h, norms, touch.as_ref(), today);
    let in_touch = in_touch.into_iter().map(|row| Line { row, by: None }).collect();
    vec![
        Part { title: "In touch", rows: in_touch, more: vec![] },
        parts::home(h, today),
        parts::doing(h, today),
        parts::money(h, norms, today),
        parts::papers(h, today),
        parts::health(h, today),
        parts::family(h, today),
        parts::preparing(h, today),
    ]
}
/// A name keeps its capitals.
pub(super) fn lower(words: &str) -> String {
    if words.starts_with("National") { words.to_string() } else { crate::leavers::words::lower(words) }
}
fn shown(parts: Vec<Part>, base: &str, records: bool) -> Shown {
    let lines = parts.iter().flat_map(|p| &p.rows);
    let missing = lines.clone().filter(|l| l.is_missing()).map(|l| lower(&l.row.key)).collect();
    let presses = lines.filter_map(Line::presses).collect();
    let section = |part: Part| Section {
        title: part.title,
        rows: part.rows.into_iter().map(|line| row(line, base, records)).collect(),
        links: part.more.into_iter().filter(|_| records).map(|e| e.link(base)).collect(),
    };
    let record = records.then(|| contact::CONTACT.link(base));
    Shown { sections: parts.into_iter().map(section).collect(), presses, missing, record }
}
fn row(line: Line, base: &str, records: bool) -> Row {
    let action = line.by.filter(|_| records).map(|e| Link::new(format!("{base}{}", e.step()), "Record"));
    Row { action, ..line.row }
}

fn samples() -> Vec<Sample> {
    let record = || crate::people::head::sample(At::Life);
    let empty = || parts_of(&History::new(vec![], practice::day::date(2026, 11, 22)), &Norms::default(), Date::MAX);
    let sample = |name, face: Option<Shown>| Sample { name, context: given! { record => record(), face } };
    vec![
        sample("nothing known", Some(shown(empty(), "/children/1", true))),
        sample("to read only", Some(shown(empty(), "/children/1", false))),
        sample("without names", None),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::{
        case::Story,
        day::date,
        leavers::{
            Fact,
            living::{Accommodation, Document},
        },
    };

    const TODAY: Date = date(2026, 11, 22);
    fn of(s: &Story, records: bool) -> Shown {
        shown(parts_of(&s.history(TODAY), &s.norms, TODAY), "/children/1", records)
    }
    fn find<'s>(shown: &'s Shown, key: &str) -> &'s Row {
        let mut rows = shown.sections.iter().flat_map(|s| &s.rows);
        rows.find(|r| r.key == key).unwrap_or_else(|| panic!("no row {key}"))
    }
    #[test]
    fn what_nobody_recorded_is_said_first_and_leads_to_where_it_is() {
        let mut s = Story::default();
        s.born("2006-03-10");
        let nothing = of(&s, true);
        for key in ["home", "work or learning", "documents", "health history"] {
            assert!(nothing.missing.iter().any(|m| m == key), "{key}: {:?}", nothing.missing);
        }
        assert_eq!(find(&nothing, "Home").action.as_ref().unwrap().href, "/children/1/record/home");
        let home = Accommodation { accommodation: "U1".into(), ..Accommodation::default() };
        s.on("2026-01-05", Fact::AccommodationBegan(home));
        s.on("2026-01-05", Fact::DocumentsHeld { documents: vec![Document::Passport] });
        let some = of(&s, true);
        assert!(!some.missing.iter().any(|m| m == "home" || m == "documents"), "{:?}", some.missing);
        assert!(find(&some, "Documents").row_says("Missing: birth certificate"), "{:?}", find(&some, "Documents"));
    }
    #[test]
    fn who_is_looked_after_lives_where_they_were_placed_and_the_allowance_is_as_the_status_owes_it() {
        use practice::care::{Fact as Care, Placement};
        let placed = Placement { legal_status: "C2".into(), place: "U4".into(), ..Placement::default() };
        let mut s = Story::default();
        s.born("2009-03-10").on("2023-01-01", Care::PlacementBegan(placed));
        let child = of(&s, true);
        assert!(find(&child, "Home").row_says("Looked after") && !child.missing.contains(&"home".to_string()));
        assert!(find(&child, "Setting up home").row_says("£3,000 to be planned for"));
        s.on("2026-06-01", Care::CeasedToBeLookedAfter { reason: "E8".into() });
        assert!(find(&of(&s, true), "Setting up home").row_says("£3,000 left"), "a relevant child");
        assert!(of(&s, true).missing.contains(&"home".to_string()));
        let nobody = of(&Story::default(), true);
        assert!(nobody.sections.iter().all(|s| s.rows.iter().all(|r| r.key != "Setting up home")));
    }
    #[test]
    fn who_may_not_record_is_led_nowhere() {
        let shown = of(&Story::default(), false);
        assert!(shown.record.is_none());
        assert!(shown.sections.iter().all(|s| s.links.is_empty() && s.rows.iter().all(|r| r.action.is_none())));
    }
    impl Row {
        fn row_says(&self, words: &str) -> bool {
            self.value.contains(words) || self.detail.as_ref().is_some_and(|d| d.contains(words))
        }
    }
}
