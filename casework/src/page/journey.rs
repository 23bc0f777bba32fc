//! The one mechanism for what is written over several pages and sittings: what somebody types is kept on the
//! server, page by page and as they type; they leave and come back; two people on one form see both texts.
//!
//! ```text
//! let mut journey = Journey::of("plan/pathway", me, may.drafts("plan/pathway").await?, || first_words());
//! let form = journey.form(may.token(), |f| area(f, area));       // to show a page of it
//! let (form, need) = journey.take(may.token(), sent, |f| area(f, area)); // to read one that was sent
//! journey.save(&may).await?;                                     // whether or not something is wrong with it
//! ```
//!
//! Each writes in a draft of their own. Where another's words differ from mine, both are shown and mine stay until
//! I take theirs. A page's form in `<form method="post" data-journey>` is saved while it is typed in, where a
//! browser runs scripts; without them each of its buttons saves it. It sends `begun` along ([`Journey::is_over`]),
//! and stands around `{{ loxley.journey(…) }}`, so that taking theirs loses nothing that I typed.
use super::{Answers, Form};
use kernel::{Allowed, Draft, Error, Leave as _, Writes};
use practice::{Id, Timestamp};
use serde::Serialize;

pub struct Journey {
    name: String,
    me: Id,
    /// The words with which everybody begins.
    first: Answers,
    mine: Answers,
    /// As they were kept when I read them; `None` while nothing is.
    read: Option<String>,
    /// What was changed of them since.
    edits: Vec<Edit>,
    /// When I last saved; `None` while nothing is kept yet.
    pub saved: Option<Timestamp>,
    pub others: Vec<Other>,
}
/// When the writing began, among the words: it also tells one draft from the next.
const BEGUN: &str = "begun";
enum Edit {
    Replace(Vec<String>, Answers),
    Add(String, String),
    Remove { prefix: String, list: String, value: String },
}
impl Edit {
    fn make(&self, words: &mut Answers) {
        match self {
            Edit::Replace(names, with) => words.replace(names, with),
            Edit::Add(name, value) if words.all(name).any(|v| v == *value) => {}
            Edit::Add(name, value) => words.push(name, value),
            Edit::Remove { prefix, list, value } => {
                words.retain(|n, v| !(n.starts_with(prefix.as_str()) || n == list && v == value));
            }
        }
    }
}
/// Somebody else who is writing the same.
pub struct Other {
    pub who: Id,
    pub saved: Timestamp,
    words: Answers,
}
/// Words of somebody else that differ from mine, as `{{ loxley.journey(…) }}` shows them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Both {
    pub who: Id,
    pub name: String,
    pub saved: Timestamp,
    pub fields: Vec<Differs>,
}
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Differs {
    pub field: String,
    pub label: String,
    pub mine: String,
    pub theirs: String,
}

impl Journey {
    /// As I left it among the drafts of everybody who writes it ([`Allowed::drafts`]); where I have not begun, with
    /// the first words.
    pub fn of(name: &str, me: Id, drafts: Vec<Draft>, first: impl FnOnce() -> Answers) -> Journey {
        let (mine, others): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(|d| d.worker == me);
        let (mine, first) = (mine.into_iter().next(), first());
        Journey {
            name: name.to_string(),
            me,
            read: mine.as_ref().map(|d| d.words.clone()),
            edits: vec![],
            saved: mine.as_ref().map(|d| d.saved),
            mine: mine.map_or_else(|| first.clone(), |d| Answers::of_query(&d.words)),
            first,
            others: others
                .into_iter()
                .map(|d| Other { who: d.worker, saved: d.saved, words: Answers::of_query(&d.words) })
                .collect(),
        }
    }
    /// Keeps what was changed. Two windows of mine may save at the same time: each changes only what it was about,
    /// and what was kept or thrown away meanwhile is not brought back.
    pub async fn save<D: Writes>(&mut self, may: &Allowed<D>) -> Result<(), Error> {
        loop {
            if self.mine.one(BEGUN).is_none() {
                self.mine.push(BEGUN, &may.now().to_string());
            }
            let words = self.mine.query_with(&[]).trim_start_matches('?').to_string();
            if may.save_draft(&self.name, self.read.as_deref(), &words).await? {
                self.read = Some(words);
                return Ok(());
            }
            let found = may.drafts(&self.name).await?.into_iter().find(|d| d.worker == self.me);
            if found.is_none() && self.read.is_some() {
                return Ok(());
            }
            self.read_again(found.map(|d| d.words));
        }
    }
    fn read_again(&mut self, words: Option<String>) {
        self.mine = words.as_ref().map_or_else(|| self.first.clone(), |words| Answers::of_query(words));
        self.read = words;
        for edit in &self.edits {
            edit.make(&mut self.mine);
        }
    }
    fn edit(&mut self, edit: Edit) {
        edit.make(&mut self.mine);
        self.edits.push(edit);
    }
    /// When the writing began; `None` before anything was saved.
    pub fn begun(&self) -> Option<Timestamp> {
        self.begun_as_sent()?.parse().ok()
    }
    /// The same for the form of each page, under the name `begun`.
    pub fn begun_as_sent(&self) -> Option<String> {
        self.mine.one(BEGUN)
    }
    /// What was sent was typed into a draft that has been kept or thrown away since.
    pub fn is_over(&self, sent: &Answers) -> bool {
        sent.one(BEGUN).is_some_and(|begun| self.begun_as_sent() != Some(begun))
    }
    pub async fn discard<D: Writes>(&self, may: &Allowed<D>) -> Result<(), Error> {
        may.discard_draft(&self.name).await
    }
    /// What is written so far, of all its pages.
    pub fn words(&self) -> &Answers {
        &self.mine
    }
    /// One of its pages as it was left: nothing is held against somebody who has not finished.
    pub fn form<T>(&self, token: &str, declare: impl FnOnce(&mut Form) -> Option<T>) -> Form {
        Form::resumed(token, self.mine.clone(), declare)
    }
    /// One of its pages as it was sent. Its words are taken in, right or wrong; [`Journey::save`] keeps them.
    pub fn take<T>(
        &mut self,
        token: &str,
        sent: Answers,
        declare: impl FnOnce(&mut Form) -> Option<T>,
    ) -> (Form, Option<T>) {
        let (form, read) = Form::sent(token, sent.clone(), declare);
        let names = form.names();
        self.edit(Edit::Replace(names, sent));
        (form, read)
    }
    /// Says something by itself: the id of a thing that was added.
    pub fn add(&mut self, name: &str, value: &str) {
        self.edit(Edit::Add(name.into(), value.into()));
    }
    /// Forgets everything whose name begins so, and one value of a list.
    pub fn remove(&mut self, prefix: &str, list: &str, value: &str) {
        self.edit(Edit::Remove { prefix: prefix.into(), list: list.into(), value: value.into() });
    }
    /// Takes another's words in the place of mine.
    pub fn take_theirs(&mut self, who: Id, field: &str) {
        let Some(theirs) = self.others.iter().find(|o| o.who == who) else { return };
        let names: Vec<String> = ["", "-day", "-month", "-year"].map(|part| format!("{field}{part}")).into();
        let words = theirs.words.clone();
        self.edit(Edit::Replace(names, words));
    }
    /// Where others say something else than I do, in the fields of a page: (name, label).
    pub fn both(&self, form: &Form, name: impl Fn(Id) -> String) -> Vec<Both> {
        let fields = form.labels();
        let of = |other: &Other| {
            let differs = |(field, label): &(String, String)| {
                let (mine, theirs) = (said(&self.mine, field), said(&other.words, field));
                // What they left as it was is none of their words.
                (mine != theirs && !theirs.is_empty() && theirs != said(&self.first, field)).then(|| Differs {
                    field: field.clone(),
                    label: label.clone(),
                    mine,
                    theirs,
                })
            };
            let fields = fields.iter().filter_map(differs).collect();
            Both { who: other.who, name: name(other.who), saved: other.saved, fields }
        };
        self.others.iter().map(of).filter(|b| !b.fields.is_empty()).collect()
    }
}
/// What stands in a field, a date as its three boxes.
fn said(words: &Answers, field: &str) -> String {
    let parts = ["", "-day", "-month", "-year"].map(|part| words.one(&format!("{field}{part}")));
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ME: Id = Id::from_u128(1);
    fn draft(n: u128, words: &str) -> Draft {
        Draft { worker: Id::from_u128(n), saved: Timestamp::UNIX_EPOCH, words: words.into() }
    }
    fn page(f: &mut Form) -> Option<(String, Option<practice::Date>)> {
        let need = f.textarea("need", "What is needed").required("Say what is needed");
        let by = f.day("by", "By when").optional();
        Some((need?, by))
    }
    fn journey(drafts: Vec<Draft>) -> Journey {
        Journey::of("test", ME, drafts, || Answers::of(&[("need", "as it was"), ("aim", "of another page")]))
    }

    #[test]
    fn it_begins_with_the_first_words_and_goes_on_with_mine() {
        assert_eq!(journey(vec![]).words().one("need").as_deref(), Some("as it was"));
        let mine = journey(vec![draft(1, "need=mine"), draft(2, "need=theirs")]);
        assert_eq!(mine.words().one("need").as_deref(), Some("mine"));
        assert!(mine.saved.is_some() && mine.others.len() == 1);
    }
    #[test]
    fn what_was_typed_is_taken_in_though_something_is_wrong_and_other_pages_keep_their_words() {
        let mut journey = journey(vec![]);
        let sent = Answers::of(&[("by-day", "31"), ("by-month", "2"), ("by-year", "2026"), ("then", "next")]);
        let (form, read) = journey.take("t", sent, page);
        assert!(form.has_errors() && read.is_none());
        let words = journey.words();
        assert_eq!(
            (words.one("need"), words.one("by-day"), words.one("aim")),
            (None, Some("31".into()), Some("of another page".into()))
        );
        assert_eq!(words.one("then"), None, "a button is no answer");
        assert!(!journey.form("t", page).has_errors(), "nothing is held against who comes back");
    }
    #[test]
    fn two_people_see_both_texts_and_mine_stay_until_i_take_theirs() {
        let mut journey =
            journey(vec![draft(1, "need=mine"), draft(2, "need=theirs&by-day=1&by-month=4&by-year=2026&aim=x")]);
        let form = journey.form("t", page);
        let both = journey.both(&form, |_| "Grace".into());
        let fields: Vec<_> =
            both[0].fields.iter().map(|d| (d.label.as_str(), d.mine.as_str(), d.theirs.as_str())).collect();
        assert_eq!(fields, [("What is needed", "mine", "theirs"), ("By when", "", "1 4 2026")]);
        journey.take_theirs(Id::from_u128(2), "by");
        assert_eq!(journey.words().one("by-year").as_deref(), Some("2026"));
        assert_eq!(journey.words().one("need").as_deref(), Some("mine"));
        assert_eq!(journey.both(&form, |_| "Grace".into())[0].fields.len(), 1);
    }
    #[test]
    fn two_windows_of_mine_each_change_what_they_are_about() {
        let mut journey = journey(vec![draft(1, "need=old&action=a")]);
        journey.take("t", Answers::of(&[("need", "new")]), page);
        journey.add("action", "b");
        // Saved by the other window since.
        journey.read_again(Some("need=old&aim=of+the+other&action=a&action=c".into()));
        let words = journey.words();
        assert_eq!((words.one("need"), words.one("aim")), (Some("new".into()), Some("of the other".into())));
        assert_eq!(words.all("action").collect::<Vec<_>>(), ["a", "c", "b"]);
    }
    #[test]
    fn what_is_typed_into_a_draft_that_was_kept_is_known_by_its_beginning() {
        let sent = Answers::of(&[("begun", "2026-11-23T12:00:00Z")]);
        let begun = |at: &str| journey(vec![draft(1, &format!("need=x&begun={at}"))]);
        assert!(!begun("2026-11-23T12:00:00Z").is_over(&sent) && begun("2026-11-24T12:00:00Z").is_over(&sent));
        assert!(journey(vec![]).is_over(&sent));
        assert!(!journey(vec![]).is_over(&Answers::default()), "nothing was saved yet");
    }
    #[test]
    fn what_another_left_as_it_was_is_none_of_their_words() {
        let journey = journey(vec![draft(1, "need=mine"), draft(2, "need=as+it+was&aim=theirs")]);
        assert_eq!(journey.both(&journey.form("t", page), |_| "Grace".into()), []);
    }
    #[test]
    fn what_was_added_can_be_taken_out() {
        let mut journey = journey(vec![draft(1, "action=a&action=b&a-what=x&b-what=y")]);
        journey.remove("a-", "action", "a");
        assert_eq!(journey.words().all("action").collect::<Vec<_>>(), ["b"]);
        assert_eq!((journey.words().one("a-what"), journey.words().one("b-what")), (None, Some("y".into())));
    }
}
