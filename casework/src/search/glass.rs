//! Breaking the glass: a record, restricted ones included, is open for eight hours to whoever breaks it
//! with a reason. Its owner and the Caldicott Guardian are told at once, and another manager reviews it.
use super::{
    colleagues::{Colleagues, names, signed, tell},
    whose::{self, Whose},
};
use crate::{
    deeds::BreakGlass,
    frame::{self, Answer},
    page::{Answers, Form, Page, Sample, given},
};
use axum::http::StatusCode;
use kernel::{Allowed, Leave as _};
use practice::{
    day::{plus_hours, words_at},
    people::Fact,
};

pub const PAGE: Page = Page { name: "search/glass.html", source: include_str!("glass.html"), samples };
/// `domain.md` 7.2.
const HOURS: i64 = 8;

fn declare(f: &mut Form) -> Option<String> {
    f.textarea("why", "Why must you see this record now?")
        .hint("What may happen to the child if you wait. Whoever reviews this reads it.")
        .at_most(1000)
        .required("Say why you must see this record now")
}
async fn shown(may: &Allowed<BreakGlass>, status: StatusCode, form: Form) -> Answer {
    let mut reading = may.reading().await?;
    let whose = Whose::of(&mut reading, may.child()).await?;
    let colleagues = Colleagues::of(&mut reading, may.child(), may.now()).await?;
    let me = may.who().id;
    let (owner, guardian) = (names(&colleagues.owner(me)), names(&colleagues.guardian(me)));
    let duty: Vec<_> = colleagues.on_duty().into_iter().filter(|c| c.id != me).collect();
    let (ring, line) = (names(&duty), whose.line(may.today()));
    let chrome = whose.chrome(may, "Break the glass", "/today");
    Ok(PAGE.answer(status, chrome, given! { form, line, owner, guardian, ring }))
}
pub async fn show(may: Allowed<BreakGlass>) -> Answer {
    let form = Form::blank(may.token(), declare);
    shown(&may, StatusCode::OK, form).await
}
pub async fn smash(may: Allowed<BreakGlass>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let (form, why) = Form::sent(may.token(), answers, declare);
    let Some(why) = why else { return shown(&may, StatusCode::UNPROCESSABLE_ENTITY, form).await };
    let (me, today, now) = (may.who().id, may.today(), may.now());
    let colleagues = Colleagues::of(&mut may.reading().await?, may.child(), now).await?;
    let until = plus_hours(now, HOURS);
    let what = format!("{} broke the glass of this record until {}. Why: {why}", signed(may.who()), words_at(until));
    let opened = Fact::Opened { worker: me, why, until, glass_broken: true };
    let mut facts = vec![(today, Some(now), opened.into())];
    let whom = [colleagues.owner(me), colleagues.guardian(me)].concat();
    facts.extend(tell(whom, &what, today, now));
    may.keep_all(facts).await?;
    frame::see(&format!("/children/{}", may.child()))
}
fn samples() -> Vec<Sample> {
    let closed = whose::Line { name: "A restricted record".into(), age: None, ring: None };
    let open = whose::Line { name: "Maya Halliday".into(), age: Some("aged 8".into()), ring: Some("Ruth Bell".into()) };
    let (owner, guardian) = (vec!["Ruth Bell, Long-term, Ash"], vec!["Idris Cole"]);
    let wrong = Form::sent("t", Answers::default(), declare).0;
    vec![
        Sample::new(
            "restricted",
            given! { form => Form::blank("t", declare), line => closed, owner => owner.clone(), guardian => guardian.clone(), ring => owner.clone() },
        ),
        Sample::new(
            "no reason",
            given! { form => wrong, line => open, owner, guardian => Vec::<&str>::new(), ring => Vec::<&str>::new() },
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glass_is_not_broken_without_a_reason() {
        assert!(Form::sent("t", Answers::of(&[("why", "")]), declare).1.is_none());
        assert_eq!(Form::sent("t", Answers::of(&[("why", "In A&E")]), declare).1.as_deref(), Some("In A&E"));
    }
}
