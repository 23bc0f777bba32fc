//! The assessment, done with the housing department.
use super::page::open_since;
use crate::{
    entry::{About, Entry, Said},
    page::{Form, choice},
    people::head::At,
};
use practice::leavers::Fact;

pub const ASSESSED: Entry =
    Entry { name: "homeless-assessed", title: "Record the assessment", intro: "", from: At::Homeless, declare };
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let with = [
        choice(true, "yes", "Yes"),
        choice(false, "no", "No").hint("It is kept, and is not the assessment that is asked for"),
    ];
    let with_housing = f.radios("with", "Was it done with the housing department?", with);
    let with_housing = with_housing.required("Say whether it was done with housing");
    let on = open_since(f, about, "On which day was it complete?");
    Said::one(on?, Fact::HomelessAssessed { with_housing: with_housing? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::{anew, of};
    use practice::case::Story;

    #[test]
    fn whether_housing_was_there_is_always_said() {
        let mut s = Story::default();
        s.born("2009-06-17").on("2026-11-20", Fact::HomelessPresented);
        assert_eq!(of(&ASSESSED, &s, &[]).unwrap_err(), ["Say whether it was done with housing"]);
        let said = of(&ASSESSED, &s, &[("with", "no")]);
        assert_eq!(said, Ok(vec![Fact::HomelessAssessed { with_housing: false }.into()]));
        assert!(anew(&ASSESSED, &[("with", "yes")]).is_err(), "nobody came");
    }
}
