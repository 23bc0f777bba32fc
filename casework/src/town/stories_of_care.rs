//! The written stories of children in care and of single children: see [`super::named`].
use super::{
    Town,
    families::AUTHORITY,
    goings::Going,
    named::{self, Person},
    stories::Household,
};
use practice::{
    Date, RecordFact, care,
    day::{date, plus_days},
    front_door, leavers,
    people::{Fact, Identity, Part, Scheme},
};

impl Town {
    /// A child who comes into care on a day, with Grace as worker.
    fn comes_into_care(
        &mut self,
        h: Household,
        who: &Person,
        girl: bool,
        born: Date,
        day: Date,
        going: Going,
    ) -> usize {
        let family = self.household(h);
        let child = self.named_child(family, who, girl, born);
        self.on(day, 13, move |t| t.refer_into_care(child, "6", named::SOCIAL_WORKER_INDEX, going));
        child
    }
    /// Moved twice; the second time nobody made a placement plan, and there is no school yet.
    pub(super) fn kieran(&mut self) {
        let home = Household { name: "Ashdown", mother: "Mandy", ..Household::PLAIN };
        let kieran =
            self.comes_into_care(home, &named::KIERAN, false, date(2013, 3, 8), date(2025, 9, 8), Going::PLAIN);
        self.on(date(2026, 2, 10), 15, move |t| t.move_to(kieran, "K2"));
        self.on(date(2026, 9, 14), 15, move |t| {
            t.move_to(kieran, "U6");
            t.lose_school(kieran);
        });
        self.on(date(2026, 11, 2), 17, move |t| t.ask_for_visit(kieran, care::Asker::Child));
    }
    /// With foster carers until she is 18; away from Friday night to Sunday morning, again and again.
    pub(super) fn jada(&mut self) {
        let home = Household { name: "Pemberton", mother: "Carol", ethnicity: "MWBC", ..Household::PLAIN };
        let going = Going { legal: "C1", care_order_after: Some(240), long_term_after: Some(300), ..Going::PLAIN };
        let jada = self.comes_into_care(home, &named::JADA, true, date(2011, 2, 17), date(2024, 3, 11), going);
        for (day, hours) in [
            (date(2026, 8, 21), 9),
            (date(2026, 9, 11), 6),
            (date(2026, 10, 2), 31),
            (date(2026, 10, 23), 28),
            (date(2026, 11, 13), 30),
        ] {
            self.on(day, 21, move |t| t.go_missing(jada, Some(hours)));
        }
    }
    /// With foster carers first, then home to his mother on the day of the full care order.
    pub(super) fn callum(&mut self) {
        let home = Household { name: "Thackeray", mother: "Gemma", ..Household::PLAIN };
        let going = Going { legal: "C1", ..Going::PLAIN };
        let callum = self.comes_into_care(home, &named::CALLUM, false, date(2020, 5, 27), date(2025, 7, 21), going);
        self.on(date(2026, 3, 2), 12, move |t| {
            t.make_order(callum, "C2");
            t.move_to(callum, "P1");
        });
        self.on(date(2026, 3, 16), 10, move |t| {
            let (who, about) = (named::TEAM_MANAGER_INDEX, t.children[callum].about());
            let why = "Mother was in hospital: signed when she was home again.".into();
            let waived = RecordFact::ClockWaived { clock: "L01".into(), started: date(2026, 3, 2), why };
            t.say(who, about, practice::Fact::Record(waived));
        });
    }
    /// Came alone; eighteen in December.
    pub(super) fn amir(&mut self) {
        let home = Household { name: "Kadir", mother: "", ethnicity: "OOTH", language: "Arabic", ..Household::PLAIN };
        let going = Going { place: "K3", provider: "PR4", need: "N8", ..Going::PLAIN };
        let amir = self.comes_into_care(home, &named::AMIR, false, date(2008, 12, 19), date(2025, 2, 3), going);
        let family = self.children[amir].family;
        self.families[family].alone = true;
        self.on(date(2025, 2, 3), 14, move |t| t.say_as_worker(amir, care::Fact::ArrivedUnaccompanied));
        self.on(date(2025, 5, 19), 10, move |t| {
            t.allocate(amir, Part::Adviser, named::PERSONAL_ADVISER_INDEX);
            t.begin_leaving(amir);
            let expires = Some(date(2030, 6, 30));
            t.say_as_adviser(amir, leavers::Fact::ImmigrationStatusKnown { status: "REF".into(), expires });
            let (what, by) = ("Apply to settle for good".into(), date(2030, 6, 1));
            t.say_as_adviser(amir, leavers::Fact::ImmigrationDeadlineSet { what, by });
        });
        self.amirs_plans(amir);
    }
    /// With her aunt, approved for a while (reg 24): visited every week until the review.
    pub(super) fn elsie(&mut self) {
        let home = Household { name: "Winterbourne", mother: "Faye", ..Household::PLAIN };
        let ahead = Some(care::Ahead::Regulation24);
        let going = Going { place: "U3", ahead, ..Going::PLAIN };
        self.comes_into_care(home, &named::ELSIE, true, date(2012, 10, 10), date(2026, 9, 28), going);
    }
    /// Disabled; a weekend with the same foster carers every month (reg 48).
    pub(super) fn tegan(&mut self) {
        let family = self.household(Household {
            name: "Rowbotham",
            mother: "Alison",
            father: Some("Keith"),
            ..Household::PLAIN
        });
        let tegan = self.named_child(family, &named::TEGAN, true, date(2014, 8, 30));
        let fate = super::fates::Fate { source: "1A", need: "N2", assessment_takes: 30, ..super::fates::Fate::plain() };
        self.on(date(2025, 9, 1), 11, move |t| t.begin(family, named::SOCIAL_WORKER_INDEX, fate));
        self.on(date(2026, 1, 16), 16, move |t| t.short_break(tegan, 40));
    }
    /// With a friend of her mother's, who is abroad.
    pub(super) fn nadia(&mut self) {
        let home = Household { name: "Osei", mother: "Abena", ethnicity: "BAFR", language: "Twi", ..Household::PLAIN };
        let family = self.household(home);
        let nadia = self.named_child(family, &named::NADIA, true, date(2014, 1, 9));
        self.on(date(2025, 8, 18), 10, move |t| t.notify_arrangement(nadia, named::NEIGHBOUR_INDEX, -35));
    }
    /// One remanded, one sentenced after having been looked after.
    pub(super) fn custody(&mut self) {
        let family = self.household(Household { name: "Mayhew", mother: "Tina", ..Household::PLAIN });
        let connor = self.named_child(family, &named::CONNOR, false, date(2010, 4, 4));
        self.on(date(2026, 10, 26), 15, move |t| {
            t.refer_into_care(
                connor,
                "7",
                named::NEIGHBOUR_INDEX,
                Going { leaves: Some((90, "E14")), ..Going::REMAND },
            );
        });
        let family = self.household(Household { name: "Brandreth", mother: "Lyn", ..Household::PLAIN });
        let lewis = self.named_child(family, &named::LEWIS, false, date(2010, 9, 1));
        self.on(date(2025, 10, 6), 11, move |t| {
            t.refer_into_care(lewis, "7", named::NEIGHBOUR_INDEX, Going::PLAIN);
        });
        self.on(date(2026, 9, 7), 16, move |t| t.take_into_custody(lewis));
        self.on(date(2026, 10, 12), 11, move |t| t.meets_adviser_in_custody(lewis));
    }
    /// Known by an id from elsewhere and nothing more; referred, and with nobody yet.
    pub(super) fn without_a_name(&mut self) {
        let family = self.household(Household::PLAIN);
        self.families[family].alone = true;
        let child = self.named_child(family, &named::NAMELESS, false, date(2019, 6, 11));
        self.on(date(2026, 9, 7), 12, move |t| {
            let (who, about) = (named::SCREENER_INDEX, t.children[child].about());
            let identity = Identity { born: t.children[child].born, sex: Some("M".into()), ..Identity::default() };
            (t.children[child].registered, t.children[child].referred) = (true, true);
            t.ask_what_returns_ask(who, child, "");
            t.say(who, about, Fact::Registered(identity));
            let (authority, value) = (AUTHORITY.to_string(), "100000".to_string());
            t.say(who, about, Fact::Identified { scheme: Scheme::AuthorityChild, authority, value });
            t.say(who, about, front_door::Fact::ReferralReceived { contact: None, source: "5C".into(), unborn: false });
            let (outcome, why) = ("ASS".into(), "Moved here; their papers are still to come.".into());
            t.say(named::FRONT_DOOR_MANAGER_INDEX, about, front_door::Fact::ReferralDecided { outcome, why });
            let told = front_door::Fact::ReferrerTold { contact: None, how: "By secure e-mail".into() };
            t.say(named::FRONT_DOOR_MANAGER_INDEX, about, told);
            t.plan_birthdays(child);
        });
    }
    /// A restriction, a conflict, a record opened with a reason and one with the glass broken.
    pub(super) fn out_of_reach(&mut self) {
        let of = |town: &Town, who: &Person| town.children.iter().position(|c| c.id == who.id).unwrap_or(0);
        let (rosa, ismail) = (of(self, &named::ROSA), of(self, &named::ISMAIL));
        let (maya, jada) = (of(self, &named::MAYA), of(self, &named::JADA));
        let (ruth, tomasz) = (named::TEAM_MANAGER_INDEX, named::NEIGHBOUR_INDEX);
        self.on(date(2026, 3, 9), 15, move |t| {
            let (why, named) = ("Her uncle works here.".into(), vec![named::COLLEAGUES[ruth].id]);
            let about = t.children[rosa].about();
            t.say(ruth, about, Fact::Restricted { why, named });
            t.say(ruth, about, Fact::ConflictDeclared { worker: named::NEIGHBOUR, why: "Uncle".into() });
        });
        self.on(date(2026, 6, 3), 9, move |t| {
            let about = t.children[ismail].about();
            t.say(tomasz, about, Fact::ConflictDeclared { worker: named::NEIGHBOUR, why: "Lives next door.".into() });
        });
        self.on(date(2026, 10, 14), 11, move |t| {
            t.open_record(maya, tomasz, "Her cousin is a child I work with; checking who else is in the home.", false);
        });
        self.on(plus_days(date(2026, 11, 13), 1), 2, move |t| {
            t.open_record(jada, named::OUT_OF_HOURS_INDEX, "Police have found her and ask where she lives.", true);
            let (about, worker) = (t.children[jada].about(), named::COLLEAGUES[ruth].id);
            let what = "Bryn Penhale broke the glass on this record in the night.".into();
            t.say(named::OUT_OF_HOURS_INDEX, about, Fact::Told { worker, what });
        });
    }
}
