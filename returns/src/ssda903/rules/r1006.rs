//! Missing or away: a blank is asked by 565 and 566.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "1006",
    level: Level::Error,
    wrong: "Whether the child was missing or away without authorisation is given as something else than M or A.",
    why: "The two are counted apart: of the one nobody knew where the child was.",
    todo: "Give M if nobody knew where the child was, A if it was known.",
    reason: Reason::Data,
    fields: &[missing::MISSING],
    versions: &[Version::always(
        &[missing::MISSING],
        Check::Row(MISSING, |m| Ok(is_no_code(m, missing::MISSING, "s903.missing"))),
    )],
    cases: &[Case {
        about: "the guide writes capitals",
        given: "
                Missing | CHILD | MISSING
                        | 1     | M
                        | 2     | A
                        | 3     |
                >       | 4     | m
                >       | 5     | Y

            ",
    }],
};
