//! Ethnicity.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "4220",
    level: Level::Error,
    wrong: "The child's ethnicity is missing or is not a code of the return.",
    why: "Who is helped and who is not can be seen only where it is recorded.",
    todo: "Give the code of the ethnicity as the child or a parent says it; REFU where they will not say, NOBT where nobody has asked yet.",
    reason: Reason::Data,
    fields: &[characteristics::ETHNICITY],
    versions: &[Version::always(
        &[characteristics::ETHNICITY],
        Check::Row(CHILD_CHARACTERISTICS, |row| is_missing_or_no_code(row, characteristics::ETHNICITY, "ethnicity")),
    )],
    cases: &[Case {
        about: "refused and not yet obtained are codes; small letters are not",
        given: "
                ChildCharacteristics | LAchildID | Ethnicity
                                     | 0         | WBRI
                                     | 1         | NOBT
                >                    | 2         | WHIT
                >                    | 3         | wbri
                >                    | 9         |
            ",
    }],
};
