//! Advice and support offered, with what they have a right to: at 21 and every year after.
use super::choices::each;
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::leavers::{Fact, touch::How};

pub const OFFERED: Entry = Entry {
    name: "support-offered",
    title: "Record that support was offered",
    intro: "From 21 to 25: as soon as possible after the birthday and at least once a year, with what they have a right \
            to (Children Act 1989 s23CZB(7)).",
    from: At::Touch,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let how = f.radios("how", "How?", each(How::ALL, How::words)).initial("letter").required("Say how");
    let on = about.on(f, "On which day?");
    Said::one(on?, Fact::SupportOffered { how: how? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn it_says_how() {
        assert_eq!(anew(&OFFERED, &[("how", "met")]), Ok(vec![Fact::SupportOffered { how: How::Met }.into()]));
        assert_eq!(anew(&OFFERED, &[]).unwrap_err(), ["Say how"]);
    }
}
