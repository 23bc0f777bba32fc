//! Staying put with the foster carer after 18 (Children Act 1989 s23CZA), and staying close to a children's home.
use super::choices::short;
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::{
    day::birthday,
    leavers::{Fact, settling::staying},
};

pub const PUT: Entry = Entry {
    name: "staying-put",
    title: "Record that they stay put",
    intro: "With the foster carer with whom they lived on the day care ended, from 18 to 21. The arrangement is reviewed \
            every six months with the plan.",
    from: At::Life,
    declare: put,
};
pub const PUT_REVIEWED: Entry = Entry {
    name: "staying-put-reviewed",
    title: "Record that staying put was reviewed",
    intro: "",
    from: At::Life,
    declare: put_reviewed,
};
pub const PUT_ENDED: Entry = Entry {
    name: "staying-put-ended",
    title: "Record that staying put ended",
    intro: "",
    from: At::Life,
    declare: put_ended,
};
pub const CLOSE: Entry = Entry {
    name: "staying-close",
    title: "Record that they stay close",
    intro: "A home near the children’s home that they left, with its support. The council may offer it already; the duty \
            is passed by Parliament and not yet in force.",
    from: At::Life,
    declare: close,
};
pub const CLOSE_ENDED: Entry = Entry {
    name: "staying-close-ended",
    title: "Record that staying close ended",
    intro: "",
    from: At::Life,
    declare: close_ended,
};

fn put(f: &mut Form, about: &About) -> Option<Said> {
    let carer = short(f, "carer", "With whom?").required("Say with whom");
    let grown = about.history.born().map(|born| birthday(born, 18));
    let on = about.on_or_after(f, "Since which day?", grown);
    if carer.is_some() && staying(about.history, about.today, false).is_some() {
        f.wrong("carer", "They stay put already: record first that it ended");
    }
    Said::one(on?, Fact::StayingPutBegan { carer: carer? })
}
fn put_reviewed(f: &mut Form, about: &About) -> Option<Said> {
    let on = while_it_lasts(f, about, false, "On which day?");
    Said::one(on?, Fact::StayingPutReviewed)
}
fn put_ended(f: &mut Form, about: &About) -> Option<Said> {
    let why = why(f);
    let on = while_it_lasts(f, about, false, "On which day did it end?");
    Said::one(on?, Fact::StayingPutEnded { why: why? })
}
fn close(f: &mut Form, about: &About) -> Option<Said> {
    let with = short(f, "with", "Close to which home?").required("Say close to which home");
    let on = about.on(f, "Since which day?");
    if with.is_some() && staying(about.history, about.today, true).is_some() {
        f.wrong("with", "They stay close already: record first that it ended");
    }
    Said::one(on?, Fact::StayingCloseBegan { with: with? })
}
fn close_ended(f: &mut Form, about: &About) -> Option<Said> {
    let why = why(f);
    let on = while_it_lasts(f, about, true, "On which day did it end?");
    Said::one(on?, Fact::StayingCloseEnded { why: why? })
}
fn why(f: &mut Form) -> Option<String> {
    short(f, "why", "Why did it end?").required("Say why it ended")
}
fn while_it_lasts(f: &mut Form, about: &About, close: bool, label: &str) -> Option<practice::Date> {
    let now = staying(about.history, about.today, close);
    let on = about.on_or_after(f, label, now.map(|(began, _)| began.on));
    if on.is_some() && now.is_none() {
        f.wrong("", if close { "Nothing says that they stay close" } else { "Nothing says that they stay put" });
    }
    on
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::{anew, of};
    use practice::case::Story;

    #[test]
    fn nobody_stays_put_before_18_or_twice() {
        let carer = [("carer", "Joan Birkett")];
        let mut s = Story::default();
        s.born("2008-11-21");
        assert!(of(&PUT, &s, &carer).is_err(), "18 tomorrow");
        let mut s = Story::default();
        s.born("2008-11-20");
        assert!(of(&PUT, &s, &carer).is_ok());
        s.on("2026-11-20", Fact::StayingPutBegan { carer: "Joan Birkett".into() });
        assert_eq!(of(&PUT, &s, &carer).unwrap_err(), ["They stay put already: record first that it ended"]);
        assert_eq!(of(&PUT_REVIEWED, &s, &[]), Ok(vec![Fact::StayingPutReviewed.into()]));
    }
    #[test]
    fn what_never_began_is_not_ended() {
        let why = [("why", "A room nearer to work")];
        assert_eq!(anew(&PUT_ENDED, &why).unwrap_err(), ["Nothing says that they stay put"]);
        assert_eq!(anew(&CLOSE_ENDED, &why).unwrap_err(), ["Nothing says that they stay close"]);
        let mut s = Story::default();
        s.on("2026-11-01", Fact::StayingCloseBegan { with: "Oak House".into() });
        assert!(of(&CLOSE_ENDED, &s, &why).is_ok() && of(&CLOSE_ENDED, &s, &[]).is_err());
        assert!(of(&CLOSE, &s, &[("with", "Elm House")]).is_err());
    }
}
