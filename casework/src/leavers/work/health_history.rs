//! The history of their health, theirs to keep: offered, taken, declined, offered again.
use crate::{
    entry::{About, Entry, Said},
    page::{Form, choice},
    people::head::At,
};
use practice::leavers::Fact;

pub const OFFERED: Entry = Entry {
    name: "health-history",
    title: "Record that the health history was offered",
    intro: "Before 18, and again later for whoever did not want it then.",
    from: At::Life,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let taken = [choice(true, "yes", "Yes, they have it"), choice(false, "no", "No: offer it again later")];
    let taken = f.radios("taken", "Did they take it?", taken).required("Say whether they took it");
    let on = about.on(f, "On which day?");
    Said::one(on?, Fact::HealthHistoryOffered { taken: taken? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn a_refusal_is_kept_too() {
        let no = Fact::HealthHistoryOffered { taken: false };
        assert_eq!(anew(&OFFERED, &[("taken", "no")]), Ok(vec![no.into()]));
        assert_eq!(anew(&OFFERED, &[]).unwrap_err(), ["Say whether they took it"]);
    }
}
