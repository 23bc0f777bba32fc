//! Once a mother, always a mother. Asked only of those who had an episode this year.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "207",
    level: Level::Error,
    wrong: "Last year she was returned as a mother, this year not.",
    why: "A mother in care needs help for two, and her child may be at risk as well.",
    todo: "Give 1 again, or have last year corrected.",
    reason: Reason::People,
    fields: &[header::MOTHER],
    versions: &[Version::always(&[header::CHILD, header::MOTHER, ep::CHILD], Check::Child(is_a_mother_no_more))
        .needs_prior(&[header::CHILD, header::MOTHER])],
    cases: &[Case {
        about: "becoming a mother is no conflict",
        given: "
                Header      | CHILD | MOTHER
                            | 1     | 1
                >           | 2     | 0
                >           | 3     |
                            | 4     | 1
                            | 5     |
                            | 6     | 0
                Header_last | CHILD | MOTHER
                            | 1     | 1
                            | 2     | 1
                            | 3     | 1
                            | 4     | 0
                            | 5     | 1
                            | 6     |
                Episodes    | CHILD
                            | 1
                            | 2
                            | 3
                            | 4
                            | 6

            ",
    }],
};
fn is_a_mother_no_more(child: Child, told: &mut Told) {
    if !child.rows(EPISODES).is_empty() {
        beside_last_year(child, told, |now, last| {
            Ok(last.is(header::MOTHER, &["1"]) && !now.is(header::MOTHER, &["1"]))
        });
    }
}
