//! Detention under the Police and Criminal Evidence Act 1984 ends when the child is brought before a court; the
//! return allows 21 days. Episodes that each begin when the one before ends are one stay.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "364",
    level: Level::Error,
    wrong: "The child was detained in the authority's accommodation by the police for more than 21 days.",
    why: "The police must bring a detained child before a court as soon as they can.",
    todo: "Correct the legal status or the days; the time after it needs a status of its own.",
    reason: Reason::Law,
    fields: &[ep::LS, ep::DECOM, ep::DEC],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, ep::DEC, ep::LS],
        Check::Child(|child, told| stays_longer_than(child, told, "J2", 21)),
    )],
    cases: &[Case {
        about: "episodes that join are one stay; an open one lasts to 31 March",
        given: "
            Episodes | CHILD | DECOM      | DEC        | LS
                     | 1     | 01/05/2026 | 22/05/2026 | J2
            >        | 2     | 01/05/2026 | 23/05/2026 | J2
            >        | 3     | 01/05/2026 | 22/05/2026 | J2
            >        | 3     | 22/05/2026 | 23/05/2026 | J2
                     | 4     | 01/05/2026 | 22/05/2026 | J2
                     | 4     | 23/05/2026 | 24/05/2026 | J2
            >        | 5     | 01/05/2026 |            | J2
                     | 6     | 11/03/2027 |            | J2
                     | 7     | 01/05/2026 |            | C2
            ?        | 8     | 01/05/2026 | 31/04/2026 | J2
        ",
    }],
};
