//! Opening a standard record of another team, with a reason. It lasts to the end of the day, and whoever
//! works with the child is told.
use super::{
    colleagues::{Colleagues, signed, tell},
    whose::{self, Whose},
};
use crate::{
    deeds::Search,
    frame::{self, Answer},
    page::{Answers, Form, Page, Sample, given},
};
use axum::http::StatusCode;
use kernel::{Allowed, Leave as _};
use practice::{
    Date, Timestamp,
    day::{plus_days, start_of, words},
    people::Fact,
};

pub const PAGE: Page = Page { name: "search/open.html", source: include_str!("open.html"), samples };

fn declare(f: &mut Form) -> Option<String> {
    f.textarea("why", "Why do you need to open this record?")
        .hint("The reason is kept, and those who work with the child see it")
        .at_most(1000)
        .required("Say why you need to open this record")
}
/// To local midnight: whoever needs it tomorrow says so tomorrow.
fn until(today: Date) -> Timestamp {
    start_of(plus_days(today, 1))
}
async fn shown(may: &Allowed<Search>, status: StatusCode, form: Form) -> Answer {
    let whose = Whose::of(&mut may.reading().await?, may.child()).await?;
    let (line, ends) = (whose.line(may.today()), words(may.today()));
    Ok(PAGE.answer(status, whose.chrome(may, "Open with a reason", "/today"), given! { form, line, ends }))
}
pub async fn show(may: Allowed<Search>) -> Answer {
    let form = Form::blank(may.token(), declare);
    shown(&may, StatusCode::OK, form).await
}
pub async fn open(may: Allowed<Search>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let (form, why) = Form::sent(may.token(), answers, declare);
    let Some(why) = why else { return shown(&may, StatusCode::UNPROCESSABLE_ENTITY, form).await };
    let colleagues = Colleagues::of(&mut may.reading().await?, may.child(), may.now()).await?;
    let what = format!("{} opened this record for {}. Why: {why}", signed(may.who()), words(may.today()));
    let opened = Fact::Opened { worker: may.who().id, why, until: until(may.today()), glass_broken: false };
    let mut facts = vec![(may.today(), Some(may.now()), opened.into())];
    facts.extend(tell(colleagues.who_works_with(may.who().id), &what, may.today(), may.now()));
    may.keep_all(facts).await?;
    frame::see(&format!("/children/{}", may.child()))
}
fn samples() -> Vec<Sample> {
    let line = whose::Line {
        name: "Maya Halliday".into(),
        age: Some("aged 8".into()),
        ring: Some("Ruth Bell, Long-term, Ash".into()),
    };
    let ends = "22 November 2026";
    let wrong = Form::sent("t", Answers::default(), declare).0;
    vec![
        Sample::new("first", given! { form => Form::blank("t", declare), line => line.clone(), ends }),
        Sample::new("no reason", given! { form => wrong, line, ends }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::{date, local};

    #[test]
    fn an_opening_ends_at_midnight_in_england_whatever_the_clocks_do() {
        let ends = local(until(date(2026, 10, 24)));
        assert_eq!((ends.date(), ends.hour()), (date(2026, 10, 25), 0));
        assert!(Form::sent("t", Answers::of(&[("why", " ")]), declare).1.is_none());
    }
}
