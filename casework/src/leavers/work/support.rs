//! From 21: support asked for, or wanted no longer (Children Act 1989 s23CZB).
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::{Date, day::birthday, leavers::Fact};

pub const ASKED: Entry = Entry {
    name: "support-asked",
    title: "Record that they ask for support",
    intro: "A former relevant young person of 21 to 24 has only to ask, in any words, to anybody here. They then have an \
            adviser, an assessment and a plan.",
    from: At::Leaving,
    declare: asked,
};
pub const NO_LONGER: Entry = Entry {
    name: "support-no-longer",
    title: "Record that they want no more support",
    intro: "Support is offered again every year, and they may ask again on any day.",
    from: At::Leaving,
    declare: no_longer,
};
fn asked(f: &mut Form, about: &About) -> Option<Said> {
    let at_21 = about.history.born().map(|born| birthday(born, 21));
    let on = about.on_or_after(f, "On which day did they ask?", at_21);
    Said::one(on?, Fact::SupportRequested)
}
fn no_longer(f: &mut Form, about: &About) -> Option<Said> {
    let since = asked_on(about);
    let on = about.on_or_after(f, "On which day did they say so?", since);
    if on.is_some() && since.is_none() {
        f.wrong("", "Nothing says that they asked for support");
    }
    Said::one(on?, Fact::SupportNoLongerWanted)
}
fn asked_on(about: &About) -> Option<Date> {
    let lived = practice::leavers::lived(about.history, &practice::Norms::default(), about.today);
    lived.asked_for_support
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::{anew, of};
    use practice::case::Story;

    #[test]
    fn it_is_asked_for_from_21_on() {
        let born = |day| {
            let mut s = Story::default();
            s.born(day);
            s
        };
        assert!(of(&ASKED, &born("2005-11-21"), &[]).is_err(), "21 tomorrow");
        assert_eq!(of(&ASKED, &born("2005-11-20"), &[]), Ok(vec![Fact::SupportRequested.into()]));
    }
    #[test]
    fn who_never_asked_cannot_want_it_no_longer() {
        assert_eq!(anew(&NO_LONGER, &[]).unwrap_err(), ["Nothing says that they asked for support"]);
        let mut s = Story::default();
        s.on("2026-09-01", Fact::SupportRequested);
        assert_eq!(of(&NO_LONGER, &s, &[]), Ok(vec![Fact::SupportNoLongerWanted.into()]));
    }
}
