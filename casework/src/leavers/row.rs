//! A young person in a list of care leavers.
use super::words::{by_words, category_tag, lower};
use crate::{
    page::{
        parts::Row as Side,
        words::{Colour, Tag},
    },
    people::heading::heading,
};
use kernel::{Error, Reading, Value};
use practice::{
    Date, Id,
    access::{Act, Reach, Worker, grant},
    day::{age_on, date, words},
    leavers::{Category, Queue},
};
use serde::Deserialize;

const LEAVERS: &str = include_str!("sql/leavers.sql");
const ADVISERS: &str = include_str!("sql/advisers.sql");
pub const QUESTIONS: &[&str] = &[LEAVERS, ADVISERS];

#[derive(Clone, Debug, Deserialize)]
pub struct Row {
    pub child: Id,
    pub name: Option<String>,
    pub preferred_name: Option<String>,
    pub born: Option<Date>,
    pub computed: String,
    pub rule: String,
    pub because: String,
    pub recorded: Option<String>,
    pub recorded_on: Option<Date>,
    pub decided: Option<String>,
    pub decided_on: Option<Date>,
    pub reopened: Option<String>,
    pub held: String,
    pub held_by: String,
    pub differs: bool,
    pub not_recorded: bool,
    pub not_known: bool,
    pub asks: bool,
    pub flags: String,
    pub worker: Option<String>,
    pub my_teams: bool,
    pub total: i64,
}
/// Who stands as adviser of somebody in the list.
#[derive(Clone, Debug, Deserialize)]
pub struct Adviser {
    pub id: Id,
    pub name: String,
}
/// What a list is narrowed to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Wanted {
    pub held: Option<Category>,
    pub queue: Option<Queue>,
    pub worker: Option<Id>,
    pub flag: Option<&'static str>,
    /// Whoever is owed most stands first, and not whoever's name does.
    pub owed_first: bool,
}

pub async fn read(reading: &mut Reading, wanted: Wanted, (limit, offset): (i64, i64)) -> Result<Vec<Row>, Error> {
    let queue = |q: Queue| -> Value { (wanted.queue == Some(q)).then_some(true).into() };
    let given = [
        ("held", wanted.held.map(Category::code).into()),
        ("differs", queue(Queue::Differs)),
        ("not_recorded", queue(Queue::NotRecorded)),
        ("not_known", queue(Queue::NotKnown)),
        ("worker", wanted.worker.into()),
        ("flag", wanted.flag.map(|f| format!("%,{f},%")).into()),
        ("owed_first", wanted.owed_first.into()),
        ("limit", limit.into()),
        ("offset", offset.into()),
    ];
    reading.ask(LEAVERS, &given).await
}
pub async fn advisers(reading: &mut Reading) -> Result<Vec<Adviser>, Error> {
    reading.ask(ADVISERS, &[]).await
}

fn category(code: &str) -> Category {
    Category::of(code).unwrap_or(Category::NotKnown)
}
impl Row {
    pub fn total(rows: &[Row]) -> usize {
        rows.first().map_or(0, |row| usize::try_from(row.total).unwrap_or_default())
    }
    pub fn queues(&self) -> Vec<Queue> {
        let waits = [self.differs, self.not_recorded, self.not_known];
        Queue::ALL.into_iter().zip(waits).filter(|q| q.1).map(|q| q.0).collect()
    }
    pub fn heading(&self) -> String {
        heading(self.name.as_deref(), self.preferred_name.as_deref(), self.child)
    }
    /// `aged 19; adviser Grace Adeyinka`.
    pub fn about(&self, today: Date) -> String {
        let age = self.born.and_then(|born| age_on(born, today));
        let age = age.map_or("age not known".into(), |years| format!("aged {years}"));
        let adviser = self.worker.as_ref().map_or("no adviser".into(), |w| format!("adviser {w}"));
        format!("{age}; {adviser}")
    }
    pub fn category_page(&self) -> String {
        format!("/children/{}/category", self.child)
    }
    /// Not known holds as what is owed at least.
    pub fn held_tag(&self) -> Tag {
        let (held, computed) = (category(&self.held), category(&self.computed));
        if self.held_by == "computed" && computed == Category::NotKnown && held != Category::NotKnown {
            return Tag::new(format!("Not known: at least {}", lower(held.words())), Colour::Purple);
        }
        category_tag(held)
    }
    pub fn holds(&self) -> Side {
        Side { tag: Some(self.held_tag()), detail: Some(by_words(&self.held_by).into()), ..Side::new("Holds", "") }
    }
    pub fn by_the_law(&self) -> Side {
        let row = if category(&self.computed) == Category::NotKnown {
            String::new()
        } else {
            format!(" (row {})", self.rule)
        };
        let detail = Some(format!("{}{row}", self.because));
        Side { tag: Some(category_tag(category(&self.computed))), detail, ..Side::new("The law", "") }
    }
    pub fn by_the_record(&self) -> Side {
        let on = |day: Option<Date>| day.map(words).unwrap_or_default();
        let recorded = self.recorded.as_deref().map(category);
        let said = recorded.map(|c| format!("Recorded on {}: {}", on(self.recorded_on), lower(c.words())));
        let Some(decided) = self.decided.as_deref().map(category) else {
            let Some(recorded) = recorded else { return Side::new("The record", "No category recorded") };
            return Side { tag: Some(category_tag(recorded)), detail: said, ..Side::new("The record", "") };
        };
        let open = self.reopened.as_ref().map(|why| format!(", and open again. {}", why.replace('\n', ". ")));
        let decision = format!("Decided on {}{}", on(self.decided_on), open.unwrap_or_default());
        let detail = [Some(decision), said].into_iter().flatten().collect::<Vec<_>>().join(". ");
        Side { tag: Some(category_tag(decided)), detail: Some(detail), ..Side::new("The record", "") }
    }
    /// Where this worker may decide about this young person.
    pub fn decide(&self, who: &Worker) -> Option<String> {
        let reach = grant(who.role, Act::DecideCategory)?.reach;
        let reached = reach == Reach::Service || reach == Reach::Team && self.my_teams;
        reached.then(|| format!("{}/decide", self.category_page()))
    }
}

pub fn sample(n: u128) -> Row {
    Row {
        child: Id::from_u128(n),
        name: Some("Jade Marlow".into()),
        preferred_name: None,
        born: Some(date(2007, 5, 4)),
        computed: "FORMER_RELEVANT".into(),
        rule: "12".into(),
        because: "A relevant child at 18. 515 days looked after since the 14th birthday".into(),
        recorded: Some("QUALIFYING".into()),
        recorded_on: Some(date(2025, 5, 4)),
        decided: None,
        decided_on: None,
        reopened: None,
        held: "FORMER_RELEVANT".into(),
        held_by: "computed".into(),
        differs: true,
        not_recorded: false,
        not_known: false,
        asks: true,
        flags: ",BOUNDARY_REVIEW,".into(),
        worker: Some("Grace Adeyinka".into()),
        my_teams: true,
        total: 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::access::Role;

    #[test]
    fn only_who_may_decide_is_led_there() {
        let leads = |role, my_teams| {
            let who = Worker { id: Id::nil(), name: String::new(), role, team: Id::nil() };
            Row { my_teams, ..sample(1) }.decide(&who).is_some()
        };
        assert!(leads(Role::TeamManager, true) && !leads(Role::TeamManager, false));
        assert!(leads(Role::ServiceManager, false) && !leads(Role::PersonalAdviser, true));
    }
    #[test]
    fn not_known_is_said_to_be_what_is_owed_at_least() {
        let unknown = Row { computed: "NOT_KNOWN".into(), held: "QUALIFYING".into(), ..sample(1) };
        assert_eq!(unknown.held_tag().text, "Not known: at least qualifying young person");
        let nothing = Row { held: "NOT_KNOWN".into(), ..unknown.clone() };
        assert_eq!(nothing.held_tag().text, "Not known");
        assert_eq!(Row { held_by: "recorded".into(), ..unknown }.held_tag().text, "Qualifying young person");
    }
    #[test]
    fn the_queues_of_a_row_are_those_that_it_waits_in() {
        let row = Row { differs: false, not_recorded: true, not_known: true, ..sample(1) };
        assert_eq!(row.queues(), [Queue::NotRecorded, Queue::NotKnown]);
    }
}
