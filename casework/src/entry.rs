//! One small form that becomes a fact: the page of all of them. An [`Entry`] says what it asks and which fact that
//! makes; showing it, reading it, keeping what was typed and refusing what is wrong are here, once.
use crate::{
    deeds::RecordWork,
    frame::{Answer, see},
    page::{Answers, Chrome, Form, Link, Page, Sample, given},
    people::head::{At, Head},
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Allowed, Leave as _, Pages};
use practice::{Date, Fact, History, Norms};

pub const PAGE: Page = Page { name: "entry.html", source: include_str!("entry.html"), samples };
/// The entries of each part of the work. A line a part.
const PARTS: &[&[&Entry]] = &[crate::leavers::work::ENTRIES, crate::homeless::ENTRIES];

pub struct Entry {
    /// In the address.
    pub name: &'static str,
    pub title: &'static str,
    /// What follows from it, where that is not plain.
    pub intro: &'static str,
    /// The page of the record that it is recorded from, and that shows it.
    pub from: At,
    pub declare: fn(&mut Form, &About) -> Option<Said>,
}
/// What a form came to: the day on which it happened, and the facts.
pub struct Said {
    on: Date,
    facts: Vec<Fact>,
}
impl Said {
    pub fn one(on: Date, fact: impl Into<Fact>) -> Option<Said> {
        Some(Said { on, facts: vec![fact.into()] })
    }
    pub fn each<F: Into<Fact>>(on: Date, facts: impl IntoIterator<Item = F>) -> Option<Said> {
        Some(Said { on, facts: facts.into_iter().map(F::into).collect() })
    }
}
/// Of whom it is said, and what is known of them.
pub struct About<'a> {
    pub history: &'a History,
    pub norms: &'a Norms,
    pub called: &'a str,
    pub today: Date,
}
impl About<'_> {
    /// The day on which it happened: never after today.
    pub fn on(&self, f: &mut Form, label: &str) -> Option<Date> {
        f.day("on", label).initial(self.today).not_after(self.today).required("Enter the day")
    }
    /// The same, of something that cannot have been before that day.
    pub fn on_or_after(&self, f: &mut Form, label: &str, first: Option<Date>) -> Option<Date> {
        let day = f.day("on", label).initial(self.today).not_after(self.today);
        match first {
            Some(first) => day.not_before(first).required("Enter the day"),
            None => day.required("Enter the day"),
        }
    }
}
pub fn all() -> impl Iterator<Item = &'static Entry> {
    PARTS.iter().copied().flatten().copied()
}
/// A link to the entry of that name, from the record with that address.
pub fn link(name: &str, record: &str) -> Option<Link> {
    all().find(|e| e.name == name).map(|e| e.link(record))
}
impl Entry {
    /// Where it is recorded, below the address of the record.
    pub fn step(&self) -> String {
        format!("/record/{}", self.name)
    }
    /// The form as it is first shown, or as it was sent and what it says.
    fn read(
        &self,
        (history, norms): (History, Norms),
        called: &str,
        may: &Allowed<RecordWork>,
        sent: Option<Answers>,
    ) -> (Form, Option<Said>) {
        let about = About { history: &history, norms: &norms, called, today: may.today() };
        let declare = |f: &mut Form| (self.declare)(f, &about);
        match sent {
            Some(sent) => Form::sent(may.token(), sent, declare),
            None => (Form::blank(may.token(), declare), None),
        }
    }
    /// A link to it from the pages of the record of which that is the address.
    pub fn link(&self, record: &str) -> Link {
        Link::new(format!("{record}{}", self.step()), self.title)
    }
}

pub fn pages(p: Pages) -> Pages {
    p.get("/children/{child}/record/{entry}", show).post("/children/{child}/record/{entry}", record)
}
pub async fn show(may: Allowed<RecordWork>) -> Answer {
    answer(may, None).await
}
pub async fn record(may: Allowed<RecordWork>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    answer(may, Some(sent)).await
}
async fn answer(may: Allowed<RecordWork>, sent: Option<Answers>) -> Answer {
    let entry = may.path("entry").and_then(|name| all().find(|e| e.name == name));
    let mut reading = may.reading().await?;
    let head = Head::read(&mut reading, may.child()).await?;
    let history = reading.history(may.child()).await?;
    let norms = reading.norms().await?;
    drop(reading);
    let (Some(entry), Some(history)) = (entry, history) else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let (form, said) = entry.read((history, norms), &head.called(), &may, sent);
    if let Some(Said { on, facts }) = said {
        let at = (on == may.today()).then(|| may.now());
        may.keep_all(facts.into_iter().map(|fact| (on, at, fact)).collect()).await?;
        return see(&head.address(entry.from.step()));
    }
    let status = if form.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let back = Link::new(head.address(entry.from.step()), format!("Back to {}", entry.from.title().to_lowercase()));
    let chrome = Chrome { title: entry.title.into(), back: Some(back), ..head.chrome(&may, entry.from) };
    Ok(PAGE.answer(status, chrome, context(entry, &head.heading(), form)))
}
fn context(entry: &Entry, name: &str, form: Form) -> minijinja::Value {
    given! { title => entry.title, intro => entry.intro, name, form }
}
fn samples() -> Vec<Sample> {
    let history = History::new(vec![], practice::day::date(2026, 11, 22));
    let norms = Norms::default();
    let about = About { history: &history, norms: &norms, called: "Kai", today: history.today };
    let both = |entry: &'static Entry| {
        let blank = Form::blank("t", |f| (entry.declare)(f, &about));
        let wrong = Form::sent("t", Answers::default(), |f| (entry.declare)(f, &about)).0;
        let sample = |name, form| Sample { name, context: context(entry, "Kai Marsh", form) };
        [sample(entry.name, blank), sample("nothing said", wrong)]
    };
    all().flat_map(both).collect()
}

#[cfg(test)]
pub(crate) mod said {
    //! What an entry makes of answers, for the tests of entries.
    use super::*;
    use practice::{case::Story, day::date};

    pub const TODAY: Date = date(2026, 11, 22);
    /// Said on the twentieth of November, of somebody of whom the story tells: the facts, or what is wrong.
    pub fn of(entry: &Entry, story: &Story, answers: &[(&str, &str)]) -> Result<Vec<Fact>, Vec<String>> {
        let history = story.history(TODAY);
        let about = About { history: &history, norms: &story.norms, called: "Kai", today: TODAY };
        let on = [("on-day", "20"), ("on-month", "11"), ("on-year", "2026")];
        let sent = Answers::of(&[&on[..], answers].concat());
        let (form, said) = Form::sent("t", sent, |f| (entry.declare)(f, &about));
        said.map(|said| said.facts).ok_or_else(|| form.messages().collect())
    }
    /// The same of somebody of whom nothing is known.
    pub fn anew(entry: &Entry, answers: &[(&str, &str)]) -> Result<Vec<Fact>, Vec<String>> {
        of(entry, &Story::default(), answers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_entry_has_an_address_of_its_own_and_a_title() {
        let mut names = HashSet::new();
        for entry in all() {
            assert!(names.insert(entry.name) && !entry.title.is_empty(), "{}", entry.name);
            assert!(entry.name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        }
    }
    #[test]
    fn no_entry_is_kept_for_a_day_to_come() {
        let story = practice::case::Story::default();
        let history = story.history(said::TODAY);
        let about = About { history: &history, norms: &story.norms, called: "Kai", today: said::TODAY };
        for entry in all() {
            let tomorrow = Answers::of(&[("on-day", "23"), ("on-month", "11"), ("on-year", "2026")]);
            let (form, _) = Form::sent("t", tomorrow, |f| (entry.declare)(f, &about));
            assert!(form.messages().any(|m| m.ends_with("must be today or in the past")), "{}", entry.name);
        }
    }
}
