//! The facts that changed somebody's status, for whoever must be told the same day; and when to ask again.
use super::{Category, Fact as Leavers, Holding, fold, holds, holds::touched, periods};
use crate::{
    day::{Date, Timestamp, birthday, day_of, plus_days},
    fact::{Fact, Id, Kept, RecordFact},
    history::History,
    norms::Norms,
    people::Fact as People,
};

/// For so many days a notice waits to be seen (our own choice: a month's absence, less a few days). What changed
/// longer ago is on the record; whoever takes a record over is not told of its years.
const TOLD_FOR: i64 = 28;

#[derive(Clone, Debug, PartialEq)]
pub struct News {
    /// The last fact of those recorded together.
    pub fact: Id,
    pub recorded: Timestamp,
    pub was: Stand,
    pub is: Stand,
    /// A manager's decision, which is told also where it changes nothing.
    pub decided: bool,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stand {
    pub computed: Category,
    pub held: Category,
}
impl From<&Holding> for Stand {
    fn from(h: &Holding) -> Stand {
        Stand { computed: h.computed.category(), held: h.held.category }
    }
}

/// What was recorded of late and makes the status of today another than it was without it. Time makes no news: a
/// birthday is known ahead.
pub fn news(h: &History, norms: &Norms) -> Vec<News> {
    if !of_age(h, 16) {
        return vec![];
    }
    let moments = moments(h);
    let Some((first, _)) = moments.first() else { return vec![] };
    let before = h.known_before(*first);
    let mut was = Stand::from(&holds(&before, norms, h.today));
    let mut registered = before.person().registered;
    let mut out = vec![];
    for (n, (recorded, fact)) in moments.iter().enumerate() {
        let earlier = moments.get(n + 1).map(|(next, _)| h.known_before(*next));
        let known = earlier.as_ref().unwrap_or(h);
        let is = Stand::from(&holds(known, norms, h.today));
        // When a record begins nobody has been told otherwise.
        let decided = h.kept(*fact).is_some_and(|k| matches!(&k.fact, Fact::Leavers(Leavers::CategoryDecided { .. })));
        if registered && (is != was || decided) {
            out.push(News { fact: *fact, recorded: *recorded, was, is, decided });
        }
        (was, registered) = (is, known.person().registered);
    }
    out
}
/// When something was recorded lately that a status is made of, in order.
fn moments(h: &History) -> Vec<(Timestamp, Id)> {
    let since = plus_days(h.today, -TOLD_FOR);
    // The record is read anew before and after each: most of what is recorded shapes no status.
    let of_status = |k: &&Kept| match &k.fact {
        Fact::People(f) => matches!(
            f,
            People::Registered(_) | People::HeaderReported(_) | People::IdentifiersReported(_) | People::Died
        ),
        Fact::PrivateFostering(_) | Fact::Record(RecordFact::RecordedInError) => true,
        f => k.instead_of.is_some() || periods::shapes(f) || periods::is_a_move(f),
    };
    let lately = h.ever().filter(of_status).filter(|k| day_of(k.recorded) > since);
    let mut all: Vec<(Timestamp, Id)> = lately.map(|k| (k.recorded, k.id)).collect();
    all.sort();
    // Of what was recorded at one moment, the last.
    all.reverse();
    all.dedup_by_key(|m| m.0);
    all.reverse();
    all
}
fn of_age(h: &History, from: i64) -> bool {
    let Some(born) = h.born() else { return h.person().registered };
    h.today >= birthday(born, from) && h.today < birthday(born, 25)
}

/// The next day on which what is said of a young person may change although nothing is said. Before 18 that is
/// tomorrow: days are counted, six months at home run, and short breaks cease to be short.
pub fn changes_on(h: &History, norms: &Norms) -> impl Iterator<Item = Date> {
    let asked = touched(h, &fold::lived(h, norms, h.today));
    let ages = [16, 21, 25].into_iter().filter_map(|age| h.birthday(age)).filter(|_| asked);
    let counted = asked && of_age(h, 16) && h.birthday(18).is_some_and(|b18| h.today < b18);
    let tomorrow = counted.then(|| plus_days(h.today, 1));
    let told = h.status_news(norms).iter().map(|t| plus_days(day_of(t.recorded), TOLD_FOR));
    ages.chain(tomorrow).chain(told).chain(periods::turning(h, norms)).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::{
        super::told::{story, tell},
        *,
    };
    use crate::{
        case::{Story, read},
        day::{date, start_of},
    };

    fn told(s: &Story, on: &str) -> Vec<String> {
        let h = s.history(read(on).0);
        news(&h, &s.norms).iter().map(|t| format!("{} {} to {}", day_of(t.recorded), t.was.held, t.is.held)).collect()
    }
    const LEFT: &str = "2010-03-10 born; 2025-01-01 care V2/U6";

    #[test]
    fn a_fact_that_changes_the_status_is_told_and_a_birthday_is_not() {
        let s = story(&format!("{LEFT}; 2026-05-31 left"));
        assert_eq!(told(&s, "2026-05-30"), [""; 0]);
        assert_eq!(told(&s, "2026-05-31"), ["2026-05-31 ELIGIBLE to RELEVANT"]);
        assert_eq!(told(&s, "2026-06-27"), ["2026-05-31 ELIGIBLE to RELEVANT"]);
        assert_eq!(told(&s, "2026-06-28"), [""; 0], "four weeks later");
        assert_eq!(told(&story("2010-03-10 born; 2026-01-01 care V2/U6"), "2026-03-10"), [""; 0]);
    }
    #[test]
    fn what_was_corrected_is_compared_with_what_stood_before() {
        let mut s = story("2010-03-10 born; 2026-04-01 care V2/U6; 2026-06-15 left");
        assert!(told(&s, "2026-10-20").is_empty());
        let wrong = s.facts.last().unwrap().id;
        tell(&mut s, "2026-10-01 left");
        let correction = s.facts.last_mut().unwrap();
        correction.recorded = start_of(date(2026, 10, 20));
        correction.instead_of = Some(wrong);
        assert_eq!(told(&s, "2026-10-20"), ["2026-10-20 QUALIFYING to RELEVANT"]);
    }
    #[test]
    fn a_call_and_a_visit_shape_no_status_and_nothing_is_read_anew_for_them() {
        let s = story(&format!("{LEFT}; 2026-10-01 rang; 2026-10-02 visited; 2026-10-03 no-answer; 2026-10-04 left"));
        let read = moments(&s.history(date(2026, 10, 5)));
        assert_eq!(read.iter().map(|(when, _)| day_of(*when)).collect::<Vec<_>>(), [date(2026, 10, 4)]);
    }
    #[test]
    fn a_move_that_ends_six_months_at_home_is_told_on_the_day_and_any_other_move_is_not() {
        let home = "2010-03-10 born; 2025-01-01 care V2/U6; 2026-05-31 left; 2026-05-31 home mother";
        let of = |lines: &str, on| told(&story(&format!("{home}; {lines}")), on);
        assert_eq!(of("2026-12-20 lives U1", "2026-12-20"), ["2026-12-20 QUALIFYING to RELEVANT"]);
        assert_eq!(
            of("2026-12-20 lives B1", "2026-12-20"),
            ["2026-12-20 QUALIFYING to RELEVANT"],
            "nobody said with whom"
        );
        assert_eq!(of("2026-12-01 lives U1; 2026-12-20 lives D1", "2026-12-25"), ["2026-12-01 QUALIFYING to RELEVANT"]);
    }
    #[test]
    fn a_decision_is_told_too() {
        let s =
            story(&format!("{LEFT}; 2026-05-31 left; 2026-09-01 recorded QUALIFYING; 2026-11-01 decided QUALIFYING"));
        assert_eq!(told(&s, "2026-11-01"), ["2026-11-01 RELEVANT to QUALIFYING"]);
        let s = story(&format!("{LEFT}; 2026-05-31 left; 2026-09-01 recorded QUALIFYING; 2026-11-01 decided RELEVANT"));
        assert_eq!(told(&s, "2026-11-01"), ["2026-11-01 RELEVANT to RELEVANT"], "also where it leaves what held");
    }
    #[test]
    fn before_18_it_is_asked_every_night_and_then_around_birthdays() {
        let next = |s: &Story, on| {
            let h = s.history(read(on).0);
            changes_on(&h, &s.norms).filter(|day| *day > h.today).min()
        };
        let s = story(LEFT);
        assert_eq!(next(&s, "2026-03-09"), Some(date(2026, 3, 10)));
        assert_eq!(next(&s, "2027-03-09"), Some(date(2027, 3, 10)));
        assert_eq!(
            next(&s, "2028-03-10"),
            Some(date(2028, 4, 10)),
            "a month after the birthday nobody is told of more"
        );
        assert_eq!(next(&s, "2028-04-10"), Some(date(2028, 12, 10)), "the 19th birthday is asked about in the 903");
        assert_eq!(next(&s, "2030-12-10"), Some(date(2031, 3, 10)));
        assert_eq!(next(&s, "2031-04-10"), Some(date(2032, 3, 10)), "nobody publishes how they are from 22 on");
        assert_eq!(next(&s, "2032-03-10"), Some(date(2035, 3, 10)));
        let spoken = story(&format!("{LEFT}; 2032-04-01 rang"));
        assert_eq!(next(&spoken, "2032-04-02"), Some(date(2032, 5, 28)), "eight weeks on we are no longer in touch");
        let never = story("2010-03-10 born");
        assert_eq!(next(&never, "2027-03-09"), None, "nobody asks");
        let told = story(&format!("{LEFT}; 2028-03-01 left; 2030-01-01 died"));
        assert_eq!(next(&told, "2030-01-05"), Some(date(2030, 1, 29)), "the notice is taken off");
    }
}
