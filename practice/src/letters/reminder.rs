//! Each year from 21 to 25: help is still there for the asking (Children Act 1989 s23CZB(7)).
use super::{Block, Case, Due, Letter, head, if_wrong, last_sent, list, may_ask, para};
use crate::{
    day::{Date, plus_months},
    history::History,
    leavers::protocol::offers,
};

pub const LETTER: Letter = Letter {
    code: "reminder",
    title: "Yearly reminder of rights",
    subject: "We are still here for you",
    why: "Support is offered again at least every 12 months, until 25 (Children Act 1989 s23CZB(7))",
    due,
    words,
};
/// A month before the clock of the yearly offer runs out; for whoever was never offered any, since it is owed.
fn due(c: &Case) -> Option<Due> {
    let period = c.h.status_periods(c.norms).iter().rfind(|p| p.held == c.holding.held)?;
    if !c.holding.held.is_offered_support() {
        return None;
    }
    let since = again(c.h).unwrap_or(period.began.on);
    (since <= c.on).then_some(Due { since, about: None })
}
/// When it is due again, once support was offered or a reminder sent.
pub(super) fn again(h: &History) -> Option<Date> {
    let last = offers(h).chain(last_sent(h, LETTER.code)).max()?;
    Some(plus_months(last, 11))
}
fn words(c: &Case) -> Vec<Block> {
    let mut all = vec![
        para(
            "You may not need us now. That is fine. But you can ask for help until you are 25. You can ask at any \
              time, and you can ask again if you said no before.",
        ),
        head("What you have a right to"),
        list(may_ask(c)),
        head("If you want help"),
        para(
            "Ring, write or send me a message. Just say that you want to talk. We will meet, and I will ask what you \
              need. We will make a plan if you want one.",
        ),
        head("If you do not"),
        para("You do not need to do a thing. I will write again next year."),
    ];
    all.extend(if_wrong());
    all
}
