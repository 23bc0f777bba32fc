//! The front door: contacts, how soon they are decided, and which become referrals.
use super::{
    Entry, Town,
    cases::Step,
    chance::Chance,
    days::{self, Duty, Pace, hour},
    fates::Fate,
    workforce::Kind,
};
use practice::{
    calendar::is_weekend,
    day::plus_hours,
    front_door::{Fact, Rating},
};

/// In a city, in a million days of each kind.
const REFERRED_FAMILIES: (u64, u64) = (2_200_000, 650_000);
/// Most contacts are none of social care's business; written down since the whole of the work is.
const OTHER_CONTACTS: (u64, u64) = (600_000, 250_000);

const HOW_TOLD: &[&str] = &["By telephone", "By secure e-mail", "By letter"];

/// Somebody is about to ring, write or knock.
pub(super) struct Arrival {
    /// One we know already, or a new one.
    family: Option<usize>,
    referral: bool,
}

impl Town {
    pub(super) fn contacts_of_the_day(&mut self) {
        let rate = |rates: (u64, u64), town: &Town| if is_weekend(town.today) { rates.1 } else { rates.0 };
        for (rates, referral) in [(REFERRED_FAMILIES, true), (OTHER_CONTACTS, false)] {
            if !referral && !self.whole() {
                continue;
            }
            let a_day = rate(rates, self) * self.size.thousandths() / 1000;
            for _ in 0..self.chance.times(a_day) {
                self.plan_arrival(referral);
            }
        }
    }
    fn plan_arrival(&mut self, referral: bool) {
        let again = !self.known.is_empty() && self.chance.happens(if referral { 220 } else { 120 });
        let family = again.then(|| {
            let n = self.chance.between(0, self.known.len() as i64 - 1);
            self.known.swap_remove(usize::try_from(n).unwrap_or(0))
        });
        let in_hours = self.chance.happens(if is_weekend(self.today) { 500 } else { 880 });
        let at = if in_hours { self.chance.between(8, 16) } else { self.chance.between(7, 23) };
        let at = hour(self.today, at, &mut self.chance);
        self.plan(at, Entry::Arrival(Arrival { family, referral }));
    }
    pub(super) fn arrive(&mut self, arrival: Arrival) {
        let family = match arrival.family {
            Some(family) => family,
            None => {
                let unborn = arrival.referral && self.chance.happens(45);
                let age =
                    self.chance.weigh(&[(26, 0), (24, 3), (24, 6), (20, 10), (16, 13)]) + self.chance.between(0, 2);
                let ages = self.ages_from(age);
                self.new_family(&ages, unborn)
            }
        };
        let members: Vec<usize> = self.families[family].children.clone();
        let members: Vec<usize> = members.into_iter().filter(|c| self.may_be_referred(*c)).collect();
        if members.is_empty() || self.families[family].case.is_some() {
            return;
        }
        let mut pace = Pace::new(Chance::of_id(self.chance.id()));
        let mut fate = Fate::draw(self.today, &mut pace.chance);
        if !arrival.referral {
            fate = fate.enquiry_only(&mut pace.chance);
        }
        let case = self.new_case(family, members, fate, pace);
        self.hear_of(case);
    }
    fn may_be_referred(&self, child: usize) -> bool {
        let c = &self.children[child];
        !c.gone && !c.referred && c.care.is_none() && c.age(self.today) < 17
    }
    /// The first thing said about a case: a contact since the whole of the work is recorded, before it a referral.
    pub(super) fn hear_of(&mut self, case: usize) {
        let (who, members) = (self.screener(), self.cases[case].members.clone());
        self.register(who, &members);
        match self.whole() {
            true => self.receive_contact(case, who),
            false => self.receive_referral(case, who),
        }
    }
    fn receive_contact(&mut self, case: usize, who: usize) {
        let fate = self.cases[case].fate;
        for n in 0..self.cases[case].members.len() {
            let about = self.children[self.cases[case].members[n]].about();
            let contact = self.case_chance(case).id();
            self.cases[case].contacts[n] = Some(contact);
            if fate.source == "6" {
                let notification = self.case_chance(case).id();
                self.say(
                    who,
                    about,
                    Fact::PoliceNotificationReceived { notification, domestic_abuse: fate.need == "N1" },
                );
                let outcome = "Made a contact of it".into();
                let pace = &mut self.cases[case].pace;
                let late = pace.done(Duty::Triage, self.today, 0, &self.days).is_none_or(|day| day > self.today);
                let triaged = self.soon(case, 20, 400);
                let triaged = if late { plus_hours(triaged, 60) } else { triaged };
                self.say_at(triaged, who, about, Fact::PoliceNotificationTriaged { notification, outcome });
            }
            let (source, told) = (fate.source.into(), fate.about.into());
            self.say(who, about, Fact::ContactReceived { contact, source, about: told });
        }
        let at = self.soon(case, 5, 40);
        self.plan_at(case, at, Step::RateContact);
    }
    /// So many minutes from now.
    fn soon(&mut self, case: usize, low: i64, high: i64) -> practice::Timestamp {
        let minutes = self.case_chance(case).between(low, high);
        practice::Timestamp::from_second(self.now.as_second() + minutes * 60).unwrap_or(self.now)
    }
    fn plan_at(&mut self, case: usize, at: practice::Timestamp, step: Step) {
        let turn = self.cases[case].turn;
        self.plan(at, Entry::Case { case, turn, step });
    }
    pub(super) fn rate_contact(&mut self, case: usize) {
        let (who, rating) = (self.screener(), self.cases[case].fate.rating);
        self.say_of_contacts(case, who, |contact| Fact::ContactRated { contact, rating });
        let pace = &mut self.cases[case].pace;
        let slip = pace.done(Duty::Decision, self.today, 0, &self.days);
        let late = slip.is_none_or(|day| day > self.today);
        let at = match (rating, late) {
            (Rating::Red, false) => plus_hours(self.soon(case, 20, 150), 0),
            (Rating::Red, true) => plus_hours(self.soon(case, 10, 300), 4),
            (Rating::Amber, false) => plus_hours(self.soon(case, 0, 600), 1),
            (Rating::Amber, true) => plus_hours(self.soon(case, 0, 900), 24),
            (Rating::Green, late) => {
                let day = self.days.after(self.today, 1);
                let day = if late { self.days.after(day, 2) } else { day };
                hour(day, self.cases[case].pace.chance.between(8, 9), &mut self.cases[case].pace.chance)
            }
        };
        self.plan_at(case, at, Step::DecideContact);
    }
    pub(super) fn decide_contact(&mut self, case: usize) {
        let (who, fate) = (self.front_door_manager(), self.cases[case].fate);
        let why = match fate.contact {
            "REF" => "May be a child in need or at risk of harm: needs a social worker.",
            "EH" => "Family want help and can have it without a social worker.",
            "INFO" => "Advised where help can be had; nothing suggests harm.",
            _ => "Checked with school and health: nothing suggests that help is needed.",
        };
        let outcome = fate.contact;
        self.say_of_contacts(case, who, |contact| Fact::ContactDecided {
            contact,
            outcome: outcome.into(),
            why: why.into(),
        });
        self.tell_referrer(case);
        match fate.contact {
            "REF" => self.receive_referral(case, who),
            _ => self.drop_case(case),
        }
    }
    fn tell_referrer(&mut self, case: usize) {
        // The limit runs from the contact, so it is done as soon as the decision is made.
        let (who, due) = (self.screener(), self.days.on_or_after(self.today));
        let pace = &mut self.cases[case].pace;
        let Some(day) = pace.done(Duty::Feedback, due, 0, &self.days) else { return };
        let (at, how) = (days::at_work(day, &mut pace.chance).max(self.now), *pace.chance.pick(HOW_TOLD));
        // Nobody can be told when nobody said who they were.
        if self.cases[case].fate.source == "9" {
            return;
        }
        for n in 0..self.cases[case].members.len() {
            let (about, contact) = (self.children[self.cases[case].members[n]].about(), self.cases[case].contacts[n]);
            self.say_at(at, who, about, Fact::ReferrerTold { contact, how: how.into() });
        }
    }
    fn say_of_contacts(&mut self, case: usize, who: usize, fact: impl Fn(practice::Id) -> Fact) {
        for n in 0..self.cases[case].members.len() {
            let about = self.children[self.cases[case].members[n]].about();
            if let Some(contact) = self.cases[case].contacts[n] {
                self.say(who, about, fact(contact));
            }
        }
    }
    pub(super) fn receive_referral(&mut self, case: usize, who: usize) {
        let fate = self.cases[case].fate;
        let members = self.cases[case].members.clone();
        self.relate_all(&members, who);
        for n in 0..self.cases[case].members.len() {
            let child = self.cases[case].members[n];
            let (about, contact) = (self.children[child].about(), self.cases[case].contacts[n]);
            let unborn = self.children[child].born.is_none();
            self.children[child].referred = true;
            self.children[child].learned.referral_undecided = true;
            self.ask_what_returns_ask(who, child, fate.need);
            self.say(who, about, Fact::ReferralReceived { contact, source: fate.source.into(), unborn });
        }
        match fate.referral == "S47" || fate.contact == "REF" && self.whole() {
            true => {
                let at = self.soon(case, 5, 90);
                self.plan_at(case, at, Step::DecideReferral);
            }
            false => {
                let due = self.days.after(self.today, 1);
                self.owe(case, Duty::Decision, due, 1, Step::DecideReferral);
            }
        }
    }
    pub(super) fn decide_referral(&mut self, case: usize) {
        let (who, fate) = (self.front_door_manager(), self.cases[case].fate);
        let why = match fate.referral {
            "S47" => "Reasonable cause to suspect significant harm.",
            "ASS" => "Needs an assessment by a social worker.",
            "EH" => "Early help can meet the need; the parents agree.",
            _ => "No need for a service was found.",
        };
        self.say_of_each(case, who, Fact::ReferralDecided { outcome: fate.referral.into(), why: why.into() });
        for child in self.cases[case].members.clone() {
            self.children[child].learned.referral_undecided = false;
        }
        if matches!(fate.referral, "NFA" | "EH") {
            for child in self.cases[case].members.clone() {
                self.children[child].referred = false;
            }
            return self.drop_case(case);
        }
        self.say_of_each(case, who, Fact::PrimaryNeedIdentified { need: fate.need.into() });
        self.hand_over(case, if fate.need == "N2" { Kind::Disability } else { Kind::Assessment });
        self.begin_assessment(case);
        if fate.referral == "S47" {
            self.suspect_harm(case);
        }
    }
    /// Nothing more comes of it; the family may be heard of again.
    fn drop_case(&mut self, case: usize) {
        self.turn(case);
        self.cases[case].members.clear();
        self.forget_case(case);
    }
}
