//! Writers of the statutory returns: from facts to plain rows, and from rows to the files that are sent.
//!
//! [`Rows`] is a return as it stands before it has a form: each table's rows, each cell its text. Rows
//! come from what a return once said ([`of_reports`]), word for word. The same definition of each table
//! serves its reader and its writer.
mod cin_xml;
mod csv;
mod reported;
mod schema;
mod ssda903_xml;
mod work;
mod xml;

pub use cin_xml::cin_xml;
pub use csv::csv_files;
pub use reported::of_reports;
pub use schema::{cin_schema, schema_errors};
pub use ssda903_xml::ssda903_xml;
pub use work::{Draft, was_taken};
pub(crate) use xml::Xml;

use crate::{Return, cin_xml as cin, ssda903, table::Table};
use practice::{day::Date, reported::Cell};

/// A return of one authority and year: its tables in their usual order.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    pub which: Return,
    pub authority: String,
    /// The year in which its 31 March falls.
    pub year: i16,
    pub sheets: Vec<Sheet>,
}
/// One table of it.
#[derive(Clone)]
pub struct Sheet {
    pub(crate) table: &'static Table,
    pub lines: Vec<Line>,
}
/// One row: its filled cells by the place of their column. A column may be said several times in XML.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line(Vec<(usize, String)>);

impl Line {
    /// `said` in the order of the columns, or in any other; blanks are left out.
    pub(crate) fn of(table: &Table, child: &str, said: impl IntoIterator<Item = (&'static str, String)>) -> Line {
        let place = |(column, text): (&str, String)| Some((table.column(column)?, text));
        let own = said.into_iter().filter(|(_, text)| !text.is_empty()).filter_map(place);
        let mut cells: Vec<(usize, String)> = std::iter::once((0, child.to_owned())).chain(own).collect();
        cells.sort_by_key(|(place, _)| *place);
        Line(cells)
    }
    /// And what another line about the same child says.
    pub(crate) fn with(mut self, more: Line) -> Line {
        self.0.extend(more.0.into_iter().filter(|(place, _)| *place > 0));
        self.0.sort_by_key(|(place, _)| *place);
        self
    }
    /// Everything said in the column at that place.
    pub fn texts(&self, place: usize) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(at, _)| *at == place).map(|(_, text)| text.as_str())
    }
    /// Empty when blank.
    pub fn text(&self, place: usize) -> &str {
        self.texts(place).next().unwrap_or_default()
    }
    pub fn child(&self) -> &str {
        self.text(0)
    }
    pub(crate) fn said(&self, table: &Table, column: &str) -> &str {
        table.column(column).map_or("", |place| self.text(place))
    }
}
impl Sheet {
    /// As the guide of the return calls the table.
    pub fn name(&self) -> &'static str {
        self.table.name
    }
    pub fn columns(&self) -> impl Iterator<Item = &'static str> {
        self.table.columns.iter().map(|c| c.name)
    }
    pub(crate) fn new(table: &'static Table) -> Sheet {
        Sheet { table, lines: Vec::new() }
    }
    /// By child, then by day, then by what they say: the same rows are always written in the same order.
    fn sort(&mut self) {
        let table = self.table;
        let day = |line: &Line| match Cell::<Date>::read(line.said(table, table.key_name())).value {
            Some(day) => day.to_string(),
            None => String::new(),
        };
        self.lines.sort_by_cached_key(|line| (line.child().to_owned(), day(line), line.clone()));
    }
}
impl std::fmt::Debug for Sheet {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.debug_struct("Sheet").field("table", &self.table.name).field("lines", &self.lines).finish()
    }
}
impl PartialEq for Sheet {
    fn eq(&self, other: &Sheet) -> bool {
        self.table.name == other.table.name && self.lines == other.lines
    }
}
impl Rows {
    /// Every table that the return has in that year, without a row.
    pub(crate) fn none(which: Return, authority: &str, year: i16) -> Rows {
        let sheets = tables(which).iter().filter(|t| year >= first_year(t)).map(|t| Sheet::new(t)).collect();
        Rows { which, authority: authority.to_owned(), year, sheets }
    }
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|s| s.name() == name)
    }
    /// How many rows there are in all.
    pub fn count(&self) -> usize {
        self.sheets.iter().map(|s| s.lines.len()).sum()
    }
    pub(crate) fn push(&mut self, table: &'static Table, line: Line) {
        match self.sheets.iter_mut().find(|s| s.table.name == table.name) {
            Some(sheet) => sheet.lines.push(line),
            None => self.sheets.push(Sheet { table, lines: vec![line] }),
        }
    }
    /// In their final order; whoever pushes rows calls it once at the end.
    pub(crate) fn sorted(mut self) -> Rows {
        let place = |s: &Sheet| tables(s.table.which).iter().position(|t| t.name == s.table.name);
        self.sheets.sort_by_key(place);
        self.sheets.iter_mut().for_each(Sheet::sort);
        self
    }
    #[cfg(test)]
    fn lines(&self, table: &Table) -> &[Line] {
        self.sheet(table.name).map_or(&[], |s| s.lines.as_slice())
    }
}

pub(crate) fn tables(which: Return) -> &'static [&'static Table] {
    match which {
        Return::Ssda903 => ssda903::TABLES,
        Return::Cin => cin::TABLES,
    }
}
/// The first year of a table that was added later: social worker episodes came with 2023-24,
/// deprivation of liberty and pre-proceedings with 2026-27.
pub(crate) fn first_year(table: &Table) -> i16 {
    match table.name {
        "SWEpisodes" => 2024,
        "DoLo" | "PreProceedingsandFGDM" => 2027,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Delivery, File, New, Taken, read, read::tests::ask};
    use practice::day::start_of;

    fn taken(files: Vec<File>) -> Taken {
        read(&Delivery::of(files), &ask()).unwrap_or_else(|refused| panic!("{refused}"))
    }
    fn file(name: &str, text: &str) -> File {
        File { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
    }
    fn rows(taken: &Taken) -> Rows {
        of_reports(taken.rows.iter().map(|New { fact, .. }| fact), taken.which, &taken.authority, taken.year)
    }
    const HEADER: &str = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n10,2,01/02/2010,WBRI,A123456789012,0,\n9,x,,,,,\n";
    const EPISODES: &str = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n\
        10,03/05/2025,S,C2,N1,U4,PR1,31/02/2026,\"E4a, \"\"or\"\" not\",,NG1 1AA,NG2 2BB,SC012345\n";
    const UASC: &str = "CHILD,SEX,DOB,DUC\n10,2,01/02/2010,\n";
    const OC3: &str = "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n10,01/02/2010,YES,F1,B1\n10,01/02/2010,NO,F1,B1\n";
    fn delivery() -> Vec<File> {
        vec![file("header.csv", HEADER), file("episodes.csv", EPISODES), file("uasc.csv", UASC), file("oc3.csv", OC3)]
    }

    #[test]
    fn what_was_sent_is_written_as_it_was_sent_odd_cells_too() {
        let sent = rows(&taken(delivery()));
        let files = csv_files(&sent);
        let names: Vec<&str> = files.iter().map(|f| f.name.as_str()).collect();
        assert_eq!(&names[..4], ["header.csv", "episodes.csv", "reviews.csv", "uasc.csv"]);
        assert!(!names.contains(&"dolo.csv"), "the table is not in the return of 2026");
        let text = |n: usize| String::from_utf8(files[n].bytes.clone()).unwrap();
        assert_eq!(text(0), HEADER, "columns and rows in their usual order");
        assert_eq!(text(1), EPISODES);
        assert_eq!(text(2), "CHILD,DOB,REVIEW,REVIEW_CODE\n", "no rows are an answer too");
        assert_eq!(rows(&taken(files)), sent);
    }
    #[test]
    fn the_xml_form_says_the_same() {
        let sent = rows(&taken(delivery()));
        let told = rows(&taken(vec![file("903.xml", &ssda903_xml(&sent))]));
        for name in ["Episodes", "UASC", "OC3"] {
            assert_eq!(told.sheet(name), sent.sheet(name));
        }
        // In the CSV form a row in UASC says it, in the XML form the Header does.
        assert_eq!(told.lines(&ssda903::HEADER)[0].said(&ssda903::HEADER, "UASC"), "1");
        assert_eq!(ssda903_xml(&told), ssda903_xml(&sent));
    }
    const CENSUS: &str = "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>\
        <ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><LEA>330</LEA></Source></Header><Children>\
        <Child><ChildIdentifiers><LAchildID>A1</LAchildID><UPNunknown>UN1</UPNunknown>\
        <PersonBirthDate>2015-03-27</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>\
        <ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>HEAR</Disability>\
        <Disability>VIS</Disability></Disabilities></ChildCharacteristics>\
        <CINdetails><CINreferralDate>2025-10-06</CINreferralDate><ReferralSource>1A</ReferralSource>\
        <Assessments><AssessmentActualStartDate>2025-10-07</AssessmentActualStartDate><FactorsIdentifiedAtAssessment>\
        <AssessmentFactors>1C</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>\
        <CINPlanDates><CINPlanStartDate>2025-10-20</CINPlanStartDate></CINPlanDates>\
        <Section47><S47ActualStartDate>2025-11-03</S47ActualStartDate><ICPCnotRequired>0</ICPCnotRequired></Section47>\
        <ReferralNFA>0</ReferralNFA><ChildProtectionPlans><CPPstartDate>2025-11-17</CPPstartDate>\
        <InitialCategoryOfAbuse>PHY</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>\
        <NumberOfPreviousCPP>0</NumberOfPreviousCPP><Reviews><CPPreviewDate>2026-02-10</CPPreviewDate></Reviews>\
        </ChildProtectionPlans></CINdetails></Child></Children></Message>";
    fn census(text: &str) -> String {
        cin_xml(&rows(&taken(vec![file("cin.xml", text)])), start_of(practice::day::date(2026, 5, 1)))
    }

    #[test]
    fn a_census_is_written_in_the_order_of_its_schema() {
        let written = census(CENSUS);
        assert_eq!(schema_errors(&written, 2026), [""; 0]);
        assert_eq!(rows(&taken(vec![file("cin.xml", &written)])), rows(&taken(vec![file("cin.xml", CENSUS)])));
        assert_eq!(census(&written), written);
    }
    #[test]
    fn each_census_year_has_its_own_names_and_codes() {
        let of = |year: &str, sex: &str| {
            let text = CENSUS.replace("2026<", &format!("{year}<")).replace("<Sex>F", &format!("<Sex>{sex}"));
            schema_errors(&census(&text), year.parse().unwrap())
        };
        assert!(census(&CENSUS.replace("2026<", "2024<")).contains("<GenderCurrent>F</GenderCurrent>"));
        assert_eq!((of("2024", "2").len(), of("2026", "F").len()), (0, 0));
        assert!(!of("2024", "F").is_empty() && !of("2026", "2").is_empty(), "letters since 2024-25");
        let proceedings = "</ChildProtectionPlans><PreProceedingsandFGDM><PPStartDate>2026-03-09</PPStartDate>\
            </PreProceedingsandFGDM>";
        let with = |year: &str| {
            let text = CENSUS.replace("</ChildProtectionPlans>", proceedings).replace("2026<", &format!("{year}<"));
            schema_errors(&census(&text), year.parse().unwrap())
        };
        assert_eq!(with("2027"), [""; 0]);
        assert!(with("2026")[0].contains("PreProceedingsandFGDM"), "not before 2026-27");
    }
    #[test]
    fn the_schema_tells_what_is_missing_and_what_is_no_code() {
        let of = |from: &str, to: &str| schema_errors(&census(&CENSUS.replace(from, to)), 2026);
        assert!(of("<ReferralNFA>0</ReferralNFA>", "")[0].contains("ReferralNFA"));
        assert!(of("<ReferralSource>1A", "<ReferralSource>1Z")[0].contains("1Z"));
        assert!(!of("<CPPreviewDate>2026-02-10", "<CPPreviewDate>10/02/2026").is_empty());
    }
    #[test]
    fn what_belongs_to_no_referral_is_written_and_the_schema_says_so() {
        let stray = census(&CENSUS.replace("<CINreferralDate>2025-10-06</CINreferralDate>", ""));
        assert!(stray.contains("<CPPstartDate>2025-11-17"), "nothing is dropped");
        assert!(!schema_errors(&stray, 2026).is_empty());
    }
}
