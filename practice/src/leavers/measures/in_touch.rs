//! In touch with the council.
use super::{Measure, said};

pub const IN_TOUCH: Measure = Measure {
    code: "K50",
    name: "in-touch",
    title: "In touch",
    are: "in touch",
    numerator: "We spoke with them between three months before the birthday and one month after it. An attempt is no \
                contact",
    numerator_today: "We spoke with them in the last eight weeks. An attempt is no contact",
    source: "903, OC3: in touch",
    says: |at| said(at, || at.in_touch.map(|code| code == "YES")),
    published: &[],
};
