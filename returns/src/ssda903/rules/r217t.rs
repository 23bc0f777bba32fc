//! Independent living (P2) ended as a placement for children under 18 with the registration of supported
//! accommodation on 28 October 2023. An episode that ended by that day is good.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "217t",
    level: Level::Error,
    wrong: "The child is in independent living, which is no placement since 28 October 2023.",
    why: "Supported accommodation must be registered with Ofsted since that day; a child in any other is in an \
        unlawful placement.",
    todo: "End the episode on 28 October 2023 at the latest and give the placement type that holds since.",
    reason: Reason::Law,
    fields: &[ep::PLACE, ep::DECOM],
    versions: &[Version::since(2024, &[ep::PLACE, ep::DEC], Check::Row(EPISODES, goes_on_after)).until(2024)],
    cases: &[Case {
        about: "the last day is 28 October 2023",
        given: "
            2023/24
            Episodes | CHILD | PLACE | DEC
                     | 1     | P2    | 28/10/2023
            >        | 2     | P2    | 29/10/2023
            >        | 3     | P2    |
            ?        | 4     | P2    | 31/11/2023
                     | 5     | P1    | 29/10/2023
        ",
    }],
};
fn goes_on_after(e: Row) -> Answer {
    Ok(e.is(ep::PLACE, &["P2"]) && e.day(ep::DEC)?.is_none_or(|ended| ended > date(2023, 10, 28)))
}
