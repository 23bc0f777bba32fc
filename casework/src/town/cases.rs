//! A family's case: from the first contact to its closing, the siblings together.
use super::{
    Entry, Town,
    chance::Chance,
    days::{Duty, Pace, at_work},
    fates::Fate,
};
use practice::{Date, Fact, Id, assessment::Checkpoint, front_door, people::Part, protection::Conference};

pub(super) struct Case {
    pub(super) family: usize,
    /// The children it is about. Who comes into care leaves it, and keeps the referral.
    pub(super) members: Vec<usize>,
    /// The contact about each child, while there is one.
    pub(super) contacts: Vec<Option<Id>>,
    /// What was in the diary before the case turned falls away.
    pub(super) turn: u32,
    pub(super) fate: Fate,
    pub(super) pace: Pace,
    /// The worker whom its story gives it to; others go to whoever has the fewest children.
    pub(super) given: Option<usize>,
    pub(super) assessing: bool,
    pub(super) enquiring: bool,
    pub(super) in_need: bool,
    pub(super) on_plan: bool,
    /// The day from which the limit for the initial conference runs.
    pub(super) strategy: Date,
    pub(super) reviews: u32,
    /// Working days between visits under the protection plan.
    pub(super) interval: i64,
}
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Step {
    RateContact,
    DecideContact,
    DecideReferral,
    SeeInAssessment,
    Check(Checkpoint),
    SendDraft,
    Authorise,
    AgreeInNeedPlan,
    VisitInNeed,
    ReviewInNeed,
    ReviewLongPlan { senior: bool },
    EndInNeedPlan,
    DiscussStrategy,
    SeeInEnquiry,
    ConcludeEnquiry,
    ShareReport,
    Confer(Conference),
    MeetAsCoreGroup,
    VisitOnPlan,
    MakeNote,
    Close(&'static str),
}

impl Town {
    pub(super) fn new_case(&mut self, family: usize, members: Vec<usize>, fate: Fate, pace: Pace) -> usize {
        let case = Case {
            family,
            contacts: vec![None; members.len()],
            members,
            turn: 0,
            fate,
            pace,
            given: None,
            assessing: false,
            enquiring: false,
            in_need: false,
            on_plan: false,
            strategy: self.today,
            reviews: 0,
            interval: 10,
        };
        self.cases.push(case);
        self.families[family].case = Some(self.cases.len() - 1);
        self.cases.len() - 1
    }
    pub(super) fn case_step(&mut self, case: usize, step: Step) {
        if self.cases[case].members.is_empty() {
            return;
        }
        match step {
            Step::RateContact => self.rate_contact(case),
            Step::DecideContact => self.decide_contact(case),
            Step::DecideReferral => self.decide_referral(case),
            Step::SeeInAssessment => self.see_children(case, "assessment"),
            Step::Check(checkpoint) => self.check_assessment(case, checkpoint),
            Step::SendDraft => self.send_draft(case),
            Step::Authorise => self.authorise(case),
            Step::AgreeInNeedPlan => self.agree_in_need_plan(case),
            Step::VisitInNeed => self.visit_in_need(case),
            Step::ReviewInNeed => self.review_in_need(case),
            Step::ReviewLongPlan { senior } => self.review_long_plan(case, senior),
            Step::EndInNeedPlan => self.end_in_need_plan(case),
            Step::DiscussStrategy => self.discuss_strategy(case),
            Step::SeeInEnquiry => self.see_children(case, "enquiry"),
            Step::ConcludeEnquiry => self.conclude_enquiry(case),
            Step::ShareReport => self.share_report(case),
            Step::Confer(kind) => self.confer(case, kind),
            Step::MeetAsCoreGroup => self.meet_as_core_group(case),
            Step::VisitOnPlan => self.visit_on_plan(case),
            Step::MakeNote => self.make_case_note(case),
            Step::Close(reason) => self.close_case(case, reason),
        }
    }

    /// The diary of a case: it is due on a day, and done up to `slack` days before, or late, or never.
    pub(super) fn owe(&mut self, case: usize, duty: Duty, due: Date, slack: i64, step: Step) {
        if let Some(day) = self.cases[case].pace.done(duty, due, slack, &self.days) {
            self.plan_step(case, day, step);
        }
    }
    /// Later that day when the day is today: work takes its hours.
    pub(super) fn plan_step(&mut self, case: usize, day: Date, step: Step) {
        let (turn, pace) = (self.cases[case].turn, &mut self.cases[case].pace);
        let at = at_work(day, &mut pace.chance);
        self.plan(at, Entry::Case { case, turn, step });
    }
    pub(super) fn turn(&mut self, case: usize) {
        self.cases[case].turn += 1;
    }
    /// The same fact about each child of the case.
    pub(super) fn say_of_each(&mut self, case: usize, who: usize, fact: impl Into<Fact>) {
        let fact = fact.into();
        for child in self.cases[case].members.clone() {
            let about = self.children[child].about();
            self.say(who, about, fact.clone());
        }
    }
    /// Who works with the family.
    pub(super) fn case_worker(&self, case: usize) -> usize {
        self.cases[case].members.first().map_or(0, |child| self.worker_of(*child))
    }
    /// The whole family goes to one worker of the team.
    pub(super) fn hand_over(&mut self, case: usize, kind: super::workforce::Kind) {
        let worker = self.cases[case].given.unwrap_or_else(|| self.someone_in(kind));
        for child in self.cases[case].members.clone() {
            self.allocate(child, Part::Worker, worker);
        }
    }
    pub(super) fn close_case(&mut self, case: usize, reason: &'static str) {
        self.turn(case);
        for child in std::mem::take(&mut self.cases[case].members) {
            self.close_referral(child, reason);
        }
        self.forget_case(case);
    }
    pub(super) fn close_referral(&mut self, child: usize, reason: &'static str) {
        if !self.children[child].referred {
            return;
        }
        self.children[child].referred = false;
        self.end_pre_proceedings(child, false);
        let (who, about) = (self.manager_of(self.worker_of(child)), self.children[child].about());
        self.say(who, about, front_door::Fact::CaseClosed { reason: reason.into() });
        self.deallocate(child, Part::Worker);
        self.deallocate(child, Part::Chair);
    }
    pub(super) fn forget_case(&mut self, case: usize) {
        let family = self.cases[case].family;
        if self.families[family].case == Some(case) {
            self.families[family].case = None;
            self.known.push(family);
        }
    }
    /// Whoever grows up or goes into care leaves the family's case; the last one ends it.
    pub(super) fn leave_case(&mut self, child: usize) {
        let Some(case) = self.families[self.children[child].family].case else { return };
        self.cases[case].members.retain(|c| *c != child);
        if self.cases[case].members.is_empty() {
            self.turn(case);
            self.forget_case(case);
        }
    }
    pub(super) fn end_childhood_in_case(&mut self, child: usize) {
        self.conclude_for(child, "NFA", "NFA");
        self.leave_case(child);
        self.close_referral(child, "RC7");
    }
    pub(super) fn case_chance(&mut self, case: usize) -> &mut Chance {
        &mut self.cases[case].pace.chance
    }
}
