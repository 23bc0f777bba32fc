//! "What may I get?": a few questions, and the answer of the table that the record's own statuses come from. Nothing
//! that is said here is kept; it is posted from page to page and stands in no address. Not knowing is an answer.
use super::{chrome, current};
use crate::page::{Answers, Choice, Form, Page, Sample, choice, given};
use axum::{
    http::{Extensions, StatusCode},
    response::{IntoResponse as _, Response},
};
use practice::{
    Date, Norms,
    day::words,
    leavers::{
        Category, Footing, Learning, Status,
        owed::{From, Owed, owed_under},
        plainly::{footing, plain},
        possible::{AtHome, Cared, Told, possible},
    },
};
use serde::Serialize;

pub const AGE: Page = Page { name: "offer/age.html", source: include_str!("age.html"), samples: age_samples };
pub const REST: Page = Page { name: "offer/rest.html", source: include_str!("rest.html"), samples: rest_samples };
pub const ANSWER: Page =
    Page { name: "offer/answer.html", source: include_str!("answer.html"), samples: answer_samples };

const TITLE: &str = "What you may get";
/// Somebody may not know how old they are, or somebody else may doubt it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Age {
    Years(i64),
    NotSure,
}
fn ask_age(f: &mut Form) -> Option<Age> {
    let years = (16..25).map(|age| choice(Age::Years(age), age.to_string(), age.to_string()));
    let ages = [choice(Age::Years(15), "15", "15 or less")]
        .into_iter()
        .chain(years)
        .chain([choice(Age::Years(25), "25", "25 or more"), choice(Age::NotSure, "not_sure", "I am not sure")]);
    f.select("age", "How old are you?", ages).required("Choose how old you are, or “I am not sure”")
}
/// Each question ends with the same answer; a question that is left out says the same.
fn or_not<T>(choices: impl IntoIterator<Item = Choice<T>>) -> Vec<Choice<Option<T>>> {
    let known = choices.into_iter().map(Choice::some);
    known.chain([choice(None, "not_sure", "I am not sure")]).collect()
}
fn yes_no(yes: &str, no: &str) -> Vec<Choice<Option<bool>>> {
    or_not([choice(true, "yes", yes), choice(false, "no", no)])
}
fn ask_rest(f: &mut Form, age: i64) -> Option<Told> {
    f.hidden("age", &age.to_string());
    f.hidden("rest", "asked");
    let now = age < 18;
    let (was, still) = match now {
        true => ("Are you in care, or were you?", "I am in care now"),
        false => ("Were you in care?", "Yes, on the day I turned 18"),
    };
    let cared = [
        choice(Cared::Still, "still", still),
        choice(Cared::Left, "left", "Yes, and I left when I was 16 or 17"),
        choice(Cared::Before16, "before", "Yes, but I left before I turned 16"),
        choice(Cared::ShortBreaks, "breaks", "Only short breaks, and I went home after each one"),
        choice(Cared::Never, "never", "No"),
    ];
    let care = f.radios("care", was, or_not(cared)).optional();
    let weeks = yes_no("13 weeks or more", "Less than 13 weeks");
    let weeks = f
        .radios("weeks", "How long were you in care since you turned 14?", weeks)
        .hint("Add up all the times. 13 weeks is three months.")
        .optional();
    let (stayed, broke) = match now {
        true => ("Yes, and I still live there", "Yes, but it broke down"),
        false => ("Yes, and I was there when I turned 18", "Yes, but it broke down before I turned 18"),
    };
    let home = [
        choice(AtHome::No, "no", "No"),
        choice(AtHome::Still, "still", stayed),
        choice(AtHome::BrokeDown, "broke", broke),
    ];
    let home = f
        .radios("home", "After care, did you live with a parent for six months in a row?", or_not(home))
        .hint("Or with someone else who has the rights of a parent. Skip this if you did not leave care.")
        .optional();
    let guardian = f
        .radios("guardian", "Did a court give you a special guardian, straight from care?", yes_no("Yes", "No"))
        .optional();
    let detained = f
        .radios("detained", "Were you locked up, or in hospital, on the day you turned 16?", yes_no("Yes", "No"))
        .optional();
    let elsewhere = f
        .radios("elsewhere", "At 16 or 17, did you live in one of these, and have you left?", yes_no("Yes", "No"))
        .hint(
            "With someone who is not close family, when the council did not place you there. \
             In a home run by a charity or a firm. In a hospital, care home or school for three months or more.",
        )
        .optional();
    let (learning, asked) = if age < 21 { (None, None) } else { ask_grown_up(f) };
    let told = Told {
        age,
        care: care.flatten(),
        thirteen_weeks: weeks.flatten(),
        home: home.flatten(),
        guardian: guardian.flatten(),
        detained: detained.flatten(),
        elsewhere: elsewhere.flatten(),
        learning,
        asked_for_support: asked,
    };
    Some(told)
}
fn ask_grown_up(f: &mut Form) -> (Option<Learning>, Option<bool>) {
    let learning = [
        choice(Learning::In, "in", "Yes, or I have a place"),
        choice(Learning::Wishes, "wants", "Not yet, but I want to"),
        choice(Learning::Neither, "no", "No"),
    ];
    let learning = f.radios("learning", "Do you learn or train?", or_not(learning)).optional();
    let asked = f.radios("asked", "Since you turned 21, did you ask the council for help?", yes_no("Yes", "No"));
    (learning.flatten(), asked.optional().flatten())
}

pub async fn show(request: Extensions) -> Response {
    AGE.show(chrome(&request, TITLE), given! { form => Form::blank("", ask_age) })
}
pub async fn answer(request: Extensions, body: String) -> Response {
    let Some(now) = current(&request) else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let answers = Answers::of_query(&body);
    let (form, age) = Form::sent("", answers.clone(), ask_age);
    let age = match age {
        None => return AGE.answer(StatusCode::UNPROCESSABLE_ENTITY, chrome(&request, TITLE), given! { form }),
        Some(Age::NotSure) => None,
        Some(Age::Years(age)) => Some(age),
    };
    let told = match age.filter(|age| (16..25).contains(age)) {
        None => age.map(|age| Told { age, ..Told::default() }),
        Some(age) => {
            let asked = answers.one("rest").is_some();
            let (form, told) = match asked {
                true => Form::sent("", answers, |f| ask_rest(f, age)),
                false => (Form::blank("", |f| ask_rest(f, age)), None),
            };
            let Some(told) = told else {
                let status = if asked { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
                return REST.answer(status, chrome(&request, TITLE), given! { form });
            };
            Some(told)
        }
    };
    let face = Face::of(told.as_ref(), &now.norms, now.today);
    ANSWER.show(chrome(&request, TITLE), given! { face })
}

#[derive(Debug, Serialize)]
struct Face {
    /// Of which day it is.
    on: String,
    /// Each that it may be, from the one that owes most.
    may_be: Vec<MayBe>,
    /// That it may be none of them, in each of the ways that it may.
    nothing: Vec<&'static str>,
    /// Not even the age is known.
    cannot_tell: bool,
}
#[derive(Debug, Serialize)]
struct MayBe {
    /// What the law calls it.
    called: &'static str,
    means: &'static str,
    /// Up to which age this holds.
    till: i64,
    items: Vec<Item>,
}
#[derive(Debug, PartialEq, Serialize)]
struct Item {
    title: &'static str,
    says: String,
    law: String,
    not_yet: Option<String>,
}
impl Face {
    fn of(told: Option<&Told>, norms: &Norms, on: Date) -> Face {
        let statuses = told.map(|told| possible(told, norms, on)).unwrap_or_default();
        let none = |s: &&Status| s.category() == Category::None;
        let of = |s: &Status| Footing { category: s.category(), band: s.band() };
        let nothing: Vec<_> = statuses.iter().filter(none).map(|s| footing(of(s)).1).collect();
        let may_be = statuses.iter().filter(|s| !none(s)).map(|s| MayBe::of(of(s), norms, on)).collect();
        Face { on: words(on), may_be, nothing, cannot_tell: told.is_none() }
    }
}
impl MayBe {
    fn of(held: Footing, norms: &Norms, on: Date) -> MayBe {
        let (called, means) = footing(held);
        let till = match held.band {
            "16_17" => 18,
            "16_20" | "18_20_FULL" => 21,
            _ => 25,
        };
        let items = owed_under(held, norms, on).iter().map(|o| Item::of(o, norms, on)).collect();
        MayBe { called, means, till, items }
    }
}
impl Item {
    fn of(o: &Owed, norms: &Norms, on: Date) -> Item {
        let p = plain(o, norms, on);
        let since = match o.duty.from {
            From::Day(day) => format!(", since {}", words(day)),
            From::Always | From::Commenced(_) => String::new(),
        };
        let law = format!("{}{since}", o.duty.source);
        Item { title: p.title, says: p.says, law, not_yet: p.not_yet }
    }
}

const SAMPLE_DAY: Date = practice::day::date(2026, 11, 22);
fn age_samples() -> Vec<Sample> {
    let sent = |pairs| Form::sent("", Answers::of(pairs), ask_age).0;
    vec![
        Sample::new("first", given! { form => Form::blank("", ask_age) }),
        Sample::new("none chosen", given! { form => sent(&[]) }),
    ]
}
fn rest_samples() -> Vec<Sample> {
    let blank = |age| given! { form => Form::blank("", |f| ask_rest(f, age)) };
    let strange = Answers::of(&[("care", "perhaps")]);
    vec![
        Sample::new("at 17", blank(17)),
        Sample::new("at 19", blank(19)),
        Sample::new("at 22", blank(22)),
        Sample::new("strange", given! { form => Form::sent("", strange, |f| ask_rest(f, 17)).0 }),
    ]
}
fn answer_samples() -> Vec<Sample> {
    let face = |told: Option<Told>| given! { face => Face::of(told.as_ref(), &Norms::default(), SAMPLE_DAY) };
    let known = |age, care| {
        let (home, no) = (Some(AtHome::No), Some(false));
        let learning = Some(Learning::Neither);
        Some(Told {
            age,
            care: Some(care),
            thirteen_weeks: Some(true),
            home,
            guardian: no,
            detained: no,
            elsewhere: no,
            learning,
            asked_for_support: no,
        })
    };
    vec![
        Sample::new("one", face(known(19, Cared::Still))),
        Sample::new("none", face(known(19, Cared::Never))),
        Sample::new("several", face(Some(Told { age: 17, ..Told::default() }))),
        Sample::new("age not known", face(None)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::words::words_of_page;
    use practice::plans::plain::grade;

    fn told(age: i64, pairs: &[(&str, &str)]) -> Told {
        let (form, told) = Form::sent("", Answers::of(pairs), |f| ask_rest(f, age));
        assert!(!form.has_errors());
        told.unwrap()
    }
    fn face(age: i64, pairs: &[(&str, &str)]) -> Face {
        Face::of(Some(&told(age, pairs)), &Norms::default(), SAMPLE_DAY)
    }
    fn called(face: &Face) -> Vec<&str> {
        face.may_be.iter().map(|m| m.called).collect()
    }
    const ALL_NO: [(&str, &str); 5] =
        [("home", "no"), ("guardian", "no"), ("detained", "no"), ("elsewhere", "no"), ("asked", "no")];
    fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        let others = ALL_NO.iter().filter(|(name, _)| more.iter().all(|m| m.0 != *name));
        more.iter().chain(others).copied().collect()
    }

    #[test]
    fn each_status_through_the_questions() {
        let is = |age, more: &[(&str, &str)], wanted: &[&str]| {
            let face = face(age, &with(more));
            assert_eq!(called(&face), wanted, "{age} {more:?}");
        };
        is(16, &[("care", "still"), ("weeks", "yes")], &["an eligible child"]);
        is(16, &[("care", "still"), ("weeks", "no")], &[]);
        is(17, &[("care", "left"), ("weeks", "yes")], &["a relevant child"]);
        is(17, &[("care", "left"), ("weeks", "yes"), ("home", "still")], &["a qualifying young person"]);
        is(17, &[("care", "before"), ("weeks", "yes"), ("guardian", "yes")], &["a qualifying young person"]);
        is(19, &[("care", "still"), ("weeks", "yes")], &["a former relevant young person"]);
        is(19, &[("care", "left"), ("weeks", "yes"), ("home", "broke")], &["a former relevant young person"]);
        is(20, &[("care", "left"), ("weeks", "no")], &["a qualifying young person"]);
        is(18, &[("care", "never"), ("elsewhere", "yes")], &["a qualifying young person"]);
        is(22, &[("care", "still"), ("weeks", "yes"), ("learning", "in")], &["a former relevant young person"]);
        is(22, &[("care", "left"), ("weeks", "no"), ("learning", "in")], &["a qualifying young person"]);
        is(22, &[("care", "left"), ("weeks", "no"), ("learning", "no")], &[]);
        is(18, &[("care", "never"), ("weeks", "no")], &[]);
    }
    #[test]
    fn an_answer_that_is_not_known_shows_both_that_it_may_be() {
        for open in [&[("care", "left"), ("weeks", "not_sure")][..], &[("care", "left")][..]] {
            let face = face(19, &with(open));
            assert_eq!(called(&face), ["a former relevant young person", "a qualifying young person"]);
        }
        let nothing_known = face(17, &[]);
        assert!(called(&nothing_known).len() >= 4 && !nothing_known.nothing.is_empty());
        let no_age = Face::of(None, &Norms::default(), SAMPLE_DAY);
        assert!(no_age.cannot_tell && no_age.may_be.is_empty());
    }
    #[test]
    fn each_thing_says_where_it_comes_from_and_what_is_not_begun_says_so() {
        let face = face(19, &with(&[("care", "still"), ("weeks", "yes")]));
        let items = &face.may_be[0].items;
        assert!(items.len() > 10 && items.iter().all(|i| !i.law.is_empty() && !i.says.is_empty()));
        let of = |title: &str| items.iter().find(|i| i.title == title).unwrap();
        assert!(of("Money to set up home").law.ends_with(", since 1 April 2023"));
        assert!(of("Staying close").not_yet.is_some() && of("Your own adviser").not_yet.is_none());
        assert_eq!((face.on.as_str(), face.may_be[0].till), ("22 November 2026", 21));
    }
    #[test]
    fn an_age_must_be_chosen_and_not_being_sure_is_one() {
        assert!(Form::sent("", Answers::of(&[]), ask_age).0.has_errors());
        assert!(Form::sent("", Answers::of(&[("age", "200")]), ask_age).0.has_errors());
        assert_eq!(Form::sent("", Answers::of(&[("age", "not_sure")]), ask_age).1, Some(Age::NotSure));
    }
    #[test]
    fn a_child_of_nine_can_read_the_questions_and_the_answers() {
        let chrome = || crate::page::Chrome::public(TITLE, SAMPLE_DAY, "n");
        for page in [&AGE, &REST, &ANSWER, &super::super::find::PAGE, &super::super::show::HOME] {
            for sample in (page.samples)() {
                let text = words_of_page(&page.html(&chrome(), sample.context).unwrap());
                let grade = grade(&text).unwrap();
                assert!(grade <= 5.0, "{} {}: {grade:.1}\n{text}", page.name, sample.name);
            }
        }
    }
}
