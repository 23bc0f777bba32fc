//! {code}: say in a line what the rule finds, and below it what you decided where its meaning leaves a doubt.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "{code}",
    level: Level::Error,
    wrong: "Say what is wrong, in words of your own.",
    why: "Say why it matters, to the child or to the count.",
    todo: "Say what to do.",
    reason: Reason::Data,
    fields: &[header::DOB],
    versions: &[Version::since({year}, &[header::DOB], Check::Row(HEADER, is_wrong))],
    cases: &[Case {
        about: "one row that is reported, and one that is not",
        given: "
                Header | CHILD | DOB
                >      | 1     |
                       | 2     | 01/05/2016
            ",
    }],
};
fn is_wrong(child: Row) -> Answer {
    Ok(child.is_blank(header::DOB))
}
