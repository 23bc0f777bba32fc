//! Where the earlier order was made. Whenever the code held: the order may be older than the authorities of today.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "633",
    level: Level::Error,
    wrong: "LA_PERM is neither an English local authority nor one of WAL, SCO, NIR and NUK.",
    why: "It cannot be told which authority arranged the permanent home that broke down.",
    todo: "Give the authority's three-digit code; outside England WAL, SCO, NIR or NUK.",
    reason: Reason::Data,
    fields: &[prev_perm::LA_PERM],
    versions: &[Version::always(&[prev_perm::LA_PERM], Check::Row(PREV_PERM, is_no_authority))],
    cases: &[Case {
        about: "authorities and other countries",
        given: "
            PrevPerm | LA_PERM
                     | 892
                     | 204
                     | SCO
                     | NUK
            >        | 176
            >        | 89
            >        | ENG
            >        | CON
                     |
        ",
    }],
};
fn is_no_authority(p: Row) -> Answer {
    let code = p.said(prev_perm::LA_PERM);
    let is_known =
        ["WAL", "SCO", "NIR", "NUK"].contains(&code) || practice::codes::label("local_authority", code).is_some();
    Ok(!code.is_empty() && !is_known)
}
