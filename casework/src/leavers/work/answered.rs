//! What somebody answered who was asked where the young person is.
use super::choices::{each, words};
use crate::{
    entry::{About, Entry, Said},
    page::{Form, yes_no},
    people::head::At,
};
use practice::leavers::{
    Fact,
    touch::{self, Source},
};

pub const ANSWERED: Entry =
    Entry { name: "answered", title: "Record what they answered", intro: "", from: At::Touch, declare };
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let who = f.radios("who", "Who answered?", each(Source::ALL, Source::title)).required("Say who answered");
    let known = f.radios("known", "Do they know where the young person is, or how to reach them?", yes_no());
    let known = known.with("classes", "govuk-radios--inline").required("Say whether they know");
    let words = words(f, "What they said");
    let on = about.on(f, "On which day?");
    let open = touch::searches(about.history).into_iter().find(|s| Some(s.of) == who && s.answered.is_none());
    match (who, open) {
        (Some(_), None) => f.wrong("who", "Nobody asked them: record first that you did"),
        (Some(_), Some(open)) if on.is_some_and(|on| on < open.asked.on) => {
            f.wrong("on", "They were asked after that day");
        }
        _ => {}
    }
    Said::one(on?, Fact::SearchAnswered { who: who?, known: known?, words })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::{anew, of};
    use practice::case::Story;

    #[test]
    fn only_who_was_asked_can_answer() {
        let answers = [("who", "housing"), ("known", "no"), ("words", "No application.")];
        assert_eq!(anew(&ANSWERED, &answers).unwrap_err(), ["Nobody asked them: record first that you did"]);
        let mut s = Story::default();
        s.on("2026-11-10", Fact::SearchAsked { who: Source::Housing });
        let words = "No application.".into();
        let said = Fact::SearchAnswered { who: Source::Housing, known: false, words };
        assert_eq!(of(&ANSWERED, &s, &answers), Ok(vec![said.into()]));
        s.on("2026-11-12", Fact::SearchAnswered { who: Source::Housing, known: false, words: String::new() });
        assert!(of(&ANSWERED, &s, &answers).is_err(), "answered already");
    }
    #[test]
    fn nobody_answers_before_they_are_asked() {
        let mut s = Story::default();
        s.on("2026-11-21", Fact::SearchAsked { who: Source::Housing });
        let wrong = of(&ANSWERED, &s, &[("who", "housing"), ("known", "yes")]).unwrap_err();
        assert_eq!(wrong, ["They were asked after that day"]);
    }
}
