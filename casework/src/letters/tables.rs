//! Which letters wait to be sent to whom, and why one cannot be.
use kernel::{About, Derived, Kind::*, Table, column, personal};
use practice::{
    History, Norms,
    day::age_on,
    leavers::holds,
    letters::{Case, safe::to_send, sent},
};

pub const TABLES: &[Table] = &[
    Table {
        name: "letter_due",
        whose: "child",
        about: About::Child,
        columns: &[
            column("letter", Text),
            column("since", Day),
            // Why nothing may be sent today; empty where there is a safe way.
            personal("stopped", Text),
        ],
        indexes: &["letter"],
        counted: &[],
    },
    Table {
        name: "letter_sent",
        whose: "child",
        about: About::Child,
        columns: &[column("fact", Id), column("letter", Text), column("sent", Day), column("by", Text)],
        indexes: &["sent"],
        counted: &[],
    },
];

pub fn rows(h: &History, norms: &Norms, out: &mut Derived) {
    for (kept, letter) in sent(h) {
        out.row(
            "letter_sent",
            vec![kept.id.into(), letter.letter.as_str().into(), kept.happened.into(), letter.by.code().into()],
        );
    }
    let age = h.born().and_then(|born| age_on(born, h.today));
    if !h.person().registered || !age.is_some_and(|age| (16..25).contains(&age)) {
        return;
    }
    let holding = holds(h, norms, h.today);
    if !holding.concerns {
        return;
    }
    let stopped = to_send(h, h.today).err().map(|why| why.words());
    let case = Case { h, norms, holding, on: h.today, adviser: None, named: &|_| String::new() };
    for (letter, due) in case.due() {
        out.row("letter_due", vec![letter.code.into(), due.since.into(), stopped.clone().into()]);
    }
}
