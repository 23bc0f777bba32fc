//! The safeguarding check: is there any record of this child? It also asks among restricted records,
//! because a false "not known" can kill. Of those it says only that one exists and whom to ring, and who
//! is on duty hears at once who asked and why. Whoever declared a conflict is told what is not there.
use super::{
    colleagues::{Colleagues, names, signed, tell},
    rank::{Found, Line, Score, Typed, lines},
};
use crate::{
    deeds::CheckSafeguarding,
    frame::{self, Answer, Fault},
    page::{Answers, Form, Page, Place, Sample, given},
};
use axum::http::StatusCode;
use kernel::{Leave as _, Within};
use practice::access::Act;
use practice::{Date, day};
use serde::Serialize;

pub const PAGE: Page = Page { name: "search/check.html", source: include_str!("check.html"), samples };

struct Asks {
    typed: String,
    why: String,
}
#[derive(Serialize)]
struct Told {
    known: Vec<Line>,
    /// Whom to ring about a record that exists; empty where there is none.
    ring: Vec<String>,
    glass: Vec<practice::Id>,
}
fn declare(f: &mut Form, today: Date) -> Option<Asks> {
    let text = |f: &mut Form, name, label, hint, message| {
        f.text(name, label)
            .hint(hint)
            .at_most(200)
            .with("autocomplete", "off")
            .with("spellcheck", false)
            .required(message)
    };
    let names = text(f, "names", "Names", "As far as you know them, however they are spelt", "Enter the child's name");
    let born = f.day("born", "Date of birth").hint("If you know it").not_after(today).optional();
    let number = f.text("number", "Postcode or number").hint("If you know one").at_most(50).optional();
    let why = f
        .textarea("why", "Why do you ask?")
        .hint("Who asked you, and what is happening. If there is a restricted record, the duty manager reads this now.")
        .at_most(1000)
        .required("Say why you ask");
    let typed = [names, born.map(|b| b.to_string()), number].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Some(Asks { typed, why: why? })
}
fn shown(may: &Within<CheckSafeguarding>, status: StatusCode, form: Form, told: Option<Told>) -> Answer {
    let chrome = frame::chrome(may, "Safeguarding check", Some(Place::Search));
    Ok(PAGE.answer(status, chrome, given! { form, told }))
}
pub async fn show(may: Within<CheckSafeguarding>) -> Answer {
    let form = Form::blank(may.token(), |f| declare(f, may.today()));
    shown(&may, StatusCode::OK, form, None)
}
pub async fn answer(may: Within<CheckSafeguarding>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let (form, asks) = Form::sent(may.token(), answers, |f| declare(f, may.today()));
    match asks {
        None => shown(&may, StatusCode::UNPROCESSABLE_ENTITY, form, None),
        Some(asks) => {
            let told = ask(&may, &asks).await?;
            shown(&may, StatusCode::OK, form, Some(told))
        }
    }
}
async fn ask(may: &Within<CheckSafeguarding>, asks: &Asks) -> Result<Told, Fault> {
    let mut reading = may.reading().await?;
    let near = |found: &(Score, Found)| found.0.close;
    let found: Vec<_> = Typed::new(&asks.typed).find(&mut reading).await?.into_iter().filter(near).collect();
    // A restricted record that is the asker's own to see is simply known to them.
    let is_hidden = |f: &Found| f.restricted && !f.in_reach(may.who(), may.now());
    let (hidden, known): (Vec<_>, Vec<_>) = found.into_iter().partition(|(_, f)| is_hidden(f));
    let (mut ring, mut notices) = (vec![], vec![]);
    for (_, found) in &hidden {
        let colleagues = Colleagues::of(&mut reading, found.id, may.now()).await?;
        let duty = colleagues.on_duty();
        ring.extend(names(&duty));
        let told = tell(duty, &notice(may, &asks.why), may.today(), may.now());
        notices.extend(told.into_iter().map(|fact| (found.id, fact)));
    }
    // The snapshot is let go of before anything is written.
    drop(reading);
    if !notices.is_empty() {
        may.keep_about(notices).await?;
    }
    ring.sort();
    ring.dedup();
    let breaks = may.does(Act::BreakGlass).await?;
    let glass = hidden.iter().filter(|_| breaks).map(|(_, f)| f.id).collect();
    Ok(Told { known: lines(&known, may.who(), may.now(), may.today()), ring, glass })
}
/// No name of a child: a notice is read in a list, and the record is restricted.
fn notice(may: &Within<CheckSafeguarding>, why: &str) -> String {
    format!(
        "{} made a safeguarding check on {} that met this restricted record. They were told that a record exists and to ring you. Why they asked: {why}",
        signed(may.who()),
        day::words_at(may.now()),
    )
}
fn samples() -> Vec<Sample> {
    let on = day::date(2026, 11, 22);
    let sent = |answers: &[(&str, &str)]| Form::sent("t", Answers::of(answers), |f| declare(f, on)).0;
    let asked = [("names", "Maya Halliday"), ("why", "A hospital rang.")];
    let line = Line {
        id: practice::Id::nil(),
        name: "Maya Halliday".into(),
        preferred: Some("May".into()),
        age: "aged 8".into(),
        ring: "Ruth Bell, Long-term, Ash".into(),
        by: "name".into(),
        in_reach: true,
        same: vec![],
    };
    let away = Line { id: practice::Id::max(), in_reach: false, ..line.clone() };
    let ring = vec!["Ruth Bell, Out of hours".to_string()];
    let all = Told { known: vec![line, away], ring, glass: vec![practice::Id::nil()] };
    let nothing = Told { known: vec![], ring: vec![], glass: vec![] };
    vec![
        Sample::new("first", given! { form => Form::blank("t", |f| declare(f, on)), told => None::<Told> }),
        Sample::new("known and restricted", given! { form => sent(&asked), told => all }),
        Sample::new("not known", given! { form => sent(&asked), told => nothing }),
        Sample::new("no reason", given! { form => sent(&asked[..1]), told => None::<Told> }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_needs_a_name_and_a_reason_and_says_the_birthday_as_search_reads_it() {
        let on = day::date(2026, 11, 22);
        let sent = |answers: &[(&str, &str)]| Form::sent("t", Answers::of(answers), |f| declare(f, on));
        assert!(sent(&[("names", "Maya")]).1.is_none());
        assert!(sent(&[("why", "A hospital rang.")]).1.is_none());
        let born = [("born-day", "3"), ("born-month", "5"), ("born-year", "2014")];
        let asks = sent(&[&[("names", "Maya"), ("why", "x")][..], &born].concat()).1.unwrap();
        assert_eq!(asks.typed, "Maya 2014-05-03");
    }
}
