//! Today: what I owe, to which child, and why. What presses stands open, overdue first; what does not
//! is a line that opens; children to whom nothing presses are named, so that none is forgotten.
use super::{
    filter::{self, OPEN, Wanted},
    glass::{self, ToReview},
    notices::{self, Notice},
    owed::{COLUMNS, Line, Row, aged, sample},
};
use crate::{
    deeds::ViewChild,
    frame::{Answer, chrome, opens},
    letters::summary as letters,
    page::{Answers, Form, Page, Place, Sample, given, table},
    people::heading::heading,
    plans::summary::{self as plans, Presses},
    returns_desk::summary::{self, ToPutRight},
    young::summary::{self as young, Young},
};
use kernel::{Leave as _, Query, Within};
use minijinja::Value;
use practice::{
    Date, Id,
    access::Role,
    clock::{Clock, Standing},
    day::date,
    people::Part,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub const PAGE: Page = Page { name: "today/mine.html", source: include_str!("mine.html"), samples };
const MINE: &str = include_str!("sql/mine.sql");
const AT_THE_DOOR: &str = include_str!("sql/at_the_door.sql");
const MY_CHILDREN: &str = include_str!("sql/my_children.sql");
pub const QUESTIONS: &[&str] = &[MINE, AT_THE_DOOR, MY_CHILDREN];
/// As many as the questions fetch. Who owes more than this is told so.
const MOST: usize = 2000;

/// A row of `my_children.sql`; a child for whom I am two things has two.
#[derive(Clone, Debug, Deserialize)]
struct Mine {
    child: Id,
    name: Option<String>,
    preferred_name: Option<String>,
    born: Option<Date>,
    expected: Option<Date>,
    part: Part,
}
/// A child, and what is owed to them.
#[derive(Debug, Serialize)]
struct Group {
    child: Id,
    heading: String,
    age: String,
    /// What I am to them where that is not their social worker.
    parts: Vec<&'static str>,
    /// Open on the page.
    lines: Vec<Line>,
    /// Behind a line that opens: not due yet, or not known.
    later: Vec<Line>,
    more: String,
}
/// Where somebody without children of their own may go, and what for.
#[derive(Serialize)]
struct Way {
    text: &'static str,
    href: &'static str,
    what: &'static str,
}

pub async fn show(may: Within<ViewChild>, Query(answers): Query<Answers>) -> Answer {
    let mut reading = may.reading().await?;
    let at_the_door = matches!(may.who().role, Role::FrontDoor | Role::OutOfHours);
    let rows: Vec<Row> = reading.ask(if at_the_door { AT_THE_DOOR } else { MINE }, &[]).await?;
    let children: Vec<Mine> = reading.ask(MY_CHILDREN, &[]).await?;
    let notices = notices::mine(&may, &mut reading).await?;
    let to_review = glass::to_review(&may, may.now()).await?;
    let csv = answers.one("as").as_deref() == Some("csv");
    let take_away = answers.query_with(&[("as", Some("csv"))]);
    let (form, wanted) = filter::form(answers, &clocks_of(&rows));
    if csv {
        let rows: Vec<_> = rows.iter().filter(|r| wanted.holds(r)).map(|r| r.cells(may.today())).collect();
        return Ok(table::download("today", may.today(), COLUMNS, &rows));
    }
    let to_put_right = summary::mine(&mut reading).await?;
    let plans = plans::mine(&may, &mut reading).await?;
    let young = young::mine(&mut reading, may.today()).await?;
    let letters = letters::stopped(&mut reading).await?;
    let ways = if children.is_empty() && !at_the_door { ways(may.who().role) } else { vec![] };
    let told = Told {
        rows,
        children,
        notices,
        to_review,
        to_put_right,
        plans,
        young,
        letters,
        form,
        wanted,
        take_away,
        at_the_door,
        ways,
    };
    Ok(PAGE.show(chrome(&may, "Today", Some(Place::Today)), told.context(may.token(), may.today())))
}
/// What the page is made of.
struct Told {
    rows: Vec<Row>,
    children: Vec<Mine>,
    notices: Vec<Notice>,
    to_review: Option<ToReview>,
    to_put_right: Vec<ToPutRight>,
    plans: Vec<Presses>,
    young: Young,
    /// Letters that wait for a safe way.
    letters: Vec<Presses>,
    form: Form,
    wanted: Wanted,
    take_away: String,
    at_the_door: bool,
    ways: Vec<Way>,
}
impl Told {
    fn context(self, token: &str, today: Date) -> Value {
        let counts = counts(&self.rows, self.at_the_door);
        let (any, cut) = (!self.rows.is_empty(), self.rows.len() == MOST);
        let shown = self.rows.iter().filter(|r| self.wanted.holds(r)).count();
        let (groups, quiet): (Vec<_>, Vec<_>) =
            groups(&self.rows, &self.children, &self.wanted, today).into_iter().partition(|g| !g.lines.is_empty());
        let Told {
            notices,
            to_review,
            to_put_right,
            plans,
            letters,
            young,
            form,
            wanted,
            take_away,
            at_the_door,
            ways,
            ..
        } = self;
        given! {
            groups, quiet, counts, notices, to_review, to_put_right, plans, letters, young, ways, cut, shown, take_away,
            at_the_door, token, today,
            most => MOST, filter => form, filtered => wanted.anything(), any => any || wanted.anything(),
        }
    }
}

/// Each child once, those to whom something presses most first, the others by name. While the list is
/// filtered everything that matches stands open, and children without a match are left out.
fn groups(rows: &[Row], children: &[Mine], wanted: &Wanted, today: Date) -> Vec<Group> {
    let mut groups: Vec<Group> = vec![];
    let mut places: BTreeMap<Id, usize> = BTreeMap::new();
    for row in rows.iter().filter(|row| wanted.holds(row)) {
        let place = *places.entry(row.child).or_insert_with(|| {
            groups.push(Group::new(row.child, row.heading(), aged(row.born, row.expected, today)));
            groups.len() - 1
        });
        let presses = matches!(row.standing, Standing::Overdue | Standing::DueSoon);
        let group = &mut groups[place];
        if presses || wanted.anything() { group.lines.push(row.line()) } else { group.later.push(row.line()) }
    }
    let mut named = vec![];
    for mine in children {
        let place = match places.get(&mine.child) {
            Some(place) => *place,
            None if wanted.anything() => continue,
            None => {
                let heading = heading(mine.name.as_deref(), mine.preferred_name.as_deref(), mine.child);
                groups.push(Group::new(mine.child, heading, aged(mine.born, mine.expected, today)));
                places.insert(mine.child, groups.len() - 1);
                groups.len() - 1
            }
        };
        named.push(mine.child);
        if mine.part != Part::Worker {
            groups[place].parts.push(mine.part.words());
        }
    }
    // The rows come in the order of what presses; who has only what does not is named in the order of names.
    let by_name = |g: &Group| named.iter().position(|child| *child == g.child);
    groups.sort_by_key(|g| if g.lines.is_empty() { (1, by_name(g)) } else { (0, None) });
    groups.iter_mut().for_each(|g| g.more = more(&g.later));
    groups
}
impl Group {
    fn new(child: Id, heading: String, age: String) -> Group {
        Group { child, heading, age, parts: vec![], lines: vec![], later: vec![], more: String::new() }
    }
}
/// How much stands how, whatever the filter: the standing, in words, how many.
fn counts(rows: &[Row], at_the_door: bool) -> Vec<(&'static str, &'static str, i64)> {
    let words = |standing: Standing| if standing == Standing::Running { "due later" } else { standing.words() };
    let count = |standing: Standing| {
        let things = rows.iter().filter(|row| row.standing == standing).count();
        (standing.code(), words(standing), i64::try_from(things).unwrap_or(i64::MAX))
    };
    // The door asks only for what it can answer; and a mark that nobody passed is not worth a word.
    let asked = |standing: &Standing| !(at_the_door && *standing == Standing::NotKnown);
    let counts = OPEN.into_iter().filter(asked).map(count);
    counts.filter(|(standing, _, n)| *standing != Standing::Passed.code() || *n > 0).collect()
}
/// `5 due later, 1 past a mark, 2 not known`
fn more(later: &[Line]) -> String {
    let kinds =
        [(Standing::Running, "due later"), (Standing::Passed, "past a mark"), (Standing::NotKnown, "not known")];
    let count = |standing| later.iter().filter(|l| l.standing == standing).count();
    let said = kinds.map(|(standing, words)| (count(standing), words)).into_iter().filter(|(n, _)| *n > 0);
    said.map(|(n, words)| format!("{n} {words}")).collect::<Vec<_>>().join(", ")
}
/// The deadlines that the list holds, in the order of the law: a filter that finds nothing helps nobody.
fn clocks_of(rows: &[Row]) -> Vec<&'static Clock> {
    practice::clocks().filter(|c| rows.iter().any(|r| r.clock == c.code)).collect()
}
fn ways(role: Role) -> Vec<Way> {
    let what = |place| match place {
        Place::Today => None,
        Place::Team => Some("caseloads, and what is owed to a team’s children"),
        Place::Leavers => Some("young people of 16 to 24, what each is in law, and the re-check"),
        Place::Service => Some("every deadline counted, and how much was met in time"),
        Place::Search => Some("find a record"),
        Place::Deadlines => Some("every deadline, where it comes from and how it is worked out"),
        Place::Import => Some("take in a statutory return"),
        Place::Returns => Some("check a statutory return before it is submitted"),
        Place::SetUp => Some("teams, accounts, allocation, the duty rota"),
    };
    let way = |place: Place| Some(Way { text: place.words(), href: place.address(), what: what(place)? });
    Place::ALL.into_iter().filter(|place| opens(role, *place)).filter_map(way).collect()
}

fn samples() -> Vec<Sample> {
    let today = date(2026, 11, 22);
    let told = |rows: Vec<Row>, query: &str, ways| {
        let (form, wanted) = filter::form(Answers::of_query(query), &clocks_of(&rows));
        let children = (1..=if rows.is_empty() { 0 } else { 5 }).map(child).collect();
        let notice = Notice {
            heading: "Jack Fell".into(),
            href: Some("/children/9".into()),
            glass: None,
            what: "His record was opened by Sam Poole of another team".into(),
            told: practice::Timestamp::UNIX_EPOCH,
            seen: "/notices/1/2".into(),
        };
        let notices = if rows.is_empty() {
            vec![]
        } else {
            vec![notice.clone(), Notice { href: None, glass: Some("/children/8/break-glass".into()), ..notice }]
        };
        let to_put_right = if rows.is_empty() { vec![] } else { vec![summary::to_put_right()] };
        let plans = if rows.is_empty() { vec![] } else { vec![plans::sample()] };
        let young = if rows.is_empty() { Young::default() } else { young::sample() };
        let to_review = (!rows.is_empty()).then_some(ToReview { things: 2, due: Some(today), late: true });
        let take_away = "?as=csv".into();
        Told {
            rows,
            children,
            notices,
            to_review,
            to_put_right,
            letters: plans.clone(),
            plans,
            young,
            form,
            wanted,
            take_away,
            at_the_door: false,
            ways,
        }
        .context("token", today)
    };
    vec![
        Sample { name: "full", context: told(rows(), "", vec![]) },
        Sample { name: "filtered", context: told(rows(), "standing=overdue", vec![]) },
        Sample { name: "nothing matches", context: told(rows(), "standing=running&statutory=yes", vec![]) },
        Sample { name: "a filter that was not offered", context: told(rows(), "clock=tea_break", vec![]) },
        Sample { name: "nobody", context: told(vec![], "", ways(Role::Auditor)) },
    ]
}
fn rows() -> Vec<Row> {
    let due = |day| Some(date(2026, 11, day));
    let by_the_hour = Row {
        due_at: Some(practice::day::moment(date(2026, 11, 24).at(17, 0, 0, 0))),
        ..sample(2, "C02", Standing::DueSoon, due(24))
    };
    vec![
        sample(1, "P03", Standing::Overdue, due(9)),
        sample(2, "V01", Standing::Overdue, due(20)),
        by_the_hour,
        sample(1, "A02", Standing::Running, due(30)),
        sample(3, "P06", Standing::Running, due(30)),
        sample(1, "V01", Standing::NotKnown, None),
        Row { rule: "P12-15".into(), ..sample(1, "P12", Standing::Passed, due(1)) },
    ]
}
fn child(n: u128) -> Mine {
    let row = sample(n, "P03", Standing::Overdue, None);
    let part = if n == 2 { Part::ReviewingOfficer } else { Part::Worker };
    Mine { child: row.child, name: row.name, preferred_name: row.preferred_name, born: row.born, expected: None, part }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = date(2026, 11, 22);
    fn shown(query: &str) -> Vec<Group> {
        let (_, wanted) = filter::form(Answers::of_query(query), &clocks_of(&rows()));
        groups(&rows(), &(1..=4).map(child).collect::<Vec<_>>(), &wanted, TODAY)
    }
    fn names(groups: &[Group]) -> Vec<&str> {
        groups.iter().map(|g| g.heading.as_str()).collect()
    }

    #[test]
    fn the_child_to_whom_most_is_overdue_stands_first_and_no_child_is_left_out() {
        let groups = shown("");
        assert_eq!(names(&groups), ["Amelia Fell1 (Amy)", "Amelia Fell2", "Child 00000003", "Amelia Fell4"]);
        assert_eq!((groups[0].lines.len(), groups[0].more.as_str()), (1, "1 due later, 1 past a mark, 1 not known"));
        assert_eq!(groups[1].parts, ["Independent reviewing officer"]);
        assert!(groups[2].lines.is_empty() && groups[2].later.len() == 1, "what is due later does not press");
        assert!(groups[3].later.is_empty(), "nothing is owed to the fourth");
    }
    #[test]
    fn a_filter_opens_what_it_finds_and_leaves_the_others_out() {
        let groups = shown("standing=running");
        assert_eq!(names(&groups), ["Amelia Fell1 (Amy)", "Child 00000003"]);
        assert!(groups.iter().all(|g| g.lines.len() == 1 && g.later.is_empty()));
    }
    #[test]
    fn who_has_no_children_is_told_where_to_go() {
        let ways = ways(Role::Auditor);
        assert_eq!(ways.iter().map(|w| w.text).collect::<Vec<_>>(), ["Care leavers", "Service", "Deadlines"]);
    }
    #[test]
    fn what_is_counted_is_everything_whatever_the_filter() {
        let said: Vec<_> = counts(&rows(), false).into_iter().map(|(_, words, n)| format!("{n} {words}")).collect();
        assert_eq!(said, ["2 overdue", "1 due soon", "2 due later", "1 past a mark", "1 not known"]);
        assert_eq!(counts(&rows(), true).len(), 4, "what nobody can say is not asked of the front door");
    }
}
