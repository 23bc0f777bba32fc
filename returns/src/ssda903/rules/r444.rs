//! One UPN, two children.
use super::prelude::*;
use std::collections::HashMap;

pub const RULE: Rule = Rule {
    code: "444",
    level: Level::Error,
    wrong: "Two or more children have the same UPN.",
    why: "A UPN is one pupil's for good: one of these children is joined to another child's schooling.",
    todo: "Find out whose UPN it is, and correct the other.",
    reason: Reason::Data,
    fields: &[header::UPN],
    versions: &[Version::since(2026, &[header::UPN], Check::Return(same_upn))],
    cases: &[Case {
        about: "the reasons why there is none are no copies",
        given: "
                Header | CHILD | UPN
                >      | 1     | H801200001001
                       | 2     | H801200001002
                >      | 3     | h801200001001
                       | 4     | UN1
                       | 5     | UN1
                       | 6     |
                       | 7     |
            ",
    }],
};
fn same_upn(whole: Whole, told: &mut Told) {
    let is_upn = |h: &Row| h.is_filled(header::UPN) && !h.is(header::UPN, &["UN1", "UN2", "UN3", "UN4", "UN5"]);
    let mut whose: HashMap<&str, Vec<Row>> = HashMap::new();
    for h in whole.rows(HEADER).filter(is_upn) {
        whose.entry(h.code(header::UPN)).or_default().push(h);
    }
    told.each_breaks(whose.into_values().filter(|children| children.len() > 1).flatten());
}
