//! Visits and case notes: what a worker writes down after seeing a family.
use super::{
    Entry, Town,
    cases::Step,
    chance::Chance,
    days::{Duty, How, lateness},
    words,
};
use practice::{
    Id,
    day::{plus_days, plus_hours},
    people::{Fact, Visit},
};

impl Town {
    /// The worker calls; `true` when the children were seen. Before the whole of the work was
    /// recorded here a visit leaves no trace, but it is made.
    pub(super) fn visit_family(&mut self, case: usize, purpose: &'static str) -> bool {
        let members = self.cases[case].members.clone();
        let mut pace = self.cases[case].pace.clone();
        let seen = self.visit(&members, &mut pace, purpose);
        self.cases[case].pace = pace;
        seen
    }
    /// In an assessment or an enquiry: when nobody is in, again on the next days.
    pub(super) fn see_children(&mut self, case: usize, purpose: &'static str) {
        if !self.visit_family(case, purpose) {
            self.try_again(case, if purpose == "enquiry" { Step::SeeInEnquiry } else { Step::SeeInAssessment });
        }
    }
    pub(super) fn try_again(&mut self, case: usize, step: Step) {
        let after = self.case_chance(case).between(1, 3);
        let day = self.days.after(self.today, after);
        self.plan_step(case, day, step);
    }
    /// One visit to several children is a fact for each, in the child's own words.
    pub(super) fn visit(&mut self, children: &[usize], pace: &mut super::days::Pace, purpose: &'static str) -> bool {
        let Some(&first) = children.first() else { return true };
        let seen = pace.steered || !pace.chance.happens(60);
        let alone = pace.slip(Duty::SeenAlone, self.today).is_none();
        let copied = pace.slip(Duty::OwnWords, self.today).is_some();
        let recorded = plus_hours(self.now, self.hours_to_write_up(pace));
        let together = (children.len() > 1).then(|| pace.chance.id());
        if !self.whole() {
            return seen;
        }
        let who = self.worker_of(first);
        for &child in children {
            let visit = match seen {
                true => self.what_was_seen(child, pace, alone, together, purpose, copied),
                false => Visit { notes: pace.chance.pick(words::NOBODY_IN).to_string(), together, ..Visit::default() },
            };
            let about = self.children[child].about();
            self.say_later(who, about, recorded, Fact::Visited(visit));
        }
        seen
    }
    fn hours_to_write_up(&self, pace: &mut super::days::Pace) -> i64 {
        if let Some(How::Late(days)) = pace.slip(Duty::WriteUp, self.today) {
            return days * 24;
        }
        match pace.steered || !pace.chance.happens(lateness(self.today)) {
            true => pace.chance.weigh(&[(50, 1), (30, 4), (20, 24)]),
            false => 24 * pace.chance.between(3, 15),
        }
    }
    fn what_was_seen(
        &self,
        child: usize,
        pace: &mut super::days::Pace,
        alone: bool,
        together: Option<Id>,
        purpose: &'static str,
        copied: bool,
    ) -> Visit {
        let age = self.children[child].age(self.today);
        let chance = &mut pace.chance;
        let (seen_alone, why_not_alone) = match age {
            ..0 => (false, Some("Not born yet; mother was seen.".to_string())),
            0..=3 => (false, Some("Too young to be seen alone.".to_string())),
            _ if !alone => (false, None),
            _ if pace.steered || !chance.happens(110) => (true, None),
            _ => (false, Some(chance.pick(words::NOT_ALONE).to_string())),
        };
        // A copied note is the same words every time, whatever was seen.
        let mut own = if copied { Chance::of(0) } else { chance.clone() };
        let visit = Visit {
            seen: true,
            seen_alone,
            why_not_alone,
            bedroom_seen: (purpose != "enquiry").then(|| copied || chance.happens(800)),
            childs_words: words::childs(age, &mut own),
            notes: words::visit(purpose, &mut own),
            together,
        };
        chance.id();
        visit
    }

    /// What else is written down in a case, about once a month.
    pub(super) fn plan_note(&mut self, case: usize) {
        let after = self.case_chance(case).between(100, 190);
        let day = self.days.on_or_after(plus_days(self.today.max(super::days::WHOLE), after));
        self.plan_step(case, day, Step::MakeNote);
    }
    pub(super) fn make_case_note(&mut self, case: usize) {
        let (who, members) = (self.case_worker(case), self.cases[case].members.clone());
        self.note(who, &members, case);
        self.plan_note(case);
    }
    fn note(&mut self, who: usize, children: &[usize], case: usize) {
        let chance = self.case_chance(case);
        let (title, text) = words::note(chance);
        let together = (children.len() > 1).then(|| chance.id());
        let significant = chance.happens(120);
        self.say_of_each(
            case,
            who,
            Fact::CaseNoteMade { title: title.into(), words: text.into(), significant, together },
        );
    }
    pub(super) fn note_about(&mut self, who: usize, child: usize) {
        let chance = &mut self.children[child].pace.chance;
        let (title, text) = words::note(chance);
        let significant = chance.happens(120);
        let about = self.children[child].about();
        self.say(
            who,
            about,
            Fact::CaseNoteMade { title: title.into(), words: text.into(), significant, together: None },
        );
    }
    pub(super) fn plan_care_step(&mut self, child: usize, day: practice::Date, step: super::care::Step) {
        let c = &mut self.children[child];
        let at = super::days::at_work(day, &mut c.pace.chance);
        let spell = c.spells;
        self.plan(at, Entry::Care { child, spell, step });
    }
}
