//! Every text of a return once: its cells are numbers, and a day is read once however often it stands there.
use practice::day::Date;
use string_interner::{StringInterner, Symbol as _, backend::StringBackend, symbol::SymbolU32};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Word(u32);
impl Word {
    pub const BLANK: Word = Word(0);
    pub fn is_blank(self) -> bool {
        self == Word::BLANK
    }
    pub(crate) fn place(self) -> usize {
        self.0 as usize
    }
}
/// Small, because a return of a hundred thousand children has millions and the processor's cache does not.
struct Meaning {
    /// The same in capitals; codes are compared so.
    code: Word,
    day: Option<Date>,
}
pub struct Words {
    /// All texts one after another; the n-th is the word n.
    texts: StringInterner<StringBackend<SymbolU32>>,
    meanings: Vec<Meaning>,
    read_day: fn(&str) -> Option<Date>,
}
impl Words {
    pub fn new(read_day: fn(&str) -> Option<Date>) -> Words {
        let mut texts = StringInterner::new();
        texts.get_or_intern_static("");
        Words { texts, meanings: vec![Meaning { code: Word::BLANK, day: None }], read_day }
    }
    /// The word for a cell; white space around it says nothing.
    pub fn word(&mut self, text: &str) -> Word {
        let text = text.trim();
        if text.is_empty() {
            return Word::BLANK;
        }
        let place = self.texts.get_or_intern(text).to_usize();
        let word = Word(u32::try_from(place).expect("a delivery is weighed before it is read"));
        if place == self.meanings.len() {
            self.meanings.push(Meaning { code: word, day: (self.read_day)(text) });
            if text.chars().any(char::is_lowercase) {
                self.meanings[place].code = self.word(&text.to_uppercase());
            }
        }
        word
    }
    /// How many there are: each one's place is below.
    pub(crate) fn len(&self) -> usize {
        self.meanings.len()
    }
    pub fn said(&self, word: Word) -> &str {
        SymbolU32::try_from_usize(word.place()).and_then(|s| self.texts.resolve(s)).unwrap_or_default()
    }
    pub fn code(&self, word: Word) -> &str {
        self.said(self.in_capitals(word))
    }
    pub(crate) fn in_capitals(&self, word: Word) -> Word {
        self.meanings[word.place()].code
    }
    pub fn day(&self, word: Word) -> Option<Date> {
        self.meanings[word.place()].day
    }
}
