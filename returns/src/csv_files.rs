//! The CSV form of the 903: a file a table, recognised by its headings in any order.
use crate::{
    delivery::{Delivery, NotRead, Unreadable, decode},
    problem::{Problem, Wrong, cut},
    read::{Files, Reader},
    ssda903::{TABLES, column_name},
    table::{Row, Table},
};
use csv::{Reader as Csv, ReaderBuilder, StringRecord};
use std::{borrow::Cow, sync::Arc};

pub(crate) const MOST_COLUMNS: usize = 100;
/// No cell of a return is longer; one that is has swallowed its neighbours.
pub(crate) const LONGEST_CELL: usize = 10_000;

/// A file that holds a table, and where its columns are.
struct Found<'a> {
    file: &'a str,
    text: Cow<'a, str>,
    table: &'static Table,
    headings: StringRecord,
    /// For each heading the column it is of.
    places: Vec<Option<usize>>,
}

pub(crate) fn read(delivery: &Delivery, reader: &mut Reader) -> Result<Files, Unreadable> {
    let mut not_read = delivery.not_read.clone();
    let mut found = Vec::new();
    for file in &delivery.files {
        match recognise(&file.name, &file.bytes) {
            Ok(table) => found.push(table),
            // The one file given, or one that says by its name what it should be, is broken, not foreign.
            Err(why) if delivery.files.len() == 1 || usual(&file.name).is_some() => {
                let todo = "Export the return again and give the whole of it.";
                return Err(Unreadable::new(&file.name, why, todo));
            }
            Err(why) => not_read.push(NotRead { file: file.name.clone(), why }),
        }
    }
    let verdicts = file_of_each_table(&found.iter().map(|f| (f.file, f.table.name)).collect::<Vec<_>>());
    let mut chosen = Vec::new();
    for (found, refused) in found.into_iter().zip(verdicts) {
        match refused {
            None => chosen.push(found),
            Some(why) => not_read.push(NotRead { file: found.file.to_owned(), why }),
        }
    }
    if chosen.is_empty() {
        let why = "holds no table of the 903";
        return Err(Unreadable::new("The delivery", why, "Give the folder with the return's CSV files, or its XML."));
    }
    for found in &chosen {
        found.rows(reader)?;
    }
    Ok(Files { read: chosen.iter().map(|f| f.file.to_owned()).collect(), not_read })
}

fn letters(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase()
}
/// The table that usually comes under this file name.
pub(crate) fn usual(file: &str) -> Option<&'static Table> {
    let stem = letters(file.rsplit_once('.').map_or(file, |(stem, _)| stem));
    TABLES.iter().find(|t| t.usual.contains(&stem.as_str())).copied()
}
pub(crate) fn open(text: &str) -> Csv<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes())
}

fn recognise<'a>(file: &'a str, bytes: &'a [u8]) -> Result<Found<'a>, String> {
    let text = decode(bytes).ok_or("is not text")?;
    let mut headings = StringRecord::new();
    let is_there = open(&text).read_record(&mut headings).unwrap_or(false);
    if !is_there || headings.len() > MOST_COLUMNS {
        return Err("has no headings of a return".to_owned());
    }
    let names: Vec<Cow<str>> = headings.iter().map(column_name).collect();
    let has = |column: &str| names.iter().any(|n| n == column);
    let table = TABLES.iter().find(|t| has(t.id()) && t.marks.iter().all(|m| has(m)));
    let Some(table) = table.copied() else {
        return Err("has the headings of no table of the 903".to_owned());
    };
    let lacking: Vec<_> = table.columns.iter().filter(|c| c.needed && !has(c.name)).map(|c| c.name).collect();
    if !lacking.is_empty() {
        return Err(format!("looks like {} but has no column {}", table.name, lacking.join(", ")));
    }
    // Of a column with two headings the first is read.
    let first = |(n, name): (usize, &Cow<str>)| table.column(name).filter(|_| !names[..n].contains(name));
    let places = names.iter().enumerate().map(first).collect();
    Ok(Found { file, text, table, headings, places })
}

/// Of two files with one table the one with the table's usual name is read; if that does not tell, none. Given the name
/// and the table of each file, gives why it is not read.
pub(crate) fn file_of_each_table(found: &[(&str, &str)]) -> Vec<Option<String>> {
    let is_usual = |(file, table): &(&str, &str)| usual(file).is_some_and(|t| t.name == *table);
    let verdict = |this: &(&str, &str)| {
        let table = this.1;
        let rivals = || found.iter().filter(|other| other.1 == table);
        match (rivals().count(), rivals().filter(|r| is_usual(r)).count()) {
            (1, _) => None,
            (_, 1) if is_usual(this) => None,
            (_, 1) => Some(format!("another file has the usual name of {table}")),
            _ => Some(format!("several files are {table}, and their names do not tell which to read")),
        }
    };
    found.iter().map(verdict).collect()
}

impl Found<'_> {
    fn rows(&self, reader: &mut Reader) -> Result<(), Unreadable> {
        let file: Arc<str> = Arc::from(self.file);
        reader.has(self.table, &file);
        let lacking = self.columns(&file, reader);
        let mut csv = open(&self.text);
        let mut record = StringRecord::new();
        let mut breaks_off = None;
        loop {
            match csv.read_record(&mut record) {
                Ok(true) => {
                    // Not the line: a cell may hold line breaks, and a spreadsheet counts rows.
                    let number = record.position().map_or(0, |p| u32::try_from(p.record() + 1).unwrap_or(u32::MAX));
                    if number > 1 {
                        self.row(&record, number, &file, &lacking, reader)?;
                    }
                    let short = record.len() < self.headings.len();
                    let cut = !self.text.ends_with(['\n', '\r']) || record.iter().any(|cell| cell.contains('\n'));
                    breaks_off = (short && cut).then_some(number);
                }
                Ok(false) => match breaks_off {
                    Some(row) => {
                        let todo = "Export it again and give the whole of it.";
                        return Err(Unreadable::new(self.file, format!("breaks off in row {row}"), todo));
                    }
                    None => return Ok(()),
                },
                Err(e) => return Err(Unreadable::new(self.file, format!("cannot be read: {e}"), "Export it again.")),
            }
        }
    }
    /// What is wrong with the headings, once a file; gives the columns that it lacks.
    fn columns(&self, file: &Arc<str>, reader: &mut Reader) -> Vec<usize> {
        let mut say = |column: Cow<'static, str>, wrong| {
            let (table, child, value) = (self.table.name, String::new(), String::new());
            reader.problems.push(Problem { file: file.clone(), table, row: 1, child, column, value, wrong });
        };
        for (heading, place) in self.headings.iter().zip(&self.places) {
            let wrong = match self.table.column(&column_name(heading)) {
                Some(_) if place.is_none() => Wrong::SaidTwice,
                None if !heading.trim().is_empty() => Wrong::UnknownColumn,
                _ => continue,
            };
            say(Cow::Owned(cut(heading)), wrong);
        }
        let lacking: Vec<usize> = (0..self.table.columns.len()).filter(|c| !self.places.contains(&Some(*c))).collect();
        // UASC is in the XML form's HEADER only.
        for column in lacking.iter().map(|c| self.table.columns[*c].name).filter(|name| *name != "UASC") {
            say(Cow::Borrowed(column), Wrong::NoColumn);
        }
        lacking
    }
    fn row(
        &self,
        record: &StringRecord,
        number: u32,
        file: &Arc<str>,
        lacking: &[usize],
        reader: &mut Reader,
    ) -> Result<(), Unreadable> {
        if record.iter().any(|cell| cell.len() > LONGEST_CELL) {
            let why = format!("has a cell of more than {LONGEST_CELL} characters in row {number}");
            return Err(Unreadable::new(self.file, why, "Look for a quotation mark that is not closed."));
        }
        let cells = self.places.iter().zip(record).filter_map(|(place, cell)| place.map(|p| (p, Cow::Borrowed(cell))));
        let row = Row { table: self.table, file, number, cells: cells.collect(), lacking };
        if row.is_blank() && record.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(()); // the empty rows that a spreadsheet leaves below a table
        }
        if record.len() != self.headings.len() {
            let wrong = Wrong::WrongCells { got: record.len(), of: self.headings.len() };
            reader.problems.push(row.problem(self.table.id(), row.child(), wrong));
        }
        reader.take(&row)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Delivery, File, Problem, Taken, Unreadable, Wrong, read, read::tests::ask};
    use practice::{care, fact::Fact, people, reported::Sex};

    const HEADER: &str = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,2,01/02/2010,WBRI,A123456789012,0,\n";
    const EPISODES: &str = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n\
         1,03/05/2025,S,C2,N1,U4,PR1,,,,NG1 1AA,NG2 2BB,SC012345\n";

    fn delivery(files: &[(&str, &str)]) -> Delivery {
        let file = |(name, text): &(&str, &str)| File { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() };
        Delivery::of(files.iter().map(file).collect())
    }
    fn taken(files: &[(&str, &str)]) -> Taken {
        read(&delivery(files), &ask()).unwrap_or_else(|refused| panic!("{refused}"))
    }
    fn refused(files: &[(&str, &str)]) -> Unreadable {
        read(&delivery(files), &ask()).expect_err("it should have been refused")
    }
    fn wrongs(taken: &Taken) -> Vec<(&str, u32, &str, &Wrong)> {
        taken.problems.iter().map(|p: &Problem| (p.table, p.row, p.column.as_ref(), &p.wrong)).collect()
    }
    /// The 903 of one child with one episode, and one file more.
    fn with(name: &str, text: &str) -> Taken {
        taken(&[("header.csv", HEADER), ("episodes.csv", EPISODES), (name, text)])
    }

    #[test]
    fn a_row_becomes_a_fact_that_knows_where_it_comes_from() {
        let taken = taken(&[("header.csv", HEADER), ("episodes.csv", EPISODES)]);
        assert_eq!((taken.year, taken.authority.as_str(), taken.problems.len()), (2026, "892", 0));
        let Fact::Care(care::Fact::EpisodeReported(episode)) = &taken.rows[1].fact else { panic!() };
        assert_eq!((episode.place.code(), episode.urn.code(), episode.dec.is_blank()), ("U4", "SC012345", true));
        assert_eq!(taken.rows[1].happened.to_string(), "2025-05-03");
        let from = &episode.origin;
        assert_eq!(
            (from.table.as_str(), from.file.as_str(), from.row, from.number),
            ("Episodes", "episodes.csv", 2, 1)
        );
        assert_eq!((from.child.as_str(), from.key.as_str(), from.return_year), ("1", "2025-05-03", 2026));
        let header = &taken.rows[0];
        assert_eq!((header.origin().key.as_str(), header.happened.to_string().as_str()), ("", "2025-04-01"));
    }
    #[test]
    fn columns_come_in_any_order_under_their_older_names_too() {
        let header = "UPN,ETHNIC,dob,Gender,child,MC_DOB,MOTHER\nA123456789012,WBRI,01/02/2010,F,1,,\n";
        let taken = taken(&[("header.csv", header), ("episodes.csv", EPISODES)]);
        let Fact::People(people::Fact::HeaderReported(header)) = &taken.rows[0].fact else { panic!() };
        assert_eq!((header.sex.value, header.origin.child.as_str()), (Some(Sex::Female), "1"));
        assert!(taken.problems.is_empty());
    }
    #[test]
    fn a_file_is_known_by_its_headings_not_by_its_name() {
        let taken = taken(&[("export 1.csv", EPISODES), ("export 2.csv", HEADER), ("notes.csv", "who,what\na,b\n")]);
        assert_eq!(taken.tables.iter().map(|t| t.table).collect::<Vec<_>>(), ["Episodes", "Header"]);
        assert_eq!(taken.not_read[0].file, "notes.csv");
    }
    #[test]
    fn every_encoding_gives_the_same_rows() {
        let plain = taken(&[("header.csv", HEADER), ("episodes.csv", EPISODES)]);
        let wide =
            |text: &str| [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let marked = |text: &str| [b"\xef\xbb\xbf", text.as_bytes()].concat();
        let files = vec![
            File { name: "header.csv".to_owned(), bytes: marked(HEADER) },
            File { name: "episodes.csv".to_owned(), bytes: wide(EPISODES) },
        ];
        assert_eq!(read(&Delivery::of(files), &ask()).unwrap().rows, plain.rows);
        let windows = taken(&[("header.csv", HEADER), ("episodes.csv", &EPISODES.replace('\n', "\r\n"))]);
        assert_eq!(windows.rows, plain.rows);
    }
    #[test]
    fn an_odd_cell_is_a_problem_and_its_row_still_a_fact() {
        let taken = with(
            "missing.csv",
            "CHILD,DOB,MISSING,MIS_START,MIS_END\n\
             1,01/02/2010,X,31/02/2026,2026-03-01\n\
             1,,M,01/12/2026,\n",
        );
        use Wrong::*;
        assert_eq!(
            wrongs(&taken),
            [
                ("Missing", 2, "MISSING", &NotACode),
                ("Missing", 2, "MIS_START", &NotADay),
                ("Missing", 2, "MIS_END", &OtherForm),
                ("Missing", 3, "DOB", &Blank),
                ("Missing", 3, "MIS_START", &AfterToday),
            ]
        );
        assert_eq!(taken.table("Missing").unwrap().facts, 2);
        assert_eq!(taken.rows[2].happened.to_string(), "2025-04-01", "an unreadable day: the first of the year");
        assert_eq!(taken.rows[2].origin().key, "31/02/2026");
        assert_eq!(taken.problems[0].what(), "MISSING has a code that the return does not know.");
    }
    #[test]
    fn only_a_row_without_its_key_is_a_problem_alone() {
        let taken =
            with("reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE\n,01/02/2010,03/05/2025,PN1\n1,01/02/2010,,PN1\n,,,\n");
        let reviews = taken.table("Reviews").unwrap();
        assert_eq!((reviews.rows, reviews.facts, reviews.no_key), (2, 0, 2), "the empty last line is no row");
        let alone: Vec<_> =
            taken.problems.iter().filter(|p| p.is_alone()).map(|p| (p.row, p.column.as_ref())).collect();
        assert_eq!(alone, [(2, "CHILD"), (3, "REVIEW")]);
    }
    #[test]
    fn a_row_after_the_returns_year_is_kept_and_listed() {
        let taken = with("reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE\n1,01/02/2010,01/04/2026,PN1\n");
        assert_eq!(taken.rows.len(), 3);
        assert_eq!(wrongs(&taken), [("Reviews", 2, "REVIEW", &Wrong::AfterYear)]);
    }
    #[test]
    fn rows_that_say_the_same_are_one_and_rows_that_share_a_key_are_numbered() {
        let taken = with(
            "reviews.csv",
            "CHILD,DOB,REVIEW,REVIEW_CODE\n1,01/02/2010,03/05/2025,PN1\n1,01/02/2010,03/05/2025,PN2\n1,01/02/2010,03/05/2025,PN1\n",
        );
        let numbers: Vec<_> = taken.rows[2..].iter().map(|r| (r.origin().row, r.origin().number)).collect();
        assert_eq!(numbers, [(2, 1), (3, 2)]);
        let shared = |other: u32| Wrong::SharedKey { others: vec![other], more: false };
        assert_eq!(
            wrongs(&taken),
            [
                ("Reviews", 2, "REVIEW", &shared(3)),
                ("Reviews", 3, "REVIEW", &shared(2)),
                ("Reviews", 4, "CHILD", &Wrong::Duplicate(2)),
            ]
        );
        assert_eq!(taken.problems[0].what(), "The same REVIEW as row 3, but the rest differs. All were kept.");
    }
    #[test]
    fn of_two_files_for_one_table_the_one_with_the_usual_name_is_read() {
        let placed = "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n1,01/02/2010,03/05/2025,,\n";
        let base = [("header.csv", HEADER), ("episodes.csv", EPISODES)];
        let one = taken(&[&base[..], &[("placed_for_adoption.csv", placed), ("placed_errors.csv", placed)]].concat());
        assert_eq!(one.table("PlacedAdoption").map(|t| &*t.file), Some("placed_for_adoption.csv"));
        assert_eq!(one.not_read[0].file, "placed_errors.csv");
        let neither = taken(&[&base[..], &[("a.csv", placed), ("b.csv", placed)]].concat());
        assert!(neither.table("PlacedAdoption").is_none());
        assert_eq!(neither.not_read.len(), 2, "{:?}", neither.not_read);
    }
    #[test]
    fn a_table_with_no_rows_is_still_delivered() {
        let taken = with("missing.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END\n");
        assert_eq!(taken.table("Missing").map(|t| t.rows), Some(0));
    }
    #[test]
    fn headings_that_are_not_the_tables_are_named_once() {
        let taken = with("oc3.csv", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM,SHOE SIZE,DOB\n1,01/02/2010,YES,F1,B1,4,x\n");
        let wrong = [("OC3", 1, "SHOE SIZE", &Wrong::UnknownColumn), ("OC3", 1, "DOB", &Wrong::SaidTwice)];
        assert_eq!(wrongs(&taken), wrong);
        let taken = with("uasc.csv", "CHILD,SEX,DOB,DUC\n1,F\n");
        assert_eq!(wrongs(&taken)[0], ("UASC", 2, "CHILD", &Wrong::WrongCells { got: 2, of: 4 }));
        assert_eq!(wrongs(&taken)[1], ("UASC", 2, "DOB", &Wrong::Blank));
    }
    #[test]
    fn a_broken_file_refuses_the_delivery_and_says_why() {
        let with = |episodes: &str| refused(&[("header.csv", HEADER), ("episodes.csv", episodes)]).to_string();
        let cut_off = &EPISODES[..EPISODES.len() - 30];
        assert!(with(cut_off).contains("breaks off in row 2"), "{}", with(cut_off));
        assert!(with("CHILD,DECOM,RNE\n1,2,3\n").contains("no column LS"), "wrong columns");
        assert!(with("").contains("no headings"));
        assert!(with("PK\u{3}\u{4}\u{0}\u{0}").contains("not text"), "a spreadsheet under another name");
        let open = EPISODES.replace("NG1 1AA", "\"NG1 1AA") + &"x\n".repeat(9);
        assert!(with(&open).contains("breaks off"), "{}", with(&open));
        let long = EPISODES.replace("NG1 1AA", &"x".repeat(20_000));
        assert!(with(&long).contains("10000 characters"), "{}", with(&long));
        assert!(refused(&[("a.csv", "hello\n")]).to_string().contains("headings of no table"));
        assert!(refused(&[]).to_string().contains("no table of the 903"));
    }
    #[test]
    fn the_year_is_that_of_the_latest_episode_unless_it_is_said() {
        let reviews = "CHILD,DOB,REVIEW,REVIEW_CODE\n1,01/02/2010,03/05/2025,PN1\n";
        let unsaid = refused(&[("reviews.csv", reviews)]);
        assert!(unsaid.to_string().contains("which year"), "{unsaid}");
        let said = crate::Ask { year: Some(2027), ..ask() };
        let taken = read(&delivery(&[("reviews.csv", reviews)]), &said).unwrap();
        assert_eq!((taken.year, taken.rows[0].origin().return_year), (2027, 2027));
        let ahead = EPISODES.to_owned() + "1,03/05/2030,S,C2,N1,U4,PR1,,,,,,\n";
        let taken = self::taken(&[("episodes.csv", &ahead)]);
        assert_eq!(taken.year, 2026, "an episode after today tells nothing");
    }
}
