//! What the returns ask of every child, learned as the work goes on: disabilities, a pupil number, what was permanent
//! before, convictions, motherhood. Each child has chances of their own for it, so that what is asked changes nobody's
//! life.
use super::{
    Entry as Planned, Town,
    care::SUPPORTED,
    chance::Chance,
    days::{Duty, at_work},
    families::{learner, unique_pupil_number},
    goings::urn_of,
};
use practice::{
    Date, Id, care, court,
    day::{age_on, date, moment, plus_days, plus_months},
    disability, health,
    people::{Fact, Scheme},
    permanence,
};

pub(super) enum Entry {
    /// In the autumn: schools give numbers to those who have begun.
    PupilNumber(usize),
    /// In March: what the returns will ask of a child in care and nobody has written down yet.
    BeforeTheReturn(usize),
    /// The first of April 2024: homes of a kind that is registered from now on.
    Registered(usize),
}

impl Town {
    /// In the care of the council or in need of its help: the returns will ask. Each thing is learned once.
    pub(super) fn ask_what_returns_ask(&mut self, who: usize, child: usize, need: &str) {
        self.learn_disabilities(who, child, need);
        self.learn_pupil_number(who, child);
    }
    pub(super) fn learn_disabilities(&mut self, who: usize, child: usize, need: &str) {
        let c = &mut self.children[child];
        if c.born.is_none() || std::mem::replace(&mut c.learned.disabilities, true) {
            return;
        }
        if c.pace.slip(Duty::Disabilities, self.today).is_some() {
            return;
        }
        let chance = &mut learner(c.id, 1);
        let of = |codes: &[&str]| codes.iter().map(|code| code.to_string()).collect();
        let disabilities: Vec<String> = match need {
            "N2" => of(chance.weigh(&[
                (4, &["AUT", "LD"] as &[&str]),
                (3, &["MOB", "PC", "INC"]),
                (2, &["HEAR", "COMM"]),
                (2, &["VIS", "HAND"]),
                (2, &["AUT", "BEH", "COMM"]),
                (1, &["CON", "LD"]),
            ])),
            _ => of(chance.weigh(&[
                (94, &["NONE"] as &[&str]),
                (2, &["AUT"]),
                (2, &["LD"]),
                (1, &["BEH"]),
                (1, &["DDA"]),
            ])),
        };
        let about = c.about();
        self.say(who, about, disability::Fact::DisabilitiesLearned { disabilities });
    }
    /// Of whoever has begun school: a number, or why there is none.
    fn learn_pupil_number(&mut self, who: usize, child: usize) {
        let c = &mut self.children[child];
        if c.age(self.today) < 4 || std::mem::replace(&mut c.learned.pupil_number, true) {
            return;
        }
        if c.pace.slip(Duty::PupilNumber, self.today).is_some() {
            return;
        }
        let (about, alone, chance) = (c.about(), self.families[c.family].alone, &mut learner(c.id, 2));
        let reason = match alone {
            true => Some("UN2"),
            false if c.pace.steered => None,
            false => chance.weigh(&[(97, None), (2, Some("UN2")), (1, Some("UN5"))]),
        };
        let fact = match reason {
            Some(reason) => Fact::UpnUnknown { reason: reason.into() },
            None => {
                Fact::Identified { scheme: Scheme::Upn, authority: String::new(), value: unique_pupil_number(child) }
            }
        };
        self.say(who, about, fact);
    }
    /// Asked when a child comes into care: Z1 is that there was nothing.
    pub(super) fn learn_earlier_permanence(&mut self, who: usize, child: usize) {
        let c = &mut self.children[child];
        if std::mem::replace(&mut c.learned.earlier_permanence, true) {
            return;
        }
        if c.pace.slip(Duty::EarlierPermanence, self.today).is_some() {
            return;
        }
        let (about, born, chance) = (c.about(), c.born.unwrap_or(self.today), &mut learner(c.id, 3));
        // An order at two years old, that care followed: what came after it would be no earlier one.
        let ordered = born.year() + 2;
        let since = c.care.as_ref().map_or(self.today, |spell| spell.since);
        let old_enough = ordered < since.year() && !c.pace.steered;
        let kind = chance.weigh(&[(94, "Z1"), (2, "P1"), (3, "P2"), (1, "P3")]);
        let kind = if old_enough { kind } else { "Z1" };
        let told = kind != "Z1";
        let fact = permanence::Fact::EarlierPermanenceLearned {
            kind: kind.into(),
            authority: told.then(|| "892".into()),
            ordered: told.then(|| format!("ZZ/ZZ/{ordered}")),
        };
        self.say(who, about, fact);
    }

    pub(super) fn asked_of_the_day(&mut self) {
        let entry: fn(usize) -> Entry = match (self.today.month(), self.today.day()) {
            (9, 10) => Entry::PupilNumber,
            (3, 10) => Entry::BeforeTheReturn,
            _ if self.today == SUPPORTED => Entry::Registered,
            _ => return,
        };
        let known = |c: &usize| self.children[*c].referred || self.children[*c].care.is_some();
        for child in (0..self.children.len()).filter(known).collect::<Vec<_>>() {
            let at = match self.today == SUPPORTED {
                true => moment(self.today.at(9, 0, 0, 0)),
                false => at_work(self.today, &mut learner(self.children[child].id, 4)),
            };
            self.plan(at, Planned::Asked(entry(child)));
        }
    }
    pub(super) fn asked_entry(&mut self, entry: Entry) {
        match entry {
            Entry::PupilNumber(child) => self.learn_pupil_number(self.worker_of(child), child),
            Entry::BeforeTheReturn(child) => self.before_the_return(child),
            Entry::Registered(child) => {
                if self.children[child].care.as_ref().is_some_and(|s| s.going.place == "H5") {
                    self.rename_home(child, "K3");
                }
            }
        }
    }
    fn before_the_return(&mut self, child: usize) {
        let year = date(self.today.year(), 3, 31);
        let Some(since) = self.children[child].care.as_ref().map(|spell| spell.since) else { return };
        let (id, born) = (self.children[child].id, self.children[child].born.unwrap_or(self.today));
        let mut chance =
            Chance::of_id(Id::from_u128(id.as_u128() ^ u128::from(self.today.year().unsigned_abs()) << 64));
        if since <= first_of(year) {
            self.give_a_reason_for_no_questionnaire(child, born, year, &mut chance);
        }
        if self.children[child].pace.steered {
            return;
        }
        let age = self.children[child].age(self.today);
        if (10..18).contains(&age) && chance.happens(25) {
            self.say_as_worker(child, court::Fact::ConvictedOrCautioned);
        }
        let may_be = self.children[child].girl && (15..18).contains(&age) && !self.children[child].learned.mother;
        if may_be && chance.happens(15) {
            self.children[child].learned.mother = true;
            self.say_as_worker(child, Fact::BecameMother);
        }
    }
    /// Asked each year of those who were 4 when it began or are 4 when it ends, and not 17 before it began.
    fn give_a_reason_for_no_questionnaire(&mut self, child: usize, born: Date, year: Date, chance: &mut Chance) {
        let age = |on: Date| age_on(born, on).unwrap_or(0);
        let began = first_of(year);
        let asked = age(year) >= 4 && age(began) < 17;
        let answered = self.children[child].learned.questionnaire.is_some_and(|day| day >= began);
        if asked && !answered {
            let reason = match age(self.today) {
                4..=16 => chance.weigh(&[(6, "SDQ2"), (2, "SDQ5"), (2, "SDQ4")]),
                _ => "SDQ1",
            };
            self.say_as_worker(child, health::Fact::SdqNotDone { reason: reason.into() });
        }
    }
    /// The child lives where they lived, which is now called something else.
    fn rename_home(&mut self, child: usize, place: &'static str) {
        let mut home = self.spell(child).home.clone();
        home.urn =
            urn_of(place, home.provider.as_deref().unwrap_or_default(), &mut learner(self.children[child].id, 7));
        (home.place, home.same_carers, home.legal_status, home.need) = (place.into(), true, String::new(), None);
        self.spell(child).going.place = place;
        self.spell(child).home = home.clone();
        self.say_as_worker(child, care::Fact::PlacementEnded { reason: "PLACE".into() });
        self.say_as_worker(child, care::Fact::PlacementBegan(home));
    }
}
/// The first day of the collection that ends on that 31 March.
fn first_of(year: Date) -> Date {
    plus_days(plus_months(year, -12), 1)
}
