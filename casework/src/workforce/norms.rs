//! Local norms: the numbers that the law leaves to the council, each with its default, its reason and
//! the day from which it holds. A new number never rewrites an earlier clock.
use crate::{
    deeds::SetUp,
    frame::{Answer, chrome, see},
    page::{Answers, Form, Link, Page, Place, Sample, given, parts::Row, words::thousands},
};
use axum::{http::StatusCode, response::IntoResponse as _};
use kernel::{Leave as _, Said, Service};
use practice::{Date, Norms, Subject, clock, norms::NORMS, service::Fact};
use serde::Serialize;

pub const PAGE: Page = Page { name: "workforce/norms.html", source: include_str!("norms.html"), samples };
pub const ONE: Page = Page { name: "workforce/norm.html", source: include_str!("norm.html"), samples: one_samples };

/// A number that may be set: a norm of its own, or the length of a clock that is a local norm.
#[derive(Clone, Serialize)]
struct Norm {
    code: &'static str,
    title: String,
    unit: String,
    default: i64,
    why: String,
    /// As it stands today, where somebody set one.
    set: Option<i64>,
}
/// The clocks first, in their order.
fn norms(set: &Norms, today: Date) -> Vec<Norm> {
    let of_clock = |c: &'static clock::Clock| Norm {
        code: c.code,
        title: format!("{} {}", c.code, c.title),
        unit: c.limit.1.words(set.number(c.code, today).unwrap_or(c.limit.0)).into(),
        default: c.limit.0,
        why: c.source.into(),
        set: set.number(c.code, today),
    };
    let clocks = practice::clocks().filter(|c| c.kind == clock::Kind::LocalNorm).map(of_clock);
    let of_its_own = |n: &&'static practice::norms::Norm| Norm {
        code: n.code,
        title: n.title.into(),
        unit: n.unit.into(),
        default: n.default,
        why: n.why.into(),
        set: set.number(n.code, today),
    };
    clocks.chain(NORMS.iter().map(of_its_own)).collect()
}
impl Norm {
    fn number(&self) -> i64 {
        self.set.unwrap_or(self.default)
    }
    fn row(&self) -> Row {
        let says =
            if self.set.is_some() { format!("Set here; otherwise {}", self.default) } else { "Not set here".into() };
        Row {
            detail: Some(format!("{says}. {}", self.why)),
            action: Some(Link::new(format!("/set-up/norms/{}", self.code), "Change")),
            ..Row::new(&self.title, format!("{} {}", self.number(), self.unit))
        }
    }
}

pub async fn show(may: Service<SetUp>) -> Answer {
    let norms = norms(&may.reading().await?.norms().await?, may.today());
    let mut chrome = chrome(&may, "Local norms", Some(Place::SetUp));
    chrome.trail = vec![Link::new("/set-up", "Set up")];
    let rows: Vec<Row> = norms.iter().map(Norm::row).collect();
    Ok(PAGE.show(chrome, given! { rows }))
}

struct Number {
    number: i64,
    from: Date,
    why: String,
}
fn number(f: &mut Form, norm: &Norm, today: Date) -> Option<Number> {
    let label = format!("Number of {}", norm.unit);
    let typed = f.text("number", &label).with("classes", "govuk-input--width-10").with("inputmode", "numeric");
    let typed = typed.initial(norm.number().to_string()).required("Enter a number");
    let most = most(&norm.unit);
    let number = typed.as_ref().and_then(|n| n.parse().ok()).filter(|n| (0..=most).contains(n));
    if typed.is_some() && number.is_none() {
        f.wrong("number", &format!("Number must be a whole number from 0 to {}", thousands(most)));
    }
    let from = f.day("from", "From").not_before(today).initial(today).required("Enter the day from which it holds");
    let why = f.textarea("why", "Why").hint("Who decided it, and where it is written").at_most(1000);
    let why = why.required("Say why");
    Some(Number { number: number?, from: from?, why: why? })
}
/// The most that makes sense of something; more is a slip of the finger.
fn most(unit: &str) -> i64 {
    match unit.split([' ', ';']).next().unwrap_or_default() {
        "pounds" => 100_000,
        // A day as 20270401.
        "day" => 99_991_231,
        "per" => 100,
        _ => 1000,
    }
}
async fn norm(may: &Service<SetUp>) -> Result<Option<Norm>, kernel::Error> {
    let set = may.reading().await?.norms().await?;
    Ok(norms(&set, may.today()).into_iter().find(|n| may.path("norm") == Some(n.code)))
}
pub async fn ask(may: Service<SetUp>) -> Answer {
    let Some(norm) = norm(&may).await? else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let form = Form::blank(may.token(), |f| number(f, &norm, may.today()));
    one(&may, StatusCode::OK, &norm, form)
}
pub async fn set(may: Service<SetUp>, kernel::Form(answers): kernel::Form<Answers>) -> Answer {
    let Some(norm) = norm(&may).await? else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let (form, number) = Form::sent(may.token(), answers, |f| number(f, &norm, may.today()));
    let Some(Number { number, from, why }) = number else {
        return one(&may, StatusCode::UNPROCESSABLE_ENTITY, &norm, form);
    };
    let fact = Fact::NormSet { norm: norm.code.into(), number, why };
    keep(may, vec![(from, fact)]).await?;
    see("/set-up/norms")
}
fn one(may: &Service<SetUp>, status: StatusCode, norm: &Norm, form: Form) -> Answer {
    let mut chrome = chrome(may, &norm.title, Some(Place::SetUp));
    chrome.trail = vec![Link::new("/set-up", "Set up"), Link::new("/set-up/norms", "Local norms")];
    Ok(ONE.answer(status, chrome, given! { norm, form }))
}
/// A choice of the service, and then everybody whose answers rest on it, without anybody waiting.
pub(super) async fn keep(may: Service<SetUp>, facts: Vec<(Date, Fact)>) -> Result<(), kernel::Error> {
    let said = facts.into_iter().map(|(from, fact)| Said::new(Subject::Service, from, fact));
    may.keep(said.collect()).await?;
    tokio::spawn(async move {
        if let Err(error) = may.bring_up_to_date(|_, _| {}).await {
            tracing::error!(%error, "working out again what rests on a norm");
        }
    });
    Ok(())
}

fn samples() -> Vec<Sample> {
    let mut set = Norms::default();
    set.set("warn_days", Date::MIN, 7);
    let rows: Vec<Row> = norms(&set, Date::MAX).iter().map(Norm::row).collect();
    vec![Sample { name: "one set", context: given! { rows } }]
}
fn one_samples() -> Vec<Sample> {
    let norm = norms(&Norms::default(), Date::MAX).remove(0);
    let today = practice::day::date(2026, 11, 22);
    let (wrong, _) = Form::sent("t", Answers::of(&[("number", "many")]), |f| number(f, &norm, today));
    let blank = Form::blank("t", |f| number(f, &norm, today));
    vec![
        Sample { name: "blank", context: given! { norm => norm.clone(), form => blank } },
        Sample { name: "wrong", context: given! { norm, form => wrong } },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    #[test]
    fn only_what_the_law_leaves_to_the_council_can_be_set() {
        let codes: Vec<&str> = norms(&Norms::default(), Date::MAX).iter().map(|n| n.code).collect();
        assert!(codes.contains(&"warn_days"));
        for clock in practice::clocks() {
            assert_eq!(codes.contains(&clock.code), clock.kind == clock::Kind::LocalNorm, "{}", clock.code);
        }
    }
    #[test]
    fn no_norm_is_below_nothing_so_none_needs_a_sign() {
        for norm in norms(&Norms::default(), Date::MAX) {
            assert!(norm.number() >= 0, "{}", norm.code);
        }
    }
    #[test]
    fn an_amount_and_a_day_can_be_set_and_a_slip_of_the_finger_cannot() {
        let sent = |code: &str, typed: &str| {
            let norm = norms(&Norms::default(), Date::MAX).into_iter().find(|n| n.code == code).expect("a norm");
            let on = [("from-day", "22"), ("from-month", "11"), ("from-year", "2026"), ("why", "The board decided it")];
            let answers = Answers::of(&[&on[..], &[("number", typed)]].concat());
            Form::sent("t", answers, |f| number(f, &norm, date(2026, 11, 22))).1.map(|n| n.number)
        };
        assert_eq!(sent("leavers_setting_up_home", "3500"), Some(3500));
        assert_eq!(sent("leavers_setting_up_home", "350000"), None);
        assert_eq!(sent("leavers_staying_close_from", "20270401"), Some(20_270_401));
        assert_eq!(
            [sent("leavers_neighbours_eet_17", "64"), sent("leavers_neighbours_eet_17", "101")],
            [Some(64), None]
        );
        assert_eq!([sent("warn_days", "1000"), sent("warn_days", "1001")], [Some(1000), None]);
    }
    #[test]
    fn a_norm_is_set_for_the_days_to_come_and_with_a_reason() {
        let norm = norms(&Norms::default(), Date::MAX).remove(0);
        let sent = |number_: &str, year: &str, why: &str| {
            let answers =
                [("number", number_), ("from-day", "22"), ("from-month", "11"), ("from-year", year), ("why", why)];
            Form::sent("t", Answers::of(&answers), |f| number(f, &norm, date(2026, 11, 22))).1.is_some()
        };
        assert!(sent("7", "2026", "The board decided it"));
        assert!(!sent("7", "2025", "The board decided it"), "it would rewrite earlier clocks");
        assert!(!sent("7", "2026", "") && !sent("-7", "2026", "x") && !sent("a few", "2026", "x"));
    }
}
