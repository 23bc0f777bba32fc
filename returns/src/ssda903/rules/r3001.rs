//! Staying put begins at 18. The published rule names no field of its own tables: the accommodation is the one it
//! speaks of.
use super::prelude::*;

pub const RULE: Rule = Rule {
    code: "3001",
    level: Level::Error,
    wrong: "At 17 the young person is said to live with former foster carers, staying put.",
    why: "Up to 18 this is a foster placement: the young person is either still looked after, or lives elsewhere.",
    todo: "Correct the accommodation or the date of birth, or report the foster placement as an episode.",
    reason: Reason::Guidance,
    fields: &[oc3::ACCOM],
    versions: &[Version::always(&[oc3::CHILD, oc3::ACCOM], Check::Child(stays_put_too_early))
        .may_read(&[header::DOB, oc3::DOB])],
    cases: &[Case {
        about: "only those who turned 17 in the year",
        given: "
                Header | CHILD | DOB
                       | 1     | 31/03/2010
                       | 2     | 01/04/2010
                       | 3     | 31/03/2009
                       | 4     | 01/05/2009
                       | 6     | 1/5/2009
                OC3    | CHILD | DOB        | ACCOM
                >      | 1     |            | Z1
                       | 2     |            | Z1
                       | 3     |            | Z2
                       | 4     |            | B1
                >      | 5     | 01/05/2009 | Z2
                ?      | 6     |            | Z1

            ",
    }],
};
fn stays_put_too_early(child: Child, told: &mut Told) {
    for o in child.rows(OC3).iter().filter(|o| o.is(oc3::ACCOM, &["Z1", "Z2"])) {
        told.ask(&[o], || Ok(is_in_year(child, leaver_born(o)?.map(|born| birthday(born, 17)))));
    }
}
