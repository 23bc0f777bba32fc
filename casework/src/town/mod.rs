//! An invented town, lived day by day.
//!
//! A children's services authority of invented people, from a seed: the same seed and size make the
//! same town on every machine. It opens on 1 January 2022 with the children it took over from an
//! older system, is judged inadequate that summer, and gets better. Each morning contacts arrive;
//! some become referrals, assessments, enquiries, plans; some children come into care, move, are
//! reviewed and leave; workers do what is due, mostly in time.
//!
//! All that comes out is [`Told`]: a fact in what will be its envelope, in the order of recording.
//! Nothing looks at the day on which the story stops, so living to a later day says the same and
//! then more: a town can live the days that it has missed.
//!
//! Inside, a diary holds what is going to happen. Each entry, when its moment comes, says facts and
//! puts what follows into the diary: one file for each part of the work. People with a name known to
//! everyone ([`named`]) live a written story in every size of town, with the faults that [`PLANTED`] lists.
mod adoption;
mod asked;
mod assessment;
mod care;
mod care_duties;
mod cases;
mod chance;
mod days;
mod education;
mod families;
mod fates;
mod front_door;
mod goings;
mod health;
mod in_need;
mod leavers;
mod leavers_living;
mod missing;
pub mod named;
mod names;
mod opening;
mod orders;
mod plans;
mod planted;
mod private_fostering;
mod proceedings;
mod protection;
mod school_years;
mod stories;
mod stories_of_care;
mod stories_of_leavers;
mod visits;
mod words;
mod workforce;
mod young;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_leavers;

pub use days::{Duty, How, Slip};
pub use families::AUTHORITY;
pub use planted::{Fault, PLANTED, WRONG_CATEGORIES};

use cases::Case;
use chance::Chance;
use days::Days;
use families::{Child, Family};
use practice::{Date, Fact, Id, Subject, Timestamp, day};
use std::collections::BTreeMap;
use workforce::{Team, Worker};

/// A fact, with what its envelope will say.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub recorded: Timestamp,
    pub who: Id,
    pub subject: Subject,
    pub happened: Date,
    pub at: Option<Timestamp>,
    pub source: &'static str,
    pub fact: Fact,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// About 60 children, most of them the named ones: for tests.
    Small,
    /// About Nottingham's: 2,500 children in need, 640 looked after, 370 on protection plans.
    City,
    /// Ten cities, for load.
    Tenfold,
}
impl Size {
    /// How much of a city this is, in thousandths.
    fn thousandths(self) -> u64 {
        match self {
            Size::Small => 6,
            Size::City => 1000,
            Size::Tenfold => 10_000,
        }
    }
    /// `city` of something in a city is how much here?
    fn of(self, city: u64) -> u64 {
        (city * self.thousandths()).div_ceil(1000)
    }
}

/// Live the town from its first day to `until`, included, telling every fact in order of `recorded`.
pub fn live(seed: u64, size: Size, until: Date, tell: &mut impl FnMut(Told)) {
    let end = day::start_of(day::plus_days(until, 1));
    let mut town = Town::open(seed, size);
    let mut last = Timestamp::MIN;
    loop {
        let next = town.diary.first_key_value().map_or(Timestamp::MAX, |((at, _), _)| *at);
        // Whatever the next entry says is recorded at its moment or later.
        while let Some(said) = town.outbox.first_entry().filter(|said| said.key().0 < next.min(end)) {
            let told = said.remove();
            // Two facts never share a moment of recording: their order must not be left to chance.
            let recorded = told.recorded.max(just_after(last));
            if recorded >= end {
                return;
            }
            last = recorded;
            tell(Told { recorded, ..told });
        }
        if next >= end || !town.turn_a_page() {
            return;
        }
    }
}

fn just_after(moment: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(moment.as_microsecond() + 1).unwrap_or(moment)
}

/// What may stand in the diary, a variant per part of the work.
enum Entry {
    Morning,
    Arrival(front_door::Arrival),
    /// About a family's case; falls away when the case has turned since.
    Case {
        case: usize,
        turn: u32,
        step: cases::Step,
    },
    /// About a child in care; falls away when that time in care is over.
    Care {
        child: usize,
        spell: u32,
        step: care::Step,
    },
    Missing(missing::Entry),
    PrivateFostering(private_fostering::Entry),
    Orders(orders::Entry),
    Asked(asked::Entry),
    Proceedings(proceedings::Entry),
    /// Nothing but a fact, said when its moment comes.
    Say {
        who: usize,
        about: Subject,
        fact: Box<Fact>,
    },
    Workforce(workforce::Entry),
    CloseAfterCare {
        child: usize,
        spell: u32,
        reason: &'static str,
    },
    AdviserEnds {
        child: usize,
    },
    /// About a young person who leaves or has left care.
    Leaver {
        child: usize,
        step: leavers::Step,
    },
    Birth {
        child: usize,
    },
    Eighteen {
        child: usize,
    },
    Story(stories::Entry),
}

struct Town {
    size: Size,
    now: Timestamp,
    today: Date,
    days: Days,
    /// What happens to the town as a whole; children and cases have a chance of their own.
    chance: Chance,
    /// What is going to happen, by moment and then in the order in which it was planned.
    diary: BTreeMap<(Timestamp, u64), Entry>,
    /// What has been said, by moment of recording.
    outbox: BTreeMap<(Timestamp, u64), Told>,
    number: u64,
    teams: Vec<Team>,
    workers: Vec<Worker>,
    /// Who takes new children, by [`workforce::Kind`].
    takers: [Vec<usize>; workforce::KINDS],
    families: Vec<Family>,
    children: Vec<Child>,
    cases: Vec<Case>,
    /// Families whose case is over, who may come again.
    known: Vec<usize>,
}

impl Town {
    fn open(seed: u64, size: Size) -> Town {
        let opened = day::start_of(days::OPENED);
        let mut town = Town {
            size,
            now: opened,
            today: days::OPENED,
            days: Days::new(),
            chance: Chance::of(seed),
            diary: BTreeMap::new(),
            outbox: BTreeMap::new(),
            number: 0,
            teams: vec![],
            workers: vec![],
            takers: Default::default(),
            families: vec![],
            children: vec![],
            cases: vec![],
            known: vec![],
        };
        town.hire_everyone();
        town.enter_school_years();
        town.take_over_children();
        town.write_stories();
        town.plan(opened, Entry::Morning);
        town
    }
    fn turn_a_page(&mut self) -> bool {
        let Some(((at, _), entry)) = self.diary.pop_first() else { return false };
        self.now = at;
        self.today = day::day_of(at);
        match entry {
            Entry::Morning => self.morning(),
            Entry::Arrival(arrival) => self.arrive(arrival),
            Entry::Case { case, turn, step } if self.cases[case].turn == turn => self.case_step(case, step),
            Entry::Care { child, spell, step } if self.in_spell(child, spell) => self.care_step(child, step),
            Entry::Case { .. } | Entry::Care { .. } => {}
            Entry::Missing(entry) => self.missing_entry(entry),
            Entry::PrivateFostering(entry) => self.private_fostering_entry(entry),
            Entry::Say { who, about, fact } => self.say(who, about, *fact),
            Entry::Orders(entry) => self.orders_entry(entry),
            Entry::Asked(entry) => self.asked_entry(entry),
            Entry::Proceedings(entry) => self.proceedings_entry(entry),
            Entry::Workforce(entry) => self.workforce_entry(entry),
            Entry::CloseAfterCare { child, spell, reason } => self.close_after_care(child, spell, reason),
            Entry::AdviserEnds { child } => self.end_adviser(child),
            Entry::Leaver { child, step } => self.leaver_step(child, step),
            Entry::Birth { child } => self.birth(child),
            Entry::Eighteen { child } => self.eighteen(child),
            Entry::Story(entry) => self.story_entry(entry),
        }
        true
    }
    /// Each day at six in the morning: what the day brings, and the next morning.
    fn morning(&mut self) {
        self.contacts_of_the_day();
        self.orders_of_the_day();
        self.private_fostering_of_the_day();
        self.comings_and_goings_of_the_day();
        self.rota_of_the_day();
        self.asked_of_the_day();
        let next = day::plus_days(self.today, 1);
        self.plan(day::moment(next.at(6, 0, 0, 0)), Entry::Morning);
    }
    fn plan(&mut self, at: Timestamp, entry: Entry) {
        self.number += 1;
        self.diary.insert((at.max(self.now), self.number), entry);
    }
    /// Is the whole of the work written down by now?
    fn whole(&self) -> bool {
        self.today >= days::WHOLE
    }
    /// It is going to happen at that moment, whatever comes between.
    fn say_at(&mut self, at: Timestamp, who: usize, about: Subject, fact: impl Into<Fact>) {
        self.plan(at, Entry::Say { who, about, fact: Box::new(fact.into()) });
    }
    /// Part of the work that is written down only since the whole of it is.
    fn say_since_whole(&mut self, who: usize, about: Subject, fact: impl Into<Fact>) {
        if self.whole() {
            self.say(who, about, fact);
        }
    }
    /// It happens at this moment and is recorded at once.
    fn say(&mut self, who: usize, about: Subject, fact: impl Into<Fact>) {
        let now = self.now;
        self.say_later(who, about, now, fact);
    }
    /// It happens at this moment and is recorded later.
    fn say_later(&mut self, who: usize, about: Subject, recorded: Timestamp, fact: impl Into<Fact>) {
        let (happened, at) = (self.today, Some(self.now));
        self.post(who, about, happened, at, recorded, fact.into());
    }
    /// It happened on an earlier day, whose hour nobody wrote down.
    fn say_of(&mut self, who: usize, about: Subject, day: Date, fact: impl Into<Fact>) {
        let now = self.now;
        self.post(who, about, day, None, now, fact.into());
    }
    fn post(
        &mut self,
        who: usize,
        subject: Subject,
        happened: Date,
        at: Option<Timestamp>,
        recorded: Timestamp,
        fact: Fact,
    ) {
        let who = self.workers[who].id;
        self.post_as(who, subject, happened, at, recorded, fact);
    }
    /// A young person says it themself, on their own page.
    fn say_of_themself(&mut self, child: usize, fact: impl Into<Fact>) {
        let (about, today, now) = (self.children[child].about(), self.today, self.now);
        self.post_as(about.id(), about, today, Some(now), now, fact.into());
    }
    fn post_as(
        &mut self,
        who: Id,
        subject: Subject,
        happened: Date,
        at: Option<Timestamp>,
        recorded: Timestamp,
        fact: Fact,
    ) {
        self.number += 1;
        let recorded = recorded.max(self.now);
        let told = Told { recorded, who, subject, happened, at, source: "work", fact };
        self.outbox.insert((recorded, self.number), told);
    }
}
