//! P and T are a change of the placement alone.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "435",
    level: Level::Error,
    wrong: "The reason says that the placement alone changed: it did not, or the legal status did too.",
    why: "What changed for the child cannot be told, and moves and changes of legal status are counted wrongly.",
    todo: "Correct RNE, or the legal status or placement of this episode or the one before.",
    reason: Reason::Data,
    fields: &[ep::LS, ep::PLACE, ep::PL_POST, ep::URN, ep::PLACE_PROVIDER],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::RNE, ep::LS, ep::PL_POST, ep::URN, ep::PLACE, ep::PLACE_PROVIDER],
        Check::Child(is_not_so),
    )],
    cases: &[Case {
        about: "the episode before is compared",
        given: "
            Episodes | CHILD | DECOM      | RNE | LS | PLACE | PL_POST | URN      | PLACE_PROVIDER
                     | 1     | 01/05/2026 | S   | V2 | U6    | ZZ1 1ZZ | SC000001 | PR1
                     | 1     | 01/06/2026 | P   | V2 | U6    | ZZ2 2ZZ | SC000001 | PR1
            >        | 1     | 01/07/2026 | P   | V2 | U6    | ZZ2 2ZZ | SC000001 | PR1
            >        | 1     | 01/08/2026 | T   | C2 | U4    | ZZ2 2ZZ | SC000001 | PR1
                     | 1     | 01/09/2026 | T   | C2 | U6    | ZZ2 2ZZ | SC000001 | PR1
                     | 2     | 01/05/2026 | P   | V2 | U6    | ZZ1 1ZZ | SC000001 | PR1
                     | 2     | 01/06/2026 | L   | V2 | U6    | ZZ1 1ZZ | SC000001 | PR1
        ",
    }],
};
fn is_not_so(child: Child, told: &mut Told) {
    for (last, e) in pairs(child, told) {
        let is_same_status = e.is_as(ep::LS, last, ep::LS);
        if e.is(ep::RNE, &["P", "T"]) && (!is_same_status || is_same_placement(e, last)) {
            told.breaks(&[e]);
        }
    }
}
