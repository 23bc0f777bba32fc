//! The pathway plan of Amir Kadir: three versions, each agreed and in his hands; an action that nobody did is carried
//! over twice; and since he will soon be eighteen the plan is stale, and nobody has said anything.
use super::{Town, named};
use practice::{
    Date, Id,
    day::date,
    plans::{Action, AreaWords, Draft, Fact, How, Outcome, Person},
};

const fn id(n: u128) -> Id {
    Id::from_u128(0x70AD_0000_0000_4000_8000_0000_0070_0000 + n)
}
const FORM: u128 = 11;
const BANK: u128 = 12;
const COLLEGE: u128 = 13;
const TRAVEL: u128 = 14;

impl Town {
    pub(super) fn amirs_plans(&mut self, amir: usize) {
        self.amir_says(amir);
        for (n, on) in [(1, date(2025, 8, 4)), (2, date(2026, 1, 26)), (3, date(2026, 7, 20))] {
            self.on(on, 14, move |t| {
                let version = t.amirs_version(n, on);
                t.say_of_amir(amir, Fact::VersionDrafted(Box::new(version)));
            });
            self.on(practice::day::plus_days(on, 2), 16, move |t| t.given_to_amir(amir, n));
        }
        for (on, action, outcome, effect) in [
            (date(2025, 12, 9), BANK, Outcome::Done, "Your allowance is paid into your own account."),
            (date(2026, 1, 22), FORM, Outcome::NotDone, "He is not on the register, and worries where he will live."),
            (date(2026, 6, 30), COLLEGE, Outcome::Done, "He starts the motor course in September."),
        ] {
            let effect = effect.to_string();
            self.on(on, 11, move |t| t.say_of_amir(amir, Fact::ActionEnded { action: id(action), outcome, effect }));
        }
    }
    fn say_of_amir(&mut self, amir: usize, fact: Fact) {
        let about = self.children[amir].about();
        self.say(named::PERSONAL_ADVISER_INDEX, about, fact);
    }
    fn given_to_amir(&mut self, amir: usize, n: u128) {
        let version = id(n);
        let words = "Yes. I want to stay near the mosque and the college.".into();
        self.say_of_amir(amir, Fact::Agreed { version, by: Person::YoungPerson, words });
        let response = "He read it aloud and kept it.".into();
        let (to, how) = (Person::YoungPerson, How::ByHand);
        self.say_of_amir(amir, Fact::CopyGiven { version, to, how, explained: true, response });
    }
    fn amirs_version(&self, n: u128, on: Date) -> Draft {
        let devon = Person::Worker(named::COLLEAGUES[named::PERSONAL_ADVISER_INDEX].id);
        let by = |days| practice::day::plus_days(on, days);
        let action = |id_of: u128, area: &str, owner: &Person, days, words: [&str; 3]| {
            let [what, different, known_by] = words.map(str::to_string);
            Action {
                id: id(id_of),
                area: area.into(),
                what,
                owner: owner.clone(),
                by: by(days),
                different,
                known_by,
                despite: None,
            }
        };
        let mut actions = vec![action(
            FORM,
            "home",
            &devon,
            60,
            [
                "Fill in the form for the housing register together at the library",
                "Your name is on the housing register",
                "The letter with his bidding number is on file",
            ],
        )];
        if n == 1 {
            let words = [
                "Go together to open an account at the bank in Mill Road",
                "Your allowance is paid into your own account",
                "The first statement",
            ];
            actions.push(action(BANK, "money", &devon, 90, words));
        }
        if n == 2 {
            let words = ["Visit two colleges and pick one", "You have a place for September", "The offer letter"];
            actions.push(action(COLLEGE, "learning", &Person::YoungPerson, 120, words));
        }
        if n == 3 {
            let words = [
                "Send the form for a refugee travel document with the solicitor’s letter",
                "You can travel to see your cousins",
                "The receipt with its number",
            ];
            actions.push(action(TRAVEL, "identity", &devon, 150, words));
        }
        let area =
            |area: &str, need: &str, aim: &str| AreaWords { area: area.into(), need: need.into(), aim: aim.into() };
        Draft {
            kind: "pathway".into(),
            version: id(n),
            areas: vec![
                area(
                    "support",
                    "Devon sees you each fortnight, and your key worker every day.",
                    "Somebody who picks up the phone.",
                ),
                area(
                    "home",
                    "You live in shared supported housing until you are eighteen. After that you need a flat of your own.",
                    "A door that I can lock.",
                ),
                area("learning", "You speak English well and want to learn a trade.", "I want to mend cars."),
                area("people", "You speak to your brother in Birmingham each week.", "My brother is my family here."),
                area("skills", "You cook and wash for yourself. You have not paid a bill yet.", ""),
                area(
                    "money",
                    "The council pays your rent and an allowance each week.",
                    "I want to send a little home.",
                ),
                area("health", "You are well. You sleep badly and see Dr Osman each month.", ""),
                area(
                    "identity",
                    "You have refugee status until 30 June 2030. Ms Lane is your solicitor.",
                    "I am Kurdish. Say that first.",
                ),
            ],
            actions,
            contingency:
                "If your housing ends, you go to the room at Harbour House that is kept for you, and ring Devon.".into(),
            begun: None,
        }
    }
}
