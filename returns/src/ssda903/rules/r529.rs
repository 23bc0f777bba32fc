//! Health and other public bodies run no homes of these kinds.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "529",
    level: Level::Error,
    wrong: "A public body that is no authority is given as provider of parents, adopters, foster carers or a \
        children's home.",
    why: "Foster homes, adopters and children's homes are run by authorities, agencies and companies: one of the \
        two codes is not true.",
    todo: "Correct PLACE or PLACE_PROVIDER from the placement record.",
    reason: Reason::Guidance,
    fields: &[ep::PLACE, ep::PLACE_PROVIDER],
    versions: &[Version::always(
        &[ep::PLACE, ep::PLACE_PROVIDER],
        Check::Row(EPISODES, |e| {
            Ok(e.is(ep::PLACE_PROVIDER, &["PR3"])
                && e.is(ep::PLACE, &["P1", "A3", "A4", "A5", "A6", "K1", "K2", "U1", "U2", "U3", "U4", "U5", "U6"]))
        }),
    )],
    cases: &[Case {
        about: "the pair is wrong, neither code by itself",
        given: "
            Episodes | CHILD | PLACE | PLACE_PROVIDER
            >        | 1     | P1    | PR3
            >        | 2     | A3    | PR3
            >        | 3     | K2    | PR3
            >        | 4     | U6    | PR3
                     | 5     | R2    | PR3
                     | 6     | K3    | PR3
                     | 7     | U6    | PR4
        ",
    }],
};
