//! Children whose sex nobody recorded.
use super::prelude::*;
use crate::check::Column;

pub const RULE: Rule = Rule {
    code: "2886Q",
    level: Level::Query,
    wrong: "Of more than 2 per cent of the children who are born the sex is not recorded.",
    why: "Every table of the statistics is divided by it; so many gaps point to a fault of the extract rather than to the children.",
    todo: "Find the gaps and fill them, or say why so many are not known.",
    reason: Reason::Data,
    fields: &[identifiers::EXPECTED_PERSON_BIRTH_DATE],
    versions: &[
        Version::always(
            &[identifiers::GENDER_CURRENT, identifiers::EXPECTED_PERSON_BIRTH_DATE],
            Check::Return(|whole, told| many_without(whole, told, identifiers::GENDER_CURRENT, &["0"])),
        )
        .until(2024),
        Version::since(
            2025,
            &[identifiers::SEX, identifiers::EXPECTED_PERSON_BIRTH_DATE],
            Check::Return(|whole, told| many_without(whole, told, identifiers::SEX, &["U"])),
        ),
    ],
    cases: &[
        Case {
            about: "unborn children do not count",
            given: "
                > the return
                ChildIdentifiers | LAchildID | Sex | ExpectedPersonBirthDate
                                 | 1         | F   |
                                 | 2         | U   |
                                 | 3         | U   | 2027-05-01
            ",
        },
        Case {
            about: "an unborn child alone",
            given: "
                ChildIdentifiers | LAchildID | Sex | ExpectedPersonBirthDate
                                 | 1         | F   |
                                 | 2         | U   | 2027-05-01
            ",
        },
        Case {
            about: "1 in 50 is 2 per cent and not more",
            given: "
                ChildIdentifiers | LAchildID | Sex | ExpectedPersonBirthDate
                                 | 0         |     |
                                 | 1         | M   |
                                 | 2         | M   |
                                 | 3         | M   |
                                 | 4         | M   |
                                 | 5         | M   |
                                 | 6         | M   |
                                 | 7         | M   |
                                 | 8         | M   |
                                 | 9         | M   |
                                 | 10        | M   |
                                 | 11        | M   |
                                 | 12        | M   |
                                 | 13        | M   |
                                 | 14        | M   |
                                 | 15        | M   |
                                 | 16        | M   |
                                 | 17        | M   |
                                 | 18        | M   |
                                 | 19        | M   |
                                 | 20        | M   |
                                 | 21        | M   |
                                 | 22        | M   |
                                 | 23        | M   |
                                 | 24        | M   |
                                 | 25        | M   |
                                 | 26        | M   |
                                 | 27        | M   |
                                 | 28        | M   |
                                 | 29        | M   |
                                 | 30        | M   |
                                 | 31        | M   |
                                 | 32        | M   |
                                 | 33        | M   |
                                 | 34        | M   |
                                 | 35        | M   |
                                 | 36        | M   |
                                 | 37        | M   |
                                 | 38        | M   |
                                 | 39        | M   |
                                 | 40        | M   |
                                 | 41        | M   |
                                 | 42        | M   |
                                 | 43        | M   |
                                 | 44        | M   |
                                 | 45        | M   |
                                 | 46        | M   |
                                 | 47        | M   |
                                 | 48        | M   |
                                 | 49        | M   |
            ",
        },
        Case {
            about: "gender, up to 2023/24",
            given: "
                2023/24
                > the return
                ChildIdentifiers | LAchildID | GenderCurrent | ExpectedPersonBirthDate
                                 | 1         | 1             |
                                 | 2         | 0             |
            ",
        },
    ],
};
/// Blank, or the code that says it is not recorded.
fn many_without(whole: Whole, told: &mut Told, column: Column, not_recorded: &[&str]) {
    let born = whole.rows(CHILD_IDENTIFIERS).filter(|c| c.is_blank(identifiers::EXPECTED_PERSON_BIRTH_DATE));
    let without = born.clone().filter(|c| c.is_blank(column) || c.is(column, not_recorded)).count();
    if without * 50 > born.count() {
        told.whole_breaks();
    }
}
