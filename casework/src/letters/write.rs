//! A letter as it would be sent today, to be read before it goes; and sending it by a way that is safe. By post it
//! stands among those to be printed; a message says only that a letter waits.
use super::tell::{self, Teller};
use crate::{
    deeds::RecordWork,
    frame::{Answer, chrome, see},
    page::{Answers, Chrome, Form, Link, Page, Sample, choice, given, press},
    people::{
        head::Head,
        names::Names,
        workers::{self, Works},
    },
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Allowed, Leave as _};
use practice::{
    Fact as F, History, Norms,
    leavers::{self, holds, touch},
    letters::{By, Case, Document, Due, Fact, Letter, Sent, Way, letter, safe::to_send},
    people::Part,
    plans::{self, Person},
};

pub const PAGE: Page = Page { name: "letters/write.html", source: include_str!("write.html"), samples };

/// What stands behind one letter to one young person.
struct Desk {
    letter: &'static Letter,
    head: Head,
    history: History,
    names: Names,
    norms: Norms,
    adviser: Option<String>,
}
impl Desk {
    /// `None` where there is no such letter, or whoever asks may not read the record.
    async fn read(may: &Allowed<RecordWork>) -> Result<Option<Desk>, kernel::Error> {
        let Some(letter) = may.path("letter").and_then(letter) else { return Ok(None) };
        let (child, mut reading) = (may.child(), may.reading().await?);
        let head = Head::read(&mut reading, child).await?;
        let Some(history) = reading.history(child).await? else { return Ok(None) };
        let works = workers::workers(&mut reading, child).await?;
        let names = Names::read(&mut reading, child).await?;
        let norms = reading.norms().await?;
        Ok(Some(Desk { letter, head, history, names, norms, adviser: signs(&works) }))
    }
    fn named(&self, person: &Person) -> String {
        match person {
            Person::YoungPerson => self.head.called(),
            Person::Worker(id) => self.names.of(*id).into(),
            Person::Known { name, .. } => name.as_str().into(),
        }
    }
    fn with<T>(&self, may: &Allowed<RecordWork>, ask: impl FnOnce(&Case) -> T) -> T {
        let (h, on) = (&self.history, may.today());
        let named = |p: &Person| self.named(p);
        let holding = holds(h, &self.norms, on);
        ask(&Case { h, norms: &self.norms, holding, on, adviser: self.adviser.as_deref(), named: &named })
    }
    fn due(&self, may: &Allowed<RecordWork>) -> Option<Due> {
        self.with(may, |case| case.due().into_iter().find(|(l, _)| l.code == self.letter.code).map(|(_, due)| due))
    }
    fn document(&self, may: &Allowed<RecordWork>, to: Option<&Way>) -> Document {
        self.with(may, |case| case.document(self.letter, to))
    }
}
/// The adviser signs; before there is one, the social worker.
fn signs(works: &[Works]) -> Option<String> {
    let now = |part: Part| works.iter().find(|w| w.ended.is_none() && w.part == part.code())?.name.clone();
    now(Part::Adviser).or_else(|| now(Part::Worker))
}
/// How a letter may go: by a safe way, or by hand.
fn offers(ways: &[&Way], messages: bool) -> Vec<(By, Option<Way>, String)> {
    let mut all = vec![];
    for by in By::ALL {
        match by.takes() {
            None => all.push((by, None, by.words().to_owned())),
            Some(_) if by != By::Post && !messages => {}
            Some(kind) => all.extend(ways.iter().filter(|w| w.kind == kind).map(|w| {
                let place = w.reaches.lines().collect::<Vec<_>>().join(", ");
                (by, Some((*w).clone()), format!("{}: {place}", by.words()))
            })),
        }
    }
    all
}
fn declare(f: &mut Form, offers: &[(By, Option<Way>, String)]) -> Option<(By, Option<Way>)> {
    let choices = offers.iter().map(|(by, way, words)| {
        let value = way.as_ref().map_or(by.code().to_owned(), |w| format!("{}-{}", by.code(), w.way));
        let hint = way.iter().flat_map(|w| [&w.how, &w.when]).filter(|s| !s.is_empty()).cloned().collect::<Vec<_>>();
        let offered = choice((*by, way.clone()), value, words.clone());
        if hint.is_empty() { offered } else { offered.hint(hint.join("; ")) }
    });
    f.radios("by", "How does it go?", choices).required("Say how it goes")
}

pub async fn show(may: Allowed<RecordWork>) -> Answer {
    answer(may, None).await
}
pub async fn send(may: Allowed<RecordWork>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    answer(may, Some(sent)).await
}
async fn answer(may: Allowed<RecordWork>, sent: Option<Answers>) -> Answer {
    let Some(desk) = Desk::read(&may).await? else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let safe = to_send(&desk.history, may.today());
    let stopped = safe.as_ref().err().map(|why| why.words());
    let ways: Vec<&Way> = safe.iter().flatten().map(|known| known.way).collect();
    let teller = may.given::<Teller>().cloned();
    let offers = offers(&ways, teller.is_some());
    let due = desk.due(&may);
    let declared = |f: &mut Form| declare(f, &offers);
    let (mut form, said) = match sent {
        None => (Form::blank(may.token(), declared), None),
        Some(sent) => Form::sent(may.token(), sent, declared),
    };
    if let Some(((by, way), due)) = said.zip(due) {
        match told(teller, by, way.as_ref()).await {
            Err(why) => form.wrong("by", &format!("It was not sent: {why}. Choose another way, or try again later")),
            Ok(()) => {
                let document = desk.document(&may, way.as_ref());
                let kept = may.keep_all(facts(&desk, &may, (by, way), due, document)).await?;
                let first = kept.first().map(|id| format!("/sent/{id}")).unwrap_or_default();
                return see(&desk.head.address(&first));
            }
        }
    }
    let status = if form.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let post = ways.iter().find(|w| w.kind == practice::letters::Kind::Post).copied();
    let chrome = Chrome {
        about: Some(desk.head.heading()),
        back: Some(Link::new("/letters", "Back to letters")),
        ..chrome(&may, desk.letter.title, None)
    };
    let base = desk.head.address("");
    let shown = Shown { letter: desk.letter, document: desk.document(&may, post), base, stopped, waits: due.is_some() };
    Ok(PAGE.answer(status, chrome, shown.context(form)))
}
/// A message goes before the fact is kept: what was not sent is not recorded as sent.
async fn told(teller: Option<Teller>, by: By, way: Option<&Way>) -> Result<(), String> {
    match (by, teller, way) {
        (By::Post | By::Hand, ..) => Ok(()),
        (_, Some(teller), Some(way)) => teller.tell(by, way.reaches.trim(), tell::WORDS).await,
        _ => Err("no message service is set up".into()),
    }
}
/// That it was sent; and what sending it means to the plan or to the yearly offer.
fn facts(
    desk: &Desk,
    may: &Allowed<RecordWork>,
    (by, way): (By, Option<Way>),
    due: Due,
    document: Document,
) -> Vec<kernel::Happened> {
    let (letter, about) = (desk.letter.code.to_owned(), due.about);
    let sent = Fact::LetterSent(Box::new(Sent { letter, way: way.map(|w| w.way), by, about, document }));
    let also: Option<F> = match (desk.letter.code, about) {
        ("reminder", _) => Some(leavers::Fact::SupportOffered { how: touch::How::Letter }.into()),
        // A message that a plan waits is no copy of it.
        ("your_plan", Some(version)) if matches!(by, By::Post | By::Hand) => {
            let how = if by == By::Post { plans::How::Post } else { plans::How::ByHand };
            let (to, response) = (Person::YoungPerson, String::new());
            Some(plans::Fact::CopyGiven { version, to, how, explained: false, response }.into())
        }
        _ => None,
    };
    let (on, at) = (may.today(), Some(may.now()));
    std::iter::once(F::from(sent)).chain(also).map(|fact| (on, at, fact)).collect()
}
pub async fn pdf(may: Allowed<RecordWork>) -> Answer {
    let Some(desk) = Desk::read(&may).await? else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let safe = to_send(&desk.history, may.today());
    let post = safe.iter().flatten().map(|k| k.way).find(|w| w.kind == practice::letters::Kind::Post);
    press::answer(&may, &desk.document(&may, post)).await
}
struct Shown {
    letter: &'static Letter,
    document: Document,
    base: String,
    stopped: Option<String>,
    waits: bool,
}
impl Shown {
    fn context(self, form: Form) -> minijinja::Value {
        let Shown { letter, document, base, stopped, waits } = self;
        let prints = press::prints();
        let (title, why, code) = (letter.title, letter.why, letter.code);
        given! { title, why, code, document, base, stopped, waits, prints, form }
    }
}
fn samples() -> Vec<Sample> {
    let shown = |stopped: Option<&str>, waits| Shown {
        letter: practice::letters::LETTERS[0],
        document: super::sent::sample(),
        base: "/children/1".into(),
        stopped: stopped.map(str::to_owned),
        waits,
    };
    let offers = offers(&[], false);
    let blank = || Form::blank("t", |f| declare(f, &offers));
    let wrong = Form::sent("t", Answers::default(), |f| declare(f, &offers)).0;
    vec![
        Sample { name: "waits", context: shown(None, true).context(blank()) },
        Sample { name: "stopped", context: shown(Some("Not safe"), true).context(wrong) },
        Sample { name: "not due", context: shown(None, false).context(blank()) },
    ]
}
