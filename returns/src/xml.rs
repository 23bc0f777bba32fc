//! XML, an element at a time: no entities, no document types, bounded in depth and size.
use crate::{csv_files::LONGEST_CELL, delivery::Unreadable};
use practice::reported::Return;
use quick_xml::{Reader, events::Event};
use std::borrow::Cow;

const DEEPEST: usize = 16;
/// No child's part of a return holds more elements.
const MOST_ELEMENTS: usize = 50_000;

#[derive(Debug, Default, PartialEq)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) nodes: Vec<Node>,
}
impl Node {
    pub(crate) fn node(&self, name: &str) -> Option<&Node> {
        self.nodes.iter().find(|n| n.name == name)
    }
    /// The text of an element inside this one, trimmed.
    pub(crate) fn said(&self, name: &str) -> Option<&str> {
        self.node(name).map(|n| n.text.trim()).filter(|text| !text.is_empty())
    }
    /// This element and those inside it that hold text between their elements, where a return has none.
    pub(crate) fn with_stray_text(&self) -> Vec<&Node> {
        let own = (!self.is_leaf() && !self.text.trim().is_empty()).then_some(self);
        own.into_iter().chain(self.nodes.iter().flat_map(Node::with_stray_text)).collect()
    }
    pub(crate) fn is_leaf(&self) -> bool {
        self.nodes.is_empty()
    }
}

pub(crate) fn is_xml(text: &str) -> bool {
    text.trim_start().starts_with('<')
}
/// Which return it is, by its outermost element.
pub(crate) fn root(file: &str, text: &str) -> Result<Return, Unreadable> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(e) | Event::Empty(e)) => {
                return match e.local_name().into_inner() {
                    "EXPSSDA903" => Ok(Return::Ssda903),
                    "Message" => Ok(Return::Cin),
                    other => {
                        let why = format!("is not a return: its outermost element is {}", crate::problem::cut(other));
                        Err(Unreadable::new(file, why, "Give the XML of a 903 or of a CIN census."))
                    }
                };
            }
            Ok(Event::Eof) => return Err(broken(file, text, text.len() as u64, "holds no element")),
            Ok(Event::DocType(_)) => {
                return Err(broken(file, text, 0, "declares a document type, which no return does"));
            }
            Ok(_) => {}
            Err(e) => return Err(broken(file, text, reader.error_position(), &format!("is not XML ({e})"))),
        }
    }
}
fn broken(file: &str, text: &str, at: u64, why: &str) -> Unreadable {
    let at = usize::try_from(at).unwrap_or(text.len()).min(text.len());
    let line = text.as_bytes()[..at].iter().filter(|b| **b == b'\n').count() + 1;
    Unreadable::new(file, format!("{why} at line {line}"), "Export it again and give the whole of it.")
}

/// Gives each element that stands where `paths` say (`Message/Children/Child`) to `take`, whole.
pub(crate) fn each(
    file: &str,
    text: &str,
    paths: &[&[&str]],
    mut take: impl FnMut(Node) -> Result<(), Unreadable>,
) -> Result<(), Unreadable> {
    let mut reader = Reader::from_str(text);
    let mut outer: Vec<String> = Vec::new();
    let mut open: Vec<Node> = Vec::new();
    let (mut elements, mut ended) = (0, false);
    loop {
        let at = reader.buffer_position();
        let event = reader.read_event();
        let wrong = |why: &str| Err(broken(file, text, at, why));
        match event {
            Ok(ref event @ (Event::Start(ref e) | Event::Empty(ref e))) => {
                if ended {
                    return wrong("goes on after its end");
                }
                if outer.len() + open.len() >= DEEPEST {
                    return wrong("is nested deeper than any return");
                }
                elements = if open.is_empty() { 0 } else { elements + 1 };
                if elements > MOST_ELEMENTS {
                    return wrong("says more of one child than any return");
                }
                let name = e.local_name().into_inner();
                let begins = paths.iter().any(|p| p.split_last().is_some_and(|(n, up)| *n == name && up == outer));
                if open.is_empty() && !begins {
                    outer.push(crate::problem::cut(name));
                } else {
                    open.push(Node { name: name.to_owned(), ..Node::default() });
                }
                if matches!(event, Event::Empty(_)) {
                    close(&mut outer, &mut open, &mut take)?;
                }
                ended = outer.is_empty() && open.is_empty();
            }
            Ok(Event::End(_)) => {
                close(&mut outer, &mut open, &mut take)?;
                ended = outer.is_empty() && open.is_empty();
            }
            Ok(Event::Eof) if ended => return Ok(()),
            Ok(Event::Eof) => return wrong("breaks off"),
            Ok(Event::DocType(_)) => return wrong("declares a document type, which no return does"),
            Ok(event) => {
                let Some(node) = open.last_mut() else { continue };
                node.text.push_str(&text_of(&event));
                if node.text.len() > LONGEST_CELL {
                    return wrong("has a text longer than any return");
                }
            }
            Err(e) => return Err(broken(file, text, reader.error_position(), &format!("is not XML ({e})"))),
        }
    }
}
fn close(
    outer: &mut Vec<String>,
    open: &mut Vec<Node>,
    take: &mut impl FnMut(Node) -> Result<(), Unreadable>,
) -> Result<(), Unreadable> {
    match (open.pop(), open.last_mut()) {
        (Some(node), Some(parent)) => parent.nodes.push(node),
        (Some(node), None) => return take(node),
        (None, _) => drop(outer.pop()),
    }
    Ok(())
}
/// The five names that XML knows and characters by number; any other name stays as it was written.
fn text_of<'a>(event: &'a Event) -> Cow<'a, str> {
    match event {
        Event::Text(t) => t.xml10_content(),
        Event::CData(t) => t.xml10_content(),
        Event::GeneralRef(r) => match r.resolve_char_ref() {
            Ok(Some(c)) => Cow::Owned(c.to_string()),
            _ => quick_xml::escape::resolve_predefined_entity(r)
                .map_or_else(|| Cow::Owned(format!("&{};", &**r)), Cow::Borrowed),
        },
        _ => Cow::Borrowed(""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn children(text: &str) -> Result<Vec<Node>, String> {
        let mut found = Vec::new();
        let paths: &[&[&str]] = &[&["R", "C"]];
        let done = each("x.xml", text, paths, |node| {
            found.push(node);
            Ok(())
        });
        done.map(|()| found).map_err(|e| e.to_string())
    }

    #[test]
    fn elements_come_whole_with_their_text() {
        let found =
            children("<?xml version='1.0'?><R><H/><n:C><A>Zo&#235; &amp; <![CDATA[<b>]]></A><B/></n:C><C/></R>")
                .unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].said("A"), found[0].said("B")), (Some("Zoë & <b>"), None));
    }
    #[test]
    fn an_entity_is_never_expanded() {
        let bomb = "<!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><R><C><A>&b;</A></C></R>";
        assert!(children(bomb).unwrap_err().contains("document type"));
        assert_eq!(children("<R><C><A>&b;</A></C></R>").unwrap()[0].said("A"), Some("&b;"));
    }
    #[test]
    fn what_is_broken_says_where() {
        for (text, why) in [
            ("<R>\n<C><A>1</A>", "breaks off at line 2"),
            ("<R>\n<C><A>1</B></C></R>", "is not XML"),
            ("<R/><R/>", "goes on after its end"),
            ("<R><C><A", "is not XML"),
        ] {
            let said = children(text).unwrap_err();
            assert!(said.contains(why), "{text}: {said}");
        }
        let deep = "<R><C>".to_owned() + &"<A>".repeat(40);
        assert!(children(&deep).unwrap_err().contains("deeper"));
        let long = format!("<R><C><A>{}</A></C></R>", "x".repeat(LONGEST_CELL + 1));
        assert!(children(&long).unwrap_err().contains("longer"));
        let many = format!("<R><C>{}</C></R>", "<A/>".repeat(MOST_ELEMENTS + 1));
        assert!(children(&many).unwrap_err().contains("more of one child"));
        assert!(root("x.xml", "<html/>").unwrap_err().to_string().contains("outermost element is html"));
    }
}
