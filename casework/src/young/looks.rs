//! Who has looked at my record: role and team, by name only where the council says so; looks that would give an
//! enquiry away are left out, and the page says that some may be. A look shows after some days, so that a manager can mark
//! it before anybody has seen it.
use super::my::{My, chrome};
use crate::{
    deeds::ViewOwn,
    frame::Answer,
    page::{Page, Sample, given},
};
use kernel::{Leave as _, Own};
use practice::{
    Date, Id, Timestamp,
    access::Role,
    day::{self, day_of, plus_days},
    young::{HeldBack, LOOKS_AFTER, NAMES_IN_LOOKS},
};
use serde::{Deserialize, Serialize};

pub const PAGE: Page = Page { name: "young/looks.html", source: include_str!("looks.html"), samples };
const LOOKS: &str = include_str!("sql/looks.sql");
pub const QUESTIONS: &[&str] = &[LOOKS];

/// The question asks for one more.
const MOST: usize = 1000;

#[derive(Deserialize)]
struct Look {
    #[serde(deserialize_with = "kernel::instant")]
    at: Timestamp,
    who: Id,
    name: String,
    role: Role,
    team: Option<String>,
}
/// Whoever looked on one day is one line, however often.
#[derive(Debug, PartialEq, Serialize)]
struct Line {
    on: String,
    who: String,
}

pub async fn show(may: Own<ViewOwn>) -> Answer {
    let my = My::read(&may).await?;
    let mut reading = may.reading().await?;
    let names = my.norms.get(&NAMES_IN_LOOKS, may.today()) == 1;
    let after = my.norms.get(&LOOKS_AFTER, may.today());
    let looks: Vec<Look> = reading.ask(LOOKS, &[("child", may.child().into())]).await?;
    let lines = lines(&looks, &my.mine.held_back, names, plus_days(may.today(), -after));
    Ok(PAGE.show(chrome(&may, "Who has looked"), context(lines, after, since(&looks))))
}
/// From when on all looks are here, where there are more than are shown.
fn since(looks: &[Look]) -> Option<String> {
    looks.get(MOST).map(|oldest| day::words(day_of(oldest.at)))
}
fn lines(looks: &[Look], held_back: &[HeldBack], names: bool, until: Date) -> Vec<Line> {
    let mut seen = vec![];
    let mut lines = vec![];
    for look in looks.iter().take(MOST) {
        let on = day_of(look.at);
        if on > until {
            continue;
        }
        if held_back.iter().any(|h| h.holds(look.who, on)) || seen.contains(&(on, look.who)) {
            continue;
        }
        seen.push((on, look.who));
        let team = look.team.as_ref().map(|team| format!(", {team}")).unwrap_or_default();
        let post = format!("{}{team}", look.role.words());
        lines.push(Line { on: day::words(on), who: if names { format!("{}, {post}", look.name) } else { post } });
    }
    lines
}
fn context(lines: Vec<Line>, after: i64, since: Option<String>) -> minijinja::Value {
    given! { lines, after, since }
}
fn samples() -> Vec<Sample> {
    let line = Line { on: "20 November 2026".into(), who: "Personal adviser, Leaving care".into() };
    vec![
        Sample { name: "full", context: context(vec![line], 3, Some("2 November 2026".into())) },
        Sample { name: "empty", context: context(vec![], 0, None) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::{date, moment};

    #[test]
    fn a_day_is_one_line_names_show_only_by_the_norm_and_an_enquiry_is_left_out() {
        let look = |who, day: i8, hour: i8| Look {
            at: moment(date(2026, 11, day).at(hour, 0, 0, 0)),
            who: Id::from_u128(who),
            name: "Grace Adeyinka".into(),
            role: Role::PersonalAdviser,
            team: Some("Leaving care".into()),
        };
        let looks = [look(1, 20, 15), look(1, 20, 9), look(2, 19, 9), look(2, 2, 9)];
        let held = HeldBack { worker: Id::from_u128(2), from: date(2026, 11, 10), until: None };
        let said = |names, until| {
            lines(&looks, std::slice::from_ref(&held), names, date(2026, 11, until))
                .into_iter()
                .map(|l| format!("{}: {}", l.on, l.who))
                .collect::<Vec<_>>()
        };
        let post = "Personal adviser, Leaving care";
        assert_eq!(said(false, 20), [format!("20 November 2026: {post}"), format!("2 November 2026: {post}")]);
        assert_eq!(
            said(false, 19),
            [format!("2 November 2026: {post}")],
            "nobody may mark it any more once it was seen"
        );
        assert!(said(true, 20)[0].contains("Grace Adeyinka"));
    }
    #[test]
    fn what_is_cut_off_is_said() {
        let look = || Look {
            at: moment(date(2026, 11, 2).at(9, 0, 0, 0)),
            who: Id::from_u128(1),
            name: String::new(),
            role: Role::PersonalAdviser,
            team: None,
        };
        let looks = |n| std::iter::repeat_with(look).take(n).collect::<Vec<_>>();
        assert_eq!((since(&looks(MOST)), since(&looks(MOST + 1))), (None, Some("2 November 2026".into())));
    }
}
