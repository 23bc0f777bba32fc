//! The written stories of the families and children whom [`super::named`] lists: what is done with
//! them and when. Between these moments their life goes on like everybody's, but in time and without
//! accident, save for the faults that [`super::PLANTED`] names.
use super::{
    Entry as Planned, Town,
    families::{Child, Family},
    fates::Fate,
    goings::Going,
    named::{self, Person},
    names::BRITISH,
};
use practice::{
    Date, Id,
    day::{date, moment},
};

pub(super) type Entry = Box<dyn FnOnce(&mut Town)>;

/// A family of a story.
pub(super) struct Household {
    pub(super) name: &'static str,
    pub(super) mother: &'static str,
    pub(super) father: Option<&'static str>,
    pub(super) ethnicity: &'static str,
    pub(super) language: &'static str,
}
impl Household {
    pub(super) const PLAIN: Household =
        Household { name: "", mother: "", father: None, ethnicity: "WBRI", language: "English" };
}

impl Town {
    pub(super) fn write_stories(&mut self) {
        self.hallidays();
        self.jasinskis_and_delacourts();
        self.one_child_in_need_each();
        self.before_birth();
        self.loxdales();
        self.moved_in_on_a_plan();
        self.gravest();
        self.without_a_name();
        self.kieran();
        self.jada();
        self.callum();
        self.amir();
        self.elsie();
        self.tegan();
        self.nadia();
        self.custody();
        self.young_people();
        self.out_of_reach();
    }
    pub(super) fn story_entry(&mut self, entry: Entry) {
        entry(self);
    }
    /// At this hour of a day, this is done.
    pub(super) fn on(&mut self, day: Date, hour: i8, does: impl FnOnce(&mut Town) + 'static) {
        self.plan(moment(day.at(hour, 10, 0, 0)), Planned::Story(Box::new(does)));
    }
    pub(super) fn household(&mut self, h: Household) -> usize {
        let n = 0x400 + 2 * self.families.len() as u128;
        let adult =
            |n: u128, first: &str| (Id::from_u128(named::CHILDREN[0].id.as_u128() + n), format!("{first} {}", h.name));
        self.families.push(Family {
            origin: &BRITISH,
            name: h.name.into(),
            mother: adult(n, h.mother),
            father: h.father.map(|first| adult(n + 1, first)),
            postcode: format!("LX{} {}QZ", 2 + self.families.len() % 9, 1 + self.families.len() % 9),
            ethnicity: h.ethnicity,
            language: h.language,
            children: vec![],
            alone: false,
            case: None,
        });
        self.families.len() - 1
    }
    /// Born on a day, or expected on one.
    pub(super) fn named_child(&mut self, family: usize, who: &Person, girl: bool, day: Date) -> usize {
        let unborn = who.name.ends_with("not yet born");
        let first = (!unborn).then(|| who.name.split(' ').next().unwrap_or_default().to_string());
        let mut child = Child::new(who.id, family, first, girl);
        child.pace.steered = true;
        child.pace.slips = super::planted::slips(who.id);
        match unborn {
            true => child.expected = Some(day),
            false => child.born = Some(day),
        }
        self.add_child(child)
    }
    /// The family is heard of for the first time; the faults planted for the eldest are the case's.
    pub(super) fn begin(&mut self, family: usize, given: usize, fate: Fate) {
        let members = self.families[family].children.clone();
        let pace = self.children[members[0]].pace.clone();
        let case = self.new_case(family, members, fate, pace);
        self.cases[case].given = Some(given);
        self.hear_of(case);
    }

    /// Neglect, four siblings, one of them on the way.
    fn hallidays(&mut self) {
        let family =
            self.household(Household { name: "Halliday", mother: "Stacey", father: Some("Wayne"), ..Household::PLAIN });
        self.named_child(family, &named::MAYA, true, date(2017, 3, 21));
        self.named_child(family, &named::THEO, false, date(2019, 8, 5));
        self.named_child(family, &named::JUDE, false, date(2023, 11, 30));
        self.named_child(family, &named::BABY_HALLIDAY, true, date(2027, 1, 18));
        let fate = Fate { referral: "S47", rating: practice::front_door::Rating::Red, ..Fate::plain() };
        self.on(date(2026, 7, 6), 10, move |t| t.begin(family, named::SOCIAL_WORKER_INDEX, fate));
    }
    /// Two families whose plans have lasted long: one for protection, one for need.
    fn jasinskis_and_delacourts(&mut self) {
        let family = self.household(Household {
            name: "Jasinski",
            mother: "Beata",
            ethnicity: "WOTH",
            language: "Polish",
            ..Household::PLAIN
        });
        self.named_child(family, &named::DOMINIK, false, date(2014, 6, 2));
        self.named_child(family, &named::OLA, true, date(2018, 9, 17));
        let fate = Fate { referral: "S47", category: "EMO", source: "6", ..Fate::plain() };
        self.on(date(2024, 5, 13), 11, move |t| t.begin(family, named::SOCIAL_WORKER_INDEX, fate));

        let family = self.household(Household {
            name: "Delacourt",
            mother: "Simone",
            father: Some("Andre"),
            ethnicity: "BCRB",
            ..Household::PLAIN
        });
        self.named_child(family, &named::MARCUS, false, date(2012, 1, 25));
        self.named_child(family, &named::SORAYA, true, date(2015, 10, 8));
        let fate = Fate { need: "N5", ..Fate::plain() };
        self.on(date(2025, 7, 14), 9, move |t| t.begin(family, named::SOCIAL_WORKER_INDEX, fate));
    }
    fn one_child_in_need_each(&mut self) {
        let green = practice::front_door::Rating::Green;
        let wilk = Household { name: "Wilk", mother: "Ewa", ethnicity: "WOTH", language: "Polish", ..Household::PLAIN };
        let barzani = Household {
            name: "Barzani",
            mother: "Shirin",
            father: Some("Hiwa"),
            ethnicity: "OOTH",
            language: "Kurdish",
        };
        let fairbrother = Household { name: "Fairbrother", mother: "Jo", ..Household::PLAIN };
        for (household, who, girl, born, day, fate) in [
            (wilk, &named::ROSA, true, date(2019, 4, 12), date(2026, 3, 9), Fate { need: "N4", ..Fate::plain() }),
            (
                barzani,
                &named::ISMAIL,
                false,
                date(2016, 7, 1),
                date(2026, 6, 1),
                Fate { source: "3A", ..Fate::plain() },
            ),
            (
                fairbrother,
                &named::LEAP,
                false,
                date(2012, 2, 29),
                date(2026, 5, 11),
                Fate { need: "N3", rating: green, assessment_takes: 52, ..Fate::plain() },
            ),
        ] {
            let family = self.household(household);
            self.named_child(family, who, girl, born);
            self.on(day, 14, move |t| t.begin(family, named::SOCIAL_WORKER_INDEX, fate));
        }
    }
    /// Twenty weeks pregnant when we hear of it.
    fn before_birth(&mut self) {
        let family =
            self.household(Household { name: "Carney", mother: "Shannon", father: Some("Lee"), ..Household::PLAIN });
        self.named_child(family, &named::BABY_CARNEY, false, date(2027, 2, 20));
        let fate = Fate {
            source: "3D",
            about: "Midwife: second pregnancy, an older child was adopted.",
            assessment_takes: 44,
            ..Fate::plain()
        };
        self.on(date(2026, 10, 5), 10, move |t| t.begin(family, named::SOCIAL_WORKER_INDEX, fate));
    }
    /// A Friday night: police protection for one, an emergency protection order for the other.
    fn loxdales(&mut self) {
        let family = self.household(Household {
            name: "Loxdale",
            mother: "Kerry",
            father: Some("Dean"),
            ethnicity: "MWBC",
            ..Household::PLAIN
        });
        let harvey = self.named_child(family, &named::HARVEY, false, date(2015, 12, 3));
        let pearl = self.named_child(family, &named::PEARL, true, date(2022, 8, 19));
        let fate = Fate {
            source: "6",
            referral: "S47",
            rating: practice::front_door::Rating::Red,
            category: "PHY",
            ..Fate::plain()
        };
        self.on(date(2026, 9, 18), 19, move |t| t.begin(family, named::NEIGHBOUR_INDEX, fate));
        self.on(date(2026, 9, 18), 23, move |t| t.police_protection(harvey, Some(80)));
        self.on(date(2026, 9, 21), 15, move |t| t.emergency_order(pearl));
        let with_father = Going {
            legal: "C1",
            place: "P1",
            provider: "PR0",
            ahead: Some(practice::care::Ahead::Regulation19),
            ..Going::PLAIN
        };
        self.on(date(2026, 9, 22), 10, move |t| t.come_into_care(harvey, with_father));
    }
    /// On another authority's plan; our conference was held on day 20.
    fn moved_in_on_a_plan(&mut self) {
        let family = self.household(Household {
            name: "Tarafdar",
            mother: "Rehana",
            ethnicity: "ABAN",
            language: "Bengali",
            ..Household::PLAIN
        });
        let ayesha = self.named_child(family, &named::AYESHA, true, date(2018, 2, 6));
        self.on(date(2026, 8, 3), 10, move |t| {
            let pace = t.children[ayesha].pace.clone();
            let case = t.new_case(family, vec![ayesha], Fate { source: "5C", ..Fate::plain() }, pace);
            t.cases[case].given = Some(named::NEIGHBOUR_INDEX);
            t.receive_family_on_plan(case);
        });
    }
    /// A child badly hurt: assessed by order of the court, notified to the national panel, learnt from.
    fn gravest(&mut self) {
        let family =
            self.household(Household { name: "Garside", mother: "Paula", father: Some("Scott"), ..Household::PLAIN });
        let finlay = self.named_child(family, &named::FINLAY, false, date(2023, 5, 14));
        let fate = Fate { source: "3E", referral: "S47", category: "PHY", ..Fate::plain() };
        self.on(date(2026, 1, 12), 16, move |t| t.begin(family, named::NEIGHBOUR_INDEX, fate));
        self.on(date(2026, 1, 14), 12, move |t| t.assessment_order(finlay));
        self.on(date(2026, 3, 10), 9, move |t| t.serious_incident(finlay));
    }
}
