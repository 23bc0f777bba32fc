//! The XML of the CIN census: each child, and under it each referral with what followed.
use crate::{
    cin::{ASSESSMENT, CHILD, DISABILITIES, ENQUIRY, IN_NEED_PLAN, PRE_PROCEEDINGS, PROTECTION_PLAN, REFERRAL},
    delivery::Unreadable,
    problem::{Wrong, cut},
    read::{Head, Reader, year_of},
    table::{Row, Table},
    xml::{self, Node},
};
use practice::{day::Date, reported::Cell};
use std::{borrow::Cow, sync::Arc};

pub(crate) const TABLES: &[&Table] =
    &[&CHILD, &DISABILITIES, &REFERRAL, &ASSESSMENT, &IN_NEED_PLAN, &ENQUIRY, &PROTECTION_PLAN, &PRE_PROCEEDINGS];
/// What belongs to a referral, each under its own element.
const PARTS: &[&Table] = &[&ASSESSMENT, &IN_NEED_PLAN, &ENQUIRY, &PROTECTION_PLAN, &PRE_PROCEEDINGS];
/// Elements that only hold a list.
const WRAPPERS: &[&str] = &["Disabilities", "FactorsIdentifiedAtAssessment", "Reviews"];

pub(crate) fn read(file: &Arc<str>, text: &str, reader: &mut Reader) -> Result<Head, Unreadable> {
    let mut head = Head::default();
    let paths: &[&[&str]] = &[&["Message", "Header"], &["Message", "Children", "Child"]];
    xml::each(file, text, paths, |node| match node.name.as_str() {
        "Header" => header(file, &node).map(|said| head = said),
        _ => child(file, &node, reader),
    })?;
    if reader.has(&CHILD, file).rows == 0 {
        let why = "is not a CIN census: it holds no child";
        return Err(Unreadable::new(file, why, "Give the XML of the census."));
    }
    Ok(head)
}
fn header(file: &str, header: &Node) -> Result<Head, Unreadable> {
    let none = Node::default();
    let details = header.node("CollectionDetails").unwrap_or(&none);
    if let Some(other) = details.said("Collection").filter(|c| !c.eq_ignore_ascii_case("CIN")) {
        let why = format!("is of the collection {}, not of CIN", cut(other));
        return Err(Unreadable::new(file, why, "Give the XML of the children in need census."));
    }
    let of_day = |name| details.said(name).and_then(|text| Cell::<Date>::read(text).value).map(year_of);
    Ok(Head {
        authority: header.node("Source").and_then(|s| s.said("LEA")).map(cut),
        year: details.said("Year").and_then(|y| y.parse().ok()).or(of_day("ReferenceDate")),
    })
}

fn child(file: &Arc<str>, child: &Node, reader: &mut Reader) -> Result<(), Unreadable> {
    let id = child.node("ChildIdentifiers").and_then(|i| i.said("LAchildID")).unwrap_or_default();
    let mut part = Part { file, id, referral: None, reader };
    let (mut own, mut referrals) = (Vec::new(), Vec::new());
    for node in &child.nodes {
        match node.name.as_str() {
            "ChildIdentifiers" | "ChildCharacteristics" => own.extend(&node.nodes),
            "CINdetails" => referrals.push(node),
            _ => part.out_of_place(&CHILD, node),
        }
    }
    let (lists, own): (Vec<&Node>, Vec<&Node>) = own.into_iter().partition(|n| n.name == "Disabilities");
    part.take(&CHILD, &own)?;
    for list in lists.into_iter().filter(|list| !list.is_leaf()) {
        part.take(&DISABILITIES, &list.nodes.iter().collect::<Vec<_>>())?;
    }
    for stray in child.with_stray_text() {
        part.out_of_place(&CHILD, stray);
    }
    for referral in referrals {
        part.referral = None;
        let is_part = |n: &&Node| PARTS.iter().any(|t| t.name == n.name);
        let (parts, own): (Vec<&Node>, Vec<&Node>) = referral.nodes.iter().partition(is_part);
        part.take(&REFERRAL, &own)?;
        part.referral = referral.said(REFERRAL.key_name());
        for node in parts {
            if let Some(table) = PARTS.iter().find(|t| t.name == node.name) {
                part.take(table, &node.nodes.iter().collect::<Vec<_>>())?;
            }
        }
    }
    Ok(())
}

/// Where we are: in which child, and under which referral.
struct Part<'a, 'b, 'c> {
    file: &'a Arc<str>,
    id: &'a str,
    referral: Option<&'a str>,
    reader: &'b mut Reader<'c>,
}
impl<'a> Part<'a, '_, '_> {
    fn take(&mut self, table: &'static Table, nodes: &[&'a Node]) -> Result<(), Unreadable> {
        let mut cells: Vec<(usize, Cow<str>)> = Vec::new();
        if table.name != CHILD.name {
            cells.push((0, Cow::Borrowed(self.id)));
        }
        if let (Some(referral), Some(place)) = (self.referral, table.column(REFERRAL.key_name())) {
            cells.push((place, Cow::Borrowed(referral)));
        }
        let mut stray = Vec::new();
        self.collect(table, nodes, &mut cells, &mut stray);
        let number = u32::try_from(self.reader.has(table, self.file).rows + 1).unwrap_or(u32::MAX);
        let row = Row { table, file: self.file, number, cells, lacking: &[] };
        self.reader.take(&row)?;
        stray.into_iter().for_each(|node| self.out_of_place(table, node));
        Ok(())
    }
    fn collect(
        &self,
        table: &Table,
        nodes: &[&'a Node],
        cells: &mut Vec<(usize, Cow<'a, str>)>,
        stray: &mut Vec<&'a Node>,
    ) {
        for node in nodes {
            // Until 2023-24 the census asked for gender.
            let name = if node.name == "GenderCurrent" { "Sex" } else { node.name.as_str() };
            match table.column(name) {
                Some(0) if table.name != CHILD.name => stray.push(node),
                Some(place) if node.is_leaf() => cells.push((place, Cow::Borrowed(node.text.as_str()))),
                None if WRAPPERS.contains(&name) => {
                    self.collect(table, &node.nodes.iter().collect::<Vec<_>>(), cells, stray);
                }
                _ => stray.push(node),
            }
        }
    }
    fn out_of_place(&mut self, table: &'static Table, node: &Node) {
        let number = u32::try_from(self.reader.has(table, self.file).rows).unwrap_or(u32::MAX);
        let cells = vec![(0, Cow::Borrowed(self.id))];
        let row = Row { table, file: self.file, number, cells, lacking: &[] };
        let mut problem = row.problem("", node.text.trim(), Wrong::OutOfPlace);
        problem.column = Cow::Owned(cut(&node.name));
        self.reader.problems.push(problem);
    }
}

#[cfg(test)]
mod tests {
    use crate::{Ask, Delivery, File, Taken, Unreadable, Wrong, YearFrom, read, read::tests::ask};
    use practice::{assessment, fact::Fact, people, protection, reported::Sex};

    fn census(children: &str) -> String {
        format!(
            "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>\
             <ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><LEA>330</LEA></Source></Header>\
             <Children>{children}</Children></Message>"
        )
    }
    fn taking(text: &str, ask: &Ask) -> Result<Taken, Unreadable> {
        read(&Delivery::of(vec![File { name: "cin.xml".to_owned(), bytes: text.as_bytes().to_vec() }]), ask)
    }
    const WHO: &str = "<ChildIdentifiers><LAchildID>A1</LAchildID><UPN>A123456789012</UPN>\
        <PersonBirthDate>2015-03-27</PersonBirthDate><GenderCurrent>2</GenderCurrent></ChildIdentifiers>\
        <ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>HEAR</Disability>\
        <Disability>VIS</Disability></Disabilities></ChildCharacteristics>";
    const REFERRAL: &str = "<CINreferralDate>2025-10-06</CINreferralDate><ReferralSource>1A</ReferralSource>\
        <Assessments><AssessmentActualStartDate>2025-10-07</AssessmentActualStartDate><FactorsIdentifiedAtAssessment>\
        <AssessmentFactors>1C</AssessmentFactors><AssessmentFactors>6B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>\
        <ReferralNFA>0</ReferralNFA><ChildProtectionPlans><CPPstartDate>2025-11-17</CPPstartDate>\
        <InitialCategoryOfAbuse>PHY</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>\
        <NumberOfPreviousCPP>0</NumberOfPreviousCPP><Reviews><CPPreviewDate>2026-02-10</CPPreviewDate></Reviews>\
        <Reviews><CPPreviewDate>2026-03-10</CPPreviewDate></Reviews></ChildProtectionPlans>";

    #[test]
    fn a_childs_census_becomes_facts_under_their_referral() {
        let text = census(&format!("<Child>{WHO}<CINdetails>{REFERRAL}</CINdetails></Child>"));
        let taken = taking(&text, &ask()).unwrap();
        assert_eq!((taken.year, taken.year_from, taken.authority.as_str()), (2026, YearFrom::File, "330"));
        assert!(taken.problems.is_empty(), "{:?}", taken.problems);
        let [who, disabilities, referral, assessed, plan] = taken.rows.as_slice() else { panic!("{:?}", taken.tables) };
        let Fact::People(people::Fact::IdentifiersReported(said)) = &who.fact else { panic!() };
        assert_eq!((said.sex.value, said.ethnicity.code()), (Some(Sex::Female), "WBRI"));
        assert!(format!("{:?}", disabilities.fact).contains("HEAR"));
        assert_eq!(referral.origin().key, "2025-10-06");
        let Fact::Assessment(assessment::Fact::AssessmentReported(said)) = &assessed.fact else { panic!() };
        assert_eq!(said.assessment_factors.iter().map(|f| f.code()).collect::<Vec<_>>(), ["1C", "6B"]);
        assert_eq!(said.origin.key, "2025-10-06/2025-10-07");
        let Fact::Protection(protection::Fact::ProtectionPlanReported(said)) = &plan.fact else { panic!() };
        assert_eq!(said.cpp_review_dates.len(), 2);
        assert_eq!(plan.happened.to_string(), "2025-11-17");
    }
    #[test]
    fn a_census_of_another_authority_is_refused_and_both_are_named() {
        let text = census(&format!("<Child>{WHO}</Child>"));
        let asked = |authority: &str| Ask { authority: Some(authority.to_owned()), ..ask() };
        let refused = taking(&text, &asked("892")).unwrap_err().to_string();
        assert!(refused.contains("330") && refused.contains("892"), "{refused}");
        assert!(taking(&text, &asked("330")).is_ok());
    }
    #[test]
    fn a_year_that_the_file_contradicts_is_taken_and_told() {
        let text = census(&format!("<Child>{WHO}</Child>"));
        let taken = taking(&text, &Ask { year: Some(2025), ..ask() }).unwrap();
        assert_eq!((taken.year, &taken.problems[0].wrong), (2025, &Wrong::OtherYear(2025)));
        assert_eq!(taken.problems[0].value, "2026");
    }
    #[test]
    fn odd_cells_stray_text_and_missing_ids_are_problems() {
        let odd = WHO.replace("WBRI", "ZZZZ").replace("</UPN>", "</UPN>stray<LAchildID>A2</LAchildID>");
        let nobody = WHO.replace("<LAchildID>A1</LAchildID>", "");
        let details =
            REFERRAL.replace("2025-10-06", "06/10/2025").replace("<ReferralNFA>0", "<Hat>1</Hat><ReferralNFA>x");
        let text = census(&format!("<Child>{odd}<CINdetails>{details}</CINdetails></Child><Child>{nobody}</Child>"));
        let taken = taking(&text, &ask()).unwrap();
        let wrongs: Vec<_> = taken.problems.iter().map(|p| (p.table, p.column.as_ref(), p.wrong.clone())).collect();
        for expected in [
            ("ChildIdentifiers", "Ethnicity", Wrong::NotACode),
            ("ChildIdentifiers", "ChildIdentifiers", Wrong::OutOfPlace),
            ("ChildIdentifiers", "LAchildID", Wrong::SaidTwice),
            ("CINdetails", "CINreferralDate", Wrong::OtherForm),
            ("CINdetails", "Hat", Wrong::OutOfPlace),
            ("CINdetails", "ReferralNFA", Wrong::NotYesOrNo),
            ("ChildIdentifiers", "LAchildID", Wrong::NoKey),
            ("Disabilities", "LAchildID", Wrong::NoKey),
        ] {
            assert!(wrongs.contains(&expected), "{expected:?} not in {wrongs:?}");
        }
        assert_eq!(wrongs.len(), 8, "{wrongs:?}");
        assert_eq!(taken.rows[2].origin().key, "2025-10-06", "a day in any form is the same key");
    }
    #[test]
    fn what_is_not_a_census_is_refused() {
        let school = census("<Child/>").replace(">CIN<", ">SLASC<");
        assert!(taking(&school, &ask()).unwrap_err().to_string().contains("collection SLASC"));
        assert!(taking("<Message><Children/></Message>", &ask()).unwrap_err().to_string().contains("no child"));
        let text = census(&format!("<Child>{WHO}</Child>"));
        assert!(
            taking(text.trim_end_matches("</Children></Message>"), &ask())
                .unwrap_err()
                .to_string()
                .contains("breaks off")
        );
    }
}
