//! What a page calls a child. Never empty: who has no name is a child with an id.
use practice::Id;

/// `name` is the name or, for a child who has none, the label that a return gives them
/// (`COALESCE(child.name, child.label) AS name` in a question). Whoever may not see names sees the
/// last characters of our own id, by which two children of one list are told apart: ids that were made
/// one after another, as in a town, begin alike.
pub fn heading(name: Option<&str>, preferred: Option<&str>, child: Id) -> String {
    let said = |words: Option<&str>| words.map(str::trim).filter(|w| !w.is_empty()).map(str::to_string);
    match (said(name), said(preferred)) {
        (Some(name), Some(preferred)) if !has_word(&name, &preferred) => format!("{name} ({preferred})"),
        (Some(name), _) => name,
        (None, Some(preferred)) => preferred,
        (None, None) => format!("Child {}", &child.simple().to_string()[24..]),
    }
}
fn has_word(name: &str, word: &str) -> bool {
    name.split_whitespace().any(|w| w.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_is_called_by_name_and_by_what_they_like_to_be_called() {
        let id = Id::from_u128(1);
        assert_eq!(heading(Some("Maya Halliday"), None, id), "Maya Halliday");
        assert_eq!(heading(Some("Maya Halliday"), Some("Bee"), id), "Maya Halliday (Bee)");
        assert_eq!(heading(Some("Maya Halliday"), Some("maya"), id), "Maya Halliday");
        assert_eq!(heading(Some("Child 566910"), None, id), "Child 566910", "a label stands for the name");
    }
    #[test]
    fn whoever_may_not_see_names_tells_children_apart_by_their_ids() {
        assert_eq!(heading(None, Some(" "), Id::from_u128(0xabcd_ef12)), "Child abcdef12");
    }
}
