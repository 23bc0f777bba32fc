//! Whatever a council typed into a cell is what is written back: each form is read, written and read
//! again, with cells that a spreadsheet, a hand and a broken export leave behind.
use practice::day::{date, start_of};
use returns::*;

const ODD: &[&str] = &[
    "",
    " ",
    "=1+1",
    "a,b",
    "\"quoted\"",
    "it's",
    "<b>&amp;</b>",
    "]]>",
    "Zoë Łódź 李",
    "31/02/2026",
    "2026-02-31",
    "ZZ/ZZ/2015",
    "  spaces  ",
    "#N/A",
    "1.0",
    "x1",
    "-",
    "&#0;",
    "first line\nsecond line",
    "tab\tinside",
];
const HEADER: [&str; 7] = ["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"];
const EPISODES: [&str; 13] = [
    "CHILD",
    "DECOM",
    "RNE",
    "LS",
    "CIN",
    "PLACE",
    "PLACE_PROVIDER",
    "DEC",
    "REC",
    "REASON_PLACE_CHANGE",
    "HOME_POST",
    "PL_POST",
    "URN",
];
const OC3: [&str; 5] = ["CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"];

/// A step of a linear congruential generator (Knuth's MMIX constants): the same cells every time.
struct Dice(u64);
impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }
    fn cell(&mut self) -> &'static str {
        ODD[self.roll(ODD.len())]
    }
}
fn ask() -> Ask {
    Ask {
        authority: Some("892".to_owned()),
        installation: "892".to_owned(),
        year: Some(2026),
        today: date(2026, 11, 22),
    }
}
fn taken(files: Vec<File>) -> Taken {
    read(&Delivery::of(files), &ask()).unwrap_or_else(|refused| panic!("{refused}"))
}
fn rows(taken: &Taken) -> write::Rows {
    write::of_reports(taken.rows.iter().map(|new| &new.fact), taken.which, &taken.authority, taken.year)
}
fn one(name: &str, text: String) -> Vec<File> {
    vec![File { name: name.to_owned(), bytes: text.into_bytes() }]
}
/// A table of some children, every other cell odd; the first column is the child, and ids are never odd.
fn table<const N: usize>(dice: &mut Dice, name: &str, columns: [&str; N]) -> File {
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record(columns).unwrap();
    for child in 0..6 {
        let id = child.to_string();
        let cell = |column: &&str| match (*column, dice.roll(2)) {
            ("CHILD", _) => id.clone(),
            (_, 0) => "01/02/2010".to_owned(),
            _ => dice.cell().to_owned(),
        };
        csv.write_record(columns.iter().map(cell).collect::<Vec<_>>()).unwrap();
    }
    File { name: format!("{name}.csv"), bytes: csv.into_inner().unwrap() }
}
fn a_903(dice: &mut Dice) -> Vec<File> {
    vec![table(dice, "header", HEADER), table(dice, "episodes", EPISODES), table(dice, "oc3", OC3)]
}

#[test]
fn csv_brings_back_every_cell() {
    let mut dice = Dice(903);
    for _ in 0..200 {
        let sent = rows(&taken(a_903(&mut dice)));
        assert!(sent.count() > 10);
        let files = write::csv_files(&sent);
        assert_eq!(rows(&taken(files)), sent);
    }
}
/// The XML form says a child's birth date once, so it is compared with itself.
#[test]
fn xml_of_the_903_brings_back_every_cell() {
    let mut dice = Dice(904);
    for _ in 0..200 {
        let sent = rows(&taken(one("903.xml", write::ssda903_xml(&rows(&taken(a_903(&mut dice)))))));
        let text = write::ssda903_xml(&sent);
        let again = rows(&taken(one("903.xml", text.clone())));
        assert_eq!(again, sent);
        assert_eq!(write::ssda903_xml(&again), text);
    }
}
#[test]
fn xml_of_the_census_brings_back_every_cell() {
    let mut dice = Dice(905);
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    for _ in 0..200 {
        let mut said = |name: &str| format!("<{name}>{}</{name}>", escaped(dice.cell()));
        let child = |id: &str, said: &mut dyn FnMut(&str) -> String| {
            format!(
                "<Child><ChildIdentifiers><LAchildID>{id}</LAchildID>{}{}</ChildIdentifiers><ChildCharacteristics>{}\
                 <Disabilities>{}{}</Disabilities></ChildCharacteristics><CINdetails><CINreferralDate>2025-10-06\
                 </CINreferralDate>{}<Assessments>{}{}</Assessments>{}<PreProceedingsandFGDM>{}{}\
                 </PreProceedingsandFGDM></CINdetails></Child>",
                said("UPN"),
                said("Sex"),
                said("Ethnicity"),
                said("Disability"),
                said("Disability"),
                said("ReferralSource"),
                said("AssessmentActualStartDate"),
                said("AssessmentAuthorisationDate"),
                said("ReferralNFA"),
                said("PPStartDate"),
                said("PPOutcome"),
            )
        };
        let children: String = ["1", "2", "3"].iter().map(|id| child(id, &mut said)).collect();
        let sent = rows(&taken(one("cin.xml", format!("<Message><Children>{children}</Children></Message>"))));
        let text = write::cin_xml(&sent, start_of(date(2026, 5, 1)));
        let again = rows(&taken(one("cin.xml", text.clone())));
        assert_eq!(again, sent);
        assert_eq!(write::cin_xml(&again, start_of(date(2026, 5, 1))), text);
    }
}
