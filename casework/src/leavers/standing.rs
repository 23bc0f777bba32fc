//! A young person on an adviser's dashboard: how they stand today, what somebody should look at, and what is owed.
use super::words::{category_tag, lower, plan_tag, said_tag, short};
use crate::{
    page::{
        Cell, Column,
        words::{Colour, Tag, ago},
    },
    people::heading::heading,
    today::owed::{self, Line},
};
use practice::{
    Date, Id,
    clock::Standing,
    codes,
    day::{age_on, birthday, date, words},
    leavers::{
        Category, PlanState,
        measures::{EET, IN_TOUCH, SUITABLE, Says},
    },
    young::NOT_SAFE_OPENED,
};
use serde::{Deserialize, Serialize};

/// A row of `mine.sql`.
#[derive(Clone, Debug, Deserialize)]
pub struct Row {
    pub child: Id,
    pub name: Option<String>,
    pub preferred_name: Option<String>,
    pub born: Option<Date>,
    pub held: String,
    /// The part of that status, by age and by what was asked for.
    pub part: Option<String>,
    pub computed: String,
    pub held_by: String,
    pub differs: bool,
    pub not_recorded: bool,
    pub not_known: bool,
    pub in_touch: Option<String>,
    pub activity: Option<String>,
    pub accommodation: Option<String>,
    pub suitable: String,
    pub eet: String,
    pub touch: String,
    pub spoken_on: Option<Date>,
    pub plan: String,
    pub plan_since: Option<Date>,
    pub holds_copy: Option<bool>,
    pub next_try: Option<String>,
    pub next_try_from: Option<Date>,
}
/// What a dashboard may be narrowed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    Overdue,
    NotInTouch,
    Plan,
    /// As the manager's page counts it.
    PlanLate,
    Home,
    Neet,
    Recheck,
    Over21,
}
impl Show {
    pub const ALL: [Show; 8] = [
        Show::Overdue,
        Show::NotInTouch,
        Show::Plan,
        Show::PlanLate,
        Show::Home,
        Show::Neet,
        Show::Recheck,
        Show::Over21,
    ];
    pub fn code(self) -> &'static str {
        match self {
            Show::Overdue => "overdue",
            Show::NotInTouch => "not_in_touch",
            Show::Plan => "plan",
            Show::PlanLate => "plan_late",
            Show::Home => "home",
            Show::Neet => "neet",
            Show::Recheck => "recheck",
            Show::Over21 => "over_21",
        }
    }
    pub fn words(self) -> &'static str {
        match self {
            Show::Overdue => "Something overdue",
            Show::NotInTouch => "Not in touch, or not known",
            Show::Plan => "No plan, a stale one, or no copy",
            Show::PlanLate => "Plan stale or overdue",
            Show::Home => "Home not suitable, or not known",
            Show::Neet => "Not in education, employment or training, or not known",
            Show::Recheck => "Status waits for a decision",
            Show::Over21 => "21 and over",
        }
    }
}
/// A young person with what is owed to them, overdue first.
#[derive(Debug)]
pub struct Person {
    pub row: Row,
    pub owed: Vec<owed::Row>,
}
/// As the page shows them.
#[derive(Debug, Serialize)]
pub struct Shown {
    id: Id,
    heading: String,
    about: String,
    tags: Vec<Tag>,
    facts: Vec<(&'static str, String)>,
    lines: Vec<Line>,
    later: Vec<Line>,
}

pub const COLUMNS: &[Column] = &[
    Column::text("who", "Young person"),
    Column::text("age", "Age"),
    Column::text("birthday", "Next birthday"),
    Column::text("holds", "Status that holds"),
    Column::text("touch", "In touch"),
    Column::text("spoken", "Last spoken with"),
    Column::text("next", "To try next"),
    Column::text("from", "From"),
    Column::text("home", "Lives"),
    Column::text("suitable", "Suitable"),
    Column::text("does", "Does"),
    Column::text("plan", "Pathway plan"),
    Column::text("since", "Since"),
    Column::text("copy", "Holds a copy"),
    Column::number("overdue", "Deadlines overdue"),
    Column::text("deadline", "Next deadline"),
    Column::text("due", "Due"),
];

impl Row {
    pub fn heading(&self) -> String {
        heading(self.name.as_deref(), self.preferred_name.as_deref(), self.child)
    }
    fn held(&self) -> Category {
        Category::of(&self.held).unwrap_or(Category::NotKnown)
    }
    fn age(&self, today: Date) -> Option<i64> {
        age_on(self.born?, today)
    }
    fn next_birthday(&self, today: Date) -> Option<(i64, Date)> {
        let next = self.age(today)? + 1;
        Some((next, birthday(self.born?, next)))
    }
    fn about(&self, today: Date) -> String {
        match (self.age(today), self.next_birthday(today)) {
            (Some(age), Some((next, on))) => format!("aged {age}; {next} on {} ({})", words(on), ago(on, today)),
            _ => "age not known".into(),
        }
    }
    fn waits(&self) -> bool {
        self.differs || self.not_recorded || self.not_known
    }
    fn plan(&self) -> PlanState {
        PlanState::of(&self.plan).unwrap_or(PlanState::None)
    }
    /// In law it is theirs, over 21 too for whoever learns or asked for support (Children Act 1989 s23CA, s23CZB): who is
    /// offered support once a year, and who qualifies, need not have one.
    fn is_to_have_a_plan(&self, today: Date) -> bool {
        let helped = matches!(self.part.as_deref(), Some("21_24_ETE" | "21_24_REQUESTED"));
        match self.held() {
            Category::Eligible | Category::Relevant => true,
            Category::FormerRelevant => helped || self.age(today).is_none_or(|age| age < 21),
            _ => false,
        }
    }
    /// Of whom somebody must keep in touch with, at home with a parent too; the others are left out.
    fn touch(&self) -> Says {
        says(&self.touch)
    }
    fn home(&self) -> String {
        let nothing = if self.held() == Category::Eligible { "In care" } else { "Nobody said where" };
        said(self.accommodation.as_deref(), "s903.accommodation", nothing)
    }
    fn does(&self) -> String {
        let nothing = if self.held() == Category::Eligible { "The record of care says it" } else { "Nobody said what" };
        said(self.activity.as_deref(), "s903.activity", nothing)
    }
    fn plan_words(&self) -> String {
        let since = self.plan_since.map(words).unwrap_or_default();
        let copy = match self.holds_copy {
            Some(true) => ". They hold a copy",
            Some(false) => ". They hold no copy",
            None => "",
        };
        match self.plan() {
            PlanState::None => "None written".into(),
            PlanState::OnPaper => format!("On paper, last prepared or reviewed on {since}"),
            PlanState::Coming => format!("Written on {since}, not yet in force"),
            PlanState::InForce => format!("In force since {since}{copy}"),
            PlanState::Stale => format!("Stale since {since}{copy}"),
        }
    }
}
fn says(code: &str) -> Says {
    Says::of(code).unwrap_or(Says::NotKnown)
}
fn said(code: Option<&str>, set: &str, nothing: &str) -> String {
    code.map_or_else(|| nothing.into(), |code| codes::label(set, code).map_or_else(|| code.to_owned(), short))
}
impl Person {
    pub fn overdue(&self) -> usize {
        self.owed.iter().filter(|o| o.standing == Standing::Overdue).count()
    }
    /// They said that they do not feel safe, and nobody has opened it: whoever it was told to, their adviser must know.
    fn is_not_safe(&self) -> bool {
        self.owed.iter().any(|o| o.clock == NOT_SAFE_OPENED.code)
    }
    /// What presses first stands first; then by name, as they came.
    pub fn place(&self) -> (u8, Option<Date>) {
        if self.is_not_safe() {
            return (0, None);
        }
        match self.owed.first().map(|o| (o.standing, o.due)) {
            Some((Standing::Overdue, due)) => (0, due),
            Some((Standing::DueSoon, due)) => (1, due),
            _ => (2, None),
        }
    }
    pub fn is(&self, show: Show, today: Date) -> bool {
        let row = &self.row;
        let not = |code: &str| matches!(says(code), Says::No | Says::NotKnown);
        match show {
            Show::Overdue => self.overdue() > 0,
            Show::NotInTouch => not(&row.touch),
            Show::Plan => {
                let wants = matches!(row.plan(), PlanState::None | PlanState::Coming) && row.is_to_have_a_plan(today);
                wants || row.plan() == PlanState::Stale || row.holds_copy == Some(false)
            }
            Show::PlanLate => {
                let is_of_the_plan = |o: &owed::Row| matches!(o.clock.as_str(), "W02" | "W05");
                row.plan() == PlanState::Stale
                    || self.owed.iter().any(|o| o.standing == Standing::Overdue && is_of_the_plan(o))
            }
            Show::Home => not(&row.suitable),
            Show::Neet => not(&row.eet),
            Show::Recheck => row.waits(),
            Show::Over21 => row.age(today).is_some_and(|age| age >= 21),
        }
    }
    /// Nothing need be due for this: something is not as it should be, or nobody knows.
    pub fn wants_a_look(&self, today: Date) -> bool {
        [Show::NotInTouch, Show::Plan, Show::Home, Show::Neet, Show::Recheck]
            .into_iter()
            .any(|show| self.is(show, today))
    }
    /// What is well needs no tag.
    fn tags(&self, today: Date) -> Vec<Tag> {
        let row = &self.row;
        let mut tags = vec![];
        tags.extend(self.is_not_safe().then(|| Tag::new("Does not feel safe", Colour::Red)));
        tags.push(category_tag(row.held()));
        tags.extend(row.waits().then(|| Tag::new("Status to be decided", Colour::Red)));
        tags.extend(said_tag(&IN_TOUCH, row.touch(), row.in_touch.as_deref()));
        tags.extend(plan_tag(row.plan(), row.is_to_have_a_plan(today)));
        tags.extend((row.holds_copy == Some(false)).then(|| Tag::new("Holds no copy", Colour::Yellow)));
        tags.extend(said_tag(&SUITABLE, says(&row.suitable), None));
        tags.extend(said_tag(&EET, says(&row.eet), None));
        tags
    }
    pub fn shown(&self, today: Date) -> Shown {
        let row = &self.row;
        let spoken =
            row.spoken_on.map_or("Never, as far as we hold".into(), |on| format!("{} ({})", words(on), ago(on, today)));
        let mut facts = vec![("Last spoken with", spoken)];
        if let (Some(next), Some(from)) = (&row.next_try, row.next_try_from) {
            facts.push(match from < today {
                true => ("To try now", format!("{next}, since {} ({})", words(from), ago(from, today))),
                false => ("To try next", format!("{next}, from {}", words(from))),
            });
        }
        facts.extend([("Lives", row.home()), ("Work or learning", row.does()), ("Pathway plan", row.plan_words())]);
        let presses = |o: &&owed::Row| matches!(o.standing, Standing::Overdue | Standing::DueSoon);
        Shown {
            id: row.child,
            heading: row.heading(),
            about: row.about(today),
            tags: self.tags(today),
            facts,
            lines: self.owed.iter().filter(presses).map(owed::Row::line).collect(),
            later: self.owed.iter().filter(|o| !presses(o)).map(owed::Row::line).collect(),
        }
    }
    /// The cells of [`COLUMNS`].
    pub fn cells(&self, today: Date) -> Vec<Cell> {
        let row = &self.row;
        let word = |code: &str| Cell::text(said_word(says(code)));
        let next = self.owed.first().map(owed::Row::line);
        vec![
            Cell::text(row.heading()),
            row.age(today).map_or(Cell::text("Not known"), Cell::number),
            Cell::day(row.next_birthday(today).map(|b| b.1)),
            Cell::text(row.held().words()),
            word(&row.touch),
            Cell::day(row.spoken_on),
            Cell::text(row.next_try.clone().unwrap_or_default()),
            Cell::day(row.next_try_from),
            Cell::text(row.home()),
            word(&row.suitable),
            Cell::text(row.does()),
            Cell::text(plan_word(row.plan())),
            Cell::day(row.plan_since),
            Cell::text(row.holds_copy.map_or("Not known", |copy| if copy { "Yes" } else { "No" })),
            Cell::number(i64::try_from(self.overdue()).unwrap_or(i64::MAX)),
            Cell::text(next.as_ref().map_or("", |line| line.title)),
            Cell::day(next.and_then(|line| line.due)),
        ]
    }
}
fn said_word(says: Says) -> &'static str {
    match says {
        Says::Yes => "Yes",
        Says::No => "No",
        Says::NotKnown => "Not known",
        Says::LeftOut => "Not asked",
    }
}
fn plan_word(state: PlanState) -> String {
    lower(match state {
        PlanState::None => "None",
        PlanState::OnPaper => "On paper",
        PlanState::Coming => "Not yet in force",
        PlanState::InForce => "In force",
        PlanState::Stale => "Stale",
    })
}

pub fn sample(n: u128) -> Row {
    Row {
        child: Id::from_u128(n),
        name: (n != 3).then(|| format!("Jade Marlow{n}")),
        preferred_name: None,
        born: Some(date(2007, 5, 4)),
        held: "FORMER_RELEVANT".into(),
        part: Some("18_20_FULL".into()),
        computed: "FORMER_RELEVANT".into(),
        held_by: "computed".into(),
        differs: false,
        not_recorded: n == 2,
        not_known: false,
        in_touch: Some("YES".into()),
        activity: Some("F2".into()),
        accommodation: Some("U1".into()),
        suitable: "yes".into(),
        eet: "yes".into(),
        touch: "yes".into(),
        spoken_on: Some(date(2026, 11, 2)),
        plan: "in_force".into(),
        plan_since: Some(date(2026, 6, 1)),
        holds_copy: Some(true),
        next_try: Some("Message".into()),
        next_try_from: Some(date(2026, 12, 14)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = date(2026, 11, 22);
    fn person(row: Row) -> Person {
        Person { row, owed: vec![] }
    }
    fn tags(row: Row) -> Vec<String> {
        person(row).tags(TODAY).into_iter().map(|t| t.text).collect()
    }
    #[test]
    fn what_is_well_needs_no_tag_and_what_is_not_has_one() {
        assert_eq!(tags(sample(1)), ["Former relevant young person"]);
        let worse = Row {
            in_touch: Some("NO".into()),
            touch: "no".into(),
            suitable: "no".into(),
            eet: "not_known".into(),
            plan: "stale".into(),
            holds_copy: Some(false),
            ..sample(2)
        };
        let said = ["Status to be decided", "Not in touch", "Plan stale", "Holds no copy", "Home not suitable"];
        assert_eq!(tags(worse)[1..6], said);
        let home = Row {
            in_touch: Some("RHOM".into()),
            touch: "left_out".into(),
            suitable: "left_out".into(),
            eet: "left_out".into(),
            ..sample(1)
        };
        assert_eq!(tags(home)[1..], ["At home with a parent"]);
    }
    #[test]
    fn over_21_a_plan_is_wanted_of_whoever_learns_or_asked_for_support_and_of_nobody_else() {
        let without = |born, part: &str| Row {
            plan: "none".into(),
            plan_since: None,
            holds_copy: None,
            born: Some(born),
            part: Some(part.into()),
            ..sample(1)
        };
        let (nineteen, over) = (date(2007, 5, 4), date(2004, 5, 4));
        assert!(person(without(nineteen, "18_20_FULL")).is(Show::Plan, TODAY));
        assert!(person(without(over, "21_24_ETE")).is(Show::Plan, TODAY));
        assert!(person(without(over, "21_24_REQUESTED")).is(Show::Plan, TODAY));
        let kept_in_touch = || without(over, "21_24_KEEP_IN_TOUCH");
        assert!(!person(kept_in_touch()).is(Show::Plan, TODAY));
        assert!(person(kept_in_touch()).is(Show::Over21, TODAY));
        assert_eq!(tags(kept_in_touch()).len(), 1);
    }
    #[test]
    fn who_lacks_something_wants_a_look_though_nothing_is_due() {
        let look = |row: Row| person(row).wants_a_look(TODAY);
        assert!(!look(sample(1)));
        assert!(look(Row { plan: "none".into(), plan_since: None, holds_copy: None, ..sample(1) }));
        assert!(look(Row { suitable: "not_known".into(), ..sample(1) }));
        assert!(look(Row { eet: "not_known".into(), ..sample(1) }));
        assert!(look(Row { touch: "not_known".into(), ..sample(1) }));
        assert!(look(sample(2)), "the status waits for a decision");
    }
    #[test]
    fn what_should_have_been_tried_is_not_told_as_something_to_come() {
        let said = |from| {
            let shown = person(Row { next_try_from: Some(from), ..sample(1) }).shown(TODAY);
            shown.facts.into_iter().find(|f| f.0.starts_with("To try")).unwrap()
        };
        assert_eq!(said(date(2026, 9, 21)), ("To try now", "Message, since 21 September 2026 (8 weeks ago)".into()));
        assert_eq!(said(date(2026, 12, 14)), ("To try next", "Message, from 14 December 2026".into()));
    }
    #[test]
    fn the_next_birthday_is_said_with_its_day() {
        assert_eq!(sample(1).about(TODAY), "aged 19; 20 on 4 May 2027 (in 5 months)");
        assert_eq!(Row { born: None, ..sample(1) }.about(TODAY), "age not known");
    }
    #[test]
    fn a_code_is_said_in_few_words() {
        assert_eq!(
            (sample(1).home(), sample(1).does()),
            ("Independent living".into(), "Full time in education other than higher education".into())
        );
        let in_care = Row { held: "ELIGIBLE".into(), accommodation: None, ..sample(1) };
        assert_eq!(in_care.home(), "In care");
        let unknown = Row { accommodation: None, activity: Some("Q7".into()), ..sample(1) };
        assert_eq!((unknown.home(), unknown.does()), ("Nobody said where".into(), "Q7".into()));
        assert_eq!(person(sample(1)).cells(TODAY).len(), COLUMNS.len());
    }
}
