//! The letters that were sent to a young person, as they read them on their own page. One that was stopped was not
//! sent, so that it is not among them.
use super::Fact;
use crate::{
    day::Date,
    fact::{Event, Fact as F, Id},
    history::History,
    letters::{By, Document, sent},
};

#[derive(Clone, Debug, PartialEq)]
pub struct MyLetter {
    pub id: Id,
    pub code: String,
    /// What it tells of: a decision, a version of a plan.
    pub about: Option<Id>,
    pub by: By,
    pub on: Date,
    /// Word for word. Where it was sent stood on the envelope, and is not shown: somebody may look at the screen.
    pub document: Document,
    /// When they said that they had read it.
    pub read: Option<Event>,
}
/// The last first.
pub fn my_letters(h: &History) -> Vec<MyLetter> {
    let one = |(kept, sent): (&crate::fact::Kept, &crate::letters::Sent)| MyLetter {
        id: kept.id,
        code: sent.letter.clone(),
        about: sent.about,
        by: sent.by,
        on: kept.happened,
        document: Document { to: sent.document.to.iter().take(1).cloned().collect(), ..sent.document.clone() },
        read: read_on(h, kept.id),
    };
    sent(h).rev().map(one).collect()
}
/// When the young person said on their own page that they had read this letter.
pub fn read_on(h: &History, letter: Id) -> Option<Event> {
    let reads = |f: &F| matches!(f, F::Young(Fact::LetterRead { letter: of }) if *of == letter);
    h.all().find(|k| reads(&k.fact)).map(Event::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        case::Story,
        day::date,
        letters::{Layout, Sent},
    };

    #[test]
    fn a_letter_is_read_word_for_word_without_where_it_went_and_it_is_known_when() {
        let mut s = Story::default();
        let to = vec!["Kai Marsh".to_string(), "PO Box 12".into()];
        let document = Document { to, signed: vec!["Grace".into()], ..Document::new(Layout::Letter, "Your rights") };
        let sent = Sent { letter: "rights".into(), way: None, by: By::Post, about: None, document };
        s.on("2026-11-02", crate::letters::Fact::LetterSent(Box::new(sent)));
        let mine = |s: &Story| my_letters(&s.history(date(2026, 11, 20))).remove(0);
        let letter = mine(&s);
        assert_eq!((letter.document.to, letter.document.signed), (vec!["Kai Marsh".into()], vec!["Grace".into()]));
        assert_eq!(letter.read, None);
        s.on("2026-11-04", Fact::LetterRead { letter: letter.id });
        s.on("2026-11-09", Fact::LetterRead { letter: letter.id });
        assert_eq!(mine(&s).read.map(|e| e.on), Some(date(2026, 11, 4)), "the first time");
    }
}
