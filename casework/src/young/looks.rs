//! Who has looked at my record: role and team, by name only where the council says so; looks that would give an
//! enquiry away are left out, and the page says that some may be.
use super::my::{My, chrome};
use crate::{
    deeds::ViewOwn,
    frame::Answer,
    page::{Page, Sample, given},
};
use kernel::{Leave as _, Own};
use practice::{
    Id, Timestamp,
    access::Role,
    day::{self, day_of},
    young::{HeldBack, NAMES_IN_LOOKS},
};
use serde::{Deserialize, Serialize};

pub const PAGE: Page = Page { name: "young/looks.html", source: include_str!("looks.html"), samples };
const LOOKS: &str = include_str!("sql/looks.sql");
pub const QUESTIONS: &[&str] = &[LOOKS];

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
    let names = reading.norms().await?.get(&NAMES_IN_LOOKS, may.today()) == 1;
    let looks: Vec<Look> = reading.ask(LOOKS, &[("child", may.child().into())]).await?;
    Ok(PAGE.show(chrome(&may, "Who has looked"), context(lines(&looks, &my.mine.held_back, names))))
}
fn lines(looks: &[Look], held_back: &[HeldBack], names: bool) -> Vec<Line> {
    let mut seen = vec![];
    let mut lines = vec![];
    for look in looks {
        let on = day_of(look.at);
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
fn context(lines: Vec<Line>) -> minijinja::Value {
    given! { lines }
}
fn samples() -> Vec<Sample> {
    let line = Line { on: "20 November 2026".into(), who: "Personal adviser, Leaving care".into() };
    vec![Sample { name: "full", context: context(vec![line]) }, Sample { name: "empty", context: context(vec![]) }]
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
        let said = |names| {
            lines(&looks, std::slice::from_ref(&held), names)
                .into_iter()
                .map(|l| format!("{}: {}", l.on, l.who))
                .collect::<Vec<_>>()
        };
        let post = "Personal adviser, Leaving care";
        assert_eq!(said(false), [format!("20 November 2026: {post}"), format!("2 November 2026: {post}")]);
        assert!(said(true)[0].contains("Grace Adeyinka"));
    }
}
