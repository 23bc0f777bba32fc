//! In suitable accommodation.
use super::{Band, Measure, england, known, said};

pub const SUITABLE: Measure = Measure {
    code: "K52",
    name: "suitable",
    title: "In suitable accommodation",
    are: "in suitable accommodation",
    numerator: "Where they lived on the birthday, or the first that was said of it in the month after, was judged \
                suitable. Without a home and in custody nobody lives suitably",
    numerator_today: "Where they live now was judged suitable",
    source: "903, OC3: accommodation (the figure of the code)",
    says: |at| said(at, || known(at.accommodation.as_ref()).map(|code| code.ends_with('1'))),
    published: &[england(Band::From17To18, 91), england(Band::From19To21, 89)],
};
