//! The category that somebody writes down. What the law computes stands beside it, and where they differ what owes
//! more holds until a manager decides.
use crate::{
    entry::{About, Entry, Said},
    page::{Form, choice},
    people::head::At,
};
use practice::leavers::{Category, Fact};

pub const RECORDED: Entry = Entry {
    name: "category",
    title: "Record the leaving care category",
    intro: "As you understand it. What the law says by the record is computed beside it. Where the two differ, the one \
            that owes more holds until a manager decides.",
    from: At::Leaving,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let all = Category::ALL.into_iter().filter(|c| *c != Category::NotKnown);
    let category = f.radios("category", "Category", all.map(|c| choice(c, c.code(), c.words())));
    let category = category.required("Say which category");
    let on = about.on(f, "From which day?");
    Said::one(on?, Fact::CategoryRecorded { category: category? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn not_knowing_is_no_category() {
        let relevant = Fact::CategoryRecorded { category: Category::Relevant };
        assert_eq!(anew(&RECORDED, &[("category", "RELEVANT")]), Ok(vec![relevant.into()]));
        assert!(anew(&RECORDED, &[("category", "NOT_KNOWN")]).is_err() && anew(&RECORDED, &[]).is_err());
    }
}
