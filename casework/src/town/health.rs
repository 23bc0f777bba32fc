//! The health of looked after children: assessments, teeth, immunisations, and how they feel.
use super::{Town, care::Step, days::Duty, families::learner};
use practice::{
    day::{plus_days, plus_months},
    health::Fact,
};

impl Town {
    pub(super) fn assess_health(&mut self, child: usize, initial: bool) {
        let age = self.children[child].age(self.today);
        let refused = !initial && age >= 14 && self.children[child].pace.chance.happens(60);
        match refused {
            true => self.say_as_worker(child, Fact::HealthAssessmentRefused),
            false => {
                // Its report comes within days, and both are written down then.
                let chance = &mut learner(self.children[child].id, 10);
                let chance = if self.whole() { &mut self.children[child].pace.chance } else { chance };
                let report = plus_days(self.today, chance.between(0, 6));
                let (who, about) = (self.worker_of(child), self.children[child].about());
                let recorded = practice::day::plus_hours(practice::day::start_of(report), 15);
                self.say_later(who, about, recorded, Fact::HealthAssessmentDone { initial, report: Some(report) });
            }
        }
        self.find_what_else(child, age);
        let due = plus_months(self.today, if age < 5 { 6 } else { 12 });
        self.owe_in_care(child, Duty::Health, due, 25, Step::AssessHealth { initial: false });
    }
    /// Whoever sees the child for it asks after a little one's growing and an older one's drinking and drugs.
    fn find_what_else(&mut self, child: usize, age: i64) {
        let chance = &mut learner(self.children[child].id, 1000 + u128::from(self.today.year().unsigned_abs()));
        if age < 5 {
            self.say_as_worker(child, Fact::DevelopmentCheckDone);
        } else if age > 12 && !self.children[child].pace.steered && chance.happens(40) {
            let received = chance.happens(600);
            let found = Fact::SubstanceMisuseFound { intervention_offered: true, intervention_received: received };
            self.say_as_worker(child, found);
        }
    }
    pub(super) fn check_teeth(&mut self, child: usize) {
        self.say_as_worker(child, Fact::DentalCheckDone);
        let due = plus_months(self.today, 12);
        self.owe_in_care(child, Duty::Dental, due, 40, Step::CheckTeeth);
    }
    pub(super) fn check_immunisations(&mut self, child: usize) {
        let up_to_date = self.children[child].pace.chance.happens(880);
        self.say_as_worker(child, Fact::ImmunisationsChecked { up_to_date });
        // What is missing is looked at again soon.
        let due = plus_months(self.today, if up_to_date { 12 } else { 2 });
        self.owe_in_care(child, Duty::Immunisations, due, 30, Step::CheckImmunisations);
    }
    /// From 4 to 16, each year from the first year in care on.
    pub(super) fn ask_questions(&mut self, child: usize) {
        if (4..17).contains(&self.children[child].age(self.today)) {
            let steered = self.children[child].pace.steered;
            let chance = &mut self.children[child].pace.chance;
            let not_done = chance.happens(60) && !steered;
            let fact = match not_done {
                true => Fact::SdqNotDone { reason: chance.weigh(&[(6, "SDQ2"), (2, "SDQ5"), (2, "SDQ3")]).into() },
                false => Fact::SdqDone { score: chance.around(2, 28) },
            };
            self.say_as_worker(child, fact);
            self.children[child].learned.questionnaire = Some(self.today);
        }
        let due = plus_months(self.today, 12);
        self.owe_in_care(child, Duty::Questionnaire, due, 25, Step::AskQuestions);
    }
}
