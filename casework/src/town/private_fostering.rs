//! Children who live with somebody who is not family: found out, visited, decided on, visited again.
use super::{
    Entry as Planned, Town,
    days::{self, Duty, hour},
    workforce::Kind,
};
use practice::{
    Date,
    day::{days_between, plus_days, plus_weeks},
    people::Part,
    private_fostering::{Fact, Notifier},
};

#[derive(Clone, Copy)]
pub(super) struct Entry {
    child: usize,
    step: Step,
}
#[derive(Clone, Copy)]
enum Step {
    Notify,
    Begin,
    Visit,
    Decide,
    End,
}

impl Town {
    pub(super) fn private_fostering_of_the_day(&mut self) {
        let times = self.a_year(24);
        for _ in 0..times {
            let age = self.chance.between(9, 14);
            let family = self.new_family(&[age], false);
            let child = self.families[family].children[0];
            let at = hour(self.today, self.chance.between(9, 16), &mut self.chance);
            self.plan(at, Planned::PrivateFostering(Entry { child, step: Step::Notify }));
        }
    }
    pub(super) fn private_fostering_entry(&mut self, Entry { child, step }: Entry) {
        match step {
            Step::Notify => {
                let worker = self.someone_in(Kind::Assessment);
                // Hardly anybody gives the six weeks' notice that the regulations ask for.
                let ahead = self.children[child].pace.chance.weigh(&[(20, 50), (20, 20), (60, -30)]);
                self.notify_arrangement(child, worker, ahead);
            }
            Step::Begin => self.begin_arrangement(child),
            Step::Visit => self.visit_arrangement(child),
            Step::Decide => self.say_as_worker(child, Fact::ArrangementDecided { suitable: true }),
            Step::End => self.end_arrangement(child),
        }
    }
    /// The council learns of it `ahead` days before it begins, or after it began.
    pub(super) fn notify_arrangement(&mut self, child: usize, worker: usize, ahead: i64) {
        let who = self.screener();
        self.register(who, &[child]);
        self.relate_all(&[child], who);
        self.allocate(child, Part::Worker, worker);
        let begins = plus_days(self.today, ahead);
        let by = if ahead > 0 { Notifier::Carer } else { Notifier::Other };
        let planned = (ahead > 0).then(|| plus_days(self.today, -7));
        let about = self.children[child].about();
        let fact = Fact::ArrangementNotified { by, begins: Some(begins), planned, emergency: false };
        self.say(who, about, fact);
        match ahead > 0 {
            true => self.next(child, begins, Step::Begin),
            false => {
                let fact = self.arrangement(child);
                self.say_of(who, about, begins, fact);
            }
        }
        self.children[child].fostered_since = Some(self.today);
        let first = self.days.after(self.today, 7);
        self.owe_arrangement(child, Duty::Visit, first, 4, Step::Visit);
        let decision = self.days.after(self.today, 42);
        self.owe_arrangement(child, Duty::Arrangement, decision, 15, Step::Decide);
        if !self.children[child].pace.steered {
            let ends = plus_days(begins.max(self.today), self.children[child].pace.chance.between(70, 650));
            self.next(child, ends, Step::End);
        }
    }
    fn arrangement(&mut self, child: usize) -> Fact {
        let carer = super::names::worker(&mut self.children[child].pace.chance);
        Fact::ArrangementBegan { carer, close_relative: false, disabled: false, days: Some(180) }
    }
    fn begin_arrangement(&mut self, child: usize) {
        let fact = self.arrangement(child);
        self.say_as_worker(child, fact);
    }
    fn visit_arrangement(&mut self, child: usize) {
        let Some(since) = self.children[child].fostered_since else { return };
        let mut pace = self.children[child].pace.clone();
        let seen = self.visit(&[child], &mut pace, "care");
        self.children[child].pace = pace;
        // Six-weekly in the first year, then twelve-weekly (SI 2005/1533 reg 8).
        let weeks = if days_between(since, self.today) < 365 { 6 } else { 12 };
        let due = if seen { plus_weeks(self.today, weeks) } else { plus_days(self.today, 3) };
        self.owe_arrangement(child, Duty::Visit, due, 6, Step::Visit);
    }
    fn end_arrangement(&mut self, child: usize) {
        self.say_as_worker(child, Fact::ArrangementEnded { why: "Went home to mother.".into() });
        self.children[child].fostered_since = None;
        self.deallocate(child, Part::Worker);
    }
    fn owe_arrangement(&mut self, child: usize, duty: Duty, due: Date, slack: i64, step: Step) {
        if let Some(day) = self.children[child].pace.done(duty, due, slack, &self.days) {
            self.next(child, day, step);
        }
    }
    fn next(&mut self, child: usize, day: Date, step: Step) {
        let at = days::at_work(self.days.on_or_after(day), &mut self.children[child].pace.chance);
        self.plan(at, Planned::PrivateFostering(Entry { child, step }));
    }
    /// How often today, of what happens so many times a year in a city.
    pub(super) fn a_year(&mut self, times: u64) -> u64 {
        let a_day = times * 1_000_000 / 365 * self.size.thousandths() / 1000;
        self.chance.times(a_day)
    }
}
