//! The ethnic origin beside last year's.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "204",
    level: Level::Error,
    wrong: "The ethnic origin is not the one that last year's return gave.",
    why: "A child whose group changes from year to year makes every comparison of groups doubtful.",
    todo: "Ask what the child or family says of themselves, and give that.",
    reason: Reason::Data,
    fields: &[header::ETHNIC],
    versions: &[Version::always(
        &[header::CHILD, header::ETHNIC],
        Check::Child(|child, told| {
            beside_last_year(child, told, |now, last| Ok(!now.is_as(header::ETHNIC, last, header::ETHNIC)))
        }),
    )
    .needs_prior(&[header::CHILD, header::ETHNIC])],
    cases: &[Case {
        about: "children who are new have nothing to disagree with",
        given: "
                Header      | CHILD | ETHNIC
                            | 1     | WBRI
                >           | 2     | BCRB
                >           | 3     |
                            | 4     | BCRB
                            | 5     | wbri
                Header_last | CHILD | ETHNIC
                            | 1     | WBRI
                            | 2     | NOBT
                            | 3     | WBRI
                            | 5     | WBRI

            ",
    }],
};
