//! Motherhood: asked of girls who were looked after in the year, short breaks left out, and of nobody else.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "165",
    level: Level::Error,
    wrong: "Whether she is a mother is not said as 0 or 1, or it is said of a boy.",
    why: "A mother in care, and her child, need help of their own.",
    todo: "Give 0 or 1 for a girl who was looked after in the year, and nothing for a boy.",
    reason: Reason::Data,
    fields: &[header::MOTHER, header::SEX, oc3::ACTIV, oc3::ACCOM, oc3::IN_TOUCH, ep::DECOM],
    versions: &[Version::always(
        &[header::CHILD, header::SEX, header::MOTHER, ep::CHILD, ep::DECOM, ep::DEC, ep::LS],
        Check::Child(is_wrong_of_motherhood),
    )],
    cases: &[Case {
        about: "a girl needs an answer, a boy none",
        given: "
                Header   | CHILD | SEX | MOTHER
                         | 1     | F   | 0
                         | 2     | F   | 1
                >        | 3     | F   |
                >        | 4     | F   | 2
                >        | 5     | M   | 1
                         | 6     | M   |
                         | 7     | F   |
                         | 8     | F   |
                         | 9     | F   |
                         | 10    | U   |
                >        | 11    | 2   |
                ?        | 12    | F   |
                Episodes | CHILD | DECOM      | DEC        | LS
                         | 1     | 01/05/2020 |            | C2
                         | 2     | 01/05/2020 |            | C2
                         | 3     | 01/05/2020 | 01/04/2026 | C2
                         | 4     | 01/05/2020 |            | C2
                         | 5     | 01/05/2020 |            | C2
                         | 6     | 01/05/2020 |            | C2
                         | 7     | 01/05/2020 | 31/03/2026 | C2
                         | 8     | 01/05/2026 |            | V4
                         | 10    | 01/05/2020 |            | C2
                         | 11    | 31/03/2027 |            | C2
                         | 12    | 01/05/2026 | 31/06/2026 | C2
                OC3      | CHILD
                >        | 3
                         | 9

            ",
    }],
};
fn is_wrong_of_motherhood(child: Child, told: &mut Told) {
    for h in child.rows(HEADER) {
        // A care leaver's row of OC3 shows beside it why the question may have been left out.
        let rows: Vec<Row> = std::iter::once(h).chain(child.rows(OC3)).collect();
        told.ask(&rows, || {
            let (said, sex) = (h.said(header::MOTHER), sex(h, header::SEX));
            match said {
                "" if sex == "F" => any(child.rows(EPISODES), |e| Ok(!is_short_break(e) && is_of_the_year(e)?)),
                "" => Ok(false),
                _ => Ok(sex == "M" || !codes::holds("s903.mother", said, h.given().end)),
            }
        });
    }
}
