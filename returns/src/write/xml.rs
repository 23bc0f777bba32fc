//! XML, written an element a line.
use std::fmt::Write;

#[derive(Default)]
pub(crate) struct Xml {
    text: String,
    open: Vec<&'static str>,
}
impl Xml {
    pub(crate) fn new() -> Xml {
        Xml { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), open: Vec::new() }
    }
    pub(crate) fn within(&mut self, name: &'static str, inside: impl FnOnce(&mut Xml)) {
        self.open(name);
        inside(self);
        self.close();
    }
    /// For who writes from elsewhere than a closure: each is closed once.
    pub(crate) fn open(&mut self, name: &'static str) {
        self.line(format_args!("<{name}>"));
        self.open.push(name);
    }
    pub(crate) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.line(format_args!("</{name}>"));
        }
    }
    /// An element with text; an empty one where there is none.
    pub(crate) fn leaf(&mut self, name: &str, text: &str) {
        match text.is_empty() {
            true => self.line(format_args!("<{name}/>")),
            false => self.line(format_args!("<{name}>{}</{name}>", quick_xml::escape::escape(allowed(text)))),
        }
    }
    /// Nothing for a blank: most schemas know an absent element, not an empty one.
    pub(crate) fn leaf_if_said(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.leaf(name, text);
        }
    }
    fn line(&mut self, what: std::fmt::Arguments) {
        for _ in &self.open {
            self.text.push_str("  ");
        }
        writeln!(self.text, "{what}").expect("memory takes every line");
    }
    pub(crate) fn done(self) -> String {
        self.text
    }
}
/// XML 1.0 has no way to write most control characters, not even by number.
fn allowed(text: &str) -> String {
    text.chars().filter(|c| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)).collect()
}
