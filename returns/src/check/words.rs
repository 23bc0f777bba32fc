//! Every text of a return once: its cells are numbers, and a day is read once however often it stands there.
use practice::day::Date;
use std::{collections::HashMap, sync::Arc};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Word(u32);
impl Word {
    pub const BLANK: Word = Word(0);
    pub fn is_blank(self) -> bool {
        self == Word::BLANK
    }
}
struct Meaning {
    said: Arc<str>,
    /// The same in capitals; codes are compared so.
    code: Arc<str>,
    day: Option<Date>,
}
pub struct Words {
    known: HashMap<Arc<str>, Word>,
    all: Vec<Meaning>,
    read_day: fn(&str) -> Option<Date>,
}
impl Words {
    pub fn new(read_day: fn(&str) -> Option<Date>) -> Words {
        let none: Arc<str> = Arc::from("");
        let blank = Meaning { said: none.clone(), code: none, day: None };
        Words { known: HashMap::new(), all: vec![blank], read_day }
    }
    /// The word for a cell; white space around it says nothing.
    pub fn word(&mut self, text: &str) -> Word {
        let text = text.trim();
        if text.is_empty() {
            return Word::BLANK;
        }
        if let Some(word) = self.known.get(text) {
            return *word;
        }
        let said: Arc<str> = Arc::from(text);
        let is_code = !text.chars().any(char::is_lowercase);
        let code = if is_code { said.clone() } else { Arc::from(text.to_uppercase()) };
        let word = Word(u32::try_from(self.all.len()).expect("a delivery is weighed before it is read"));
        self.all.push(Meaning { said: said.clone(), code, day: (self.read_day)(text) });
        self.known.insert(said, word);
        word
    }
    pub fn said(&self, word: Word) -> &str {
        &self.all[word.0 as usize].said
    }
    pub fn code(&self, word: Word) -> &str {
        &self.all[word.0 as usize].code
    }
    pub fn day(&self, word: Word) -> Option<Date> {
        self.all[word.0 as usize].day
    }
}
