//! What the cases and tests of plans are told of.
use super::{Action, AreaWords, Change, Draft, Fact, How, Person};
use crate::{case::Story, day::date, fact::Id};

/// The nth version of a pathway plan, with one action that it carries over.
pub(crate) fn version(n: u128) -> Fact {
    of_kind("pathway", n)
}
pub(crate) fn of_kind(kind: &str, n: u128) -> Fact {
    let area = |area: &str| AreaWords {
        area: area.into(),
        need: "Needs a flat near college".into(),
        aim: "“My own door.”".into(),
    };
    let action = Action {
        id: Id::from_u128(500),
        area: "home".into(),
        what: "Fill in the housing form at the library".into(),
        owner: Person::Worker(ADVISER),
        by: date(2026, 4, 1),
        different: "Kai is on the housing register, band A".into(),
        known_by: "The letter with the bidding number is on file".into(),
        despite: None,
    };
    Fact::VersionDrafted(Box::new(Draft {
        kind: kind.into(),
        version: Id::from_u128(n),
        areas: vec![area("home")],
        actions: vec![action],
        contingency: "Back to Ms Bell's for up to two weeks".into(),
        begun: None,
    }))
}
pub(crate) const ADVISER: Id = Id::from_u128(70);

pub(crate) fn agreed(n: u128) -> Fact {
    Fact::Agreed { version: Id::from_u128(n), by: Person::YoungPerson, words: "That is me.".into() }
}
pub(crate) fn copy(n: u128) -> Fact {
    Fact::CopyGiven {
        version: Id::from_u128(n),
        to: Person::YoungPerson,
        how: How::ByHand,
        explained: true,
        response: "Put it on the fridge.".into(),
    }
}
pub(crate) fn stands(n: u128, at_review: bool) -> Fact {
    Fact::FoundToStand { version: Id::from_u128(n), why: "The plan foresaw it.".into(), at_review }
}
pub(crate) fn happened(change: Change) -> Fact {
    Fact::ChangeHappened { change, words: String::new() }
}
pub(crate) fn drafted(s: &mut Story) {
    s.on("2026-03-01", version(1));
}
/// In force since 2 March 2026.
pub(crate) fn in_force(s: &mut Story) {
    drafted(s);
    s.on("2026-03-02", agreed(1)).on("2026-03-02", copy(1));
}
pub(crate) fn moved(s: &mut Story) {
    in_force(s);
    s.on("2026-05-01", happened(Change::Moved));
}
