//! What a looked after child is owed again and again: visits, reviews and what goes with them.
use super::{Town, care::Step, days::Duty};
use practice::{
    Date,
    care::{Ahead, Fact},
    day::{days_between, plus_days, plus_months, plus_weeks},
    people::Part,
};

impl Town {
    pub(super) fn visit_in_care(&mut self, child: usize, number: u32) {
        if self.spell(child).visits != number {
            return;
        }
        let mut pace = self.children[child].pace.clone();
        let seen = self.visit(&[child], &mut pace, "care");
        self.children[child].pace = pace;
        if !seen {
            let again = self.days.after(self.today, 2);
            return self.plan_care_step(child, again, Step::Visit(number));
        }
        let (due, slack) = self.next_visit_due(child);
        self.owe_in_care(child, Duty::Visit, due, slack, Step::Visit(number));
    }
    /// Care Planning Regulations 2010 reg 28: weekly where the home is not assessed yet, then by
    /// the sort of placement and how long it has lasted.
    fn next_visit_due(&mut self, child: usize) -> (Date, i64) {
        let today = self.today;
        let spell = self.spell(child);
        let at_home = spell.going.place == "P1";
        let weekly = spell.reviews == 0 && (spell.ahead.is_some() || at_home && spell.going.legal == "C1");
        let lasting = spell.long_term && days_between(spell.placed, today) > 365;
        match spell.ahead {
            _ if weekly => (plus_weeks(today, 1), 1),
            Some(Ahead::Regulation24) => (plus_weeks(today, 4), 4),
            _ if at_home && spell.going.legal == "C1" => (plus_weeks(today, 4), 4),
            _ if lasting && spell.fewer_visits => (plus_months(today, 6), 20),
            _ if lasting => (plus_months(today, 3), 10),
            _ => (plus_weeks(today, 6), 8),
        }
    }
    pub(super) fn review_care(&mut self, child: usize) {
        let who = self.holder(child, Part::ReviewingOfficer).unwrap_or_else(|| self.worker_of(child));
        let (about, age) = (self.children[child].about(), self.children[child].age(self.today));
        let chance = &mut self.children[child].pace.chance;
        let participation = match age {
            ..=3 => "PN0",
            4..=9 => chance.weigh(&[(30, "PN1"), (10, "PN3"), (40, "PN6"), (20, "PN7")]),
            _ => chance.weigh(&[(60, "PN1"), (8, "PN5"), (20, "PN6"), (12, "PN7")]),
        };
        // A few are opened, found wanting and finished a week later.
        let adjourned = !self.children[child].pace.steered && self.children[child].pace.chance.happens(15);
        self.say(who, about, Fact::ReviewHeld { participation: participation.into(), adjourned });
        if adjourned {
            let again = self.days.after(self.today, 5);
            return self.plan_care_step(child, again, Step::Review);
        }
        self.spell(child).reviews += 1;
        let months = if self.spell(child).reviews == 1 { 3 } else { 6 };
        let due = plus_months(self.today, months);
        self.owe_in_care(child, Duty::Review, due, if months == 3 { 8 } else { 15 }, Step::Review);
        if self.whole() {
            let due = self.days.after(self.today, 5);
            self.owe_in_care(child, Duty::ReviewRecord, due, 4, Step::SendDecisions);
            let midway = plus_months(self.today, 3);
            self.owe_in_care(child, Duty::Midway, midway, 20, Step::CheckMidway);
        }
    }
    pub(super) fn send_decisions(&mut self, child: usize) {
        self.say_as_reviewer(child, Fact::ReviewDecisionsSent);
    }
    pub(super) fn check_midway(&mut self, child: usize) {
        self.say_as_reviewer(child, Fact::MidwayCheckMade);
    }
    fn say_as_reviewer(&mut self, child: usize, fact: Fact) {
        let who = self.holder(child, Part::ReviewingOfficer).unwrap_or_else(|| self.worker_of(child));
        let about = self.children[child].about();
        self.say(who, about, fact);
    }
    pub(super) fn make_care_note(&mut self, child: usize) {
        let who = self.worker_of(child);
        self.note_about(who, child);
        let after = self.children[child].pace.chance.between(120, 220);
        let day = self.days.on_or_after(plus_days(self.today, after));
        self.plan_care_step(child, day, Step::MakeNote);
    }
}
