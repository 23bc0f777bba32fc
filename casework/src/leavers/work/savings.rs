//! What they have saved, as it was last known.
use super::choices::{each, pounds};
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::leavers::{Fact, money::Savings};

pub const SAVINGS: Entry = Entry {
    name: "savings",
    title: "Record savings",
    intro: "Junior ISAs and child trust funds become theirs at 18: many do not know that they have one.",
    from: At::Life,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let held_in = f.radios("held", "Where?", each(Savings::ALL, Savings::words)).required("Say where it is saved");
    let pence = pounds(f, "How much?");
    let on = about.on(f, "On which day?");
    Said::one(on?, Fact::SavingsKnown { held_in: held_in?, pence: pence? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn it_says_where_and_how_much() {
        let said = Fact::SavingsKnown { held_in: Savings::JuniorIsa, pence: 31_000 };
        assert_eq!(anew(&SAVINGS, &[("held", "junior_isa"), ("pounds", "310")]), Ok(vec![said.into()]));
        assert_eq!(anew(&SAVINGS, &[]).unwrap_err(), ["Say where it is saved", "Enter the amount"]);
    }
}
