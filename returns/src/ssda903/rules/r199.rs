//! A child who was adopted from care has a new identity; episodes after the adoption, under the old id, tell that the
//! two are one child. Looked for in all the years given, though the published text sees only this and the last.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "199",
    level: Level::Error,
    wrong: "The child was adopted from care, and an episode under the same id begins after the adopted one.",
    why: "An adopted child has a new identity, and the record must not tie it to the old one.",
    todo: "If the child came back into care give a new child id; if the adoption was not made correct REC.",
    reason: Reason::Privacy,
    fields: &[ep::CHILD],
    versions: &[Version::always(&[ep::CHILD, ep::DECOM, ep::REC], Check::Child(was_adopted)).helped_by(&[
        ep::CHILD,
        ep::DECOM,
        ep::REC,
    ])],
    cases: &[Case {
        about: "after the adoption, in this year or any before",
        given: "
            Episodes        | CHILD | DECOM      | REC
                            | 1     | 01/05/2026 | X1
                            | 1     | 01/06/2026 | E11
            >               | 1     | 01/07/2026 |
            >               | 2     | 01/05/2026 |
            >               | 3     | 01/05/2026 |
                            | 4     | 01/05/2025 | E12
                            | 5     | 01/05/2026 | E13
            ?               | 2     | 31/06/2026 |
            Episodes_last   | CHILD | DECOM      | REC
                            | 2     | 01/05/2025 | E12
                            | 4     | 01/05/2025 |
            Episodes_before | CHILD | DECOM      | REC
                            | 3     | 01/05/2024 | E11
        ",
    }],
};
fn was_adopted(child: Child, told: &mut Told) {
    let all = child.rows(EPISODES).iter().chain(child.before(EPISODES));
    let adopted = all.filter(|e| e.is(ep::REC, ADOPTED)).filter_map(|e| e.day(ep::DECOM).ok().flatten()).min();
    let Some(adopted) = adopted else { return };
    for e in child.rows(EPISODES) {
        told.ask(&[e], || Ok(e.day(ep::DECOM)?.is_some_and(|began| began > adopted)));
    }
}
