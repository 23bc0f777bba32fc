//! Young people who leave care: the adviser from 16, the plan, being in touch, losing touch and being found.
use super::{
    Entry, Town,
    chance::Chance,
    days::{Duty, Pace, at_work},
    named, words,
};
use practice::{
    Date, Id,
    day::{birthday, date, days_between, plus_days, plus_months, plus_weeks, start_of},
    leavers::{
        Category, Fact,
        touch::{By, CameOfIt, Contact, How, Need, Source},
    },
    people::Part,
};

/// The advisers write down the whole of their work from this day on, long before the others: the return of 2025 asks
/// after birthdays since April 2024, and who was spoken with in the three months before each.
pub(super) const TOLD: Date = date(2024, 1, 1);

#[derive(Clone)]
pub(super) struct Leaver {
    pub(super) category: Category,
    /// A letter of the codes of accommodation; nothing for as long as they are looked after.
    pub(super) lives: &'static str,
    /// Moves, so that what was planned before the last falls away.
    pub(super) moves: u32,
    need: Need,
    /// Attempts since the last answer.
    tries: u32,
    lost: bool,
    /// From 21 on support is offered every year, and an adviser comes with asking.
    offered: bool,
    pub(super) asked: bool,
    staying_put: bool,
    /// What chance brings here moves nothing of their childhood.
    pace: Pace,
}
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Step {
    Assess,
    Plan,
    Review,
    GiveHealthHistory,
    /// The first morning on which all of this work is written down.
    Whole,
    Touch,
    Search,
    Find,
    VisitHome {
        moves: u32,
    },
    ReviewAfterMove {
        moves: u32,
    },
    SixMonthsAtHome {
        spells: u32,
    },
    TurnTwentyOne,
    Offer,
    Settle,
    ReviewStayingPut,
    MoveOn {
        moves: u32,
    },
    NewActivity,
}

impl Town {
    pub(super) fn leaver_step(&mut self, child: usize, step: Step) {
        if self.children[child].leaver.is_none() && step == Step::TurnTwentyOne {
            return self.say_as_adviser(child, Fact::CategoryRecorded { category: Category::None });
        }
        if self.children[child].leaver.is_none() || self.children[child].age(self.today) >= 25 {
            return;
        }
        match step {
            Step::Assess => self.assess_needs(child),
            Step::Plan => self.prepare_plan(child),
            Step::Review => self.review_plan(child),
            Step::GiveHealthHistory => self.give_health_history(child),
            Step::Whole => self.write_down_the_whole(child),
            Step::Touch => self.try_touch(child),
            Step::Search => self.search_for(child),
            Step::Find => self.found(child),
            Step::VisitHome { moves } => self.visit_home(child, moves),
            Step::ReviewAfterMove { moves } => self.review_after_move(child, moves),
            Step::SixMonthsAtHome { spells } => self.six_months_at_home(child, spells),
            Step::TurnTwentyOne => self.turn_twenty_one(child),
            Step::Offer => self.offer_support(child),
            Step::Settle => self.settle(child),
            Step::ReviewStayingPut => self.review_staying_put(child),
            Step::MoveOn { moves } => self.move_leaver_on(child, moves),
            Step::NewActivity => self.take_up_something(child),
        }
    }
    pub(super) fn is_told(&self) -> bool {
        self.today >= TOLD
    }
    pub(super) fn plan_leaver(&mut self, child: usize, day: Date, step: Step) {
        let day = self.days.on_or_after(day);
        let at = at_work(day, self.chance_of_leaver(child));
        self.plan(at, Entry::Leaver { child, step });
    }
    fn pace_of_leaver(&mut self, child: usize) -> &mut Pace {
        let c = &mut self.children[child];
        c.leaver.as_mut().map_or(&mut c.pace, |leaver| &mut leaver.pace)
    }
    pub(super) fn chance_of_leaver(&mut self, child: usize) -> &mut Chance {
        &mut self.pace_of_leaver(child).chance
    }
    pub(super) fn done_by_adviser(&mut self, child: usize, duty: Duty, due: Date, slack: i64) -> Option<Date> {
        let c = &mut self.children[child];
        c.leaver.as_mut().map_or(&mut c.pace, |leaver| &mut leaver.pace).done(duty, due, slack, &self.days)
    }
    fn owe_leaver(&mut self, child: usize, duty: Duty, due: Date, slack: i64, step: Step) {
        if let Some(day) = self.done_by_adviser(child, duty, due, slack) {
            self.plan_leaver(child, day, step);
        }
    }
    pub(super) fn leaver(&mut self, child: usize) -> &mut Leaver {
        self.children[child].leaver.as_mut().expect("a step of a leaver belongs to one, which was asked before")
    }
    /// The adviser, or the worker for as long as there is none.
    pub(super) fn adviser_of(&self, child: usize) -> usize {
        self.holder(child, Part::Adviser).unwrap_or(named::ADVISERS_MANAGER_INDEX)
    }
    pub(super) fn say_as_adviser(&mut self, child: usize, fact: Fact) {
        let (who, about) = (self.adviser_of(child), self.children[child].about());
        self.say(who, about, fact);
    }
    pub(super) fn record_category(&mut self, child: usize, category: Category) {
        self.leaver(child).category = category;
        self.say_as_adviser(child, Fact::CategoryRecorded { category });
    }
    /// Keeps in touch: has left care, and has an adviser in law.
    fn is_kept_in_touch(&self, child: usize) -> bool {
        let c = &self.children[child];
        let Some(leaver) = &c.leaver else { return false };
        c.care.is_none() && !leaver.offered && matches!(leaver.category, Category::Relevant | Category::FormerRelevant)
    }
    fn has_plan(&self, child: usize) -> bool {
        let eligible = self.children[child].leaver.as_ref().is_some_and(|l| l.category == Category::Eligible);
        eligible || self.is_kept_in_touch(child)
    }

    // How it begins.

    fn new_leaver(&mut self, child: usize, category: Category) {
        let mut pace = Pace::new(Chance::of_id(Id::from_u128(!self.children[child].id.as_u128())));
        pace.steered = self.children[child].pace.steered;
        let need = pace.chance.weigh(&[(2, Need::High), (6, Need::Medium), (2, Need::Low)]);
        let leaver = Leaver {
            category,
            lives: "",
            moves: 0,
            need,
            tries: 0,
            lost: false,
            offered: false,
            asked: false,
            staying_put: false,
            pace,
        };
        self.children[child].leaver = Some(leaver);
        if let Some(born) = self.children[child].born.filter(|b| birthday(*b, 21) > self.today) {
            self.plan(start_of(birthday(born, 21)), Entry::Leaver { child, step: Step::TurnTwentyOne });
        }
    }
    /// Sixteen, looked after for thirteen weeks, and with an adviser since today.
    pub(super) fn begin_leaving(&mut self, child: usize) {
        if self.children[child].leaver.is_some() {
            return;
        }
        let age = self.children[child].age(self.today);
        let in_care = self.children[child].care.is_some();
        self.new_leaver(child, if in_care { Category::Eligible } else { Category::Relevant });
        self.say_as_adviser(child, Fact::AdviserIntroduced);
        let category = self.leaver(child).category;
        self.record_category(child, category);
        let due = plus_days(self.today, 40);
        self.owe_leaver(child, Duty::NeedsAssessment, due, 12, Step::Assess);
        let Some(born) = self.children[child].born.filter(|_| age < 18) else { return };
        let by = plus_days(birthday(born, 18), -10);
        if by > self.today {
            self.owe_leaver(child, Duty::HealthHistory, by, 60, Step::GiveHealthHistory);
        }
        if !in_care {
            self.keep_in_touch(child);
        }
    }
    /// Grown up when the town opened: what the old system knew of the plan comes with the whole of the work.
    pub(super) fn take_over_grown_up(&mut self, child: usize) {
        self.new_leaver(child, Category::FormerRelevant);
        self.record_category(child, Category::FormerRelevant);
        let is_21 = self.children[child].age(self.today) >= 21;
        self.leaver(child).offered = is_21;
        self.plan_leaver(child, TOLD, Step::Whole);
    }
    fn write_down_the_whole(&mut self, child: usize) {
        if self.children[child].care.is_some() {
            return;
        }
        self.settle(child);
        let (who, about) = (self.adviser_of(child), self.children[child].about());
        let ago = self.chance_of_leaver(child).between(5, 160);
        let reviewed = self.days.on_or_before(plus_days(self.today, -ago));
        if self.leaver(child).offered {
            self.say_of(who, about, reviewed, Fact::SupportOffered { how: How::Letter });
            self.plan_offer(child, plus_months(reviewed, 12));
        } else if self.is_kept_in_touch(child) {
            self.say_of(who, about, reviewed, Fact::PathwayPlanPrepared);
            self.owe_leaver(child, Duty::PathwayReview, plus_months(reviewed, 6), 20, Step::Review);
            self.keep_in_touch(child);
        }
    }
    fn assess_needs(&mut self, child: usize) {
        self.say_as_adviser(child, Fact::NeedsAssessmentBegan);
        self.say_as_adviser(child, Fact::NeedsAssessmentCompleted);
        let due = plus_days(self.today, 8);
        self.owe_leaver(child, Duty::PathwayPlan, due, 4, Step::Plan);
    }
    fn prepare_plan(&mut self, child: usize) {
        self.say_as_adviser(child, Fact::PathwayPlanPrepared);
        let documents = self.chance_of_leaver(child).between(2, 5);
        self.hold_documents(child, documents);
        self.owe_leaver(child, Duty::PathwayReview, plus_months(self.today, 6), 20, Step::Review);
    }
    fn review_plan(&mut self, child: usize) {
        if !self.has_plan(child) {
            return;
        }
        if self.is_told() {
            self.say_as_adviser(child, Fact::PathwayPlanReviewed);
        }
        self.owe_leaver(child, Duty::PathwayReview, plus_months(self.today, 6), 20, Step::Review);
    }
    fn give_health_history(&mut self, child: usize) {
        if !self.is_told() {
            return;
        }
        let taken = self.children[child].pace.steered || self.chance_of_leaver(child).happens(850);
        self.say_as_adviser(child, Fact::HealthHistoryOffered { taken });
        if !taken {
            let again = plus_days(self.today, self.chance_of_leaver(child).between(60, 200));
            self.plan_leaver(child, again, Step::GiveHealthHistory);
        }
    }

    // What they are in law.

    /// Ceased to be looked after at 16 or 17: relevant, and home for six months is something else.
    pub(super) fn leave_as_relevant(&mut self, child: usize) {
        self.record_category(child, Category::Relevant);
        self.keep_in_touch(child);
    }
    /// In care at 16 or 17 for less than thirteen weeks in all.
    pub(super) fn call_qualifying(&mut self, child: usize, since: Option<Date>) {
        let c = &self.children[child];
        let (age, short) = (c.age(self.today), since.is_some_and(|s| (2..80).contains(&days_between(s, self.today))));
        let Some(born) = c.born.filter(|_| (16..18).contains(&age) && short && c.spells == 1 && c.leaver.is_none())
        else {
            return;
        };
        self.say_as_worker(child, Fact::CategoryRecorded { category: Category::Qualifying });
        self.plan(start_of(birthday(born, 21)), Entry::Leaver { child, step: Step::TurnTwentyOne });
    }
    pub(super) fn six_months_at_home(&mut self, child: usize, spells: u32) {
        let c = &self.children[child];
        let grown_up = c.age(self.today) >= 18;
        if c.spells != spells || c.care.is_some() || grown_up || self.leaver(child).category != Category::Relevant {
            return;
        }
        let guardian = self.leaver(child).lives == "guardian";
        self.record_category(child, if guardian { Category::QualifyingBySgo } else { Category::Qualifying });
    }
    pub(super) fn come_back_from_home(&mut self, child: usize) {
        let Some(leaver) = &mut self.children[child].leaver else { return };
        leaver.moves += 1;
        if !std::mem::take(&mut leaver.lives).is_empty() {
            self.say_as_adviser(child, Fact::AccommodationEnded);
            self.say_as_adviser(child, Fact::LivingWithEnded);
            self.record_category(child, Category::Eligible);
        }
    }
    /// Eighteen: nothing but where and how they live changes for those who had an adviser as a child.
    pub(super) fn grow_up(&mut self, child: usize) {
        let Some(leaver) = &self.children[child].leaver else { return };
        if !matches!(leaver.category, Category::Eligible | Category::Relevant) {
            return;
        }
        let settled = !leaver.lives.is_empty();
        self.record_category(child, Category::FormerRelevant);
        if !settled {
            self.settle(child);
            self.keep_in_touch(child);
        }
    }
    fn turn_twenty_one(&mut self, child: usize) {
        if std::mem::take(&mut self.leaver(child).staying_put) {
            let why = "21".into();
            self.say_as_adviser(child, Fact::StayingPutEnded { why });
        }
        if self.leaver(child).category != Category::FormerRelevant {
            self.record_category(child, Category::None);
            self.deallocate(child, Part::Adviser);
            return;
        }
        if self.children[child].pace.steered {
            self.leaver(child).offered = true;
            return;
        }
        // One in five learns on; one in eight asks for support at once; the others are offered it every year.
        match self.chance_of_leaver(child).weigh(&[(20, 'l'), (12, 'a'), (68, 'o')]) {
            'l' => self.learn_on(child),
            'a' => {
                self.leaver(child).asked = true;
                self.say_as_adviser(child, Fact::SupportRequested);
                self.owe_leaver(child, Duty::NeedsAssessment, plus_days(self.today, 60), 20, Step::Assess);
            }
            _ => self.take_up_something(child),
        }
    }
    /// Neither learning nor supported.
    pub(super) fn offer_from_now(&mut self, child: usize) {
        if !std::mem::replace(&mut self.leaver(child).offered, true) {
            let soon = plus_days(self.today, self.chance_of_leaver(child).between(5, 80));
            self.plan_offer(child, soon);
        }
    }
    /// Here and there it is forgotten, and nobody asks.
    fn plan_offer(&mut self, child: usize, due: Date) {
        if self.chance_of_leaver(child).happens(40) {
            return;
        }
        self.owe_leaver(child, Duty::YearlyOffer, due.max(plus_days(self.today, 1)), 30, Step::Offer);
    }
    fn offer_support(&mut self, child: usize) {
        if !self.leaver(child).offered {
            return;
        }
        if self.is_told() {
            let how = self.chance_of_leaver(child).weigh(&[(5, How::Letter), (3, How::Call), (2, How::Met)]);
            self.say_as_adviser(child, Fact::SupportOffered { how });
            // In a call or at a meeting they were spoken with.
            if how != How::Letter {
                self.say_contact(child, how, CameOfIt::TwoWay, By::Adviser);
            }
        }
        self.plan_offer(child, plus_months(self.today, 12));
    }
    /// Nobody who learns or is supported is left without one before 25.
    pub(super) fn end_adviser(&mut self, child: usize) {
        if self.is_kept_in_touch(child) && self.children[child].age(self.today) < 25 {
            let again = plus_months(self.today, 6);
            return self.plan(start_of(again), Entry::AdviserEnds { child });
        }
        self.deallocate(child, Part::Adviser);
    }

    // Being in touch.

    /// Written down since the whole of the work is.
    pub(super) fn keep_in_touch(&mut self, child: usize) {
        if self.today < TOLD {
            return self.plan_leaver(child, TOLD, Step::Touch);
        }
        let need = self.leaver(child).need;
        if need != Need::Medium && self.leaver(child).tries == 0 {
            self.say_as_adviser(child, Fact::NeedOfContactRated { need });
        }
        self.plan_touch(child);
    }
    fn plan_touch(&mut self, child: usize) {
        let weeks = match self.leaver(child).need {
            Need::High => 4,
            Need::Medium => 8,
            Need::Low => 12,
        };
        self.owe_leaver(child, Duty::InTouch, plus_weeks(self.today, weeks), 16, Step::Touch);
    }
    fn try_touch(&mut self, child: usize) {
        if !self.is_kept_in_touch(child) || self.leaver(child).lost {
            return;
        }
        let pace = self.pace_of_leaver(child);
        let answers = pace.steered || pace.chance.happens(800);
        let by = if pace.chance.happens(150) { By::YoungPerson } else { By::Adviser };
        let how = pace.chance.weigh(&[(4, How::Call), (3, How::Met), (2, How::AtHome), (3, How::Message)]);
        if answers {
            self.leaver(child).tries = 0;
            self.say_contact(child, how, CameOfIt::TwoWay, by);
            return self.plan_touch(child);
        }
        let came_of_it = self.chance_of_leaver(child).weigh(&[
            (5, CameOfIt::NoAnswer),
            (3, CameOfIt::MessageLeft),
            (1, CameOfIt::HeardOf),
        ]);
        self.say_contact(child, how, came_of_it, By::Adviser);
        self.leaver(child).tries += 1;
        let given_up = self.leaver(child).tries >= 3 && self.chance_of_leaver(child).happens(400);
        self.leaver(child).lost = given_up;
        let soon = plus_days(self.today, self.chance_of_leaver(child).between(3, 12));
        self.plan_leaver(child, soon, if given_up { Step::Search } else { Step::Touch });
    }
    pub(super) fn say_contact(&mut self, child: usize, how: How, came_of_it: CameOfIt, by: By) {
        let chance = self.chance_of_leaver(child);
        let (childs_words, notes) = words::leaver(came_of_it == CameOfIt::TwoWay, chance);
        self.say_as_adviser(child, Fact::Contacted(Contact { how, came_of_it, by, childs_words, notes }));
    }
    /// Everybody who may know is asked; mostly one of them does.
    fn search_for(&mut self, child: usize) {
        for of in Source::ALL {
            self.say_as_adviser(child, Fact::SearchAsked { who: of });
        }
        let found = self.chance_of_leaver(child).happens(650);
        let knows = *self.chance_of_leaver(child).pick(&Source::ALL);
        for of in Source::ALL {
            if self.chance_of_leaver(child).happens(if of == knows { 1000 } else { 600 }) {
                let known = found && of == knows;
                let words = if known { "Seen last week; will pass on that we ask." } else { "Nothing known." };
                let (who, about) = (self.adviser_of(child), self.children[child].about());
                let after = self.chance_of_leaver(child).between(2, 15);
                let at = at_work(self.days.on_or_after(plus_days(self.today, after)), self.chance_of_leaver(child));
                self.say_at(at, who, about, Fact::SearchAnswered { who: of, known, words: words.into() });
            }
        }
        if found {
            let day = plus_days(self.today, self.chance_of_leaver(child).between(18, 70));
            self.plan_leaver(child, day, Step::Find);
        } else if self.chance_of_leaver(child).happens(300) {
            let childs_words = "I need a break from all of you. I'll ring when I want to.".into();
            self.say_as_adviser(child, Fact::SteppedAway { childs_words });
        }
    }
    fn found(&mut self, child: usize) {
        let leaver = self.leaver(child);
        (leaver.lost, leaver.tries) = (false, 0);
        self.say_contact(child, How::Met, CameOfIt::TwoWay, By::YoungPerson);
        if self.is_kept_in_touch(child) {
            self.plan_touch(child);
        }
    }
    pub(super) fn stays_put(&mut self, child: usize) {
        self.leaver(child).staying_put = true;
        let family = self.children[child].family;
        let carer = format!(
            "{} {}",
            ["Mary", "Joan", "Alan", "Denise"][family % 4],
            ["Fielding", "Roe", "Birkett"][family % 3]
        );
        self.say_as_adviser(child, Fact::StayingPutBegan { carer });
        self.plan_staying_put_review(child);
    }
    fn plan_staying_put_review(&mut self, child: usize) {
        self.owe_leaver(child, Duty::PathwayReview, plus_months(self.today, 6), 20, Step::ReviewStayingPut);
    }
    fn review_staying_put(&mut self, child: usize) {
        if self.leaver(child).staying_put {
            if self.is_told() {
                self.say_as_adviser(child, Fact::StayingPutReviewed);
            }
            self.plan_staying_put_review(child);
        }
    }
    pub(super) fn end_staying_put(&mut self, child: usize, why: &str) {
        if std::mem::take(&mut self.leaver(child).staying_put) {
            self.say_as_adviser(child, Fact::StayingPutEnded { why: why.into() });
        }
    }
}
