//! Writing a version: a list of the areas, a page for each, and a page for each action with the help beside it.
//! It is one journey: what is typed is kept, right or wrong, and nothing is a version until somebody keeps it.
use super::{
    draft::{self, Wanting},
    sheet::{Sheet, kind},
};
use crate::{
    deeds::RecordWork,
    frame::{Answer, see},
    page::{Answers, Chrome, Form, Journey, Link, Page, Sample, given, journey::Both},
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Allowed, Leave as _};
use practice::{
    Id,
    day::{date, words_at},
    plans::{
        Fact, Kind, PATHWAY, plain,
        smart::{Field, Hint},
    },
};
use serde::Serialize;

pub const HUB: Page = Page { name: "plans/hub.html", source: include_str!("hub.html"), samples: hub_samples };
pub const STEP: Page = Page { name: "plans/step.html", source: include_str!("step.html"), samples: step_samples };
const CONTINGENCY: &str = "contingency";

/// Everything that a page of the journey stands on.
struct Desk {
    sheet: Sheet,
    kind: &'static Kind,
    journey: Journey,
    base: String,
}
impl Desk {
    async fn open(may: &Allowed<RecordWork>) -> Result<Option<Desk>, kernel::Error> {
        let Some(kind) = kind(may) else { return Ok(None) };
        let Some(mut sheet) = Sheet::read(may).await? else { return Ok(None) };
        let name = format!("plan/{}", kind.code);
        let drafts = may.drafts(&name).await?;
        sheet.get_to_know(may, drafts.iter().map(|d| d.worker).collect()).await?;
        let first = || {
            let plan = sheet.plan(kind);
            draft::first(&plan, &sheet.actions(&plan), &sheet.people)
        };
        let journey = Journey::of(&name, may.who().id, drafts, first);
        let base = sheet.head.address(&format!("/plan/{}/write", kind.code));
        Ok(Some(Desk { sheet, kind, journey, base }))
    }
    fn both(&self, form: &Form) -> Vec<Both> {
        self.journey.both(form, |who| self.sheet.people.name(who))
    }
    /// Somebody kept another version while this one was being written.
    fn overtaken(&self) -> bool {
        let last = self.sheet.plan(self.kind).versions.last().map(|v| v.draft.version.to_string());
        last != self.journey.words().one("base")
    }
    fn chrome(&self, may: &Allowed<RecordWork>, title: &str, up: &str) -> Chrome {
        Chrome { back: Some(Link::new(up, "Back")), ..self.sheet.chrome(may, title) }
    }
}
fn unknown() -> Answer {
    Ok(StatusCode::NOT_FOUND.into_response())
}
fn new_id() -> Id {
    uuid::Builder::from_random_bytes(kernel::chance::random()).into_uuid()
}

/// An area in the list, with what is written of it.
#[derive(Serialize)]
struct Part {
    title: &'static str,
    href: String,
    /// `Nothing yet`, `Written`, `Written, 2 actions`
    said: String,
    started: bool,
    hints: usize,
}
fn parts(words: &Answers, kind: &Kind, base: &str, today: practice::Date) -> Vec<Part> {
    let ids = draft::action_ids(words);
    let part = |code: &'static str, title: &'static str| {
        let of: Vec<Id> = ids.iter().copied().filter(|id| draft::area_of(words, *id) == code).collect();
        let keys = [format!("need-{code}"), format!("aim-{code}"), code.to_string()];
        let written = keys.iter().any(|key| words.one(key).is_some());
        let actions =
            (!of.is_empty()).then(|| format!("{} {}", of.len(), if of.len() == 1 { "action" } else { "actions" }));
        let said: Vec<String> = written.then(|| "written".to_string()).into_iter().chain(actions).collect();
        let hints = of.iter().filter(|id| draft::is_vague(words, **id, today)).count();
        Part {
            title,
            href: format!("{base}/{code}"),
            started: !said.is_empty(),
            said: if said.is_empty() { "Nothing yet".into() } else { crate::page::words::capital(&said.join(", ")) },
            hints,
        }
    };
    let mut all: Vec<Part> = kind.areas.iter().map(|a| part(a.code, a.title)).collect();
    all.push(part(CONTINGENCY, "If the plan does not work"));
    all
}
/// `12 (hard to read)`: of everything that is written.
fn grade(words: &Answers) -> Option<String> {
    let says = |name: &str| {
        name == CONTINGENCY
            || name.starts_with("need-")
            || ["-what", "-different", "-known-by"].iter().any(|end| name.ends_with(end))
    };
    let text: Vec<&str> = words.pairs().filter(|(name, _)| says(name)).map(|(_, value)| value).collect();
    plain::grade(&text.join("\n")).map(grade_words)
}
pub fn grade_words(grade: f64) -> String {
    let said = match grade {
        g if g <= 5.0 => "easy to read at eleven",
        g if g <= 8.0 => "plain enough for most people",
        g if g <= 12.0 => "hard for many young people: shorter words and sentences",
        _ => "very hard: shorter words and sentences",
    };
    format!("Reading grade {grade:.0}: {said}")
}
#[derive(Serialize)]
struct ToPutRight {
    href: String,
    text: String,
}
fn to_put_right(wanting: &[Wanting], base: &str) -> Vec<ToPutRight> {
    let one = |w: &Wanting| ToPutRight {
        href: w.action.map_or(format!("{base}/{}", w.area), |id| format!("{base}/{}/{id}", w.area)),
        text: w.what.clone(),
    };
    wanting.iter().map(one).collect()
}
fn hub_page(may: &Allowed<RecordWork>, desk: &Desk, status: StatusCode, wanting: &[Wanting]) -> Answer {
    let words = desk.journey.words();
    let title = format!("Write the {}", desk.kind.title.to_lowercase());
    let theirs = draft::action_ids(words)
        .iter()
        .filter(|id| words.one(&format!("a-{id}-who")).as_deref() == Some("young-person"))
        .count();
    let others: Vec<String> = desk
        .journey
        .others
        .iter()
        .map(|o| format!("{} is writing this too, last saved {}", desk.sheet.people.name(o.who), words_at(o.saved)))
        .collect();
    let context = given! {
        title => title.clone(),
        token => may.token(),
        parts => parts(words, desk.kind, &desk.base, may.today()),
        called => desk.sheet.people.called.clone(),
        theirs,
        actions => draft::action_ids(words).len(),
        grade => grade(words),
        saved => desk.journey.saved.map(words_at),
        others,
        overtaken => desk.overtaken().then(|| desk.sheet.head.address("/plan")),
        wanting => to_put_right(wanting, &desk.base),
    };
    Ok(HUB.answer(status, desk.sheet.chrome(may, title), context))
}
pub async fn hub(may: Allowed<RecordWork>) -> Answer {
    let Some(desk) = Desk::open(&may).await? else { return unknown() };
    hub_page(&may, &desk, StatusCode::OK, &[])
}
pub async fn keep(may: Allowed<RecordWork>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    let Some(desk) = Desk::open(&may).await? else { return unknown() };
    if sent.one("then").as_deref() == Some("discard") {
        desk.journey.discard(&may).await?;
        return see(&desk.sheet.head.address("/plan"));
    }
    match draft::read(&desk.journey, desk.kind, &desk.sheet.people, new_id()) {
        Ok(version) => {
            may.keep(may.today(), Some(may.now()), Fact::VersionDrafted(Box::new(version))).await?;
            desk.journey.discard(&may).await?;
            see(&desk.sheet.head.address("/plan"))
        }
        Err(wanting) => hub_page(&may, &desk, StatusCode::UNPROCESSABLE_ENTITY, &wanting),
    }
}

/// What a button of a page of the journey asks for after its words were saved.
enum Then {
    /// It was typed into, and a script saves it.
    Typing,
    /// Another's words in a field in the place of mine.
    Take(Id, String),
    Check,
    Remove,
    Add,
    Next,
}
fn then(sent: &Answers) -> Then {
    let then = sent.one("then").unwrap_or_default();
    match then.split(' ').collect::<Vec<_>>()[..] {
        ["typing"] => Then::Typing,
        ["take", from, field] => from.parse().map_or(Then::Next, |from| Then::Take(from, field.into())),
        ["check"] => Then::Check,
        ["remove"] => Then::Remove,
        ["add"] => Then::Add,
        _ => Then::Next,
    }
}
fn said_saved(may: &Allowed<RecordWork>) -> Answer {
    Ok(format!("Saved {}", words_at(may.now())).into_response())
}

/// What was on its way when the version was kept is in no draft any more.
fn over() -> Answer {
    Ok((StatusCode::CONFLICT, "What you wrote was kept or thrown away.").into_response())
}

/// An action in the list of its area.
#[derive(Serialize)]
struct Listed {
    href: String,
    what: String,
    hints: usize,
}
fn declare_area(f: &mut Form, kind: &Kind, code: &str) -> Option<()> {
    match kind.area(code) {
        Some(area) => draft::area(f, area).map(drop),
        None => draft::contingency(f).map(drop),
    }
}
fn area_title(kind: &Kind, code: &str) -> Option<&'static str> {
    kind.area(code).map(|a| a.title).or((code == CONTINGENCY).then_some("If the plan does not work"))
}
fn area_page(may: &Allowed<RecordWork>, desk: &Desk, status: StatusCode, code: &str, form: Form) -> Answer {
    let Some(title) = area_title(desk.kind, code) else { return unknown() };
    let words = desk.journey.words();
    let here = format!("{}/{code}", desk.base);
    let listed = |id: Id| Listed {
        href: format!("{here}/{id}"),
        what: words.one(&format!("a-{id}-what")).unwrap_or_else(|| "An action without words".into()),
        hints: draft::hints(words, id, may.today()).len(),
    };
    let actions: Vec<Listed> =
        draft::action_ids(words).into_iter().filter(|id| draft::area_of(words, *id) == code).map(listed).collect();
    let add = code != CONTINGENCY;
    let both = desk.both(&form);
    let context = given! {
        title, token => may.token(), form, both, actions, add, begun => desk.journey.begun_as_sent(),
        saved => desk.journey.saved.map(words_at), hints => Vec::<Help>::new(), is_action => false, is_new => false,
    };
    Ok(STEP.answer(status, desk.chrome(may, title, &desk.base), context))
}
pub async fn area(may: Allowed<RecordWork>) -> Answer {
    let (Some(desk), Some(code)) = (Desk::open(&may).await?, may.path("area")) else { return unknown() };
    let form = desk.journey.form(may.token(), |f| declare_area(f, desk.kind, code));
    area_page(&may, &desk, StatusCode::OK, code, form)
}
pub async fn save_area(may: Allowed<RecordWork>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    let (Some(mut desk), Some(code)) = (Desk::open(&may).await?, may.path("area")) else { return unknown() };
    if area_title(desk.kind, code).is_none() {
        return unknown();
    }
    let then = then(&sent);
    if matches!(then, Then::Typing) && desk.journey.is_over(&sent) {
        return over();
    }
    let kind = desk.kind;
    let (form, read) = desk.journey.take(may.token(), sent, |f| declare_area(f, kind, code));
    if let Then::Take(from, field) = &then {
        desk.journey.take_theirs(*from, field);
    }
    desk.journey.save(&may).await?;
    match then {
        Then::Take(..) => see(&format!("{}/{code}", desk.base)),
        Then::Typing => said_saved(&may),
        _ if read.is_none() => area_page(&may, &desk, StatusCode::UNPROCESSABLE_ENTITY, code, form),
        Then::Add => see(&format!("{}/{code}/{}", desk.base, new_id())),
        _ => see(&desk.base),
    }
}

/// A hint beside its field, with the words that it points at between those before and after.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Help {
    field: &'static str,
    before: String,
    pointed: String,
    after: String,
    why: String,
    better: &'static str,
}
fn help(hint: &Hint, words: &Answers, id: Id) -> Help {
    let (field, key) = match hint.field {
        Field::What => ("What is done", "what"),
        Field::By => ("By when?", "by"),
        Field::Different => ("What will be different?", "different"),
        Field::KnownBy => ("How will we know?", "known-by"),
    };
    let text = words.one(&format!("a-{id}-{key}")).unwrap_or_default();
    let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default().to_string();
    let (before, pointed, after) = match hint.at.is_empty() {
        true => Default::default(),
        false => (part(0..hint.at.start), part(hint.at.clone()), part(hint.at.end..text.len())),
    };
    Help { field, before, pointed, after, why: hint.why.clone(), better: hint.better }
}
fn action_page(may: &Allowed<RecordWork>, desk: &Desk, status: StatusCode, code: &str, id: Id, form: Form) -> Answer {
    let Some(area) = desk.kind.area(code) else { return unknown() };
    let words = desk.journey.words();
    let hints: Vec<Help> = draft::hints(words, id, may.today()).iter().map(|h| help(h, words, id)).collect();
    let is_new = !draft::action_ids(words).contains(&id);
    let title = format!("{}: {}", area.title, if is_new { "add an action" } else { "an action" });
    let both = desk.both(&form);
    let context = given! {
        title => title.clone(), token => may.token(), form, both, hints, is_new, is_action => true,
        begun => desk.journey.begun_as_sent(), saved => desk.journey.saved.map(words_at), actions => Vec::<Listed>::new(), add => false,
    };
    Ok(STEP.answer(status, desk.chrome(may, &title, &format!("{}/{code}", desk.base)), context))
}
/// The action that the address names, in an area of the plan.
fn asked(may: &Allowed<RecordWork>) -> Option<(String, Id)> {
    Some((may.path("area")?.to_string(), may.path("action")?.parse().ok()?))
}
pub async fn action(may: Allowed<RecordWork>) -> Answer {
    let (Some(desk), Some((code, id))) = (Desk::open(&may).await?, asked(&may)) else { return unknown() };
    let despite = !draft::hints(desk.journey.words(), id, may.today()).is_empty();
    let form = desk.journey.form(may.token(), |f| draft::action(f, id, &code, &desk.sheet.people, despite));
    // Nobody has written in it: nothing is chosen and nothing is wrong.
    action_page(&may, &desk, StatusCode::OK, &code, id, form)
}
pub async fn save_action(may: Allowed<RecordWork>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    let (Some(mut desk), Some((code, id))) = (Desk::open(&may).await?, asked(&may)) else { return unknown() };
    if desk.kind.area(&code).is_none() {
        return unknown();
    }
    let (here, up) = (format!("{}/{code}/{id}", desk.base), format!("{}/{code}", desk.base));
    let then = then(&sent);
    if matches!(then, Then::Typing) && desk.journey.is_over(&sent) {
        return over();
    }
    if matches!(then, Then::Remove) {
        desk.journey.remove(&format!("a-{id}-"), "action", &id.to_string());
        desk.journey.save(&may).await?;
        return see(&up);
    }
    let Desk { sheet, journey, .. } = &mut desk;
    let (_, read) = journey.take(may.token(), sent.clone(), |f| draft::action(f, id, &code, &sheet.people, true));
    if !draft::action_ids(journey.words()).contains(&id) {
        journey.add("action", &id.to_string());
        journey.add(&format!("a-{id}-area"), &code);
    }
    if let Then::Take(from, field) = &then {
        journey.take_theirs(*from, field);
    }
    journey.save(&may).await?;
    let pointed_at = !draft::hints(journey.words(), id, may.today()).is_empty();
    let vague = draft::is_vague(journey.words(), id, may.today());
    match then {
        Then::Typing => said_saved(&may),
        Then::Take(..) => see(&here),
        Then::Next if read.is_some() && !vague => see(&up),
        _ => {
            let (mut form, _) = Form::sent(may.token(), journey.words().clone(), |f| {
                draft::action(f, id, &code, &sheet.people, pointed_at)
            });
            // The help was shown before, and neither the words nor a reason came of it.
            if vague && matches!(then, Then::Next) && sent.one("helped").is_some() {
                form.wrong(&format!("a-{id}-despite"), "Change the words, or say why they stand as they are");
            }
            let status = if form.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
            action_page(&may, &desk, status, &code, id, form)
        }
    }
}

fn words_of_sample() -> Answers {
    let id = Id::from_u128(5);
    let mut words = Answers::of(&[("need-home", "A room of his own"), ("contingency", "Back to Ms Bell")]);
    for (what, value) in [("area", "home"), ("what", "Support Kai with housing"), ("who", "young-person")] {
        words.push(&format!("a-{id}-{what}"), value);
    }
    words.push("action", &id.to_string());
    words
}
fn hub_samples() -> Vec<Sample> {
    let today = date(2026, 11, 22);
    let context = |words: Answers, wanting: Vec<ToPutRight>, others: Vec<String>| {
        let overtaken = (!others.is_empty()).then(|| "/children/1/plan".to_string());
        given! {
            title => "Write the pathway plan", token => "t", parts => parts(&words, &PATHWAY, "/w", today),
            called => "Kai", theirs => 1, actions => draft::action_ids(&words).len(), grade => grade(&words),
            saved => (!others.is_empty()).then_some("22 November 2026 at 4pm"), others, overtaken, wanting,
        }
    };
    let wanting = vec![ToPutRight { href: "/w/home".into(), text: "Say who does it".into() }];
    vec![
        Sample { name: "empty", context: context(Answers::default(), vec![], vec![]) },
        Sample { name: "two people", context: context(words_of_sample(), vec![], vec!["Grace is writing".into()]) },
        Sample { name: "something is wanting", context: context(words_of_sample(), wanting, vec![]) },
    ]
}
fn step_samples() -> Vec<Sample> {
    let (words, id, people) = (words_of_sample(), Id::from_u128(5), super::people::People::sample());
    let hints: Vec<Help> = draft::hints(&words, id, date(2026, 11, 22)).iter().map(|h| help(h, &words, id)).collect();
    let both = vec![Both {
        who: Id::from_u128(7),
        name: "Grace".into(),
        saved: practice::Timestamp::UNIX_EPOCH,
        fields: vec![crate::page::journey::Differs {
            field: "need-home".into(),
            label: "What is needed".into(),
            mine: String::new(),
            theirs: "A flat".into(),
        }],
    }];
    let of_area = Form::resumed("t", words.clone(), |f| declare_area(f, &PATHWAY, "home"));
    let wrong = Form::sent("t", words.clone(), |f| draft::action(f, id, "home", &people, true)).0;
    let blank = Form::blank("t", |f| draft::action(f, id, "home", &people, false));
    let listed = vec![Listed { href: "/w/home/5".into(), what: "Ring the landlord".into(), hints: 1 }];
    let (none, no_help) = (Vec::<Listed>::new(), Vec::<Help>::new());
    vec![
        Sample {
            name: "an area",
            context: given! {
                title => "Accommodation", token => "t", form => of_area, both, actions => listed, begun => Some("2026-11-22T12:00:00Z"),
                add => true, saved => Some("22 November 2026 at 4pm"), hints => no_help, is_action => false, is_new => false,
            },
        },
        Sample {
            name: "an action with help",
            context: given! {
                title => "An action", token => "t", form => wrong, both => Vec::<Both>::new(), actions => none, begun => None::<String>,
                add => false, saved => None::<String>, hints, is_action => true, is_new => false,
            },
        },
        Sample {
            name: "a new action",
            context: given! {
                title => "An action", token => "t", form => blank, both => Vec::<Both>::new(), begun => None::<String>,
                actions => Vec::<Listed>::new(), add => false, saved => None::<String>,
                hints => Vec::<Help>::new(), is_action => true, is_new => true,
            },
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_a_hint_points_at_stand_between_the_others() {
        let words = words_of_sample();
        let hints = draft::hints(&words, Id::from_u128(5), date(2026, 11, 22));
        let first = help(&hints[0], &words, Id::from_u128(5));
        assert_eq!(
            (first.before.as_str(), first.pointed.as_str(), first.after.as_str()),
            ("", "Support", " Kai with housing")
        );
    }
    #[test]
    fn each_area_says_how_far_it_is() {
        let all = parts(&words_of_sample(), &PATHWAY, "/w", date(2026, 11, 22));
        let said: Vec<&str> = all.iter().map(|p| p.said.as_str()).collect();
        assert_eq!((said[1], said[2], said[said.len() - 1]), ("Written, 1 action", "Nothing yet", "Written"));
        assert_eq!(all[1].hints, 1);
    }
}
