//! Where young people live after care and what they do there.
use super::{
    Town,
    days::Duty,
    leavers::{Step, TOLD},
    names,
};
use practice::{
    Id,
    day::{plus_days, plus_months},
    leavers::{
        Category, Fact, With,
        living::{Accommodation, Activity, Document, Opportunity, Provided, Unsuitable},
        touch::{By, CameOfIt, How},
    },
    letters::{self, KeptFrom, Kind, Way},
};

/// Odds, the letter of its code, and whether the council provides it.
type Place = (u64, (&'static str, bool));
const AT_16: &[Place] = &[(4, ("D", true)), (3, ("E", true)), (1, ("K", false)), (1, ("B", false))];
const AT_18: &[Place] = &[
    (34, ("U", false)),
    (18, ("D", true)),
    (10, ("E", true)),
    (14, ("B", false)),
    (6, ("K", false)),
    (4, ("X", false)),
    (2, ("V", false)),
    (1, ("W", false)),
    (1, ("S", false)),
    (6, ("Y", false)),
];

impl Town {
    /// Where they go when care ends: home, to a special guardian, or somewhere of their own.
    pub(super) fn live_elsewhere(&mut self, child: usize, reason: &'static str) {
        let age = self.children[child].age(self.today);
        let about = self.children[child].about();
        let who = self.worker_of(child);
        let family = self.children[child].family;
        let home = matches!(reason, "E4A" | "E4B" | "E14").then(|| self.families[family].mother.1.clone());
        let guardian = matches!(reason, "E45" | "E46").then(|| format!("{}'s aunt", self.families[family].name));
        if guardian.is_some() {
            self.say(who, about, Fact::SpecialGuardianshipMade { looked_after_before: None });
        }
        // What counts from the 16th birthday on may begin in the half year before it.
        if let Some(who_with) = home.as_ref().or(guardian.as_ref()).filter(|_| (15..18).contains(&age)) {
            let with = if guardian.is_some() { With::ParentalResponsibility } else { With::Parent };
            self.say(who, about, Fact::LivingWithBegan { with, who: who_with.clone() });
        }
        if self.children[child].leaver.is_none() || !(16..18).contains(&age) {
            return;
        }
        self.leave_as_relevant(child);
        self.take_up_something(child);
        let spells = self.children[child].spells;
        match (home, guardian) {
            (Some(_), _) => self.lives(child, "B", false),
            (_, Some(_)) => {
                self.lives(child, "B", false);
                self.leaver(child).lives = "guardian";
            }
            // In custody, they said where.
            _ if reason == "E9" => return self.lives(child, "X", false),
            _ => {
                let (place, provided) = match self.children[child].pace.steered {
                    true => ("D", true),
                    false => self.chance_of_leaver(child).weigh(AT_16),
                };
                self.lives(child, place, provided);
                return;
            }
        }
        let step = Step::SixMonthsAtHome { spells };
        self.plan(practice::day::start_of(plus_months(self.today, 6)), super::Entry::Leaver { child, step });
    }
    /// At 18, or when all of it is first written down: a home and something to do.
    pub(super) fn settle(&mut self, child: usize) {
        if !self.leaver(child).lives.is_empty() {
            return;
        }
        if !self.is_told() {
            return self.plan_leaver(child, TOLD, Step::Settle);
        }
        let age = self.children[child].age(self.today);
        let stays = (18..21).contains(&age) && self.chance_of_leaver(child).happens(220);
        match stays {
            true => {
                self.lives(child, "Z", false);
                self.stays_put(child);
            }
            false => {
                let (place, provided) = self.chance_of_leaver(child).weigh(AT_18);
                self.lives(child, place, provided && age < 21);
            }
        }
        self.take_up_something(child);
        let held = self.chance_of_leaver(child).between(2, 5);
        self.hold_documents(child, held);
    }
    /// They move in today.
    pub(super) fn lives(&mut self, child: usize, place: &'static str, provided: bool) {
        let (today, relevant) = (self.today, self.leaver(child).category == Category::Relevant);
        let chance = self.chance_of_leaver(child);
        let suitable = match place {
            "S" | "X" => false,
            "V" | "W" => chance.happens(200),
            _ => chance.happens(930),
        };
        let why = match place {
            _ if suitable => vec![],
            "S" => vec![Unsuitable::NoHome],
            "X" => vec![Unsuitable::Custody],
            "W" => vec![Unsuitable::BedAndBreakfast],
            _ => vec![*chance.pick(&[Unsuitable::NotSafe, Unsuitable::Overcrowded, Unsuitable::CannotAffordIt])],
        };
        let release = (place == "X").then(|| plus_days(today, chance.between(60, 400)));
        let postcode = (!matches!(place, "S" | "X")).then(|| names::postcode(chance));
        let leaver = self.leaver(child);
        (leaver.lives, leaver.moves) = (place, leaver.moves + 1);
        let moves = leaver.moves;
        let of = Accommodation {
            accommodation: format!("{place}{}", if suitable { 1 } else { 2 }),
            unsuitable: why,
            provided: provided.then_some(if relevant { Provided::S23b } else { Provided::S24b }),
            with: String::new(),
            postcode,
            release,
        };
        let home = of.postcode.clone();
        self.say_as_adviser(child, Fact::AccommodationBegan(of));
        if self.is_told() {
            self.can_be_written_to(child, home, suitable);
        }
        if provided && self.is_told() {
            let due = plus_days(self.today, 7);
            self.owe_visit(child, due, 3, Step::VisitHome { moves });
            let due = plus_days(self.today, 28);
            self.owe_visit(child, due, 6, Step::ReviewAfterMove { moves });
        }
        if !self.children[child].pace.steered {
            let stays = match place {
                "S" | "V" | "W" => self.chance_of_leaver(child).between(8, 90),
                "X" => 0,
                _ => self.chance_of_leaver(child).between(150, 1100),
            };
            let out = release.unwrap_or(plus_days(self.today, stays));
            self.plan_leaver(child, out, Step::MoveOn { moves });
        }
    }
    /// The adviser writes down where post reaches them, once they were asked; of one in twelve nobody has asked. Where
    /// a home is not safe no post is.
    fn can_be_written_to(&mut self, child: usize, postcode: Option<String>, suitable: bool) {
        let way = Id::from_u128(self.children[child].id.as_u128() ^ 1);
        let (who, about) = (self.adviser_of(child), self.children[child].about());
        let Some(postcode) = postcode else {
            return self.say(who, about, letters::Fact::WayEnded { way, why: "Has no address now".into() });
        };
        let safe = if child % 12 == 5 { None } else { Some(suitable) };
        let reaches = format!("{} Mill Row\n{postcode}", child % 90 + 1);
        let (how, when, kept_from) = ("A plain envelope".into(), String::new(), KeptFrom::NoOne);
        let way = Way { way, kind: Kind::Post, reaches, safe, how, when, until: None, kept_from };
        self.say(who, about, letters::Fact::WayKnown(Box::new(way)));
    }
    fn owe_visit(&mut self, child: usize, due: practice::Date, slack: i64, step: Step) {
        if let Some(day) = self.done_by_adviser(child, Duty::MoveVisit, due, slack) {
            self.plan_leaver(child, day, step);
        }
    }
    pub(super) fn visit_home(&mut self, child: usize, moves: u32) {
        if self.leaver(child).moves == moves && self.children[child].care.is_none() {
            self.say_contact(child, How::AtHome, CameOfIt::TwoWay, By::Adviser);
            self.owe_visit(child, plus_months(self.today, 2), 10, Step::VisitHome { moves });
        }
    }
    pub(super) fn review_after_move(&mut self, child: usize, moves: u32) {
        if self.leaver(child).moves == moves && self.children[child].care.is_none() {
            self.say_as_adviser(child, Fact::PathwayPlanReviewed);
        }
    }
    pub(super) fn move_leaver_on(&mut self, child: usize, moves: u32) {
        let there = self.leaver(child).moves == moves && self.children[child].care.is_none();
        if !there || !self.is_told() || self.leaver(child).category != Category::FormerRelevant {
            return;
        }
        let age = self.children[child].age(self.today);
        let from = self.leaver(child).lives;
        // With parents or staying put some stay for good.
        if matches!(from, "B" | "Z") && self.chance_of_leaver(child).happens(500) {
            return self.plan_leaver(child, plus_months(self.today, 9), Step::MoveOn { moves });
        }
        if matches!(from, "D" | "E" | "Z" | "K") && self.chance_of_leaver(child).happens(250) {
            let threat = Fact::HomelessnessThreatened { within_56_days: true, agrees_to_referral: Some(true) };
            self.say_as_adviser(child, threat);
            self.say_as_adviser(child, Fact::HousingReferralMade { authority: "Loxley".into() });
        }
        self.end_staying_put(child, "A place of their own");
        let (place, provided) = self.chance_of_leaver(child).weigh(AT_18);
        self.lives(child, place, provided && age < 21);
    }
    /// Something to do, or the reason why not.
    pub(super) fn take_up_something(&mut self, child: usize) {
        let age = self.children[child].age(self.today);
        let grown =
            &[(8, "F1"), (14, "F2"), (3, "P2"), (6, "F4"), (18, "F5"), (7, "P5"), (14, "G4"), (22, "G5"), (8, "G6")];
        // From 21 on learning is a right of its own, and is said where it is decided.
        let later = &[(30, "F5"), (12, "P5"), (20, "G4"), (28, "G5"), (10, "G6")];
        let activity = match age {
            ..21 => self.chance_of_leaver(child).weigh(grown),
            _ => self.chance_of_leaver(child).weigh(later),
        };
        self.does(child, activity);
        if age >= 21 && !self.leaver(child).asked && self.leaver(child).category == Category::FormerRelevant {
            self.offer_from_now(child);
        }
        let until = plus_days(self.today, self.chance_of_leaver(child).between(120, 500));
        self.plan_leaver(child, until, Step::NewActivity);
    }
    pub(super) fn does(&mut self, child: usize, activity: &'static str) {
        let of = Activity { activity: activity.into(), ..Activity::default() };
        self.say_as_adviser(child, Fact::ActivityBegan(of));
        if activity.starts_with('G') && self.chance_of_leaver(child).happens(400) {
            let chance = self.chance_of_leaver(child);
            let what = *chance.pick(&[Opportunity::Apprenticeship, Opportunity::Course, Opportunity::WorkExperience]);
            let (with_the_council, taken) = (chance.happens(300), chance.happens(200));
            self.say_as_adviser(child, Fact::OpportunityOffered { what, with_the_council, taken });
        }
    }
    /// At 21: in higher education, and with an adviser for as long as it lasts.
    pub(super) fn learn_on(&mut self, child: usize) {
        self.does(child, "F1");
        let until = plus_days(self.today, self.chance_of_leaver(child).between(200, 700));
        self.plan_leaver(child, until, Step::NewActivity);
    }
    pub(super) fn hold_documents(&mut self, child: usize, held: i64) {
        let held = usize::try_from(held).unwrap_or(0).min(Document::ALL.len());
        self.say_as_adviser(child, Fact::DocumentsHeld { documents: Document::ALL[..held].to_vec() });
    }
}
