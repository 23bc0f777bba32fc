//! The documents that they hold, all of them each time: what is not ticked is missing.
use super::choices::each;
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::leavers::{Fact, living::Document, papers};

pub const HELD: Entry = Entry {
    name: "documents",
    title: "Record the documents they hold",
    intro: "Tick all that they hold now. What is not ticked shows as missing.",
    from: At::Life,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let now = papers::documents(about.history, about.today).map(|(_, held)| held).unwrap_or_default();
    let now: Vec<String> =
        now.iter().filter_map(|d| Some(serde_json::to_value(d).ok()?.as_str()?.to_string())).collect();
    let held = f.checkboxes("held", "They hold", each(Document::ALL, Document::words));
    let documents = held.initial(now.iter().map(String::as_str)).optional();
    let on = about.on(f, "On which day?");
    Said::one(on?, Fact::DocumentsHeld { documents })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn all_are_said_and_none_may_be() {
        let documents = vec![Document::Passport, Document::BankAccount];
        let said = anew(&HELD, &[("held", "passport"), ("held", "bank_account")]);
        assert_eq!(said, Ok(vec![Fact::DocumentsHeld { documents }.into()]));
        assert_eq!(anew(&HELD, &[]), Ok(vec![Fact::DocumentsHeld { documents: vec![] }.into()]));
        assert!(anew(&HELD, &[("held", "diploma")]).is_err());
    }
}
