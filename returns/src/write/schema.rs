//! The schema of the CIN census, made from the same tables that the census is read and written by: the
//! names and their order, what must be there, and the codes that hold in the census year.
use super::{
    cin_xml::{AFTER_NFA, BEFORE_NFA, ETHNICITY, NFA, name_in, own, wrapper},
    first_year,
};
use crate::{
    cin::{CHILD, DISABILITIES, REFERRAL},
    table::{Column, Kind, Table},
};
use practice::{codes, day::date};
use std::fmt::Write;

/// What the schema of its year says against the XML of a census, each with where it is; nothing when it is valid.
pub fn schema_errors(census: &str, year: i16) -> Vec<String> {
    let schema = cin_schema(year);
    let schema = uppsala::parse(&schema).and_then(|parsed| uppsala::XsdValidator::from_schema(&parsed));
    let schema = schema.expect("the schema that is made here is one");
    match uppsala::parse(census) {
        Ok(census) => schema.validate(&census).iter().map(ToString::to_string).collect(),
        Err(e) => vec![e.to_string()],
    }
}
/// As XML Schema.
pub fn cin_schema(year: i16) -> String {
    let mut s = Schema { text: String::new(), year };
    let cols = |table: &'static Table, keep: &dyn Fn(&str) -> bool| -> Vec<&'static Column> {
        own(table).map(|(_, c)| c).filter(|c| keep(c.name)).collect()
    };
    let child = |s: &mut Schema| {
        s.group("ChildIdentifiers", ONE, |s| s.columns(cols(&CHILD, &|c| c != ETHNICITY)));
        s.group("ChildCharacteristics", ONE, |s| {
            s.columns(cols(&CHILD, &|c| c == ETHNICITY));
            s.columns(cols(&DISABILITIES, &|_| true));
        });
        s.group("CINdetails", "1 unbounded", |s| {
            s.columns(cols(&REFERRAL, &|c| c != NFA));
            s.parts(BEFORE_NFA);
            s.columns(cols(&REFERRAL, &|c| c == NFA));
            s.parts(AFTER_NFA);
        });
    };
    s.group("Message", "", |s| {
        s.group("Header", ONE, head);
        s.group("Children", ONE, |s| s.group("Child", "1 unbounded", child));
    });
    format!("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n{}</xs:schema>\n", s.text)
}
fn head(s: &mut Schema) {
    s.group("CollectionDetails", ONE, |s| {
        s.text("Collection", ONE, "<xs:enumeration value=\"CIN\"/>");
        s.plain("Year", ONE, "xs:gYear");
        s.plain("ReferenceDate", ONE, "xs:date");
    });
    s.group("Source", ONE, |s| {
        s.text("SourceLevel", ONE, "<xs:enumeration value=\"L\"/>");
        s.text("LEA", ONE, "<xs:pattern value=\"\\d{3}\"/>");
        s.plain("SoftwareCode", MAYBE, "xs:string");
        s.plain("Release", MAYBE, "xs:string");
        s.text("SerialNo", MAYBE, "<xs:pattern value=\"\\d{3}\\d*\"/>");
        s.plain("DateTime", MAYBE, "xs:dateTime");
    });
}
/// How often, least and most; nothing for the outermost.
const ONE: &str = "1 1";
const MAYBE: &str = "0 1";

struct Schema {
    text: String,
    year: i16,
}
impl Schema {
    fn say(&mut self, line: std::fmt::Arguments) {
        writeln!(self.text, "{line}").expect("memory takes every line");
    }
    fn element(name: &str, often: &str) -> String {
        match often.split_once(' ') {
            Some((least, most)) => format!("xs:element name=\"{name}\" minOccurs=\"{least}\" maxOccurs=\"{most}\""),
            None => format!("xs:element name=\"{name}\""),
        }
    }
    fn group(&mut self, name: &str, often: &str, inside: impl FnOnce(&mut Schema)) {
        self.say(format_args!("<{}><xs:complexType><xs:sequence>", Schema::element(name, often)));
        inside(self);
        self.say(format_args!("</xs:sequence></xs:complexType></xs:element>"));
    }
    fn plain(&mut self, name: &str, often: &str, of: &str) {
        self.say(format_args!("<{} type=\"{of}\"/>", Schema::element(name, often)));
    }
    fn text(&mut self, name: &str, often: &str, only: &str) {
        let element = Schema::element(name, often);
        self.say(format_args!(
            "<{element}><xs:simpleType><xs:restriction base=\"xs:string\">{only}</xs:restriction></xs:simpleType></xs:element>"
        ));
    }
    fn parts(&mut self, tables: &[&'static Table]) {
        let year = self.year;
        for table in tables.iter().filter(|t| year >= first_year(t)) {
            self.group(table.name, "0 unbounded", |s| s.columns(own(table).map(|(_, c)| c).collect()));
        }
    }
    fn columns(&mut self, columns: Vec<&'static Column>) {
        for column in columns {
            match wrapper(column) {
                Some(list) => self.group(list, MAYBE, |s| s.column(column, "1 unbounded")),
                None => self.column(column, if column.needed { ONE } else { MAYBE }),
            }
        }
    }
    fn column(&mut self, column: &Column, often: &str) {
        let name = name_in(column, self.year);
        match column.kind {
            Kind::Text if name.ends_with("UPN") => {
                self.text(name, often, "<xs:pattern value=\"[A-Za-z]\\d{11}(\\d|[A-Za-z])\"/>");
            }
            Kind::Text | Kind::Above => self.text(name, often, "<xs:minLength value=\"1\"/>"),
            Kind::Code(set) => self.text(name, often, &self.codes(set)),
            Kind::Day | Kind::DayAhead | Kind::DayInPart => self.plain(name, often, "xs:date"),
            Kind::YesNo => self.text(name, often, "<xs:enumeration value=\"0\"/><xs:enumeration value=\"1\"/>"),
            Kind::Number(..) => self.plain(name, often, "xs:nonNegativeInteger"),
        }
    }
    /// The codes that hold on some day of the census year, each once: a code may have had two labels in it.
    fn codes(&self, set: &str) -> String {
        let (first, last) = (date(self.year - 1, 4, 1), date(self.year, 3, 31));
        let holds = |c: &&codes::Code| c.from.is_none_or(|f| f <= last) && c.until.is_none_or(|u| first <= u);
        let mut held: Vec<&str> = codes::set(set).iter().filter(holds).map(|c| c.code).collect();
        held.dedup();
        held.iter().map(|code| format!("<xs:enumeration value=\"{code}\"/>")).collect()
    }
}
