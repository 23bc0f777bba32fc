//! The gist of a record, one line for each thing that somebody asks first. For whoever may not see
//! names and words it is what the tables say.
use super::{
    head::{Head, Status},
    names::Names,
};
use crate::{
    care::summary::Placed,
    page::{Link, parts::Row, words::ago},
};
use practice::{
    Date, Fact, History, Kept, care, codes, day, education,
    fact::Event,
    people::{self, Other, Visit},
    protection,
    span::Span,
};
use serde::Serialize;

pub fn glance(head: &Head, placed: &[Placed], h: Option<&History>, names: &Names, today: Date) -> Vec<Row> {
    let mut rows = vec![lives(head, placed, h)];
    rows.extend(why(placed, h));
    rows.extend(statuses(head));
    rows.extend(head.leaver.as_ref().map(|held| {
        let why = Link::new(head.address("/category"), "Why");
        Row { detail: Some(held.why.clone()), action: Some(why), ..Row::new("Leaving care", held.said()) }
    }));
    if let Some(h) = h {
        rows.push(plan(h));
        rows.push(seen(h, names, today));
    }
    rows
}

/// In a placement where the child is looked after; else at home, with those who are said to live there.
fn lives(head: &Head, placed: &[Placed], h: Option<&History>) -> Row {
    if let Some(now) = placed.first().filter(|p| p.is_open()) {
        let since = format!("since {}", day::words(now.began));
        let detail = [now.provider_words(), Some(now.silence().unwrap_or(since)), Some(now.status_words())];
        let detail = detail.into_iter().flatten().collect::<Vec<_>>().join("; ");
        return Row { detail: Some(detail), ..Row::new("Lives", now.place_words()) };
    }
    let with: Vec<String> = h.map(lives_with).unwrap_or_default();
    let home = head.child.postcode.as_ref().map(|p| format!("at {p}"));
    let with = (!with.is_empty()).then(|| format!("with {}", with.join(" and ")));
    let parts: Vec<String> = [home, with].into_iter().flatten().collect();
    match parts.is_empty() {
        true if h.is_none() => Row::new("Lives", "Not shown to your role"),
        true => Row::new("Lives", "Not recorded"),
        false => Row::new("Lives", crate::page::words::capital(&parts.join(", "))),
    }
}
fn lives_with(h: &History) -> Vec<String> {
    let relations = h.person().relations(h).into_iter().filter(|(_, r)| r.lives_with == Some(true));
    relations
        .filter_map(|(_, r)| match &r.other {
            Other::Adult { name, .. } => Some(format!("{} {name}", r.relation)),
            Other::Child(_) => None,
        })
        .collect()
}
/// Each need that somebody has named: at the front door, at a conference, on coming into care.
fn why(placed: &[Placed], h: Option<&History>) -> Option<Row> {
    let mut needs = vec![];
    if let Some(h) = h {
        let plan =
            h.protection().plans.last().filter(|p| is_open(p, h.today)).and_then(|p| p.of.latest_category.clone());
        needs.extend(plan.map(|c| format!("{} (category of the plan)", label("cin.category_of_abuse", &c))));
        let need = h.front_door().referrals.last().and_then(|r| r.of.primary_need.clone());
        needs.extend(need.map(|n| format!("{} (primary need)", label("cin.primary_need", &n))));
    }
    let need = placed.first().filter(|p| p.is_open()).and_then(|p| p.need.as_deref());
    needs.extend(need.map(|n| format!("{} (why looked after)", label("s903.category_of_need", n))));
    (!needs.is_empty()).then(|| Row::new("Why", needs.join("; ")))
}
fn label(set: &str, code: &str) -> String {
    codes::label(set, code).unwrap_or(code).to_string()
}
fn statuses(head: &Head) -> Vec<Row> {
    let row = |s: &Status| {
        let key = match s.status.as_str() {
            "looked_after" => "Looked after",
            "protection_plan" => "Child protection plan",
            "in_need" => "In need",
            "missing" => "Missing",
            _ => return None,
        };
        let since = s.since.map(|on| format!(" since {}", day::words(on))).unwrap_or_default();
        let value = if s.answer == "yes" { format!("Yes,{since}") } else { format!("Not known{since}") };
        let detail: Vec<&str> = [&s.words, &s.rule].into_iter().flatten().map(String::as_str).collect();
        Some(Row { detail: Some(detail.join(". ")), ..Row::new(key, value) })
    };
    let rows: Vec<Row> = head.statuses.iter().filter_map(row).collect();
    match rows.is_empty() {
        true => vec![Row::new("In law", "Neither in need, on a plan, looked after nor missing, as far as is recorded")],
        false => rows,
    }
}
/// Plans of children end at 18, so an end may lie ahead.
fn is_open<T>(span: &Span<T>, today: Date) -> bool {
    span.end.is_none_or(|end| end.event.on > today)
}
/// Since when; and for what only a return says is open, up to when.
fn since<T>(span: &Span<T>, today: Date) -> String {
    let last = span.known_until.filter(|last| *last < today);
    let silence = last.map(|last| format!(" (so a return said on {})", day::words(last))).unwrap_or_default();
    format!("since {}{silence}", day::words(span.began.on))
}
/// What was agreed and still runs. A plan that nobody has made is said too.
fn plan(h: &History) -> Row {
    let mut plans = vec![];
    if let Some(p) = h.protection().plans.last().filter(|p| is_open(p, h.today)) {
        let review = p.of.reviews.last().map(|e| format!(", reviewed on {}", day::words(e.on)));
        plans.push(format!("Child protection plan {}{}", since(p, h.today), review.unwrap_or_default()));
    }
    if let Some(p) = h.protection().in_need.last().filter(|p| is_open(p, h.today)) {
        let reviewed = |f: &Fact| matches!(f, Fact::Protection(protection::Fact::InNeedPlanReviewed));
        let review = last(h, &reviewed).filter(|k| k.happened >= p.began.on);
        let review = review.map(|k| format!(", reviewed on {}", day::words(k.happened)));
        plans.push(format!("Child in need plan {}{}", since(p, h.today), review.unwrap_or_default()));
    }
    if let Some(period) = h.care().periods.last().filter(|p| p.ended.is_none()) {
        let from = period.began().on;
        let prepared = |f: &Fact| matches!(f, Fact::Care(care::Fact::CarePlanPrepared));
        let care = last(h, &prepared)
            .filter(|k| k.happened >= from)
            .map(|k| format!("Care plan of {}", day::words(k.happened)));
        let review =
            h.reviews().last().filter(|e| e.on >= from).map(|e: &Event| format!(", reviewed on {}", day::words(e.on)));
        plans.push(care.unwrap_or_else(|| "No care plan is recorded".into()) + &review.unwrap_or_default());
        let made = |f: &Fact| {
            matches!(f, Fact::Education(education::Fact::EducationPlanMade | education::Fact::EducationPlanReviewed))
        };
        plans.extend(last(h, &made).map(|k| format!("Personal education plan of {}", day::words(k.happened))));
    }
    plans.extend(practice::plans::plans(h).iter().filter_map(|plan| {
        let version = plan.in_force()?;
        let stale = version.stale_since().map(|on| format!(", stale since {}", day::words(on))).unwrap_or_default();
        Some(format!("{} of {}{stale}", plan.kind.title, day::words(version.drafted.on)))
    }));
    match plans.is_empty() {
        true => Row::new("Plan", "No plan is running"),
        false => Row::new("Plan", plans.join("; ")),
    }
}
fn last<'a>(h: &'a History, is: &dyn Fn(&Fact) -> bool) -> Option<&'a Kept> {
    h.all().rev().find(|k| is(&k.fact))
}

fn visits(h: &History) -> impl DoubleEndedIterator<Item = (&Kept, &Visit)> {
    h.all().filter_map(|k| match &k.fact {
        Fact::People(people::Fact::Visited(visit)) => Some((k, visit)),
        _ => None,
    })
}
/// The last visit at which somebody saw the child; and every attempt since.
fn seen(h: &History, names: &Names, today: Date) -> Row {
    let Some((k, visit)) = visits(h).rev().find(|(_, v)| v.seen) else {
        let tried = visits(h).count();
        let value = if tried == 0 { "No visit is recorded" } else { "Never: no visit has found the child" };
        return Row::new("Last seen", value);
    };
    let alone = if visit.seen_alone { "alone" } else { "not alone" };
    let why = visit.why_not_alone.as_ref().filter(|w| !w.trim().is_empty() && !visit.seen_alone);
    let why = why.map(|w| format!("Not alone because: {}", w.trim()));
    let since = visits(h).rev().take_while(|(_, v)| !v.seen).count();
    let tried = (since > 0).then(|| {
        format!(
            "Visited {} since without seeing the child",
            crate::page::words::count(i64::try_from(since).unwrap_or(0), "time", "times")
        )
    });
    let detail: Vec<String> = [why, tried].into_iter().flatten().collect();
    let value = format!("{} ({}), {alone}, by {}", day::words(k.happened), ago(k.happened, today), names.of(k.who));
    Row { detail: (!detail.is_empty()).then(|| detail.join(". ")), ..Row::new("Last seen", value) }
}
/// What the child last said, to whom, and when.
#[derive(Debug, PartialEq, Serialize)]
pub struct Spoken {
    pub words: String,
    pub when: String,
    pub to: String,
}
pub fn childs_words(h: &History, names: &Names) -> Option<Spoken> {
    let (k, visit) = visits(h).rev().find(|(_, v)| !v.childs_words.trim().is_empty())?;
    let words = visit.childs_words.trim().to_string();
    Some(Spoken { words, when: day::words(k.happened), to: names.of(k.who).to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::{Id, case::Story, day::date, protection};

    const TODAY: Date = date(2026, 11, 22);
    fn names() -> Names {
        Names::given(&[(Id::from_u128(1), "Grace Adeyinka")])
    }
    fn visit(seen: bool, words: &str) -> people::Fact {
        people::Fact::Visited(Visit { seen, seen_alone: seen, childs_words: words.into(), ..Visit::default() })
    }
    #[test]
    fn last_seen_is_not_the_last_visit() {
        let mut story = Story::default();
        story.on("2026-11-02", visit(true, "I want my bike.")).on("2026-11-16", visit(false, ""));
        let h = story.history(TODAY);
        let row = seen(&h, &names(), TODAY);
        assert_eq!(row.value, "2 November 2026 (20 days ago), alone, by Grace Adeyinka");
        assert_eq!(row.detail.as_deref(), Some("Visited 1 time since without seeing the child"));
        let spoken = childs_words(&h, &names()).unwrap();
        assert_eq!((spoken.words.as_str(), spoken.when.as_str()), ("I want my bike.", "2 November 2026"));
    }
    #[test]
    fn a_child_whom_no_visit_found_is_never_called_seen() {
        let mut story = Story::default();
        assert_eq!(seen(&story.history(TODAY), &names(), TODAY).value, "No visit is recorded");
        story.on("2026-11-16", visit(false, ""));
        assert_eq!(seen(&story.history(TODAY), &names(), TODAY).value, "Never: no visit has found the child");
    }
    #[test]
    fn a_plan_that_ended_is_no_plan() {
        let mut story = Story::default();
        story.born("2018-05-03").on("2026-03-02", protection::Fact::ProtectionPlanBegan { category: "NEG".into() });
        let h = story.history(TODAY);
        assert_eq!(plan(&h).value, "Child protection plan since 2 March 2026");
        assert_eq!(why(&[], Some(&h)).map(|r| r.value).as_deref(), Some("Neglect (category of the plan)"));
        story.on("2026-09-02", protection::Fact::ProtectionPlanEnded { why: "Safe".into() });
        assert_eq!(plan(&story.history(TODAY)).value, "No plan is running");
    }
}
