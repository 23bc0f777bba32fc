//! Work and learning offered to them, the council's own jobs and apprenticeships too.
use super::choices::each;
use crate::{
    entry::{About, Entry, Said},
    page::{Form, yes_no},
    people::head::At,
};
use practice::leavers::{Fact, living::Opportunity};

pub const OFFERED: Entry =
    Entry { name: "opportunity", title: "Record an offer of work or learning", intro: "", from: At::Life, declare };
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let what = f.radios("what", "What was offered?", each(Opportunity::ALL, Opportunity::words));
    let what = what.required("Say what was offered");
    let mut yes_or_no = |name: &str, label: &str, message: &str| {
        f.radios(name, label, yes_no()).with("classes", "govuk-radios--inline").required(message)
    };
    let council = yes_or_no("council", "Is it with the council itself?", "Say whether it is with the council");
    let taken = yes_or_no("taken", "Did they take it?", "Say whether they took it");
    let on = about.on(f, "On which day?");
    Said::one(on?, Fact::OpportunityOffered { what: what?, with_the_council: council?, taken: taken? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn whether_it_is_the_councils_own_is_always_said() {
        let answers = [("what", "apprenticeship"), ("council", "yes"), ("taken", "no")];
        let what = Opportunity::Apprenticeship;
        let said = Fact::OpportunityOffered { what, with_the_council: true, taken: false };
        assert_eq!(anew(&OFFERED, &answers), Ok(vec![said.into()]));
        assert_eq!(
            anew(&OFFERED, &[("what", "job"), ("taken", "no")]).unwrap_err(),
            ["Say whether it is with the council"]
        );
    }
}
