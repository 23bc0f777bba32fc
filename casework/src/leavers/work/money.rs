//! Money given: of the setting up home allowance, as a bursary, or otherwise.
use super::choices::{each, pounds, words};
use crate::{
    entry::{About, Entry, Said},
    page::Form,
    people::head::At,
};
use practice::leavers::{
    Fact,
    money::{Money, given},
    owed::HIGHER_EDUCATION,
    plainly,
};

pub const GIVEN: Entry = Entry {
    name: "money",
    title: "Record money given",
    intro: "What is given of the setting up home allowance lowers what is left of it.",
    from: At::Life,
    declare,
};
fn declare(f: &mut Form, about: &About) -> Option<Said> {
    let what = f.radios("what", "As what?", each(Money::ALL, Money::words)).required("Say as what it was given");
    let pence = pounds(f, "How much?");
    let words = words(f, "What was it spent on?");
    let on = about.on(f, "On which day?");
    // Once, and no more: Children Act 1989 s23C(5A).
    let before = given(about.history, Money::HigherEducation, about.today);
    let bursary = about.norms.get(&HIGHER_EDUCATION, on.unwrap_or(about.today));
    if what == Some(Money::HigherEducation) && pence.is_some_and(|pence| before + pence > bursary * 100) {
        let once = plainly::pounds(bursary);
        let says = format!("The higher education bursary is {once} once: with what was given before, this is more");
        f.wrong("pounds", &says);
    }
    Said::one(on?, Fact::MoneyGiven { what: what?, pence: pence?, words })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::said::{anew, of};
    use practice::case::Story;

    #[test]
    fn a_sum_is_given_as_something() {
        let said = anew(&GIVEN, &[("what", "setting_up_home"), ("pounds", "£249.50"), ("words", "A cooker")]);
        let fact = Fact::MoneyGiven { what: Money::SettingUpHome, pence: 24_950, words: "A cooker".into() };
        assert_eq!(said, Ok(vec![fact.into()]));
        assert_eq!(anew(&GIVEN, &[("pounds", "lots")]).unwrap_err().len(), 2);
        assert!(anew(&GIVEN, &[("what", "bursary_16_to_19"), ("pounds", "1,200")]).is_ok());
    }
    #[test]
    fn the_higher_education_bursary_is_given_once() {
        let mut s = Story::default();
        let (what, words) = (Money::HigherEducation, String::new());
        s.on("2026-09-20", Fact::MoneyGiven { what, pence: 150_000, words });
        let more = |pounds| of(&GIVEN, &s, &[("what", "higher_education"), ("pounds", pounds)]);
        assert!(more("500").is_ok());
        assert!(more("500.01").unwrap_err()[0].contains("bursary is £2,000 once"));
        s.norm(HIGHER_EDUCATION.code, "2026-10-01", 2_500);
        let more = |pounds| of(&GIVEN, &s, &[("what", "higher_education"), ("pounds", pounds)]);
        assert!(more("1000").is_ok(), "the council gives more");
        assert!(more("1000.01").unwrap_err()[0].contains("bursary is £2,500 once"));
    }
}
