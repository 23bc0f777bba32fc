//! The child and family assessment: seen in a week, looked at by a manager twice, authorised within 45 working days.
use super::{
    Town,
    cases::Step,
    days::{self, Duty},
    workforce::Kind,
};
use practice::{
    Date,
    assessment::{Carer, Checkpoint, Fact},
    day::{date, plus_days},
    protection,
};

impl Town {
    pub(super) fn begin_assessment(&mut self, case: usize) {
        let (who, fate) = (self.case_worker(case), self.cases[case].fate);
        self.cases[case].assessing = true;
        self.say_of_each(case, who, Fact::AssessmentBegan);
        let day = |n: i64, town: &Town| town.days.after(town.today, n);
        // Enquiries see the child within the day, and bring the assessment to its end.
        if fate.referral == "S47" {
            return;
        }
        if self.whole() {
            let due = day(5, self);
            self.owe(case, Duty::ChildSeen, due, 4, Step::SeeInAssessment);
        }
        if self.whole() || self.cases[case].pace.steered {
            for (after, checkpoint) in [(10, Checkpoint::First), (25, Checkpoint::Second)] {
                if fate.assessment_takes > after {
                    let due = day(after, self);
                    self.owe(case, Duty::Checkpoint, due, 2, Step::Check(checkpoint));
                }
            }
            let draft = day((fate.assessment_takes - 3).max(5), self);
            self.plan_step(case, draft, Step::SendDraft);
        }
        let authorised = self.before_the_census(self.today, 45, day(fate.assessment_takes, self));
        self.plan_step(case, authorised, Step::Authorise);
    }
    /// Managers look at what is late before the census counts it: what has taken its working days by 31 March is done
    /// by then.
    pub(super) fn before_the_census(&self, began: Date, working_days: i64, done: Date) -> Date {
        let this_year = date(began.year(), 3, 31);
        let census = if began <= this_year { this_year } else { date(began.year() + 1, 3, 31) };
        // The referral that it is counted from was made some days before.
        let is_late = plus_days(began, -7) <= self.days.before(census, working_days);
        match is_late && done > census {
            true => self.days.before(census, 3),
            false => done,
        }
    }
    pub(super) fn check_assessment(&mut self, case: usize, checkpoint: Checkpoint) {
        let who = self.manager_of(self.case_worker(case));
        let words = match checkpoint {
            Checkpoint::First => {
                "Children seen. See father on his own, and ask the school for attendance since September."
            }
            Checkpoint::Second => "Picture is clear. Share the draft with the family before it comes to me.",
        };
        self.say_of_each(case, who, Fact::AssessmentReviewedByManager { checkpoint, words: words.into() });
    }
    pub(super) fn send_draft(&mut self, case: usize) {
        let who = self.case_worker(case);
        self.say_of_each(case, who, Fact::DraftSentToManager);
    }
    pub(super) fn authorise(&mut self, case: usize) {
        let outcome = self.cases[case].fate.assessment;
        self.sign_assessment(case, outcome);
        self.turn(case);
        match outcome {
            "CIN" => self.on_to_in_need_plan(case),
            "S47" => self.suspect_harm(case),
            // By agreement with the parents; brothers and sisters who stay are helped at home.
            "CLA" => {
                self.some_come_into_care(case);
                if !self.cases[case].members.is_empty() {
                    self.on_to_in_need_plan(case);
                }
            }
            _ => {
                let after = self.case_chance(case).between(1, 5);
                let day = self.days.after(self.today, after);
                self.plan_step(case, day, Step::Close(if outcome == "EH" { "RC9" } else { "RC8" }));
            }
        }
    }
    /// A manager authorises it, with what it found.
    pub(super) fn sign_assessment(&mut self, case: usize, outcome: &'static str) {
        if !std::mem::take(&mut self.cases[case].assessing) {
            return;
        }
        let who = self.manager_of(self.case_worker(case));
        let need = self.cases[case].fate.need;
        // Where there was cause for an enquiry, something was found.
        let found = if self.cases[case].enquiring { "CIN" } else { outcome };
        let factors = self.factors(case, need, found);
        self.say_of_each(case, who, Fact::AssessmentAuthorised { factors, outcome: outcome.into() });
        let whose = match need {
            "N2" => Some(Carer::Parent),
            "N3" => Some(Carer::Young),
            _ => None,
        };
        if let Some(whose) = whose.filter(|_| self.whole()) {
            self.ask_for_carer_assessment(case, who, whose);
        }
    }
    /// For one who comes into care or grows up before the enquiry or the assessment is done, they are.
    pub(super) fn conclude_for(&mut self, child: usize, enquiry: &str, assessment: &str) {
        let Some(case) = self.families[self.children[child].family].case else { return };
        if !self.cases[case].members.contains(&child) {
            return;
        }
        let (who, about) = (self.manager_of(self.worker_of(child)), self.children[child].about());
        if self.cases[case].enquiring {
            self.say(who, about, protection::Fact::EnquiryConcluded { outcome: enquiry.into() });
        }
        if self.cases[case].assessing {
            let factors = self.factors(case, "N1", "CLA");
            self.say(who, about, Fact::AssessmentAuthorised { factors, outcome: assessment.into() });
        }
    }
    fn factors(&mut self, case: usize, need: &str, outcome: &str) -> Vec<String> {
        let chance = self.case_chance(case);
        let factors: &[&str] = match (need, outcome) {
            (_, "NFA") if chance.happens(600) => &["21"],
            ("N2", _) => &["6A"],
            ("N3", _) => &["4B", "7A"],
            ("N4" | "N7", _) => &["20"],
            ("N6", _) => &["14A", "10A"],
            _ => chance.weigh(&[
                (30, &["3B", "17A"] as &[&str]),
                (25, &["16A", "4B"]),
                (15, &["2B", "16A"]),
                (10, &["18C"]),
                (8, &["1B", "3B"]),
                (6, &["24A", "13A"]),
                (6, &["4A", "15A"]),
            ]),
        };
        factors.iter().map(|f| f.to_string()).collect()
    }
    pub(super) fn ask_for_carer_assessment(&mut self, case: usize, who: usize, whose: Carer) {
        let Some(&child) = self.cases[case].members.iter().find(|c| self.children[**c].born.is_some()) else { return };
        if whose == Carer::Young && self.children[child].age(self.today) < 8 {
            return;
        }
        let about = self.children[child].about();
        self.say(who, about, Fact::CarerAssessmentAsked { whose });
        let due = self.days.after(self.today, 45);
        let pace = &mut self.cases[case].pace;
        if let Some(day) = pace.done(Duty::Assessment, due, 25, &self.days) {
            let at = days::at_work(day, &mut pace.chance);
            self.say_at(at, who, about, Fact::CarerAssessmentCompleted { whose });
        }
    }
    /// After an assessment or an enquiry that asks for help under a plan: on to a longer-term team.
    pub(super) fn on_to_in_need_plan(&mut self, case: usize) {
        if self.cases[case].fate.need != "N2" {
            self.hand_over(case, Kind::LongTerm);
        }
        let due = self.days.after(self.today, 10);
        self.owe(case, Duty::InNeedPlan, due, 6, Step::AgreeInNeedPlan);
    }
}
