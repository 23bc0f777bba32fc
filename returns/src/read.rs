//! From the files of a delivery to rows and problems.
use crate::{
    cin, cin_xml, csv_files,
    delivery::{Delivery, NotRead, Unreadable, decode},
    problem::{MOST_PROBLEMS, Problem, Wrong},
    ssda903, ssda903_xml,
    table::{Row, Table},
    xml,
};
use practice::{
    day::{Date, date},
    fact::Fact,
    reported::{Origin, Return},
};
use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// Ten times the rows of England's largest authority.
const MOST_ROWS: usize = 1_000_000;
/// A child has not so many different rows with one key: then the key is not what it should be.
const MOST_ON_ONE_KEY: usize = 200;

/// What the person who imports says about the delivery.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Said outright; a file that names another is refused.
    pub authority: Option<String>,
    /// The authority of this installation: meant when neither a person nor the file says one.
    pub installation: String,
    /// The year in which the return's 31 March falls; found in the delivery when not said.
    pub year: Option<i16>,
    pub today: Date,
}
/// A delivery as it was read: every row is a fact or a problem, or both.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    pub which: Return,
    pub authority: String,
    pub year: i16,
    pub year_from: YearFrom,
    pub today: Date,
    /// The tables that this delivery has.
    pub tables: Vec<Read>,
    pub rows: Vec<New>,
    pub problems: Vec<Problem>,
    pub files: Vec<String>,
    pub not_read: Vec<NotRead>,
}
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum YearFrom {
    Asked,
    File,
    LatestEpisode(Date),
}
/// One table, counted: `rows = facts + duplicates + no_key`.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    pub table: &'static str,
    pub file: Arc<str>,
    pub rows: usize,
    pub facts: usize,
    pub duplicates: usize,
    pub no_key: usize,
    /// Keys that several differing rows share.
    pub shared_keys: usize,
}
/// A row that is to be kept as a fact about a child.
#[derive(Clone, Debug, PartialEq)]
pub struct New {
    pub happened: Date,
    pub fact: Fact,
}
impl New {
    pub fn origin(&self) -> &Origin {
        self.fact.origin().expect("what a return says has an origin")
    }
    /// The authority's id for the child.
    pub fn child(&self) -> &str {
        &self.origin().child
    }
}
impl Taken {
    pub fn table(&self, name: &str) -> Option<&Read> {
        self.tables.iter().find(|t| t.table == name)
    }
    /// The table that says which children there are.
    pub(crate) fn children_table(&self) -> &'static str {
        match self.which {
            Return::Ssda903 => ssda903::HEADER.name,
            Return::Cin => cin::CHILD.name,
        }
    }
    pub(crate) fn sort_problems(&mut self) {
        self.problems.sort_by(|a, b| (&a.file, a.table, a.row).cmp(&(&b.file, b.table, b.row)));
    }
    pub(crate) fn first_day(&self) -> Date {
        date(self.year - 1, 4, 1)
    }
    pub(crate) fn last_day(&self) -> Date {
        date(self.year, 3, 31)
    }
}
/// The return year that a day falls into.
pub(crate) fn year_of(day: Date) -> i16 {
    day.year() + i16::from((day.month(), day.day()) >= (4, 1))
}

/// Reads a delivery: one XML file, or the CSV files of one 903.
pub fn read(delivery: &Delivery, ask: &Ask) -> Result<Taken, Unreadable> {
    delivery.weigh()?;
    let years = 1990..2200;
    if let Some(year) = ask.year.filter(|y| !years.contains(y)) {
        return Err(Unreadable::new("The return", format!("cannot be of {year}"), "Give the year of its 31 March."));
    }
    let mut reader = Reader::new(ask);
    if let [file] = delivery.files.as_slice()
        && let Some(text) = decode(&file.bytes).filter(|t| xml::is_xml(t))
    {
        let (name, which) = (Arc::from(file.name.as_str()), xml::root(&file.name, &text)?);
        let head = match which {
            Return::Ssda903 => ssda903_xml::read(&name, &text, &mut reader).map(|()| Head::default())?,
            Return::Cin => cin_xml::read(&name, &text, &mut reader)?,
        };
        let head = Head { year: head.year.filter(|y| years.contains(y)), ..head };
        let files = Files { read: vec![file.name.clone()], not_read: delivery.not_read.clone() };
        return reader.finish(which, files, head);
    }
    let files = csv_files::read(delivery, &mut reader)?;
    reader.finish(Return::Ssda903, files, Head::default())
}
pub(crate) struct Files {
    pub(crate) read: Vec<String>,
    pub(crate) not_read: Vec<NotRead>,
}
/// What a file says about itself.
#[derive(Default)]
pub(crate) struct Head {
    pub(crate) authority: Option<String>,
    pub(crate) year: Option<i16>,
}

/// Rows and problems as they come; what needs the whole delivery is settled at the end.
pub(crate) struct Reader<'a> {
    ask: &'a Ask,
    lines: Vec<Line>,
    pub(crate) problems: Vec<Problem>,
    tables: Vec<Read>,
    rows: usize,
}
struct Line {
    table: &'static Table,
    file: Arc<str>,
    row: u32,
    child: String,
    key: String,
    number: u16,
    day: Option<Date>,
    fact: Fact,
}
impl<'a> Reader<'a> {
    fn new(ask: &'a Ask) -> Reader<'a> {
        Reader { ask, lines: Vec::new(), problems: Vec::new(), tables: Vec::new(), rows: 0 }
    }
    /// The count of a table; from then on the delivery has it, even without a row.
    pub(crate) fn has(&mut self, table: &'static Table, file: &Arc<str>) -> &mut Read {
        let at = self.tables.iter().position(|t| t.table == table.name).unwrap_or_else(|| {
            let (table, file) = (table.name, file.clone());
            self.tables.push(Read { table, file, rows: 0, facts: 0, duplicates: 0, no_key: 0, shared_keys: 0 });
            self.tables.len() - 1
        });
        &mut self.tables[at]
    }
    pub(crate) fn take(&mut self, row: &Row) -> Result<(), Unreadable> {
        self.rows += 1;
        if self.rows > MOST_ROWS || self.problems.len() > MOST_PROBLEMS {
            let why = format!("has more than {MOST_ROWS} rows or {MOST_PROBLEMS} problems");
            return Err(Unreadable::new(row.file, why, "It is not the return that it seems to be."));
        }
        self.has(row.table, row.file).rows += 1;
        row.check(self.ask.today, &mut self.problems);
        if let Some(column) = row.blank_key() {
            self.has(row.table, row.file).no_key += 1;
            self.problems.push(row.problem(column, "", Wrong::NoKey));
            return Ok(());
        }
        self.lines.push(Line {
            table: row.table,
            file: row.file.clone(),
            row: row.number,
            child: row.child().to_owned(),
            key: row.key(),
            number: 1,
            day: row.day(),
            fact: (row.table.row.fact)(row),
        });
        Ok(())
    }
    fn finish(mut self, which: Return, files: Files, head: Head) -> Result<Taken, Unreadable> {
        let first_file = files.read.first().cloned().unwrap_or_default();
        let authority = self.authority(&first_file, head.authority)?;
        let (year, year_from) = self.year(&first_file, head.year)?;
        self.tell_rows_apart()?;
        let mut taken = Taken {
            which,
            authority,
            year,
            year_from,
            today: self.ask.today,
            tables: self.tables,
            rows: Vec::with_capacity(self.lines.len()),
            problems: self.problems,
            files: files.read,
            not_read: files.not_read,
        };
        for line in self.lines {
            if let (Some(day), Some(key)) = (line.day, line.table.key)
                && taken.last_day() < day
                && day <= taken.today
            {
                taken.problems.push(line.problem(key, &line.key, Wrong::AfterYear));
            }
            let new = line.stand_in(&taken);
            taken.rows.push(new);
        }
        taken.sort_problems();
        Ok(taken)
    }
    fn authority(&self, file: &str, said: Option<String>) -> Result<String, Unreadable> {
        match (&self.ask.authority, said) {
            (Some(asked), Some(said)) if !asked.trim().eq_ignore_ascii_case(&said) => Err(Unreadable::new(
                file,
                format!("is of authority {said}, not of {}", asked.trim()),
                "Give the right file, or the authority that the file names.",
            )),
            (Some(asked), _) => Ok(asked.trim().to_owned()),
            (None, Some(said)) => Ok(said),
            (None, None) => Ok(self.ask.installation.clone()),
        }
    }
    fn year(&mut self, file: &str, said: Option<i16>) -> Result<(i16, YearFrom), Unreadable> {
        if let Some(year) = self.ask.year {
            if let Some(other) = said.filter(|said| *said != year) {
                self.problems.push(Problem {
                    file: Arc::from(file),
                    table: "",
                    row: 0,
                    child: String::new(),
                    column: Cow::Borrowed("Year"),
                    value: other.to_string(),
                    wrong: Wrong::OtherYear(year),
                });
            }
            return Ok((year, YearFrom::Asked));
        }
        if let Some(year) = said {
            return Ok((year, YearFrom::File));
        }
        let started = self.lines.iter().filter(|l| l.table.name == "Episodes").filter_map(|l| l.day);
        match started.filter(|day| *day <= self.ask.today).max() {
            Some(day) => Ok((year_of(day), YearFrom::LatestEpisode(day))),
            None => Err(Unreadable::new(
                if file.is_empty() { "The delivery" } else { file },
                "does not say which year it is of, and no episode tells",
                "Say the year in which the return's 31 March falls.",
            )),
        }
    }
    /// Rows that say the same are one; rows with one key that differ are numbered, and all kept.
    fn tell_rows_apart(&mut self) -> Result<(), Unreadable> {
        let mut by_key: HashMap<(&str, &str, &str), Vec<usize>> = HashMap::with_capacity(self.lines.len());
        for (n, line) in self.lines.iter().enumerate() {
            by_key.entry((line.table.name, &line.child, &line.key)).or_default().push(n);
        }
        let shared: Vec<Vec<usize>> = by_key.into_values().filter(|rows| rows.len() > 1).collect();
        let mut copies = HashSet::new();
        for rows in shared {
            let mut distinct: Vec<usize> = Vec::new();
            for n in rows {
                match distinct.iter().find(|d| self.lines[**d].fact == self.lines[n].fact) {
                    Some(first) => {
                        let (line, first) = (&self.lines[n], self.lines[*first].row);
                        self.problems.push(line.problem(line.table.id(), &line.child, Wrong::Duplicate(first)));
                        copies.insert(n);
                        self.has_line(n).duplicates += 1;
                    }
                    None => distinct.push(n),
                }
                if distinct.len() > MOST_ON_ONE_KEY {
                    let line = &self.lines[n];
                    let why =
                        format!("has more than {MOST_ON_ONE_KEY} differing rows of one {}", line.table.key_name());
                    return Err(Unreadable::new(&line.file, why, "It is not the return that it seems to be."));
                }
            }
            self.number(&distinct);
        }
        let mut n = 0..;
        self.lines.retain(|_| n.next().is_none_or(|n| !copies.contains(&n)));
        for n in 0..self.lines.len() {
            self.has_line(n).facts += 1;
        }
        Ok(())
    }
    fn has_line(&mut self, n: usize) -> &mut Read {
        let (table, file) = (self.lines[n].table, self.lines[n].file.clone());
        self.has(table, &file)
    }
    fn number(&mut self, rows: &[usize]) {
        if rows.len() < 2 {
            return;
        }
        for (place, n) in rows.iter().enumerate() {
            self.lines[*n].number = u16::try_from(place + 1).unwrap_or(u16::MAX);
            let line = &self.lines[*n];
            let others: Vec<u32> = rows.iter().filter(|o| *o != n).map(|o| self.lines[*o].row).collect();
            let wrong = Wrong::SharedKey { more: others.len() > 8, others: others.into_iter().take(8).collect() };
            let value = if line.table.key.is_some() { &line.key } else { &line.child };
            self.problems.push(line.problem(line.table.key_name(), value, wrong));
        }
        self.has_line(rows[0]).shared_keys += 1;
    }
}
impl Line {
    fn problem(&self, column: &'static str, value: &str, wrong: Wrong) -> Problem {
        Problem {
            file: self.file.clone(),
            table: self.table.name,
            row: self.row,
            child: crate::problem::cut(&self.child),
            column: Cow::Borrowed(column),
            value: crate::problem::cut(value),
            wrong,
        }
    }
    fn stand_in(self, taken: &Taken) -> New {
        let mut fact = self.fact;
        let origin = Origin {
            authority: taken.authority.clone(),
            which: Some(taken.which),
            return_year: taken.year,
            table: self.table.name.to_owned(),
            child: self.child,
            key: if self.table.yearly { taken.year.to_string() } else { self.key },
            number: self.number,
            file: self.file.to_string(),
            row: self.row,
        };
        if let Some(place) = fact.origin_mut() {
            *place = origin;
        }
        New { happened: self.day.unwrap_or(taken.first_day()), fact }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn ask() -> Ask {
        Ask { authority: None, installation: "892".to_owned(), year: None, today: date(2026, 11, 22) }
    }

    #[test]
    fn a_return_year_ends_on_31_march() {
        assert_eq!((year_of(date(2026, 3, 31)), year_of(date(2026, 4, 1))), (2026, 2027));
    }
    #[test]
    fn every_column_of_every_table_reaches_its_fact() {
        for table in ssda903::TABLES.iter().chain(cin_xml::TABLES) {
            let file = Arc::from("x");
            let cells = table.columns.iter().enumerate().map(|(n, c)| (n, Cow::Owned(format!("said of {}", c.name))));
            let row = Row { table, file: &file, number: 1, cells: cells.collect(), lacking: &[] };
            let kept = format!("{:?}", (table.row.fact)(&row));
            for column in &table.columns[1..] {
                assert!(kept.contains(&format!("said of {}\"", column.name)), "{} {}", table.name, column.name);
            }
        }
    }
    #[test]
    fn every_code_set_that_a_column_names_is_there() {
        for table in ssda903::TABLES.iter().chain(cin_xml::TABLES) {
            for column in table.columns {
                if let crate::table::Kind::Code(set) = column.kind {
                    assert!(!practice::codes::set(set).is_empty(), "{set}");
                }
            }
        }
    }
}
