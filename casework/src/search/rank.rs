//! How near a record is to what was typed. Both databases find by the same keys; the order is made here.
use super::whose;
use crate::people::{heading::heading, keys};
use kernel::{Error, Reading, Value};
use practice::{
    Date, Id, Timestamp,
    access::{Act, Record, Worker, grant},
};
use serde::{Deserialize, Serialize};

const FOUND: &str = include_str!("sql/found.sql");
pub(super) const QUESTIONS: &[&str] = &[FOUND];
const KEYS: [&str; 12] = ["k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9", "k10", "k11"];

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Found {
    pub id: Id,
    /// Itself; or the record that was found, where somebody said that this is another of the same child.
    same_as: Id,
    /// Records among those found that somebody said are of the same child.
    #[serde(skip)]
    others: Vec<Id>,
    name: Option<String>,
    preferred_name: Option<String>,
    born: Option<Date>,
    expected: Option<Date>,
    pub restricted: bool,
    by_number: bool,
    by_born: bool,
    by_postcode: bool,
    worker: Option<String>,
    team: Option<String>,
    mine: bool,
    my_teams: bool,
    names_me: bool,
    opened: bool,
    broken: bool,
}
/// What was typed: the words of names apart, each with the keys under which it is found.
pub(super) struct Typed {
    names: Vec<Word>,
    keys: Vec<String>,
}
struct Word {
    text: String,
    keys: Vec<(&'static str, String)>,
}
/// From here two words are one name, spelt in two ways.
const ALIKE: f64 = 0.9;

impl Typed {
    pub fn new(text: &str) -> Typed {
        let mut keys: Vec<String> = vec![];
        for (_, key) in keys::of_words(text) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        Typed { names: words(text), keys }
    }
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }
    /// The records of the reader's reach that share something with it, the nearest first.
    pub async fn find(&self, reading: &mut Reading) -> Result<Vec<(Score, Found)>, Error> {
        let key = |n: usize| self.keys.get(n).map(String::as_str);
        let given: Vec<(&'static str, Value)> = KEYS.iter().enumerate().map(|(n, k)| (*k, key(n).into())).collect();
        Ok(self.rank(reading.ask(FOUND, &given).await?))
    }
    /// Each record once. Another record of the same child is as near as the one that was found.
    fn rank(&self, found: Vec<Found>) -> Vec<(Score, Found)> {
        let (own, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|f| f.id == f.same_as);
        let mut ranked: Vec<(Score, Found)> = own.into_iter().map(|found| (self.score(&found), found)).collect();
        for mut other in others {
            let of = |id: Id| ranked.iter().position(|(_, f)| f.id == id);
            let Some(score) = of(other.same_as).map(|n| ranked[n].0) else { continue };
            match of(other.id) {
                Some(n) => {
                    ranked[n].1.others.push(other.same_as);
                    if ranked[n].0.points < score.points {
                        ranked[n].0 = score;
                    }
                }
                None => {
                    other.others.push(other.same_as);
                    ranked.push((score, other));
                }
            }
        }
        // Of one child's records the one that was found stands before those that came with it.
        let key = |f: &Found| (f.id != f.same_as, f.id);
        ranked.sort_by(|(a, x), (b, y)| b.points.total_cmp(&a.points).then(key(x).cmp(&key(y))));
        ranked
    }
    pub fn score(&self, found: &Found) -> Score {
        let called = [found.name.as_deref(), found.preferred_name.as_deref()];
        let called: Vec<Word> = called.into_iter().flatten().flat_map(words).collect();
        let likeness: Vec<f64> =
            self.names.iter().map(|typed| called.iter().map(|word| typed.like(word)).fold(0.0, f64::max)).collect();
        let alike = likeness.iter().filter(|l| **l >= ALIKE).count();
        let mean = likeness.iter().sum::<f64>() / likeness.len().max(1) as f64;
        let worth = |is: bool, points: f64| if is { points } else { 0.0 };
        Score {
            points: mean + worth(found.by_number, 2.0) + worth(found.by_born, 0.6) + worth(found.by_postcode, 0.3),
            // One shared name is a coincidence; two, or one and a birthday, are a child to be told of.
            close: found.by_number || alike >= 2 || (found.by_born && (alike >= 1 || found.by_postcode)),
            by_name: alike > 0,
        }
    }
}
#[derive(Clone, Copy, Debug)]
pub(super) struct Score {
    pub points: f64,
    /// Near enough to say "this child may be known".
    pub close: bool,
    by_name: bool,
}
impl Word {
    /// 1 for the same word, nearly 1 for one that sounds the same or is a known variant of it.
    fn like(&self, other: &Word) -> f64 {
        if self.text == other.text {
            return 1.0;
        }
        let shares = self.keys.iter().any(|key| other.keys.contains(key));
        strsim::jaro_winkler(&self.text, &other.text).max(if shares { 0.95 } else { 0.0 })
    }
}
/// The words of a text that are names, written plainly.
fn words(text: &str) -> Vec<Word> {
    let of_one = |word: &str| {
        let keys: Vec<_> =
            keys::of_words(word).into_iter().filter(|(kind, _)| matches!(*kind, "name" | "sound")).collect();
        let text = keys.iter().find(|(kind, _)| *kind == "name").map(|(_, text)| text.clone())?;
        Some(Word { text, keys })
    };
    text.split([' ', ',', '-']).filter_map(of_one).collect()
}

/// A record as a list of what was found shows it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Line {
    pub id: Id,
    pub name: String,
    pub preferred: Option<String>,
    pub age: String,
    pub ring: String,
    /// `name, date of birth`.
    pub by: String,
    /// It opens at once; otherwise with a reason.
    pub in_reach: bool,
    /// Other records that somebody said are of this child.
    pub same: Vec<Line>,
}
/// A child once, with their other records under the nearest.
pub(super) fn lines(found: &[(Score, Found)], who: &Worker, now: Timestamp, today: Date) -> Vec<Line> {
    let line = |(score, f): &(Score, Found)| f.line(score, who, now, today);
    let mut left: Vec<&(Score, Found)> = found.iter().collect();
    let mut lines = vec![];
    while !left.is_empty() {
        let first = left.remove(0);
        let (same, others): (Vec<_>, Vec<_>) =
            left.into_iter().partition(|o| o.1.others.contains(&first.1.id) || first.1.others.contains(&o.1.id));
        lines.push(Line { same: same.into_iter().map(line).collect(), ..line(first) });
        left = others;
    }
    lines
}
impl Found {
    /// As the table of grants answers: what search found is not yet in reach.
    pub fn in_reach(&self, who: &Worker, now: Timestamp) -> bool {
        let openings = [(self.opened, false), (self.broken, true)];
        let record = Record {
            child: Id::nil(),
            restricted: self.restricted,
            allocated: [self.mine.then_some((who.id, Id::nil())), self.my_teams.then_some((Id::nil(), who.team))]
                .into_iter()
                .flatten()
                .collect(),
            named: self.names_me.then_some(who.id).into_iter().collect(),
            conflicts: vec![], // narrowed away before
            openings: openings.iter().filter(|o| o.0).map(|o| (who.id, Timestamp::MAX, o.1)).collect(),
        };
        grant(who.role, Act::ViewChild).is_some_and(|g| g.reach.holds(who, &record, now))
    }
    pub fn line(&self, score: &Score, who: &Worker, now: Timestamp, today: Date) -> Line {
        let by = [
            (score.by_name, "name"),
            (self.by_born, "date of birth"),
            (self.by_postcode, "postcode"),
            (self.by_number, "number"),
        ];
        let by: Vec<&str> = by.into_iter().filter(|(is, _)| *is).map(|(_, words)| words).collect();
        Line {
            id: self.id,
            name: heading(self.name.as_deref(), None, self.id),
            preferred: self.preferred_name.clone(),
            age: whose::age(self.born, self.expected, today),
            ring: whose::ring(self.worker.as_deref(), self.team.as_deref()),
            by: if self.id != self.same_as {
                "what somebody said: it is another record of the same child".into()
            } else if by.is_empty() {
                "a name that sounds like it".into()
            } else {
                by.join(", ")
            },
            in_reach: self.in_reach(who, now),
            same: vec![],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::access::Role;

    fn found(name: &str) -> Found {
        Found {
            id: Id::nil(),
            same_as: Id::nil(),
            others: vec![],
            name: Some(name.into()),
            preferred_name: None,
            born: None,
            expected: None,
            restricted: false,
            by_number: false,
            by_born: false,
            by_postcode: false,
            worker: None,
            team: None,
            mine: false,
            my_teams: false,
            names_me: false,
            opened: false,
            broken: false,
        }
    }
    #[test]
    fn a_name_is_near_in_either_order_and_as_it_sounds() {
        for typed in ["Catherine O'Brien", "obrien kathryn", "O'BRIEN, Katherine"] {
            let score = Typed::new(typed).score(&found("Catherine O'Brien"));
            assert!(score.close && score.points > 0.9, "{typed}: {score:?}");
        }
        let typed = Typed::new("Catherine O'Brien");
        assert!(!typed.score(&found("Catherine Smith")).close, "one name is a coincidence");
        assert!(typed.score(&found("Catherine O'Brien")).points > typed.score(&found("Kathryn Obrien")).points);
    }
    #[test]
    fn two_records_of_one_child_are_found_as_one_whichever_of_them_has_the_name() {
        let (maya, imported, other) = (Id::from_u128(1), Id::from_u128(2), Id::from_u128(3));
        let is = |id, same_as, name: &str| Found { id, same_as, ..found(name) };
        let all = [is(maya, maya, "Maya Halliday"), is(imported, maya, "Child 1042"), is(other, other, "Maya Smith")];
        let ranked = Typed::new("maya halliday").rank(all.to_vec());
        let close: Vec<Id> = ranked.iter().filter(|(s, _)| s.close).map(|(_, f)| f.id).collect();
        assert_eq!(close, [maya, imported], "a check hears of both");
        let who = Worker { id: Id::nil(), name: String::new(), role: Role::FrontDoor, team: Id::nil() };
        let lines = lines(&ranked, &who, Timestamp::UNIX_EPOCH, practice::day::date(2026, 11, 22));
        let shown: Vec<(Id, Vec<Id>)> = lines.iter().map(|l| (l.id, l.same.iter().map(|s| s.id).collect())).collect();
        assert_eq!(shown, [(maya, vec![imported]), (other, vec![])]);
        let number = |f: Found| Found { by_number: true, ..f };
        let second = [number(is(imported, imported, "Child 1042")), is(maya, imported, "Maya Halliday")];
        let ranked = Typed::new("1042").rank(second.to_vec());
        assert_eq!(ranked[0].1.id, imported, "what was asked for stands first");
        // Both have the number that was typed: still one child, under the nearer.
        let both = [
            is(maya, maya, "Maya Halliday"),
            is(imported, maya, "Child 1042"),
            number(is(imported, imported, "Child 1042")),
            number(is(maya, imported, "Maya Halliday")),
        ];
        let ranked = Typed::new("1042").rank(both.to_vec());
        assert_eq!(ranked.iter().map(|(_, f)| f.id).collect::<Vec<_>>().len(), 2);
        let today = practice::day::date(2026, 11, 22);
        assert_eq!(super::lines(&ranked, &who, Timestamp::UNIX_EPOCH, today).len(), 1);
    }
    #[test]
    fn one_name_and_the_birthday_are_enough() {
        let typed = Typed::new("Amina 3/5/2014");
        assert!(typed.score(&Found { by_born: true, ..found("Amina Yusuf") }).close);
        assert!(!typed.score(&found("Amina Yusuf")).close);
        assert!(!typed.score(&Found { by_born: true, ..found("George Hill") }).close, "born on the same day");
    }
    #[test]
    fn what_was_found_is_in_reach_as_the_table_of_grants_says() {
        let worker =
            Worker { id: Id::from_u128(1), name: String::new(), role: Role::SocialWorker, team: Id::from_u128(9) };
        let now = Timestamp::UNIX_EPOCH;
        assert!(!found("A B").in_reach(&worker, now));
        assert!(Found { my_teams: true, ..found("A B") }.in_reach(&worker, now));
        assert!(Found { opened: true, ..found("A B") }.in_reach(&worker, now));
        assert!(!Found { opened: true, restricted: true, ..found("A B") }.in_reach(&worker, now));
        let manager = Worker { role: Role::TeamManager, ..worker };
        assert!(found("A B").in_reach(&manager, now));
    }
}
