//! The young person met the adviser whom they will have, from fifteen and a half.
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::leavers::Fact;

pub const INTRODUCED: Entry = Entry {
    name: "introduced",
    title: "Record that they met their adviser",
    intro: "Who the adviser is, the allocation says. They are introduced from fifteen and a half.",
    from: At::Life,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let on = about.on(f, "On which day did they meet?");
    Said::one(on?, Fact::AdviserIntroduced)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn a_day_is_enough() {
        assert_eq!(anew(&INTRODUCED, &[]), Ok(vec![Fact::AdviserIntroduced.into()]));
    }
}
