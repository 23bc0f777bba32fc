//! A list of who is to work with whom, as a spreadsheet: a column `child`, a column `worker` and, where
//! it is not the social worker, a column `part`. All of it is done or nothing.
use super::who::{self, Worker};
use kernel::{Error, Reading};
use practice::{
    Id,
    people::{Fact, Part},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};

const NUMBERED: &str = include_str!("sql/numbered.sql");
const HELD_NOW: &str = include_str!("sql/held_now.sql");
pub const QUESTIONS: &[&str] = &[NUMBERED, HELD_NOW];

/// One line of the list, understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub child: Id,
    pub worker: Id,
    pub team: Id,
    pub part: Part,
}
impl From<&Line> for Fact {
    fn from(l: &Line) -> Fact {
        Fact::Allocated { worker: l.worker, team: l.team, part: l.part, why: None }
    }
}
/// What is wrong with the list: in which row, as a spreadsheet counts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Problem {
    pub row: usize,
    pub value: String,
    pub what: String,
}
/// A child as the list may name them: by the authority's id, or by ours.
#[derive(Clone, Debug, Deserialize)]
pub struct Numbered {
    pub id: Id,
    pub number: Option<String>,
}
/// Of the children and workers whom the asker may see.
pub async fn understand(reading: &mut Reading, bytes: &[u8]) -> Result<Result<Vec<Line>, Vec<Problem>>, Error> {
    let children: Vec<Numbered> = reading.ask(NUMBERED, &[]).await?;
    let workers = who::workers(reading).await?;
    Ok(read(bytes, &children, &workers))
}

/// Without the lines that say only what is so: to say it again would end an allocation and begin it anew.
pub async fn new_only(reading: &mut Reading, lines: Vec<Line>) -> Result<Vec<Line>, Error> {
    #[derive(Deserialize)]
    struct Held {
        child: Id,
        worker: Id,
        part: Part,
    }
    let held: Vec<Held> = reading.ask(HELD_NOW, &[]).await?;
    let held: HashSet<(Id, Id, Part)> = held.into_iter().map(|h| (h.child, h.worker, h.part)).collect();
    Ok(lines.into_iter().filter(|l| !held.contains(&(l.child, l.worker, l.part))).collect())
}

/// Either every line, or everything that is wrong.
pub fn read(bytes: &[u8], children: &[Numbered], workers: &[Worker]) -> Result<Vec<Line>, Vec<Problem>> {
    let problem = |row, value: &str, what: &str| Problem { row, value: value.into(), what: what.into() };
    let text = String::from_utf8_lossy(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let headings = reader.headers().cloned().unwrap_or_default();
    let place = |names: &[&str]| headings.iter().position(|h| names.contains(&h.to_lowercase().as_str()));
    let columns = (place(&["child", "child id", "lachildid"]), place(&["worker", "worker name"]));
    let (Some(of_child), Some(of_worker)) = columns else {
        let what = "The first row must have a column “child” and a column “worker”.";
        return Err(vec![problem(1, headings.get(0).unwrap_or_default(), what)]);
    };
    let part = place(&["part"]);
    let who = Who::of(children, workers);
    let (mut lines, mut problems, mut seen) = (vec![], vec![], HashSet::new());
    for (n, record) in reader.records().enumerate() {
        let row = n + 2;
        let Ok(record) = record else {
            problems.push(problem(row, "", "The row cannot be read: look for a quotation mark that does not end."));
            continue;
        };
        if record.iter().all(str::is_empty) {
            continue;
        }
        let cell = |place: usize| record.get(place).unwrap_or_default();
        let mut wrong = |value: &str, what: String| problems.push(Problem { row, value: value.into(), what });
        let child = who.child(cell(of_child)).map_err(|what| wrong(cell(of_child), what)).ok();
        let worker = who.worker(cell(of_worker)).map_err(|what| wrong(cell(of_worker), what)).ok();
        let typed = part.map_or("", cell);
        let part = part_of(typed);
        if part.is_none() {
            wrong(typed, format!("There is no such part. Use {}.", Part::ALL.map(Part::code).join(", ")));
        }
        let (Some(child), Some(worker), Some(part)) = (child, worker, part) else { continue };
        // One line a child, so that a list can be confirmed child by child.
        match seen.insert(child) {
            true => lines.push(Line { child, worker: worker.id, team: worker.team, part }),
            false => wrong(cell(of_child), "The child stands in the list twice.".into()),
        }
    }
    if lines.is_empty() && problems.is_empty() {
        problems.push(problem(1, "", "There is no row under the headings."));
    }
    if problems.is_empty() { Ok(lines) } else { Err(problems) }
}
fn part_of(typed: &str) -> Option<Part> {
    let typed = typed.to_lowercase();
    if typed.is_empty() {
        return Some(Part::Worker);
    }
    Part::ALL.into_iter().find(|p| p.code() == typed || p.words().to_lowercase() == typed)
}

/// Children by their numbers, workers by their names.
struct Who<'a> {
    children: HashMap<&'a str, Vec<Id>>,
    ids: HashSet<Id>,
    workers: BTreeMap<String, Vec<&'a Worker>>,
}
impl<'a> Who<'a> {
    fn of(children: &'a [Numbered], workers: &'a [Worker]) -> Who<'a> {
        let mut who = Who { children: HashMap::new(), ids: HashSet::new(), workers: BTreeMap::new() };
        for c in children {
            who.ids.insert(c.id);
            let Some(number) = &c.number else { continue };
            let same = who.children.entry(number).or_default();
            if !same.contains(&c.id) {
                same.push(c.id);
            }
        }
        for w in workers.iter().filter(|w| w.ended.is_none()) {
            who.workers.entry(w.name.to_lowercase()).or_default().push(w);
            who.workers.entry(w.id.to_string()).or_default().push(w);
        }
        who
    }
    fn child(&self, typed: &str) -> Result<Id, String> {
        if let Some(id) = typed.parse().ok().filter(|id| self.ids.contains(id)) {
            return Ok(id);
        }
        match self.children.get(typed).map(Vec::as_slice) {
            Some([one]) => Ok(*one),
            Some(_) => Err("Several children have this id, of different authorities. Use our own id.".into()),
            None => Err("There is no child with this id, or the record is not within your reach.".into()),
        }
    }
    fn worker(&self, typed: &str) -> Result<&'a Worker, String> {
        match self.workers.get(&typed.to_lowercase()).map(Vec::as_slice) {
            Some([one]) => Ok(one),
            Some(_) => Err("Several workers have this name. Use our id of the one you mean.".into()),
            None => Err("Nobody of this name works here.".into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workforce::who::a_worker;

    fn children() -> Vec<Numbered> {
        let child = |id, number: &str| Numbered { id: Id::from_u128(id), number: Some(number.into()) };
        vec![child(1, "1042"), child(2, "1043"), child(3, "7"), child(4, "7")]
    }
    fn said(text: &str) -> Result<Vec<Line>, Vec<(usize, String)>> {
        let gone = Worker { ended: Some(practice::Date::MIN), ..a_worker(13, "Ann Other") };
        let workers = [a_worker(11, "Grace Adeyinka"), a_worker(12, "Tomasz Wilk"), gone];
        read(text.as_bytes(), &children(), &workers)
            .map_err(|problems| problems.into_iter().map(|p| (p.row, p.value)).collect())
    }
    #[test]
    fn a_list_is_read_by_its_headings_with_names_as_people_type_them() {
        let ours = Id::from_u128(3);
        let lines = said(&format!(
            "\u{feff}Worker,CHILD,part\r\ngrace adeyinka,1042,\r\nTomasz Wilk, {ours} ,Conference chair\r\n\r\n"
        ))
        .unwrap();
        assert_eq!((lines[0].child, lines[0].worker), (Id::from_u128(1), Id::from_u128(11)));
        assert_eq!((lines[1].child, lines[1].part), (ours, Part::Chair));
    }
    #[test]
    fn one_wrong_row_stops_the_whole_list_and_every_wrong_row_is_named() {
        let list =
            "child,worker\n1042,Grace Adeyinka\n9,Grace Adeyinka\n7,Grace Adeyinka\n1043,Ann Other\n1042,Tomasz Wilk\n";
        let wrong = [(3, "9"), (4, "7"), (5, "Ann Other"), (6, "1042")].map(|(row, value)| (row, value.to_string()));
        assert_eq!(said(list), Err(wrong.into()));
    }
    #[test]
    fn what_is_not_such_a_list_says_what_it_should_be() {
        assert_eq!(said("name,team\nx,y\n"), Err(vec![(1, "name".into())]));
        assert_eq!(said("child,worker\n"), Err(vec![(1, String::new())]));
        assert!(said("child,worker,part\n1042,Grace Adeyinka,friend\n").is_err());
    }
}
