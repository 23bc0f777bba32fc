//! The service: under each deadline, in the order of the law, how much is overdue, due soon, running or
//! not known, and how much of what was answered in the last twelve months was answered in time.
use super::work::WORK;
use crate::{
    deeds::ViewService,
    frame::{Answer, chrome},
    leavers::summary::{self, Counts},
    page::{Answers, Cell, Column, Page, Place, Sample, given, table, words::thousands},
};
use kernel::{Leave as _, Query, Within};
use practice::{
    Date,
    clock::{Clock, Standing},
    day::{date, plus_months},
};
use serde::{Deserialize, Serialize};

pub const PAGE: Page = Page { name: "today/service.html", source: include_str!("service.html"), samples };
const COUNTS: &str = include_str!("sql/service_counts.sql");
const ANSWERED: &str = include_str!("sql/service_answered.sql");
pub const QUESTIONS: &[&str] = &[COUNTS, ANSWERED];

/// How many things stand so under a clock.
#[derive(Debug, Deserialize)]
struct Count {
    clock: String,
    standing: Standing,
    things: i64,
}
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
struct Line {
    title: &'static str,
    name: &'static str,
    statutory: bool,
    overdue: i64,
    due_soon: i64,
    running: i64,
    /// Past a limit that is a mark.
    passed: i64,
    not_known: i64,
    waived: i64,
    met: i64,
    met_late: i64,
    share: Option<String>,
}
#[derive(Serialize)]
struct Part {
    name: &'static str,
    words: &'static str,
    lines: Vec<Line>,
}
const COLUMNS: &[Column] = &[
    Column::text("part", "Part of the work"),
    Column::text("code", "Code"),
    Column::text("deadline", "Deadline"),
    Column::text("statutory", "Statutory"),
    Column::number("overdue", "Overdue"),
    Column::number("due_soon", "Due soon"),
    Column::number("running", "Running"),
    Column::number("passed", "Past a mark"),
    Column::number("not_known", "Not known"),
    Column::number("waived", "Waived"),
    Column::number("met", "Met in time, last 12 months"),
    Column::number("met_late", "Met late, last 12 months"),
];

pub async fn show(may: Within<ViewService>, Query(answers): Query<Answers>) -> Answer {
    let since = plus_months(may.today(), -12);
    let mut reading = may.reading().await?;
    let mut counts: Vec<Count> = reading.ask(COUNTS, &[]).await?;
    counts.extend(reading.ask::<Count>(ANSWERED, &[("since", since.into())]).await?);
    if answers.one("as").as_deref() == Some("csv") {
        return Ok(table::download("service", may.today(), COLUMNS, &cells(&counts)));
    }
    let leavers = summary::counts(&mut reading).await?;
    Ok(PAGE.show(chrome(&may, "Service", Some(Place::Service)), context(&counts, leavers, since)))
}
fn context(counts: &[Count], leavers: Counts, since: Date) -> minijinja::Value {
    let lines = |w: &super::work::Work| -> Vec<Line> { w.clocks.iter().map(|c| Line::of(c, counts)).collect() };
    let (mut parts, mut silent, mut all) = (vec![], vec![], Line::default());
    for work in &WORK {
        let (lines, empty): (Vec<_>, Vec<_>) = lines(work).into_iter().partition(Line::says_something);
        silent.extend(empty);
        lines.iter().for_each(|line| all.add(line));
        parts.push(Part { name: work.name, words: work.words, lines });
    }
    parts.retain(|p| !p.lines.is_empty());
    given! { parts, silent, since, leavers, all => all.shared() }
}
impl Line {
    fn of(clock: &Clock, counts: &[Count]) -> Line {
        let things = |standing| {
            counts.iter().filter(|c| c.clock == clock.code && c.standing == standing).map(|c| c.things).sum()
        };
        let line = Line {
            title: clock.title,
            name: clock.name,
            statutory: clock.kind.is_statutory(),
            overdue: things(Standing::Overdue),
            due_soon: things(Standing::DueSoon),
            running: things(Standing::Running),
            passed: things(Standing::Passed),
            not_known: things(Standing::NotKnown),
            waived: things(Standing::Waived),
            met: things(Standing::Met),
            met_late: things(Standing::MetLate),
            share: None,
        };
        line.shared()
    }
    fn says_something(&self) -> bool {
        let owed = self.overdue + self.due_soon + self.running + self.passed + self.not_known + self.waived;
        owed + self.met + self.met_late > 0
    }
    fn add(&mut self, other: &Line) {
        self.overdue += other.overdue;
        self.due_soon += other.due_soon;
        self.running += other.running;
        self.passed += other.passed;
        self.not_known += other.not_known;
        self.waived += other.waived;
        self.met += other.met;
        self.met_late += other.met_late;
    }
    /// Of what was answered or is still overdue, how much in time: what was never done has not gone
    /// away. Never a share without its numbers.
    fn shared(self) -> Line {
        let of = self.met + self.met_late + self.overdue;
        // Rounded down: nothing is whole before it is whole.
        let share =
            (of > 0).then(|| format!("{}% ({} of {})", self.met * 100 / of, thousands(self.met), thousands(of)));
        Line { share, ..self }
    }
}
fn cells(counts: &[Count]) -> Vec<Vec<Cell>> {
    let row = |words: &str, clock: &Clock| {
        let line = Line::of(clock, counts);
        let numbers = [
            line.overdue,
            line.due_soon,
            line.running,
            line.passed,
            line.not_known,
            line.waived,
            line.met,
            line.met_late,
        ];
        let statutory = if line.statutory { "Yes" } else { "No" };
        let says = [words, clock.code, clock.title, statutory].map(Cell::text);
        says.into_iter().chain(numbers.map(Cell::number)).collect()
    };
    WORK.iter().flat_map(|work| work.clocks.iter().map(|clock| row(work.words, clock))).collect()
}

fn samples() -> Vec<Sample> {
    let since = date(2025, 11, 22);
    let leavers = Counts {
        held: vec![("FORMER_RELEVANT", "Former relevant young person", 204)],
        queues: vec![("differs", "The record says another category than the law", 3)],
        asks: 2,
        waiting: 3,
    };
    vec![
        Sample { name: "some", context: context(&some(), leavers, since) },
        Sample { name: "nothing", context: context(&[], Counts::default(), since) },
    ]
}
fn some() -> Vec<Count> {
    let count = |clock: &str, standing, things| Count { clock: clock.into(), standing, things };
    vec![
        count("P03", Standing::Overdue, 4),
        count("P03", Standing::NotKnown, 2),
        count("A01", Standing::Running, 1204),
        count("P03", Standing::Met, 199),
        count("P03", Standing::MetLate, 1),
        count("P03", Standing::Superseded, 7),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(code: &str) -> Line {
        Line::of(crate::today::owed::clock(code).unwrap(), &some())
    }
    #[test]
    fn a_share_is_said_with_its_numbers_and_never_rounded_up_to_the_whole() {
        assert_eq!(line("P03").share.as_deref(), Some("97% (199 of 204)"), "4 are still overdue");
        assert_eq!(line("A01").share, None, "nothing was answered, and nothing is overdue");
    }
    #[test]
    fn what_was_superseded_is_neither_in_time_nor_late() {
        let (met, late) = (line("P03").met, line("P03").met_late);
        assert_eq!((met, late), (199, 1));
    }
    #[test]
    fn the_file_holds_every_clock_in_the_order_of_the_law() {
        assert_eq!(cells(&some()).len(), practice::clocks().count());
        assert!(cells(&some()).iter().all(|row| row.len() == COLUMNS.len()));
    }
}
