//! In suitable accommodation.
use super::{Band, Item, Measure, NEIGHBOURS, england, known, said};

pub const SUITABLE: Measure = Measure {
    code: "K52",
    name: "suitable",
    title: "In suitable accommodation",
    are: "in suitable accommodation",
    item: Item::Accommodation,
    column: "suitable",
    is_not: "Home not suitable",
    is_not_known: "Home not known",
    numerator: "Where they lived on the birthday, or the first that was said of it in the month after, was judged \
                suitable. Where they lived from before counts if we spoke with them about then, or somebody said so \
                then. Without a home and in custody nobody lives suitably",
    numerator_today: "Where they live now was judged suitable",
    source: "903, OC3: accommodation (the figure of the code)",
    says: |at| said(at, || known(at.accommodation.as_ref()).map(|code| code.ends_with('1'))),
    published: &[england(Band::From17To18, 91), england(Band::From19To21, 89)],
    neighbours: [NEIGHBOURS[0], NEIGHBOURS[1]],
};
