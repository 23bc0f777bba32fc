//! Bids for homes, and what became of each.
use super::choices::{each, short};
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::leavers::{Fact, settling::Bid};

pub const BID: Entry = Entry {
    name: "bid",
    title: "Record a bid for a home",
    intro: "Write the home the same way when there is news of it: what is said last of one home stands.",
    from: At::Life,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let home =
        short(f, "home", "For which home?").hint("For example, flat 3, Quay Court").required("Say for which home");
    let became = f.radios("became", "How does it stand?", each(Bid::ALL, Bid::words)).initial("made");
    let became = became.required("Say how it stands");
    let on = about.on(f, "On which day?");
    Said::one(on?, Fact::HousingBid { home: home?, became: became? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn a_bid_is_for_a_home() {
        let home = "Flat 3, Quay Court".to_string();
        let said = anew(&BID, &[("home", &home), ("became", "made")]);
        assert_eq!(said, Ok(vec![Fact::HousingBid { home, became: Bid::Made }.into()]));
        assert_eq!(anew(&BID, &[("became", "made")]).unwrap_err(), ["Say for which home"]);
    }
}
