//! What two young people say on their own pages: Amir Kadir asks for his brother; Keisha Marlowe has waited too long for
//! an answer, and does not feel safe this very day. What answers a fact names it, and what a town tells has no ids yet:
//! so everything here still waits.
use super::{Town, named};
use practice::{
    day::{date, moment, plus_minutes},
    young::Fact,
};

impl Town {
    pub(super) fn amir_says(&mut self, amir: usize) {
        self.on(date(2026, 11, 9), 12, move |t| {
            let about = t.children[amir].about();
            let words = "Your bus pass came. Devon brings it when you meet.".into();
            t.say(named::PERSONAL_ADVISER_INDEX, about, Fact::Shared { words });
            let (meets, place) = (moment(date(2026, 11, 25).at(16, 0, 0, 0)), "The café at the college".into());
            t.say(named::PERSONAL_ADVISER_INDEX, about, Fact::MeetingPlanned { meets, place });
        });
        self.on(date(2026, 11, 19), 18, move |t| {
            t.say_of_themself(amir, Fact::Said { childs_words: "Can my brother stay one night when I move?".into() });
        });
    }
    pub(super) fn keisha_says(&mut self, keisha: usize) {
        self.on(date(2026, 11, 10), 20, move |t| {
            let childs_words = "When do I get my plan? You said two weeks.".into();
            t.say_of_themself(keisha, Fact::Said { childs_words });
        });
        self.on(date(2026, 11, 22), 11, move |t| {
            let id = |index: usize| named::COLLEAGUES[index].id;
            let (bryn, manager) = (id(named::OUT_OF_HOURS_INDEX), id(named::TEAM_MANAGER_INDEX));
            let after = |minutes| plus_minutes(t.now, minutes);
            let told = vec![(bryn, after(0)), (manager, after(15)), (id(named::DIRECTOR_INDEX), after(30))];
            let childs_words = "Somebody is at the door and will not go.".into();
            t.say_of_themself(keisha, Fact::NotSafe { childs_words, reach: String::new(), told });
        });
    }
}
