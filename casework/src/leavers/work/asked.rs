//! Contact is lost: those who may know are asked, several at once.
use super::choices::each;
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::leavers::{Fact, touch::Source};

pub const ASKED: Entry = Entry {
    name: "asked",
    title: "Ask where they are",
    intro: "Write down whom you asked. What they answer is recorded when it comes; only the young person ends the search.",
    from: At::Touch,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let who = f.checkboxes("who", "Whom did you ask?", each(Source::ALL, Source::title)).required("Say whom you asked");
    let on = about.on(f, "On which day?");
    Said::each(on?, who?.into_iter().map(|who| Fact::SearchAsked { who }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn each_who_was_asked_is_a_fact_of_its_own() {
        let said = anew(&ASKED, &[("who", "housing"), ("who", "family")]).unwrap();
        let asked = [Source::Housing, Source::Family].map(|who| Fact::SearchAsked { who }.into());
        assert_eq!(said, asked);
        assert_eq!(anew(&ASKED, &[]).unwrap_err(), ["Say whom you asked"]);
    }
}
