//! Referred to the housing department of a council (Housing Act 1996 s213B).
use super::choices::short;
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::leavers::Fact;

pub const REFERRAL: Entry =
    Entry { name: "housing-referral", title: "Record a referral to housing", intro: "", from: At::Life, declare };
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let authority = short(f, "authority", "To which council?").hint("The young person chooses");
    let authority = authority.required("Say to which council");
    let on = about.on(f, "On which day?");
    Said::one(on?, Fact::HousingReferralMade { authority: authority? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn it_says_to_whom() {
        let authority = "Nottingham".to_string();
        let said = anew(&REFERRAL, &[("authority", &authority)]);
        assert_eq!(said, Ok(vec![Fact::HousingReferralMade { authority }.into()]));
        assert_eq!(anew(&REFERRAL, &[]).unwrap_err(), ["Say to which council"]);
    }
}
