//! The XML form of the 903: of each child what the CSV form says in twelve tables.
use super::{Line, Rows, xml::Xml};
use crate::{
    ssda903::{AD1, DOLO, EPISODES, HEADER, MISSING, OC2, OC3, PLACED_ADOPTION, PREV_PERM, REVIEWS, SW_EPISODES, UASC},
    ssda903_xml::COMMON,
    table::Table,
};
use std::collections::{BTreeMap, btree_map::Entry};

/// Tables with a row or two for a child stand in HEADER, each row an element of this name.
const GROUPS: &[(&Table, &str)] = &[
    (&REVIEWS, "AREVIEW"),
    (&MISSING, "AMISSING"),
    (&PREV_PERM, "PERMANENCE"),
    (&PLACED_ADOPTION, "AD_PLACED"),
    (&OC2, "OC2"),
    (&SW_EPISODES, "SW_EPISODE"),
    (&DOLO, "DOLO"),
];
/// What HEADER says beside the Header, without an element of its own; what is said twice gets one.
const FLAT: &[(&Table, &str)] = &[(&UASC, "ASYLUM"), (&AD1, "ADOPTION"), (&OC3, "LEAVER")];

/// The rows of one child, by table.
type OfChild<'a> = BTreeMap<&'static str, Vec<&'a Line>>;

pub fn ssda903_xml(rows: &Rows) -> String {
    let mut children: BTreeMap<&str, OfChild> = BTreeMap::new();
    for sheet in &rows.sheets {
        for line in &sheet.lines {
            children.entry(line.child()).or_default().entry(sheet.table.name).or_default().push(line);
        }
    }
    let mut xml = Xml::new();
    xml.within("EXPSSDA903", |xml| {
        for (id, mut of_child) in children {
            // A child with two Headers is two CHILD elements, the first with everything else.
            let more = match of_child.entry(HEADER.name) {
                Entry::Occupied(mut headers) => headers.get_mut().split_off(1),
                Entry::Vacant(_) => Vec::new(),
            };
            child(xml, id, &of_child);
            for header in more {
                child(xml, id, &BTreeMap::from([(HEADER.name, vec![header])]));
            }
        }
    });
    xml.done()
}
fn child(xml: &mut Xml, id: &str, said: &OfChild) {
    let lines = |table: &Table| said.get(table.name).map_or(&[][..], |lines| lines.as_slice());
    xml.within("CHILD", |xml| {
        xml.within("HEADER", |xml| {
            xml.leaf("CHILDID", id);
            header(xml, lines(&HEADER).first().copied(), lines(&UASC));
            for (table, group) in FLAT {
                let mut left = lines(table).iter();
                if let Some(first) = left.as_slice().first().filter(|line| says(table, line)) {
                    left.next();
                    leaves(xml, table, first);
                }
                left.for_each(|line| xml.within(group, |xml| leaves(xml, table, line)));
            }
            for (table, group) in GROUPS {
                lines(table).iter().for_each(|line| xml.within(group, |xml| leaves(xml, table, line)));
            }
        });
        lines(&EPISODES).iter().for_each(|line| xml.within("EPISODE", |xml| leaves(xml, &EPISODES, line)));
    });
}
fn header(xml: &mut Xml, line: Option<&Line>, asylum: &[&Line]) {
    for (place, column) in HEADER.columns.iter().enumerate().skip(1) {
        let said = line.map_or("", |line| line.text(place));
        // The CSV form says it by the child's row in UASC.
        let by_table = column.name == "UASC" && asylum.iter().any(|line| !says(&UASC, line));
        xml.leaf(column.name, if said.is_empty() && by_table { "1" } else { said });
    }
}
/// It says more than which child it is about.
fn says(table: &Table, line: &Line) -> bool {
    (0..table.columns.len()).any(|place| !COMMON.contains(&table.columns[place].name) && !line.text(place).is_empty())
}
fn leaves(xml: &mut Xml, table: &Table, line: &Line) {
    for (place, column) in table.columns.iter().enumerate().filter(|(_, c)| !COMMON.contains(&c.name)) {
        let name = if column.name == "PLACE" { "PL" } else { column.name };
        xml.leaf(name, line.text(place));
    }
}
