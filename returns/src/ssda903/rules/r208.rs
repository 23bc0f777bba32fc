//! The unique pupil number beside last year's. That a number which was not known (UN1 to UN5) has become known is no
//! disagreement; another reason why it is not known is none either. UN1 and UN4 say by themselves that the number is
//! yet to come; the published text names none of this.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "208",
    level: Level::Error,
    wrong: "The unique pupil number is not the one that last year's return gave.",
    why: "A pupil has one number through all schools: of two, one joins the child to the results of someone else.",
    todo: "Ask the school for the number, and correct the return that is wrong.",
    reason: Reason::Data,
    fields: &[header::UPN],
    versions: &[Version::always(
        &[header::CHILD, header::UPN],
        Check::Child(|child, told| beside_last_year(child, told, has_another_number)),
    )
    .needs_prior(&[header::CHILD, header::UPN])],
    cases: &[Case {
        about: "a number that has become known is no conflict",
        given: "
                Header      | CHILD | UPN
                            | 1     | A123456789012
                >           | 2     | B123456789012
                            | 3     | A123456789013
                >           | 4     | UN3
                >           | 5     |
                            | 6     | UN2
                            | 7     | A123456789014
                Header_last | CHILD | UPN
                            | 1     | A123456789012
                            | 2     | A123456789012
                            | 3     | UN1
                            | 4     | A123456789015
                            | 5     | A123456789016
                            | 6     | UN1

            ",
    }],
};
fn has_another_number(now: Row, last: Row) -> Answer {
    let was_unknown = codes::holds("s903.upn_unknown", last.code(header::UPN), last.given().end);
    Ok(!was_unknown && !now.is_as(header::UPN, last, header::UPN))
}
