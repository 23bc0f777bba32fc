//! How often a looked after child is visited (Care Planning Regulations 2010 reg 28): one table and
//! one walk through each placement. Which clock a visit falls under is a matter of the row that set it.
use crate::{
    asked::Ended,
    care::{Ahead, Placed, while_known},
    clock::{Asked, Limit, Owed, Unit},
    day::Date,
    fact::Event,
    norms::{Norm, Norms},
};

/// The number is in doubt: readings of the amendment of 2015 differ.
pub const LONG_TERM_VISITS: Norm = Norm {
    code: "long_term_visits",
    title: "Visits to a child settled with long-term foster carers who agreed to fewer",
    default: 6,
    unit: "months between visits",
    why: "Reg 28 as amended in 2015 is read as up to six months; confirm it before relying on it",
};

/// What the placement is on a day; the first that applies.
#[derive(Clone, Copy, PartialEq)]
enum Row {
    /// Full care order, living with a parent.
    CareOrderAtHome,
    /// With a parent ahead of the assessment (reg 19).
    BeforeAssessment,
    /// With a connected person approved for a while (reg 24), or with a parent under an interim care order.
    NotYetApproved,
    /// Remanded to youth detention accommodation.
    Remanded,
    Ordinary,
}
fn row(p: &Placed, day: Date) -> Row {
    let (home, legal_status, ahead) = (p.place() == "P1", p.legal_status(day), p.ahead(day));
    match legal_status {
        "C2" if home => Row::CareOrderAtHome,
        _ if ahead == Some(Ahead::Regulation19) => Row::BeforeAssessment,
        "C1" if home => Row::NotYetApproved,
        _ if ahead == Some(Ahead::Regulation24) => Row::NotYetApproved,
        "J1" if matches!(p.place(), "R5" | "K1") => Row::Remanded,
        _ => Row::Ordinary,
    }
}
/// One visit owed: under which clock, counted from what, and how long.
struct Next {
    code: &'static str,
    from: Event,
    limit: Limit,
    first: bool,
}
const WEEK: Limit = Limit(1, Unit::Weeks);
const SIX_WEEKS: Limit = Limit(6, Unit::Weeks);

/// Every move asks for a visit within a week. An order made at home asks for one within a week of the order.
fn first(p: &Placed, from: Event) -> Next {
    let code = match row(p, from.on) {
        Row::CareOrderAtHome => "V07",
        Row::BeforeAssessment => "V05",
        Row::NotYetApproved => "V06",
        Row::Remanded => "V10",
        Row::Ordinary => "V01",
    };
    Next { code, from, limit: WEEK, first: true }
}
/// The interval after a visit on that day. A visit in the first year is followed by another within
/// six weeks although the year ends before: the reading that protects the child.
fn interval(norms: &Norms, p: &Placed, day: Date, reviewed: Option<Date>) -> (&'static str, Limit) {
    let reviewed = reviewed.is_some_and(|r| r <= day);
    let since = |agreed: Option<Date>| agreed.is_some_and(|a| a <= day);
    match row(p, day) {
        Row::CareOrderAtHome => ("V07", SIX_WEEKS),
        Row::BeforeAssessment => ("V05", if reviewed { SIX_WEEKS } else { WEEK }),
        Row::NotYetApproved => ("V06", if reviewed { Limit(4, Unit::Weeks) } else { WEEK }),
        Row::Remanded | Row::Ordinary if day < p.year_ends() => ("V02", SIX_WEEKS),
        _ if since(p.fewer_visits) && matches!(p.place(), "U1" | "U4") => {
            ("V03", Limit(norms.get(&LONG_TERM_VISITS, day), Unit::Months))
        }
        _ if since(p.long_term) => ("V03", Limit(3, Unit::Months)),
        _ => ("V04", SIX_WEEKS),
    }
}

pub(super) fn owed(a: &Asked) -> Vec<Owed> {
    let placed = a.h.placed().iter().filter(|p| !p.short_breaks);
    let each = placed.flat_map(|p| in_placement(a, p).into_iter().filter_map(|o| while_known(a, p.known_until(), o)));
    each.collect()
}
enum Step {
    Visit,
    /// The legal status, an assessment or the first review changes what the table says.
    Change,
}
fn in_placement(a: &Asked, p: &Placed) -> Vec<Owed> {
    let reviewed = a.h.reviews().iter().find(|r| p.saw(r)).copied();
    let rule = |day| interval(a.norms, p, day, reviewed.map(|r| r.on));
    let mut owed = vec![];
    // Only what this clock's own row set is this clock's.
    let mut owe = |next: &Next, stop: Option<Event>, ended: Option<Ended>| {
        let one = a.by(next.from, next.limit, stop, ended);
        let again = a.resumed(Some(&one), |day| rule(day).1, stop, ended);
        owed.extend(Some(one).filter(|_| next.code == a.clock.code));
        owed.extend(again.into_iter().filter(|o| rule(o.start.on).0 == a.clock.code));
    };
    let mut next = first(p, p.began);
    for (event, step) in steps(a, p, reviewed) {
        match step {
            Step::Visit if !next.first && event.on == next.from.on => {} // two on one day answer once
            Step::Visit => {
                owe(&next, Some(event), p.ended);
                let (code, limit) = rule(event.on);
                next = Next { code, from: event, limit, first: false };
            }
            Step::Change => {
                let ordered = row(p, event.on) == Row::CareOrderAtHome && event.on != next.from.on;
                let (code, limit) = rule(event.on);
                if next.code == code && next.limit == limit || next.first && !ordered {
                    continue;
                }
                let due = a.by(next.from, next.limit, None, None).due;
                if due.is_some_and(|d| d.day() < event.on) {
                    owe(&next, None, Some(Ended { on: event.on, why: "Another interval applies from that day" }));
                }
                next = if ordered { first(p, event) } else { Next { code, limit, ..next } };
            }
        }
    }
    owe(&next, None, p.ended);
    owed
}
fn steps(a: &Asked, p: &Placed, reviewed: Option<Event>) -> Vec<(Event, Step)> {
    let visits = a.h.visits().iter().filter(|v| p.saw(v)).map(|v| (*v, Step::Visit));
    let orders = p.episodes.iter().skip(1).map(|e| e.began);
    let changes = orders.chain(p.assessed.map(|day| p.began.on(day))).chain(reviewed);
    let mut steps: Vec<(Event, Step)> = visits.chain(changes.map(|e| (e, Step::Change))).collect();
    // A visit on the day of a change was owed under the rule before it.
    steps.sort_by_key(|(e, step)| (e.on, matches!(step, Step::Change)));
    steps
}
