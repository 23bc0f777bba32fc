//! One UPN, two children.
use super::prelude::*;
use std::collections::HashMap;

pub const RULE: Rule = Rule {
    code: "1520",
    level: Level::Error,
    wrong: "Two or more children have the same UPN.",
    why: "A UPN is one pupil's for good: one of these children is joined to another child's schooling.",
    todo: "Find out whose UPN it is, and correct or take out the other; if the children are one, join their records.",
    reason: Reason::Data,
    fields: &[identifiers::UPN],
    versions: &[Version::always(&[identifiers::UPN], Check::Return(same_upn))],
    cases: &[Case {
        about: "capitals or not; children without a UPN are no copies",
        given: "
                ChildIdentifiers | LAchildID | UPN
                >                | 1         | H801200001001
                                 | 2         | H801200001002
                >                | 3         | h801200001001
                                 | 4         |
                                 | 5         |
            ",
    }],
};
fn same_upn(whole: Whole, told: &mut Told) {
    let mut whose: HashMap<&str, Vec<Row>> = HashMap::new();
    for child in whole.rows(CHILD_IDENTIFIERS).filter(|c| c.is_filled(identifiers::UPN)) {
        whose.entry(child.code(identifiers::UPN)).or_default().push(child);
    }
    told.each_breaks(whose.into_values().filter(|children| children.len() > 1).flatten());
}
