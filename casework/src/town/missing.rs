//! Going missing, coming back, and being asked why.
use super::{
    Entry as Planned, Town,
    care::Step,
    days::{Duty, hour},
};
use practice::{
    Timestamp,
    day::{plus_days, plus_hours},
    missing::Fact,
};

pub(super) enum Entry {
    Back { child: usize, offer: bool },
    Hold { child: usize },
}
const INTERVIEWER: &str = "Return interview service";

impl Town {
    pub(super) fn plan_next_run(&mut self, child: usize) {
        let chance = &mut self.children[child].pace.chance;
        let after = chance.weigh(&[(4, 12), (3, 40), (3, 120)]) + chance.between(0, 25);
        let day = plus_days(self.today, after);
        let c = &mut self.children[child];
        let at = hour(day, c.pace.chance.between(16, 23), &mut c.pace.chance);
        let spell = c.spells;
        self.plan(at, Planned::Care { child, spell, step: Step::RunAway });
    }
    pub(super) fn run_away(&mut self, child: usize) {
        self.go_missing(child, None);
        self.plan_next_run(child);
    }
    /// For so many hours, or as chance has it.
    pub(super) fn go_missing(&mut self, child: usize, hours: Option<i64>) {
        if std::mem::replace(&mut self.children[child].missing, true) {
            return;
        }
        let chance = &mut self.children[child].pace.chance;
        let kind = if chance.happens(750) { "M" } else { "A" };
        let away =
            hours.unwrap_or_else(|| chance.weigh(&[(60, 5), (25, 14), (10, 40), (5, 90)]) + chance.between(0, 6));
        let told_after = chance.between(3, 22);
        self.say_as_worker(child, Fact::WentMissing { kind: kind.into() });
        let today = self.today;
        self.children[child].runs.push(today);
        let found = plus_hours(self.now, away);
        if away > 20 && self.whole() {
            let late = if self.in_time(child, Duty::SeniorManager) { 0 } else { 26 };
            let told = plus_hours(self.now, told_after + late);
            if told < found {
                let (who, about) = (self.worker_of(child), self.children[child].about());
                let name = super::named::SERVICE_MANAGER.to_string();
                self.say_at(told, who, about, Fact::SeniorManagerTold { name });
            }
        }
        let offer = self.whole();
        self.plan(found, Planned::Missing(Entry::Back { child, offer }));
    }
    pub(super) fn missing_entry(&mut self, entry: Entry) {
        match entry {
            Entry::Back { child, offer } => self.come_back(child, offer),
            Entry::Hold { child } => self.hold_return_interview(child),
        }
    }
    fn come_back(&mut self, child: usize, offer: bool) {
        self.children[child].missing = false;
        if self.children[child].care.is_none() {
            return;
        }
        self.say_as_worker(child, Fact::Found);
        if !offer {
            return;
        }
        let (who, about) = (self.worker_of(child), self.children[child].about());
        let late = if self.in_time(child, Duty::SafeAndWell) { 0 } else { 48 };
        let check = self.hours_on(child, 1 + late, 12 + late);
        self.say_at(check, who, about, Fact::SafeAndWellCheckDone);
        let offered = self.hours_on(child, 8, 24);
        if self.children[child].pace.slip(Duty::ReturnInterview, self.today).is_none() {
            let by = INTERVIEWER.to_string();
            self.say_at(offered, who, about, Fact::ReturnInterviewOffered { by, independent: true });
            let later = if self.in_time(child, Duty::ReturnInterview) { (26, 60) } else { (75, 200) };
            let held = self.hours_on(child, later.0, later.1);
            self.plan(held, Planned::Missing(Entry::Hold { child }));
        }
        if self.ran_often(child) {
            let due = self.days.after(self.today, 4);
            let pace = &mut self.children[child].pace;
            if let Some(day) = pace.done(Duty::MissingMeeting, due, 2, &self.days) {
                let at = hour(day, 11, &mut pace.chance);
                self.say_at(at, who, about, Fact::StrategyMeetingHeld);
            }
        }
    }
    fn hold_return_interview(&mut self, child: usize) {
        let fact = match !self.children[child].pace.steered && self.children[child].pace.chance.happens(280) {
            true => Fact::ReturnInterviewRefused { why: "Says there is nothing to talk about.".into() },
            false => Fact::ReturnInterviewHeld { by: INTERVIEWER.into(), independent: true },
        };
        self.say_as_worker(child, fact);
    }
    /// Three times within ninety days ask for a meeting of the police and partners.
    fn ran_often(&self, child: usize) -> bool {
        let since = plus_days(self.today, -90);
        self.children[child].runs.iter().filter(|day| **day >= since).count() >= 3
    }
    fn in_time(&mut self, child: usize, duty: Duty) -> bool {
        self.children[child].pace.done(duty, self.today, 0, &self.days) == Some(self.days.on_or_before(self.today))
    }
    fn hours_on(&mut self, child: usize, low: i64, high: i64) -> Timestamp {
        plus_hours(self.now, self.children[child].pace.chance.between(low, high))
    }
}
