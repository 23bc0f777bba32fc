//! From the decision that a child should be adopted to the adoption.
use super::{Town, care::Step, families::learner};
use practice::{day::plus_days, permanence::Fact};

impl Town {
    /// Decided, ordered by the court, matched, placed, adopted: each in its turn, and never two on one day.
    pub(super) fn plan_adoption(&mut self, child: usize, after: i64, reason: &'static str) {
        let since = self.spell(child).since;
        let with_carers = self.spell(child).going.place == "U5";
        let steps = [
            (20, Step::DecideAdoption),
            (40, Step::MakeOrder("E1")),
            (50, Step::MatchWithAdopters),
            (60, Step::Move(if with_carers { "A5" } else { "A6" })),
            (100, Step::Leave(reason)),
        ];
        let mut earliest = plus_days(self.today, 1);
        for (percent, step) in steps {
            let day = self.days.on_or_after(plus_days(since, after * percent / 100).max(earliest));
            // On the last day of a year in care the health of the whole year is asked, and no adoption (rule 187).
            let day = if (day.month(), day.day()) == (3, 31) { self.days.after(day, 1) } else { day };
            self.plan_care_step(child, day, step);
            earliest = plus_days(day, 10);
        }
    }
    pub(super) fn match_with_adopters(&mut self, child: usize) {
        let (number, sexes, legal_status) = learner(self.children[child].id, 5).weigh(&[
            (6, (2, "MF", "L11")),
            (2, (2, "MF", "L3")),
            (1, (2, "FF", "L12")),
            (1, (2, "MM", "L2")),
            (2, (1, "F1", "L0")),
        ]);
        let (sexes, legal_status) = (sexes.into(), legal_status.into());
        self.say_as_worker(child, Fact::MatchedWithAdopters { number, sexes, legal_status });
    }
    pub(super) fn decide_adoption(&mut self, child: usize) {
        self.say_as_worker(child, Fact::PlacementForAdoptionDecided);
    }
}
