//! An episode that was open at 31 March goes on under the same placement type; a change makes a new episode. In
//! 2024/25 supported accommodation got its own code (K3), and what had been H5 became K3.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "503D",
    level: Level::Error,
    wrong: "Last year's return ended with an open episode, and this year's first episode has another placement type.",
    why: "The two returns then tell of different things, and what happened to the child at 31 March is not known.",
    todo: "Find out which of the two is true; correct this year's, or send last year's again.",
    reason: Reason::Data,
    fields: &[ep::PLACE],
    versions: &[
        Version::always(
            &[ep::CHILD, ep::DECOM, ep::PLACE],
            Check::Child(|child, told| is_not_as_last_year(child, told, ep::PLACE)),
        )
        .until(2024)
        .needs_prior(&[ep::CHILD, ep::DECOM, ep::DEC, ep::PLACE]),
        Version::since(2025, &[ep::CHILD, ep::DECOM, ep::PLACE], Check::Child(is_not_but_for_supported))
            .until(2025)
            .needs_prior(&[ep::CHILD, ep::DECOM, ep::DEC, ep::PLACE]),
        Version::since(
            2026,
            &[ep::CHILD, ep::DECOM, ep::PLACE],
            Check::Child(|child, told| is_not_as_last_year(child, told, ep::PLACE)),
        )
        .needs_prior(&[ep::CHILD, ep::DECOM, ep::DEC, ep::PLACE]),
    ],
    cases: &[
        Case {
            about: "only the episode that was open last year is compared, and only with this year's first",
            given: "
                Episodes      | CHILD | DECOM      | PLACE
                >             | 1     | 01/05/2025 | U4
                              | 2     | 01/05/2025 | U6
                              | 2     | 01/05/2026 | U4
                              | 3     | 01/05/2026 | U4
                >             | 4     | 01/05/2025 | K3
                Episodes_last | CHILD | DECOM      | DEC        | PLACE
                              | 1     | 01/05/2025 |            | U6
                              | 2     | 01/05/2025 |            | U6
                              | 3     | 01/05/2025 | 01/06/2025 | U6
                              | 4     | 01/05/2025 |            | H5
            ",
        },
        Case {
            about: "in 2024/25 H5 became K3",
            given: "
                2024/25
                Episodes      | CHILD | DECOM      | PLACE
                              | 1     | 01/05/2023 | K3
                >             | 2     | 01/05/2023 | K3
                >             | 3     | 01/05/2023 | U6
                Episodes_last | CHILD | DECOM      | DEC        | PLACE
                              | 1     | 01/05/2023 |            | H5
                              | 2     | 01/05/2023 |            | K2
                              | 3     | 01/05/2023 |            | H5
            ",
        },
        Case {
            about: "but not before",
            given: "
                2023/24
                Episodes      | CHILD | DECOM      | PLACE
                >             | 1     | 01/05/2022 | K3
                              | 2     | 01/05/2022 | H5
                Episodes_last | CHILD | DECOM      | DEC        | PLACE
                              | 1     | 01/05/2022 |            | H5
                              | 2     | 01/05/2022 |            | H5
            ",
        },
    ],
};
fn is_not_but_for_supported(child: Child, told: &mut Told) {
    against_last_year(child, told, |first, last| {
        let got_its_code = last.is(ep::PLACE, &["H5"]) && first.is(ep::PLACE, &["K3"]);
        Ok(!got_its_code && !first.is_as(ep::PLACE, last, ep::PLACE))
    });
}
