//! The written stories of young people who leave or have left care: see [`super::named`].
use super::{
    Town,
    families::AUTHORITY,
    fates::Fate,
    goings::Going,
    named::{self, Person},
    stories::Household,
};
use practice::{
    Date,
    care::{Fact as Care, Placement},
    day::{date, plus_days},
    leavers::{
        Category, Fact,
        homeless::Interim,
        living::{Accommodation, Activity, Document, Unsuitable},
        money::{Money, Savings},
        settling::{Bid, HandOver},
        touch::{By, CameOfIt, How, Source},
    },
    people::{Part, Scheme},
};

/// The first contact that is written down, and how often they come.
const FIRST: Date = date(2024, 2, 6);
/// When the adviser wrote down plans and homes that were there before.
const WRITTEN_DOWN: Date = date(2024, 1, 8);
const SIX_WEEKS: i64 = 42;

impl Town {
    pub(super) fn young_people(&mut self) {
        self.bethany();
        self.ryan();
        self.keisha();
        self.dylan();
        self.jordan();
        self.mason();
    }
    /// At home with her mother under a full care order until 18: former relevant in law. Somebody thought that six
    /// months at home had made her qualifying, and the adviser went.
    fn bethany(&mut self) {
        let family = self.household(Household { name: "Orchard", mother: "Dawn", ..Household::PLAIN });
        let child = self.named_child(family, &named::BETHANY, true, date(2008, 4, 14));
        let going = Going { legal: "C1", ..Going::PLAIN };
        self.on(date(2025, 6, 9), 13, move |t| t.refer_into_care(child, "6", named::NEIGHBOUR_INDEX, going));
        self.on(date(2025, 12, 1), 12, move |t| {
            t.make_order(child, "C2");
            t.move_to(child, "P1");
        });
        self.on(date(2025, 9, 10), 10, move |t| {
            t.allocate(child, Part::Adviser, named::PERSONAL_ADVISER_INDEX);
            t.begin_leaving(child);
        });
        self.on(date(2026, 4, 13), 16, move |t| t.children[child].leaver = None);
        self.on(date(2026, 4, 14), 9, move |t| {
            t.say_as_adviser(child, Fact::CategoryRecorded { category: Category::Qualifying });
            t.deallocate(child, Part::Adviser);
        });
    }
    /// Looked after until a few days after 16, and told of by the old system.
    fn grown_up(&mut self, h: Household, who: &Person, girl: bool, born: Date, since: Date, left: Date) -> usize {
        let family = self.household(h);
        let child = self.named_child(family, who, girl, born);
        self.on(date(2022, 1, 4), 9, move |t| {
            let (adviser, about) = (named::PERSONAL_ADVISER_INDEX, t.children[child].about());
            t.register(adviser, &[child]);
            t.allocate(child, Part::Adviser, adviser);
            let (authority, value) = (AUTHORITY.to_string(), (200_001 + child).to_string());
            t.say(
                adviser,
                about,
                practice::people::Fact::Identified { scheme: Scheme::AuthorityChild, authority, value },
            );
            let placement = Placement { legal_status: "C2".into(), place: "U6".into(), ..Placement::default() };
            t.say_of(adviser, about, since, Care::PlacementBegan(placement));
            t.say_of(adviser, about, left, Care::CeasedToBeLookedAfter { reason: "E6".into() });
            t.say(adviser, about, Fact::CategoryRecorded { category: Category::Relevant });
        });
        self.on(WRITTEN_DOWN, 10, move |t| {
            t.say_as_adviser(child, Fact::PathwayPlanPrepared);
            t.say_as_adviser(child, Fact::DocumentsHeld { documents: Document::ALL[..4].to_vec() });
        });
        self.tells_each(child, &[date(2024, 7, 1), date(2024, 12, 30)], &Fact::PathwayPlanReviewed);
        child
    }
    /// Every six weeks, from the day on which it is written down until another.
    fn meets(&mut self, child: usize, until: Date) {
        let mut day = FIRST;
        while day <= until {
            self.on(day, 14, move |t| t.say_contact(child, How::Met, CameOfIt::TwoWay, By::Adviser));
            day = plus_days(day, SIX_WEEKS);
        }
    }
    fn tells(&mut self, day: Date, child: usize, fact: Fact) {
        self.on(day, 11, move |t| t.say_as_adviser(child, fact));
    }
    fn tells_each(&mut self, child: usize, days: &[Date], fact: &Fact) {
        for &day in days {
            self.tells(day, child, fact.clone());
        }
    }
    /// Stayed put until the summer, took a room, and has not answered since July.
    fn ryan(&mut self) {
        let home = Household { name: "Castledine", mother: "Karen", ..Household::PLAIN };
        let ryan = self.grown_up(home, &named::RYAN, false, date(2005, 12, 5), date(2016, 3, 1), date(2021, 12, 20));
        self.tells(date(2023, 12, 5), ryan, Fact::CategoryRecorded { category: Category::FormerRelevant });
        self.tells(date(2023, 12, 5), ryan, Fact::StayingPutBegan { carer: "Joan Birkett".into() });
        self.tells_each(
            ryan,
            &[date(2025, 6, 30), date(2025, 11, 10), date(2026, 4, 20), date(2026, 6, 22)],
            &Fact::PathwayPlanReviewed,
        );
        self.tells_each(
            ryan,
            &[date(2024, 5, 20), date(2024, 11, 18), date(2025, 5, 12), date(2025, 10, 6), date(2026, 3, 20)],
            &Fact::StayingPutReviewed,
        );
        self.tells(WRITTEN_DOWN, ryan, lives("Z1", None, vec![]));
        self.tells(WRITTEN_DOWN, ryan, does("F5"));
        self.meets(ryan, date(2026, 5, 20));
        self.on(date(2026, 6, 15), 12, move |t| {
            t.say_as_adviser(ryan, Fact::StayingPutEnded { why: "A room nearer to work".into() });
            t.say_as_adviser(ryan, lives("U1", None, vec![]));
        });
        let judged = Fact::AccommodationJudged { suitable: false, unsuitable: vec![Unsuitable::CannotAffordIt] };
        self.tells(date(2026, 6, 30), ryan, judged);
        self.on(date(2026, 6, 29), 15, move |t| t.say_contact(ryan, How::AtHome, CameOfIt::TwoWay, By::Adviser));
        for (day, how, came_of_it) in [
            (date(2026, 8, 10), How::Message, CameOfIt::NoAnswer),
            (date(2026, 8, 17), How::Call, CameOfIt::NoAnswer),
            (date(2026, 8, 24), How::AtHome, CameOfIt::MessageLeft),
            (date(2026, 9, 14), How::Letter, CameOfIt::NoAnswer),
        ] {
            self.on(day, 16, move |t| t.say_contact(ryan, how, came_of_it, By::Adviser));
        }
        for of in Source::ALL {
            self.tells(date(2026, 9, 22), ryan, Fact::SearchAsked { who: of });
        }
        for (day, of, words) in [
            (date(2026, 9, 28), Source::Benefits, "Claim closed in August."),
            (date(2026, 10, 5), Source::Housing, "No application in his name."),
            (date(2026, 10, 12), Source::Custody, "Not in custody, not on probation."),
        ] {
            self.tells(day, ryan, Fact::SearchAnswered { who: of, known: false, words: words.into() });
        }
        let words = "Grace rings Joan Birkett and his last employer by the end of the month.".into();
        self.tells(date(2026, 10, 26), ryan, Fact::ReconnectPlanMade { words });
    }
    /// Wanted nothing at 21; asked in September, has been assessed, and waits for the plan.
    fn keisha(&mut self) {
        let home = Household { name: "Marlowe", mother: "Yvonne", ethnicity: "BCRB", ..Household::PLAIN };
        let keisha = self.grown_up(home, &named::KEISHA, true, date(2005, 5, 30), date(2017, 9, 4), date(2021, 9, 1));
        self.keisha_says(keisha);
        self.tells(date(2023, 5, 30), keisha, Fact::CategoryRecorded { category: Category::FormerRelevant });
        self.tells_each(
            keisha,
            &[date(2025, 6, 30), date(2025, 11, 24), date(2026, 5, 11)],
            &Fact::PathwayPlanReviewed,
        );
        self.tells(WRITTEN_DOWN, keisha, lives("U1", None, vec![]));
        self.tells(WRITTEN_DOWN, keisha, does("P5"));
        self.meets(keisha, date(2026, 5, 20));
        self.tells(date(2026, 6, 10), keisha, Fact::SupportOffered { how: How::Letter });
        self.on(date(2026, 9, 14), 11, move |t| {
            t.say_as_adviser(keisha, Fact::SupportRequested);
            t.say_contact(keisha, How::Call, CameOfIt::TwoWay, By::YoungPerson);
            t.say_as_adviser(keisha, does("G5"));
        });
        self.tells(date(2026, 10, 5), keisha, Fact::NeedsAssessmentBegan);
        for day in [date(2026, 10, 5), date(2026, 11, 9)] {
            self.on(day, 15, move |t| t.say_contact(keisha, How::Met, CameOfIt::TwoWay, By::Adviser));
        }
        self.tells(date(2026, 11, 9), keisha, Fact::NeedsAssessmentCompleted);
        let spent = |pence, words: &str| Fact::MoneyGiven { what: Money::SettingUpHome, pence, words: words.into() };
        self.tells(date(2025, 2, 3), keisha, spent(84_950, "A bed, a cooker and curtains"));
        self.tells(date(2025, 6, 30), keisha, spent(120_000, "Flooring and a fridge"));
        self.tells(date(2026, 10, 5), keisha, Fact::SavingsKnown { held_in: Savings::ChildTrustFund, pence: 61_240 });
        let expected = Some(date(2027, 2, 20));
        let own = Fact::OwnChildrenKnown { children: 0, live_with_them: None, expected };
        self.tells(date(2026, 10, 5), keisha, own);
    }
    /// Put out by his father; a supported room for now, assessed with housing, and to be decided by Tuesday.
    fn dylan(&mut self) {
        let home = Household { name: "Frostick", mother: "", father: Some("Neil"), ..Household::PLAIN };
        let family = self.household(home);
        let dylan = self.named_child(family, &named::DYLAN, false, date(2009, 6, 17));
        let fate = Fate { source: "5B", need: "N6", assessment_takes: 20, ..Fate::plain() };
        self.on(date(2026, 11, 10), 10, move |t| t.begin(family, named::NEIGHBOUR_INDEX, fate));
        self.on(date(2026, 11, 10), 11, move |t| t.homeless(dylan, Fact::HomelessPresented));
        self.on(date(2026, 11, 10), 14, move |t| {
            t.homeless(dylan, Fact::HomelessInterviewed { safe_tonight: false });
            t.homeless(dylan, Fact::HomelessAccommodated { place: Interim::SupportedAccommodation });
        });
        self.on(date(2026, 11, 19), 15, move |t| t.homeless(dylan, Fact::HomelessAssessed { with_housing: true }));
    }
    fn homeless(&mut self, child: usize, fact: Fact) {
        let about = self.children[child].about();
        self.say(named::FRONT_DOOR_MANAGER_INDEX, about, fact);
    }
    /// In prison since August, out on the Monday before Christmas, and nowhere to go yet.
    fn jordan(&mut self) {
        let home = Household { name: "Pickersgill", mother: "Sheila", ..Household::PLAIN };
        let (born, since) = (date(2005, 12, 12), date(2018, 1, 15));
        let jordan = self.grown_up(home, &named::JORDAN, false, born, since, date(2021, 12, 22));
        self.tells_each(
            jordan,
            &[date(2025, 6, 30), date(2025, 11, 17), date(2026, 5, 5), date(2026, 8, 20)],
            &Fact::PathwayPlanReviewed,
        );
        self.tells(WRITTEN_DOWN, jordan, lives("D1", None, vec![]));
        self.tells(WRITTEN_DOWN, jordan, does("G5"));
        self.meets(jordan, date(2026, 11, 20));
        self.tells(date(2026, 8, 3), jordan, lives("X2", None, vec![Unsuitable::Custody]));
        self.tells(date(2026, 8, 3), jordan, Fact::ActivityEnded);
        self.tells(date(2026, 8, 12), jordan, Fact::ReleaseDateSet { release: date(2026, 12, 21) });
        let threat = Fact::HomelessnessThreatened { within_56_days: true, agrees_to_referral: Some(true) };
        self.tells(date(2026, 11, 2), jordan, threat);
        self.tells(date(2026, 11, 3), jordan, Fact::HousingReferralMade { authority: "Loxley".into() });
        let bid = |home: &str, became| Fact::HousingBid { home: home.into(), became };
        self.tells(date(2026, 11, 9), jordan, bid("12 Mill Row", Bid::Made));
        self.tells(date(2026, 11, 16), jordan, bid("12 Mill Row", Bid::NotOffered));
        self.tells(date(2026, 11, 16), jordan, bid("Flat 3, Quay Court", Bid::Made));
        let words = "Learning disability nurse of the prison".into();
        self.tells(date(2026, 10, 19), jordan, Fact::AdultsServices { step: HandOver::Referred, words });
    }
    /// Left care in June for a shared house that the council provides; recorded as if he had no adviser by right.
    fn mason(&mut self) {
        let family = self.household(Household { name: "Ellery", mother: "Trudy", ..Household::PLAIN });
        let mason = self.named_child(family, &named::MASON, false, date(2009, 5, 5));
        let going = Going { place: "K3", provider: "PR4", ..Going::PLAIN };
        self.on(date(2025, 5, 6), 13, move |t| t.refer_into_care(mason, "6", named::NEIGHBOUR_INDEX, going));
        self.on(date(2025, 9, 1), 10, move |t| {
            t.allocate(mason, Part::Adviser, named::PERSONAL_ADVISER_INDEX);
            t.begin_leaving(mason);
        });
        self.on(date(2026, 6, 1), 12, move |t| t.leave_care(mason, "E5"));
        self.on(date(2026, 6, 3), 12, move |t| t.say_as_adviser(mason, does("F2")));
        self.tells(date(2026, 9, 1), mason, Fact::CategoryRecorded { category: Category::Qualifying });
    }
    pub(super) fn meets_adviser_in_custody(&mut self, child: usize) {
        self.allocate(child, Part::Adviser, named::PERSONAL_ADVISER_INDEX);
        self.begin_leaving(child);
        self.say_contact(child, How::Met, CameOfIt::TwoWay, By::Adviser);
    }
}
fn lives(accommodation: &str, release: Option<Date>, unsuitable: Vec<Unsuitable>) -> Fact {
    let accommodation = accommodation.into();
    Fact::AccommodationBegan(Accommodation { accommodation, release, unsuitable, ..Accommodation::default() })
}
fn does(activity: &str) -> Fact {
    Fact::ActivityBegan(Activity { activity: activity.into(), ..Activity::default() })
}
