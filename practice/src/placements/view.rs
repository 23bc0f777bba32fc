//! Times in which a child may be deprived of liberty where they live.
use super::Fact;
use crate::{
    day::Date,
    fact::{Event, Fact as F},
    history::History,
};

/// One order, as the work recorded here tells of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Deprivation {
    pub began: Event,
    /// The last day that the order allows, or the day on which it ended before.
    pub until: Date,
}

/// An order that is made while one runs takes its place.
pub fn deprivations(h: &History) -> Vec<Deprivation> {
    let mut all: Vec<Deprivation> = vec![];
    for k in h.all() {
        let F::Placements(fact @ (Fact::DeprivationOfLibertyAuthorised { .. } | Fact::DeprivationOfLibertyEnded)) =
            &k.fact
        else {
            // What a return says of an order ends none that was recorded here.
            continue;
        };
        if let Some(running) = all.last_mut().filter(|d| d.until > k.happened) {
            running.until = k.happened;
        }
        if let Fact::DeprivationOfLibertyAuthorised { until } = fact {
            all.push(Deprivation { began: Event::from(k), until: *until });
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::Story, day::date};

    #[test]
    fn an_order_runs_out_is_followed_or_ends_before() {
        let made = |until| Fact::DeprivationOfLibertyAuthorised { until };
        let mut s = Story::default();
        s.on("2026-05-05", made(date(2026, 6, 30)))
            .on("2026-06-23", made(date(2026, 9, 22)))
            .on("2026-10-06", made(date(2026, 12, 31)))
            .on("2026-11-03", Fact::DeprivationOfLibertyEnded);
        let all = deprivations(&s.history(date(2026, 11, 22)));
        let days: Vec<_> = all.iter().map(|d| (d.began.on, d.until)).collect();
        assert_eq!(
            days,
            [
                (date(2026, 5, 5), date(2026, 6, 23)),
                (date(2026, 6, 23), date(2026, 9, 22)),
                (date(2026, 10, 6), date(2026, 11, 3)),
            ]
        );
    }
    #[test]
    fn what_a_return_says_of_an_order_ends_none_that_was_recorded() {
        let mut s = Story::default();
        s.on("2026-05-05", Fact::DeprivationOfLibertyAuthorised { until: date(2026, 6, 30) })
            .on("2026-05-20", Fact::DeprivationOfLibertyReported(Box::default()));
        let all = deprivations(&s.history(date(2026, 11, 22)));
        assert_eq!(all.iter().map(|d| d.until).collect::<Vec<_>>(), [date(2026, 6, 30)]);
    }
}
