//! In education, employment or training.
use super::{Band, Item, Measure, NEIGHBOURS, england, known, said};

/// Full time and part time: higher education, other education, an apprenticeship, other training or work.
const CODES: [&str; 8] = ["F1", "P1", "F2", "P2", "F4", "P4", "F5", "P5"];

pub const EET: Measure = Measure {
    code: "K51",
    name: "eet",
    title: "In education, employment or training",
    are: "in education, employment or training",
    item: Item::Activity,
    column: "eet",
    is_not: "Not in education or work",
    is_not_known: "Activity not known",
    numerator: "What they did on the birthday, or the first that was said of it in the month after, has one of the codes \
                F1, F2, F4, F5, P1, P2, P4, P5. What was known from before counts if we spoke with them about then, or \
                somebody said so then",
    numerator_today: "What they do now has one of the codes F1, F2, F4, F5, P1, P2, P4, P5",
    source: "903, OC3: activity",
    says: |at| said(at, || known(at.activity.as_ref()).map(|code| CODES.contains(&code))),
    published: &[england(Band::From17To18, 64), england(Band::From19To21, 54)],
    neighbours: [NEIGHBOURS[2], NEIGHBOURS[3]],
};
