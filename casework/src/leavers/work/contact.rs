//! A contact or an attempt, in under a minute: two answers and a save.
use super::choices::{each, words};
use crate::{
    entry::{About, Entry, Said},
    page::{Form, choice},
    people::head::At,
};
use practice::leavers::{
    Fact,
    touch::{By, CameOfIt, Contact, How},
};

pub const CONTACT: Entry = Entry {
    name: "contact",
    title: "Record a contact",
    intro: "Only a contact that went both ways counts as being in touch. An attempt is kept, and shows what was tried.",
    from: At::Touch,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let how = f.radios("how", "How?", each(How::ALL, How::words)).required("Say how");
    let came = CameOfIt::ALL.map(|c| match c {
        CameOfIt::TwoWay => choice(c, "two_way", "We spoke or wrote to each other"),
        CameOfIt::NoAnswer => choice(c, "no_answer", "No answer"),
        CameOfIt::MessageLeft => choice(c, "message_left", "I left word: a message, a card, a letter"),
        CameOfIt::HeardOf => choice(c, "heard_of", "Somebody else told me how they are"),
    });
    let came_of_it = f.radios("came", "What came of it?", came).required("Say what came of it");
    let childs_words = f.textarea("said", &format!("What {} said", about.called)).hint("In their own words");
    let childs_words = childs_words.with("rows", 2).at_most(4000).optional();
    let notes = words(f, "Notes");
    let by = By::ALL.map(|by| match by {
        By::Adviser => choice(by, "adviser", "I did"),
        By::YoungPerson => choice(by, "young_person", about.called),
        By::SomebodyElse => choice(by, "somebody_else", "Somebody else: duty, a carer, another service"),
    });
    let by = f.radios("by", "Who reached out?", by).initial("adviser").required("Say who reached out");
    let on = about.on(f, "On which day?");
    if childs_words.is_some() && came_of_it.is_some_and(|c| c != CameOfIt::TwoWay) {
        f.wrong("came", "If they said something, it went both ways");
    }
    let (how, came_of_it, by) = (how?, came_of_it?, by?);
    Said::one(
        on?,
        Fact::Contacted(Contact { how, came_of_it, by, childs_words: childs_words.unwrap_or_default(), notes }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn two_answers_make_a_contact() {
        let said = anew(&CONTACT, &[("how", "call"), ("came", "no_answer"), ("by", "adviser")]).unwrap();
        let practice::Fact::Leavers(Fact::Contacted(c)) = &said[0] else { panic!("{said:?}") };
        assert_eq!((c.how, c.came_of_it, c.by), (How::Call, CameOfIt::NoAnswer, By::Adviser));
        assert_eq!(anew(&CONTACT, &[("by", "adviser")]).unwrap_err(), ["Say how", "Say what came of it"]);
    }
    #[test]
    fn who_said_something_was_in_touch() {
        let answers = [("how", "call"), ("came", "no_answer"), ("by", "adviser"), ("said", "Not now.")];
        assert_eq!(anew(&CONTACT, &answers).unwrap_err(), ["If they said something, it went both ways"]);
    }
}
