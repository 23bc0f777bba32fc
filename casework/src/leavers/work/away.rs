//! The choice to step away, in the young person's own words.
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::leavers::Fact;

pub const AWAY: Entry = Entry {
    name: "stepped-away",
    title: "Record that they step away",
    intro: "The choice is theirs, and is respected: a letter now and then says that the door is open, and the yearly offer \
            goes on. It holds until they are in touch again. A child of 16 or 17 is still looked for.",
    from: At::Touch,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let words = f.textarea("said", &format!("What {} said", about.called)).hint("In their own words").with("rows", 3);
    let childs_words =
        words.at_most(4000).required("Write down what they said: without their words it is no choice of theirs");
    let on = about.on(f, "On which day?");
    Said::one(on?, Fact::SteppedAway { childs_words: childs_words? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn without_their_words_it_is_no_choice_of_theirs() {
        assert!(anew(&AWAY, &[]).is_err());
        let childs_words = "I’ll ring when I want to.".to_string();
        let said = anew(&AWAY, &[("said", &childs_words)]);
        assert_eq!(said, Ok(vec![Fact::SteppedAway { childs_words }.into()]));
    }
}
