//! When the earlier order was made. The text does not say what values are valid: an order on the day of coming into
//! care, or after, is no earlier one.
use super::{
    earlier_orders::{earliest_day, starts_care},
    prelude::*,
};

pub const RULE: Rule = Rule {
    code: "632",
    level: Level::Error,
    wrong: "The day of the earlier permanence order is not written as a day, or does not lie before the child came \
        into care.",
    why: "How long the permanent home lasted cannot be told.",
    todo: "Give the day as DD/MM/YYYY, with ZZ for a part that is not known; it lies before the day on which care \
        began.",
    reason: Reason::Data,
    fields: &[prev_perm::DATE_PERM, ep::DECOM],
    versions: &[Version::always(
        &[ep::CHILD, ep::DECOM, prev_perm::CHILD, prev_perm::DATE_PERM],
        Check::Child(is_no_earlier_day),
    )
    .may_read(&[ep::RNE])
    .helped_by(&[ep::CHILD, ep::DECOM, ep::RNE])],
    cases: &[
        Case {
            about: "days in full and in part",
            given: "
                PrevPerm | CHILD | DATE_PERM
                         | 1     | 30/04/2026
                >        | 2     | 01/05/2026
                         | 3     | ZZ/04/2026
                >        | 4     | ZZ/05/2026
                         | 5     | zz/zz/2026
                >        | 6     | ZZ/ZZ/2027
                         | 7     | ZZ/ZZ/ZZZZ
                >        | 8     | 2015
                >        | 9     | 01/ZZ/2015
                         | 10    |
                         | 11    | 01/05/2026
                >        | 12    | 31/06/2015
                Episodes | CHILD | DECOM      | RNE
                         | 1     | 01/05/2026 | S
                >        | 2     | 01/05/2026 | S
                         | 3     | 01/05/2026 | S
                >        | 4     | 01/05/2026 | S
                         | 4     | 01/06/2026 | P
                         | 5     | 01/05/2026 | S
                >        | 6     | 01/05/2026 | S
                         | 7     | 01/05/2026 | S
                >        | 8     | 01/05/2026 | S
                >        | 9     | 01/05/2026 | S
                         | 10    | 01/05/2026 | S
                         | 11    | 01/05/2026 | P
            ",
        },
        Case {
            about: "the child came into care in an earlier year",
            given: "
                2025/26
                PrevPerm | CHILD | DATE_PERM
                >        | 1     | 01/05/2025
                         | 2     | 30/04/2023
                Episodes | CHILD | DECOM      | RNE
                         | 1     | 01/06/2025 | P
                         | 2     | 01/06/2025 | P
                Episodes_before | CHILD | DECOM      | RNE
                                | 1     | 01/05/2023 | S
                                | 2     | 01/05/2023 | S
            ",
        },
    ],
};
fn is_no_earlier_day(child: Child, told: &mut Told) {
    let dated: Vec<Row> = child.rows(PREV_PERM).iter().filter(|p| p.is_filled(prev_perm::DATE_PERM)).collect();
    if dated.is_empty() {
        return;
    }
    // Of several times in care it is the last before which the order was made.
    let here = told.in_order(child.rows(EPISODES), ep::DECOM).into_iter().rfind(|e| starts_care(*e));
    let day = |e: Row| e.day(ep::DECOM).unwrap_or(None);
    let began = match here {
        Some(start) => day(start),
        None => child.before(EPISODES).filter(|e| starts_care(*e)).filter_map(day).max(),
    };
    for p in dated {
        let is_wrong = match earliest_day(p.said(prev_perm::DATE_PERM)) {
            Some(earliest) => began.is_some_and(|began| earliest >= began),
            None => true,
        };
        if is_wrong {
            told.breaks(&[Some(p), here].into_iter().flatten().collect::<Vec<_>>());
        }
    }
}
