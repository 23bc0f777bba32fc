//! My plan: what changed, what I do and what others do, and the plan's own words; and what I think of it, said by me.
use super::my::{My, chrome};
use crate::{
    deeds::{SayOwn, ViewOwn},
    frame::{Answer, see},
    page::{
        Answers, Form, Page, Sample, choice, given,
        words::{Colour, Tag},
    },
};
use axum::http::StatusCode;
use kernel::{Deed, Leave as _, Own};
use practice::{
    Date, Id, day,
    plans::{Fact, Outcome, Person},
    young::{self, Difference, MyPlan, Step, Whose},
};
use serde::Serialize;

pub const PAGE: Page = Page { name: "young/my_plan.html", source: include_str!("my_plan.html"), samples };

#[derive(Serialize)]
struct Shown {
    title: &'static str,
    said: String,
    changed: Vec<String>,
    mine: Vec<Line>,
    others: Vec<Line>,
    parts: Vec<Part>,
    contingency: String,
    answer: Option<String>,
}
#[derive(Serialize)]
struct Line {
    who: Option<String>,
    what: String,
    by: Date,
    different: String,
    tag: Tag,
}
#[derive(Serialize)]
struct Part {
    title: &'static str,
    aim: String,
    need: String,
}

/// What holds; before anything does, what is to hold.
pub async fn show(may: Own<ViewOwn>) -> Answer {
    let my = My::read(&may).await?;
    blank(&may, &my, my.mine.plans.first().or(my.mine.next_plans.first()))
}
/// What is to hold next; once it does, it is the plan.
pub async fn show_next(may: Own<ViewOwn>) -> Answer {
    let my = My::read(&may).await?;
    blank(&may, &my, my.mine.next_plans.first().or(my.mine.plans.first()))
}
fn blank(may: &Own<ViewOwn>, my: &My, plan: Option<&MyPlan>) -> Answer {
    let form = plan.map(|plan| Form::blank(may.token(), |f| declare(f, plan.version)));
    page(may, my, plan, StatusCode::OK, form)
}
/// What the young person thinks of the version that they were shown, and of no other.
pub async fn answer(may: Own<SayOwn>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    let my = My::read(&may).await?;
    let shown = sent.one(VERSION);
    let mut all = my.mine.plans.iter().chain(&my.mine.next_plans);
    let Some(first) = all.clone().next() else { return see("/my/plan") };
    let read = all.find(|plan| shown == Some(plan.version.to_string()));
    let plan = read.unwrap_or(first);
    let (mut form, said) = Form::sent(may.token(), sent, |f| declare(f, plan.version));
    if read.is_none() {
        form.wrong("", "Your plan has changed since you opened this page. Read it, then say what you think");
    }
    let Some((agrees, words)) = said.filter(|_| read.is_some()) else {
        return page(&may, &my, Some(plan), StatusCode::UNPROCESSABLE_ENTITY, Some(form));
    };
    let (version, by) = (plan.version, Person::YoungPerson);
    let (today, now) = (may.today(), Some(may.now()));
    let facts = match agrees {
        true => vec![(today, now, Fact::Agreed { version, by, words }.into())],
        // Who does not agree is owed an answer.
        false => vec![
            (today, now, Fact::NotAgreed { version, by, words: words.clone() }.into()),
            (today, now, young::Fact::Said { childs_words: format!("I do not agree with my plan. {words}") }.into()),
        ],
    };
    may.keep_all(facts).await?;
    see("/my?done=plan")
}
const VERSION: &str = "version";
fn declare(f: &mut Form, version: Id) -> Option<(bool, String)> {
    f.hidden(VERSION, &version.to_string());
    let all = [
        choice(true, "yes", "I agree with it"),
        choice(false, "no", "I do not agree with it").hint("Say below what is wrong. You get an answer."),
    ];
    let agrees = f.radios("agrees", "What do you think of this plan?", all).required("Say whether you agree");
    let words =
        f.textarea("words", "In your own words").hint("What is right, what is wrong, what is missing").at_most(4000);
    let words = words.with("rows", 5).optional().unwrap_or_default();
    if agrees == Some(false) && words.trim().is_empty() {
        f.wrong("words", "Say what is wrong with it");
        return None;
    }
    Some((agrees?, words))
}
fn page<D: Deed>(may: &Own<D>, my: &My, plan: Option<&MyPlan>, status: StatusCode, form: Option<Form>) -> Answer {
    let next = plan.is_some_and(|plan| plan.since.is_some()) && !my.mine.next_plans.is_empty();
    let title = if plan.is_some_and(|plan| plan.since.is_none()) { "My new plan" } else { "My plan" };
    let shown = plan.map(|plan| shown(my, plan, may.today()));
    Ok(PAGE.answer(status, chrome(may, title), context(title, shown, my.mine.plan_on_paper, next, form)))
}
/// `next`: beside the plan that is shown another is to hold.
fn context(title: &str, plan: Option<Shown>, paper: Option<Date>, next: bool, form: Option<Form>) -> minijinja::Value {
    match form {
        Some(form) => given! { title, plan, paper, next, form, asks => true },
        None => given! { title, plan, paper, next, asks => false },
    }
}
fn shown(my: &My, plan: &MyPlan, today: Date) -> Shown {
    let steps = || plan.parts.iter().flat_map(|part| &part.steps);
    Shown {
        title: plan.title,
        said: match plan.since {
            Some(since) => format!("This is your plan since {}.", day::words(since)),
            None => "This is how your new plan is written. It does not count yet. Say what you think of it.".into(),
        },
        changed: plan.changed.iter().map(|d| difference(my, d)).collect(),
        mine: steps().filter(|s| s.whose == Whose::Mine).map(|s| line(my, s, today)).collect(),
        others: steps().filter(|s| s.whose != Whose::Mine).map(|s| line(my, s, today)).collect(),
        parts: plan
            .parts
            .iter()
            .filter(|part| !part.aim.is_empty() || !part.need.is_empty())
            .map(|part| Part { title: part.title, aim: part.aim.clone(), need: part.need.clone() })
            .collect(),
        contingency: plan.contingency.clone(),
        answer: plan.answer.as_ref().map(|(agrees, words, on)| {
            let said = if *agrees { "agree" } else { "do not agree" };
            let words = if words.is_empty() { String::new() } else { format!(": “{words}”") };
            format!("On {} you said that you {said}{words}", day::words(*on))
        }),
    }
}
fn line(my: &My, step: &Step, today: Date) -> Line {
    let tag = stands(step, today);
    let who = (step.whose != Whose::Mine).then(|| my.whose(&step.whose));
    Line { who, what: step.what.clone(), by: step.by, different: step.different.clone(), tag }
}
fn stands(step: &Step, today: Date) -> Tag {
    match step.ended {
        None if step.by < today => Tag::new("Late: not done yet", Colour::Red),
        None => Tag::new("To do", Colour::Blue),
        Some((Outcome::Done, _)) => Tag::new("Done", Colour::Green),
        Some((Outcome::NotDone, _)) => Tag::new("Not done", Colour::Red),
        Some((Outcome::NoLongerNeeded, _)) => Tag::new("No longer needed", Colour::Grey),
    }
}
fn difference(my: &My, d: &Difference) -> String {
    match d {
        Difference::New(what) => format!("New: {what}"),
        Difference::Gone(what) => format!("Not in it any more: {what}"),
        Difference::OtherDay { what, from, to } => {
            format!("{what}: the day is now {}. It was {}", day::words(*to), day::words(*from))
        }
        Difference::OtherOwner { what, to: Whose::Mine } => format!("{what}: you do this now"),
        Difference::OtherOwner { what, to } => format!("{what}: {} does this now", my.whose(to)),
        Difference::Words(title) => format!("Other words about “{title}”"),
        Difference::Contingency => "Other words about what we do if things go wrong".into(),
    }
}
fn samples() -> Vec<Sample> {
    let line = |who: Option<&str>, tag| Line {
        who: who.map(str::to_string),
        what: "Go to the housing office".into(),
        by: day::date(2026, 12, 1),
        different: "You are on the list".into(),
        tag,
    };
    let plan = || Shown {
        title: "Pathway plan",
        said: "This is your plan since 2 November 2026.".into(),
        changed: vec!["New: Go to the housing office".into()],
        mine: vec![
            line(None, Tag::new("To do", Colour::Blue)),
            line(None, Tag::new("Late: not done yet", Colour::Red)),
        ],
        others: vec![line(Some("Grace Adeyinka"), Tag::new("Done", Colour::Green))],
        parts: vec![Part { title: "Where I live", aim: "My own door.".into(), need: "A flat near college.".into() }],
        contingency: "Ring Grace.".into(),
        answer: Some("On 3 November 2026 you said that you agree".into()),
    };
    let version = Id::nil();
    let blank = Form::blank("t", |f| declare(f, version));
    let wrong = Form::sent("t", Answers::of(&[("agrees", "no")]), |f| declare(f, version)).0;
    vec![
        Sample { name: "full", context: context("My plan", Some(plan()), None, true, Some(blank)) },
        Sample {
            name: "wrong",
            context: context("My new plan", Some(plan()), Some(day::date(2026, 3, 2)), false, Some(wrong)),
        },
        Sample { name: "no plan", context: context("My plan", None, None, false, None) },
        Sample { name: "on paper", context: context("My plan", None, Some(day::date(2026, 3, 2)), false, None) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_late_from_the_day_after_and_never_once_it_ended() {
        let step = |ended| Step {
            whose: Whose::Mine,
            what: "Go to the housing office".into(),
            by: day::date(2026, 11, 21),
            different: String::new(),
            ended,
        };
        let said = |ended, on| stands(&step(ended), day::date(2026, 11, on)).text;
        assert_eq!(said(None, 21), "To do");
        assert_eq!(said(None, 22), "Late: not done yet");
        assert_eq!(said(Some((Outcome::Done, day::date(2026, 11, 21))), 22), "Done");
    }
    #[test]
    fn who_does_not_agree_says_what_is_wrong() {
        let said = |answers: &[(&str, &str)]| Form::sent("t", Answers::of(answers), |f| declare(f, Id::nil())).1;
        assert_eq!(said(&[("agrees", "no")]), None);
        assert_eq!(said(&[("words", "No")]), None);
        assert_eq!(said(&[("agrees", "no"), ("words", "Not that flat")]), Some((false, "Not that flat".into())));
        assert_eq!(said(&[("agrees", "yes")]), Some((true, String::new())));
    }
}
