//! Days, counts and tags as words, for templates and for Rust alike.
//!
//! | in a template | shows |
//! |---|---|
//! | `{{ on\|day }}` | 3 April 2026 |
//! | `{{ on\|ago(chrome.today) }}` | 3 April 2026 (3 days ago) |
//! | `{{ at\|moment }}` | 3 April 2026 at 5:30pm |
//! | `{{ n\|count("child", "children") }}` | 1,204 children |
//! | `{{ standing\|standing }}` | a tag: overdue |
use super::nunjucks;
use minijinja::{Environment, Error, ErrorKind, HtmlEscape, Value, context};
use practice::{
    Date, Timestamp,
    clock::Standing,
    day::{self, days_between},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// A word in a coloured box. The word alone says it; the colour only helps the eye.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tag {
    pub text: String,
    pub colour: Colour,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Colour {
    Grey,
    Green,
    Teal,
    Blue,
    Purple,
    Magenta,
    Red,
    Orange,
    Yellow,
}

impl From<Standing> for Tag {
    fn from(standing: Standing) -> Tag {
        let colour = match standing {
            Standing::Overdue => Colour::Red,
            Standing::DueSoon => Colour::Yellow,
            Standing::Running => Colour::Blue,
            Standing::NotKnown => Colour::Purple,
            Standing::Passed => Colour::Magenta,
            Standing::MetLate => Colour::Orange,
            Standing::Met => Colour::Green,
            Standing::Waived => Colour::Teal,
            Standing::Superseded | Standing::NotStarted => Colour::Grey,
        };
        Tag { text: capital(standing.words()), colour }
    }
}
impl Tag {
    pub fn new(text: impl Into<String>, colour: Colour) -> Tag {
        Tag { text: text.into(), colour }
    }
    pub(super) fn html(&self) -> Result<Value, Error> {
        let colour = match self.colour {
            Colour::Blue => String::new(), // the Design System's default has no class
            other => format!("govuk-tag--{}", format!("{other:?}").to_lowercase()),
        };
        nunjucks::component(
            "govuk",
            "tag",
            context! { text => self.text.as_str(), classes => format!("loxley-tag {colour}") },
        )
    }
}

/// `3 days ago`, `in 2 weeks`, `today`: beside the day itself, never instead of it.
pub fn ago(on: Date, today: Date) -> String {
    let (earlier, later) = (on.min(today), on.max(today));
    let span = match days_between(earlier, later) {
        0 => return "today".into(),
        1 => return if on < today { "yesterday" } else { "tomorrow" }.into(),
        n @ 2..=20 => count(n, "day", "days"),
        n @ 21..=83 => count(n / 7, "week", "weeks"),
        n => match day::age_on(earlier, later) {
            Some(years @ 2..) => count(years, "year", "years"),
            _ => count(n * 12 / 365, "month", "months"),
        },
    };
    if on < today { format!("{span} ago") } else { format!("in {span}") }
}

/// `1 child`, `1,204 children`.
pub fn count(n: i64, one: &str, many: &str) -> String {
    format!("{} {}", thousands(n), if n == 1 { one } else { many })
}
pub fn thousands(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut out = if n < 0 { "−".to_owned() } else { String::new() };
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
/// `£1,249.50`, `£250`.
pub fn pounds(pence: i64) -> String {
    let whole = thousands(pence / 100);
    if pence % 100 == 0 { format!("£{whole}") } else { format!("£{whole}.{:02}", pence % 100) }
}
/// The words of a page, without what the law calls things: for tests of how hard it is to read.
#[cfg(test)]
pub(crate) fn words_of_page(html: &str) -> String {
    let main = html.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
    let said = |part: &str| match part.split_once('>') {
        Some((tag, words)) if !tag.contains("loxley-law") => words.to_owned(),
        _ => String::new(),
    };
    main.replace("</", "\n</").split('<').map(said).collect()
}
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub(super) fn add_to(env: &mut Environment) {
    env.add_filter("day", |v: Value| Ok::<_, Error>(read::<Date>(v)?.map_or_else(not_known, time_of_day)));
    env.add_filter("ago", |v: Value, today: Value| {
        let (on, today) = (read::<Date>(v)?, read::<Date>(today)?);
        Ok::<_, Error>(match (on, today) {
            (Some(on), Some(today)) => Value::from_safe_string(format!("{} ({})", time_of_day(on), ago(on, today))),
            _ => not_known(),
        })
    });
    env.add_filter("moment", |v: Value| Ok::<_, Error>(read::<Timestamp>(v)?.map_or_else(not_known, time_of)));
    env.add_filter("count", |n: i64, one: &str, many: &str| count(n, one, many));
    env.add_filter("thousands", |n: i64| thousands(n));
    env.add_filter("capital", |text: &str| capital(text));
    env.add_filter("standing", |v: Value| match read::<Standing>(v)? {
        Some(standing) => Tag::from(standing).html(),
        None => Ok(not_known()),
    });
    env.add_filter("tag", |v: Value| {
        let text = v.get_attr("text")?.to_string();
        let colour = read(v.get_attr("colour")?)?.unwrap_or(Colour::Grey);
        Tag { text, colour }.html()
    });
}

fn time_of_day(on: Date) -> Value {
    Value::from_safe_string(format!("<time datetime=\"{on}\">{}</time>", day::words(on)))
}
fn time_of(at: Timestamp) -> Value {
    Value::from_safe_string(format!("<time datetime=\"{at}\">{}</time>", HtmlEscape(&day::words_at(at))))
}
/// Not known is an answer, and is said.
fn not_known() -> Value {
    Value::from("not known")
}
/// `None` for none; an error for what is neither that nor a `T`.
fn read<T: DeserializeOwned>(v: Value) -> Result<Option<T>, Error> {
    if v.is_none() {
        return Ok(None);
    }
    if v.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    T::deserialize(v).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    #[test]
    fn a_day_is_said_beside_how_long_ago_it_was() {
        let today = date(2026, 11, 22);
        let cases = [
            (date(2026, 11, 22), "today"),
            (date(2026, 11, 21), "yesterday"),
            (date(2026, 11, 23), "tomorrow"),
            (date(2026, 11, 19), "3 days ago"),
            (date(2026, 10, 22), "4 weeks ago"),
            (date(2026, 5, 22), "6 months ago"),
            (date(2024, 11, 22), "2 years ago"),
            (date(2026, 12, 6), "in 14 days"),
        ];
        for (on, said) in cases {
            assert_eq!(ago(on, today), said, "{on}");
        }
    }
    #[test]
    fn counts_read_as_words() {
        assert_eq!(count(1, "child", "children"), "1 child");
        assert_eq!(count(0, "child", "children"), "0 children");
        assert_eq!(count(1204567, "row", "rows"), "1,204,567 rows");
        assert_eq!(thousands(-1000), "−1,000");
    }
    #[test]
    fn every_standing_has_a_word_and_not_only_a_colour() {
        for standing in Standing::ALL {
            let html = Tag::from(standing).html().unwrap().to_string();
            assert!(html.to_lowercase().contains(standing.words()), "{html}");
        }
    }
    #[test]
    fn a_filter_refuses_what_is_not_a_day_and_says_not_known_for_nothing() {
        let mut env = Environment::new();
        add_to(&mut env);
        let shown = |on: Value| env.render_str("{{ on|day }}", context! { on });
        assert_eq!(shown(Value::from("2026-04-03")).unwrap(), "<time datetime=\"2026-04-03\">3 April 2026</time>");
        assert_eq!(shown(Value::from(())).unwrap(), "not known");
        assert!(shown(Value::from("soon")).is_err());
    }
}
