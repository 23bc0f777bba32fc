//! Who a child is, who is around them and who may see them, as query tables.
use super::keys;
use kernel::{About, Derived, Kind::*, Table, column, personal};
use practice::{
    Fact as F, History, Norms,
    fact::Kept,
    people::{Fact, Other, openings},
};

/// `child`, `allocation`, `named`, `conflict` and `opening` are what `practice::access` speaks of.
pub const TABLES: &[Table] = &[
    Table {
        name: "child",
        whose: "id",
        about: About::Child,
        columns: &[
            personal("name", Text),
            personal("preferred_name", Text),
            column("born", Day),
            column("died", Day),
            column("expected", Day),
            column("sex", Text),
            column("ethnicity", Text),
            personal("postcode", Text),
            column("restricted", Flag),
            personal("sort_name", Text),
            // Stands for the name of a child who has none: what a return calls them is no secret from
            // whoever made the return.
            column("label", Text),
        ],
        indexes: &["sort_name", "restricted"],
        counted: &[],
    },
    Table {
        name: "allocation",
        whose: "child",
        about: About::Child,
        columns: &[
            column("worker", Id),
            column("team", Id),
            column("part", Text),
            column("started", Day),
            column("ended", Day),
        ],
        indexes: &["worker, ended", "team, ended"],
        counted: &[],
    },
    Table {
        name: "named",
        whose: "child",
        about: About::Child,
        columns: &[column("worker", Id)],
        indexes: &["worker"],
        counted: &[],
    },
    Table {
        name: "conflict",
        whose: "child",
        about: About::Child,
        columns: &[column("worker", Id)],
        indexes: &["worker"],
        counted: &[],
    },
    Table {
        name: "opening",
        whose: "child",
        about: About::Child,
        columns: &[
            column("fact", Id),
            column("worker", Id),
            personal("why", Text),
            column("opened", Instant),
            column("until", Instant),
            column("glass_broken", Flag),
            column("reviewed", Flag),
        ],
        indexes: &["worker"],
        counted: &[],
    },
    Table {
        name: "identifier",
        whose: "child",
        about: About::Child,
        columns: &[column("scheme", Text), column("authority", Text), personal("value", Text)],
        indexes: &["scheme, authority, value"],
        counted: &[],
    },
    Table {
        name: "relation",
        whose: "child",
        about: About::Child,
        columns: &[
            column("other", Id),
            column("other_is_child", Flag),
            personal("name", Text),
            column("relation", Text),
            column("parental_responsibility", Flag),
            column("lives_with", Flag),
            column("since", Day),
        ],
        indexes: &["other"],
        counted: &[],
    },
    Table {
        name: "search_key",
        whose: "child",
        about: About::Child,
        columns: &[column("kind", Text), personal("key", Text)],
        indexes: &["key"],
        counted: &[],
    },
    Table {
        name: "notice",
        whose: "child",
        about: About::Addressed,
        columns: &[
            column("fact", Id),
            column("worker", Id),
            column("told", Instant),
            personal("what", Text),
            column("opened", Flag),
        ],
        indexes: &["worker, opened"],
        counted: &[],
    },
];

pub fn rows(h: &History, _: &Norms, out: &mut Derived) {
    let person = h.person();
    // Nothing is known about anybody who was never registered.
    if !person.registered {
        return;
    }
    let who = &person.identity;
    let name = person.name();
    out.row(
        "child",
        vec![
            name.clone().into(),
            who.preferred_name.clone().into(),
            person.born.into(),
            person.died.into(),
            who.expected.into(),
            who.sex.clone().into(),
            who.ethnicity.clone().into(),
            who.postcode.clone().into(),
            person.restricted.into(),
            keys::sort_name(who).into(),
            person.label().into(),
        ],
    );
    for a in person.allocations(h) {
        out.row(
            "allocation",
            vec![a.worker.into(), a.team.into(), a.part.code().into(), a.started.into(), a.ended.into()],
        );
    }
    person.named.iter().for_each(|w| out.row("named", vec![(*w).into()]));
    person.conflicts.iter().for_each(|w| out.row("conflict", vec![(*w).into()]));
    for (scheme, authority, value) in &person.identifiers {
        out.row("identifier", vec![scheme.code().into(), authority.as_str().into(), value.as_str().into()]);
    }
    for (kind, key) in keys::of(person) {
        out.row("search_key", vec![kind.into(), key.into()]);
    }
    relations(h, out);
    openings_and_notices(h, out);
}
fn relations(h: &History, out: &mut Derived) {
    for (since, r) in h.person().relations(h) {
        let (id, is_child, name) = match &r.other {
            Other::Child(id) => (*id, true, None),
            Other::Adult { id, name } => (*id, false, Some(name.clone())),
        };
        out.row(
            "relation",
            vec![
                id.into(),
                is_child.into(),
                name.into(),
                r.relation.as_str().into(),
                r.parental_responsibility.into(),
                r.lives_with.into(),
                since.into(),
            ],
        );
    }
}
fn openings_and_notices(h: &History, out: &mut Derived) {
    for o in openings(h) {
        let who = vec![o.event.fact.into(), o.worker.into(), o.why.into()];
        let when = vec![o.event.recorded.into(), o.until.into()];
        out.row("opening", [who, when, vec![o.glass_broken.into(), o.reviewed.is_some().into()]].concat());
    }
    let said = |k: &Kept, is: &dyn Fn(&Fact) -> bool| matches!(&k.fact, F::People(f) if is(f));
    for k in h.all() {
        if let F::People(Fact::Told { worker, what }) = &k.fact {
            let opened = h.all().any(|r| said(r, &|f| matches!(f, Fact::NoticeOpened { notice } if *notice == k.id)));
            out.row(
                "notice",
                vec![k.id.into(), (*worker).into(), k.recorded.into(), what.as_str().into(), opened.into()],
            );
        }
    }
}
