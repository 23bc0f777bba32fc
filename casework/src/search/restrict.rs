//! Restricting a record: from then on only those named and those allocated know that it is there.
use super::{
    colleagues::{Colleague, Colleagues, names},
    whose::Whose,
};
use crate::{
    deeds::Restrict,
    frame::{self, Answer},
    page::{Answers, Form, Page, Sample, choice, given},
};
use axum::http::StatusCode;
use kernel::{Allowed, Leave as _, Reading};
use practice::{Id, people::Fact};

pub const PAGE: Page = Page { name: "search/restrict.html", source: include_str!("restrict.html"), samples };
/// Boxes on the page. Whoever is allocated needs none.
const NAMES: usize = 4;
pub(super) const BY_GLASS: &str = "You reach this record only because you broke its glass. Whoever is named in the restriction changes who may see it";

struct Wanted {
    why: String,
    named: Vec<Id>,
}
fn declare(f: &mut Form, colleagues: &[Colleague], me: Id) -> Option<Wanted> {
    let why = f
        .textarea("why", "Why is this record restricted?")
        .hint("Family of staff, a protected address, a complaint against a worker, widely known people")
        .at_most(1000)
        .required("Say why this record is restricted");
    f.heading("Who may see it, beside those allocated to the child");
    let mut named = vec![];
    for n in 1..=NAMES {
        let me = if n == 1 { me.to_string() } else { String::new() };
        let choices = colleagues.iter().map(|c| choice(c.id, c.id.to_string(), label(c)));
        named.extend(f.select(&format!("named-{n}"), &format!("Name {n}"), choices).initial(&me).optional());
    }
    named.sort();
    named.dedup();
    Some(Wanted { why: why?, named })
}
pub(super) fn label(c: &Colleague) -> String {
    format!("{}, {}", c.name, c.role.words().to_lowercase())
}
fn declare_lift(f: &mut Form) -> Option<String> {
    f.textarea("why", "Why is the restriction lifted?").at_most(1000).required("Say why the restriction is lifted")
}

async fn who_and_whose(may: &Allowed<Restrict>, reading: &mut Reading) -> Result<(Whose, Colleagues), kernel::Error> {
    let whose = Whose::of(reading, may.child()).await?;
    Ok((whose, Colleagues::of(reading, may.child(), may.now()).await?))
}
fn answer(may: &Allowed<Restrict>, status: StatusCode, whose: &Whose, colleagues: &Colleagues, form: Form) -> Answer {
    let named: Vec<&Colleague> = colleagues.0.iter().filter(|c| c.is_named).collect();
    let (line, named, restricted) = (whose.line(may.today()), names(&named), whose.restricted);
    let child = may.child();
    let chrome = whose.chrome(may, "Restricted record", &format!("/children/{child}"));
    Ok(PAGE.answer(status, chrome, given! { form, line, named, restricted, child }))
}
pub async fn show(may: Allowed<Restrict>) -> Answer {
    let (whose, colleagues) = who_and_whose(&may, &mut may.reading().await?).await?;
    let form = match whose.restricted {
        true => Form::blank(may.token(), declare_lift),
        false => Form::blank(may.token(), |f| declare(f, &colleagues.0, may.who().id)),
    };
    answer(&may, StatusCode::OK, &whose, &colleagues, form)
}
pub async fn restrict(may: Allowed<Restrict>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let (whose, colleagues) = who_and_whose(&may, &mut may.reading().await?).await?;
    if whose.restricted {
        return frame::see(&format!("/children/{}/restrict", may.child()));
    }
    let (form, wanted) = Form::sent(may.token(), answers, |f| declare(f, &colleagues.0, may.who().id));
    let Some(Wanted { why, named }) = wanted else {
        return answer(&may, StatusCode::UNPROCESSABLE_ENTITY, &whose, &colleagues, form);
    };
    // Whoever leaves their own name out does not see it any more.
    let stays = named.contains(&may.who().id);
    may.keep(may.today(), Some(may.now()), Fact::Restricted { why, named }).await?;
    frame::see(&if stays { format!("/children/{}", may.child()) } else { "/today".into() })
}
pub async fn lift(may: Allowed<Restrict>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let (whose, colleagues) = who_and_whose(&may, &mut may.reading().await?).await?;
    if !whose.restricted {
        return frame::see(&format!("/children/{}/restrict", may.child()));
    }
    let (mut form, why) = Form::sent(may.token(), answers, declare_lift);
    if whose.is_closed() {
        form.wrong("", BY_GLASS);
    }
    match why {
        Some(why) if !form.has_errors() => {
            may.keep(may.today(), Some(may.now()), Fact::RestrictionLifted { why }).await?;
            frame::see(&format!("/children/{}", may.child()))
        }
        _ => answer(&may, StatusCode::UNPROCESSABLE_ENTITY, &whose, &colleagues, form),
    }
}

fn samples() -> Vec<Sample> {
    let me = Id::from_u128(1);
    let colleague = Colleague {
        is_guardian: false,
        id: me,
        name: "Ruth Bell".into(),
        role: practice::access::Role::TeamManager,
        team: None,
        on_duty: false,
        works_with: false,
        of_team: false,
        is_named: true,
    };
    let all = [colleague];
    let line = super::whose::Line { name: "Maya Halliday".into(), age: Some("aged 8".into()), ring: None };
    let (child, none, some) = (Id::nil(), Vec::<&str>::new(), vec!["Ruth Bell"]);
    let wrong = Form::sent("t", Answers::default(), |f| declare(f, &all, me)).0;
    let (first, lift) = (Form::blank("t", |f| declare(f, &all, me)), Form::blank("t", declare_lift));
    vec![
        Sample::new(
            "open",
            given! { form => first, line => line.clone(), named => none.clone(), restricted => false, child },
        ),
        Sample::new(
            "no reason",
            given! { form => wrong, line => line.clone(), named => none, restricted => false, child },
        ),
        Sample::new("restricted", given! { form => lift, line, named => some, restricted => true, child }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_restriction_says_why_and_names_each_worker_once() {
        let me = Id::from_u128(1);
        let colleague = |n| Colleague {
            id: Id::from_u128(n),
            is_guardian: false,
            name: format!("Worker {n}"),
            role: practice::access::Role::SocialWorker,
            team: None,
            on_duty: false,
            works_with: false,
            of_team: false,
            is_named: false,
        };
        let all = [colleague(1), colleague(2)];
        let (one, two) = (me.to_string(), Id::from_u128(2).to_string());
        let sent = |answers: &[(&str, &str)]| Form::sent("t", Answers::of(answers), |f| declare(f, &all, me)).1;
        let wanted = sent(&[("why", "Staff"), ("named-1", &one), ("named-2", &two), ("named-4", &one)]).unwrap();
        assert_eq!(wanted.named, [me, Id::from_u128(2)]);
        assert!(sent(&[("named-1", &one)]).is_none(), "without a reason");
    }
}
