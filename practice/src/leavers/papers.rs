//! Papers, and what may run out: documents held, immigration with its dates, the history of their health.
use super::{Fact, living::Document};
use crate::{day::Date, fact::Fact as F, history::History};

/// The documents that they hold, as it was last said.
pub fn documents(h: &History, on: Date) -> Option<(Date, &[Document])> {
    last(h, on, |f| match f {
        Fact::DocumentsHeld { documents } => Some(documents.as_slice()),
        _ => None,
    })
}
/// The code of `local.immigration_status`, and the day on which it runs out.
#[derive(Clone, Debug, PartialEq)]
pub struct Immigration<'h> {
    pub said: Date,
    pub status: &'h str,
    pub expires: Option<Date>,
}
pub fn immigration(h: &History, on: Date) -> Option<Immigration<'_>> {
    let (said, (status, expires)) = last(h, on, |f| match f {
        Fact::ImmigrationStatusKnown { status, expires } => Some((status.as_str(), *expires)),
        _ => None,
    })?;
    Some(Immigration { said, status, expires })
}
/// What is to be done about it, each until it is done; the soonest first.
pub fn immigration_deadlines(h: &History, on: Date) -> Vec<(Date, &str)> {
    let mut open: Vec<(Date, &str)> = vec![];
    for k in h.all().filter(|k| k.happened <= on) {
        match &k.fact {
            F::Leavers(Fact::ImmigrationDeadlineSet { what, by }) => {
                open.retain(|(_, said)| said != what);
                open.push((*by, what));
            }
            F::Leavers(Fact::ImmigrationDeadlineMet { what }) => open.retain(|(_, said)| said != what),
            _ => {}
        }
    }
    open.sort();
    open
}
/// Each time that the history of their health was offered, and whether they took it.
pub fn health_history(h: &History, on: Date) -> Vec<(Date, bool)> {
    let offered = h.all().filter(|k| k.happened <= on).filter_map(|k| match &k.fact {
        F::Leavers(Fact::HealthHistoryOffered { taken }) => Some((k.happened, *taken)),
        _ => None,
    });
    offered.collect()
}
/// The last of what was said by that day.
pub(super) fn last<'h, T>(h: &'h History, on: Date, of: impl Fn(&'h Fact) -> Option<T>) -> Option<(Date, T)> {
    let said = h.all().filter(|k| k.happened <= on).filter_map(|k| match &k.fact {
        F::Leavers(f) => Some((k.happened, of(f)?)),
        _ => None,
    });
    said.last()
}

#[cfg(test)]
mod tests {
    use super::{super::told::story, *};
    use crate::day::date;

    #[test]
    fn a_deadline_stands_until_it_is_met_and_may_be_set_anew() {
        let mut s = story("2005-03-10 born");
        let set = |what: &str, by| Fact::ImmigrationDeadlineSet { what: what.into(), by };
        s.on("2026-03-01", set("Apply for leave to remain", date(2026, 6, 1)))
            .on("2026-03-02", set("Appeal", date(2026, 3, 20)))
            .on("2026-03-10", set("Appeal", date(2026, 4, 20)))
            .on("2026-05-01", Fact::ImmigrationDeadlineMet { what: "Apply for leave to remain".into() });
        let open = |on| immigration_deadlines(&s.history(on), on).len();
        assert_eq!((open(date(2026, 3, 1)), open(date(2026, 3, 15)), open(date(2026, 5, 1))), (1, 2, 1));
        let h = s.history(date(2026, 5, 1));
        assert_eq!(immigration_deadlines(&h, date(2026, 5, 1)), [(date(2026, 4, 20), "Appeal")]);
    }
    #[test]
    fn a_health_history_that_was_declined_may_be_offered_again() {
        let s = story("2005-03-10 born; 2023-01-01 health-history declined; 2024-01-01 health-history taken");
        let offered = |on| health_history(&s.history(on), on);
        assert_eq!(offered(date(2023, 6, 1)), [(date(2023, 1, 1), false)]);
        assert_eq!(offered(date(2024, 6, 1)).last(), Some(&(date(2024, 1, 1), true)));
    }
}
