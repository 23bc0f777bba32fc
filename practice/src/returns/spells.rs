//! From which run to which something was found. Findings are known again by rule, child and the rows' own
//! days, never by their place in a file: a row that is put in above them changes nothing.
use super::facts::{Fact, Found, ReturnOf, Run};
use crate::{Id, Timestamp, fact::Kept};
use std::collections::{BTreeMap, BTreeSet};

/// Something found, from the run that found it first as it is to the one that did no longer.
#[derive(Clone, Debug, PartialEq)]
pub struct Spell<'a> {
    pub of: &'a ReturnOf,
    pub found: &'a Found,
    pub since: &'a Run,
    /// The run before had not found it at all; else its row has changed since.
    pub is_new: bool,
    pub until: Option<&'a Run>,
    /// The run that ended it found nothing in its place.
    pub is_fixed: bool,
}

/// Of all facts about one subject.
pub fn spells<'a>(facts: impl IntoIterator<Item = &'a Kept>) -> Vec<Spell<'a>> {
    let mut runs: Vec<(&Run, &[Found])> = facts
        .into_iter()
        .filter_map(|k| match &k.fact {
            crate::Fact::Returns(Fact::Found { run, found }) => Some((run, found.as_slice())),
            _ => None,
        })
        .collect();
    runs.sort_by_key(|(run, _)| (run.of.which.code(), &run.of.authority, run.of.year, run.of.preview, run.number));
    let mut all: Vec<Spell> = vec![];
    // Of the return that is being read: what stands, by what it is known.
    let mut open: BTreeMap<(&str, bool, &str, &str), usize> = BTreeMap::new();
    let mut of: Option<&ReturnOf> = None;
    for (run, found) in runs {
        if of.replace(&run.of) != Some(&run.of) {
            open.clear();
        }
        let now: BTreeSet<_> = found.iter().map(Found::same).collect();
        open.retain(|same, at| {
            let stays = now.contains(same);
            if !stays {
                (all[*at].until, all[*at].is_fixed) = (Some(run), true);
            }
            stays
        });
        for found in found {
            let before = open.get(&found.same()).copied();
            if before.is_some_and(|at| all[at].found == found) {
                continue;
            }
            if let Some(at) = before {
                all[at].until = Some(run);
            }
            open.insert(found.same(), all.len());
            let of = &run.of;
            all.push(Spell { of, found, since: run, is_new: before.is_none(), until: None, is_fixed: false });
        }
    }
    all
}

/// How many of `now` are new and how many were there before; how many of `before` are gone.
pub fn compare<T: Ord>(before: impl IntoIterator<Item = T>, now: impl IntoIterator<Item = T>) -> (usize, usize, usize) {
    let (before, now): (BTreeSet<T>, BTreeSet<T>) = (before.into_iter().collect(), now.into_iter().collect());
    let still = now.intersection(&before).count();
    (now.len() - still, still, before.len() - still)
}

/// Who explained it, when and how, if that still holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Explanation<'a> {
    pub words: &'a str,
    pub by: Id,
    pub at: Timestamp,
}
/// The explanation of a query whose row says today what it said then.
pub fn explanation<'a>(facts: impl IntoIterator<Item = &'a Kept>, spell: &Spell) -> Option<Explanation<'a>> {
    let holds = |k: &'a Kept| match &k.fact {
        crate::Fact::Returns(Fact::Explained { of, rule, digest, words })
            if of.same_return(spell.of) && *rule == spell.found.rule && *digest == spell.found.digest =>
        {
            Some(Explanation { words, by: k.who, at: k.recorded })
        }
        _ => None,
    };
    facts.into_iter().filter_map(holds).last()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{day::date, reported::Return, returns::Level};

    fn found(rule: &str, key: &str, says: &str, row: u32) -> Found {
        let row = super::super::FoundRow { table: "Episodes".into(), row, cells: vec![("DEC".into(), says.into())] };
        Found {
            rule: rule.into(),
            level: Level::Query,
            unclear: None,
            child: "1".into(),
            key: key.into(),
            digest: says.into(),
            rows: vec![row],
            others: 0,
        }
    }
    fn kept(n: u32, fact: Fact) -> Kept {
        Kept {
            id: Id::from_u128(n.into()),
            happened: date(2026, 11, 22),
            at: None,
            recorded: Timestamp::UNIX_EPOCH,
            who: Id::from_u128(7),
            source: "work".into(),
            instead_of: None,
            why: String::new(),
            fact: fact.into(),
        }
    }
    fn of(year: i16) -> ReturnOf {
        ReturnOf { which: Return::Ssda903, authority: "892".into(), year, preview: false }
    }
    fn run(number: u32, found: Vec<Found>) -> Kept {
        kept(number, Fact::Found { run: Run { id: Id::from_u128(number.into()), number, of: of(2026) }, found })
    }
    /// Since, whether new, until, whether fixed.
    fn told(facts: &[Kept]) -> Vec<(u32, bool, Option<u32>, bool)> {
        spells(facts).iter().map(|s| (s.since.number, s.is_new, s.until.map(|u| u.number), s.is_fixed)).collect()
    }

    #[test]
    fn what_is_found_again_is_still_there_and_what_is_not_was_fixed() {
        let (a, b) = (found("356", "2025-05-01", "x", 2), found("501", "2025-05-01", "y", 2));
        let facts = [run(1, vec![a.clone(), b]), run(2, vec![a.clone()]), run(3, vec![a])];
        assert_eq!(told(&facts), [(1, true, None, false), (1, true, Some(2), true)]);
    }
    #[test]
    fn a_row_that_moves_or_changes_is_not_new() {
        let facts = [run(1, vec![found("356", "k", "x", 2)]), run(2, vec![found("356", "k", "z", 9)])];
        assert_eq!(told(&facts), [(1, true, Some(2), false), (2, false, None, false)]);
    }
    #[test]
    fn what_comes_back_after_it_was_fixed_is_new() {
        let a = found("356", "k", "x", 2);
        let facts = [run(1, vec![a.clone()]), run(2, vec![]), run(3, vec![a])];
        assert_eq!(told(&facts), [(1, true, Some(2), true), (3, true, None, false)]);
    }
    #[test]
    fn another_years_return_neither_fixes_nor_continues_anything() {
        let a = found("356", "k", "x", 2);
        let next = Run { id: Id::from_u128(9), number: 1, of: of(2027) };
        let facts = [run(1, vec![a.clone()]), kept(9, Fact::Found { run: next, found: vec![a] })];
        assert_eq!(told(&facts), [(1, true, None, false), (1, true, None, false)]);
    }
    #[test]
    fn a_look_at_the_record_neither_fixes_nor_continues_what_a_file_said_and_shares_its_explanation() {
        let a = found("8530Q", "k", "x", 2);
        let look = Run { id: Id::from_u128(9), number: 1, of: ReturnOf { preview: true, ..of(2026) } };
        let explained = Fact::Explained {
            of: of(2026),
            rule: "8530Q".into(),
            digest: "x".into(),
            words: "Born abroad; the papers were seen".into(),
        };
        let seen = kept(9, Fact::Found { run: look, found: vec![a.clone()] });
        let facts = [run(1, vec![a]), kept(50, explained), seen, run(2, vec![])];
        assert_eq!(told(&facts), [(1, true, Some(2), true), (1, true, None, false)]);
        assert!(spells(&facts).iter().all(|s| explanation(&facts, s).is_some()));
    }
    #[test]
    fn what_is_said_again_without_a_change_need_not_be_said() {
        let a = found("356", "k", "x", 2);
        assert_eq!(
            told(&[run(1, vec![a.clone()]), run(3, vec![])]),
            told(&[run(1, vec![a.clone()]), run(2, vec![a]), run(3, vec![])])
        );
    }
    #[test]
    fn an_explanation_holds_until_the_row_changes_and_again_when_it_is_as_it_was() {
        let explained = Fact::Explained {
            of: of(2026),
            rule: "8530Q".into(),
            digest: "x".into(),
            words: "Born abroad; the papers were seen".into(),
        };
        let row = |says| found("8530Q", "k", says, 2);
        let facts = [run(1, vec![row("x")]), kept(50, explained), run(2, vec![row("z")]), run(3, vec![row("x")])];
        let all = spells(&facts);
        let held: Vec<bool> = all.iter().map(|s| explanation(&facts, s).is_some()).collect();
        assert_eq!(held, [true, false, true]);
        let other = found("8535Q", "k", "x", 2);
        assert_eq!(explanation(&facts, &Spell { found: &other, ..all[0].clone() }), None, "each rule asks for its own");
    }
    #[test]
    fn runs_are_compared_by_what_was_found() {
        assert_eq!(compare([1, 2, 3], [2, 3, 4, 5]), (2, 2, 1));
    }
}
