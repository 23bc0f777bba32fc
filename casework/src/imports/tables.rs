//! What was taken in: each delivery of a return, its problem list, and which fact holds which row.
use kernel::{About, Derived, Kind::*, Table, column, personal};
use practice::{Fact as F, History, Norms, access::Act, fact::Kept, people, service::Fact};

pub const TABLES: &[Table] = &[
    Table {
        name: "delivery",
        whose: "service",
        about: About::Only(Act::Import),
        columns: &[
            column("delivery", Id),
            column("taken", Instant),
            column("taken_by", Id),
            column("return_name", Text),
            column("authority", Text),
            column("year", Int),
            column("files", Text),
        ],
        indexes: &[],
        counted: &[],
    },
    Table {
        name: "table_taken",
        whose: "service",
        about: About::Only(Act::Import),
        columns: &[
            column("delivery", Id),
            column("table_name", Text),
            column("rows", Int),
            column("new_rows", Int),
            column("changed", Int),
            column("unchanged", Int),
            column("withdrawn", Int),
        ],
        indexes: &["delivery"],
        counted: &[],
    },
    Table {
        name: "problem",
        whose: "delivery",
        about: About::Only(Act::Import),
        columns: &[
            column("file", Text),
            column("table_name", Text),
            column("row_number", Int),
            column("reported_child", Text),
            column("column_name", Text),
            column("value", Text),
            column("what", Text),
            column("to_do", Text),
        ],
        indexes: &[],
        counted: &[],
    },
    // One row for each reported fact: the next delivery of the same return is compared with these.
    Table {
        name: "reported",
        whose: "child",
        about: About::Child,
        columns: &[
            column("fact", Id),
            column("authority", Text),
            column("return_name", Text),
            column("year", Int),
            column("table_name", Text),
            personal("reported_child", Text),
        ],
        indexes: &["authority, return_name"],
        counted: &[],
    },
    Table {
        name: "possibly_same",
        whose: "child",
        about: About::Child,
        columns: &[
            column("other", Id),
            personal("why", Text),
            // Nothing until somebody has answered.
            column("same", Flag),
            column("said_by", Id),
            column("said_on", Day),
            personal("said_why", Text),
        ],
        indexes: &["other"],
        counted: &[],
    },
];

pub fn rows(h: &History, _: &Norms, out: &mut Derived) {
    for k in h.all() {
        match &k.fact {
            F::Service(Fact::ReturnTaken { delivery, which, authority, year, tables, files, .. }) => {
                out.row(
                    "delivery",
                    vec![
                        (*delivery).into(),
                        k.recorded.into(),
                        k.who.into(),
                        which.code().into(),
                        authority.as_str().into(),
                        i64::from(*year).into(),
                        files.join(", ").into(),
                    ],
                );
                for t in tables {
                    let counts = [t.rows, t.new, t.changed, t.unchanged, t.withdrawn].map(|n| (n as i64).into());
                    out.row(
                        "table_taken",
                        [vec![(*delivery).into(), t.table.as_str().into()], counts.to_vec()].concat(),
                    );
                }
            }
            F::Service(Fact::ProblemsFound { problems }) => {
                for p in problems {
                    let text = |s: &str| s.into();
                    let row = i64::from(p.row).into();
                    let (what, to_do) = (text(&p.what), text(&p.to_do));
                    out.row(
                        "problem",
                        vec![
                            text(&p.file),
                            text(&p.table),
                            row,
                            text(&p.child),
                            text(&p.column),
                            text(&p.value),
                            what,
                            to_do,
                        ],
                    );
                }
            }
            _ => {}
        }
    }
    for pair in people::maybe_same(h) {
        let answer = pair.answer.as_ref();
        let said = answer.map(|a| a.said);
        let who = vec![said.map(|k| k.who).into(), said.map(|k| k.happened).into(), answer.map(|a| a.why).into()];
        let row = vec![pair.other.into(), pair.why.into(), answer.map(|a| a.same).into()];
        out.row("possibly_same", [row, who].concat());
    }
    // A row dated ahead says nothing yet, but the record holds it.
    h.all().chain(h.coming()).for_each(|k| reported(k, out));
}
fn reported(k: &Kept, out: &mut Derived) {
    let Some(from) = k.fact.origin() else { return };
    out.row(
        "reported",
        vec![
            k.id.into(),
            from.authority.as_str().into(),
            from.which.map(|w| w.code()).into(),
            i64::from(from.return_year).into(),
            from.table.as_str().into(),
            from.child.as_str().into(),
        ],
    );
}
