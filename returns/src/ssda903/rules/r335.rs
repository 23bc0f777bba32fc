//! Adopted by the foster carers, or by others. A1, A2 and the reason E1 are codes that are given no more; an old
//! adoption that is sent again still bears them.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "335",
    level: Level::Error,
    wrong: "FOSTER_CARE and the placement from which the child was adopted tell of different families.",
    why: "It decides whether the child counts as having stayed with the people who already cared for them.",
    todo: "Give 1 after a placement with the child's own foster carers (A3, A5), and 0 after any other (A4, A6); or \
        correct the placement.",
    reason: Reason::Data,
    fields: &[ep::PLACE, ad1::FOSTER_CARE],
    versions: &[Version::always(
        &[ep::CHILD, ep::PLACE, ep::REC, ad1::CHILD, ad1::FOSTER_CARE],
        Check::Child(is_adopted_by_others),
    )],
    cases: &[
        Case {
            about: "only the episode that ended in adoption",
            given: "
                Episodes | CHILD | PLACE | REC
                >        | 1     | A5    | E11
                         | 2     | A5    | E11
                >        | 3     | A4    | E12
                         | 4     | A6    | E12
                         | 5     | A5    | X1
                         | 6     | U1    | E11
                         | 7     | A5    | E11
                         | 8     |       | E11
                AD1 | CHILD | FOSTER_CARE
                >   | 1     | 0
                    | 2     | 1
                >   | 3     | 1
                    | 4     | 0
                    | 5     | 0
                    | 6     | 1
                    | 7     |
                    | 8     | 0
            ",
        },
        Case {
            about: "the codes of earlier years",
            given: "
                2022/23
                Episodes | CHILD | PLACE | REC
                >        | 1     | A2    | E1
                         | 2     | A1    | E1
                AD1 | CHILD | FOSTER_CARE
                >   | 1     | 0
                    | 2     | 0
            ",
        },
    ],
};
fn is_adopted_by_others(child: Child, told: &mut Told) {
    for e in child.rows(EPISODES).iter().filter(|e| e.is(ep::REC, &["E1", "E11", "E12"])) {
        let (by_own, by_others) = (e.is(ep::PLACE, &["A2", "A3", "A5"]), e.is(ep::PLACE, &["A1", "A4", "A6"]));
        for adoption in child.rows(AD1) {
            let says = |code| adoption.is(ad1::FOSTER_CARE, &[code]);
            told.ask(&[e, adoption], || Ok(by_own && says("0") || by_others && says("1")));
        }
    }
}
