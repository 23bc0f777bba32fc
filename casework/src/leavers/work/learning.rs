//! Whether they learn, or wish to: from 21 on an adviser and a plan follow from it (Children Act 1989 s23CA).
use super::choices::each;
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::leavers::{Fact, Learning};

pub const LEARNING: Entry = Entry {
    name: "learning",
    title: "Record whether they wish to learn",
    intro: "At 21 to 24 a former relevant young person who learns or wishes to has an adviser, an assessment and a plan.",
    from: At::Life,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let learning = f.radios("learning", "Education or training", each(Learning::ALL, Learning::words));
    let learning = learning.required("Say whether they wish to learn");
    let since = f.day("since", "When does it begin, or when did it, if that is known").optional();
    let on = about.on(f, "On which day did they say so?");
    Said::one(on?, Fact::LearningSaid { learning: learning?, since })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn a_wish_is_written_down_as_one() {
        let wishes = Fact::LearningSaid { learning: Learning::Wishes, since: None };
        assert_eq!(anew(&LEARNING, &[("learning", "wishes")]), Ok(vec![wishes.into()]));
        assert_eq!(anew(&LEARNING, &[]).unwrap_err(), ["Say whether they wish to learn"]);
    }
}
