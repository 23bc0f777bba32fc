//! Families and their children: who they are, and what is said of them when they become known.
use super::{Entry, Town, care, chance::Chance, days, days::Pace, leavers, names, names::Origin};
use practice::{
    Date, Id, Subject,
    day::{age_on, days_between, plus_days},
    people::{Fact, Identity, Other, Part, Relation, Scheme},
};

pub(super) struct Family {
    pub(super) origin: &'static Origin,
    pub(super) name: String,
    pub(super) mother: (Id, String),
    pub(super) father: Option<(Id, String)>,
    pub(super) postcode: String,
    pub(super) ethnicity: &'static str,
    pub(super) language: &'static str,
    pub(super) children: Vec<usize>,
    /// The child came without anybody.
    pub(super) alone: bool,
    /// Open case, if there is one.
    pub(super) case: Option<usize>,
}
pub(super) struct Child {
    pub(super) id: Id,
    pub(super) family: usize,
    pub(super) first: Option<String>,
    pub(super) girl: bool,
    pub(super) born: Option<Date>,
    pub(super) expected: Option<Date>,
    pub(super) registered: bool,
    pub(super) related: bool,
    identified: bool,
    pub(super) learned: Learned,
    /// A referral episode is open.
    pub(super) referred: bool,
    /// Nothing can happen to them any more here: grown up, adopted, moved away, died.
    pub(super) gone: bool,
    pub(super) care: Option<care::Spell>,
    /// From the day on which they have an adviser.
    pub(super) leaver: Option<leavers::Leaver>,
    pub(super) spells: u32,
    pub(super) missing: bool,
    /// When they went missing.
    pub(super) runs: Vec<Date>,
    /// Lives with somebody who is not family, since the council knows.
    pub(super) fostered_since: Option<Date>,
    /// Who works with them, by [`Part`].
    pub(super) holders: [Option<usize>; Part::ALL.len()],
    pub(super) pace: Pace,
}
/// What has been asked about a child once and for all, or was asked last on a day.
#[derive(Default)]
pub(super) struct Learned {
    pub(super) disabilities: bool,
    pub(super) pupil_number: bool,
    pub(super) earlier_permanence: bool,
    pub(super) mother: bool,
    /// Of the referral that is open: what became of it, and the primary need.
    pub(super) referral_undecided: bool,
    pub(super) in_pre_proceedings: bool,
    pub(super) deprived_until: Option<Date>,
    /// How the child feels, or why nobody knows.
    pub(super) questionnaire: Option<Date>,
}
impl Child {
    pub(super) fn new(id: Id, family: usize, first: Option<String>, girl: bool) -> Child {
        Child {
            id,
            family,
            first,
            girl,
            born: None,
            expected: None,
            registered: false,
            related: false,
            identified: false,
            learned: Learned::default(),
            referred: false,
            gone: false,
            care: None,
            leaver: None,
            spells: 0,
            missing: false,
            runs: vec![],
            fostered_since: None,
            holders: [None; Part::ALL.len()],
            pace: Pace::new(Chance::of_id(id)),
        }
    }
    pub(super) fn about(&self) -> Subject {
        Subject::Child(self.id)
    }
    pub(super) fn age(&self, day: Date) -> i64 {
        self.born.and_then(|born| age_on(born, day)).unwrap_or(-1)
    }
}

impl Town {
    /// A family whom nobody here knows yet, with children of these ages.
    pub(super) fn new_family(&mut self, ages: &[i64], unborn: bool) -> usize {
        let origin = self.chance.weigh(names::ORIGINS);
        self.new_family_from(origin, ages, unborn)
    }
    pub(super) fn new_family_from(&mut self, origin: &'static Origin, ages: &[i64], unborn: bool) -> usize {
        let chance = &mut self.chance;
        let name = origin.family(chance);
        let mother = (chance.id(), names::grown_up(true, &name, chance));
        let father = chance.happens(400).then(|| (chance.id(), names::grown_up(false, &name, chance)));
        let family = Family {
            origin,
            mother,
            father,
            postcode: names::postcode(chance),
            ethnicity: chance.weigh(origin.ethnicities),
            language: chance.weigh(origin.languages),
            children: vec![],
            alone: false,
            case: None,
            name,
        };
        self.families.push(family);
        let family = self.families.len() - 1;
        for age in ages {
            let born = plus_days(self.today, -(age * 36525 / 100 + self.chance.between(1, 364)));
            let child = self.new_child(family);
            self.children[child].born = Some(born);
        }
        if unborn {
            let expected = plus_days(self.today, self.chance.between(50, 170));
            let child = self.new_child(family);
            (self.children[child].expected, self.children[child].first) = (Some(expected), None);
        }
        family
    }
    /// The youngest about this age, the others older.
    pub(super) fn ages_from(&mut self, youngest: i64) -> Vec<i64> {
        let (mut age, mut ages) = (youngest, vec![]);
        for _ in 0..self.chance.weigh(&[(45, 1), (32, 2), (15, 3), (8, 4)]) {
            ages.extend((age <= 16).then_some(age));
            age += self.chance.between(1, 4);
        }
        ages
    }
    fn new_child(&mut self, family: usize) -> usize {
        let (id, girl) = (self.chance.id(), self.chance.happens(490));
        let first = self.families[family].origin.first(girl, &mut self.chance);
        self.add_child(Child::new(id, family, Some(first), girl))
    }
    pub(super) fn add_child(&mut self, child: Child) -> usize {
        self.families[child.family].children.push(self.children.len());
        self.children.push(child);
        self.children.len() - 1
    }
    pub(super) fn identity(&self, child: usize) -> Identity {
        let (c, f) = (&self.children[child], &self.families[self.children[child].family]);
        let sex = match (c.born, c.girl) {
            (None, _) => "U",
            (_, true) => "F",
            (_, false) => "M",
        };
        Identity {
            first_names: c.first.clone(),
            family_name: Some(f.name.clone()),
            preferred_name: None,
            born: c.born,
            expected: c.expected.filter(|_| c.born.is_none()),
            sex: Some(sex.into()),
            ethnicity: Some(f.ethnicity.into()),
            language: Some(f.language.into()),
            postcode: Some(f.postcode.clone()),
        }
    }
    /// They become known on this day.
    pub(super) fn register(&mut self, who: usize, members: &[usize]) {
        let new: Vec<usize> = members.iter().copied().filter(|c| !self.children[*c].registered).collect();
        for &child in &new {
            let (about, identity) = (self.children[child].about(), self.identity(child));
            self.children[child].registered = true;
            self.say(who, about, Fact::Registered(identity));
            self.plan_birthdays(child);
        }
    }
    /// Who is around them, asked once a referral makes it our business.
    pub(super) fn relate_all(&mut self, members: &[usize], who: usize) {
        for &child in members {
            if !std::mem::replace(&mut self.children[child].related, true) {
                self.relate(who, child);
            }
        }
    }
    fn relate(&mut self, who: usize, child: usize) {
        let family = &self.families[self.children[child].family];
        let mut around = vec![];
        let adult = |(id, name): &(Id, String)| Other::Adult { id: *id, name: name.clone() };
        if !family.alone {
            around.push((adult(&family.mother), "mother", Some(true), Some(true)));
            around.extend(family.father.as_ref().map(|f| (adult(f), "father", Some(true), None)));
        }
        for &other in family.children.iter().filter(|o| **o != child && self.children[**o].registered) {
            let o = &self.children[other];
            let relation = match (o.born, o.girl) {
                (None, _) => "unborn sibling",
                (_, true) => "sister",
                (_, false) => "brother",
            };
            around.push((Other::Child(o.id), relation, None, None));
        }
        let about = self.children[child].about();
        for (other, relation, parental_responsibility, lives_with) in around {
            let relation = Relation { other, relation: relation.into(), parental_responsibility, lives_with };
            self.say(who, about, Fact::Related(relation));
        }
    }
    /// An id here, for those whom the returns ask about by it.
    pub(super) fn identify(&mut self, who: usize, child: usize) {
        if std::mem::replace(&mut self.children[child].identified, true) {
            return;
        }
        let (about, value) = (self.children[child].about(), (100_001 + child).to_string());
        self.say(who, about, Fact::Identified { scheme: Scheme::AuthorityChild, authority: AUTHORITY.into(), value });
    }
    pub(super) fn plan_birthdays(&mut self, child: usize) {
        let c = &mut self.children[child];
        match (c.born, c.expected) {
            (Some(born), _) => {
                // Just after midnight: nobody is looked after for an hour of their nineteenth year.
                let at = practice::day::start_of(practice::day::birthday(born, 18));
                self.plan(at, Entry::Eighteen { child });
            }
            (None, Some(expected)) => {
                let day = match c.pace.steered {
                    true => expected,
                    false => plus_days(expected, c.pace.chance.around(-14, 14)),
                };
                let at = days::hour(day, c.pace.chance.between(0, 23), &mut c.pace.chance);
                self.plan(at, Entry::Birth { child });
            }
            (None, None) => {}
        }
    }
    pub(super) fn birth(&mut self, child: usize) {
        let family = self.children[child].family;
        let girl = self.children[child].girl;
        if self.children[child].first.is_none() {
            let first = self.families[family].origin.first(girl, &mut self.children[child].pace.chance);
            self.children[child].first = Some(first);
        }
        self.children[child].born = Some(self.today);
        let (who, about, identity) = (self.worker_of(child), self.children[child].about(), self.identity(child));
        // The hospital rings within hours; the record follows the next morning.
        let recorded = practice::day::plus_hours(self.now, 9);
        self.say_later(who, about, recorded, Fact::Registered(identity));
        self.learn_disabilities(who, child, "");
        self.plan_birthdays(child);
    }
    pub(super) fn eighteen(&mut self, child: usize) {
        self.leave_care_at_eighteen(child);
        self.grow_up(child);
        self.end_childhood_in_case(child);
        self.children[child].gone = true;
    }
    /// Days until a child is grown up; a great many for one not yet born.
    pub(super) fn days_of_childhood(&self, child: usize) -> i64 {
        let born = self.children[child].born.unwrap_or(self.today);
        days_between(self.today, practice::day::birthday(born, 18))
    }
}
/// Of no real authority: a number that none has, in the form that a census demands.
pub const AUTHORITY: &str = "998";

/// A letter that checks the twelve digits after it, as the Department for Education lays down.
pub(super) fn unique_pupil_number(child: usize) -> String {
    // No authority gives numbers that begin with 001: they were kept for schools of none.
    let digits = format!("001{:04}{:05}", 2000 + child / 100_000, child % 100_000);
    let sum: u32 = digits.bytes().zip(2..).map(|(d, weight)| u32::from(d - b'0') * weight).sum();
    let letter = b"ABCDEFGHJKLMNPQRTUVWXYZ"[usize::try_from(sum % 23).unwrap_or(0)];
    format!("{}{digits}", char::from(letter))
}
/// A child's own chance for a thing that is learned about them.
pub(super) fn learner(child: Id, what: u128) -> Chance {
    Chance::of_id(Id::from_u128(child.as_u128() ^ what << 32))
}
