//! What is owed, in words for whoever is owed it. One line a duty of [`crate::leavers::owed`]: what is owed is worked
//! out there and nowhere else.
use crate::leavers::owed::{Level, Owed};

/// (the code of the duty, what it means for you). Where it says `{amount}`, the council's own amount stands.
const PLAIN: &[(&str, &str)] = &[
    ("keep_in_touch", "We keep in touch with you. If we lose you, we look for you."),
    ("personal_adviser", "You have an adviser. That is one person who is there to help you."),
    ("needs_assessment", "We ask what you need, and write it down with you."),
    ("pathway_plan", "You have a plan. We look at it with you at least twice a year."),
    ("accommodation", "We help you to find a home and to keep it."),
    ("near_work_or_learning", "We can help you pay to live near your work or college."),
    ("vacations", "If you study full time, we help you with a place to stay in the breaks."),
    ("staying_put", "You may stay on with your foster carer if you both want to."),
    ("staying_close", "You may live close to your old home and still get help from there."),
    ("higher_education", "If you go to university, there is £2,000 for you."),
    ("setting_up_home", "There is up to {amount} to set up your first home."),
    ("bursary_16_19", "If you are at college, ask there for up to {amount} a year."),
    ("apprenticeship", "If you start as an apprentice, there is {amount} for you."),
    ("council_tax", "You may not have to pay council tax. Ask us to check."),
    ("local_offer", "There is a list of all the help in our area. We give it to you."),
    ("advice", "You can ask for advice, a listening ear and help."),
    ("corporate_parent", "We must act as a good parent would."),
    ("complaint", "If we get it wrong, you can complain. Someone can help you do it."),
    ("homelessness", "If you have no home, the council must help you. Tell us at once."),
];
/// What somebody may ask for, a sentence or two each; what is not in force is left out.
pub fn may_ask(owed: &[Owed]) -> Vec<String> {
    owed.iter().filter(|o| o.off.is_none() && o.level != Level::Plan).filter_map(plainly).collect()
}
pub fn plainly(owed: &Owed) -> Option<String> {
    let (_, words) = PLAIN.iter().find(|p| p.0 == owed.duty.code)?;
    let words = match owed.amount {
        Some(pounds) => words.replace("{amount}", &pounds_words(pounds)),
        None => (*words).to_owned(),
    };
    Some(match owed.level {
        Level::May if !words.contains("may") && !words.contains("can") => format!("{words} Ask if it is open to you."),
        _ => words,
    })
}
/// `£3,000`.
fn pounds_words(pounds: i64) -> String {
    let digits = pounds.to_string();
    match digits.len() {
        4..=6 => format!("£{},{}", &digits[..digits.len() - 3], &digits[digits.len() - 3..]),
        _ => format!("£{digits}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{leavers::owed::DUTIES, plans::plain::grade};

    #[test]
    fn every_duty_has_plain_words_and_every_plain_word_a_duty() {
        let mut said: Vec<&str> = PLAIN.iter().map(|p| p.0).collect();
        let mut owed: Vec<&str> = DUTIES.iter().map(|d| d.code).collect();
        (said.sort_unstable(), owed.sort_unstable());
        assert_eq!(said, owed);
    }
    #[test]
    fn each_is_read_with_ease_at_eleven() {
        for (code, words) in PLAIN {
            let grade = grade(words).unwrap();
            assert!(grade <= 6.5, "{code}: {grade:.1}");
        }
        let all = PLAIN.iter().map(|p| p.1).collect::<Vec<_>>().join("\n");
        assert!(grade(&all).unwrap() <= 4.0);
    }
    #[test]
    fn amounts_are_the_councils() {
        assert_eq!([pounds_words(900), pounds_words(3000), pounds_words(12_500)], ["£900", "£3,000", "£12,500"]);
    }
}
