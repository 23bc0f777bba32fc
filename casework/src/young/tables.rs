//! What lists ask of the young person's own side: who is told that they are not safe, and what waits for an answer.
use kernel::{About, Derived, Kind::*, Table, column, personal};
use practice::{
    History, Norms,
    young::{alarms, sayings},
};

pub const TABLES: &[Table] = &[
    // A row for each who is told, from when on; whoever it is told to sees it, restricted record or not.
    Table {
        name: "alarm",
        whose: "child",
        about: About::Addressed,
        columns: &[
            column("fact", Id),
            column("worker", Id),
            column("raised", Instant),
            column("told", Instant),
            personal("called", Text),
            personal("words", Text),
            personal("reach", Text),
            column("opened", Instant),
            column("opened_by", Id),
        ],
        indexes: &["worker"],
        counted: &[],
    },
    Table {
        name: "unanswered",
        whose: "child",
        about: About::Child,
        columns: &[column("fact", Id), column("said", Day), personal("words", Text)],
        indexes: &[],
        counted: &[],
    },
];

pub fn rows(h: &History, _: &Norms, out: &mut Derived) {
    let identity = &h.person().identity;
    let called = identity.preferred_name.as_deref().or(identity.first_names.as_deref());
    for alarm in alarms(h) {
        let raised = alarm.raised.at.unwrap_or(alarm.raised.recorded);
        for (worker, told) in alarm.told {
            out.row(
                "alarm",
                vec![
                    alarm.id.into(),
                    (*worker).into(),
                    raised.into(),
                    (*told).into(),
                    called.into(),
                    alarm.words.into(),
                    alarm.reach.into(),
                    alarm.opened.map(|(event, _)| event.at.unwrap_or(event.recorded)).into(),
                    alarm.opened.map(|(_, who)| who).into(),
                ],
            );
        }
    }
    for said in sayings(h).into_iter().filter(|s| s.answered.is_none()) {
        out.row("unanswered", vec![said.id.into(), said.said.on.into(), said.words.into()]);
    }
}
