//! What was decided about the help that a young person has a right to, why, and how to complain. It goes out after a
//! manager's decision and never by computation alone.
use super::{Block, Case, Due, Letter, head, if_wrong, list, may_ask, para, sent};
use crate::leavers::{Footing, plainly};

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
/// `The law calls you a qualifying young person. You can get advice and help till you turn 21.`
fn is(held: Footing) -> String {
    let (name, means) = plainly::footing(held);
    match name {
        "" => "This part of the law does not cover you now. You can still ask us for help.".into(),
        name => format!("The law calls you {name}. {means}"),
    }
}
fn words(c: &Case) -> Vec<Block> {
    let owed = may_ask(c);
    let mut all = vec![
        para(
            "We looked at what help you have a right to. We looked at how long you were in care, and where you have \
              lived.",
        ),
        head("What we decided"),
        para(is(c.holding.held)),
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
