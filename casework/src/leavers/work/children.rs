//! Children of their own, born or expected.
use crate::{
    entry::{About, Entry, Said},
    page::{Form, choice},
    people::head::At,
};
use practice::leavers::Fact;

pub const CHILDREN: Entry = Entry {
    name: "own-children",
    title: "Record children of their own",
    intro: "So that help is offered early. It opens no record of the child, and is no concern about them.",
    from: At::Life,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let number = (0..=6).map(|n| choice(n, n.to_string(), if n == 0 { "None".to_string() } else { n.to_string() }));
    let children = f.select("children", "How many children have they?", number).required("Say how many, none too");
    let live = [
        choice(Some(true), "yes", "Yes"),
        choice(Some(false), "no", "No"),
        choice(None, "not-known", "Not known, or none"),
    ];
    let live = f.radios("live", "Do the children live with them?", live).initial("not-known");
    let live_with_them = live.required("Say whether they live with them");
    let expected = f.day("expected", "A child is expected on").hint("If one is").optional();
    let on = about.on(f, "On which day did you learn it?");
    if children == Some(0) && live_with_them.flatten().is_some() {
        f.wrong("live", "There are no children who could live with them");
    }
    Said::one(on?, Fact::OwnChildrenKnown { children: children?, live_with_them: live_with_them?, expected })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn none_is_an_answer_too() {
        let none = Fact::OwnChildrenKnown { children: 0, live_with_them: None, expected: None };
        assert_eq!(anew(&CHILDREN, &[("children", "0"), ("live", "not-known")]), Ok(vec![none.into()]));
        assert!(anew(&CHILDREN, &[("children", "0"), ("live", "yes")]).is_err());
        assert!(anew(&CHILDREN, &[("live", "yes")]).is_err());
    }
}
