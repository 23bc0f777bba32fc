//! Teams and workers: who is hired and leaves, who takes which child, who is on duty.
use super::{
    Entry as Planned, Town,
    days::{self, OPENED},
    named, names,
};
use practice::{
    Id, Subject,
    access::Role,
    calendar::is_weekend,
    day::{date, plus_days, plus_months},
    people::{Fact as Person, Part},
    workforce::{Fact, NamedPost},
};
use std::collections::BTreeSet;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Leadership,
    FrontDoor,
    OutOfHours,
    Assessment,
    LongTerm,
    Disability,
    LookedAfter,
    LeavingCare,
    Fostering,
    Reviewing,
}
/// As many as there are kinds.
pub(super) const KINDS: usize = Kind::Reviewing as usize + 1;

pub(super) struct Team {
    pub(super) id: Id,
    pub(super) manager: usize,
    pub(super) kind: Kind,
}
pub(super) struct Worker {
    pub(super) id: Id,
    role: Role,
    pub(super) team: usize,
    /// Everyone whom they work with now, and as what.
    holds: BTreeSet<(usize, Part)>,
    /// Takes new children as they come; named workers have their own.
    takes: bool,
    left: bool,
}
pub(super) enum Entry {
    Leave(usize),
    Join {
        team: usize,
        role: Role,
    },
    /// A child who was left without a worker gets one.
    Reallocate {
        child: usize,
        part: Part,
        kind: Kind,
    },
}

/// Kind, what its workers are, teams in a city, workers in a team besides its manager.
const PLAN: &[(Kind, Role, u64, u64)] = &[
    (Kind::FrontDoor, Role::FrontDoor, 2, 9),
    (Kind::OutOfHours, Role::OutOfHours, 1, 7),
    (Kind::Assessment, Role::SocialWorker, 8, 8),
    (Kind::LongTerm, Role::SocialWorker, 11, 9),
    (Kind::Disability, Role::SocialWorker, 2, 8),
    (Kind::LookedAfter, Role::SocialWorker, 7, 9),
    (Kind::LeavingCare, Role::PersonalAdviser, 4, 8),
    (Kind::Fostering, Role::SocialWorker, 3, 8),
    (Kind::Reviewing, Role::Chair, 2, 11),
];
const TREES: &[&str] = &[
    "Alder",
    "Ash",
    "Aspen",
    "Beech",
    "Birch",
    "Blackthorn",
    "Cedar",
    "Cherry",
    "Chestnut",
    "Elder",
    "Elm",
    "Hawthorn",
    "Hazel",
    "Holly",
    "Hornbeam",
    "Juniper",
    "Larch",
    "Lime",
    "Maple",
    "Medlar",
    "Oak",
    "Pear",
    "Pine",
    "Plum",
    "Poplar",
    "Rowan",
    "Spindle",
    "Spruce",
    "Sycamore",
    "Walnut",
    "Whitebeam",
    "Willow",
    "Yew",
];

impl Kind {
    pub(super) const fn words(self) -> &'static str {
        match self {
            Kind::Leadership => "Children's services leadership",
            Kind::FrontDoor => "Front door",
            Kind::OutOfHours => "Out of hours",
            Kind::Assessment => "Assessment",
            Kind::LongTerm => "Children in need and protection",
            Kind::Disability => "Disabled children",
            Kind::LookedAfter => "Children in care",
            Kind::LeavingCare => "Leaving care",
            Kind::Fostering => "Fostering",
            Kind::Reviewing => "Conference chairs and reviewing officers",
        }
    }
}

impl Town {
    pub(super) fn hire_everyone(&mut self) {
        self.hire_named();
        let guardian = Subject::Worker(self.workers[named::SERVICE_MANAGER_INDEX].id);
        let appointed = Fact::Appointed { to: NamedPost::CaldicottGuardian };
        self.say_of(named::DIRECTOR_INDEX, guardian, OPENED, appointed);
        for &(kind, role, teams, workers) in PLAN {
            let teams = self.size.of(teams);
            let known: Vec<usize> = (0..named::TEAMS.len()).filter(|t| named::TEAMS[*t].kind == kind).collect();
            for n in 0..teams.max(known.len() as u64) {
                let team = match usize::try_from(n).ok().and_then(|n| known.get(n)) {
                    Some(team) => *team,
                    None => self.form_team_with_manager(kind, n, teams),
                };
                let workers = if self.size == super::Size::Small { workers.min(3) } else { workers };
                for n in 0..workers {
                    let assistant = role == Role::SocialWorker && n + 1 == workers && workers > 3;
                    self.hire(team, if assistant { Role::Assistant } else { role });
                }
            }
        }
    }
    fn form_team_with_manager(&mut self, kind: Kind, n: u64, of: u64) -> usize {
        let id = self.chance.id();
        self.teams.push(Team { id, manager: self.workers.len(), kind });
        self.say_team_formed(id, &team_name(kind, n, of));
        let team = self.teams.len() - 1;
        let role = if kind == Kind::Reviewing { Role::ServiceManager } else { Role::TeamManager };
        self.teams[team].manager = self.hire(team, role);
        team
    }
    pub(super) fn say_team_formed(&mut self, id: Id, name: &str) {
        let fact = Fact::TeamFormed { name: name.into() };
        self.say_of(named::ADMINISTRATOR_INDEX, Subject::Team(id), OPENED, fact);
    }
    fn hire(&mut self, team: usize, role: Role) -> usize {
        let (id, name) = (self.chance.id(), names::worker(&mut self.chance));
        let takes = !matches!(role, Role::TeamManager | Role::ServiceManager | Role::Assistant);
        self.take_post(id, &name, role, team, takes)
    }
    pub(super) fn take_post(&mut self, id: Id, name: &str, role: Role, team: usize, takes: bool) -> usize {
        self.workers.push(Worker { id, role, team, holds: BTreeSet::new(), takes, left: false });
        if takes {
            self.takers[self.teams[team].kind as usize].push(self.workers.len() - 1);
        }
        let fact = Fact::PostTaken { name: name.into(), role, team: self.teams[team].id };
        let today = self.today;
        self.say_of(named::ADMINISTRATOR_INDEX, Subject::Worker(id), today, fact);
        if matches!(role, Role::SocialWorker | Role::TeamManager | Role::FrontDoor | Role::OutOfHours | Role::Chair) {
            let number = format!("SW{:06}", self.workers.len());
            let fact = Fact::RegistrationNumberLearned { number };
            self.say_of(named::ADMINISTRATOR_INDEX, Subject::Worker(id), today, fact);
        }
        self.workers.len() - 1
    }

    // Who does it.

    /// Whoever takes children there and has not left.
    fn those_in(&self, kind: Kind) -> &[usize] {
        &self.takers[kind as usize]
    }
    /// Whoever in these teams has the fewest children.
    pub(super) fn someone_in(&self, kind: Kind) -> usize {
        let fewest = self.those_in(kind).iter().min_by_key(|w| (self.workers[**w].holds.len(), **w));
        fewest.copied().unwrap_or(0)
    }
    /// Whoever answers at this hour.
    pub(super) fn screener(&mut self) -> usize {
        let hour = practice::day::local(self.now).hour();
        let open = (8..18).contains(&hour) && !is_weekend(self.today);
        let there = if open { Kind::FrontDoor } else { Kind::OutOfHours };
        *self.chance.pick(&self.takers[there as usize])
    }
    pub(super) fn front_door_manager(&mut self) -> usize {
        let screener = self.screener();
        self.manager_of(screener)
    }
    pub(super) fn manager_of(&self, worker: usize) -> usize {
        self.teams[self.workers[worker].team].manager
    }
    pub(super) fn service_manager(&self) -> usize {
        named::SERVICE_MANAGER_INDEX
    }
    pub(super) fn holder(&self, child: usize, part: Part) -> Option<usize> {
        self.children[child].holders[part as usize]
    }
    /// The child's worker, else whoever manages the front door.
    pub(super) fn worker_of(&self, child: usize) -> usize {
        self.holder(child, Part::Worker).unwrap_or(named::FRONT_DOOR_MANAGER_INDEX)
    }

    // Who takes which child.

    pub(super) fn allocate(&mut self, child: usize, part: Part, worker: usize) {
        let kind = |w: usize| self.teams[self.workers[w].team].kind;
        let why = match self.holder(child, part) {
            None => "FCONTA",
            Some(before) if self.workers[before].left => "LEFTRL",
            Some(before) if kind(before) != kind(worker) => "TSPROC",
            Some(_) => "MANAGE",
        };
        self.allocate_for(child, part, worker, why);
    }
    /// `why` as the return asks it of social workers.
    fn allocate_for(&mut self, child: usize, part: Part, worker: usize, why: &str) {
        if self.holder(child, part) == Some(worker) {
            return;
        }
        self.let_go(child, part);
        self.children[child].holders[part as usize] = Some(worker);
        self.workers[worker].holds.insert((child, part));
        let (who, about) = (self.manager_of(worker), self.children[child].about());
        let (w, team) = (self.workers[worker].id, self.teams[self.workers[worker].team].id);
        // The reasons are of the table that came in April 2023.
        let told = part == Part::Worker && self.today >= date(2023, 4, 1);
        let why = told.then(|| why.to_string());
        self.say(who, about, Person::Allocated { worker: w, team, part, why });
    }
    pub(super) fn deallocate(&mut self, child: usize, part: Part) {
        let Some(worker) = self.let_go(child, part) else { return };
        let (who, about) = (self.manager_of(worker), self.children[child].about());
        self.say(who, about, Person::AllocationEnded { worker: self.workers[worker].id, part });
    }
    fn let_go(&mut self, child: usize, part: Part) -> Option<usize> {
        let worker = self.children[child].holders[part as usize].take()?;
        self.workers[worker].holds.remove(&(child, part));
        Some(worker)
    }

    // Who comes and goes.

    /// Two in five left in the year of the bad judgement; one in six leaves now.
    pub(super) fn comings_and_goings_of_the_day(&mut self) {
        if !self.days.works(self.today) {
            return;
        }
        // In a million on each of the 255 working days of a year.
        let a_day = (100_000 + days::lateness(self.today) * 900) / 255;
        for worker in 0..self.workers.len() {
            let w = &self.workers[worker];
            if !w.takes || w.left || self.chance.times(a_day) == 0 {
                continue;
            }
            let at = days::hour(self.today, 17, &mut self.chance);
            self.plan(at, Planned::Workforce(Entry::Leave(worker)));
        }
    }
    pub(super) fn workforce_entry(&mut self, entry: Entry) {
        match entry {
            Entry::Leave(worker) => self.leave(worker),
            Entry::Join { team, role } => {
                self.hire(team, role);
            }
            Entry::Reallocate { child, part, kind } => {
                if self.holder(child, part).is_none() && !self.children[child].gone && self.still_wants(child, part) {
                    let worker = self.someone_in(kind);
                    self.allocate_for(child, part, worker, "LEFTRL");
                }
            }
        }
    }
    fn leave(&mut self, worker: usize) {
        let (team, role) = (self.workers[worker].team, self.workers[worker].role);
        let kind = self.teams[team].kind;
        if self.those_in(kind).len() < 2 {
            return;
        }
        self.workers[worker].left = true;
        self.takers[kind as usize].retain(|w| *w != worker);
        for (child, part) in self.workers[worker].holds.clone() {
            // Somebody new mostly that day; in bad years a child may wait for weeks without.
            if self.chance.happens(days::lateness(self.today) / 3) {
                self.deallocate(child, part);
                let wait = plus_days(self.today, self.chance.between(2, 30));
                let at = days::at_work(self.days.on_or_after(wait), &mut self.chance);
                self.plan(at, Planned::Workforce(Entry::Reallocate { child, part, kind }));
            } else {
                let next = self.someone_in(kind);
                self.allocate(child, part, next);
            }
        }
        let (who, about, today) = (self.teams[team].manager, Subject::Worker(self.workers[worker].id), self.today);
        self.say_of(who, about, today, Fact::Left);
        let day = self.days.on_or_after(plus_days(today, self.chance.between(5, 60)));
        let at = days::hour(day, 9, &mut self.chance);
        self.plan(at, Planned::Workforce(Entry::Join { team, role }));
    }
    fn still_wants(&self, child: usize, part: Part) -> bool {
        let c = &self.children[child];
        match part {
            Part::Worker => c.referred || c.care.is_some() || c.fostered_since.is_some(),
            Part::Chair => self.families[c.family].case.is_some_and(|case| self.cases[case].on_plan),
            Part::ReviewingOfficer | Part::SupervisingWorker => c.care.is_some(),
            Part::Adviser => true,
        }
    }
    /// Every day a manager by day, and a manager and somebody out of hours from the evening on.
    pub(super) fn rota_of_the_day(&mut self) {
        if self.today < plus_months(days::WHOLE, 6) {
            return;
        }
        let nth = |n: usize, of: &[usize]| of[n % of.len()];
        let day = usize::try_from(practice::day::days_between(OPENED, self.today)).unwrap_or(0);
        let managers: Vec<usize> = (0..self.teams.len())
            .filter(|t| matches!(self.teams[*t].kind, Kind::Assessment | Kind::LongTerm | Kind::LookedAfter))
            .map(|t| self.teams[t].manager)
            .collect();
        let nights = self.those_in(Kind::OutOfHours);
        let night_manager = self.manager_of(nights[0]);
        for (worker, by_day) in [(nth(day, &managers), true), (nth(day, nights), false), (night_manager, false)] {
            let (about, today) = (Subject::Worker(self.workers[worker].id), self.today);
            self.say_of(night_manager, about, today, Fact::OnDuty { day: by_day });
        }
    }
}
fn team_name(kind: Kind, n: u64, of: u64) -> String {
    match of {
        1 => kind.words().to_string(),
        _ => {
            let n = usize::try_from(n).unwrap_or(0);
            let round = n / TREES.len();
            let again = if round == 0 { String::new() } else { format!(" {}", round + 1) };
            let tree = TREES[(n * 7 + kind as usize * 5) % TREES.len()];
            format!("{}, {tree}{again}", kind.words())
        }
    }
}
