//! What happens seldom: orders in an emergency, the gravest incidents, remand, short breaks, children
//! who come alone, and records that are restricted or opened out of reach.
use super::{
    Entry as Planned, Town,
    care::Step as CareStep,
    chance::Chance,
    days::{self, Duty, Pace, hour},
    fates::Fate,
    goings::Going,
    names,
    workforce::Kind,
};
use practice::{
    Date, Timestamp,
    care::{self, Asker, Detained, Placement},
    court,
    day::{moment, plus_days, plus_hours, plus_months},
    front_door,
    people::{Fact as Person, Part},
    protection::Fact,
};

#[derive(Clone, Copy)]
pub(super) enum Entry {
    PoliceProtection(usize),
    EmergencyOrder(usize),
    EmergencyOrderEnds(usize),
    AssessmentOrder(usize),
    Incident(usize),
    ShortBreak { child: usize, left: u32 },
    HomeFromBreak(usize),
    BreaksReview(usize),
    Custody(usize),
    CustodyVisit(usize),
    Released(usize),
    MoveIn,
    ComeAlone,
    Remand,
}
/// How often in a city each year, and for whom.
type Seldom = (u64, fn(&Town, usize) -> bool, fn(usize) -> Entry);
const SELDOM: &[Seldom] = &[
    (34, |t, c| t.at_home_with_us(c), Entry::PoliceProtection),
    (20, |t, c| t.at_home_with_us(c) && t.children[c].age(t.today) < 16, Entry::EmergencyOrder),
    (3, |t, c| t.at_home_with_us(c), Entry::AssessmentOrder),
    (3, |t, c| t.at_home_with_us(c), Entry::Incident),
    (10, |t, c| t.at_home_with_us(c) && t.is_disabled(c), |child| Entry::ShortBreak { child, left: 18 }),
    (7, |t, c| t.may_be_sentenced(c), Entry::Custody),
];

impl Town {
    pub(super) fn orders_of_the_day(&mut self) {
        for (times, fits, entry) in SELDOM {
            for _ in 0..self.a_year(*times) {
                if let Some(child) = self.some_child(*fits) {
                    self.plan_today(Planned::Orders(entry(child)));
                }
            }
        }
        for (times, entry) in [(9, Entry::MoveIn), (40, Entry::ComeAlone), (10, Entry::Remand)] {
            for _ in 0..self.a_year(times) {
                self.plan_today(Planned::Orders(entry));
            }
        }
        self.requests_of_the_day();
        self.openings_of_the_day();
    }
    fn plan_today(&mut self, entry: Planned) {
        let at = hour(self.today, self.chance.between(8, 20), &mut self.chance);
        self.plan(at, entry);
    }
    /// Somebody whom it could happen to, if one is found soon.
    fn some_child(&mut self, fits: impl Fn(&Town, usize) -> bool) -> Option<usize> {
        let last = i64::try_from(self.children.len()).ok()? - 1;
        let tries: Vec<usize> = (0..200).filter_map(|_| usize::try_from(self.chance.between(0, last)).ok()).collect();
        tries.into_iter().find(|c| !self.children[*c].pace.steered && fits(self, *c))
    }
    fn at_home_with_us(&self, child: usize) -> bool {
        let c = &self.children[child];
        let family = &self.families[c.family];
        let in_case = family.case.is_some_and(|case| self.cases[case].members.contains(&child));
        c.referred && c.care.is_none() && !c.gone && c.born.is_some() && in_case && self.days_of_childhood(child) > 100
    }
    fn is_disabled(&self, child: usize) -> bool {
        let case = self.families[self.children[child].family].case;
        case.is_some_and(|case| self.cases[case].fate.need == "N2" && self.cases[case].in_need)
            && self.holder(child, Part::ReviewingOfficer).is_none()
    }
    fn may_be_sentenced(&self, child: usize) -> bool {
        let c = &self.children[child];
        c.care.as_ref().is_some_and(|s| s.going.legal == "V2") && (13..17).contains(&c.age(self.today))
    }
    pub(super) fn orders_entry(&mut self, entry: Entry) {
        match entry {
            Entry::PoliceProtection(child) => self.police_protection(child, None),
            Entry::EmergencyOrder(child) => self.emergency_order(child),
            Entry::EmergencyOrderEnds(child) => self.say_as_worker(child, Fact::EmergencyProtectionOrderEnded),
            Entry::AssessmentOrder(child) => self.assessment_order(child),
            Entry::Incident(child) => self.serious_incident(child),
            Entry::ShortBreak { child, left } => self.short_break(child, left),
            Entry::HomeFromBreak(child) => self.home_from_break(child),
            Entry::BreaksReview(child) => self.review_breaks(child),
            Entry::Custody(child) => self.take_into_custody(child),
            Entry::CustodyVisit(child) => self.visit_in_custody(child),
            Entry::Released(child) => self.say_as_worker(child, care::Fact::DetentionEnded),
            Entry::MoveIn => self.family_moves_in(),
            Entry::ComeAlone => self.come_alone(),
            Entry::Remand => self.remand(),
        }
    }

    /// For so many hours, or as chance has it; the law allows 72.
    pub(super) fn police_protection(&mut self, child: usize, hours: Option<i64>) {
        self.say_as_worker(child, Fact::PoliceProtectionTaken);
        let hours = hours.unwrap_or_else(|| self.children[child].pace.chance.weigh(&[(60, 18), (37, 50), (3, 75)]));
        let (who, about) = (self.worker_of(child), self.children[child].about());
        self.say_at(plus_hours(self.now, hours), who, about, Fact::PoliceProtectionEnded);
    }
    /// Eight days, and once up to seven more; an interim care order follows.
    pub(super) fn emergency_order(&mut self, child: usize) {
        if self.children[child].care.is_some() || self.children[child].gone {
            return;
        }
        self.say_as_worker(child, Fact::EmergencyProtectionOrderMade);
        let extended = !self.children[child].pace.steered && self.children[child].pace.chance.happens(350);
        let going = self.draw_going(child);
        let adopted = going.is_adopted();
        let care_order_after = (!adopted).then_some(200);
        let going = Going { legal: "L2", place: "U6", provider: "PR1", ahead: None, care_order_after, ..going };
        self.come_into_care(child, going);
        if extended {
            let at = plus_hours(self.now, 24 * 7);
            let (who, about) = (self.worker_of(child), self.children[child].about());
            self.say_at(at, who, about, Fact::EmergencyProtectionOrderExtended { days: 7 });
        }
        let ends = plus_days(self.today, if extended { 14 } else { 7 });
        let at = moment(ends.at(14, 0, 0, 0));
        self.plan(at, Planned::Orders(Entry::EmergencyOrderEnds(child)));
        let spell = self.children[child].spells;
        self.plan(at, Planned::Care { child, spell, step: CareStep::MakeOrder("C1") });
    }
    pub(super) fn assessment_order(&mut self, child: usize) {
        let from = self.days.after(self.today, 2);
        self.say_as_worker(child, Fact::ChildAssessmentOrderMade { from });
        let (who, about) = (self.worker_of(child), self.children[child].about());
        let ends = moment(plus_days(from, 6).at(16, 0, 0, 0));
        self.say_at(ends, who, about, Fact::ChildAssessmentOrderEnded);
    }
    pub(super) fn serious_incident(&mut self, child: usize) {
        let (who, about) = (self.service_manager(), self.children[child].about());
        self.say(who, about, Fact::SeriousIncidentLearned);
        let step = |town: &mut Town, from: Date, working_days: i64, slack: i64, fact: Fact| {
            let due = town.days.after(from, working_days);
            let pace = &mut town.children[child].pace;
            let day = pace.done(Duty::Incident, due, slack, &town.days).unwrap_or(due);
            let at = days::at_work(day, &mut pace.chance);
            town.say_at(at, who, about, fact);
            day
        };
        let notified = step(self, self.today, 5, 3, Fact::SeriousIncidentNotified);
        let sent = step(self, notified, 15, 4, Fact::RapidReviewSent);
        let held = self.children[child].pace.steered || self.children[child].pace.chance.happens(400);
        let decided = step(self, sent, 5, 2, Fact::LearningReviewDecided { held });
        if held {
            let pace = &mut self.children[child].pace;
            let latest = if pace.steered { -5 } else { 20 };
            let published = plus_days(plus_months(decided, 6), pace.chance.between(-30, latest));
            let at = moment(self.days.on_or_after(published).at(11, 0, 0, 0));
            self.say_at(at, who, about, Fact::LearningReviewPublished);
        }
    }
    /// A long weekend every month with the same people, and home again (reg 48).
    pub(super) fn short_break(&mut self, child: usize, left: u32) {
        let growing_up = self.days_of_childhood(child) < 10;
        if self.children[child].gone || self.children[child].care.is_some() {
            return;
        }
        if left == 0 || growing_up {
            self.deallocate(child, Part::ReviewingOfficer);
            return self.say_as_worker(child, care::Fact::ShortBreaksEnded);
        }
        if self.holder(child, Part::ReviewingOfficer).is_none() {
            let reviewer = self.someone_in(Kind::Reviewing);
            self.allocate(child, Part::ReviewingOfficer, reviewer);
            let due = plus_months(self.today, 3);
            self.plan_breaks_review(child, due);
        }
        self.learn_earlier_permanence(self.worker_of(child), child);
        let placement = Placement {
            legal_status: "V3".into(),
            place: "U6".into(),
            provider: Some("PR1".into()),
            need: Some("N2".into()),
            short_break: true,
            ..Placement::default()
        };
        self.say_as_worker(child, care::Fact::PlacementBegan(placement));
        let home = plus_hours(self.now, 24 * self.children[child].pace.chance.between(2, 3));
        self.plan(home, Planned::Orders(Entry::HomeFromBreak(child)));
        let next = plus_days(self.today, self.children[child].pace.chance.between(25, 35));
        let at = hour(next, 16, &mut self.children[child].pace.chance);
        self.plan(at, Planned::Orders(Entry::ShortBreak { child, left: left - 1 }));
    }
    fn home_from_break(&mut self, child: usize) {
        if self.children[child].care.is_none() {
            self.say_as_worker(child, care::Fact::CeasedToBeLookedAfter { reason: "E4A".into() });
        }
    }
    fn plan_breaks_review(&mut self, child: usize, due: Date) {
        let pace = &mut self.children[child].pace;
        if let Some(day) = pace.done(Duty::Review, due, 10, &self.days) {
            let at = days::at_work(day, &mut pace.chance);
            self.plan(at, Planned::Orders(Entry::BreaksReview(child)));
        }
    }
    fn review_breaks(&mut self, child: usize) {
        if self.holder(child, Part::ReviewingOfficer).is_none() || self.children[child].care.is_some() {
            return;
        }
        let participation = if self.children[child].age(self.today) < 4 { "PN0" } else { "PN1" }.into();
        self.say_as_worker(child, care::Fact::ReviewHeld { participation, adjourned: false });
        let (who, about) = (self.worker_of(child), self.children[child].about());
        self.say_at(plus_hours(self.now, 70), who, about, care::Fact::ReviewDecisionsSent);
        let due = plus_months(self.today, 6);
        self.plan_breaks_review(child, due);
    }
    /// Sentenced, and so no longer looked after by agreement: the council still visits.
    pub(super) fn take_into_custody(&mut self, child: usize) {
        if self.children[child].care.is_none() {
            return;
        }
        self.say_as_worker(child, court::Fact::ConvictedOrCautioned);
        self.leave_care(child, "E9");
        self.say_as_worker(child, care::Fact::DetentionBegan { place: Detained::Custody });
        let due = self.days.after(self.today, 10);
        let pace = &mut self.children[child].pace;
        if let Some(day) = pace.done(Duty::CustodyVisit, due, 4, &self.days) {
            let at = days::at_work(day, &mut pace.chance);
            self.plan(at, Planned::Orders(Entry::CustodyVisit(child)));
        }
        let out = plus_days(self.today, self.children[child].pace.chance.between(60, 240));
        let out = out.min(plus_days(self.today, self.days_of_childhood(child) - 2));
        let at = hour(out, 10, &mut self.children[child].pace.chance);
        self.plan(at, Planned::Orders(Entry::Released(child)));
    }
    fn visit_in_custody(&mut self, child: usize) {
        let mut pace = self.children[child].pace.clone();
        self.visit(&[child], &mut pace, "care");
        self.children[child].pace = pace;
    }

    fn family_moves_in(&mut self) {
        let age = self.chance.between(0, 9);
        let ages = self.ages_from(age);
        let family = self.new_family(&ages, false);
        let members = self.families[family].children.clone();
        let mut pace = Pace::new(Chance::of_id(self.chance.id()));
        let fate = Fate { source: "5C", referral: "S47", ..Fate::draw(self.today, &mut pace.chance) };
        let case = self.new_case(family, members, fate, pace);
        self.receive_family_on_plan(case);
    }
    /// Another authority's plan stays theirs until our conference has been held.
    pub(super) fn receive_family_on_plan(&mut self, case: usize) {
        let (who, members) = (self.front_door_manager(), self.cases[case].members.clone());
        self.register(who, &members);
        self.relate_all(&members, who);
        for &child in &members {
            self.children[child].referred = true;
            self.identify(who, child);
            self.ask_what_returns_ask(who, child, self.cases[case].fate.need);
        }
        let received = front_door::Fact::ReferralReceived { contact: None, source: "5C".into(), unborn: false };
        self.say_of_each(case, who, received);
        let (outcome, why) = ("OTH".into(), "On a child protection plan where they lived before.".into());
        self.say_of_each(case, who, front_door::Fact::ReferralDecided { outcome, why });
        let need = self.cases[case].fate.need.into();
        self.say_of_each(case, who, front_door::Fact::PrimaryNeedIdentified { need });
        let told = front_door::Fact::ReferrerTold { contact: None, how: "By secure e-mail".into() };
        self.say_of_each(case, who, told);
        self.move_in_on_plan(case);
    }
    /// A boy of sixteen, mostly, from a war.
    fn come_alone(&mut self) {
        let age = self.chance.weigh(&[(1, 14), (3, 15), (6, 16)]);
        let family = self.new_family_from(&names::EAST_AFRICAN, &[age], false);
        self.families[family].alone = true;
        let child = self.families[family].children[0];
        self.children[child].girl = self.chance.happens(120);
        let first = names::EAST_AFRICAN.first(self.children[child].girl, &mut self.chance);
        self.children[child].first = Some(first);
        let place = if self.today >= super::care::SUPPORTED && age == 16 { "K3" } else { "U6" };
        let going = Going { place, need: "N8", moves: 400, ..Going::PLAIN };
        let worker = self.someone_in(Kind::LookedAfter);
        self.refer_into_care(child, "6", worker, going);
        self.say_as_worker(child, care::Fact::ArrivedUnaccompanied);
    }
    fn remand(&mut self) {
        let age = self.chance.between(14, 16);
        let family = self.new_family(&[age], false);
        let child = self.families[family].children[0];
        let leaves = Some((self.chance.between(20, 80), "E14"));
        let worker = self.someone_in(Kind::LookedAfter);
        self.refer_into_care(child, "7", worker, Going { leaves, ..Going::REMAND });
    }
    /// Referred and looked after on the same day, without an assessment first.
    pub(super) fn refer_into_care(&mut self, child: usize, source: &'static str, worker: usize, going: Going) {
        let who = self.front_door_manager();
        self.register(who, &[child]);
        self.relate_all(&[child], who);
        self.children[child].referred = true;
        self.ask_what_returns_ask(who, child, going.need);
        let about = self.children[child].about();
        self.say(
            who,
            about,
            front_door::Fact::ReferralReceived { contact: None, source: source.into(), unborn: false },
        );
        let (outcome, why) = ("OTH".into(), "To be looked after today.".into());
        self.say(who, about, front_door::Fact::ReferralDecided { outcome, why });
        self.say(who, about, front_door::Fact::ReferrerTold { contact: None, how: "By telephone".into() });
        self.say(who, about, front_door::Fact::PrimaryNeedIdentified { need: going.need.into() });
        self.allocate(child, Part::Worker, worker);
        self.come_into_care(child, going);
    }

    /// A child, a carer or the reviewing officer asks for somebody to come.
    fn requests_of_the_day(&mut self) {
        for _ in 0..self.a_year(26) {
            let in_care = |t: &Town, c: usize| t.children[c].care.is_some();
            let Some(child) = self.some_child(in_care) else { continue };
            let by = self.chance.weigh(&[(5, Asker::Child), (4, Asker::Carer), (2, Asker::ReviewingOfficer)]);
            self.ask_for_visit(child, by);
        }
    }
    pub(super) fn ask_for_visit(&mut self, child: usize, by: Asker) {
        self.say_as_worker(child, care::Fact::VisitRequested { by });
        let number = self.spell(child).visits + 1;
        self.spell(child).visits = number;
        let due = self.days.after(self.today, 5);
        self.owe_in_care(child, Duty::Visit, due, 4, CareStep::Visit(number));
    }
    /// Records opened out of reach, restricted, or shut to one worker.
    fn openings_of_the_day(&mut self) {
        let known = |t: &Town, c: usize| t.children[c].referred && t.holder(c, Part::Worker).is_some();
        for _ in 0..if self.whole() { self.a_year(120) } else { 0 } {
            let Some(child) = self.some_child(known) else { continue };
            let kind = self.chance.weigh(&[(7, Kind::Assessment), (3, Kind::LongTerm)]);
            let worker = self.someone_in(kind);
            self.open_record(child, worker, "Sibling of a child I am assessing.", false);
        }
        for _ in 0..self.a_year(7) {
            let Some(child) = self.some_child(known) else { continue };
            let (worker, about) = (self.worker_of(child), self.children[child].about());
            let named = vec![self.workers[worker].id, self.workers[self.manager_of(worker)].id];
            let why = "A parent works for the council.".into();
            self.say(self.manager_of(worker), about, Person::Restricted { why, named });
        }
        for _ in 0..self.a_year(9) {
            let Some(child) = self.some_child(known) else { continue };
            let (worker, about) = (self.someone_in(Kind::Assessment), self.children[child].about());
            let fact = Person::ConflictDeclared { worker: self.workers[worker].id, why: "Neighbours.".into() };
            self.say(self.manager_of(worker), about, fact);
        }
    }
    pub(super) fn open_record(&mut self, child: usize, worker: usize, why: &str, glass_broken: bool) {
        let until: Timestamp = match glass_broken {
            true => plus_hours(self.now, 8),
            false => moment(self.days.after(self.today, 1).at(17, 0, 0, 0)),
        };
        let about = self.children[child].about();
        let worker_id = self.workers[worker].id;
        self.say(worker, about, Person::Opened { worker: worker_id, why: why.into(), until, glass_broken });
    }
}
