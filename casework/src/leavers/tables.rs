//! What each young person of 16 to 24 is, by whom, and why somebody should look; and who is told of a change.
use super::{
    now,
    words::{because, by, changed, says},
};
use kernel::{About, Derived, Kind::*, Table, Value, column, personal};
use practice::{
    Fact as F, History, Id, Norms,
    day::age_on,
    leavers::{Category, Holding, Queue, holds, rank},
    people::{Fact, Part},
};

/// Nobody who was never looked after, accommodated or placed has a row.
pub const TABLES: &[Table] = &[LEAVER, now::NOW, now::BIRTHDAY, now::COUNCIL_JOB];
const LEAVER: Table = Table {
    name: "leaver",
    whose: "child",
    about: About::Child,
    columns: &[
        column("computed", Text),
        // The row of the decision table, by its code.
        column("rule", Text),
        column("says", Text),
        column("because", Text),
        column("recorded", Text),
        column("recorded_on", Day),
        column("recorded_by", Id),
        column("decided", Text),
        column("decided_on", Day),
        column("decided_by", Id),
        personal("reason", Text),
        // What has changed of what the decision rested on.
        personal("reopened", Text),
        column("held", Text),
        column("band", Text),
        column("held_by", Text),
        // The rank of what holds: what owes more is looked at first.
        column("owes", Int),
        column("differs", Flag),
        column("not_recorded", Flag),
        column("not_known", Flag),
        // A flag stands where a person must decide.
        column("asks", Flag),
        // `,BOUNDARY_REVIEW,REVIEW,`: commas on both sides, for a filter.
        column("flags", Text),
    ],
    indexes: &["held"],
    counted: &["held", "differs", "not_recorded", "not_known", "asks"],
};

pub fn rows(h: &History, norms: &Norms, out: &mut Derived) {
    // Whoever took one this year and is 25 since still took it.
    now::council_jobs(h, out);
    let age = h.born().map(|born| age_on(born, h.today));
    if !h.person().registered || age.is_some_and(|age| age.is_none_or(|age| !(16..25).contains(&age))) {
        return;
    }
    let holding = holds(h, norms, h.today);
    if holding.concerns {
        out.row("leaver", row(&holding));
    }
    now::rows(h, norms, &holding, out);
    notices(h, norms, out);
}
fn row(h: &Holding) -> Vec<Value> {
    let (recorded, decided) = (h.recorded.as_ref(), h.decided.as_ref());
    let reopened = decided.filter(|d| !d.stands()).map(|d| d.reopened.join("\n"));
    let in_queue = |queue| h.queues.contains(&queue);
    let standing = decided.is_some_and(practice::leavers::Decided::stands);
    vec![
        h.computed.category().code().into(),
        h.computed.row.code.into(),
        says(&h.computed).into(),
        because(&h.computed).into(),
        recorded.map(|r| r.category.code()).into(),
        recorded.map(|r| r.on).into(),
        recorded.map(|r| r.who).into(),
        decided.map(|d| d.category.code()).into(),
        decided.map(|d| d.on).into(),
        decided.map(|d| d.who).into(),
        decided.map(|d| d.reason.clone()).into(),
        reopened.into(),
        held(h).code().into(),
        h.held.band.into(),
        by(h.by).into(),
        i64::from(rank(h.held.category)).into(),
        in_queue(Queue::Differs).into(),
        in_queue(Queue::NotRecorded).into(),
        in_queue(Queue::NotKnown).into(),
        (!standing && h.computed.flags.iter().any(|f| f.asks_a_person())).into(),
        flags(h).into(),
    ]
}
/// Nothing for certain is not nothing.
pub(super) fn held(h: &Holding) -> Category {
    if h.is_not_known() && h.held.category == Category::None { Category::NotKnown } else { h.held.category }
}
fn flags(h: &Holding) -> String {
    let mut codes: Vec<String> = h.computed.flags.iter().map(|f| f.to_string()).collect();
    codes.iter_mut().for_each(|code| code.truncate(code.find('=').unwrap_or(code.len())));
    codes.sort();
    codes.dedup();
    if codes.is_empty() { String::new() } else { format!(",{},", codes.join(",")) }
}
/// The adviser, or before there is one the social worker, is told on the day on which it was recorded.
fn notices(h: &History, norms: &Norms, out: &mut Derived) {
    let Some(adviser) = adviser(h) else { return };
    for one in h.status_news(norms) {
        out.row(
            "notice",
            vec![
                one.fact.into(),
                adviser.into(),
                one.recorded.into(),
                changed(one).into(),
                seen(h, one.fact, adviser).into(),
            ],
        );
    }
}
pub(super) fn adviser(h: &History) -> Option<Id> {
    let open: Vec<_> = h.person().allocations(h).into_iter().filter(|a| a.ended.is_none()).collect();
    let of = |part| open.iter().find(move |a| a.part == part).map(|a| a.worker);
    of(Part::Adviser).or_else(|| of(Part::Worker))
}
fn seen(h: &History, notice: Id, by: Id) -> bool {
    let opened = |f: &F| matches!(f, F::People(Fact::NoticeOpened { notice: of }) if *of == notice);
    h.all().any(|k| k.who == by && opened(&k.fact))
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::{
        care::{self, Placement},
        case::Story,
        day::date,
        leavers,
    };

    const ADVISER: Id = Id::from_u128(7);
    const WORKER: Id = Id::from_u128(8);
    fn story() -> Story {
        let mut story = Story::default();
        let care = Placement { legal_status: "C2".into(), place: "U4".into(), ..Placement::default() };
        let team = Id::from_u128(9);
        story
            .born("2008-03-10")
            .on("2008-03-10", Fact::Registered(Default::default()))
            .on("2022-01-01", care::Fact::PlacementBegan(care))
            .on("2023-01-01", Fact::Allocated { worker: WORKER, team, part: Part::Worker, why: None })
            .on("2024-09-10", Fact::Allocated { worker: ADVISER, team, part: Part::Adviser, why: None })
            .on("2024-10-01", leavers::Fact::CategoryRecorded { category: leavers::Category::Eligible });
        story.facts.retain(|k| !matches!(&k.fact, F::People(Fact::Registered(r)) if r.born.is_none()));
        story
    }
    fn told(s: &Story, on: practice::Date) -> Vec<(Value, Value)> {
        let mut out = Derived::default();
        notices(&s.history(on), &s.norms, &mut out);
        out.rows.into_iter().filter(|r| r.0 == "notice").map(|(_, row)| (row[1].clone(), row[4].clone())).collect()
    }
    #[test]
    fn the_adviser_is_told_on_the_day_until_they_have_seen_it() {
        let mut s = story();
        s.on("2026-02-02", care::Fact::CeasedToBeLookedAfter { reason: "E8".into() });
        assert_eq!(told(&s, date(2026, 2, 1)), []);
        assert_eq!(told(&s, date(2026, 2, 2)), [(ADVISER.into(), false.into())]);
        let notice = s.facts.last().unwrap().id;
        s.on("2026-02-03", Fact::NoticeOpened { notice }).by(WORKER);
        assert_eq!(told(&s, date(2026, 2, 3)), [(ADVISER.into(), false.into())], "nobody sees for another");
        s.on("2026-02-03", Fact::NoticeOpened { notice }).by(ADVISER);
        assert_eq!(told(&s, date(2026, 2, 3)), [(ADVISER.into(), true.into())]);
    }
    #[test]
    fn flags_stand_between_commas_without_their_days() {
        let mut s = Story::default();
        s.born("2010-03-10");
        let care = Placement { legal_status: "V2".into(), place: "U4".into(), ..Placement::default() };
        s.on("2026-04-01", care::Fact::PlacementBegan(care));
        let on = date(2026, 6, 30);
        let holding = holds(&s.history(on), &s.norms, on);
        assert_eq!(flags(&holding), ",BOUNDARY_REVIEW,projected_eligible,");
        assert_eq!(row(&holding).len(), TABLES[0].columns.len());
    }
}
