//! What lists ask of plans: which is in force and since when it is stale, and whose each action is. The pages of
//! one plan read its facts.
use kernel::{About, Derived, Kind::*, Table, column, personal};
use practice::{
    History, Norms,
    plans::{ActionNow, Person, Plan, actions, plans},
};

pub const TABLES: &[Table] = &[
    Table {
        name: "plan",
        whose: "child",
        about: About::Child,
        columns: &[
            column("kind", Text),
            column("version", Int),
            column("since", Day),
            column("stale_since", Day),
            column("stale_why", Text),
        ],
        indexes: &["stale_since"],
        counted: &[],
    },
    // Of the version in force.
    Table {
        name: "plan_action",
        whose: "child",
        about: About::Child,
        columns: &[
            column("kind", Text),
            column("action", Id),
            personal("what", Text),
            column("owner", Text),
            column("worker", Id),
            column("due", Day),
            column("open", Flag),
            // The day on which the owner stopped being this child's worker; who left is in the table of workers.
            column("needs_owner", Day),
            column("carried", Int),
            column("drifts", Flag),
        ],
        indexes: &["worker", "needs_owner"],
        counted: &[],
    },
];

pub fn rows(h: &History, _: &Norms, out: &mut Derived) {
    for plan in plans(h) {
        row(&plan, out);
        for now in actions(h, &plan) {
            action(&plan, &now, out);
        }
    }
}
fn row(plan: &Plan, out: &mut Derived) {
    let Some(version) = plan.in_force() else { return };
    let number = plan.number(version.draft.version).and_then(|n| i64::try_from(n).ok());
    let why: Vec<&str> = version.unanswered().map(|c| c.change.words()).collect();
    out.row(
        "plan",
        vec![
            plan.kind.code.into(),
            number.into(),
            version.current.map(|e| e.on).into(),
            version.stale_since().into(),
            (!why.is_empty()).then(|| why.join("; ")).into(),
        ],
    );
}
fn action(plan: &Plan, now: &ActionNow, out: &mut Derived) {
    let (owner, worker) = match now.owner {
        Person::YoungPerson => ("young_person", None),
        Person::Worker(id) => ("worker", Some(*id)),
        Person::Known { .. } => ("known", None),
    };
    out.row(
        "plan_action",
        vec![
            plan.kind.code.into(),
            now.action.id.into(),
            now.action.what.as_str().into(),
            owner.into(),
            worker.into(),
            now.action.by.into(),
            now.is_open().into(),
            now.needs_owner.into(),
            i64::try_from(now.carried).unwrap_or(i64::MAX).into(),
            now.drifts().into(),
        ],
    );
}
