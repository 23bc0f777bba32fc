//! Somebody of 16 or 17 has nowhere to live: everything else runs from here.
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::{day::age_on, leavers::Fact};

pub const PRESENTED: Entry = Entry {
    name: "homeless",
    title: "Record that they are homeless",
    intro: "The same day: an interview and somewhere safe to sleep. It is never bed and breakfast, not even for a night.",
    from: At::Homeless,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let on = about.on(f, "On which day did they come to us, or somebody for them?");
    let age = about.history.born().zip(on).and_then(|(born, on)| age_on(born, on));
    if age.is_some_and(|age| !(16..18).contains(&age)) {
        f.wrong("on", "They were not 16 or 17 on that day: this way is for those who were");
    }
    Said::one(on?, Fact::HomelessPresented)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::of;
    use practice::case::Story;

    #[test]
    fn it_is_for_16_and_17() {
        let born = |day| {
            let mut s = Story::default();
            s.born(day);
            of(&PRESENTED, &s, &[])
        };
        assert_eq!(born("2008-11-21"), Ok(vec![Fact::HomelessPresented.into()]), "18 tomorrow");
        assert!(born("2008-11-20").is_err() && born("2010-11-21").is_err());
        assert!(born("2010-11-20").is_ok());
    }
}
