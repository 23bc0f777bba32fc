//! Every looked-after child has the postcodes of the home and of the placement, but on short breaks and but for those
//! who came alone to seek asylum, who have no home here.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "392b",
    level: Level::Error,
    wrong: "The postcode of the child's home or of the placement is missing.",
    why: "Without both it is not known how far from home the child lives, nor in which authority.",
    todo: "Give HOME_POST and PL_POST.",
    reason: Reason::Data,
    fields: &[ep::HOME_POST, ep::PL_POST],
    versions: &[Version::always(
        &[ep::CHILD, ep::LS, ep::HOME_POST, ep::PL_POST],
        Check::Row(EPISODES, has_no_postcodes),
    )
    .may_read(UASC_SHOWN)
    .helped_by(UASC_SHOWN_BEFORE)],
    cases: &[Case {
        about: "either of the two",
        given: "
            Episodes  | CHILD | LS | HOME_POST | PL_POST
                      | 1     | C2 | ZZ1 1ZZ   | ZZ2 2ZZ
            >         | 1     | C2 |           | ZZ2 2ZZ
            >         | 1     | C2 | ZZ1 1ZZ   |
                      | 1     | V4 |           |
                      | 2     | V2 |           | ZZ2 2ZZ
                      | 3     | V2 |           | ZZ2 2ZZ
            UASC_last | CHILD | DUC
                      | 2     | 01/05/2025
            UASC      | CHILD | DUC
                      | 3     |
        ",
    }],
};
fn has_no_postcodes(e: Row) -> Answer {
    let lacks_one = e.is_blank(ep::HOME_POST) || e.is_blank(ep::PL_POST);
    Ok(lacks_one && !is_short_break(e) && !is_or_was_uasc(e.child()))
}
