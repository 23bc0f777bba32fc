//! The rules of the returns, and how a return is checked against them.
//!
//! A [`Book`] holds a return, and as many of the years before it as there are. A [`Rule`] is asked of it row by
//! row, child by child or as a whole, and answers *breaks*, *holds* or *cannot tell*. [`check()`] gives three
//! lists: what is wrong, which rules could not be asked and for want of what, and which rows could not be
//! decided and because of which cell. Nothing that is wrong with one child touches another's answers.
pub mod book;
pub mod case;
mod case_xml;
pub mod conformance;
mod explain;
mod load;
mod report;
mod rule;
mod run;
pub mod spec;
mod told;
mod view;
mod words;

pub use book::{At, Book, Draft, Given};
pub use case::{Case, collection, collection_name};
pub use explain::Explained;
pub use load::{Asked, Loaded, load};
#[cfg(feature = "workbooks")]
pub use load::{Directory, providers_listed};
pub use report::{Line, Report};
pub use rule::{Check, FIRST, LAST, Level, Needs, Reason, Rule, Version};
pub(crate) use rule::{carried, listed};
pub use run::{Checked, Lacking, Skipped, check, check_again, check_with};
pub use spec::{Column, Form, Spec, TableNo};
pub use told::{Finding, Told, Undecided};
pub use view::{Answer, Child, Row, Rows, Unclear, Whole, Why, before, is_aged};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cin, ssda903};

    const FORMS: [&Form; 2] = [&ssda903::FORM, &cin::FORM];

    #[test]
    fn every_case_of_every_rule_is_answered_as_it_is_marked() {
        let mut wrong = Vec::new();
        for form in FORMS {
            for rule in form.rules {
                for case in rule.cases {
                    if let Err(why) = case::run(form, rule, case) {
                        wrong.push(format!("{} ({}): {why}", rule.code, case.about));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
    #[test]
    fn every_rule_has_a_case_that_fires_and_one_that_stays_silent() {
        for rule in FORMS.iter().flat_map(|f| f.rules) {
            assert!(rule.cases.iter().any(Case::fires), "{} has no case that fires", rule.code);
            assert!(rule.cases.iter().any(|c| !c.fires()) || has_silent_rows(rule), "{} never is silent", rule.code);
        }
    }
    /// Within one table of a case a row that is reported and one that is not.
    fn has_silent_rows(rule: &Rule) -> bool {
        rule.cases.iter().any(|case| {
            let (mut fires, mut silent) = (false, false);
            case.given.lines().filter_map(|l| l.split_once('|')).any(|(mark, _)| {
                match mark.trim() {
                    ">" => fires = true,
                    "" => silent = true,
                    "?" => {}
                    _ => (fires, silent) = (false, false),
                }
                fires && silent
            })
        })
    }
    #[test]
    fn every_rule_says_what_is_wrong_why_and_what_to_do() {
        for rule in FORMS.iter().flat_map(|f| f.rules) {
            for text in [rule.wrong, rule.why, rule.todo] {
                assert!(text.len() > 12 && text.ends_with('.'), "{}: {text:?}", rule.code);
            }
            assert!(!rule.versions.is_empty(), "{}", rule.code);
            for two in rule.versions.windows(2) {
                assert!(two[0].until.is_some_and(|u| u < two[1].since), "{}: two versions at once", rule.code);
            }
        }
    }
    #[test]
    fn no_code_is_used_twice_and_the_list_is_in_order() {
        for form in FORMS {
            let codes: Vec<&str> = form.rules.iter().map(|r| r.code).collect();
            let mut sorted = codes.clone();
            sorted.sort_by_key(|code| {
                let number: String = code.chars().filter(char::is_ascii_digit).collect();
                (code.starts_with(|c: char| c.is_ascii_alphabetic()), number.parse::<u32>().unwrap_or(0), *code)
            });
            sorted.dedup();
            assert_eq!(codes, sorted);
        }
    }
}
