//! How closely to keep in touch.
use super::choices::each;
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::leavers::{
    Fact,
    touch::{self, Need},
};

pub const NEED: Entry = Entry {
    name: "need-of-contact",
    title: "Rate how closely to keep in touch",
    intro: "Usually at least every 4 weeks where the need is high, 8 where it is medium and 12 where it is low: the \
            service sets the weeks.",
    from: At::Touch,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let now = match touch::need(about.history, about.today) {
        Need::High => "high",
        Need::Medium => "medium",
        Need::Low => "low",
    };
    let need = f.radios("need", "The need is", each(Need::ALL, Need::words)).initial(now).required("Say how high");
    let on = about.on(f, "From which day?");
    Said::one(on?, Fact::NeedOfContactRated { need: need? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn it_is_one_of_three() {
        assert_eq!(anew(&NEED, &[("need", "high")]), Ok(vec![Fact::NeedOfContactRated { need: Need::High }.into()]));
        assert_eq!(anew(&NEED, &[]).unwrap_err(), ["Say how high"]);
    }
}
