//! What entries offer and read in one way: our own words, codes of the 903, sums of money.
use crate::page::{
    Form, choice,
    form::{Choice, Field, Text},
};
use practice::{Date, codes};
use serde::Serialize;

/// Each as the facts write it, with its words.
pub fn each<T: Serialize + Copy>(all: impl IntoIterator<Item = T>, words: fn(T) -> &'static str) -> Vec<Choice<T>> {
    let sent = |is: T| serde_json::to_value(is).ok().and_then(|v| v.as_str().map(str::to_string)).unwrap_or_default();
    all.into_iter().map(|is| choice(is, sent(is), words(is))).collect()
}
/// The codes of a set that hold on the day; `0` says that nobody knows, which nobody records.
pub fn codes_of(set: &str, on: Date) -> Vec<Choice<String>> {
    let hold = codes::set(set).iter().filter(|c| c.code != "0" && codes::holds(set, c.code, on));
    hold.map(|c| choice(c.code.to_string(), c.code, c.label)).collect()
}
/// A paragraph that may be left out.
pub fn words(f: &mut Form, label: &str) -> String {
    f.textarea("words", label).with("rows", 3).at_most(2000).optional().unwrap_or_default()
}
pub fn short<'f>(f: &'f mut Form, name: &str, label: &str) -> Field<'f, Text> {
    f.text(name, label).with("classes", "govuk-input--width-20").at_most(120)
}
/// A sum of pounds, in pence.
pub fn pounds(f: &mut Form, label: &str) -> Option<i64> {
    let typed = f
        .text("pounds", label)
        .with("classes", "govuk-input--width-5")
        .with("prefix", serde_json::json!({ "text": "£" }))
        .with("inputmode", "decimal")
        .at_most(12)
        .required("Enter the amount")?;
    let read = pence(&typed);
    if read.is_none() {
        f.wrong("pounds", "The amount must be like 250 or 249.50");
    }
    read
}
/// `250`, `1,200`, `£249.50`; never nothing, never less.
fn pence(typed: &str) -> Option<i64> {
    let typed: String = typed.chars().filter(|c| !matches!(c, '£' | ',' | ' ')).collect();
    let (whole, part) = typed.split_once('.').unwrap_or((&typed, "00"));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let reads = !whole.is_empty() && whole.len() <= 6 && digits(whole) && part.len() == 2 && digits(part);
    let pence = reads.then(|| whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part.parse().ok()?)).flatten();
    pence.filter(|p| *p > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    #[test]
    fn a_sum_is_read_as_people_write_it() {
        for (typed, read) in [
            ("250", Some(25_000)),
            ("£1,200.05", Some(120_005)),
            ("249.5", None),
            ("0", None),
            ("-5", None),
            ("", None),
            (".50", None),
            ("a lot", None),
            ("99999999", None),
        ] {
            assert_eq!(pence(typed), read, "{typed}");
        }
    }
    #[test]
    fn codes_that_ended_are_not_offered() {
        assert_eq!(codes_of("s903.activity", date(2026, 11, 22)).len(), 11);
        assert_eq!(codes_of("s903.activity", date(2020, 11, 22)).len(), 9, "before work and training were parted");
    }
}
