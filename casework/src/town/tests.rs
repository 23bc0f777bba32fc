use super::*;
use practice::{
    care,
    day::{birthday, date, day_of},
    front_door, people, protection, workforce,
};
use std::collections::{BTreeMap, HashMap, HashSet};

const LAST: Date = date(2026, 11, 22);
fn lived(seed: u64, size: Size, until: Date) -> Vec<Told> {
    let mut all = vec![];
    live(seed, size, until, &mut |t| all.push(t));
    all
}
/// Who is what at the end, folded from the facts as plainly as possible.
#[derive(Default)]
struct Standing {
    in_need: HashSet<Id>,
    on_plan: HashSet<Id>,
    in_need_plan: HashSet<Id>,
    looked_after: HashSet<Id>,
    advised: HashSet<Id>,
    workers: HashSet<Id>,
    teams: HashSet<Id>,
    allocated: HashMap<Id, HashMap<Id, ()>>,
    names: BTreeMap<String, usize>,
}
fn standing(all: &[Told]) -> Standing {
    let mut s = Standing::default();
    let mut born: HashMap<Id, Date> = HashMap::new();
    for t in all {
        let id = t.subject.id();
        let json = serde_json::to_value(&t.fact).unwrap();
        let (part, inner) = json.as_object().unwrap().iter().next().unwrap();
        let name = inner
            .as_str()
            .map(str::to_string)
            .unwrap_or_else(|| inner.as_object().unwrap().keys().next().unwrap().clone());
        *s.names.entry(format!("{part}.{name}")).or_default() += 1;
        match &t.fact {
            Fact::People(people::Fact::Registered(i)) => {
                if let Some(b) = i.born {
                    born.insert(id, b);
                }
            }
            Fact::People(people::Fact::Allocated { worker, part, .. }) => {
                if *part == Part::Adviser && born.get(&id).is_some_and(|b| birthday(*b, 18) <= LAST) {
                    s.advised.insert(id);
                }
                if *part == Part::Adviser {
                    s.allocated.entry(id).or_default().insert(*worker, ());
                }
            }
            Fact::People(people::Fact::AllocationEnded { part: Part::Adviser, .. }) => {
                s.advised.remove(&id);
            }
            Fact::FrontDoor(front_door::Fact::ReferralReceived { .. }) => {
                s.in_need.insert(id);
            }
            Fact::FrontDoor(front_door::Fact::CaseClosed { .. }) => {
                s.in_need.remove(&id);
            }
            Fact::FrontDoor(front_door::Fact::ReferralDecided { outcome, .. })
                if matches!(outcome.as_str(), "NFA" | "EH") =>
            {
                s.in_need.remove(&id);
            }
            Fact::Care(care::Fact::PlacementBegan(p)) if !p.short_break => {
                s.looked_after.insert(id);
            }
            Fact::Care(care::Fact::CeasedToBeLookedAfter { .. }) => {
                s.looked_after.remove(&id);
            }
            Fact::Protection(protection::Fact::ConferenceHeld { outcome, .. }) => {
                match outcome {
                    protection::ConferenceOutcome::Plan => s.on_plan.insert(id),
                    _ => s.on_plan.remove(&id),
                };
            }
            Fact::Protection(protection::Fact::InNeedPlanAgreed) => {
                s.in_need_plan.insert(id);
            }
            Fact::Protection(protection::Fact::InNeedPlanEnded { .. }) => {
                s.in_need_plan.remove(&id);
            }
            Fact::Workforce(workforce::Fact::PostTaken { .. }) => {
                s.workers.insert(id);
            }
            Fact::Workforce(workforce::Fact::Left) => {
                s.workers.remove(&id);
            }
            Fact::Workforce(workforce::Fact::TeamFormed { .. }) => {
                s.teams.insert(id);
            }
            _ => {}
        }
    }
    s
}
#[test]
fn measures() {
    let t0 = std::time::Instant::now();
    let all = lived(1, Size::City, LAST);
    println!("{} facts in {:?}", all.len(), t0.elapsed());
    for y in 2022..=2026 {
        for m in [3, 9] {
            let d = date(y, m, 30);
            let upto: Vec<Told> = all.iter().filter(|t| day_of(t.recorded) <= d).cloned().collect();
            let s = standing(&upto);
            println!(
                "{d}: in need {}, cin plan {}, on plan {}, looked after {}, advised {}, workers {}, teams {}, facts {}",
                s.in_need.len(),
                s.in_need_plan.len(),
                s.on_plan.len(),
                s.looked_after.len(),
                s.advised.len(),
                s.workers.len(),
                s.teams.len(),
                upto.len()
            );
        }
    }
    let s = standing(&all);
    println!(
        "end: in need {}, cin plan {}, on plan {}, looked after {}, advised {}, workers {}, teams {}",
        s.in_need.len(),
        s.in_need_plan.len(),
        s.on_plan.len(),
        s.looked_after.len(),
        s.advised.len(),
        s.workers.len(),
        s.teams.len()
    );
    for (n, c) in &s.names {
        println!("{c:7} {n}");
    }
}
