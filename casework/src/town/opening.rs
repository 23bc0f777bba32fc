//! The first of January 2022: the children taken over from the system before this one, with what it
//! knew of them. What they were owed before that day nobody here can say.
use super::{
    Entry, Town,
    care::Step as CareStep,
    cases::Step,
    chance::Chance,
    days::{Duty, Pace},
    fates::Fate,
    goings::Going,
    workforce::Kind,
};
use practice::{
    Date, assessment,
    care::{Fact as Care, Placement},
    clock::Matter,
    day::{birthday, days_between, plus_days, plus_months, start_of},
    front_door,
    people::Part,
    protection::{Conference, ConferenceOutcome, Fact as Protection},
    service,
};

/// In a city, on the first day: families being assessed, with a plan for need, with a protection plan; children; young
/// people.
const ASSESSED: u64 = 190;
const IN_NEED: u64 = 400;
const ON_PLAN: u64 = 225;
const IN_CARE: u64 = 625;
const LEAVERS: u64 = 560;

impl Town {
    pub(super) fn take_over_children(&mut self) {
        self.say_what_is_recorded_here();
        for _ in 0..self.share(ASSESSED) {
            let (case, referred) = self.take_over_family(3, 45);
            self.say_past(case, plus_days(referred, 1), assessment::Fact::AssessmentBegan);
            self.cases[case].assessing = true;
            let after = self.case_chance(case).between(1, 40);
            let day = self.days.on_or_after(plus_days(self.today, after));
            self.plan_step(case, day, Step::Authorise);
        }
        for _ in 0..self.share(IN_NEED) {
            self.take_over_in_need();
        }
        for _ in 0..self.share(ON_PLAN) {
            self.take_over_on_plan();
        }
        for _ in 0..self.share(IN_CARE) {
            self.take_over_in_care();
        }
        for _ in 0..self.share(LEAVERS) {
            self.take_over_leaver();
        }
    }
    fn share(&mut self, city: u64) -> u64 {
        let here = city * self.size.thousandths();
        here / 1000 + u64::from(self.chance.happens(here % 1000))
    }
    /// What makes a status from the first day; everything else since the new system holds the whole work.
    fn say_what_is_recorded_here(&mut self) {
        use Matter::*;
        let (who, opened) = (super::named::ADMINISTRATOR_INDEX, self.today);
        let later = |m: &Matter| {
            matches!(
                m,
                Contacts
                    | AssessmentReviews
                    | ChildSeen
                    | CoreGroups
                    | ConferencePapers
                    | InNeedReviews
                    | Visits
                    | PlacementPlans
                    | CarePlans
                    | ReviewRecords
                    | EducationPlans
                    | SchoolPlaces
                    | ReturnInterviews
                    | MissingResponses
            )
        };
        let of_advisers = |m: &Matter| matches!(m, Advisers | PathwayPlans | InTouch | HealthHistories | Homelessness);
        let (advisers, others): (Vec<Matter>, Vec<Matter>) = Matter::ALL.iter().copied().partition(of_advisers);
        let (rest, first): (Vec<Matter>, Vec<Matter>) = others.into_iter().partition(later);
        let about = practice::Subject::Service;
        self.say_of(who, about, opened, service::Fact::WorkRecordedHere { matters: first });
        let told = start_of(super::leavers::TOLD);
        self.say_at(told, who, about, service::Fact::WorkRecordedHere { matters: advisers });
        let whole = start_of(super::days::WHOLE);
        self.say_at(whole, who, about, service::Fact::WorkRecordedHere { matters: rest });
        let why = "The improvement board asked for a decision within seven weeks.".into();
        let norm = service::Fact::NormSet { norm: "P07".into(), number: 6, why: "Local procedures.".into() };
        self.say_of(who, about, opened, norm);
        let sooner = service::Fact::NormSet { norm: "Q06".into(), number: 35, why };
        self.say_at(start_of(plus_months(super::days::WHOLE, 10)), who, about, sooner);
    }
    fn say_past(&mut self, case: usize, day: Date, fact: impl Into<practice::Fact>) {
        let (who, fact) = (self.case_worker(case), fact.into());
        for child in self.cases[case].members.clone() {
            let about = self.children[child].about();
            // A younger brother or sister had no past to be told before being born.
            let day = day.max(self.children[child].born.map_or(day, |born| plus_days(born, 1)));
            self.say_of(who, about, day, fact.clone());
        }
    }
    /// A family referred so many days ago, and with an assessment worker since.
    fn take_over_family(&mut self, low: i64, high: i64) -> (usize, Date) {
        let age = self.chance.weigh(&[(26, 1), (24, 4), (26, 7), (24, 11)]) + self.chance.between(0, 2);
        let ages = self.ages_from(age);
        let family = self.new_family(&ages, false);
        let members: Vec<usize> =
            self.families[family].children.iter().copied().filter(|c| self.children[*c].age(self.today) < 17).collect();
        let mut pace = Pace::new(Chance::of_id(self.chance.id()));
        let fate = Fate::draw(self.today, &mut pace.chance);
        let referred = plus_days(self.today, -pace.chance.between(low, high));
        let case = self.new_case(family, members.clone(), fate, pace);
        let who = super::named::FRONT_DOOR_MANAGER_INDEX;
        self.register(who, &members);
        self.relate_all(&members, who);
        self.hand_over(case, if fate.need == "N2" { Kind::Disability } else { Kind::Assessment });
        for child in members {
            self.children[child].referred = true;
            self.ask_what_returns_ask(who, child, fate.need);
        }
        let source = fate.source.into();
        self.say_past(case, referred, front_door::Fact::ReferralReceived { contact: None, source, unborn: false });
        let why = "As decided in the system before this one.".into();
        let decided = front_door::Fact::ReferralDecided { outcome: "ASS".into(), why };
        self.say_past(case, plus_days(referred, 1), decided);
        self.say_past(case, plus_days(referred, 1), front_door::Fact::PrimaryNeedIdentified { need: fate.need.into() });
        (case, referred)
    }
    fn take_over_in_need(&mut self) {
        let (case, referred) = self.take_over_family(80, 420);
        if self.cases[case].fate.need != "N2" {
            self.hand_over(case, Kind::LongTerm);
        }
        self.say_past(case, plus_days(referred, 60), Protection::InNeedPlanAgreed);
        self.cases[case].in_need = true;
        let lasts = self.case_chance(case).between(10, 360);
        self.cases[case].fate.in_need_lasts = lasts;
        self.work_in_need_plan(case);
    }
    fn take_over_on_plan(&mut self) {
        let (case, _) = self.take_over_family(500, 700);
        let began = plus_days(self.today, -self.case_chance(case).around(10, 480));
        let began = self.days.on_or_after(began);
        self.hand_over(case, Kind::LongTerm);
        let chair = self.someone_in(Kind::Reviewing);
        for child in self.cases[case].members.clone() {
            self.allocate(child, Part::Chair, chair);
        }
        let category = Some(self.cases[case].fate.category.to_string());
        let held = |kind, category| Protection::ConferenceHeld { kind, outcome: ConferenceOutcome::Plan, category };
        self.say_past(case, began, held(Conference::Initial, category.clone()));
        let (mut last, mut reviews, mut months) = (began, 0, 3);
        loop {
            let next = self.days.on_or_before(plus_months(last, months));
            if next >= self.today {
                break;
            }
            self.say_past(case, next, held(Conference::Review, category.clone()));
            (last, months, reviews) = (next, 6, reviews + 1);
        }
        let c = &mut self.cases[case];
        (c.on_plan, c.reviews) = (true, reviews);
        c.fate.reviews_on_plan = c.fate.reviews_on_plan.max(reviews + 1);
        let due = plus_months(last, months).max(plus_days(self.today, 3));
        self.call_review_conference(case, due);
        let group = plus_days(self.today, self.case_chance(case).between(3, 40));
        self.plan_step(case, self.days.on_or_after(group), Step::MeetAsCoreGroup);
        self.next_visit_on_plan(case);
        self.plan_note(case);
    }
    /// In care for years, most of them; with an order and a home meant to last.
    fn take_over_in_care(&mut self) {
        let age = self.chance.weigh(&[(4, 0), (12, 2), (8, 5), (10, 8), (14, 11), (14, 13), (18, 15), (20, 16)]);
        let age = age + self.chance.between(0, 1);
        let family = self.new_family(&[age], false);
        let child = self.families[family].children[0];
        let lived = -days_between(self.today, self.children[child].born.unwrap_or(self.today));
        let most = (lived - 5).clamp(10, 2500);
        let since = plus_days(self.today, -self.children[child].pace.chance.between(8.min(most), most));
        let drawn = self.draw_going(child);
        let long = days_between(since, self.today) > 400;
        let leaves = match long && !drawn.is_adopted() {
            true => self.children[child].pace.chance.happens(130).then_some((0, "E45")),
            false => drawn.leaves,
        };
        // Whoever has been here for years is past the ways out by which most leave soon.
        let ahead = days_between(since, self.today) + self.children[child].pace.chance.between(20, 500);
        let leaves = leaves.map(|(after, reason)| (after.max(ahead), reason));
        // Too young for a home of one's own when it began: fostered.
        let young = self.children[child].age(since) < 16 && drawn.place == "H5";
        let place = if young { "U6" } else { drawn.place };
        let going = Going {
            place,
            provider: if young { "PR1" } else { drawn.provider },
            legal: if long && drawn.legal == "C1" { "C2" } else { drawn.legal },
            ahead: None,
            care_order_after: drawn.care_order_after.filter(|_| !long),
            leaves,
            ..drawn
        };
        self.take_into_care(child, going, since, long);
        self.plan_routine(child, since);
        self.plan_course(child);
    }
    fn take_into_care(&mut self, child: usize, going: Going, since: Date, long: bool) {
        let who = super::named::FRONT_DOOR_MANAGER_INDEX;
        self.register(who, &[child]);
        self.relate_all(&[child], who);
        self.children[child].referred = true;
        self.children[child].spells = 1;
        let about = self.children[child].about();
        let worker = self.someone_in(Kind::LookedAfter);
        self.allocate(child, Part::Worker, worker);
        let reviewer = self.someone_in(Kind::Reviewing);
        self.allocate(child, Part::ReviewingOfficer, reviewer);
        let received = front_door::Fact::ReferralReceived { contact: None, source: "10".into(), unborn: false };
        self.say_of(who, about, since, received);
        let need = front_door::Fact::PrimaryNeedIdentified { need: going.need.into() };
        self.say_of(who, about, since, need);
        let placement = self.placement(child, &going, true);
        self.say_of(who, about, since, Care::PlacementBegan(placement.clone()));
        self.begin_spell(child, going, since, placement);
        self.identify(who, child);
        self.ask_what_returns_ask(who, child, going.need);
        self.learn_earlier_permanence(who, child);
        if long && going.place.starts_with('U') && self.children[child].pace.chance.happens(600) {
            self.spell(child).long_term = true;
            self.say_of(who, about, plus_days(since, 300), Care::LongTermAgreed { fewer_visits: false });
        }
    }
    /// The last of everything that the old system wrote down, and the next of it.
    fn plan_routine(&mut self, child: usize, since: Date) {
        let (who, about) = (self.worker_of(child), self.children[child].about());
        let in_care = days_between(since, self.today);
        let age = self.children[child].age(self.today);
        let ago = |town: &mut Town, most: i64| {
            let back = town.children[child].pace.chance.between(1, most.min(in_care).max(1));
            town.days.on_or_before(plus_days(town.today, -back)).max(since)
        };
        if in_care > 30 {
            let reviewed = ago(self, 170);
            let then = self.children[child].age(reviewed);
            let participation = if then < 4 { "PN0" } else { "PN6" }.into();
            self.say_of(who, about, reviewed, Care::ReviewHeld { participation, adjourned: false });
            self.spell(child).reviews = 2;
            self.owe_in_care(child, Duty::Review, plus_months(reviewed, 6), 15, CareStep::Review);
            let assessed = ago(self, if age < 5 { 170 } else { 350 });
            let due = plus_months(assessed, if age < 5 { 6 } else { 12 });
            self.owe_in_care(child, Duty::Health, due, 20, CareStep::AssessHealth { initial: false });
        } else {
            let (first, health) = (self.days.after(since, 20), self.days.after(since, 20));
            self.owe_in_care(child, Duty::Review, first, 3, CareStep::Review);
            self.owe_in_care(child, Duty::Health, health, 3, CareStep::AssessHealth { initial: true });
        }
        let soon = |town: &mut Town| {
            let after = town.children[child].pace.chance.between(10, 350);
            town.days.on_or_after(plus_days(town.today, after))
        };
        for step in [CareStep::CheckTeeth, CareStep::CheckImmunisations, CareStep::AskQuestions] {
            let day = soon(self);
            self.plan_care_step(child, day, step);
        }
        match age {
            ..3 => self.plan_first_education_plan(child),
            _ => self.plan_education_review(child),
        }
        self.spell(child).visits = 1;
        let visit = plus_days(self.today, self.children[child].pace.chance.between(2, 40));
        self.plan_care_step(child, self.days.on_or_after(visit), CareStep::Visit(1));
    }
    /// Grown up in care, and with an adviser until 25 at most.
    fn take_over_leaver(&mut self) {
        let age = self.chance.between(18, 24);
        let family = self.new_family(&[age], false);
        let child = self.families[family].children[0];
        let born = self.children[child].born.unwrap_or(self.today);
        self.children[child].gone = true;
        let adviser = self.someone_in(Kind::LeavingCare);
        let about = self.children[child].about();
        let identity = self.identity(child);
        self.children[child].registered = true;
        self.say(adviser, about, practice::people::Fact::Registered(identity));
        self.allocate(child, Part::Adviser, adviser);
        let eighteen = birthday(born, 18);
        let since = plus_days(eighteen, -self.children[child].pace.chance.between(150, 3500));
        let placement = Placement { legal_status: "C2".into(), place: "U6".into(), ..Placement::default() };
        self.say_of(adviser, about, since, Care::PlacementBegan(placement));
        self.say_of(adviser, about, eighteen, Care::CeasedToBeLookedAfter { reason: "E17".into() });
        let until = self.children[child].pace.chance.weigh(&[(5, 21), (4, 23), (91, 25)]).max(age + 1);
        self.plan(start_of(birthday(born, until)), Entry::AdviserEnds { child });
        self.take_over_grown_up(child);
    }
}
