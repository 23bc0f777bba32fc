//! The first interview, on the day they came.
use super::page::open_since;
use crate::{
    entry::{About, Entry, Said},
    page::{Form, choice},
    people::head::At,
};
use practice::leavers::Fact;

pub const INTERVIEWED: Entry =
    Entry { name: "homeless-interviewed", title: "Record the first interview", intro: "", from: At::Homeless, declare };
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let safe = [
        choice(true, "yes", "Yes, they may stay there tonight and are safe"),
        choice(false, "no", "No: we find them a place today"),
    ];
    let safe_tonight = f.radios("safe", "Have they somewhere safe for tonight?", safe);
    let safe_tonight = safe_tonight.required("Say whether they are safe tonight");
    let on = open_since(f, about, "On which day?");
    Said::one(on?, Fact::HomelessInterviewed { safe_tonight: safe_tonight? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::{anew, of};
    use practice::case::Story;

    #[test]
    fn nobody_is_interviewed_who_did_not_come() {
        assert!(anew(&INTERVIEWED, &[("safe", "yes")]).is_err());
        let mut s = Story::default();
        s.born("2009-06-17").on("2026-11-20", Fact::HomelessPresented);
        let said = of(&INTERVIEWED, &s, &[("safe", "no")]);
        assert_eq!(said, Ok(vec![Fact::HomelessInterviewed { safe_tonight: false }.into()]));
        assert_eq!(of(&INTERVIEWED, &s, &[]).unwrap_err(), ["Say whether they are safe tonight"]);
    }
}
