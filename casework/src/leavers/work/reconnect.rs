//! All was tried: a manager looks at it, and says how the young person is to be found.
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::leavers::Fact;

pub const PLAN: Entry = Entry {
    name: "found-how",
    title: "Say how they are to be found",
    intro: "For the manager, once everything on the list was tried: look at what was tried, and say who does what next \
            and by when.",
    from: At::Touch,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let words = f.textarea("words", "How are they to be found?").hint("Who does what, and by when").with("rows", 4);
    let words = words.at_most(4000).required("Say how they are to be found");
    let on = about.on(f, "On which day?");
    Said::one(on?, Fact::ReconnectPlanMade { words: words? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn it_says_how() {
        let words = "Grace rings his aunt by Friday.";
        assert_eq!(anew(&PLAN, &[("words", words)]), Ok(vec![Fact::ReconnectPlanMade { words: words.into() }.into()]));
        assert_eq!(anew(&PLAN, &[("words", " ")]).unwrap_err(), ["Say how they are to be found"]);
    }
}
