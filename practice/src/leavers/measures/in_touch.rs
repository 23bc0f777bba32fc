//! In touch with the council.
use super::{Item, Measure, NEIGHBOURS, said};

pub const IN_TOUCH: Measure = Measure {
    code: "K50",
    name: "in-touch",
    title: "In touch",
    are: "in touch",
    item: Item::InTouch,
    column: "touch",
    is_not: "Not in touch",
    is_not_known: "Contact not known",
    numerator: "We spoke with them between three months before the birthday and one month after it. An attempt is no \
                contact",
    numerator_today: "We spoke with them within the weeks that their need asks for: eight, unless it was rated otherwise or \
                      the council set another number (W09). An attempt is no contact",
    source: "903, OC3: in touch",
    says: |at| said(at, || at.in_touch.map(|code| code == "YES")),
    published: &[],
    neighbours: [NEIGHBOURS[4], NEIGHBOURS[5]],
};
