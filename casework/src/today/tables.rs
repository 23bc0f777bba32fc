//! What is owed, and what was answered: one row for each thing that a clock made owed.
use kernel::{About, Column, Derived, Kind::*, Table, Value, column, personal};
use practice::{
    History, Norms,
    clock::{Due, Met, Owed, Standing},
    day::start_of,
};

/// The index of what is owed holds all that a list of everybody's asks for: reading each row itself takes
/// eight times as long. The service's counts would go through every row of both, so those are counted.
pub const TABLES: &[Table] = &[
    Table {
        name: "owed",
        whose: "child",
        about: About::Child,
        columns: OWED,
        indexes: &["clock, held, late_from, warn_from, mark"],
        counted: &["clock", "held", "late_from", "warn_from", "mark"],
    },
    Table {
        name: "answered",
        whose: "child",
        about: About::Child,
        columns: ANSWERED,
        indexes: &[],
        counted: &["clock", "standing", "met_on"],
    },
];
/// Not met yet. The standing is asked of the moment of reading: see `owed_now`.
const OWED: &[Column] = &[
    column("clock", Text),
    column("rule", Text),
    // Of a kind that is reported as statutory; a list is filtered by it.
    column("statutory", Flag),
    column("started", Day),
    column("start_fact", Id),
    column("due", Day),
    column("due_at", Instant),
    column("warn_from", Day),
    column("late_from", Instant),
    // The limit is a mark at which to look.
    column("mark", Flag),
    // `not_known` or `waived`, whatever the hour; nothing where the hour decides.
    column("held", Text),
    column("waived_by", Id),
    personal("waived_why", Text),
    column("not_known", Text),
    column("who_could_say", Text),
    column("arithmetic", Text),
];
/// Met, or no longer owed. `breached` stays, whatever came later.
const ANSWERED: &[Column] = &[
    column("clock", Text),
    column("rule", Text),
    column("started", Day),
    column("start_fact", Id),
    column("due", Day),
    column("met_on", Day),
    column("met_fact", Id),
    column("standing", Text),
    column("breached", Flag),
    column("why", Text),
    column("arithmetic", Text),
];

pub fn rows(h: &History, norms: &Norms, out: &mut Derived) {
    if !h.person().registered {
        return;
    }
    for clock in practice::clocks() {
        for owed in clock.ask(h, norms) {
            match owed.met {
                Met::By(_) | Met::Superseded { .. } => out.row("answered", answered(owed, h)),
                Met::NotYet | Met::NotKnown { .. } => out.row("owed", open(owed, clock.kind.is_statutory())),
            }
        }
    }
}
fn open(o: Owed, statutory: bool) -> Vec<Value> {
    let (missing, who) = match o.met {
        Met::NotKnown { missing, who_could_say } => (Some(missing), Some(who_could_say)),
        _ => (None, None),
    };
    let due_at = match o.due {
        Some(Due::At(at)) => Some(at),
        _ => None,
    };
    let held = match (&missing, &o.waived) {
        (Some(_), _) => Some(Standing::NotKnown.code()),
        (None, Some(_)) => Some(Standing::Waived.code()),
        (None, None) => None,
    };
    vec![
        o.clock.into(),
        o.row.into(),
        statutory.into(),
        o.start.on.into(),
        o.start.fact.into(),
        o.due.map(Due::day).into(),
        due_at.into(),
        o.warn_from.into(),
        // What is not known is never late.
        o.due.filter(|_| missing.is_none()).map(Due::late_from).into(),
        o.is_mark.into(),
        held.into(),
        o.waived.as_ref().map(|w| w.who).into(),
        o.waived.map(|w| w.why).into(),
        missing.into(),
        who.into(),
        o.arithmetic.into(),
    ]
}
fn answered(o: Owed, h: &History) -> Vec<Value> {
    let standing = o.standing(start_of(h.today)).code();
    let breached = o.breached_from().is_some();
    let (on, fact, why) = match o.met {
        Met::By(e) => (e.on, Some(e.fact), None),
        Met::Superseded { on, why } => (on, None, Some(why)),
        Met::NotYet | Met::NotKnown { .. } => unreachable!("rows() sends only what was answered"),
    };
    vec![
        o.clock.into(),
        o.row.into(),
        o.start.on.into(),
        o.start.fact.into(),
        o.due.map(Due::day).into(),
        on.into(),
        fact.into(),
        standing.into(),
        breached.into(),
        why.into(),
        o.arithmetic.into(),
    ]
}
