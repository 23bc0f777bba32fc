//! A thing owed as a page shows it: to whom, what, by when, how it stands, and why.
use crate::{
    page::{Cell, Column},
    people::heading::heading,
};
use practice::{
    Date, Id, Timestamp,
    clock::{Clock, Standing},
    day,
};
use serde::{Deserialize, Serialize};

/// A row of `mine.sql`, `at_the_door.sql`, `team_owed.sql`, `of_clock.sql`: something owed, to whom.
#[derive(Clone, Debug, Deserialize)]
pub struct Row {
    pub child: Id,
    pub name: Option<String>,
    pub preferred_name: Option<String>,
    pub born: Option<Date>,
    pub expected: Option<Date>,
    pub clock: String,
    pub rule: String,
    pub statutory: bool,
    pub started: Date,
    pub due: Option<Date>,
    #[serde(default, deserialize_with = "kernel::instant_or_none")]
    pub due_at: Option<Timestamp>,
    pub standing: Standing,
    pub not_known: Option<String>,
    pub who_could_say: Option<String>,
    pub arithmetic: String,
    #[serde(default)]
    pub worker: Option<String>,
    #[serde(default)]
    pub team: Option<String>,
    /// How many there are in all, where a list is paged.
    #[serde(default)]
    pub total: i64,
}
/// As a line under a child.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    pub title: &'static str,
    pub due: Option<Date>,
    /// Where the law counts hours.
    pub due_at: Option<Timestamp>,
    pub standing: Standing,
    /// `3 working days late` is never said: a count would be wrong tomorrow. The reason is.
    pub why: String,
    pub statutory: bool,
    pub link: String,
}

/// The clock whose code stands in a row. A row of an older release may name one that is gone.
pub fn clock(code: &str) -> Option<&'static Clock> {
    practice::clocks().find(|c| c.code == code)
}
/// The clock that an address names, in words or by its code in the reference of clocks.
pub fn clock_named(word: &str) -> Option<&'static Clock> {
    practice::clocks().find(|c| c.name == word || c.code.eq_ignore_ascii_case(word))
}
/// Where one clock asks for two things, the second says what it is.
const ROWS: [(&str, &str); 8] = [
    ("A05-s47", "The child is seen in the enquiry"),
    ("N05-senior", "A senior manager asks why a child in need plan lasts"),
    ("P05-review", "The family reads the report before a review conference"),
    ("P11-outline", "Outline of the plan to the parents"),
    ("P12", "A child protection plan that lasts two years"),
    ("P12-15", "A child protection plan that lasts 15 months"),
    ("P13-extended", "Extended emergency protection order runs out"),
    ("P12-again", "A second child protection plan within two years"),
];
/// What is owed under a row of a clock, whose own row has the clock's code.
pub fn title(row: &str, clock: &str) -> &'static str {
    let of_row = ROWS.iter().find(|(code, _)| *code == row).map(|(_, title)| *title);
    of_row.or_else(|| self::clock(clock).map(|c| c.title)).unwrap_or("A deadline of an earlier release")
}
/// `12 March 2026`, or with its hour; empty when it cannot be worked out.
pub fn due_words(due: Option<Date>, due_at: Option<Timestamp>) -> String {
    due_at.map(day::words_at).or_else(|| due.map(day::words)).unwrap_or_default()
}
/// `aged 7`, beside the name.
pub fn aged(born: Option<Date>, expected: Option<Date>, today: Date) -> String {
    match born.map(|born| day::age_on(born, today)) {
        None if expected.is_none() => "age not known".into(),
        None | Some(None) => "not yet born".into(),
        Some(Some(0)) => "under 1".into(),
        Some(Some(years)) => format!("aged {years}"),
    }
}
impl Row {
    pub fn heading(&self) -> String {
        heading(self.name.as_deref(), self.preferred_name.as_deref(), self.child)
    }
    pub fn line(&self) -> Line {
        Line {
            title: title(&self.rule, &self.clock),
            due: self.due,
            due_at: self.due_at,
            standing: self.standing,
            why: self.why(),
            statutory: self.statutory,
            link: format!("/children/{}/deadlines#{}-{}", self.child, self.clock, self.started),
        }
    }
    /// One sentence: the arithmetic, or what is missing and who could say.
    fn why(&self) -> String {
        match (&self.not_known, &self.who_could_say) {
            (Some(missing), Some(who)) => format!("{missing}. Ask {who}."),
            (Some(missing), None) => format!("{missing}."),
            _ => self.arithmetic.clone(),
        }
    }
    /// The cells of [`COLUMNS`].
    pub fn cells(&self, today: Date) -> Vec<Cell> {
        self.cells_with(Cell::text(title(&self.rule, &self.clock)), today)
    }
    /// The same under one clock, whose title every row would repeat: when it began stands in its place.
    pub fn cells_of_clock(&self, today: Date) -> Vec<Cell> {
        let since = Cell::day(Some(self.started));
        let is_second = self.rule != self.clock;
        self.cells_with(if is_second { since.detail(title(&self.rule, &self.clock)) } else { since }, today)
    }
    fn cells_with(&self, second: Cell, today: Date) -> Vec<Cell> {
        let line = self.line();
        let due = match self.due_at.map(day::words_at) {
            Some(words) => Cell::day(self.due).detail(words.split_once(" at ").map_or("", |(_, hour)| hour)),
            None => Cell::day(self.due),
        };
        let worker = Cell::text(self.worker.clone().unwrap_or_else(|| "Nobody".into()));
        vec![
            Cell::text(self.heading()).link(format!("/children/{}", self.child)).detail(aged(
                self.born,
                self.expected,
                today,
            )),
            second.link(line.link),
            due,
            Cell::standing(self.standing),
            self.team.iter().fold(worker, |worker, team| worker.detail(team)),
            Cell::text(line.why),
        ]
    }
}
/// A list of what is owed to a team's children.
pub const COLUMNS: &[Column] = &[
    Column::text("child", "Child"),
    Column::text("deadline", "Deadline"),
    Column::text("due", "Due"),
    Column::text("standing", "Standing"),
    Column::text("worker", "Worker"),
    Column::text("why", "Why"),
];

/// And of what is owed under one clock.
pub const COLUMNS_OF_CLOCK: &[Column] =
    &[COLUMNS[0], Column::text("started", "Since"), COLUMNS[2], COLUMNS[3], COLUMNS[4], COLUMNS[5]];

/// For samples and tests.
pub fn sample(n: u128, clock: &str, standing: Standing, due: Option<Date>) -> Row {
    Row {
        child: Id::from_u128(n),
        name: (n != 3).then(|| format!("Amelia Fell{n}")),
        preferred_name: (n == 1).then(|| "Amy".into()),
        born: Some(day::date(2019, 4, 3)),
        expected: None,
        clock: clock.into(),
        rule: clock.into(),
        statutory: self::clock(clock).is_some_and(|c| c.kind.is_statutory()),
        started: day::date(2026, 10, 1),
        due,
        due_at: None,
        standing,
        not_known: (standing == Standing::NotKnown).then(|| "No return says when the child was seen".into()),
        who_could_say: (standing == Standing::NotKnown).then(|| "the child's social worker".into()),
        arithmetic: "15 working days after 1 October 2026".into(),
        worker: Some("Amina Yusuf".into()),
        team: Some("Assessment".into()),
        total: 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::day::date;

    #[test]
    fn an_age_is_said_also_before_birth_and_where_nobody_knows() {
        let today = date(2026, 11, 22);
        assert_eq!(aged(Some(date(2019, 4, 3)), None, today), "aged 7");
        assert_eq!(aged(Some(date(2026, 4, 3)), None, today), "under 1");
        assert_eq!(aged(None, Some(date(2027, 1, 3)), today), "not yet born");
        assert_eq!(aged(None, None, today), "age not known");
    }
    #[test]
    fn what_is_not_known_says_what_is_missing_and_who_could_say() {
        let line = sample(1, "V01", Standing::NotKnown, None).line();
        assert_eq!(line.why, "No return says when the child was seen. Ask the child's social worker.");
        let line = sample(1, "P03", Standing::Overdue, Some(date(2026, 10, 22))).line();
        assert_eq!(line.why, "15 working days after 1 October 2026");
        assert!(line.statutory);
    }
    #[test]
    fn each_thing_that_one_clock_asks_for_is_called_by_its_own_name() {
        let titles = |clock: &'static Clock| -> std::collections::BTreeMap<&str, &str> {
            let rows = clock.cases.iter().flat_map(|case| {
                let mut story = practice::case::Story::default();
                (case.told)(&mut story);
                clock.ask(&story.history(practice::case::read(case.on).0), &story.norms)
            });
            rows.map(|owed| (owed.row, title(owed.row, owed.clock))).collect()
        };
        for clock in practice::clocks() {
            let titles = titles(clock);
            let names: std::collections::BTreeSet<_> = titles.values().collect();
            assert_eq!(names.len(), titles.len(), "{}: {titles:?}", clock.code);
        }
    }
    #[test]
    fn a_clock_is_found_by_its_words_and_by_its_code() {
        assert_eq!(clock_named("initial_conference").map(|c| c.code), Some("P03"));
        assert_eq!(clock_named("p03").map(|c| c.code), Some("P03"));
        assert!(clock_named("tea_break").is_none());
    }
}
