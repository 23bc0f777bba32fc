//! A child in need plan: agreed within a fortnight, reviewed, visited, and asked after when it grows long.
use super::{Town, cases::Step, days::Duty};
use practice::{
    day::{plus_days, plus_months, plus_weeks},
    protection::Fact,
};

impl Town {
    pub(super) fn agree_in_need_plan(&mut self, case: usize) {
        let who = self.case_worker(case);
        self.cases[case].in_need = true;
        self.say_of_each(case, who, Fact::InNeedPlanAgreed);
        for (months, senior) in [(9, false), (12, true)] {
            let due = plus_months(self.today, months);
            self.owe(case, Duty::LongPlan, due, 10, Step::ReviewLongPlan { senior });
        }
        self.work_in_need_plan(case);
    }
    pub(super) fn work_in_need_plan(&mut self, case: usize) {
        let first = plus_weeks(self.today, 6);
        self.owe(case, Duty::InNeedReview, first, 5, Step::ReviewInNeed);
        let ends = self.days.on_or_after(plus_days(self.today, self.cases[case].fate.in_need_lasts));
        self.plan_step(case, ends, Step::EndInNeedPlan);
        self.next_visit_in_need(case);
        self.plan_note(case);
    }
    fn next_visit_in_need(&mut self, case: usize) {
        let due = self.days.after(self.today, 20);
        self.owe(case, Duty::Visit, due, 5, Step::VisitInNeed);
    }
    pub(super) fn visit_in_need(&mut self, case: usize) {
        match self.visit_family(case, "in_need") {
            true => self.next_visit_in_need(case),
            false => self.try_again(case, Step::VisitInNeed),
        }
    }
    pub(super) fn review_in_need(&mut self, case: usize) {
        if self.whole() {
            let who = self.case_worker(case);
            self.say_of_each(case, who, Fact::InNeedPlanReviewed);
        }
        let due = plus_months(self.today, 3);
        self.owe(case, Duty::InNeedReview, due, 10, Step::ReviewInNeed);
    }
    pub(super) fn review_long_plan(&mut self, case: usize, senior: bool) {
        if !self.whole() {
            return;
        }
        let manager = self.manager_of(self.case_worker(case));
        let who = if senior { self.service_manager() } else { manager };
        self.say_of_each(case, who, Fact::LongInNeedPlanReviewed { senior });
    }
    pub(super) fn end_in_need_plan(&mut self, case: usize) {
        if std::mem::take(&mut self.cases[case].fate.in_need_escalates) {
            return self.suspect_harm(case);
        }
        let who = self.manager_of(self.case_worker(case));
        self.cases[case].in_need = false;
        self.say_of_each(
            case,
            who,
            Fact::InNeedPlanEnded { why: "What the plan set out to change has changed.".into() },
        );
        self.turn(case);
        let (after, reason) = (self.case_chance(case).between(1, 9), self.cases[case].fate.closes);
        let day = self.days.after(self.today, after);
        self.plan_step(case, day, Step::Close(reason));
    }
}
