//! What the runs found, for pages to ask: each finding from run to run, at the child whom it is about, so
//! that it is shown as far as that child is. What is of nobody in the record stands at the return.
use kernel::{About, Column, Derived, Kind::*, Table, Value, column};
use practice::{
    Fact as F, History, Kept, Norms,
    access::Act,
    day::date,
    returns::{
        Checked, Explanation, Fact, FileChecked, Found, FoundRow, LookUp, LookUpFile, Spell, explanation, spells,
    },
};

/// A cell of a return is no secret from whoever makes the return, as with the label of a child: nothing
/// here is left out for a masked grant.
const FOUND: &[Column] = &[
    column("return_name", Text),
    column("authority", Text),
    column("year", Int),
    column("preview", Flag),
    column("rule", Text),
    column("level", Text),
    column("unclear", Text),
    column("reported_child", Text),
    column("key", Text),
    column("digest", Text),
    column("said", Text),
    column("others", Int),
    column("since", Int),
    column("is_new", Flag),
    column("until", Int),
    column("is_fixed", Flag),
    column("explanation", Text),
    column("explained_by", Id),
    column("explained_at", Instant),
    // The day from which a return is too old to press on anybody.
    column("stale_on", Day),
];
pub const TABLES: &[Table] = &[
    Table {
        name: "return_run",
        whose: "return_of",
        about: About::Only(Act::CheckReturn),
        columns: &[
            column("run", Id),
            column("number", Int),
            column("checked", Instant),
            column("checked_by", Id),
            column("return_name", Text),
            column("authority", Text),
            column("year", Int),
            column("preview", Flag),
            column("rules_of", Int),
            column("asked", Int),
            column("kept", Flag),
            column("notes", Text),
            column("signed", Instant),
            column("signed_by", Id),
            column("acknowledged", Text),
        ],
        indexes: &["run"],
        counted: &[],
    },
    Table {
        name: "run_file",
        whose: "return_of",
        about: About::Only(Act::CheckReturn),
        columns: &[column("run", Id), column("name", Text), column("bytes", Int), column("digest", Text)],
        indexes: &["run"],
        counted: &[],
    },
    Table {
        name: "run_rule",
        whose: "return_of",
        about: About::Only(Act::CheckReturn),
        columns: &[
            column("run", Id),
            column("rule", Text),
            column("level", Text),
            column("found", Int),
            column("new_ones", Int),
            column("still", Int),
            column("fixed", Int),
            column("undecided", Int),
        ],
        indexes: &["run"],
        counted: &[],
    },
    Table {
        name: "run_skipped",
        whose: "return_of",
        about: About::Only(Act::CheckReturn),
        columns: &[column("run", Id), column("rule", Text), column("lacking", Text)],
        indexes: &["run"],
        counted: &[],
    },
    Table {
        name: "not_previewed",
        whose: "return_of",
        about: About::Only(Act::CheckReturn),
        columns: &[column("return_name", Text), column("year", Int), column("failed", Instant), column("why", Text)],
        indexes: &[],
        counted: &[],
    },
    Table {
        name: "look_up",
        whose: "delivery",
        about: About::Only(Act::CheckReturn),
        columns: &[
            column("what", Text),
            column("name", Text),
            column("bytes", Int),
            column("digest", Text),
            column("entries", Int),
            column("since", Instant),
            column("kept_by", Id),
        ],
        indexes: &["what"],
        counted: &[],
    },
    Table {
        name: "finding",
        whose: "child",
        about: About::Child,
        columns: FOUND,
        indexes: &["return_name, authority, year"],
        counted: &[],
    },
    // Of nobody whom the record knows: an id that is not ours, or the return as a whole.
    Table {
        name: "stray",
        whose: "return_of",
        about: About::Only(Act::CheckReturn),
        columns: FOUND,
        indexes: &[],
        counted: &[],
    },
];

/// So many nights are told of at the desk; older looks stay in the record and leave the tables.
const NIGHTS: usize = 31;

pub fn rows(h: &History, _: &Norms, out: &mut Derived) {
    let facts: Vec<&Kept> = h.all().filter(|k| matches!(k.fact, F::Returns(_))).collect();
    let is_return = facts.iter().any(|k| matches!(k.fact, F::Returns(Fact::Checked(_))));
    for spell in spells(facts.iter().copied()) {
        let explained = explanation(facts.iter().copied(), &spell);
        out.row(if is_return { "stray" } else { "finding" }, found(&spell, explained));
    }
    let looks = facts.iter().filter(|k| is_look(&k.fact)).count();
    let mut old = looks.saturating_sub(NIGHTS);
    for k in &facts {
        match &k.fact {
            F::Returns(Fact::Checked(_)) if old > 0 && is_look(&k.fact) => old -= 1,
            F::Returns(Fact::Checked(checked)) => run(k, checked, &facts, out),
            F::Returns(Fact::NotPreviewed { of, why }) => {
                let year = i64::from(of.year);
                out.row(
                    "not_previewed",
                    vec![of.which.code().into(), year.into(), k.recorded.into(), why.as_str().into()],
                );
            }
            F::Returns(Fact::LookUpsKept { what, files, entries }) => look_ups(k, *what, files, *entries, out),
            _ => {}
        }
    }
}
fn is_look(fact: &F) -> bool {
    matches!(fact, F::Returns(Fact::Checked(checked)) if checked.run.of.preview)
}
fn look_ups(k: &Kept, what: LookUp, files: &[LookUpFile], entries: usize, out: &mut Derived) {
    for LookUpFile { file, .. } in files {
        let FileChecked { name, bytes, digest } = file;
        let said = vec![what.code().into(), name.as_str().into(), int(*bytes), digest.as_str().into()];
        out.row("look_up", [said, vec![int(entries as u64), k.recorded.into(), k.who.into()]].concat());
    }
}
fn int(n: u64) -> Value {
    i64::try_from(n).unwrap_or(i64::MAX).into()
}
fn run(k: &Kept, checked: &Checked, facts: &[&Kept], out: &mut Derived) {
    let Checked { run, rules_of, asked, files, kept, notes, rules, skipped } = checked;
    let id = || Value::from(run.id);
    let int = |n: usize| int(n as u64);
    let signed = facts.iter().rev().find_map(|s| match &s.fact {
        F::Returns(Fact::SignedOff { run: signed, acknowledged }) if *signed == run.id => Some((s, acknowledged)),
        _ => None,
    });
    out.row(
        "return_run",
        vec![
            id(),
            i64::from(run.number).into(),
            k.recorded.into(),
            k.who.into(),
            run.of.which.code().into(),
            run.of.authority.as_str().into(),
            i64::from(run.of.year).into(),
            run.of.preview.into(),
            i64::from(*rules_of).into(),
            int(*asked),
            (*kept).into(),
            notes.join("\n").into(),
            signed.map(|(s, _)| s.recorded).into(),
            signed.map(|(s, _)| s.who).into(),
            signed.map(|(_, words)| words.as_str()).into(),
        ],
    );
    for f in files {
        let bytes = i64::try_from(f.bytes).unwrap_or(i64::MAX);
        out.row("run_file", vec![id(), f.name.as_str().into(), bytes.into(), f.digest.as_str().into()]);
    }
    for r in rules {
        let head = vec![id(), r.rule.as_str().into(), r.level.code().into()];
        out.row("run_rule", [head, [r.found, r.new, r.still, r.fixed, r.undecided].map(int).to_vec()].concat());
    }
    for s in skipped {
        out.row("run_skipped", vec![id(), s.rule.as_str().into(), s.lacking.as_str().into()]);
    }
}
fn found(spell: &Spell, explained: Option<Explanation>) -> Vec<Value> {
    let Spell { of, found, since, is_new, until, is_fixed } = spell;
    let Found { rule, level, unclear, child, key, digest, rows, others } = *found;
    vec![
        of.which.code().into(),
        of.authority.as_str().into(),
        i64::from(of.year).into(),
        of.preview.into(),
        rule.as_str().into(),
        level.code().into(),
        unclear.as_deref().into(),
        child.as_str().into(),
        key.as_str().into(),
        digest.as_str().into(),
        rows.iter().map(said).collect::<Vec<_>>().join("\n").into(),
        i64::try_from(*others).unwrap_or(i64::MAX).into(),
        i64::from(since.number).into(),
        (*is_new).into(),
        until.map(|u| i64::from(u.number)).into(),
        (*is_fixed).into(),
        explained.map(|e| e.words).into(),
        explained.map(|e| e.by).into(),
        explained.map(|e| e.at).into(),
        // The next collection closes in the summer after it.
        date(of.year + 1, 9, 1).into(),
    ]
}
/// `Episodes, row 12: DECOM 01/05/2025, DEC blank`
pub(super) fn said(row: &FoundRow) -> String {
    let cell = |(name, says): &(String, String)| format!("{name} {}", if says.is_empty() { "blank" } else { says });
    // A row of the record has no number.
    let place = if row.row == 0 { row.table.clone() } else { format!("{}, row {}", row.table, row.row) };
    match row.cells.is_empty() {
        true => place,
        false => format!("{place}: {}", row.cells.iter().map(cell).collect::<Vec<_>>().join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_said_with_its_place_and_its_cells() {
        let cells = vec![("DECOM".into(), "01/05/2025".into()), ("DEC".into(), String::new())];
        let row = FoundRow { table: "Episodes".into(), row: 12, cells };
        assert_eq!(said(&row), "Episodes, row 12: DECOM 01/05/2025, DEC blank");
        assert_eq!(said(&FoundRow { cells: vec![], ..row }), "Episodes, row 12");
    }
}
