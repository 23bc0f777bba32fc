//! The clocks of looked after children: plans, reviews and visits.
mod after_reviews;
mod plans;
mod reviews;
mod visit_clocks;
mod visits;
mod visits_asked;
mod visits_at_home;
use super::{Fact, Placement, reported};
use crate::{case::Story, clock::Clock, reported::Origin};
pub use visits::LONG_TERM_VISITS;

pub const CLOCKS: &[&Clock] = &[
    &plans::PLACEMENT_PLAN,
    &plans::CARE_PLAN,
    &reviews::FIRST,
    &reviews::SECOND,
    &reviews::LATER,
    &reviews::SHORT_BREAKS,
    &after_reviews::DECISIONS,
    &after_reviews::MIDWAY,
    &plans::REVIEWING_OFFICER,
    &visit_clocks::NEW_PLACEMENT,
    &visit_clocks::FIRST_YEAR,
    &visit_clocks::UNTIL_18,
    &visit_clocks::AFTER_A_YEAR,
    &visits_at_home::BEFORE_ASSESSMENT,
    &visits_at_home::NOT_YET_APPROVED,
    &visits_at_home::CARE_ORDER_AT_HOME,
    &visits_asked::REQUESTED,
    &visits_asked::IN_CUSTODY,
    &visits_at_home::REMANDED,
];

/// What stories begin with: a child of eleven in a foster home, under a legal status.
pub(crate) fn foster(legal_status: &str) -> Placement {
    Placement {
        legal_status: legal_status.into(),
        place: "U6".into(),
        provider: Some("PR1".into()),
        need: Some("N1".into()),
        ..Placement::default()
    }
}
pub(crate) fn into_care(s: &mut Story, day: &str) {
    s.born("2014-05-03").on(day, Fact::PlacementBegan(foster("V2")));
}
pub(crate) fn left_care() -> Fact {
    Fact::CeasedToBeLookedAfter { reason: "E4A".into() }
}
pub(crate) fn review() -> Fact {
    Fact::ReviewHeld { participation: "PN1".into(), adjourned: false }
}

pub(crate) fn first_held(s: &mut Story) {
    into_care(s, "2026-03-02");
    s.on("2026-03-25", review());
}
pub(crate) fn second_held(s: &mut Story) {
    first_held(s);
    s.on("2026-06-10", review());
}
/// A row of the 903: `"S C2 U4"` from its first day, open or ceased (`"2016-09-05 X1"`), in the return of a year.
pub(crate) fn episode(from: &str, what: &str, ceased: &str, year: i16) -> Fact {
    let mut what = what.split(' ');
    let mut code = || what.next().unwrap_or_default().into();
    let (dec, rec) = ceased.split_once(' ').unwrap_or_default();
    Fact::EpisodeReported(Box::new(reported::Episode {
        origin: Origin { return_year: year, ..Origin::default() },
        decom: from.into(),
        rne: code(),
        ls: code(),
        place: code(),
        dec: dec.into(),
        rec: rec.into(),
        ..reported::Episode::default()
    }))
}
