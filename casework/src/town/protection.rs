//! Enquiries under section 47, conferences and child protection plans.
use super::{
    Entry, Town,
    cases::Step,
    days::{Duty, at_work},
    named,
    workforce::Kind,
};
use practice::{
    assessment,
    day::{plus_days, plus_hours, plus_months},
    people::Part,
    protection::{Agency, Conference, ConferenceOutcome, Fact},
};

impl Town {
    pub(super) fn suspect_harm(&mut self, case: usize) {
        self.turn(case);
        let who = self.manager_of(self.case_worker(case));
        if self.whole() {
            self.say_of_each(case, who, Fact::SignificantHarmSuspected);
        }
        let due = self.days.after(self.today, 1);
        self.owe(case, Duty::Enquiry, due, 1, Step::DiscussStrategy);
    }
    pub(super) fn discuss_strategy(&mut self, case: usize) {
        let who = self.manager_of(self.case_worker(case));
        let mut agencies = vec![Agency::SocialCare, Agency::Police, Agency::Health];
        if self.case_chance(case).happens(500) {
            agencies.push(Agency::Education);
        }
        (self.cases[case].strategy, self.cases[case].enquiring) = (self.today, true);
        // An enquiry is made by way of an assessment: where none is going on, it begins.
        if !std::mem::replace(&mut self.cases[case].assessing, true) {
            self.say_of_each(case, who, assessment::Fact::AssessmentBegan);
        }
        self.say_of_each(
            case,
            who,
            Fact::StrategyDiscussionHeld { enquiry_begins: true, agencies, see_child_by: None },
        );
        if self.whole() {
            let hours = self.case_chance(case).between(2, 21);
            let (at, turn) = (plus_hours(self.now, hours), self.cases[case].turn);
            self.plan(at, Entry::Case { case, turn, step: Step::SeeInEnquiry });
        }
        // Five days before a conference would be due, so that its reports can be written.
        let due = self.days.after(self.today, 10);
        let (today, pace) = (self.today, &mut self.cases[case].pace);
        if let Some(day) = pace.done(Duty::Enquiry, due, 4, &self.days) {
            // So that there is time for the conference.
            let sooner = self.before_the_census(today, 15, day);
            let day = if sooner < day { self.days.before(sooner, 5) } else { day };
            self.plan_step(case, day, Step::ConcludeEnquiry);
        }
    }
    pub(super) fn conclude_enquiry(&mut self, case: usize) {
        let (who, outcome) = (self.manager_of(self.case_worker(case)), self.cases[case].fate.enquiry);
        self.say_of_each(case, who, Fact::EnquiryConcluded { outcome: outcome.into() });
        self.sign_assessment(case, if outcome == "NFA" { "NFA" } else { "CIN" });
        self.cases[case].enquiring = false;
        match (outcome, self.cases[case].in_need) {
            ("ICPC", _) => self.call_initial_conference(case, Conference::Initial),
            // The plan that there was goes on for a while.
            (_, true) => {
                let lasts = self.case_chance(case).between(60, 150);
                self.cases[case].fate.in_need_lasts = lasts;
                self.turn(case);
                self.work_in_need_plan(case);
            }
            ("NFA", false) => {
                let day = self.days.after(self.today, 3);
                self.plan_step(case, day, Step::Close("RC7"));
            }
            (_, false) => self.on_to_in_need_plan(case),
        }
    }
    pub(super) fn call_initial_conference(&mut self, case: usize, kind: Conference) {
        self.hand_over(case, Kind::LongTerm);
        let chair = match self.cases[case].given {
            Some(_) => named::CHAIR_INDEX,
            None => self.someone_in(Kind::Reviewing),
        };
        for child in self.cases[case].members.clone() {
            self.allocate(child, Part::Chair, chair);
        }
        let due = self.days.after(self.cases[case].strategy, 15);
        let earliest = self.days.after(self.today, 3);
        let pace = &mut self.cases[case].pace;
        if let Some(day) = pace.done(Duty::InitialConference, due, 3, &self.days) {
            let day = self.before_the_census(self.cases[case].strategy, 15, day);
            self.arrange(case, kind, day.max(earliest));
        }
    }
    /// A conference is on a working day, and its report with the family before.
    fn arrange(&mut self, case: usize, kind: Conference, day: practice::Date) {
        let (day, who) = (self.days.on_or_after(day), self.case_worker(case));
        if self.whole() {
            self.say_of_each(case, who, Fact::ConferenceArranged { kind, day });
        }
        // Two working days before an initial conference, five before a review.
        let (before, slack) = if kind == Conference::Review { (5, 4) } else { (2, 0) };
        let due = self.days.before(day, before);
        self.owe(case, Duty::Report, due, slack, Step::ShareReport);
        self.plan_step(case, day, Step::Confer(kind));
    }
    pub(super) fn share_report(&mut self, case: usize) {
        if self.whole() {
            let who = self.case_worker(case);
            self.say_of_each(case, who, Fact::ReportSharedWithFamily);
        }
    }
    pub(super) fn confer(&mut self, case: usize, kind: Conference) {
        let fate = self.cases[case].fate;
        let plan = match kind {
            Conference::Review => self.cases[case].reviews + 1 < fate.reviews_on_plan,
            _ => fate.conference_makes_plan,
        };
        let who = self.chair_of(case);
        let outcome = if plan { ConferenceOutcome::Plan } else { ConferenceOutcome::NoPlan };
        let category = plan.then(|| fate.category.to_string());
        self.say_of_each(case, who, Fact::ConferenceHeld { kind, outcome, category });
        if self.whole() {
            self.send_papers(case, who, plan);
        }
        match (plan, kind) {
            (true, Conference::Review) => {
                self.cases[case].reviews += 1;
                self.begin_pre_proceedings(case);
                self.next_review_conference(case, 6);
            }
            (true, _) => self.begin_plan(case),
            (false, _) => self.step_down(case, kind),
        }
    }
    /// The outline to the parents the next day, the minutes to everybody within four weeks, whatever becomes of the
    /// children.
    fn send_papers(&mut self, case: usize, who: usize, plan: bool) {
        let (outline, minutes) =
            ((Duty::Outline, 1, 1, Fact::PlanOutlineGiven), (Duty::Minutes, 20, 10, Fact::MinutesCirculated));
        for (duty, working_days, slack, fact) in plan.then_some(outline).into_iter().chain([minutes]) {
            let due = self.days.after(self.today, working_days);
            let pace = &mut self.cases[case].pace;
            let Some(day) = pace.done(duty, due, slack, &self.days) else { continue };
            let at = at_work(day, &mut pace.chance);
            for child in self.cases[case].members.clone() {
                let about = self.children[child].about();
                self.say_at(at, who, about, fact.clone());
            }
        }
    }
    pub(super) fn begin_plan(&mut self, case: usize) {
        self.turn(case);
        let who = self.case_worker(case);
        if std::mem::take(&mut self.cases[case].in_need) {
            self.say_of_each(
                case,
                who,
                Fact::InNeedPlanEnded { why: "A child protection plan takes its place.".into() },
            );
        }
        (self.cases[case].on_plan, self.cases[case].reviews) = (true, 0);
        for child in self.cases[case].members.clone() {
            self.identify(who, child);
        }
        self.next_review_conference(case, 3);
        let due = self.days.after(self.today, 10);
        self.owe(case, Duty::CoreGroup, due, 4, Step::MeetAsCoreGroup);
        self.next_visit_on_plan(case);
        self.plan_note(case);
    }
    pub(super) fn next_review_conference(&mut self, case: usize, months: i64) {
        self.call_review_conference(case, plus_months(self.today, months));
    }
    pub(super) fn call_review_conference(&mut self, case: usize, due: practice::Date) {
        let pace = &mut self.cases[case].pace;
        if let Some(day) = pace.done(Duty::ReviewConference, due, 12, &self.days) {
            self.arrange(case, Conference::Review, day);
        }
    }
    /// No plan, or no longer one: help goes on for a while, or the children cannot stay at home.
    fn step_down(&mut self, case: usize, kind: Conference) {
        self.turn(case);
        self.cases[case].on_plan = false;
        for child in self.cases[case].members.clone() {
            self.deallocate(child, Part::Chair);
        }
        if kind == Conference::Review && self.cases[case].fate.plan_leads_to_care {
            self.some_come_into_care(case);
        }
        if self.cases[case].members.is_empty() {
            return;
        }
        let lasts = self.case_chance(case).around(60, 260);
        self.cases[case].fate.in_need_lasts = lasts;
        self.cases[case].fate.in_need_escalates = false;
        let due = self.days.after(self.today, 10);
        self.owe(case, Duty::InNeedPlan, due, 6, Step::AgreeInNeedPlan);
    }
    pub(super) fn meet_as_core_group(&mut self, case: usize) {
        if self.whole() {
            let who = self.case_worker(case);
            self.say_of_each(case, who, Fact::CoreGroupHeld);
        }
        let due = plus_days(self.today, 42);
        self.owe(case, Duty::CoreGroup, due, 14, Step::MeetAsCoreGroup);
    }
    pub(super) fn next_visit_on_plan(&mut self, case: usize) {
        let due = self.days.after(self.today, self.cases[case].interval);
        self.owe(case, Duty::Visit, due, 3, Step::VisitOnPlan);
    }
    pub(super) fn visit_on_plan(&mut self, case: usize) {
        match self.visit_family(case, "protection") {
            true => self.next_visit_on_plan(case),
            false => self.try_again(case, Step::VisitOnPlan),
        }
    }
    fn chair_of(&self, case: usize) -> usize {
        let child = self.cases[case].members.first();
        child.and_then(|c| self.holder(*c, Part::Chair)).unwrap_or_else(|| self.case_worker(case))
    }
    /// Plans of a few families that move here for good follow them.
    pub(super) fn move_in_on_plan(&mut self, case: usize) {
        let who = self.front_door_manager();
        self.say_of_each(case, who, Fact::MovedInOnPlan { from: "Another authority".into() });
        self.cases[case].strategy = self.today;
        self.call_initial_conference(case, Conference::TransferIn);
    }
}
