//! The page on which something is said of a plan or of an action: one page for all of [`SAYINGS`].
use super::{
    people::People,
    sayings::{About, Of, SAYINGS, Saying, saying},
    sheet::{Sheet, kind},
};
use crate::{
    deeds::RecordWork,
    frame::{Answer, see},
    page::{Answers, Form, Page, Sample, given},
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Allowed, Leave as _};
use practice::{
    Date, Fact as F, History, Id, letters,
    plans::{Fact, Kind, PATHWAY, Person, Plan},
};

pub const PAGE: Page = Page { name: "plans/say.html", source: include_str!("say.html"), samples };

pub async fn show(may: Allowed<RecordWork>) -> Answer {
    answer(may, None).await
}
pub async fn say(may: Allowed<RecordWork>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    answer(may, Some(sent)).await
}
/// The form, as it is first shown or as it was sent; what is right becomes a fact.
async fn answer(may: Allowed<RecordWork>, sent: Option<Answers>) -> Answer {
    let unknown = || Ok(StatusCode::NOT_FOUND.into_response());
    let action = may.path("action").map(str::to_string);
    let saying = may.path("what").and_then(|what| saying(what, action.is_some()));
    let (Some(kind), Some(saying)) = (kind(&may), saying) else { return unknown() };
    let Some(sheet) = Sheet::read(&may).await? else { return unknown() };
    let asked = Asked { kind, saying, action: action.and_then(|id| id.parse().ok()) };
    match asked.heard(&sheet, &may, sent) {
        None => unknown(),
        Some(Heard::Fact(on, fact)) => {
            let at = (on == may.today()).then(|| may.now());
            may.keep(on, at, fact).await?;
            see(&sheet.head.address("/plan"))
        }
        Some(Heard::Refused(refusal, context)) => {
            may.keep(may.today(), Some(may.now()), refusal).await?;
            Ok(PAGE.answer(StatusCode::UNPROCESSABLE_ENTITY, sheet.chrome(&may, saying.title), context))
        }
        Some(Heard::Page(status, context)) => Ok(PAGE.answer(status, sheet.chrome(&may, saying.title), context)),
    }
}
/// What is to be said of what.
struct Asked {
    kind: &'static Kind,
    saying: &'static Saying,
    action: Option<Id>,
}
enum Heard {
    Fact(Date, F),
    /// A copy that somebody may not have: that it was asked for is kept.
    Refused(letters::Fact, minijinja::Value),
    Page(StatusCode, minijinja::Value),
}
impl Asked {
    /// `None` where there is nothing of which it could be said.
    fn heard(&self, sheet: &Sheet, may: &Allowed<RecordWork>, sent: Option<Answers>) -> Option<Heard> {
        let plan = sheet.plan(self.kind);
        let actions = sheet.actions(&plan);
        let action = self.action.and_then(|id| actions.iter().find(|a| a.action.id == id));
        if (self.saying.of == Of::Action) != action.is_some() {
            return None;
        }
        let version = self.saying.of.version(&plan)?;
        let about = About { plan: &plan, version: Some(version), action, people: &sheet.people, today: may.today() };
        let (form, said) = match sent {
            Some(sent) => sent_of(self.saying, &about, may.token(), sent),
            None => (Form::blank(may.token(), |f| declare(self.saying, f, &about)), None),
        };
        let status = if form.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        Some(match said {
            Some((on, fact)) => match refused(&sheet.history, self.kind, &fact) {
                None => Heard::Fact(on, fact.into()),
                Some((refusal, why)) => {
                    let mut form = form;
                    form.wrong("who", &why);
                    Heard::Refused(refusal, context(self.saying, &about, form))
                }
            },
            None => Heard::Page(status, context(self.saying, &about, form)),
        })
    }
}
/// A plan says where the young person lives: who must not be told that gets no copy (`practice::letters::safe`).
fn refused(h: &History, kind: &Kind, fact: &Fact) -> Option<(letters::Fact, String)> {
    let Fact::CopyGiven { to: Person::Known { name, relation }, .. } = fact else { return None };
    let why = letters::safe::kept_from(h, name.as_str(), relation)?;
    let who = format!("{}, {relation}", name.as_str());
    Some((letters::Fact::CopyRefused { who, of_what: kind.title.into(), why: why.clone() }, why))
}
const VERSION: &str = "version";
/// The form with the version of which it speaks: another may be kept while somebody fills it in.
fn declare(saying: &Saying, f: &mut Form, about: &About) -> Option<(Date, Fact)> {
    let version = about.version.map(|v| v.draft.version.to_string());
    f.hidden(VERSION, &version.unwrap_or_default());
    (saying.declare)(f, about)
}
/// What somebody said of one version is never kept as said of another: they are shown which one it would be now.
fn sent_of(saying: &Saying, about: &About, token: &str, mut sent: Answers) -> (Form, Option<(Date, Fact)>) {
    let now = about.version.map(|v| v.draft.version.to_string());
    let same = sent.one(VERSION) == now;
    sent.replace(&[VERSION.into()], &Answers::of(&[(VERSION, &now.unwrap_or_default())]));
    let (mut form, said) = Form::sent(token, sent, |f| declare(saying, f, about));
    if same {
        return (form, said);
    }
    form.wrong("", "Another version took the place of the one that you were shown. Read it, then say it of this one");
    (form, None)
}
fn context(saying: &Saying, about: &About, form: Form) -> minijinja::Value {
    let said_of = match about.action {
        Some(now) => now.action.what.clone(),
        None => {
            let number = about.version.and_then(|v| about.plan.number(v.draft.version)).unwrap_or(1);
            format!("{}, version {number}", about.plan.kind.title)
        }
    };
    given! { title => saying.title, intro => saying.intro, submit => saying.submit, said_of, form }
}
fn samples() -> Vec<Sample> {
    let people = People::sample();
    let plan = Plan { kind: &PATHWAY, versions: vec![] };
    let about = About { plan: &plan, version: None, action: None, people: &people, today: Date::MIN };
    let blank = |saying: &Saying| Form::blank("t", |f| declare(saying, f, &about));
    let wrong = |saying: &Saying| Form::sent("t", Answers::default(), |f| declare(saying, f, &about)).0;
    let all = SAYINGS.iter().flat_map(|saying| {
        [
            Sample { name: saying.name, context: context(saying, &about, blank(saying)) },
            Sample { name: "nothing said", context: context(saying, &about, wrong(saying)) },
        ]
    });
    all.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::{
        case::Story,
        day::date,
        plans::{Draft, Outcome, actions, plan},
    };

    fn draft() -> Fact {
        let action = practice::plans::Action {
            id: Id::from_u128(5),
            area: "home".into(),
            what: "Ring the landlord".into(),
            owner: Person::YoungPerson,
            by: date(2026, 12, 1),
            different: "No arrears".into(),
            known_by: "The rent account".into(),
            despite: None,
        };
        let version = Id::from_u128(1);
        Fact::VersionDrafted(Box::new(Draft {
            kind: "pathway".into(),
            version,
            areas: vec![],
            actions: vec![action],
            contingency: String::new(),
            begun: None,
        }))
    }
    /// What the form of that name makes of these answers, said of a plan drafted on 3 November.
    fn said(name: &str, answers: &[(&str, &str)]) -> Option<Fact> {
        said_on("20", name, answers)
    }
    fn said_on(day: &str, name: &str, answers: &[(&str, &str)]) -> Option<Fact> {
        let version = Id::from_u128(1);
        let mut s = Story::default();
        s.on("2026-11-03", draft())
            .on("2026-11-04", Fact::Agreed { version, by: Person::YoungPerson, words: String::new() })
            .on("2026-11-04", Fact::NoCopyGiven { version, why: "Lost".into() });
        let h = s.history(date(2026, 11, 22));
        let (plan, people) = (plan(&h, &PATHWAY), People::sample());
        let all = actions(&h, &plan);
        let of_action = matches!(name, "outcome" | "owner");
        let action = of_action.then(|| &all[0]);
        let saying = saying(name, of_action).unwrap();
        let version = saying.of.version(&plan);
        let about = About { plan: &plan, version, action, people: &people, today: date(2026, 11, 22) };
        let on = [("on-day", day), ("on-month", "11"), ("on-year", "2026")];
        let sent = Answers::of(&[&on[..], answers].concat());
        Form::sent("t", sent, |f| (saying.declare)(f, &about)).1.map(|(_, fact)| fact)
    }

    #[test]
    fn who_does_not_agree_has_their_words_written_down() {
        let no = [("who", "young-person"), ("agrees", "no")];
        assert_eq!(said("agreed", &no), None);
        let words = said("agreed", &[&no[..], &[("words", "I want to go home")]].concat());
        assert!(
            matches!(words, Some(Fact::NotAgreed { by: Person::YoungPerson, words, .. }) if words == "I want to go home")
        );
        assert!(matches!(said("agreed", &[("who", "young-person"), ("agrees", "yes")]), Some(Fact::Agreed { .. })));
    }
    #[test]
    fn nothing_is_said_of_a_version_before_it_was_written() {
        let answers = [("why", "It foresaw it"), ("review", "no")];
        assert!(matches!(said("stands", &answers), Some(Fact::FoundToStand { at_review: false, .. })));
        assert_eq!(said_on("2", "stands", &answers), None, "drafted on the third");
    }
    #[test]
    fn an_outcome_says_what_it_changed() {
        assert_eq!(said("outcome", &[("outcome", "done")]), None);
        let done = said("outcome", &[("outcome", "done"), ("effect", "He owes nothing")]);
        assert!(matches!(done, Some(Fact::ActionEnded { outcome: Outcome::Done, .. })));
    }
    #[test]
    fn an_action_is_given_to_somebody_else() {
        assert_eq!(said("owner", &[("who", "young-person")]), None, "it is theirs already");
        let sam = said("owner", &[("who", "else"), ("name", "Sam Okoro"), ("relation", "housing officer")]);
        assert!(matches!(sam, Some(Fact::ActionGiven { to: Person::Known { .. }, .. })));
    }
}
