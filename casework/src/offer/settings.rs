//! What only the council knows: `settings.txt`, a line for each name. Amounts that the record's norms hold are not
//! here but in the record, so that a page and an entitlement never say two things.
use super::escaped;
use practice::{
    Date, Norms,
    leavers::{
        owed::{APPRENTICESHIP, BURSARY_16_19, COUNCIL_TAX, HIGHER_EDUCATION, SETTING_UP_HOME},
        plainly::pounds,
    },
    norms::Norm,
};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default)]
pub struct Settings(BTreeMap<String, String>);

/// Names that a page may use without a line of their own: they are filled in as the page is shown.
const AMOUNTS: [(&str, &Norm); 4] = [
    ("setting_up_home", &SETTING_UP_HOME),
    ("higher_education", &HIGHER_EDUCATION),
    ("bursary_16_19", &BURSARY_16_19),
    ("apprenticeship", &APPRENTICESHIP),
];
const COUNCIL_TAX_WORDS: &str = "council_tax";

/// A piece of a text that may hold `{names}`.
pub enum Filled<'t> {
    Words(&'t str),
    /// Filled in by [`with_amounts`] as it is shown: the norm of the day.
    Amount(&'t str),
    Value {
        says: String,
        html: String,
    },
    NoSuch(&'t str),
}
impl Settings {
    /// The settings, and the lines that are none.
    pub fn read(text: &str) -> (Settings, Vec<usize>) {
        let (mut settings, mut wrong) = (Settings::default(), vec![]);
        for (n, line) in text.lines().enumerate().map(|(n, line)| (n + 1, line.trim())) {
            match line.split_once('=').map(|(name, value)| (name.trim(), value.trim())) {
                _ if line.is_empty() || line.starts_with('#') => {}
                Some((name, value)) if is_name(name) => drop(settings.0.insert(name.into(), value.into())),
                _ => wrong.push(n),
            }
        }
        (settings, wrong)
    }
    pub fn value(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }
    /// The names that nothing stands behind yet.
    pub fn empty(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter(|(_, value)| value.is_empty()).map(|(name, _)| name.as_str())
    }
    pub fn pieces<'t>(&self, text: &'t str) -> Vec<Filled<'t>> {
        let (mut pieces, mut rest) = (vec![], text);
        while let Some((before, name, after)) = named(rest) {
            pieces.push(Filled::Words(before));
            pieces.push(self.piece(name));
            rest = after;
        }
        pieces.push(Filled::Words(rest));
        pieces
    }
    fn piece<'t>(&self, name: &'t str) -> Filled<'t> {
        if name == COUNCIL_TAX_WORDS || AMOUNTS.iter().any(|(n, _)| *n == name) {
            return Filled::Amount(name);
        }
        match self.0.get(name).map(String::as_str) {
            None => Filled::NoSuch(name),
            Some("") if name == "council" => Filled::Value { says: "your council".into(), html: "your council".into() },
            Some("") => {
                let what = format!("[not filled in yet: {}]", name.replace('_', " "));
                let html = format!("<strong class=\"loxley-missing\">{}</strong>", escaped(&what));
                Filled::Value { says: "…".into(), html }
            }
            Some(value) => Filled::Value { says: value.into(), html: linked(name, value) },
        }
    }
}
/// Before, the name, after: the first `{name}` of a text.
fn named(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    is_name(name).then_some((before, name, after))
}
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
fn linked(name: &str, value: &str) -> String {
    let text = escaped(value);
    let digits: String = value.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let href = match name.rsplit('_').next() {
        Some("phone") if digits.len() > 2 => format!("tel:{digits}"),
        Some("email") if value.contains('@') && !value.contains(' ') => format!("mailto:{text}"),
        Some("link") if value.starts_with("https://") => text.clone(),
        _ => return text,
    };
    format!("<a class=\"govuk-link\" href=\"{href}\">{text}</a>")
}
/// Words or a page as they are shown today: with the amounts that the council's norms say.
pub fn with_amounts(html: &str, norms: &Norms, on: Date) -> String {
    let amount =
        |html: String, (name, norm): &(&str, &Norm)| html.replace(&format!("{{{name}}}"), &pounds(norms.get(norm, on)));
    let html = AMOUNTS.iter().fold(html.to_owned(), amount);
    let council_tax = match norms.get(&COUNCIL_TAX, on) {
        0 => "Ask us if you must pay council tax, and what may help.".into(),
        age => format!("Our council asks no council tax of you till you turn {age}. Ask us how."),
    };
    html.replace(&format!("{{{COUNCIL_TAX_WORDS}}}"), &council_tax)
}
/// With the amounts that hold unless the council says otherwise: as good as any to read.
pub fn with_usual_amounts(words: &str) -> String {
    with_amounts(words, &Norms::default(), Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    #[test]
    fn each_line_is_a_name_and_a_value_and_others_are_told() {
        let (settings, wrong) = Settings::read("# Our numbers\n\nduty_phone = 0115 = 2\nnight_phone =\nDuty: 3\n");
        assert_eq!(settings.0["duty_phone"], "0115 = 2");
        assert_eq!(settings.empty().collect::<Vec<_>>(), ["night_phone"]);
        assert_eq!(wrong, [5]);
    }
    #[test]
    fn what_a_name_ends_in_says_what_it_is() {
        assert_eq!(linked("a_phone", "0115 1"), "<a class=\"govuk-link\" href=\"tel:01151\">0115 1</a>");
        assert_eq!(linked("a_email", "a@b.uk"), "<a class=\"govuk-link\" href=\"mailto:a@b.uk\">a@b.uk</a>");
        assert_eq!(linked("a_link", "javascript:x"), "javascript:x");
        assert_eq!(linked("drop_in", "Mondays <at> 3"), "Mondays &lt;at&gt; 3");
    }
    #[test]
    fn amounts_are_those_of_the_day() {
        let shown = with_amounts("{setting_up_home} {council_tax} {other}", &Norms::default(), date(2026, 11, 22));
        assert!(shown.starts_with("£3,000 Our council asks no council tax of you till you turn 25."), "{shown}");
        assert!(shown.ends_with("{other}"));
    }
}
