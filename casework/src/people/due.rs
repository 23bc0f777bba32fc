//! One thing owed to a child, and everything that explains it.
use super::{names::Names, words};
use crate::{
    page::{
        Link, parts,
        words::{Tag, ago, capital},
    },
    today::owed::{clock, due_words, title},
};
use kernel::{Error, Reading};
use practice::{
    Date, History, Id, Timestamp,
    clock::{Clock, Due, Met, Owed, Standing},
    day,
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

pub const OWED: &str = include_str!("sql/owed.sql");

/// A row of `owed.sql`; or what a clock says in memory, for an earlier day.
#[derive(Clone, Debug, Deserialize)]
pub struct Row {
    pub clock: String,
    pub rule: String,
    pub started: Date,
    pub start_fact: Option<Id>,
    pub due: Option<Date>,
    #[serde(deserialize_with = "kernel::instant_or_none")]
    pub due_at: Option<Timestamp>,
    pub standing: Standing,
    pub waived_by: Option<Id>,
    pub waived_why: Option<String>,
    pub not_known: Option<String>,
    pub who_could_say: Option<String>,
    pub arithmetic: String,
    pub start_name: Option<String>,
    pub start_happened: Option<Date>,
    #[serde(deserialize_with = "kernel::instant_or_none")]
    pub start_recorded: Option<Timestamp>,
}
/// As a page shows it.
#[derive(Clone, Debug, Serialize)]
pub struct Explained {
    /// `P03-2026-07-06`.
    pub anchor: String,
    pub title: &'static str,
    pub standing: Tag,
    /// `3 April 2026 (3 days ago)`; nothing where it cannot be worked out.
    pub due: Option<String>,
    pub arithmetic: String,
    pub started: String,
    /// Where the fact that started it stands in the timeline.
    pub started_link: Option<String>,
    pub rule: String,
    pub rule_link: String,
    pub stops: &'static str,
    /// Who waived it, and why.
    pub waived: Option<String>,
    pub not_known: Option<String>,
    /// One sentence: why it stands as it does.
    pub why: String,
    pub statutory: bool,
}
impl Explained {
    /// In a list of a record's page, with the way to everything else that is said of it.
    pub fn row(self, record: &str) -> parts::Row {
        let explain = Link::new(format!("{record}/deadlines#{}", self.anchor), "Explain");
        parts::Row {
            tag: Some(self.standing),
            detail: Some(self.why),
            action: Some(explain),
            ..parts::Row::new(self.title, self.due.unwrap_or_default())
        }
    }
}

pub async fn owed(reading: &mut Reading, child: Id) -> Result<Vec<Row>, Error> {
    reading.ask(OWED, &[("child", child.into())]).await
}
impl Row {
    /// What a clock said of a history in memory.
    pub fn of(owed: Owed, h: &History, now: Timestamp) -> Row {
        let kept = h.kept(owed.start.fact);
        let (not_known, who_could_say) = match &owed.met {
            Met::NotKnown { missing, who_could_say } => (Some(missing.clone()), Some(who_could_say.to_string())),
            _ => (None, None),
        };
        Row {
            standing: owed.standing(now),
            clock: owed.clock.into(),
            rule: owed.row.into(),
            started: owed.start.on,
            start_fact: Some(owed.start.fact),
            due: owed.due.map(Due::day),
            due_at: owed.due.and_then(|d| if let Due::At(at) = d { Some(at) } else { None }),
            waived_by: owed.waived.as_ref().map(|w| w.who),
            waived_why: owed.waived.map(|w| w.why),
            not_known,
            who_could_say,
            arithmetic: owed.arithmetic,
            start_name: kept.map(|k| crate::house::encode(&k.fact).name),
            start_happened: kept.map(|k| k.happened),
            start_recorded: kept.map(|k| k.recorded),
        }
    }
    pub fn is_late(&self) -> bool {
        self.standing == Standing::Overdue
    }
    pub fn is_ahead(&self) -> bool {
        matches!(self.standing, Standing::DueSoon | Standing::Running)
    }
    /// The row of a decision table is a clock of its own: it says more than the clock it hangs on.
    fn clock(&self) -> Option<&'static Clock> {
        clock(&self.rule).or_else(|| clock(&self.clock))
    }
    pub fn explain(&self, child: &str, names: &Names, today: Date) -> Explained {
        let clock = self.clock();
        let due = due_words(self.due, self.due_at);
        let not_known = self.not_known.as_ref().map(|missing| match &self.who_could_say {
            Some(who) => format!("{}. {} could say.", capital(missing), capital(who)),
            None => format!("{}.", capital(missing)),
        });
        let waived = self.waived_by.map(|who| {
            let why = self.waived_why.as_deref().unwrap_or("the reason is not shown to your role");
            format!("{} waived it: {}. The breach stays in every measure.", names.of(who), why.trim_end_matches('.'))
        });
        Explained {
            anchor: anchor(&self.clock, self.started),
            title: title(&self.rule, clock.map_or("", |c| c.code)),
            standing: self.standing.into(),
            due: self.due.map(|on| format!("{due} ({})", ago(on, today))),
            started: self.started_by(),
            started_link: self.start_name.is_some().then_some(self.start_fact).flatten().map(|fact| at(child, fact)),
            rule: clock.map_or_else(String::new, rule),
            rule_link: format!("/deadlines/{}", clock.map_or(self.clock.as_str(), |c| c.code)),
            stops: clock.map_or("", |c| c.stops),
            why: waived.clone().or(not_known.clone()).unwrap_or_else(|| self.arithmetic.clone()),
            arithmetic: self.arithmetic.clone(),
            waived,
            not_known,
            statutory: clock.is_some_and(|c| c.kind.is_statutory()),
        }
    }
    /// `Conference held, 3 April 2026; recorded on 5 April 2026 at 9am`.
    fn started_by(&self) -> String {
        let (Some(name), Some(recorded)) = (&self.start_name, self.start_recorded) else {
            return day::words(self.started);
        };
        let title = words::of_name(name).title;
        let happened = self.start_happened.filter(|on| *on != self.started);
        // A birthday or the end of a placement may be what a fact set going on another day than its own.
        let of = happened.map(|on| format!(" of {}", day::words(on))).unwrap_or_default();
        format!("{}: {title}{of}, recorded on {}", day::words(self.started), day::words_at(recorded))
    }
}
/// Where a fact stands in the timeline of a child.
pub fn at(child: &str, fact: Id) -> String {
    format!("{child}/timeline?at={fact}#{fact}")
}
pub fn anchor(clock: &str, started: Date) -> String {
    format!("{clock}-{started}")
}
fn rule(clock: &Clock) -> String {
    format!("{}, {}: {}", clock.code, clock.kind.words().to_lowercase(), clock.source)
}
/// Two of one clock may have started on one day: each anchor stands once on a page.
pub fn told_apart<'a>(anchors: impl Iterator<Item = &'a mut String>) {
    let mut seen = HashSet::new();
    for anchor in anchors {
        let first = anchor.clone();
        let mut n = 1;
        while !seen.insert(anchor.clone()) {
            n += 1;
            *anchor = format!("{first}-{n}");
        }
    }
}

#[cfg(test)]
pub(super) fn sample(standing: Standing) -> Row {
    Row {
        clock: "P03".into(),
        rule: "P03".into(),
        started: day::date(2026, 7, 6),
        start_fact: Some(Id::from_u128(7)),
        due: Some(day::date(2026, 7, 27)),
        due_at: None,
        standing,
        waived_by: None,
        waived_why: None,
        not_known: None,
        who_could_say: None,
        arithmetic: "15 working days after 6 July 2026".into(),
        start_name: Some("protection.StrategyDiscussionHeld".into()),
        start_happened: Some(day::date(2026, 7, 6)),
        start_recorded: Some(day::start_of(day::date(2026, 7, 7))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    fn explained(row: &Row) -> Explained {
        row.explain("/children/x", &Names::given(&[(Id::from_u128(1), "Ruth Ollerton")]), date(2026, 11, 22))
    }
    #[test]
    fn a_deadline_says_which_fact_started_it_and_where_that_stands() {
        let e = explained(&sample(Standing::Overdue));
        assert_eq!(e.started, "6 July 2026: Strategy discussion held, recorded on 7 July 2026 at 12am");
        assert_eq!(e.started_link.as_deref(), Some(&*at("/children/x", Id::from_u128(7))));
        assert_eq!((e.anchor.as_str(), e.rule_link.as_str()), ("P03-2026-07-06", "/deadlines/P03"));
        assert_eq!(e.due.as_deref(), Some("27 July 2026 (3 months ago)"));
        assert!(!e.stops.is_empty() && !e.rule.is_empty() && e.title != "A deadline of an earlier release");
    }
    #[test]
    fn a_waiver_says_who_and_why_and_that_the_breach_stays() {
        let row =
            Row { waived_by: Some(Id::from_u128(1)), waived_why: Some("Abroad.".into()), ..sample(Standing::Waived) };
        assert_eq!(explained(&row).why, "Ruth Ollerton waived it: Abroad. The breach stays in every measure.");
    }
    #[test]
    fn what_is_not_known_says_what_is_missing_and_who_could_say() {
        let row = Row {
            not_known: Some("no source says when".into()),
            who_could_say: Some("the conference chair".into()),
            due: None,
            ..sample(Standing::NotKnown)
        };
        let e = explained(&row);
        assert_eq!((e.due, e.why.as_str()), (None, "No source says when. The conference chair could say."));
    }
    #[test]
    fn two_of_one_clock_on_one_day_have_anchors_of_their_own() {
        let mut anchors = vec!["V01-2026-01-01".to_string(), "V01-2026-01-01".into(), "V01-2026-01-01".into()];
        told_apart(anchors.iter_mut());
        assert_eq!(anchors, ["V01-2026-01-01", "V01-2026-01-01-2", "V01-2026-01-01-3"]);
    }
}
