//! The guided decision: the questions in their order, what the young person wants, and the way that is decided. It
//! is a journey: what is typed is kept. What stands against a decision is said before it is kept, and a decision
//! against which something stands is none: until there is one the child is looked after.
use crate::{
    deeds::RecordWork,
    frame::{Answer, see},
    page::{Answers, Chrome, Form, Journey, Link, Page, Sample, choice, given, yes_no},
    people::{
        head::{At, Head},
        names::Names,
    },
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Allowed, Leave as _};
use practice::{
    Date, Id,
    day::{age_on, date, words_at},
    leavers::{
        Fact,
        homeless::{Decision, Found, Route, guided, to_be_written, wanting},
    },
};

pub const PAGE: Page = Page { name: "homeless/decide.html", source: include_str!("decide.html"), samples };
const DRAFT: &str = "homeless/decide";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Questions,
    Wishes,
    Decision,
}
impl Step {
    const ALL: [Step; 3] = [Step::Questions, Step::Wishes, Step::Decision];
    fn of(code: &str) -> Option<Step> {
        Step::ALL.into_iter().find(|s| s.code() == code)
    }
    fn code(self) -> &'static str {
        match self {
            Step::Questions => "questions",
            Step::Wishes => "wishes",
            Step::Decision => "decision",
        }
    }
    fn title(self) -> &'static str {
        match self {
            Step::Questions => "Is the council to look after them?",
            Step::Wishes => "What do they want?",
            Step::Decision => "The decision",
        }
    }
    fn number(self) -> usize {
        Step::ALL.iter().position(|s| *s == self).unwrap_or(0) + 1
    }
    fn next(self) -> Option<Step> {
        Step::ALL.get(self.number()).copied()
    }
    fn declare(self, f: &mut Form, of: &Of) -> Option<()> {
        match self {
            Step::Questions => {
                let found = questions(f)?;
                // Whoever turns 18 while the council decides came as a child, and is answered as one.
                if let Some(age) = of.age.filter(|age| found.under_18.is_some_and(|said| said != (*age < 18))) {
                    f.wrong("under-18", &format!("They were {age} on the day they came"));
                }
                Some(())
            }
            Step::Wishes => wishes(f).map(drop),
            Step::Decision => decision(f).zip(decided_on(f, of)).map(drop),
        }
    }
}
/// The time that is decided about.
#[derive(Clone, Copy)]
struct Of {
    presented: Date,
    /// Then.
    age: Option<i64>,
    today: Date,
}
fn decided_on(f: &mut Form, of: &Of) -> Option<Date> {
    let day = f.day("on", "On which day was it decided?").initial(of.today).not_after(of.today);
    day.not_before(of.presented).required("Enter the day on which it was decided")
}

/// What nobody can say yet may be left open: then it is to be asked, and the child looked after until it is.
fn questions(f: &mut Form) -> Option<Found> {
    let mut ask = |name: &str, label: &str, hint: &str| {
        let field = f.radios(name, label, yes_no()).with("classes", "govuk-radios--inline");
        if hint.is_empty() { field.optional() } else { field.hint(hint).optional() }
    };
    Some(Found {
        under_18: ask("under-18", "Are they under 18?", ""),
        in_need: ask("in-need", "Are they a child in need?", "A child without a home nearly always is"),
        in_area: ask("in-area", "Are they in the council’s area?", "Where they are now, not where they come from"),
        needs_accommodation: ask(
            "needs",
            "Do they appear to need accommodation?",
            "A friend’s sofa or a place that may end any day is no home",
        ),
        for_a_reason_of_s20: ask(
            "reason",
            "Is it because nobody can give them a home or care that suits them?",
            "Nobody has parental responsibility, they are lost or abandoned, or whoever cared for them cannot, for \
             whatever reason: a parent who puts them out is one",
        ),
        ..Found::default()
    })
}
struct Wishes {
    known: Option<bool>,
    refuses: bool,
    competent: Option<bool>,
    advocate: bool,
    in_writing: bool,
}
fn wishes(f: &mut Form) -> Option<Wishes> {
    let mut ask = |name: &str, label: &str, hint: &str| {
        f.radios(name, label, yes_no()).with("classes", "govuk-radios--inline").hint(hint).optional()
    };
    let known = ask("known", "Do we know what they want?", "Having heard what each way means, for leaving care too");
    let advocate = ask("advocate", "Was an advocate offered?", "Somebody who is on their side and not the council’s");
    let writing = ask("writing", "Were both ways explained in writing?", "With what each means for later");
    let refuses = ask(
        "refuses",
        "Do they refuse to be looked after?",
        "Only somebody who understands both ways can refuse. Not knowing, or being tired of waiting, is no refusal",
    );
    let competent = ask(
        "competent",
        "If they refuse: are they able to decide this?",
        "Old enough, and understanding what each way means, now and for leaving care. Say under the reasons how it was judged",
    );
    Some(Wishes {
        known,
        refuses: refuses == Some(true),
        competent,
        advocate: advocate == Some(true),
        in_writing: writing == Some(true),
    })
}
fn decision(f: &mut Form) -> Option<(Route, String, String)> {
    let ways = Route::ALL.map(|way| {
        let code = match way {
            Route::LookedAfter => "looked-after",
            Route::ChildInNeed => "in-need",
            Route::Housing => "housing",
        };
        choice(way, code, way.words())
    });
    let way = f.radios("way", "Which way?", ways).required("Say which way");
    let reasons = f.textarea("reasons", "Why?").hint("What was found, and how the young person’s words counted");
    let reasons = reasons.with("rows", 5).at_most(8000).required("Give the reasons");
    let manager = f
        .text("manager", "The manager who signs it")
        .hint("By name, for any other way than looked after. Loxley does not yet ask them to sign it themselves");
    let manager = manager.with("classes", "govuk-input--width-20").at_most(120).optional();
    Some((way?, reasons?, manager.unwrap_or_default()))
}
fn found(words: &Answers) -> Found {
    let questions = Form::sent("", words.clone(), questions).1.unwrap_or_default();
    match Form::sent("", words.clone(), wishes).1 {
        Some(w) => Found { wishes_known: w.known, informed_refusal: w.refuses, competent: w.competent, ..questions },
        None => questions,
    }
}
/// The decision as it stands in the words of all the steps.
fn read(words: &Answers) -> Option<Decision> {
    let (route, reasons, manager) = Form::sent("", words.clone(), decision).1?;
    let wishes = Form::sent("", words.clone(), wishes).1?;
    Some(Decision {
        route: Some(route),
        found: found(words),
        reasons,
        advocate_offered: wishes.advocate,
        explained_in_writing: wishes.in_writing,
        manager,
    })
}

struct Desk {
    head: Head,
    names: Names,
    journey: Journey,
    /// What is decided about; nothing where nobody presented, or all is decided and written.
    of: Option<Of>,
}
impl Desk {
    async fn open(may: &Allowed<RecordWork>) -> Result<Desk, kernel::Error> {
        let mut reading = may.reading().await?;
        let head = Head::read(&mut reading, may.child()).await?;
        let names = Names::read(&mut reading, may.child()).await?;
        let history = reading.history(may.child()).await?;
        let came = history.and_then(|h| to_be_written(&h)).map(|p| p.on.on);
        let age = |on| head.child.born.and_then(|born| age_on(born, on));
        let of = came.map(|presented| Of { presented, age: age(presented), today: may.today() });
        drop(reading);
        let drafts = may.drafts(DRAFT).await?;
        let first = || match of.and_then(|of| of.age) {
            Some(age) => Answers::of(&[("under-18", if age < 18 { "yes" } else { "no" })]),
            None => Answers::default(),
        };
        let journey = Journey::of(DRAFT, may.who().id, drafts, first);
        Ok(Desk { head, names, journey, of })
    }
    fn address(&self, step: Step) -> String {
        self.head.address(&format!("/homeless/decide/{}", step.code()))
    }
    fn page(&self, may: &Allowed<RecordWork>, status: StatusCode, step: Step, form: Form) -> Answer {
        let back = match step.number() {
            1 => self.head.address("/homeless"),
            n => self.address(Step::ALL[n - 2]),
        };
        let chrome = Chrome {
            title: step.title().into(),
            back: Some(Link::new(back, "Back")),
            ..self.head.chrome(may, At::Homeless)
        };
        let both = self.journey.both(&form, |who: Id| self.names.of(who).to_string());
        let saved = self.journey.saved.map(words_at);
        let context = given! {
            title => step.title(), step => step.number(), last => step.next().is_none(), form, both,
            begun => self.journey.begun_as_sent(), saved, so_far => guided(&found(self.journey.words())).words(),
        };
        Ok(PAGE.answer(status, chrome, context))
    }
}
fn unknown() -> Answer {
    Ok(StatusCode::NOT_FOUND.into_response())
}
pub async fn show(may: Allowed<RecordWork>) -> Answer {
    let Some(step) = may.path("step").and_then(Step::of) else { return unknown() };
    let desk = Desk::open(&may).await?;
    let Some(of) = desk.of else { return see(&desk.head.address("/homeless")) };
    let form = desk.journey.form(may.token(), |f| step.declare(f, &of));
    desk.page(&may, StatusCode::OK, step, form)
}
pub async fn save(may: Allowed<RecordWork>, kernel::Form(sent): kernel::Form<Answers>) -> Answer {
    let Some(step) = may.path("step").and_then(Step::of) else { return unknown() };
    let mut desk = Desk::open(&may).await?;
    let then = sent.one("then").unwrap_or_default();
    if then == "typing" && (desk.journey.is_over(&sent) || desk.of.is_none()) {
        return Ok((StatusCode::CONFLICT, "It was decided, or thrown away.").into_response());
    }
    let Some(of) = desk.of else {
        // Somebody else decided meanwhile: what was typed is shown once more, to be copied, and changes nothing.
        let of = Of { presented: may.today(), age: None, today: may.today() };
        let (mut form, _) = desk.journey.take(may.token(), sent, |f| step.declare(f, &of));
        form.wrong("", "It was decided meanwhile. Nothing of this is kept: copy what is still needed");
        return desk.page(&may, StatusCode::CONFLICT, step, form);
    };
    let (mut form, said) = desk.journey.take(may.token(), sent, |f| step.declare(f, &of));
    if let ["take", from, field] = then.split(' ').collect::<Vec<_>>()[..]
        && let Ok(from) = from.parse()
    {
        desk.journey.take_theirs(from, field);
        desk.journey.save(&may).await?;
        return see(&desk.address(step));
    }
    desk.journey.save(&may).await?;
    match (then.as_str(), said, step.next()) {
        ("typing", ..) => Ok(format!("Saved {}", words_at(may.now())).into_response()),
        ("discard", ..) => {
            desk.journey.discard(&may).await?;
            see(&desk.head.address("/homeless"))
        }
        _ if form.has_errors() => desk.page(&may, StatusCode::UNPROCESSABLE_ENTITY, step, form),
        (_, None, _) => desk.page(&may, StatusCode::UNPROCESSABLE_ENTITY, step, form),
        (_, Some(()), Some(next)) => see(&desk.address(next)),
        (_, Some(()), None) => {
            let Some(decision) = read(desk.journey.words()) else { return see(&desk.address(Step::Questions)) };
            let wanting = wanting(&decision);
            if !wanting.is_empty() {
                wanting.iter().for_each(|what| form.wrong("", what));
                return desk.page(&may, StatusCode::UNPROCESSABLE_ENTITY, step, form);
            }
            let Some(on) = Form::sent("", desk.journey.words().clone(), |f| decided_on(f, &of)).1 else {
                return desk.page(&may, StatusCode::UNPROCESSABLE_ENTITY, step, form);
            };
            let at = (on == may.today()).then(|| may.now());
            may.keep(on, at, Fact::HomelessDecided(Box::new(decision))).await?;
            desk.journey.discard(&may).await?;
            see(&desk.head.address("/homeless"))
        }
    }
}

fn samples() -> Vec<Sample> {
    let page = |step: Step, form: Form| {
        given! {
            title => step.title(), step => step.number(), last => step.next().is_none(), form,
            both => Vec::<crate::page::journey::Both>::new(), begun => None::<String>, saved => None::<String>,
            so_far => guided(&Found::default()).words(),
        }
    };
    let of = Of { presented: date(2026, 11, 20), age: Some(17), today: date(2026, 11, 22) };
    let blank = |step: Step| page(step, Form::blank("t", |f| step.declare(f, &of)));
    let wrong = Form::sent("t", Answers::default(), |f| Step::Decision.declare(f, &of)).0;
    vec![
        Sample::new("questions", blank(Step::Questions)),
        Sample::new("wishes", blank(Step::Wishes)),
        Sample::new("decision", blank(Step::Decision)),
        Sample::new("nothing decided", page(Step::Decision, wrong)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::leavers::homeless::Guided;

    const FIVE: [(&str, &str); 5] =
        [("under-18", "yes"), ("in-need", "yes"), ("in-area", "yes"), ("needs", "yes"), ("reason", "yes")];
    fn stands(answers: &[(&str, &str)]) -> Vec<&'static str> {
        let all = [&FIVE[..], answers].concat();
        wanting(&read(&Answers::of(&all)).expect("a way and reasons"))
    }
    #[test]
    fn five_yeses_and_no_refusal_lead_to_being_looked_after() {
        let words = |answers: &[(&str, &str)]| guided(&found(&Answers::of(&[&FIVE[..], answers].concat())));
        assert!(matches!(words(&[]), Guided::Ask(_)), "nobody asked what they want");
        assert_eq!(words(&[("known", "yes")]), Guided::LookedAfter);
        assert!(matches!(words(&[("known", "yes"), ("refuses", "yes")]), Guided::Ask(_)), "is he able to?");
        assert_eq!(words(&[("known", "yes"), ("refuses", "yes"), ("competent", "yes")]), Guided::Refused);
        let looked_after = [("known", "yes"), ("way", "looked-after"), ("reasons", "His father put him out.")];
        assert_eq!(stands(&looked_after), [""; 0]);
    }
    #[test]
    fn another_way_needs_a_refusal_an_advocate_a_letter_and_a_manager() {
        let housing = [("known", "yes"), ("way", "housing"), ("reasons", "He wants a room of his own.")];
        assert!(stands(&housing).contains(&"All five questions say that the child is to be looked after"));
        let refuses = [&housing[..], &[("refuses", "yes"), ("competent", "yes")]].concat();
        assert_eq!(stands(&refuses).len(), 3);
        let whole = [&refuses[..], &[("advocate", "yes"), ("writing", "yes"), ("manager", "Nia Cole")]].concat();
        assert_eq!(stands(&whole), [""; 0]);
    }
    #[test]
    fn who_came_as_a_child_is_answered_as_one_and_the_day_is_of_the_decision() {
        let of = Of { presented: date(2026, 11, 12), age: Some(17), today: date(2026, 11, 22) };
        let says = |step: Step, answers: &[(&str, &str)]| -> Vec<String> {
            let form = Form::sent("t", Answers::of(answers), |f| step.declare(f, &of)).0;
            form.messages().collect()
        };
        assert_eq!(says(Step::Questions, &[("under-18", "no")]), ["They were 17 on the day they came"]);
        assert_eq!(says(Step::Questions, &[("under-18", "yes")]), [""; 0]);
        let on =
            |day| [("way", "looked-after"), ("reasons", "r"), ("on-day", day), ("on-month", "11"), ("on-year", "2026")];
        assert_eq!(says(Step::Decision, &on("20")), [""; 0], "typed two days later");
        assert_eq!(says(Step::Decision, &on("11")).len(), 1, "before they came");
    }
    #[test]
    fn a_decision_has_a_way_and_reasons() {
        let (form, said) = Form::sent("t", Answers::default(), decision);
        assert!(said.is_none());
        assert_eq!(form.messages().collect::<Vec<_>>(), ["Say which way", "Give the reasons"]);
    }
}
