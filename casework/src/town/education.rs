//! The schooling of looked after children: a personal education plan each term, and a school to go to.
use super::{Town, care::Step, days::Duty};
use practice::{
    day::{birthday, days_between, plus_days, plus_months},
    education::Fact,
};

impl Town {
    /// From three years of age: a younger child's is made at the third birthday.
    pub(super) fn plan_first_education_plan(&mut self, child: usize) {
        let third = self.children[child].born.map_or(self.today, |born| birthday(born, 3));
        if self.children[child].age(self.today) < 18 {
            let due = self.after_school_days(self.today.max(third), 10);
            self.owe_in_care(child, Duty::EducationPlan, due, 4, Step::MakeEducationPlan);
        }
    }
    pub(super) fn make_education_plan(&mut self, child: usize) {
        self.write_as_worker(child, Fact::EducationPlanMade);
        self.plan_education_review(child);
    }
    pub(super) fn review_education_plan(&mut self, child: usize) {
        if self.children[child].age(self.today) > 17 {
            return;
        }
        self.write_as_worker(child, Fact::EducationPlanReviewed);
        self.plan_education_review(child);
    }
    pub(super) fn plan_education_review(&mut self, child: usize) {
        let (due, slack) = match self.next_term(self.today) {
            Some((first, last)) => (plus_days(last, -3), days_between(first, last) - 12),
            None => (plus_months(self.today, 4), 30),
        };
        self.owe_in_care(child, Duty::EducationPlan, due, slack, Step::ReviewEducationPlan);
    }
    pub(super) fn lose_school(&mut self, child: usize) {
        self.write_as_worker(
            child,
            Fact::SchoolPlaceLost { why: "The new home is too far from the old school.".into() },
        );
        let due = self.after_school_days(self.today, 20);
        self.owe_in_care(child, Duty::SchoolPlace, due, 15, Step::FindSchool);
    }
    pub(super) fn find_school(&mut self, child: usize) {
        self.write_as_worker(child, Fact::SchoolPlaceFound { urn: None, full_time: true });
    }
}
