use super::*;
use practice::{
    History, Norms,
    access::Role,
    care,
    clock::{Owed, Standing},
    day::{date, day_of, plus_days, plus_hours, start_of},
    fact::Kept,
    front_door,
    people::{self, Part, Visit},
    workforce,
};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    sync::LazyLock,
};

pub(super) const LAST: Date = date(2026, 11, 22);

fn lived(seed: u64, size: Size, until: Date) -> Vec<Told> {
    let mut all = vec![];
    live(seed, size, until, &mut |told| all.push(told));
    all
}
/// A town, and its facts as the kernel would keep them, by subject.
pub(super) struct Lived {
    told: Vec<Told>,
    pub(super) by: HashMap<Subject, Vec<Kept>>,
    pub(super) norms: Norms,
}
/// One city and one small town serve every test that only looks.
pub(super) static CITY: LazyLock<Lived> = LazyLock::new(|| Lived::of(1, Size::City));
pub(super) static SMALL: LazyLock<Lived> = LazyLock::new(|| Lived::of(1, Size::Small));

impl Lived {
    fn of(seed: u64, size: Size) -> Lived {
        let told = lived(seed, size, LAST);
        let mut by: HashMap<Subject, Vec<Kept>> = HashMap::new();
        for (n, t) in told.iter().enumerate() {
            by.entry(t.subject).or_default().push(Kept {
                id: Id::from_u128(n as u128 + 1),
                happened: t.happened,
                at: t.at,
                recorded: t.recorded,
                who: t.who,
                source: t.source.into(),
                instead_of: None,
                why: String::new(),
                fact: t.fact.clone(),
            });
        }
        let norms = Norms::of(&History::new(by[&Subject::Service].clone(), LAST));
        Lived { told, by, norms }
    }
    pub(super) fn histories(&self) -> impl Iterator<Item = (Id, History)> {
        let children = self.by.iter().filter(|(subject, _)| matches!(subject, Subject::Child(_)));
        children.map(|(subject, facts)| (subject.id(), History::new(facts.clone(), LAST)))
    }
    fn history(&self, child: Id) -> History {
        History::new(self.by[&Subject::Child(child)].clone(), LAST)
    }
    pub(super) fn owed(&self, h: &History) -> Vec<Owed> {
        practice::clocks().flat_map(|clock| clock.ask(h, &self.norms)).collect()
    }
    /// What some clocks say: to ask every clock of everybody in a city takes most of a minute.
    pub(super) fn owed_by(&self, codes: &[&str], h: &History) -> Vec<Owed> {
        let asked = practice::clocks().filter(|clock| codes.contains(&clock.code));
        asked.flat_map(|clock| clock.ask(h, &self.norms)).collect()
    }
    fn of_workers(&self) -> impl Iterator<Item = (Id, &workforce::Fact)> {
        self.told.iter().filter_map(|t| match &t.fact {
            Fact::Workforce(fact) => Some((t.subject.id(), fact)),
            _ => None,
        })
    }
}
/// Noon on the last day.
pub(super) fn now() -> Timestamp {
    plus_hours(start_of(LAST), 12)
}

#[test]
fn the_same_seed_lives_the_same_life_and_another_seed_another() {
    let until = date(2023, 3, 1);
    assert_eq!(lived(7, Size::Small, until), lived(7, Size::Small, until));
    assert_ne!(lived(7, Size::Small, until), lived(8, Size::Small, until));
}
#[test]
fn a_town_lives_on_from_where_it_stopped() {
    for (size, first, then) in [
        (Size::Small, date(2022, 1, 1), date(2026, 11, 20)),
        (Size::Small, date(2026, 11, 20), date(2027, 3, 1)),
        (Size::City, date(2022, 5, 31), date(2022, 6, 20)),
    ] {
        let (short, long) = (lived(3, size, first), lived(3, size, then));
        assert!(short.len() < long.len());
        assert!(short[..] == long[..short.len()], "{size:?} until {first} is not how {then} begins");
        let missing = &long[short.len()..];
        assert!(
            missing.iter().all(|t| day_of(t.recorded) > first),
            "skipping what is recorded by {first} finds the rest"
        );
    }
}
#[test]
fn facts_come_in_the_order_of_recording_and_nothing_is_recorded_before_it_happened() {
    for town in [&*SMALL, &*CITY] {
        assert!(town.told.windows(2).all(|w| w[0].recorded < w[1].recorded));
        for t in &town.told {
            assert!(t.recorded < start_of(plus_days(LAST, 1)), "{t:?}");
            assert!(day_of(t.recorded) >= t.happened, "{t:?}");
            assert!(t.at.is_none_or(|at| at <= t.recorded && day_of(at) == t.happened), "{t:?}");
        }
    }
}
#[test]
fn every_code_is_of_its_set_on_its_day() {
    for t in &CITY.told {
        assert_eq!(t.fact.wrong_codes(t.happened), Vec::<String>::new(), "{t:?}");
    }
}
#[test]
fn no_child_has_two_referrals_open() {
    for town in [&*SMALL, &*CITY] {
        let mut open = HashSet::new();
        for t in &town.told {
            let Fact::FrontDoor(fact) = &t.fact else { continue };
            match fact {
                front_door::Fact::ReferralReceived { .. } => assert!(open.insert(t.subject), "{t:?}"),
                front_door::Fact::ReferralDecided { outcome, .. } if matches!(outcome.as_str(), "NFA" | "EH") => {
                    assert!(open.remove(&t.subject), "{t:?}")
                }
                front_door::Fact::CaseClosed { .. } => assert!(open.remove(&t.subject), "{t:?}"),
                _ => {}
            }
        }
    }
}
#[test]
fn nobody_is_looked_after_after_their_eighteenth_birthday() {
    let mut grown_up = 0;
    for (child, h) in CITY.histories() {
        let Some(eighteen) = h.birthday(18).filter(|d| *d <= LAST) else { continue };
        let said = |f: &Fact| {
            matches!(f, Fact::Care(care::Fact::PlacementBegan(_) | care::Fact::CeasedToBeLookedAfter { .. }))
        };
        let last = h.events(said).into_iter().next_back();
        if let Some(last) = last {
            assert!(last.on <= eighteen, "{child}");
            let ceased =
                h.kept(last.fact).is_some_and(|k| !matches!(k.fact, Fact::Care(care::Fact::PlacementBegan(_))));
            assert!(ceased, "{child} was looked after on the eighteenth birthday and nobody said that it ended");
            grown_up += 1;
        }
    }
    assert!(grown_up > 700, "{grown_up} grew up in care");
}

/// How many there are, as the practice crate says it.
#[derive(Debug, Default)]
struct Count {
    in_need: usize,
    on_plan: usize,
    looked_after: usize,
    care_leavers: usize,
}
fn count(town: &Lived) -> Count {
    let mut n = Count::default();
    for (_, h) in town.histories() {
        let adult = h.birthday(18).is_some_and(|d| d <= LAST);
        let advised = h.person().allocations(&h).iter().any(|a| a.part == Part::Adviser && a.ended.is_none());
        n.in_need += usize::from(h.front_door().referrals.iter().any(|r| r.holds(LAST)));
        n.on_plan += usize::from(h.protection().plans.iter().any(|p| p.holds(LAST)));
        n.looked_after += usize::from(h.care().periods.iter().any(|p| p.holds(LAST) && !p.short_breaks));
        n.care_leavers += usize::from(adult && advised);
    }
    // As the census counts: young people whom the council still helps are children in need.
    n.in_need += n.care_leavers;
    n
}
pub(super) fn near(what: &str, is: usize, target: usize) {
    assert!((is * 100).abs_diff(target * 100) <= target * 15, "{what}: {is}, and should be about {target}");
}
#[test]
fn a_city_is_as_large_as_nottingham() {
    let n = count(&CITY);
    near("children in need", n.in_need, 2500);
    near("children on protection plans", n.on_plan, 370);
    near("looked after children", n.looked_after, 640);
    near("care leavers", n.care_leavers, 600);
    // A third of them is what the returns ask of each child, and who works with whom.
    near("facts", CITY.told.len(), 270_000);
    let mut here = HashSet::new();
    for (worker, fact) in CITY.of_workers() {
        match fact {
            workforce::Fact::PostTaken { .. } => drop(here.insert(worker)),
            workforce::Fact::Left => drop(here.remove(&worker)),
            _ => {}
        }
    }
    near("workers", here.len(), 400);
    near("teams", CITY.of_workers().filter(|(_, f)| matches!(f, workforce::Fact::TeamFormed { .. })).count(), 40);
}
#[test]
fn a_small_town_has_about_sixty_children() {
    let children = SMALL.histories().count();
    assert!((50..=80).contains(&children), "{children}");
}
#[test]
fn everyone_named_lives_in_every_town() {
    for town in [&*SMALL, &*CITY] {
        for who in named::CHILDREN {
            let h = town.history(who.id);
            let unborn = who.name.strip_suffix(", not yet born");
            let called = unborn.map_or(who.name.to_string(), |family| format!("Unborn {family}"));
            assert_eq!(h.person().name().unwrap_or_default(), called);
            assert_eq!(h.born().is_none(), unborn.is_some());
        }
        for c in named::COLLEAGUES {
            let post = |(id, f): (Id, &workforce::Fact)| {
                matches!(f, workforce::Fact::PostTaken { name, role, team }
                    if id == c.id && name == c.name && *role == c.role && *team == named::TEAMS[c.team].id)
            };
            assert!(town.of_workers().any(post), "{}", c.name);
        }
    }
    let roles: HashSet<Role> = named::COLLEAGUES.iter().map(|c| c.role).collect();
    assert_eq!(roles.len(), 12, "one at least for each role that a person can have");
}
#[test]
fn named_people_have_the_same_story_in_every_town() {
    // Who screened a contact or was named by chance may differ; what was done and when may not.
    let who_works =
        |f: &Fact| matches!(f, Fact::People(people::Fact::Allocated { .. } | people::Fact::AllocationEnded { .. }));
    let story = |town: &Lived, child: Id| -> Vec<(Date, String)> {
        // A worker without a name may leave, and another takes over.
        let facts = town.by[&Subject::Child(child)].iter().filter(|k| !who_works(&k.fact));
        facts.map(|k| (k.happened, format!("{:?}", k.fact).split([' ', '{', '(']).take(2).collect())).collect()
    };
    let other = Lived::of(99, Size::Small);
    for who in named::CHILDREN {
        assert_eq!(story(&SMALL, who.id), story(&CITY, who.id), "{}", who.name);
        assert_eq!(story(&SMALL, who.id), story(&other, who.id), "{}", who.name);
    }
}
#[test]
fn grace_works_with_eighteen_children() {
    for town in [&*SMALL, &*CITY] {
        let with_grace = |h: &History| {
            let open = |a: &people::Allocation| a.worker == named::SOCIAL_WORKER && a.ended.is_none();
            h.person().allocations(h).iter().any(open)
        };
        assert_eq!(town.histories().filter(|(_, h)| with_grace(h)).count(), 18);
    }
}
#[test]
fn each_planted_fault_is_there_to_be_seen_from_its_day() {
    for town in [&*SMALL, &*CITY] {
        for f in PLANTED {
            let Some(clock) = f.clock else { continue };
            let owed = town.owed(&town.history(f.who));
            let late = owed.iter().filter(|o| o.clock == clock).filter_map(Owed::breached_from).map(day_of);
            let late: Vec<Date> = late.collect();
            assert!(late.contains(&f.on), "{}: {} was late from {late:?}, not {}", f.code, clock, f.on);
        }
    }
    let visits = |who: &named::Person| -> Vec<(Kept, Visit)> {
        let of = |k: &Kept| match &k.fact {
            Fact::People(people::Fact::Visited(v)) => Some((k.clone(), v.clone())),
            _ => None,
        };
        SMALL.by[&Subject::Child(who.id)].iter().filter_map(of).collect()
    };
    let maya = visits(&named::MAYA);
    assert!(maya.iter().any(|(_, v)| v.seen && !v.seen_alone && v.why_not_alone.is_none()), "not_seen_alone");
    let copied = |w: &[(Kept, Visit)]| w[0].1.notes == w[1].1.notes && w[0].1.childs_words == w[1].1.childs_words;
    assert!(maya.windows(2).any(copied), "copied_note");
    let late = |(k, _): &(Kept, Visit)| practice::day::days_between(k.happened, day_of(k.recorded)) == 12;
    assert!(visits(&named::DOMINIK).iter().any(late), "written_up_late");
    let nobody = SMALL.history(named::NAMELESS.id);
    assert!(nobody.person().allocations(&nobody).is_empty(), "unallocated");
}
#[test]
fn named_people_have_no_faults_but_the_planted() {
    // Late with what was planted: no notice of an arrangement, a decision untold, an assessment too long.
    let natural = ["Q01", "Q05", "C01", "A04"];
    for who in named::CHILDREN.iter().filter(|c| c.id != named::NAMELESS.id) {
        let h = SMALL.history(who.id);
        for o in SMALL.owed(&h).iter().filter(|o| o.breached_from().is_some_and(|b| b <= now())) {
            // A fault planted for the eldest is the whole family's.
            let family = ["P03", "P10", "P12", "P07", "N03", "N05"];
            let planted = PLANTED.iter().any(|f| f.who == who.id && f.clock == Some(o.clock));
            let shared = family.contains(&o.clock) && PLANTED.iter().any(|f| f.clock == Some(o.clock));
            assert!(
                planted || shared || natural.contains(&o.clock),
                "{}: {} {} is late and nobody planted it",
                who.name,
                o.clock,
                practice::case::written(o, now())
            );
        }
    }
}
#[test]
fn every_clock_stands_somewhere_and_in_a_city_the_common_ones_in_every_way() {
    let standings = |town: &Lived| {
        let mut stands: BTreeMap<&str, BTreeSet<Standing>> = BTreeMap::new();
        for o in town.histories().flat_map(|(_, h)| town.owed(&h)) {
            stands.entry(o.clock).or_default().insert(o.standing(now()));
        }
        for clock in practice::clocks() {
            assert!(stands.contains_key(clock.code), "{}: no standing in the whole town", clock.code);
        }
        stands
    };
    standings(&SMALL);
    let stands = standings(&CITY);
    for code in ["A01", "P07", "P10", "N03", "N04", "L05", "V02", "H03"] {
        for standing in [Standing::Running, Standing::Overdue, Standing::Met, Standing::MetLate] {
            assert!(stands[code].contains(&standing), "{code}: nothing is {}", standing.words());
        }
    }
    assert!(stands["L01"].contains(&Standing::Waived) && stands["V02"].contains(&Standing::Superseded));
}
#[test]
fn the_service_got_better() {
    let mut reviews = [(0, 0); 2];
    for (_, h) in CITY.histories() {
        for o in CITY.owed_by(&["L05"], &h).iter().filter(|o| o.due.is_some_and(|d| d.day() <= LAST)) {
            let Some(due) = o.due.map(practice::clock::Due::day) else { continue };
            if matches!(o.standing(now()), Standing::NotKnown | Standing::Superseded) {
                continue;
            }
            let n = match due.year() {
                2023 => 0,
                2026 => 1,
                _ => continue,
            };
            reviews[n].0 += usize::from(o.breached_from().is_some());
            reviews[n].1 += 1;
        }
    }
    let share = |(late, all): (usize, usize)| late * 1000 / all;
    assert!(share(reviews[0]) > 2 * share(reviews[1]), "{reviews:?}");
}
