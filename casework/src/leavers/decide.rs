//! A manager decides which category holds, and why. The decision rests on what they were shown: what was recorded
//! while they read opens it again at once.
use super::words::{because, by, by_words, category_tag, lower};
use crate::{
    deeds::DecideCategory,
    frame::{self, Answer},
    page::{Answers, Form, Link, Page, Sample, choice, given, parts::Row},
    people::head::Head,
};
use axum::http::StatusCode;
use kernel::{Allowed, Error, Leave as _, Reading};
use practice::{
    Date, History, Norms, Subject, Timestamp,
    day::{age_on, words},
    leavers::{Category, Fact, Holding, basis, holds, rank},
};
use serde::Serialize;

pub const PAGE: Page = Page { name: "leavers/decide.html", source: include_str!("decide.html"), samples };

/// What may be decided at an age: nobody is a former relevant young person before 18, or eligible after.
fn open_to(age: Option<i64>) -> &'static [Category] {
    use Category::{Eligible, FormerRelevant, None, Qualifying, QualifyingBySgo, Relevant};
    match age {
        Some(16..18) => &[Eligible, Relevant, Qualifying, QualifyingBySgo, None],
        _ => &[FormerRelevant, Qualifying, QualifyingBySgo, None],
    }
}
struct Decision {
    category: Category,
    reason: String,
    /// Until when what was recorded had been read.
    read: Option<Timestamp>,
}
fn declare(f: &mut Form, age: Option<i64>, read: Timestamp) -> Option<Decision> {
    let choices = open_to(age).iter().map(|c| choice(*c, c.code(), c.words()));
    let category = f.radios("category", "Which category holds?", choices).required("Say which category holds");
    let reason = f
        .textarea("reason", "Why?")
        .hint(
            "What you read, whom you asked and what advice you took. Whoever reads the record sees your name and this \
             reason, and the young person may ask for it.",
        )
        .at_most(4_000)
        .required("Say why that category holds");
    let read = f.hidden("read", &read.to_string()).and_then(|at| at.parse().ok());
    Some(Decision { category: category?, reason: reason?, read })
}

struct Read {
    head: Head,
    facts: Vec<practice::Kept>,
    norms: Norms,
    holding: Holding,
    age: Option<i64>,
}
async fn read(reading: &mut Reading, may: &Allowed<DecideCategory>) -> Result<Read, Error> {
    let (child, today) = (may.child(), may.today());
    let head = Head::read(reading, child).await?;
    // Whoever decides reads names: no grant of it is masked.
    let facts = reading.facts(Subject::Child(child)).await?.ok_or("a decision without leave to read the record")?;
    let norms = reading.norms().await?;
    let history = History::new(facts.clone(), today);
    let holding = holds(&history, &norms, today);
    let age = history.born().and_then(|born| age_on(born, today));
    Ok(Read { head, facts, norms, holding, age })
}
#[derive(Serialize)]
struct Sides {
    law: Vec<Row>,
    record: Vec<Row>,
    /// Nothing is to be decided about whoever is not of 16 to 24 or was never looked after.
    concerns: bool,
    back: String,
}
fn sides(h: &Holding, back: String) -> Sides {
    let law = vec![
        Row { tag: Some(category_tag(h.computed.category())), ..Row::new("It comes to", "") },
        Row { detail: Some(h.computed.row.source.into()), ..Row::new("Because", because(&h.computed)) },
    ];
    let flags = h.computed.flags.iter().filter(|f| f.asks_a_person());
    let flags = flags.map(|f| Row::new("A person must decide", f.words()));
    let obtain = h.computed.obtain.iter().map(|what| Row::new("To be obtained", what));
    let mut record = vec![];
    if let Some(r) = &h.recorded {
        let on = format!("on {}", words(r.on));
        record.push(Row { tag: Some(category_tag(r.category)), ..Row::new("Recorded", on) });
    }
    if let Some(d) = &h.decided {
        let on = format!("on {}", words(d.on));
        record.push(Row {
            detail: Some(d.reason.clone()),
            tag: Some(category_tag(d.category)),
            ..Row::new("Decided", on)
        });
        record.extend(d.reopened.iter().map(|why| Row::new("Open again", why)));
    }
    if record.is_empty() {
        record.push(Row::new("Recorded", "No category was recorded"));
    }
    let detail = Some(by_words(by(h.by)).into());
    record.push(Row {
        tag: Some(category_tag(h.held.category)),
        detail,
        ..Row::new("Until you decide this holds", "")
    });
    Sides { law: law.into_iter().chain(flags).chain(obtain).collect(), record, concerns: h.concerns, back }
}
fn shown(may: &Allowed<DecideCategory>, status: StatusCode, form: Form, read: &Read) -> Answer {
    let back = read.head.address("/category");
    let mut chrome = frame::chrome(may, "Decide a leaving care status", None);
    chrome.about = Some(read.head.heading());
    chrome.back = Some(Link::new(back.clone(), "Back to leaving care"));
    let (name, sides) = (read.head.heading(), sides(&read.holding, back));
    Ok(PAGE.answer(status, chrome, given! { form, name, sides }))
}
pub async fn show(may: Allowed<DecideCategory>) -> Answer {
    let read = read(&mut may.reading().await?, &may).await?;
    let form = Form::blank(may.token(), |f| declare(f, read.age, may.now()));
    shown(&may, StatusCode::OK, form, &read)
}
pub async fn decide(may: Allowed<DecideCategory>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let read = read(&mut may.reading().await?, &may).await?;
    let (form, said) = Form::sent(may.token(), answers, |f| declare(f, read.age, may.now()));
    let Some(said) = said.filter(|_| read.holding.concerns) else {
        return shown(&may, StatusCode::UNPROCESSABLE_ENTITY, form, &read);
    };
    may.keep(may.today(), Some(may.now()), decided(said, &read, may.today(), may.now())).await?;
    frame::see(&read.head.address("/category"))
}
fn decided(said: Decision, read: &Read, today: Date, now: Timestamp) -> Fact {
    let then = said.read.map_or(now, |at| at.min(now));
    let seen = History::known_by(&read.facts, then, today);
    Fact::CategoryDecided { category: said.category, reason: said.reason, rests_on: basis(&seen, &read.norms, today) }
}
/// What a decision that owes less than what held asks for, as the page of the status says it afterwards.
pub(super) fn lowers(h: &Holding) -> Option<String> {
    let d = h.decided.as_ref().filter(|d| d.stands())?;
    let undecided = h.undecided.category;
    let less = rank(h.held.category) < rank(undecided);
    less.then(|| {
        format!(
            "The decision of {} owes less than what would hold without it: {}. The young person must be told why, and \
             how to complain.",
            words(d.on),
            lower(undecided.words())
        )
    })
}

fn samples() -> Vec<Sample> {
    let at = Timestamp::UNIX_EPOCH;
    let wrong = || Form::sent("t", Answers::default(), |f| declare(f, Some(19), at)).0;
    let form = || Form::blank("t", |f| declare(f, Some(17), at));
    let sides = |concerns| Sides {
        law: vec![Row { tag: Some(category_tag(Category::Relevant)), ..Row::new("It comes to", "") }],
        record: vec![Row::new("Recorded", "No category was recorded")],
        concerns,
        back: "/children/1/category".into(),
    };
    let name = "Jade Marlow";
    vec![
        Sample::new("seventeen", given! { form => form(), name, sides => sides(true) }),
        Sample::new("nothing said", given! { form => wrong(), name, sides => sides(true) }),
        Sample::new("nothing to decide", given! { form => form(), name, sides => sides(false) }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(age: i64, answers: &[(&str, &str)]) -> Option<Category> {
        let at = Timestamp::UNIX_EPOCH;
        Form::sent("t", Answers::of(answers), |f| declare(f, Some(age), at)).1.map(|d| d.category)
    }
    #[test]
    fn a_decision_says_which_and_why_and_what_the_age_allows() {
        let why = ("reason", "Read the court file with legal.");
        assert_eq!(sent(17, &[("category", "RELEVANT"), why]), Some(Category::Relevant));
        assert_eq!(sent(17, &[("category", "RELEVANT")]), None, "without a reason");
        assert_eq!(sent(17, &[("category", "FORMER_RELEVANT"), why]), None, "not before 18");
        assert_eq!(sent(18, &[("category", "FORMER_RELEVANT"), why]), Some(Category::FormerRelevant));
        assert_eq!(sent(18, &[("category", "NOT_KNOWN"), why]), None, "not known is no decision");
    }
}
