//! Somewhere to be until it is decided.
use super::page::open_since;
use crate::{
    entry::{About, Entry, Said},
    page::{Form, choice},
    people::head::At,
};
use practice::leavers::{Fact, homeless::Interim};

pub const ACCOMMODATED: Entry = Entry {
    name: "homeless-accommodated",
    title: "Record where they stay until it is decided",
    intro: "From the day on which they go there, a decision is due within 10 working days.",
    from: At::Homeless,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let all = Interim::ALL.map(|place| {
        let code = match place {
            Interim::FosterCarers => "foster",
            Interim::SupportedAccommodation => "supported",
            Interim::ResidentialHome => "home",
            Interim::FamilyOrFriends => "family",
            Interim::BedAndBreakfast => "bed-and-breakfast",
        };
        let one = choice(place, code, place.words());
        match place {
            Interim::BedAndBreakfast => one.hint("Never right. If it happened it is written down, and does not count"),
            _ => one,
        }
    });
    let place = f.radios("place", "Where do they stay?", all).required("Say where they stay");
    let on = open_since(f, about, "Since which day?");
    Said::one(on?, Fact::HomelessAccommodated { place: place? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::{anew, of};
    use practice::case::Story;

    #[test]
    fn it_is_somewhere_of_the_list_once_they_came() {
        let mut s = Story::default();
        s.born("2009-06-17").on("2026-11-20", Fact::HomelessPresented);
        let said = of(&ACCOMMODATED, &s, &[("place", "supported")]);
        let place = Interim::SupportedAccommodation;
        assert_eq!(said, Ok(vec![Fact::HomelessAccommodated { place }.into()]));
        assert!(
            of(&ACCOMMODATED, &s, &[("place", "hotel")]).is_err()
                && anew(&ACCOMMODATED, &[("place", "foster")]).is_err()
        );
    }
}
