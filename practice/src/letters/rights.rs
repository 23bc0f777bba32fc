//! To every qualifying young person: what they may ask for. Inspectors found that they were not told.
use super::{Block, Case, Due, Letter, head, if_wrong, list, may_ask, para};
use crate::leavers::{Category, owed::owed_under};

pub const LETTER: Letter = Letter {
    code: "rights",
    title: "What you may ask for",
    subject: "Help that you can ask for",
    why: "Qualifying young people are told what they may ask for, with the local offer \
          (Children Act 1989 s24, s24A, s24B; Children and Social Work Act 2017 s2)",
    due,
    words,
};
fn qualifies(category: Category) -> bool {
    matches!(category, Category::Qualifying | Category::QualifyingBySgo)
}
/// Once for as long as it holds, since it began to hold.
fn due(c: &Case) -> Option<Due> {
    if !qualifies(c.holding.held.category) || owed_under(c.holding.held, c.norms, c.on).is_empty() {
        return None;
    }
    let periods = c.h.status_periods(c.norms);
    let began = periods.iter().rfind(|p| qualifies(p.held.category)).map_or(c.on, |p| p.began.on);
    if c.last_sent(LETTER.code).is_some_and(|sent| sent >= began) { None } else { Due::since(began) }
}
fn words(c: &Case) -> Vec<Block> {
    let mut all = vec![
        para("You can get help from us. We want you to know what you can ask for. You can ask more than once."),
        head("What you can ask for"),
        list(may_ask(c)),
        head("How to ask"),
        para(
            "Ring, write or send me a message. Tell me what you need. It does not have to be in good words. I will \
              write back and tell you what we can do. If we say no, I will tell you why.",
        ),
    ];
    all.extend(if_wrong());
    all
}
