//! Before the court is asked, and what it allows: pre-proceedings with a family, and a child who may be deprived of
//! liberty. The returns ask of both since April 2026.
use super::{Entry as Planned, Town, days::at_work, families::learner};
use practice::{
    Date, court,
    day::{date, plus_days},
    placements,
};

pub(super) struct Entry {
    child: usize,
    step: Step,
}
#[derive(Clone, Copy)]
enum Step {
    Warn,
    Meet,
    HoldFamilyMeeting,
    End,
    LibertyRunsOut,
}
const SINCE: Date = date(2026, 4, 1);

impl Town {
    /// The children stay on a plan for which little hope is left: a last chance, with lawyers.
    pub(super) fn begin_pre_proceedings(&mut self, case: usize) {
        let (fate, who) = (self.cases[case].fate, self.manager_of(self.case_worker(case)));
        if !fate.plan_leads_to_care || self.today < SINCE || self.cases[case].pace.steered {
            return;
        }
        for child in self.cases[case].members.clone() {
            let c = &mut self.children[child];
            if c.born.is_none() || std::mem::replace(&mut c.learned.in_pre_proceedings, true) {
                continue;
            }
            let about = c.about();
            self.say(who, about, court::Fact::PreProceedingsBegan);
            for (working_days, step) in
                [(3, Step::Warn), (13, Step::Meet), (20, Step::HoldFamilyMeeting), (40, Step::Meet), (70, Step::End)]
            {
                let at = at_work(self.days.after(self.today, working_days), &mut learner(self.children[child].id, 8));
                self.plan(at, Planned::Proceedings(Entry { child, step }));
            }
        }
    }
    pub(super) fn proceedings_entry(&mut self, Entry { child, step }: Entry) {
        if let Step::LibertyRunsOut = step {
            if self.children[child].learned.deprived_until.is_some_and(|until| until <= self.today) {
                self.children[child].learned.deprived_until = None;
            }
            return;
        }
        if !self.children[child].learned.in_pre_proceedings {
            return;
        }
        match step {
            Step::Warn => {
                self.say_as_worker(child, court::Fact::LetterBeforeProceedingsSent);
                self.say_as_worker(child, court::Fact::FamilyGroupMeetingOffered);
            }
            Step::Meet => self.say_as_worker(child, court::Fact::PreProceedingsMeetingHeld),
            Step::HoldFamilyMeeting => self.say_as_worker(child, court::Fact::FamilyGroupMeetingHeld),
            Step::End | Step::LibertyRunsOut => self.end_pre_proceedings(child, false),
        }
    }
    /// Help was enough, or the court is asked.
    pub(super) fn end_pre_proceedings(&mut self, child: usize, court_is_asked: bool) {
        if !std::mem::take(&mut self.children[child].learned.in_pre_proceedings) {
            return;
        }
        self.say_as_worker(child, court::Fact::PreProceedingsEnded { outcome: "A".into() });
        if court_is_asked {
            self.say_as_worker(child, court::Fact::LetterOfIssueSent);
            self.say_as_worker(child, court::Fact::CourtApplicationMade);
        }
    }

    /// In a children's home that may keep the child in, for three months.
    pub(super) fn deprive_of_liberty(&mut self, child: usize) {
        let (age, until) = (self.children[child].age(self.today), plus_days(self.today, 90));
        let chance = &mut learner(self.children[child].id, 9);
        let at_home = self.spell(child).going.place == "K2";
        if !at_home || self.today < SINCE || !(10..17).contains(&age) || !chance.happens(250) {
            return;
        }
        self.children[child].learned.deprived_until = Some(until);
        self.say_as_worker(child, placements::Fact::DeprivationOfLibertyAuthorised { until });
        let at = at_work(until, chance);
        self.plan(at, Planned::Proceedings(Entry { child, step: Step::LibertyRunsOut }));
    }
    /// The child goes to live elsewhere.
    pub(super) fn end_deprivation_of_liberty(&mut self, child: usize) {
        if self.children[child].learned.deprived_until.take().is_some_and(|until| until > self.today) {
            self.say_as_worker(child, placements::Fact::DeprivationOfLibertyEnded);
        }
    }
}
