//! Disabilities, by the codes of the census: all of them each time.
use super::choices::codes_of;
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::disability::Fact;

pub const DISABILITIES: Entry = Entry {
    name: "disabilities",
    title: "Record disabilities",
    intro: "Tick all that hold now, or that there is none.",
    from: At::Life,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let held = f.checkboxes("held", "Disabilities", codes_of("cin.disability", about.today));
    let disabilities = held.required("Tick what holds, or that there is none");
    let on = about.on(f, "On which day was it learned?");
    if disabilities.as_ref().is_some_and(|d| d.len() > 1 && d.iter().any(|code| code == "NONE")) {
        f.wrong("held", "None, or those that there are");
    }
    Said::one(on?, Fact::DisabilitiesLearned { disabilities: disabilities? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn none_stands_alone() {
        let said = |codes: &[&str]| anew(&DISABILITIES, &codes.iter().map(|c| ("held", *c)).collect::<Vec<_>>());
        assert!(said(&["NONE"]).is_ok() && said(&["LD", "AUT"]).is_ok());
        assert_eq!(said(&["NONE", "LD"]).unwrap_err(), ["None, or those that there are"]);
        assert!(said(&[]).is_err() && said(&["XX"]).is_err());
    }
}
