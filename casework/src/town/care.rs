//! Coming into care, moving, orders, and leaving: what makes an episode.
use super::{
    Entry, Town,
    days::{Duty, hour},
    families::learner,
    goings::{Going, is_private, provider_of, urn_of},
    named,
    workforce::Kind,
};
use practice::{
    Date,
    care::{Ahead, Fact, Placement},
    day::{birthday, date, days_between, plus_days, plus_weeks, start_of},
    front_door,
    people::Part,
};

/// One time in care, from the day a child comes until the day they leave.
#[derive(Clone, Debug)]
pub(super) struct Spell {
    pub(super) since: Date,
    pub(super) placed: Date,
    pub(super) going: Going,
    pub(super) long_term: bool,
    pub(super) fewer_visits: bool,
    pub(super) ahead: Option<Ahead>,
    pub(super) reviews: u32,
    /// A visit planned before the last move is not made.
    pub(super) visits: u32,
    /// Where the child lives.
    pub(super) home: Placement,
}
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Step {
    NameReviewer,
    SignPlacementPlan,
    PrepareCarePlan,
    Visit(u32),
    Review,
    SendDecisions,
    CheckMidway,
    HandOver,
    NameAdviser,
    MakeOrder(&'static str),
    FinishAssessment,
    AgreeLongTerm,
    DecideAdoption,
    MatchWithAdopters,
    Move(&'static str),
    /// A move that nobody planned.
    MoveOn,
    ThinkOfMoving,
    AssessHealth {
        initial: bool,
    },
    CheckTeeth,
    CheckImmunisations,
    AskQuestions,
    MakeEducationPlan,
    ReviewEducationPlan,
    FindSchool,
    MakeNote,
    RunAway,
    Leave(&'static str),
}
/// Registered supported accommodation has a code of its own from this day, and its forerunner none.
pub(super) const SUPPORTED: Date = date(2024, 4, 1);

impl Town {
    pub(super) fn in_spell(&self, child: usize, spell: u32) -> bool {
        self.children[child].care.is_some() && self.children[child].spells == spell
    }
    pub(super) fn care_step(&mut self, child: usize, step: Step) {
        match step {
            Step::NameReviewer => self.name_reviewer(child),
            Step::SignPlacementPlan => self.write_as_worker(child, Fact::PlacementPlanSigned { ahead: false }),
            Step::PrepareCarePlan => self.write_as_worker(child, Fact::CarePlanPrepared),
            Step::Visit(number) => self.visit_in_care(child, number),
            Step::Review => self.review_care(child),
            Step::SendDecisions => self.send_decisions(child),
            Step::CheckMidway => self.check_midway(child),
            Step::HandOver => self.hand_over_to_care_team(child),
            Step::NameAdviser => self.name_adviser(child),
            Step::MakeOrder(legal) => self.make_order(child, legal),
            Step::FinishAssessment => self.finish_assessment(child),
            Step::AgreeLongTerm => self.agree_long_term(child),
            Step::DecideAdoption => self.decide_adoption(child),
            Step::MatchWithAdopters => self.match_with_adopters(child),
            Step::Move(place) => self.move_to(child, place),
            Step::MoveOn => self.move_on(child),
            Step::ThinkOfMoving => self.plan_next_move(child),
            Step::AssessHealth { initial } => self.assess_health(child, initial),
            Step::CheckTeeth => self.check_teeth(child),
            Step::CheckImmunisations => self.check_immunisations(child),
            Step::AskQuestions => self.ask_questions(child),
            Step::MakeEducationPlan => self.make_education_plan(child),
            Step::ReviewEducationPlan => self.review_education_plan(child),
            Step::FindSchool => self.find_school(child),
            Step::MakeNote => self.make_care_note(child),
            Step::RunAway => self.run_away(child),
            Step::Leave(reason) => self.leave_care(child, reason),
        }
    }
    pub(super) fn say_as_worker(&mut self, child: usize, fact: impl Into<practice::Fact>) {
        let (who, about) = (self.worker_of(child), self.children[child].about());
        self.say(who, about, fact);
    }
    /// Said only since the whole of the work is written down.
    pub(super) fn write_as_worker(&mut self, child: usize, fact: impl Into<practice::Fact>) {
        let (who, about) = (self.worker_of(child), self.children[child].about());
        self.say_since_whole(who, about, fact);
    }
    pub(super) fn spell(&mut self, child: usize) -> &mut Spell {
        self.children[child].care.as_mut().expect("a step in care belongs to a spell, which was asked before")
    }
    /// Due on a day, in the diary of a child in care.
    pub(super) fn owe_in_care(&mut self, child: usize, duty: Duty, due: Date, slack: i64, step: Step) {
        if let Some(day) = self.children[child].pace.done(duty, due, slack, &self.days) {
            self.plan_care_step(child, day, step);
        }
    }

    /// Some of a family's children cannot stay: mostly all of them.
    pub(super) fn some_come_into_care(&mut self, case: usize) {
        let all = self.case_chance(case).happens(700);
        let mut members = self.cases[case].members.clone();
        members.retain(|c| self.children[*c].born.is_some() && self.days_of_childhood(*c) > 60);
        for child in members.into_iter().take(if all { 9 } else { 1 }) {
            let going = self.draw_going(child);
            self.come_into_care(child, going);
        }
    }
    pub(super) fn come_into_care(&mut self, child: usize, going: Going) {
        self.conclude_for(child, "LEGAL", "CLA");
        self.end_pre_proceedings(child, going.legal == "C1");
        self.leave_case(child);
        self.children[child].spells += 1;
        let (who, about) = (self.worker_of(child), self.children[child].about());
        if std::mem::take(&mut self.children[child].learned.referral_undecided) {
            let (outcome, why) = ("OTH".into(), "Looked after before it was decided.".into());
            self.say(who, about, front_door::Fact::ReferralDecided { outcome, why });
            self.say(who, about, front_door::Fact::PrimaryNeedIdentified { need: going.need.into() });
        }
        let placement = self.placement(child, &going, true);
        self.come_back_from_home(child);
        self.say(who, about, Fact::PlacementBegan(placement.clone()));
        self.begin_spell(child, going, self.today, placement);
        self.identify(who, child);
        self.learn_earlier_permanence(who, child);
        self.deprive_of_liberty(child);
        self.plan_entry(child);
        self.plan_course(child);
    }
    pub(super) fn placement(&mut self, child: usize, going: &Going, first: bool) -> Placement {
        let family = self.children[child].family;
        let home = self.families[family].postcode.clone();
        let away = going.place != "P1";
        let mut urns = learner(self.children[child].id, 6 + (u128::from(self.today.year().unsigned_abs()) << 8));
        let known = self.children[child].pace.slip(Duty::Registration, self.today).is_none();
        let urn = urn_of(going.place, going.provider, &mut urns).filter(|_| known);
        let chance = &mut self.children[child].pace.chance;
        Placement {
            legal_status: if first { going.legal.into() } else { String::new() },
            place: going.place.into(),
            provider: Some(going.provider.into()),
            need: first.then(|| going.need.into()),
            placement_postcode: Some(if away { super::names::postcode(chance) } else { home.clone() }),
            home_postcode: Some(home),
            urn,
            intended_to_last_to_18: matches!(going.place, "U1" | "U4"),
            ahead_of_assessment: going.ahead,
            ..Placement::default()
        }
    }
    pub(super) fn begin_spell(&mut self, child: usize, going: Going, since: Date, home: Placement) {
        self.children[child].care = Some(Spell {
            since,
            placed: since,
            long_term: matches!(going.place, "U1" | "U4"),
            fewer_visits: false,
            ahead: going.ahead,
            reviews: 0,
            visits: 0,
            going,
            home,
        });
    }
    /// What the first weeks ask for.
    fn plan_entry(&mut self, child: usize) {
        let today = self.today;
        let day = |n: i64, town: &Town| town.days.after(today, n);
        let (two, four, one) = (day(10, self), day(20, self), day(5, self));
        self.owe_in_care(child, Duty::ReviewingOfficer, one, 3, Step::NameReviewer);
        self.owe_in_care(child, Duty::CarePlan, two, 4, Step::PrepareCarePlan);
        self.owe_in_care(child, Duty::Review, four, 4, Step::Review);
        self.owe_in_care(child, Duty::Health, four, 5, Step::AssessHealth { initial: true });
        self.plan_first_education_plan(child);
        let teeth = plus_days(today, 300);
        self.owe_in_care(child, Duty::Dental, teeth, 200, Step::CheckTeeth);
        let jabs = plus_days(today, 340);
        self.owe_in_care(child, Duty::Immunisations, jabs, 200, Step::CheckImmunisations);
        let asked = plus_days(today, 365);
        self.owe_in_care(child, Duty::Questionnaire, asked, 20, Step::AskQuestions);
        self.placed(child);
        let fostered = self.spell(child).going.place.starts_with('U');
        if !self.children[child].pace.steered {
            if fostered && self.children[child].pace.chance.happens(300) {
                let supervisor = self.someone_in(Kind::Fostering);
                self.allocate(child, Part::SupervisingWorker, supervisor);
            }
            let over = plus_days(today, 40 + self.children[child].pace.chance.between(0, 50));
            self.plan_care_step(child, self.days.on_or_after(over), Step::HandOver);
        }
    }
    /// What each new placement asks for.
    fn placed(&mut self, child: usize) {
        let due = self.days.after(self.today, 5);
        self.owe_in_care(child, Duty::PlacementPlan, due, 3, Step::SignPlacementPlan);
        let number = self.spell(child).visits + 1;
        self.spell(child).visits = number;
        let due = plus_weeks(self.today, 1);
        self.owe_in_care(child, Duty::Visit, due, 4, Step::Visit(number));
        if self.spell(child).ahead.is_some() {
            let done = plus_days(self.today, self.children[child].pace.chance.between(60, 105));
            self.plan_care_step(child, self.days.on_or_after(done), Step::FinishAssessment);
        }
    }
    /// What lies ahead: orders, moves, a home until 18, an adviser, a way out.
    pub(super) fn plan_course(&mut self, child: usize) {
        let Spell { since, going, .. } = self.spell(child).clone();
        let on = |after: i64, town: &Town| town.days.on_or_after(plus_days(since, after).max(plus_days(town.today, 1)));
        let stays = |after: i64, town: &Town| going.leaves.is_none_or(|(left, _)| on(left, town) > on(after, town));
        if let Some(after) = going.care_order_after.filter(|after| stays(*after, self)) {
            self.plan_care_step(child, on(after, self), Step::MakeOrder("C2"));
        }
        if let Some(after) = going.long_term_after {
            self.plan_care_step(child, on(after, self), Step::AgreeLongTerm);
        }
        match going.leaves {
            Some((after, reason)) if going.is_adopted() => self.plan_adoption(child, after, reason),
            Some((after, reason)) => self.plan_care_step(child, on(after, self), Step::Leave(reason)),
            None => {}
        }
        self.plan_next_move(child);
        if going.runs_away {
            self.plan_next_run(child);
        }
        if let Some(born) = self.children[child].born.filter(|_| !self.children[child].pace.steered) {
            let day = plus_days(birthday(born, 16), 45).max(plus_days(since, 100)).max(plus_days(self.today, 1));
            self.plan_care_step(child, self.days.on_or_after(day), Step::NameAdviser);
        }
        let note = plus_days(self.today.max(super::days::WHOLE), self.children[child].pace.chance.between(10, 60));
        self.plan_care_step(child, self.days.on_or_after(note), Step::MakeNote);
    }
    fn plan_next_move(&mut self, child: usize) {
        let spell = self.spell(child).clone();
        let chance = &mut self.children[child].pace.chance;
        // Moves are likeliest in the first year and rare once a home is meant to last.
        let years = days_between(spell.since, self.today) / 365;
        let odds = if spell.long_term {
            spell.going.moves / 5
        } else {
            spell.going.moves / (1 + u64::try_from(years).unwrap_or(0))
        };
        let after = chance.between(40, 365);
        let (step, after) = if chance.happens(odds) { (Step::MoveOn, after) } else { (Step::ThinkOfMoving, 365) };
        self.plan_care_step(child, self.days.on_or_after(plus_days(self.today, after)), step);
    }
    fn move_on(&mut self, child: usize) {
        // Who goes home today moves nowhere before.
        let Spell { since, going, .. } = self.spell(child).clone();
        let leaves = going.leaves.map(|(after, _)| self.days.on_or_after(plus_days(since, after)));
        if leaves == Some(self.today) {
            return;
        }
        let place = match self.children[child].age(self.today) {
            16.. if self.today >= SUPPORTED => "K3",
            16.. => "H5",
            11.. => self.children[child].pace.chance.weigh(&[(6, "U6"), (4, "K2")]),
            _ => "U6",
        };
        self.move_to(child, place);
    }
    pub(super) fn move_to(&mut self, child: usize, place: &'static str) {
        let (who, about) = (self.worker_of(child), self.children[child].about());
        let chance = &mut self.children[child].pace.chance;
        let reason = match place {
            "A5" | "A6" | "U4" | "P1" => "CARPL",
            _ => chance.weigh(&[(3, "CREQB"), (2, "CREQO"), (2, "CHILD"), (3, "CARPL"), (1, "STAND"), (1, "CLOSE")]),
        };
        let school_lost = !place.starts_with('A') && chance.happens(180) && !self.children[child].pace.steered;
        self.end_deprivation_of_liberty(child);
        self.say(who, about, Fact::PlacementEnded { reason: reason.into() });
        let provider = provider_of(place, is_private(place, &mut self.children[child].pace.chance));
        let going = Going { place, provider, ahead: None, ..self.spell(child).going };
        let mut placement = self.placement(child, &going, false);
        if place == "A5" {
            // Those who foster the child are going to adopt.
            let home = self.spell(child).home.clone();
            let (postcode, urn, provider) = (home.placement_postcode, home.urn, home.provider);
            placement = Placement { same_carers: true, placement_postcode: postcode, urn, provider, ..placement };
        }
        self.say(who, about, Fact::PlacementBegan(placement.clone()));
        let today = self.today;
        let spell = self.spell(child);
        spell.home = placement;
        (spell.placed, spell.ahead, spell.long_term, spell.going) = (today, None, place == "U4", going);
        self.deprive_of_liberty(child);
        self.placed(child);
        if school_lost && (5..16).contains(&self.children[child].age(today)) {
            self.lose_school(child);
        }
        if !self.children[child].pace.steered {
            self.plan_next_move(child);
        }
    }
    pub(super) fn make_order(&mut self, child: usize, legal: &'static str) {
        self.spell(child).going.legal = legal;
        self.say_as_worker(child, Fact::LegalStatusChanged { legal_status: legal.into() });
    }
    fn finish_assessment(&mut self, child: usize) {
        if self.spell(child).ahead.take().is_some() {
            self.say_as_worker(child, Fact::PlacementAssessed);
        }
    }
    fn agree_long_term(&mut self, child: usize) {
        let fewer_visits = self.children[child].age(self.today) >= 10 && self.children[child].pace.chance.happens(250);
        let spell = self.spell(child);
        if spell.going.place == "P1" {
            return;
        }
        (spell.long_term, spell.fewer_visits) = (true, fewer_visits);
        self.say_as_worker(child, Fact::LongTermAgreed { fewer_visits });
    }
    fn name_reviewer(&mut self, child: usize) {
        let reviewer = match self.children[child].pace.steered {
            true => named::REVIEWING_OFFICER_INDEX,
            false => self.someone_in(Kind::Reviewing),
        };
        self.allocate(child, Part::ReviewingOfficer, reviewer);
    }
    fn hand_over_to_care_team(&mut self, child: usize) {
        let worker = self.someone_in(Kind::LookedAfter);
        self.allocate(child, Part::Worker, worker);
    }
    fn name_adviser(&mut self, child: usize) {
        let adviser = match self.children[child].pace.steered {
            true => named::PERSONAL_ADVISER_INDEX,
            false => self.someone_in(Kind::LeavingCare),
        };
        self.allocate(child, Part::Adviser, adviser);
        self.begin_leaving(child);
    }
    pub(super) fn leave_care(&mut self, child: usize, reason: &'static str) {
        // Who becomes special guardian depends on where the child came to live.
        let reason = match (reason, self.spell(child).going.place) {
            ("E45", "U1" | "U3") => "E45",
            ("E45", "U4" | "U5" | "U6") => "E46",
            ("E45", _) => "E47",
            (reason, _) => reason,
        };
        self.end_deprivation_of_liberty(child);
        let came_alone = self.families[self.children[child].family].alone;
        if came_alone && self.children[child].age(self.today) < 18 {
            self.say_as_worker(child, Fact::UnaccompaniedStatusEnded);
        }
        self.say_as_worker(child, Fact::CeasedToBeLookedAfter { reason: reason.into() });
        let since = self.children[child].care.take().map(|spell| spell.since);
        self.live_elsewhere(child, reason);
        self.call_qualifying(child, since);
        self.deallocate(child, Part::ReviewingOfficer);
        self.deallocate(child, Part::SupervisingWorker);
        let closes = match reason {
            "E11" | "E12" => "RC1",
            "E41" => "RC3",
            "E45" | "E46" | "E47" => "RC4",
            _ => "RC7",
        };
        // A home for good, and not with us.
        if closes != "RC7" {
            self.children[child].gone = true;
        }
        // Home with help for a while, mostly.
        let after = match (closes, self.children[child].age(self.today) < 18) {
            (_, false) => 0,
            ("RC7", true) => self.children[child].pace.chance.between(20, 120),
            (_, true) => 14,
        };
        let at = hour(self.days.on_or_after(plus_days(self.today, after)), 15, &mut self.children[child].pace.chance);
        let spell = self.children[child].spells;
        self.plan(at, Entry::CloseAfterCare { child, spell, reason: closes });
    }
    pub(super) fn close_after_care(&mut self, child: usize, spell: u32, reason: &'static str) {
        let c = &self.children[child];
        if c.care.is_none()
            && c.spells == spell
            && self.families[c.family].case.is_none_or(|case| !self.cases[case].members.contains(&child))
        {
            self.close_referral(child, reason);
        }
    }
    /// At the start of the birthday, whatever the day of the week (Family Law Reform Act 1969 s9).
    pub(super) fn leave_care_at_eighteen(&mut self, child: usize) {
        if let Some(spell) = &self.children[child].care {
            let reason = match spell.going.place {
                // Whoever is missing on that day leaves care for no other reason (rule 580 of the 903).
                _ if self.children[child].missing => "E8",
                p if p.starts_with('U') => "E17",
                "K3" | "H5" => "E5",
                _ => "E6",
            };
            self.leave_care(child, reason);
        }
        if self.holder(child, Part::Adviser).is_some() {
            let born = self.children[child].born.unwrap_or(self.today);
            let until = self.children[child].pace.chance.weigh(&[(5, 21), (4, 23), (91, 25)]);
            self.plan(start_of(birthday(born, until)), Entry::AdviserEnds { child });
        }
    }
}
