//! The hand-over to adults' services, step by step.
use super::choices::{each, words};
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::leavers::{Fact, settling::HandOver};

pub const STEP: Entry = Entry {
    name: "adults-services",
    title: "Record a step to adults’ services",
    intro: "For somebody who may need care as an adult: assessed before 18 where that is of use (Care Act 2014 s58).",
    from: At::Life,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let step = f.radios("step", "What happened?", each(HandOver::ALL, HandOver::words)).required("Say what happened");
    let words = words(f, "With whom, and what follows");
    let on = about.on(f, "On which day?");
    Said::one(on?, Fact::AdultsServices { step: step?, words })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::anew;

    #[test]
    fn it_is_a_step_with_a_day() {
        let said = Fact::AdultsServices { step: HandOver::Referred, words: String::new() };
        assert_eq!(anew(&STEP, &[("step", "referred")]), Ok(vec![said.into()]));
        assert_eq!(anew(&STEP, &[]).unwrap_err(), ["Say what happened"]);
    }
}
