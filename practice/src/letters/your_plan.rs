//! The young person's own copy of their plan, in plain words. The same blocks stand on its page.
use super::{Block, Case, Due, Letter, head, para};
use crate::{
    day::words,
    history::History,
    plans::{Action, Kind, PATHWAY, Person, Version, actions, plan},
};

pub const LETTER: Letter = Letter {
    code: "your_plan",
    title: "Your plan, a copy",
    subject: "Your plan",
    why: "A plan is not in force until the young person has a copy, or it is said why not \
          (Care Leavers Regulations 2010 reg 6, Care Planning Regulations 2010 reg 43)",
    due,
    words: blocks,
};
fn due(c: &Case) -> Option<Due> {
    let plan = plan(c.h, &PATHWAY);
    let version = plan.coming()?;
    let theirs = version.copies.iter().any(|copy| *copy.to == Person::YoungPerson);
    let spoken_to = version.answers.iter().map(|a| a.said.on).min()?;
    (!theirs && version.no_copy.is_none()).then_some(Due { since: spoken_to, about: Some(version.draft.version) })
}
fn blocks(c: &Case) -> Vec<Block> {
    let plan = plan(c.h, &PATHWAY);
    match plan.coming().or(plan.in_force()) {
        Some(version) => plan_words(c.h, &PATHWAY, version, c.named),
        None => vec![],
    }
}
/// A version in plain words: what the young person wants, and who does what by when. What is done is left out.
pub fn plan_words(
    h: &History,
    kind: &'static Kind,
    version: &Version,
    named: &dyn Fn(&Person) -> String,
) -> Vec<Block> {
    let plan = plan(h, kind);
    let now = actions(h, &plan);
    let mut all = vec![para(match version.current {
        Some(since) => format!("This is the plan since {}.", words(since.on)),
        None => "This plan is not fixed yet. Say what you think of it.".into(),
    })];
    let step = |a: &Action| {
        let owner = now.iter().find(|n| n.action.id == a.id && version.current.is_some()).map_or(&a.owner, |n| n.owner);
        let who = if *owner == Person::YoungPerson { "Me".into() } else { named(owner) };
        let then = if a.different.trim().is_empty() { String::new() } else { format!("\nThen: {}", a.different) };
        (who, format!("{}\nBy {}{then}", a.what, words(a.by)))
    };
    let open = |a: &&Action| !now.iter().any(|n| n.action.id == a.id && !n.is_open());
    for area in kind.areas {
        let said = version.draft.areas.iter().find(|w| w.area == area.code);
        let steps: Vec<(String, String)> =
            version.draft.actions.iter().filter(|a| a.area == area.code).filter(open).map(step).collect();
        if said.is_none() && steps.is_empty() {
            continue;
        }
        all.push(head(area.plainly));
        if let Some(aim) = said.map(|w| &w.aim).filter(|aim| !aim.trim().is_empty()) {
            all.extend([Block::Subheading("What I want".into()), Block::Said(aim.clone())]);
        }
        all.extend(said.map(|w| &w.need).filter(|need| !need.trim().is_empty()).map(para));
        if !steps.is_empty() {
            all.extend([Block::Subheading("Who does what".into()), Block::Fields(steps)]);
        }
    }
    if all.len() == 1 {
        all.push(para("Nothing is written yet."));
    }
    if !version.draft.contingency.trim().is_empty() {
        all.extend([head("If things go wrong"), para(&version.draft.contingency)]);
    }
    all.extend([
        head("Is it right?"),
        para(
            "This is your plan. If it is not right, say so. You can ask for it to be changed at any time. Somebody \
              who does not work for us can help you say it. Ask for an advocate.",
        ),
    ]);
    all
}
