//! What was decided about the help that a young person has a right to, why, and how to complain. It goes out after a
//! manager's decision and never by computation alone.
use super::{Block, Case, Due, Letter, head, if_wrong, list, para, plain, sent};
use crate::leavers::{Category, owed::owed_under};

pub const LETTER: Letter = Letter {
    code: "decision",
    title: "The decision about your status",
    subject: "What we decided about your help",
    why: "Whoever is decided about is told what was decided and why, and how to complain (Children Act 1989 s24D, \
          s26; a norm of fair decisions)",
    due,
    words,
};
/// Since the decision, while it stands and no letter told of it.
fn due(c: &Case) -> Option<Due> {
    let decided = c.holding.decided.as_ref().filter(|d| d.stands())?;
    let told = sent(c.h).any(|(_, s)| s.letter == LETTER.code && s.about == Some(decided.fact));
    (!told).then_some(Due { since: decided.on, about: Some(decided.fact) })
}
fn is(category: Category) -> &'static str {
    match category {
        Category::Eligible => "You are in care, and we get you ready to leave. The law calls you an eligible child.",
        Category::Relevant => "You left care at 16 or 17. The law calls you a relevant child.",
        Category::FormerRelevant => "You have a right to our help. The law calls you a former relevant young person.",
        Category::Qualifying | Category::QualifyingBySgo => {
            "You can ask us for advice and help. The law calls you a qualifying young person."
        }
        Category::None => "The law does not say that we must help you as someone who left care.",
        Category::NotKnown => "We do not know yet what help you have a right to.",
    }
}
fn words(c: &Case) -> Vec<Block> {
    let owed = plain::may_ask(&owed_under(c.holding.held, c.norms, c.on));
    let mut all = vec![
        para(
            "We looked at what help you have a right to. We looked at how long you were in care, and where you have \
              lived.",
        ),
        head("What we decided"),
        para(is(c.holding.held.category)),
    ];
    if let Some(decided) = &c.holding.decided {
        all.extend([head("Why"), para("This is what the manager wrote:"), Block::Said(decided.reason.clone())]);
    }
    if !owed.is_empty() {
        all.extend([head("What this means for you"), list(owed)]);
    }
    all.extend(if_wrong());
    all
}
