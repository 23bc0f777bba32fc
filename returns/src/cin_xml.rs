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
    for stray in child.nodes.iter().filter(|n| !n.is_leaf() && !n.text.trim().is_empty()) {
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
        let mut cells: Vec<(usize, Cow<str>)> = vec![(0, Cow::Borrowed(self.id))];
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
                Some(0) => {}
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
